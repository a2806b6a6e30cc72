//! How inserted words join what stands around them, in German.

use text::Seams;

/// How inserted words join what stands around them. Nouns keep their capital in German, so only
/// words that never are nouns are lowered.
#[rustfmt::skip]
pub const TABLE: Seams = Seams {
    continuations: &["und", "oder", "aber", "sowie", "sondern"],
    never_names: &[
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "es",
        "er", "sie", "wir", "in", "im", "am", "an", "auf", "bei", "mit", "nach", "vor", "von", "vom",
        "zu", "zum", "zur", "für", "durch", "über", "unter", "und", "oder", "aber", "wenn", "dass",
        "diese", "dieser", "dieses", "jede", "jeder", "jedes", "alle", "ist", "sind", "wird",
        "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    ],
    elisions: &[],
    spaced_marks: &[],
    list_conjunctions: &["und", "oder", "sowie"],
};
