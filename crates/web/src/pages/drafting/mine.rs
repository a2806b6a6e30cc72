//! One's own drafts, those of others, and what was tabled.

use super::{about, what};
use crate::Tongue;
use crate::drafting::{Mine, Tabled};
use crate::pages::account::moment;
use crate::pages::blocks::{capital, sentence};
use maud::{Markup, html};
use words::Args;

/// The page; first what was done, and why something was not.
pub fn mine(drafts: &[Mine], tabled: &[Tabled], said: (&str, &str), tongue: Tongue) -> Markup {
    let (done, wrong) = said;
    let (own, shared): (Vec<&Mine>, Vec<&Mine>) = drafts.iter().partition(|mine| mine.own);
    html! {
        header class="opening" { h1 { (tongue.say("drafting-mine")) } }
        @if !done.is_empty() { p class="done" role="status" { (done) } }
        @if !wrong.is_empty() { p class="wrong" role="alert" { (sentence(wrong)) } }
        (list("own", &own, tongue))
        @if !shared.is_empty() { (list("shared", &shared, tongue)) }
        section class="piece wide" aria-labelledby="tabled" {
            h2 id="tabled" { (tongue.say("drafting-tabled")) }
            @if tabled.is_empty() { p { (tongue.say("drafting-tabled-none")) } }
            ul class="entries" { @for one in tabled { li { (one_tabled(one, tongue)) } } }
        }
    }
}

fn list(name: &str, drafts: &[&Mine], tongue: Tongue) -> Markup {
    html! {
        section class="piece wide" aria-labelledby=(name) {
            h2 id=(name) { (tongue.say(&format!("drafting-{name}"))) }
            @if drafts.is_empty() { p { (tongue.say("drafting-own-none")) } }
            ul class="entries" {
                @for mine in drafts {
                    li {
                        p {
                            a href={ "/" (tongue.tag()) "/desk/drafts/" (mine.draft.id.0) } {
                                (about(&mine.held, &mine.content, tongue))
                            }
                            span class="when" { (what(&mine.content, tongue)) }
                        }
                        p class="aside" {
                            (mine.held.reference()) " " (mine.held.title(tongue)) ". "
                            @if !mine.own {
                                (tongue.tell("drafting-by", &Args::new().text("owner", mine.owner.as_str()))) " "
                            }
                            (tongue.say("drafting-updated")) " " (moment(&mine.draft.updated, tongue))
                        }
                    }
                }
            }
        }
    }
}

fn one_tabled(one: &Tabled, tongue: Tongue) -> Markup {
    let held = &one.held;
    let Some(record) = held.sitting.course.record(one.at) else { return html! {} };
    let receipt = held
        .entries
        .iter()
        .rev()
        .find(|entry| crate::drafting::tabled::handed_in(&entry.event) == Some(&record.id));
    let base = format!("/{}/desk/draft/{}", tongue.tag(), held.slug);
    let name = held.name(one.at, tongue);
    html! {
        p {
            @match held.listed().address(one.at) {
                Some(address) => a href={ "/" (tongue.tag()) "/" (held.slug) "/amendments/" (address) } { (name) },
                None => (name),
            }
            span class={ "when outcome is-" (held.standing(one.at).word()) } { (capital(&one.stands(tongue))) }
        }
        p class="aside" {
            (held.reference()) " " (held.title(tongue))
            @if let Some(entry) = receipt {
                ". " a href={ (base) "/receipt/" (entry.seq) } { (tongue.say("drafting-receipt")) }
            }
        }
        @if one.withdraws.is_some() {
            details class="more" {
                summary { (tongue.tell("drafting-withdraw", &Args::new().text("name", name.as_str()))) }
                form class="form" method="post" action={ (base) "/withdraw" } {
                    input type="hidden" name="amendment" value=(record.id.0);
                    input type="hidden" name="seen" value=(held.head.seq);
                    p { (tongue.say("drafting-withdraw-about")) }
                    p { button { (tongue.say("drafting-withdraw-now")) } }
                }
            }
        }
    }
}
