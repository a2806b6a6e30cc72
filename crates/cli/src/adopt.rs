//! `hemicycle adopt`: the text as adopted.
//!
//! A text is refused when something is wrong with the files, with an adopted amendment, or with
//! the set; an error in an amendment that was not adopted is shown and does not matter to it.

use crate::args::{Adopt, Format};
use crate::compendium::{language, printed};
use crate::kind::Kind;
use crate::status::{Failure, Outcome, Status};
use crate::supposed::{self, Asked};
use crate::{diagnostics, input, output, paper, rules, selection, sitting};
use engine::adopt::{Adopted, Refusal, Selection};
use engine::numbered::{self, Layer};
use engine::open::Opened;
use engine::papers::Templates;
use engine::report::{self, Diagnostic};
use engine::words::{self, Args, Message};
use engine::{State, document, papers};
use merge::Note;
use procedure::sentence::Telling;
use procedure::state::Refusal as NotNow;
use serde_json::json;
use source::Severity;
use text::Lang;

/// Writes the adopted text, or says why there is none.
pub fn run(args: &Adopt) -> Outcome {
    let kind = Kind::of_output(&args.out, None)?;
    is_for_texts(kind, &args.out)?;
    if let Some(course) = &args.supposed {
        return of_course(args, course, kind);
    }
    if let Some(log) = &args.log {
        return of_log(args, log, kind);
    }
    let rules = rules::under(args.under.rules.as_deref(), args.language.lang)?;
    let opened = input::open_under(&args.files, args.written.style, rules.as_ref())?;
    let state = &opened.state;
    let lang = language(state, args.language.lang)?;
    let found = blocking(&opened, lang, &[]);
    if !found.is_empty() {
        return refused(args, found, lang);
    }
    let (selection, positions) = selection(state, args, lang)?;
    let found = blocking(&opened, lang, &positions);
    if !found.is_empty() {
        return refused(args, found, lang);
    }
    match engine::adopt::adopt(state, &selection) {
        Err(refusal) => refused(args, vec![of_refusal(&refusal, &opened, lang)], lang),
        Ok(adopted) => made(args, state, &adopted, kind, lang),
    }
}

fn is_for_texts(kind: Kind, out: &str) -> Result<(), Failure> {
    match kind {
        Kind::Csv | Kind::Xlsx | Kind::Atom => {
            let words = "a table or feed lists amendments, not a text; compendium writes it";
            Err(Failure::Usage(format!("{out}: {words}")))
        }
        _ => Ok(()),
    }
}

/// The texts that a log says were adopted, under their numbers.
fn of_log(args: &Adopt, log: &str, kind: Kind) -> Outcome {
    let log = sitting::read(log, args.under.rules.as_deref(), args.language.lang)?;
    let under = rules::Under::of_log(&log.rules);
    let opened = input::open_under(&args.files, args.written.style, Some(&under))?;
    let state = &opened.state;
    let lang = language(state, args.language.lang)?;
    let found = blocking(&opened, lang, &[]);
    if !found.is_empty() {
        return refused(args, found, lang);
    }
    let templates = paper::templates(args.templates.as_deref(), lang)?;
    let log = sitting::of_log(log, &state.dossier, &args.files, lang)?;
    let held = log.held(&state.dossier);
    let layer = if args.edited { Layer::Edited } else { Layer::Mechanical };
    let published = match numbered::publish(&held, layer) {
        Ok(published) => published,
        Err(refusal) => {
            let code = words::codes::refusal(&refusal);
            let message = words::refusal(&refusal, &held.state, lang);
            let found = Diagnostic { code, severity: Severity::Error, message, spot: None };
            return refused(args, vec![found], lang);
        }
    };
    let own = |finding: &&numbered::Finding| finding.lang().is_none_or(|of| of == lang);
    let mut found: Vec<Diagnostic> = published
        .findings
        .iter()
        .filter(own)
        .map(|finding| Diagnostic {
            code: finding.code(),
            severity: finding.severity(),
            message: papers::said(finding, &held, lang),
            spot: None,
        })
        .collect();
    // What the assembly voted on may still be another text.
    let telling = Telling { state: &held.course, rules: held.rules, lang };
    found.extend(held.course.for_ruling.iter().map(|event| {
        let pending = NotNow::RulingsOpen { event: *event };
        let (code, message) = (pending.code(), telling.refusal(&pending));
        Diagnostic { code, severity: Severity::Warning, message, spot: None }
    }));
    if published.parts.is_empty() {
        return refused(args, found, lang);
    }
    let adopted = &published.adopted;
    let files = match kind {
        Kind::Json => {
            let origins = |of: Lang| match of == lang {
                true => papers::origins(&held, &log.entries, &published, &templates),
                false => papers::origins(&held, &log.entries, &published, &Templates::shipped(of)),
            };
            let value = report::published(&held.state, adopted, &origins);
            vec![format!("{value:#}\n").into_bytes()]
        }
        Kind::Xml => {
            let origins = papers::origins(&held, &log.entries, &published, &templates);
            let changes = args.changes;
            let text = akn::write_published(&held.state, adopted, &origins, lang, changes);
            vec![text.into_bytes()]
        }
        _ => {
            let drawn = papers::adopted(&held, &log.entries, &published, args.changes, &templates);
            match kind {
                Kind::Txt => vec![document::plain::write(&drawn).into_bytes()],
                _ => printed(&drawn, kind, args.decided.as_ref())?,
            }
        }
    };
    output::write_volumes(&args.out, &files, lang)?;
    let notes = notes(adopted, &held.state, lang);
    found.extend(match args.format {
        Format::Text => renumbered_at_once(adopted, notes, lang),
        Format::Json => notes,
    });
    said(args, &found, lang)?;
    let grave = found.iter().any(|one| one.severity == Severity::Error);
    Ok(if grave { Status::Findings } else { Status::Clean })
}

/// The text of a course that has not happened, which is told on the standard error.
fn of_course(args: &Adopt, course: &str, kind: Kind) -> Outcome {
    let asked = (Some(course), args.log.as_deref());
    let asked = Asked::new(asked, args.under.rules.as_deref(), args.language.lang)?;
    let opened = input::open_under(&args.files, args.written.style, asked.under.as_ref())?;
    let state = &opened.state;
    let lang = language(state, args.language.lang)?;
    let found = blocking(&opened, lang, &[]);
    if !found.is_empty() {
        return refused(args, found, lang);
    }
    let Some((beginning, course)) = asked.beginning(&state.dossier, &args.files, lang)? else {
        return Ok(Status::Clean);
    };
    let Some((held, steps)) = beginning.supposing(course, &state.dossier, lang)? else {
        output::refused(&args.out, lang);
        return Ok(Status::Findings);
    };
    output::stderr(&supposed::text(&steps, &held, lang));
    match held.text() {
        Err(refusal) => {
            let code = words::codes::refusal(&refusal);
            let message = words::refusal(&refusal, &held.state, lang);
            let found = Diagnostic { code, severity: Severity::Error, message, spot: None };
            refused(args, vec![found], lang)
        }
        Ok(adopted) => made(args, &held.state, &adopted, kind, lang),
    }
}

/// Writes a text, and says what the editorial pass has to say.
fn made(args: &Adopt, state: &State, adopted: &Adopted, kind: Kind, lang: Lang) -> Outcome {
    let files = written(state, adopted, kind, args, lang)?;
    output::write_volumes(&args.out, &files, lang)?;
    let notes = notes(adopted, state, lang);
    let said_of = match args.format {
        Format::Text => renumbered_at_once(adopted, notes.clone(), lang),
        Format::Json => notes.clone(),
    };
    said(args, &said_of, lang)?;
    let grave = notes.iter().any(|note| note.severity == Severity::Error);
    Ok(if grave { Status::Findings } else { Status::Clean })
}

fn selection(state: &State, args: &Adopt, lang: Lang) -> Result<(Selection, Vec<usize>), Failure> {
    let list = |numbers: &str| selection::list(&state.dossier, numbers, lang);
    match (&args.adopted, &args.sequence) {
        (Some(numbers), _) => list(numbers).map(|list| (Selection::Set(list.clone()), list)),
        (None, Some(numbers)) => {
            list(numbers).map(|list| (Selection::Sequence(list.clone()), list))
        }
        (None, None) => Ok((Selection::Set(Vec::new()), Vec::new())),
    }
}

/// Errors of the dossier as a whole, and those of these amendments.
fn blocking(opened: &Opened, lang: Lang, adopted: &[usize]) -> Vec<Diagnostic> {
    let state = &opened.state;
    let concerns = |finding: &engine::state::Finding| match report::amendment_of(finding) {
        None => true,
        Some(_) => adopted.iter().any(|at| report::concerns(finding, *at, state)),
    };
    let grave = state.findings.iter().filter(|f| f.severity() == Severity::Error);
    grave
        .filter(|finding| concerns(finding))
        .map(|finding| report::diagnostic(finding, opened, lang))
        .collect()
}

fn of_refusal(refusal: &Refusal, opened: &Opened, lang: Lang) -> Diagnostic {
    Diagnostic {
        code: words::codes::refusal(refusal),
        severity: Severity::Error,
        message: words::refusal(refusal, &opened.state, lang),
        spot: report::heading(&opened.state, refusal.amendment(), lang),
    }
}

/// What the editorial pass has to say of the text in the language shown.
fn notes(adopted: &Adopted, state: &State, lang: Lang) -> Vec<Diagnostic> {
    let text = adopted.texts.iter().find(|text| text.lang == lang).or(adopted.texts.first());
    let notes = text.map(|text| text.consolidated.notes.as_slice()).unwrap_or_default();
    notes
        .iter()
        .map(|note| {
            let (code, severity) = words::codes::note(note);
            let message = words::note(note, adopted, state, lang);
            Diagnostic { code, severity, message, spot: None }
        })
        .collect()
}

/// What is said to people: that paragraphs have new numbers in one line, where they are several.
fn renumbered_at_once(adopted: &Adopted, notes: Vec<Diagnostic>, lang: Lang) -> Vec<Diagnostic> {
    let text = adopted.texts.iter().find(|text| text.lang == lang).or(adopted.texts.first());
    let mut new_numbers =
        text.iter().flat_map(|text| &text.consolidated.notes).filter_map(|note| match note {
            Note::Renumbered { old, new, .. } => Some((old.clone(), new.clone())),
            _ => None,
        });
    let (Some((old, new)), more) = (new_numbers.next(), new_numbers.count()) else {
        return notes;
    };
    if more == 0 {
        return notes;
    }
    let args = Args::new().number("count", more + 1).text("old", old).text("new", new);
    let text = words::say(lang, "renumbered-at-once", &args);
    let mut at_once = Some(text);
    let each = notes.into_iter().filter_map(|note| match note.code {
        "renumbered" => at_once.take().map(|text| {
            let message = Message { text, ..Message::default() };
            Diagnostic { message, ..note }
        }),
        _ => Some(note),
    });
    each.collect()
}

fn refused(args: &Adopt, found: Vec<Diagnostic>, lang: Lang) -> Outcome {
    said(args, &found, lang)?;
    output::refused(&args.out, lang);
    Ok(Status::Findings)
}

/// Diagnostics for people on the standard error, or for programs on the standard output; when the
/// text itself goes to the standard output, those for programs go to the standard error.
fn said(args: &Adopt, found: &[Diagnostic], lang: Lang) -> Result<(), Failure> {
    match args.format {
        Format::Text => diagnostics::print(found, lang),
        Format::Json => {
            let value = json!({
                "schema": "hemicycle-report/1",
                "diagnostics": report::diagnostics_json(found),
            });
            if args.out == "-" {
                output::stderr(&format!("{value:#}\n"));
            } else {
                output::json(&value)?;
            }
        }
    }
    Ok(())
}

fn written(
    state: &State,
    adopted: &Adopted,
    kind: Kind,
    args: &Adopt,
    lang: Lang,
) -> Result<Vec<Vec<u8>>, Failure> {
    match kind {
        Kind::Json => Ok(vec![format!("{:#}\n", report::adopted(state, adopted)).into_bytes()]),
        Kind::Xml => Ok(vec![akn::write_adopted(state, adopted, lang, args.changes).into_bytes()]),
        Kind::Txt => {
            let drawn = document::adopted(state, adopted, lang, args.changes);
            Ok(vec![document::plain::write(&drawn).into_bytes()])
        }
        _ => {
            let drawn = document::adopted(state, adopted, lang, args.changes);
            printed(&drawn, kind, args.decided.as_ref())
        }
    }
}
