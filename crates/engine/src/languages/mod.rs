//! Language versions of one dossier: joined, and compared (law 9).
//!
//! The language versions of a text correspond provision by provision, by number, and within a
//! provision sentence by sentence. Where one language needs two sentences for one of the other's,
//! the table office says so in the dossier ([`Correspondence`]); where it said nothing and the
//! counts differ, sentences are aligned in order, by their lengths and by the numbers, names and
//! cognates in them.
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
//!
//! Words quoted in one sentence must be each other's translation. No dictionary is asked: the draft
//! in two languages is a parallel text, and says of most of its words with which ones of the other
//! language they come back. Where that and the position in the sentence speak clearly against two
//! quotations, they are an error; where they only raise a doubt, a warning. Words beside each other
//! that the draft has only once cannot be told apart.

mod align;
mod compare;
mod join;
mod lexicon;
mod parallel;
mod tokens;

pub use align::Correspondence;
pub use compare::Readings;
pub(crate) use compare::{compare, likely};
pub use join::join;
pub(crate) use parallel::{Parallel, corresponding};

use crate::recorded::About;
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
    /// `words-differ` (error): in corresponding sentences they quote words that are not each other's
    /// translation.
    WordsDiffer { amendment: usize, langs: (Lang, Lang), words: Readings },
    /// `words-uncertain` (warning): the same, without being sure.
    WordsUncertain { amendment: usize, langs: (Lang, Lang), words: Readings },
    /// `sentences-uncertain` (warning): it is uncertain which sentences correspond, and by the
    /// likeliest grouping the wordings hit others.
    SentencesUncertain { amendment: usize, langs: (Lang, Lang) },
    /// `operations-differ` (note): same place, other operation or number of words.
    OperationsDiffer { amendment: usize, langs: (Lang, Lang) },
    /// `drafts-differ` (error): a provision stands in one version only.
    DraftsDiffer { part: u32, number: String, only_in: Lang },
    /// `decisions-differ` (error): they do not record the same of an amendment or a text.
    DecisionsDiffer { about: About },
}

impl Finding {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::LanguageTwice { .. } => "language-twice",
            Self::OneLanguage { .. } => "amendment-in-one-language",
            Self::PlacesDiffer { .. } => "places-differ",
            Self::WordsDiffer { .. } => "words-differ",
            Self::WordsUncertain { .. } => "words-uncertain",
            Self::SentencesUncertain { .. } => "sentences-uncertain",
            Self::OperationsDiffer { .. } => "operations-differ",
            Self::DraftsDiffer { .. } => "drafts-differ",
            Self::DecisionsDiffer { .. } => "decisions-differ",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::OperationsDiffer { .. } => Severity::Note,
            Self::WordsUncertain { .. } | Self::SentencesUncertain { .. } => Severity::Warning,
            Self::LanguageTwice { .. }
            | Self::OneLanguage { .. }
            | Self::PlacesDiffer { .. }
            | Self::WordsDiffer { .. }
            | Self::DraftsDiffer { .. }
            | Self::DecisionsDiffer { .. } => Severity::Error,
        }
    }
}
