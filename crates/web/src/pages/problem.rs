//! Pages for what cannot be shown.

use super::frame::{Frame, Setting};
use maud::{Markup, html};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing at this address.
    NotFound,
    /// What is there takes no such request.
    NotAllowed,
    /// It could not be made.
    Failed,
    /// Whoever is signed in may not do this.
    NotPermitted,
    /// It was sent by a page of another site.
    CrossSite,
    /// What was sent cannot be read.
    Unreadable,
    /// What was sent is larger than anything that is asked for.
    TooLarge,
    /// A link was used already, or is too old.
    Spent,
    /// What is kept cannot be reached at the moment.
    Unreachable,
}

impl Problem {
    /// The name of its messages.
    fn name(self) -> &'static str {
        match self {
            Self::NotFound => "web-not-found",
            Self::NotAllowed => "web-not-allowed",
            Self::Failed => "web-failed",
            Self::NotPermitted => "account-not-permitted",
            Self::CrossSite => "account-cross-site",
            Self::Unreadable => "account-unreadable",
            Self::TooLarge => "account-too-large",
            Self::Spent => "account-spent",
            Self::Unreachable => "account-unreachable",
        }
    }
}

/// The page, in the language that the address or the reader asks for, with the same in the other one below.
pub fn problem(problem: Problem, setting: &Setting<'_>) -> Markup {
    let tongue = setting.tongue;
    let other = tongue.other();
    let about = |name: &str| format!("{name}.about");
    let body = html! {
        header class="opening" { h1 { (tongue.say(problem.name())) } }
        p { (tongue.say(&about(problem.name()))) }
        p { a href={ "/" (tongue.tag()) "/" } { (tongue.say("web-to-all")) } }
        div class="other" lang=(other.tag()) {
            h2 { (other.say(problem.name())) }
            p { (other.say(&about(problem.name()))) }
            p { a href={ "/" (other.tag()) "/" } { (other.say("web-to-all")) } }
        }
    };
    let frame = Frame {
        setting,
        title: tongue.say(problem.name()),
        path: "/".to_owned(),
        of: None,
        linked: None,
    };
    frame.around(&body)
}
