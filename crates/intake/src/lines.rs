//! What comes of a page: lines of plain text, each with its place.

use crate::error::Error;
use engine::imported::Finding;
use engine::read::{Opens, opens, tabled_by};
use source::{Severity, Span};

/// Where a line stands in the file that it was taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// 1-based page where a file has pages; 0 in a web page, which has none.
    pub page: u32,
    /// 1-based line of the web page's source.
    pub line: u32,
}

/// Something that the readers did and that somebody should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// What.
    pub kind: NoteKind,
    /// Where it was done first.
    pub place: Place,
    /// How often.
    pub count: usize,
}

/// What the readers do to a page beside taking its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// Bytes that mean nothing in the encoding of the page were replaced.
    BytesReplaced,
    /// A number glued to its text ("7.The Assembly") was set apart.
    NumberParted,
    /// A number alone ("7.") was put before the paragraph behind it.
    NumberJoined,
    /// Numbers that the page does not type but has its lists count.
    NumbersOfLists,
    /// Words struck through were left out.
    StruckOut,
    /// A table of more than two columns was read cell by cell.
    WideTable,
    /// The page prints no numbers of amendments: they have those of their order on it.
    AmendmentsNumbered,
    /// Words printed twice in a row stand once.
    PrintedTwice,
    /// Raised words that plain text cannot carry stand on the line.
    RaisedLost,
    /// Running heads, page numbers and heads of tables were left out.
    Furniture,
    /// Text that stands aslant was left out.
    Rotated,
    /// A hyphen at the end of a line was kept: nothing says whether it is the word's own.
    HyphenKept,
}

impl NoteKind {
    /// Its stable code: the name of its message in the locales.
    pub fn code(self) -> &'static str {
        match self {
            Self::BytesReplaced => "page-bytes-replaced",
            Self::NumberParted => "page-number-parted",
            Self::NumberJoined => "page-number-joined",
            Self::NumbersOfLists => "page-list-numbers",
            Self::StruckOut => "page-struck-out",
            Self::WideTable => "page-wide-table",
            Self::AmendmentsNumbered => "page-amendments-numbered",
            Self::PrintedTwice => "page-printed-twice",
            Self::RaisedLost => "page-raised-lost",
            Self::Furniture => "page-furniture",
            Self::Rotated => "page-rotated",
            Self::HyphenKept => "page-hyphen-kept",
        }
    }

    /// A warning where words or numbers may not be what the page means.
    fn severity(self) -> Severity {
        match self {
            Self::NumberParted | Self::PrintedTwice | Self::Furniture => Severity::Note,
            _ => Severity::Warning,
        }
    }
}

/// Plain text taken from a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extracted {
    /// One paragraph per line, a blank line between paragraphs.
    pub text: String,
    /// The place of each line of `text`, blank ones too.
    pub places: Vec<Place>,
    /// What was done to it, each kind once, in the order of the places.
    pub notes: Vec<Note>,
}

impl Extracted {
    /// The notes as findings of a dossier that was read from `text`, each at its line.
    pub fn findings(&self) -> Vec<Finding> {
        self.notes.iter().map(|note| self.finding(note)).collect()
    }

    fn finding(&self, note: &Note) -> Finding {
        let severity = note.kind.severity();
        let mut finding =
            Finding::new(note.kind.code(), severity).with("line", note.place.line.to_string());
        if note.place.page > 0 {
            finding = finding.with("page", note.place.page.to_string());
        }
        finding.count = note.count;
        let line = self.places.iter().position(|place| *place >= note.place);
        let start = |line| self.text.split_inclusive('\n').take(line).map(str::len).sum();
        finding.at(Span::at(line.map_or(0, start)))
    }
}

/// Million bytes of text that are taken from one file: ten times the largest compendium known
/// (41,000 amendments of 300 letters).
const MOST_TEXT: usize = 128;

/// A line as it is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    pub text: String,
    pub place: Place,
    /// Whether a paragraph begins here; otherwise it follows the line before directly.
    pub fresh: bool,
    /// How deep it stands.
    pub depth: u16,
}

/// Lines as they are found, and what was done.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    pub lines: Vec<Line>,
    notes: Vec<Note>,
    bytes: usize,
}

impl Lines {
    /// Notes that `kind` was done once more.
    pub fn note(&mut self, kind: NoteKind, place: Place) {
        match self.notes.iter_mut().find(|note| note.kind == kind) {
            Some(note) => note.count += 1,
            None => self.notes.push(Note { kind, place, count: 1 }),
        }
    }

    /// Adds a line.
    pub fn push(&mut self, line: Line) -> Result<(), Error> {
        self.bytes += line.text.len();
        if self.bytes > MOST_TEXT * 1_000_000 {
            return Err(Error::TooMuchText { limit: MOST_TEXT });
        }
        self.lines.push(line);
        Ok(())
    }

    /// The lines as one text.
    pub fn finish(mut self) -> Extracted {
        let mut out = Extracted::default();
        self.number_amendments();
        let lines = std::mem::take(&mut self.lines);
        let mut lines = lines.into_iter().peekable();
        while let Some(mut line) = lines.next() {
            if is_bare_number(&line.text)
                && let Some(next) = lines.next_if(|next| number_end(&next.text).is_none())
            {
                self.note(NoteKind::NumberJoined, line.place);
                line.text = format!("{} {}", line.text, next.text);
            } else if let Some(at) = glued(&line.text) {
                self.note(NoteKind::NumberParted, line.place);
                line.text.insert(at, ' ');
            }
            write(&line, &mut out);
        }
        out.notes = self.notes;
        out
    }
}

/// Letters that a line must have for its repetition to be an instruction printed twice, and no more
/// than a name line has.
const TWICE: usize = 24;
const NAMES: usize = 120;

impl Lines {
    /// Heads each amendment of a page that prints none of their numbers (the layout of the web pages
    /// of an assembly): one begins with each line that says who tabled it. Names in a list below
    /// that line are put onto it, and an instruction that is printed twice stands once.
    fn number_amendments(&mut self) {
        let headed = |line: &Line| opens(line.text.trim()) == Some(Opens::Amendment);
        if self.lines.iter().any(headed) {
            return;
        }
        let mut found = 0;
        let mut lines = std::mem::take(&mut self.lines).into_iter().peekable();
        while let Some(mut line) = lines.next() {
            let twice =
                |before: &Line| before.text == line.text && line.text.chars().count() > TWICE;
            if found > 0 && self.lines.last().is_some_and(twice) {
                self.note(NoteKind::PrintedTwice, line.place);
                continue;
            }
            if let Some((heading, named)) = tabled_by(line.text.trim()) {
                found += 1;
                self.note(NoteKind::AmendmentsNumbered, line.place);
                let text = format!("{heading} {found}");
                self.lines.push(Line { text, place: line.place, fresh: true, depth: 0 });
                if !named {
                    let mut names = Vec::new();
                    while let Some(name) = lines.next_if(|next| is_name(&next.text)) {
                        names.push(name.text.trim().to_owned());
                    }
                    line.text = format!("{} {}", line.text.trim(), names.join(", "));
                }
            }
            self.lines.push(line);
        }
    }
}

/// Whether a line can be a name in a list of names: short, and no sentence.
fn is_name(text: &str) -> bool {
    let text = text.trim();
    let ends = text.ends_with(['.', ':', '"', '\u{201d}', '»', ';']);
    !text.is_empty() && !ends && text.chars().count() <= NAMES && number_end(text).is_none()
}

fn write(line: &Line, out: &mut Extracted) {
    if line.fresh && !out.text.is_empty() {
        out.text.push('\n');
        out.places.push(line.place);
    }
    out.text.extend(std::iter::repeat_n("  ", usize::from(line.depth)));
    // What begins with a `\` says so: the reader takes one away.
    if line.text.starts_with('\\') {
        out.text.push('\\');
    }
    out.text.push_str(&line.text);
    out.text.push('\n');
    out.places.push(line.place);
}

/// Where a number such as "9.2.1." at the beginning of a line ends, its full stop included.
pub(crate) fn number_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || digits > 3 {
            return None;
        }
        at += digits;
        if bytes.get(at) != Some(&b'.') {
            return None;
        }
        at += 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_digit) {
            return Some(at);
        }
    }
}

/// "7." and nothing else.
fn is_bare_number(text: &str) -> bool {
    number_end(text) == Some(text.len())
}

/// Where a number that is glued to its text ends: "7.The Assembly", "9.1.«lamps»".
fn glued(text: &str) -> Option<usize> {
    let at = number_end(text)?;
    let first = text[at..].chars().next()?;
    (first.is_alphabetic() || "«“„\"(‘".contains(first)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str]) -> (String, Vec<NoteKind>) {
        let mut lines = Lines::default();
        for (at, text) in texts.iter().enumerate() {
            let place = Place { page: 0, line: at as u32 + 1 };
            let line = Line { text: (*text).to_owned(), place, fresh: true, depth: 0 };
            lines.push(line).expect("it is short");
        }
        let out = lines.finish();
        (out.text, out.notes.iter().map(|note| note.kind).collect())
    }

    #[test]
    fn numbers_are_set_apart_and_joined() {
        assert_eq!(read(&["7.The lake"]), ("7. The lake\n".into(), vec![NoteKind::NumberParted]));
        assert_eq!(read(&["9.1.« Lamp »"]).0, "9.1. « Lamp »\n");
        assert_eq!(
            read(&["7.", "The lake"]),
            ("7. The lake\n".into(), vec![NoteKind::NumberJoined])
        );
        assert_eq!(read(&["7.", "8. The lake"]).0, "7.\n\n8. The lake\n");
        for text in ["7. The lake", "7.5 km", "2031", "7.1 boats", "www.lake", "1234.Boats"] {
            assert_eq!(read(&[text]), (format!("{text}\n"), Vec::new()), "{text}");
        }
    }

    #[test]
    fn every_line_has_a_place() {
        let mut lines = Lines::default();
        for (line, fresh) in [(3, true), (4, false), (9, true)] {
            let place = Place { page: 0, line };
            let line = Line { text: "\\boats".into(), place, fresh, depth: 1 };
            lines.push(line).expect("it is short");
        }
        let out = lines.finish();
        assert_eq!(out.text, "  \\\\boats\n  \\\\boats\n\n  \\\\boats\n");
        let places: Vec<u32> = out.places.iter().map(|place| place.line).collect();
        assert_eq!(places, [3, 4, 9, 9]);
    }
}
