//! The ends of quotations and of list items in texts whose provisions are counted.
//!
//! A bill quotes the laws it amends paragraph by paragraph: each begins with a quotation mark, and only
//! the last of them closes, with the mark of the list item behind it. Whoever drafts an amendment
//! leaves all this to those who print the text:
//!
//! | published | change | result |
//! |---|---|---|
//! | `"Boats rest." ;` | `Lamps burn.` behind it | `"Boats rest.` `"Lamps burn." ;` |
//! | `"Boats rest.` `"Lamps burn." ;` | the second goes | `"Boats rest." ;` |
//! | `"Boats rest." ;` | replaced by `Boats sleep.` | `"Boats sleep." ;` |
//! | `1° … ;` `2° … .` | `3° … .` behind `2°` | `1° … ;` `2° … ;` `3° … .` |
//! | `1° … ;` `2° … .` | `2°` goes | `1° … .` |
//!
//! Whether a new paragraph is quoted is seen from where it comes: in the place of quoted ones, or among
//! them, it is; elsewhere its own mark says so, unless the marks stand around all of the new text.
//! Nothing is touched that no amendment came near.

mod labels;
mod marks;
mod quote;
mod spelling;
mod suppressed;

use super::work::{
    By, Piece, State, Whole, WorkBlock, WorkChild, WorkPart, WorkProvision, add_cause,
};
use source::Span;
use text::{CountedWords, is_quoted, tail};

/// A provision of the part, as far as its ends go.
#[derive(Clone, Debug)]
struct Line {
    /// Which child of the part it is.
    child: usize,
    /// Its text as published; `None` where it is new.
    old: Option<String>,
    /// Its new text; `None` where it is gone.
    new: Option<String>,
    /// Who put it there, replaced or deleted it.
    by: Option<u32>,
    /// Whether it is quoted, in the new text.
    quoted: bool,
    /// Gone with others in whose place something came.
    absorbed: bool,
    /// Whether its end must be looked at, and because of whom.
    touched: Vec<u32>,
}

impl Line {
    fn text(&self) -> &str {
        self.new.as_deref().unwrap_or("")
    }

    fn came(&self) -> bool {
        self.new.is_some() && self.by.is_some()
    }

    fn was_quoted(&self) -> Option<bool> {
        self.old.as_deref().map(is_quoted)
    }

    fn closes(&self) -> bool {
        tail(self.text()) < self.text().len()
    }

    fn closed(&self) -> bool {
        self.old.as_deref().is_some_and(|old| tail(old) < old.len())
    }
}

/// Puts the ends of quotations and list items in order.
pub(super) fn settle(parts: &mut [WorkPart<'_>], words: &CountedWords) {
    for part in parts {
        spelling::spell(part, words.spelling);
        let mut lines = lines(part);
        if lines.iter().all(|line| line.by.is_none() && line.touched.is_empty()) {
            continue;
        }
        suppressed::deleted(&mut lines, part, words);
        labels::blanks(&mut lines, part, words);
        quote::quote(&mut lines, part, words);
        touch(&mut lines);
        labels::elided(&mut lines, part, words);
        labels::printed(&mut lines, part, words);
        labels::parts(&mut lines, part, words);
        quote::close(&mut lines, part, words);
        marks::marks(&mut lines, part, words);
    }
}

fn provision<'p, 'a>(part: &'p WorkPart<'a>, child: usize) -> Option<&'p WorkProvision<'a>> {
    match part.children.get(child) {
        Some(WorkChild::Provision(provision)) => Some(provision),
        _ => None,
    }
}

fn block<'p, 'a>(part: &'p mut WorkPart<'a>, child: usize) -> Option<&'p mut WorkBlock<'a>> {
    match part.children.get_mut(child) {
        Some(WorkChild::Provision(provision)) => match provision.children.first_mut() {
            Some(WorkChild::Block(block)) => Some(block),
            _ => None,
        },
        _ => None,
    }
}

fn lines(part: &WorkPart<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for child in 0..part.children.len() {
        let Some(provision) = provision(part, child) else { continue };
        let Some(WorkChild::Block(block)) = provision.children.first() else { continue };
        let old: String = old_text(&block.pieces);
        let new = provision.is_new().then(|| block.new_text());
        let by = match (&provision.whole, provision.replaced) {
            (Some(Whole::Inserted(By::Amendment(by)) | Whole::Deleted(By::Amendment(by))), _) => {
                Some(*by)
            }
            (_, replaced) => replaced,
        };
        let quoted = new.as_deref().is_some_and(is_quoted);
        let old = provision.is_old().then_some(old);
        let touched = block.end_causes.clone();
        let absorbed = provision.absorbed;
        lines.push(Line { child, old, new, by, quoted, absorbed, touched });
    }
    lines
}

fn old_text(pieces: &[Piece<'_>]) -> String {
    pieces.iter().filter(|piece| piece.is_old()).map(|piece| piece.text.as_ref()).collect()
}

/// Replaces bytes of the new text of a line, and keeps the line in step.
fn edit(line: &mut Line, part: &mut WorkPart<'_>, span: Span, with: &str, causes: &[u32]) {
    let Some(block) = block(part, line.child) else { return };
    if span.is_empty() && span.start as usize == block.new_text().len() {
        block
            .pieces
            .push(Piece::made(State::Inserted(By::Editorial(causes.to_vec())), with.to_owned()));
    } else {
        block.edit(span, with, causes);
    }
    line.new = Some(block.new_text());
}

/// Marks the lines whose end is to be looked at: new ones, and those whose next line is another than
/// it was.
fn touch(lines: &mut [Line]) {
    let mut before: Option<usize> = None;
    let mut gone: Vec<u32> = Vec::new();
    for at in 0..lines.len() {
        if lines[at].new.is_none() {
            gone.extend(lines[at].by);
            continue;
        }
        let mut causes = std::mem::take(&mut gone);
        // Of one kind with what stood there, it changes nothing for the line before.
        let alone = causes.is_empty();
        causes.extend(lines[at].by);
        let alike = alone
            && lines[at].old.as_deref().is_some_and(|old| {
                is_quoted(old) == lines[at].quoted
                    && marks::is_item(bare(old)) == marks::is_item(inside(&lines[at]))
            });
        if let Some(before) = before.filter(|_| !alike) {
            causes.iter().for_each(|by| add_cause(&mut lines[before].touched, *by));
        }
        if let Some(by) = lines[at].by {
            add_cause(&mut lines[at].touched, by);
        }
        before = Some(at);
    }
    if let Some(before) = before {
        gone.iter().for_each(|by| add_cause(&mut lines[before].touched, *by));
    }
}

fn opening_len(text: &str) -> usize {
    let lead = text.len() - text.trim_start().len();
    let mark = text[lead..].chars().next().map_or(0, char::len_utf8);
    let inside = &text[lead + mark..];
    lead + mark + inside.len() - inside.trim_start().len()
}

/// The new text of a line, without its opening mark where it is quoted.
fn inside(line: &Line) -> &str {
    bare(line.text())
}

/// A text without its opening mark.
fn bare(text: &str) -> &str {
    if is_quoted(text) { &text[opening_len(text)..] } else { text }
}
