//! Falls: what can no longer be put, because what was adopted took away what it hangs on.

use crate::{Base, FallRules, Placed};
use source::Span;

/// Why an amendment falls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fall {
    /// Positions (in the slice given) of the adopted amendments that took it away; ascending,
    /// least such set found by dropping what is not needed.
    pub causes: Vec<usize>,
    /// The words gone that it hung on, as spans of the laid-out text, one per operation.
    pub gone: Vec<Span>,
}

/// Whether `amendment` falls once `adopted` is adopted: a function of the set, from the base text.
///
/// It falls when of each of its operations all that it hangs on is removed by the union of what the
/// set removes. Law 4: falls are monotone in the set.
pub fn falls(
    amendment: &Placed<'_>,
    adopted: &[Placed<'_>],
    base: &Base<'_>,
    rules: &FallRules,
) -> Option<Fall> {
    let _ = (amendment, adopted, base, rules);
    None
}
