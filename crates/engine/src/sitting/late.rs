//! What comes too late: amendments and sub-amendments whose place decisions have taken away already.
//!
//! Most of what falls does so at the decision that takes its place away. Three things come after it: an amendment that
//! is admitted when its place is gone, a wording that was revised or divided meanwhile, and a sub-amendment whose
//! amendment still stands, but would not with it.

use super::Sitting;
use crate::adopt::{self, DoesNotApply, Refusal, Selection};
use procedure::event::{Declared, Seq};
use procedure::state::Record;
use std::collections::BTreeSet;

impl Sitting<'_> {
    /// The decisions by which this one falls as things stand, ascending; none where it has its place.
    pub(super) fn falls_by_now(&self, at: usize) -> Option<Vec<Seq>> {
        self.falls_beside(at, &self.adopted(), &BTreeSet::new())
    }

    /// The same beside what is `left` of what was adopted, by position in the dossier, when these amendments of the
    /// course are open again.
    pub(super) fn falls_beside(
        &self,
        at: usize,
        left: &[usize],
        reopened: &BTreeSet<usize>,
    ) -> Option<Vec<Seq>> {
        let decided = |at: usize| self.course.record(at)?.decision().map(|found| found.event);
        let Some(parent) = self.course.record(at)?.parent else {
            let with = self.with_own(at, left, reopened);
            let causes = adopt::falls(&self.state, self.place(at), &with)?;
            let causes = causes.into_iter().filter_map(|place| self.record(place));
            return events(causes.filter_map(decided));
        };
        if let Some(causes) = self.sub_falls_by(at, left, reopened) {
            let causes = causes.into_iter().filter_map(|place| self.record(place));
            return events(causes.filter_map(decided));
        }
        let rivals = self.rivals(at, left, self.adopted_subs(parent, reopened).collect())?;
        events(rivals.into_iter().filter_map(decided))
    }

    /// The event that adopted an amendment; none where it is not adopted.
    pub(super) fn fells_by(&self, at: usize) -> Option<Seq> {
        let decision = self.course.record(at)?.decision()?;
        decision.outcome.is_adopted().then_some(decision.event)
    }

    /// The first decision by which it falls because somebody declared so, when these amendments of the course are open
    /// again.
    pub(super) fn declared_to_fall(
        &self,
        at: usize,
        reopened: &BTreeSet<usize>,
    ) -> Option<Vec<Seq>> {
        let fells = self.course.related.iter().filter(|((first, second), how)| {
            *second == at && **how == Declared::Fells && !reopened.contains(first)
        });
        let by = fells.filter_map(|((first, _), _)| self.fells_by(*first)).min();
        by.map(|event| vec![event])
    }

    /// The open sub-amendments with which what they change would fall by what is adopted, where it does not without
    /// them: positions in the course, each with its causes by position in the dossier.
    pub(super) fn subs_too_late(&self, adopted: &[usize]) -> Vec<(usize, Vec<usize>)> {
        let subs = self.course.open().filter(|at| {
            let parent = self.course.record(*at).and_then(|record| record.parent);
            parent.and_then(|at| self.course.record(at)).is_some_and(Record::is_open)
        });
        let none = BTreeSet::new();
        subs.filter_map(|at| Some((at, self.sub_falls_by(at, adopted, &none)?))).collect()
    }

    /// The amendments among those adopted, by position in the dossier, by which what this sub-amendment changes would
    /// fall with it and not without it.
    fn sub_falls_by(
        &self,
        at: usize,
        adopted: &[usize],
        reopened: &BTreeSet<usize>,
    ) -> Option<Vec<usize>> {
        let parent = self.course.record(at)?.parent?;
        let without = self.with_own(parent, adopted, reopened);
        let mut with = without.clone();
        with.push(self.place(at));
        let causes = adopt::falls(&self.state, self.place(parent), &with)?;
        adopt::falls(&self.state, self.place(parent), &without).is_none().then_some(causes)
    }

    /// The sub-amendments among these, all to the same amendment, beside which this one cannot be carried out: as few as
    /// it takes, in their order. All by position in the course; `left` is what is adopted otherwise.
    pub(super) fn rivals(
        &self,
        at: usize,
        left: &[usize],
        mut adopted: Vec<usize>,
    ) -> Option<Vec<usize>> {
        let parent = self.course.record(at)?.parent?;
        let refused = |beside: &[usize]| {
            let own = beside.iter().chain([&parent, &at]).map(|at| self.place(*at));
            let all = left.iter().copied().chain(own).collect();
            let refusal = adopt::superseded(&self.state, &Selection::Sequence(all)).err();
            refusal.is_some_and(|refusal| {
                matches!(*refusal, Refusal::SubAmendment { parent: of, why: DoesNotApply::Falls, .. }
                    if of == self.place(parent))
            })
        };
        if !refused(&adopted) {
            return None;
        }
        for one in (0..adopted.len()).rev() {
            let mut fewer = adopted.clone();
            fewer.remove(one);
            if refused(&fewer) {
                adopted = fewer;
            }
        }
        Some(adopted)
    }

    /// What is adopted, with the adopted sub-amendments to one that is not.
    fn with_own(&self, at: usize, adopted: &[usize], reopened: &BTreeSet<usize>) -> Vec<usize> {
        let own = self.adopted_subs(at, reopened).map(|sub| self.place(sub));
        adopted.iter().copied().chain(own).collect()
    }

    /// The adopted sub-amendments to an amendment, by position in the course.
    pub(super) fn adopted_subs<'s>(
        &'s self,
        at: usize,
        reopened: &'s BTreeSet<usize>,
    ) -> impl Iterator<Item = usize> + 's {
        let subs = self.course.record(at).map_or(&[][..], |record| &record.sub_amendments);
        subs.iter().copied().filter(|sub| {
            let decision = self.course.record(*sub).and_then(Record::decision);
            decision.is_some_and(|decision| decision.outcome.is_adopted())
                && !reopened.contains(sub)
        })
    }
}

/// Events ascending, each once; none where there are none.
fn events(found: impl Iterator<Item = Seq>) -> Option<Vec<Seq>> {
    let found: BTreeSet<Seq> = found.collect();
    (!found.is_empty()).then(|| found.into_iter().collect())
}
