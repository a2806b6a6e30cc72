//! A file as read: its decoded text, and lines and columns for people.

use crate::Span;

/// How the bytes of a file were turned into text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16 with a byte-order mark.
    Utf16,
    /// Windows-1252: taken when the bytes are not UTF-8.
    Windows1252,
}

/// What a file is that is no plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A PDF document.
    Pdf,
    /// A Word or OpenDocument file, or another one packed as these are.
    Office,
    /// Rich text.
    Rtf,
    /// A web page, or XML.
    Markup,
    /// Nothing known: too many of its characters are control characters.
    Unknown,
}

/// A file's name and decoded text; byte offsets below are offsets in that decoded text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name as the user gave it.
    pub name: String,
    /// The text, byte-order mark removed, line endings as they were.
    pub text: String,
    /// What the bytes were.
    pub encoding: Encoding,
    /// Set where the bytes are something else than plain text; [`SourceFile::text`] is empty then.
    pub foreign: Option<Foreign>,
    /// Byte offset of the start of each line. Invariant: starts with 0, ascending.
    lines: Vec<u32>,
}

/// A place for people: both numbers are 1-based, the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
}

impl SourceFile {
    /// A file whose text is at hand.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self::with_encoding(name.into(), text.into(), Encoding::Utf8)
    }

    /// Decodes the bytes of a file. [`SourceFile::encoding`] says how.
    ///
    /// UTF-16 is known by its mark or by the noughts of its ASCII letters. What is UTF-8 but for a
    /// few broken bytes, or is cut within a character, is UTF-8 with those replaced
    /// ([`SourceFile::replaced`]); anything else is Windows-1252, which accepts all bytes.
    pub fn decode(name: impl Into<String>, bytes: &[u8]) -> Self {
        let name = name.into();
        if let Some(foreign) = by_first_bytes(bytes) {
            return Self::of_foreign(name, foreign);
        }
        let file = Self::decoded(name, bytes);
        if is_garbage(&file.text) { Self::of_foreign(file.name, Foreign::Unknown) } else { file }
    }

    fn decoded(name: String, bytes: &[u8]) -> Self {
        if let Some(encoding) = utf_16(bytes) {
            let (text, _) = encoding.decode_with_bom_removal(bytes);
            return Self::with_encoding(name, text.into_owned(), Encoding::Utf16);
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::with_encoding(name, text.to_owned(), Encoding::Utf8),
            Err(error) if error.error_len().is_none() || mostly_utf_8(bytes) => {
                let text = String::from_utf8_lossy(bytes).into_owned();
                Self::with_encoding(name, text, Encoding::Utf8)
            }
            Err(_) => {
                let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
                Self::with_encoding(name, text.into_owned(), Encoding::Windows1252)
            }
        }
    }

    fn with_encoding(name: String, text: String, encoding: Encoding) -> Self {
        let lines = line_starts(text.as_bytes());
        Self { name, text, encoding, foreign: None, lines }
    }

    fn of_foreign(name: String, foreign: Foreign) -> Self {
        let foreign = Some(foreign);
        Self { foreign, ..Self::with_encoding(name, String::new(), Encoding::Utf8) }
    }

    /// Where the first replacement character stands and how many there are, if bytes had to be
    /// replaced because they mean nothing.
    pub fn replaced(&self) -> Option<(usize, usize)> {
        let first = self.text.find('\u{fffd}')?;
        Some((first, self.text[first..].matches('\u{fffd}').count()))
    }

    /// Line and column of a byte offset; one past the end gives the place after the last character.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.lines.partition_point(|start| *start <= offset).max(1) - 1;
        let start = self.lines[line] as usize;
        let mut end = (offset as usize).clamp(start, self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let column = self.text[start..end].chars().count();
        LineColumn { line: line as u32 + 1, column: column as u32 + 1 }
    }
}

/// Where lines begin: behind a line feed, or a carriage return that no line feed follows.
fn line_starts(text: &[u8]) -> Vec<u32> {
    let lone = |at: usize| text[at] == b'\n' || text.get(at + 1) != Some(&b'\n');
    let ends = memchr::memchr2_iter(b'\n', b'\r', text).filter(|at| lone(*at));
    std::iter::once(0).chain(ends.map(|at| Span::at(at + 1).start)).collect()
}

/// A file that is no plain text, by the bytes it begins with.
fn by_first_bytes(bytes: &[u8]) -> Option<Foreign> {
    const SIGNS: [(&[u8], Foreign); 4] = [
        (b"%PDF-", Foreign::Pdf),
        (b"PK\x03\x04", Foreign::Office),
        (b"\xd0\xcf\x11\xe0", Foreign::Office),
        (b"{\\rtf", Foreign::Rtf),
    ];
    let known = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign));
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins =
        |tag: &[u8]| start.get(..tag.len()).is_some_and(|found| found.eq_ignore_ascii_case(tag));
    let markup = [b"<!doctype".as_slice(), b"<html", b"<?xml"].into_iter().any(begins);
    known.map(|(_, foreign)| *foreign).or(markup.then_some(Foreign::Markup))
}

/// Characters that are looked at, to tell text from anything else.
const SAMPLE: usize = 10_000;

/// Such characters a short text may have all the same.
const FEW: usize = 4;

/// Whether more than one of twenty characters is one that no text has.
fn is_garbage(text: &str) -> bool {
    let odd = |sign: &char| {
        (sign.is_control() && !sign.is_whitespace()) || matches!(sign, '\u{fffd}' | '\u{fffe}')
    };
    let length = text.chars().take(SAMPLE).count();
    let found = text.chars().take(SAMPLE).filter(odd).count();
    found > FEW && found * 20 > length
}

/// UTF-16 by its byte-order mark, or by noughts in every second byte of a text mostly in ASCII.
fn utf_16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    if bytes.starts_with(&[0xff, 0xfe]) {
        return Some(encoding_rs::UTF_16LE);
    }
    if bytes.starts_with(&[0xfe, 0xff]) {
        return Some(encoding_rs::UTF_16BE);
    }
    let sample = &bytes[..bytes.len().min(512)];
    let noughts =
        |from: usize| sample.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (noughts(0), noughts(1));
    let many = sample.len() / 4;
    match (even, odd) {
        (0, odd) if odd > many && many > 0 => Some(encoding_rs::UTF_16LE),
        (even, 0) if even > many && many > 0 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// Whether characters of several bytes are at least twice as many as broken bytes.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    good >= 2 * broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_recognised() {
        let decoded = |bytes: &[u8]| {
            let file = SourceFile::decode("lake", bytes);
            (file.text.clone(), file.encoding, file.replaced().is_some())
        };
        let lake =
            |encoding, broken| ("l\u{e9}man \u{e0} l'\u{e9}t\u{e9}".to_owned(), encoding, broken);
        assert_eq!(decoded("léman à l'été".as_bytes()), lake(Encoding::Utf8, false));
        assert_eq!(decoded("\u{feff}léman à l'été".as_bytes()), lake(Encoding::Utf8, false));
        assert_eq!(decoded(b"l\xe9man \xe0 l'\xe9t\xe9"), lake(Encoding::Windows1252, false));
        let units: Vec<u16> = "léman à l'été".encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(decoded(&little), lake(Encoding::Utf16, false));
        assert_eq!(decoded(&big), lake(Encoding::Utf16, false));
        assert_eq!(
            decoded(&[b"\xff\xfe".as_slice(), &little].concat()),
            lake(Encoding::Utf16, false)
        );
    }

    #[test]
    fn what_is_no_text_is_known() {
        let foreign = |bytes: &[u8]| SourceFile::decode("lake", bytes).foreign;
        assert_eq!(foreign(b"%PDF-1.7\n1 0 obj"), Some(Foreign::Pdf));
        assert_eq!(foreign(b"PK\x03\x04\x14"), Some(Foreign::Office));
        assert_eq!(foreign(b"{\\rtf1 lake}"), Some(Foreign::Rtf));
        assert_eq!(foreign(b"\n<!DOCTYPE html><p>lake"), Some(Foreign::Markup));
        let noise: Vec<u8> = (0..=255).cycle().step_by(7).take(4000).collect();
        assert_eq!(foreign(&noise), Some(Foreign::Unknown));
        for text in [b"".as_slice(), b"la\0ke is a word, and one sign of it is odd", b"l\xe9man"] {
            assert_eq!(foreign(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_file_cut_within_a_character_stays_utf_8() {
        let file = SourceFile::decode("lake", &"léman, été".as_bytes()[..12]);
        assert_eq!((file.text.as_str(), file.encoding), ("léman, ét\u{fffd}", Encoding::Utf8));
        assert_eq!(file.replaced(), Some((11, 1)));
    }

    #[test]
    fn columns_count_characters_and_every_line_end_counts() {
        let file = SourceFile::new("lake", "é1\r\né2\ré3\né4");
        let at = |text: &str| {
            let found = file.line_column(file.text.find(text).expect("it is there") as u32);
            (found.line, found.column)
        };
        assert_eq!([at("1"), at("2"), at("3"), at("4")], [(1, 2), (2, 2), (3, 2), (4, 2)]);
    }
}
