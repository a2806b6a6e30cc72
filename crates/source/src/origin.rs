//! From a text that a reader made back to the file it came from.

use crate::Span;

/// A stretch of text that stands in the file byte for byte as it stands here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// First byte in the text.
    pub text: u32,
    /// Where that byte stands in the decoded file.
    pub file: u32,
    /// Bytes in the stretch. Bytes of the text between two pieces (a space that unwrapping put in)
    /// have no place of their own and map to the end of the piece before them.
    pub len: u32,
}

/// A piecewise map from a text to the (decoded) file it was read from.
///
/// An empty map is the origin of a text that stands in no file, such as a generated wording.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Invariant: in order of `text`, not overlapping.
    pieces: Vec<Piece>,
}

impl Origin {
    /// The origin of a text that is `file[at..at + len]` byte for byte.
    pub fn verbatim(at: usize, len: usize) -> Self {
        let mut origin = Self::default();
        origin.push(0, at, len);
        origin
    }

    /// Adds the next stretch. Pieces come in the order of the text; one that would go back is cut.
    pub fn push(&mut self, text: usize, file: usize, len: usize) {
        let (span, file) = (Span::new(text, text + len), Span::at(file).start);
        if let Some(last) = self.pieces.last_mut() {
            if last.text + last.len == span.start && last.file + last.len == file {
                last.len += span.len() as u32;
                return;
            }
            if span.start < last.text + last.len {
                return;
            }
        }
        self.pieces.push(Piece { text: span.start, file, len: span.len() as u32 });
    }

    /// Forgets what stands behind the first `len` bytes of the text.
    pub fn truncate(&mut self, len: usize) {
        while let Some(last) = self.pieces.last_mut() {
            let start = last.text as usize;
            if start < len {
                last.len = last.len.min((len - start) as u32);
                return;
            }
            self.pieces.pop();
        }
    }

    /// Appends `other`, the origin of a text that is put after `offset` bytes of this one.
    pub fn append(&mut self, other: &Self, offset: usize) {
        for piece in &other.pieces {
            self.push(piece.text as usize + offset, piece.file as usize, piece.len as usize);
        }
    }

    /// The origin of `text[from..to]`, its offsets counted from `from`.
    pub fn slice(&self, from: usize, to: usize) -> Self {
        let mut part = Self::default();
        let first = self.pieces.partition_point(|p| ((p.text + p.len) as usize) <= from);
        let pieces = self.pieces[first..].iter().take_while(|piece| (piece.text as usize) < to);
        for piece in pieces {
            let (start, end) = (piece.text as usize, (piece.text + piece.len) as usize);
            let (cut_start, cut_end) = (start.max(from), end.min(to));
            if cut_start < cut_end {
                let file = piece.file as usize + (cut_start - start);
                part.push(cut_start - from, file, cut_end - cut_start);
            }
        }
        part
    }

    /// Where the byte `at` of the text stands in the file; `None` for a text from no file.
    pub fn offset(&self, at: u32) -> Option<u32> {
        let after = self.pieces.partition_point(|piece| piece.text <= at);
        let piece = self.pieces.get(after.saturating_sub(1))?;
        Some(piece.file + at.saturating_sub(piece.text).min(piece.len))
    }

    /// Where a span of the text stands in the file: from its first byte to the end of its last.
    pub fn span(&self, span: Span) -> Option<Span> {
        let start = self.offset(span.start)?;
        let end = if span.is_empty() { start } else { self.offset(span.end - 1)? + 1 };
        Some(Span { start, end: end.max(start) })
    }

    /// The pieces, in the order of the text.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }
}
