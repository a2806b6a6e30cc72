//! "1,3,7" and "13/1": amendments as the user cites them.

use crate::status::Failure;
use engine::words::Args;
use engine::{Dossier, State};
use instruction::{Instruction, Locator, PlaceUnit, Provisions, Target, Unit};
use std::collections::BTreeSet;
use text::{Lang, ProvisionEntry};

/// The amendments of a list of numbers, by position, in the order of the list.
pub fn list(dossier: &Dossier, numbers: &str, lang: Lang) -> Result<Vec<usize>, Failure> {
    let cited = numbers.split(',').map(str::trim).filter(|number| !number.is_empty());
    let positions = dossier.all_positions();
    let (mut found, mut named) = (Vec::new(), BTreeSet::new());
    for cited in cited {
        let (number, parent) = parted(cited);
        let position = positions.get(&(parent, number)).copied();
        let position = position.ok_or_else(|| not_there(dossier, cited, lang))?;
        if !named.insert(position) {
            let args = Args::new().text("cited", cited);
            return Err(Failure::usage(lang, "usage-named-twice", &args));
        }
        found.push(position);
    }
    Ok(found)
}

/// One amendment: "4", "3 rev.", or "13/1" for sub-amendment 1 to amendment 13.
pub fn one(dossier: &Dossier, cited: &str, lang: Lang) -> Result<usize, Failure> {
    let (number, parent) = parted(cited);
    dossier.position(number, parent).ok_or_else(|| not_there(dossier, cited, lang))
}

/// The number, and for a sub-amendment that of its amendment.
fn parted(cited: &str) -> (&str, Option<&str>) {
    match cited.split_once('/') {
        Some((parent, number)) => (number.trim(), Some(parent.trim())),
        None => (cited.trim(), None),
    }
}

fn not_there(dossier: &Dossier, cited: &str, lang: Lang) -> Failure {
    let mut numbers: Vec<_> =
        dossier.amendments.iter().take(12).map(engine::Amendment::cited).collect();
    let count = numbers.len();
    if dossier.amendments.len() > numbers.len() {
        numbers.push("…".into());
    }
    let args = Args::new().text("cited", cited).number("count", count);
    Failure::usage(lang, "usage-no-amendment", &args.text("numbers", numbers.join(", ")))
}

/// The amendments at a place, by position: "7" (with its sub-paragraphs), "B 3", "title". Without
/// a letter, in every draft text of the dossier. Those that only cite it, because their place is not
/// found, are among them, and sub-amendments with their amendment.
pub fn at(state: &State, place: &str, lang: Lang) -> Result<Vec<usize>, Failure> {
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
        let lettered = version.is_some_and(|version| version.draft.parts.len() > 1);
        let name = |entry: &ProvisionEntry| match letter(entry.part).filter(|_| lettered) {
            Some(part) => format!("{part} {}", entry.number),
            None => entry.number.clone(),
        };
        let entries = version.iter().flat_map(|version| version.index.provisions());
        let top = entries.filter(|entry| entry.depth == 0);
        let known: Vec<String> = top.map(name).take(20).collect();
        let known = known.join(", ");
        let args = Args::new().text("place", place).text("known", known);
        return Err(Failure::usage(lang, "usage-no-place", &args));
    }
    let cited = |at: usize, written: &Instruction<Locator>| {
        let under = state.dossier.amendments.get(at).and_then(|amendment| amendment.part);
        let fits = part.is_none_or(|part| under.and_then(letter).is_none_or(|own| own == part));
        fits && written.operations.iter().any(|operation| cites(operation.at(), unit))
    };
    let here = |at: &usize| {
        let at = state.parent(*at).unwrap_or(*at);
        let Some(worked) = state.worked.get(at).and_then(|texts| texts.first()) else {
            return false;
        };
        match (&worked.placed, &worked.written) {
            (Some(placed), _) => placed.operations.iter().any(|o| meant(o.at())),
            (None, Some(written)) => cited(at, written),
            (None, None) => false,
        }
    };
    Ok((0..state.dossier.amendments.len()).filter(here).collect())
}

/// Whether a locator names the provision of that number, or one below it.
fn cites(at: &Locator, unit: &str) -> bool {
    let below = |number: &String| {
        number.strip_prefix(unit).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    match &at.unit {
        Unit::Title => unit.eq_ignore_ascii_case("title"),
        Unit::Provisions(provisions) => match provisions {
            Provisions::One(number) => below(number),
            Provisions::List(numbers) => numbers.iter().any(below),
            range @ Provisions::Range(..) => range.cited().iter().any(below),
            Provisions::Counted(_) | Provisions::Labelled { .. } => false,
        },
        Unit::Unstated => false,
    }
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
