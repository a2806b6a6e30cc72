//! How a text refers to its own provisions, in German.

use text::References;

/// How a text refers to its own provisions.
pub const TABLE: References = References {
    units: &["absatz", "absatzes", "absätze", "absätzen"],
    list: &["und", "oder"],
    range: &["bis"],
    own: &["oben", "unten", "dieser entschließung", "dieser empfehlung", "dieses textes"],
    foreign: &["der", "des", "von"],
    instruments: &[
        "entschließung",
        "empfehlung",
        "stellungnahme",
        "übereinkommens",
        "vertrags",
        "abkommens",
        "charta",
        "protokolls",
        "satzung",
        "verfassung",
        "artikel",
        "richtlinie",
        "verordnung",
        "gesetzes",
    ],
};
