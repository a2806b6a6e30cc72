//! English clauses that insert, and how new text is announced.

use crate::PayloadUnit;
use crate::style::grammar::{Action, Rule, rules};

/// How new text is announced.
pub const PAYLOADS: &[Rule<PayloadUnit>] = rules! {
    /// "the following word"
    /// "the following words"
    PayloadUnit::Words => "the following word|words", "the word|words",
        "the words following";
    /// "the following sentences"
    /// "a new sentence"
    PayloadUnit::Sentences => "the following sentence|sentences", "the sentence|sentences",
        "a sentence following", "a sentence to read";
    /// "the following paragraph"
    /// "the following new paragraphs"
    /// "a new paragraph as follows"
    PayloadUnit::Provisions => "the following paragraph|paragraphs", "the paragraph|paragraphs",
        "a paragraph following", "a paragraph to read";
    /// "the following text"
    PayloadUnit::Text => "the following text", "the text", "the following",
        "the text following",
        "the following title";
};

/// Clauses that insert.
pub const CLAUSES: &[Rule<Action>] = rules! {
    /// "after paragraph 3.2, insert the following paragraph: “keep the lamps lit;”"
    /// "at the end of paragraph 2, add the following sentence: “Boats are counted yearly.”"
    /// "paragraph 2, at the beginning, insert the following word: “Still”"
    /// "paragraph 3, after the first sentence, add the following sentence: “Fog is common.”"
    /// "after the words “small boats” insert the following words: “, and rafts,”"
    /// "insert the following sentence at the end of paragraph 2: “Boats are counted.”"
    Action::Insert => "{where}, insert {intro}: {quote}",
        "{where}, insert {intro} {where}: {quote}", "{where}, insert {where} {intro}: {quote}",
        "{where}, insert {intro} {quote} {where}";
    /// "at the beginning of paragraph 2, insert “Still”"
    /// "insert “large” before the word “boats”"
    Action::Insert => "{where}, insert {quote}", "{where}, insert {quote} {where}",
        "{where}, insert {where} {quote}";
};
