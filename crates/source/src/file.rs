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

/// A file's name and decoded text; byte offsets below are offsets in that decoded text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name as the user gave it.
    pub name: String,
    /// The text, byte-order mark removed, line endings as they were.
    pub text: String,
    /// What the bytes were.
    pub encoding: Encoding,
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

    /// Decodes the bytes of a file. UTF-8 first; UTF-16 by its mark; otherwise Windows-1252, which
    /// accepts anything. [`SourceFile::encoding`] says which it was.
    pub fn decode(name: impl Into<String>, bytes: &[u8]) -> Self {
        let name = name.into();
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            let (text, ..) = encoding_rs::UTF_8.decode(bytes);
            return Self::with_encoding(name, text.into_owned(), Encoding::Utf16);
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::with_encoding(name, text.to_owned(), Encoding::Utf8),
            Err(_) => {
                let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
                Self::with_encoding(name, text.into_owned(), Encoding::Windows1252)
            }
        }
    }

    fn with_encoding(name: String, text: String, encoding: Encoding) -> Self {
        let mut lines = vec![0];
        lines.extend(
            text.bytes()
                .enumerate()
                .filter(|(_, b)| *b == b'\n')
                .map(|(i, _)| Span::at(i + 1).start),
        );
        Self { name, text, encoding, lines }
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
