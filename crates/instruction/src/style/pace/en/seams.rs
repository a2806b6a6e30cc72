//! How inserted words join what stands around them, in English.

use text::Seams;

/// How inserted words join what stands around them.
pub const TABLE: Seams = Seams {
    continuations: &["and", "or", "but"],
    never_names: &["the", "a", "an", "it", "in"],
    elisions: &[],
    spaced_marks: &[],
    list_conjunctions: &["and", "or"],
};
