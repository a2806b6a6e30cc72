//! Whether an event can happen as things stand.

mod after;
mod before;
mod sitting;

use super::{Floor, Record, Refusal, Stage, State, TextOutcome, needs_a_sitting};
use crate::event::{Event, Id, Ruling, Wording};
use crate::log::Entry;
use crate::rules::Rules;
use std::collections::BTreeSet;

type Checked = Result<(), Refusal>;

impl State {
    /// Whether the rules allow this entry now.
    ///
    /// # Errors
    /// The rule that forbids it.
    pub fn check(&self, entry: &Entry, rules: &Rules) -> Checked {
        let opens = matches!(entry.event, Event::Opened { .. });
        match (&self.opened, opens) {
            (None, false) => return Err(Refusal::NotOpened),
            (Some(_), true) => return Err(Refusal::OpenedTwice),
            _ => {}
        }
        if let Some(before) = self.time.as_ref().filter(|before| **before > entry.time) {
            return Err(Refusal::TimeGoesBack { before: before.clone() });
        }
        if needs_a_sitting(&entry.event) && self.sitting.is_none() {
            return Err(Refusal::NoSitting);
        }
        self.ruling(&entry.event, rules)?;
        match &entry.event {
            Event::Opened { .. } => self.checked_opening(&entry.event)?,
            event => {
                self.checked_before(entry, event, rules)?;
                self.checked_sitting(event, rules)?;
                self.checked_after(event, rules)?;
            }
        }
        self.checked_consequences(entry, rules)
    }

    /// What is decided by hand has somebody who decides it, and a reason; where it is said in what capacity, it is one
    /// that the rules name for that.
    fn ruling(&self, event: &Event, rules: &Rules) -> Checked {
        let Some(ruling) = ruling_of(event) else { return Ok(()) };
        let empty = |words: &str| words.trim().is_empty();
        if empty(&ruling.by) || empty(&ruling.reason) {
            return Err(Refusal::NoReason);
        }
        let overrides = &rules.overrides;
        let handed_in = |id: &Id| {
            let record = self.position(id).and_then(|at| self.record(at));
            record.is_some_and(|record| record.stage == Stage::Tabled)
        };
        let (allowed, rule) = match event {
            Event::Tabled { .. } => (&overrides.deadline.value, "overrides.deadline"),
            // What is printed was admitted: to rule it out now is to decide otherwise.
            Event::RuledOut { amendment, .. } if handed_in(amendment) => {
                (&rules.tabling.admitted_by.value, "tabling.admitted-by")
            }
            Event::RuledOut { .. } => (&overrides.admissibility.value, "overrides.admissibility"),
            Event::Ordered { .. } => (&overrides.order.value, "overrides.order"),
            Event::RelationLifted { .. } => (&overrides.relation.value, "overrides.relation"),
            Event::Corrected { .. } | Event::Annulled { .. } | Event::Upheld { .. } => {
                (&overrides.result.value, "overrides.result")
            }
            _ => return Ok(()),
        };
        match ruling.capacity.is_some_and(|capacity| !allowed.contains(&capacity)) {
            true => Err(Refusal::NotForThem { rule }),
            false => Ok(()),
        }
    }

    /// It is settled where it stands in a revised draft, and where what it changes does.
    fn is_settled(&self, record: &Record) -> Checked {
        let parent = record.parent.and_then(|parent| self.record(parent));
        match [Some(record), parent].into_iter().flatten().find(|record| record.displaced) {
            Some(displaced) => Err(Refusal::Displaced { amendment: displaced.id.clone() }),
            None => Ok(()),
        }
    }

    /// What an amendment changes is still to be decided: its text, and the amendment of a sub-amendment.
    fn its_place_is_open(&self, record: &Record) -> Checked {
        let parent = record.parent.and_then(|parent| self.record(parent));
        if let Some(parent) = parent.filter(|parent| !parent.is_open()) {
            return Err(stage_of(parent));
        }
        record.part.map_or(Ok(()), |part| self.text_is_open(part))
    }

    /// The same, but the amendment of a sub-amendment may wait for its admission.
    fn its_place_is_undecided(&self, record: &Record) -> Checked {
        let parent = record.parent.and_then(|parent| self.record(parent));
        if let Some(parent) = parent.filter(|parent| parent.decision().is_some()) {
            return Err(stage_of(parent));
        }
        record.part.map_or(Ok(()), |part| self.text_is_open(part))
    }

    fn text_is_open(&self, part: usize) -> Checked {
        let text = self.texts.get(part).ok_or(Refusal::UnknownText { part })?;
        match text.outcome {
            None => Ok(()),
            Some(TextOutcome::Voted { event, .. } | TextOutcome::ReferredBack { event }) => {
                Err(Refusal::TextDecided { event })
            }
        }
    }

    pub(super) fn known(&self, id: &Id) -> Result<usize, Refusal> {
        self.position(id).ok_or_else(|| Refusal::Unknown { amendment: id.clone() })
    }

    fn is_new(&self, id: &Id) -> Checked {
        match self.position(id) {
            Some(_) => Err(Refusal::IdTaken { amendment: id.clone() }),
            None => Ok(()),
        }
    }

    fn at_stage(&self, id: &Id, is: impl Fn(&Stage) -> bool) -> Result<&Record, Refusal> {
        let record = &self.amendments[self.known(id)?];
        if is(&record.stage) { Ok(record) } else { Err(stage_of(record)) }
    }

    pub(super) fn undecided(&self, id: &Id) -> Result<&Record, Refusal> {
        self.at_stage(id, |stage| !matches!(stage, Stage::Decided(_)))
    }

    fn can_be_to(&self, parent: Option<&Id>, part: Option<usize>, rules: &Rules) -> Checked {
        if let Some(part) = part.filter(|part| *part >= self.texts.len()) {
            return Err(Refusal::UnknownText { part });
        }
        let Some(parent) = parent else { return Ok(()) };
        let record = self.undecided(parent)?;
        let depth = rules.sub_amendments.depth.value.get();
        if depth < 2 || record.parent.is_some() { Err(Refusal::TooDeep { depth }) } else { Ok(()) }
    }

    fn number_is_free(&self, record: &Record, number: &str) -> Checked {
        let holder = self.numbers.get(&(record.parent, number.to_owned()));
        match holder.and_then(|at| self.record(*at)) {
            Some(other) if other.id != record.id => {
                Err(Refusal::NumberTaken { number: number.to_owned() })
            }
            _ => Ok(()),
        }
    }

    fn no_open_sub_amendments(&self, id: &Id) -> Checked {
        match self.open_sub_amendments(self.known(id)?).next() {
            Some(sub) => {
                Err(Refusal::SubAmendmentsFirst { first: self.amendments[sub].id.clone() })
            }
            None => Ok(()),
        }
    }

    fn floor_is_free(&self) -> Checked {
        match self.floor.last() {
            Some(top) => {
                Err(Refusal::FloorTaken { amendment: self.amendments[top.amendment].id.clone() })
            }
            None => Ok(()),
        }
    }

    fn not_on_the_floor(&self, id: &Id) -> Checked {
        let at = self.known(id)?;
        match self.floor.iter().any(|floor| floor.amendment == at) {
            true => Err(Refusal::FloorTaken { amendment: id.clone() }),
            false => Ok(()),
        }
    }

    fn on_top(&self, id: &Id) -> Result<&Floor, Refusal> {
        let at = self.known(id)?;
        let top = self.floor.last().filter(|floor| floor.amendment == at);
        top.ok_or_else(|| Refusal::NotOnTheFloor { amendment: id.clone() })
    }

    fn proposed(&self, id: &Id) -> Result<(usize, bool), Refusal> {
        let at = self.known(id)?;
        if self.amendments[at].decision().is_some() {
            return Err(stage_of(&self.amendments[at]));
        }
        let proposal = self.proposals.get(&at);
        let proposal = proposal.ok_or_else(|| Refusal::NotProposed { amendment: id.clone() })?;
        Ok((at, proposal.adopted))
    }
}

/// How many must object for what is proposed to be put to the vote.
pub(super) fn enough(adopted: bool, rules: &Rules) -> u32 {
    let committee = &rules.committee;
    let enough = if adopted {
        committee.adopted_objectors.value
    } else {
        committee.rejected_objectors.value
    };
    enough.map_or(1, |enough| enough.get())
}

fn stage_of(record: &Record) -> Refusal {
    let decided = record.decision().map(|decision| decision.event);
    Refusal::Stage { amendment: record.id.clone(), decided }
}

/// Whether there is no wording, or one of no words.
fn says_nothing(texts: &[Wording]) -> bool {
    texts.is_empty() || texts.iter().any(|text| text.wording.trim().is_empty())
}

fn each_language_once(texts: &[Wording]) -> Checked {
    let mut seen = BTreeSet::new();
    match texts.iter().find(|text| !seen.insert(&text.lang)) {
        Some(twice) => Err(Refusal::LanguageTwice { lang: twice.lang.clone() }),
        None => Ok(()),
    }
}

/// Whoever decides something by hand, and why.
fn ruling_of(event: &Event) -> Option<&Ruling> {
    match event {
        Event::Tabled { late, .. } => late.as_ref(),
        Event::Compromise { ruling, .. }
        | Event::Grouped { ruling, .. }
        | Event::RuledOut { ruling, .. }
        | Event::Ordered { ruling, .. }
        | Event::Related { ruling, .. }
        | Event::RelationLifted { ruling, .. }
        | Event::Corrected { ruling, .. }
        | Event::Annulled { ruling, .. }
        | Event::Upheld { ruling, .. }
        | Event::CarriedOver { ruling, .. }
        | Event::ReferredBack { ruling, .. }
        | Event::Edited { ruling, .. } => Some(ruling),
        _ => None,
    }
}

fn distinct<'a>(mut ids: impl Iterator<Item = &'a Id>) -> Checked {
    let mut seen = BTreeSet::new();
    match ids.find(|id| !seen.insert(*id)) {
        Some(twice) => Err(Refusal::IdTaken { amendment: twice.clone() }),
        None => Ok(()),
    }
}
