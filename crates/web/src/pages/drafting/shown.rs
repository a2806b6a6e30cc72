//! What a draft comes to: the piece that a script puts anew while somebody writes.

use super::line;
use crate::drafting::{Found, Met, Shown, Worded};
use crate::pages::amendment;
use crate::pages::blocks::{capital, sentence};
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
            @for worded in &shown.wordings { (wording(worded, shown, tongue)) }
        }
        (findings(shown, tongue))
        @if !shown.reads.is_empty() {
            section class="reads" aria-labelledby="reads" {
                h2 id="reads" { (tongue.say("drafting-reads")) }
                ul { @for one in &shown.reads { li { (sentence(one)) } } }
            }
        }
        @if let Some((trial, at)) = shown.trial.as_ref().filter(|_| shown.is_executable()) {
            (amendment::change(trial, *at, tongue))
            (meets(held, &shown.meets, tongue))
        }
        (rules(&shown.rules, tongue))
    }
}

/// The wording in one language, with what was found marked in it.
fn wording(worded: &Worded, shown: &Shown, tongue: Tongue) -> Markup {
    let own = shown.wordings.first().is_some_and(|first| first.lang == worded.lang);
    let grave = |found: &&Found| found.severity == "error" && found.at.is_some();
    let marked = shown.findings.iter().find(grave).filter(|_| own).and_then(|found| found.at);
    html! {
        div class="worded" lang=(worded.lang.tag()) {
            p class="tag" lang=(tongue.tag()) {
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

fn findings(shown: &Shown, tongue: Tongue) -> Markup {
    html! {
        @if !shown.findings.is_empty() {
            section class="found-in" id="refused" aria-labelledby="found-in" {
                h2 id="found-in" { (tongue.say("drafting-findings")) }
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
fn meets(held: &Held, meets: &[Met], tongue: Tongue) -> Markup {
    html! {
        section class="relations" aria-labelledby="meets" {
            h2 id="meets" { (tongue.say("drafting-meets")) }
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
