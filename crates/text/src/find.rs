//! Finding quoted words in a text: exactly, then after normalising what carries no meaning.
//!
//! The laid-out text is searched as it stands; only where nothing is found is the stretch folded
//! (quote marks, apostrophes, dashes, spaces, ligatures, Unicode form) and searched again, with a
//! map back to the offsets of the text. A match never begins or ends inside a word, never crosses a
//! line feed (no quotation does) and never lies in an opaque block.

use crate::{BlockRole, Index};
use memchr::memmem;
use source::Span;
use unicode_normalization::UnicodeNormalization;

/// How closely the words of a quotation match the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Character for character.
    Exact,
    /// After folding quote marks, apostrophes, dashes, spaces, ligatures and Unicode form.
    Folded,
}

/// One place where quoted words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The words, as a span of the laid-out text.
    pub span: Span,
}

/// All places where quoted words stand, found by the closest step that finds any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// How they were found.
    pub step: Step,
    /// In order of place. Empty: not found.
    pub found: Vec<Found>,
}

/// Where `words` stand within `within` (a span of [`Index::text`]) as whole words: a match never
/// begins or ends inside a word.
pub fn words_at(index: &Index, within: Span, words: &str) -> Matches {
    let (text, base) = (within.of(index.text()), within.start as usize);
    let exact = occurrences(text, words);
    if !exact.is_empty() {
        return Matches { step: Step::Exact, found: readable(index, base, exact.into_iter()) };
    }
    let (folded, map) = fold_with_map(text);
    let spans = occurrences(&folded, &fold(words))
        .into_iter()
        .map(|(start, end)| (map[start].0, map[end - 1].1));
    Matches { step: Step::Folded, found: readable(index, base, spans) }
}

fn readable(index: &Index, base: usize, spans: impl Iterator<Item = (usize, usize)>) -> Vec<Found> {
    spans
        .map(|(start, end)| Found { span: Span::new(base + start, base + end) })
        .filter(|found| {
            let block = index.block_of(found.span.start).and_then(|id| index.block_at(id));
            block.is_some_and(|block| block.role != BlockRole::Opaque)
        })
        .collect()
}

/// Non-overlapping occurrences of `words` in `text` that are whole words, as byte ranges.
fn occurrences(text: &str, words: &str) -> Vec<(usize, usize)> {
    if words.is_empty() {
        return Vec::new();
    }
    let finder = memmem::Finder::new(words);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = finder.find(&text.as_bytes()[from..]) {
        let (start, end) = (from + at, from + at + words.len());
        if is_whole(text, start, end) {
            found.push((start, end));
            from = end;
        } else {
            from = start + text[start..].chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// Whether `text[start..end]` neither begins nor ends inside a word.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let words = &text[start..end];
    let joins = |a: Option<char>, b: Option<char>| {
        a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric)
    };
    !joins(text[..start].chars().next_back(), words.chars().next())
        && !joins(words.chars().next_back(), text[end..].chars().next())
}

/// Folds what carries no meaning: quote marks, apostrophes, dashes, spaces, ligatures, NFC.
pub fn fold(text: &str) -> String {
    fold_with_map(text).0
}

/// The folded text, and for each of its bytes the byte range of `text` it stands for.
fn fold_with_map(text: &str) -> (String, Vec<(usize, usize)>) {
    let (mut folded, mut map) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    let mut chars = text.char_indices().peekable();
    while let Some((from, first)) = chars.next() {
        // A letter and the combining marks behind it are folded together.
        let mut to = from + first.len_utf8();
        while let Some((at, c)) = chars.peek().copied() {
            if !unicode_normalization::char::is_combining_mark(c) {
                break;
            }
            to = at + c.len_utf8();
            chars.next();
        }
        if first == '»' && folded.ends_with(' ') {
            folded.pop();
            map.pop();
        }
        if first.is_ascii() && to == from + 1 {
            fold_char(first, &mut folded);
        } else {
            text[from..to].nfc().for_each(|c| fold_char(c, &mut folded));
        }
        map.resize(folded.len(), (from, to));
        if first == '«' {
            while chars.next_if(|(_, c)| c.is_whitespace() && *c != '\n').is_some() {}
        }
    }
    (folded, map)
}

fn fold_char(c: char, folded: &mut String) {
    match c {
        '«' | '»' | '“' | '”' | '„' | '‟' | '"' => folded.push('"'),
        '’' | '‘' | '‛' | 'ʼ' | '′' | '\'' => folded.push('\''),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '-' => folded.push('-'),
        '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
        'ﬀ' => folded.push_str("ff"),
        'ﬁ' => folded.push_str("fi"),
        'ﬂ' => folded.push_str("fl"),
        'ﬃ' => folded.push_str("ffi"),
        'ﬄ' => folded.push_str("ffl"),
        'œ' => folded.push_str("oe"),
        'Œ' => folded.push_str("OE"),
        'æ' => folded.push_str("ae"),
        'Æ' => folded.push_str("AE"),
        '…' => folded.push_str("..."),
        '\n' => folded.push('\n'),
        c if c.is_whitespace() => {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        c => folded.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Child, Draft, Lang, Part, Provision, SentenceRules, TextKind};

    fn index(text: &str) -> Index {
        let children = vec![Child::Provision(Provision::plain("1", text))];
        let part = Part {
            letter: "A".into(),
            kind: TextKind::Resolution,
            heading: "Draft resolution".into(),
            title: None,
            children,
        };
        let draft = Draft { lang: Lang::EN, parts: vec![part] };
        Index::new(&draft, &SentenceRules { abbreviations: &[], before_numbers: &[] })
    }

    fn hits(text: &str, words: &str) -> Vec<String> {
        let index = index(text);
        let all = Span::new(0, index.text().len());
        let found = words_at(&index, all, words).found;
        found.into_iter().map(|found| found.span.of(index.text()).to_owned()).collect()
    }

    #[test]
    fn whole_words_only() {
        assert_eq!(hits("The party took part.", "part"), ["part"]);
        assert_eq!(hits("L'été, l'eau dort.", "eau"), ["eau"]);
    }

    #[test]
    fn folds_marks_spaces_and_forms() {
        assert_eq!(hits("the “big” boats’ lamps", "\"big\" boats' lamps"), ["“big” boats’ lamps"]);
        assert_eq!(
            hits("la « grande\u{a0}» barque", "«grande» barque"),
            ["« grande\u{a0}» barque"]
        );
        assert_eq!(hits("un cafe\u{301} noir", "café noir"), ["cafe\u{301} noir"]);
        assert_eq!(hits("fog – and lamps", "fog - and"), ["fog – and"]);
    }
}
