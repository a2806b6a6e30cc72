//! Pages on which somebody signs in, and those of one's own account.

use crate::Tongue;
use maud::{Markup, html};

/// What was done before a page was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Somebody signed out.
    Out,
    /// A password was set.
    Password,
    /// Sessions were ended.
    Sessions,
}

impl Done {
    const ALL: [Self; 3] = [Self::Out, Self::Password, Self::Sessions];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Out => "out",
            Self::Password => "password",
            Self::Sessions => "sessions",
        }
    }

    /// The one of this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.name() == name)
    }

    /// In words.
    pub fn say(self, tongue: Tongue) -> String {
        tongue.say(&format!("account-done-{}", self.name()))
    }
}

/// What the page for signing in shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct SignIn<'a> {
    /// Where to go behind it.
    pub back: &'a str,
    /// The address of mail as it was typed.
    pub email: &'a str,
    /// The message that says why nobody was signed in; empty at first.
    pub wrong: &'a str,
    /// The message about what was done before; empty where nothing was.
    pub done: &'a str,
}

/// The page for signing in.
pub fn sign_in(form: &SignIn<'_>, tongue: Tongue) -> Markup {
    let action = format!("/{}/account/sign-in", tongue.tag());
    html! {
        header class="opening" { h1 { (tongue.say("account-sign-in")) } }
        @if !form.done.is_empty() { p class="done" role="status" { (form.done) } }
        form class="form" method="post" action=(action) {
            @if !form.wrong.is_empty() { p class="wrong" id="wrong" role="alert" { (form.wrong) } }
            input type="hidden" name="back" value=(form.back);
            p class="field" {
                label for="email" { (tongue.say("account-email")) }
                input id="email" name="email" type="email" autocomplete="username" required
                    maxlength="254" value=(form.email)
                    aria-describedby=[(!form.wrong.is_empty()).then_some("wrong")];
            }
            p class="field" {
                label for="password" { (tongue.say("account-password")) }
                input id="password" name="password" type="password" autocomplete="current-password"
                    required maxlength="256"
                    aria-describedby=[(!form.wrong.is_empty()).then_some("wrong")];
            }
            p { button { (tongue.say("account-sign-in")) } }
            p { a href={ "/" (tongue.tag()) "/account/forgotten" } { (tongue.say("account-forgotten")) } }
        }
    }
}
