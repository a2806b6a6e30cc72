//! Dossiers of one language each, made one.

use super::Finding;
use crate::dossier::{Amendment, Dossier, Version};
use crate::recorded::{self, About};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Joins dossiers of one language each into one; amendments meet by number.
///
/// The order of amendments is that of the first dossier; one that only a later dossier has stands behind
/// the one that it follows there. A dossier in a language that is there already is left out.
pub fn join(dossiers: Vec<Dossier>) -> (Dossier, Vec<Finding>) {
    let mut dossiers = dossiers.into_iter();
    let mut joined = dossiers.next().unwrap_or_default();
    let mut findings = Vec::new();
    for dossier in dossiers {
        let twice = dossier.versions.iter().find(|version| joined.version(version.lang).is_some());
        if let Some(version) = twice {
            findings.push(Finding::LanguageTwice { lang: version.lang });
            continue;
        }
        if let (Some(first), Some(next)) = (joined.versions.first(), dossier.versions.first()) {
            findings.extend(compare_drafts(first, next));
        }
        // A version that tells nothing of decisions contradicts none.
        let both = recorded::any(&joined) && recorded::any(&dossier);
        if both && joined.decisions.texts != dossier.decisions.texts {
            let differ = recorded::texts_differ(&joined, &dossier).into_iter();
            findings.extend(differ.map(|part| decided(About::Text(part))));
        } else if joined.decisions.texts.is_empty() {
            joined.decisions.texts.clone_from(&dossier.decisions.texts);
        }
        joined.reference = joined.reference.or(dossier.reference);
        joined.versions.extend(dossier.versions);
        joined.correspondences.extend(dossier.correspondences);
        joined.rules = joined.rules.or(dossier.rules);
        joined.decisions.words.extend(dossier.decisions.words);
        let differ = meet(&mut joined.amendments, dossier.amendments, both).into_iter();
        findings.extend(differ.map(|at| decided(About::Amendment(at))));
    }
    (joined, findings)
}

/// Puts the texts of `more` beside those of the amendments with the same numbers. Where a number is
/// carried twice, the first meets the first. Gives those of which both record decisions that differ.
fn meet(amendments: &mut Vec<Amendment>, more: Vec<Amendment>, both: bool) -> Vec<usize> {
    let mut differ = Vec::new();
    let mut open: BTreeMap<(Option<String>, String), VecDeque<usize>> = BTreeMap::new();
    for (at, amendment) in amendments.iter().enumerate() {
        open.entry(key(amendment)).or_default().push_back(at);
    }
    // Those of `more` only, each with how many of `amendments` stand before it.
    let mut others: Vec<(usize, Amendment)> = Vec::new();
    let mut before = 0;
    for amendment in more {
        match open.get_mut(&key(&amendment)).and_then(VecDeque::pop_front) {
            Some(at) => {
                before = at + 1;
                let known = &mut amendments[at];
                if !recorded::joined(known, &amendment, both) {
                    differ.push(at);
                }
                known.part = known.part.or(amendment.part);
                known.texts.extend(amendment.texts);
            }
            None => others.push((before, amendment)),
        }
    }
    others.sort_by_key(|(before, _)| *before);
    let place = |at: usize| at + others.partition_point(|(before, _)| *before <= at);
    let differ = differ.into_iter().map(place).collect();
    let mut others = others.into_iter().peekable();
    let mut joined = Vec::with_capacity(amendments.len());
    for (at, amendment) in std::mem::take(amendments).into_iter().enumerate() {
        while let Some((_, other)) = others.next_if(|(before, _)| *before <= at) {
            joined.push(other);
        }
        joined.push(amendment);
    }
    joined.extend(others.map(|(_, other)| other));
    *amendments = joined;
    differ
}

fn decided(about: About) -> Finding {
    Finding::DecisionsDiffer { about }
}

fn key(amendment: &Amendment) -> (Option<String>, String) {
    (amendment.parent.as_deref().map(plain), plain(&amendment.number))
}

/// "3 rev." and "3 rév." are one number.
fn plain(number: &str) -> String {
    number.to_lowercase().replace('é', "e").trim_end_matches('.').to_owned()
}

/// The provisions that one of two versions alone has.
fn compare_drafts(first: &Version, next: &Version) -> Vec<Finding> {
    let numbers = |version: &Version| -> BTreeSet<(u32, String)> {
        let provisions = version.index.provisions().iter();
        provisions.map(|entry| (entry.part, entry.number.clone())).collect()
    };
    let (one, other) = (numbers(first), numbers(next));
    one.symmetric_difference(&other)
        .map(|(part, number)| {
            let here = one.contains(&(*part, number.clone()));
            let only_in = if here { first.lang } else { next.lang };
            Finding::DraftsDiffer { part: *part, number: number.clone(), only_in }
        })
        .collect()
}
