//! One amendment in the report.

use super::Options;
use crate::state::Worked;
use crate::words;
use crate::{Amendment, State, Version};
use instruction::{Locator, Operation, Place, PlaceUnit, Provisions, Sentences, Target, Unit};
use merge::Relation;
use serde_json::{Value, json};
use source::Span;
use text::{Index, Lang, ProvisionEntry};

/// The rank (0-based) of each amendment, by position.
pub fn ranks(state: &State) -> Vec<usize> {
    let mut ranks = vec![usize::MAX; state.dossier.amendments.len()];
    for (rank, ranked) in state.order.iter().enumerate() {
        if let Some(slot) = ranks.get_mut(ranked.amendment) {
            *slot = rank;
        }
    }
    ranks
}

/// An amendment worked out in the language of the report, or else in its first.
fn shown(
    state: &State,
    at: usize,
    lang: Lang,
) -> Option<(&Worked, &Version, &crate::AmendmentText)> {
    let texts = &state.dossier.amendments.get(at)?.texts;
    let text = texts.iter().position(|text| text.lang == lang).unwrap_or(0);
    let worked = state.worked.get(at)?.get(text)?;
    let text = texts.get(text)?;
    Some((worked, state.dossier.version(text.lang)?, text))
}

/// The entry of one amendment; its keys are those of `docs/report.md`.
pub fn entry(state: &State, at: usize, ranks: &[usize], options: &Options) -> Value {
    let Some(amendment) = state.dossier.amendments.get(at) else { return Value::Null };
    let rank = ranks.get(at).copied().unwrap_or(usize::MAX);
    let shown = shown(state, at, options.lang);
    let sub = amendment.parent.is_some();
    let operations = shown.map(|shown| operations(shown, sub)).unwrap_or_default();
    let first = |key: &str| operations.first().map_or(Value::Null, |first| first[key].clone());
    let executable = super::executable(state, at);
    let why = state.worked.get(at).and_then(|texts| texts.iter().find_map(|w| w.not_executable));
    let reason = (!executable).then(|| words::not_executable(why, options.lang));
    let tablers = shown.map(|(_, _, text)| text.tablers.names.clone()).unwrap_or_default();
    let mut entry = json!({
        "number": amendment.number,
        "cited": amendment.cited(),
        "rank": rank.saturating_add(1),
        "part": first("part"),
        "provision": first("provision"),
        "unit": first("unit"),
        "operation": first("operation"),
        "executable": executable,
        "not_executable_reason": reason,
        "parent": amendment.parent,
        "operations": operations,
        "order_reason": words::order_reason(state, rank, options.lang),
        "order_certain": state.order.get(rank).is_none_or(|ranked| ranked.certain),
        "tablers": tablers,
        "committee": shown.is_some_and(|(_, _, text)| text.tablers.committee),
    });
    let related = if options.full { listed(state, at) } else { counted(state, at) };
    if let (Value::Object(entry), Value::Object(related)) = (&mut entry, related) {
        entry.extend(related);
    }
    entry
}

fn cited(state: &State, positions: &[usize]) -> Vec<String> {
    let amendments = &state.dossier.amendments;
    positions.iter().filter_map(|at| amendments.get(*at)).map(Amendment::cited).collect()
}

/// Relations with every amendment named.
fn listed(state: &State, at: usize) -> Value {
    let identical = state.identical_to(at);
    let falls_if_rejected =
        if state.profile.falls.rejection_fells_identical { identical.clone() } else { Vec::new() };
    let clashes: Vec<_> =
        state.clashes(at).into_iter().filter_map(|other| clash(state, at, other)).collect();
    json!({
        "fells": cited(state, &state.fells(at)),
        "falls_with": cited(state, &state.falls_with(at)),
        "falls_if_rejected": cited(state, &falls_if_rejected),
        "identical_to": cited(state, &identical),
        "clashes": clashes,
    })
}

/// Relations with the amendments counted, under names of their own: a program that expects lists
/// should not find numbers.
fn counted(state: &State, at: usize) -> Value {
    json!({ "fells_count": state.fells_count(at) })
}

fn clash(state: &State, at: usize, other: usize) -> Option<Value> {
    let (related, from) = state.relate(at, other)?;
    let reason = |lang| words::reason(&related, from, at, other, state, lang);
    Some(json!({
        "with": state.dossier.amendments.get(other)?.cited(),
        "kind": relation(related.relation),
        "mutual": related.reason.mutual,
        "reason": { "en": reason(Lang::EN), "fr": reason(Lang::FR) },
    }))
}

/// The stable name of a relation, "contradicts".
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Independent => "independent",
        Relation::SamePoint => "same-point",
        Relation::Contradicts => "contradicts",
        Relation::Overtakes => "overtakes",
        Relation::OvertakenBy => "overtaken-by",
        Relation::Identical => "identical",
    }
}

fn operations(
    (worked, version, _): (&Worked, &Version, &crate::AmendmentText),
    sub: bool,
) -> Vec<Value> {
    match (&worked.placed, &worked.written) {
        (Some(placed), _) => placed.operations.iter().map(|one| of(one, version)).collect(),
        (None, Some(written)) if sub => written.operations.iter().map(in_amendment).collect(),
        (None, _) => Vec::new(),
    }
}

/// An operation of a sub-amendment: its place lies in the wording of its amendment, and only what it
/// cites itself is said.
fn in_amendment(operation: &Operation<Locator>) -> Value {
    let at = operation.at();
    let (number, to) = match &at.unit {
        Unit::Provisions(Provisions::One(number)) => (Some(number), None),
        Unit::Provisions(Provisions::Range(first, last)) => (Some(first), Some(last)),
        Unit::Provisions(
            Provisions::List(_) | Provisions::Counted(_) | Provisions::Labelled { .. },
        )
        | Unit::Unstated
        | Unit::Title => (None, None),
    };
    let sentences = match &at.sentences {
        Some(Sentences::Nth(nth)) => Some([*nth, *nth]),
        Some(Sentences::Range(first, last)) => Some([*first, *last]),
        _ => None,
    };
    let unit = match (operation, &at.words, &at.sentences) {
        (Operation::Insert { .. }, ..) => PlaceUnit::Point,
        (_, Some(_), _) => PlaceUnit::Words,
        (_, None, Some(_)) => PlaceUnit::Sentence,
        (_, None, None) => PlaceUnit::Provision,
    };
    json!({
        "part": Value::Null,
        "provision": number,
        "to_provision": to,
        "sentences": sentences,
        "unit": self::unit(unit),
        "operation": verb(operation),
        "start": Value::Null,
        "end": Value::Null,
    })
}

fn of(operation: &Operation<Target>, version: &Version) -> Value {
    let target = operation.at();
    let index = &version.index;
    let (number, to) = provisions(target, index);
    let (start, end) = offsets(target, index);
    json!({
        "part": version.draft.parts.get(target.part as usize).map(|part| part.letter.as_str()),
        "provision": number,
        "to_provision": to,
        "sentences": target.sentences.map(|(first, last)| [first, last]),
        "unit": unit(target.unit),
        "operation": verb(operation),
        "start": start,
        "end": end,
    })
}

/// The first provision acted on, and the last where they are several.
fn provisions<'a>(target: &Target, index: &'a Index) -> (Option<&'a str>, Option<&'a str>) {
    let number = |id| index.provision_at(id).map(|entry| entry.number.as_str());
    match target.place {
        Place::Provisions { first, last, .. } => {
            (number(first), if first == last { None } else { number(last) })
        }
        _ => (target.provision.and_then(number), None),
    }
}

/// Where the place lies in the laid-out text of its provision (its blocks joined by line feeds), in
/// characters from 0, half-open. For provisions: the whole; for a title: in the title.
fn offsets(target: &Target, index: &Index) -> (Option<usize>, Option<usize>) {
    let span = target.place.span();
    if let Place::Provisions { span, .. } = target.place {
        // The line feed behind the last block is no part of the joined text.
        let text = span.of(index.text());
        return (Some(0), Some(text.strip_suffix('\n').unwrap_or(text).chars().count()));
    }
    let base = match target.provision.and_then(|id| index.provision_at(id)) {
        Some(ProvisionEntry { span: of, .. }) if of.contains(span) => of.start,
        Some(_) => return (None, None),
        None => match index.block_of(span.start).and_then(|id| index.block_at(id)) {
            Some(block) => block.span.start,
            None => return (None, None),
        },
    };
    let characters = |end: u32| Span { start: base, end }.of(index.text()).chars().count();
    (Some(characters(span.start)), Some(characters(span.end)))
}

fn unit(unit: PlaceUnit) -> &'static str {
    match unit {
        PlaceUnit::Provision => "provision",
        PlaceUnit::Sentence => "sentence",
        PlaceUnit::Words => "words",
        PlaceUnit::Point => "point",
        PlaceUnit::Title => "title",
    }
}

fn verb<At>(operation: &Operation<At>) -> &'static str {
    match operation {
        Operation::Insert { .. } => "insert",
        Operation::Replace { .. } => "replace",
        Operation::Delete { .. } => "delete",
    }
}
