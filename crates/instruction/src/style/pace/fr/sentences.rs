//! Where sentences end, in French.

use text::SentenceRules;

/// Where sentences end.
pub const TABLE: SentenceRules = SentenceRules {
    abbreviations: &[
        "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "st", "ste", "no", "nos", "n°", "art",
        "al", "par", "p", "pp", "vol", "doc", "cf", "p. ex", "ex", "env", "ibid", "réf", "rév",
    ],
};
