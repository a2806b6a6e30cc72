//! What a form says that happened, as an event.

use crate::Held;
use procedure::event::{Ballot, Count, Event, Id, Piece, Ruling, Seq, Vote, Wording};
use procedure::rules::{Method, Speaker, Term};
use procedure::state::{Record, Stage};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The fields of a form by their names. `what` is the button, `form` the form, `seen` the last event that the page knew.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Happened(BTreeMap<String, String>);

impl Happened {
    /// What stands in a field, without spaces around it; nothing where there is no such field.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", |value| value.trim())
    }

    /// The event that it records.
    ///
    /// # Errors
    /// The message that says what is wanting.
    pub fn event(&self, held: &Held) -> Result<Event, &'static str> {
        let amendment = Id(self.get("amendment").to_owned());
        let stage = || self.record(held).map(|record| &record.stage);
        Ok(match self.get("what") {
            "open" => Event::SittingOpened { name: self.name("by")? },
            "close" => Event::SittingClosed {},
            "quorum" => Event::QuorumChecked {
                present: self.number("present")?,
                members: self.number("members")?,
            },
            "call" => Event::Called { amendment },
            "move" => {
                let by = self.name("by")?;
                let record = self.record(held).ok_or("screen-want-amendment")?;
                let (by, taken_over) = mover(record, by);
                Event::Moved { amendment, by, taken_over }
            }
            "not-moved" => Event::NotMoved { amendment },
            "spoke" => {
                let wanted = self.get("speaker");
                let mut all = Speaker::ALL.iter();
                let speaker = all.find(|(name, _)| *name == wanted);
                let (_, speaker) = speaker.ok_or("screen-want-name")?;
                Event::Spoke { amendment, by: self.name("by")?, speaker: *speaker }
            }
            "withdraw" => Event::Withdrawn { amendment, by: self.name("by")? },
            "separate" => Event::Separated { amendment, by: self.name("by")?, capacity: None },
            "adopt" | "reject" => {
                Event::Voted { amendments: vec![amendment], vote: self.vote(held)? }
            }
            "adopt-several" | "reject-several" => {
                let amendments = self.several(held)?;
                if amendments.len() < 2 {
                    return Err("screen-want-several");
                }
                Event::Voted { amendments, vote: self.vote(held)? }
            }
            "adopt-common" | "reject-common" => {
                let at = held.sitting.course.position(&amendment).ok_or("screen-want-amendment")?;
                let series = held.sitting.series(at);
                let texts = held.sitting.common_part(&series);
                let amendments = ids(held, &series);
                Event::CommonPartVoted { amendments, texts, vote: self.vote(held)? }
            }
            "first" | "second" => {
                let second = Id(self.get("second").to_owned());
                Event::Paired { first: amendment, second, vote: self.vote(held)? }
            }
            "propose-adopted" | "propose-rejected" => Event::Proposed {
                amendments: self.several(held)?,
                adopted: self.get("what") == "propose-adopted",
            },
            "object" => {
                let count = self.number("count")?;
                match stage() {
                    Some(Stage::Offered { .. }) => Event::OralObjected { amendment, count },
                    _ => Event::Objected { amendment, count },
                }
            }
            "declare" => match stage() {
                Some(Stage::Offered { .. }) => Event::OralAdmitted { amendment },
                _ => Event::DeclaredDecided { amendment },
            },
            "oral" => self.oral(held, self.name("by")?)?,
            "split" => Event::Split { into: self.pieces(held, &amendment)?, amendment },
            "adopt-text" | "reject-text" => {
                Event::TextVoted { part: self.part()?, vote: self.vote(held)? }
            }
            "refer-back" => Event::ReferredBack { part: self.part()?, ruling: self.ruling()? },
            "correct" => {
                let event = self.event_named()?;
                let course = &held.sitting.course;
                let roll = course.count_of(event).map(|count| count.roll.clone());
                let count = self.figures()?.ok_or("screen-want-figures")?;
                let count = Count { roll: roll.unwrap_or_default(), ..count };
                Event::Corrected { event, count, ruling: self.ruling()? }
            }
            "annul" => Event::Annulled { event: self.event_named()?, ruling: self.ruling()? },
            "uphold" => Event::Upheld { event: self.event_named()?, ruling: self.ruling()? },
            _ => return Err("chair-no-figures"),
        })
    }

    fn record<'h>(&self, held: &'h Held) -> Option<&'h Record> {
        let course = &held.sitting.course;
        course.record(course.position(&Id(self.get("amendment").to_owned()))?)
    }

    fn name(&self, field: &str) -> Result<String, &'static str> {
        Some(self.get(field))
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .ok_or("screen-want-name")
    }

    fn number(&self, field: &str) -> Result<u32, &'static str> {
        self.get(field).parse().map_err(|_| "screen-want-number")
    }

    fn part(&self) -> Result<usize, &'static str> {
        self.get("part").parse().map_err(|_| "screen-want-amendment")
    }

    fn event_named(&self) -> Result<Seq, &'static str> {
        self.get("event").parse().map_err(|_| "screen-want-event")
    }

    fn ruling(&self) -> Result<Ruling, &'static str> {
        let (by, reason) = (self.get("decides").to_owned(), self.get("reason").to_owned());
        if by.is_empty() || reason.is_empty() {
            return Err("screen-want-reason");
        }
        Ok(Ruling { by, reason, capacity: None })
    }

    /// Amendments by their numbers: "2, 5, 13/1".
    fn several(&self, held: &Held) -> Result<Vec<Id>, &'static str> {
        let cited = self.get("amendments").split([',', ';', ' ', '\u{a0}']);
        let all = cited.filter(|cited| !cited.is_empty()).map(|cited| held.sitting.cited(cited));
        let all: Vec<usize> = all.collect::<Option<_>>().ok_or("screen-want-numbers")?;
        if all.is_empty() { Err("screen-want-numbers") } else { Ok(ids(held, &all)) }
    }

    /// The figures; none where none is filled in.
    fn figures(&self) -> Result<Option<Count>, &'static str> {
        let figures = ["in_favour", "against", "abstentions"].map(|field| self.get(field));
        if figures.iter().all(|one| one.is_empty()) {
            return Ok(None);
        }
        let number = |one: &str| {
            if one.is_empty() { Ok(0) } else { one.parse().map_err(|_| "chair-no-figures") }
        };
        let [in_favour, against, abstentions] = figures;
        if in_favour.is_empty() && against.is_empty() {
            return Err("screen-want-figures");
        }
        Ok(Some(Count {
            in_favour: number(in_favour)?,
            against: number(against)?,
            abstentions: number(abstentions)?,
            roll: Vec::new(),
        }))
    }

    /// Who voted how, where names are filled in.
    fn roll(&self) -> Option<Count> {
        let mut count = Count::default();
        let sides = [
            ("names_for", Ballot::For),
            ("names_against", Ballot::Against),
            ("names_abstaining", Ballot::Abstention),
        ];
        for (field, ballot) in sides {
            let names = self.get(field).split(['\n', ',', ';']).map(str::trim);
            for name in names.filter(|name| !name.is_empty()) {
                count.roll.push((name.to_owned(), ballot));
                match ballot {
                    Ballot::For => count.in_favour += 1,
                    Ballot::Against => count.against += 1,
                    Ballot::Abstention => count.abstentions += 1,
                }
            }
        }
        (!count.roll.is_empty()).then_some(count)
    }

    /// The vote: what was declared by the button, with figures, names, or hands that were not counted.
    fn vote(&self, held: &Held) -> Result<Vote, &'static str> {
        let what = self.get("what");
        let adopted = what.starts_with("adopt") || what == "first";
        if let Some(count) = self.roll() {
            return Ok(Vote { method: Method::RollCall, count: Some(count), adopted });
        }
        let count = self.figures()?;
        let usual = if count.is_some() { Method::Electronic } else { Method::ShowOfHands };
        let methods = &held.sitting.rules.votes.methods.value;
        let mut by_hand = methods.iter().filter(|method| **method != Method::RollCall);
        let first = if methods.contains(&usual) { Some(&usual) } else { by_hand.next() };
        Ok(Vote { method: first.copied().unwrap_or(usual), count, adopted })
    }

    /// The oral amendment that this person offers.
    pub(super) fn oral(&self, held: &Held, by: String) -> Result<Event, &'static str> {
        let course = &held.sitting.course;
        let texts = self.wordings(held);
        if texts.is_empty() {
            return Err("screen-want-wording");
        }
        let (kind, to) = self.get("to").split_once(' ').ok_or("screen-want-amendment")?;
        let (parent, part) = match kind {
            "text" => (None, Some(to.parse().map_err(|_| "screen-want-amendment")?)),
            _ => {
                let parent = Id(to.to_owned());
                let at = course.position(&parent).ok_or("screen-want-amendment")?;
                (Some(parent), course.record(at).and_then(|record| record.part))
            }
        };
        Ok(Event::OralOffered { amendment: course.oral_id(), parent, part, by, texts })
    }

    /// What is typed for each language of the dossier.
    pub(super) fn wordings(&self, held: &Held) -> Vec<Wording> {
        let langs = held.sitting.state.dossier.versions.iter().map(|version| version.lang.tag());
        let wording = |lang: &str| Wording {
            lang: lang.to_owned(),
            wording: lines(self.get(&format!("wording_{lang}"))).join("\n"),
            note: String::new(),
        };
        langs.map(wording).filter(|one| !one.wording.is_empty()).collect()
    }

    /// The pieces, a line each, the lines of one language beside those of the others.
    fn pieces(&self, held: &Held, whole: &Id) -> Result<Vec<Piece>, &'static str> {
        let all = self.wordings(held);
        let all: Vec<(&str, Vec<&str>)> =
            all.iter().map(|one| (one.lang.as_str(), one.wording.lines().collect())).collect();
        let count = all.first().map_or(0, |(_, lines)| lines.len());
        if count < 2 || all.iter().any(|(_, lines)| lines.len() != count) {
            return Err("screen-want-pieces");
        }
        let piece = |at: usize| Piece {
            id: Id(format!("{whole}.{}", at + 1)),
            texts: all
                .iter()
                .filter_map(|(lang, lines)| {
                    let wording = (*lines.get(at)?).to_owned();
                    Some(Wording { lang: (*lang).to_owned(), wording, note: String::new() })
                })
                .collect(),
        };
        Ok((0..count).map(piece).collect())
    }
}

/// Who moves it, as they signed; and whether they take it over, who did not sign. Whoever speaks for a committee moves what
/// it tabled.
fn mover(record: &Record, by: String) -> (String, bool) {
    let lower = by.to_lowercase();
    match record.signed.iter().find(|name| name.to_lowercase() == lower) {
        Some(signed) => (signed.clone(), false),
        None => (by, !record.committee),
    }
}

fn ids(held: &Held, all: &[usize]) -> Vec<Id> {
    let records = all.iter().filter_map(|at| held.sitting.course.record(*at));
    records.map(|record| record.id.clone()).collect()
}

/// The lines that are not empty, without spaces around them.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}
