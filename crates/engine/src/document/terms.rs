//! The words of a language that a document prints around texts and amendments.

use crate::Dossier;
use instruction::style::{Labels, Language, Printed, language, languages};
use serde::Serialize;
use text::Lang;

/// Words that writers print.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Terms {
    /// "Table of contents".
    pub contents: String,
    /// "Page".
    pub page: String,
    /// "Explanatory note".
    pub reasons: String,
    /// "Skip to the text".
    pub skip: String,
    /// The heading of the key to the changes.
    pub key: String,
    /// "Reason", before why an amendment has no place.
    pub reason: String,
}

/// The tables of `lang` in the style of a dossier; as in [`tables`] where that style does not have it.
pub(crate) fn tables_of(dossier: &Dossier, lang: Lang) -> Option<&'static Language> {
    dossier.language(lang).or_else(|| tables(lang))
}

/// The tables of `lang` in the default style; of the first registered language where `lang` is not registered.
pub(crate) fn tables(lang: Lang) -> Option<&'static Language> {
    language(lang).or_else(|| languages().first().copied())
}

impl Terms {
    pub(crate) fn new(labels: &Labels, printed: &Printed) -> Self {
        Self {
            contents: first(labels.contents),
            page: first(labels.page),
            reasons: first(labels.note),
            skip: printed.skip.to_owned(),
            key: printed.key.to_owned(),
            reason: printed.reason.to_owned(),
        }
    }
}

/// The form that is written, of several that are read.
pub(super) fn first(forms: &[&str]) -> String {
    forms.first().copied().unwrap_or_default().to_owned()
}
