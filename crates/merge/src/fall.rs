//! Falls: what can no longer be put, because what was adopted took away what it hangs on.
//!
//! A fall is a function of the *set* of what was adopted, from the text as published: two deletions
//! may together remove a sentence that neither removes alone. So nothing is kept between calls, and
//! no order of adoption enters here.

use crate::relate::{Form, all_cleared, cleared, forms, identical};
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
    let forms = forms(amendment, base, rules);
    let text = base.index.text();
    let takers: Vec<Taker> = adopted
        .iter()
        .enumerate()
        .filter_map(|(at, other)| Taker::new(at, other, &forms, base))
        .filter(|taker| !identical(amendment, &adopted[taker.amendment]))
        .collect();
    let all: Vec<&Taker> = takers.iter().collect();
    if !taken(&all, &forms, text) {
        return by_narrower(amendment, &forms, adopted, base, rules);
    }
    let causes = least(all, |takers| taken(takers, &forms, text));
    let causes = causes.into_iter().map(|taker| taker.amendment).collect();
    Some(Fall { causes, gone: forms.iter().filter_map(|form| form.hang).collect() })
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
        // The profile's rules concern insertions; what is removed does not depend on them.
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

/// `wider-falls`: the first adopted one of which this one would take away all that it hangs on.
fn by_narrower(
    amendment: &Placed<'_>,
    forms: &[Form],
    adopted: &[Placed<'_>],
    base: &Base<'_>,
    rules: &FallRules,
) -> Option<Fall> {
    if rules.wider_after_narrower == WiderAfterNarrower::Supersedes {
        return None;
    }
    let mut ranges = Vec::new();
    cleared(forms.iter().filter_map(|form| form.removes), base.index.text(), &mut ranges);
    let narrower = |other: &Placed<'_>| {
        all_cleared(&ranges, &crate::relate::forms(other, base, rules))
            && !identical(amendment, other)
    };
    let cause = adopted.iter().position(narrower)?;
    Some(Fall { causes: vec![cause], gone: ranges })
}
