//! What a draft comes to: the piece that a script puts anew while somebody writes.

use super::line;
use crate::drafting::{Found, Met, Shown, Worded};
use crate::pages::amendment;
use crate::pages::blocks::{capital, labelled, sentence};
use crate::{Held, Tongue};
use maud::{Markup, html};
use words::Message;

/// The piece.
pub fn shown(held: &Held, shown: &Shown, tongue: Tongue) -> Markup {
    if let Some(refused) = &shown.refused {
        return html! { div id="refused" class="refused" { (told(refused, "wrong")) } };
    }
    html! {
        section class="wordings" aria-labelledby="worded" {
            h2 id="worded" { (tongue.say("drafting-worded")) }
            @for worded in &shown.wordings { (wording(worded, shown, "", tongue)) }
        }
        (reading(held, shown, "", tongue))
        (rules(&shown.rules, tongue))
    }
}

/// How its wording is read, what it changes, and what it meets; where the page has others of these, `of` tells whose they are
/// ([`labelled`]).
pub fn reading(held: &Held, shown: &Shown, of: &str, tongue: Tongue) -> Markup {
    let (own, label) = labelled("reads", of);
    html! {
        (findings(shown, of, tongue))
        @if !shown.reads.is_empty() {
            section class="reads" aria-labelledby=(label) {
                h2 id=(own) { (tongue.say("drafting-reads")) }
                ul { @for one in &shown.reads { li { (sentence(one)) } } }
            }
        }
        @if let Some((trial, at)) = shown.trial.as_ref().filter(|_| shown.is_executable()) {
            (amendment::change_of(trial, *at, of, tongue))
            (meets(held, &shown.meets, of, tongue))
        }
    }
}

/// The wording in the language in which it is written, with what was found marked in it; the language is told under this id.
pub fn own_wording(shown: &Shown, id: &str, tongue: Tongue) -> Markup {
    html! { @if let Some(own) = shown.wordings.first() { (wording(own, shown, id, tongue)) } }
}

/// The wording in one language, with what was found marked in it.
fn wording(worded: &Worded, shown: &Shown, id: &str, tongue: Tongue) -> Markup {
    let own = shown.wordings.first().is_some_and(|first| first.lang == worded.lang);
    let grave = |found: &&Found| found.severity == "error" && found.at.is_some();
    let marked = shown.findings.iter().find(grave).filter(|_| own).and_then(|found| found.at);
    html! {
        div class="worded" lang=(worded.lang.tag()) {
            p class="tag" id=[(!id.is_empty()).then_some(id)] lang=(tongue.tag()) {
                (capital(&tongue.language(worded.lang)))
                @if !worded.complete { " · " (tongue.say("drafting-untranslated")) }
            }
            p class="amended-wording" { (with_mark(&worded.wording, marked)) }
        }
    }
}

/// The words with those marked that are meant; a caret where none are.
fn with_mark(wording: &str, at: Option<(usize, usize)>) -> Markup {
    let parts = at.and_then(|(start, end)| {
        let (start, end) = (start.min(wording.len()), end.min(wording.len()));
        Some((wording.get(..start)?, wording.get(start..end)?, wording.get(end..)?))
    });
    html! {
        @match parts {
            None => (wording),
            Some((before, "", after)) => { (before) mark class="caret" { "‸" } (after) },
            Some((before, words, after)) => { (before) mark { (words) } (after) },
        }
    }
}

fn findings(shown: &Shown, of: &str, tongue: Tongue) -> Markup {
    let (own, label) = labelled("found-in", of);
    html! {
        @if !shown.findings.is_empty() {
            section class="found-in" id=(labelled("refused", of).0) aria-labelledby=(label) {
                h2 id=(own) { (tongue.say("drafting-findings")) }
                ul {
                    @for found in &shown.findings {
                        li data-code=(found.code) {
                            (told(&found.message, if found.severity == "error" { "wrong" } else { "aside" }))
                        }
                    }
                }
            }
        }
    }
}

/// A message, what to do about it, and candidates.
fn told(message: &Message, class: &str) -> Markup {
    html! {
        p class=(class) { (sentence(&message.text)) }
        @if !message.remedy.is_empty() { p class="remedy" { (sentence(&message.remedy)) } }
        @if !message.notes.is_empty() {
            ul class="notes" { @for note in &message.notes { li { (note) } } }
        }
    }
}

/// Amendments that it has to do with.
fn meets(held: &Held, meets: &[Met], of: &str, tongue: Tongue) -> Markup {
    let (own, label) = labelled("meets", of);
    html! {
        section class="relations" aria-labelledby=(label) {
            h2 id=(own) { (tongue.say("drafting-meets")) }
            @if meets.is_empty() {
                p class="aside" { (tongue.say("drafting-meets-none")) }
            } @else {
                ul { @for met in meets { li { (one_met(held, met, tongue)) } } }
            }
        }
    }
}

fn one_met(held: &Held, met: &Met, tongue: Tongue) -> Markup {
    let kind = engine::words::kind(met.relation, tongue.lang());
    let name = held.name(met.at, tongue);
    html! {
        @match held.listed().address(met.at) {
            Some(address) => a href={ "/" (tongue.tag()) "/" (held.slug) "/amendments/" (address) } { (name) },
            None => (name),
        }
        " – " (kind)
        p { (sentence(&met.reason)) }
    }
}

/// What the rules would say now.
fn rules(rules: &[Message], tongue: Tongue) -> Markup {
    html! {
        section class="rules" aria-labelledby="rules" {
            h2 id="rules" { (tongue.say("drafting-rules")) }
            @if rules.is_empty() {
                p class="aside" { (tongue.say("drafting-rules-none")) }
            } @else {
                ul {
                    @for message in rules {
                        li {
                            p class="wrong" { (sentence(&line(message))) }
                            @for note in &message.notes { p class="aside" { (note) } }
                        }
                    }
                }
            }
        }
    }
}
