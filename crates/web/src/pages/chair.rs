//! The sitting for whoever presides: what is before the assembly, and a button for everything that may happen next.

use super::amendment::change;
use super::blocks::{capital, sentence};
use super::projector;
use crate::chair::Happened;
use crate::{Held, Tongue};
use maud::{Markup, html};
use procedure::state::Record;

/// The page; `wrong` says why what was sent was not recorded, and `form` is what was sent.
pub fn chair(held: &Held, form: &Happened, wrong: &str, tongue: Tongue) -> Markup {
    let course = &held.sitting.course;
    let floor = course.on_the_floor().map(|floor| floor.amendment);
    html! {
        header class="opening" {
            p class="kind" {
                a href={ "/" (tongue.tag()) "/" (held.slug) } { (held.reference()) " " (held.title(tongue)) }
            }
            h1 { (tongue.say("chair-title")) }
        }
        @if !wrong.is_empty() { p class="wrong" role="alert" { (sentence(wrong)) } }
        @match (&course.sitting, floor) {
            (None, _) => (opening(held, form, tongue)),
            (Some(_), Some(at)) => (on_the_floor(held, at, form, tongue)),
            (Some(_), None) => (between(held, tongue)),
        }
        @if course.sitting.is_some() { (withdrawal(held, floor, tongue)) }
    }
}

/// A form that records one thing.
fn form(
    held: &Held,
    amendment: Option<&Record>,
    class: &str,
    tongue: Tongue,
    body: &Markup,
) -> Markup {
    html! {
        form class=(class) method="post" action={ "/" (tongue.tag()) "/desk/sitting/" (held.slug) } {
            input type="hidden" name="seen" value=(held.head.seq);
            @if let Some(record) = amendment {
                input type="hidden" name="amendment" value=(record.id.0);
            }
            (body)
        }
    }
}

fn button(what: &str, label: &str) -> Markup {
    html! { button type="submit" name="what" value=(what) { (label) } }
}

fn opening(held: &Held, sent: &Happened, tongue: Tongue) -> Markup {
    let body = html! {
        div class="field" {
            label for="by" { (tongue.say("chair-name")) }
            input id="by" name="by" value=(sent.by) required maxlength="200" autocomplete="off";
        }
        (button("open", &tongue.say("chair-open")))
    };
    form(held, None, "record", tongue, &body)
}

/// The amendment on the floor: who moves it, and the vote.
fn on_the_floor(held: &Held, at: usize, sent: &Happened, tongue: Tongue) -> Markup {
    let course = &held.sitting.course;
    let Some(record) = course.record(at) else { return html! {} };
    let moved = course.on_the_floor().and_then(|floor| floor.moved.as_ref());
    let figure = |name: &str, label: &str, value: &str| {
        html! {
            div class="field" {
                label for=(name) { (tongue.say(label)) }
                input id=(name) name=(name) value=(value) inputmode="numeric" pattern="[0-9]*" maxlength="6" autocomplete="off";
            }
        }
    };
    html! {
        h2 { (projector::heading(held, at, tongue)) }
        @if let Some(by) = projector::moved_by(held, at, tongue) { p class="lede" { (capital(&by)) } }
        (change(held, at, tongue))
        (projector::falls(held, at, tongue))
        @if moved.is_none() {
            (form(held, Some(record), "record", tongue, &html! {
                (names("by", "chair-mover", &record.signed, &sent.by, tongue))
                (button("move", &tongue.say("chair-moved")))
                (button("not-moved", &tongue.say("chair-not-moved")))
            }))
        }
        (form(held, Some(record), "record vote", tongue, &html! {
            (figure("in_favour", "chair-for", &sent.in_favour))
            (figure("against", "chair-against", &sent.against))
            (figure("abstentions", "chair-abstentions", &sent.abstentions))
            (button("adopt", &tongue.say("chair-adopted")))
            (button("reject", &tongue.say("chair-rejected")))
        }))
    }
}

/// Nothing is on the floor: what is called next, or the end of the sitting.
fn between(held: &Held, tongue: Tongue) -> Markup {
    let next = held.sitting.next().map(|next| next.amendment);
    let record = next.and_then(|at| Some((at, held.sitting.course.record(at)?)));
    html! {
        @if let Some((at, record)) = record {
            h2 { (projector::heading(held, at, tongue)) }
            (change(held, at, tongue))
            (projector::falls(held, at, tongue))
            (form(held, Some(record), "record", tongue, &button("call", &tongue.say("chair-call"))))
        } @else {
            p class="lede" { (tongue.say("chair-nothing-left")) }
        }
        (form(held, None, "record", tongue, &button("close", &tongue.say("chair-close"))))
    }
}

/// An amendment is withdrawn, whichever is open.
fn withdrawal(held: &Held, floor: Option<usize>, tongue: Tongue) -> Markup {
    let course = &held.sitting.course;
    let open: Vec<usize> =
        course.open().filter(|at| held.listed().address(*at).is_some()).collect();
    html! {
        @if !open.is_empty() {
            details class="more" {
                summary { (tongue.say("chair-withdraw")) }
                (form(held, None, "record", tongue, &html! {
                    div class="field" {
                        label for="amendment" { (tongue.say("web-amendment")) }
                        select id="amendment" name="amendment" {
                            @for at in &open {
                                @if let Some(record) = course.record(*at) {
                                    option value=(record.id.0) selected[Some(*at) == floor] {
                                        (held.name(*at, tongue))
                                    }
                                }
                            }
                        }
                    }
                    div class="field" {
                        label for="withdrawer" { (tongue.say("chair-by")) }
                        input id="withdrawer" name="by" required maxlength="200" autocomplete="off";
                    }
                    (button("withdraw", &tongue.say("chair-withdrawn")))
                }))
            }
        }
    }
}

/// Somebody's name: those who signed are offered.
fn names(name: &str, label: &str, offered: &[String], value: &str, tongue: Tongue) -> Markup {
    let list = format!("{name}-names");
    let value = if value.is_empty() { offered.first().map_or("", String::as_str) } else { value };
    html! {
        div class="field" {
            label for=(name) { (tongue.say(label)) }
            input id=(name) name=(name) value=(value) list=(list) maxlength="200" autocomplete="off";
            datalist id=(list) { @for one in offered { option value=(one) {} } }
        }
    }
}
