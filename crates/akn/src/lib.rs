//! A dossier as Akoma Ntoso 3.0, the OASIS standard of parliamentary documents.
//!
//! # What the file is
//!
//! One expression, that is one language, in one file: an `amendmentList` whose components are the
//! draft texts (`statement`) and the amendments (`amendment`), in the order of the dossier.
//!
//! ```text
//! <component eId="cmp_A"><statement name="draftResolution">     the draft text A
//!   <paragraph eId="cmp_A__para_7"><num>7.</num>                paragraph 7
//!     <content><p eId="cmp_A__para_7__p_1">…</p></content>      its text
//! <component eId="cmp_6"><amendment name="amendment">           amendment 6
//!   <textualMod type="insertion">                               what it does:
//!     <source href="#cmp_6__mod_1"/>                            its wording,
//!     <destination href="#cmp_A__para_7__p_1" pos="inside"      its place,
//!       hc:from="91" hc:to="91" hc:sentences="3"/>
//!     <new href="#cmp_6__mod_1__qtext_1"/>                      its new text
//!   <amendmentContent><p><mod eId="cmp_6__mod_1">In the draft resolution, paragraph 7, …
//! ```
//!
//! The text of a `mod` is the wording, character for character; what stands between its quote marks
//! is `quotedText`. Identifiers follow the naming convention: the step of an element behind that of
//! the nearest one above it that has an identifier; a component's is the first.
//!
//! A dossier without amendments is its drafts, as `statement` or `documentCollection`. [`read`] takes
//! all of these, and documents by other hands.
//!
//! # What the standard has no place for
//!
//! Stands in the namespace `urn:hemicycle:akn:1` (prefix `hc`): on a `destination` the place within
//! the text of the element pointed to (`from`, `to`: characters, 0-based, half-open) and the sentences
//! named (`sentences`: 1-based, "2-4" for a range); in `otherAnalysis` the place in the calling order,
//! what the amendment fells, what it falls with, what it is identical to, and why it cannot be
//! carried out mechanically; on a `step` the amendments by which one fell or was superseded.
//! `docs/akoma-ntoso.md` lists them.

#![deny(clippy::disallowed_methods)]

mod adopted;
mod amendment;
mod decisions;
mod ids;
mod meta;
mod read;
mod statement;
mod xml;

pub use read::{Error, read};

use decisions::Decisions;
use engine::State;
use engine::adopt::Adopted;
use engine::papers::Origin;
use text::Lang;

/// The namespace of Akoma Ntoso 3.0.
pub const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The namespace of what the standard has no place for.
pub const OURS: &str = "urn:hemicycle:akn:1";

/// The dossier in one of its languages, with what follows from it (places, order, relations) and what is
/// recorded of it (committee positions, outcomes, votes).
/// A dossier without amendments is its draft texts ([`write_draft`]), unless anything is recorded of those. No document
/// where the dossier has no version in that language.
pub fn write(state: &State, lang: Lang) -> String {
    if state.dossier.amendments.is_empty() && state.dossier.decisions.texts.is_empty() {
        return write_draft(state, lang);
    }
    let mut xml = xml::Xml::new();
    xml.open("akomaNtoso", &[("xmlns", NAMESPACE), ("xmlns:hc", OURS)]);
    if let Some(version) = state.dossier.version(lang) {
        let mut ids = ids::Ids::new(&version.draft);
        for amendment in &state.dossier.amendments {
            ids.amendment(&amendment.cited());
        }
        let mut work = meta::Work::new(state, version, "amendmentList");
        work.decisions = Some(Decisions::new(&state.dossier, lang, &work));
        xml.within("amendmentList", &[("name", "compendium")], |xml| {
            work.meta(xml);
            work.preface(xml, true);
            xml.within("collectionBody", &[], |xml| {
                statement::write_all(xml, &version.draft.parts, &ids, &work);
                amendment::write_all(xml, state, version, &ids, &work);
            });
        });
    }
    xml.finish()
}

/// The draft texts in one of the languages, without amendments: a `statement`, or a
/// `documentCollection` of them where the draft has several parts, or none.
pub fn write_draft(state: &State, lang: Lang) -> String {
    let mut xml = xml::Xml::new();
    xml.open("akomaNtoso", &[("xmlns", NAMESPACE), ("xmlns:hc", OURS)]);
    if let Some(version) = state.dossier.version(lang) {
        let work = meta::Work::new(state, version, "statement");
        let draft = &version.draft;
        match draft.parts.as_slice() {
            [only] => statement::write_alone(&mut xml, only, &ids::Ids::alone(draft), &work),
            parts => xml.within("documentCollection", &[("name", "drafts")], |xml| {
                work.meta(xml);
                work.preface(xml, false);
                let ids = ids::Ids::new(draft);
                xml.within("collectionBody", &[], |xml| {
                    statement::write_all(xml, parts, &ids, &work);
                });
            }),
        }
    }
    xml.finish()
}

/// The adopted text in one of its languages; with `changes`, words that went stand there, too.
/// No document where there is no text in that language.
pub fn write_adopted(state: &State, adopted: &Adopted, lang: Lang, changes: bool) -> String {
    write_published(state, adopted, &[], lang, changes)
}

/// The same as it is published: each text with its number and the line of its origin.
pub fn write_published(
    state: &State,
    adopted: &Adopted,
    origins: &[Origin],
    lang: Lang,
    changes: bool,
) -> String {
    let mut xml = xml::Xml::new();
    xml.open("akomaNtoso", &[("xmlns", NAMESPACE), ("xmlns:hc", OURS)]);
    let text = adopted.texts.iter().find(|text| text.lang == lang);
    if let (Some(text), Some(version)) = (text, state.dossier.version(lang)) {
        let work = meta::Work::new(state, version, "statement");
        adopted::write(&mut xml, state, text, origins, changes, &work);
    }
    xml.finish()
}
