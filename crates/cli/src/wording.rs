//! `hemicycle wording`: from an edited paragraph to the official wording.

use crate::args::{Format, Wording};
use crate::status::{Failure, Outcome, Status};
use crate::{diagnostics, input, output};
use engine::State;
use engine::report::{self, Diagnostic};
use engine::wording::{Edit, Refusal, Worded};
use engine::words::{self, Args, Message};
use instruction::Edited;
use instruction::style::version_name;
use serde_json::json;
use source::Severity;
use text::Lang;

/// Prints the wording in every language of the files, or in the one asked for.
pub fn run(args: &Wording) -> Outcome {
    if args.text.as_deref() == Some("-") && args.files.iter().any(|file| file == "-") {
        let lang = args.language.lang.unwrap_or(Lang::EN);
        return Err(Failure::usage(lang, "usage-read-once", &Args::new()));
    }
    let opened = input::open(&args.files, args.written.style)?;
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
        return refused(
            in_language("wording-no-draft", *missing, spoken),
            "wording-no-draft",
            spoken,
        );
    }
    let Some(part) = part(state, args, spoken)? else {
        return refused(no_paragraph(args, spoken), "no-paragraph", spoken);
    };
    let edit = edit(args, spoken)?;
    match engine::wording::wording(state, part, &edit, edited_in, &langs) {
        Ok(worded) => print(&worded, args, spoken),
        Err(refusal) => {
            let (id, code, number) = match &refusal {
                Refusal::NoSuchProvision(_) => {
                    return refused(no_paragraph(args, spoken), "no-paragraph", spoken);
                }
                Refusal::NoTitle => ("wording-no-title", "no-title", ""),
                Refusal::Empty => ("wording-empty", "empty", ""),
                Refusal::Unchanged => ("wording-unchanged", "unchanged", ""),
                Refusal::SubParagraphs(below) => {
                    ("wording-below", "sub-paragraphs", below.as_str())
                }
                Refusal::NotExpressible => ("wording-inexpressible", "not-expressible", ""),
            };
            refused(said(id, number, spoken), code, spoken)
        }
    }
}

/// What `--paragraph` names instead of a number.
const TITLE: &str = "title";

fn edit(args: &Wording, spoken: Lang) -> Result<Edit, Failure> {
    let number = args.paragraph.trim_end_matches('.').to_owned();
    let Some(name) = &args.text else {
        if number == TITLE {
            return Err(Failure::usage(spoken, "usage-title-stays", &Args::new()));
        }
        return Ok(Edit::Provision(number, Edited::Deleted));
    };
    let text = input::text(name)?.replace("\r\n", "\n");
    // Lines of white space alone part paragraphs too; other line ends are those of a page.
    let lines = text.lines().map(|line| if line.trim().is_empty() { "" } else { line });
    let lines: Vec<&str> = lines.collect();
    let paragraphs = lines
        .split(|line| line.is_empty())
        .map(|lines| lines.iter().flat_map(|line| line.split_whitespace()).collect::<Vec<_>>());
    let paragraphs: Vec<String> =
        paragraphs.filter(|words| !words.is_empty()).map(|words| words.join(" ")).collect();
    Ok(match number == TITLE {
        true => Edit::Title(paragraphs.join(" ")),
        false => Edit::Provision(number, Edited::Text(paragraphs)),
    })
}

/// The draft text that has the paragraph; `None` where none has.
fn part(state: &State, args: &Wording, spoken: Lang) -> Result<Option<u32>, Failure> {
    let Some(version) = state.dossier.versions.first() else { return Ok(None) };
    let parts = &version.draft.parts;
    let letter = |at: u32| parts.get(at as usize).map_or("", |part| part.letter.as_str());
    if let Some(wanted) = &args.part {
        let found = (0..parts.len() as u32).find(|at| letter(*at) == wanted);
        return found.map(Some).ok_or_else(|| {
            let there: Vec<_> = parts.iter().map(|part| part.letter.as_str()).collect();
            let args = Args::new().text("wanted", wanted.clone()).number("count", there.len());
            Failure::usage(spoken, "usage-no-part", &args.text("letters", there.join(", ")))
        });
    }
    let number = args.paragraph.trim_end_matches('.');
    let titled = |at: &u32| parts.get(*at as usize).is_some_and(|part| part.title.is_some());
    let has = |at: &u32| match number {
        TITLE => titled(at),
        number => !version.index.numbered(*at, number).is_empty(),
    };
    let found: Vec<u32> = (0..parts.len() as u32).filter(has).collect();
    match found[..] {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => {
            let letters: Vec<_> = found.iter().map(|at| letter(*at)).collect();
            let letters = letters.join(", ");
            let args = Args::new().text("number", number).text("letters", letters);
            Err(Failure::usage(spoken, "usage-several-parts", &args))
        }
    }
}

fn said(id: &str, number: &str, lang: Lang) -> Message {
    let args = Args::new().text("number", number);
    let text = words::say(lang, id, &args);
    Message { text, remedy: words::say(lang, &format!("{id}.remedy"), &args), notes: Vec::new() }
}

fn no_paragraph(args: &Wording, lang: Lang) -> Message {
    match args.paragraph.as_str() {
        TITLE => said("wording-no-title", "", lang),
        number => said("wording-no-paragraph", number.trim_end_matches('.'), lang),
    }
}

fn in_language(id: &str, of: Lang, lang: Lang) -> Message {
    let args = Args::new().text("language", language(of, lang));
    let text = words::say(lang, id, &args);
    Message { text, remedy: words::say(lang, &format!("{id}.remedy"), &args), notes: Vec::new() }
}

fn language(named: Lang, lang: Lang) -> String {
    version_name(named, lang).unwrap_or(named.tag()).to_owned()
}

fn refused(message: Message, code: &'static str, lang: Lang) -> Outcome {
    let severity = Severity::Error;
    diagnostics::print(&[Diagnostic { code, severity, message, spot: None }], lang);
    Ok(Status::Findings)
}

fn print(worded: &Worded, args: &Wording, spoken: Lang) -> Outcome {
    match args.format {
        Format::Json => json(worded)?,
        Format::Text => {
            let texts: Vec<_> = worded.wordings.iter().map(|(_, wording)| wording.trim()).collect();
            if !texts.is_empty() {
                output::stdout(format!("{}\n", texts.join("\n\n")).as_bytes())?;
            }
            let note = |id: &str, lang: Lang| {
                let said =
                    words::say(spoken, id, &Args::new().text("language", language(lang, spoken)));
                output::stderr(&diagnostics::wrapped("note: ", &said));
            };
            worded.untranslated.iter().for_each(|lang| note("wording-untranslated", *lang));
            worded.uncounted.iter().for_each(|lang| note("wording-uncounted", *lang));
        }
    }
    match worded.unsettled.first() {
        Some(lang) => refused(in_language("wording-unsettled", *lang, spoken), "unsettled", spoken),
        None => Ok(Status::Clean),
    }
}

fn json(worded: &Worded) -> Result<(), Failure> {
    let wordings = worded.wordings.iter().map(|(lang, wording)| {
        json!({
            "lang": lang.tag(),
            "wording": wording,
            "untranslated": worded.untranslated.contains(lang),
            "uncounted": worded.uncounted.contains(lang),
        })
    });
    let wordings: serde_json::Value = wordings.collect();
    let unsettled: Vec<&str> = worded.unsettled.iter().map(|lang| lang.tag()).collect();
    let schema = "hemicycle-wording/1";
    output::json(&json!({ "schema": schema, "wordings": wordings, "unsettled": unsettled }))
}
