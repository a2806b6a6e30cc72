//! How two amendments stand to each other, and how a million do without listing pairs.

use crate::{Base, FallRules, Placed};
use source::Span;

/// How two amendments stand to each other.
///
/// Laws: `relate(b, a)` is `relate(a, b)` flipped; for fixed wordings it depends on the two alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Neither touches what the other hangs on.
    Independent,
    /// Same slot, or two points in one gap: both can be adopted, the order of the texts is the
    /// calling order.
    SamePoint,
    /// They overlap, and neither removes all that the other hangs on.
    Contradicts,
    /// The first removes all that the second hangs on.
    Overtakes,
    /// The second removes all that the first hangs on.
    OvertakenBy,
    /// The same edits.
    Identical,
}

/// A relation with its reason as a value; `engine` puts it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The relation of the first amendment to the second.
    pub relation: Relation,
    /// Why.
    pub reason: Reason,
}

/// Why two amendments stand as they do: which operation of each meet, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// Position of the operation of the first amendment that decides; `None` when independent.
    pub first: Option<usize>,
    /// Position of the operation of the second.
    pub second: Option<usize>,
    /// The words that both touch, as a span of the laid-out text (empty for a shared point).
    pub shared: Span,
    /// Both overtake each other: whichever is adopted first fells the other.
    pub mutual: bool,
}

/// How `a` stands to `b`.
pub fn relate(a: &Placed<'_>, b: &Placed<'_>, base: &Base<'_>, rules: &FallRules) -> Related {
    let _ = (a, b, base, rules);
    Related { relation: Relation::Independent, reason: Reason::default() }
}

/// All amendments of a dossier in a form that answers "which are related to this one" without ever
/// listing pairs: places sorted on the one axis of the laid-out text.
#[derive(Clone, Debug, Default)]
pub struct Relations {}

impl Relations {
    /// Sorts the places of all amendments.
    pub fn new(amendments: &[Placed<'_>], base: &Base<'_>, rules: &FallRules) -> Self {
        let _ = (amendments, base, rules);
        Self {}
    }

    /// Positions of the amendments whose relation to `amendment` is not `Independent`, ascending.
    pub fn clashes(&self, amendment: usize) -> Vec<usize> {
        let _ = amendment;
        Vec::new()
    }

    /// Positions of those that fall if this one alone is adopted, ascending. Identical ones are
    /// decided with it and do not count.
    pub fn fells(&self, amendment: usize) -> Vec<usize> {
        let _ = amendment;
        Vec::new()
    }

    /// How many amendments fall if this one alone is adopted, without listing them.
    pub fn fells_count(&self, amendment: usize) -> usize {
        let _ = amendment;
        0
    }

    /// Positions of those whose adoption alone fells this one, ascending.
    pub fn fallen_by(&self, amendment: usize) -> Vec<usize> {
        let _ = amendment;
        Vec::new()
    }
}

/// Amendments grouped by identity: same places, same payloads (unit words and marks apart).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// For each amendment, the position of the first one identical to it (itself when alone).
    pub leader: Vec<usize>,
}
