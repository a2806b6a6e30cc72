//! Finding quoted words in a text: exactly, then after normalising what carries no meaning.
//!
//! A quotation is matched character for character first. Only where that finds nothing both sides
//! are *folded* ([`fold`]): marks, dashes and spaces that typists and printers exchange freely
//! become one of a kind. A match is a run of whole words in one block that is not opaque, and its
//! span is always one of the text as it stands, also where the match was made on the folded copy.

use crate::{BlockRole, Index};
use memchr::memmem::Finder;
use source::Span;
use std::sync::OnceLock;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

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
    /// In order of place. Empty: not found. Matches may overlap ("on and on" in "on and on and on").
    pub found: Vec<Found>,
}

/// Where `words` stand within `within` (a span of [`Index::text`]) as whole words: a match never
/// begins or ends inside a word, nor inside a number such as `3.5`.
pub fn words_at(index: &Index, within: Span, words: &str) -> Matches {
    let mut found = Vec::new();
    let step = each_match(index, within, words, |span| found.push(Found { span }));
    Matches { step, found }
}

/// The only place of `words` within `within`: as [`words_at`], but nothing is allocated. `None`
/// where there is none, or more than one.
pub fn only_words_at(index: &Index, within: Span, words: &str) -> Option<(Step, Span)> {
    let (mut first, mut count) = (None, 0_u32);
    let step = each_match(index, within, words, |span| {
        first = first.or(Some(span));
        count += 1;
    });
    first.filter(|_| count == 1).map(|span| (step, span))
}

fn each_match(index: &Index, within: Span, words: &str, mut hit: impl FnMut(Span)) -> Step {
    let words = words.trim();
    if words.is_empty() || words.contains('\n') {
        return Step::Exact;
    }
    let mut any = false;
    exact(index, within, words, |span| {
        any = true;
        hit(span);
    });
    if any {
        return Step::Exact;
    }
    folded(index, within, words, |span| {
        any = true;
        hit(span);
    });
    if any { Step::Folded } else { Step::Exact }
}

fn exact(index: &Index, within: Span, words: &str, mut hit: impl FnMut(Span)) {
    let text = index.text();
    each_hit(within.of(text), words, |at| {
        let span = Span::new(within.start as usize + at, within.start as usize + at + words.len());
        if is_whole(text, span) && is_readable(index, span) {
            hit(span);
        }
    });
}

fn folded(index: &Index, within: Span, words: &str, mut hit: impl FnMut(Span)) {
    let words = fold(words);
    let words = words.trim();
    if words.is_empty() {
        return;
    }
    let folded = index.folded();
    let inside = folded.span_in(within);
    each_hit(inside.of(&folded.text), words, |at| {
        let start = inside.start as usize + at;
        let span = folded.span_out(Span::new(start, start + words.len()));
        let span = trimmed(index.text(), span);
        if within.contains(span) && is_whole(index.text(), span) && is_readable(index, span) {
            hit(span);
        }
    });
}

/// Where `words` stand within `within` when neither spaces nor the case of their first letter count:
/// "L.O. 135-1" for "L. O. 135-1", "la commune" for "La commune". A last resort: [`words_at`] first.
pub fn words_loosely_at(index: &Index, within: Span, words: &str) -> Vec<Span> {
    let tight = |text: &str| -> Vec<(usize, char)> {
        let each = text.char_indices().flat_map(|(at, c)| {
            let folded = fold(c.encode_utf8(&mut [0; 4]));
            folded.chars().map(|c| (at, c)).collect::<Vec<_>>()
        });
        each.filter(|(_, c)| !c.is_whitespace()).collect()
    };
    let wanted: Vec<char> = tight(words).into_iter().map(|(_, c)| c).collect();
    let text = within.of(index.text());
    let found = tight(text);
    let Some(first) = wanted.first() else { return Vec::new() };
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    let matches = |window: &&[(usize, char)]| {
        let mut pairs = window.iter().zip(&wanted);
        let opens = pairs.next().is_some_and(|((_, c), _)| lower(*c) == lower(*first));
        opens && pairs.all(|((_, c), wanted)| c == wanted)
    };
    let span = |window: &[(usize, char)]| {
        let (start, (last, _)) = (window.first()?.0, *window.last()?);
        let end = last + text.get(last..)?.chars().next()?.len_utf8();
        let span = Span::new(start, end).shifted(within.start as usize);
        (is_whole(index.text(), span) && is_readable(index, span)).then_some(span)
    };
    found.windows(wanted.len()).filter(matches).filter_map(span).collect()
}

/// Every place of `needle` in `hay`, overlapping ones too.
fn each_hit(hay: &str, needle: &str, mut hit: impl FnMut(usize)) {
    let finder = Finder::new(needle);
    let step = needle.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    while let Some(at) = hay.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
        hit(from + at);
        from += at + step;
    }
}

/// Whether no end of `span` lies inside a word or number.
fn is_whole(text: &str, span: Span) -> bool {
    !joined(text, span.start as usize) && !joined(text, span.end as usize)
}

/// Whether the offset lies inside a word, or inside a number with a decimal or thousands mark.
fn joined(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return true };
    let (mut back, mut forth) = (before.chars().rev(), after.chars());
    let (Some(left), Some(right)) = (back.next(), forth.next()) else { return false };
    if is_combining_mark(right) || (is_word(left) && is_word(right)) {
        return true;
    }
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    (matches!(left, '.' | ',') && right.is_ascii_digit() && digit(back.next()))
        || (matches!(right, '.' | ',') && left.is_ascii_digit() && digit(forth.next()))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Whether the span lies in one block, and not in an opaque one.
fn is_readable(index: &Index, span: Span) -> bool {
    index
        .block_of(span.start)
        .and_then(|id| index.block_at(id))
        .is_some_and(|block| block.role != BlockRole::Opaque && span.end <= block.span.end)
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start as usize + words.len() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}

/// Folds what carries no meaning: quote marks, apostrophes, dashes, spaces, ligatures, NFC.
///
/// Quote marks of any shape become `"` without the space inside them, apostrophes `'`, dashes `-`,
/// runs of spaces one space (none before `: ; ! ?`), ligatures their letters, `…` three full stops;
/// invisible characters go. Line feeds and letter case stay.
pub fn fold(text: &str) -> String {
    Folded::new(text).text
}

/// A folded copy of a text and the way back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folded {
    text: String,
    /// (offset in the copy, offset in the text): from each on, the two run in step until the next.
    steps: Vec<(u32, u32)>,
    /// Where white space stands that has not been copied: whether it is depends on what follows.
    space: Option<usize>,
}

impl Folded {
    pub(crate) fn new(text: &str) -> Self {
        let copy = String::with_capacity(text.len());
        let mut folded = Self { text: copy, steps: vec![(0, 0)], space: None };
        let mut at = 0;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let mut end = at + c.len_utf8();
            while let Some(mark) = chars.next_if(|c| joins_previous(*c)) {
                end += mark.len_utf8();
            }
            folded.cluster(at, &text[at..end], c);
            at = end;
        }
        folded.sync(at);
        folded
    }

    /// Copies one character with the combining marks behind it.
    fn cluster(&mut self, at: usize, cluster: &str, c: char) {
        match c {
            '\n' => {
                self.space = None;
                self.copy(at, "\n");
            }
            '«' => {
                self.copy(at, "\"");
                // No space is copied behind it: the next character follows at once.
                self.space = Some(usize::MAX);
            }
            '»' | ':' | ';' | '!' | '?' => {
                self.space = None;
                self.copy(at, if c == '»' { "\"" } else { cluster });
            }
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            _ if c.is_whitespace() => self.space = self.space.or(Some(at)),
            _ => match alike(c) {
                "" if cluster.is_ascii() || is_nfc_quick(cluster.chars()) == IsNormalized::Yes => {
                    self.copy(at, cluster);
                }
                "" => self.copy(at, &cluster.nfc().collect::<String>()),
                same => self.copy(at, same),
            },
        }
    }

    fn copy(&mut self, at: usize, what: &str) {
        if let Some(space) = self.space.take().filter(|space| *space != usize::MAX) {
            self.sync(space);
            self.text.push(' ');
        }
        self.sync(at);
        self.text.push_str(what);
    }

    /// Notes that the next character of the copy stands at `at`, where that does not follow.
    fn sync(&mut self, at: usize) {
        let (folded, at) = (self.text.len() as u32, at as u32);
        match self.steps.last_mut() {
            Some(last) if folded.wrapping_sub(last.0) == at.wrapping_sub(last.1) => {}
            Some(last) if last.0 == folded => last.1 = at,
            _ => self.steps.push((folded, at)),
        }
    }

    /// From a span of the text to the span of the copy.
    fn span_in(&self, span: Span) -> Span {
        let copied = |at: u32| {
            let after = self.steps.partition_point(|step| step.1 <= at);
            let Some(&(folded, text)) = self.steps.get(after.saturating_sub(1)) else { return 0 };
            let limit = self.steps.get(after).map_or(self.text.len() as u32, |step| step.0);
            (folded + (at - text)).min(limit)
        };
        Span { start: copied(span.start), end: copied(span.end).max(copied(span.start)) }
    }

    /// From a span of the copy to the span of the text.
    fn span_out(&self, span: Span) -> Span {
        let stands = |at: u32| {
            let after = self.steps.partition_point(|step| step.0 <= at);
            self.steps.get(after.saturating_sub(1)).map_or(0, |step| step.1 + (at - step.0))
        };
        Span { start: stands(span.start), end: stands(span.end).max(stands(span.start)) }
    }
}

/// Whether the character is written onto the one before it.
fn joins_previous(c: char) -> bool {
    !c.is_ascii() && (is_combining_mark(c) || matches!(c, '\u{1160}'..='\u{11ff}'))
}

/// What a character is taken for; nothing where it stands for itself.
fn alike(c: char) -> &'static str {
    match c {
        '“' | '”' | '„' | '‟' => "\"",
        '’' | '‘' | '‚' | '‛' | 'ʼ' | '′' | '‹' | '›' | '`' | '´' => "'",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        'œ' => "oe",
        'Œ' => "Oe",
        'æ' => "ae",
        'Æ' => "Ae",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        '…' => "...",
        _ => "",
    }
}

/// The folded copy of a text, made when it is first asked for. All copies count as equal: what
/// they hold follows from the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct FoldedOnce(OnceLock<Folded>);

impl FoldedOnce {
    pub(crate) fn of(&self, text: &str) -> &Folded {
        self.0.get_or_init(|| Folded::new(text))
    }
}

impl PartialEq for FoldedOnce {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for FoldedOnce {}
