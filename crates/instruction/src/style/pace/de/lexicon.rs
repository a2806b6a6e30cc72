//! The words of German wordings and what they mean.

use crate::style::grammar::Term;
use text::TextKind;

/// Words and phrases.
pub const WORDS: &[(&str, Term)] = &[
    ("einfügen", Term::Insert),
    ("einzufügen", Term::Insert),
    ("hinzufügen", Term::Insert),
    ("anfügen", Term::Insert),
    ("ersetzen", Term::Replace),
    ("streichen", Term::Delete),
    ("löschen", Term::Delete),
    ("nach", Term::After),
    ("vor", Term::Before),
    ("zwischen", Term::Between),
    ("am ende", Term::AtEnd),
    ("am anfang", Term::AtBeginning),
    ("zu beginn", Term::AtBeginning),
    ("in", Term::In),
    ("im", Term::In),
    ("von", Term::Of),
    ("vom", Term::Of),
    ("des", Term::Of),
    ("bis", Term::To),
    ("bis zu", Term::To),
    ("bis zum", Term::To),
    ("ab", Term::From),
    ("bis zum ende", Term::UntilEnd),
    ("durch", Term::With),
    ("und", Term::And),
    ("absatz", Term::Paragraph),
    ("absatzes", Term::Paragraph),
    ("absätze", Term::Paragraph),
    ("absätzen", Term::Paragraph),
    ("unterabsatz", Term::Paragraph),
    ("unterabsätze", Term::Paragraph),
    ("ziffer", Term::Paragraph),
    ("ziffern", Term::Paragraph),
    ("satz", Term::Sentence),
    ("satzes", Term::Sentence),
    ("sätze", Term::Sentence),
    ("sätzen", Term::Sentence),
    ("wort", Term::Word),
    ("wortes", Term::Word),
    ("worte", Term::Word),
    ("wörter", Term::Word),
    ("wörtern", Term::Word),
    ("text", Term::Text),
    ("titel", Term::Title),
    ("titels", Term::Title),
    ("regel", Term::Rule),
    ("änderungsantrag", Term::Amendment),
    ("entschließungsentwurf", Term::Draft(TextKind::Resolution)),
    ("entschließungsentwurfs", Term::Draft(TextKind::Resolution)),
    ("empfehlungsentwurf", Term::Draft(TextKind::Recommendation)),
    ("empfehlungsentwurfs", Term::Draft(TextKind::Recommendation)),
    ("entwurf einer stellungnahme", Term::Draft(TextKind::Opinion)),
    ("textentwurf", Term::Draft(TextKind::Other)),
    ("folgende", Term::Following),
    ("folgenden", Term::Following),
    ("folgender", Term::Following),
    ("folgendes", Term::Following),
    ("letzte", Term::Last),
    ("letzten", Term::Last),
    ("letzter", Term::Last),
    ("vorletzte", Term::Penultimate),
    ("vorletzten", Term::Penultimate),
    ("vorletzter", Term::Penultimate),
    ("ersten", Term::Ordinal(1)),
    ("erster", Term::Ordinal(1)),
    ("zweiten", Term::Ordinal(2)),
    ("zweiter", Term::Ordinal(2)),
    ("dritten", Term::Ordinal(3)),
    ("dritter", Term::Ordinal(3)),
    ("alle", Term::All),
    ("allen", Term::All),
    ("vorkommen", Term::Occurrence),
    ("an jeder stelle", Term::Every),
    ("im gesamten", Term::Every),
    ("im ganzen", Term::Every),
    ("der", Term::Skip),
    ("die", Term::Skip),
    ("das", Term::Skip),
    ("den", Term::Skip),
    ("dem", Term::Skip),
    ("neue", Term::Skip),
    ("neuen", Term::Skip),
];

/// Ordinals as written with "Vorkommen"; sentences are written by number.
pub const ORDINALS: &[&str] =
    &["erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte"];

/// Ordinals as written with "Absatz": with the article, and without.
pub const PARAGRAPH_ORDINALS: [&[&str]; 2] =
    [&["ersten", "zweiten", "dritten"], &["erster", "zweiter", "dritter"]];

/// What follows the digits of an ordinal when written.
pub const ORDINAL_ENDINGS: [&str; 4] = ["te", "te", "te", "te"];

/// What may follow the digits of an ordinal when read.
pub const ORDINAL_SUFFIXES: &[&str] = &["te", "ten"];

/// Small numbers.
pub const COUNTS: &[&str] = &["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];

/// Draft texts.
pub const DRAFTS: &[(TextKind, &str, &str)] = &[
    (TextKind::Resolution, "<dem> Entschließungsentwurf", "Entschließungsentwurf {letter}"),
    (TextKind::Recommendation, "<dem> Empfehlungsentwurf", "Empfehlungsentwurf {letter}"),
    (
        TextKind::Opinion,
        "<dem> Entwurf einer Stellungnahme",
        "Entwurf einer Stellungnahme {letter}",
    ),
    (TextKind::Other, "<dem> Textentwurf", "Textentwurf {letter}"),
];

/// What a preposition and an article become together.
pub const CONTRACTIONS: &[(&str, &str)] = &[("in dem ", "im "), ("von dem ", "vom ")];
