//! What a word processor's file holds, whichever format it is in: paragraphs and tables in their order,
//! every run with its marks and with who put it there or took it away.

use super::lists::Lists;
use super::note::Notes;
use std::collections::BTreeMap;
use text::Lang;

/// A document as far as it is read.
#[derive(Debug, Default)]
pub struct Flow {
    /// Paragraphs and tables in their order.
    pub items: Vec<Item>,
    /// The lists that paragraphs belong to.
    pub lists: Lists,
    /// Who changed something, by their number in [`Change`].
    pub authors: Vec<String>,
    /// The language that somebody marked most letters with, and the file's usual one.
    pub marked: Option<Lang>,
    /// The language of what nobody marked.
    pub usual: Option<Lang>,
    /// What was left out or repaired so far.
    pub notes: Notes,
    /// The numbers of the authors.
    pub known: BTreeMap<String, usize>,
}

/// A paragraph or a table.
#[derive(Clone, Debug)]
pub enum Item {
    /// Running text.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A table: rows of cells of whatever stands in them.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Vec<Vec<Item>>>,
    /// How many of the first rows are repeated on every page: they head the table.
    pub heads: usize,
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// Its text, run by run.
    pub pieces: Vec<Piece>,
    /// Where it is numbered or bulleted automatically.
    pub listed: Option<Listed>,
    /// A line that a compendium has beside its words: of a table of contents, or a reason that was
    /// worked out and not written by anybody.
    pub passed_over: bool,
    /// Columns of white space before it, in quarters of an inch.
    pub indent: u16,
    /// What was done to the end of the paragraph: deleted, it goes on with the next one.
    pub end: Change,
}

/// A paragraph's place in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What counts: paragraphs of one counter are numbered on.
    pub counter: usize,
    /// How the levels look, by position in [`Lists::definitions`].
    pub definition: usize,
    /// From 0.
    pub level: u8,
    /// The number that it starts again with.
    pub start: Option<u32>,
}

/// A run of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The text; a line feed for a line break.
    pub text: String,
    /// Set in italics.
    pub italic: bool,
    /// Raised.
    pub raised: bool,
    /// A reference to the note of this sign stands before the text.
    pub note: Option<String>,
    /// Who put it there or took it away.
    pub change: Change,
}

/// What was done to a run or to the end of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Nothing.
    #[default]
    Kept,
    /// Put there by this author.
    Inserted(usize),
    /// Taken away by this author.
    Deleted(usize),
}

/// How changes are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// As before them: all rejected.
    Old,
    /// As after them: all accepted.
    New,
}

impl View {
    /// Whether what was changed so is there.
    pub fn has(self, change: Change) -> bool {
        match change {
            Change::Kept => true,
            Change::Inserted(_) => self == Self::New,
            Change::Deleted(_) => self == Self::Old,
        }
    }
}

impl Flow {
    /// The number of an author.
    pub fn author(&mut self, name: &str) -> usize {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(known) = self.known.get(&name) {
            return *known;
        }
        let number = self.authors.len();
        self.authors.push(name.clone());
        self.known.insert(name, number);
        number
    }

    /// Whether anything was changed.
    pub fn is_changed(&self) -> bool {
        self.items.iter().any(Item::is_changed)
    }
}

impl Item {
    /// Whether anything in it was changed.
    pub fn is_changed(&self) -> bool {
        match self {
            Self::Paragraph(paragraph) => {
                paragraph.end != Change::Kept
                    || paragraph.pieces.iter().any(|piece| piece.change != Change::Kept)
            }
            Self::Table(table) => table.rows.iter().flatten().flatten().any(Self::is_changed),
        }
    }
}

impl Paragraph {
    /// Adds text to the last run, where it looks the same, or as a new one.
    pub fn push(&mut self, piece: Piece) {
        if piece.text.is_empty() && piece.note.is_none() {
            return;
        }
        match self.pieces.last_mut() {
            Some(last)
                if piece.note.is_none()
                    && (last.italic, last.raised, last.change)
                        == (piece.italic, piece.raised, piece.change) =>
            {
                last.text.push_str(&piece.text);
            }
            _ => self.pieces.push(piece),
        }
    }

    /// Its text in a view.
    pub fn text(&self, view: View) -> String {
        let there = self.pieces.iter().filter(|piece| view.has(piece.change));
        there.map(|piece| piece.text.as_str()).collect()
    }
}
