//! English clauses that delete.

use crate::style::grammar::{Action, Rule, rules};

/// Clauses that delete.
pub const CLAUSES: &[Rule<Action>] = rules! {
    /// "delete paragraphs 5 and 6."
    /// "paragraph 4, delete the last sentence."
    /// "paragraph 4, delete the following sentence: “It closes.”"
    /// "after the words “any reform of the old”, delete the following word: “wooden”"
    /// "delete the word “wooden” after the words “of the old”"
    Action::Delete => "{where}, delete {object}", "{where}, delete {object} {where}";
};
