//! "1,3,7" and "13/1": amendments as the user cites them.

use crate::status::Failure;
use engine::{Dossier, State};
use instruction::{PlaceUnit, Target};
use std::collections::BTreeSet;

/// The amendments of a list of numbers, by position, in the order of the list.
pub fn list(dossier: &Dossier, numbers: &str) -> Result<Vec<usize>, Failure> {
    let cited = numbers.split(',').map(str::trim).filter(|number| !number.is_empty());
    let positions = dossier.all_positions();
    let (mut found, mut named) = (Vec::new(), BTreeSet::new());
    for cited in cited {
        let (number, parent) = parted(cited);
        let position = positions.get(&(parent, number)).copied();
        let position = position.ok_or_else(|| not_there(dossier, cited))?;
        if !named.insert(position) {
            return Err(Failure::Usage(format!("amendment {cited} is named twice")));
        }
        found.push(position);
    }
    Ok(found)
}

/// One amendment: "4", "3 rev.", or "13/1" for sub-amendment 1 to amendment 13.
pub fn one(dossier: &Dossier, cited: &str) -> Result<usize, Failure> {
    let (number, parent) = parted(cited);
    dossier.position(number, parent).ok_or_else(|| not_there(dossier, cited))
}

/// The number, and for a sub-amendment that of its amendment.
fn parted(cited: &str) -> (&str, Option<&str>) {
    match cited.split_once('/') {
        Some((parent, number)) => (number.trim(), Some(parent.trim())),
        None => (cited.trim(), None),
    }
}

fn not_there(dossier: &Dossier, cited: &str) -> Failure {
    Failure::Usage(format!("no amendment {cited} in this dossier; {}", there_are(dossier)))
}

fn there_are(dossier: &Dossier) -> String {
    let mut numbers: Vec<_> =
        dossier.amendments.iter().take(12).map(engine::Amendment::cited).collect();
    if numbers.is_empty() {
        return "there are none".into();
    }
    if dossier.amendments.len() > numbers.len() {
        numbers.push("…".into());
    }
    let verb = if numbers.len() == 1 { "is" } else { "are" };
    format!("there {verb} {}", numbers.join(", "))
}

/// The amendments at a place, by position: "7" (with its sub-paragraphs), "B 3", "title". Without
/// a letter, in every draft text of the dossier.
pub fn at(state: &State, place: &str) -> Result<Vec<usize>, Failure> {
    let (part, unit) = match place.trim().split_once(' ') {
        Some((part, unit)) => (Some(part.trim()), unit.trim()),
        None => (None, place.trim()),
    };
    let version = state.dossier.versions.first();
    let letter = |at: u32| {
        version.and_then(|v| v.draft.parts.get(at as usize)).map(|part| part.letter.as_str())
    };
    let meant = |target: &Target| {
        part.is_none_or(|part| letter(target.part) == Some(part)) && names(state, target, unit)
    };
    let known = version.is_some_and(|version| {
        let entries = version.index.provisions().iter();
        unit.eq_ignore_ascii_case("title") || entries.into_iter().any(|e| e.number == unit)
    });
    if !known {
        let known: Vec<&str> = version
            .iter()
            .flat_map(|version| version.index.provisions())
            .filter(|entry| entry.depth == 0)
            .map(|entry| entry.number.as_str())
            .take(20)
            .collect();
        let known = known.join(", ");
        return Err(Failure::Usage(format!(
            "no place \"{place}\" in this dossier; there are title, {known}"
        )));
    }
    let here = |at: &usize| {
        let worked = state.worked.get(*at).and_then(|texts| texts.first());
        let placed = worked.and_then(|worked| worked.placed.as_ref());
        placed.is_some_and(|placed| placed.operations.iter().any(|o| meant(o.at())))
    };
    Ok((0..state.dossier.amendments.len()).filter(here).collect())
}

/// Whether the target lies at (or below, or on a range that takes in) the provision of that number.
fn names(state: &State, target: &Target, unit: &str) -> bool {
    if unit.eq_ignore_ascii_case("title") {
        return target.unit == PlaceUnit::Title;
    }
    let Some(version) = state.dossier.versions.first() else { return false };
    let provisions = version.index.numbered(target.part, unit);
    provisions.iter().filter_map(|id| version.index.provision_at(*id)).any(|entry| {
        let span = target.place.span();
        entry.span.overlaps(span)
            || (span.is_empty() && entry.span.strictly_contains_point(span.start))
            || target.provision.is_some_and(|id| {
                version.index.provision_at(id).is_some_and(|of| entry.span.contains(of.span))
            })
    })
}
