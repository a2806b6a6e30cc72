//! What the author or the clerk should know about a wording; data, not words.

use crate::NotExecutable;
use source::{Severity, Span};

/// Words of a wording, or of the draft, that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words, cut to at most 80 characters.
    pub text: String,
    /// Where they stand: in the wording, or in the laid-out text, as the variant says.
    pub span: Span,
}

/// A finding of reading or resolving one wording.
///
/// `engine` turns it into English or French; the CLI adds the caret, the web marks the words. `at`
/// is always a span of the wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// `wording-not-understood`: these words are in no grammar rule here; with the word of the
    /// lexicon that comes nearest to an unknown one.
    NotUnderstood { at: Span, nearest: Option<String> },
    /// `places-apart`: one new text for places that do not follow one another.
    PlacesApart { at: Span },
    /// `numbers-unclear`: a new text on one line in which it is not clear where the paragraph of
    /// this number begins.
    NumbersUnclear { at: Span, number: String },
    /// `words-not-beside`: the words stand there, but not directly beside the others named.
    NotBeside { at: Span, words: String, beside: String },
    /// `nothing-beside`: "all words after …" where nothing stands behind (or before) those.
    NothingBeside { at: Span, words: String },
    /// `not-a-sentence`: words called a sentence stand there, but are less than one.
    NotASentence { at: Span, words: String },
    /// `wording-ambiguous`: the quote marks allow two readings with different edits, both shown as
    /// generated wordings.
    TwoReadings { at: Span, first: String, second: String },
    /// `quote-not-closed`: no closing mark for this opening one.
    QuoteNotClosed { at: Span },
    /// `payload-rejoined` (warning): a closing mark before a further paragraph of the payload is
    /// taken for a slip; the payload runs on to its last closing mark.
    PayloadRejoined { at: Span, shorter: String, longer: String },
    /// `payload-empty`: nothing between the marks.
    PayloadEmpty { at: Span },
    /// `not-executable` (warning): recognised, but it cannot be carried out mechanically.
    NotExecutable { at: Span, why: NotExecutable },
    /// `part-not-found`: the dossier has no such draft text.
    PartNotFound { at: Span, wanted: String },
    /// `part-ambiguous`: several draft texts are of this kind.
    PartAmbiguous { at: Span, letters: Vec<String> },
    /// `provision-not-found`, with the nearest numbers that exist.
    ProvisionNotFound { at: Span, number: String, nearest: Vec<String> },
    /// `provision-ambiguous`: the draft carries this number twice.
    ProvisionAmbiguous { at: Span, number: String },
    /// `label-elsewhere`: a new unit "VII bis" that would come behind another unit than VII, which stands elsewhere, in the
    /// provision of this number.
    LabelElsewhere { at: Span, label: String, number: String },
    /// `sentence-not-found`: the unit has fewer sentences.
    SentenceNotFound { at: Span, provision: String, wanted: u32, has: u32 },
    /// `title-not-found`.
    TitleNotFound { at: Span },
    /// `words-not-found`, with what stands there that comes nearest (of the laid-out text).
    WordsNotFound { at: Span, words: String, nearest: Vec<Words> },
    /// `words-ambiguous`: they stand there more than once (spans of the laid-out text, with a few
    /// words around).
    WordsAmbiguous { at: Span, words: String, found: Vec<Words> },
    /// `words-folded` (note): found only after normalising marks, dashes, spaces.
    WordsFolded { at: Span, written: String, found: Words },
    /// `order-of-words`: "from … to …" where the second stands before the first.
    RangeReversed { at: Span },
    /// `children-lost` (warning): the provision has sub-provisions and the payload none.
    ChildrenLost { at: Span, provision: String, children: u32 },
    /// `end-after-children` (warning): the end of a provision with sub-provisions, where it has no
    /// closing text: a new closing text is made.
    EndAfterChildren { at: Span, provision: String },
    /// `leading-mark` (warning): a new text that begins with this mark comes where nothing stands
    /// before it.
    LeadingMark { at: Span, mark: String },
    /// `list-emptied` (warning): all sub-provisions of a provision go whose text ends with a colon.
    ListEmptied { at: Span, provision: String },
    /// `paragraph-counted`: a paragraph named by its place, where it is not clear which are counted;
    /// with the numbers that there are.
    CountedParagraph { at: Span, numbers: Vec<String> },
    /// `no-paragraphs-there`: paragraphs for an amendment that brings words or sentences.
    NoParagraphs { at: Span },
    /// `nothing-left`: a sub-amendment that would leave nothing of a new text.
    NothingLeft { at: Span },
    /// `amendment-unreadable`: a sub-amendment after which its amendment would not be understood.
    AmendmentUnreadable { at: Span },
}

impl Finding {
    /// Words or places that no rule takes together.
    pub fn not_understood(at: Span) -> Self {
        Self::NotUnderstood { at, nearest: None }
    }

    /// The stable code of the finding.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUnderstood { .. } => "wording-not-understood",
            Self::PlacesApart { .. } => "places-apart",
            Self::NumbersUnclear { .. } => "numbers-unclear",
            Self::NothingBeside { .. } => "nothing-beside",
            Self::NotASentence { .. } => "not-a-sentence",
            Self::NotBeside { .. } => "words-not-beside",
            Self::TwoReadings { .. } => "wording-ambiguous",
            Self::QuoteNotClosed { .. } => "quote-not-closed",
            Self::PayloadRejoined { .. } => "payload-rejoined",
            Self::PayloadEmpty { .. } => "payload-empty",
            Self::NotExecutable { .. } => "not-executable",
            Self::PartNotFound { .. } => "part-not-found",
            Self::PartAmbiguous { .. } => "part-ambiguous",
            Self::ProvisionNotFound { .. } => "provision-not-found",
            Self::ProvisionAmbiguous { .. } => "provision-ambiguous",
            Self::LabelElsewhere { .. } => "label-elsewhere",
            Self::SentenceNotFound { .. } => "sentence-not-found",
            Self::TitleNotFound { .. } => "title-not-found",
            Self::WordsNotFound { .. } => "words-not-found",
            Self::WordsAmbiguous { .. } => "words-ambiguous",
            Self::WordsFolded { .. } => "words-folded",
            Self::RangeReversed { .. } => "range-reversed",
            Self::ChildrenLost { .. } => "children-lost",
            Self::EndAfterChildren { .. } => "end-after-children",
            Self::LeadingMark { .. } => "leading-mark",
            Self::ListEmptied { .. } => "list-emptied",
            Self::CountedParagraph { .. } => "paragraph-counted",
            Self::NoParagraphs { .. } => "no-paragraphs-there",
            Self::NothingLeft { .. } => "nothing-left",
            Self::AmendmentUnreadable { .. } => "amendment-unreadable",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::WordsFolded { .. } => Severity::Note,
            Self::PayloadRejoined { .. }
            | Self::NotExecutable { .. }
            | Self::ChildrenLost { .. }
            | Self::EndAfterChildren { .. }
            | Self::LeadingMark { .. }
            | Self::ListEmptied { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The words of the wording it points at.
    pub fn at(&self) -> Span {
        match self {
            Self::NotUnderstood { at, .. }
            | Self::PlacesApart { at }
            | Self::NumbersUnclear { at, .. }
            | Self::NothingBeside { at, .. }
            | Self::NotASentence { at, .. }
            | Self::NotBeside { at, .. }
            | Self::TwoReadings { at, .. }
            | Self::QuoteNotClosed { at }
            | Self::PayloadRejoined { at, .. }
            | Self::PayloadEmpty { at }
            | Self::NotExecutable { at, .. }
            | Self::PartNotFound { at, .. }
            | Self::PartAmbiguous { at, .. }
            | Self::ProvisionNotFound { at, .. }
            | Self::ProvisionAmbiguous { at, .. }
            | Self::LabelElsewhere { at, .. }
            | Self::SentenceNotFound { at, .. }
            | Self::TitleNotFound { at }
            | Self::WordsNotFound { at, .. }
            | Self::WordsAmbiguous { at, .. }
            | Self::WordsFolded { at, .. }
            | Self::RangeReversed { at }
            | Self::ChildrenLost { at, .. }
            | Self::EndAfterChildren { at, .. }
            | Self::LeadingMark { at, .. }
            | Self::ListEmptied { at, .. }
            | Self::CountedParagraph { at, .. }
            | Self::NoParagraphs { at }
            | Self::NothingLeft { at }
            | Self::AmendmentUnreadable { at } => *at,
        }
    }

    /// Moves it to other words of the wording.
    pub fn set_at(&mut self, to: Span) {
        let at = match self {
            Self::NotUnderstood { at, .. }
            | Self::PlacesApart { at }
            | Self::NumbersUnclear { at, .. }
            | Self::NothingBeside { at, .. }
            | Self::NotASentence { at, .. }
            | Self::NotBeside { at, .. }
            | Self::TwoReadings { at, .. }
            | Self::QuoteNotClosed { at }
            | Self::PayloadRejoined { at, .. }
            | Self::PayloadEmpty { at }
            | Self::NotExecutable { at, .. }
            | Self::PartNotFound { at, .. }
            | Self::PartAmbiguous { at, .. }
            | Self::ProvisionNotFound { at, .. }
            | Self::ProvisionAmbiguous { at, .. }
            | Self::LabelElsewhere { at, .. }
            | Self::SentenceNotFound { at, .. }
            | Self::TitleNotFound { at }
            | Self::WordsNotFound { at, .. }
            | Self::WordsAmbiguous { at, .. }
            | Self::WordsFolded { at, .. }
            | Self::RangeReversed { at }
            | Self::ChildrenLost { at, .. }
            | Self::EndAfterChildren { at, .. }
            | Self::LeadingMark { at, .. }
            | Self::ListEmptied { at, .. }
            | Self::CountedParagraph { at, .. }
            | Self::NoParagraphs { at }
            | Self::NothingLeft { at }
            | Self::AmendmentUnreadable { at } => at,
        };
        *at = to;
    }
}
