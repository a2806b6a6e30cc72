//! The compendium with what its log tells: outcomes and votes below the headings, and what is new since the version
//! that was published before.
//!
//! Both stand where a compendium prints remarks, in parentheses below the heading: there every format carries them,
//! and whoever reads the paper back takes no word of them for one of the wording.

use super::{Desk, capital, paragraph};
use crate::State;
use crate::document::{self, Document, Layout, Section};
use crate::sitting::Sitting;
use crate::words::{Args, excerpt};
use procedure::event::{Event, Id, Piece};
use procedure::log::Entry;
use procedure::state::Record;
use std::collections::{BTreeMap, BTreeSet};
use text::Lang;

/// The dossier as its compendium tells it after these entries, which are those that led to `held`: amendments that
/// were numbered since, none that was offered in the sitting, each with its outcome and votes, and marked where it is
/// new. Its remarks are in the language of each version.
pub fn compendium_state(held: &Sitting<'_>, entries: &[Entry]) -> State {
    told(held, entries, Told::OnPaper)
}

/// The same for a page that shows outcomes in its own way: none is among the remarks, and what was offered in the
/// sitting, or is a piece of another, has its place, too.
pub fn page_state(held: &Sitting<'_>, entries: &[Entry]) -> State {
    told(held, entries, Told::OnAPage)
}

/// Whether everybody may read an amendment: it has a number, or was offered before everybody.
pub fn is_public(record: &Record) -> bool {
    record.number.is_some() || record.oral
}

/// Where a compendium is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    OnPaper,
    OnAPage,
}

fn told(held: &Sitting<'_>, entries: &[Entry], where_: Told) -> State {
    let mut dossier = held.state.dossier.clone();
    let changes = Changes::of(entries);
    let pieces = pieces(entries);
    let langs: Vec<Lang> = dossier.versions.iter().map(|version| version.lang).collect();
    let desks: BTreeMap<Lang, Desk<'_>> =
        langs.iter().filter_map(|lang| Some((*lang, Desk::new(held, *lang)?))).collect();
    let mut kept = Vec::new();
    for (place, amendment) in dossier.amendments.iter_mut().enumerate() {
        let record = held.record(place).and_then(|at| Some((at, held.course.record(at)?)));
        let Some((at, record)) = record else {
            kept.push(true);
            continue;
        };
        let piece = pieces.values().any(|of| of.contains(&record.id));
        kept.push(match where_ {
            Told::OnPaper => record.number.is_some() && !record.oral && !piece,
            Told::OnAPage => is_public(record) || piece,
        });
        for text in &mut amendment.texts {
            let Some(desk) = desks.get(&text.lang) else { continue };
            text.remarks.extend(changes.marks(&record.id, desk));
            if where_ == Told::OnPaper {
                text.remarks.extend(desk.outcome_line(at, record, &pieces));
            }
        }
    }
    let mut kept = kept.into_iter();
    dossier.amendments.retain(|_| kept.next().unwrap_or(true));
    State::new(dossier, held.state.profile.clone(), Vec::new())
}

/// The same drawn in one language, with a list of what has changed at its head.
pub fn compendium(held: &Sitting<'_>, entries: &[Entry], lang: Lang, layout: Layout) -> Document {
    let mut drawn = document::compendium(&compendium_state(held, entries), lang, layout);
    if let Some(section) = changes(held, entries, lang) {
        let entry =
            document::Entry { text: section.heading.clone(), target: section.id.clone(), level: 0 };
        drawn.contents.insert(0, entry);
        drawn.sections.insert(0, section);
    }
    drawn
}

/// What has changed since the version of the compendium that was published before; none where nothing has.
pub fn changes(held: &Sitting<'_>, entries: &[Entry], lang: Lang) -> Option<Section> {
    Changes::of(entries).section(&Desk::new(held, lang)?)
}

/// The pieces of each amendment that was put in several.
fn pieces(entries: &[Entry]) -> BTreeMap<Id, Vec<Id>> {
    let split = entries.iter().filter_map(|entry| match &entry.event {
        Event::Split { amendment, into } => {
            let ids = into.iter().map(|piece: &Piece| piece.id.clone());
            Some((amendment.clone(), ids.collect()))
        }
        _ => None,
    });
    split.collect()
}

/// What has changed since a version of the compendium.
#[derive(Debug, Default)]
struct Changes {
    /// The name of that version, as it was recorded; none where there is none, and nothing else then.
    since: Option<String>,
    new: Vec<Id>,
    revised: Vec<Id>,
    translated: Vec<Id>,
    withdrawn: Vec<Id>,
    ruled_out: Vec<Id>,
}

impl Changes {
    /// Since the version before the one last published; since that one, where something has changed in it. What
    /// happens in a sitting is an outcome and no change of the paper.
    fn of(entries: &[Entry]) -> Self {
        let mut all: Vec<Self> = Vec::new();
        let mut numbered: BTreeSet<&Id> = BTreeSet::new();
        let mut in_sitting = false;
        for entry in entries {
            let Some(current) = all.last_mut() else {
                match &entry.event {
                    Event::Opened { amendments, .. } => {
                        numbered.extend(amendments.iter().map(|listed| &listed.id));
                    }
                    Event::Numbered { amendment, .. } => drop(numbered.insert(amendment)),
                    Event::Published { name, .. } => {
                        all.push(Self { since: Some(name.clone()), ..Self::default() });
                    }
                    _ => {}
                }
                continue;
            };
            match &entry.event {
                Event::SittingOpened { .. } => in_sitting = true,
                Event::SittingClosed {} => in_sitting = false,
                Event::Published { name, .. } => {
                    all.push(Self { since: Some(name.clone()), ..Self::default() });
                }
                _ if in_sitting => {}
                Event::Numbered { amendment, .. } => {
                    numbered.insert(amendment);
                    current.new.push(amendment.clone());
                }
                Event::Revised { amendment, .. } => put(&mut current.revised, amendment),
                Event::Translated { amendment, .. } if numbered.contains(amendment) => {
                    put(&mut current.translated, amendment);
                }
                Event::Withdrawn { amendment, .. } if numbered.contains(amendment) => {
                    put(&mut current.withdrawn, amendment);
                }
                Event::RuledOut { amendment, .. } if numbered.contains(amendment) => {
                    put(&mut current.ruled_out, amendment);
                }
                Event::CarriedOver { amendment, texts, .. } if !texts.is_empty() => {
                    put(&mut current.revised, amendment);
                }
                _ => {}
            }
        }
        match all.pop() {
            Some(last) if last.is_empty() => all.pop().unwrap_or_default(),
            Some(last) => last,
            None => Self::default(),
        }
    }

    fn is_empty(&self) -> bool {
        self.lists().iter().all(|(_, ids)| ids.is_empty())
    }

    fn lists(&self) -> [(&'static str, &Vec<Id>); 5] {
        [
            ("new", &self.new),
            ("revised", &self.revised),
            ("translated", &self.translated),
            ("withdrawn", &self.withdrawn),
            ("ruled-out", &self.ruled_out),
        ]
    }

    /// What an amendment is marked with. That it is gone, its outcome says.
    fn marks(&self, id: &Id, desk: &Desk<'_>) -> Vec<String> {
        let lists = self.lists().into_iter().take(3).filter(|(_, ids)| ids.contains(id));
        lists.map(|(kind, _)| format!("({})", desk.plain(&format!("change-{kind}")))).collect()
    }

    fn section(&self, desk: &Desk<'_>) -> Option<Section> {
        let since = self.since.as_ref().filter(|_| !self.is_empty())?;
        let name = excerpt(&desk.in_own(since), 120);
        let heading = desk.say("changes-since", &Args::new().text("name", name));
        let mut section = desk.section("changes".to_owned(), heading);
        for (kind, ids) in self.lists() {
            let known: Vec<usize> =
                ids.iter().filter_map(|id| desk.held.course.position(id)).collect();
            if known.is_empty() {
                continue;
            }
            let numbers = desk.listed(&desk.cited(&known), desk.language.labels.and);
            let args = Args::new().text("numbers", numbers).number("count", known.len());
            section.rows.push(paragraph(desk.say(&format!("changes-{kind}"), &args)));
        }
        Some(section)
    }
}

fn put(list: &mut Vec<Id>, id: &Id) {
    if !list.contains(id) {
        list.push(id.clone());
    }
}

impl Desk<'_> {
    /// "(Adopted. Votes: 31 in favour 71 against 7 abstentions)"; none while it is open.
    fn outcome_line(
        &self,
        at: usize,
        record: &Record,
        pieces: &BTreeMap<Id, Vec<Id>>,
    ) -> Option<String> {
        record.decision()?;
        let mut said = self.result(at);
        for piece in pieces.get(&record.id).into_iter().flatten() {
            let Some(piece) = self.held.course.position(piece) else { continue };
            let cited = self.cited(&[piece]).concat();
            said = format!("{said}; {cited}{} {}", self.language.labels.colon, self.result(piece));
        }
        Some(format!("({})", capital(&said)))
    }

    fn result(&self, at: usize) -> String {
        let decision = self.record(at).and_then(Record::decision);
        let count = decision.and_then(|decision| decision.vote.as_ref()?.count.as_ref());
        let args = Args::new().text("outcome", self.outcome(at));
        match count {
            Some(count) => self.say("results-line-votes", &args.text("votes", self.votes(count))),
            None => self.say("results-line", &args),
        }
    }
}
