//! English places: which text, which paragraph, which sentence, which words.

use crate::style::grammar::{FrameForm, PlaceForm, Relation, Rule, rules};

/// What a wording is about.
pub const FRAMES: &[Rule<FrameForm>] = rules! {
    /// "In the draft resolution"
    /// "in draft recommendation B"
    /// "throughout the draft resolution"
    FrameForm::Draft => "in {draft}", "throughout {draft}";
    /// "In amendment 13"
    FrameForm::Amendment => "in amendment {number}", "amendment {number}";
};

/// Prepositions.
pub const RELATIONS: &[Rule<Relation>] = rules! {
    /// "in the first sentence"
    Relation::In => "in {place}";
    /// "in the title"
    Relation::InTitle => "in {place}";
    /// "of paragraph 2"
    Relation::Of => "of {place}";
    /// "after paragraph 3.2"
    Relation::After => "after {place}";
    /// "before the words “small boats”"
    Relation::Before => "before {place}";
    /// "between paragraphs 3 and 4"
    Relation::Between => "between {place}";
    /// "at the beginning of paragraph 2"
    Relation::Beginning => "at the beginning of {place}";
    /// "at the end of the third sentence"
    Relation::End => "at the end of {place}";
    /// "at the beginning"
    Relation::BareBeginning => "at the beginning";
    /// "at the end"
    Relation::BareEnd => "at the end";
};

/// Places.
pub const PLACES: &[Rule<PlaceForm>] = rules! {
    /// "paragraph 9.2.1"
    /// "paragraphs 5 and 6"
    /// "paragraphs 3, 5 and 8"
    /// "paragraphs 5 to 7"
    PlaceForm::Provisions => "paragraph|paragraphs {numbers}";
    /// "the paragraph"
    PlaceForm::NamedUnit => "<the> paragraph";
    /// "the second paragraph"
    /// "second paragraph"
    PlaceForm::ProvisionNth => "<the> {ordinal} paragraph";
    /// "the last paragraph"
    PlaceForm::LastProvision => "<the> last paragraph";
    /// "the title"
    /// "the title of the draft resolution"
    PlaceForm::Title => "<the> title", "<the> title of {draft}";
    /// "Rule 8.1.a"
    PlaceForm::Rule => "Rule {number}";
    /// "the third sentence"
    /// "the second and third sentences"
    /// "the second to fourth sentences"
    /// "the first and third sentences"
    /// "2nd sentence"
    PlaceForm::Sentences => "<the> {ordinals} sentence|sentences",
        "<the> {ordinal} sentence and the {ordinal} sentence",
        "from the {ordinal} to the {ordinal} sentence";
    /// "the last sentence"
    PlaceForm::LastSentence => "<the> last sentence";
    /// "the penultimate sentence"
    /// "the last but one sentence"
    PlaceForm::PenultimateSentence => "<the> penultimate sentence";
    /// "the last two sentences"
    PlaceForm::LastSentences => "<the> last {count} sentences", "<the> {count} last sentences";
    /// "the first two sentences"
    PlaceForm::FirstSentences => "<the> first {count} sentences", "<the> {count} first sentences";
    /// "the following sentence: “It closes.”"
    PlaceForm::SentenceQuoted => "<the> following sentence|sentences: {quote}",
        "<the> sentence|sentences {quote}";
    /// "the word “boats”"
    /// "the words “small boats”"
    /// "the following word: “wooden”"
    /// "“boats”"
    PlaceForm::Words => "<the> word|words {quote}", "{words}";
    /// "the second occurrence of the word “boats”"
    PlaceForm::WordsNth => "<the> {ordinal} occurrence of the word|words {quote}",
        "<the> {ordinal} occurrence of {words}", "{words} {ordinal} occurrence";
    /// "the last occurrence of the words “small boats”"
    PlaceForm::WordsLast => "<the> last occurrence of the word|words {quote}",
        "<the> last occurrence of {words}", "{words} last occurrence";
    /// "the word “boats” each time it occurs"
    /// "each occurrence of the word “boats”"
    PlaceForm::WordsEvery => "<the> word|words {quote} each time it_occurs|they_occur",
        "{words} each time it occurs", "each occurrence of {words}";
    /// "the text from the words “by day” to the words “by night”"
    /// "the words from “by day” to “by night”"
    PlaceForm::FromTo => "<the> text from the word|words {quote} to the word|words {quote}",
        "from {words} to {words}", "text from {words} to {words}", "words from {words} to {words}",
        "all words from {words} to {words}";
    /// "the text from the words “by day” until the end"
    PlaceForm::FromToEnd => "<the> text from the word|words {quote} until the end",
        "from {words} until the end", "text from {words} until the end",
        "words from {words} until the end", "all words from {words} until the end",
        "{words} until the end";
    /// "all words after “In view of the fog,”"
    /// "all the words after the words “of the fog”"
    PlaceForm::AllAfter => "all words after {quote}", "all words after {words}",
        "all text after {words}", "all after {words}", "all words following {words}",
        "text after {words}", "the words after {words}";
    /// "all words before “the fog”"
    PlaceForm::AllBefore => "all words before {quote}", "all words before {words}",
        "all text before {words}", "all before {words}", "text before {words}",
        "the words before {words}";
};
