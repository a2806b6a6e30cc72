//! The rules of a chamber that order and falls depend on; the defaults are PACE's.

/// How amendments at one place are ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRules {
    /// Rank of operations at one place, the first called first.
    pub ranks: Vec<Rank>,
    /// Under this share of difference (per cent) between two distances, their order is uncertain.
    pub uncertain_below_percent: u32,
    /// Whether amendments that cannot all be adopted are called one after the other, where the first of
    /// them stands: a joint discussion.
    pub rivals_together: bool,
}

/// Kinds of operation as far as their order at one place goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Taking away.
    Delete,
    /// Putting something else.
    Replace,
    /// Adding.
    Insert,
}

impl Default for OrderRules {
    fn default() -> Self {
        Self {
            ranks: vec![Rank::Delete, Rank::Replace, Rank::Insert],
            uncertain_below_percent: 10,
            rivals_together: false,
        }
    }
}

/// What falls with what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FallRules {
    /// What happens when a wider change is adopted after a narrower one inside it.
    pub wider_after_narrower: WiderAfterNarrower,
    /// Whether an insertion beside quoted words that are gone is tracked instead of falling.
    pub lost_anchor_is_tracked: bool,
    /// Whether the rejection of one of several identical amendments fells the others.
    pub rejection_fells_identical: bool,
}

/// What happens when a narrower change was adopted and a wider one over it is still open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WiderAfterNarrower {
    /// It stays open and, adopted, supersedes the narrower one (PACE, inferred).
    #[default]
    Supersedes,
    /// It falls.
    Falls,
}
