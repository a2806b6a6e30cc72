//! Which documents a file holds, and what they become: parts of the draft and amendments.

use super::head::{Head, Of};
use super::node::{Element, all_inner, elements, name, wrong};
use super::{Error, Reading};
use crate::meta::RULES;
use engine::read::Read;
use engine::{Amendment, Dossier, RulesName, Version};
use source::{Origin, SourceFile};
use std::sync::Arc;
use text::{Block, Draft, Index, Part};

/// Said of a document of another kind.
pub(super) const NOT_READ: &str = "this kind of document is not read; amendmentList, documentCollection, \
                                   statement, bill, act, doc and amendment are";

/// Documents that hold documents.
const COLLECTIONS: &[&str] = &["amendmentList", "documentCollection"];
/// Documents that are a text.
const TEXTS: &[&str] = &["statement", "bill", "act", "doc"];
/// Those that hold a text of another kind.
const OTHERS: &[&str] = &["debate", "debateReport", "judgment", "officialGazette", "portion"];

pub(super) fn is_read(name: &str) -> bool {
    COLLECTIONS.contains(&name) || TEXTS.contains(&name) || name == "amendment"
}

/// The documents of a file in their order.
#[derive(Default)]
struct Found<'a, 'input> {
    texts: Vec<(Option<&'a str>, Element<'a, 'input>)>,
    amendments: Vec<(Option<&'a str>, Element<'a, 'input>)>,
}

impl<'a> Reading<'a> {
    /// Reads all documents of the file; `main` is the first that is read.
    pub(super) fn dossier(
        mut self,
        root: Element<'a, '_>,
        main: Element<'a, '_>,
    ) -> Result<Read, Error> {
        let mut found = Found::default();
        for part in elements(root) {
            self.documents(part, None, &mut found)?;
        }
        self.people(root);
        for (id, amendment) in &found.amendments {
            let number = self.number(*amendment, &mut Default::default())?;
            if let Some(id) = id {
                self.amendments.insert(id, number);
            }
        }
        let collection = name(main).is_some_and(|name| COLLECTIONS.contains(&name));
        let mut paper = match collection {
            true => self.head(main, Of::Collection)?.paper,
            false => Default::default(),
        };
        let several = found.texts.len() > 1;
        let mut parts = Vec::new();
        for (at, (id, text)) in found.texts.iter().enumerate() {
            let of = if *text == main { Of::Alone } else { Of::Component };
            let mut head = self.head(*text, of)?;
            if of == Of::Alone {
                paper = std::mem::take(&mut head.paper);
            }
            self.known(*id, *text, at as u32);
            let letter = if several { Part::letter_at(at) } else { String::new() };
            parts.push(self.text(*text, head, letter)?);
            self.text_recorded(*text, at as u32);
        }
        let mut amendments = Vec::new();
        for (_, amendment) in &found.amendments {
            amendments.push(self.amendment(*amendment)?);
        }
        let draft = Draft { lang: self.language.lang, parts };
        let version = Version {
            lang: self.language.lang,
            style: self.style,
            title: paper.title,
            date: paper.date,
            edition: paper.edition,
            index: Index::new(&draft, &self.language.tables.sentences),
            draft,
            file: Arc::new(SourceFile::new("", "")),
        };
        let mut dossier = dossier(paper.reference, version, amendments);
        dossier.rules = self.rules(root);
        dossier.decisions = std::mem::take(&mut self.decisions);
        self.not_recorded(root);
        Ok(Read { dossier, findings: self.notes.finish() })
    }

    /// Finds the documents in an element that is one or holds some.
    fn documents<'i>(
        &mut self,
        node: Element<'a, 'i>,
        id: Option<&'a str>,
        found: &mut Found<'a, 'i>,
    ) -> Result<(), Error> {
        let Some(kind) = name(node) else {
            self.notes.left_out(node);
            return Ok(());
        };
        match kind {
            "amendment" => {
                found.amendments.push((id, node));
                self.foreign_metadata(node);
            }
            text if TEXTS.contains(&text) => {
                found.texts.push((id, node));
                self.foreign_metadata(node);
                for part in elements(node) {
                    if matches!(name(part), Some("attachments" | "components")) {
                        self.documents(part, None, found)?;
                    }
                }
            }
            collection if COLLECTIONS.contains(&collection) => {
                self.foreign_metadata(node);
                for part in elements(node) {
                    match name(part) {
                        Some("meta" | "preface" | "coverPage") => {}
                        Some("collectionBody" | "attachments" | "components") => {
                            self.documents(part, None, found)?;
                        }
                        _ => self.notes.left_out(part),
                    }
                }
                // The head of the whole is read with it.
                if id.is_some() {
                    for part in elements(node) {
                        if matches!(name(part), Some("preface" | "coverPage")) {
                            self.notes.left_out(part);
                        }
                    }
                }
            }
            "collectionBody" | "attachments" | "components" => {
                for component in elements(node) {
                    self.documents(component, component.attribute("eId"), found)?;
                }
            }
            "component" | "attachment" => {
                let mut any = false;
                for part in elements(node) {
                    if matches!(name(part), Some("num" | "heading" | "subheading")) {
                        self.notes.left_out(part);
                        continue;
                    }
                    any = true;
                    self.documents(part, id.or(Some("")), found)?;
                }
                if !any {
                    let message = "neither a statement nor an amendment stands here";
                    return Err(wrong(node, message));
                }
            }
            other if OTHERS.contains(&other) => return Err(wrong(node, NOT_READ)),
            _ => self.notes.left_out(node),
        }
        Ok(())
    }

    /// Notes what is in the metadata and of no standard that we know.
    fn foreign_metadata(&mut self, document: Element<'_, '_>) {
        let Some(meta) = super::node::child(document, "meta") else { return };
        for part in elements(meta) {
            let private = matches!(name(part), Some("proprietary" | "presentation"));
            if (private && !self.ours) || name(part).is_none() {
                self.notes.ignored(part);
            }
        }
    }

    /// The people, organizations and concepts that the metadata of any document names.
    fn people(&mut self, root: Element<'a, '_>) {
        for references in all_inner(root, "references") {
            for reference in elements(references) {
                let (Some(id), Some(shown)) =
                    (reference.attribute("eId"), reference.attribute("showAs"))
                else {
                    continue;
                };
                let shown = match self.ours {
                    true => shown.to_owned(),
                    false => super::node::one_space(shown),
                };
                match name(reference) {
                    Some("TLCPerson" | "TLCRole") => {
                        self.people.entry(id).or_insert((shown, false));
                    }
                    Some("TLCOrganization") => {
                        self.people.entry(id).or_insert((shown, true));
                    }
                    Some("TLCConcept") => {
                        self.concepts.entry(id).or_insert(shown);
                    }
                    _ => {}
                }
            }
        }
    }

    /// The rules that the metadata of a file of ours names.
    fn rules(&self, root: Element<'a, '_>) -> Option<RulesName> {
        let named = |node: &Element<'a, '_>| node.attribute("name") == Some(RULES);
        let found = all_inner(root, "TLCReference").find(named).filter(|_| self.ours)?;
        let (profile, edition) = found.attribute("showAs")?.split_once(' ')?;
        Some(RulesName { profile: profile.to_owned(), edition: edition.to_owned() })
    }

    /// Where amendments may say that they are tabled to this text.
    fn known(&mut self, id: Option<&'a str>, text: Element<'a, '_>, part: u32) {
        if let Some(id) = id {
            self.parts.insert(id, part);
        }
        let Some(meta) = super::node::child(text, "meta") else { return };
        for element in ["FRBRthis", "FRBRuri"] {
            for address in all_inner(meta, element).filter_map(|node| node.attribute("value")) {
                self.addresses.entry(address).or_insert(part);
            }
        }
    }

    /// A text as a part of the draft.
    fn text(
        &mut self,
        document: Element<'_, '_>,
        head: Head,
        letter: String,
    ) -> Result<Part, Error> {
        let printed = match self.ours {
            true => head.heading.clone().unwrap_or_default(),
            // What nothing is printed above is called what the file calls it.
            false => head.heading.clone().unwrap_or_else(|| {
                let named = document.attribute("name").map(super::node::one_space);
                let named = named.filter(|named| !named.is_empty());
                named.unwrap_or_else(|| document.tag_name().name().to_owned())
            }),
        };
        self.headings.push(printed.clone());
        let mut children = Vec::new();
        let mut bodies = 0;
        for part in elements(document) {
            match name(part) {
                Some("meta" | "coverPage" | "preface" | "attachments" | "components") => {}
                Some("body" | "mainBody") => {
                    bodies += 1;
                    self.children(part, 0, &mut children)?;
                }
                Some("preamble" | "conclusions") => self.children(part, 0, &mut children)?,
                _ => self.notes.left_out(part),
            }
        }
        if bodies == 0 {
            return Err(wrong(document, "there is no body (mainBody or body)"));
        }
        let title = head.title.filter(|title| self.ours || !title.text.is_empty());
        let title = title.map(|content| Block { content, origin: Origin::default() });
        let letter = if self.ours { head.letter.unwrap_or_default() } else { letter };
        Ok(Part { letter, kind: self.kind(document, &printed), heading: printed, title, children })
    }
}

fn dossier(reference: Option<String>, version: Version, amendments: Vec<Amendment>) -> Dossier {
    Dossier { reference, versions: vec![version], amendments, ..Dossier::default() }
}
