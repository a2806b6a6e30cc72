//! The page on which somebody makes tokens for programs, and takes them back.

use super::account::moment;
use super::form::{Field, beside};
use crate::Tongue;
use crate::account::tokens::{DAYS, Form};
use crate::api::Scope;
use maud::{Markup, html};
use procedure::event::Time;
use store::Token;
use words::Args;

/// What became of the form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Made<'a> {
    /// The new token, shown this once; empty where none was made.
    pub secret: &'a str,
    /// The message that says what is wrong with the name.
    pub name_lacks: Option<&'a str>,
    /// The message that says what else is wrong.
    pub lacks: Option<&'a str>,
}

/// One's tokens, and the form for another; `form` is what was sent, with the scopes that can be chosen.
pub fn tokens(
    tokens: &[Token],
    (form, offered): (&Form, &[Scope]),
    made: &Made<'_>,
    now: &Time,
    tongue: Tongue,
) -> Markup {
    let at = |end: &str| format!("/{}/account/tokens{end}", tongue.tag());
    html! {
        header class="opening" {
            p class="kind" { a href={ "/" (tongue.tag()) "/account" } { (tongue.say("tokens-back")) } }
            h1 { (tongue.say("tokens-title")) }
            p class="lede" { (tongue.say("tokens-about")) }
        }
        @if !made.secret.is_empty() {
            div class="done" role="status" {
                p { (tongue.say("tokens-made")) }
                p class="link" { code id="secret" { (made.secret) } }
            }
        }
        section class="piece" aria-labelledby="all" {
            h2 id="all" { (tongue.say("tokens-all")) }
            @if tokens.is_empty() { p { (tongue.say("tokens-none")) } }
            ul class="held" { @for token in tokens { li { (one(token, now, &at("/revoke"), tongue)) } } }
        }
        section class="piece" aria-labelledby="new" {
            h2 id="new" { (tongue.say("tokens-new")) }
            (fields((form, offered), made, &at(""), tongue))
        }
    }
}

fn one(token: &Token, now: &Time, at: &str, tongue: Tongue) -> Markup {
    let label = tongue.tell("tokens-revoke-which", &Args::new().text("name", token.name.as_str()));
    let over = token.expires.as_ref().is_some_and(|expires| expires <= now);
    html! {
        form method="post" action=(at) {
            input type="hidden" name="token" value=(token.id.0);
            span {
                strong { (token.name) } " (" (token.scopes) "), "
                @if let Some(expires) = &token.expires {
                    (tongue.say(if over { "tokens-expired" } else { "tokens-expires" })) " " (moment(expires, tongue)) "; "
                }
                @match &token.used {
                    Some(used) => { (tongue.say("tokens-used")) " " (moment(used, tongue)) },
                    None => (tongue.say("tokens-unused")),
                }
            }
            button aria-label=(label) { (tongue.say("tokens-revoke")) }
        }
    }
}

fn fields((form, offered): (&Form, &[Scope]), made: &Made<'_>, at: &str, tongue: Tongue) -> Markup {
    let name = Field {
        wrong: made.name_lacks,
        help: Some("tokens-name-help"),
        ..Field::text("name", "tokens-name", &form.name)
    };
    html! {
        form class="form" method="post" action=(at) {
            (name.show(tongue))
            fieldset aria-describedby=[made.lacks.map(|_| "scopes-wrong")] {
                legend { (tongue.say("tokens-scopes")) }
                @for scope in offered {
                    div class="choice" {
                        input type="checkbox" id={ "scope-" (scope.name()) } name=(scope.name()) value="on"
                            checked[form.wants(*scope)];
                        label for={ "scope-" (scope.name()) } {
                            (tongue.say(&format!("tokens-scope-{}", scope.name())))
                        }
                    }
                }
                (beside("scopes", made.lacks, tongue))
            }
            div class="field" {
                label for="days" { (tongue.say("tokens-days")) }
                select id="days" name="days" {
                    @for days in DAYS {
                        option value=(days) selected[form.days == days.to_string()] {
                            (tongue.tell("tokens-for-days", &Args::new().text("days", days.to_string())))
                        }
                    }
                }
            }
            p { button { (tongue.say("tokens-make")) } }
        }
    }
}
