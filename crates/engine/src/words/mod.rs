//! Findings, reasons and places in words: Fluent messages in English and French.
//!
//! Every phase returns values; only here do they become sentences, the same ones for the command
//! line and for the web. The message of a finding has the name of its code; its attribute `remedy`
//! says what to do.

mod acts;
pub mod codes;
mod findings;
mod fluent;
mod place;
mod reasons;
#[cfg(test)]
mod tests;

pub use acts::{acts, cited, shown, unexecutable};
pub use findings::{message, note, refusal};
pub use fluent::{Args, say};
pub use place::{action, object};
pub use reasons::{kind, not_executable, operation, order_reason, reason};

use crate::{Amendment, State};
use text::Lang;

/// A finding in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// One line that says what is wrong.
    pub text: String,
    /// What to do about it, one line; empty where there is nothing to do.
    pub remedy: String,
    /// Candidates, second readings and such, a line each.
    pub notes: Vec<String>,
}

/// The language of messages for a dossier: that of its first version, or English.
pub fn default_lang(state: &State) -> Lang {
    state.dossier.versions.first().map_or(Lang::EN, |version| version.lang)
}

/// "amendment 6", "le sous-amendement 1 à l'amendement 13": `subject` with its article.
pub fn amendment(amendment: &Amendment, subject: bool, lang: Lang) -> String {
    let args = Args::new().text("number", amendment.number.clone());
    match (&amendment.parent, subject) {
        (None, false) => say(lang, "amendment", &args),
        (None, true) => say(lang, "the-amendment", &args),
        (Some(parent), false) => say(lang, "sub-amendment", &args.text("parent", parent.clone())),
        (Some(parent), true) => {
            say(lang, "the-sub-amendment", &args.text("parent", parent.clone()))
        }
    }
}

/// The amendment at this position, as [`amendment`] names it; empty where there is none.
pub fn named(state: &State, position: usize, subject: bool, lang: Lang) -> String {
    let found = state.dossier.amendments.get(position);
    found.map(|found| amendment(found, subject, lang)).unwrap_or_default()
}

/// At most `most` characters of a text on one line, cut at the end with an ellipsis.
pub fn excerpt(text: &str, most: usize) -> String {
    let mut cut: String = text.trim().chars().take(most).map(line).collect();
    if text.trim().chars().nth(most).is_some() {
        cut.truncate(cut.trim_end().len());
        cut.push('…');
    }
    cut
}

fn line(c: char) -> char {
    if c.is_control() { ' ' } else { c }
}
