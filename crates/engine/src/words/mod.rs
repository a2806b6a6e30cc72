//! Findings, reasons and places in words: Fluent messages in English and French.
//!
//! Every phase returns values; only here do they become sentences, the same ones for the command
//! line and for the web. The message of a finding has the name of its code; its attribute `remedy`
//! says what to do.

mod acts;
mod beforehand;
pub mod codes;
mod findings;
mod outlook;
mod place;
mod reasons;
#[cfg(test)]
mod tests;

pub use ::words::{Args, Message, excerpt, excerpt_of_words, nested, say};
pub use acts::{acts, acts_in_text, cited, shown, unexecutable};
pub use beforehand::beforehand;
pub use findings::{and, message, note, recorded, refusal, refusal_in_a_sitting, unrevisable};
pub use outlook::impossible;
pub use place::{action, object};
pub use reasons::{kind, not_executable, operation, order_reason, reason};

use crate::{Amendment, State};
use text::Lang;

/// The language of messages for a dossier: that of its first version, or English.
pub fn default_lang(state: &State) -> Lang {
    state.dossier.versions.first().map_or(Lang::EN, |version| version.lang)
}

/// The name of a language in another, as it goes with "version"; its tag where it has none there.
pub fn language(of: Lang, by: Lang) -> &'static str {
    instruction::style::version_name(of, by).unwrap_or(of.tag())
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
