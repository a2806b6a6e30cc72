//! Where sentences end, in English.

use text::SentenceRules;

/// Where sentences end.
pub const TABLE: SentenceRules = SentenceRules {
    abbreviations: &[
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "art", "arts", "para", "paras", "p",
        "pp", "vol", "doc", "cf", "e.g", "i.e", "viz", "approx", "ets", "v", "vs", "op", "ibid",
        "rev",
    ],
};
