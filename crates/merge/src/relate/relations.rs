//! All relations of a dossier, answered by range and never kept as pairs.

use super::form::{Form, all_cleared, cleared};
use super::intervals::Intervals;
use super::{Groups, Relation, relate_forms};
use crate::{Base, FallRules, Placed};
use source::Span;

/// All amendments of a dossier in a form that answers "which are related to this one" without ever
/// listing pairs: places sorted on the one axis of the laid-out text.
///
/// A million amendments take some 200 bytes each. A query costs the logarithm of their number for
/// each amendment that stands near the one asked about; counts are worked out once for all.
#[derive(Clone, Debug, Default)]
pub struct Relations {
    /// The operations of all amendments, one after the other.
    forms: Rows<Form>,
    /// What each amendment clears; see [`cleared`].
    cleared: Rows<Span>,
    /// Who is identical to whom.
    groups: Groups,
    /// The members of each group of two or more, one after the other, by leader.
    members: Vec<(u32, u32)>,
    /// For amendments that can fall: from the start of the first to the end of the last range that
    /// they hang on.
    holds: Intervals,
    /// What amendments clear.
    clearings: Intervals,
    /// What amendments touch.
    touches: Intervals,
    /// How many fall with each.
    counts: Vec<u32>,
    /// The laid-out text: which of its characters are white space decides some overlaps.
    text: String,
}

impl Relations {
    /// Sorts the places of all amendments.
    pub fn new(amendments: &[Placed<'_>], base: &Base<'_>, rules: &FallRules) -> Self {
        Self::with_groups(amendments, base, rules, Groups::new(amendments))
    }

    /// The same, where the groups are known already.
    pub fn with_groups(
        amendments: &[Placed<'_>],
        base: &Base<'_>,
        rules: &FallRules,
        groups: Groups,
    ) -> Self {
        let text = base.index.text();
        let mut relations = Self { groups, text: text.to_owned(), ..Self::default() };
        relations.forms = Rows::with_capacity(amendments.len());
        relations.cleared = Rows::with_capacity(amendments.len());
        for amendment in amendments {
            let operations = &amendment.instruction.operations;
            let from = relations.forms.items.len();
            relations.forms.items.extend(operations.iter().map(|op| Form::new(op, base, rules)));
            let removed = relations.forms.items[from..].iter().filter_map(|form| form.removes);
            cleared(removed, text, &mut relations.cleared.items);
            relations.forms.close();
            relations.cleared.close();
        }
        relations.sort();
        relations.count();
        relations
    }

    fn sort(&mut self) {
        let forms = &self.forms;
        let all = 0..forms.len() as u32;
        let holds = all.clone().filter_map(|at| Some((hold(forms.row(at as usize))?, at)));
        self.holds = Intervals::new(holds.collect());
        let cleared = &self.cleared;
        let clearing = |at: u32| cleared.row(at as usize).iter().map(move |span| (*span, at));
        self.clearings = Intervals::new(all.clone().flat_map(clearing).collect());
        let touch = |at: u32| forms.row(at as usize).iter().map(move |form| (form.touch, at));
        self.touches = Intervals::new(all.flat_map(touch).collect());
        let leaders = self.groups.leader.iter().zip(0..);
        let member = leaders.map(|(leader, at)| (*leader as u32, at));
        let mut members: Vec<(u32, u32)> = member.collect();
        members.sort_unstable();
        self.members = members;
    }

    /// Counts for all amendments at once. What an amendment with one cleared range fells is what
    /// holds on to something within that range: the ranges are taken from right to left, and a
    /// Fenwick tree over the ends counts those that began already and end in time.
    fn count(&mut self) {
        let mut counts = vec![0; self.forms.len()];
        let mut ends = Fenwick::new(self.text.len() + 1);
        let mut holds = self.holds.items().iter().rev().peekable();
        for (range, at) in self.clearings.items().iter().rev() {
            while let Some((hold, _)) = holds.next_if(|(hold, _)| hold.start >= range.start) {
                ends.add(hold.end as usize);
            }
            if self.cleared.row(*at as usize).len() == 1 {
                counts[*at as usize] = ends.up_to(range.end as usize);
            }
        }
        self.count_scattered(&mut counts);
        for group in self.members.chunk_by(|a, b| a.0 == b.0) {
            let clears = self.cleared.row(group[0].1 as usize);
            let own =
                group.iter().filter(|(_, at)| all_cleared(clears, self.forms.row(*at as usize)));
            let own = own.count() as u32;
            for (_, at) in group {
                counts[*at as usize] = counts[*at as usize].saturating_sub(own);
            }
        }
        self.counts = counts;
    }

    /// Counts for amendments that clear several ranges far apart. Many amendments, few places: what
    /// holds on to each set of ranges is looked through once, however many clear that set.
    fn count_scattered(&self, counts: &mut [u32]) {
        let all = 0..self.cleared.len();
        let mut scattered: Vec<usize> = all.filter(|at| self.cleared.row(*at).len() > 1).collect();
        scattered.sort_unstable_by_key(|at| self.cleared.row(*at));
        for same in scattered.chunk_by(|a, b| self.cleared.row(*a) == self.cleared.row(*b)) {
            let clears = self.cleared.row(same[0]);
            let held = self.held_in(same[0]).collect();
            let gone = |at: usize| all_cleared(clears, self.forms.row(at));
            let count = settle(held, gone).len() as u32;
            same.iter().for_each(|at| counts[*at] = count);
        }
    }

    /// Positions of the amendments whose relation to `amendment` is not `Independent`, ascending.
    pub fn clashes(&self, amendment: usize) -> Vec<usize> {
        let Some(forms) = self.forms.get(amendment) else { return Vec::new() };
        let mut near = Vec::new();
        for form in forms {
            let touch = form.touch;
            let within = self.touches.starting_in(touch.start, touch.end.saturating_add(1));
            near.extend(within.iter().map(|(_, at)| *at));
            self.touches.around(touch.start, touch.start, &mut near);
        }
        near.extend(self.held_in(amendment));
        near.extend(self.taking(forms));
        near.extend(self.group(amendment).iter().map(|(_, at)| *at));
        let clash = |other: usize| {
            self.groups.same(amendment, other)
                || self.relation(amendment, other) != Relation::Independent
        };
        settle(near, |other| other != amendment && clash(other))
    }

    /// Positions of those that fall if this one alone is adopted, ascending. Identical ones are
    /// decided with it and do not count.
    pub fn fells(&self, amendment: usize) -> Vec<usize> {
        let Some(clears) = self.cleared.get(amendment) else { return Vec::new() };
        let near = self.held_in(amendment).collect();
        settle(near, |other| {
            !self.groups.same(amendment, other) && all_cleared(clears, self.forms.row(other))
        })
    }

    /// How many amendments fall if this one alone is adopted, without listing them.
    pub fn fells_count(&self, amendment: usize) -> usize {
        self.counts.get(amendment).map_or(0, |count| *count as usize)
    }

    /// Positions of those whose adoption alone fells this one, ascending.
    pub fn fallen_by(&self, amendment: usize) -> Vec<usize> {
        let Some(forms) = self.forms.get(amendment) else { return Vec::new() };
        settle(self.taking(forms), |other| {
            !self.groups.same(amendment, other) && all_cleared(self.cleared.row(other), forms)
        })
    }

    /// Who is identical to whom.
    pub fn groups(&self) -> &Groups {
        &self.groups
    }

    /// Positions of those identical to this one, ascending, without itself.
    pub fn identical_to(&self, amendment: usize) -> Vec<usize> {
        let others = self.group(amendment).iter().map(|(_, at)| *at as usize);
        others.filter(|at| *at != amendment).collect()
    }

    /// How many amendments there are.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The relation of two that are not identical.
    fn relation(&self, a: usize, b: usize) -> Relation {
        relate_forms(self.forms.row(a), self.forms.row(b), &self.text).relation
    }

    /// Those that hold on to something that begins in what this one clears.
    fn held_in(&self, amendment: usize) -> impl Iterator<Item = u32> {
        let clears = self.cleared.row(amendment).iter();
        clears.flat_map(|range| self.holds.starting_in(range.start, range.end)).map(|(_, at)| *at)
    }

    /// Those that clear all that any of the operations hangs on.
    fn taking(&self, forms: &[Form]) -> Vec<u32> {
        let mut found = Vec::new();
        for hang in forms.iter().filter_map(|form| form.hang) {
            self.clearings.around(hang.start, hang.end, &mut found);
        }
        found
    }

    fn group(&self, amendment: usize) -> &[(u32, u32)] {
        let Some(leader) = self.groups.leader.get(amendment).map(|at| *at as u32) else {
            return &[];
        };
        let from = self.members.partition_point(|(at, _)| *at < leader);
        let to = self.members.partition_point(|(at, _)| *at <= leader);
        self.members.get(from..to).unwrap_or(&[])
    }
}

/// From the first to the last of what the operations hang on; `None` where one cannot fall.
pub(crate) fn hold(forms: &[Form]) -> Option<Span> {
    let mut hold: Option<Span> = None;
    for form in forms {
        let hang = form.hang?;
        let so_far = hold.unwrap_or(hang);
        hold = Some(Span { start: so_far.start.min(hang.start), end: so_far.end.max(hang.end) });
    }
    hold
}

/// Sorts candidates, takes each once, and keeps those that pass.
fn settle(mut near: Vec<u32>, passes: impl Fn(usize) -> bool) -> Vec<usize> {
    near.sort_unstable();
    near.dedup();
    near.into_iter().map(|at| at as usize).filter(|at| passes(*at)).collect()
}

/// Rows of different length in one vector.
#[derive(Clone, Debug)]
struct Rows<T> {
    items: Vec<T>,
    /// Where each row ends. Invariant: ascending, the last one is `items.len()`.
    ends: Vec<u32>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Rows<T> {
    fn with_capacity(rows: usize) -> Self {
        Self { items: Vec::with_capacity(rows), ends: Vec::with_capacity(rows) }
    }

    /// Ends the row at hand.
    fn close(&mut self) {
        self.ends.push(self.items.len() as u32);
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, row: usize) -> Option<&[T]> {
        (row < self.len()).then(|| self.row(row))
    }

    fn row(&self, row: usize) -> &[T] {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.items[start..self.ends[row] as usize]
    }
}

/// Counts by value: how many up to a bound.
struct Fenwick(Vec<u32>);

impl Fenwick {
    fn new(values: usize) -> Self {
        Self(vec![0; values + 1])
    }

    fn add(&mut self, value: usize) {
        let mut at = value + 1;
        while let Some(count) = self.0.get_mut(at) {
            *count += 1;
            at += at & at.wrapping_neg();
        }
    }

    fn up_to(&self, value: usize) -> u32 {
        let (mut at, mut sum) = ((value + 1).min(self.0.len() - 1), 0);
        while at > 0 {
            sum += self.0[at];
            at &= at - 1;
        }
        sum
    }
}
