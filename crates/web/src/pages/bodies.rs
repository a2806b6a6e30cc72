//! Delegations, groups and committees, as the administrator sees them.

use super::form::Field;
use crate::Tongue;
use maud::{Markup, html};
use store::{AccountId, Body, BodyId};
use words::Args;

/// The names of a body as they were typed, and what is wrong with them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named<'a> {
    /// The body that is to be called so; none for a new one.
    pub of: Option<BodyId>,
    /// What a new one is.
    pub kind: &'a str,
    /// Its English name.
    pub en: &'a str,
    /// Its French name.
    pub fr: &'a str,
    /// The field that is wrong, and the message that says what with.
    pub lacks: Option<(&'a str, &'a str)>,
}

impl<'a> Named<'a> {
    fn wrong(&self, name: &str) -> Option<&'a str> {
        self.lacks.filter(|(field, _)| *field == name).map(|(_, message)| message)
    }
}

/// The name of a body in the language of a page.
pub fn name(body: &Body, tongue: Tongue) -> &str {
    match tongue {
        Tongue::En => &body.en,
        Tongue::Fr => &body.fr,
    }
}

/// The list, with a form for another.
pub fn bodies(
    bodies: &[Body],
    belongs: &[(AccountId, BodyId)],
    named: &Named<'_>,
    tongue: Tongue,
) -> Markup {
    let at = format!("/{}/desk/people/bodies", tongue.tag());
    let new = if named.of.is_none() { *named } else { Named::default() };
    html! {
        header class="opening" {
            p class="kind" { a href={ "/" (tongue.tag()) "/desk/people" } { (tongue.say("account-people")) } }
            h1 { (tongue.say("bodies-title")) }
            p class="lede" { (tongue.say("bodies-about")) }
        }
        section class="piece" aria-labelledby="new" {
            h2 id="new" { (tongue.say("bodies-new")) }
            form class="form" method="post" action=(at) {
                div class="field" {
                    label for="kind" { (tongue.say("bodies-kind")) }
                    select id="kind" name="kind" {
                        @for kind in Body::KINDS {
                            option value=(kind) selected[new.kind == kind] { (tongue.say(&format!("bodies-{kind}"))) }
                        }
                    }
                    (super::form::beside("kind", new.wrong("kind"), tongue))
                }
                (Field { wrong: new.wrong("en"), ..Field::text("en", "bodies-en", new.en) }.show(tongue))
                (Field { wrong: new.wrong("fr"), optional: true, help: Some("bodies-fr-help"), ..Field::text("fr", "bodies-fr", new.fr) }.show(tongue))
                p { button { (tongue.say("bodies-add")) } }
            }
        }
        @for kind in Body::KINDS {
            @let own: Vec<&Body> = bodies.iter().filter(|body| body.kind == kind).collect();
            @if !own.is_empty() {
                section class="piece" aria-labelledby=(kind) {
                    h2 id=(kind) { (tongue.say(&format!("bodies-{kind}-all"))) }
                    @for body in own { (one(body, belongs, named, &at, tongue)) }
                }
            }
        }
    }
}

/// A body, whose names may be changed.
fn one(
    body: &Body,
    belongs: &[(AccountId, BodyId)],
    named: &Named<'_>,
    at: &str,
    tongue: Tongue,
) -> Markup {
    let typed = (named.of == Some(body.id)).then_some(*named);
    let typed = typed.unwrap_or(Named { en: &body.en, fr: &body.fr, ..Named::default() });
    let count = belongs.iter().filter(|(_, id)| *id == body.id).count();
    let (en, fr) = (format!("en-{}", body.id.0), format!("fr-{}", body.id.0));
    let label = tongue.tell("bodies-remove-which", &Args::new().text("name", name(body, tongue)));
    html! {
        details open[typed.lacks.is_some()] {
            summary { (name(body, tongue)) " (" (tongue.tell("bodies-count", &Args::new().number("count", count))) ")" }
            form class="form" method="post" action={ (at) "/" (body.id.0) } {
                (Field { name: "en", wrong: typed.wrong("en"), ..Field::text("en", "bodies-en", typed.en) }.show_as(&en, tongue))
                (Field { name: "fr", optional: true, wrong: typed.wrong("fr"), ..Field::text("fr", "bodies-fr", typed.fr) }.show_as(&fr, tongue))
                p { button { (tongue.say("account-keep")) } }
            }
            form class="form" method="post" action={ (at) "/" (body.id.0) "/remove" } {
                p { button aria-label=(label) { (tongue.say("bodies-remove")) } }
            }
        }
    }
}

/// To what somebody belongs, and what else they may.
pub fn belonging(bodies: &[Body], own: &[BodyId], at: &str, tongue: Tongue) -> Markup {
    let said = |body: &Body| {
        format!("{}, {}", tongue.say(&format!("bodies-{}", body.kind)), name(body, tongue))
    };
    let (theirs, others): (Vec<&Body>, Vec<&Body>) =
        bodies.iter().partition(|body| own.contains(&body.id));
    html! {
        section class="piece" aria-labelledby="belongs" {
            h2 id="belongs" { (tongue.say("bodies-belongs")) }
            @if theirs.is_empty() { p { (tongue.say("bodies-none")) } }
            ul class="held" {
                @for body in theirs {
                    @let label = tongue.tell("bodies-leave-which", &Args::new().text("name", said(body)));
                    li {
                        form method="post" action={ (at) "/belongs" } {
                            span { (said(body)) }
                            button name="leave" value=(body.id.0) aria-label=(label) { (tongue.say("account-revoke")) }
                        }
                    }
                }
            }
            @if !others.is_empty() {
                form class="form" method="post" action={ (at) "/belongs" } {
                    div class="field" {
                        label for="join" { (tongue.say("bodies-join-which")) }
                        select id="join" name="join" {
                            @for body in others { option value=(body.id.0) { (said(body)) } }
                        }
                    }
                    p { button { (tongue.say("bodies-join")) } }
                }
            }
            p { a href={ "/" (tongue.tag()) "/desk/people/bodies" } { (tongue.say("bodies-title")) } }
        }
    }
}

/// The names of bodies for a field in which one is written.
pub fn names(bodies: &[Body]) -> Markup {
    html! {
        datalist id="bodies" {
            @for body in bodies.iter().filter(|body| body.kind != "delegation") { option value=(body.name()) {} }
        }
    }
}
