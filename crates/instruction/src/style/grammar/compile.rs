//! From lexicon and templates to tables that a wording is read with.

use super::template::{Wanted, expand};
use super::{Action, FrameForm, Grammar, Hole, Key, PlaceForm, Rule, Term, is_word, word_end};
use crate::PayloadUnit;

/// One step of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sym {
    /// A word or phrase with this meaning.
    Term(Term),
    /// A hole.
    Hole(Hole),
}

impl Sym {
    /// Whether a pattern that begins with this step may begin with that term.
    pub(crate) fn may_begin(self, term: Term) -> bool {
        match self {
            Self::Term(wanted) => wanted == term,
            Self::Hole(Hole::Words) => {
                matches!(term, Term::Quote | Term::Word | Term::Text | Term::Following)
            }
            Self::Hole(Hole::Ordinals | Hole::Ordinal) => matches!(term, Term::Ordinal(_)),
            Self::Hole(Hole::Count) => matches!(term, Term::Count(_)),
            Self::Hole(Hole::Quote) => term == Term::Quote,
            Self::Hole(_) => true,
        }
    }
}

/// Terms that places begin with, and verbs; of an ordinal or a count any will do.
const STARTS: [Term; 19] = [
    Term::Paragraph,
    Term::Title,
    Term::Rule,
    Term::Ordinal(1),
    Term::Last,
    Term::Count(2),
    Term::Quote,
    Term::Word,
    Term::Text,
    Term::Following,
    Term::All,
    Term::From,
    Term::Every,
    Term::Sentence,
    Term::Of,
    Term::Insert,
    Term::Replace,
    Term::Delete,
    Term::Penultimate,
];

/// The place of a term in [`STARTS`].
fn start(term: Term) -> Option<usize> {
    let at = match term {
        Term::Paragraph => 0,
        Term::Title => 1,
        Term::Rule => 2,
        Term::Ordinal(_) => 3,
        Term::Last => 4,
        Term::Count(_) => 5,
        Term::Quote => 6,
        Term::Word => 7,
        Term::Text => 8,
        Term::Following => 9,
        Term::All => 10,
        Term::From => 11,
        Term::Every => 12,
        Term::Sentence => 13,
        Term::Of => 14,
        Term::Insert => 15,
        Term::Replace => 16,
        Term::Delete => 17,
        Term::Penultimate => 18,
        _ => return None,
    };
    Some(at)
}

/// A template as read.
#[derive(Debug)]
pub(crate) struct Pattern<F> {
    /// What it makes.
    pub form: F,
    /// Its steps.
    pub syms: Vec<Sym>,
}

/// A word of the lexicon: what it means alone, and the phrases it begins.
#[derive(Debug)]
struct Entry {
    key: Key,
    term: Option<Term>,
    /// Rest of the phrase and its meaning, longest first.
    phrases: Vec<(Vec<Key>, Term)>,
}

/// Lexicon and patterns of one language, ready for use.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// Open addressing by [`Key::hash`]; the length is a power of two.
    slots: Vec<u16>,
    entries: Vec<Entry>,
    ordinal_suffixes: &'static [&'static str],
    pub(crate) frames: Vec<Pattern<FrameForm>>,
    pub(crate) places: Vec<Pattern<PlaceForm>>,
    /// For each of [`STARTS`] the patterns of places that may begin with it.
    places_from: [Vec<u16>; STARTS.len()],
    pub(crate) payloads: Vec<Pattern<PayloadUnit>>,
    pub(crate) clauses: Vec<Pattern<Action>>,
    /// For each of [`STARTS`] the patterns of clauses that go on with it behind their first places.
    clauses_from: [Vec<u16>; STARTS.len()],
    all_clauses: Vec<u16>,
}

const EMPTY: u16 = u16::MAX;

impl Compiled {
    /// Makes the tables of a grammar.
    pub(crate) fn new(grammar: &Grammar) -> Self {
        let mut entries = Vec::new();
        for (phrase, term) in grammar.lexicon {
            add(&mut entries, phrase, *term);
        }
        for (at, ordinal) in grammar.ordinals.iter().enumerate() {
            add(&mut entries, ordinal, Term::Ordinal(at as u32 + 1));
        }
        for (at, count) in grammar.counts.iter().enumerate() {
            add(&mut entries, count, Term::Count(at as u32 + 2));
        }
        for (at, rule) in grammar.versions.iter().enumerate() {
            for template in rule.templates {
                add(&mut entries, template, Term::Only(at as u8));
            }
        }
        for entry in &mut entries {
            entry.phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        let mut compiled = Self {
            slots: slots(&entries),
            entries,
            ordinal_suffixes: grammar.ordinal_suffixes,
            frames: Vec::new(),
            places: Vec::new(),
            places_from: Default::default(),
            payloads: Vec::new(),
            clauses: Vec::new(),
            clauses_from: Default::default(),
            all_clauses: Vec::new(),
        };
        compiled.frames = compiled.patterns(grammar.frames);
        compiled.places = compiled.patterns(grammar.places);
        compiled.places_from = STARTS.map(|term| {
            let begins = |pattern: &Pattern<_>| {
                pattern.syms.first().is_some_and(|sym: &Sym| sym.may_begin(term))
            };
            let patterns = compiled.places.iter().enumerate();
            patterns.filter(|(_, pattern)| begins(pattern)).map(|(at, _)| at as u16).collect()
        });
        compiled.payloads = compiled.patterns(grammar.payloads);
        for rules in [grammar.insert, grammar.replace, grammar.delete] {
            let patterns = compiled.patterns(rules);
            compiled.clauses.extend(patterns);
        }
        compiled.all_clauses = (0..compiled.clauses.len() as u16).collect();
        compiled.clauses_from = STARTS.map(|term| {
            let goes_on = |at: &u16| {
                let verb = compiled.clauses[usize::from(*at)].syms.get(1);
                verb.is_some_and(|sym| sym.may_begin(term))
            };
            compiled.all_clauses.iter().copied().filter(goes_on).collect()
        });
        compiled
    }

    /// The patterns of clauses that may go on with this term behind their first places, each with
    /// its position among all.
    pub(crate) fn clauses_from(&self, term: Term) -> impl Iterator<Item = (u16, &Pattern<Action>)> {
        let from = start(term).map_or(&self.all_clauses, |at| &self.clauses_from[at]);
        from.iter().filter_map(|at| Some((*at, self.clauses.get(usize::from(*at))?)))
    }

    /// The patterns of places that may begin with this term.
    pub(crate) fn places_from(&self, term: Term) -> impl Iterator<Item = &Pattern<PlaceForm>> {
        let from = start(term).map_or(&[][..], |at| self.places_from[at].as_slice());
        from.iter().filter_map(|at| self.places.get(usize::from(*at)))
    }

    fn patterns<F: Copy>(&self, rules: &[Rule<F>]) -> Vec<Pattern<F>> {
        let mut patterns = Vec::new();
        for rule in rules {
            for template in rule.templates {
                patterns.push(Pattern { form: rule.form, syms: self.pattern(template) });
            }
        }
        patterns
    }

    /// The steps of a template. Where a place is followed by the object (languages whose verb
    /// stands last), both are one run of places to the reader.
    fn pattern(&self, template: &str) -> Vec<Sym> {
        let template = &expand(template, Wanted { definite: true, ..Wanted::default() });
        let (mut syms, mut at) = (Vec::new(), 0);
        while let Some(c) = template[at..].chars().next() {
            if c == '{' {
                let end = template[at..].find('}').map_or(template.len(), |end| at + end);
                let name = template[at + 1..end].split('.').next().unwrap_or("");
                syms.extend(Hole::named(name).map(Sym::Hole));
                at = (end + 1).min(template.len());
            } else if is_word(c) {
                let (term, end) = self.term(template, at);
                if term != Term::Skip {
                    syms.push(Sym::Term(term));
                }
                at = end;
            } else {
                at += c.len_utf8();
            }
        }
        syms.dedup_by(|object, place| {
            *place == Sym::Hole(Hole::Where) && *object == Sym::Hole(Hole::Object)
        });
        syms
    }

    /// What the word at `at` means, or the longest phrase that begins with it, and where that
    /// ends. A word that the lexicon lacks is [`Term::Unknown`].
    pub(crate) fn term(&self, text: &str, at: usize) -> (Term, usize) {
        let end = word_end(text, at);
        let word = &text[at..end];
        if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return self.number(text, at, end);
        }
        let Some(entry) = self.entry(&Key::new(word)) else { return (Term::Unknown, end) };
        if !entry.phrases.is_empty()
            && let Some((next, next_end)) = next_word(text, end)
        {
            for (rest, term) in &entry.phrases {
                if let Some((second, rest)) = rest.split_first()
                    && *second == next
                    && let Some(end) = phrase_end(text, next_end, rest)
                {
                    return (*term, end);
                }
            }
        }
        (entry.term.unwrap_or(Term::Unknown), end)
    }

    /// A number as cited, or an ordinal in digits ("2nd").
    fn number(&self, text: &str, at: usize, word_end: usize) -> (Term, usize) {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        let suffix = text[at + digits..word_end].trim_start_matches('^');
        if !suffix.is_empty() && self.ordinal_suffixes.contains(&suffix) {
            let value = text[at..at + digits].parse().unwrap_or(0);
            return (Term::Ordinal(value), word_end);
        }
        if let Some(rest) = text[at + digits..].strip_prefix('^') {
            let raised = rest.bytes().take_while(u8::is_ascii_lowercase).count();
            if self.ordinal_suffixes.contains(&&rest[..raised]) {
                let value = text[at..at + digits].parse().unwrap_or(0);
                return (Term::Ordinal(value), at + digits + 1 + raised);
            }
        }
        let (mut end, bytes) = (at, text.as_bytes());
        loop {
            let run = bytes[end..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
            end += run;
            let capital = bytes.get(end + 1).is_some_and(u8::is_ascii_uppercase)
                && !text[end + 2..].starts_with(char::is_alphanumeric);
            let more = bytes.get(end) == Some(&b'.')
                && (bytes
                    .get(end + 1)
                    .is_some_and(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
                    || capital);
            let letters = bytes[(end + 1).min(bytes.len())..]
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric())
                .count();
            if !more || (letters > 3 && bytes[end + 1].is_ascii_alphabetic()) {
                return (Term::Number, end.max(at + 1));
            }
            end += 1;
        }
    }

    fn entry(&self, key: &Key) -> Option<&Entry> {
        let mask = self.slots.len() - 1;
        let mut slot = key.hash() & mask;
        loop {
            let entry = self.entries.get(usize::from(self.slots[slot]))?;
            if entry.key == *key {
                return Some(entry);
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// One past the phrase whose further words are `rest`, where it stands behind `at`.
fn phrase_end(text: &str, at: usize, rest: &[Key]) -> Option<usize> {
    let mut end = at;
    for key in rest {
        let (next, next_end) = next_word(text, end)?;
        (next == *key).then_some(())?;
        end = next_end;
    }
    Some(end)
}

/// The word behind `at` and the white space there, and where it ends.
fn next_word(text: &str, at: usize) -> Option<(Key, usize)> {
    let rest = text.get(at..)?.trim_start();
    let start = text.len() - rest.len();
    let end = word_end(text, start);
    (end > start).then(|| (Key::new(&text[start..end]), end))
}

fn add(entries: &mut Vec<Entry>, phrase: &str, term: Term) {
    let mut keys = Vec::new();
    let mut at = 0;
    while let Some(skipped) = phrase[at..].find(is_word) {
        let end = word_end(phrase, at + skipped);
        keys.push(Key::new(&phrase[at + skipped..end]));
        at = end;
    }
    let Some(first) = keys.first().copied() else { return };
    let known = entries.iter().position(|entry| entry.key == first);
    let at = known.unwrap_or(entries.len());
    if known.is_none() {
        entries.push(Entry { key: first, term: None, phrases: Vec::new() });
    }
    match keys.len() {
        1 => entries[at].term = entries[at].term.or(Some(term)),
        _ => entries[at].phrases.push((keys.split_off(1), term)),
    }
}

fn slots(entries: &[Entry]) -> Vec<u16> {
    let size = (entries.len() * 4).next_power_of_two().max(16);
    let mut slots = vec![EMPTY; size];
    for (at, entry) in entries.iter().enumerate() {
        let mut slot = entry.key.hash() & (size - 1);
        while slots[slot] != EMPTY {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = at as u16;
    }
    slots
}
