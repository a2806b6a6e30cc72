//! How a text refers to its own provisions, in English.

use text::References;

/// How a text refers to its own provisions.
#[rustfmt::skip]
pub const TABLE: References = References {
    units: &[
        "paragraph",
        "paragraphs",
        "sub-paragraph",
        "sub-paragraphs",
        "subparagraph",
        "subparagraphs",
    ],
    list: &["and", "or"],
    range: &["to"],
    own: &[
        "above", "below", "hereof", "of this text", "of the present text", "of this
        draft text", "of this resolution", "of the present resolution", "of the draft
        resolution", "of this draft resolution", "of the present draft resolution", "of
        this recommendation", "of the present recommendation", "of the draft
        recommendation", "of this draft recommendation", "of the present draft
        recommendation", "of this opinion", "of the present opinion", "of the draft
        opinion", "of this draft opinion", "of the present draft opinion",
    ],
    foreign: &[
        "of",
        "in resolution",
        "in recommendation",
        "in opinion",
        "in its resolution",
        "in its recommendation",
        "in the convention",
        "in the report",
        "to resolution",
        "to recommendation",
    ],
    instruments: &[
        "resolution", "resolutions", "recommendation", "recommendations", "opinion",
        "convention", "treaty", "agreement", "charter", "protocol", "statute",
        "constitution", "article", "rule", "order", "directive", "regulation", "act",
        "law", "decision", "report",
    ],
};
