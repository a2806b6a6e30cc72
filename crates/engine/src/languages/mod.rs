//! Language versions of one dossier: joined, and compared (law 9).
//!
//! The language versions of a text correspond provision by provision, by number, and within a
//! provision sentence by sentence. Where one language needs two sentences for one of the other's,
//! the table office says so in the dossier ([`Correspondence`]); where it said nothing and the
//! counts differ, sentences are aligned by their lengths, in order.
//!
//! ```text
//! en  The lake is wide. | Boats cross it by day and by night, | Fog is common.
//!                       | and pilots guide them.              |
//! fr  Le lac est large. | Des bateaux le traversent jour      | Le brouillard est fréquent.
//!                       | et nuit. Des pilotes les guident.   |
//!            1–1                      1–2                              1–1
//! ```
//!
//! The versions of an amendment must then hit the same provision and corresponding sentences. What
//! they do there may differ, as the languages do: that is a note. An amendment may concern one
//! version only; its wording, or a line in parentheses beside it, says so.

mod align;
mod compare;
mod join;

pub use align::Correspondence;
pub(crate) use compare::compare;
pub use join::join;

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
