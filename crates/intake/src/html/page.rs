//! The machine that tokens go through: what is open, and the line that is being written.

use super::tags::{Tag, attribute, depth, is_hidden, is_raw, is_unnumbered};
use crate::error::Error;
use crate::lines::{Line, Lines, NoteKind, Place, number_end};
use html5ever::LocalName;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{self, TagKind, Token, TokenSink, TokenSinkResult};
use std::cell::RefCell;

/// Blocks that may stand one within the other; browsers stop at 512, too.
const DEEPEST: usize = 512;

/// Bytes of a line above which it is no heading that a table could repeat.
const LONGEST_HEADING: usize = 160;

/// Headings that are compared with the heads of tables: a paper has a handful.
const MOST_HEADINGS: usize = 64;

/// Lines above a table among which its head may have its heading.
const NEAR: usize = 3;

/// An element that is open and matters.
#[derive(Debug)]
struct Open {
    name: LocalName,
    tag: Tag,
    /// Whether nothing in it is text of the page.
    skip: bool,
    /// How deep its paragraphs stand.
    depth: u16,
    /// Lines that stood before it.
    from: usize,
    /// For a list, what its next item counts; for an item, the number that it has.
    list: List,
    /// For a row, its cells.
    cells: Vec<Cell>,
    /// For the head of a page, whether there is navigation in it.
    navigation: bool,
}

/// Numbers of lists, and of their items.
#[derive(Clone, Debug, Default)]
enum List {
    #[default]
    None,
    /// The number of the next item, and which way they count.
    Counting(i64, i64),
    /// The number of an item, "9.2.".
    Number(String),
}

/// A cell of a row.
#[derive(Clone, Copy, Debug)]
struct Cell {
    /// Lines before it.
    from: usize,
    head: bool,
}

/// The machine. The tokenizer hands it out by shared reference only.
#[derive(Debug, Default)]
pub(crate) struct Page(RefCell<State>);

#[derive(Debug, Default)]
struct State {
    open: Vec<Open>,
    out: Lines,
    failed: Option<Error>,
    /// The line being written, where it began, and whether space is to come before the next word.
    text: String,
    place: Place,
    space: bool,
    /// Whether the next line begins a paragraph.
    fresh: bool,
    /// The number of the list item that begins here, not yet written.
    number: Option<String>,
    /// Where raised words begin in the line.
    raised: Option<usize>,
    /// Headings met so far.
    headings: Vec<String>,
}

impl Page {
    pub fn has_failed(&self) -> bool {
        self.0.borrow().failed.is_some()
    }

    pub fn finish(self) -> Result<Lines, Error> {
        let mut state = self.0.into_inner();
        if state.failed.is_none() {
            state.close_to(0);
            state.end_line(true);
        }
        state.failed.map_or(Ok(state.out), Err)
    }
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        if state.failed.is_some() {
            return TokenSinkResult::Continue;
        }
        let place = Place { page: 0, line: u32::try_from(line).unwrap_or(u32::MAX) };
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => state.start(&tag, place),
            Token::TagToken(tag) => {
                state.end(&tag, place);
                TokenSinkResult::Continue
            }
            Token::CharacterTokens(words) => {
                state.words(&words, place);
                TokenSinkResult::Continue
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

impl State {
    fn start(&mut self, tag: &tokenizer::Tag, place: Place) -> TokenSinkResult<()> {
        let kind = Tag::of(&tag.name);
        self.close_before(kind);
        let above = self.open.last();
        let skipping = above.is_some_and(|open| open.skip);
        match kind {
            Tag::Break if !skipping => self.end_line(false),
            Tag::Rule if !skipping => self.end_line(true),
            Tag::Break | Tag::Rule | Tag::Nothing => return TokenSinkResult::Continue,
            _ => {}
        }
        if matches!(kind, Tag::Break | Tag::Rule) {
            return TokenSinkResult::Continue;
        }
        let navigation = matches!(&*tag.name, "nav" | "form" | "ul");
        if navigation {
            self.open.iter_mut().for_each(|open| open.navigation = true);
        }
        let skip = skipping || kind == Tag::Skipped || is_hidden(&tag.attrs);
        if !skip && kind == Tag::Inline {
            return TokenSinkResult::Continue;
        }
        if self.open.len() >= DEEPEST {
            self.failed = Some(Error::TooDeep { line: place.line, limit: DEEPEST });
            return TokenSinkResult::Continue;
        }
        if kind.is_block() && !skipping {
            self.end_line(true);
        }
        self.push(tag, kind, skip, place);
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "plaintext" => TokenSinkResult::Plaintext,
            name if is_raw(name) => TokenSinkResult::RawData(RawKind::Rawtext),
            _ => TokenSinkResult::Continue,
        }
    }

    fn push(&mut self, tag: &tokenizer::Tag, kind: Tag, skip: bool, place: Place) {
        let above = self.open.last().map_or(0, |open| open.depth);
        let nested = matches!(kind, Tag::Ordered | Tag::Unordered) && self.within_item();
        let depth = above + u16::from(nested) + depth(&tag.attrs);
        let from = self.out.lines.len();
        let mut list = List::None;
        match kind {
            Tag::Ordered if !is_unnumbered(&tag.attrs) => list = counting(tag),
            Tag::Item if !skip => list = self.item(tag, place),
            Tag::Cell | Tag::HeadCell if !skip => {
                let in_head = self.open.iter().rev().any(|open| open.tag == Tag::TableHead);
                let cell = Cell { from, head: kind == Tag::HeadCell || in_head };
                if let Some(row) = self.open.iter_mut().rev().find(|open| open.tag == Tag::Row) {
                    row.cells.push(cell);
                }
            }
            Tag::Raised if !skip && self.raised.is_none() => self.raised = Some(self.text.len()),
            Tag::Struck if !skip => self.out.note(NoteKind::StruckOut, place),
            _ => {}
        }
        let skip = skip || kind == Tag::Struck;
        let name = tag.name.clone();
        let open =
            Open { name, tag: kind, skip, depth, from, list, cells: Vec::new(), navigation: false };
        self.open.push(open);
    }

    /// Whether the innermost list item is nearer than the innermost cell.
    fn within_item(&self) -> bool {
        let near = self.open.iter().rev().find(|open| open.tag == Tag::Item || open.tag.is_scope());
        near.is_some_and(|open| open.tag == Tag::Item)
    }

    /// The number of an item that begins: its list's, behind that of the item it stands in.
    fn item(&mut self, tag: &tokenizer::Tag, place: Place) -> List {
        self.own_line_for_number(place);
        let outer = self.open.iter().rev().take_while(|open| !open.tag.is_scope());
        let outer = outer.filter_map(|open| match &open.list {
            List::Number(number) => Some(number.clone()),
            _ => None,
        });
        let outer = outer.take(1).next().unwrap_or_default();
        let list = self
            .open
            .iter_mut()
            .rev()
            .find(|open| matches!(open.tag, Tag::Ordered | Tag::Unordered));
        let Some(List::Counting(next, step)) = list.map(|list| &mut list.list) else {
            return List::None;
        };
        let value = attribute(&tag.attrs, "value").and_then(|value| value.trim().parse().ok());
        let number = value.unwrap_or(*next);
        *next = number.saturating_add(*step);
        if number < 1 {
            return List::None;
        }
        let number = format!("{outer}{number}.");
        self.number = Some(number.clone());
        List::Number(number)
    }

    /// A number whose item begins with another item stands on a line of its own.
    fn own_line_for_number(&mut self, place: Place) {
        if self.number.is_some() && self.text.is_empty() {
            self.begin_line(place);
            self.write_number("");
            self.end_line(true);
        }
    }

    /// Closes what a tag closes that does not say so.
    fn close_before(&mut self, kind: Tag) {
        let (closes, until): (&[Tag], &[Tag]) = match kind {
            Tag::Item => (&[Tag::Item], &[Tag::Ordered, Tag::Unordered, Tag::Table]),
            Tag::Described => (&[Tag::Described], &[Tag::Table]),
            Tag::Row => (&[Tag::Row], &[Tag::Table]),
            Tag::Cell | Tag::HeadCell => (&[Tag::Cell, Tag::HeadCell], &[Tag::Table, Tag::Row]),
            Tag::TableHead | Tag::TableBody => (&[Tag::TableHead, Tag::TableBody], &[Tag::Table]),
            _ if kind.is_block() => (
                &[Tag::Paragraph],
                &[Tag::Table, Tag::Cell, Tag::HeadCell, Tag::Item, Tag::Described],
            ),
            _ => return,
        };
        let found = self
            .open
            .iter()
            .rposition(|open| closes.contains(&open.tag) || until.contains(&open.tag));
        if let Some(at) = found.filter(|at| closes.contains(&self.open[*at].tag)) {
            self.close_to(at);
        }
    }

    fn end(&mut self, tag: &tokenizer::Tag, place: Place) {
        if &*tag.name == "br" {
            return self.end_line(false);
        }
        let kind = Tag::of(&tag.name);
        let table = matches!(
            kind,
            Tag::Table | Tag::TableHead | Tag::TableBody | Tag::Row | Tag::Cell | Tag::HeadCell
        );
        let found = self
            .open
            .iter()
            .rposition(|open| open.name == tag.name || (!table && open.tag.is_scope()));
        let Some(at) = found.filter(|at| self.open[*at].name == tag.name) else { return };
        let blocks = self.open[at + 1..].iter().any(|open| open.tag.is_block());
        if blocks && !kind.is_block() && kind != Tag::Skipped {
            // It ends here, and the blocks that it began outside of go on.
            let open = self.open.remove(at);
            return self.closed(&open, place);
        }
        self.close_to(at);
    }

    /// Closes the elements from this one on.
    fn close_to(&mut self, at: usize) {
        while self.open.len() > at {
            let Some(open) = self.open.pop() else { return };
            if open.tag.is_block() && !open.skip {
                self.end_line(true);
            }
            let place = self.place;
            self.closed(&open, place);
        }
    }

    fn closed(&mut self, open: &Open, place: Place) {
        if open.skip {
            return;
        }
        match open.tag {
            Tag::Raised => self.end_raised(place),
            Tag::Row => self.end_row(open, place),
            Tag::Item => self.number = None,
            Tag::Heading => {
                let (text, few) = (self.last_heading(open), self.headings.len() < MOST_HEADINGS);
                self.headings.extend(text.filter(|_| few));
            }
            Tag::Banner if open.navigation => self.out.lines.truncate(open.from),
            _ => {}
        }
    }

    fn last_heading(&self, open: &Open) -> Option<String> {
        let line = self.out.lines.get(open.from)?;
        (line.text.len() <= LONGEST_HEADING).then(|| bare(&line.text))
    }

    /// A row of nothing but heads says what the columns hold: kept of it is the first, unless it
    /// repeats a heading.
    fn end_row(&mut self, row: &Open, place: Place) {
        if row.cells.len() > 2 {
            self.out.note(NoteKind::WideTable, place);
        }
        let [first, second, ..] = row.cells.as_slice() else { return };
        if !row.cells.iter().all(|cell| cell.head) {
            return;
        }
        let Some(heading) = self.out.lines.get(first.from).map(|line| bare(&line.text)) else {
            return;
        };
        let above = &self.out.lines[first.from.saturating_sub(NEAR)..first.from];
        let repeats = self.headings.contains(&heading)
            || above.iter().any(|line| bare(&line.text) == heading);
        self.out.lines.truncate(if repeats { first.from } else { second.from });
        if !repeats && self.headings.len() < MOST_HEADINGS {
            self.headings.push(heading);
        }
    }

    // Words

    fn words(&mut self, words: &str, place: Place) {
        if self.open.last().is_some_and(|open| open.skip) {
            return;
        }
        if self.open.iter().any(|open| open.tag == Tag::Preformatted) {
            return self.preformatted(words, place);
        }
        // The tokenizer says in which line the words end.
        let mut line = place.line.saturating_sub(words.matches('\n').count() as u32);
        for sign in words.chars() {
            line += u32::from(sign == '\n');
            match sign {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.space = true,
                // Joins and marks of direction are no text, and neither is a no-break space
                // beside another space.
                '\u{feff}' | '\u{200b}' => {}
                '\u{a0}' if self.space || self.text.ends_with('\u{a0}') => self.space = true,
                _ => self.sign(sign, Place { line, ..place }),
            }
        }
    }

    fn sign(&mut self, sign: char, place: Place) {
        if self.text.is_empty() {
            self.begin_line(place);
        } else if self.space {
            if self.text.ends_with('\u{a0}') {
                self.text.pop();
            }
            self.text.push(' ');
        }
        self.space = false;
        self.text.push(sign);
    }

    fn preformatted(&mut self, words: &str, place: Place) {
        for (at, line) in words.split('\n').enumerate() {
            if at > 0 {
                self.end_line(false);
            }
            for sign in line.trim_end_matches('\r').chars() {
                self.sign(sign, place);
            }
        }
    }

    fn begin_line(&mut self, place: Place) {
        self.place = place;
        self.space = false;
        if let Some(raised) = &mut self.raised {
            *raised = 0;
        }
    }

    /// Marks raised words as plain text does: `20^e`.
    fn end_raised(&mut self, place: Place) {
        let Some(at) = self.raised.take() else { return };
        let Some((before, raised)) = self.text.split_at_checked(at) else { return };
        if raised.trim().is_empty() {
            return;
        }
        let follows = before.chars().next_back().is_some_and(char::is_alphanumeric);
        if follows && raised.chars().all(char::is_alphanumeric) {
            self.text.insert(at, '^');
        } else {
            self.out.note(NoteKind::RaisedLost, place);
        }
    }

    /// Ends the line; a `paragraph` ends with it.
    fn end_line(&mut self, paragraph: bool) {
        let mut text = std::mem::take(&mut self.text);
        self.space = false;
        let length = text.trim_end_matches(['\u{a0}', ' ']).len();
        text.truncate(length);
        let begin = text.len() - text.trim_start_matches(['\u{a0}', ' ']).len();
        text.drain(..begin);
        if !text.is_empty() {
            self.write_number(&text);
        }
        self.fresh |= paragraph;
    }

    /// Writes a line behind the number of its item, if it has one and the page does not type it.
    fn write_number(&mut self, text: &str) {
        let mut line = text.to_owned();
        if let Some(number) = self.number.take() {
            if number_end(text).is_none() {
                self.out.note(NoteKind::NumbersOfLists, self.place);
                line = format!("{number} {text}").trim_end().to_owned();
            } else {
                self.typed(text);
            }
        }
        let depth = self.open.last().map_or(0, |open| open.depth);
        let fresh = std::mem::take(&mut self.fresh);
        let line = Line { text: line, place: self.place, fresh, depth };
        if let Err(error) = self.out.push(line) {
            self.failed = Some(error);
        }
    }

    /// The number that is typed in an item is the one its items count on from.
    fn typed(&mut self, text: &str) {
        let number = number_end(text).map(|end| text[..end].to_owned());
        let item = self.open.iter_mut().rev().find(|open| open.tag == Tag::Item);
        if let Some((item, number)) = item.zip(number) {
            item.list = List::Number(number);
        }
    }
}

/// How a list counts.
fn counting(tag: &tokenizer::Tag) -> List {
    let number = |name| attribute(&tag.attrs, name).and_then(|value| value.trim().parse().ok());
    let decimal = attribute(&tag.attrs, "type").is_none_or(|kind| kind.trim() == "1");
    if !decimal {
        // Letters and Roman numerals are no numbers of provisions; what they are is not typed.
        return List::None;
    }
    let step = if attribute(&tag.attrs, "reversed").is_some() { -1 } else { 1 };
    List::Counting(number("start").unwrap_or(1), step)
}

/// A heading without its letter and in small letters, to be compared.
fn bare(heading: &str) -> String {
    let letter = heading.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
        && heading.as_bytes().get(1) == Some(&b'.');
    let words = if letter { &heading[2..] } else { heading };
    words.trim().to_lowercase()
}
