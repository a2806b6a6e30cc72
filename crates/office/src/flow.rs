//! A drawn document as word processors take it: paragraphs with a style each, and tables of two
//! columns.
//!
//! ```text
//! Row of the drawn document          in columns                     in one column
//!   7. Boats are counted.            | 7. Boats … | Amendment 4 |   7. Boats are counted.
//!   Amendment 4 …                    |            | Tabled by … |      Amendment 4
//!                                                                      Tabled by …
//! ```
//!
//! Signs and key of the changes are left out: a word processor shows changes and their authors by
//! its own means, and they would be words of the text once the changes are accepted.

use crate::styles::Style;
use engine::document::{
    AmendmentBlock, ChangeKind, Changed, Document, Heads, Paragraph, Role, Row, Run, Section, Terms,
};
use std::borrow::Cow;

/// What stands below each other.
pub(crate) enum Block<'a> {
    /// A paragraph.
    Line(Line<'a>),
    /// A table.
    Table(Table<'a>),
    /// A table that lists.
    Listing(Listing<'a>),
}

/// A paragraph.
pub(crate) struct Line<'a> {
    /// Its style.
    pub style: Style,
    /// What those that point to it call it; empty where nothing does.
    pub id: &'a str,
    /// The tag of its language, where it is not the document's.
    pub lang: Option<&'a str>,
    /// Its number with its full stop, which a tab parts from the words.
    pub number: &'a [Run],
    /// Its words.
    pub words: Cow<'a, [Run]>,
    /// Set where the paragraph came or went.
    pub whole: Option<&'a Changed>,
    /// Whether it begins a page.
    pub on_new_page: bool,
}

/// A table of two columns with a head.
pub(crate) struct Table<'a> {
    /// What it shows, for those who cannot see it.
    pub title: &'a str,
    /// The heads of the columns.
    pub heads: [Line<'a>; 2],
    /// From top to bottom.
    pub rows: Vec<TableRow<'a>>,
}

/// A table of as many columns as it takes, a line each.
pub(crate) struct Listing<'a> {
    /// What it shows, for those who cannot see it.
    pub title: &'a str,
    /// The heads of the columns.
    pub heads: Vec<Line<'a>>,
    /// The shares of the columns.
    pub shares: Vec<u32>,
    /// From top to bottom, a cell for each column.
    pub rows: Vec<Vec<Line<'a>>>,
}

/// A row of a table. Each amendment has one, so that a page breaks between amendments; the piece of
/// the draft on the left reaches over all that stand at it.
pub(crate) struct TableRow<'a> {
    /// The left cell and over how many rows it reaches; `None` where one from above reaches here.
    pub left: Option<(Vec<Line<'a>>, usize)>,
    /// The right cell.
    pub right: Vec<Line<'a>>,
    /// Whether it stands on one page.
    pub unbroken: bool,
}

impl<'a> Line<'a> {
    fn new(style: Style, words: impl Into<Cow<'a, [Run]>>) -> Self {
        Self {
            style,
            id: "",
            lang: None,
            number: &[],
            words: words.into(),
            whole: None,
            on_new_page: false,
        }
    }

    fn of(style: Style, words: &str) -> Self {
        let runs = if words.is_empty() { Vec::new() } else { vec![Run::plain(words)] };
        Self::new(style, runs)
    }

    fn called(mut self, id: &'a str) -> Self {
        self.id = id;
        self
    }
}

/// The document from top to bottom.
pub(crate) fn blocks(document: &Document) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = head(document).into_iter().map(Block::Line).collect();
    blocks.extend(contents(document).into_iter().map(Block::Line));
    for (at, section) in document.sections.iter().enumerate() {
        let mut heading = Line::of(Style::Section, &section.heading).called(&section.id);
        heading.on_new_page = (at > 0 || !document.contents.is_empty()) && !section.follows;
        blocks.push(Block::Line(heading));
        of_section(section, document, &mut blocks);
    }
    // A paragraph that came or went needs one behind it that stays.
    let ends_in_change = matches!(blocks.last(), Some(Block::Line(line)) if line.whole.is_some());
    if ends_in_change || matches!(blocks.last(), Some(Block::Table(_) | Block::Listing(_)) | None) {
        blocks.push(Block::Line(Line::of(Style::Gap, "")));
    }
    keep_insertions_apart(&mut blocks);
    blocks
}

/// Of words that are replaced at the end of a paragraph, the new ones come first where the next paragraph came as a whole: LibreOffice
/// takes two insertions side by side for one, and takes the end of the paragraph between them away with both when they are
/// rejected.
fn keep_insertions_apart(blocks: &mut [Block<'_>]) {
    for at in 1..blocks.len() {
        let (before, behind) = blocks.split_at_mut(at);
        let (Some(Block::Line(line)), Some(Block::Line(next))) =
            (before.last_mut(), behind.first())
        else {
            continue;
        };
        let came = next.whole.is_some_and(|whole| whole.kind == ChangeKind::Inserted);
        if !came || line.whole.is_some() {
            continue;
        }
        let is = |run: &Run, kind| run.change.as_ref().is_some_and(|change| change.kind == kind);
        let new = line.words.iter().rev().take_while(|run| is(run, ChangeKind::Inserted)).count();
        let rest = &line.words[..line.words.len() - new];
        let old = rest.iter().rev().take_while(|run| is(run, ChangeKind::Deleted)).count();
        if new > 0 && old > 0 {
            let from = line.words.len() - new - old;
            line.words.to_mut()[from..].rotate_left(old);
        }
    }
}

fn head(document: &Document) -> Vec<Line<'_>> {
    let head = &document.head;
    let named = !head.reference.is_empty();
    let left = if named { &head.reference } else { &head.kind };
    let tab = if head.date.is_empty() { "" } else { "\t" };
    let mut lines = vec![Line::of(Style::Reference, &format!("{left}{tab}{}", head.date))];
    if named {
        lines.push(Line::of(Style::Kind, &head.kind));
    }
    if head.title.iter().any(|run| !run.text.is_empty()) {
        lines.push(Line::new(Style::Title, head.title.as_slice()));
    }
    if !head.edition.is_empty() {
        lines.push(Line::of(Style::Edition, &format!("({})", head.edition)));
    }
    lines
}

fn contents(document: &Document) -> Vec<Line<'_>> {
    if document.contents.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::of(Style::ContentsHeading, &document.terms.contents)];
    for entry in &document.contents {
        let style = Style::Contents(if entry.level == 0 { 1 } else { 2 });
        let run = Run { link: entry.target.clone(), ..Run::plain(&entry.text) };
        lines.push(Line::new(style, vec![run]));
    }
    lines
}

fn of_section<'a>(section: &'a Section, document: &'a Document, blocks: &mut Vec<Block<'a>>) {
    let terms = &document.terms;
    for rows in section.rows.chunk_by(|_, next| next.heads.is_none()) {
        match rows.first().and_then(|row| row.heads.as_ref()) {
            Some(heads) => {
                if matches!(blocks.last(), Some(Block::Table(_))) {
                    blocks.push(Block::Line(Line::of(Style::Gap, "")));
                }
                blocks.push(Block::Table(table(heads, rows, terms)));
            }
            None => {
                for row in rows {
                    if !row.cells.is_empty() {
                        listed(section, row, blocks);
                        continue;
                    }
                    let amendments = row.amendments.iter().flat_map(|block| right(block, terms));
                    let lines = left(row).into_iter().chain(amendments.flatten());
                    blocks.extend(lines.map(Block::Line));
                }
            }
        }
    }
}

/// A line of a table: of the one above, or the first of another.
fn listed<'a>(section: &'a Section, row: &'a Row, blocks: &mut Vec<Block<'a>>) {
    let cells = row.cells.iter().map(|cell| Line::new(Style::Cell, cell.as_slice())).collect();
    if let Some(Block::Listing(listing)) = blocks.last_mut() {
        listing.rows.push(cells);
        return;
    }
    let heads = section.table.iter().map(|column| Line::of(Style::ColumnHeading, &column.head));
    blocks.push(Block::Listing(Listing {
        title: &section.heading,
        heads: heads.collect(),
        shares: section.table.iter().map(|column| column.share).collect(),
        rows: vec![cells],
    }));
}

fn table<'a>(heads: &'a Heads, rows: &'a [Row], terms: &'a Terms) -> Table<'a> {
    Table {
        title: &heads.text,
        heads: [&heads.text, &heads.amendments].map(|head| Line::of(Style::ColumnHeading, head)),
        rows: rows.iter().flat_map(|row| table_rows(row, terms)).collect(),
    }
}

fn table_rows<'a>(row: &'a Row, terms: &'a Terms) -> Vec<TableRow<'a>> {
    let mut cells: Vec<Vec<Line<'a>>> =
        row.amendments.iter().flat_map(|a| right(a, terms)).collect();
    if cells.is_empty() {
        cells.push(Vec::new());
    }
    let count = cells.len();
    let mut left = Some((left(row), count));
    let short = left.as_ref().is_some_and(|(cell, _)| is_short(cell));
    let of_cell = |right: Vec<Line<'a>>| {
        let unbroken = short && is_short(&right);
        TableRow { left: left.take(), right, unbroken }
    };
    cells.into_iter().map(of_cell).collect()
}

/// A row of fewer characters than this is not broken at the end of a page.
const UNBROKEN: usize = 900;

fn is_short(cell: &[Line<'_>]) -> bool {
    // A paragraph takes a line, however short it is.
    let of = |line: &Line<'_>| line.words.iter().map(|run| run.text.len()).sum::<usize>().max(40);
    cell.iter().map(of).sum::<usize>() < UNBROKEN
}

fn left(row: &Row) -> Vec<Line<'_>> {
    row.text.iter().map(provision).collect()
}

fn provision(text: &Paragraph) -> Line<'_> {
    let style = match text.role {
        Role::Title => Style::ProvisionTitle,
        Role::Opaque => Style::Opaque,
        Role::Provision | Role::Alinea => Style::provision(text.depth, !text.number.is_empty()),
        Role::Instruction => Style::Wording,
        Role::Quoted => Style::QuotedText,
        Role::Heading => Style::PartHeading,
    };
    let line = Line::new(style, text.content.as_slice()).called(&text.id);
    Line { number: &text.number, whole: text.whole.as_ref(), ..line }
}

/// A cell for each sub-amendment, which is voted first, and one for the amendment.
fn right<'a>(block: &'a AmendmentBlock, terms: &'a Terms) -> Vec<Vec<Line<'a>>> {
    let cell = |style, block: &'a AmendmentBlock| {
        let mut lines = vec![Line::of(style, &block.heading).called(&block.id)];
        amendment(block, terms, &mut lines);
        lines
    };
    let before = block.before.iter().map(|sub| cell(Style::SubAmendmentHeading, sub));
    before.chain([cell(Style::AmendmentHeading, block)]).collect()
}

/// What stands below the heading of an amendment.
fn amendment<'a>(block: &'a AmendmentBlock, terms: &'a Terms, lines: &mut Vec<Line<'a>>) {
    let own = Some(block.lang.as_str()).filter(|lang| !lang.is_empty());
    let said = |style, words: &'a [Run]| Line { lang: own, ..Line::new(style, words) };
    let notes = block.notes.iter().map(|note| Line::new(Style::AmendmentNote, note.as_slice()));
    lines.extend(notes);
    if !block.tabled.is_empty() {
        lines.push(said(Style::Tablers, &block.tabled));
    }
    lines.extend(block.wording.iter().map(|text| Line { lang: own, ..provision(text) }));
    for reason in &block.without_place {
        let mut runs = vec![Run { emphasis: true, ..Run::plain(format!("{}: ", terms.reason)) }];
        runs.extend(reason.iter().cloned());
        lines.push(Line::new(Style::WithoutPlace, runs));
    }
    if !block.reasons.is_empty() {
        lines.push(Line::of(Style::NoteHeading, &terms.reasons));
        lines.extend(block.reasons.iter().map(|line| said(Style::ExplanatoryNote, line)));
    }
}

impl<'a> Block<'a> {
    /// Its paragraphs in the order in which they are read.
    pub(crate) fn lines(&self) -> Vec<&Line<'a>> {
        match self {
            Self::Line(line) => vec![line],
            Self::Listing(listing) => {
                listing.heads.iter().chain(listing.rows.iter().flatten()).collect()
            }
            Self::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| {
                    let left = row.left.iter().flat_map(|(cell, _)| cell);
                    left.chain(&row.right)
                });
                table.heads.iter().chain(cells).collect()
            }
        }
    }
}
