//! What changed between two texts, in whole words.

use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;

/// A stretch of the old text and what stands there in the new one: byte ranges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

impl Hunk {
    /// From the start of this hunk to the end of `later`, what is between them included.
    pub fn joined(&self, later: &Self) -> Self {
        Self { old: self.old.start..later.old.end, new: self.new.start..later.new.end }
    }
}

/// Byte ranges of the words, marks and spaces of a text: a run of letters and digits with its
/// hyphens and decimal marks, or one other character.
pub(super) fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut in_word = false;
    let mut previous = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let inner = match c {
            '-' | '‑' => previous.is_alphanumeric() && next.is_alphanumeric(),
            '.' | ',' => previous.is_ascii_digit() && next.is_ascii_digit(),
            _ => is_word(c),
        };
        let end = at + c.len_utf8();
        match tokens.last_mut() {
            Some(last) if inner && in_word => last.end = end,
            _ => tokens.push(at..end),
        }
        in_word = inner;
        previous = c;
    }
    tokens
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Whether "Boats" and "boats" are one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capitals {
    /// They are not.
    Matter,
    /// They are: which of them stands there is left to the seam, and so are spaces.
    Follow,
}

/// The changes from `old` to `new`, in order; spaces alone do not part two changes.
pub(super) fn hunks(old: &str, new: &str, capitals: Capitals) -> Vec<Hunk> {
    let compared = |text: &str| {
        let mut tokens = tokens(text);
        if capitals == Capitals::Follow {
            tokens.retain(|token| !text[token.clone()].trim().is_empty());
        }
        tokens
    };
    let (old_tokens, new_tokens) = (compared(old), compared(new));
    let words = |text: &'_ str, tokens: &[Range<usize>]| -> Vec<String> {
        let word = |token: &Range<usize>| match capitals {
            Capitals::Matter => text[token.clone()].to_owned(),
            Capitals::Follow => text[token.clone()].to_lowercase(),
        };
        tokens.iter().map(word).collect()
    };
    let ops =
        capture_diff_slices(Algorithm::Myers, &words(old, &old_tokens), &words(new, &new_tokens));
    let mut found: Vec<Hunk> = Vec::new();
    for op in ops.iter().filter(|op| op.tag() != DiffTag::Equal) {
        let mut hunk = Hunk {
            old: bytes(&old_tokens, op.old_range(), old.len()),
            new: bytes(&new_tokens, op.new_range(), new.len()),
        };
        // With a word that comes or goes comes or goes the space behind it.
        if capitals == Capitals::Follow && hunk.old.is_empty() != hunk.new.is_empty() {
            hunk = Hunk { old: with_space(hunk.old, old), new: with_space(hunk.new, new) };
        }
        match found.last_mut() {
            Some(last) if old[last.old.end..hunk.old.start].trim().is_empty() => {
                *last = last.joined(&hunk);
            }
            _ => found.push(hunk),
        }
    }
    found
}

/// The stretch with the space behind it, or before it at the end of the text; an empty one as it is.
fn with_space(stretch: Range<usize>, text: &str) -> Range<usize> {
    let before = text[..stretch.start].trim_end().len();
    let behind = text.len() - text[stretch.end..].trim_start().len();
    match stretch {
        Range { start, end } if start == end => stretch,
        Range { start, .. } if behind > stretch.end => start..behind,
        Range { end, .. } => before..end,
    }
}

fn bytes(tokens: &[Range<usize>], range: Range<usize>, len: usize) -> Range<usize> {
    let start = tokens.get(range.start).map_or(len, |token| token.start);
    let end = match range.is_empty() {
        true => start,
        false => tokens.get(range.end - 1).map_or(len, |token| token.end),
    };
    start..end
}
