//! What would be: a course that has not happened, on top of what was recorded.
//!
//! A hypothesis is a list of steps, "4 adopted, 6 rejected", taken in the order given. Each becomes the events that it
//! would take, with what follows from them, and the state machine checks every one. Only what has to do with
//! the moment is taken as done:
//!
//! - a sitting is open;
//! - what is supposed to be put to the vote has been called and moved, whatever the calling order; what is on the floor
//!   goes back to its place;
//! - a vote is taken in the usual way, and its figures are not known; enough members are there for it;
//! - what is supposed to be put to the vote has prevailed over the rivals that it is put against first, where the rules have
//!   that done in pairs.
//!
//! - open sub-amendments to what is supposed to be put to the vote are rejected first, where nothing else was supposed of
//!   them before: the entries tell which.
//!
//! All else holds: what has fallen cannot be adopted, and nothing is adopted that could not be carried out.

use super::{Sitting, opening};
use crate::adopt;
use crate::dossier::Dossier;
use procedure::event::{Ballot, Count, Event, Time, Vote};
use procedure::log::{Entry, Head};
use procedure::rules::{Method, Rules};
use procedure::state::{Outcome, Quorum, Record, Refusal, State as Course};
use std::collections::BTreeMap;

/// What is supposed to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supposition {
    /// This becomes of an amendment.
    Amendment {
        /// The amendment, by position in the course.
        amendment: usize,
        /// What.
        outcome: Supposed,
    },
    /// A text is put to the vote as a whole.
    Text {
        /// The text, by position.
        part: usize,
        /// Whether it is adopted.
        adopted: bool,
    },
}

/// What may be supposed of an amendment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Supposed {
    /// It is put to the vote and adopted.
    Adopted,
    /// It is put to the vote and rejected.
    Rejected,
    /// It is taken back.
    Withdrawn,
    /// It is called and nobody moves it.
    NotMoved,
}

/// Why something cannot be supposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// `hypothesis-decided`: the amendment is decided already, in what was recorded or by an earlier step.
    Decided {
        /// The amendment, by position in the course.
        amendment: usize,
        /// What became of it.
        outcome: Outcome,
        /// Of one that fell: the amendments by which it did.
        by: Vec<usize>,
    },
    /// The texts do not allow it.
    Text(Box<adopt::Refusal>),
    /// The rules do not allow it.
    Rules(Refusal),
}

impl From<Refusal> for Impossible {
    fn from(refusal: Refusal) -> Self {
        Self::Rules(refusal)
    }
}

impl<'r> Sitting<'r> {
    /// A dossier of which nothing has happened yet, as it would be when a log is opened on it under these rules.
    ///
    /// # Errors
    /// Where no log can be opened on it: two amendments with one number.
    pub fn unopened(dossier: &Dossier, rules: &'r Rules) -> Result<Self, Refusal> {
        let mut sitting = Self::new(dossier, Course::default(), rules);
        let event = opening(&sitting.state, rules, b"");
        let entry = Head::default().next(Time::of_unix(0), "", event, Vec::new());
        let mut course = Course::default();
        course.apply(&entry, rules)?;
        // Nothing is worked out anew: the log says of the amendments what the dossier says.
        sitting.know(course);
        Ok(sitting)
    }

    /// Goes on with a course of which every amendment is in the dossier as it stands here.
    fn know(&mut self, course: Course) {
        let all = self.state.dossier.amendments.iter().enumerate().rev();
        let cited: BTreeMap<String, usize> = all.map(|(at, one)| (one.cited(), at)).collect();
        let place = |record: &Record| cited.get(&record.id.0).copied().unwrap_or(usize::MAX);
        self.places = course.amendments.iter().map(place).collect();
        self.records = vec![None; self.state.dossier.amendments.len()];
        for (at, place) in self.places.iter().enumerate() {
            if let Some(record) = self.records.get_mut(*place) {
                *record = Some(at);
            }
        }
        self.course = course;
    }

    /// Takes a step of a hypothetical course. The entries that it would take are those of a log, with what follows
    /// from each, but for the chain: they are recorded nowhere.
    ///
    /// # Errors
    /// Why it cannot be; everything is as it was then.
    pub fn suppose(&mut self, step: Supposition) -> Result<Vec<Entry>, Impossible> {
        let before = self.course.clone();
        let taken = self.step(step);
        if taken.is_err() {
            self.course = before;
        }
        taken
    }

    fn step(&mut self, step: Supposition) -> Result<Vec<Entry>, Impossible> {
        let mut entries = Vec::new();
        match step {
            Supposition::Text { part, adopted } => {
                self.open_a_sitting(&mut entries)?;
                self.put_aside(None);
                let vote = usual_vote(self.rules, adopted);
                entries.push(self.happen(Event::TextVoted { part, vote })?);
            }
            Supposition::Amendment { amendment: at, outcome } => {
                let unknown = Refusal::Unknown { amendment: at.to_string().as_str().into() };
                let record = self.course.record(at).ok_or(unknown)?;
                let (amendment, by) = (record.id.clone(), signatory(record));
                if let Some(decided) = self.decided(at) {
                    return Err(decided);
                }
                if outcome == Supposed::Withdrawn {
                    entries.push(self.happen(Event::Withdrawn { amendment, by })?);
                    return Ok(entries);
                }
                self.open_a_sitting(&mut entries)?;
                if outcome != Supposed::NotMoved {
                    self.without_sub_amendments(at, &mut entries)?;
                }
                self.put_aside(Some(at));
                let floor = |sitting: &Self| {
                    let top = sitting.course.on_the_floor().filter(|top| top.amendment == at);
                    top.map(|top| top.moved.is_some())
                };
                if floor(self).is_none() {
                    entries.push(self.happen(Event::Called { amendment: amendment.clone() })?);
                }
                if outcome == Supposed::NotMoved {
                    entries.push(self.happen(Event::NotMoved { amendment })?);
                    return Ok(entries);
                }
                if floor(self) == Some(false) {
                    let amendment = amendment.clone();
                    let moved = Event::Moved { amendment, by, taken_over: false };
                    entries.push(self.happen(moved)?);
                }
                // Whatever becomes of it in the end, it prevails over its rivals first.
                while let Some(rival) = self.opponents(at).first() {
                    let second = self.course.amendments[*rival].id.clone();
                    let (first, vote) = (amendment.clone(), usual_vote(self.rules, true));
                    entries.push(self.happen(Event::Paired { first, second, vote })?);
                }
                let vote = usual_vote(self.rules, outcome == Supposed::Adopted);
                entries.push(self.happen(Event::Voted { amendments: vec![amendment], vote })?);
            }
        }
        Ok(entries)
    }

    /// Rejects the open sub-amendments to one, and to what is decided with it, in calling order.
    fn without_sub_amendments(
        &mut self,
        at: usize,
        entries: &mut Vec<Entry>,
    ) -> Result<(), Impossible> {
        let mut family = self.course.decided_with(at);
        family.push(at);
        for sub in self.calling_order() {
            let is_own = self.parent(sub).is_some_and(|parent| family.contains(&parent));
            if is_own && self.is_still_open(sub) {
                let step = Supposition::Amendment { amendment: sub, outcome: Supposed::Rejected };
                entries.extend(self.step(step)?);
            }
        }
        Ok(())
    }

    /// Takes an event with what follows from it, if texts and rules allow it; recorded nowhere.
    pub(super) fn happen(&mut self, event: Event) -> Result<Entry, Impossible> {
        // Enough members are there.
        let fraction = self.rules.votes.quorum.value;
        self.course.quorum =
            fraction.map(|fraction| Quorum { present: fraction.parts, members: fraction.of });
        let then = self.consequences(&event).map_err(Impossible::Text)?;
        let time = self.course.time.clone().unwrap_or_else(|| Time::of_unix(0));
        let head = Head { seq: self.course.seq, ..Head::default() };
        let entry = head.next(time, "", event, then);
        self.course.apply(&entry, self.rules)?;
        Ok(entry)
    }

    pub(super) fn open_a_sitting(&mut self, entries: &mut Vec<Entry>) -> Result<(), Impossible> {
        if self.course.sitting.is_none() {
            entries.push(self.happen(Event::SittingOpened { name: String::new() })?);
        }
        Ok(())
    }

    /// Takes off the floor what is above this amendment and what it changes: as if it had not been called yet.
    pub(super) fn put_aside(&mut self, but: Option<usize>) {
        let parent = but.and_then(|at| self.course.record(at)?.parent);
        while let Some(top) = self.course.on_the_floor().map(|top| top.amendment) {
            if Some(top) == but || Some(top) == parent {
                return;
            }
            self.course.floor.pop();
            if let Some(record) = self.course.amendments.get_mut(top) {
                record.called = None;
            }
        }
    }

    /// The amendments by whose decision one fell, by position in the course; none where it has not.
    pub fn fell_by(&self, at: usize) -> Vec<usize> {
        match self.decided(at) {
            Some(Impossible::Decided { by, .. }) => by,
            _ => Vec::new(),
        }
    }

    /// What became of an amendment that is decided.
    pub(super) fn decided(&self, at: usize) -> Option<Impossible> {
        let decision = self.course.record(at)?.decision()?;
        let mut by: Vec<usize> = Vec::new();
        for cause in &decision.because {
            let decided = self.course.decided_by(*cause).map_or(&[][..], |(decided, _)| decided);
            // A decision is a cause for what fell by it, too; what decided it directly is meant.
            by.extend(decided.iter().filter(|other| {
                let found = self.course.record(**other).and_then(Record::decision);
                **other != at
                    && found.is_some_and(|found| {
                        found.event == *cause && found.outcome != Outcome::Fell
                    })
            }));
        }
        by.sort_unstable();
        by.dedup();
        Some(Impossible::Decided { amendment: at, outcome: decision.outcome, by })
    }
}

/// The first signatory, who moves it or takes it back.
fn signatory(record: &Record) -> String {
    record.signed.first().cloned().unwrap_or_default()
}

/// A vote with this outcome, taken as the rules usually have it.
pub(super) fn usual_vote(rules: &Rules, adopted: bool) -> Vote {
    let methods = &rules.votes.methods.value;
    let uncounted = methods.iter().copied().find(|method| *method != Method::RollCall);
    let method = uncounted.unwrap_or(Method::RollCall);
    let ballot = if adopted { Ballot::For } else { Ballot::Against };
    // Where all votes are by roll call, one name stands for those who carry it.
    let count = (method == Method::RollCall).then(|| Count {
        in_favour: u32::from(adopted),
        against: u32::from(!adopted),
        abstentions: 0,
        roll: vec![(String::new(), ballot)],
    });
    Vote { method, count, adopted }
}
