//! The text of a paragraph: characters, the marks a dossier has, and what stands in between.
//!
//! In our own files every character counts. Those of other hands are indented and wrapped, so that a
//! run of white space is one space there and none at the ends.
//!
//! A paragraph may hold what is no text: a table, a quoted article. It comes apart there:
//!
//! ```text
//! <p>Replace article 3 <mod>by <quotedStructure>…</quotedStructure></mod>.</p>
//!    Text "Replace article 3 by"    Whole "Article 3\nBoats carry lamps"    Text "."
//! ```

use super::node::{Element, is, is_space, name, text_of, words_of, wrong};
use super::{DEEPEST, Error, Reading};
use crate::OURS;
use source::Span;
use text::{Fragment, Mark, MarkKind};

/// A piece of a paragraph.
pub(super) enum Run {
    /// Running text.
    Text(Fragment),
    /// Lines of something that is no running text.
    Whole(String),
}

/// A paragraph, read.
pub(super) struct Line {
    pub runs: Vec<Run>,
    /// Whether something in it was marked as come or gone.
    pub changed: bool,
}

/// Elements within text, by the standard; whatever else stands there stands on lines of its own.
pub(super) const INLINE: &[&str] = &[
    "a",
    "abbr",
    "argument",
    "authorialNote",
    "b",
    "br",
    "concept",
    "courtType",
    "date",
    "decoration",
    "def",
    "del",
    "docAuthority",
    "docCommittee",
    "docDate",
    "docIntroducer",
    "docJurisdiction",
    "docNumber",
    "docProponent",
    "docPurpose",
    "docStage",
    "docStatus",
    "docTitle",
    "docType",
    "docketNumber",
    "entity",
    "eol",
    "eop",
    "event",
    "fillIn",
    "i",
    "img",
    "inline",
    "ins",
    "judge",
    "lawyer",
    "legislature",
    "location",
    "mmod",
    "mod",
    "mref",
    "neutralCitation",
    "noteRef",
    "object",
    "omissis",
    "opinion",
    "organization",
    "outcome",
    "party",
    "person",
    "placeholder",
    "process",
    "quantity",
    "quotedText",
    "recordedTime",
    "ref",
    "relatedDocument",
    "remark",
    "rmod",
    "role",
    "rref",
    "session",
    "shortTitle",
    "signature",
    "span",
    "sub",
    "sup",
    "term",
    "time",
    "u",
    "vote",
    "affectedDocument",
    "change",
];

/// Elements whose words, in our own files, are all they say.
const UNDERSTOOD: &[&str] = &["docNumber", "docProponent", "mod", "quotedText", "ref", "span"];

/// Signs with which a quotation may begin or end.
const QUOTES: &[char] = &['“', '”', '„', '‟', '«', '»', '"', '‘', '’', '‹', '›', '‚'];

/// A paragraph in the making.
#[derive(Default)]
struct Making {
    made: Fragment,
    runs: Vec<Run>,
    changed: bool,
}

impl Reading<'_> {
    /// The text of an element; what is no running text is found left out.
    pub(super) fn fragment(&mut self, node: Element<'_, '_>) -> Result<Fragment, Error> {
        let mut text: Option<Fragment> = None;
        for run in self.line(node)?.runs {
            match run {
                Run::Text(more) => match &mut text {
                    Some(text) => {
                        text.text.push(' ');
                        text.push(&more);
                    }
                    None => text = Some(more),
                },
                Run::Whole(lines) => self.notes.words_left_out(node, &lines),
            }
        }
        Ok(text.unwrap_or_default())
    }

    /// What an element that holds text is made of.
    pub(super) fn line(&mut self, node: Element<'_, '_>) -> Result<Line, Error> {
        self.pieces(node.children())
    }

    /// The same of texts and elements one behind the other.
    pub(super) fn pieces<'a, 'input: 'a>(
        &mut self,
        pieces: impl Iterator<Item = Element<'a, 'input>>,
    ) -> Result<Line, Error> {
        let mut making = Making::default();
        for piece in pieces {
            self.piece(piece, 0, &mut making)?;
        }
        let Making { made, mut runs, changed } = making;
        // An empty paragraph of ours is one; behind a table it is nothing.
        let last = if self.ours { made } else { trimmed(made) };
        match runs.last_mut() {
            // A full stop behind a quoted structure is no paragraph.
            Some(Run::Whole(lines)) if !last.text.contains(char::is_alphanumeric) => {
                lines.push_str(&last.text);
            }
            _ => runs.push(Run::Text(last)),
        }
        for run in &mut runs {
            if let Run::Text(text) = run {
                ordered(text, changed);
            }
        }
        Ok(Line { runs, changed })
    }

    fn inside(
        &mut self,
        node: Element<'_, '_>,
        depth: usize,
        making: &mut Making,
    ) -> Result<(), Error> {
        if depth > DEEPEST {
            return Err(wrong(node, "too many elements stand in one another"));
        }
        node.children().try_for_each(|piece| self.piece(piece, depth + 1, making))
    }

    fn piece(
        &mut self,
        piece: Element<'_, '_>,
        depth: usize,
        making: &mut Making,
    ) -> Result<(), Error> {
        if piece.is_text() {
            self.push(piece.text().unwrap_or_default(), making);
            return Ok(());
        }
        if !piece.is_element() {
            return Ok(());
        }
        let Some(element) = name(piece) else {
            self.notes.left_out(piece);
            return Ok(());
        };
        match element {
            "br" if self.ours => making.made.text.push('\n'),
            "br" => {
                self.notes.left_out(piece);
                self.push(" ", making);
            }
            "eol" | "eop" => {
                // A word that the end of a line cut says so.
                if piece.attribute("breakat").is_none() && piece.attribute("breakAt").is_none() {
                    self.push(" ", making);
                }
                self.notes.left_out(piece);
            }
            "del" => {
                making.changed = true;
                self.notes.deleted(piece);
            }
            "ins" => {
                making.changed = true;
                self.notes.as_text(piece);
                self.inside(piece, depth, making)?;
            }
            "authorialNote" | "noteRef" => {
                let sign = piece.attribute("marker").unwrap_or_default();
                self.notes.words_left_out(piece, &format!("{sign} {}", words_of(piece)));
            }
            "img" => self.notes.left_out(piece),
            "quotedText" => self.quotation(piece, depth, making)?,
            "i" => self.marked(piece, MarkKind::Emphasis, depth, making)?,
            "sup" => self.marked(piece, MarkKind::Superscript, depth, making)?,
            "span" if piece.attribute("class") == Some("noteReference") => {
                let sign = piece.attribute("title").unwrap_or_default().to_owned();
                self.marked(piece, MarkKind::NoteReference(sign), depth, making)?;
            }
            inline if INLINE.contains(&inline) => {
                let ours = self.ours && UNDERSTOOD.contains(&inline);
                if !(ours || self.wording && inline == "mod") {
                    self.notes.as_text(piece);
                }
                self.inside(piece, depth, making)?;
            }
            _ => self.structure(piece, depth, making)?,
        }
        Ok(())
    }

    /// Text as it counts in this file.
    fn push(&self, text: &str, making: &mut Making) {
        let made = &mut making.made.text;
        if self.ours {
            return made.push_str(text);
        }
        for c in text.chars() {
            match is_space(c) {
                false => made.push(c),
                true if made.is_empty() || made.ends_with(' ') => {}
                true => made.push(' '),
            }
        }
    }

    /// Text with a mark on it.
    fn marked(
        &mut self,
        piece: Element<'_, '_>,
        kind: MarkKind,
        depth: usize,
        making: &mut Making,
    ) -> Result<(), Error> {
        let (at, start) = (making.made.marks.len(), making.made.text.len());
        let runs = making.runs.len();
        making.made.marks.push(Mark { kind: kind.clone(), span: Span::at(start) });
        self.inside(piece, depth, making)?;
        if making.runs.len() > runs {
            // A table stands in the middle, which no mark goes across.
            self.notes.as_text(piece);
            return Ok(());
        }
        let made = &mut making.made;
        let span = Span::new(start, made.text.len());
        let goes_on = piece.attribute((OURS, "continued")).is_some();
        let before = made.marks.get(..at).and_then(|marks| {
            marks.iter().rposition(|mark| mark.kind == kind && mark.span.end == span.start)
        });
        match before.filter(|_| goes_on) {
            // A mark that crosses another was cut in two.
            Some(before) => {
                made.marks[before].span.end = span.end;
                made.marks.remove(at);
            }
            None => made.marks[at].span = span,
        }
        Ok(())
    }

    /// Quoted words. Where only the element says that they are quoted, they get their marks.
    fn quotation(
        &mut self,
        piece: Element<'_, '_>,
        depth: usize,
        making: &mut Making,
    ) -> Result<(), Error> {
        if self.ours {
            return self.inside(piece, depth, making);
        }
        let words = words_of(piece);
        let before = making.made.text.trim_end().chars().next_back();
        let quoted = |c: Option<char>| c.is_some_and(|c| QUOTES.contains(&c));
        if quoted(before) || quoted(words.chars().next()) || words.is_empty() {
            return self.inside(piece, depth, making);
        }
        let (open, close) = self.quotes(piece);
        self.notes.quoted(piece);
        making.made.text.push_str(&open);
        self.inside(piece, depth, making)?;
        let kept = making.made.text.trim_end_matches(is_space).len();
        cut(&mut making.made, kept);
        making.made.text.push_str(&close);
        Ok(())
    }

    /// The marks of a quotation: those that the element names, or those of the language.
    pub(super) fn quotes(&self, piece: Element<'_, '_>) -> (String, String) {
        let (open, close) = self.language.grammar.marks;
        let named = |attribute: &str, usual: &str| {
            let named = piece.attribute(attribute).filter(|named| !named.trim().is_empty());
            named.unwrap_or(usual).to_owned()
        };
        (named("startQuote", &open.to_string()), named("endQuote", &close.to_string()))
    }

    /// Something that is no running text, in the middle of it.
    fn structure(
        &mut self,
        piece: Element<'_, '_>,
        depth: usize,
        making: &mut Making,
    ) -> Result<(), Error> {
        let mut lines = self.lines(piece, depth + 1)?;
        lines.retain(|line| !line.is_empty());
        if lines.is_empty() {
            self.notes.ignored(piece);
            return Ok(());
        }
        if is(piece, "quotedStructure") {
            let joined = lines.concat();
            let marked = joined.starts_with(QUOTES) || text_of(piece).trim().starts_with(QUOTES);
            if !marked {
                let (open, close) = self.quotes(piece);
                self.notes.quoted(piece);
                if let Some(first) = lines.first_mut() {
                    first.insert_str(0, &open);
                }
                if let Some(last) = lines.last_mut() {
                    last.push_str(&close);
                }
            }
        }
        self.whole(piece);
        let before = trimmed(std::mem::take(&mut making.made));
        if !before.text.is_empty() {
            making.runs.push(Run::Text(before));
        }
        making.runs.push(Run::Whole(lines.join("\n")));
        Ok(())
    }
}

/// Without the space at its end.
fn trimmed(mut text: Fragment) -> Fragment {
    let kept = text.text.trim_end_matches(is_space).len();
    cut(&mut text, kept);
    text
}

/// The first bytes, and the marks on them.
fn cut(text: &mut Fragment, kept: usize) {
    text.text.truncate(kept);
    let end = Span::at(kept).end;
    for mark in &mut text.marks {
        mark.span = Span { start: mark.span.start.min(end), end: mark.span.end.min(end) };
    }
}

/// Marks in their order. Where changes were accepted, two marks of a kind that now touch are one.
fn ordered(text: &mut Fragment, changed: bool) {
    text.marks.sort_by_key(|mark| mark.span);
    if !changed {
        return;
    }
    let mut marks: Vec<Mark> = Vec::with_capacity(text.marks.len());
    for mark in text.marks.drain(..).filter(|mark| !mark.span.is_empty()) {
        let before = marks.iter_mut().rev().find(|before| before.kind == mark.kind);
        match before.filter(|before| before.span.end == mark.span.start) {
            Some(before) => before.span.end = mark.span.end,
            None => marks.push(mark),
        }
    }
    marks.sort_by_key(|mark| mark.span);
    text.marks = marks;
}
