//! Quoted text as written: in marks that let it be read back.

use crate::Payload;
use crate::style::Language;

/// The marks that may end a wording.
pub(super) const CLOSING: [char; 4] = ['»', '”', '“', '"'];

/// Pairs of marks to choose from where the language's own do not do.
const PAIRS: [(char, char); 4] = [('“', '”'), ('«', '»'), ('„', '“'), ('"', '"')];

/// The text between marks: the language's own, or the first pair that keeps those inside balanced.
pub(super) fn marked(text: &str, language: &Language) -> String {
    let own = language.grammar.marks;
    let pairs = std::iter::once(own).chain(PAIRS);
    let (open, close) = pairs.into_iter().find(|pair| balanced(text, *pair)).unwrap_or(own);
    format!("{open}{text}{close}")
}

/// New text between marks, its paragraphs on lines of their own, with their numbers.
pub(super) fn payload(payload: &Payload, language: &Language) -> String {
    let mut text = String::new();
    for (at, paragraph) in payload.paragraphs.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        if let Some(number) = &paragraph.number {
            text.push_str(number);
            text.push_str(". ");
        }
        text.push_str(&paragraph.content.to_caret());
    }
    marked(&text, language)
}

/// Whether marks of this pair inside `text` open and close in turn, so that the last closing mark
/// is that of the whole.
fn balanced(text: &str, (open, close): (char, char)) -> bool {
    if open == close {
        return !text.contains(open);
    }
    // A low opening mark is closed by either of two signs.
    let closes = |c: char| c == close || (open == '„' && c == '”');
    let mut depth = 0_u32;
    for c in text.chars() {
        if c == open {
            depth += 1;
        } else if closes(c) {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return false,
            }
        }
    }
    depth == 0
}

/// Whether a text has more than one word.
pub(super) fn several_words(text: &str) -> bool {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).nth(1).is_some()
}
