//! What the reader has to say about a file.

use crate::imported;
use source::{Foreign, Severity, Span};

/// A finding of the reader; spans are of the file's decoded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// `empty-file` (error): nothing but white space.
    EmptyFile { at: Span },
    /// `not-text` (error): a PDF document, a Word file, anything but plain text; nothing was read.
    NotText { what: Foreign, at: Span },
    /// `file-too-big` (error): more than 4 GiB of text; nothing was read.
    FileTooBig { at: Span },
    /// `not-a-compendium` (error): no draft text and no amendment was recognised.
    NotACompendium { at: Span },
    /// `no-draft` (error): there are amendments, but no provision of a draft text.
    NoDraft { at: Span },
    /// `no-amendments` (note): there is a draft text, but no amendment.
    NoAmendments { at: Span },
    /// `encoding-windows-1252` (note): the bytes are not UTF-8.
    Windows1252 { at: Span },
    /// `encoding-utf-16` (note): the bytes are UTF-16.
    Utf16 { at: Span },
    /// `encoding-broken` (warning): bytes that mean nothing were replaced; `at` is the first.
    EncodingBroken { at: Span, count: usize },
    /// `file-ends-early` (warning): the last line has no line end and stops within a sentence.
    EndsEarly { at: Span },
    /// `language-uncertain` (warning): no word of the paper says which language it is in.
    LanguageUncertain { at: Span },
    /// `part-heading-missing` (warning): provisions with no heading such as "A. Draft resolution".
    PartHeadingMissing { at: Span },
    /// `part-heading-twice` (warning): one letter, two kinds of text.
    PartHeadingTwice { letter: String, at: Span },
    /// `contents-skipped` (note): the table of contents.
    ContentsSkipped { at: Span },
    /// `furniture-skipped` (note): running heads and page numbers; `at` is the first of `count`.
    FurnitureSkipped { at: Span, count: usize },
    /// `furniture-in-wording` (warning): a number alone on its line inside a wording was taken for
    /// a page number.
    FurnitureInWording { amendment: String, text: String, at: Span },
    /// `text-set-aside` (warning): words before the first draft text that are not the title.
    TextSetAside { text: String, at: Span },
    /// `lines-joined` (note): the file is broken into lines of about `width` characters; `at` is
    /// the first of `count` line ends that were taken for spaces.
    LinesJoined { at: Span, count: usize, width: usize },
    /// `spaces-joined` (note): runs of spaces and tabs were taken for one space.
    SpacesJoined { at: Span, count: usize },
    /// `characters-dropped` (note): control characters that are no text.
    CharactersDropped { at: Span, count: usize },
    /// `provision-rejoined` (note): a page end cut this provision, and put a bullet before the rest.
    ProvisionRejoined { number: String, bullet: bool, at: Span },
    /// `wording-rejoined` (note): a page or column end cut a sentence of a wording.
    WordingRejoined { amendment: String, at: Span },
    /// `closing-text-placed` (note): text after sub-paragraphs was taken for the end of `number`.
    ClosingTextPlaced { number: String, at: Span },
    /// `paragraph-in-payload` (warning): this provision stood in the middle of the new text of an
    /// amendment; it was put back into the draft and the words before and after it were joined.
    ParagraphInPayload {
        /// The amendment.
        amendment: String,
        /// The provision.
        number: String,
        /// The last words before it and the first after it: the reading that was chosen.
        around: (String, String),
        /// Its own first words: in the other reading they follow the words before.
        text: String,
        /// The provision.
        at: Span,
    },
    /// `provision-number-gap` (warning): a number is missing before this one.
    NumberGap { after: Option<String>, found: String, at: Span },
    /// `provision-number-twice` (error): the number was there before.
    NumberTwice { number: String, at: Span },
    /// `provision-number-order` (warning): a number that belongs before `after`.
    NumberOrder { after: String, found: String, at: Span },
    /// `provision-too-deep` (warning): `count` lines have more than 32 levels in their number and
    /// were kept as text; `at` is the number of the first.
    TooDeep { at: Span, count: usize },
    /// `wording-missing` (error): an amendment that says nothing.
    WordingMissing { amendment: String, at: Span },
    /// `heading-unread` (error): a line that begins like the heading of an amendment and is none, so
    /// that what follows would belong to what precedes it.
    HeadingUnread { text: String, at: Span },
    /// `footnote-in-text` (warning): looks like a footnote, and was taken for text of `number`.
    FootnoteInText { number: String, at: Span },
    /// `falling-note-unread` (warning): looks like a note on falling, but names no amendment.
    FallingNoteUnread { amendment: String, text: String, at: Span },
    /// `markup-as-text` (note): what the markup says is not kept, its words are; `at` is the first of
    /// `count` elements of that name.
    MarkupAsText { element: String, count: usize, at: Span },
    /// `markup-kept-whole` (note): tables, headings and the like, which are printed as they stand and
    /// not read; `at` is the first of `count` elements of that name.
    MarkupKeptWhole { element: String, count: usize, at: Span },
    /// `markup-ignored` (note): elements that hold no words; `at` is the first of `count`.
    MarkupIgnored { element: String, count: usize, at: Span },
    /// `markup-text-left-out` (warning): words for which a dossier has no place.
    MarkupTextLeftOut { element: String, text: String, at: Span },
    /// `change-accepted` (note): words marked as deleted, without which the text was read.
    ChangeAccepted { text: String, at: Span },
    /// `quotation-marks-added` (note): only the markup says what is quoted; `at` is the first of
    /// `count` quotations that were put between quotation marks.
    QuotationMarksAdded { count: usize, at: Span },
    /// `web-remains-read` (note): what a page of the web leaves in a text (`&nbsp;`, `_bis_`) was read as
    /// what it stands for; `at` is the first of `count` lines.
    RemainsRead { at: Span, count: usize },
    /// `style-uncertain` (warning): the paper has signs of two drafting styles; the first was taken.
    StyleUncertain { taken: &'static str, other: &'static str, at: Span },
    /// `rules-assumed` (note): neither the paper nor anybody says under which rules it is; these are
    /// usual in its style.
    RulesAssumed { profile: String, edition: String, at: Span },
    /// `rules-unknown` (warning): the paper names rules that do not come with the program.
    RulesUnknown { name: String, at: Span },
    /// `article-not-found` (error): an amendment to an article that the paper does not have.
    ArticleNotFound { amendment: String, article: String, at: Span },
    /// `alinea-count` (warning): the count printed before an alinéa is not its place in the article.
    AlineaCount { article: String, printed: String, count: usize, at: Span },
    /// Of a reader of another format, which has codes of its own.
    Imported(imported::Finding),
}

impl Finding {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptyFile { .. } => "empty-file",
            Self::NotText { .. } => "not-text",
            Self::FileTooBig { .. } => "file-too-big",
            Self::NotACompendium { .. } => "not-a-compendium",
            Self::NoDraft { .. } => "no-draft",
            Self::NoAmendments { .. } => "no-amendments",
            Self::Windows1252 { .. } => "encoding-windows-1252",
            Self::Utf16 { .. } => "encoding-utf-16",
            Self::EncodingBroken { .. } => "encoding-broken",
            Self::EndsEarly { .. } => "file-ends-early",
            Self::LanguageUncertain { .. } => "language-uncertain",
            Self::PartHeadingMissing { .. } => "part-heading-missing",
            Self::PartHeadingTwice { .. } => "part-heading-twice",
            Self::ContentsSkipped { .. } => "contents-skipped",
            Self::FurnitureSkipped { .. } => "furniture-skipped",
            Self::FurnitureInWording { .. } => "furniture-in-wording",
            Self::TextSetAside { .. } => "text-set-aside",
            Self::LinesJoined { .. } => "lines-joined",
            Self::SpacesJoined { .. } => "spaces-joined",
            Self::CharactersDropped { .. } => "characters-dropped",
            Self::ProvisionRejoined { .. } => "provision-rejoined",
            Self::WordingRejoined { .. } => "wording-rejoined",
            Self::ClosingTextPlaced { .. } => "closing-text-placed",
            Self::ParagraphInPayload { .. } => "paragraph-in-payload",
            Self::NumberGap { .. } => "provision-number-gap",
            Self::NumberTwice { .. } => "provision-number-twice",
            Self::NumberOrder { .. } => "provision-number-order",
            Self::TooDeep { .. } => "provision-too-deep",
            Self::WordingMissing { .. } => "wording-missing",
            Self::HeadingUnread { .. } => "heading-unread",
            Self::FootnoteInText { .. } => "footnote-in-text",
            Self::FallingNoteUnread { .. } => "falling-note-unread",
            Self::MarkupAsText { .. } => "markup-as-text",
            Self::MarkupKeptWhole { .. } => "markup-kept-whole",
            Self::MarkupIgnored { .. } => "markup-ignored",
            Self::MarkupTextLeftOut { .. } => "markup-text-left-out",
            Self::ChangeAccepted { .. } => "change-accepted",
            Self::QuotationMarksAdded { .. } => "quotation-marks-added",
            Self::RemainsRead { .. } => "web-remains-read",
            Self::StyleUncertain { .. } => "style-uncertain",
            Self::RulesAssumed { .. } => "rules-assumed",
            Self::RulesUnknown { .. } => "rules-unknown",
            Self::ArticleNotFound { .. } => "article-not-found",
            Self::AlineaCount { .. } => "alinea-count",
            Self::Imported(finding) => finding.code,
        }
    }

    /// How much it weighs. A repair that adds, removes or reassigns words of an amendment's new
    /// text is a warning, any other a note.
    pub fn severity(&self) -> Severity {
        match self {
            Self::EmptyFile { .. }
            | Self::NotText { .. }
            | Self::FileTooBig { .. }
            | Self::NotACompendium { .. }
            | Self::NoDraft { .. }
            | Self::NumberTwice { .. }
            | Self::HeadingUnread { .. }
            | Self::ArticleNotFound { .. }
            | Self::WordingMissing { .. } => Severity::Error,
            Self::EncodingBroken { .. }
            | Self::EndsEarly { .. }
            | Self::LanguageUncertain { .. }
            | Self::PartHeadingMissing { .. }
            | Self::PartHeadingTwice { .. }
            | Self::FurnitureInWording { .. }
            | Self::TextSetAside { .. }
            | Self::ParagraphInPayload { .. }
            | Self::NumberGap { .. }
            | Self::NumberOrder { .. }
            | Self::TooDeep { .. }
            | Self::FootnoteInText { .. }
            | Self::FallingNoteUnread { .. }
            | Self::StyleUncertain { .. }
            | Self::RulesUnknown { .. }
            | Self::AlineaCount { .. }
            | Self::MarkupTextLeftOut { .. } => Severity::Warning,
            Self::NoAmendments { .. }
            | Self::Windows1252 { .. }
            | Self::Utf16 { .. }
            | Self::ContentsSkipped { .. }
            | Self::FurnitureSkipped { .. }
            | Self::LinesJoined { .. }
            | Self::SpacesJoined { .. }
            | Self::CharactersDropped { .. }
            | Self::ProvisionRejoined { .. }
            | Self::WordingRejoined { .. }
            | Self::ClosingTextPlaced { .. }
            | Self::MarkupAsText { .. }
            | Self::MarkupKeptWhole { .. }
            | Self::MarkupIgnored { .. }
            | Self::ChangeAccepted { .. }
            | Self::RemainsRead { .. }
            | Self::RulesAssumed { .. }
            | Self::QuotationMarksAdded { .. } => Severity::Note,
            Self::Imported(finding) => finding.severity,
        }
    }

    /// Whether it speaks of how the bytes of the file became text.
    pub fn is_of_encoding(&self) -> bool {
        matches!(self, Self::Windows1252 { .. } | Self::Utf16 { .. } | Self::EncodingBroken { .. })
    }

    /// Where.
    pub fn at(&self) -> Span {
        match self {
            Self::EmptyFile { at }
            | Self::NotText { at, .. }
            | Self::FileTooBig { at }
            | Self::EndsEarly { at }
            | Self::NotACompendium { at }
            | Self::NoDraft { at }
            | Self::NoAmendments { at }
            | Self::Windows1252 { at }
            | Self::Utf16 { at }
            | Self::EncodingBroken { at, .. }
            | Self::LanguageUncertain { at }
            | Self::PartHeadingMissing { at }
            | Self::PartHeadingTwice { at, .. }
            | Self::ContentsSkipped { at }
            | Self::FurnitureSkipped { at, .. }
            | Self::FurnitureInWording { at, .. }
            | Self::TextSetAside { at, .. }
            | Self::LinesJoined { at, .. }
            | Self::SpacesJoined { at, .. }
            | Self::CharactersDropped { at, .. }
            | Self::ProvisionRejoined { at, .. }
            | Self::WordingRejoined { at, .. }
            | Self::ClosingTextPlaced { at, .. }
            | Self::ParagraphInPayload { at, .. }
            | Self::NumberGap { at, .. }
            | Self::NumberTwice { at, .. }
            | Self::NumberOrder { at, .. }
            | Self::TooDeep { at, .. }
            | Self::WordingMissing { at, .. }
            | Self::HeadingUnread { at, .. }
            | Self::FootnoteInText { at, .. }
            | Self::FallingNoteUnread { at, .. }
            | Self::MarkupAsText { at, .. }
            | Self::MarkupKeptWhole { at, .. }
            | Self::MarkupIgnored { at, .. }
            | Self::MarkupTextLeftOut { at, .. }
            | Self::ChangeAccepted { at, .. }
            | Self::RemainsRead { at, .. }
            | Self::StyleUncertain { at, .. }
            | Self::RulesAssumed { at, .. }
            | Self::RulesUnknown { at, .. }
            | Self::ArticleNotFound { at, .. }
            | Self::AlineaCount { at, .. }
            | Self::QuotationMarksAdded { at, .. } => *at,
            Self::Imported(finding) => finding.at,
        }
    }
}
