//! `hemicycle wording`: from an edited paragraph to the official wording.

use crate::args::{Format, Wording};
use crate::status::{Failure, Outcome, Status};
use crate::{diagnostics, input, output};
use engine::State;
use engine::report::{self, Diagnostic};
use engine::wording::{Refusal, Worded};
use engine::words::{self, Args, Message};
use instruction::Edited;
use serde_json::json;
use source::Severity;
use text::Lang;

/// Prints the wording in every language of the files, or in the one asked for.
pub fn run(args: &Wording) -> Outcome {
    if args.text.as_deref() == Some("-") && args.files.iter().any(|file| file == "-") {
        return Err(Failure::Usage("the standard input (-) can be read only once".into()));
    }
    let opened = input::open(&args.files)?;
    let state = &opened.state;
    let spoken = args.language.lang.unwrap_or_else(|| words::default_lang(state));
    if state.dossier.versions.is_empty() {
        diagnostics::print(&report::diagnostics(&opened, spoken), spoken);
        return Ok(Status::Findings);
    }
    let langs = match args.language.lang {
        Some(lang) => vec![lang],
        None => state.dossier.versions.iter().map(|version| version.lang).collect(),
    };
    // The edit is in the language asked for where its draft is there, or else in the first file's.
    let edited_in = langs.first().filter(|lang| state.dossier.version(**lang).is_some());
    let edited_in = edited_in.copied().unwrap_or_else(|| words::default_lang(state));
    let missing = langs.iter().find(|lang| state.dossier.version(**lang).is_none());
    if let Some(missing) = missing.filter(|_| !args.frame_only) {
        return refused(no_draft(*missing, spoken), "wording-no-draft", spoken);
    }
    let Some(part) = part(state, args)? else {
        let message = plain("wording-no-paragraph", &args.paragraph, spoken);
        return refused(message, "no-paragraph", spoken);
    };
    let edited = edited(args)?;
    match engine::wording::wording(state, part, &args.paragraph, &edited, edited_in, &langs) {
        Ok(worded) => print(&worded, args, spoken),
        Err(refusal) => {
            let (id, code) = match refusal {
                Refusal::NoSuchProvision(_) => ("wording-no-paragraph", "no-paragraph"),
                Refusal::Unchanged => ("wording-unchanged", "unchanged"),
                Refusal::NotExpressible => ("wording-inexpressible", "not-expressible"),
            };
            refused(plain(id, &args.paragraph, spoken), code, spoken)
        }
    }
}

fn edited(args: &Wording) -> Result<Edited, Failure> {
    let Some(name) = &args.text else { return Ok(Edited::Deleted) };
    let text = input::text(name)?.replace("\r\n", "\n");
    let paragraphs = text
        .split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
    Ok(Edited::Text(paragraphs.filter(|paragraph| !paragraph.is_empty()).collect()))
}

/// The draft text that has the paragraph; `None` where none has.
fn part(state: &State, args: &Wording) -> Result<Option<u32>, Failure> {
    let Some(version) = state.dossier.versions.first() else { return Ok(None) };
    let parts = &version.draft.parts;
    let letter = |at: u32| parts.get(at as usize).map_or("", |part| part.letter.as_str());
    if let Some(wanted) = &args.part {
        let found = (0..parts.len() as u32).find(|at| letter(*at) == wanted);
        return found.map(Some).ok_or_else(|| {
            let there: Vec<_> = parts.iter().map(|part| part.letter.as_str()).collect();
            Failure::Usage(format!("no draft text {wanted}; there are {}", there.join(", ")))
        });
    }
    let has = |at: &u32| !version.index.numbered(*at, &args.paragraph).is_empty();
    let found: Vec<u32> = (0..parts.len() as u32).filter(has).collect();
    match found[..] {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => {
            let letters: Vec<_> = found.iter().map(|at| letter(*at)).collect();
            let letters = letters.join(", ");
            let number = &args.paragraph;
            Err(Failure::Usage(format!("paragraph {number} is in {letters}: name one with --part")))
        }
    }
}

fn plain(id: &str, number: &str, lang: Lang) -> Message {
    let text = words::say(lang, id, &Args::new().text("number", number));
    Message { text, ..Message::default() }
}

fn no_draft(missing: Lang, lang: Lang) -> Message {
    let args = Args::new().text("language", language(missing, lang));
    let text = words::say(lang, "wording-no-draft", &args);
    let remedy = words::say(lang, "wording-no-draft.remedy", &args);
    Message { text, remedy, notes: Vec::new() }
}

fn language(named: Lang, lang: Lang) -> String {
    words::say(lang, &format!("language-{}", named.tag()), &Args::new())
}

fn refused(message: Message, code: &'static str, lang: Lang) -> Outcome {
    let severity = Severity::Error;
    diagnostics::print(&[Diagnostic { code, severity, message, spot: None }], lang);
    Ok(Status::Findings)
}

fn print(worded: &Worded, args: &Wording, spoken: Lang) -> Outcome {
    match args.format {
        Format::Json => {
            let wordings = worded.wordings.iter().map(|(lang, wording)| {
                let untranslated = worded.untranslated.contains(lang);
                json!({ "lang": lang.tag(), "wording": wording, "untranslated": untranslated })
            });
            let wordings: serde_json::Value = wordings.collect();
            output::json(&json!({ "schema": "hemicycle-wording/1", "wordings": wordings }))?;
        }
        Format::Text => {
            let texts: Vec<_> = worded.wordings.iter().map(|(_, wording)| wording.trim()).collect();
            output::stdout(format!("{}\n", texts.join("\n\n")).as_bytes())?;
            for lang in &worded.untranslated {
                let args = Args::new().text("language", language(*lang, spoken));
                let said = words::say(spoken, "wording-untranslated", &args);
                output::stderr(&diagnostics::wrapped("note: ", &said));
            }
        }
    }
    Ok(Status::Clean)
}
