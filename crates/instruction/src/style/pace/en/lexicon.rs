//! The words of English wordings and what they mean.

use crate::style::grammar::Term;
use text::TextKind;

/// Words and phrases.
pub const WORDS: &[(&str, Term)] = &[
    ("insert", Term::Insert),
    ("add", Term::Insert),
    ("replace", Term::Replace),
    ("substitute", Term::Substitute),
    ("amend", Term::Amend),
    ("change", Term::Amend),
    ("redraft", Term::Amend),
    ("reword", Term::Amend),
    ("rephrase", Term::Amend),
    ("to read", Term::Reads),
    ("to read as follows", Term::Reads),
    ("so as to read", Term::Reads),
    ("so that it reads", Term::Reads),
    ("should read", Term::Reads),
    ("should read as follows", Term::Reads),
    ("shall read", Term::Reads),
    ("shall read as follows", Term::Reads),
    ("read", Term::Reads),
    ("for", Term::For),
    ("in place of", Term::For),
    ("instead of", Term::For),
    ("append", Term::Insert),
    ("delete", Term::Delete),
    ("remove", Term::Delete),
    ("strike", Term::Delete),
    ("strike out", Term::Delete),
    ("omit", Term::Delete),
    ("after", Term::After),
    ("before", Term::Before),
    ("between", Term::Between),
    ("at the end", Term::AtEnd),
    ("at the beginning", Term::AtBeginning),
    ("at the start", Term::AtBeginning),
    ("in", Term::In),
    ("within", Term::In),
    ("of", Term::Of),
    ("from", Term::From),
    ("to", Term::To),
    ("up to", Term::To),
    ("until the end", Term::UntilEnd),
    ("to the end", Term::UntilEnd),
    ("up to the end", Term::UntilEnd),
    ("with", Term::With),
    ("by", Term::With),
    ("and", Term::And),
    ("then", Term::And),
    ("paragraph", Term::Paragraph),
    ("paragraphs", Term::Paragraph),
    ("sub-paragraph", Term::Paragraph),
    ("sub-paragraphs", Term::Paragraph),
    ("subparagraph", Term::Paragraph),
    ("subparagraphs", Term::Paragraph),
    ("point", Term::Paragraph),
    ("points", Term::Paragraph),
    ("sentence", Term::Sentence),
    ("sentences", Term::Sentence),
    ("word", Term::Word),
    ("words", Term::Word),
    ("text", Term::Text),
    ("title", Term::Title),
    ("rule", Term::Rule),
    ("amendment", Term::Amendment),
    ("draft resolution", Term::Draft(TextKind::Resolution)),
    ("draft recommendation", Term::Draft(TextKind::Recommendation)),
    ("draft opinion", Term::Draft(TextKind::Opinion)),
    ("draft text", Term::Draft(TextKind::Other)),
    ("following", Term::Following),
    ("as follows", Term::Following),
    ("reading as follows", Term::Following),
    ("worded as follows", Term::Following),
    ("which reads as follows", Term::Following),
    ("which reads", Term::Following),
    ("reading", Term::Following),
    ("last", Term::Last),
    ("final", Term::Last),
    ("penultimate", Term::Penultimate),
    ("last but one", Term::Penultimate),
    ("second to last", Term::Penultimate),
    ("next to last", Term::Penultimate),
    ("all", Term::All),
    ("everything", Term::All),
    ("occurrence", Term::Occurrence),
    ("each time it occurs", Term::Every),
    ("each time they occur", Term::Every),
    ("each time it appears", Term::Every),
    ("each time they appear", Term::Every),
    ("every time it occurs", Term::Every),
    ("every time they occur", Term::Every),
    ("wherever it occurs", Term::Every),
    ("wherever they occur", Term::Every),
    ("wherever it appears", Term::Every),
    ("wherever they appear", Term::Every),
    ("throughout", Term::Every),
    ("in the whole", Term::Every),
    ("in the entire", Term::Every),
    ("each occurrence", Term::Every),
    ("every occurrence", Term::Every),
    ("all occurrences", Term::Every),
    ("the", Term::Skip),
    ("a", Term::Skip),
    ("an", Term::Skip),
    ("new", Term::Skip),
    ("this", Term::Skip),
    ("that", Term::Skip),
    ("these", Term::Skip),
];

/// Ordinals as written.
pub const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// Ordinals as written with "paragraph".
pub const PARAGRAPH_ORDINALS: [&[&str]; 2] = [ORDINALS, ORDINALS];

/// What follows the digits of an ordinal when written.
pub const ORDINAL_ENDINGS: [&str; 4] = ["th", "st", "nd", "rd"];

/// What may follow the digits of an ordinal when read.
pub const ORDINAL_SUFFIXES: &[&str] = &["th", "st", "nd", "rd"];

/// Small numbers.
pub const COUNTS: &[&str] =
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// Draft texts.
pub const DRAFTS: &[(TextKind, &str, &str)] = &[
    (TextKind::Resolution, "<the> draft resolution", "draft resolution {letter}"),
    (TextKind::Recommendation, "<the> draft recommendation", "draft recommendation {letter}"),
    (TextKind::Opinion, "<the> draft opinion", "draft opinion {letter}"),
    (TextKind::Other, "<the> draft text", "draft text {letter}"),
];
