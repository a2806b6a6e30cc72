//! `hemicycle explain`: one amendment, its place, its rank, what it fells and what fells it.

use crate::args::{Explain, Format};
use crate::diagnostics::wrapped;
use crate::sitting::show;
use crate::status::{Outcome, Status};
use crate::supposed::{self, Asked};
use crate::{diagnostics, input, output, selection};
use engine::sitting::Sitting;
use engine::words::{self, Args};
use engine::{State, Version, report};
use instruction::{Locator, Operation};
use merge::Relation;
use procedure::state::Record;
use serde_json::{Value, json};
use source::Severity;
use text::Lang;

/// Explains one amendment.
pub fn run(args: &Explain) -> Outcome {
    let rules = args.under.rules.as_deref();
    let asked = Asked::new(args.supposing.parts(), rules, args.language.lang)?;
    let opened = input::open_under(&args.files, args.written.style, asked.under.as_ref())?;
    let state = &opened.state;
    let lang = args.language.lang.unwrap_or_else(|| words::default_lang(state));
    let at = selection::one(&state.dossier, &args.number, lang)?;
    let about = |f: &&engine::state::Finding| report::concerns(f, at, state);
    let found: Vec<_> = state
        .findings
        .iter()
        .filter(about)
        .map(|finding| report::diagnostic(finding, &opened, lang))
        .collect();
    let beginning = asked.beginning(&state.dossier, &args.files, lang)?;
    let course = match &beginning {
        None => None,
        Some((beginning, course)) => {
            let Some((held, steps)) = beginning.supposing(course, &state.dossier, lang)? else {
                return Ok(Status::Findings);
            };
            let known = held.cited(&args.number);
            Some((held, steps, known))
        }
    };
    match args.format {
        Format::Json => {
            let mut value = report::explain(&opened, at, lang);
            if let Some((held, steps, known)) = &course {
                value["hypothesis"] = json!({
                    "supposed": supposed::json(steps, held),
                    "amendments": known.map(|at| show::standing_json(held, at)).into_iter().collect::<Value>(),
                    "about": known.filter(|at| is_open(held, *at)).map(|at| show::about_json(held, at, lang)),
                });
            }
            output::json(&value)?;
        }
        Format::Text => {
            output::stdout(explained(state, at, lang).as_bytes())?;
            if let Some((held, steps, known)) = &course {
                let mut text = supposed::text(steps, held, lang);
                if let Some(at) = known {
                    text += &wrapped("", &show::standing(held, *at, lang));
                    if is_open(held, *at) {
                        text += &show::about(held, *at, lang);
                    }
                }
                output::stdout(text.as_bytes())?;
            }
            diagnostics::report(&found, 0, lang)?;
        }
    }
    let grave = found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(if grave { Status::Findings } else { Status::Clean })
}

fn is_open(held: &Sitting<'_>, at: usize) -> bool {
    held.course.record(at).is_some_and(Record::is_open)
}

fn explained(state: &State, at: usize, lang: Lang) -> String {
    let mut text = String::new();
    let mut say = |line: &str| text.push_str(&wrapped("", line));
    for line in does(state, at, lang) {
        say(&line);
    }
    say(&called(state, at, lang));
    for line in related(state, at, lang) {
        say(&line);
    }
    text
}

/// What it does, operation by operation, or why it is not carried out.
fn does(state: &State, at: usize, lang: Lang) -> Vec<String> {
    let who = words::named(state, at, true, lang);
    if !report::executable(state, at) {
        let texts = state.worked.get(at).map(Vec::as_slice).unwrap_or_default();
        let why = texts.iter().find_map(|worked| worked.not_executable);
        let args = Args::new().text("who", who).text("why", words::not_executable(why, lang));
        return vec![words::say(lang, "explain-unexecutable", &args)];
    }
    let Some((worked, version)) = words::shown(state, at, lang) else { return Vec::new() };
    if let (None, Some(written)) = (&worked.placed, &worked.written) {
        return written.operations.iter().map(|one| in_wording(one, &who, version, lang)).collect();
    }
    let operations = worked.placed.as_ref().map(|placed| placed.operations.as_slice());
    operations
        .unwrap_or_default()
        .iter()
        .map(|operation| {
            let action = words::action(operation, version, None, lang);
            let args = Args::new().text("who", who.clone()).text("action", action);
            words::say(lang, "explain-does", &args)
        })
        .collect()
}

/// What a sub-amendment does in the wording of its amendment.
fn in_wording(operation: &Operation<Locator>, who: &str, version: &Version, lang: Lang) -> String {
    let mut what = words::operation(operation, lang);
    if let Some(place) = words::cited(operation, version) {
        what = format!("{what}, {place}");
    }
    words::say(lang, "about", &Args::new().text("who", who).text("what", what))
}

fn called(state: &State, at: usize, lang: Lang) -> String {
    let Some(rank) = state.order.iter().position(|ranked| ranked.amendment == at) else {
        return String::new();
    };
    let args = Args::new().number("rank", rank + 1).number("count", state.order.len());
    let args = args.text("reason", words::order_reason(state, rank, lang));
    let mut line = words::say(lang, "explain-rank", &args);
    if state.order.get(rank).is_some_and(|ranked| !ranked.certain) {
        line.push_str("; ");
        line.push_str(&words::say(lang, "explain-uncertain", &Args::new()));
    }
    line
}

fn related(state: &State, at: usize, lang: Lang) -> Vec<String> {
    let cited = |positions: &[usize]| {
        let found = positions.iter().filter_map(|at| state.dossier.amendments.get(*at));
        found.map(engine::Amendment::cited).collect::<Vec<_>>().join(", ")
    };
    let lists = [
        ("explain-fells", state.fells(at)),
        ("explain-falls-with", state.falls_with(at)),
        ("explain-identical", state.identical_to(at)),
    ];
    let mut lines: Vec<_> = lists
        .iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(id, list)| words::say(lang, id, &Args::new().text("numbers", cited(list))))
        .collect();
    if lines.is_empty() {
        lines.push(words::say(lang, "explain-alone", &Args::new()));
    }
    let reasons = state.clashes(at).into_iter().filter_map(|other| {
        let (related, from) = state.relate(at, other)?;
        let told = related.relation != Relation::Independent;
        told.then(|| format!("- {}", words::reason(&related, from, at, other, state, lang)))
    });
    lines.extend(reasons);
    lines
}
