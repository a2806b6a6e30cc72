//! A text with its changes: what was kept, what came, what went, and by whom.
//!
//! Law 7: [`TrackedPart`]s accepted give the new text and rejected the old one, byte for byte,
//! printed numbers included.

use text::{Mark, TextKind};

/// Who made a change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Author {
    /// An amendment, by its number.
    Amendment(String),
    /// The editorial pass, because of these amendments (numbers in calling order).
    Editorial(Vec<String>),
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both texts.
    Kept(String),
    /// In the new text only.
    Inserted(String, Author),
    /// In the old text only.
    Deleted(String, Author),
}

/// A block with its changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrackedBlock {
    /// Stretches in order; neighbours differ in kind or author; none is empty.
    pub changes: Vec<Change>,
    /// Marks of the old text, on the text of all `Kept` and `Deleted` stretches.
    pub old_marks: Vec<Mark>,
    /// Marks of the new text, on the text of all `Kept` and `Inserted` stretches.
    pub new_marks: Vec<Mark>,
    /// Set when the whole block came or went (with its paragraph mark).
    pub whole: Option<Whole>,
}

/// A unit that came or went as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whole {
    /// It is in the new text only.
    Inserted(Author),
    /// It is in the old text only.
    Deleted(Author),
}

/// What a part or provision is made of, with changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrackedChild {
    /// Running text.
    Block(TrackedBlock),
    /// A numbered unit.
    Provision(TrackedProvision),
    /// A table or heading: its text and, where it came or went, by whom.
    Opaque(String, Option<Whole>),
}

/// A numbered unit with its changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrackedProvision {
    /// Its number; a renumbering is a deletion and an insertion by `Editorial`. Without the full
    /// stop that prints after it.
    pub number: Vec<Change>,
    /// What it is made of.
    pub children: Vec<TrackedChild>,
    /// Set when the whole unit came or went.
    pub whole: Option<Whole>,
}

/// A draft text with its changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackedPart {
    /// Its letter.
    pub letter: String,
    /// Its kind.
    pub kind: TextKind,
    /// Its heading.
    pub heading: String,
    /// Its title.
    pub title: Option<TrackedBlock>,
    /// What it is made of.
    pub children: Vec<TrackedChild>,
}
