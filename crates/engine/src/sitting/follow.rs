//! What follows from an event.
//!
//! - What is adopted fells what hangs on what it takes away, together with what was adopted before: the fall names the
//!   decisions that it takes, no more.
//! - Identical amendments share a decision, fall by it or stay, as the rules have it.
//! - What was declared to follow from another is adopted or rejected with it, and falls when that falls or is gone without
//!   a vote.
//! - A wider change supersedes the narrower one that was adopted before.
//! - Sub-amendments fall with what they change, when that falls or is gone without a vote; and alone, where it stands
//!   beside what was adopted and would not with them.
//! - Of two rivals that are put against each other the one that loses falls; of a series whose common part is rejected all
//!   fall, or share that decision, as the rules have it.
//! - What is admitted or called when its place is gone falls at once.
//! - What an annulment opens again falls at once where the decisions that are left suffice for it; later decisions on what had
//!   to do with it are put to the chair.

use super::Sitting;
use crate::adopt::{self, DoesNotApply, NotSo, Refusal, Selection};
use merge::Relation;
use procedure::event::{Consequence, Declared, Event, Id, Seq};
use procedure::rules::{Actor, Effect, Identical};
use procedure::state::{Decision, Record, Stage, TextOutcome};
use std::collections::BTreeSet;

impl Sitting<'_> {
    /// What follows from an event that the rules allow.
    ///
    /// # Errors
    /// Where what it adopts cannot be carried out with what was adopted before.
    pub fn consequences(&self, event: &Event) -> Result<Vec<Consequence>, Box<Refusal>> {
        let mut follow = Follow { sitting: self, then: Vec::new(), gone: BTreeSet::new() };
        match event {
            Event::Voted { amendments, vote } => {
                let all = amendments.iter().filter_map(|id| self.course.position(id));
                let all: Vec<usize> = all.collect();
                for at in &all {
                    let rival = self.opponents(*at).into_iter().find(|one| !all.contains(one));
                    self.not_so(*at, rival, NotSo::RivalsFirst)?;
                }
                follow.decided(&all, vote.adopted)?;
            }
            // Where the rules know no such votes, they refuse it.
            Event::Paired { first, second, vote } if self.rules.votes.pairwise.value => {
                let both = self.course.position(first).zip(self.course.position(second));
                if let Some((one, other)) = both {
                    let rivals = self.opponents(one).contains(&other);
                    self.not_so(one, (!rivals).then_some(other), NotSo::NoRivals)?;
                    follow.falls(if vote.adopted { other } else { one }, &[self.course.seq + 1]);
                }
            }
            Event::CommonPartVoted { amendments, texts, vote }
                if self.rules.votes.common_part_first.value =>
            {
                let all = amendments.iter().filter_map(|id| self.course.position(id));
                let all: Vec<usize> = all.collect();
                let common = self.common_part(&all);
                if let [one, other, ..] = all[..] {
                    let none = common.is_empty() || common != *texts;
                    self.not_so(one, none.then_some(other), NotSo::NoSeries)?;
                }
                if !vote.adopted {
                    follow.series_rejected(&all);
                }
            }
            // A translation adds a language: what is worded in it, in the dossier or by the log, is not replaced by it.
            Event::Translated { amendment, text } => {
                let on_the_floor =
                    |at: &usize| self.course.floor.iter().any(|floor| floor.amendment == *at);
                let at = self.course.position(amendment);
                // What is decided or on the floor is not worded otherwise in any language: the rules refuse that.
                let at = at.filter(|at| !on_the_floor(at) && self.is_still_open(*at));
                let at = at.map(|at| self.place(at));
                let amendment = at.and_then(|at| self.state.dossier.amendments.get(at));
                let mut texts = amendment.map_or(&[][..], |amendment| &amendment.texts).iter();
                let there = texts.find(|there| there.lang.tag() == text.lang);
                if let (Some(amendment), Some(there)) = (at, there) {
                    let lang = there.lang;
                    return Err(Box::new(Refusal::WordedAlready { amendment, lang }));
                }
            }
            Event::Spoke { amendment, speaker, .. } => {
                if let Some(at) = self.course.position(amendment) {
                    self.not_so(at, self.heard_with(at, *speaker), NotSo::HeardTogether)?;
                }
            }
            Event::DeclaredDecided { amendment } => {
                let at = self.course.position(amendment);
                let adopted = at.and_then(|at| self.course.proposals.get(&at));
                let adopted = adopted.is_some_and(|proposal| proposal.adopted);
                follow.decided(&at.into_iter().collect::<Vec<_>>(), adopted)?;
            }
            Event::Annulled { event, .. } => follow.annulled(*event)?,
            Event::Related { first, second, relation, capacity, .. } => {
                self.can_be_related(first, second, *relation, *capacity)?;
                let at = |id| self.course.position(id);
                if let (Declared::Fells, Some(first), Some(second)) =
                    (relation, at(first), at(second))
                    && let Some(because) = self.fells_by(first)
                    && follow.is_open(second)
                {
                    follow.falls(second, &[because]);
                }
            }
            Event::Called { amendment } => {
                let at = self.course.position(amendment);
                // One that is displaced is not called, whatever its wording leads to.
                let settled = |at: usize| {
                    self.course
                        .record(at)
                        .is_some_and(|record| record.is_open() && !record.displaced)
                };
                let parent = |at: usize| self.course.record(at).and_then(|record| record.parent);
                let open = at.filter(|at| settled(*at) && parent(*at).is_none_or(settled));
                // What could be adopted and not be carried out is not called: its wording is settled first.
                if let Some((at, Err(refusal))) =
                    open.map(|at| (at, self.superseded_if_adopted(&[at])))
                    && self.is_not_executable(at, &refusal)
                {
                    return Err(refusal);
                }
                follow.already_gone(amendment);
            }
            Event::Admitted { amendment, .. } | Event::OralAdmitted { amendment } => {
                follow.already_gone(amendment);
            }
            _ => {}
        }
        let next = self.course.seq + 1;
        let without_a_vote = matches!(
            event,
            Event::Withdrawn { .. } | Event::NotMoved { .. } | Event::RuledOut { .. }
        );
        for at in self.course.gone_by(event) {
            follow.families(at, &[next]);
            if without_a_vote {
                let seconds: Vec<usize> = self.course.consequential_to(at).collect();
                seconds.into_iter().for_each(|second| follow.falls(second, &[next]));
            }
        }
        Ok(follow.then)
    }

    fn not_so(&self, at: usize, other: Option<usize>, why: NotSo) -> Result<(), Box<Refusal>> {
        match other.map(|other| [self.place(at), self.place(other)]) {
            Some(amendments) => Err(Box::new(Refusal::Together { amendments, why })),
            None => Ok(()),
        }
    }

    /// Whether this is why one can never be carried out as it is worded, whatever is decided.
    fn is_not_executable(&self, at: usize, refusal: &Refusal) -> bool {
        match refusal {
            Refusal::NotExecutable { .. } => true,
            Refusal::SubAmendment { amendment, why, .. } => {
                let never = matches!(why, DoesNotApply::NoPlace | DoesNotApply::Unreadable);
                // Its own adopted ones, too, which a revision may have left without a place.
                let sub = self.record(*amendment).and_then(|at| self.course.record(at));
                let own = sub.and_then(|sub| sub.parent) == Some(at);
                never && (own || *amendment == self.place(at))
            }
            Refusal::Falls { .. }
            | Refusal::ParentNotAdopted { .. }
            | Refusal::NotSeparated { .. }
            | Refusal::WordedAlready { .. }
            | Refusal::Together { .. } => false,
        }
    }

    /// Whether what is declared of two amendments can be: of two identical ones only whoever the rules name has them
    /// put each by itself; where one takes away what the other hangs on, the fall is no matter of opinion; and what is
    /// adopted with another can be carried out with it.
    fn can_be_related(
        &self,
        first: &Id,
        second: &Id,
        relation: Declared,
        capacity: Option<Actor>,
    ) -> Result<(), Box<Refusal>> {
        let at = |id: &Id| self.course.position(id);
        let (Some(first), Some(second)) = (at(first), at(second)) else { return Ok(()) };
        let decided = |at: usize| self.course.record(at).and_then(Record::decision).is_some();
        if decided(first) || decided(second) {
            return Ok(());
        }
        let both = |one: usize, other: usize| {
            let all = Selection::Sequence(self.adopted_with(&[one, other]));
            adopt::superseded(&self.state, &all).map(drop)
        };
        match relation {
            Declared::Fells => Ok(()),
            Declared::Consequential => both(first, second),
            Declared::Independent => {
                let (one, other) = (self.place(first), self.place(second));
                let separated_by = &self.rules.identical.separated_by.value;
                if self.state.identical(one, other)
                    && !capacity.is_some_and(|capacity| separated_by.contains(&capacity))
                {
                    return Err(Box::new(Refusal::NotSeparated { amendments: [one, other] }));
                }
                for (one, other) in [(first, second), (second, first)] {
                    match both(one, other) {
                        Err(refusal) if matches!(*refusal, Refusal::Falls { .. }) => {
                            return Err(refusal);
                        }
                        _ => {}
                    }
                }
                Ok(())
            }
        }
    }

    /// The amendments of the course that would fall if this one were adopted now, in calling order.
    ///
    /// # Errors
    /// Where it cannot be carried out with what was adopted before.
    pub fn would_fall(&self, at: usize) -> Result<Vec<usize>, Box<Refusal>> {
        let mut follow = Follow { sitting: self, then: Vec::new(), gone: BTreeSet::new() };
        follow.decided(&[at], true)?;
        let fallen = follow.then.iter().filter_map(|consequence| match consequence {
            Consequence::Fell { amendment, .. } => self.course.position(amendment),
            _ => None,
        });
        let fallen: BTreeSet<usize> = fallen.collect();
        Ok(self.calling_order().into_iter().filter(|at| fallen.contains(at)).collect())
    }
}

struct Follow<'a, 'r> {
    sitting: &'a Sitting<'r>,
    then: Vec<Consequence>,
    /// What is decided by the event or by what follows from it.
    gone: BTreeSet<usize>,
}

impl Follow<'_, '_> {
    fn decided(&mut self, amendments: &[usize], adopted: bool) -> Result<(), Box<Refusal>> {
        let sitting = self.sitting;
        let next = sitting.course.seq + 1;
        self.gone.extend(amendments);
        let falls = &sitting.rules.falls;
        let effect = match adopted {
            true => falls.identical_if_adopted.value,
            false => falls.identical_if_rejected.value,
        };
        let one_vote = sitting.rules.identical.votes.value == Identical::OneVote;
        let mut decided = amendments.to_vec();
        for at in amendments {
            for second in sitting.course.decided_with(*at) {
                self.shares(second, &mut decided);
            }
        }
        // First of all: one identical to what is adopted shares the decision once nothing waits to change it.
        let is_main =
            |at: &usize| sitting.course.record(*at).is_some_and(|one| one.parent.is_none());
        if adopted && decided.iter().any(is_main) {
            for (sub, causes) in sitting.subs_too_late(&sitting.adopted_with(&decided)) {
                self.falls(sub, &self.events(causes, next));
            }
        }
        let mut next_one = 0;
        while let Some(at) = decided.get(next_one).copied() {
            next_one += 1;
            for place in sitting.state.identical_to(sitting.place(at)) {
                let other = sitting.record(place).filter(|at| self.is_open(*at));
                // What follows from another is decided with that one alone.
                let free = |other: &usize| {
                    let waits = sitting.course.waits_for(*other);
                    waits.is_none_or(|first| decided.contains(&first))
                        && !sitting.course.independent(at, *other)
                };
                let Some(other) = other.filter(free) else {
                    continue;
                };
                match effect {
                    // What sub-amendments have changed, or may change, is identical no more.
                    Effect::Shares
                        if one_vote && [at, other].iter().all(|at| self.is_as_tabled(*at)) =>
                    {
                        self.shares(other, &mut decided);
                        for second in sitting.course.decided_with(other) {
                            self.shares(second, &mut decided);
                        }
                    }
                    Effect::Falls => self.falls(other, &[next]),
                    _ => {}
                }
            }
            self.families(at, &[next]);
        }
        if !adopted {
            self.near_the_rejected(&decided, next);
            return Ok(());
        }
        // What cannot stand with the rest, a sub-amendment with what it changes, is refused before it is recorded.
        let replaced = sitting.superseded_if_adopted(&decided)?;
        let main: Vec<usize> = decided.iter().copied().filter(is_main).collect();
        // A sub-amendment alone takes nothing from the text.
        if !main.is_empty() {
            self.superseded(&replaced, &decided);
            self.fallen(&main, &sitting.adopted_with(&decided), next);
        }
        for at in decided.iter().filter(|at| !main.contains(at)) {
            self.rivals(*at, next);
        }
        self.declared(&decided, next);
        Ok(())
    }

    /// What becomes of a series whose common part is rejected, as the rules have it. Where the chair is to rule on that,
    /// nothing follows by itself.
    fn series_rejected(&mut self, series: &[usize]) {
        let next = self.sitting.course.seq + 1;
        match self.sitting.rules.votes.series_if_rejected.value {
            Effect::Falls => series.iter().for_each(|at| self.falls(*at, &[next])),
            Effect::Shares => {
                let mut decided = Vec::new();
                for at in series {
                    self.shares(*at, &mut decided);
                    self.families(*at, &[next]);
                }
            }
            Effect::Stays | Effect::Ruling => {}
        }
    }

    /// What becomes of those that contradict what is rejected, or hang on what it would have taken away, where the rules
    /// let anything follow from a rejection. Where the chair is to rule, nothing follows by itself.
    fn near_the_rejected(&mut self, rejected: &[usize], next: Seq) {
        let sitting = self.sitting;
        let falls = &sitting.rules.falls;
        let (conflicting, dependent) =
            (falls.conflicting_if_rejected.value, falls.dependent_if_rejected.value);
        let follows = |effect| matches!(effect, Effect::Falls | Effect::Shares);
        if !follows(conflicting) && !follows(dependent) {
            return;
        }
        let mut decided = rejected.to_vec();
        for at in rejected {
            let place = sitting.place(*at);
            for other in sitting.state.clashes(place) {
                let related = sitting.state.relate(place, other);
                let effect = match related.map(|(related, _)| related.relation) {
                    Some(Relation::Contradicts) => conflicting,
                    Some(Relation::Overtakes) => dependent,
                    _ => Effect::Stays,
                };
                let other = sitting.record(other).filter(|other| {
                    self.is_open(*other) && !sitting.course.independent(*at, *other)
                });
                match (effect, other) {
                    (Effect::Falls, Some(other)) => self.falls(other, &[next]),
                    (Effect::Shares, Some(other)) => {
                        self.shares(other, &mut decided);
                        self.families(other, &[next]);
                    }
                    _ => {}
                }
            }
        }
    }

    /// One is decided with those that are.
    fn shares(&mut self, at: usize, decided: &mut Vec<usize>) {
        if self.gone.insert(at) {
            let amendment = self.sitting.course.amendments[at].id.clone();
            self.then.push(Consequence::Shares { amendment });
            decided.push(at);
        }
    }

    /// Sub-amendments that cannot be carried out with the one adopted now.
    fn rivals(&mut self, at: usize, next: Seq) {
        let sitting = self.sitting;
        let Some(parent) = sitting.course.record(at).and_then(|record| record.parent) else {
            return;
        };
        let none = BTreeSet::new();
        let mut adopted: Vec<usize> = sitting.adopted_subs(parent, &none).collect();
        adopted.push(at);
        let others: Vec<usize> = sitting.course.open_sub_amendments(parent).collect();
        for other in others.into_iter().filter(|other| *other != at) {
            if let Some(rivals) = sitting.rivals(other, &sitting.adopted(), adopted.clone()) {
                let places = rivals.into_iter().map(|at| sitting.place(at)).collect();
                self.falls(other, &self.events(places, next));
            }
        }
    }

    /// Whether no sub-amendment has changed it, or waits to, when what falls now is gone.
    fn is_as_tabled(&self, at: usize) -> bool {
        self.sitting.is_as_tabled_without(at, &self.gone)
    }

    /// What falls because somebody declared that it does.
    fn declared(&mut self, amendments: &[usize], next: Seq) {
        let related: Vec<usize> = self
            .sitting
            .course
            .related
            .iter()
            .filter(|((first, _), relation)| {
                **relation == Declared::Fells && amendments.contains(first)
            })
            .map(|((_, second), _)| *second)
            .collect();
        for second in related.into_iter().filter(|at| self.is_open(*at)).collect::<Vec<_>>() {
            self.falls(second, &[next]);
        }
    }

    /// Those of them that fall by what was adopted, by position in the dossier, as their adopted sub-amendments have
    /// changed them, with the causes.
    fn fall_by(&self, open: &[usize], adopted: &[usize]) -> Vec<(usize, Vec<usize>)> {
        let sitting = self.sitting;
        let is_adopted = |sub: &&usize| {
            let decision = sitting.course.record(**sub).and_then(Record::decision);
            decision.is_some_and(|decision| decision.outcome.is_adopted())
        };
        let asked = open.iter().map(|at| {
            let record = sitting.course.record(*at);
            let subs = record.map_or(&[][..], |record| &record.sub_amendments);
            let own = subs.iter().filter(is_adopted).map(|sub| sitting.place(*sub));
            (sitting.place(*at), own.collect())
        });
        adopt::falls_of(&sitting.state, &asked.collect::<Vec<_>>(), adopted)
    }

    /// What was adopted before and is replaced now. One that was replaced already is so once more where what is decided
    /// now would have done it alone.
    fn superseded(&mut self, replaced: &BTreeSet<usize>, decided: &[usize]) {
        let sitting = self.sitting;
        let before = sitting.adopted();
        let places: Vec<usize> =
            before.into_iter().collect::<BTreeSet<_>>().intersection(replaced).copied().collect();
        let standing = sitting.adopted_with(decided);
        for place in places {
            let found = sitting.record(place).and_then(|at| sitting.course.record(at));
            let Some((record, decision)) = found.and_then(|one| Some((one, one.decision()?)))
            else {
                continue;
            };
            let without = standing.iter().copied().filter(|other| {
                let by = sitting.record(*other).map(|at| self.decided_by(at, 0));
                *other != place && !by.is_some_and(|by| decision.wider.contains(&by))
            });
            let without: Vec<usize> = without.collect();
            if decision.wider.is_empty() || adopt::falls(&sitting.state, place, &without).is_some()
            {
                self.then.push(Consequence::Superseded { amendment: record.id.clone() });
            }
        }
    }

    /// What falls now that `all` are adopted, these `amendments` among them.
    fn fallen(&mut self, amendments: &[usize], all: &[usize], next: Seq) {
        let sitting = self.sitting;
        let mut concerned: BTreeSet<usize> = BTreeSet::new();
        for at in amendments {
            match sitting.course.record(*at).map(|record| record.sub_amendments.is_empty()) {
                // Whatever it takes away from another, the two have to do with one another.
                Some(true) => concerned.extend(sitting.state.clashes(sitting.place(*at))),
                // Sub-amended it may act elsewhere.
                _ => concerned.extend(sitting.course.open().map(|at| sitting.place(at))),
            }
        }
        let open = concerned.into_iter().filter_map(|place| sitting.record(place));
        let open =
            open.filter(|at| self.is_open(*at) && sitting.course.amendments[*at].parent.is_none());
        let open: Vec<usize> = open.collect();
        let mut fallen = Vec::new();
        for (place, causes) in self.fall_by(&open, all) {
            let Some(at) = sitting.record(place) else { continue };
            fallen.push((sitting.state.rank(place), at, self.events(causes, next)));
        }
        fallen.sort();
        for (_, at, because) in fallen {
            self.falls(at, &because);
        }
    }

    fn annulled(&mut self, event: Seq) -> Result<(), Box<Refusal>> {
        let sitting = self.sitting;
        let decided = sitting.course.amendments.iter().enumerate();
        let decided: Vec<(usize, &Decision)> =
            decided.filter_map(|(at, record)| Some((at, record.decision()?))).collect();
        let opens = |decision: &Decision| decision.rests_on(event);
        let opened: BTreeSet<usize> =
            decided.iter().filter(|(_, decision)| opens(decision)).map(|(at, _)| *at).collect();
        let gone: BTreeSet<usize> = opened.iter().map(|at| sitting.place(*at)).collect();
        // An adopted sub-amendment is carried out in what it changes, and in nothing while that is open.
        let stays = |place: &usize| {
            let parent = sitting.record(*place).and_then(|at| sitting.course.record(at)?.parent);
            !gone.contains(place) && parent.is_none_or(|at| !opened.contains(&at))
        };
        let left: Vec<usize> = sitting.adopted().into_iter().filter(stays).collect();
        // Amendments before their sub-amendments, which fall with them.
        let (subs, main): (Vec<usize>, Vec<usize>) =
            opened.iter().partition(|at| sitting.course.amendments[**at].parent.is_some());
        for at in main.into_iter().filter(|at| !self.gone.contains(at)).collect::<Vec<_>>() {
            if let Some(because) = sitting.falls_beside(at, &left, &opened) {
                self.falls_again(at, &because, &opened);
            }
        }
        for at in subs.into_iter().filter(|at| !self.gone.contains(at)).collect::<Vec<_>>() {
            if let Some(because) = sitting.falls_beside(at, &left, &opened) {
                self.falls_again(at, &because, &opened);
            }
        }
        for at in opened.iter().copied().filter(|at| !self.gone.contains(at)).collect::<Vec<_>>() {
            if let Some(because) = sitting.declared_to_fall(at, &opened) {
                self.falls_again(at, &because, &opened);
            }
        }
        adopt::superseded(&sitting.state, &Selection::Sequence(left))?;
        // Later decisions on what had to do with what is open again, on what it changes, and on the text.
        let mut later = BTreeSet::new();
        for at in &opened {
            let main = sitting.course.amendments[*at].parent.unwrap_or(*at);
            let near = sitting.state.clashes(sitting.place(main));
            let near = near.into_iter().filter_map(|place| sitting.record(place));
            let family = sitting.course.amendments[main].sub_amendments.iter().copied();
            for other in near.chain(family).chain([main]) {
                let decision = sitting.course.record(other).and_then(Record::decision);
                later.extend(decision.filter(|found| !opens(found)).map(|found| found.event));
            }
            let part = sitting.course.amendments[main].part;
            for (at, text) in sitting.course.texts.iter().enumerate() {
                if part.is_none_or(|part| part == at)
                    && let Some(TextOutcome::Voted { event, .. }) = &text.outcome
                {
                    later.insert(*event);
                }
            }
        }
        for event in later.into_iter().filter(|seq| *seq > event && sitting.course.stands(*seq)) {
            self.then.push(Consequence::ForRuling { event });
        }
        Ok(())
    }

    /// It falls, and with it the sub-amendments to it and what was declared to follow from it.
    fn falls(&mut self, at: usize, because: &[Seq]) {
        let falls = &self.sitting.rules.falls;
        let with_it = falls.sub_amendments_if_gone.value == Effect::Falls;
        self.fall(at, because, |follow, one| {
            follow.sitting.course.record(one).is_some_and(|record| {
                let waits =
                    matches!(record.stage, Stage::Open | Stage::Tabled | Stage::Offered { .. });
                waits && (with_it || one == at || record.parent.is_none())
            })
        });
    }

    /// The same of what an annulment has opened: what fell with it falls with it again.
    fn falls_again(&mut self, at: usize, because: &[Seq], opened: &BTreeSet<usize>) {
        self.fall(at, because, |_, at| opened.contains(&at));
    }

    fn fall(&mut self, at: usize, because: &[Seq], can: impl Fn(&Self, usize) -> bool) {
        let course = &self.sitting.course;
        let (mut left, mut next) = (vec![at], 0);
        while let Some(at) = left.get(next).copied() {
            next += 1;
            if !can(self, at) || !self.gone.insert(at) {
                continue;
            }
            let record = &course.amendments[at];
            let (amendment, because) = (record.id.clone(), because.to_vec());
            self.then.push(Consequence::Fell { amendment, because });
            left.extend(&record.sub_amendments);
            left.extend(course.consequential_to(at));
        }
    }

    /// The open sub-amendments to what is decided fall with it.
    fn families(&mut self, at: usize, because: &[Seq]) {
        if self.sitting.rules.falls.sub_amendments_if_gone.value != Effect::Falls {
            return;
        }
        let subs: Vec<usize> = self.sitting.course.waiting_sub_amendments(at).collect();
        for sub in subs {
            self.falls(sub, because);
        }
    }

    /// What is admitted or called after the decisions by which it falls, falls at once.
    fn already_gone(&mut self, amendment: &Id) {
        let at = self.sitting.course.position(amendment);
        let Some(at) = at else { return };
        let by_place = self.sitting.falls_by_now(at);
        let because = by_place.or_else(|| self.sitting.declared_to_fall(at, &BTreeSet::new()));
        if let Some(because) = because {
            self.falls(at, &because);
        }
    }

    /// The decisions on these amendments of the dossier, ascending: the event that is recorded now, or earlier ones.
    fn events(&self, places: Vec<usize>, next: Seq) -> Vec<Seq> {
        let decided = places
            .into_iter()
            .filter_map(|place| self.sitting.record(place))
            .map(|at| if self.gone.contains(&at) { next } else { self.decided_by(at, next) });
        decided.collect::<BTreeSet<Seq>>().into_iter().collect()
    }

    fn is_open(&self, at: usize) -> bool {
        let record = self.sitting.course.record(at);
        record.is_some_and(Record::is_open) && !self.gone.contains(&at)
    }

    fn decided_by(&self, at: usize, next: Seq) -> Seq {
        let decision = self.sitting.course.record(at).and_then(Record::decision);
        decision.map_or(next, |decision| decision.event)
    }
}
