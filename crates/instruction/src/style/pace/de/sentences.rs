//! Where sentences end, in German.

use text::SentenceRules;

/// Where sentences end.
#[rustfmt::skip]
pub const TABLE: SentenceRules = SentenceRules {
    abbreviations: &[
        "hr", "fr", "dr", "prof", "hl", "st", "z.b", "d.h", "u.a", "usw", "bzw", "vgl", "ca", "ggf",
        "evtl", "sog",
    ],
    before_numbers: &["nr", "nrn", "art", "abs", "ziff", "kap", "s", "bd", "dok"],
    labelled_blocks: false,
    starters: &[
        "der", "die", "das", "ein", "eine", "es", "er", "sie", "wir", "in", "im", "am", "mit", "nach",
        "vor", "für", "wenn", "und", "aber", "oder", "alle", "jeder", "diese", "dieser", "dieses",
    ],
    ordinal_dots: true,
};
