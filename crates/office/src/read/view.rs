//! The paragraphs of a document with its changes rejected, or with them accepted.
//!
//! A paragraph whose end is not there in a view goes on with the next one. Such a text is numbered and
//! indented like the first of its paragraphs that has words in that view, so that a paragraph put in before
//! another leaves that one what it was.

use super::flow::{Change, Flow, Item, Paragraph, Piece, View};
use super::lists::{Counting, Label};

/// What stands in a view, in order.
#[derive(Clone, Debug)]
pub enum Shown {
    /// A paragraph.
    Line(Line),
    /// The table at this position of the flow.
    Table(usize),
}

/// A paragraph of a view.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its automatic number.
    pub label: Option<Label>,
    /// Its text.
    pub pieces: Vec<Piece>,
    /// Columns of white space before it.
    pub indent: u16,
    /// Who changed something in it, whether seen in this view or not, by position in [`Flow::authors`].
    pub authors: Vec<usize>,
}

impl Line {
    /// Its text without marks.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.trim().is_empty() && piece.note.is_none())
    }
}

/// A paragraph of a view while it is put together.
struct Growing<'a> {
    pieces: Vec<Piece>,
    /// The paragraph that it looks like, and whether that one has words.
    like: &'a Paragraph,
    has_words: bool,
    authors: Vec<usize>,
}

/// The paragraphs and tables of a view.
pub fn shown(flow: &Flow, view: View) -> Vec<Shown> {
    let mut counting = Counting::new(&flow.lists);
    let mut shown = Vec::new();
    let mut growing: Option<Growing<'_>> = None;
    for (at, item) in flow.items.iter().enumerate() {
        match item {
            Item::Table(_) => {
                shown.extend(growing.take().and_then(|open| open.close(&mut counting, false)));
                shown.push(Shown::Table(at));
            }
            Item::Paragraph(paragraph) => {
                let open = growing.get_or_insert_with(|| Growing::new(paragraph));
                open.add(paragraph, view);
                if view.has(paragraph.end) {
                    shown.extend(growing.take().and_then(|open| open.close(&mut counting, true)));
                }
            }
        }
    }
    shown.extend(growing.and_then(|open| open.close(&mut counting, false)));
    shown
}

impl<'a> Growing<'a> {
    fn new(like: &'a Paragraph) -> Self {
        Self { pieces: Vec::new(), like, has_words: false, authors: Vec::new() }
    }

    fn add(&mut self, paragraph: &'a Paragraph, view: View) {
        let there = paragraph.pieces.iter().filter(|piece| view.has(piece.change));
        let before = self.pieces.len();
        let changes = paragraph.pieces.iter().map(|piece| piece.change).chain([paragraph.end]);
        // What is not there as a whole changed nothing in what follows it.
        let is_absent = !changes.clone().any(|change| view.has(change));
        for change in changes.filter(|_| !is_absent) {
            if let Change::Inserted(author) | Change::Deleted(author) = change
                && self.authors.last() != Some(&author)
            {
                self.authors.push(author);
            }
        }
        self.pieces.extend(there.cloned());
        if !self.has_words {
            self.like = paragraph;
            self.has_words =
                self.pieces[before..].iter().any(|piece| !piece.text.trim().is_empty());
        }
    }

    /// The paragraph; `None` where nothing stands in it that is shown. One that ends counts in its list
    /// even without words.
    fn close(self, counting: &mut Counting<'_>, ends: bool) -> Option<Shown> {
        if !ends && !self.has_words {
            return None;
        }
        let label = self.like.listed.as_ref().and_then(|listed| counting.next(listed));
        let Self { pieces, mut authors, .. } = self;
        authors.sort_unstable();
        authors.dedup();
        let line = Line { label, pieces, indent: self.like.indent, authors };
        (!line.is_blank() || line.label.is_some()).then_some(Shown::Line(line))
    }
}
