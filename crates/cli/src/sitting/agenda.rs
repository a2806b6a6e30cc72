//! `hemicycle sitting agenda`: what will be put to the vote, who may speak, and how long it will take.

use crate::diagnostics::wrapped;
use crate::supposed::{all_cited, all_named, cited, who};
use engine::sitting::{Agenda, Basis, Question, Sitting};
use engine::words::{self, Args, say};
use procedure::rules::{Shown, Speaker};
use procedure::sentence::Telling;
use procedure::state::Needed;
use serde_json::{Value, json};
use text::Lang;

/// The agenda for people.
pub fn text(held: &Sitting<'_>, lang: Lang) -> String {
    let agenda = held.agenda();
    let none = Args::new();
    let mut text = String::new();
    if agenda.questions.is_empty() {
        text += &wrapped("", &say(lang, "agenda-none", &none));
    } else {
        let usual = usual(&agenda.questions);
        text += &wrapped("", &say(lang, "agenda-questions", &none));
        if let Some(one) = usual {
            text += &wrapped("  ", &say(lang, "agenda-usual", &terms(one, lang)));
        }
        for one in &agenda.questions {
            let alike = usual.is_some_and(|usual| is_alike(usual, one));
            text += &wrapped("  ", &question(one, alike, held, lang));
        }
    }
    if !agenda.without_vote.is_empty() {
        text += &wrapped("", &say(lang, "agenda-without-vote", &none));
        for (at, adopted) in &agenda.without_vote {
            let outcome = if *adopted { "adopted" } else { "rejected" };
            let said = Args::new().text("who", who(held, *at, lang)).text("outcome", outcome);
            text += &wrapped("  ", &say(lang, "agenda-declared", &said));
        }
    }
    if !agenda.blocked.is_empty() {
        text += &wrapped("", &say(lang, "agenda-blocked", &none));
        for at in &agenda.blocked {
            text += &wrapped("  ", &why_blocked(*at, held, lang));
        }
    }
    if !agenda.texts.is_empty() {
        let telling = Telling { state: &held.course, rules: held.rules, lang };
        text += &wrapped("", &say(lang, "agenda-texts", &none));
        for (part, needed) in &agenda.texts {
            let said = majority(needed, lang).text("text", telling.text(*part));
            text += &wrapped("  ", &say(lang, "agenda-text", &said));
        }
    }
    text + &times(&agenda, held, lang)
}

/// Whether the same majority is needed and the same may speak.
fn is_alike(one: &Question, other: &Question) -> bool {
    (one.needed, &one.speakers) == (other.needed, &other.speakers)
}

/// One with the majority and the speakers of most: they are said once.
fn usual(questions: &[Question]) -> Option<&Question> {
    let alike = |one: &&Question| questions.iter().filter(|other| is_alike(one, other)).count();
    let mut kinds: Vec<&Question> = Vec::new();
    for one in questions {
        if !kinds.iter().any(|kind| is_alike(kind, one)) {
            kinds.push(one);
        }
    }
    kinds.into_iter().rev().max_by_key(alike)
}

/// The majority and the speakers in words.
fn terms(one: &Question, lang: Lang) -> Args {
    let speakers = match one.speakers.as_slice() {
        [] => say(lang, "agenda-nobody", &Args::new()),
        _ => one.speakers.words(lang),
    };
    majority(&one.needed, lang).text("speakers", speakers)
}

/// A question in a line; `usual` where it needs what was said above all.
fn question(one: &Question, usual: bool, held: &Sitting<'_>, lang: Lang) -> String {
    let with = match one.with.as_slice() {
        [] => "none".to_owned(),
        with => all_named(held, with, lang),
    };
    let against = match one.against.as_slice() {
        [] => "none".to_owned(),
        against => all_named(held, against, lang),
    };
    let said = terms(one, lang)
        .text("against", against)
        .text("who", who(held, one.amendment, lang))
        .text("with", with)
        .text("floor", if one.on_the_floor { "yes" } else { "no" })
        .text("usual", if usual { "yes" } else { "no" });
    say(lang, "agenda-question", &said)
}

fn majority(needed: &Needed, lang: Lang) -> Args {
    Args::new().text("majority", needed.majority.words(lang)).text("rule", needed.rule)
}

fn why_blocked(at: usize, held: &Sitting<'_>, lang: Lang) -> String {
    let displaced = held.course.record(at).is_some_and(|record| record.displaced);
    if displaced {
        let said = Args::new().text("who", who(held, at, lang));
        return say(lang, "agenda-displaced", &said);
    }
    match held.text_if_adopted(&[at]) {
        Err(refusal) => words::refusal(&refusal, &held.state, lang).text,
        // It waits for a sub-amendment, or for what it changes.
        Ok(_) => who(held, at, lang),
    }
}

fn times(agenda: &Agenda, held: &Sitting<'_>, lang: Lang) -> String {
    let mut text = String::new();
    if !agenda.heard.is_empty() {
        text += &wrapped("", &say(lang, "agenda-heard", &Args::new()));
        for (at, seconds) in &agenda.heard {
            let said = Args::new().text("who", who(held, *at, lang));
            let said = said.text("time", duration(*seconds, lang));
            text += &wrapped("  ", &say(lang, "agenda-heard-one", &said));
        }
    }
    if agenda.questions.is_empty() {
        return text;
    }
    let Some(estimate) = agenda.estimate else {
        return text + &wrapped("", &say(lang, "agenda-left-unknown", &Args::new()));
    };
    let said = Args::new().text("time", duration(estimate.left, lang));
    let said = said.text("each", duration(estimate.each, lang));
    let said = match estimate.basis {
        Basis::Heard { amendments } => said.text("basis", "heard").number("count", amendments),
        Basis::Speeches { speeches, seconds } => {
            let said = said.text("basis", "speeches").number("count", speeches);
            said.number("seconds", seconds as usize)
        }
    };
    text + &wrapped("", &say(lang, "agenda-left", &said))
}

/// The agenda for programs.
pub fn json(held: &Sitting<'_>) -> Value {
    let agenda = held.agenda();
    let question = |one: &Question| {
        json!({
            "amendment": cited(held, one.amendment),
            "with": all_cited(held, &one.with),
            "against": all_cited(held, &one.against),
            "on_the_floor": one.on_the_floor,
            "majority": needed(&one.needed),
            "speakers": speakers(&one.speakers),
        })
    };
    let declared = |(at, adopted): &(usize, bool)| {
        json!({
            "amendment": cited(held, *at),
            "outcome": if *adopted { "adopted" } else { "rejected" },
        })
    };
    let text = |(part, majority): &(usize, Needed)| {
        json!({
            "text": held.course.texts.get(*part).map(|text| text.letter.as_str()),
            "majority": needed(majority),
        })
    };
    let heard =
        |(at, seconds): &(usize, u64)| json!({ "amendment": cited(held, *at), "seconds": seconds });
    json!({
        "questions": agenda.questions.iter().map(question).collect::<Value>(),
        "without_vote": agenda.without_vote.iter().map(declared).collect::<Value>(),
        "blocked": all_cited(held, &agenda.blocked),
        "texts": agenda.texts.iter().map(text).collect::<Value>(),
        "heard": agenda.heard.iter().map(heard).collect::<Value>(),
        "estimate": agenda.estimate.map(|estimate| json!({
            "left": estimate.left,
            "each": estimate.each,
            "basis": match estimate.basis {
                Basis::Heard { amendments } => json!({ "heard": amendments }),
                Basis::Speeches { speeches, seconds } => {
                    json!({ "speeches": speeches, "seconds": seconds })
                }
            },
        })),
    })
}

/// A majority for programs, with the rule that asks for it.
pub fn needed(needed: &Needed) -> Value {
    json!({ "needed": word(&needed.majority), "rule": needed.rule })
}

/// Those who may speak, for programs.
pub fn speakers(speakers: &[Speaker]) -> Value {
    speakers.iter().map(|speaker| json!(word(speaker))).collect()
}

/// The word that the rules have for it.
fn word(term: &impl Shown) -> String {
    term.written().trim_matches('"').to_owned()
}

/// "1 h 2 min 3 s".
fn duration(seconds: u64, lang: Lang) -> String {
    let number = |seconds: u64| usize::try_from(seconds).unwrap_or(usize::MAX);
    let said = Args::new()
        .number("hours", number(seconds / 3_600))
        .number("minutes", number(seconds / 60 % 60))
        .number("seconds", number(seconds % 60));
    say(lang, "duration", &said)
}
