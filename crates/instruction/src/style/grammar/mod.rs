//! The grammar of one language, as data, and the machine that makes it quick to use.
//!
//! # One text for reading and for writing
//!
//! A rule is a text in its own language with holes in it: `"<the> {ordinals} sentence|sentences"`.
//! Read, it stands for the *terms* its words mean, so every synonym of the lexicon, every comma and
//! every article is covered by it; written, it is printed as it stands. Three signs steer the
//! writing and are passed over in reading:
//!
//! - `<the>` is written only where the place is spoken of ("after the first sentence"), not where
//!   it is named ("paragraph 2, first sentence"); `<den_letzten~letzter>` says what stands there then;
//! - `word|words` is the singular and the plural (a low line in them stands for a space);
//! - `der/dem/des` are the forms that a preposition asks for: `{place.1}` in its rule means the
//!   second of them.
//!
//! The first template of a rule is the canonical one, the others are only read. Above each rule
//! stand sample texts; a test reads every one of them and expects that rule.
//!
//! Words with no meaning of their own here (articles, "new") are terms too, [`Term::Skip`]; any
//! word of a wording that is in no lexicon makes it not understood.

mod compile;
mod fold;
mod template;
mod term;

pub(crate) use compile::{Compiled, Pattern, Step, Sym};
pub(crate) use fold::{Key, is_word, word_end};
pub(crate) use template::{Wanted, expand};
pub use term::{Hole, Term};

use super::Versions;
use crate::{NotExecutable, PayloadUnit};
use std::sync::OnceLock;
use text::TextKind;

/// A rule: what it makes, sample texts, templates.
#[derive(Debug)]
pub struct Rule<F: 'static> {
    /// What the rule makes.
    pub form: F,
    /// Texts that this rule reads; they run as tests.
    pub samples: &'static [&'static str],
    /// The canonical template, then those that are only read.
    pub templates: &'static [&'static str],
}

/// Kinds of places within a locator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceForm {
    /// Paragraphs by number. Holes: numbers.
    Provisions,
    /// "the paragraph", which was named before. Holes: none.
    NamedUnit,
    /// A paragraph by its place. Holes: ordinal.
    ProvisionNth,
    /// The last paragraph.
    LastProvision,
    /// The title. Holes: none, or the draft.
    Title,
    /// A quoted rule inside the draft. Holes: number.
    Rule,
    /// Sentences by their place. Holes: ordinals, or a number.
    Sentences,
    /// The last sentence.
    LastSentence,
    /// The last sentence but one.
    PenultimateSentence,
    /// The last two sentences. Holes: count.
    LastSentences,
    /// The first two sentences; written as [`PlaceForm::Sentences`]. Holes: count.
    FirstSentences,
    /// A sentence by its words. Holes: quote.
    SentenceQuoted,
    /// Words. Holes: words or quote.
    Words,
    /// One of several equal words. Holes: ordinal and words, in either order.
    WordsNth,
    /// The last of several equal words.
    WordsLast,
    /// All of several equal words.
    WordsEvery,
    /// From some words to others, both included.
    FromTo,
    /// From some words to the end.
    FromToEnd,
    /// All words after others.
    AllAfter,
    /// All words before others.
    AllBefore,
}

/// How a place is spoken of: the prepositions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// "in the first sentence"
    In,
    /// "in the title"
    InTitle,
    /// "of paragraph 2"
    Of,
    /// "after paragraph 3"
    After,
    /// "before paragraph 3"
    Before,
    /// "between paragraphs 3 and 4"
    Between,
    /// "at the beginning of paragraph 3"
    Beginning,
    /// "at the end of paragraph 3"
    End,
    /// "at the beginning"
    BareBeginning,
    /// "at the end"
    BareEnd,
}

/// What a clause does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Puts words in.
    Insert,
    /// Puts words in the place of others.
    Replace,
    /// Takes words out.
    Delete,
}

/// What a wording is about, before it says where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameForm {
    /// "in the draft resolution". Holes: the draft.
    Draft,
    /// "in amendment 13": a sub-amendment. Holes: number.
    Amendment,
}

/// All that makes a language readable and writable.
#[derive(Debug)]
pub struct Grammar {
    /// Words and phrases, lower case, and what they mean.
    pub lexicon: &'static [(&'static str, Term)],
    /// Ordinals as written with "sentence" and "occurrence": the first, the second …
    pub ordinals: &'static [&'static str],
    /// Ordinals as written with "paragraph": where it is spoken of ("after the first paragraph"), and
    /// where it is named ("amendment 13, first paragraph").
    pub paragraph_ordinals: [&'static [&'static str]; 2],
    /// What follows the digits of a higher ordinal when written: in general, and where the last
    /// digit is 1, 2 or 3 (but not in 11 to 13).
    pub ordinal_endings: [&'static str; 4],
    /// All that may follow the digits of an ordinal when read.
    pub ordinal_suffixes: &'static [&'static str],
    /// Small numbers as written: two, three …
    pub counts: &'static [&'static str],
    /// The draft texts, and how they are named with their letter.
    pub drafts: &'static [(TextKind, &'static str, &'static str)],
    /// The word before the last of a list, and the one inside a range.
    pub and: &'static str,
    /// See `and`.
    pub to: &'static str,
    /// Frames.
    pub frames: &'static [Rule<FrameForm>],
    /// Remarks that the amendment concerns one language version only, by tag.
    pub versions: Versions,
    /// Places.
    pub places: &'static [Rule<PlaceForm>],
    /// Prepositions. Hole: the place.
    pub relations: &'static [Rule<Relation>],
    /// How the new text is announced.
    pub payloads: &'static [Rule<PayloadUnit>],
    /// Clauses that insert.
    pub insert: &'static [Rule<Action>],
    /// Clauses that replace.
    pub replace: &'static [Rule<Action>],
    /// Clauses that delete.
    pub delete: &'static [Rule<Action>],
    /// Signs of a wording that cannot be carried out mechanically.
    pub not_executable: &'static [Rule<NotExecutable>],
    /// What a preposition and an article become together: "de le " is "du ".
    pub contractions: &'static [(&'static str, &'static str)],
    /// Quote marks in which new text and quoted words are written.
    pub marks: (char, char),
    /// The lexicon and the patterns, made at first use.
    pub(crate) compiled: OnceLock<Compiled>,
}

impl Grammar {
    /// The lexicon and the patterns, made at first use.
    pub(crate) fn compiled(&self) -> &Compiled {
        self.compiled.get_or_init(|| Compiled::new(self))
    }
}

/// Writes rules as their files show them: samples as documentation, what is made, templates.
macro_rules! rules {
    ($($(#[doc = $sample:literal])+ $form:path => $($template:literal),+;)*) => {
        &[$($crate::style::grammar::Rule {
            form: $form,
            samples: &[$($sample),+],
            templates: &[$($template),+],
        }),*]
    };
}
pub(crate) use rules;
