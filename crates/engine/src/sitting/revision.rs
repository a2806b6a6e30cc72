//! The draft is revised after amendments were tabled: which of them stand in it as they stood.
//!
//! An amendment is carried over in silence where its wording, resolved in the new draft, leads to the same words in the
//! same place of a paragraph that reads as before; for whole provisions, to provisions that read as before with all
//! below them; for what is put beside a provision, to one beside such a provision. Anything else goes to the table
//! office: a number may have come to mean another paragraph, and a word another sentence, and nobody resolves that
//! silently. It is given what the amendment stood in, and a proposal where there is exactly one: the wording that leads
//! to the same words where they stand now, or else the wording as it is, where that leads to the same words.
//!
//! ```text
//! 3. It counts the boats.      3. Fog is common.            amendment 4, to paragraph 3, is displaced;
//! 4. Lamps burn.               4. It counts the boats.      proposed: the same, to paragraph 4
//! ```

use super::rebased::worded;
use super::{Sitting, note_of};
use crate::{Amendment, Dossier, Version};
use instruction::{Hang, Instruction, Operation, Place, Scope, Target};
use procedure::event::{Consequence, Was, Wording};
use procedure::state::Record;
use source::Span;
use std::collections::{BTreeMap, BTreeSet};
use text::{BlockEntry, Index, Lang, ProvisionEntry, ProvisionId};

/// Why a draft cannot be revised so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unrevisable {
    /// `revised-not-at-all`: its texts read as before.
    NotAtAll,
    /// `revised-other-texts`: it has other texts, or other language versions.
    OtherTexts,
    /// `revised-other-amendments`: these are not there, or read otherwise; a wording is revised by itself.
    OtherAmendments {
        /// As they are cited, in the order of the dossier.
        cited: Vec<String>,
    },
    /// `revised-after-adoption`: this amendment has been adopted in a text that is revised.
    AfterAdoption {
        /// By position in the course.
        amendment: usize,
    },
    /// `revised-after-decision`: a text that is revised has been decided.
    AfterDecision {
        /// By position.
        part: usize,
    },
}

impl Sitting<'_> {
    /// What follows when the draft of `old`, the dossier that is held here, is revised to that of `new`: the undecided
    /// amendments of which somebody must settle where they stand.
    ///
    /// # Errors
    /// Where the new dossier has other texts, languages or amendments, or anything was adopted in a text that is
    /// revised: how that would read now nobody has voted on.
    pub fn revised(&self, old: &Dossier, new: &Dossier) -> Result<Vec<Consequence>, Unrevisable> {
        let revised = revised_texts(old, new)?;
        let cited = other_amendments(old, new);
        if !cited.is_empty() {
            return Err(Unrevisable::OtherAmendments { cited });
        }
        let part = |at: usize| self.course.record(at).and_then(|record| record.part);
        let mut adopted = self.course.adopted().into_iter();
        let touched = |at: &usize| part(*at).is_none_or(|part| revised.contains(&part));
        if let Some(amendment) = adopted.find(touched) {
            return Err(Unrevisable::AfterAdoption { amendment });
        }
        let decided = |part: &&usize| {
            self.course.texts.get(**part).is_some_and(|text| text.outcome.is_some())
        };
        if let Some(part) = revised.iter().find(decided) {
            return Err(Unrevisable::AfterDecision { part: *part });
        }
        let next = Sitting::new(new, self.course.clone(), self.rules);
        let undecided = self.course.amendments.iter().enumerate().filter(|(_, record)| {
            record.decision().is_none() && record.parent.is_none() && !record.displaced
        });
        Ok(undecided.filter_map(|(at, record)| self.displaced(at, record, &next)).collect())
    }

    fn displaced(&self, at: usize, record: &Record, next: &Sitting<'_>) -> Option<Consequence> {
        let amendment = self.state.dossier.amendments.get(self.place(at))?;
        let (mut was, mut proposed) = (Vec::new(), Some(Vec::new()));
        for text in &amendment.texts {
            let (old, new) = (self.view(at, text.lang)?, next.view(at, text.lang)?);
            let lang = text.lang.tag().to_owned();
            let stays = old.stands_as(&new);
            let wording = match stays {
                true => Some(text.wording.clone()),
                false => old.proposal(&new, &text.wording),
            };
            if !stays {
                was.push(Was { lang: lang.clone(), text: old.around() });
            }
            let note = note_of(&text.note);
            let wording = wording.map(|wording| Wording { lang, wording, note });
            proposed = proposed.zip(wording).map(|(mut all, one)| {
                all.push(one);
                all
            });
        }
        let amendment = record.id.clone();
        let proposed = proposed.unwrap_or_default();
        (!was.is_empty()).then_some(Consequence::Displaced { amendment, was, proposed })
    }

    /// What an amendment of the course stands in now, in a language: the paragraph, or the provision with all below it;
    /// empty where it has no place.
    pub fn stands_in(&self, at: usize, lang: Lang) -> String {
        self.view(at, lang).map(|view| view.around()).unwrap_or_default()
    }

    fn view(&self, at: usize, lang: Lang) -> Option<View<'_>> {
        let version = self.state.dossier.version(lang)?;
        Some(View { version, placed: self.state.placed(self.place(at), lang) })
    }
}

/// The texts, by position, that read otherwise in any language.
fn revised_texts(old: &Dossier, new: &Dossier) -> Result<Vec<usize>, Unrevisable> {
    if old.versions.len() != new.versions.len() {
        return Err(Unrevisable::OtherTexts);
    }
    let mut revised = BTreeSet::new();
    for before in &old.versions {
        let after = new.version(before.lang).ok_or(Unrevisable::OtherTexts)?;
        let heads = |version: &Version| {
            let parts = version.draft.parts.iter();
            parts.map(|part| (part.letter.clone(), part.kind)).collect::<Vec<_>>()
        };
        if heads(before) != heads(after) {
            return Err(Unrevisable::OtherTexts);
        }
        let parts = 0..before.draft.parts.len();
        revised.extend(parts.filter(|part| read(before, *part) != read(after, *part)));
    }
    if revised.is_empty() {
        return Err(Unrevisable::NotAtAll);
    }
    Ok(revised.into_iter().collect())
}

/// All blocks of a text with their numbers.
fn read(version: &Version, part: usize) -> Vec<(&str, &str)> {
    let index = &version.index;
    let number = |block: &BlockEntry| {
        let found = block.provision.and_then(|id| index.provision_at(id));
        found.map_or("", |entry| entry.number.as_str())
    };
    let blocks = index.blocks().iter().filter(|block| block.part as usize == part);
    blocks.map(|block| (number(block), block.span.of(index.text()))).collect()
}

/// Those of either dossier that the other does not have, or with another wording.
fn other_amendments(old: &Dossier, new: &Dossier) -> Vec<String> {
    let said = |dossier: &Dossier| -> Vec<String> {
        dossier.amendments.iter().map(Amendment::cited).collect()
    };
    let (before, after) = (wordings(old), wordings(new));
    let gone = said(old).into_iter().filter(|cited| before.get(cited) != after.get(cited));
    let added = said(new).into_iter().filter(|cited| !before.contains_key(cited));
    gone.chain(added).collect()
}

/// What the amendments of a dossier say, by how they are cited.
fn wordings(dossier: &Dossier) -> BTreeMap<String, Vec<(Lang, &str)>> {
    let all = dossier.amendments.iter().map(|amendment| {
        let texts = amendment.texts.iter().map(|text| (text.lang, text.wording.as_str()));
        (amendment.cited(), texts.collect())
    });
    all.collect()
}

/// An amendment in one language of a draft.
struct View<'d> {
    version: &'d Version,
    placed: Option<&'d Instruction<Target>>,
}

impl View<'_> {
    fn operations(&self) -> &[Operation<Target>] {
        self.placed.map_or(&[], |placed| &placed.operations)
    }

    /// Whether it stands in the other draft as it does in this one.
    fn stands_as(&self, other: &View<'_>) -> bool {
        let (here, there) = (self.operations(), other.operations());
        here.len() == there.len()
            && here.iter().zip(there).all(|(here, there)| {
                let one = Around::new(here.at(), &self.version.index);
                let two = Around::new(there.at(), &other.version.index);
                here.at().part == there.at().part
                    && one.text(&self.version.index) == two.text(&other.version.index)
                    && one.offsets == two.offsets
            })
    }

    /// What its operations stand in, each once.
    fn around(&self) -> String {
        let index = &self.version.index;
        let mut all: Vec<&str> = Vec::new();
        for operation in self.operations() {
            let text = Around::new(operation.at(), index).text(index).trim();
            if !text.is_empty() && !all.contains(&text) {
                all.push(text);
            }
        }
        all.join("\n")
    }

    /// What it could say in another draft, where its wording here is this.
    fn proposal(&self, other: &View<'_>, wording: &str) -> Option<String> {
        let (from, to) = (&self.version.index, &other.version.index);
        let as_it_is = || self.has_the_same_words(other).then(|| wording.to_owned());
        let operations = self.operations().iter().map(|operation| moved(operation, from, to));
        let operations = operations.collect::<Option<Vec<_>>>();
        let (Some(placed), Some(operations)) = (self.placed, operations) else { return as_it_is() };
        let places = |operations: &[Operation<Target>]| {
            operations.iter().map(|operation| operation.at().place).collect::<Vec<_>>()
        };
        if places(&operations) == places(other.operations()) {
            return Some(wording.to_owned());
        }
        let reworded = || {
            let language = self.version.language()?;
            let part = operations.first().map(|operation| operation.at().part);
            let scope = Scope { draft: &other.version.draft, index: to, part, language };
            worded(&Instruction { frame: placed.frame.clone(), operations }, &scope)
        };
        reworded().or_else(as_it_is)
    }

    /// Whether it leads in the other draft to the same words, though what stands around them is another.
    fn has_the_same_words(&self, other: &View<'_>) -> bool {
        let (here, there) = (self.operations(), other.operations());
        let words = |target: &Target, index: &Index| match (target.place, target.hang) {
            (Place::Text { span }, _) => Some(span.of(index.text()).to_owned()),
            (Place::Point { .. }, Hang::On(hang)) => Some(hang.of(index.text()).to_owned()),
            _ => None,
        };
        !here.is_empty()
            && here.len() == there.len()
            && here.iter().zip(there).all(|(here, there)| {
                let found = words(here.at(), &self.version.index);
                found.is_some() && found == words(there.at(), &other.version.index)
            })
    }
}

/// The paragraph or provision that a place lies in, and where in it.
struct Around {
    span: Span,
    /// From the beginning of the span; for a gap between provisions, how far behind the one it is beside.
    offsets: (i64, i64),
}

impl Around {
    fn new(target: &Target, index: &Index) -> Self {
        let within = |span: Span, start: u32, end: u32| {
            let from = |at: u32| i64::from(at) - i64::from(span.start);
            Self { span, offsets: (from(start), from(end)) }
        };
        let nothing = |at: u32| Span { start: at, end: at };
        let block = |at: u32| index.block_of(at).and_then(|id| index.block_at(id));
        match target.place {
            Place::Provisions { span, .. } => within(span, span.start, span.end),
            Place::Text { span } => {
                let first = block(span.start).map_or(span.start, |block| block.span.start);
                let last = block(span.end.saturating_sub(1)).map_or(span.end, |last| last.span.end);
                within(Span { start: first, end: last.max(span.end) }, span.start, span.end)
            }
            Place::Point { at, block, .. } => {
                let span = index.block_at(block).map(|block| block.span);
                within(span.unwrap_or(nothing(at)), at, at)
            }
            Place::Slot { position, at, .. } => {
                match target.provision.and_then(|id| index.provision_at(id)) {
                    Some(beside) => {
                        let far = i64::from(position) - i64::from(beside.position);
                        Self { span: beside.span, offsets: (far, far) }
                    }
                    None => Self { span: nothing(at), offsets: (0, 0) },
                }
            }
            Place::Closing { provision, at } => {
                let span = index.provision_at(provision).map(|entry| entry.span);
                within(span.unwrap_or(nothing(at)), at, at)
            }
        }
    }

    fn text<'t>(&self, index: &'t Index) -> &'t str {
        self.span.of(index.text())
    }
}

/// The operation in another draft, where what it stands in is there exactly once, or else its words are.
fn moved(operation: &Operation<Target>, from: &Index, to: &Index) -> Option<Operation<Target>> {
    let target = operation.at();
    let around = Around::new(target, from);
    let provision = || only_provision(target.part, around.text(from), to);
    let new = match target.place {
        Place::Provisions { first, last, .. } if first == last => {
            let (id, entry) = provision()?;
            let place = Place::Provisions { first: id, last: id, span: entry.span };
            Target { place, hang: Hang::On(entry.span), provision: Some(id), ..*target }
        }
        Place::Provisions { .. } => return None,
        Place::Text { .. } | Place::Point { .. } => within_a_block(target, &around, from, to)?,
        Place::Slot { position, at, .. } => {
            let beside = target.provision.and_then(|id| from.provision_at(id))?;
            let (id, entry) = provision()?;
            let before = position <= beside.position;
            let position = if before { entry.position } else { entry.position + 1 };
            let at = if at <= beside.span.start { entry.span.start } else { entry.span.end };
            let parent = entry.parent.and_then(|id| to.provision_at(id));
            let hang = parent.map_or(Hang::Part, |parent| Hang::On(parent.span));
            let place = Place::Slot { parent: entry.parent, position, at };
            Target { place, hang, provision: Some(id), ..*target }
        }
        Place::Closing { .. } => {
            let (id, entry) = provision()?;
            let place = Place::Closing { provision: id, at: entry.span.end };
            Target { place, hang: Hang::On(entry.span), provision: Some(id), ..*target }
        }
    };
    Some(match operation.clone() {
        Operation::Insert { edge, what, .. } => Operation::Insert { edge, at: new, what },
        Operation::Replace { with, .. } => Operation::Replace { at: new, with },
        Operation::Delete { .. } => Operation::Delete { at: new },
    })
}

/// A place in the text of one paragraph, moved to where that paragraph stands now, or else to where its words do.
fn within_a_block(target: &Target, around: &Around, from: &Index, to: &Index) -> Option<Target> {
    let text = around.text(from);
    let blocks = || to.blocks().iter().filter(|block| block.part == target.part);
    let mut same = blocks().filter(|block| block.span.of(to.text()) == text);
    let (block, by) = match (same.next(), same.next()) {
        (Some(block), None) => (block, i64::from(block.span.start) - i64::from(around.span.start)),
        (Some(_), Some(_)) => return None,
        (None, _) => {
            let Hang::On(hang) = target.hang else { return None };
            let words = hang.of(from.text());
            let mut found = blocks().flat_map(|block| {
                let hits = block.span.of(to.text()).match_indices(words);
                hits.map(move |(at, _)| (block, at))
            });
            let (block, at) = found.next().filter(|_| !words.is_empty())?;
            if found.next().is_some() {
                return None;
            }
            let start = i64::from(block.span.start) + i64::try_from(at).ok()?;
            (block, start - i64::from(hang.start))
        }
    };
    let shift = |at: u32| u32::try_from(i64::from(at) + by).ok();
    let shifted = |span: Span| Some(Span { start: shift(span.start)?, end: shift(span.end)? });
    let place = match target.place {
        Place::Text { span } => Place::Text { span: shifted(span)? },
        Place::Point { at, side, .. } => {
            let block = to.block_of(block.span.start)?;
            Place::Point { block, at: shift(at)?, side }
        }
        _ => return None,
    };
    // It hangs on words of the paragraph, or on the whole provision.
    let whole = target.provision.and_then(|id| from.provision_at(id));
    let hang = match target.hang {
        Hang::On(hang) if whole.is_some_and(|entry| entry.span == hang) => {
            Hang::On(to.provision_at(block.provision?)?.span)
        }
        Hang::On(hang) => Hang::On(shifted(hang)?),
        Hang::Part => Hang::Part,
    };
    let span = place.span();
    let inside = block.span.start <= span.start && span.end <= block.span.end;
    inside.then_some(Target { place, hang, provision: block.provision, ..*target })
}

/// The provision of a text that reads so with all below it, where there is exactly one.
fn only_provision<'i>(
    part: u32,
    text: &str,
    index: &'i Index,
) -> Option<(ProvisionId, &'i ProvisionEntry)> {
    let mut same = index
        .provisions()
        .iter()
        .zip(0_u32..)
        .filter(|(entry, _)| entry.part == part && entry.span.of(index.text()) == text)
        .map(|(entry, id)| (ProvisionId(id), entry));
    let only = same.next()?;
    same.next().is_none().then_some(only)
}
