//! What is called next, and why.

use super::Sitting;
use procedure::state::Record;

/// What is called next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The amendment, by position in the course.
    pub amendment: usize,
    /// Why it is this one.
    pub why: Why,
}

/// Why an amendment is called next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A decision on it was annulled, or one by which it had fallen.
    Reopened,
    /// It is a sub-amendment to what is on the floor.
    SubAmendment,
    /// It was ordered so by hand.
    Ordered,
    /// It is a compromise, which comes before all others.
    Compromise,
    /// It is the first that is open in calling order.
    Order,
}

impl Sitting<'_> {
    /// What is called next: what was opened again, or else the first in calling order. An amendment is called and moved, then
    /// the sub-amendments to it, then it is put: while it is on the floor only a sub-amendment to it is called, once it is
    /// moved; nothing where none is open.
    pub fn next(&self) -> Option<Next> {
        let open =
            |at: &usize| self.course.record(*at).is_some_and(|record| self.can_be_next(record));
        if let Some(floor) = self.course.on_the_floor() {
            // What nobody moves takes its sub-amendments with it.
            floor.moved.as_ref()?;
            let order = self.calling_order().into_iter();
            // What is decided with it is changed before that, too.
            let mut with_it = self.course.decided_with(floor.amendment);
            // So is what it is put against.
            with_it.extend(self.opponents(floor.amendment));
            let mut subs = order.filter(|at| {
                let parent = self.parent(*at);
                parent.is_some_and(|at| at == floor.amendment || with_it.contains(&at))
            });
            let amendment = subs.find(open)?;
            return Some(Next { amendment, why: Why::SubAmendment });
        }
        let order: Vec<usize> = self.calling_order().into_iter().filter(open).collect();
        let reopened = |at: &&usize| {
            let family = [Some(**at), self.parent(**at)];
            family.into_iter().flatten().any(|at| self.is_reopened(at))
        };
        // A sub-amendment comes when what it changes is on the floor.
        let main = |at: usize| self.parent(at).unwrap_or(at);
        if let Some(amendment) = order.iter().find(reopened) {
            return Some(Next { amendment: main(*amendment), why: Why::Reopened });
        }
        let amendment = main(*order.first()?);
        let by_hand = self.course.ordered.iter().any(|(at, _)| *at == amendment);
        let compromise = self.rules.order.compromise_first.value
            && self.course.record(amendment).is_some_and(|record| record.compromise);
        let why = match (by_hand, compromise) {
            (true, _) => Why::Ordered,
            (false, true) => Why::Compromise,
            (false, false) => Why::Order,
        };
        Some(Next { amendment, why })
    }

    /// All amendments of the course that have a place in the calling order, with what was ordered by hand.
    pub fn calling_order(&self) -> Vec<usize> {
        let computed = self.state.order.iter().filter_map(|ranked| self.record(ranked.amendment));
        let mut order: Vec<usize> = computed.collect();
        if self.rules.order.compromise_first.value
            && self.course.amendments.iter().any(|record| record.compromise)
        {
            self.compromises_first(&mut order);
        }
        for (at, before) in &self.course.ordered {
            let family = |other: &usize| other == at || self.parent(*other) == Some(*at);
            let (moved, mut rest): (Vec<usize>, Vec<usize>) =
                order.into_iter().partition(|other| family(other));
            let to = before.and_then(|before| {
                rest.iter().position(|at| *at == before || self.parent(*at) == Some(before))
            });
            let to = to.unwrap_or(rest.len());
            rest.splice(to..to, moved);
            order = rest;
        }
        order
    }

    /// Compromises before all others to the same text, each with its sub-amendments, in their own order.
    fn compromises_first(&self, order: &mut [usize]) {
        let key = |at: &usize| {
            let main = self.course.record(self.parent(*at).unwrap_or(*at));
            main.map(|record| (record.part, !record.compromise))
        };
        let of_one_text = |one: &usize, other: &usize| {
            key(one).map(|(part, _)| part) == key(other).map(|(part, _)| part)
        };
        order.chunk_by_mut(of_one_text).for_each(|text| text.sort_by_key(key));
    }

    /// Open, with its place in order, to what is open.
    pub(super) fn can_be_next(&self, record: &Record) -> bool {
        let parent = record.parent.and_then(|parent| self.course.record(parent));
        let text = record.part.and_then(|part| self.course.texts.get(part));
        let at = self.course.position(&record.id);
        record.is_open()
            && !record.displaced
            && at.is_none_or(|at| self.course.waits_for(at).is_none())
            && parent.is_none_or(|parent| parent.is_open() && !parent.displaced)
            && text.is_none_or(|text| text.outcome.is_none())
    }

    pub(super) fn parent(&self, at: usize) -> Option<usize> {
        self.course.record(at)?.parent
    }

    pub(super) fn is_reopened(&self, at: usize) -> bool {
        let record: Option<&Record> = self.course.record(at);
        record.is_some_and(|record| record.is_open() && record.reopened.is_some())
    }
}
