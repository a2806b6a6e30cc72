//! Falls: what can no longer be put, because what was adopted took away what it hangs on.
//!
//! A fall is a function of the *set* of what was adopted, from the text as published: two deletions
//! may together remove a sentence that neither removes alone. So nothing is kept between calls, and
//! no order of adoption enters here.

use crate::relate::{Form, Intervals, all_cleared, cleared, forms, hold, identical};
use crate::{Base, FallRules, Placed, WiderAfterNarrower};
use source::Span;
use source::fault::{Fault, planted};

/// Why an amendment falls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fall {
    /// Positions (in the slice given) of the adopted amendments that took it away; ascending,
    /// least such set found by dropping what is not needed.
    pub causes: Vec<usize>,
    /// The words gone that it hung on, as spans of the laid-out text, one per operation.
    pub gone: Vec<Span>,
}

/// Whether `amendment` falls once `adopted` is adopted: a function of the set, from the base text.
///
/// It falls when of each of its operations all that it hangs on is removed by the union of what the
/// set removes. Adopted amendments identical to it do not count: they are decided together. Where
/// the profile says that a wider one falls after a narrower one, it also falls when it would take
/// away all that an adopted one hangs on.
///
/// Law 4: falls are monotone in the set.
pub fn falls(
    amendment: &Placed<'_>,
    adopted: &[Placed<'_>],
    base: &Base<'_>,
    rules: &FallRules,
) -> Option<Fall> {
    AdoptedSet::new(adopted, base, rules).fells(amendment)
}

/// What was adopted, sorted by what it takes away: for whoever asks of many open amendments whether they fall. A
/// question costs the logarithm of what was adopted for each range that meets what the open one hangs on.
#[derive(Clone, Debug)]
pub struct AdoptedSet<'a> {
    adopted: &'a [Placed<'a>],
    base: Base<'a>,
    rules: &'a FallRules,
    /// What each of them removes.
    removed: Intervals,
    /// Where a wider one falls after a narrower one: from the first to the last of what each hangs on.
    holds: Intervals,
}

impl<'a> AdoptedSet<'a> {
    /// Sorts what was adopted.
    pub fn new(adopted: &'a [Placed<'a>], base: &Base<'a>, rules: &'a FallRules) -> Self {
        // The profile's rules concern insertions; what is removed does not depend on them.
        let plain = FallRules::default();
        let (mut removed, mut holds) = (Vec::new(), Vec::new());
        for (placed, at) in adopted.iter().zip(0..) {
            let operations = placed.instruction.operations.iter();
            let ranges = operations.filter_map(|op| Form::new(op, base, &plain).removes);
            removed.extend(ranges.map(|range| (range, at)));
            if rules.wider_after_narrower == WiderAfterNarrower::Falls {
                holds.extend(hold(&forms(placed, base, rules)).map(|hold| (hold, at)));
            }
        }
        let (removed, holds) = (Intervals::new(removed), Intervals::new(holds));
        Self { adopted, base: *base, rules, removed, holds }
    }

    /// Whether this amendment falls by them, as [`falls`] says.
    pub fn fells(&self, amendment: &Placed<'_>) -> Option<Fall> {
        let forms = forms(amendment, &self.base, self.rules);
        let text = self.base.index.text();
        let takers = self.takers(amendment, &forms);
        let all: Vec<&Taker> = takers.iter().collect();
        if !taken(&all, &forms, text) {
            return self.by_narrower(amendment, &forms);
        }
        let causes = least(all, |takers| taken(takers, &forms, text));
        let causes = causes.into_iter().map(|taker| taker.amendment).collect();
        Some(Fall { causes, gone: forms.iter().filter_map(|form| form.hang).collect() })
    }

    /// The adopted ones that remove something of what these operations hang on, ascending.
    fn takers(&self, amendment: &Placed<'_>, forms: &[Form]) -> Vec<Taker> {
        let mut near: Vec<u32> = Vec::new();
        for hang in forms.iter().filter_map(|form| form.hang) {
            self.removed.around(hang.start, hang.start.saturating_add(1), &mut near);
            let within = self.removed.starting_in(hang.start.saturating_add(1), hang.end);
            near.extend(within.iter().map(|(_, at)| *at));
        }
        near.sort_unstable();
        near.dedup();
        let near = near.into_iter().map(|at| at as usize);
        near.filter_map(|at| Taker::new(at, &self.adopted[at], forms, &self.base))
            .filter(|taker| !identical(amendment, &self.adopted[taker.amendment]))
            .collect()
    }

    /// `wider-falls`: the first adopted one of which this one would take away all that it hangs on.
    fn by_narrower(&self, amendment: &Placed<'_>, forms: &[Form]) -> Option<Fall> {
        if self.rules.wider_after_narrower == WiderAfterNarrower::Supersedes {
            return None;
        }
        let mut ranges = Vec::new();
        let removed = forms.iter().filter_map(|form| form.removes);
        cleared(removed, self.base.index.text(), &mut ranges);
        let within = ranges.iter().flat_map(|range| {
            // What it hangs on may be empty, and stand at the end.
            self.holds.starting_in(range.start, range.end.saturating_add(1))
        });
        let narrower = |at: &u32| {
            let other = &self.adopted[*at as usize];
            all_cleared(&ranges, &crate::relate::forms(other, &self.base, self.rules))
                && !identical(amendment, other)
        };
        let cause = within.map(|(_, at)| *at).filter(narrower).min()?;
        Some(Fall { causes: vec![cause as usize], gone: ranges })
    }
}

/// An adopted amendment that removes something of what the one asked about hangs on.
struct Taker {
    amendment: usize,
    removes: Vec<Span>,
}

impl Taker {
    fn new(amendment: usize, placed: &Placed<'_>, forms: &[Form], base: &Base<'_>) -> Option<Self> {
        let operations = placed.instruction.operations.iter();
        let touching = |removed: &Span| {
            forms.iter().any(|form| form.hang.is_some_and(|hang| hang.overlaps(*removed)))
        };
        let rules = FallRules::default();
        let removes = operations.filter_map(|op| Form::new(op, base, &rules).removes);
        let removes: Vec<Span> = removes.filter(touching).collect();
        (!removes.is_empty()).then_some(Self { amendment, removes })
    }
}

/// Whether the takers together remove all that every operation hangs on.
fn taken(takers: &[&Taker], forms: &[Form], text: &str) -> bool {
    let mut ranges = Vec::new();
    cleared(takers.iter().flat_map(|taker| taker.removes.iter().copied()), text, &mut ranges);
    if planted(Fault::FallsOnPartialLoss) {
        return !ranges.is_empty();
    }
    all_cleared(&ranges, forms)
}

/// Drops from the end what is not needed, so that the first of several sufficient causes stays.
fn least(mut takers: Vec<&Taker>, enough: impl Fn(&[&Taker]) -> bool) -> Vec<&Taker> {
    for at in (0..takers.len()).rev() {
        let dropped = takers.remove(at);
        if !enough(&takers) {
            takers.insert(at, dropped);
        }
    }
    takers
}
