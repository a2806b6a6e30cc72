//! How inserted words join what stands around them, in French.

use text::Seams;

/// How inserted words join what stands around them.
pub const TABLE: Seams = Seams {
    continuations: &["et", "ou", "mais"],
    never_names: &["le", "la", "les", "l", "elle", "il", "dans"],
    elisions: &["l", "d", "qu", "s", "n", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu"],
    spaced_marks: &[],
    list_conjunctions: &["et", "ou"],
};
