//! Where sentences end, in English.

use text::SentenceRules;

/// Where sentences end.
pub const TABLE: SentenceRules =
    SentenceRules { abbreviations: &["mr", "mrs", "ms", "dr", "no", "art", "cf"] };
