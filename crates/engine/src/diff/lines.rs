//! Two lists of lines matched.
//!
//! 1. Lines whose text stands once in each list and is the same are matched, as many as keep their
//!    order (the longest increasing run); then equal neighbours of what is matched.
//! 2. Between two matched lines, the best pairing in order: a pair is worth the words that both have, and
//!    more where both have the same number. Half alike, or the same number, is enough.
//! 3. What is left on both sides and nearly alike has moved.
//!
//! Every step is bounded: a stretch of more than some hundred lines on both sides is paired by number
//! only.

use super::Pair;
use super::words::{self, Kind, Stretch};
use std::collections::BTreeMap;

/// A line of a draft text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    /// The number of the provision that it opens, as it is cited; empty where it opens none.
    pub number: String,
    /// Whether it is a table or heading, kept and not read.
    pub opaque: bool,
    /// How deep it stands: 0 for "7", 1 for "7.1".
    pub depth: u32,
    /// Its text, raised signs as in plain text.
    pub text: String,
}

/// One line in both versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineChange {
    /// As it stood; `None` where it is new.
    pub old: Option<Side>,
    /// As it stands; `None` where it is gone.
    pub new: Option<Side>,
    /// Where it stands elsewhere in the other version: twice in the list, once at each place.
    pub moved: bool,
    /// Its words. At the place that a moved line has left: those that stood there.
    pub stretches: Vec<Stretch>,
}

impl LineChange {
    /// Whether it differs in any way.
    pub fn differs(&self) -> bool {
        self.is_renumbered() || self.differs_in_words()
    }

    /// Whether words came, went, changed or moved.
    pub fn differs_in_words(&self) -> bool {
        self.moved || self.stretches.iter().any(|stretch| stretch.kind != Kind::Kept) || {
            let shape = |side: &Side| (side.opaque, side.depth, side.number.is_empty());
            match (&self.old, &self.new) {
                (Some(old), Some(new)) => shape(old) != shape(new),
                _ => true,
            }
        }
    }

    /// Whether this is the place that a moved line has left.
    pub fn is_left(&self) -> bool {
        self.moved && self.new.is_some() && self.stretches.iter().all(|s| s.kind == Kind::Gone)
    }

    /// Whether a provision has another number.
    pub fn is_renumbered(&self) -> bool {
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => old.number != new.number,
            _ => false,
        }
    }
}

/// At most so many pairs of lines are weighed in one stretch.
const WEIGHED: usize = 40_000;
/// In thousandths of their words: so alike are two lines that are versions of one another.
const ALIKE: u32 = 500;
/// So alike are they where one has moved.
const MOVED: u32 = 750;
/// What the same number is worth.
const NUMBERED: u32 = 200;
/// A line of fewer words does not move: "and" stands anywhere.
const LEAST: usize = 3;

/// Compares two lists of lines, from the lesser to the greater, so that the pairs are the same from
/// either side.
pub(crate) fn compare(old: &[Side], new: &[Side]) -> Vec<LineChange> {
    let matched = match old <= new {
        true => Matching::new(old, new).finished(),
        false => turned(Matching::new(new, old).finished(), old.len()),
    };
    listed(old, new, &matched)
}

/// The partner of each line of the first list, and whether it has moved.
type Matched = Vec<Option<(usize, bool)>>;

fn turned(matched: Matched, len: usize) -> Matched {
    let mut turned = vec![None; len];
    for (at, partner) in matched.into_iter().enumerate() {
        if let Some((partner, moved)) = partner
            && let Some(slot) = turned.get_mut(partner)
        {
            *slot = Some((at, moved));
        }
    }
    turned
}

/// The lines of the second version in order; what is gone stands where it stood.
fn listed(old: &[Side], new: &[Side], matched: &Matched) -> Vec<LineChange> {
    let mut of_new: Vec<Option<(usize, bool)>> = turned(matched.clone(), new.len());
    let mut lines = Vec::with_capacity(old.len().max(new.len()));
    let mut next = 0;
    let mut up_to = |end: usize, lines: &mut Vec<LineChange>| {
        for at in next..end {
            match matched[at] {
                Some((_, false)) => {}
                Some((partner, true)) => lines.push(left(&old[at], &new[partner])),
                None => lines.push(one_sided(&old[at], Kind::Gone)),
            }
        }
        next = next.max(end);
    };
    for (at, line) in new.iter().enumerate() {
        match of_new[at].take() {
            Some((partner, false)) => {
                up_to(partner, &mut lines);
                lines.push(both(&old[partner], line, false));
            }
            Some((partner, true)) => lines.push(both(&old[partner], line, true)),
            None => lines.push(one_sided(line, Kind::Came)),
        }
    }
    up_to(old.len(), &mut lines);
    lines
}

fn both(old: &Side, new: &Side, moved: bool) -> LineChange {
    let stretches = words::compare(&old.text, &new.text);
    LineChange { old: Some(old.clone()), new: Some(new.clone()), moved, stretches }
}

/// The place that a moved line has left.
fn left(old: &Side, new: &Side) -> LineChange {
    let stretches = words::whole(Kind::Gone, &old.text);
    LineChange { old: Some(old.clone()), new: Some(new.clone()), moved: true, stretches }
}

fn one_sided(line: &Side, kind: Kind) -> LineChange {
    let stretches = words::whole(kind, &line.text);
    let (old, new) = match kind {
        Kind::Came => (None, Some(line.clone())),
        Kind::Gone | Kind::Kept => (Some(line.clone()), None),
    };
    LineChange { old, new, moved: false, stretches }
}

struct Matching<'a> {
    old: &'a [Side],
    new: &'a [Side],
    old_words: Vec<Vec<&'a str>>,
    new_words: Vec<Vec<&'a str>>,
    matched: Matched,
    taken: Vec<bool>,
}

impl<'a> Matching<'a> {
    fn new(old: &'a [Side], new: &'a [Side]) -> Self {
        let words = |side: &'a Side| {
            let mut words: Vec<&str> = side.text.split_whitespace().collect();
            words.sort_unstable();
            words
        };
        Self {
            old,
            new,
            old_words: old.iter().map(words).collect(),
            new_words: new.iter().map(words).collect(),
            matched: vec![None; old.len()],
            taken: vec![false; new.len()],
        }
    }

    fn finished(mut self) -> Matched {
        for (a, b) in anchors(self.old, self.new) {
            self.pair(a, b, false);
        }
        for gap in self.gaps() {
            self.fill(gap);
        }
        self.moves();
        self.matched
    }

    fn pair(&mut self, a: usize, b: usize, moved: bool) {
        self.matched[a] = Some((b, moved));
        self.taken[b] = true;
    }

    /// The stretches between matched lines, as ranges of both lists.
    fn gaps(&self) -> Vec<Pair<std::ops::Range<usize>>> {
        let mut gaps = Vec::new();
        let (mut a, mut b) = (0, 0);
        let ends = [(self.old.len(), self.new.len())];
        let anchors = self.matched.iter().enumerate().filter_map(|(a, b)| Some((a, (*b)?.0)));
        for (at, partner) in anchors.chain(ends) {
            if at > a && partner > b {
                gaps.push(Pair { old: a..at, new: b..partner });
            }
            (a, b) = (at + 1, partner + 1);
        }
        gaps
    }

    fn fill(&mut self, mut gap: Pair<std::ops::Range<usize>>) {
        let same = |a: usize, b: usize, of: &Self| of.old[a].text == of.new[b].text;
        while !gap.old.is_empty() && !gap.new.is_empty() && same(gap.old.start, gap.new.start, self)
        {
            self.pair(gap.old.start, gap.new.start, false);
            (gap.old.start, gap.new.start) = (gap.old.start + 1, gap.new.start + 1);
        }
        while !gap.old.is_empty()
            && !gap.new.is_empty()
            && same(gap.old.end - 1, gap.new.end - 1, self)
        {
            self.pair(gap.old.end - 1, gap.new.end - 1, false);
            (gap.old.end, gap.new.end) = (gap.old.end - 1, gap.new.end - 1);
        }
        match gap.old.len().saturating_mul(gap.new.len()) {
            0 => {}
            size if size <= WEIGHED => self.weigh(&gap),
            _ => self.by_number(&gap),
        }
    }

    /// The pairing in order that is worth most.
    fn weigh(&mut self, gap: &Pair<std::ops::Range<usize>>) {
        let (rows, columns) = (gap.old.len(), gap.new.len());
        let mut worth = vec![0_u32; (rows + 1) * (columns + 1)];
        let mut value = vec![0_u32; rows * columns];
        let at = |row: usize, column: usize| row * (columns + 1) + column;
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                let pair = self.value(gap.old.start + row, gap.new.start + column);
                value[row * columns + column] = pair;
                let skipped = worth[at(row + 1, column)].max(worth[at(row, column + 1)]);
                let paired = if pair > 0 { pair + worth[at(row + 1, column + 1)] } else { 0 };
                worth[at(row, column)] = skipped.max(paired);
            }
        }
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            let pair = value[row * columns + column];
            let here = worth[at(row, column)];
            if pair > 0 && here == pair + worth[at(row + 1, column + 1)] {
                self.pair(gap.old.start + row, gap.new.start + column, false);
                (row, column) = (row + 1, column + 1);
            } else if here == worth[at(row + 1, column)] {
                row += 1;
            } else {
                column += 1;
            }
        }
    }

    /// What a pair is worth; nothing where it is none.
    fn value(&self, a: usize, b: usize) -> u32 {
        let (old, new) = (&self.old[a], &self.new[b]);
        let numbered = !old.number.is_empty() && old.number == new.number;
        let like = likeness(&self.old_words[a], &self.new_words[b]);
        match old.opaque == new.opaque && (numbered || like >= ALIKE) {
            true => like + if numbered { NUMBERED } else { 1 },
            false => 0,
        }
    }

    fn by_number(&mut self, gap: &Pair<std::ops::Range<usize>>) {
        let mut numbered: BTreeMap<&str, usize> = BTreeMap::new();
        for at in gap.new.clone() {
            numbered.entry(&self.new[at].number).or_insert(at);
        }
        let mut from = gap.new.start;
        for at in gap.old.clone() {
            let number = self.old[at].number.as_str();
            let found = numbered.get(number).copied().filter(|_| !number.is_empty());
            if let Some(partner) = found.filter(|partner| *partner >= from) {
                self.pair(at, partner, false);
                from = partner + 1;
            }
        }
    }

    /// Pairs what is left on both sides and nearly alike.
    fn moves(&mut self) {
        let long = |words: &[&str]| words.len() >= LEAST;
        let old: Vec<usize> = (0..self.old.len())
            .filter(|at| self.matched[*at].is_none() && long(&self.old_words[*at]))
            .collect();
        let new: Vec<usize> = (0..self.new.len())
            .filter(|at| !self.taken[*at] && long(&self.new_words[*at]))
            .collect();
        let mut same: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for at in new.iter().rev() {
            same.entry(&self.new[*at].text).or_default().push(*at);
        }
        for at in &old {
            if let Some(partner) = same.get_mut(self.old[*at].text.as_str()).and_then(Vec::pop) {
                self.pair(*at, partner, true);
            }
        }
        if old.len().saturating_mul(new.len()) > WEIGHED {
            return;
        }
        for a in old {
            let free = |b: &&usize| self.matched[a].is_none() && !self.taken[**b];
            let alike = |b: &usize| likeness(&self.old_words[a], &self.new_words[*b]);
            let candidates = new.iter().filter(free).map(|b| (alike(b), *b));
            let best = candidates
                .filter(|(like, _)| *like >= MOVED)
                .max_by_key(|(like, b)| (*like, std::cmp::Reverse(*b)));
            if let Some((_, b)) = best {
                self.pair(a, b, true);
            }
        }
    }
}

/// How many of their words two lines share, in thousandths; both sorted.
fn likeness(a: &[&str], b: &[&str]) -> u32 {
    let (mut at_a, mut at_b, mut shared) = (0, 0, 0_usize);
    while let (Some(word), Some(other)) = (a.get(at_a), b.get(at_b)) {
        match word.cmp(other) {
            std::cmp::Ordering::Less => at_a += 1,
            std::cmp::Ordering::Greater => at_b += 1,
            std::cmp::Ordering::Equal => (at_a, at_b, shared) = (at_a + 1, at_b + 1, shared + 1),
        }
    }
    match a.len() + b.len() {
        0 => 1_000,
        all => u32::try_from(2_000 * shared / all).unwrap_or(0),
    }
}

/// Equal lines that stand once in each list, as many as keep their order.
fn anchors(old: &[Side], new: &[Side]) -> Vec<(usize, usize)> {
    let once = |sides: &'_ [Side]| -> BTreeMap<String, Option<usize>> {
        let mut once = BTreeMap::new();
        for (at, side) in sides.iter().enumerate() {
            once.entry(side.text.clone()).and_modify(|first| *first = None).or_insert(Some(at));
        }
        once
    };
    let of_new = once(new);
    let mut pairs: Vec<(usize, usize)> = once(old)
        .into_iter()
        .filter_map(|(text, at)| Some((at?, (*of_new.get(&text)?)?)))
        .filter(|(a, b)| old[*a].opaque == new[*b].opaque)
        .collect();
    pairs.sort_unstable();
    increasing(&pairs)
}

/// The longest run of pairs whose second numbers increase (patience sorting).
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let pile = tops.partition_point(|top| pairs[*top].1 < pair.1);
        before.push(pile.checked_sub(1).map(|pile| tops[pile]));
        match tops.get_mut(pile) {
            Some(top) => *top = at,
            None => tops.push(at),
        }
    }
    let mut run = Vec::new();
    let mut next = tops.last().copied();
    while let Some(at) = next {
        run.push(pairs[at]);
        next = before[at];
    }
    run.reverse();
    run
}
