//! `hemicycle log`: a log checked, told in sentences, and what stood after some event.
//!
//! A log is read line by line and folded under the rules that its first event names. What is wrong ends the
//! reading: behind a line that is not as it was written, nothing is known.

mod recompute;
mod replay;

use crate::args::{Format, Log, LogFile, Replay, Show, Verify};
use crate::diagnostics::{self, WIDTH, wrapped};
use crate::fold::{self, Finding, Folded};
use crate::layout::broken;
use crate::status::{Failure, Outcome, Status};
use crate::{input, output};
use engine::words::{self, Args};
use procedure::log::{Entry, Hash};
use procedure::sentence::{Telling, moment};
use recompute::Recomputed;
use serde_json::{Value, json};
use text::Lang;

/// The schema of what is said to programs.
const SCHEMA: &str = "hemicycle-log/1";
/// Text is kept back until so many bytes can be printed at once.
const BLOCK: usize = 1 << 16;

/// Carries the subcommand out.
pub fn run(args: &Log) -> Outcome {
    match args {
        Log::Verify(args) => verify(args),
        Log::Show(args) => show(args),
        Log::Replay(args) => replayed(args),
    }
}

/// The log at hand.
fn given(given: &LogFile, lang: Lang) -> Result<fold::Log, Failure> {
    if given.file == "-" && given.rules.as_deref() == Some("-") {
        return Err(Failure::usage(lang, "usage-read-once", &Args::new()));
    }
    let (file, bytes) = input::log(&given.file)?;
    fold::Log::new(file, bytes, given.rules.as_deref(), lang)
}

fn verify(args: &Verify) -> Outcome {
    let lang = args.given.lang.unwrap_or(Lang::EN);
    let log = given(&args.given, lang)?;
    let mut again = Recomputed::new(&args.recompute.0, &log.rules, lang)?;
    let mut folded = log.fold(lang, None, args.head, &mut |telling, entry| {
        if let Some(again) = &mut again {
            again.next(telling, entry);
        }
        Ok(())
    })?;
    let recomputed = again.as_ref().map(|again| again.events);
    folded.findings.extend(again.into_iter().flat_map(|again| again.findings));
    if let Some(wanted) = args.head.filter(|wanted| *wanted != folded.head.hash) {
        folded.findings.push(wrong_head(wanted, &folded, lang));
    }
    match args.format {
        Format::Json => output::json(&verified(&folded, recomputed))?,
        Format::Text => {
            output::stdout(summary(&folded, recomputed, lang).as_bytes())?;
            diagnostics::report(&folded.diagnosed(lang), 0, lang)?;
        }
    }
    Ok(status(&folded))
}

fn wrong_head(wanted: Hash, folded: &Folded, lang: Lang) -> Finding {
    let found = folded.found.unwrap_or(0);
    let args = Args::new().text("given", wanted.to_string()).number("found", found as usize);
    let later = folded.head.seq.saturating_sub(found);
    Finding::said("log-wrong-head", &args.number("later", later as usize), lang)
}

/// The log in a few lines: events, head, and whether all is well.
fn summary(folded: &Folded, recomputed: Option<u64>, lang: Lang) -> String {
    let state = &folded.state;
    let until = state.time.as_ref().map(moment).unwrap_or_default();
    let profile = state.opened.as_ref().map(|opened| opened.profile.clone()).unwrap_or_default();
    let args = Args::new().text("file", folded.file.clone()).number("count", state.seq as usize);
    let args = args.text("until", until).text("profile", words::excerpt(&profile.0, 40));
    let args = args.text("edition", words::excerpt(&profile.1, 40));
    let mut text = wrapped("", &words::say(lang, "log-summary", &args));
    if state.seq > 0 {
        let head = Args::new().text("head", folded.head.hash.to_string());
        text.push_str(&wrapped("", &words::say(lang, "log-head", &head)));
    }
    if folded.findings.is_empty() {
        text.push_str(&wrapped("", &words::say(lang, "log-good", &Args::new())));
        if let Some(events) = recomputed {
            let args = Args::new().number("count", events as usize);
            text.push_str(&wrapped("", &words::say(lang, "log-recomputed-good", &args)));
        }
    } else {
        text.push('\n');
    }
    text
}

fn verified(folded: &Folded, recomputed: Option<u64>) -> Value {
    let state = &folded.state;
    let rules = state.opened.as_ref().map(|opened| {
        json!({ "profile": opened.profile.0, "edition": opened.profile.1, "sha256": opened.rules })
    });
    json!({
        "schema": SCHEMA,
        "command": "verify",
        "file": folded.file,
        "valid": status(folded) == Status::Clean,
        "events": state.seq,
        "bytes": folded.length,
        "head": folded.head.hash.to_string(),
        "time": state.time.as_ref().map(|time| time.as_str()),
        "rules": rules,
        "recomputed": recomputed,
        "findings": findings(folded),
    })
}

fn findings(folded: &Folded) -> Value {
    let one = |finding: &Finding| {
        json!({
            "code": finding.code,
            "severity": finding.severity.as_str(),
            "line": finding.line,
            "message": finding.message.text,
            "remedy": finding.message.remedy,
            "notes": finding.message.notes,
        })
    };
    folded.findings.iter().map(one).collect()
}

fn status(folded: &Folded) -> Status {
    if folded.is_wrong() { Status::Findings } else { Status::Clean }
}

fn show(args: &Show) -> Outcome {
    let lang = args.given.lang.unwrap_or(Lang::EN);
    let mut text = String::new();
    let mut told = |telling: &Telling<'_>, entry: &Entry| {
        told(telling, entry, &mut text);
        if text.len() > BLOCK {
            output::stdout(std::mem::take(&mut text).as_bytes())?;
        }
        Ok(())
    };
    let folded = given(&args.given, lang)?.fold(lang, args.until, None, &mut told)?;
    output::stdout(text.as_bytes())?;
    diagnostics::print(&folded.diagnosed(lang), lang);
    reached(&folded, args.until, lang)?;
    Ok(status(&folded))
}

/// An event as its number, its moment and its sentence, with what belongs below it.
fn told(telling: &Telling<'_>, entry: &Entry, to: &mut String) {
    let head = format!("{:>4}  {}  ", entry.seq, moment(&entry.time));
    let mut lines = |first: &str, text: &str| {
        let margin = first.chars().count();
        for (at, line) in broken(text, WIDTH - margin).into_iter().enumerate() {
            match at {
                0 => to.push_str(first),
                _ => to.extend(std::iter::repeat_n(' ', margin)),
            }
            to.push_str(&line);
            to.push('\n');
        }
    };
    lines(&head, &telling.event(&entry.event));
    let margin = " ".repeat(head.chars().count() + 2);
    for detail in telling.details(entry) {
        lines(&margin, &detail);
    }
}

/// Says so where the log ends before the event asked for.
fn reached(folded: &Folded, until: Option<u64>, lang: Lang) -> Result<(), Failure> {
    match until.filter(|until| *until > folded.state.seq && folded.findings.is_empty()) {
        Some(until) => {
            let args = Args::new().text("until", until.to_string());
            let args = args.text("file", folded.file.clone());
            let args = args.text("count", folded.state.seq.to_string());
            Err(Failure::usage(lang, "usage-no-event", &args))
        }
        None => Ok(()),
    }
}

fn replayed(args: &Replay) -> Outcome {
    let lang = args.given.lang.unwrap_or(Lang::EN);
    let log = given(&args.given, lang)?;
    let folded = log.fold(lang, args.until, None, &mut |_, _| Ok(()))?;
    reached(&folded, args.until, lang)?;
    match args.format {
        Format::Json => output::json(&replay::json(&folded, &log.rules, lang))?,
        Format::Text => {
            output::stdout(replay::text(&folded, &log.rules, lang).as_bytes())?;
            diagnostics::print(&folded.diagnosed(lang), lang);
        }
    }
    Ok(status(&folded))
}
