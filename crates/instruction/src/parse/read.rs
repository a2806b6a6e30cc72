//! Matching tokens against the patterns of a language.
//!
//! Nothing is built here: a match says which rule read which tokens, in a few numbers, so that
//! trying a rule in vain costs no memory.

use super::tokens::Token;
use crate::style::grammar::{
    Action, Compiled, FrameForm, Hole, Pattern, PlaceForm, Step, Sym, Term,
};
use crate::{Edge, PayloadUnit};
use std::cell::Cell;
use std::cmp::Reverse;

/// A place as matched: its rule, and the tokens in its first two holes.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlaceMatch {
    pub form: PlaceForm,
    pub holes: [Option<(Hole, u32)>; 2],
    /// One past its last token.
    pub end: u32,
}

impl PlaceMatch {
    /// The first hole and the token in it.
    pub fn first_hole(&self) -> Option<(Hole, usize)> {
        self.holes[0].map(|(hole, at)| (hole, at as usize))
    }
}

/// Where in the clause a place stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// Before the verb: it holds for what follows, too.
    Leading,
    /// Elsewhere.
    Inner,
}

/// A place with its preposition.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub at: u32,
    pub end: u32,
    pub role: Role,
    pub edge: Option<Edge>,
    /// `None` for "at the end" alone.
    pub place: Option<PlaceMatch>,
}

/// The places of one clause; more than these no sensible clause has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrases {
    list: [Option<Phrase>; 8],
    len: usize,
}

impl Phrases {
    fn push(&mut self, phrase: Phrase) -> Option<()> {
        *self.list.get_mut(self.len)? = Some(phrase);
        self.len += 1;
        Some(())
    }

    /// Where the first `len` of them end, `None` for none.
    fn end(&self, len: usize) -> Option<usize> {
        let last = self.list.get(len.checked_sub(1)?)?.as_ref()?;
        Some(last.end as usize)
    }

    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Phrase> {
        self.list[..self.len].iter().flatten()
    }
}

/// A clause as matched.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    /// The rule that read it, by its place in the grammar.
    rule: u16,
    pub action: Action,
    pub phrases: Phrases,
    pub unit: PayloadUnit,
    /// "each time it occurs" stands behind everything else.
    pub every: bool,
    /// The tokens of the new text: first, and one past the last.
    pub payload: Option<(usize, usize)>,
    pub end: usize,
}

impl Clause {
    fn empty(at: usize) -> Self {
        Self {
            rule: 0,
            action: Action::Delete,
            phrases: Phrases { list: [None; 8], len: 0 },
            unit: PayloadUnit::Unstated,
            every: false,
            payload: None,
            end: at,
        }
    }

    /// Whether it reads more than the other; of two that read as much the earlier rule holds.
    fn beats(&self, other: &Self) -> bool {
        (self.end, Reverse(self.rule)) > (other.end, Reverse(other.rule))
    }
}

/// A place looked up before: where it was sought, and what was found there.
type Known = (u32, Option<PlaceMatch>);

/// The tokens of a wording and the patterns to read them with.
pub(super) struct Reader<'a> {
    pub tokens: &'a [Token],
    pub words: &'a Compiled,
    /// The furthest token that some rule stopped at.
    furthest: Cell<usize>,
    /// The places found last, by the token they begin at: several clauses begin alike.
    known: [Cell<Option<Known>>; 4],
}

impl<'a> Reader<'a> {
    /// A reader of these tokens.
    pub fn new(tokens: &'a [Token], words: &'a Compiled) -> Self {
        Self { tokens, words, furthest: Cell::new(0), known: [const { Cell::new(None) }; 4] }
    }

    /// The furthest token that some rule stopped at.
    pub fn furthest(&self) -> usize {
        self.furthest.get()
    }

    pub fn term(&self, at: usize) -> Option<Term> {
        self.furthest.set(self.furthest.get().max(at));
        self.tokens.get(at).map(|token| token.term)
    }

    fn is(&self, at: usize, term: Term) -> bool {
        self.term(at) == Some(term)
    }

    /// The clause at `at`; the rule that reads most of it wins.
    pub fn clause(&self, at: usize) -> Option<Clause> {
        let mut clause = Clause::empty(at);
        self.places(at, Role::Leading, &mut clause.phrases)?;
        let mut best: Option<Clause> = None;
        // Leading places that a rule does not use are written over, the last ones first.
        for len in (0..=clause.phrases.len).rev() {
            clause.phrases.len = len;
            let from = clause.phrases.end(len).unwrap_or(at);
            let Some(term) = self.term(from) else { continue };
            for step in self.words.first_steps(term) {
                self.step(step, from, None, &mut clause, &mut best);
            }
        }
        best
    }

    /// A clause that leaves the verb out, which is that of the clause before: "replace “a” with
    /// “b” and “c” with “d”".
    pub fn elliptic(&self, at: usize, action: Action) -> Option<Clause> {
        let mut clause = Clause::empty(at);
        let mut best = None;
        for verb in self.words.verbs() {
            for step in self.words.next_steps(verb) {
                self.step(step, at, Some(action), &mut clause, &mut best);
            }
        }
        best
    }

    /// Tries a step and all that may follow it, of the clauses that do `only` that; `clause` is
    /// afterwards as it was before.
    fn step(
        &self,
        step: &Step,
        at: usize,
        only: Option<Action>,
        clause: &mut Clause,
        best: &mut Option<Clause>,
    ) {
        let (len, unit, every, payload) =
            (clause.phrases.len, clause.unit, clause.every, clause.payload);
        if let Some(end) = self.fill(step, at, clause) {
            if let Some((rule, action)) = step.rule {
                (clause.rule, clause.action, clause.end) = (rule, action, end);
                if only.is_none_or(|only| action == only)
                    && best.as_ref().is_none_or(|best| clause.beats(best))
                {
                    *best = Some(*clause);
                }
            }
            for next in self.words.next_steps(step) {
                self.step(next, end, only, clause, best);
            }
        }
        clause.phrases.len = len;
        (clause.unit, clause.every, clause.payload) = (unit, every, payload);
    }

    /// Enters what fills a step into `clause`; where it ends.
    fn fill(&self, step: &Step, at: usize, clause: &mut Clause) -> Option<usize> {
        match step.sym {
            Sym::Term(term) => {
                clause.every |= term == Term::Every;
                self.is(at, term).then_some(at + 1)
            }
            Sym::Hole(Hole::Object) => self.object(at, &mut clause.phrases),
            Sym::Hole(Hole::Intro) => {
                let (unit, end) = self.intro(at)?;
                clause.unit = unit;
                Some(end)
            }
            Sym::Hole(Hole::Quote) => {
                let end = self.payload(at)?;
                clause.payload = Some((at, end));
                Some(end)
            }
            Sym::Hole(Hole::Where) => self.inner_places(at, step.last, &mut clause.phrases),
            Sym::Hole(_) => None,
        }
    }

    /// The frame at `at`: one past it, and the token in its hole.
    pub fn frame(&self, pattern: &Pattern<FrameForm>, at: usize) -> Option<(usize, usize)> {
        let (mut end, mut filled) = (at, None);
        for sym in &pattern.syms {
            match *sym {
                Sym::Term(term) => {
                    self.is(end, term).then_some(())?;
                    end += 1;
                }
                Sym::Hole(hole) => {
                    let (at, behind) = self.hole(hole, end)?;
                    filled = Some(at);
                    end = behind;
                }
            }
        }
        Some((end, filled?))
    }

    /// Places from `at` on; where they end. Inside a clause each needs its preposition.
    fn places(&self, at: usize, role: Role, phrases: &mut Phrases) -> Option<usize> {
        let mut at = at;
        while let Some(phrase) = self.phrase(at, role) {
            at = phrase.end as usize;
            phrases.push(phrase)?;
        }
        Some(at)
    }

    /// Places behind the verb. Behind everything else they belong to this clause only where no
    /// comma and no "and" stands before them, and where the next clause is set off by one.
    fn inner_places(&self, at: usize, last: bool, phrases: &mut Phrases) -> Option<usize> {
        if last && self.tokens.get(at)?.marked {
            return None;
        }
        let end = self.places(at, Role::Inner, phrases)?;
        let next = self.tokens.get(end);
        let parted = next.is_none_or(|next| {
            next.marked || next.line || matches!(next.term, Term::And | Term::Bracket)
        });
        (end > at && (parted || !last)).then_some(end)
    }

    fn phrase(&self, at: usize, role: Role) -> Option<Phrase> {
        let made = |edge, place: Option<PlaceMatch>, end| {
            Some(Phrase { at: at as u32, role, edge, place, end })
        };
        let edge = match self.term(at)? {
            Term::After => Edge::After,
            Term::Before => Edge::Before,
            Term::Between => {
                let place = self.neighbours(at + 1)?;
                return made(Some(Edge::Between), Some(place), place.end);
            }
            Term::AtEnd => Edge::End,
            Term::AtBeginning => Edge::Beginning,
            Term::In | Term::Of => {
                let place = self.place(at + 1)?;
                return made(None, Some(place), place.end);
            }
            _ if role == Role::Leading => {
                let place = self.place(at)?;
                return made(None, Some(place), place.end);
            }
            _ => return None,
        };
        let inside = matches!(edge, Edge::Beginning | Edge::End);
        let of = self.is(at + 1, Term::Of);
        if inside && !of {
            return made(Some(edge), None, at as u32 + 1);
        }
        let place = self.place(at + 1 + usize::from(inside && of))?;
        made(Some(edge), Some(place), place.end)
    }

    /// "paragraphs 3 and 4", "the words “a” and “b”": of the words, each fills a hole.
    fn neighbours(&self, at: usize) -> Option<PlaceMatch> {
        let first = self.place(at)?;
        let and = first.end as usize;
        if first.form != PlaceForm::Words {
            return Some(first);
        }
        let second = self.is(and, Term::And).then(|| self.place(and + 1)).flatten()?;
        let words = second.form == PlaceForm::Words;
        let holes = [first.holes[0], second.holes[0]];
        words.then_some(PlaceMatch { form: PlaceForm::Words, holes, end: second.end })
    }

    /// "Throughout the text" before a clause: where it ends.
    pub fn everywhere(&self, at: usize) -> Option<usize> {
        self.is(at, Term::Every).then_some(())?;
        let end = at + 1 + usize::from(self.is(at + 1, Term::Text));
        let begins = |term| !matches!(term, Term::Of | Term::Word | Term::Quote | Term::Following);
        self.term(end).is_some_and(begins).then_some(end)
    }

    /// What is replaced or deleted, with its links: "the last sentence of paragraph 16".
    fn object(&self, at: usize, phrases: &mut Phrases) -> Option<usize> {
        let place = self.place(at)?;
        let (role, mut end) = (Role::Inner, place.end);
        phrases.push(Phrase { at: at as u32, role, edge: None, place: Some(place), end })?;
        while let Some(token) = self.tokens.get(end as usize).filter(|token| !token.marked) {
            if !matches!(token.term, Term::In | Term::Of) {
                break;
            }
            let Some(link) = self.phrase(end as usize, role) else { break };
            end = link.end;
            phrases.push(link)?;
        }
        Some(end as usize)
    }

    pub fn intro(&self, at: usize) -> Option<(PayloadUnit, usize)> {
        let mut best: Option<(PayloadUnit, usize)> = None;
        for pattern in self.words.payloads_from(self.term(at)?) {
            let matches = |(step, sym): (usize, &Sym)| match sym {
                Sym::Term(term) => self.is(at + step, *term),
                Sym::Hole(_) => false,
            };
            if pattern.syms.iter().enumerate().all(matches) {
                let end = at + pattern.syms.len();
                if best.is_none_or(|(_, longest)| end > longest) {
                    best = Some((pattern.form, end));
                }
            }
        }
        best
    }

    /// New text: a quotation, or several on lines of their own.
    fn payload(&self, at: usize) -> Option<usize> {
        self.is(at, Term::Quote).then_some(())?;
        let mut end = at + 1;
        while self.tokens.get(end).is_some_and(|next| next.term == Term::Quote && next.line) {
            end += 1;
        }
        Some(end)
    }

    /// The place at `at`; the rule that reads most wins.
    pub fn place(&self, at: usize) -> Option<PlaceMatch> {
        let slot = &self.known[at % self.known.len()];
        match slot.get() {
            Some((found_at, found)) if found_at as usize == at => found,
            _ => {
                let found = self.find_place(at);
                slot.set(Some((at as u32, found)));
                found
            }
        }
    }

    fn find_place(&self, at: usize) -> Option<PlaceMatch> {
        let first = self.term(at)?;
        let mut best: Option<PlaceMatch> = None;
        for pattern in self.words.places_from(first) {
            if let Some(found) = self.place_by(pattern, at)
                && best.is_none_or(|best| found.end > best.end)
            {
                best = Some(found);
            }
        }
        best
    }

    fn place_by(&self, pattern: &Pattern<PlaceForm>, at: usize) -> Option<PlaceMatch> {
        let mut found = PlaceMatch { form: pattern.form, holes: [None; 2], end: 0 };
        let (mut filled, mut end) = (0, at);
        for sym in &pattern.syms {
            match *sym {
                Sym::Term(term) => {
                    self.is(end, term).then_some(())?;
                    end += 1;
                }
                Sym::Hole(hole) => {
                    let (at, behind) = self.hole(hole, end)?;
                    *found.holes.get_mut(filled)? = Some((hole, at as u32));
                    filled += 1;
                    end = behind;
                }
            }
        }
        found.end = end as u32;
        Some(found)
    }

    /// Where the content of a hole stands, and one past it.
    fn hole(&self, hole: Hole, at: usize) -> Option<(usize, usize)> {
        let end = match hole {
            Hole::Numbers => self.numbers(at)?,
            Hole::Number => self.is(at, Term::Number).then_some(at + 1)?,
            Hole::Ordinals => self.ordinals(at)?,
            Hole::Ordinal => matches!(self.term(at)?, Term::Ordinal(_)).then_some(at + 1)?,
            Hole::Count => matches!(self.term(at)?, Term::Count(_)).then_some(at + 1)?,
            Hole::Quote => self.is(at, Term::Quote).then_some(at + 1)?,
            Hole::Words => return self.quoted(at),
            Hole::Draft => {
                matches!(self.term(at)?, Term::Draft(_)).then_some(())?;
                at + 1 + usize::from(self.is(at + 1, Term::Letter))
            }
            Hole::Where | Hole::Object | Hole::Place | Hole::Intro => return None,
        };
        Some((at, end))
    }

    /// Quoted words, "the following words" before them or not.
    fn quoted(&self, at: usize) -> Option<(usize, usize)> {
        let mut at = at;
        let mut nouns = 0;
        while let Some(Term::Word | Term::Text | Term::Following) = self.term(at) {
            at += 1;
            nouns += 1;
        }
        (nouns <= 2 && self.is(at, Term::Quote)).then_some((at, at + 1))
    }

    fn numbers(&self, at: usize) -> Option<usize> {
        self.is(at, Term::Number).then_some(())?;
        let second = |at: usize| {
            let unit = usize::from(self.is(at, Term::Paragraph));
            self.is(at + unit, Term::Number).then_some(at + unit + 1)
        };
        // "du paragraphe 4 au paragraphe 7"; behind a comma "au paragraphe 7" begins the next clause.
        let joined = |at: usize| self.tokens.get(at).is_some_and(|token| !token.marked);
        if matches!(self.term(at + 1), Some(Term::To | Term::In)) && joined(at + 1) {
            return second(at + 2).or(Some(at + 1));
        }
        let mut end = at + 1;
        while self.is(end, Term::Number) && self.tokens[end].marked {
            end += 1;
        }
        if self.is(end, Term::And) {
            return second(end + 1).or(Some(end));
        }
        // "paragraph 3, paragraph 5 and paragraph 7"; without "and" the second is another place.
        let mut with_nouns = end;
        while self.is(with_nouns, Term::Paragraph)
            && self.tokens[with_nouns].marked
            && self.is(with_nouns + 1, Term::Number)
        {
            with_nouns += 2;
        }
        let and = with_nouns > end && self.is(with_nouns, Term::And);
        Some(and.then(|| second(with_nouns + 1)).flatten().unwrap_or(end))
    }

    fn ordinals(&self, at: usize) -> Option<usize> {
        let is = |at: usize| matches!(self.term(at), Some(Term::Ordinal(_)));
        is(at).then_some(())?;
        let mut end = at + 1;
        while is(end) && self.tokens[end].marked {
            end += 1;
        }
        let joined = match self.term(end) {
            Some(Term::And) => is(end + 1),
            Some(Term::To | Term::In) => end == at + 1 && is(end + 1) && !self.tokens[end].marked,
            _ => false,
        };
        Some(if joined { end + 2 } else { end })
    }
}
