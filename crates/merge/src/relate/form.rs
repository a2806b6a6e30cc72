//! An operation reduced to the integers that relations and falls compare.

use crate::{Base, FallRules, Placed};
use instruction::{Hang, Operation, Place, Target};
use source::Span;
use text::{Index, ProvisionId};

/// One operation as ranges of the laid-out text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    /// What it takes away, without white space at its ends; `None` for insertions.
    pub removes: Option<Span>,
    /// What it hangs on, without white space at its ends; `None` where that cannot go.
    pub hang: Option<Span>,
    /// Where it puts something without taking anything away.
    pub spot: Spot,
    /// All that a neighbour must touch to matter: the removal, or the gap and the quoted words
    /// beside it.
    pub touch: Span,
    /// Whether `hang` is the quoted words beside which something is inserted.
    pub beside_words: bool,
}

/// The place of an insertion, so that equal values mean one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// None: it takes something away.
    Nowhere,
    /// A point in a block, as the white space around it: all points there are in one gap.
    Gap(Span),
    /// A gap between provisions, by its depth-first address; the last is its offset.
    Slot(u32, Option<ProvisionId>, u32, u32),
    /// The closing text that a provision does not have yet; the last is its offset.
    Closing(ProvisionId, u32),
}

impl Form {
    /// Reduces one operation. An insertion over a range, which no resolver makes, stands at its
    /// start.
    pub fn new(operation: &Operation<Target>, base: &Base<'_>, rules: &FallRules) -> Self {
        let target = operation.at();
        let text = base.index.text();
        let span = target.place.span();
        let hang = hang_span(target.hang);
        let solid_hang = hang.map(|hang| solid(text, hang));
        if !matches!(operation, Operation::Insert { .. }) && !span.is_empty() {
            let removes = solid(text, span);
            return Self {
                removes: Some(removes),
                hang: solid_hang,
                spot: Spot::Nowhere,
                touch: removes,
                beside_words: false,
            };
        }
        let spot = match target.place {
            Place::Slot { parent, position, at } => Spot::Slot(target.part, parent, position, at),
            Place::Closing { provision, at } => Spot::Closing(provision, at),
            Place::Provisions { .. } | Place::Text { .. } | Place::Point { .. } => {
                Spot::Gap(gap(text, span.start))
            }
        };
        let beside_words = hang.is_some_and(|hang| is_words(target, hang, base.index));
        let touch = match (spot, solid_hang) {
            (Spot::Gap(gap), Some(hang)) if beside_words => hull(gap, hang),
            (Spot::Gap(gap), _) => gap,
            (Spot::Slot(..) | Spot::Closing(..) | Spot::Nowhere, _) => {
                Span { start: span.start, end: span.start }
            }
        };
        let tracked = beside_words && rules.lost_anchor_is_tracked;
        let hang = if tracked { unit_span(target, base.index) } else { solid_hang };
        Self { removes: None, hang, spot, touch, beside_words }
    }

    /// Whether this operation and `other` overlap other than by all that one of them hangs on: two
    /// removals share words, a point lies strictly within a removal, or quoted words beside which
    /// something is put are partly taken.
    pub fn overlap(&self, other: &Self, text: &str) -> Option<Span> {
        match (self.removes, other.removes) {
            (Some(removed), Some(other)) => shared(text, removed, other),
            (Some(removed), None) => other.hit_by(removed, text),
            (None, Some(removed)) => self.hit_by(removed, text),
            (None, None) => None,
        }
    }

    /// Where a removal hits this insertion.
    pub(crate) fn hit_by(&self, removed: Span, text: &str) -> Option<Span> {
        let within = match self.spot {
            Spot::Gap(gap) => removed.start < gap.start && gap.end < removed.end,
            Spot::Slot(.., at) | Spot::Closing(_, at) => removed.strictly_contains_point(at),
            Spot::Nowhere => false,
        };
        if within {
            return Some(self.touch);
        }
        let words = self.hang.filter(|_| self.beside_words)?;
        shared(text, removed, words)
    }

    /// Whether both put something at one place.
    pub fn same_spot(&self, other: &Self) -> bool {
        self.spot != Spot::Nowhere && self.spot == other.spot
    }
}

/// The operations of an amendment.
pub(crate) fn forms(amendment: &Placed<'_>, base: &Base<'_>, rules: &FallRules) -> Vec<Form> {
    amendment.instruction.operations.iter().map(|op| Form::new(op, base, rules)).collect()
}

/// What several removals clear together: merged where they overlap, abut, or leave only white space
/// between them. In order, apart from one another. Whatever lies in the cleared ranges without
/// white space at its ends lies in exactly one of them.
pub(crate) fn cleared(removed: impl Iterator<Item = Span>, text: &str, into: &mut Vec<Span>) {
    let from = into.len();
    into.extend(removed);
    if into.len() - from < 2 {
        return;
    }
    into[from..].sort_unstable();
    let mut last = from;
    for at in from + 1..into.len() {
        let next = into[at];
        let open = into[last];
        if next.start <= open.end || is_blank(text, open.end, next.start) {
            into[last].end = open.end.max(next.end);
        } else {
            last += 1;
            into[last] = next;
        }
    }
    into.truncate(last + 1);
}

/// Whether all of `hang` lies in what is cleared (ranges as [`cleared`] makes them).
pub(crate) fn is_cleared(cleared: &[Span], hang: Span) -> bool {
    let after = cleared.partition_point(|range| range.start <= hang.start);
    after.checked_sub(1).is_some_and(|at| hang.end <= cleared[at].end)
}

/// Whether every operation hangs on something that is cleared.
pub(crate) fn all_cleared(cleared: &[Span], forms: &[Form]) -> bool {
    let gone = |form: &Form| form.hang.is_some_and(|hang| is_cleared(cleared, hang));
    !cleared.is_empty() && !forms.is_empty() && forms.iter().all(gone)
}

/// Whether only white space lies between two offsets. A line feed is not white space here: it is
/// the provision's own, and only the provision's deletion takes it.
pub(crate) fn is_blank(text: &str, start: u32, end: u32) -> bool {
    let between = text.get(start as usize..end as usize);
    between.is_some_and(|between| between.chars().all(is_space))
}

/// The span without white space at its ends; one of white space alone stays as it is.
pub(crate) fn solid(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let (first, last) = (words.bytes().next(), words.bytes().next_back());
    let plain = |byte: Option<u8>| byte.is_some_and(|b| b == b'\n' || b.is_ascii_graphic());
    if plain(first) && plain(last) {
        return span;
    }
    let trimmed = words.trim_matches(is_space);
    if trimmed.is_empty() {
        return span;
    }
    let lead = words.len() - words.trim_start_matches(is_space).len();
    let start = span.start as usize + lead;
    Span::new(start, start + trimmed.len())
}

fn is_space(c: char) -> bool {
    c != '\n' && c.is_whitespace()
}

/// The white space around a point.
fn gap(text: &str, at: u32) -> Span {
    let at = at as usize;
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return Span::at(at);
    };
    let start = before.trim_end_matches(is_space).len();
    let end = text.len() - after.trim_start_matches(is_space).len();
    Span::new(start, end)
}

/// What two ranges share, `None` where that is nothing but white space.
fn shared(text: &str, a: Span, b: Span) -> Option<Span> {
    let shared = Span { start: a.start.max(b.start), end: a.end.min(b.end) };
    (shared.start < shared.end && !is_blank(text, shared.start, shared.end)).then_some(shared)
}

fn hull(a: Span, b: Span) -> Span {
    Span { start: a.start.min(b.start), end: a.end.max(b.end) }
}

fn hang_span(hang: Hang) -> Option<Span> {
    match hang {
        Hang::On(span) => Some(span),
        Hang::Part => None,
    }
}

/// The provision around the quoted words, where the profile lets a lost anchor be tracked.
fn unit_span(target: &Target, index: &Index) -> Option<Span> {
    index.provision_at(target.provision?).map(|entry| entry.span)
}

/// Whether an insertion hangs on quoted words, and not on a provision, a block or a sentence.
fn is_words(target: &Target, hang: Span, index: &Index) -> bool {
    let Place::Point { block, .. } = target.place else { return false };
    let provision = target.provision.and_then(|id| index.provision_at(id));
    let is_provision = provision.is_some_and(|entry| entry.span == hang);
    let is_block = index.block_at(block).is_some_and(|entry| entry.span == hang);
    let is_sentence = target.sentences.is_some_and(|(first, last)| {
        let sentences = index.sentences_of(block);
        let nth = |n: u32| sentences.get((n as usize).wrapping_sub(1));
        let edges = (nth(first), nth(last));
        matches!(edges, (Some(first), Some(last)) if first.start == hang.start && last.end == hang.end)
    });
    !(is_provision || is_block || is_sentence)
}
