//! `hemicycle paper`: voting list, chair's script, minutes of decisions, results.

use crate::args::{Paper, Which};
use crate::compendium::{language, printed};
use crate::kind::Kind;
use crate::status::{Failure, Outcome, Status};
use crate::{diagnostics, input, output, rules, sitting};
use engine::document::Document;
use engine::papers::{self, TEMPLATES, Templates};
use engine::report::{self, Diagnostic, Spot};
use engine::sitting::Sitting;
use engine::words::{self, Args};
use procedure::log::Entry;
use procedure::sentence::Telling;
use procedure::state::State as Course;
use source::Severity;
use std::sync::Arc;
use text::Lang;

/// Draws a paper, unless there is an error in the dossier.
pub fn run(args: &Paper) -> Outcome {
    let kind = Kind::of_output(&args.out, None)?;
    let said = args.language.lang.unwrap_or(Lang::EN);
    if matches!(kind, Kind::Json | Kind::Xml | Kind::Csv | Kind::Xlsx | Kind::Atom) {
        let named = Args::new().text("out", args.out.as_str());
        return Err(Failure::usage(said, "usage-paper-kind", &named));
    }
    if args.log.is_none() && matches!(args.paper, Which::Minutes | Which::Results) {
        return Err(Failure::usage(said, "usage-paper-log", &Args::new()));
    }
    if args.templates.is_some() && args.paper != Which::Script {
        return Err(Failure::usage(said, "usage-paper-templates", &Args::new()));
    }
    let given = args.under.rules.as_deref();
    let (log, under) = sitting::given(args.log.as_deref(), given, args.language.lang)?;
    let opened = input::open_under(&args.files, args.written.style, under.as_ref())?;
    let state = &opened.state;
    let lang = language(state, args.language.lang)?;
    let found = report::diagnostics(&opened, lang);
    diagnostics::print_from(&found, Severity::Warning, lang);
    if state.has(Severity::Error) {
        output::refused(&args.out, lang);
        return Ok(Status::Findings);
    }
    let templates = templates(args.templates.as_deref(), lang)?;
    let files = match log {
        Some(log) => {
            let log = sitting::of_log(log, &state.dossier, &args.files, lang)?;
            let held = log.held(&state.dossier);
            written(&drawn(args.paper, &held, &log.entries, &templates)?, kind)?
        }
        None => {
            let under = rules::to_open(given, state.dossier.rules.as_ref(), lang)?;
            let held = Sitting::foreseen(&state.dossier, &under.rules);
            let held = held.map_err(|refusal| {
                let none = Course::default();
                let telling = Telling { state: &none, rules: &under.rules, lang };
                Failure::Usage(telling.refusal(&refusal).text)
            })?;
            written(&drawn(args.paper, &held, &[], &templates)?, kind)?
        }
    };
    output::write_volumes(&args.out, &files, lang)?;
    Ok(Status::Clean)
}

/// A paper in its language's own typography; plain text has none.
pub fn written(drawn: &Document, kind: Kind) -> Result<Vec<Vec<u8>>, Failure> {
    match kind {
        Kind::Txt => printed(drawn, kind, None),
        _ => printed(&drawn.typeset(), kind, None),
    }
}

fn drawn(
    paper: Which,
    held: &Sitting<'_>,
    entries: &[Entry],
    templates: &Templates,
) -> Result<Document, Failure> {
    let lang = templates.lang;
    match paper {
        Which::VotingList => Ok(papers::voting_list(held, lang)),
        Which::Script => Ok(papers::script(held, lang, templates)),
        Which::Results => Ok(papers::results(held, lang)),
        Which::Minutes => papers::minutes(held, entries, lang).map_err(|(event, refusal)| {
            let telling = Telling { state: &held.course, rules: held.rules, lang };
            let why = telling.refusal(&refusal).text;
            let said = Args::new().text("event", event.to_string()).text("why", why);
            Failure::usage(lang, "usage-paper-log-illegal", &said)
        }),
    }
}

/// The sentences of a file of the user's, or ours where there is none.
///
/// # Errors
/// What is wrong with the file, which is said.
pub fn templates(name: Option<&str>, lang: Lang) -> Result<Templates, Failure> {
    let Some(name) = name else { return Ok(Templates::shipped(lang)) };
    let file = Arc::new(input::source(name)?);
    Templates::read(&file.text, lang, TEMPLATES).map_err(|faults| {
        let found = faults.iter().map(|fault| Diagnostic {
            code: fault.problem.code(),
            severity: Severity::Error,
            message: papers::fault(&fault.problem, lang),
            spot: Some(Spot { file: Arc::clone(&file), span: fault.at }),
        });
        diagnostics::print(&found.collect::<Vec<_>>(), lang);
        let args = Args::new().text("file", name);
        output::stderr(&diagnostics::wrapped("", &words::say(lang, "templates-refused", &args)));
        Failure::Told
    })
}
