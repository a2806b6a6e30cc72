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
        "{where}, replace {object} with {intro} {quote} each time it occurs",
        "{where}, substitute {object} with {intro} {quote}",
        "{where}, substitute {object} with {intro} {quote} {where}",
        "{where}, substitute {object} {where} with {intro} {quote}",
        "{where}, delete {object} and substitute with {intro} {quote}",
        "{where}, substitute {object} with {intro} {quote} each time it occurs";
    /// "in paragraph 2, replace “open” with “close”"
    /// "replace the word “open” by “close” in paragraph 2"
    /// "in paragraph 2, replace “open” with “close” each time it occurs"
    Action::Replace => "{where}, replace {object} with {quote}",
        "{where}, replace {object} with {quote} {where}",
        "{where}, delete {object} and replace with {quote}",
        "{where}, replace {object} {where} with {quote}",
        "{where}, replace {object} with {quote} each time it occurs",
        "{where}, substitute {object} with {quote}",
        "{where}, substitute {object} with {quote} {where}",
        "{where}, substitute {object} {where} with {quote}",
        "{where}, delete {object} and substitute with {quote}",
        "{where}, substitute {object} with {quote} each time it occurs";
    /// "in paragraph 2, substitute “ships” for “boats”"
    /// "substitute the word “ships” for the word “boats” in paragraph 2"
    /// "paragraph 2, instead of “boats” read “ships”"
    Action::Replace => "{where}, substitute {quote} for {object}",
        "{where}, substitute {intro} {quote} for {object}",
        "{where}, substitute {quote} for {object} {where}",
        "{where}, substitute {intro} {quote} for {object} {where}",
        "{where}, for {object} read {quote}", "{where}, read {quote} for {object}";
    /// "amend paragraph 4 to read: “The Assembly thanks the pilots.”"
    /// "paragraph 4 should read as follows: “The Assembly thanks the pilots.”"
    /// "reword the last sentence of paragraph 2 as follows: “It is cold.”"
    /// "in paragraph 2, change “boats” to “ships”"
    Action::Replace => "{where}, amend {object} to read {quote}",
        "{where}, amend {object} as follows {quote}",
        "{where}, amend {object} {where} to read {quote}",
        "{where}, amend {object} {where} as follows {quote}",
        "{where}, amend {object} to {quote}", "{where}, amend {object} to {intro} {quote}",
        "{where}, to read {quote}";
};
