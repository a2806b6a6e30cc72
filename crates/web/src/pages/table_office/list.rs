//! What was tabled and has no number, with what there is to look at, and all the others.

use super::parts::{link, pair, to};
use crate::pages::blocks::{self, capital};
use crate::table_office::checks::{self, Check, Weight};
use crate::table_office::worded::Lacking;
use crate::table_office::{Page, View, number};
use maud::{Markup, html};
use procedure::state::Stage;
use words::Args;

pub fn list(view: &View<'_>) -> Markup {
    let waiting = number::inbox(view.held);
    html! {
        (inbox(view, &waiting))
        (drafted(view))
        (others(view))
    }
}

fn inbox(view: &View<'_>, waiting: &[usize]) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let numbers = (view.may)(crate::permission::Act::Number);
    let admitted_by = checks::admitted_by(held);
    let by = if view.fields.get("by").is_empty() { &admitted_by } else { view.fields.get("by") };
    html! {
        section class="piece wide" aria-labelledby="waiting" {
            h2 id="waiting" { (tongue.tell("office-waiting", &Args::new().number("count", waiting.len()))) }
            @if waiting.is_empty() { p { (tongue.say("office-none-waits-now")) } }
            @else {
                form class="inbox" method="post" action=(to(view, view.page)) {
                    input type="hidden" name="seen" value=(held.head.seq);
                    ol {
                        @for at in waiting.iter().take(number::AT_ONCE) { (one(view, *at, numbers)) }
                    }
                    @if waiting.len() > number::AT_ONCE {
                        p { (tongue.tell("office-more-wait", &Args::new().number("count", waiting.len() - number::AT_ONCE))) }
                    }
                    @if numbers {
                        div class="record" {
                            div class="field" {
                                label for="by" { (tongue.say("office-admitted-by")) }
                                input id="by" name="by" value=(by) required maxlength="200" autocomplete="off";
                            }
                            button type="submit" name="what" value="number-all" { (tongue.say("office-number-all")) }
                        }
                    }
                }
            }
        }
    }
}

/// One that waits: its checks, and a number to give it.
fn one(view: &View<'_>, at: usize, numbers: bool) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let Some(record) = held.sitting.course.record(at) else { return html! {} };
    let checks = checks::checks(held, at, tongue);
    let field = format!("number:{}", record.id.0);
    let next = number::next(held, record).to_string();
    let typed = view.fields.get(&field);
    let value = if typed.is_empty() { &next } else { typed };
    let id = format!("number-{at}");
    let name = held.name(at, tongue);
    let tabled = record.stage == Stage::Tabled;
    let label = if tabled { "office-admit-and-number" } else { "office-number-it" };
    html! {
        li class={ "waits is-" (checks::worst(&checks).word()) } {
            div {
                h3 { (link(view, at)) }
                p class="tabled" { (held.sitting.course.record(at).map(|one| one.signed.join(", ")).unwrap_or_default()) }
                (told(&checks))
            }
            @if numbers {
                div class="numbering" {
                    div class="field" {
                        label for=(id) { (tongue.say("office-number")) }
                        input id=(id) name=(field) value=(value) maxlength="40" autocomplete="off" size="6";
                    }
                    button type="submit" name="one" value=(record.id.0)
                        aria-label=(pair(tongue, &tongue.say(label), &name)) { (tongue.say(label)) }
                }
            }
        }
    }
}

/// Checks as a list.
pub fn told(checks: &[Check]) -> Markup {
    html! {
        ul class="checks" {
            @for check in checks {
                li class={ "is-" (check.weight.word()) } {
                    (blocks::bound(&check.said))
                    @if !check.remedy.is_empty() && check.weight > Weight::Note { " " span class="remedy" { (check.remedy) } }
                }
            }
        }
    }
}

/// What the log has and nobody has handed in: it may have come late.
fn drafted(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let course = &held.sitting.course;
    let all = (0..course.amendments.len())
        .filter(|at| course.record(*at).is_some_and(|record| record.stage == Stage::Drafted));
    let all: Vec<usize> = all.collect();
    html! {
        @if !all.is_empty() {
            section class="piece wide" aria-labelledby="drafted" {
                h2 id="drafted" { (tongue.say("office-drafted")) }
                p { (tongue.say("office-drafted-about")) }
                ul { @for at in all { li { (link(view, at)) } } }
            }
        }
    }
}

/// Those that have a number, in calling order.
fn others(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let order = held.listed().order.iter();
    let lacking = Lacking::of(held);
    html! {
        section class="piece wide" {
            h2 id="all" { (tongue.say("office-all")) }
            div class="table" tabindex="0" role="region" aria-labelledby="all" {
                table class="order office-list" {
                    thead { tr {
                        @for id in ["web-rank", "web-amendment", "web-place", "office-open-matters", "web-state"] {
                            th scope="col" { (tongue.say(id)) }
                        }
                    } }
                    tbody {
                        @for (rank, at) in order.enumerate() {
                            tr class={ "is-" (held.standing(*at).word()) } {
                                td class="figure" { (rank + 1) }
                                th scope="row" { (link(view, *at)) }
                                td { (checks::places(held, *at, tongue)) }
                                td { (matters(view, *at, &lacking)) }
                                td { (capital(&held.outcome(*at, tongue))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What is still to be done with it.
fn matters(view: &View<'_>, at: usize, lacking: &Lacking<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let course = &held.sitting.course;
    let Some(record) = course.record(at).filter(|record| record.is_open()) else { return html! {} };
    let lacks = lacking.get(at);
    let page = Page::Translate(record.id.clone());
    let unread = !engine::report::executable(&held.sitting.state, held.sitting.place(at));
    html! {
        @if let Some((_, lang)) = lacks {
            @let said = tongue.tell("office-check-lacks", &Args::new().text("lang", tongue.language(lang)));
            @if (view.may)(page.needs()) { a href=(to(view, &page)) { (capital(&said)) } } @else { (capital(&said)) }
            " "
        }
        @if unread { span class="bad" { (tongue.say("office-unread-wording")) } " " }
        @if record.displaced { span class="bad" { (tongue.say("office-displaced")) } }
    }
}
