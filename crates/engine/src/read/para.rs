//! Text put together from lines, with its origin.

use super::finding::Finding;
use super::remains;
use source::{Origin, Span};
use text::{Block, Fragment, MarkKind};

/// How a line joins the text before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// It goes on with the same paragraph.
    Space,
    /// It begins a new paragraph of the same text.
    Break,
}

/// Text put together from lines, with its origin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Para {
    /// The text.
    pub text: String,
    /// From the text to the file.
    pub origin: Origin,
}

/// Small repairs, counted: one finding for all of a kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Repairs {
    lines: Count,
    spaces: Count,
    characters: Count,
    furniture: Count,
    deep: Count,
    remains: Count,
}

/// How many, and where the first.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    first: Span,
    number: usize,
}

impl Count {
    fn add(&mut self, at: Span) {
        if self.number == 0 {
            self.first = at;
        }
        self.number += 1;
    }
}

impl Repairs {
    /// A line end was taken for a space.
    pub fn joined(&mut self, at: Span) {
        self.lines.add(at);
    }

    /// A running head or page number was skipped.
    pub fn skipped(&mut self, at: Span) {
        self.furniture.add(at);
    }

    /// What a page of the web leaves in a text was read as what it stands for.
    pub fn remains(&mut self, at: Span) {
        self.remains.add(at);
    }

    /// A number had too many levels.
    pub fn too_deep(&mut self, at: Span) {
        self.deep.add(at);
    }

    /// The findings; `width` is that of the file's lines.
    pub fn findings(&self, width: usize) -> impl Iterator<Item = Finding> {
        let Self { lines, spaces, characters, furniture, deep, remains } = *self;
        let found = |count: Count, finding: fn(Span, usize, usize) -> Finding| {
            (count.number > 0).then(|| finding(count.first, count.number, width))
        };
        [
            found(furniture, |at, count, _| Finding::FurnitureSkipped { at, count }),
            found(lines, |at, count, width| Finding::LinesJoined { at, count, width }),
            found(spaces, |at, count, _| Finding::SpacesJoined { at, count }),
            found(characters, |at, count, _| Finding::CharactersDropped { at, count }),
            found(remains, |at, count, _| Finding::RemainsRead { at, count }),
            found(deep, |at, count, _| Finding::TooDeep { at, count }),
        ]
        .into_iter()
        .flatten()
    }
}

impl Para {
    /// A text of one line.
    pub fn line(file: &str, span: Span, repairs: &mut Repairs) -> Self {
        let mut para = Self::default();
        para.push(file, span, Join::Space, repairs);
        para
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds the characters of `file` under `span`.
    pub fn push(&mut self, file: &str, span: Span, join: Join, repairs: &mut Repairs) {
        let span = trimmed(file, span);
        if !self.text.is_empty() && !span.is_empty() {
            match join {
                Join::Break => self.text.push('\n'),
                Join::Space if self.ends_in_hyphen() => {}
                Join::Space => self.text.push(' '),
            }
        }
        let words = span.of(file);
        if is_clean(words) {
            self.origin.push(self.text.len(), span.start as usize, words.len());
            self.text.push_str(words);
        } else {
            self.push_cleaned(words, span.start as usize, repairs);
        }
    }

    /// Whether a word goes on in the next line: the hyphen stays, a soft one goes.
    fn ends_in_hyphen(&mut self) -> bool {
        if self.text.ends_with('\u{ad}') {
            self.text.pop();
            // What is put behind it would else be taken for something that goes back.
            self.origin.truncate(self.text.len());
            return true;
        }
        let mut signs = self.text.chars().rev();
        matches!(signs.next(), Some('-' | '‐' | '\u{2011}' | '—'))
            && signs.next().is_some_and(char::is_alphanumeric)
    }

    fn push_cleaned(&mut self, words: &str, from: usize, repairs: &mut Repairs) {
        let mut space = false;
        for (at, sign) in words.char_indices() {
            let here = Span::at(from + at);
            match sign {
                ' ' | '\t' => {
                    if space || sign == '\t' {
                        repairs.spaces.add(here);
                    }
                    if !space {
                        // A tab is written as a space and so has no place of its own.
                        let verbatim = usize::from(sign == ' ');
                        self.origin.push(self.text.len(), from + at, verbatim);
                        self.text.push(' ');
                    }
                    space = true;
                    continue;
                }
                _ if is_dropped(sign) => repairs.characters.add(here),
                _ => {
                    self.origin.push(self.text.len(), from + at, sign.len_utf8());
                    self.text.push(sign);
                    space = false;
                }
            }
        }
    }

    /// Without what a page of the web left in it.
    pub fn without_remains(self) -> Self {
        match remains::plain_from(&self.text, &self.origin) {
            Some((text, origin)) => Self { text, origin },
            None => self,
        }
    }

    /// The part of it from byte `from` to `to`.
    pub fn slice(&self, from: usize, to: usize) -> Self {
        let text = self.text.get(from..to).unwrap_or("").to_owned();
        Self { text, origin: self.origin.slice(from, to) }
    }

    /// Puts `other` behind it.
    pub fn append(&mut self, other: &Self) {
        self.origin.append(&other.origin, self.text.len());
        self.text.push_str(&other.text);
    }

    /// As a block of a draft: the caret notation read, the origin following it.
    pub fn into_block(self) -> Block {
        if !self.text.contains('^') {
            return Block {
                content: Fragment { text: self.text, marks: Vec::new() },
                origin: self.origin,
            };
        }
        let content = Fragment::from_caret(&self.text);
        let mut origin = Origin::default();
        let (mut written, mut read) = (0, 0);
        let raised = content.marks.iter().filter(|mark| mark.kind == MarkKind::Superscript);
        for mark in raised {
            let before = mark.span.start as usize - read;
            origin.append(&self.origin.slice(written, written + before), read);
            (written, read) = (written + before + 1, mark.span.start as usize);
        }
        origin.append(&self.origin.slice(written, self.text.len()), read);
        Block { content, origin }
    }
}

/// The span without what is no text at its ends: behind a `\`, space may come to stand there.
fn trimmed(file: &str, span: Span) -> Span {
    let blank = |sign: char| sign.is_whitespace() || is_dropped(sign);
    let words = span.of(file);
    let start = span.start as usize + words.len() - words.trim_start_matches(blank).len();
    Span::new(start, start + words.trim_matches(blank).len())
}

/// Whether a text needs no repair: no run of spaces, no tab, no control character.
fn is_clean(words: &str) -> bool {
    let (mut last, mut clean, mut wide) = (0u8, true, false);
    for &byte in words.as_bytes() {
        clean &= byte >= 0x20 && byte != 0x7f && !(byte == b' ' && last == b' ');
        wide |= matches!(byte, 0xc2 | 0xe2 | 0xef);
        last = byte;
    }
    clean && (!wide || !words.contains(is_dropped))
}

/// Signs that are no text: controls, and the byte-order mark inside a text.
fn is_dropped(sign: char) -> bool {
    (sign.is_control() && !matches!(sign, '\t')) || matches!(sign, '\u{feff}' | '\u{200b}')
}

/// Whether a text stops in the middle of a sentence: its last sign is a letter or digit, or a
/// comma where `comma` says that this counts.
pub fn is_broken(text: &str, comma: bool) -> bool {
    text.chars().next_back().is_some_and(|sign| sign.is_alphanumeric() || (comma && sign == ','))
}

/// Whether a line may be the middle of a sentence: it begins with a small letter.
pub fn is_middle(line: &str) -> bool {
    line.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> Para {
        let file = lines.concat();
        let (mut para, mut at) = (Para::default(), 0);
        for line in lines {
            let span = Span::new(at, at + line.len());
            para.push(&file, span, Join::Space, &mut Repairs::default());
            at += line.len();
        }
        para
    }

    #[test]
    fn hyphens_stay_and_soft_ones_go() {
        assert_eq!(joined(&["inter-", "lake"]).text, "inter-lake");
        assert_eq!(joined(&["inter\u{ad}", "lake"]).text, "interlake");
        assert_eq!(joined(&["boats -", "lamps"]).text, "boats - lamps");
        assert_eq!(joined(&["boats", "lamps"]).text, "boats lamps");
    }

    #[test]
    fn runs_of_spaces_and_controls_go_and_origins_stay_exact() {
        let para = joined(&["a  \tb\u{1}c"]);
        assert_eq!(para.text, "a bc");
        assert_eq!(para.origin.offset(3), Some(6), "the c");
    }

    #[test]
    fn the_caret_leaves_the_text_and_its_origin() {
        let block = joined(&["the 20^e and 21^e lake"]).into_block();
        assert_eq!(block.content.text, "the 20e and 21e lake");
        for (at, sign) in [(6, 7), (12, 13), (14, 16)] {
            assert_eq!(block.origin.offset(at), Some(sign), "{at}");
        }
    }
}
