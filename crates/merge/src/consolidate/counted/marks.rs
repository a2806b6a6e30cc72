//! The marks at the ends of list items and of paragraphs that come alone.

use super::quote::left_open;
use super::{Line, edit, inside};
use crate::consolidate::work::WorkPart;
use source::Span;
use text::{CountedWords, head, label, tail};

/// Kinds of labels that list items have; the other labels open parts of their own.
pub(super) fn is_item(text: &str) -> bool {
    let dash = text.trim_start().starts_with(['-', '–', '—']);
    let Some((label, _)) = label(text) else { return dash };
    label.ends_with('°')
        || label.contains("° ")
        || label.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
}

/// A paragraph that comes alone, or as the last behind paragraphs or the announcement of a quotation, and ends no
/// sentence ends one: it is no heading, and no item of a list.
fn stop(lines: &mut [Line], part: &mut WorkPart<'_>, at: usize) {
    let by = lines[at].by.filter(|_| lines[at].came());
    let beside = |other: &&Line| other.by == by && other.came();
    let before = at.checked_sub(1).and_then(|at| lines.get(at)).filter(beside);
    let last = before.is_none_or(|before| {
        let ends: &[char] = if lines[at].quoted { &['.', ':'] } else { &['.'] };
        !is_item(inside(&lines[at])) && before.text().trim_end().ends_with(ends)
    });
    if by.is_none() || !last || lines.get(at + 1).filter(beside).is_some() {
        return;
    }
    let text = lines[at].text();
    let end = if lines[at].quoted { tail(text) } else { text.len() };
    let words = text.get(..end).unwrap_or(text).trim_end();
    let sentence = words.contains(' ') && words.chars().any(char::is_lowercase);
    let inside = words.trim_end_matches(['»', ' ', '\u{a0}', '\u{202f}']);
    if sentence
        && words.ends_with(|c: char| c.is_alphanumeric() || c == '»')
        && inside.ends_with(char::is_alphanumeric)
    {
        let here = Span::at(words.len());
        let causes = lines[at].touched.clone();
        edit(&mut lines[at], part, here, ".", &causes);
    }
}

/// The mark of a list item within a quotation, whose next line is another than it was.
fn inner_mark(lines: &mut [Line], part: &mut WorkPart<'_>, at: usize, next: usize) {
    if !is_item(inside(&lines[at])) {
        return;
    }
    let wanted = if is_item(inside(&lines[next])) { " ;" } else { "." };
    let text = lines[at].text();
    let words = text.trim_end();
    let body = words.trim_end_matches(['.', ';', ' ', '\u{a0}', '\u{202f}']);
    let elided = words.ends_with("...") || words.ends_with('…');
    if elided || words.ends_with([':', ',', '!', '?', '"', '»']) {
        return;
    }
    if words[body.len()..].trim_start() == wanted.trim_start() {
        return;
    }
    let span = Span::new(body.len(), text.len());
    let causes = lines[at].touched.clone();
    edit(&mut lines[at], part, span, wanted, &causes);
}

/// Where the words end of an item that quotes the mark of a list item at its end, before its own:
/// "… d'un État ; » ;".
fn listed_twice(body: &str) -> Option<usize> {
    let inside = body.trim_end().strip_suffix('»')?.trim_end();
    let bare = inside.trim_end_matches([';', ' ', '\u{a0}', '\u{202f}']);
    (bare.len() < inside.len()).then_some(bare.len())
}

/// The marks of list items: `;` before another item, a full stop at the end.
pub(super) fn marks(lines: &mut [Line], part: &mut WorkPart<'_>, words: &CountedWords) {
    let standing: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].new.is_some()).collect();
    for at in standing.iter().copied() {
        stop(lines, part, at);
    }
    for (position, at) in standing.iter().copied().enumerate() {
        let gone = lines[at].text().ends_with(words.deleted);
        if lines[at].touched.is_empty() || gone || left_open(lines, at) {
            continue;
        }
        let next = standing.get(position + 1).copied();
        // Within one new text the marks are those of its author.
        if next.is_some_and(|next| {
            lines[at].came() && lines[next].came() && lines[at].by == lines[next].by
        }) {
            continue;
        }
        if let Some(next) = next.filter(|next| lines[*next].quoted && lines[at].quoted) {
            inner_mark(lines, part, at, next);
            continue;
        }
        if next.is_some_and(|next| lines[next].quoted) {
            continue;
        }
        let own = standing[..=position].iter().rev().find(|at| !lines[**at].quoted);
        if !own.is_some_and(|own| is_item(lines[*own].text())) {
            continue;
        }
        let more = next.is_some_and(|next| is_item(lines[next].text()));
        let text = lines[at].text();
        let words = text.trim_end();
        let inner = if lines[at].quoted { tail(text) } else { text.len() };
        let shut = words.get(inner..).unwrap_or("").trim_start();
        let mark = shut.chars().next().filter(|_| !shut.is_empty());
        let body = match mark {
            Some(mark) => {
                let from = words.len() - shut.len();
                &words[..from + mark.len_utf8()]
            }
            None => words.trim_end_matches(['.', ';', ' ', '\u{a0}', '\u{202f}']),
        };
        let elided = words.ends_with("...") || words.ends_with('…');
        if elided || words.ends_with([':', ',', '!', '?']) || head(text) >= body.len() {
            continue;
        }
        if let (true, Some(bare)) = (more, listed_twice(body)) {
            let span = Span::new(bare, text.len());
            let causes = lines[at].touched.clone();
            edit(&mut lines[at], part, span, " » ;", &causes);
            continue;
        }
        let ended = mark.is_some()
            && words.get(..inner).is_some_and(|words| words.trim_end().ends_with(['.', '!', '?']));
        let with = match (more, ended) {
            (true, _) => " ;",
            (false, true) => "",
            (false, false) => ".",
        };
        if words[body.len()..].trim_start() == with.trim_start() {
            continue;
        }
        let span = Span::new(body.len(), text.len());
        let causes = lines[at].touched.clone();
        edit(&mut lines[at], part, span, with, &causes);
    }
}
