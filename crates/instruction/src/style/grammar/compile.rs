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
    /// The kinds of terms that a run which fills this step may begin with, a bit for each.
    fn begins(self) -> u64 {
        let bits = |terms: &[Term]| terms.iter().fold(0, |bits, term| bits | 1 << term.kind());
        match self {
            Self::Term(wanted) => bits(&[wanted]),
            Self::Hole(Hole::Words) => {
                bits(&[Term::Quote, Term::Word, Term::Text, Term::Following])
            }
            Self::Hole(Hole::Ordinals | Hole::Ordinal) => bits(&[Term::Ordinal(1)]),
            Self::Hole(Hole::Count) => bits(&[Term::Count(2)]),
            Self::Hole(Hole::Quote) => bits(&[Term::Quote]),
            Self::Hole(_) => u64::MAX,
        }
    }
}

/// For each kind of term the positions of the patterns that may begin with it.
#[derive(Debug)]
struct Starts([Vec<u16>; Term::KINDS]);

impl Starts {
    /// Of patterns with these first steps.
    fn new(first: impl Iterator<Item = Option<Sym>>) -> Self {
        let mut starts = Self([const { Vec::new() }; Term::KINDS]);
        for (at, sym) in first.enumerate() {
            let begins = sym.map_or(0, Sym::begins);
            for (kind, patterns) in starts.0.iter_mut().enumerate() {
                if begins & 1 << kind != 0 {
                    patterns.push(at as u16);
                }
            }
        }
        starts
    }

    fn of(&self, term: Term) -> &[u16] {
        self.0.get(term.kind()).map_or(&[], Vec::as_slice)
    }
}

/// A template as read.
#[derive(Debug)]
pub(crate) struct Pattern<F> {
    /// What it makes.
    pub form: F,
    /// Its steps.
    pub syms: Vec<Sym>,
}

impl<F> Pattern<F> {
    fn first(&self) -> Option<Sym> {
        self.syms.first().copied()
    }
}

/// A word of the lexicon: what it means alone, and the phrases it begins.
#[derive(Debug)]
struct Entry {
    key: Key,
    term: Option<Term>,
    /// Rest of the phrase and its meaning, longest first.
    phrases: Vec<(Vec<Key>, Term)>,
    /// What the second words of the phrases begin with, by [`first_bit`].
    seconds: u32,
}

/// Lexicon and patterns of one language, ready for use.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// Open addressing by [`Key::hash`]; the length is a power of two.
    slots: Vec<u16>,
    entries: Vec<Entry>,
    ordinal_suffixes: &'static [&'static str],
    pub(crate) frames: Vec<Pattern<FrameForm>>,
    places: Vec<Pattern<PlaceForm>>,
    places_from: Starts,
    payloads: Vec<Pattern<PayloadUnit>>,
    payloads_from: Starts,
    /// The clauses behind their first places: those that begin alike share their first steps.
    steps: Vec<Step>,
    first_steps: Vec<u16>,
    steps_from: Starts,
}

/// A step of clauses.
#[derive(Debug)]
pub(crate) struct Step {
    pub sym: Sym,
    /// Nothing follows it. Alike but for this are two steps.
    pub last: bool,
    /// The clause that ends with it, by its position in the grammar, and what it does.
    pub rule: Option<(u16, Action)>,
    /// What may follow it.
    next: Vec<u16>,
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
            places_from: Starts::new(std::iter::empty()),
            payloads: Vec::new(),
            payloads_from: Starts::new(std::iter::empty()),
            steps: Vec::new(),
            first_steps: Vec::new(),
            steps_from: Starts::new(std::iter::empty()),
        };
        compiled.frames = compiled.patterns(grammar.frames);
        compiled.places = compiled.patterns(grammar.places);
        compiled.places_from = Starts::new(compiled.places.iter().map(Pattern::first));
        compiled.payloads = compiled.patterns(grammar.payloads);
        compiled.payloads_from = Starts::new(compiled.payloads.iter().map(Pattern::first));
        let clauses = [grammar.insert, grammar.replace, grammar.delete].into_iter();
        let clauses = clauses.flat_map(|rules| compiled.patterns(rules)).collect::<Vec<_>>();
        for (rule, clause) in clauses.iter().enumerate() {
            compiled.share_steps(rule, clause);
        }
        let first = compiled.first_steps.iter().map(|at| compiled.steps.get(usize::from(*at)));
        compiled.steps_from = Starts::new(first.map(|step| Some(step?.sym)));
        compiled
    }

    /// Enters the steps of a clause behind its first places.
    fn share_steps(&mut self, rule: usize, clause: &Pattern<Action>) {
        let Some((Sym::Hole(Hole::Where), rest)) = clause.syms.split_first() else { return };
        let mut before = None;
        for (at, sym) in rest.iter().enumerate() {
            let last = at + 1 == rest.len();
            let siblings = match before {
                None => &self.first_steps,
                Some(step) => &self.steps[usize::from(step)].next,
            };
            let same = |at: &&u16| {
                let step = &self.steps[usize::from(**at)];
                step.sym == *sym && step.last == last
            };
            let known = siblings.iter().find(same).copied();
            let here = known.unwrap_or(self.steps.len() as u16);
            if known.is_none() {
                self.steps.push(Step { sym: *sym, last, rule: None, next: Vec::new() });
                match before {
                    None => self.first_steps.push(here),
                    Some(step) => self.steps[usize::from(step)].next.push(here),
                }
            }
            before = Some(here);
        }
        if let Some(step) = before.and_then(|at| self.steps.get_mut(usize::from(at))) {
            // Of two rules with the same template the first holds.
            step.rule = step.rule.or(Some((rule as u16, clause.form)));
        }
    }

    /// The first steps of clauses that may go on with this term behind their first places.
    pub(crate) fn first_steps(&self, term: Term) -> impl Iterator<Item = &Step> {
        let first =
            |at: &u16| self.steps.get(usize::from(*self.first_steps.get(usize::from(*at))?));
        self.steps_from.of(term).iter().filter_map(first)
    }

    /// The first steps that are words: what clauses begin with where no place stands before them.
    pub(crate) fn verbs(&self) -> impl Iterator<Item = &Step> {
        let all = self.first_steps.iter().filter_map(|at| self.steps.get(usize::from(*at)));
        // "Replace “a” with “b” and “c” for “d”" must not turn round half-way.
        let turns = [Term::Substitute, Term::Amend, Term::Reads, Term::For].map(Sym::Term);
        all.filter(move |step| matches!(step.sym, Sym::Term(_)) && !turns.contains(&step.sym))
    }

    /// The steps that may follow a step.
    pub(crate) fn next_steps(&self, step: &Step) -> impl Iterator<Item = &Step> {
        step.next.iter().filter_map(|at| self.steps.get(usize::from(*at)))
    }

    /// The patterns of places that may begin with this term.
    pub(crate) fn places_from(&self, term: Term) -> impl Iterator<Item = &Pattern<PlaceForm>> {
        self.places_from.of(term).iter().filter_map(|at| self.places.get(usize::from(*at)))
    }

    /// The announcements of new text that may begin with this term.
    pub(crate) fn payloads_from(&self, term: Term) -> impl Iterator<Item = &Pattern<PayloadUnit>> {
        self.payloads_from.of(term).iter().filter_map(|at| self.payloads.get(usize::from(*at)))
    }

    /// All steps of all patterns.
    #[cfg(test)]
    pub(crate) fn syms(&self) -> impl Iterator<Item = Sym> {
        let frames = self.frames.iter().flat_map(|pattern| &pattern.syms);
        let places = self.places.iter().flat_map(|pattern| &pattern.syms);
        let payloads = self.payloads.iter().flat_map(|pattern| &pattern.syms);
        let clauses = self.steps.iter().map(|step| &step.sym);
        frames.chain(places).chain(payloads).chain(clauses).copied()
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
        if text.as_bytes().get(at).is_some_and(u8::is_ascii_digit) {
            return self.number(text, at, word_end(text, at));
        }
        let (key, end) = Key::scan(text, at);
        let Some(entry) = self.entry(&key) else { return (Term::Unknown, end) };
        if entry.seconds != 0
            && let Some(start) = next_start(text, end)
            && entry.seconds & first_bit(text, start) != 0
        {
            let (next, next_end) = Key::scan(text, start);
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
    Some(Key::scan(text, next_start(text, at)?))
}

/// Where the word behind `at` and the white space there begins.
fn next_start(text: &str, at: usize) -> Option<usize> {
    let rest = match text.as_bytes().get(at..)? {
        [b' ', b'a'..=b'z' | b'A'..=b'Z', ..] => return Some(at + 1),
        _ => text.get(at..)?.trim_start(),
    };
    let start = text.len() - rest.len();
    (word_end(text, start) > start).then_some(start)
}

/// One bit for the letter at `at`, small or capital, and one for all other characters.
fn first_bit(text: &str, at: usize) -> u32 {
    match text.as_bytes().get(at) {
        Some(letter) if letter.is_ascii_alphabetic() => 1 << (letter & 31),
        _ => 1,
    }
}

fn add(entries: &mut Vec<Entry>, phrase: &str, term: Term) {
    let (mut keys, mut seconds) = (Vec::new(), 0);
    let mut at = 0;
    while let Some(skipped) = phrase[at..].find(is_word) {
        let (key, end) = Key::scan(phrase, at + skipped);
        if keys.len() == 1 {
            seconds = first_bit(phrase, at + skipped);
        }
        keys.push(key);
        at = end;
    }
    let Some(first) = keys.first().copied() else { return };
    let known = entries.iter().position(|entry| entry.key == first);
    let at = known.unwrap_or(entries.len());
    if known.is_none() {
        entries.push(Entry { key: first, term: None, phrases: Vec::new(), seconds: 0 });
    }
    match keys.len() {
        1 => entries[at].term = entries[at].term.or(Some(term)),
        _ => {
            entries[at].seconds |= seconds;
            entries[at].phrases.push((keys.split_off(1), term));
        }
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
