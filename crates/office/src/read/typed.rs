//! A document typed out as plain text, line by line, for the reader of plain text; and what stands where in
//! it, to put marks, numbers and tables back into the draft that was read.

use super::flow::{Flow, Item, Paragraph, Piece, Table, View};
use super::lists::Counting;
use super::note::{Kind, Notes};
use super::number::{Place, Stack, typed};
use super::view::{Line, Shown};
use engine::read::{Opens, opens};
use source::Span;
use text::MarkKind;

/// Stands for a literal caret, which plain text would take for its own.
pub const CARET: char = '\u{fdd0}';
/// Stands before the number of a table that is kept as it is.
pub const TABLE: char = '\u{fdd1}';

/// A document typed out.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The text.
    pub text: String,
    /// Its paragraphs, in order.
    pub lines: Vec<TypedLine>,
    /// Marks on the text, by their start.
    pub marks: Vec<(Span, MarkKind)>,
    /// The text of the tables that are kept as they are.
    pub tables: Vec<String>,
}

/// A paragraph of a document typed out.
#[derive(Clone, Debug)]
pub struct TypedLine {
    /// Where it stands.
    pub at: Span,
    /// Its number as cited, where the text has another.
    pub cited: Option<String>,
    /// Who changed something in it, by position in [`Flow::authors`].
    pub authors: Vec<usize>,
}

impl Typed {
    /// The paragraph at this byte of the text.
    pub fn line_at(&self, at: u32) -> Option<usize> {
        let found = self.lines.partition_point(|line| line.at.end < at);
        self.lines.get(found).filter(|line| line.at.start <= at).map(|_| found)
    }

    /// Begins a paragraph behind a blank line.
    fn paragraph(&mut self, indent: u16) -> usize {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        // Line breaks far to the right tell nothing.
        self.text.extend(std::iter::repeat_n(' ', usize::from(indent.min(40))));
        self.text.len()
    }

    fn end(&mut self, start: usize, cited: Option<String>) {
        let at = Span::new(start, self.text.len());
        self.lines.push(TypedLine { at, cited, authors: Vec::new() });
    }

    /// Types runs with their marks beside them. `breaks`: line breaks stay.
    fn pieces(&mut self, pieces: &[Piece], breaks: bool) {
        for piece in pieces {
            if let Some(sign) = &piece.note {
                let kind = MarkKind::NoteReference(sign.clone());
                self.marks.push((Span::at(self.text.len()), kind));
            }
            let start = self.text.len();
            for sign in piece.text.chars() {
                self.text.push(match sign {
                    '^' => CARET,
                    CARET | TABLE => ' ',
                    '\n' if breaks => '\n',
                    '\t' | '\n' | '\r' => ' ',
                    sign => sign,
                });
            }
            let span = Span::new(start, self.text.len());
            if span.is_empty() {
                continue;
            }
            if piece.italic {
                self.marks.push((span, MarkKind::Emphasis));
            }
            if piece.raised {
                self.marks.push((span, MarkKind::Superscript));
            }
        }
    }

    /// The head of a paper may have its date behind a tab, on the line of the reference; `line` was just
    /// typed, its tabs as spaces.
    fn break_before_date(&mut self, line: &str) {
        let Some(tab) = dated_behind(line) else { return };
        let at = (self.text.len() + tab).checked_sub(line.len());
        if let Some(at) = at.filter(|at| self.text.as_bytes().get(*at) == Some(&b' ')) {
            self.text.replace_range(at..=at, "\n");
        }
    }
}

/// A document as a draft: unnumbered paragraphs are text whatever they look like, but for headings.
pub fn draft(flow: &Flow, shown: &[Shown], notes: &mut Notes) -> Typed {
    let mut typing = Drafting { typed: Typed::default(), stack: Stack::default(), in_part: false };
    for shown in shown {
        match shown {
            Shown::Line(line) => {
                typing.line(line, notes);
                if let Some(typed) = typing.typed.lines.last_mut() {
                    typed.authors.clone_from(&line.authors);
                }
            }
            Shown::Table(at) => {
                if let Some(Item::Table(table)) = flow.items.get(*at) {
                    typing.table(table, flow, notes);
                }
            }
        }
    }
    typing.typed
}

struct Drafting {
    typed: Typed,
    stack: Stack,
    /// Whether a heading or number was read: before it stands the head of the paper.
    in_part: bool,
}

impl Drafting {
    fn line(&mut self, line: &Line, notes: &mut Notes) {
        let text = line.text();
        let place = line.label.as_ref().map(|label| self.stack.counted(label, line.indent));
        match place {
            Some(Place::Number(placed)) => {
                if placed.composed {
                    notes.add(Kind::Composed, &placed.cited);
                }
                self.in_part = true;
                let start = self.typed.paragraph(line.indent);
                let digits = placed.digits();
                self.typed.text.push_str(&digits);
                self.typed.text.push_str(". ");
                self.typed.pieces(&line.pieces, false);
                let cited = (placed.cited != digits).then_some(placed.cited);
                self.typed.end(start, cited);
            }
            Some(Place::Text(label)) => {
                let whole = format!("{} {}", label.trim(), text.trim());
                if opens(&whole) != Some(Opens::Part) {
                    notes.add(Kind::LabelKept, &whole);
                }
                let piece = Piece { text: format!("{} ", label.trim()), ..Piece::default() };
                let pieces: Vec<_> =
                    [piece].into_iter().chain(line.pieces.iter().cloned()).collect();
                self.unnumbered(&pieces, &whole, line);
            }
            Some(Place::Bullet) => {
                notes.add(Kind::Bullets, &text);
                self.unnumbered(&line.pieces, &text, line);
            }
            None => match typed(&text) {
                Some(path) => {
                    self.in_part = true;
                    self.stack.typed(&path, line.indent);
                    let start = self.typed.paragraph(line.indent);
                    self.typed.pieces(&line.pieces, false);
                    self.typed.end(start, None);
                }
                None => self.unnumbered(&line.pieces, &text, line),
            },
        }
    }

    fn unnumbered(&mut self, pieces: &[Piece], text: &str, line: &Line) {
        let heading = opens(text.trim()) == Some(Opens::Part);
        if heading {
            self.stack.clear();
            self.in_part = true;
        }
        let inside = !self.stack.is_empty();
        let start = self.typed.paragraph(if heading { 0 } else { line.indent });
        if inside {
            self.typed.text.push('\\');
        }
        self.typed.pieces(pieces, !inside && !heading);
        if !self.in_part {
            self.typed.break_before_date(text);
        }
        self.typed.end(start, None);
    }

    fn table(&mut self, table: &Table, flow: &Flow, notes: &mut Notes) {
        let words = table_text(table);
        if words.trim().is_empty() {
            return;
        }
        if !self.in_part {
            for line in lines(table, flow) {
                self.line(&line, notes);
            }
            return;
        }
        notes.add(Kind::Tables, &words);
        let start = self.typed.paragraph(self.stack.indent());
        let number = self.typed.tables.len();
        self.typed.text.push_str(&format!("\\{TABLE}{number}"));
        self.typed.tables.push(words);
        self.typed.end(start, None);
    }
}

/// A document as a compendium: every paragraph a line, tables cell by cell, without what repeats other
/// words: a table of contents, the rows that a table repeats on every page, and reasons of our own.
pub fn compendium(flow: &Flow, view: View) -> Typed {
    let mut typed = Typed::default();
    let mut stack = Stack::default();
    let flat = flat(&flow.items);
    let flow = Flow { items: flat, lists: flow.lists.clone(), ..Flow::default() };
    for shown in super::view::shown(&flow, view) {
        let Shown::Line(line) = shown else { continue };
        let start = typed.paragraph(line.indent);
        let label = match &line.label {
            None => String::new(),
            Some(label) => match stack.counted(label, line.indent) {
                Place::Number(placed) => format!("{}. ", placed.digits()),
                Place::Text(label) => format!("{} ", label.trim()),
                Place::Bullet => "- ".to_owned(),
            },
        };
        typed.text.push_str(&label);
        for piece in &line.pieces {
            let before = typed.text.chars().next_back().is_some_and(char::is_alphanumeric);
            if piece.raised && before && piece.text.starts_with(char::is_alphanumeric) {
                typed.text.push('^');
            }
            let words = piece.text.replace('\n', "\n\n").replace(['\r', CARET, TABLE], " ");
            typed.text.push_str(&words);
        }
        untab(&mut typed.text, start);
        typed.end(start, None);
    }
    typed
}

/// Tabs behind `from` are spaces, but what stands behind the last one, if it is a date, is a paragraph of
/// its own: the head of a paper has reference and date on one line.
fn untab(text: &mut String, from: usize) {
    let Some(tab) = text[from..].rfind('\t').map(|at| from + at) else { return };
    let last = if dated_behind(&text[from..]).is_some() { "\n\n" } else { " " };
    let line = text[from..tab].replace('\t', " ") + last + text[tab + 1..].trim_start();
    text.replace_range(from.., &line);
}

/// The byte of the last tab, if a date and nothing else stands behind it.
fn dated_behind(line: &str) -> Option<usize> {
    line.rfind('\t').filter(|tab| engine::day(line[*tab..].trim()).is_some())
}

/// The paragraphs of a document with those of its tables, in the order of the cells.
fn flat(items: &[Item]) -> Vec<Item> {
    let mut flat = Vec::new();
    for item in items {
        match item {
            Item::Paragraph(paragraph) if paragraph.passed_over => {}
            Item::Paragraph(paragraph) => flat.push(Item::Paragraph(paragraph.clone())),
            Item::Table(table) => {
                for cell in table.rows.iter().skip(table.heads).flatten() {
                    flat.extend(self::flat(cell));
                }
            }
        }
    }
    flat
}

/// The paragraphs of a table as lines with all changes accepted.
fn lines(table: &Table, flow: &Flow) -> Vec<Line> {
    let mut counting = Counting::new(&flow.lists);
    let cells = flat(&[Item::Table(table.clone())]);
    let line = |item: Item| {
        let Item::Paragraph(paragraph) = item else { return None };
        let label = paragraph.listed.as_ref().and_then(|listed| counting.next(listed));
        let Paragraph { pieces, indent, .. } = paragraph;
        Some(Line { label, pieces, indent, authors: Vec::new() })
    };
    let lines = cells.into_iter().filter_map(line);
    lines.filter(|line| !line.text().trim().is_empty()).collect()
}

/// The text of a table: a line for each row, a tab between cells.
pub fn table_text(table: &Table) -> String {
    let cell = |cell: &Vec<Item>| {
        let paragraphs = flat(cell);
        let texts = paragraphs.iter().filter_map(|item| match item {
            Item::Paragraph(paragraph) => Some(paragraph.text(View::New)),
            Item::Table(_) => None,
        });
        let words: Vec<String> = texts.collect();
        words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t"));
    let rows: Vec<String> = rows.filter(|row| !row.trim().is_empty()).collect();
    rows.join("\n")
}
