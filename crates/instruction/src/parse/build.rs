//! From what matched to an instruction.

use super::payload::{self, Text};
use super::read::{Clause, Phrase, PlaceMatch, Reader, Role};
use crate::style::grammar::{Action, Hole, PlaceForm, Term};
use crate::{
    Context, Counted, Edge, Frame, Locator, Occurrence, Operation, Payload, PayloadUnit,
    Provisions, Quote, Sentences, Subject, Unit, WordsAt,
};
use source::Span;

/// What a wording has said about places so far, for the operations that follow.
#[derive(Clone, Debug, Default)]
pub(super) struct Inherited {
    unit: Unit,
    rule: Option<String>,
    sentences: Option<Sentences>,
}

/// Which step of a locator a place is; a wider one has the smaller number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Level {
    Unit,
    Rule,
    Sentence,
    Words,
}

/// What is wrong, and where.
#[derive(Debug)]
pub(super) enum Fault {
    /// The words fit no rule together.
    Senseless(Span),
    /// Nothing stands between the marks.
    Empty(Span),
    /// It is not clear whether a paragraph begins at this number.
    Numbers(Span),
}

/// Makes operations of clauses.
pub(super) struct Builder<'a> {
    pub reader: &'a Reader<'a>,
    pub text: Text<'a>,
    pub frame: Frame,
    pub inherited: Inherited,
    /// More clauses follow: what this one says is kept for them.
    pub more: bool,
    /// "Throughout the text": every occurrence of the words is meant.
    pub everywhere: bool,
}

impl Builder<'_> {
    /// The operation of one clause.
    pub fn operation(&mut self, clause: &Clause) -> Result<Operation<Locator>, Fault> {
        let edged = self.edged(clause)?;
        let mut locator = Locator::default();
        let mut innermost = None;
        for phrase in clause.phrases.all() {
            if let Some(place) = phrase.place
                && !edged.is_some_and(|edged| edged.is_context(phrase))
            {
                let level = self.set(&mut locator, place, phrase)?;
                innermost = innermost.max(Some(level));
            }
        }
        self.inherit(clause, &edged, &mut locator, innermost)?;
        let whole = Span::new(self.start(clause), self.end(clause));
        match edged {
            Some(Edged { phrase, role: EdgeRole::Context, edge }) => {
                self.context(&mut locator, phrase, edge)?;
            }
            Some(Edged { role: EdgeRole::Within, edge: Edge::Beginning, .. }) => {
                occurs(&mut locator, Occurrence::AtBeginning, whole)?;
            }
            Some(Edged { role: EdgeRole::Within, .. }) => {
                occurs(&mut locator, Occurrence::AtEnd, whole)?;
            }
            Some(Edged { role: EdgeRole::Place, .. }) | None => {}
        }
        if clause.every || self.everywhere {
            occurs(&mut locator, Occurrence::Every, whole)?;
        }
        self.check_named_unit(clause, &locator)?;
        let payload = self.payload(clause, edged.map(|edged| edged.edge), &locator)?;
        match (clause.action, payload) {
            (Action::Insert, Some(what)) => {
                let edge = edged.ok_or(Fault::Senseless(whole))?.edge;
                let edge = beside_or_between(edge, &locator).ok_or(Fault::Senseless(whole))?;
                Ok(Operation::Insert { edge, at: locator, what })
            }
            (Action::Replace, Some(with)) => Ok(Operation::Replace { at: locator, with }),
            (Action::Delete, None) => Ok(Operation::Delete { at: locator }),
            _ => Err(Fault::Senseless(whole)),
        }
    }

    fn start(&self, clause: &Clause) -> usize {
        let first = clause.phrases.all().next();
        let first = first.map_or(clause.end.saturating_sub(1), |phrase| phrase.at as usize);
        self.reader.tokens.get(first).map_or(0, |token| token.span.start as usize)
    }

    fn end(&self, clause: &Clause) -> usize {
        let last = self.reader.tokens.get(clause.end.saturating_sub(1));
        last.map_or(0, |token| token.span.end as usize)
    }

    fn span(&self, phrase: &Phrase) -> Span {
        let range = phrase.at as usize..phrase.end as usize;
        let tokens = self.reader.tokens.get(range).unwrap_or(&[]);
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
            _ => Span::default(),
        }
    }

    /// The one place of the clause that has a side or an end, and what that means: the place of an
    /// insertion, or words beside those meant.
    fn edged(&self, clause: &Clause) -> Result<Option<Edged>, Fault> {
        let mut found = None;
        for phrase in clause.phrases.all() {
            let Some(edge) = phrase.edge else { continue };
            if found.is_some() {
                return Err(Fault::Senseless(self.span(phrase)));
            }
            let inside = matches!(phrase.edge, Some(Edge::Beginning | Edge::End));
            let role = match clause.action {
                Action::Insert => EdgeRole::Place,
                Action::Replace | Action::Delete if inside => EdgeRole::Within,
                Action::Replace | Action::Delete => EdgeRole::Context,
            };
            found = Some(Edged { phrase: *phrase, role, edge });
        }
        Ok(found)
    }

    /// Enters a place into the locator; each step can be said once.
    fn set(
        &mut self,
        locator: &mut Locator,
        place: PlaceMatch,
        phrase: &Phrase,
    ) -> Result<Level, Fault> {
        let senseless = Fault::Senseless(self.span(phrase));
        let level = level(place.form);
        let free = match level {
            Level::Unit => locator.unit == Unit::Unstated,
            Level::Rule => locator.rule.is_none(),
            Level::Sentence => locator.sentences.is_none(),
            Level::Words => locator.words.is_none(),
        };
        if !free && place.form != PlaceForm::NamedUnit {
            return Err(senseless);
        }
        match level {
            // Of an amendment's new text "the paragraph" is the only one there.
            Level::Unit if place.form == PlaceForm::NamedUnit => {
                if locator.unit == Unit::Unstated
                    && self.inherited.unit == Unit::Unstated
                    && self.speaks_of_an_amendment()
                {
                    locator.unit = Unit::Provisions(Provisions::Counted(Counted::Only));
                }
            }
            Level::Unit => locator.unit = self.unit(place).ok_or(senseless)?,
            Level::Rule => locator.rule = Some(self.number(place).ok_or(senseless)?),
            Level::Sentence => {
                locator.sentences = Some(self.sentences(place)?.ok_or(senseless)?);
            }
            Level::Words => locator.words = Some(self.words(place)?.ok_or(senseless)?),
        }
        Ok(level)
    }

    /// Lets the locator inherit what earlier clauses said, and keeps what later ones may. An edge
    /// must be that of the innermost step.
    fn inherit(
        &mut self,
        clause: &Clause,
        edged: &Option<Edged>,
        locator: &mut Locator,
        innermost: Option<Level>,
    ) -> Result<(), Fault> {
        if let Some(Edged { phrase, role: EdgeRole::Place, .. }) = edged
            && let Some(place) = phrase.place
            && Some(level(place.form)) != innermost
        {
            return Err(Fault::Senseless(self.span(phrase)));
        }
        if locator.unit == Unit::Unstated {
            locator.unit = self.inherited.unit.clone();
            if locator.rule.is_none() {
                locator.rule = self.inherited.rule.clone();
            }
            if locator.sentences.is_none() {
                locator.sentences = self.inherited.sentences.clone();
            }
        }
        if self.more {
            self.keep(clause, edged, locator);
        }
        Ok(())
    }

    /// Keeps the places before the verb for the next clauses; not the one acted upon, but one acted
    /// in ("at the end of paragraph 2").
    fn keep(&mut self, clause: &Clause, edged: &Option<Edged>, locator: &Locator) {
        let mut kept = Inherited::default();
        let mut said = false;
        for phrase in clause.phrases.all() {
            let Some(place) = phrase.place.filter(|_| phrase.role == Role::Leading) else {
                continue;
            };
            let outside = matches!(phrase.edge, Some(Edge::After | Edge::Before | Edge::Between));
            let is_target = edged.is_none() && self.is_target(clause, phrase);
            if outside || is_target {
                continue;
            }
            said = true;
            match level(place.form) {
                Level::Unit => kept.unit = locator.unit.clone(),
                Level::Rule => kept.rule = locator.rule.clone(),
                Level::Sentence => kept.sentences = locator.sentences.clone(),
                Level::Words => {}
            }
        }
        if !said {
            return;
        }
        if kept.unit == Unit::Unstated && self.inherited.unit != Unit::Unstated {
            kept.unit = self.inherited.unit.clone();
            kept.rule = kept.rule.or(self.inherited.rule.take());
        }
        self.inherited = kept;
    }

    /// Whether the clause has no object of its own and this place is the last before the verb.
    fn is_target(&self, clause: &Clause, phrase: &Phrase) -> bool {
        let has_object = clause.phrases.all().any(|phrase| phrase.role == Role::Inner);
        !has_object && clause.phrases.all().next_back().is_some_and(|last| last.at == phrase.at)
    }

    /// "after the words “any reform of the old”, delete the following word: “wooden”".
    fn context(&self, locator: &mut Locator, beside: Phrase, edge: Edge) -> Result<(), Fault> {
        let senseless = || Fault::Senseless(self.span(&beside));
        let quote = match (edge, beside.place) {
            (Edge::After | Edge::Before, Some(place)) => match self.words(place)? {
                Some(WordsAt::Quoted { quote, occurrence: Occurrence::Only, context: None }) => {
                    quote
                }
                _ => return Err(senseless()),
            },
            _ => return Err(senseless()),
        };
        match &mut locator.words {
            Some(WordsAt::Quoted { context, .. }) => {
                *context = Some(Context { edge, quote });
                Ok(())
            }
            _ => Err(senseless()),
        }
    }

    /// "paragraph 3, delete the paragraph": one must be named, and nothing inside it.
    fn check_named_unit(&self, clause: &Clause, locator: &Locator) -> Result<(), Fault> {
        let names = |place: PlaceMatch| place.form == PlaceForm::NamedUnit;
        let phrase = clause.phrases.all().find(|phrase| phrase.place.is_some_and(names));
        let inside =
            locator.rule.is_some() || locator.sentences.is_some() || locator.words.is_some();
        match (phrase, &locator.unit) {
            (None, _) => Ok(()),
            (Some(_), Unit::Provisions(_)) if !inside => Ok(()),
            (Some(phrase), _) => Err(Fault::Senseless(self.span(phrase))),
        }
    }

    fn payload(
        &self,
        clause: &Clause,
        edge: Option<Edge>,
        at: &Locator,
    ) -> Result<Option<Payload>, Fault> {
        let Some((first, end)) = clause.payload else { return Ok(None) };
        let inside = at.rule.is_some() || at.sentences.is_some() || at.words.is_some();
        let provisions = match &at.unit {
            Unit::Provisions(provisions) if !inside => Some(provisions),
            Unit::Provisions(_) | Unit::Title | Unit::Unstated => None,
        };
        // New text that comes in place of whole paragraphs, or beside them.
        let whole = provisions.is_some() && !matches!(edge, Some(Edge::Beginning | Edge::End));
        let numbered = whole || matches!(clause.unit, PayloadUnit::Provisions | PayloadUnit::Text);
        let tokens = &self.reader.tokens[first..end];
        let mut made = Payload { unit: clause.unit, paragraphs: Vec::with_capacity(tokens.len()) };
        for token in tokens {
            payload::paragraphs(self.text, token.span, numbered, &mut made.paragraphs);
        }
        if let Some(provisions) = provisions.filter(|_| clause.action == Action::Replace) {
            payload::split(self.text.wording, &provisions.cited(), &mut made.paragraphs)
                .map_err(Fault::Numbers)?;
        }
        match tokens.first() {
            Some(token) if made.paragraphs.is_empty() => Err(Fault::Empty(token.span)),
            _ => Ok(Some(made)),
        }
    }

    fn speaks_of_an_amendment(&self) -> bool {
        matches!(self.frame.subject, Subject::Amendment(_))
    }

    fn unit(&mut self, place: PlaceMatch) -> Option<Unit> {
        if place.form == PlaceForm::LastProvision {
            return Some(Unit::Provisions(Provisions::Counted(Counted::Last)));
        }
        if let (PlaceForm::ProvisionNth, Some((_, at))) = (place.form, place.first_hole()) {
            let Some(Term::Ordinal(nth)) = self.reader.term(at) else { return None };
            return (nth > 0).then_some(Unit::Provisions(Provisions::Counted(Counted::Nth(nth))));
        }
        if place.form == PlaceForm::Title {
            if let Some((Hole::Draft, at)) = place.first_hole() {
                let subject = self.draft(at)?;
                if self.frame.subject != Subject::Unstated && self.frame.subject != subject {
                    return None;
                }
                self.frame.subject = subject;
            }
            return Some(Unit::Title);
        }
        let (_, first) = place.first_hole()?;
        let number = |at: usize| Some(self.slice(at)?.to_owned());
        let last = place.end as usize - 1;
        if last == first {
            return Some(Unit::Provisions(Provisions::One(number(first)?)));
        }
        if matches!(self.reader.term(first + 1)?, Term::To | Term::In) {
            return Some(Unit::Provisions(Provisions::Range(number(first)?, number(last)?)));
        }
        let numbers = (first..=last).filter(|at| self.reader.term(*at) == Some(Term::Number));
        Some(Unit::Provisions(Provisions::List(numbers.filter_map(number).collect())))
    }

    /// The draft named at this token, with its letter.
    pub fn draft(&self, at: usize) -> Option<Subject> {
        let Term::Draft(kind) = self.reader.term(at)? else { return None };
        let letter = self.reader.term(at + 1) == Some(Term::Letter);
        let letter = if letter { Some(self.slice(at + 1)?.to_owned()) } else { None };
        Some(Subject::Draft(kind, letter))
    }

    /// The text of a token.
    pub fn slice(&self, at: usize) -> Option<&str> {
        Some(self.reader.tokens.get(at)?.span.of(self.text.wording))
    }

    fn number(&self, place: PlaceMatch) -> Option<String> {
        Some(self.slice(place.first_hole()?.1)?.to_owned())
    }

    fn sentences(&self, place: PlaceMatch) -> Result<Option<Sentences>, Fault> {
        let Some((_, at)) = place.first_hole() else {
            return Ok(match place.form {
                PlaceForm::LastSentence => Some(Sentences::Last),
                PlaceForm::PenultimateSentence => Some(Sentences::Penultimate),
                _ => None,
            });
        };
        let count = match self.reader.term(at) {
            Some(Term::Count(count)) => count,
            _ => 0,
        };
        let made = match place.form {
            PlaceForm::SentenceQuoted => Some(Sentences::Quoted(self.quote(at)?)),
            PlaceForm::LastSentences => Some(Sentences::LastCount(count)),
            PlaceForm::FirstSentences => Some(Sentences::Range(1, count)),
            PlaceForm::Sentences => self.ordinals(place, at),
            _ => None,
        };
        Ok(made)
    }

    /// "third"; "second and third"; "first and third", in order; "second to fourth"; or digits.
    fn ordinals(&self, place: PlaceMatch, first: usize) -> Option<Sentences> {
        let value = |at: usize| match self.reader.term(at) {
            Some(Term::Ordinal(value)) if value > 0 => Some(value),
            Some(Term::Number) => self.slice(at)?.parse().ok().filter(|value| *value > 0),
            _ => None,
        };
        let start = value(first)?;
        let mut all = Vec::new();
        let mut last = start;
        let (mut range, mut apart) = (false, false);
        for at in first + 1..place.end as usize {
            match self.reader.term(at)? {
                Term::To | Term::In => range = true,
                Term::Ordinal(_) | Term::Number => {
                    let next = value(at)?;
                    (next > last).then_some(())?;
                    apart |= !range && next != last.checked_add(1)?;
                    all.push(last);
                    last = next;
                }
                _ => {}
            }
        }
        if apart {
            all.push(last);
            return Some(Sentences::List(all));
        }
        Some(if start == last { Sentences::Nth(start) } else { Sentences::Range(start, last) })
    }

    fn words(&self, place: PlaceMatch) -> Result<Option<WordsAt>, Fault> {
        let hole = |wanted: &[Hole], nth: usize| {
            let mut holes = place.holes.iter().flatten().filter(|(hole, _)| wanted.contains(hole));
            holes.nth(nth).map(|(_, at)| *at as usize)
        };
        let Some(first) = hole(&[Hole::Quote, Hole::Words], 0) else { return Ok(None) };
        let quote = self.quote(first)?;
        let quoted =
            |occurrence| WordsAt::Quoted { quote: quote.clone(), occurrence, context: None };
        let ordinal = hole(&[Hole::Ordinal], 0).and_then(|at| match self.reader.term(at) {
            Some(Term::Ordinal(value)) if value > 0 => Some(value),
            _ => None,
        });
        Ok(Some(match place.form {
            PlaceForm::Words => {
                // "between the words “a” and “b”": the first, where the second follows it.
                let context = match hole(&[Hole::Quote, Hole::Words], 1) {
                    Some(second) => {
                        Some(Context { edge: Edge::Before, quote: self.quote(second)? })
                    }
                    None => None,
                };
                WordsAt::Quoted { quote, occurrence: Occurrence::Only, context }
            }
            PlaceForm::WordsNth => match ordinal {
                Some(nth) => quoted(Occurrence::Nth(nth)),
                None => return Ok(None),
            },
            PlaceForm::WordsLast => quoted(Occurrence::Last),
            PlaceForm::WordsEvery => quoted(Occurrence::Every),
            PlaceForm::FromTo => match hole(&[Hole::Quote, Hole::Words], 1) {
                Some(second) => WordsAt::FromTo { from: quote, to: self.quote(second)? },
                None => return Ok(None),
            },
            PlaceForm::FromToEnd => WordsAt::FromToEnd { from: quote },
            PlaceForm::AllAfter => WordsAt::AllAfter { after: quote },
            PlaceForm::AllBefore => WordsAt::AllBefore { before: quote },
            _ => return Ok(None),
        }))
    }

    fn quote(&self, at: usize) -> Result<Quote, Fault> {
        let span = self.reader.tokens.get(at).map(|token| token.span).unwrap_or_default();
        let quote = payload::quote(self.text, span);
        if quote.text.is_empty() { Err(Fault::Empty(span)) } else { Ok(quote) }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum EdgeRole {
    /// Where an insertion goes.
    Place,
    /// Words beside those meant.
    Context,
    /// The end of the place that the words meant stand at.
    Within,
}

#[derive(Clone, Copy)]
struct Edged {
    phrase: Phrase,
    role: EdgeRole,
    edge: Edge,
}

impl Edged {
    fn is_context(&self, phrase: &Phrase) -> bool {
        self.role == EdgeRole::Context && self.phrase.at == phrase.at
    }
}

/// Says which of several equal words is meant, where the wording has not said so already.
fn occurs(locator: &mut Locator, which: Occurrence, whole: Span) -> Result<(), Fault> {
    match &mut locator.words {
        Some(WordsAt::Quoted { occurrence, context: None, .. })
            if *occurrence == Occurrence::Only =>
        {
            *occurrence = which;
            Ok(())
        }
        _ => Err(Fault::Senseless(whole)),
    }
}

/// "Between" two words is after the first of them, which says itself what follows; else it needs
/// two paragraphs, or sentences.
fn beside_or_between(edge: Edge, at: &Locator) -> Option<Edge> {
    if edge != Edge::Between {
        return Some(edge);
    }
    // Whether they are neighbours is for the draft to say.
    let several = matches!(at.sentences, Some(Sentences::Range(..) | Sentences::List(_)));
    match (&at.words, &at.sentences, &at.unit) {
        (Some(WordsAt::Quoted { context: Some(_), .. }), ..) => Some(Edge::After),
        (None, Some(_), _) => several.then_some(Edge::Between),
        (None, None, Unit::Provisions(Provisions::List(two))) if two.len() == 2 => {
            Some(Edge::Between)
        }
        _ => None,
    }
}

fn level(form: PlaceForm) -> Level {
    match form {
        PlaceForm::Provisions
        | PlaceForm::NamedUnit
        | PlaceForm::ProvisionNth
        | PlaceForm::LastProvision
        | PlaceForm::Title => Level::Unit,
        PlaceForm::Rule => Level::Rule,
        PlaceForm::Sentences
        | PlaceForm::LastSentence
        | PlaceForm::PenultimateSentence
        | PlaceForm::LastSentences
        | PlaceForm::FirstSentences
        | PlaceForm::SentenceQuoted => Level::Sentence,
        PlaceForm::Words
        | PlaceForm::WordsNth
        | PlaceForm::WordsLast
        | PlaceForm::WordsEvery
        | PlaceForm::FromTo
        | PlaceForm::FromToEnd
        | PlaceForm::AllAfter
        | PlaceForm::AllBefore => Level::Words,
    }
}
