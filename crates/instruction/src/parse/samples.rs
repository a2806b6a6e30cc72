//! Every sample text in the grammar files is read by the rule it stands above.

use super::marks::Scan;
use super::read::Reader;
use super::tokens::{Next, Token, Tokens, next};
use crate::style::grammar::{Action, Compiled, Sym, Term};
use crate::style::{Language, languages};
use crate::{Operation, parse};
use source::Span;

/// The sample without the quote marks of the documentation.
fn bare(sample: &str) -> &str {
    let sample = sample.trim();
    sample.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(sample)
}

fn tokens(text: &str, words: &Compiled) -> Tokens {
    let (mut tokens, mut at) = (Tokens::new(), 0);
    loop {
        match next(text, at, tokens.all().last(), words) {
            Next::Term(token, end) => {
                tokens.push(token);
                at = end;
            }
            Next::Opening { at: mark, marked, line } => {
                let mut scan = Scan::new(text, mark, false);
                let end = scan.next(text, &mut 1_000).expect("samples close their quotes");
                let span = Span::new(scan.inside(), end.start);
                tokens.push(Token { term: Term::Quote, span, marked, line });
                at = end.end;
            }
            Next::Stray(span) => panic!("{:?} in {text}", span.of(text)),
            Next::End => return tokens,
        }
    }
}

fn each(
    check: impl Fn(&Language, &Reader<'_>, &str, usize),
    pick: impl Fn(&Language) -> Vec<Vec<&str>>,
) {
    for language in languages() {
        let words = language.grammar.compiled();
        for (rule, samples) in pick(language).into_iter().enumerate() {
            for sample in samples {
                let text = bare(sample);
                let tokens = tokens(text, words);
                let reader = Reader::new(tokens.all(), words);
                check(language, &reader, text, rule);
            }
        }
    }
}

#[test]
fn places() {
    each(
        |language, reader, text, rule| {
            let place = reader.place(0).unwrap_or_else(|| panic!("{text}: {:?}", reader.tokens));
            assert_eq!(place.form, language.grammar.places[rule].form, "{text}");
            assert_eq!(place.end as usize, reader.tokens.len(), "all of it is read: {text}");
        },
        |language| language.grammar.places.iter().map(|rule| rule.samples.to_vec()).collect(),
    );
}

#[test]
fn frames() {
    each(
        |language, reader, text, rule| {
            let form = language.grammar.frames[rule].form;
            let patterns = reader.words.frames.iter().filter(|pattern| pattern.form == form);
            let mut read = patterns.filter_map(|pattern| reader.frame(pattern, 0));
            assert!(read.any(|(end, _)| end == reader.tokens.len()), "{text}: {:?}", reader.tokens);
        },
        |language| language.grammar.frames.iter().map(|rule| rule.samples.to_vec()).collect(),
    );
}

#[test]
fn announcements_of_new_text() {
    each(
        |language, reader, text, rule| {
            let found = reader.intro(0);
            let wanted = (language.grammar.payloads[rule].form, reader.tokens.len());
            assert_eq!(found, Some(wanted), "{text}: {:?}", reader.tokens);
        },
        |language| language.grammar.payloads.iter().map(|rule| rule.samples.to_vec()).collect(),
    );
}

#[test]
fn clauses() {
    for language in languages() {
        let grammar = &language.grammar;
        for rule in grammar.insert.iter().chain(grammar.replace).chain(grammar.delete) {
            for sample in rule.samples {
                let text = bare(sample);
                let parsed = parse(text, language);
                let read = parsed.instruction.unwrap_or_else(|| {
                    panic!("{text}: {:?} {:?}", parsed.findings, tokens(text, grammar.compiled()))
                });
                let [operation] = read.operations.as_slice() else { panic!("one clause: {text}") };
                let action = match operation {
                    Operation::Insert { .. } => Action::Insert,
                    Operation::Replace { .. } => Action::Replace,
                    Operation::Delete { .. } => Action::Delete,
                };
                assert_eq!(action, rule.form, "{text}");
            }
        }
    }
}

#[test]
fn signs_that_a_wording_cannot_be_carried_out() {
    for language in languages() {
        for rule in language.grammar.not_executable {
            for sample in rule.samples {
                let parsed = parse(bare(sample), language);
                assert_eq!(parsed.not_executable, Some(rule.form), "{sample}");
                assert_eq!(parsed.instruction, None, "{sample}");
            }
        }
    }
}

#[test]
fn every_word_of_a_template_is_in_the_lexicon() {
    for language in languages() {
        let words = language.grammar.compiled();
        let tag = language.lang.tag();
        assert!(words.syms().all(|sym| sym != Sym::Term(Term::Unknown)), "{tag}");
    }
}
