//! The differences as JSON (schema `hemicycle-diff/1`); the keys are documented in `docs/report.md`.

use super::amendments::{AmendmentChange, Cited, Fate, TextChange};
use super::lines::{LineChange, Side};
use super::texts::PartChange;
use super::words::{Kind, Stretch};
use super::{Comparison, Field};
use serde_json::{Value, json};
use text::Lang;

/// The name and version of the schema.
const SCHEMA: &str = "hemicycle-diff/1";

/// The differences for programs.
pub fn report(comparison: &Comparison) -> Value {
    let head = comparison.head.iter().map(|(field, lang, pair)| {
        json!({
            "field": name(*field),
            "language": lang.map(Lang::tag),
            "old": pair.old,
            "new": pair.new,
        })
    });
    let tags = |langs: &[Lang]| langs.iter().map(|lang| lang.tag()).collect::<Vec<_>>();
    let texts = comparison.texts.iter().map(|texts| {
        json!({
            "language": texts.lang.tag(),
            "parts": texts.parts.iter().map(part).collect::<Value>(),
        })
    });
    json!({
        "schema": SCHEMA,
        "differ": !comparison.is_empty(),
        "head": head.collect::<Value>(),
        "languages_gone": comparison.languages.as_ref().map(|pair| tags(&pair.old)).unwrap_or_default(),
        "languages_new": comparison.languages.as_ref().map(|pair| tags(&pair.new)).unwrap_or_default(),
        "texts": texts.collect::<Value>(),
        "amendments": comparison.amendments.iter().map(amendment).collect::<Value>(),
        "summary": {
            "added": comparison.count(Fate::Added),
            "changed": comparison.count(Fate::Changed),
            "withdrawn": comparison.count(Fate::Withdrawn),
            "lines": comparison.lines(),
            "renumbered": comparison.renumbered(),
        },
    })
}

fn name(field: Field) -> &'static str {
    match field {
        Field::Reference => "reference",
        Field::Title => "title",
        Field::Date => "date",
        Field::Edition => "edition",
    }
}

fn part(part: &PartChange) -> Value {
    json!({
        "old": part.old,
        "new": part.new,
        "title": if part.retitled() { stretches(&part.title) } else { json!([]) },
        "lines": part.lines.iter().filter(|line| line.differs()).map(line).collect::<Value>(),
    })
}

fn line(line: &LineChange) -> Value {
    let side = |side: &Option<Side>| {
        side.as_ref().map(|side| {
            json!({
                "number": if side.number.is_empty() { None } else { Some(&side.number) },
                "text": side.text,
            })
        })
    };
    json!({
        "old": side(&line.old),
        "new": side(&line.new),
        "moved": line.moved,
        "changes": stretches(&line.stretches),
    })
}

fn amendment(change: &AmendmentChange) -> Value {
    let cited = |cited: &Option<Cited>| {
        cited.as_ref().map(|cited| {
            json!({
                "cited": cited.name,
                "place": if cited.place.is_empty() { None } else { Some(&cited.place) },
            })
        })
    };
    json!({
        "fate": match change.fate {
            Fate::Added => "added",
            Fate::Changed => "changed",
            Fate::Withdrawn => "withdrawn",
        },
        "old": cited(&change.old),
        "new": cited(&change.new),
        "new_version": change.is_new_version(),
        "moved": change.place.is_some(),
        "texts": change.texts.iter().map(text).collect::<Value>(),
    })
}

fn text(text: &TextChange) -> Value {
    json!({
        "language": text.lang.tag(),
        "kind": kind(text.kind),
        "tablers": stretches(&text.tablers),
        "wording": stretches(&text.wording),
        "note": stretches(&text.note),
        "remarks": stretches(&text.remarks),
        "falling": stretches(&text.falling),
    })
}

fn stretches(stretches: &[Stretch]) -> Value {
    stretches.iter().map(|one| json!({ "kind": kind(one.kind), "text": one.text })).collect()
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Kept => "kept",
        Kind::Gone => "gone",
        Kind::Came => "came",
    }
}
