//! What stands between quote marks: anchors and new text.

use crate::{PayloadParagraph, Quote};
use source::Span;
use source::fault::{Fault, planted};
use text::Fragment;

/// The wording, and whether a slip of its quote marks is being mended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'a> {
    pub wording: &'a str,
    pub slips: bool,
}

/// Quoted words of the draft: one line, without the spaces inside the marks.
pub(super) fn quote(text: Text<'_>, span: Span) -> Quote {
    let mut span = trimmed(text.wording, span);
    let written = span.of(text.wording);
    let mut words = match memchr::memchr(b'^', written.as_bytes()).is_some() {
        true => Fragment::from_caret(written).text,
        false => written.to_owned(),
    };
    if memchr::memchr2(b'\n', b'\r', words.as_bytes()).is_some() {
        words = words
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
    }
    if planted(Fault::SpanPastQuote) {
        span.end += 1;
    }
    Quote { text: words, span }
}

/// New text, paragraph by paragraph; `numbered` where a number before it is not part of it.
pub(super) fn paragraphs(
    text: Text<'_>,
    span: Span,
    numbered: bool,
    made: &mut Vec<PayloadParagraph>,
) {
    let opening = text.wording[..span.start as usize].chars().next_back();
    let closing = text.wording[span.end as usize..].chars().next();
    let mut start = span.start as usize;
    let end = span.end as usize;
    while start <= end {
        let line_end = memchr::memchr2(b'\n', b'\r', &text.wording.as_bytes()[start..end])
            .map_or(end, |at| start + at);
        let mut line = trimmed(text.wording, Span::new(start, line_end));
        if text.slips {
            line = mended(text.wording, line, span, (opening, closing));
        }
        if !line.is_empty() {
            made.push(paragraph(text.wording, line, numbered));
        }
        start = line_end + 1;
    }
}

fn paragraph(wording: &str, line: Span, numbered: bool) -> PayloadParagraph {
    let number = if numbered { printed_number(line.of(wording)) } else { None };
    let (number, span) = match number {
        Some((digits, len)) => {
            let rest = Span::new(line.start as usize + len, line.end as usize);
            (Some(digits.to_owned()), trimmed(wording, rest))
        }
        None => (None, line),
    };
    PayloadParagraph { number, content: Fragment::from_caret(span.of(wording)), span }
}

/// Splits paragraphs that stand on one line: `8. The lake … 9. The boats …` where paragraphs 8 and 9
/// are replaced. A number begins a paragraph when it is the next one replaced and stands behind a
/// final mark; the error is the number of which that is not clear.
pub(super) fn split(
    wording: &str,
    replaced: &[String],
    made: &mut Vec<PayloadParagraph>,
) -> Result<(), Span> {
    let Some((first, rest)) = replaced.split_first() else { return Ok(()) };
    let Some(mut at) = made.iter().position(|one| one.number.as_ref() == Some(first)) else {
        return Ok(());
    };
    for number in rest {
        if let Some(known) = made.iter().position(|one| one.number.as_ref() == Some(number)) {
            at = known;
            continue;
        }
        let Some(begins) = begins(wording, made[at].span, number)? else { return Ok(()) };
        let whole = made[at].span;
        let second = Span { start: begins, end: whole.end };
        let second = paragraph(wording, second, true);
        let before = trimmed(wording, Span { start: whole.start, end: begins });
        made[at].content = Fragment::from_caret(before.of(wording));
        made[at].span = before;
        at += 1;
        made.insert(at, second);
    }
    Ok(())
}

/// Where the paragraph numbered `number` begins inside a text, `None` where the number is not there.
fn begins(wording: &str, within: Span, number: &str) -> Result<Option<u32>, Span> {
    let text = within.of(wording);
    let mut found = None;
    for (at, _) in text.match_indices(number) {
        let before = text[..at].trim_end();
        let alone = before.len() < at;
        let Some((cited, _)) = printed_number(&text[at..]).filter(|_| alone) else { continue };
        if cited != number {
            continue;
        }
        let number = Span::new(at, at + number.len()).shifted(within.start as usize);
        let closed = before.trim_end_matches(['»', '”', '"', '\u{a0}', '\u{202f}', ' ']);
        let ended = closed.ends_with(['.', ';', ':', '!', '?', '…']);
        if !ended || found.is_some() {
            return Err(number);
        }
        found = Some(number.start);
    }
    Ok(found)
}

/// "8. " or "9.4.1 " before a text: the number without its last full stop, and its length in all.
fn printed_number(line: &str) -> Option<(&str, usize)> {
    let len = line.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let (printed, rest) = line.split_at(len);
    let number = printed.trim_end_matches('.');
    let stops = printed.len() - number.len();
    let well_formed = number.split('.').all(|digits| !digits.is_empty());
    let a_number = stops == 1 || (stops == 0 && number.contains('.'));
    let text_follows = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    (well_formed && a_number && text_follows).then_some((number, len))
}

/// Takes off the mark that closes a paragraph although the quotation goes on, and the one that
/// opens it again.
fn mended(wording: &str, line: Span, whole: Span, marks: (Option<char>, Option<char>)) -> Span {
    let mut line = line;
    let (Some(opening), Some(closing)) = marks else { return line };
    let balance = |line: Span| {
        let text = line.of(wording);
        let count = |mark: char| text.chars().filter(|c| *c == mark).count();
        count(opening).cmp(&count(closing))
    };
    let text = line.of(wording);
    if opening == closing {
        return line;
    }
    if line.start > whole.start
        && text.starts_with(opening)
        && balance(line).is_gt()
        && !trimmed(wording, whole).of(wording).starts_with(text)
    {
        line.start += opening.len_utf8() as u32;
    } else if line.end < whole.end && text.ends_with(closing) && balance(line).is_lt() {
        line.end -= closing.len_utf8() as u32;
    }
    trimmed(wording, line)
}

fn trimmed(wording: &str, span: Span) -> Span {
    let text = span.of(wording);
    let rest = text.trim_start();
    let start = span.start as usize + (text.len() - rest.len());
    Span::new(start, start + rest.trim_end().len())
}
