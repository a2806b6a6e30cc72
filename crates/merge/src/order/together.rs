//! Joint discussions: amendments that cannot all be adopted, called one after the other.
//!
//! Two are rivals when what one takes away meets what the other takes away, or what the other hangs on or
//! stands beside; and when both insert nearly the same ([`alike`]).
//! Rivals of rivals belong to the same discussion. What changes a whole part is rival to all of it, and
//! nothing would be left to call in the order of the text: it is discussed with its like only.
//!
//! ```text
//! 8: delete alinéas 2 to 4                8, 3 and 9 are one discussion: 9 stands with it,
//! 3: alinéa 2, replace "old"              although alinéa 3 comes before 7
//! 5: after alinéa 3, insert …
//! 9: alinéas 4 and 7, delete
//! ```
//!
//! One sweep over the removals and one question for each insertion: n log n for n operations.

use super::{OrderReason, Ranked, alike, is_whole_part};
use crate::relate::{Form, Groups, is_cleared, solid};
use crate::{Base, FallRules, Placed};
use instruction::{Operation, Place, Target};
use source::Span;
use std::collections::BTreeMap;

/// Who is discussed with whom: for each amendment the first, by position, of its discussion (itself when
/// alone). Identical ones are discussed together.
pub fn discussions(amendments: &[Placed<'_>], base: &Base<'_>) -> Groups {
    let mut rivals = discussed(amendments, base, &Groups::new(amendments));
    Groups { leader: (0..amendments.len()).map(|at| rivals.root(at)).collect() }
}

fn discussed(amendments: &[Placed<'_>], base: &Base<'_>, groups: &Groups) -> Sets {
    let mut rivals = Sets::new(amendments.len());
    join_rivals(&mut rivals, amendments, base);
    for (at, leader) in groups.leader.iter().enumerate() {
        rivals.join(at, *leader);
    }
    rivals
}

/// The same order with rivals behind the first of them, and identical ones behind the first of those.
pub(super) fn gathered(
    order: Vec<Ranked>,
    amendments: &[Placed<'_>],
    base: &Base<'_>,
) -> Vec<Ranked> {
    let groups = Groups::new(amendments);
    let mut rivals = discussed(amendments, base, &groups);
    // Where in the calling order each discussion begins, and each group of identical ones.
    let mut begins: BTreeMap<usize, usize> = BTreeMap::new();
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, ranked) in order.iter().enumerate() {
        begins.entry(rivals.root(ranked.amendment)).or_insert(at);
        first.entry(groups.leader[ranked.amendment]).or_insert(at);
    }
    let seat = |at: usize, amendment: usize, rivals: &mut Sets| {
        let discussion = begins.get(&rivals.root(amendment)).copied().unwrap_or(at);
        (discussion, first.get(&groups.leader[amendment]).copied().unwrap_or(at), at)
    };
    let mut seats: Vec<((usize, usize, usize), Ranked)> = Vec::with_capacity(order.len());
    for (at, ranked) in order.into_iter().enumerate() {
        seats.push((seat(at, ranked.amendment, &mut rivals), ranked));
    }
    seats.sort_by_key(|(seat, _)| *seat);
    let mut before: Option<(usize, usize, usize)> = None;
    let gathered = seats.into_iter().map(|(seat, mut ranked)| {
        // What was not next in the order of the text stands here for the discussion.
        let moved = before.is_some_and(|before| before.2 + 1 != seat.2);
        let inside = before.is_some_and(|before| before.0 == seat.0);
        if moved && inside {
            ranked.reason = OrderReason::Joint;
        } else if moved {
            ranked.reason = OrderReason::Place;
        }
        before = Some(seat);
        ranked
    });
    gathered.collect()
}

/// Joins all amendments of each discussion.
fn join_rivals(rivals: &mut Sets, amendments: &[Placed<'_>], base: &Base<'_>) {
    let rules = FallRules::default();
    let mut removals: Vec<(Span, usize)> = Vec::new();
    let mut insertions: Vec<(Form, Option<Span>, usize)> = Vec::new();
    // The first of those that change a whole part, by part and kind of operation.
    let mut whole: BTreeMap<(u32, bool), usize> = BTreeMap::new();
    for (at, amendment) in amendments.iter().enumerate() {
        for operation in &amendment.instruction.operations {
            let target = operation.at();
            if let Place::Provisions { first, last, .. } = target.place
                && is_whole_part(target.part, first, last, base)
            {
                let deletes = matches!(operation, Operation::Delete { .. });
                let like = *whole.entry((target.part, deletes)).or_insert(at);
                rivals.join(at, like);
                continue;
            }
            let form = Form::new(operation, base, &rules);
            match form.removes {
                Some(removed) => removals.push((removed, at)),
                // "After paragraph 3" speaks of paragraph 3, although it does not hang on it.
                None => insertions.push((form, beside(target, base), at)),
            }
        }
    }
    join_alike(rivals, amendments);
    let clusters = clusters(removals, rivals);
    let text = base.index.text();
    for (form, beside, at) in insertions {
        let hold = beside.or(form.hang);
        let near = hold.unwrap_or(form.touch);
        let (start, end) = (form.touch.start.min(near.start), form.touch.end.max(near.end));
        let from = clusters.partition_point(|cluster| cluster.span.end < start);
        for cluster in clusters.iter().skip(from).take_while(|cluster| cluster.span.start <= end) {
            let taken = |removed: &Span| {
                hold.is_some_and(|hold| is_cleared(&[*removed], hold))
                    || form.hit_by(*removed, text).is_some()
            };
            if cluster.removed.iter().any(taken) {
                rivals.join(at, cluster.by);
            }
        }
    }
}

/// Joins those that insert nearly the same in one part.
fn join_alike(rivals: &mut Sets, amendments: &[Placed<'_>]) {
    let mut by_part: BTreeMap<u32, Vec<alike::Words<'_>>> = BTreeMap::new();
    for (at, amendment) in amendments.iter().enumerate() {
        // What it inserts first is what it is about; a change of a whole part is no insertion.
        let Some(Operation::Insert { at: target, what, .. }) =
            amendment.instruction.operations.first()
        else {
            continue;
        };
        let texts = what.paragraphs.iter().map(|paragraph| paragraph.content.text.as_str());
        if let Some(words) = alike::Words::new(texts, at) {
            by_part.entry(target.part).or_default().push(words);
        }
    }
    for texts in by_part.values() {
        alike::each_pair(texts, |a, b| rivals.join(a, b));
    }
}

/// The provision beside which an insertion puts others.
fn beside(target: &Target, base: &Base<'_>) -> Option<Span> {
    let Place::Slot { .. } = target.place else { return None };
    let entry = base.index.provision_at(target.provision?)?;
    Some(solid(base.index.text(), entry.span))
}

/// Removals that overlap one another, directly or by others between them.
struct Cluster {
    /// From the first to the last of them.
    span: Span,
    /// Each range once.
    removed: Vec<Span>,
    /// One of the amendments; the others are joined to it.
    by: usize,
}

/// Joins the amendments whose removals overlap; the clusters in order of place.
fn clusters(mut removals: Vec<(Span, usize)>, rivals: &mut Sets) -> Vec<Cluster> {
    removals.sort_unstable();
    let mut clusters: Vec<Cluster> = Vec::new();
    for (removed, at) in removals {
        match clusters.last_mut() {
            Some(open) if removed.start < open.span.end => {
                rivals.join(at, open.by);
                open.span.end = open.span.end.max(removed.end);
                if open.removed.last() != Some(&removed) {
                    open.removed.push(removed);
                }
            }
            _ => clusters.push(Cluster { span: removed, removed: vec![removed], by: at }),
        }
    }
    clusters
}

/// Sets of amendments that grow together.
struct Sets(Vec<usize>);

impl Sets {
    fn new(size: usize) -> Self {
        Self((0..size).collect())
    }

    /// The same for all of one set.
    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (first, second) = (a.min(b), a.max(b));
        self.0[second] = first;
    }
}
