//! Why a wording was not read: not executable, or not understood.

use super::Parsed;
use super::search::Failure;
use crate::style::Language;
use crate::{Finding, NotExecutable};
use source::Span;

/// The findings for a wording that did not read.
pub(super) fn explain(text: &str, start: usize, failure: Failure, language: &Language) -> Parsed {
    if let Some((why, at)) = sign(text, start, language) {
        return Parsed {
            instruction: None,
            not_executable: Some(why),
            findings: vec![Finding::NotExecutable { at, why }],
        };
    }
    let finding = match failure {
        Failure::Senseless(at) => {
            Finding::NotUnderstood { at, nearest: nearest(at.of(text), language) }
        }
        Failure::Numbers(at) => Finding::NumbersUnclear { at, number: at.of(text).to_owned() },
        Failure::NotClosed(at) => Finding::QuoteNotClosed { at },
        Failure::Empty(at) => Finding::PayloadEmpty { at },
    };
    Parsed { findings: vec![finding], ..Parsed::default() }
}

/// The word of the lexicon that somebody who wrote `word` may have meant; `None` where none is
/// near, or where it is one of the lexicon itself.
fn nearest(word: &str, language: &Language) -> Option<String> {
    let word = word.to_lowercase();
    let single = !word.contains(|c: char| !c.is_alphabetic() && c != '-');
    if word.chars().count() < 4 || !single {
        return None;
    }
    let grammar = &language.grammar;
    let phrases = grammar.lexicon.iter().map(|(phrase, _)| *phrase);
    let known = phrases.chain(grammar.ordinals.iter().copied());
    let scored = known.filter(|known| !known.contains(' ')).map(|known| {
        let distance = rapidfuzz::distance::osa::distance(word.chars(), known.chars());
        (distance, known)
    });
    let (distance, found) = scored.min_by_key(|(distance, _)| *distance)?;
    (1..=word.chars().count() / 3).contains(&distance).then(|| found.to_owned())
}

/// The first sign, outside quotes, of a wording that cannot be carried out mechanically. The order
/// of the rules is that of their weight.
fn sign(text: &str, start: usize, language: &Language) -> Option<(NotExecutable, Span)> {
    let plain = outside_quotes(text, start);
    for rule in language.grammar.not_executable {
        for phrase in rule.templates {
            if let Some(at) = find_phrase(&plain, phrase) {
                return Some((rule.form, at));
            }
        }
    }
    None
}

/// The words outside quotes, lower case, with their places; quotations leave a gap.
fn outside_quotes(text: &str, start: usize) -> Vec<(String, Span)> {
    let mut words = Vec::new();
    let (mut at, mut depth) = (start, 0_u32);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let end = at + c.len_utf8();
        match c {
            '«' | '“' | '„' => depth = depth.saturating_add(1),
            '»' | '”' => depth = depth.saturating_sub(1),
            '"' => depth = u32::from(depth == 0),
            _ if crate::style::grammar::is_word(c) => {
                let end = crate::style::grammar::word_end(text, at);
                if depth == 0 && words.len() < 2_000 {
                    let word = text[at..end].to_lowercase().replace(['’', 'ʼ'], "'");
                    words.push((word, Span::new(at, end)));
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at = end;
    }
    words
}

fn find_phrase(words: &[(String, Span)], phrase: &str) -> Option<Span> {
    let mut wanted = Vec::new();
    let mut at = 0;
    while let Some(skipped) = phrase[at..].find(crate::style::grammar::is_word) {
        let end = crate::style::grammar::word_end(phrase, at + skipped);
        wanted.push(&phrase[at + skipped..end]);
        at = end;
    }
    let found = words
        .windows(wanted.len().max(1))
        .find(|window| window.iter().map(|(word, _)| word.as_str()).eq(wanted.iter().copied()))?;
    Some(Span { start: found.first()?.1.start, end: found.last()?.1.end })
}
