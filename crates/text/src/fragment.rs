//! Text with marks beside it.

use source::Span;

/// Text and the marks on it. Marks are ranges beside the text, so offsets never move; quoted
/// anchors match the text and never the marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Fragment {
    /// The characters.
    pub text: String,
    /// In order of start, then end. Spans are byte ranges of `text`.
    pub marks: Vec<Mark>,
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// What it says of the text.
    pub kind: MarkKind,
    /// Byte range in the fragment's text.
    pub span: Span,
}

/// What a mark says of the text under it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// Set in italics.
    Emphasis,
    /// Raised, as the "e" of "20e"; written `20^e` in plain text.
    Superscript,
    /// A reference to a note, by its printed sign.
    NoteReference(String),
}

impl Fragment {
    /// Text without marks.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marks: Vec::new() }
    }

    /// Reads the caret notation of plain text: `20^e` is "20e" with the "e" raised. A caret raises
    /// the run of letters and digits behind it; a caret before anything else stands for itself.
    pub fn from_caret(written: &str) -> Self {
        if memchr::memchr(b'^', written.as_bytes()).is_none() {
            return Self::plain(written);
        }
        let (mut text, mut marks) = (String::with_capacity(written.len()), Vec::new());
        let mut rest = written;
        while let Some(caret) = rest.find('^') {
            let (before, after) = (&rest[..caret], &rest[caret + 1..]);
            let raised = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
            text.push_str(before);
            let follows = text.chars().next_back().is_some_and(char::is_alphanumeric);
            if raised == 0 || !follows {
                text.push('^');
                rest = after;
                continue;
            }
            let start = text.len();
            text.push_str(&after[..raised]);
            let span = Span::new(start, text.len());
            marks.push(Mark { kind: MarkKind::Superscript, span });
            rest = &after[raised..];
        }
        text.push_str(rest);
        Self { text, marks }
    }

    /// Writes the caret notation back. A literal caret of the text stays as it is.
    pub fn to_caret(&self) -> String {
        let mut written = String::with_capacity(self.text.len() + self.marks.len());
        let mut from = 0;
        for mark in self.marks.iter().filter(|mark| mark.kind == MarkKind::Superscript) {
            let start = (mark.span.start as usize).clamp(from, self.text.len());
            written.push_str(self.text.get(from..start).unwrap_or(""));
            written.push('^');
            from = start;
        }
        written.push_str(self.text.get(from..).unwrap_or(""));
        written
    }

    /// The marks clipped to `span` and counted from its start.
    pub fn marks_in(&self, span: Span) -> Vec<Mark> {
        let clipped = self.marks.iter().filter(|mark| mark.span.overlaps(span)).map(|mark| {
            let start = mark.span.start.max(span.start) - span.start;
            let end = mark.span.end.min(span.end) - span.start;
            Mark { kind: mark.kind.clone(), span: Span { start, end } }
        });
        clipped.collect()
    }

    /// The part of the fragment under `span`.
    pub fn slice(&self, span: Span) -> Self {
        Self { text: span.of(&self.text).to_owned(), marks: self.marks_in(span) }
    }

    /// Puts `other` behind this fragment, its marks shifted.
    pub fn push(&mut self, other: &Self) {
        let by = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(
            other
                .marks
                .iter()
                .map(|mark| Mark { kind: mark.kind.clone(), span: mark.span.shifted(by) }),
        );
    }
}

impl From<&str> for Fragment {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}
