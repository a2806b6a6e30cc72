//! Which words of a wording a finding without a span of its own is about.

use crate::Finding;
use crate::style::Language;
use crate::style::grammar::{Term, is_word};
use source::Span;

/// Puts a finding that cites a number, and has no span of its own, at that number in the wording;
/// one about a sentence at the words that name it, one about the draft text at the words before the
/// first comma, and any other such finding at the whole first line.
pub fn pointed(mut finding: Finding, wording: &str, language: &Language) -> Finding {
    if !finding.at().is_empty() {
        return finding;
    }
    let number = match &finding {
        Finding::SentenceNotFound { wanted, .. } => {
            if let Some(at) = named(wording, Term::Sentence, *wanted, language) {
                finding.set_at(at);
                return finding;
            }
            ""
        }
        Finding::CountedParagraph { .. } => {
            if let Some(at) = named(wording, Term::Paragraph, 0, language) {
                finding.set_at(at);
                return finding;
            }
            ""
        }
        Finding::ProvisionNotFound { number, .. } | Finding::ProvisionAmbiguous { number, .. } => {
            number
        }
        Finding::ChildrenLost { provision, .. }
        | Finding::ListEmptied { provision, .. }
        | Finding::EndAfterChildren { provision, .. } => provision,
        _ => "",
    };
    let whole = |at: usize| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
        !digit(wording[..at].chars().next_back())
            && !digit(wording[at + number.len()..].chars().next())
    };
    let cited =
        wording.match_indices(number).map(|(at, _)| at).find(|at| !number.is_empty() && whole(*at));
    let by_place = match &finding {
        Finding::ProvisionNotFound { number, .. } if cited.is_none() => {
            number.parse().ok().and_then(|nth| named(wording, Term::Paragraph, nth, language))
        }
        _ => None,
    };
    let line = wording.lines().next().map_or(0, str::len);
    let frame = matches!(finding, Finding::PartNotFound { .. } | Finding::PartAmbiguous { .. });
    let line = wording[..line].find(',').filter(|_| frame).unwrap_or(line);
    let cited = cited.map(|at| Span::new(at, at + number.len()));
    let span = cited.or(by_place).unwrap_or(Span::new(0, line));
    finding.set_at(span);
    finding
}

/// The words that name a sentence or paragraph by its place, "the third sentence": those that name
/// the one wanted, else the first that name any.
fn named(wording: &str, unit: Term, wanted: u32, language: &Language) -> Option<Span> {
    let words = words(wording, language);
    let mut first = None;
    for (at, _) in words.iter().enumerate().filter(|(_, (term, _))| *term == unit) {
        let before = words[..at].iter().rev().take_while(|(term, _)| says_which(*term)).count();
        // In some languages the number stands behind: "sentence 3".
        let behind = match unit {
            Term::Sentence => {
                words[at + 1..].iter().take_while(|(term, _)| *term == Term::Number).count()
            }
            _ => 0,
        };
        let named = &words[at - before..at + 1 + behind];
        let says = |(term, _): &&(Term, Span)| !matches!(term, Term::And | Term::To);
        let (Some((_, start)), Some((_, end))) = (named.iter().find(says), named.last()) else {
            continue;
        };
        if before + behind == 0 {
            continue;
        }
        let span = Span { start: start.start, end: end.end };
        let is_wanted = |(term, span): &(Term, Span)| match term {
            Term::Ordinal(nth) => *nth == wanted,
            Term::Number => span.of(wording).parse() == Ok(wanted),
            _ => false,
        };
        if named.iter().any(is_wanted) {
            return Some(span);
        }
        first = first.or(Some(span));
    }
    first
}

/// Whether a word before "sentence" can say which one is meant.
fn says_which(term: Term) -> bool {
    matches!(
        term,
        Term::Ordinal(_)
            | Term::Count(_)
            | Term::Number
            | Term::Last
            | Term::Penultimate
            | Term::And
            | Term::To
    )
}

/// The words outside quotes that mean something, and where they stand.
fn words(wording: &str, language: &Language) -> Vec<(Term, Span)> {
    let lexicon = language.grammar.compiled();
    let (mut words, mut at, mut quotes) = (Vec::new(), 0, Vec::new());
    while let Some(c) = wording[at..].chars().next() {
        if quotes.last() == Some(&c) {
            quotes.pop();
        } else if let Some(close) = closing(c) {
            quotes.push(close);
        } else if quotes.is_empty() && is_word(c) {
            let (term, end) = lexicon.term(wording, at);
            if term != Term::Skip {
                words.push((term, Span::new(at, end)));
            }
            at = end.max(at + c.len_utf8());
            continue;
        }
        at += c.len_utf8();
    }
    words
}

fn closing(open: char) -> Option<char> {
    match open {
        '“' => Some('”'),
        '«' => Some('»'),
        '„' => Some('“'),
        '"' => Some('"'),
        _ => None,
    }
}
