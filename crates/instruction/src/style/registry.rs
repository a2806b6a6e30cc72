//! The one list of drafting styles; each lists its languages.

use super::{Language, fr_national, pace};
use text::Lang;

/// A drafting style: how one kind of assembly writes its texts and their amendments.
#[derive(Debug)]
pub struct Style {
    /// Its name, `pace`.
    pub name: &'static str,
    /// Its languages, the assembly's own first.
    pub languages: &'static [&'static Language],
}

/// All drafting styles; the first is the default.
pub fn styles() -> &'static [Style] {
    STYLES
}

static STYLES: &[Style] = &[
    Style { name: "pace", languages: pace::LANGUAGES },
    Style { name: "fr-national", languages: fr_national::LANGUAGES },
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
