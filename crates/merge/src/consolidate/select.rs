//! Which operations are carried out: what falls, what is superseded, what is decided twice.

use super::{Consolidation, Note, Refusal};
use crate::{Fall, Placed, WiderAfterNarrower, falls};
use instruction::{Hang, Instruction, Operation, Place, Target};
use source::{Span, fault, fault::Fault};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One operation that is carried out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Op<'a> {
    /// Position of its amendment in the slice given.
    pub amendment: u32,
    /// Position in that amendment.
    pub operation: usize,
    /// Calling order of its amendment.
    pub rank: u32,
    /// What it does.
    pub what: &'a Operation<Target>,
    /// Set for an open amendment, which changes nothing: the first of the probes that find its
    /// places in the new text.
    pub probe: Option<u32>,
}

/// What is carried out.
#[derive(Debug, Default)]
pub(super) struct Selected<'a> {
    /// The operations, in calling order.
    pub ops: Vec<Op<'a>>,
    /// Positions of superseded amendments, ascending.
    pub superseded: Vec<usize>,
    /// Calling order by position.
    pub ranks: Vec<u32>,
}

/// Ranges that operations remove, sorted.
struct Removed {
    /// Range, amendment, operation.
    ranges: Vec<(Span, u32, usize)>,
    /// For each range, the greatest end up to it.
    reach: Vec<u32>,
}

impl Removed {
    fn new<'a>(adopted: impl Iterator<Item = (u32, &'a Instruction<Target>)>) -> Self {
        let mut ranges = Vec::new();
        for (amendment, instruction) in adopted {
            for (at, operation) in instruction.operations.iter().enumerate() {
                if let Some(span) = removes(operation) {
                    ranges.push((span, amendment, at));
                }
            }
        }
        ranges.sort_unstable();
        let mut reach = Vec::with_capacity(ranges.len());
        for (span, ..) in &ranges {
            reach.push(reach.last().map_or(span.end, |end: &u32| span.end.max(*end)));
        }
        Self { ranges, reach }
    }

    /// Whether those ranges that `counts` leave nothing of `hang` but white space.
    fn cover(&self, hang: Span, text: &str, counts: impl Fn(Span, u32, usize) -> bool) -> bool {
        if hang.is_empty() {
            return false;
        }
        let last = self.ranges.partition_point(|(span, ..)| span.start < hang.end);
        let first = self.reach[..last].partition_point(|end| *end <= hang.start);
        let mut at = hang.start;
        for (span, amendment, operation) in &self.ranges[first..last] {
            if span.end <= at || !counts(*span, *amendment, *operation) {
                continue;
            }
            if span.start > at && !is_blank(text, at, span.start) {
                return false;
            }
            at = span.end;
        }
        at > hang.start && (at >= hang.end || is_blank(text, at, hang.end))
    }
}

/// White space that does not count; a line feed is a provision's and does.
fn is_blank(text: &str, from: u32, to: u32) -> bool {
    Span { start: from, end: to }.of(text).chars().all(|c| c.is_whitespace() && c != '\n')
}

/// The range that an operation removes.
pub(super) fn removes(operation: &Operation<Target>) -> Option<Span> {
    match operation {
        Operation::Insert { .. } => None,
        Operation::Replace { at, .. } | Operation::Delete { at } => match at.place {
            Place::Provisions { span, .. } | Place::Text { span } => Some(span),
            Place::Point { .. } | Place::Slot { .. } | Place::Closing { .. } => None,
        },
    }
}

/// Whether two operations are the same edit: same place, same new words.
fn same(a: &Operation<Target>, b: &Operation<Target>) -> bool {
    if a.at().part != b.at().part || a.at().place != b.at().place {
        return false;
    }
    match (a.payload(), b.payload()) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            let pairs = a.paragraphs.iter().zip(&b.paragraphs);
            a.paragraphs.len() == b.paragraphs.len()
                && pairs
                    .into_iter()
                    .all(|(a, b)| a.number == b.number && a.content.text == b.content.text)
        }
        _ => false,
    }
}

fn identical(a: &Instruction<Target>, b: &Instruction<Target>) -> bool {
    a.operations.len() == b.operations.len()
        && a.operations.iter().zip(&b.operations).all(|(a, b)| same(a, b))
}

/// Decides what is carried out.
pub(super) fn select<'a>(
    what: &Consolidation<'a>,
    open: Option<&Placed<'a>>,
    notes: &mut Vec<Note>,
) -> Result<Selected<'a>, Refusal> {
    let adopted = what.adopted;
    let ranks = ranks(what, open);
    let leaders = leaders(adopted, &ranks);
    let text = what.base.index.text();
    let removed = Removed::new(indexed(adopted));
    let may_fall: Vec<bool> = (0..adopted.len())
        .map(|at| {
            let this = adopted[at].instruction;
            let other = |_: Span, by: u32, _: usize| leaders[by as usize] != leaders[at];
            !this.operations.is_empty()
                && this.operations.iter().all(|operation| {
                    matches!(operation.at().hang, Hang::On(hang) if removed.cover(hang, text, other))
                })
        })
        .collect();
    let mut superseded = Vec::new();
    if may_fall.contains(&true) {
        superseded = supersede(what, &may_fall, notes)?;
    }
    let stands = |at: &usize| superseded.binary_search(at).is_err();
    let mut order: Vec<usize> = (0..adopted.len()).filter(stands).collect();
    order.sort_by_key(|at| ranks[*at]);
    let standing = order.iter().map(|at| (*at as u32, adopted[*at].instruction));
    let removed = if superseded.is_empty() { removed } else { Removed::new(standing) };
    let mut ops = Vec::new();
    let mut seen: BTreeMap<Place, Vec<&Operation<Target>>> = BTreeMap::new();
    for at in order {
        let first = leaders[at] == at || !stands(&leaders[at]);
        if !first {
            continue;
        }
        for (number, operation) in adopted[at].instruction.operations.iter().enumerate() {
            let op = Op {
                amendment: at as u32,
                operation: number,
                rank: ranks[at],
                what: operation,
                probe: None,
            };
            if lapses(op, what, &removed, &ranks) {
                let at = operation.at().place.span();
                notes.push(Note::OperationLapsed {
                    amendment: op.amendment as usize,
                    operation: number,
                    at,
                });
                continue;
            }
            if removes(operation).is_some() {
                let twins = seen.entry(operation.at().place).or_default();
                if twins.iter().any(|twin| same(twin, operation)) {
                    continue;
                }
                twins.push(operation);
            }
            ops.push(op);
        }
    }
    if let Some(open) = open {
        probes(open, &ranks, &mut ops);
    }
    Ok(Selected { ops, superseded, ranks })
}

fn indexed<'s, 'a: 's>(
    adopted: &'s [Placed<'a>],
) -> impl Iterator<Item = (u32, &'a Instruction<Target>)> + 's {
    adopted.iter().enumerate().map(|(at, placed)| (at as u32, placed.instruction))
}

/// The calling order of each amendment, an open one last in the slice.
fn ranks(what: &Consolidation<'_>, open: Option<&Placed<'_>>) -> Vec<u32> {
    let all: Cow<'_, [Placed<'_>]> = match open {
        Some(open) => what.adopted.iter().chain([open]).copied().collect(),
        None => Cow::Borrowed(what.adopted),
    };
    let mut ranks: Vec<u32> = (0..all.len() as u32).collect();
    if fault::planted(Fault::MergeKeepsGivenOrder) {
        return ranks;
    }
    for (rank, ranked) in crate::order(&all, &what.base, what.order).iter().enumerate() {
        if let Some(slot) = ranks.get_mut(ranked.amendment) {
            *slot = rank as u32;
        }
    }
    ranks
}

/// For each amendment the first in calling order that is identical to it.
fn leaders(adopted: &[Placed<'_>], ranks: &[u32]) -> Vec<usize> {
    let mut leaders: Vec<usize> = (0..adopted.len()).collect();
    let mut by_place: Vec<usize> = leaders.clone();
    let place = |at: usize| adopted[at].instruction.operations.first().map(|op| op.at().place);
    by_place.sort_by_key(|at| (place(*at), ranks[*at]));
    for group in by_place.chunk_by(|a, b| place(*a) == place(*b)) {
        // Amendments at one place, told apart by their words first, so that a thousand different
        // ones are not compared pair by pair.
        let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in group.iter().copied().filter(|_| group.len() > 1) {
            let words = words(adopted[at].instruction);
            let alike = seen.entry(words).or_default();
            let leader = alike
                .iter()
                .find(|other| identical(adopted[**other].instruction, adopted[at].instruction));
            match leader {
                Some(leader) => leaders[at] = *leader,
                None => alike.push(at),
            }
        }
    }
    leaders
}

fn words(instruction: &Instruction<Target>) -> String {
    let payloads = instruction.operations.iter().filter_map(Operation::payload);
    payloads.flat_map(|payload| &payload.paragraphs).map(|p| p.content.text.as_str()).collect()
}

/// Goes through the adoptions one by one: one that falls by those before it is refused, one that a
/// later one fells is superseded.
fn supersede(
    what: &Consolidation<'_>,
    may_fall: &[bool],
    notes: &mut Vec<Note>,
) -> Result<Vec<usize>, Refusal> {
    let adopted = what.adopted;
    let (mut standing, mut superseded): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for later in 0..adopted.len() {
        if may_fall[later]
            && let Some(fall) = falls_by(what, later, &standing)
        {
            return Err(Refusal::Falls { amendment: later, fall });
        }
        standing.push(later);
        let mut at = 0;
        while at + 1 < standing.len() {
            let earlier = standing[at];
            let touched = may_fall[earlier] && touches(&adopted[later], &adopted[earlier]);
            let others: Vec<usize> = match touched {
                true => standing.iter().copied().filter(|other| *other != earlier).collect(),
                false => Vec::new(),
            };
            let Some(fall) = touched.then(|| falls_by(what, earlier, &others)).flatten() else {
                at += 1;
                continue;
            };
            if what.rules.wider_after_narrower == WiderAfterNarrower::Falls {
                let fall = Fall { causes: vec![earlier], gone: fall.gone };
                return Err(Refusal::Falls { amendment: later, fall });
            }
            notes.push(Note::Superseded { earlier, later });
            superseded.push(earlier);
            standing.remove(at);
        }
    }
    superseded.sort_unstable();
    Ok(superseded)
}

/// Whether anything that `later` removes meets anything that `earlier` hangs on.
fn touches(later: &Placed<'_>, earlier: &Placed<'_>) -> bool {
    let removed: Vec<Span> = later.instruction.operations.iter().filter_map(removes).collect();
    earlier.instruction.operations.iter().any(|operation| match operation.at().hang {
        Hang::On(hang) => removed.iter().any(|span| span.overlaps(hang)),
        Hang::Part => false,
    })
}

/// Whether one falls by some of the others; the causes are positions in the slice given.
fn falls_by(what: &Consolidation<'_>, one: usize, others: &[usize]) -> Option<Fall> {
    let set: Vec<Placed<'_>> = others.iter().map(|at| what.adopted[*at]).collect();
    let mut fall = falls(&what.adopted[one], &set, &what.base, what.rules)?;
    for cause in &mut fall.causes {
        *cause = others.get(*cause).copied().unwrap_or(*cause);
    }
    Some(fall)
}

/// Whether all that one operation hangs on is gone by others, while its amendment stands.
fn lapses(op: Op<'_>, what: &Consolidation<'_>, removed: &Removed, ranks: &[u32]) -> bool {
    let Hang::On(hang) = op.what.at().hang else { return false };
    let own = removes(op.what);
    if own.is_none() && what.rules.lost_anchor_is_tracked {
        return false;
    }
    let counts = |span: Span, amendment: u32, number: usize| {
        if (amendment, number) == (op.amendment, op.operation) {
            return false;
        }
        let other = &what.adopted[amendment as usize].instruction.operations[number];
        // Of two that remove the same words the one called first stays.
        let twin = own == Some(span)
            && (same(other, op.what)
                || (ranks[amendment as usize], number) > (op.rank, op.operation));
        !twin
    };
    removed.cover(hang, what.base.index.text(), counts)
}

/// Puts the operations of an open amendment among the others, in calling order.
fn probes<'a>(open: &Placed<'a>, ranks: &[u32], ops: &mut Vec<Op<'a>>) {
    let amendment = ranks.len().saturating_sub(1) as u32;
    let rank = ranks.last().copied().unwrap_or(0);
    let at = ops.partition_point(|op| op.rank < rank);
    let mine = open.instruction.operations.iter().enumerate().map(|(operation, what)| {
        let probe = Some(operation as u32 * PROBES);
        Op { amendment, operation, rank, what, probe }
    });
    ops.splice(at..at, mine);
}

/// Probes of one operation: start and end of its place, start and end of what it hangs on.
pub(super) const PROBES: u32 = 4;
