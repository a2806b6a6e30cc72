//! Where sentences end, in French.

use text::SentenceRules;

/// Where sentences end.
pub const TABLE: SentenceRules = SentenceRules {
    abbreviations: &[
        "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "cf", "p. ex", "ex", "env", "c.-à-d",
    ],
    before_numbers: &[
        "no", "nos", "n°", "art", "al", "par", "p", "pp", "vol", "doc", "chap", "fig",
    ],
};
