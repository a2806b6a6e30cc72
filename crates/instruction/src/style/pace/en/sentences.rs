//! Where sentences end, in English.

use text::SentenceRules;

/// Where sentences end.
pub const TABLE: SentenceRules = SentenceRules {
    abbreviations: &[
        "mr", "mrs", "ms", "messrs", "dr", "prof", "rev", "hon", "cf", "e.g", "i.e", "viz",
        "approx", "v", "vs",
    ],
    before_numbers: &[
        "no", "nos", "art", "arts", "para", "paras", "p", "pp", "vol", "doc", "ets", "ch", "fig",
    ],
};
