//! What a wording says, as its author wrote it.

use source::Span;
use text::{Fragment, TextKind};

/// What one amendment does, in the order of its wording; `At` says how far its places are worked
/// out.
///
/// `Instruction<Locator>` is what the author wrote. In `Instruction<Target>` the places are found
/// in one draft, and only that form can be ordered, compared and consolidated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instruction<At> {
    /// What the wording says it is about, before it says where.
    pub frame: Frame,
    /// Never empty when it comes from [`crate::parse`].
    pub operations: Vec<Operation<At>>,
}

/// "In the draft resolution, …": which text the wording speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Which text; committee opinions leave it out.
    pub subject: Subject,
    /// "(concerns only the French version)": the tag of the only language concerned.
    pub only: Option<&'static str>,
}

/// The text that a wording amends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// Not said: the part under which the amendment stands.
    #[default]
    Unstated,
    /// "the draft resolution", by its kind, with its letter where the wording gives one.
    Draft(TextKind, Option<String>),
    /// "amendment 13": a sub-amendment.
    Amendment(String),
}

/// One operation of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation<At> {
    /// "at the end of paragraph 2, insert …"
    Insert {
        /// Which side or end of the place.
        edge: Edge,
        /// The place.
        at: At,
        /// What is put there.
        what: Payload,
    },
    /// "replace the last sentence with …"
    Replace {
        /// What goes.
        at: At,
        /// What comes.
        with: Payload,
    },
    /// "delete paragraph 4"
    Delete {
        /// What goes.
        at: At,
    },
}

/// Where, at a place, an insertion goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// Outside, before it: "before paragraph 3", "before the words".
    Before,
    /// Outside, after it.
    After,
    /// Inside, at its beginning: "at the beginning of paragraph 2".
    Beginning,
    /// Inside, at its end.
    End,
    /// Between two neighbours: "between paragraphs 3 and 4".
    Between,
}

/// Where an amendment points, as its author wrote it: "the last sentence of paragraph 3".
///
/// A claim about a text; [`crate::resolve`] turns it into [`crate::Target`]s, which exist there.
/// From the outermost step inwards: unit, sentences, words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locator {
    /// Provisions or the title.
    pub unit: Unit,
    /// "in Rule 8.1.a": words are sought only inside that quoted rule of the provision.
    pub rule: Option<String>,
    /// Sentences of that unit.
    pub sentences: Option<Sentences>,
    /// Words in it.
    pub words: Option<WordsAt>,
}

/// The outermost step of a locator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Not said: the whole part (words are sought in all of it), or the whole amendment.
    #[default]
    Unstated,
    /// "paragraph 7", "paragraphs 5 and 6".
    Provisions(Provisions),
    /// "the title of the draft resolution".
    Title,
}

/// Provisions by their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Provisions {
    /// "paragraph 9.2.1"
    One(String),
    /// "paragraphs 5 to 7", both included.
    Range(String, String),
    /// "paragraphs 5 and 6", "paragraphs 3, 5 and 8": two or more.
    List(Vec<String>),
    /// "the second paragraph": by its place and not by its number.
    Counted(Counted),
    /// "le 2° du I", "les deux derniers alinéas du II", "cet article": a unit of the part by the labels
    /// printed in its text, and, where the wording counts some of its blocks, which.
    Labelled {
        /// The unit.
        unit: UnitPath,
        /// The first and the last of its blocks that are meant; `None`: all of it.
        blocks: Option<(Ordinal, Ordinal)>,
    },
}

/// A unit by the labels that its text prints, from the outside in: "le a du 2° du I" is `I`, `2°`,
/// `a`. Without labels it is the whole part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitPath {
    /// The labels, as cited: without the full stop or the bracket behind them.
    pub labels: Vec<String>,
    /// "le texte proposé par le I pour …": what the unit quotes, and not the unit itself.
    pub quoted: bool,
}

/// A place in a row, counted from either end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ordinal {
    /// From the beginning, 1-based.
    Nth(u32),
    /// From the end, 1-based: 1 is the last.
    FromEnd(u32),
}

/// A paragraph by its place, as the new text of an amendment is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// "the paragraph": there is one only.
    Only,
    /// "the second paragraph", 1-based.
    Nth(u32),
    /// "the last paragraph"
    Last,
}

/// Sentences of a unit, 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sentences {
    /// "the third sentence"
    Nth(u32),
    /// "the last sentence"
    Last,
    /// "the penultimate sentence"
    Penultimate,
    /// "the last two sentences"
    LastCount(u32),
    /// "the second and third sentences", "the second to fourth sentences": first and last, included.
    Range(u32, u32),
    /// "the first and third sentences": in order, not all of them neighbours.
    List(Vec<u32>),
    /// "delete the following sentence: "It closes.""
    Quoted(Quote),
    /// "the sentence", of which the words that are named are part.
    Around,
}

/// Quoted words of the draft. Two are equal when their words are, wherever they stand.
#[derive(Clone, Debug, Default, Eq)]
pub struct Quote {
    /// The words between the marks, spaces at both ends removed, line breaks as one space. Caret
    /// notation is read off; marks do not matter to anchors.
    pub text: String,
    /// Where they stand in the wording, without the marks. Not compared.
    pub span: Span,
}

/// Words in a unit or sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordsAt {
    /// The quoted words themselves.
    Quoted {
        /// The words.
        quote: Quote,
        /// Which of several, where the wording says so.
        occurrence: Occurrence,
        /// "after the words "any reform of the old", delete the following word: "wooden"".
        context: Option<Context>,
    },
    /// "the text from the words "…" to the words "…"", both included.
    FromTo {
        /// First words.
        from: Quote,
        /// Last words.
        to: Quote,
    },
    /// "from the words "…" until the end", from the first of them on.
    FromToEnd {
        /// First words.
        from: Quote,
    },
    /// "all words after "…"", the quoted words staying.
    AllAfter {
        /// Last words that stay.
        after: Quote,
    },
    /// "all words before "…"".
    AllBefore {
        /// First words that stay.
        before: Quote,
    },
}

/// Words that stand directly beside the ones meant, and stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// [`Edge::After`]: the words meant follow these; [`Edge::Before`]: they precede them.
    pub edge: Edge,
    /// The words that stay.
    pub quote: Quote,
}

/// Which of several equal words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Occurrence {
    /// Not said: there must be one only.
    #[default]
    Only,
    /// "the second occurrence of the word …", 1-based.
    Nth(u32),
    /// "the last occurrence".
    Last,
    /// "each time it occurs".
    Every,
    /// "at the beginning, delete the word …": nothing but marks stands before it.
    AtBeginning,
    /// "at the end, delete the word …": nothing but marks stands behind it.
    AtEnd,
}

/// New text, with what the wording calls it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Payload {
    /// "the following words", "the following sentence", "the following paragraph".
    pub unit: PayloadUnit,
    /// Paragraph by paragraph as written; never empty when it comes from [`crate::parse`].
    pub paragraphs: Vec<PayloadParagraph>,
}

/// One paragraph of a payload. Two are equal when number and content are, wherever they stand.
#[derive(Clone, Debug, Default, Eq)]
pub struct PayloadParagraph {
    /// The number printed before it ("8", "9.4.1"), without its full stop.
    pub number: Option<String>,
    /// Its text, spaces at both ends removed (a space before a leading comma goes too).
    pub content: Fragment,
    /// Where that text stands in the wording. Not compared.
    pub span: Span,
}

/// What a wording calls its payload; the number (word or words) follows from the content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PayloadUnit {
    /// "the following word(s)", "the word".
    #[default]
    Words,
    /// "the following sentence(s)".
    Sentences,
    /// "the following paragraph(s)", "the following new paragraph".
    Provisions,
    /// "the following text".
    Text,
    /// Nothing: "insert "Still"".
    Unstated,
}

/// Why a wording cannot be carried out mechanically. It is then recognised and reported, never
/// guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotExecutable {
    /// "if amendment 3 is not adopted, …"
    Conditional,
    /// "amend accordingly …", "the following paragraphs to be renumbered"
    Consequential,
    /// The new text is described and not quoted: "insert a reference to the Charter".
    DescribedPayload,
    /// The place depends on how the text is printed: "in the first line".
    Layout,
    /// What stands in one place shall stand in another: "move paragraph 3", "merge paragraphs 3 and 4".
    Move,
}

impl PartialEq for Quote {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl PartialEq for PayloadParagraph {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && self.content == other.content
    }
}

impl Quote {
    /// Words that stand in no wording yet.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), span: Span::default() }
    }
}

impl UnitPath {
    /// Whether it is the whole part: "cet article".
    pub fn is_whole(&self) -> bool {
        self.labels.is_empty() && !self.quoted
    }
}

impl Locator {
    /// Whether it names the whole part, and nothing in it.
    pub fn is_whole_part(&self) -> bool {
        let whole = matches!(
            &self.unit,
            Unit::Provisions(Provisions::Labelled { unit, blocks: None }) if unit.is_whole()
        );
        whole && self.sentences.is_none() && self.words.is_none()
    }
}

impl Provisions {
    /// The numbers cited; of a range all from the first to the last, where they are counted on the
    /// same level, and none where they are not.
    pub fn cited(&self) -> Vec<String> {
        match self {
            Self::One(number) => vec![number.clone()],
            Self::List(numbers) => numbers.clone(),
            Self::Counted(_) | Self::Labelled { .. } => Vec::new(),
            Self::Range(first, last) => {
                let counted = |number: &str| -> Option<(String, u32)> {
                    let at = number.rfind('.').map_or(0, |dot| dot + 1);
                    Some((number[..at].to_owned(), number[at..].parse().ok()?))
                };
                match (counted(first), counted(last)) {
                    (Some((above, from)), Some((same, to))) if above == same => {
                        (from..=to).take(1_000).map(|count| format!("{above}{count}")).collect()
                    }
                    _ => Vec::new(),
                }
            }
        }
    }
}

impl Payload {
    /// A payload of one unnumbered paragraph.
    pub fn one(unit: PayloadUnit, content: impl Into<Fragment>) -> Self {
        let content = content.into();
        Self { unit, paragraphs: vec![PayloadParagraph { content, ..Default::default() }] }
    }

    /// Its paragraphs as one fragment, joined by one space.
    pub fn joined(&self) -> Fragment {
        let mut joined = Fragment::default();
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            if at > 0 {
                joined.text.push(' ');
            }
            joined.push(&paragraph.content);
        }
        joined
    }
}

impl<At: Clone> Instruction<At> {
    /// What it does without the new paragraphs that `aside` names, and without operations of which
    /// nothing is left then; the whole where nothing would be.
    pub fn without(&self, aside: impl Fn(&str) -> bool) -> Self {
        let mut operations = Vec::with_capacity(self.operations.len());
        for operation in &self.operations {
            let mut kept = operation.clone();
            let payload = match &mut kept {
                Operation::Insert { what, .. } => Some(what),
                Operation::Replace { with, .. } => Some(with),
                Operation::Delete { .. } => None,
            };
            if let Some(payload) = payload {
                payload.paragraphs.retain(|paragraph| !aside(&paragraph.content.text));
                if payload.paragraphs.is_empty() {
                    continue;
                }
            }
            operations.push(kept);
        }
        match operations.is_empty() {
            true => self.clone(),
            false => Self { frame: self.frame.clone(), operations },
        }
    }
}

impl<At> Operation<At> {
    /// The place of the operation.
    pub fn at(&self) -> &At {
        match self {
            Self::Insert { at, .. } | Self::Replace { at, .. } | Self::Delete { at } => at,
        }
    }

    /// The new text it brings, if any.
    pub fn payload(&self) -> Option<&Payload> {
        match self {
            Self::Insert { what, .. } => Some(what),
            Self::Replace { with, .. } => Some(with),
            Self::Delete { .. } => None,
        }
    }
}
