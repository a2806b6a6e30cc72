//! `hemicycle sitting filter`: what can be decided without a vote, and what of it does not go together.

use crate::diagnostics::wrapped;
use crate::supposed::{all_cited, all_named, behind, cited, who};
use engine::sitting::{Barred, Clash, Declaration, Eligible, Sitting};
use engine::words::{self, Args, say};
use procedure::sentence::Telling;
use serde_json::{Value, json};
use text::Lang;

/// The filter for people.
pub fn text(held: &Sitting<'_>, lang: Lang) -> String {
    let filter = held.filter();
    let mut text = String::new();
    let mut part = |id: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text.push_str(&wrapped("", &say(lang, id, &Args::new())));
            lines.iter().for_each(|line| text.push_str(line));
        }
    };
    let eligible = filter.eligible.iter().map(|one| wrapped("  ", &eligible(one, held, lang)));
    part("filter-eligible", eligible.collect());
    let barred = filter.barred.iter().map(|one| wrapped("  ", &barred(one, held, lang)));
    part("filter-barred", barred.collect());
    part("filter-clashes", filter.clashes.iter().map(|one| clash(one, held, lang)).collect());
    if filter.eligible.is_empty() && filter.barred.is_empty() {
        return wrapped("", &say(lang, "filter-none", &Args::new()));
    }
    if filter.clashes.is_empty() && filter.eligible.iter().any(|one| one.adopted) {
        text += &wrapped("", &say(lang, "filter-no-clashes", &Args::new()));
    }
    text
}

fn eligible(one: &Eligible, held: &Sitting<'_>, lang: Lang) -> String {
    let said = Args::new().text("who", who(held, one.amendment, lang));
    match &one.then {
        Declaration::Declared { fells } => {
            let said = said
                .text("outcome", outcome(one.adopted))
                .text("proposed", if one.proposed { "yes" } else { "no" });
            let then = behind("outlook-fall", fells, held, lang);
            say(lang, "filter-declared", &said.text("then", then))
        }
        Declaration::Gone { by } => {
            let how = if by.is_empty() { "shared" } else { "fell" };
            let said = said.text("how", how).text("causes", all_named(held, by, lang));
            say(lang, "filter-gone", &said)
        }
        Declaration::Refused(why) => {
            let why = words::impossible(why, held, lang).text;
            say(lang, "filter-refused", &said.text("why", why))
        }
    }
}

fn outcome(adopted: bool) -> &'static str {
    if adopted { "adopted" } else { "rejected" }
}

fn barred(one: &Barred, held: &Sitting<'_>, lang: Lang) -> String {
    let said = Args::new().text("who", who(held, one.amendment, lang));
    let rule = one.why.rule().unwrap_or_default();
    if one.sub_amendments.is_empty() || rule != "committee.with-open-sub-amendment" {
        let telling = Telling { state: &held.course, rules: held.rules, lang };
        return say(lang, "filter-barred-one", &said.text("why", telling.refusal(&one.why).text));
    }
    let said = said.text("list", all_named(held, &one.sub_amendments, lang));
    let said = said.number("count", one.sub_amendments.len());
    say(lang, "filter-barred-subs", &said.text("rule", rule))
}

fn clash(one: &Clash, held: &Sitting<'_>, lang: Lang) -> String {
    let said = Args::new()
        .text("first", who(held, one.first, lang))
        .text("second", who(held, one.second, lang))
        .text("effect", one.effect.word());
    let mut text = wrapped("  ", &say(lang, "filter-clash", &said));
    text += &reason(one, held, lang).map(|line| wrapped("    ", &line)).unwrap_or_default();
    text
}

fn reason(one: &Clash, held: &Sitting<'_>, lang: Lang) -> Option<String> {
    let (related, from) = one.related.as_ref()?;
    let (first, second) = (held.place(one.first), held.place(one.second));
    Some(words::reason(related, *from, first, second, &held.state, lang))
}

/// The filter for programs.
pub fn json(held: &Sitting<'_>, lang: Lang) -> Value {
    let filter = held.filter();
    let telling = Telling { state: &held.course, rules: held.rules, lang };
    let eligible = |one: &Eligible| {
        let (then, fells, by) = match &one.then {
            Declaration::Declared { fells } => ("declared", fells.as_slice(), &[][..]),
            Declaration::Gone { by } if by.is_empty() => ("shared", &[][..], &[][..]),
            Declaration::Gone { by } => ("fallen", &[][..], by.as_slice()),
            Declaration::Refused(_) => ("refused", &[][..], &[][..]),
        };
        json!({
            "amendment": cited(held, one.amendment),
            "outcome": outcome(one.adopted),
            "proposed": one.proposed,
            "then": then,
            "fells": all_cited(held, fells),
            "because": all_cited(held, by),
        })
    };
    let barred = |one: &Barred| {
        json!({
            "amendment": cited(held, one.amendment),
            "outcome": outcome(one.adopted),
            "code": one.why.code(),
            "rule": one.why.rule(),
            "why": telling.refusal(&one.why).text,
            "sub_amendments": all_cited(held, &one.sub_amendments),
        })
    };
    let clash = |one: &Clash| {
        json!({
            "first": cited(held, one.first),
            "second": cited(held, one.second),
            "effect": one.effect.word(),
            "reason": reason(one, held, lang),
        })
    };
    json!({
        "eligible": filter.eligible.iter().map(eligible).collect::<Value>(),
        "barred": filter.barred.iter().map(barred).collect::<Value>(),
        "clashes": filter.clashes.iter().map(clash).collect::<Value>(),
    })
}
