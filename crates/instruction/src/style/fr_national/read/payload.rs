//! New texts and quoted words: what they are called, and where they end.

use super::super::fr::lexicon as words;
use super::clause::begins_order;
use super::cursor::Cursor;
use super::place::{count, ordinals};
use crate::{Payload, PayloadParagraph, PayloadUnit, Quote};
use source::Span;
use text::Fragment;

/// Quoted words at the cursor, a colon before them or not: between marks, or else the whole line.
pub(super) fn quote(cursor: &mut Cursor<'_>) -> Option<Quote> {
    let (span, _) = quoted(cursor)?;
    let text = spaced_once(cursor.slice(span));
    (!text.is_empty()).then_some(Quote { text, span })
}

/// The words with one space between two of them and none at the ends.
fn spaced_once(text: &str) -> String {
    if is_spaced_once(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether it is so already, seen byte by byte.
fn is_spaced_once(text: &str) -> bool {
    let mut space = true;
    for (at, byte) in text.bytes().enumerate() {
        let other = match byte {
            b' ' => space,
            b'\t'..=b'\r' => true,
            // White space of more bytes than one begins with one of these.
            0xc2 | 0xe1..=0xe3 => {
                text.get(at..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
            }
            _ => false,
        };
        if other {
            return false;
        }
        space = byte == b' ';
    }
    !space
}

/// As [`quote`], as a span; with it whether there were marks.
fn quoted(cursor: &mut Cursor<'_>) -> Option<(Span, bool)> {
    cursor.sign(':');
    cursor.space();
    let start = cursor.at();
    let opening = cursor.peek()?;
    let closing = match opening {
        '«' => Some('»'),
        '“' => Some('”'),
        '"' => Some('"'),
        _ => None,
    };
    if let Some(closing) = closing
        && let Some((inside, end)) = between(cursor, opening, closing)
    {
        cursor.to(end);
        return Some((inside, true));
    }
    let end = cursor.line_end();
    cursor.to(end);
    let line = cursor.since(start);
    Some((trimmed(cursor, line), false))
}

/// The span without white space at its ends.
fn trimmed(cursor: &Cursor<'_>, span: Span) -> Span {
    let text = cursor.slice(span);
    let start = span.start as usize + text.len() - text.trim_start().len();
    Span::new(start, start + text.trim().len())
}

/// What stands between an opening mark here and the mark that closes it, marks inside paired; and
/// where it ends. An opening mark never closed closes with the last mark of its line.
fn between(cursor: &Cursor<'_>, opening: char, closing: char) -> Option<(Span, usize)> {
    let start = cursor.at() + opening.len_utf8();
    let line = Span::new(start, cursor.line_end().max(start));
    let text = cursor.slice(line);
    let (mut depth, mut last) = (1_i32, None);
    for (at, c) in text.char_indices() {
        if c == opening && opening != closing {
            depth += 1;
        } else if c == closing {
            depth -= 1;
            last = Some(at);
            let behind = text[at + c.len_utf8()..].trim_start();
            let stops = behind.is_empty()
                || behind.starts_with([',', '.', ';', ':'])
                || behind.starts_with(|c: char| c.is_lowercase());
            if depth == 0 && stops {
                break;
            }
        }
    }
    let end = last?;
    let inside = Span::new(start, start + end);
    Some((trimmed(cursor, inside), start + end + closing.len_utf8()))
}

/// What a new text is called.
pub(super) struct Called {
    pub unit: PayloadUnit,
    /// How many alinéas or sentences, where the wording says so.
    pub count: Option<u32>,
    /// Whether alinéas are counted, and not paragraphs or articles, which may have several.
    pub alineas: bool,
}

/// "les mots", "un alinéa ainsi rédigé", "les deux phrases suivantes".
pub(super) fn called(cursor: &mut Cursor<'_>) -> Option<Called> {
    let mut ahead = *cursor;
    ahead.one_of(words::ARTICLES);
    if ahead.lookup(words::WORDS).is_some() {
        // "les mots et une phrase ainsi rédigée": words that end one sentence and bring another.
        ahead.one_of(&["et une phrase ainsi redigees", "et une phrase ainsi redigee"]);
        ahead.one_of(&["suivants", "suivant", "suivantes", "suivante"]);
        *cursor = ahead;
        return Some(Called { unit: PayloadUnit::Words, count: None, alineas: false });
    }
    let mut ahead = *cursor;
    ahead.one_of(words::ARTICLES);
    let many = count(&mut ahead);
    let alineas = {
        let mut noun = ahead;
        noun.one_of(&["alineas", "alinea"]).is_some()
    };
    let unit = match ahead.lookup(words::TEXTS) {
        Some(unit) => unit,
        // "un 5° bis ainsi rédigé", "des II et III ainsi rédigés"
        None => {
            ahead.one_of(words::SOME);
            let rest = ahead.rest();
            let told = rest.find("ainsi r").filter(|at| *at <= 40)?;
            rest.get(..told).filter(|label| !label.contains(['\n', ':', '«']))?;
            ahead.to(ahead.at() + told);
            PayloadUnit::Provisions
        }
    };
    ahead.one_of(&["additionnels", "additionnelles", "additionnel", "additionnelle", "nouveaux"]);
    let told = ahead.one_of(&[
        "ainsi rediges",
        "ainsi redigees",
        "ainsi redigee",
        "ainsi redige",
        "suivants",
        "suivantes",
        "suivante",
        "suivant",
    ]);
    told?;
    *cursor = ahead;
    Some(Called { unit, count: many, alineas })
}

/// The new text of that kind at the cursor. `sentence`: the wording puts places into its sentences,
/// and marks around all that it quotes.
pub(super) fn payload(
    cursor: &mut Cursor<'_>,
    unit: PayloadUnit,
    sentence: bool,
) -> Option<Payload> {
    cursor.sign(':');
    let paragraphs = match unit {
        PayloadUnit::Provisions => paragraphs(cursor, sentence),
        _ => {
            let (span, _) = quoted(cursor)?;
            vec![paragraph(cursor, span)]
        }
    };
    let paragraphs: Vec<_> =
        paragraphs.into_iter().filter(|paragraph| !paragraph.content.text.is_empty()).collect();
    (!paragraphs.is_empty()).then_some(Payload { unit, paragraphs })
}

fn paragraph(cursor: &Cursor<'_>, span: Span) -> PayloadParagraph {
    let text = spaced_once(cursor.slice(span));
    PayloadParagraph { number: None, content: Fragment::plain(text), span }
}

/// The lines up to the next order, a paragraph each.
fn paragraphs(cursor: &mut Cursor<'_>, sentence: bool) -> Vec<PayloadParagraph> {
    let mut spans: Vec<Span> = Vec::new();
    while !cursor.done() {
        if !spans.is_empty() && begins_order(cursor) {
            break;
        }
        let start = cursor.at();
        cursor.to(cursor.line_end());
        let line = cursor.since(start);
        spans.push(trimmed(cursor, line));
    }
    if sentence {
        unmark(cursor, &mut spans);
    }
    spans.into_iter().map(|span| paragraph(cursor, span)).collect()
}

/// Takes the marks around a new text off: one before each paragraph, one behind the last.
fn unmark(cursor: &Cursor<'_>, spans: &mut [Span]) {
    let marked = spans.first().is_some_and(|first| cursor.slice(*first).starts_with('«'));
    if !marked {
        return;
    }
    let marked: Vec<bool> = spans.iter().map(|span| cursor.slice(*span).starts_with('«')).collect();
    for span in spans.iter_mut() {
        if let Some(inside) = cursor.slice(*span).strip_prefix('«') {
            let start = span.end as usize - inside.len();
            *span = trimmed(cursor, Span::new(start, span.end as usize));
        }
    }
    // Marks around some of the lines end where the next has none; what is announced closes a quotation there.
    for at in 0..spans.len() {
        let last = at + 1 == spans.len();
        let ends = last || marked[at] && !marked[at + 1];
        let announced =
            !last && at.checked_sub(1).is_some_and(|at| cursor.slice(spans[at]).ends_with(':'));
        if ends && !announced {
            spans[at] = unclosed(cursor, spans[at]);
        }
    }
}

/// Without the closing mark that nothing in the span opens, and the marks of the wording behind it.
fn unclosed(cursor: &Cursor<'_>, span: Span) -> Span {
    let text = cursor.slice(span);
    let core = text.trim_end_matches(['.', ';', ' ', '\u{a0}', '\u{202f}']);
    let shut = text.matches('»').count();
    match core.strip_suffix('»').filter(|_| shut > text.matches('«').count()) {
        Some(inside) => {
            let end = span.start as usize + inside.len();
            trimmed(cursor, Span::new(span.start as usize, end))
        }
        None => span,
    }
}

/// Which of several equal words: "la deuxième occurrence du", "les deux premières occurrences des".
/// `None` in the list: not said.
pub(super) fn occurrences(cursor: &mut Cursor<'_>) -> Option<super::place::Ordinals> {
    let mut ahead = *cursor;
    ahead.one_of(words::ARTICLES);
    let which = ordinals(&mut ahead)?;
    ahead.one_of(&["occurrences", "occurrence", "occurences", "occurence"])?;
    ahead.one_of(words::OF)?;
    *cursor = ahead;
    Some(which)
}
