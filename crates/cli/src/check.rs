//! `hemicycle check`: read, resolve, report.

use crate::args::{Check, Format, Relations};
use crate::layout::{self, Row};
use crate::sitting::show;
use crate::status::{Failure, Outcome, Status};
use crate::supposed::{self, Asked};
use crate::{diagnostics, input, output, selection};
use engine::open::Opened;
use engine::report::{self, Options};
use engine::state::Finding;
use engine::words;
use serde_json::{Value, json};
use source::Severity;
use std::cmp::Reverse;

/// Reports on the files. Warnings alone end with 1 here, and only here.
pub fn run(args: &Check) -> Outcome {
    let rules = args.under.rules.as_deref();
    let asked = Asked::new(args.supposing.parts(), rules, args.language.lang)?;
    let opened = input::open_under(&args.files, args.written.style, asked.under.as_ref())?;
    let state = &opened.state;
    let lang = args.language.lang.unwrap_or_else(|| words::default_lang(state));
    let mut options = Options::of(state, lang);
    if let Some(place) = &args.place {
        options.only = Some(selection::at(state, place, lang)?);
        options.full = true;
    }
    match args.relations {
        Some(Relations::Full) => options.full = true,
        Some(Relations::Counts) => options.full = false,
        None => {}
    }
    let beginning = asked.beginning(&state.dossier, &args.files, lang)?;
    let course = match &beginning {
        None => None,
        Some((beginning, course)) => match beginning.supposing(course, &state.dossier, lang)? {
            None => return Ok(Status::Findings),
            found => found,
        },
    };
    match args.format {
        Format::Json => {
            let mut value = report::check(&opened, &options);
            if let Some((held, steps)) = &course {
                let all = held.calling_order().into_iter();
                value["hypothesis"] = json!({
                    "supposed": supposed::json(steps, held),
                    "amendments": all.map(|at| show::standing_json(held, at)).collect::<Value>(),
                });
            }
            output::json(&value)?;
        }
        Format::Text => {
            text(&opened, &options)?;
            if let Some((held, steps)) = &course {
                let text = supposed::text(steps, held, lang) + &show::standings(held, lang);
                output::stdout(text.as_bytes())?;
            }
        }
    }
    let grave = |finding: &&Finding| finding.severity() >= Severity::Warning;
    Ok(if report::found(state, &options).iter().any(grave) {
        Status::Findings
    } else {
        Status::Clean
    })
}

fn text(opened: &Opened, options: &Options) -> Result<(), Failure> {
    let rows = layout::rows(&opened.state, options);
    output::stdout(table(&rows, options).as_bytes())?;
    let findings = report::found(&opened.state, options);
    let shown = gravest(&findings, diagnostics::MOST);
    let shown: Vec<_> =
        shown.into_iter().map(|f| report::diagnostic(f, opened, options.lang)).collect();
    diagnostics::report(&shown, findings.len() - shown.len(), options.lang)?;
    let count = |severity| findings.iter().filter(|f| f.severity() == severity).count();
    let all = opened.state.dossier.amendments.len();
    let args = words::Args::new()
        .number("amendments", options.only.as_ref().map_or(all, Vec::len))
        .number("errors", count(Severity::Error))
        .number("warnings", count(Severity::Warning))
        .number("notes", count(Severity::Note));
    output::stdout(format!("{}\n", words::say(options.lang, "summary", &args)).as_bytes())
}

/// The gravest findings, in their order; a large dossier has more than anybody reads, and only these
/// are put into words.
fn gravest<'a>(findings: &[&'a Finding], most: usize) -> Vec<&'a Finding> {
    let mut chosen: Vec<usize> = (0..findings.len()).collect();
    chosen.sort_by_key(|at| Reverse(findings[*at].severity()));
    chosen.truncate(most);
    chosen.sort_unstable();
    chosen.into_iter().map(|at| findings[at]).collect()
}

fn table(rows: &[Row], options: &Options) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut text = layout::table(rows, options.lang);
    text.push('\n');
    text
}
