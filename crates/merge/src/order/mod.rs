//! The order of consideration.
//!
//! # The key
//!
//! Amendments are called in the order of the places they touch; the number is only the order in
//! which they came in. At one place the wider change comes first: once it is adopted, nobody need
//! debate what it takes away.
//!
//! ```text
//! 7. Boats cross the lake. Fog is common. Lamps are few.
//!
//! 4: replace paragraph 7                         part 0, start of 7, the widest
//! 9: replace the first sentence of it            part 0, start of 7, ends earlier   Contained
//! 6: at the end of the third sentence, insert    part 0, end of the third sentence  Contained
//! 3: after paragraph 7, insert a paragraph       part 0, end of 7: a gap            Place
//! 5: delete paragraph 8                          part 0, start of 8                 Place
//! ```
//!
//! A gap between paragraphs comes before the paragraph that follows it, and the gap behind 9.3
//! before the gap behind 9 although both are at one offset: the deeper one belongs to what precedes.
//! An amendment of several operations stands where the first of them in the text stands.
//!
//! Equal ranges are ordered by kind of operation (deletions first, in PACE), then two replacements
//! by their distance from the text, the farther first, then by number. Distances that hardly differ
//! and ranges that cross leave the order to a clerk: the key says `certain: false`.
//!
//! In bills, where provisions are counted, the chair's lists tell more (seen in the Sénat's on a whole bill, `docs/styles.md`):
//! what changes a whole article comes before all else in it, gaps at its beginning too; at one point words come
//! before sentences, as they will stand; and before the number counts how far an amendment reaches with its other
//! operations, the farther first, and how many they are.
//!
//! Where the rules have rivals debated jointly ([`OrderRules::rivals_together`]), each group of them
//! stands where its first stands, identical ones one behind the other.
//!
//! # A million of them
//!
//! All but the distance fits one 128-bit integer, so the order is one sort of integers; distances
//! are computed only for replacements of one and the same range.

mod alike;
mod distance;
mod number;
mod together;

pub use number::natural;
pub use together::discussions;

use crate::relate::identical;
use crate::{Base, OrderRules, Placed, Rank};
use instruction::{Operation, PayloadUnit, Place, Target};
use source::Span;
use source::fault::{Fault, planted};
use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
use std::hash::BuildHasher;
use text::ProvisionId;

/// One amendment in the calling order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Its position in the slice given.
    pub amendment: usize,
    /// What put it behind the one before it.
    pub reason: OrderReason,
    /// `false` where a clerk should decide: distances too close, crossing ranges.
    pub certain: bool,
}

/// The first component of the key in which an amendment differs from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderReason {
    /// It is the first.
    First,
    /// Another draft text.
    Part,
    /// A later place in the text.
    Place,
    /// The one before it is wider and contains it.
    Contained,
    /// The profile's rank of operations.
    Rank,
    /// At one place, words come before sentences.
    Kind,
    /// The one before it differs more from the text.
    Distance,
    /// The one before it begins at the same place and reaches farther, or changes more.
    Reach,
    /// It is debated jointly with the one before it, and stands with it.
    Joint,
    /// The number of tabling.
    Number,
}

/// The calling order of amendments to the draft (sub-amendments are set before their parents by
/// `engine`).
///
/// Key: part; document position; start; end descending; rank of the operation; in bills kind of the new text;
/// distance descending; in bills reach descending; number. Permuting the input changes nothing (law 3): the slice positions are never compared,
/// except between two amendments that carry one number and do the same.
pub fn order(amendments: &[Placed<'_>], base: &Base<'_>, rules: &OrderRules) -> Vec<Ranked> {
    let mut keys: Vec<Key> = Vec::with_capacity(amendments.len());
    keys.extend(amendments.iter().zip(0..).map(|(a, at)| Key::new(a, at, base, rules)));
    keys.sort_unstable();
    let mut close = Vec::new();
    let mut from = 0;
    for size in runs(&keys) {
        settle(&mut keys[from..from + size], from, amendments, base, rules, &mut close);
        from += size;
    }
    let mut ranked: Vec<Ranked> =
        (0..keys.len()).map(|at| rank(&keys, at, amendments, base)).collect();
    for (at, certain) in close {
        (ranked[at].reason, ranked[at].certain) = (OrderReason::Distance, certain);
    }
    mark_crossings(&keys, amendments, &mut ranked);
    if rules.rivals_together {
        ranked = together::gathered(ranked, amendments, base);
    }
    if planted(Fault::OrderByHash) {
        let hash = std::hash::RandomState::new();
        ranked.sort_by_key(|ranked| hash.hash_one(amendments[ranked.amendment].number));
    }
    ranked
}

/// The place of an amendment in the order, as one integer: part (16 bits), start (32), depth of a
/// gap (16), end descending (32), rank and kind of the new text (8), number (24).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    place: u128,
    amendment: u32,
}

const NUMBER_BITS: u32 = 24;
const NUMBER_LIMIT: u32 = (1 << NUMBER_BITS) - 1;
const RANK_BITS: u32 = 8;
const KIND_BITS: u32 = 2;
/// The range of an amendment without operations: behind all others.
const NOWHERE: u128 = u128::MAX >> NUMBER_BITS;
/// What is no gap stands behind the gaps at its start.
const NO_GAP: u16 = u16::MAX;
/// What is a whole part stands before them.
const WHOLE: u16 = 0;

impl Key {
    fn new(amendment: &Placed<'_>, at: u32, base: &Base<'_>, rules: &OrderRules) -> Self {
        let operations = amendment.instruction.operations.iter();
        let first = operations.map(|operation| Self::place(operation, base, rules)).min();
        let number = number::leading(amendment.number, NUMBER_LIMIT);
        let place = first.unwrap_or(NOWHERE) << NUMBER_BITS | u128::from(number);
        Self { place, amendment: at }
    }

    /// The key of one operation, without the number.
    fn place(operation: &Operation<Target>, base: &Base<'_>, rules: &OrderRules) -> u128 {
        let target = operation.at();
        let span = target.place.span();
        // Gaps of one offset, from the deepest out: behind 9.3, the closing text of 9, behind 9.
        let below = |id| base.index.provision_at(id).map_or(0, |entry| entry.depth + 1);
        let gap = match target.place {
            Place::Slot { parent, .. } => gap(2 * parent.map_or(0, below)),
            Place::Closing { provision, .. } => gap((2 * below(provision)).saturating_sub(1)),
            Place::Provisions { first, last, .. }
                if is_bill(base) && is_whole_part(target.part, first, last, base) =>
            {
                WHOLE
            }
            Place::Provisions { .. } | Place::Text { .. } | Place::Point { .. } => NO_GAP,
        };
        let kind = kind(operation);
        let rank = rules.ranks.iter().position(|rank| *rank == kind).unwrap_or(rules.ranks.len());
        let rank = rank.min(usize::from(u8::MAX >> KIND_BITS)) << KIND_BITS;
        let rank = rank | if is_bill(base) { new_text(operation) as usize } else { 0 };
        let part = u128::from(target.part.min(u32::from(u16::MAX)));
        let key = part << 32 | u128::from(span.start);
        let key = key << 16 | u128::from(gap);
        let key = key << 32 | u128::from(u32::MAX - span.end);
        key << RANK_BITS | rank as u128
    }

    /// The key without the number: equal for amendments with one range and rank.
    fn range(self) -> u128 {
        self.place >> NUMBER_BITS
    }

    fn part(self) -> u128 {
        self.place >> (NUMBER_BITS + RANK_BITS + 32 + 16 + 32)
    }

    fn span(self) -> Span {
        let key = self.range() >> RANK_BITS;
        let end = u32::MAX - (key & u128::from(u32::MAX)) as u32;
        let start = (key >> 48 & u128::from(u32::MAX)) as u32;
        Span { start, end: end.max(start) }
    }

    /// The number as far as it is in the key; the limit: not in the key.
    fn number(self) -> u32 {
        (self.place & u128::from(NUMBER_LIMIT)) as u32
    }
}

/// The deeper a gap, the earlier it comes.
fn gap(level: u32) -> u16 {
    NO_GAP - 1 - u16::try_from(level).unwrap_or(NO_GAP - 2).min(NO_GAP - 2)
}

/// Whether these are all provisions of a part, and more than one.
pub(super) fn is_whole_part(
    part: u32,
    first: ProvisionId,
    last: ProvisionId,
    base: &Base<'_>,
) -> bool {
    let next = base.index.provision_at(last).map(|entry| entry.next);
    base.index.parts().get(part as usize).is_some_and(|part| {
        part.provisions.0 == first && Some(part.provisions.1) == next && first != last
    })
}

/// How what an insertion brings will stand among others at its place, the first first.
fn new_text(operation: &Operation<Target>) -> NewText {
    let Operation::Insert { what, .. } = operation else { return NewText::Running };
    match what.unit {
        PayloadUnit::Words | PayloadUnit::Text | PayloadUnit::Unstated => NewText::Running,
        PayloadUnit::Sentences => NewText::Sentence,
        PayloadUnit::Provisions => NewText::Paragraph,
    }
}

/// What a new text is, for its place among others.
#[derive(Clone, Copy)]
enum NewText {
    /// It goes on with the words before it.
    Running,
    /// A sentence.
    Sentence,
    /// A paragraph by itself.
    Paragraph,
}

fn kind(operation: &Operation<Target>) -> Rank {
    match operation {
        Operation::Insert { .. } => Rank::Insert,
        Operation::Replace { .. } => Rank::Replace,
        Operation::Delete { .. } => Rank::Delete,
    }
}

/// The lengths of runs of equal range and rank.
fn runs(keys: &[Key]) -> Vec<usize> {
    keys.chunk_by(|a, b| a.range() == b.range()).map(<[Key]>::len).collect()
}

/// Orders amendments of one range and rank: replacements by distance, then all by their reach and by
/// number. Adds to
/// `close` those whose place the distance gave, and whether it did so with certainty.
fn settle(
    run: &mut [Key],
    from: usize,
    amendments: &[Placed<'_>],
    base: &Base<'_>,
    rules: &OrderRules,
    close: &mut Vec<(usize, bool)>,
) {
    let span = match run {
        [] | [_] => return,
        [first, ..] => first.span(),
    };
    let by_number = |a: &Key, b: &Key| {
        let reach = |key: &Key| reach(&amendments[key.amendment as usize], base);
        reach(b).cmp(&reach(a)).then_with(|| compare_numbers(*a, *b, amendments))
    };
    let payloads = || run.iter().map(|key| payload(*key, amendments)).collect();
    let payloads: Option<Vec<Cow<'_, str>>> = if span.is_empty() { None } else { payloads() };
    let Some(payloads) = payloads else {
        run.sort_by(by_number);
        return;
    };
    let unit = distance::Unit::new(span.of(base.index.text()));
    let distances = payloads.iter().map(|payload| unit.distance(payload));
    let mut far: Vec<(u32, Key)> = distances.zip(run.iter().copied()).collect();
    far.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| by_number(&a.1, &b.1)));
    for (place, (_, key)) in run.iter_mut().zip(&far) {
        *place = *key;
    }
    for (at, pair) in far.windows(2).enumerate() {
        let (one, other) =
            (&amendments[pair[0].1.amendment as usize], &amendments[pair[1].1.amendment as usize]);
        if !identical(one, other) {
            close.push((from + at + 1, !is_close(pair[0].0, pair[1].0, rules)));
        }
    }
}

/// Whether the farther distance exceeds the nearer by less than the profile's share of it.
fn is_close(far: u32, near: u32, rules: &OrderRules) -> bool {
    let difference = u64::from(far - near) * 100;
    far == near || difference < u64::from(far) * u64::from(rules.uncertain_below_percent)
}

/// The new text of a replacement: that of the operation which gave the key.
fn payload<'a>(key: Key, amendments: &'a [Placed<'_>]) -> Option<Cow<'a, str>> {
    let operations = &amendments[key.amendment as usize].instruction.operations;
    let operation = operations.iter().find(|op| op.at().place.span() == key.span())?;
    match operation {
        Operation::Replace { with, .. } => Some(match with.paragraphs.as_slice() {
            [only] => Cow::Borrowed(only.content.text.as_str()),
            _ => Cow::Owned(with.joined().text),
        }),
        Operation::Insert { .. } | Operation::Delete { .. } => None,
    }
}

/// Whether the text is one of a bill, whose provisions are counted.
fn is_bill(base: &Base<'_>) -> bool {
    base.tables.numbering.is_counted()
}

/// How far an amendment to a bill reaches: the end of its last operation in the text, and how many there are.
fn reach(amendment: &Placed<'_>, base: &Base<'_>) -> (u32, usize) {
    if !is_bill(base) {
        return (0, 0);
    }
    let operations = &amendment.instruction.operations;
    let ends = operations.iter().map(|operation| operation.at().place.span().end);
    (ends.max().unwrap_or(0), operations.len())
}

fn compare_numbers(a: Key, b: Key, amendments: &[Placed<'_>]) -> Ordering {
    let of = |key: Key| &amendments[key.amendment as usize];
    let spelled = || natural(of(a).number, of(b).number);
    let texts = || text_of(of(a)).cmp(text_of(of(b)));
    a.number()
        .cmp(&b.number())
        .then_with(spelled)
        .then_with(texts)
        .then(a.amendment.cmp(&b.amendment))
}

/// The texts an amendment brings, to tell two of one number apart.
fn text_of<'a>(amendment: &'a Placed<'_>) -> impl Iterator<Item = &'a str> {
    let payloads = amendment.instruction.operations.iter().filter_map(Operation::payload);
    payloads
        .flat_map(|payload| &payload.paragraphs)
        .map(|paragraph| paragraph.content.text.as_str())
}

fn rank(keys: &[Key], at: usize, amendments: &[Placed<'_>], base: &Base<'_>) -> Ranked {
    let key = keys[at];
    let amendment = key.amendment as usize;
    let empty = key.range() == NOWHERE;
    let before = at.checked_sub(1).map(|before| keys[before]);
    let reason = before.map_or(OrderReason::First, |before| reason(before, key, amendments, base));
    let reason = if empty && at > 0 { OrderReason::Number } else { reason };
    Ranked { amendment, reason, certain: true }
}

fn reason(before: Key, key: Key, amendments: &[Placed<'_>], base: &Base<'_>) -> OrderReason {
    let reach = |key: Key| reach(&amendments[key.amendment as usize], base);
    let (wide, narrow) = (before.span(), key.span());
    if before.part() != key.part() {
        OrderReason::Part
    } else if wide != narrow && !wide.is_empty() && wide.contains(narrow) && narrow.start < wide.end
    {
        OrderReason::Contained
    } else if before.range() >> RANK_BITS != key.range() >> RANK_BITS {
        OrderReason::Place
    } else if before.range() >> KIND_BITS != key.range() >> KIND_BITS {
        OrderReason::Rank
    } else if before.range() != key.range() {
        OrderReason::Kind
    } else if reach(before) > reach(key) {
        OrderReason::Reach
    } else {
        OrderReason::Number
    }
}

/// Marks those that take away something that crosses what an amendment called before them takes
/// away: which of the two is "wider" nobody can say.
///
/// One sweep from left to right over all removals keeps the ends of those still open; the least of
/// them, if it lies within the next removal, belongs to one that began before it.
fn mark_crossings(keys: &[Key], amendments: &[Placed<'_>], ranked: &mut [Ranked]) {
    let mut removals: Vec<(u32, Reverse<u32>, u32)> = Vec::with_capacity(keys.len());
    for (at, key) in keys.iter().enumerate() {
        for operation in &amendments[key.amendment as usize].instruction.operations {
            let span = operation.at().place.span();
            if !matches!(operation, Operation::Insert { .. }) && !span.is_empty() {
                removals.push((span.start, Reverse(span.end), at as u32));
            }
        }
    }
    removals.sort_unstable();
    let mut open: BinaryHeap<Reverse<(u32, u32)>> = BinaryHeap::new();
    for (start, Reverse(end), at) in removals {
        while open.peek().is_some_and(|Reverse((end, _))| *end <= start) {
            open.pop();
        }
        match open.peek() {
            Some(Reverse((first, _))) if *first == end => continue,
            Some(Reverse((first, by))) if *first < end && *by != at => {
                ranked[at.max(*by) as usize].certain = false;
            }
            Some(_) | None => {}
        }
        open.push(Reverse((end, at)));
    }
}
