//! The one list of drafting styles; each lists its languages.

use super::{Language, fr_national, pace};
use std::fmt;
use text::Lang;

/// A drafting style: how one kind of assembly writes its texts and their amendments.
pub struct Style {
    /// Its name, `pace`.
    pub name: &'static str,
    /// Its languages, the assembly's own first.
    pub languages: &'static [&'static Language],
    /// The rules of a chamber that writes in this style, where neither the paper nor anybody says which:
    /// the name of a profile (docs/rules.md).
    pub profile: &'static str,
}

impl Style {
    /// The language with this tag in this style.
    pub fn language(&self, lang: Lang) -> Option<&'static Language> {
        self.languages.iter().find(|language| language.lang == lang).copied()
    }

    /// Whether it is the one that is taken where nobody says which.
    pub fn is_default(&self) -> bool {
        self.name == STYLES[0].name
    }
}

/// Its name says all.
impl fmt::Debug for Style {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Style").field(&self.name).finish()
    }
}

impl PartialEq for Style {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Style {}

/// The default one.
impl Default for &'static Style {
    fn default() -> Self {
        &STYLES[0]
    }
}

/// All drafting styles; the first is the default.
pub fn styles() -> &'static [Style] {
    &STYLES
}

static STYLES: [Style; 2] = [
    Style { name: "pace", languages: pace::LANGUAGES, profile: "pace" },
    Style {
        name: "fr-national",
        languages: fr_national::LANGUAGES,
        profile: "assemblee-nationale",
    },
];

/// The style of that name.
pub fn style(name: &str) -> Option<&'static Style> {
    styles().iter().find(|style| style.name == name)
}

/// The languages of the default style.
pub fn languages() -> &'static [&'static Language] {
    pace::LANGUAGES
}

/// The language with this tag in the default style.
pub fn language(lang: Lang) -> Option<&'static Language> {
    languages().iter().find(|language| language.lang == lang).copied()
}
