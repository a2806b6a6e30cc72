//! The calling order of a dossier: over all languages, with sub-amendments and what has no place.

use super::State;
use super::plan::Plan;
use merge::{OrderReason, Ranked, natural};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// All amendments of the dossier in calling order.
pub(super) fn order(state: &State) -> Vec<Ranked> {
    let mut order = over_languages(&state.plans);
    doubt_by_language(&mut order, &state.plans);
    append_unplaced(&mut order, state);
    with_sub_amendments(order, state)
}

/// The first language's order; what has a place in another one only stands there behind the one
/// that it follows there.
fn over_languages(plans: &[Plan]) -> Vec<Ranked> {
    let mut ranked: BTreeMap<usize, &Ranked> = BTreeMap::new();
    // For each amendment the one behind it; for `None` the first.
    let mut behind: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    for plan in plans {
        let mut after: Option<usize> = None;
        for own in &plan.order {
            let amendment = plan.amendments[own.amendment];
            if let Entry::Vacant(new) = ranked.entry(amendment) {
                new.insert(own);
                if let Some(next) = behind.insert(after, amendment) {
                    behind.insert(Some(amendment), next);
                }
            }
            after = Some(amendment);
        }
    }
    let mut order: Vec<Ranked> = Vec::with_capacity(ranked.len());
    let mut last: Option<usize> = None;
    while let Some(&amendment) = behind.get(&last)
        && let Some(&own) = ranked.get(&amendment)
    {
        order.push(Ranked { amendment, ..own.clone() });
        last = Some(amendment);
    }
    if let Some(first) = order.first_mut() {
        first.reason = OrderReason::First;
    }
    order
}

/// Two neighbours that another language would call the other way round are left to a clerk.
fn doubt_by_language(order: &mut [Ranked], plans: &[Plan]) {
    for plan in plans.iter().skip(1) {
        let mut rank = vec![0; plan.amendments.len()];
        plan.order.iter().enumerate().for_each(|(at, ranked)| rank[ranked.amendment] = at);
        let rank = |amendment: usize| plan.position(amendment).map(|at| rank[at]);
        for at in 1..order.len() {
            let ranks = (rank(order[at - 1].amendment), rank(order[at].amendment));
            if let (Some(before), Some(this)) = ranks
                && before > this
            {
                order[at].certain = false;
            }
        }
    }
}

/// What has no place comes last, by number.
fn append_unplaced(order: &mut Vec<Ranked>, state: &State) {
    let mut known = vec![false; state.dossier.amendments.len()];
    order.iter().for_each(|ranked| known[ranked.amendment] = true);
    let number = |at: usize| state.dossier.amendments[at].number.as_str();
    let mut rest: Vec<usize> = (0..known.len())
        .filter(|at| !known[*at] && state.dossier.amendments[*at].parent.is_none())
        .collect();
    rest.sort_by(|a, b| natural(number(*a), number(*b)).then(a.cmp(b)));
    order.extend(rest.into_iter().map(by_number));
}

/// Sub-amendments directly before their parent, by number; those of nobody at the very end.
fn with_sub_amendments(order: Vec<Ranked>, state: &State) -> Vec<Ranked> {
    let amendments = &state.dossier.amendments;
    let mut subs: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, amendment) in amendments.iter().enumerate() {
        if let Some(parent) = &amendment.parent {
            subs.entry(parent).or_default().push(at);
        }
    }
    let number = |at: usize| amendments[at].number.as_str();
    for own in subs.values_mut() {
        own.sort_by(|a, b| natural(number(*a), number(*b)).then(a.cmp(b)));
    }
    let mut all = Vec::with_capacity(amendments.len());
    for ranked in order {
        let own = subs.remove(number(ranked.amendment)).unwrap_or_default();
        all.extend(own.into_iter().map(by_number));
        all.push(ranked);
    }
    all.extend(subs.into_values().flatten().map(by_number));
    if let Some(first) = all.first_mut() {
        first.reason = OrderReason::First;
    }
    all
}

fn by_number(amendment: usize) -> Ranked {
    Ranked { amendment, reason: OrderReason::Number, certain: true }
}
