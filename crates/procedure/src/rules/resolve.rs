//! Editions based on others become whole, and are checked against each other.

use super::finding::{Findings, Problem, nearest};
use super::read::{Raw, RawEdition, Statements};
use super::sections::{Rules, SECTIONS};
use super::shipped;

/// The editions with everything that they inherit, the earliest first. What is wrong with any goes
/// to the findings, and then the result is not whole.
pub fn rules(raw: &Raw, findings: &mut Findings) -> Vec<Rules> {
    overlaps(raw, findings);
    let mut resolved = Vec::new();
    for edition in &raw.editions {
        let inherited = inherited(raw, edition, &mut Vec::new(), findings);
        let whole = inherited.is_some();
        let statements = inherited.unwrap_or_else(|| edition.statements.clone());
        // Of an edition whose base is at fault nobody can say what is missing.
        if whole {
            missing(edition, &statements, findings);
        }
        resolved.extend(Rules::of(edition.edition(&raw.name), &statements, findings));
    }
    resolved.sort_by(|a, b| a.edition.from.cmp(&b.edition.from));
    resolved
}

/// Tells what is missing: sections of which nothing is there by their names, of the others each key.
fn missing(edition: &RawEdition, statements: &Statements, findings: &mut Findings) {
    let mut add = |within, keys: Vec<_>| {
        if !keys.is_empty() {
            findings.add(edition.at, Problem::MissingKeys { within, inherit: true, keys });
        }
    };
    let mut whole = Vec::new();
    for (section, keys) in SECTIONS {
        let absent = statements.absent(section, keys);
        if absent.len() == keys.len() {
            whole.push(*section);
        } else {
            add(format!("edition.{}.{section}", edition.name), absent);
        }
    }
    add(format!("edition.{}", edition.name), whole);
}

fn overlaps(raw: &Raw, findings: &mut Findings) {
    let dated = raw.editions.iter().filter_map(|edition| Some((edition.from.as_ref()?, edition)));
    let mut sorted: Vec<_> = dated.collect();
    sorted.sort_by_key(|(from, _)| *from);
    for (at, (from, later)) in sorted.iter().enumerate() {
        // Of several it is the last that should have ended.
        let mut before = sorted.iter().take(at).rev();
        if let Some((_, earlier)) = before.find(|(_, earlier)| earlier.is_in_force(from)) {
            let (earlier, later_name) = (earlier.name.clone(), later.name.clone());
            findings.add(later.at, Problem::Overlap { earlier, later: later_name });
        }
    }
}

/// What an edition states and inherits. `trail` holds the editions that led here; `None` where
/// they go round in a circle or a base is not there.
fn inherited(
    raw: &Raw,
    edition: &RawEdition,
    trail: &mut Vec<(String, String)>,
    findings: &mut Findings,
) -> Option<Statements> {
    let Some((base, at)) = &edition.base else { return Some(edition.statements.clone()) };
    trail.push((raw.name.clone(), edition.name.clone()));
    let other;
    let (raw_of_base, name) = match base.split_once(' ') {
        Some((profile, name)) if profile != raw.name => {
            other = shipped::raw(profile);
            (other.as_ref(), name)
        }
        Some((_, name)) => (Some(raw), name),
        None => (Some(raw), base.as_str()),
    };
    let by_name = |of: &&RawEdition| of.name == name;
    let found = raw_of_base.and_then(|raw| Some((raw, raw.editions.iter().find(by_name)?)));
    let Some((raw_of_base, of_base)) = found else {
        let names = raw.editions.iter().map(|other| other.name.as_str());
        let others = names.filter(|other| *other != edition.name);
        let citations = shipped::citations();
        let nearest = nearest(base, others.chain(citations.iter().map(String::as_str)));
        // An edition of another profile, cited without that.
        let alone = |cited: &&String| cited.split_once(' ').is_some_and(|(_, name)| name == base);
        let nearest = nearest.or_else(|| citations.iter().find(alone).cloned());
        findings.add(*at, Problem::UnknownBase { base: base.clone(), nearest });
        return None;
    };
    let id = (raw_of_base.name.clone(), of_base.name.clone());
    if let Some(start) = trail.iter().position(|passed| *passed == id) {
        // Each edition of the circle tells it once, from itself round to itself.
        if start == 0 {
            let mut editions: Vec<_> = trail.iter().map(|(_, name)| name.clone()).collect();
            editions.push(name.to_owned());
            findings.add(trail_at(edition, raw, trail), Problem::Circle { editions });
        }
        return None;
    }
    let statements = inherited(raw_of_base, of_base, trail, findings)?;
    // What rules said earlier holds until they say otherwise; those of another chamber, or of a
    // later day, prove nothing.
    let proves = raw_of_base.name == raw.name && of_base.from <= edition.from;
    let statements = match proves {
        true => statements,
        false => statements.taken_over(&raw_of_base.name, &of_base.name),
    };
    Some(statements.overlaid(&edition.statements))
}

/// Where the edition with which the trail began says what it is based on.
fn trail_at(edition: &RawEdition, raw: &Raw, trail: &[(String, String)]) -> source::Span {
    let first = trail.first().map(|(_, name)| name.as_str());
    let found = raw.editions.iter().find(|other| Some(other.name.as_str()) == first);
    let base = found.unwrap_or(edition).base.as_ref();
    base.map_or(edition.at, |(_, at)| *at)
}
