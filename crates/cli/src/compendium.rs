//! `hemicycle compendium`: the amendments in calling order, as a paper or for exchange.

use crate::args::{Compendium, Layout};
use crate::kind::Kind;
use crate::status::{Failure, Outcome, Status};
use crate::supposed::{self, Asked};
use crate::{convert, diagnostics, input, output, sitting};
use engine::carried::Feature;
use engine::document::{self, Document};
use engine::sitting::Sitting;
use engine::{State, papers, recorded, report, words};
use instruction::style::version_name;
use office::Decided;
use office::sheet::{self, Table};
use procedure::log::Entry;
use source::Severity;
use text::Lang;

/// Writes the compendium, unless there is an error in the dossier.
pub fn run(args: &Compendium) -> Outcome {
    let kind = Kind::of_output(&args.out, None)?;
    if let Some(course) = &args.supposed {
        return of_course(args, course, kind);
    }
    let rules = args.under.rules.as_deref();
    let (log, under) = sitting::given(args.log.as_deref(), rules, args.language.lang)?;
    let opened = input::open_under(&args.files, args.written.style, under.as_ref())?;
    let state = &opened.state;
    let lang = language(state, args.language.lang)?;
    let found = report::diagnostics(&opened, lang);
    diagnostics::print_from(&found, Severity::Warning, lang);
    if state.has(Severity::Error) {
        output::refused(&args.out, lang);
        return Ok(Status::Findings);
    }
    let files = match log {
        None => {
            recorded_left_out(state, kind, lang);
            written(state, kind, args.layout, lang)?
        }
        Some(_) if kind == Kind::Atom => {
            let said = words::Args::new().text("out", args.out.as_str());
            return Err(Failure::usage(lang, "usage-log-in-tables", &said));
        }
        Some(log) => {
            let log = sitting::of_log(log, &state.dossier, &args.files, lang)?;
            told(&log.held(&state.dossier), &log.entries, kind, args.layout, lang)?
        }
    };
    output::write_volumes(&args.out, &files, lang)?;
    Ok(Status::Clean)
}

/// The compendium with what its log tells, as files of this kind.
fn told(
    held: &Sitting<'_>,
    entries: &[Entry],
    kind: Kind,
    layout: Layout,
    lang: Lang,
) -> Result<Vec<Vec<u8>>, Failure> {
    match kind {
        Kind::Xml | Kind::Json => {
            let mut state = State::clone(&held.state);
            state.dossier = recorded::of(held, entries);
            written(&state, kind, layout, lang)
        }
        Kind::Csv | Kind::Xlsx => Ok(vec![table(&Table::of(held, lang), kind, lang)?]),
        Kind::Pdf | Kind::Html | Kind::Docx | Kind::Odt => {
            let drawn = papers::compendium(held, entries, lang, drawn_layout(layout));
            printed(&drawn.typeset(), kind, None)
        }
        Kind::Txt | Kind::Atom => {
            written(&papers::compendium_state(held, entries), kind, layout, lang)
        }
    }
}

/// Says what the dossier records of decisions and this kind does not carry: the paper is silent on it.
fn recorded_left_out(state: &State, kind: Kind, lang: Lang) {
    let of_decisions = |feature: Feature| {
        matches!(feature, Feature::Outcomes | Feature::Circumstances | Feature::TextOutcomes)
    };
    let lost: Vec<_> = convert::lost(&state.dossier, kind, lang)
        .filter(|(feature, _)| of_decisions(*feature))
        .map(|(_, said)| said)
        .collect();
    diagnostics::print(&lost, lang);
}

fn drawn_layout(layout: Layout) -> document::Layout {
    match layout {
        Layout::Columns => document::Layout::Columns,
        Layout::Linear => document::Layout::Linear,
    }
}

/// A table of where everything would stand in a course that has not happened, which is told on the standard error. A
/// paper would pass for the record.
fn of_course(args: &Compendium, course: &str, kind: Kind) -> Outcome {
    let asked = (Some(course), args.log.as_deref());
    let asked = Asked::new(asked, args.under.rules.as_deref(), args.language.lang)?;
    let opened = input::open_under(&args.files, args.written.style, asked.under.as_ref())?;
    let state = &opened.state;
    let lang = language(state, args.language.lang)?;
    if !matches!(kind, Kind::Csv | Kind::Xlsx) {
        let said = words::Args::new().text("out", args.out.as_str());
        return Err(Failure::usage(lang, "usage-if-in-tables", &said));
    }
    diagnostics::print_from(&report::diagnostics(&opened, lang), Severity::Warning, lang);
    let refused = || {
        output::refused(&args.out, lang);
        Ok(Status::Findings)
    };
    if state.has(Severity::Error) {
        return refused();
    }
    let Some((beginning, course)) = asked.beginning(&state.dossier, &args.files, lang)? else {
        return Ok(Status::Clean);
    };
    let Some((held, steps)) = beginning.supposing(course, &state.dossier, lang)? else {
        return refused();
    };
    output::stderr(&supposed::text(&steps, &held, lang));
    output::write_volumes(&args.out, &[table(&Table::of(&held, lang), kind, lang)?], lang)?;
    Ok(Status::Clean)
}

/// The compendium in this language as files of this kind: several where it is too long for one.
pub fn written(
    state: &State,
    kind: Kind,
    layout: Layout,
    lang: Lang,
) -> Result<Vec<Vec<u8>>, Failure> {
    match kind {
        Kind::Json => Ok(vec![engine::json::write(&state.dossier).into_bytes()]),
        Kind::Xml => Ok(vec![akn::write(state, lang).into_bytes()]),
        Kind::Txt => Ok(vec![engine::txt::write(state, lang).into_bytes()]),
        Kind::Atom => Ok(vec![feed(state, lang)?]),
        Kind::Csv | Kind::Xlsx => Ok(vec![table(&Table::new(state, lang), kind, lang)?]),
        Kind::Pdf | Kind::Html | Kind::Docx | Kind::Odt => {
            let layout = drawn_layout(layout);
            // A printed paper; an adopted text goes on being edited and has its words as they are.
            printed(&document::compendium(state, lang, layout).typeset(), kind, None)
        }
    }
}

/// The language of the document: the one asked for, which the dossier must have, or its first.
pub fn language(state: &State, asked: Option<Lang>) -> Result<Lang, Failure> {
    match asked {
        Some(lang)
            if !state.dossier.versions.is_empty() && state.dossier.version(lang).is_none() =>
        {
            let name = |of: Lang| version_name(of, lang).unwrap_or(of.tag());
            let has: Vec<_> = state.dossier.versions.iter().map(|v| name(v.lang)).collect();
            let args = words::Args::new().text("wanted", name(lang)).text("has", has.join(", "));
            Err(Failure::usage(lang, "usage-no-version", &args))
        }
        Some(lang) => Ok(lang),
        None => Ok(words::default_lang(state)),
    }
}

/// A drawn document as a file of this kind; as several where it is too long for one. `decided` dates
/// its tracked changes.
pub fn printed(
    document: &Document,
    kind: Kind,
    decided: Option<&Decided>,
) -> Result<Vec<Vec<u8>>, Failure> {
    match kind {
        Kind::Docx => {
            let written = office::docx::write(document, decided);
            Ok(vec![written.map_err(|error| Failure::File(error.into()))?])
        }
        Kind::Odt => {
            let written = office::odt::write(document, decided);
            Ok(vec![written.map_err(|error| Failure::File(error.into()))?])
        }
        Kind::Pdf => pdf::write(document).map_err(|error| Failure::File(error.into())),
        Kind::Html => Ok(vec![html::write(document).into_bytes()]),
        Kind::Txt => Ok(vec![document::plain::write(document).into_bytes()]),
        Kind::Json | Kind::Xml | Kind::Csv | Kind::Xlsx | Kind::Atom => {
            Err(Failure::Usage(format!("a drawn paper cannot be written as {}", kind.name())))
        }
    }
}

/// The amendments as a feed, which is dated: a paper without a day has none.
fn feed(state: &State, lang: Lang) -> Result<Vec<u8>, Failure> {
    let drawn = document::compendium(state, lang, document::Layout::Linear);
    let args = words::Args::new().text(
        "date",
        match drawn.head.date.as_str() {
            "" => "none",
            date => date,
        },
    );
    let written = html::feed(&drawn).ok_or_else(|| Failure::usage(lang, "usage-no-day", &args))?;
    Ok(written.into_bytes())
}

/// The amendments as a table; what a reader of it must know is said on the standard error.
fn table(table: &Table, kind: Kind, lang: Lang) -> Result<Vec<u8>, Failure> {
    if table.unrelated {
        let said = words::say(lang, "relations-left-out", &words::Args::new());
        output::stderr(&diagnostics::wrapped("", &said));
    }
    if kind == Kind::Xlsx {
        return sheet::xlsx::write(table).map_err(|error| Failure::File(error.into()));
    }
    let written = sheet::csv::write(table);
    if written.guarded > 0 {
        let args = words::Args::new().number("count", written.guarded);
        let said = words::say(lang, "cells-guarded", &args);
        output::stderr(&diagnostics::wrapped("", &said));
    }
    Ok(written.bytes)
}
