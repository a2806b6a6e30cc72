//! How two amendments stand to each other, and how a million do without listing pairs.
//!
//! # What is compared
//!
//! Every operation is a range or a point on one axis, the laid-out text, and hangs on a range of
//! it. Two questions decide everything, and both are comparisons of integers:
//!
//! - does what one amendment **removes** cover all that the other **hangs on**? Then it overtakes;
//! - do their places **overlap** otherwise? Then they contradict.
//!
//! ```text
//! 2. The lake is wide. It is deep in winter. Boats cross it.
//!    └──── 1 ────────┘ └─────── 2 ──────────┘
//!
//! a: replace paragraph 2               removes all of it
//! b: delete the second sentence        removes 2, hangs on 2
//! c: at its end insert ", often"       a point, hangs on 2
//! d: delete "in winter. Boats"         removes the end of 2 and the beginning of 3
//! e: after the second sentence insert  a point, hangs on the paragraph
//!
//! a overtakes b, c, d, e    all that they hang on lies in paragraph 2
//! b overtakes c             but not e: the paragraph is still there
//! b contradicts d           they share words, and neither removes all of the other
//! c and e: same point       both stand between the second sentence and the third
//! ```
//!
//! White space does not count: deleting two sentences removes the words that cross from one to the
//! other. The line feed of a provision does: deleting every sentence of a paragraph leaves an empty
//! paragraph, on which an insertion at its end still hangs.
//!
//! Two different replacements of the same words each take away all of the other. That is not a
//! wider and a narrower one, so the relation is `Contradicts` with `mutual` set; and each falls by
//! the other. Two *identical* amendments are decided together and do not fell each other.

mod form;
mod identity;
mod intervals;
mod relations;

pub(crate) use form::{Form, all_cleared, cleared, forms, is_cleared, solid};
pub use identity::Groups;
pub(crate) use identity::identical;
pub(crate) use intervals::Intervals;
pub use relations::Relations;
pub(crate) use relations::hold;

use crate::{Base, FallRules, Placed, natural};
use source::Span;
use source::fault::{Fault, planted};

/// How two amendments stand to each other.
///
/// Laws: `relate(b, a)` is `relate(a, b)` flipped; for fixed wordings it depends on the two alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Neither touches what the other hangs on.
    #[default]
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

impl Relation {
    /// The relation seen from the other side.
    pub fn flipped(self) -> Self {
        match self {
            Self::Overtakes => Self::OvertakenBy,
            Self::OvertakenBy => Self::Overtakes,
            Self::Independent | Self::SamePoint | Self::Contradicts | Self::Identical => self,
        }
    }
}

/// A relation with its reason as a value; `engine` puts it into words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// The relation of the first amendment to the second.
    pub relation: Relation,
    /// Why.
    pub reason: Reason,
}

impl Related {
    /// The relation seen from the other side.
    pub fn flipped(self) -> Self {
        let Reason { first, second, shared, mutual } = self.reason;
        let reason = Reason { first: second, second: first, shared, mutual };
        Self { relation: self.relation.flipped(), reason }
    }
}

/// Why two amendments stand as they do: which operation of each meet, and where. What each of the
/// operations does and to which unit is read off the instructions.
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
    if identical(a, b) {
        let shared = a.instruction.operations.first().map(|op| op.at().place.span());
        let reason = reason(0, 0, shared.unwrap_or_default());
        return Related { relation: Relation::Identical, reason };
    }
    relate_apart(a, b, base, rules)
}

/// How `a` stands to `b` when they are not one amendment put twice, whatever their texts: for
/// amendments that are identical in one language and differ in another.
pub fn relate_apart(a: &Placed<'_>, b: &Placed<'_>, base: &Base<'_>, rules: &FallRules) -> Related {
    // One of the two orders is computed and the other mirrored, so that the reason mirrors too.
    let swapped = natural(a.number, b.number).is_gt();
    let (first, second) = if swapped { (b, a) } else { (a, b) };
    let (first, second) = (forms(first, base, rules), forms(second, base, rules));
    let related = relate_forms(&first, &second, base.index.text());
    if swapped && !planted(Fault::RelateForgetsDirection) { related.flipped() } else { related }
}

/// The relation of two amendments that are not identical.
fn relate_forms(a: &[Form], b: &[Form], text: &str) -> Related {
    let (removed_a, removed_b) = (removed(a, text), removed(b, text));
    let fells = (all_cleared(&removed_a, b), all_cleared(&removed_b, a));
    let (relation, reason) = match fells {
        (true, true) => (Relation::Contradicts, meeting(a, b, text).map(mutual)),
        (true, false) => (Relation::Overtakes, covering(a, b)),
        (false, true) => (Relation::OvertakenBy, covering(b, a).map(swap)),
        (false, false) => {
            let lapses = || lapse(&removed_a, a, b).or_else(|| lapse(&removed_b, b, a).map(swap));
            match meeting(a, b, text).or_else(lapses) {
                Some(reason) => (Relation::Contradicts, Some(reason)),
                None => match meeting_point(a, b) {
                    Some(reason) => (Relation::SamePoint, Some(reason)),
                    None => (Relation::Independent, None),
                },
            }
        }
    };
    Related { relation, reason: reason.unwrap_or_default() }
}

fn removed(forms: &[Form], text: &str) -> Vec<Span> {
    let mut ranges = Vec::new();
    cleared(forms.iter().filter_map(|form| form.removes), text, &mut ranges);
    ranges
}

fn reason(first: usize, second: usize, shared: Span) -> Reason {
    Reason { first: Some(first), second: Some(second), shared, mutual: false }
}

fn mutual(reason: Reason) -> Reason {
    Reason { mutual: true, ..reason }
}

fn swap(reason: Reason) -> Reason {
    Reason { first: reason.second, second: reason.first, ..reason }
}

/// The first two operations that overlap.
fn meeting(a: &[Form], b: &[Form], text: &str) -> Option<Reason> {
    first_pair(a, b, |one, other| one.overlap(other, text))
}

/// The first two insertions at one place.
fn meeting_point(a: &[Form], b: &[Form]) -> Option<Reason> {
    first_pair(a, b, |one, other| one.same_spot(other).then_some(one.touch))
}

/// The operation of the wider amendment that takes away what the narrower one's first operation
/// hangs on (or most of it, where several operations do so together).
fn covering(wide: &[Form], narrow: &[Form]) -> Option<Reason> {
    let taken = |wide: &Form, narrow: &Form| {
        let (removed, hang) = (wide.removes?, narrow.hang?);
        removed.overlaps(hang).then_some(hang)
    };
    first_pair(wide, narrow, taken)
}

/// The first operation of `b` whose hold goes although others of `b` stand.
fn lapse(removed_a: &[Span], a: &[Form], b: &[Form]) -> Option<Reason> {
    let (second, hang) = b.iter().enumerate().find_map(|(at, form)| {
        let hang = form.hang.filter(|hang| is_cleared(removed_a, *hang))?;
        Some((at, hang))
    })?;
    let takes = |form: &Form| form.removes.is_some_and(|removed| removed.overlaps(hang));
    let first = a.iter().position(takes)?;
    Some(reason(first, second, hang))
}

fn first_pair(
    a: &[Form],
    b: &[Form],
    meets: impl Fn(&Form, &Form) -> Option<Span>,
) -> Option<Reason> {
    a.iter().enumerate().find_map(|(first, one)| {
        b.iter().enumerate().find_map(|(second, other)| {
            meets(one, other).map(|shared| reason(first, second, shared))
        })
    })
}
