//! How a text refers to its own provisions, in English.

use text::References;

/// How a text refers to its own provisions.
pub const TABLE: References = References {
    units: &["paragraph", "paragraphs", "sub-paragraph", "sub-paragraphs"],
    list: &["and", "or"],
    range: &["to"],
    own: &["above", "below", "of this resolution", "of this recommendation", "of this opinion"],
    foreign: &["of resolution", "of recommendation", "of the"],
    instruments: &[
        "resolution",
        "resolutions",
        "recommendation",
        "recommendations",
        "opinion",
        "convention",
        "treaty",
        "agreement",
        "charter",
        "protocol",
        "statute",
        "constitution",
        "article",
        "rule",
        "order",
        "directive",
        "regulation",
        "act",
        "law",
        "decision",
        "report",
    ],
};
