//! What is said about amendments and the dossier once order and relations are known.

use super::{Finding, State};
use crate::dossier::AmendmentText;
use std::collections::BTreeSet;

/// Above this many falls the printed notes are not compared: nobody prints that many.
const FALLS_COMPARED: usize = 100_000;

/// Findings about single amendments.
pub(super) fn amendments(state: &State) -> Vec<Finding> {
    let mut findings = Vec::new();
    // They are longer in practice, so it is a warning.
    let Some(allowed) = state.profile.note_words else { return findings };
    for (amendment, content) in state.dossier.amendments.iter().enumerate() {
        for text in &content.texts {
            let words = words(text);
            if words > allowed {
                let lang = text.lang;
                findings.push(Finding::NoteTooLong { amendment, lang, words, allowed });
            }
        }
    }
    findings
}

fn words(text: &AmendmentText) -> usize {
    text.note.iter().map(|paragraph| paragraph.text.split_whitespace().count()).sum()
}

/// Findings about the dossier: printed notes on falling against computed ones, doubts of order.
pub(super) fn dossier(state: &State) -> Vec<Finding> {
    let mut findings = falls(state);
    let top = |at: &&usize| state.dossier.amendments[**at].parent.is_none();
    let order: Vec<usize> = state.order.iter().map(|ranked| ranked.amendment).collect();
    for (at, ranked) in state.order.iter().enumerate() {
        if ranked.certain {
            continue;
        }
        if let Some(before) = order[..at].iter().rev().find(top) {
            let amendment = ranked.amendment;
            findings.push(Finding::OrderUncertain { amendment, before: *before });
        }
    }
    findings
}

/// A note on falling: the amendment it stands at, whether that one fells the other, the other.
type Note = (usize, bool, usize);

/// Compares what is printed with what is computed, each way in its own right: a compendium may
/// print "(Falls if …)" only, and is then held to that alone.
fn falls(state: &State) -> Vec<Finding> {
    let mut printed: BTreeSet<Note> = BTreeSet::new();
    let mut unknown = Vec::new();
    let positions = state.dossier.positions();
    for (amendment, content) in state.dossier.amendments.iter().enumerate() {
        for note in content.texts.iter().flat_map(|text| &text.falling) {
            for number in &note.others {
                match positions.get(number.as_str()) {
                    Some(other) => _ = printed.insert((amendment, note.fells, *other)),
                    None => unknown.push(not_computed(amendment, number, note.fells)),
                }
            }
        }
    }
    unknown.dedup();
    let all = 0..state.dossier.amendments.len();
    let many = all.clone().map(|at| state.fells_count(at)).sum::<usize>() > FALLS_COMPARED;
    if printed.is_empty() || many {
        return unknown;
    }
    let computed: BTreeSet<Note> = all.flat_map(|at| computed(state, at)).collect();
    let number = |at: usize| state.dossier.amendments[at].number.as_str();
    let mut findings = unknown;
    for (amendment, fells, other) in printed.difference(&computed) {
        findings.push(not_computed(*amendment, number(*other), *fells));
    }
    let ways = [false, true].map(|way| printed.iter().any(|(_, fells, _)| *fells == way));
    for (amendment, fells, other) in computed.difference(&printed) {
        if ways[usize::from(*fells)] {
            let (amendment, fells, other) = (*amendment, *fells, number(*other).to_owned());
            findings.push(Finding::FallNotPrinted { amendment, other, fells });
        }
    }
    findings
}

/// Both ends of what adopting one amendment fells.
fn computed(state: &State, amendment: usize) -> Vec<Note> {
    let fells = state.fells(amendment);
    fells
        .into_iter()
        .flat_map(|fallen| [(amendment, true, fallen), (fallen, false, amendment)])
        .collect()
}

fn not_computed(amendment: usize, other: &str, fells: bool) -> Finding {
    Finding::FallNotComputed { amendment, other: other.to_owned(), fells }
}
