//! Messages for people: Fluent files, a folder for each language, and one function to look a message up.
//!
//! What a message is about is put into it by the crates that know: `engine` for findings and places, `procedure`
//! for rules.

#![deny(clippy::disallowed_methods)]

pub mod name;
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

/// The same, cut between words where there is room for one.
pub fn excerpt_of_words(text: &str, most: usize) -> String {
    let cut = excerpt(text, most);
    let Some(next) = text.trim().chars().nth(most) else { return cut };
    let kept = cut.trim_end_matches('…');
    let whole = next.is_whitespace() || kept.chars().count() < most;
    match kept.rfind(char::is_whitespace) {
        Some(end) if !whole => format!("{}…", kept[..end].trim_end()),
        _ => cut,
    }
}

/// A text whose quotations within quotations have the marks of the second level: « “ ” » in French, “ ‘ ’ ” in English. One
/// whose marks do not match is left as it is.
pub fn nested(text: &str, lang: Lang) -> String {
    let (opens, closes, within) = match lang {
        Lang::FR => ('«', '»', ('“', '”')),
        Lang::EN => ('“', '”', ('‘', '’')),
        _ => return text.to_owned(),
    };
    let mut depth = 0_usize;
    let mut made = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign == closes {
            let Some(above) = depth.checked_sub(1) else { return text.to_owned() };
            depth = above;
        }
        made.push(match sign {
            _ if depth == 0 => sign,
            sign if sign == opens => within.0,
            sign if sign == closes => within.1,
            sign => sign,
        });
        depth += usize::from(sign == opens);
    }
    if depth == 0 { made } else { text.to_owned() }
}

fn line(c: char) -> char {
    if c.is_control() { ' ' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_whole() {
        assert_eq!(excerpt_of_words("the old harbour", 9), "the old…");
        assert_eq!(excerpt_of_words("the old harbour", 7), "the old…");
        assert_eq!(excerpt_of_words("the old harbour", 8), "the old…");
        assert_eq!(excerpt_of_words("the old harbour", 15), "the old harbour");
        assert_eq!(excerpt_of_words("harbours", 4), "harb…");
    }

    #[test]
    fn quotations_within_quotations_have_their_own_marks() {
        assert_eq!(
            nested("les mots «le bac «Étoile» part»", Lang::FR),
            "les mots «le bac “Étoile” part»"
        );
        assert_eq!(nested("“the ferry “Star” leaves”", Lang::EN), "“the ferry ‘Star’ leaves”");
        assert_eq!(nested("«a» et «b»", Lang::FR), "«a» et «b»");
        for odd in ["«a «b»", "a» «b", "»"] {
            assert_eq!(nested(odd, Lang::FR), odd);
        }
    }
}
