//! A text with its changes: what was kept, what came, what went, and by whom.
//!
//! Law 7: [`TrackedPart`]s accepted give the new text and rejected the old one, byte for byte,
//! printed numbers included.

use text::{Block, Child, Fragment, Mark, Opaque, Part, Provision, TextKind};

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

/// Which of the two texts is read off.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Accepted,
    Rejected,
}

impl Change {
    /// Its text.
    pub fn text(&self) -> &str {
        match self {
            Self::Kept(text) | Self::Inserted(text, _) | Self::Deleted(text, _) => text,
        }
    }

    /// Its text, when `next` is of the same kind by the same author and continues it.
    pub(crate) fn joins(&mut self, next: &Self) -> Option<&mut String> {
        match (self, next) {
            (Self::Kept(text), Self::Kept(_)) => Some(text),
            (Self::Inserted(text, by), Self::Inserted(_, other)) if by == other => Some(text),
            (Self::Deleted(text, by), Self::Deleted(_, other)) if by == other => Some(text),
            _ => None,
        }
    }

    fn is_in(&self, reading: Reading) -> bool {
        match self {
            Self::Kept(_) => true,
            Self::Inserted(..) => reading == Reading::Accepted,
            Self::Deleted(..) => reading == Reading::Rejected,
        }
    }
}

impl Whole {
    fn is_in(&self, reading: Reading) -> bool {
        match self {
            Self::Inserted(_) => reading == Reading::Accepted,
            Self::Deleted(_) => reading == Reading::Rejected,
        }
    }
}

fn text(changes: &[Change], reading: Reading) -> String {
    changes.iter().filter(|change| change.is_in(reading)).map(Change::text).collect()
}

fn stands(whole: Option<&Whole>, reading: Reading) -> bool {
    whole.is_none_or(|whole| whole.is_in(reading))
}

impl TrackedBlock {
    /// The new text of the block.
    pub fn accepted(&self) -> String {
        text(&self.changes, Reading::Accepted)
    }

    /// The old text of the block.
    pub fn rejected(&self) -> String {
        text(&self.changes, Reading::Rejected)
    }

    /// Whether nothing changed in it.
    pub fn is_kept(&self) -> bool {
        self.whole.is_none() && self.changes.iter().all(|change| matches!(change, Change::Kept(_)))
    }

    fn read(&self, reading: Reading) -> Block {
        let marks = match reading {
            Reading::Accepted => &self.new_marks,
            Reading::Rejected => &self.old_marks,
        };
        let content = Fragment { text: text(&self.changes, reading), marks: marks.clone() };
        Block { content, ..Block::default() }
    }
}

fn children(tracked: &[TrackedChild], reading: Reading) -> Vec<Child> {
    let child = |child: &TrackedChild| match child {
        TrackedChild::Block(block) => {
            stands(block.whole.as_ref(), reading).then(|| Child::Block(block.read(reading)))
        }
        TrackedChild::Provision(provision) => stands(provision.whole.as_ref(), reading)
            .then(|| Child::Provision(provision.read(reading))),
        TrackedChild::Opaque(text, whole) => stands(whole.as_ref(), reading)
            .then(|| Child::Opaque(Opaque { text: text.clone(), ..Opaque::default() })),
    };
    tracked.iter().filter_map(child).collect()
}

impl TrackedProvision {
    fn read(&self, reading: Reading) -> Provision {
        Provision {
            number: text(&self.number, reading),
            children: children(&self.children, reading),
            ..Provision::default()
        }
    }
}

impl TrackedPart {
    /// The new text: all changes accepted. Origins are left out.
    pub fn accepted(&self) -> Part {
        self.read(Reading::Accepted)
    }

    /// The old text: all changes rejected. Origins are left out.
    pub fn rejected(&self) -> Part {
        self.read(Reading::Rejected)
    }

    fn read(&self, reading: Reading) -> Part {
        Part {
            letter: self.letter.clone(),
            kind: self.kind,
            heading: self.heading.clone(),
            title: self.title.as_ref().map(|title| title.read(reading)),
            children: children(&self.children, reading),
        }
    }
}
