//! `hemicycle diff`: what differs between two versions of a text or of a compendium.
//!
//! Exit status: 0 where nothing differs, 1 where something does, 2 where one of the two could not be
//! read without error: what was misread would pass for a difference.

mod screen;

use crate::args::{Diff, Format};
use crate::compendium::printed;
use crate::kind::Kind;
use crate::status::{Failure, Outcome, Status};
use crate::{diagnostics, input, output};
use engine::diff::{self, Comparison};
use engine::open::Opened;
use engine::state::Finding;
use engine::words::{self, Args};
use engine::{document, report};
use instruction::style::version_name;
use source::Severity;
use std::io::IsTerminal;
use text::Lang;

/// Compares the two files.
pub fn run(args: &Diff) -> Outcome {
    let kind = args.out.as_deref().map(|out| Kind::of_output(out, None)).transpose()?;
    if let Some(Kind::Csv | Kind::Xlsx | Kind::Atom | Kind::Xml | Kind::Docx | Kind::Odt) = kind {
        let out = args.out.as_deref().unwrap_or_default();
        let words = "differences are written as pdf, html, json or txt";
        return Err(Failure::Usage(format!("{out}: {words}")));
    }
    if args.old == "-" && args.new == "-" {
        return Err(Failure::Usage("the standard input (-) can be read only once".into()));
    }
    let old = input::open(std::slice::from_ref(&args.old), args.written.style)?;
    let new = input::open(std::slice::from_ref(&args.new), args.written.style)?;
    let lang = args.language.lang.unwrap_or_else(|| words::default_lang(&new.state));
    for (name, opened) in [(&args.old, &old), (&args.new, &new)] {
        read_well(name, opened, lang)?;
    }
    let comparison = diff::compare(&old.state, &new.state);
    match (kind, &args.out) {
        (Some(kind), Some(out)) => written(&comparison, (&old, &new), kind, out, lang)?,
        _ if args.format == Format::Json => output::json(&diff::report(&comparison))?,
        _ => {
            let colours = diagnostics::colours(std::io::stdout().is_terminal());
            output::stdout(screen::text(&comparison, lang, colours).as_bytes())?;
        }
    }
    Ok(if comparison.is_empty() { Status::Clean } else { Status::Findings })
}

/// Whether the file says what it seems to say.
fn read_well(name: &str, opened: &Opened, lang: Lang) -> Result<(), Failure> {
    let misread = |finding: &&Finding| {
        matches!(finding, Finding::Read { .. }) && finding.severity() == Severity::Error
    };
    let found = opened.state.findings.iter().filter(misread);
    let found: Vec<_> = found.map(|finding| report::diagnostic(finding, opened, lang)).collect();
    if found.is_empty() {
        return Ok(());
    }
    diagnostics::print(&found, lang);
    Err(Failure::usage(lang, "diff-unread", &Args::new().text("file", name)))
}

fn written(
    comparison: &Comparison,
    (old, new): (&Opened, &Opened),
    kind: Kind,
    out: &str,
    lang: Lang,
) -> Result<(), Failure> {
    let files = match kind {
        Kind::Json => vec![format!("{:#}\n", diff::report(comparison)).into_bytes()],
        Kind::Txt => vec![screen::text(comparison, lang, false).into_bytes()],
        _ => {
            elsewhere(comparison, lang);
            let drawn = document::differences(comparison, &old.state, &new.state, lang);
            printed(&drawn, kind, None)?
        }
    };
    output::write_volumes(out, &files, lang)
}

/// Says which other languages differ: a drawn document is in one.
fn elsewhere(comparison: &Comparison, lang: Lang) {
    let of_texts = comparison.texts.iter().map(|texts| texts.lang);
    let of_amendments = comparison.amendments.iter().flat_map(|one| &one.texts).map(|t| t.lang);
    let mut others: Vec<Lang> =
        of_texts.chain(of_amendments).filter(|other| *other != lang).collect();
    others.sort_unstable();
    others.dedup();
    for other in others {
        let name = version_name(other, lang).unwrap_or(other.tag());
        let args = Args::new().text("language", name).text("tag", other.tag());
        let said = words::say(lang, "diff-elsewhere", &args);
        output::stderr(&diagnostics::wrapped("", &said));
    }
}
