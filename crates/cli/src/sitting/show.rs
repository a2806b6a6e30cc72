//! What the chair must know now.

use crate::diagnostics::wrapped;
use engine::document::{self, plain};
use engine::sitting::{Sitting, Why};
use engine::words::{self, Args, say};
use instruction::style::language;
use procedure::rules::Shown;
use procedure::sentence::Telling;
use procedure::state::Needed;
use text::Lang;

/// What is on the floor, or is called next; what falls if it is adopted, who speaks, what it needs, and how the text
/// would read.
pub fn next(held: &Sitting<'_>, lang: Lang) -> String {
    let mut text = String::new();
    let floor = held.course.on_the_floor().map(|floor| floor.amendment);
    let next = held.next();
    if let Some(at) = floor {
        let who = words::named(&held.state, held.place(at), true, lang);
        text += &wrapped("", &say(lang, "sitting-floor", &Args::new().text("who", who)));
    }
    match &next {
        Some(next) => {
            let why = match next.why {
                Why::Reopened => "reopened",
                Why::SubAmendment => "sub-amendment",
                Why::Ordered => "ordered",
                Why::Order => "order",
            };
            let who = words::named(&held.state, held.place(next.amendment), true, lang);
            let said = Args::new().text("who", who).text("why", why);
            text += &wrapped("", &say(lang, "sitting-next", &said));
        }
        None if floor.is_none() => {
            text += &wrapped("", &say(lang, "sitting-none-open", &Args::new()))
        }
        None => {}
    }
    let telling = Telling { state: &held.course, rules: held.rules, lang };
    for event in &held.course.for_ruling {
        text += &wrapped("", &telling.for_ruling(*event));
    }
    // A sub-amendment is spoken of before what it changes.
    if let Some(at) = next.map(|next| next.amendment).or(floor) {
        text += &about(held, at, lang);
    }
    text
}

fn about(held: &Sitting<'_>, at: usize, lang: Lang) -> String {
    let record = &held.course.amendments[at];
    let mut text = String::new();
    if !record.signed.is_empty() {
        let said = Args::new().text("names", record.signed.join(", "));
        text += &wrapped("  ", &say(lang, "sitting-tablers", &said));
    }
    for (committee, position) in &record.positions {
        let said = Args::new().text("committee", committee.as_str());
        let said = said.text("position", position.words(lang));
        text += &wrapped("  ", &say(lang, "sitting-position", &said));
    }
    let needed = Needed::for_an_amendment(held.rules);
    let said = Args::new().text("majority", needed.majority.words(lang));
    let said = said.text("speakers", held.rules.debate.speakers.value.words(lang));
    text += &wrapped("  ", &say(lang, "sitting-needs", &said));
    match held.would_fall(at) {
        Ok(fallen) if !fallen.is_empty() => {
            let cited = fallen.iter().map(|at| held.citation(&held.course.amendments[*at]));
            let said = Args::new().text("numbers", cited.collect::<Vec<_>>().join(", "));
            text += &wrapped("  ", &say(lang, "explain-fells", &said));
        }
        _ => {}
    }
    text + &reads(held, at, lang)
}

/// The lines of the text that would be other ones, with their changes.
fn reads(held: &Sitting<'_>, at: usize, lang: Lang) -> String {
    if held.course.amendments[at].parent.is_some() {
        return String::new();
    }
    let version = held.state.dossier.version(lang).or(held.state.dossier.versions.first());
    let Some((version, language)) =
        version.and_then(|found| Some((found.lang, language(found.lang)?)))
    else {
        return String::new();
    };
    match held.text_if_adopted(&[at]) {
        Ok(adopted) => {
            let drawn = document::adopted(&held.state, &adopted, version, true);
            let amendment = &held.state.dossier.amendments[held.place(at)];
            let author = language.printed.by_amendment.replace("{}", &amendment.cited());
            let lines = plain::changes_by(&drawn, &author);
            let mut text = wrapped("  ", &say(lang, "sitting-would-read", &Args::new()));
            for line in lines {
                text += &wrapped("    ", &line);
            }
            text
        }
        Err(refusal) => {
            let message = words::refusal(&refusal, &held.state, lang);
            wrapped("  ", &message.text)
        }
    }
}
