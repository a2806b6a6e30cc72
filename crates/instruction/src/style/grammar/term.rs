//! Terms: what the words of wordings mean, whatever their language.

use text::TextKind;

/// The meaning of a word or phrase outside quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// insert, add
    Insert,
    /// replace
    Replace,
    /// delete
    Delete,
    /// substitute, whose object may be the new text: "substitute “ships” for “boats”"
    Substitute,
    /// amend, change, whose new text is told by how the place reads then
    Amend,
    /// reads, should read: behind it stands the new text
    Reads,
    /// for, in place of: behind it stands what goes
    For,
    /// after
    After,
    /// before
    Before,
    /// between
    Between,
    /// at the end
    AtEnd,
    /// at the beginning
    AtBeginning,
    /// in
    In,
    /// of
    Of,
    /// from
    From,
    /// to, inside a range
    To,
    /// until the end
    UntilEnd,
    /// with, by
    With,
    /// and
    And,
    /// paragraph, sub-paragraph
    Paragraph,
    /// sentence
    Sentence,
    /// word, words
    Word,
    /// text
    Text,
    /// title
    Title,
    /// Rule, as the unit of another text that the draft quotes
    Rule,
    /// amendment
    Amendment,
    /// the draft resolution
    Draft(TextKind),
    /// following
    Following,
    /// first, second …, 1-based
    Ordinal(u32),
    /// last
    Last,
    /// penultimate
    Penultimate,
    /// two, three …
    Count(u32),
    /// all
    All,
    /// occurrence
    Occurrence,
    /// each time it occurs
    Every,
    /// article and the like: passed over
    Skip,
    /// The beginning of a remark on one language version, by its place in the grammar's list.
    Only(u8),
    /// "9.2.1", "8.1.a"
    Number,
    /// "A" behind the name of a draft
    Letter,
    /// quoted words
    Quote,
    /// a word that no lexicon has
    Unknown,
    /// an opening or closing bracket
    Bracket,
}

impl Term {
    /// How many kinds of terms there are.
    pub(crate) const KINDS: usize = 40;

    /// The number of its kind, whatever its value: less than [`Term::KINDS`].
    pub(crate) fn kind(self) -> usize {
        match self {
            Self::Insert => 0,
            Self::Replace => 1,
            Self::Delete => 2,
            Self::After => 3,
            Self::Before => 4,
            Self::Between => 5,
            Self::AtEnd => 6,
            Self::AtBeginning => 7,
            Self::In => 8,
            Self::Of => 9,
            Self::From => 10,
            Self::To => 11,
            Self::UntilEnd => 12,
            Self::With => 13,
            Self::And => 14,
            Self::Paragraph => 15,
            Self::Sentence => 16,
            Self::Word => 17,
            Self::Text => 18,
            Self::Title => 19,
            Self::Rule => 20,
            Self::Amendment => 21,
            Self::Draft(_) => 22,
            Self::Following => 23,
            Self::Ordinal(_) => 24,
            Self::Last => 25,
            Self::Penultimate => 26,
            Self::Count(_) => 27,
            Self::All => 28,
            Self::Occurrence => 29,
            Self::Every => 30,
            Self::Number => 31,
            Self::Letter => 32,
            Self::Quote => 33,
            Self::Bracket => 34,
            Self::Substitute => 35,
            Self::Amend => 36,
            Self::Reads => 37,
            Self::For => 38,
            // Nothing begins with these.
            Self::Skip | Self::Only(_) | Self::Unknown => 39,
        }
    }
}

/// A hole in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hole {
    /// `{numbers}`: "7", "5 and 6", "5 to 7".
    Numbers,
    /// `{number}`: "8.1.a".
    Number,
    /// `{ordinals}`: "third", "second and third", "second to fourth".
    Ordinals,
    /// `{ordinal}`: "second".
    Ordinal,
    /// `{count}`: "two".
    Count,
    /// `{quote}`: quoted text.
    Quote,
    /// `{words}`: quoted text, with or without "the words" before it.
    Words,
    /// `{draft}`: "the draft resolution".
    Draft,
    /// `{where}`: any places, before or behind the verb.
    Where,
    /// `{object}`: the place that is replaced or deleted.
    Object,
    /// `{place}`: a place within a preposition's rule.
    Place,
    /// `{intro}`: how the new text is announced.
    Intro,
}

impl Hole {
    /// The hole of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let hole = match name {
            "numbers" => Self::Numbers,
            "number" => Self::Number,
            "ordinals" => Self::Ordinals,
            "ordinal" => Self::Ordinal,
            "count" => Self::Count,
            "quote" => Self::Quote,
            "words" => Self::Words,
            "draft" => Self::Draft,
            "where" => Self::Where,
            "object" => Self::Object,
            "place" => Self::Place,
            "intro" => Self::Intro,
            _ => return None,
        };
        Some(hole)
    }
}
