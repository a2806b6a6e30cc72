//! Where sentences end, in French.

use text::SentenceRules;

/// Where sentences end.
pub const TABLE: SentenceRules =
    SentenceRules { abbreviations: &["m", "mm", "mme", "no", "art", "cf"] };
