//! The order in which a paper is read: whole lines, and rows of a table, left cell before right.
//!
//! A row begins where a paragraph begins on the left and what stands beside or below it on the
//! right is the beginning of an amendment (or nothing): so no amendment is ever parted by the
//! paragraph of another row, whatever the heights are.

use super::columns::Stretch;
use super::flow::{Column, Measures, begins_alone, is_heading};
use super::words::{Line, Word, lines};
use source::fault::{Fault, planted};

/// What is read as one.
#[derive(Debug)]
pub enum Part {
    /// Lines of the full width.
    Whole(Vec<Line>),
    /// The cells of a row.
    Row(Vec<Line>, Vec<Line>),
}

impl Part {
    /// Its cells that have lines, with their columns.
    pub fn cells(&self) -> impl Iterator<Item = (Column, &[Line])> + Clone {
        let cells = match self {
            Self::Whole(lines) => [(0, lines.as_slice()), (0, &[])],
            Self::Row(left, right) => [(1, left.as_slice()), (2, right.as_slice())],
        };
        cells.into_iter().filter(|(_, lines)| !lines.is_empty())
    }
}

/// Lines from words, numbered from the top.
fn numbered(baselines: &[Vec<Word>], page: u32) -> Vec<Line> {
    let count = |(at, words): (usize, &Vec<Word>)| lines(words, page, at as u32 + 1);
    baselines.iter().enumerate().flat_map(count).collect()
}

/// The stretches of all pages as cells, not yet parted into rows; each with the number of its page.
pub fn parts(pages: &[Vec<Stretch>]) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    for (stretches, page) in pages.iter().zip(1..) {
        for stretch in stretches {
            match (stretch, out.last_mut()) {
                (Stretch::Whole(words), Some(Part::Whole(last))) => {
                    last.extend(numbered(words, page))
                }
                (Stretch::Whole(words), _) => out.push(Part::Whole(numbered(words, page))),
                (Stretch::Two(left, right), Some(Part::Row(before, beside)))
                    if before.iter().chain(&*beside).any(|line| line.page + 1 == page) =>
                {
                    before.extend(numbered(left, page));
                    if planted(Fault::PagesRepeatCell) {
                        before.extend(numbered(left, page));
                    }
                    if !planted(Fault::PagesLoseCell) {
                        beside.extend(numbered(right, page));
                    }
                }
                (Stretch::Two(left, right), _) => {
                    out.push(Part::Row(numbered(left, page), numbered(right, page)));
                }
            }
        }
    }
    out
}

/// Parts tables into rows, and takes their heads away; the heads.
pub fn part_rows(parts: Vec<Part>, measures: &Measures) -> (Vec<Part>, Vec<Line>) {
    let (mut out, mut heads) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Part::Row(left, right) => rows(left, right, measures, &mut out, &mut heads),
            whole => out.push(whole),
        }
    }
    (out, heads)
}

/// Where a line stands among all pages.
fn place(line: &Line) -> (u32, f64) {
    (line.page, line.y)
}

fn is_before(one: (u32, f64), other: (u32, f64)) -> bool {
    one.0 < other.0 || (one.0 == other.0 && one.1 < other.1)
}

fn rows(
    left: Vec<Line>,
    right: Vec<Line>,
    measures: &Measures,
    out: &mut Vec<Part>,
    heads: &mut Vec<Line>,
) {
    let (left, right) = without_heads(left, right, heads);
    let mut right = right.into_iter().peekable();
    let (mut cell, mut beside): (Vec<Line>, Vec<Line>) = (Vec::new(), Vec::new());
    let mut first = 0;
    for line in left {
        // What begins above this line stands beside the lines before it.
        let top = (line.page, line.y - 0.8 * line.size);
        while let Some(next) = right.next_if(|next| is_before(place(next), top)) {
            beside.push(next);
        }
        let begins = cell.last().is_none_or(|above| {
            let new_page = above.page != line.page;
            measures.begins(1, above, &line, first == 1) && (!new_page || begins_alone(&line.text))
        });
        first = if begins { 1 } else { first + 1 };
        let free = right.peek().is_none_or(|next| is_heading(&next.text));
        if begins && free && !(cell.is_empty() && beside.is_empty()) {
            out.push(Part::Row(std::mem::take(&mut cell), std::mem::take(&mut beside)));
        }
        cell.push(line);
    }
    beside.extend(right);
    out.push(Part::Row(cell, beside));
}

/// Takes away the heads of tables: "Draft resolution, paragraph 7" beside "Amendments 4, 6".
///
/// Both stand on one baseline in one size, and the right one is nothing but the word with numbers.
/// "Amendment 4" alone is one only where the heading of amendment 4 itself follows.
fn without_heads(
    left: Vec<Line>,
    right: Vec<Line>,
    heads: &mut Vec<Line>,
) -> (Vec<Line>, Vec<Line>) {
    let mut gone: Vec<(u32, f64)> = Vec::new();
    for (at, line) in right.iter().enumerate() {
        let level = |other: &&Line| {
            other.page == line.page
                && (other.y - line.y).abs() < 0.2
                && (other.size - line.size).abs() < 0.2
        };
        let Some(beside) = left.iter().find(level) else { continue };
        if begins_alone(&beside.text) || !is_head(&line.text, right.get(at + 1)) {
            continue;
        }
        gone.push(place(line));
        gone.push(place(beside));
    }
    let mut keep = |lines: Vec<Line>| -> Vec<Line> {
        let (out, kept): (Vec<Line>, Vec<Line>) =
            lines.into_iter().partition(|line| gone.contains(&place(line)));
        heads.extend(out);
        kept
    };
    let left = keep(left);
    (left, keep(right))
}

fn is_head(text: &str, next: Option<&Line>) -> bool {
    let small = text.to_lowercase();
    let Some(rest) =
        ["amendements", "amendments"].iter().find_map(|label| small.strip_prefix(label))
    else {
        // The heading itself follows, or that of a sub-amendment to it.
        return is_heading(text)
            && next.is_some_and(|next| next.text.to_lowercase().ends_with(&small));
    };
    rest.chars()
        .all(|c| c.is_ascii_digit() || ", …–-.\u{a0}\u{202f}".contains(c) || "rev".contains(c))
}
