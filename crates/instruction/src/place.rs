//! Where an operation acts in one draft, and what it hangs on.

use source::Span;
use text::{BlockId, ProvisionId};

/// A place that exists in one draft, found from a [`crate::Locator`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The part, by position in the draft.
    pub part: u32,
    /// The place itself.
    pub place: Place,
    /// What must not vanish wholly, or the operation falls.
    pub hang: Hang,
    /// The level at which it was worded; see [`PlaceUnit`].
    pub unit: PlaceUnit,
    /// The provision that the wording names or in which the words were found; `None`: the title or
    /// the part itself.
    pub provision: Option<ProvisionId>,
    /// Sentences named, 1-based, first and last included, where the wording names any.
    pub sentences: Option<(u32, u32)>,
}

/// A range or a point of the laid-out text ([`text::Index::text`]).
///
/// Abutting ranges do not overlap; a point at a range's edge is outside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Whole provisions that follow one another under one parent, with all below them.
    Provisions {
        /// The first.
        first: ProvisionId,
        /// The last; equal to `first` for one.
        last: ProvisionId,
        /// From the start of the first to the end of the last one's subtree, line feeds included.
        span: Span,
    },
    /// Characters inside one block (or from one block to another), never empty.
    Text {
        /// The characters.
        span: Span,
    },
    /// A point between characters of a block.
    Point {
        /// The block.
        block: BlockId,
        /// Offset in the laid-out text.
        at: u32,
        /// Which text it belongs to.
        side: Side,
    },
    /// A gap between provisions: what is inserted there becomes the child at `position`.
    Slot {
        /// The provision whose child it becomes; `None`: at the top of the part.
        parent: Option<ProvisionId>,
        /// Among the provisions directly below `parent`, 0-based.
        position: u32,
        /// Offset in the laid-out text. Slots of different depth may share it.
        at: u32,
    },
    /// The end of a provision that has sub-provisions and no closing text: what is inserted there
    /// becomes its closing text, a new block behind its last sub-provision.
    Closing {
        /// The provision that gets a closing text.
        provision: ProvisionId,
        /// The end of the provision's span in the laid-out text. Slots of the sub-provisions share
        /// it and come before it.
        at: u32,
    },
}

/// Which neighbour a point belongs to: it moves with that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// To what precedes it: "after the words", "at the end".
    Previous,
    /// To what follows it: "before the words", "at the beginning".
    Next,
}

/// What an operation hangs on; it falls when all of it is gone (white space does not count).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hang {
    /// On a range of the laid-out text: a provision, a sentence, quoted words.
    On(Span),
    /// On nothing that can go: an insertion at the top of a part.
    Part,
}

/// The level of a place as worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceUnit {
    /// Whole provisions.
    Provision,
    /// Whole sentences.
    Sentence,
    /// Words.
    Words,
    /// A point or a gap.
    Point,
    /// The title of a part.
    Title,
}

impl Place {
    /// The range it covers in the laid-out text; empty for points and gaps.
    pub fn span(&self) -> Span {
        match *self {
            Self::Provisions { span, .. } | Self::Text { span } => span,
            Self::Point { at, .. } | Self::Slot { at, .. } | Self::Closing { at, .. } => {
                Span { start: at, end: at }
            }
        }
    }
}
