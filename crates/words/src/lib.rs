//! Messages for people: Fluent files, a folder for each language, and one function to look a message up.
//!
//! What a message is about is put into it by the crates that know: `engine` for findings and places, `procedure`
//! for rules.

#![deny(clippy::disallowed_methods)]

pub mod templates;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, static_loader};
use std::borrow::Cow;
use std::collections::HashMap;
use text::Lang;

static_loader! {
    static MESSAGES = {
        locales: "./locales",
        fallback_language: "en",
        // Isolating marks round variables are for mixed writing directions; they would be copied
        // into files and break searches.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

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

/// The variables of a message.
#[derive(Debug, Default)]
pub struct Args(HashMap<Cow<'static, str>, FluentValue<'static>>);

impl Args {
    /// No variables.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a text.
    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.insert(name.into(), FluentValue::from(value.into()));
        self
    }

    /// With a number, on which plurals can be chosen.
    pub fn number(mut self, name: &'static str, value: usize) -> Self {
        self.0.insert(name.into(), FluentValue::from(value));
        self
    }
}

/// The message `id` in `lang`; in English where that language has none; the bare name where there
/// is no such message at all (a test sees to it that this never shows).
pub fn say(lang: Lang, id: &str, args: &Args) -> String {
    try_say(lang, id, args).unwrap_or_else(|| id.to_owned())
}

/// The message `id`, where there is one. Attributes are cited `message.attribute`.
pub fn try_say(lang: Lang, id: &str, args: &Args) -> Option<String> {
    MESSAGES.try_lookup_with_args(&identifier(lang), id, &args.0)
}

/// Whether `lang` itself has the message, without falling back on English.
pub fn has(lang: Lang, id: &str) -> bool {
    let none: Option<&HashMap<Cow<'static, str>, FluentValue<'_>>> = None;
    match MESSAGES.lookup_single_language(&identifier(lang), id, none) {
        Ok(_) => true,
        // A message whose variables are missing is there.
        Err(error) => error.to_string().starts_with("Fluent errors"),
    }
}

fn identifier(lang: Lang) -> LanguageIdentifier {
    lang.tag().parse().unwrap_or_default()
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
