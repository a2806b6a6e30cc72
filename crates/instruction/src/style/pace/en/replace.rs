//! English clauses that replace.

use crate::style::grammar::{Action, Rule, rules};

/// Clauses that replace.
pub const CLAUSES: &[Rule<Action>] = rules! {
    /// "replace paragraph 4 with the following paragraph: “The Assembly thanks the pilots.”"
    /// "paragraph 1, replace the last sentence by the following sentences: “It is wide. It is cold.”"
    /// "replace the last sentence of paragraph 16 with the following sentence: “It is cold.”"
    /// "paragraph 2, delete all words after “In view of the fog,” and replace with the following words: “boats wait”"
    Action::Replace => "{where}, replace {object} with {intro}: {quote}",
        "{where}, replace {object} with {intro} {quote} {where}",
        "{where}, delete {object} and replace with {intro} {quote}",
        "{where}, replace {object} {where} with {intro} {quote}",
        "{where}, replace {object} with {intro} {quote} each time it occurs";
    /// "in paragraph 2, replace “open” with “close”"
    /// "replace the word “open” by “close” in paragraph 2"
    /// "in paragraph 2, replace “open” with “close” each time it occurs"
    Action::Replace => "{where}, replace {object} with {quote}",
        "{where}, replace {object} with {quote} {where}",
        "{where}, delete {object} and replace with {quote}",
        "{where}, replace {object} {where} with {quote}",
        "{where}, replace {object} with {quote} each time it occurs";
};
