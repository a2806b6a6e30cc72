//! What will really be put to the vote, who may speak, and how long it will take.

use super::Sitting;
use crate::adopt;
use procedure::event::Time;
use procedure::rules::{Effect, Identical, Position, Speaker};
use procedure::state::{Needed, Record};
use std::collections::{BTreeMap, BTreeSet};

/// What is still to be decided, as things stand: nothing is supposed of how the votes will go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The questions on amendments in the order in which they will be put; what is on the floor comes first.
    pub questions: Vec<Question>,
    /// Amendments that are declared decided without a vote unless members object, in calling order, and whether
    /// adopted: the chair has proposed it, or can by the position of the committee.
    pub without_vote: Vec<(usize, bool)>,
    /// Those that are open and cannot be put as they are: they cannot be carried out, or the table office has not said
    /// where they stand in a revised draft.
    pub blocked: Vec<usize>,
    /// The texts that are still to be voted on as a whole, by position, and the majority that each needs.
    pub texts: Vec<(usize, Needed)>,
    /// Seconds for which amendments were on the floor, in the order in which they were first called; the time of a
    /// sub-amendment counts for it alone. What is on the floor counts up to the last event.
    pub heard: Vec<(usize, u64)>,
    /// How long the questions on amendments will take; none where neither the log nor the rules say anything on it.
    pub estimate: Option<Estimate>,
}

/// A question that is put to the vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The amendment, by position in the course.
    pub amendment: usize,
    /// Those that are decided with it.
    pub with: Vec<usize>,
    /// The rivals that it is put against before it is put by itself.
    pub against: Vec<usize>,
    /// Whether it is on the floor.
    pub on_the_floor: bool,
    /// The majority that it needs.
    pub needed: Needed,
    /// Who may still speak, in the order of the rules.
    pub speakers: Vec<Speaker>,
}

/// How long is left, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// For all questions; what is on the floor has used some of its own already.
    pub left: u64,
    /// For each question.
    pub each: u64,
    /// How that comes.
    pub basis: Basis,
}

/// How the time for a question comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// It is the mean of those that were on the floor and are decided.
    Heard {
        /// How many they are.
        amendments: usize,
    },
    /// None is decided yet: so many speeches of the length that the rules allow.
    Speeches {
        /// How many.
        speeches: usize,
        /// Seconds for each.
        seconds: u32,
    },
}

/// How an amendment will come to be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// Declared adopted, or rejected, without a vote.
    Declared(bool),
    /// Called and put to the vote.
    Vote,
}

impl Sitting<'_> {
    /// What is still to be decided.
    pub fn agenda(&self) -> Agenda {
        let mut agenda = Agenda {
            questions: Vec::new(),
            without_vote: Vec::new(),
            blocked: Vec::new(),
            texts: Vec::new(),
            heard: self.heard(),
            estimate: None,
        };
        let mut seen = BTreeSet::new();
        for (at, way) in self.queue() {
            // It may come to be eligible when its sub-amendments are decided, and is not now.
            let eligible = match way {
                Way::Declared(adopted) => self.can_be_declared(at, adopted),
                Way::Vote => true,
            };
            if !eligible || !seen.insert(at) {
                continue;
            }
            match way {
                // What cannot be carried out can be declared rejected all the same.
                Way::Declared(false) => agenda.without_vote.push((at, false)),
                _ if !self.can_be_put(at) => agenda.blocked.push(at),
                Way::Declared(true) => agenda.without_vote.push((at, true)),
                Way::Vote => {
                    let with = self.decided_with(at);
                    seen.extend(&with);
                    agenda.questions.push(self.question(at, with));
                }
            }
        }
        let texts = self.course.texts.iter().enumerate();
        let texts = texts.filter(|(_, text)| text.outcome.is_none());
        agenda.texts =
            texts.map(|(at, text)| (at, Needed::for_a_text(text.kind, self.rules))).collect();
        agenda.estimate = self.estimate(&agenda);
        agenda
    }

    /// All that is open and has its turn, in the order in which it comes: the floor with its sub-amendments, what can
    /// be declared without a vote, what was opened again, and the rest in calling order. An amendment may stand in it
    /// twice; it is decided where it stands first, if it can be there.
    pub(super) fn queue(&self) -> Vec<(usize, Way)> {
        let order = self.calling_order();
        let open: Vec<usize> = order.iter().copied().filter(|at| self.is_due(*at)).collect();
        let mut subs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in &open {
            if let Some(parent) = self.parent(*at) {
                subs.entry(parent).or_default().push(*at);
            }
        }
        let mut queue: Vec<(usize, Way)> = Vec::new();
        for floor in self.course.floor.iter().rev() {
            let own = subs.get(&floor.amendment).into_iter().flatten().copied();
            let rivals = self.opponents(floor.amendment);
            let of_rivals = rivals.iter().filter_map(|rival| subs.get(rival)).flatten().copied();
            let first = own.chain(of_rivals).chain([floor.amendment]);
            queue.extend(first.map(|at| (at, Way::Vote)));
        }
        for at in &open {
            let ways = self.may_be_declared(*at).into_iter();
            queue.extend(ways.map(|adopted| (*at, Way::Declared(adopted))));
        }
        let (again, rest): (Vec<usize>, Vec<usize>) =
            open.into_iter().partition(|at| self.is_of_a_reopened_family(*at));
        for at in again.into_iter().chain(rest) {
            // Rivals are put against each other as their sub-amendments have made them.
            let rivals = self.opponents(at);
            let of_rivals = rivals.iter().filter_map(|rival| subs.get(rival)).flatten();
            queue.extend(of_rivals.map(|sub| (*sub, Way::Vote)));
            queue.push((at, Way::Vote));
        }
        queue
    }

    /// As what it may be declared without a vote, adopted or rejected, if the rules allow it in its turn: as proposed by
    /// the chair, or else by the positions of committees.
    pub(super) fn may_be_declared(&self, at: usize) -> Vec<bool> {
        if self.course.floor.iter().any(|floor| floor.amendment == at) {
            return Vec::new();
        }
        if let Some(proposal) = self.course.proposals.get(&at) {
            return vec![proposal.adopted];
        }
        let Some(record) = self.course.record(at) else { return Vec::new() };
        let says = |wanted| record.positions.iter().any(|(_, found)| *found == wanted);
        let both = [(true, Position::Unanimous), (false, Position::AgainstByTwoThirds)];
        both.into_iter().filter(|(_, wanted)| says(*wanted)).map(|(adopted, _)| adopted).collect()
    }

    fn can_be_declared(&self, at: usize, adopted: bool) -> bool {
        self.course.record(at).is_some_and(|record| {
            self.course.can_be_proposed(&record.id, adopted, self.rules).is_ok()
        })
    }

    /// Whether it is open, with its place in order, and can be carried out.
    pub(super) fn can_be_put(&self, at: usize) -> bool {
        let Some(record) = self.course.record(at) else { return false };
        self.can_be_next(record) && self.can_be_carried_out(at)
    }

    /// Whether it can be carried out as it is worded, and what it changes can. A sub-amendment that does not apply can be
    /// put; it cannot be adopted.
    pub fn can_be_carried_out(&self, at: usize) -> bool {
        let Some(record) = self.course.record(at) else { return false };
        let family: Vec<usize> = record.parent.into_iter().chain([at]).collect();
        let places: Vec<usize> = family.into_iter().map(|at| self.place(at)).collect();
        !matches!(
            adopt::can_be_carried_out(&self.state, &places).map_err(|refusal| *refusal),
            Err(adopt::Refusal::NotExecutable { .. })
        )
    }

    /// The open ones that follow from it or are identical to it and are decided with it, however the vote goes.
    pub(super) fn decided_with(&self, at: usize) -> Vec<usize> {
        let falls = &self.rules.falls;
        let both = [falls.identical_if_adopted.value, falls.identical_if_rejected.value];
        let one_vote = self.rules.identical.votes.value == Identical::OneVote;
        let goes = |effect: &Effect| match effect {
            Effect::Falls => true,
            Effect::Shares => one_vote && self.is_as_tabled(at),
            Effect::Stays | Effect::Ruling => false,
        };
        let mut all = self.course.decided_with(at);
        if !both.iter().all(goes) {
            return all;
        }
        let falls = both.iter().all(|effect| *effect == Effect::Falls);
        let others = self.state.identical_to(self.place(at)).into_iter();
        let others = others.filter_map(|place| self.record(place));
        let open = |at: &usize| self.course.record(*at).is_some_and(Record::is_open);
        let apart = |other: &usize| self.course.independent(at, *other) || *other == at;
        let identical = others
            .filter(|other| open(other) && !apart(other) && (falls || self.is_as_tabled(*other)));
        let identical: Vec<usize> = identical.filter(|other| !all.contains(other)).collect();
        all.extend(identical);
        all
    }

    /// Whether no sub-amendment has changed it, or waits to.
    pub(super) fn is_as_tabled(&self, at: usize) -> bool {
        self.is_as_tabled_without(at, &BTreeSet::new())
    }

    /// The same where these fall and wait no more.
    pub(super) fn is_as_tabled_without(&self, at: usize, gone: &BTreeSet<usize>) -> bool {
        let subs = self.course.record(at).map_or(&[][..], |record| &record.sub_amendments);
        let changed = |sub: &usize| {
            let decision = self.course.record(*sub).and_then(Record::decision);
            decision.is_some_and(|decision| decision.outcome.is_adopted())
        };
        let waits = |sub: usize| !gone.contains(&sub);
        !subs.iter().any(changed) && !self.course.waiting_sub_amendments(at).any(waits)
    }

    /// Who may still speak on it once it is called, in the order of the rules. Where the committee said that it takes no
    /// position, the one whom the rules name for that is heard in addition.
    pub fn speakers(&self, at: usize) -> Vec<Speaker> {
        let floor = self.course.floor.iter().find(|floor| floor.amendment == at);
        let spoke = floor.map_or(&[][..], |floor| floor.spoke.as_slice());
        let mut speakers = self.rules.debate.speakers.value.clone();
        let extra = self.rules.committee.no_position_speaks.value;
        let positions = self.course.record(at).map_or(&[][..], |record| &record.positions);
        let silent = |(_, position): &(String, Position)| *position == Position::NoPosition;
        let silent = !positions.is_empty() && positions.iter().all(silent);
        speakers.extend(extra.filter(|extra| silent && !speakers.contains(extra)));
        // Whoever moved it has spoken for it.
        let moved = floor.is_some_and(|floor| floor.moved.is_some());
        let heard = |speaker: &Speaker| {
            (*speaker == Speaker::Mover && moved)
                || spoke.iter().any(|(other, _)| other == speaker)
                || self.heard_with(at, *speaker).is_some()
        };
        // Each group has its own speaker.
        speakers.retain(|speaker| *speaker == Speaker::Groups || !heard(speaker));
        speakers
    }

    fn question(&self, at: usize, with: Vec<usize>) -> Question {
        Question {
            amendment: at,
            with,
            against: self.opponents(at),
            on_the_floor: self.course.floor.iter().any(|floor| floor.amendment == at),
            needed: Needed::for_an_amendment(self.rules),
            speakers: self.speakers(at),
        }
    }

    fn is_due(&self, at: usize) -> bool {
        self.course.record(at).is_some_and(Record::is_open)
    }

    fn is_of_a_reopened_family(&self, at: usize) -> bool {
        [Some(at), self.parent(at)].into_iter().flatten().any(|at| self.is_reopened(at))
    }

    /// Seconds on the floor of each amendment that was there, the time of sub-amendments taken off.
    fn heard(&self) -> Vec<(usize, u64)> {
        let now = self.course.time.as_ref().map_or(0, Time::unix);
        let mut spans: BTreeMap<usize, Vec<(u64, u64)>> = BTreeMap::new();
        for (at, record) in self.course.amendments.iter().enumerate() {
            let heard = record.heard.iter().map(|(from, to)| (from.unix(), to.unix()));
            let heard: Vec<_> = heard.collect();
            if !heard.is_empty() {
                spans.insert(at, heard);
            }
        }
        for floor in &self.course.floor {
            spans.entry(floor.amendment).or_default().push((floor.since.unix(), now));
        }
        let length = |(from, to): &(u64, u64)| to.saturating_sub(*from);
        let mut all: Vec<(u64, usize, u64)> = Vec::new();
        for (at, own) in &spans {
            let within =
                |sub: &(u64, u64)| own.iter().any(|(from, to)| *from <= sub.0 && sub.1 <= *to);
            let subs = self.course.record(*at).map_or(&[][..], |record| &record.sub_amendments);
            let subs = subs.iter().filter_map(|sub| spans.get(sub)).flatten();
            let taken: u64 = subs.filter(|sub| within(sub)).map(length).sum();
            let total: u64 = own.iter().map(length).sum();
            let first = own.first().map_or(0, |(from, _)| *from);
            all.push((first, *at, total.saturating_sub(taken)));
        }
        all.sort_unstable();
        all.into_iter().map(|(_, at, seconds)| (at, seconds)).collect()
    }

    fn estimate(&self, agenda: &Agenda) -> Option<Estimate> {
        let floor = |at: usize| self.course.floor.iter().any(|floor| floor.amendment == at);
        let done: Vec<u64> = agenda
            .heard
            .iter()
            .filter(|(at, _)| !floor(*at))
            .map(|(_, seconds)| *seconds)
            .collect();
        let (each, basis) = if done.is_empty() {
            let seconds = self.rules.debate.speaking_seconds.value?.get();
            let speeches = self.rules.debate.speakers.value.len();
            (u64::from(seconds) * speeches as u64, Basis::Speeches { speeches, seconds })
        } else {
            let amendments = done.len();
            let mean = (done.iter().sum::<u64>() + amendments as u64 / 2) / amendments as u64;
            (mean, Basis::Heard { amendments })
        };
        let used = |at: usize| {
            let own = agenda.heard.iter().find(|(heard, _)| *heard == at);
            own.map_or(0, |(_, seconds)| *seconds)
        };
        let left = agenda.questions.iter().map(|question| match question.on_the_floor {
            true => each.saturating_sub(used(question.amendment)),
            false => each,
        });
        Some(Estimate { left: left.sum(), each, basis })
    }
}
