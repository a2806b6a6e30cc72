//! The report as JSON (schema `report`): what `check` and `explain` say, for programs.
//!
//! The keys are documented in `docs/report.md`; none is ever taken away or given another meaning
//! within one version of the schema.

mod about;
mod amendment;
mod draft;
mod locate;

pub use about::{amendment as amendment_of, concerns, executable};
pub use amendment::relation;
pub use locate::{Spot, heading, spot};

use crate::adopt::Adopted;
use crate::open::Opened;
use crate::papers::Origin;
use crate::state::Finding;
use crate::words::{self, Message};
use crate::{Dossier, State};
use serde_json::{Value, json};
use source::{LineColumn, Severity};
use text::{Lang, Part, TextKind};

/// Above this many amendments, relations are counted and not listed unless asked for.
pub const LISTED: usize = 1_000;

/// What to put into a report.
#[derive(Clone, Debug)]
pub struct Options {
    /// The language of its messages.
    pub lang: Lang,
    /// Whether related amendments are listed (`true`) or counted.
    pub full: bool,
    /// Only these amendments, by position; all where `None`.
    pub only: Option<Vec<usize>>,
}

impl Options {
    /// The usual report of this dossier.
    pub fn of(state: &State, lang: Lang) -> Self {
        Self { lang, full: state.dossier.amendments.len() <= LISTED, only: None }
    }
}

/// A finding in words and with its place: what a person is shown and a program is told.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The stable code.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The words.
    pub message: Message,
    /// Where.
    pub spot: Option<Spot>,
}

/// All findings of a dossier in words, in their order.
pub fn diagnostics(opened: &Opened, lang: Lang) -> Vec<Diagnostic> {
    opened.state.findings.iter().map(|finding| diagnostic(finding, opened, lang)).collect()
}

/// The findings that a report shows: all, or those about the amendments that it is limited to.
pub fn found<'s>(state: &'s State, options: &Options) -> Vec<&'s Finding> {
    let about = |finding: &&Finding| match &options.only {
        Some(only) => only.iter().any(|at| concerns(finding, *at, state)),
        None => true,
    };
    state.findings.iter().filter(about).collect()
}

/// One finding in words, with its place.
pub fn diagnostic(finding: &Finding, opened: &Opened, lang: Lang) -> Diagnostic {
    Diagnostic {
        code: finding.code(),
        severity: finding.severity(),
        message: words::message(finding, &opened.state, lang),
        spot: spot(finding, opened),
    }
}

/// Diagnostics as JSON.
pub fn diagnostics_json(diagnostics: &[Diagnostic]) -> Value {
    diagnostics.iter().map(one).collect()
}

fn one(diagnostic: &Diagnostic) -> Value {
    let at = |end: bool| {
        diagnostic
            .spot
            .as_ref()
            .map(|spot| spot.file.line_column(if end { spot.span.end } else { spot.span.start }))
    };
    let (start, end): (Option<LineColumn>, Option<LineColumn>) = (at(false), at(true));
    json!({
        "code": diagnostic.code,
        "severity": diagnostic.severity.as_str(),
        "message": diagnostic.message.text,
        "remedy": diagnostic.message.remedy,
        "file": diagnostic.spot.as_ref().map(|spot| spot.file.name.as_str()),
        "line": start.map(|start| start.line),
        "column": start.map(|start| start.column),
        "end_line": end.map(|end| end.line),
        "end_column": end.map(|end| end.column),
        "notes": diagnostic.message.notes,
    })
}

/// The report of `check`, amendments in calling order.
pub fn check(opened: &Opened, options: &Options) -> Value {
    let state = &opened.state;
    let ranks = amendment::ranks(state);
    let wanted = |at: &usize| options.only.as_ref().is_none_or(|only| only.contains(at));
    let amendments: Value = state
        .order
        .iter()
        .map(|ranked| ranked.amendment)
        .filter(wanted)
        .map(|at| amendment::entry(state, at, &ranks, options))
        .collect();
    let found = found(state, options).into_iter();
    let found: Vec<_> = found.map(|one| diagnostic(one, opened, options.lang)).collect();
    json!({
        "schema": "hemicycle-report/1",
        "dossier": dossier(&state.dossier, options.lang),
        "profile": state.profile.name,
        "relations": if options.full { "full" } else { "counts" },
        "amendments": amendments,
        "diagnostics": diagnostics_json(&found),
    })
}

/// What a report says of the amendment at this position.
pub fn entry(state: &State, position: usize, options: &Options) -> Value {
    amendment::entry(state, position, &amendment::ranks(state), options)
}

/// The report of `explain`: one amendment, with everything related to it.
pub fn explain(opened: &Opened, position: usize, lang: Lang) -> Value {
    let state = &opened.state;
    let options = Options { lang, full: true, only: None };
    let about = |finding: &&Finding| concerns(finding, position, state);
    let found = state.findings.iter().filter(about);
    let diagnostics: Vec<_> = found.map(|finding| diagnostic(finding, opened, lang)).collect();
    json!({
        "schema": "hemicycle-report/1",
        "dossier": dossier(&state.dossier, lang),
        "amendment": amendment::entry(state, position, &amendment::ranks(state), &options),
        "diagnostics": diagnostics_json(&diagnostics),
    })
}

/// The adopted text as JSON: provisions with their new numbers and texts, by language, and what the
/// editorial pass noted.
pub fn adopted(state: &State, adopted: &Adopted) -> Value {
    published(state, adopted, &|_| Vec::new())
}

/// The same as it is published: each text with its number and the line of its origin, where `origins` knows them in
/// a language.
pub fn published(state: &State, adopted: &Adopted, origins: &dyn Fn(Lang) -> Vec<Origin>) -> Value {
    let amendments: Vec<_> = adopted
        .amendments
        .iter()
        .filter_map(|at| state.dossier.amendments.get(*at))
        .map(crate::Amendment::cited)
        .collect();
    let texts: Value = adopted
        .texts
        .iter()
        .map(|text| {
            let notes = &text.consolidated.notes;
            let diagnostics: Vec<_> = notes
                .iter()
                .map(|note| {
                    let (code, severity) = words::codes::note(note);
                    let message = words::note(note, adopted, state, text.lang);
                    Diagnostic { code, severity, message, spot: None }
                })
                .collect();
            let origins = origins(text.lang);
            let parts = text.consolidated.draft.parts.iter().enumerate();
            let part = |(at, part)| published_part(part, origins.get(at));
            json!({
                "language": text.lang.tag(),
                "parts": parts.map(part).collect::<Value>(),
                "diagnostics": diagnostics_json(&diagnostics),
            })
        })
        .collect();
    json!({
        "schema": "hemicycle-adopted/1",
        "dossier": dossier(&state.dossier, words::default_lang(state)),
        "amendments": amendments,
        "texts": texts,
    })
}

fn published_part(part: &Part, origin: Option<&Origin>) -> Value {
    let mut value = draft::part(part);
    if let (Some(object), Some(origin)) = (value.as_object_mut(), origin) {
        let mut put = |key: &str, words: &Option<String>| {
            if let Some(words) = words {
                object.insert(key.to_owned(), words.as_str().into());
            }
        };
        put("number", &origin.number);
        put("name", &origin.name);
        put("origin", &origin.note);
    }
    value
}

fn dossier(dossier: &Dossier, lang: Lang) -> Value {
    let version = dossier.version(lang).or_else(|| dossier.versions.first());
    let parts: Value = version
        .map(|version| version.draft.parts.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|part| {
            json!({
                "letter": part.letter,
                "kind": kind(part.kind),
                "heading": part.heading,
                "title": part.title.as_ref().map(|title| title.content.text.as_str()),
            })
        })
        .collect();
    json!({
        "reference": dossier.reference,
        "title": version.and_then(|version| version.title.as_deref()),
        "date": version.and_then(|version| version.date.as_deref()),
        "version": version.and_then(|version| version.edition.as_deref()),
        "languages": dossier.versions.iter().map(|v| v.lang.tag()).collect::<Vec<_>>(),
        "parts": parts,
    })
}

pub(crate) fn kind(kind: TextKind) -> &'static str {
    match kind {
        TextKind::Resolution => "resolution",
        TextKind::Recommendation => "recommendation",
        TextKind::Opinion => "opinion",
        TextKind::Other => "other",
    }
}
