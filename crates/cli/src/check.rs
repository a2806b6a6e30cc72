//! `hemicycle check`: read, resolve, report.

use crate::args::{Check, Format, Relations};
use crate::layout::{self, Row};
use crate::status::{Failure, Outcome, Status};
use crate::{diagnostics, input, output, selection};
use engine::open::Opened;
use engine::report::{self, Options};
use engine::words;
use source::Severity;

/// Reports on the files. Warnings alone end with 1 here, and only here.
pub fn run(args: &Check) -> Outcome {
    let opened = input::open(&args.files)?;
    let state = &opened.state;
    let lang = args.language.lang.unwrap_or_else(|| words::default_lang(state));
    let mut options = Options::of(state, lang);
    if let Some(place) = &args.place {
        options.only = Some(selection::at(state, place)?);
        options.full = true;
    }
    match args.relations {
        Some(Relations::Full) => options.full = true,
        Some(Relations::Counts) => options.full = false,
        None => {}
    }
    match args.format {
        Format::Json => output::json(&report::check(&opened, &options))?,
        Format::Text => text(&opened, &options)?,
    }
    let found = opened.state.has(Severity::Warning);
    Ok(if found { Status::Findings } else { Status::Clean })
}

fn text(opened: &Opened, options: &Options) -> Result<(), Failure> {
    let rows = layout::rows(&opened.state, options);
    output::stdout(table(&rows, options).as_bytes())?;
    let diagnostics = report::diagnostics(opened, options.lang);
    diagnostics::report(&diagnostics, options.lang)?;
    let count = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    let args = words::Args::new()
        .number("amendments", opened.state.dossier.amendments.len())
        .number("errors", count(Severity::Error))
        .number("warnings", count(Severity::Warning))
        .number("notes", count(Severity::Note));
    output::stdout(format!("{}\n", words::say(options.lang, "summary", &args)).as_bytes())
}

fn table(rows: &[Row], options: &Options) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut text = layout::table(rows, options.lang);
    text.push('\n');
    text
}
