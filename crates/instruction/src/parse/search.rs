//! The search for the split of a wording under which all of it reads.

use super::Parsed;
use super::build::{Builder, Fault, Inherited};
use super::marks::Scan;
use super::payload::Text;
use super::read::Reader;
use super::tokens::{Next, Token, Tokens, amendment_number, next};
use crate::style::Language;
use crate::style::grammar::{Action, FrameForm, Sym, Term};
use crate::{Finding, Frame, Instruction, Locator, Operation, Subject};
use source::Span;

/// Why no split reads.
#[derive(Clone, Copy, Debug)]
pub(super) enum Failure {
    /// These words fit no rule.
    Senseless(Span),
    /// The quotation that opens here never ends.
    NotClosed(Span),
    /// Nothing stands between these marks.
    Empty(Span),
    /// It is not clear whether a paragraph begins at this number inside a new text.
    Numbers(Span),
}

impl Failure {
    fn at(&self) -> u32 {
        match self {
            Self::Senseless(span)
            | Self::NotClosed(span)
            | Self::Empty(span)
            | Self::Numbers(span) => span.start,
        }
    }

    /// The failure that got further; of two at one place the one that says more.
    fn further(self, other: Option<Self>) -> Self {
        match other {
            Some(other) if other.at() >= self.at() => other,
            _ => self,
        }
    }
}

/// A quotation whose end was chosen, and what is left to choose from.
#[derive(Clone, Debug)]
struct Choice {
    /// How many tokens stand before it.
    before: usize,
    scan: Scan,
    token: Token,
}

/// The quotations so far; the usual wording has few of them.
#[derive(Default)]
struct Choices {
    /// Invariant: the first ones; `rest` is empty while one of these is.
    first: [Option<Choice>; 4],
    rest: Vec<Choice>,
    len: usize,
}

impl Choices {
    fn push(&mut self, choice: Choice) {
        match self.first.get_mut(self.len) {
            Some(slot) => *slot = Some(choice),
            None => self.rest.push(choice),
        }
        self.len += 1;
    }

    fn last_mut(&mut self) -> Option<&mut Choice> {
        let last = self.len.checked_sub(1)?;
        match self.first.get_mut(last) {
            Some(slot) => slot.as_mut(),
            None => self.rest.last_mut(),
        }
    }

    fn pop(&mut self) {
        self.len = self.len.saturating_sub(1);
        self.rest.truncate(self.len.saturating_sub(self.first.len()));
    }

    fn is_empty(&self) -> bool {
        self.len == 0
    }
}

struct Search<'a> {
    text: &'a str,
    language: &'a Language,
    slips: bool,
    tokens: Tokens,
    choices: Choices,
    fuel: u32,
    failure: Option<Failure>,
    /// What the splits so far made, each once: the usual wording has one.
    reading: Option<Instruction<Locator>>,
    others: Vec<Instruction<Locator>>,
}

/// Reads `text` from `start`.
pub(super) fn read(text: &str, start: usize, language: &Language) -> Result<Parsed, Failure> {
    let mut failure = None;
    for slips in [false, true] {
        let mut search = Search {
            text,
            language,
            slips,
            tokens: Tokens::new(),
            choices: Choices::default(),
            fuel: fuel(text),
            failure: None,
            reading: None,
            others: Vec::new(),
        };
        search.run(start);
        if let Some(reading) = search.reading.take() {
            return Ok(search.outcome(start, reading));
        }
        if let Some(found) = search.failure {
            failure = Some(match failure {
                // The slips are a last resort: what the strict reading says comes first.
                Some(strict) => strict,
                None => found,
            });
        }
    }
    Err(failure.unwrap_or(Failure::Senseless(Span::new(start, text.len()))))
}

/// Steps allowed: enough for any wording that people write, linear in its length.
fn fuel(text: &str) -> u32 {
    let len = u32::try_from(text.len()).unwrap_or(u32::MAX);
    len.saturating_mul(2).saturating_add(20_000)
}

impl Search<'_> {
    fn run(&mut self, start: usize) {
        let mut from = Some(start);
        while let Some(at) = from {
            self.forward(at);
            from = self.back();
        }
    }

    /// Reads on to the end, or to where it goes wrong.
    fn forward(&mut self, start: usize) {
        let words = self.language.grammar.compiled();
        let mut at = start;
        loop {
            let Some(fuel) = self.fuel.checked_sub(1) else { return };
            self.fuel = fuel;
            match next(self.text, at, self.tokens.all().last(), words) {
                Next::Term(token, _) if token.term == Term::Unknown => {
                    let Some((before, target)) = self.unquoted_target(token) else {
                        return self.fail(Failure::Senseless(token.span));
                    };
                    self.tokens.truncate(before);
                    self.tokens.push(target);
                    return self.finish();
                }
                Next::Term(token, end) => {
                    self.tokens.push(token);
                    at = end;
                }
                Next::Opening { at: mark, marked, line } => {
                    let scan = Scan::new(self.text, mark, self.slips);
                    let span = Span::at(scan.inside());
                    let token = Token { term: Term::Quote, span, marked, line };
                    self.choices.push(Choice { before: self.tokens.all().len(), scan, token });
                    match self.choose() {
                        Some(end) => at = end,
                        None => {
                            let end = (mark + 80).min(self.text.len());
                            let end = (mark..=end).rev().find(|at| self.text.is_char_boundary(*at));
                            let span = Span::new(mark, end.unwrap_or(mark));
                            return self.fail(Failure::NotClosed(span));
                        }
                    }
                }
                Next::Stray(span) => return self.fail(Failure::Senseless(span)),
                Next::End => return self.finish(),
            }
        }
    }

    /// Takes the next end for the last quotation; where the text goes on behind it.
    fn choose(&mut self) -> Option<usize> {
        let choice = self.choices.last_mut()?;
        let mark = choice.scan.next(self.text, &mut self.fuel)?;
        self.tokens.truncate(choice.before);
        let span = Span::new(choice.token.span.start as usize, mark.start);
        self.tokens.push(Token { span, ..choice.token });
        Some(mark.end)
    }

    /// Goes back to the last quotation that may end elsewhere.
    fn back(&mut self) -> Option<usize> {
        while !self.choices.is_empty() {
            if self.others.len() < 8
                && let Some(end) = self.choose()
            {
                return Some(end);
            }
            self.choices.pop();
        }
        None
    }

    fn fail(&mut self, failure: Failure) {
        self.failure = Some(failure.further(self.failure));
    }

    /// "delete the words by night": the target of a deletion without quote marks, which must reach
    /// to the end of the wording and hold nothing that could be another instruction. With it, how
    /// many tokens stand before it.
    fn unquoted_target(&self, unknown: Token) -> Option<(usize, Token)> {
        let tokens = self.tokens.all();
        let verb = tokens.iter().rposition(|token| token.term == Term::Delete)?;
        let noun = tokens.get(verb + 1).filter(|token| token.term == Term::Word)?;
        let rest = Span::new(noun.span.end as usize, self.text.len());
        let target = rest.of(self.text).trim();
        let target = target.strip_suffix('.').unwrap_or(target);
        let marks = |c: char| "«»“”„\"\n\r:;,.()[]".contains(c);
        if target.is_empty() || target.contains(marks) || unknown.span.start < rest.start {
            return None;
        }
        let words = self.language.grammar.compiled();
        let mut at = rest.start as usize;
        while let Next::Term(token, end) = next(self.text, at, None, words) {
            let plain = matches!(
                token.term,
                Term::Unknown | Term::In | Term::Of | Term::To | Term::And | Term::With | Term::All
            );
            if !plain {
                return None;
            }
            at = end;
        }
        let lead = rest.of(self.text).len() - rest.of(self.text).trim_start().len();
        let start = rest.start as usize + lead;
        let span = Span::new(start, start + target.len());
        Some((verb + 2, Token { term: Term::Quote, span, marked: false, line: false }))
    }

    /// All tokens are there: builds the instruction.
    fn finish(&mut self) {
        match instruction(self.tokens.all(), self.text, self.slips, self.language) {
            Ok(reading) => {
                if self.reading.is_none() {
                    self.reading = Some(reading);
                } else if self.reading.as_ref() != Some(&reading) && !self.others.contains(&reading)
                {
                    self.others.push(reading);
                }
            }
            Err(failure) => self.fail(failure),
        }
    }

    /// One reading, the longest last payload of several, or none with a finding.
    fn outcome(&mut self, start: usize, first: Instruction<Locator>) -> Parsed {
        let whole = Span::new(start, self.text.len());
        let mut findings = Vec::new();
        let mut longest = first;
        let mut readings = std::mem::take(&mut self.others);
        for other in &mut readings {
            if last_payload(other) > last_payload(&longest) {
                std::mem::swap(other, &mut longest);
            }
        }
        let shown = |reading: &Instruction<Locator>| crate::generate(reading, self.language);
        for other in readings {
            if !same_but_last_payload(&longest, &other) {
                let (first, second) = (shown(&longest), shown(&other));
                findings.push(Finding::TwoReadings { at: whole, first, second });
                return Parsed { findings, ..Parsed::default() };
            }
        }
        if self.slips {
            findings.push(rejoined(&longest, whole));
        }
        Parsed { instruction: Some(longest), not_executable: None, findings }
    }
}

/// The warning that marks inside a new text were taken for slips.
fn rejoined(instruction: &Instruction<Locator>, whole: Span) -> Finding {
    let payloads = instruction.operations.iter().filter_map(Operation::payload);
    let longest = payloads.max_by_key(|payload| payload.paragraphs.len());
    let paragraphs = longest.map_or(&[][..], |payload| payload.paragraphs.as_slice());
    let at = match (paragraphs.first(), paragraphs.last()) {
        (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
        _ => whole,
    };
    let shorter = paragraphs.first().map(|first| first.content.text.clone()).unwrap_or_default();
    let all: Vec<_> = paragraphs.iter().map(|one| one.content.text.as_str()).collect();
    Finding::PayloadRejoined { at, shorter, longer: all.join("\n") }
}

fn last_payload(instruction: &Instruction<Locator>) -> usize {
    let payload = instruction.operations.last().and_then(Operation::payload);
    payload.map_or(0, |payload| payload.paragraphs.iter().map(|p| p.content.text.len()).sum())
}

fn same_but_last_payload(one: &Instruction<Locator>, other: &Instruction<Locator>) -> bool {
    let (Some((last, rest)), Some((other_last, other_rest))) =
        (one.operations.split_last(), other.operations.split_last())
    else {
        return false;
    };
    let same_place = match (last, other_last) {
        (
            Operation::Insert { edge, at, what },
            Operation::Insert { edge: other_edge, at: other_at, what: other },
        ) => edge == other_edge && at == other_at && what.unit == other.unit,
        (Operation::Replace { at, with }, Operation::Replace { at: other_at, with: other }) => {
            at == other_at && with.unit == other.unit
        }
        _ => false,
    };
    same_place && rest == other_rest && one.frame == other.frame
}

/// The instruction that all tokens together make.
fn instruction(
    tokens: &[Token],
    text: &str,
    slips: bool,
    language: &Language,
) -> Result<Instruction<Locator>, Failure> {
    let words = language.grammar.compiled();
    let reader = Reader::new(tokens, words);
    let mut builder = Builder {
        reader: &reader,
        text: Text { wording: text, slips },
        frame: Frame::default(),
        inherited: Inherited::default(),
        more: false,
        everywhere: false,
    };
    let mut at = frame(&mut builder, language, 0);
    let mut operations = Vec::with_capacity(1);
    let mut before: Option<Action> = None;
    while at < tokens.len() {
        let joined = before.is_some() && reader.term(at) == Some(Term::And);
        let mut from = at + usize::from(joined);
        if let Some(clause) = reader.everywhere(from) {
            builder.everywhere = true;
            from = clause;
        }
        let clause = reader
            .clause(from)
            .or_else(|| joined.then_some(before).flatten().and_then(|a| reader.elliptic(from, a)));
        let Some(clause) = clause else {
            return Err(Failure::Senseless(stuck(&reader, text)));
        };
        builder.more = clause.end < tokens.len();
        operations.push(builder.operation(&clause).map_err(|fault| match fault {
            Fault::Senseless(span) => Failure::Senseless(span),
            Fault::Empty(span) => Failure::Empty(span),
            Fault::Numbers(span) => Failure::Numbers(span),
        })?);
        before = Some(clause.action);
        at = remark(&mut builder, language, clause.end);
    }
    if operations.is_empty() {
        return Err(Failure::Senseless(stuck(&reader, text)));
    }
    Ok(Instruction { frame: builder.frame, operations })
}

/// The token at which every rule stopped, or the end of the text.
fn stuck(reader: &Reader<'_>, text: &str) -> Span {
    let token = reader.tokens.get(reader.furthest());
    token.map_or(Span::at(text.trim_end().len()), |token| token.span)
}

/// Reads the frame and remarks around it; where the first clause begins.
fn frame(builder: &mut Builder<'_>, language: &Language, at: usize) -> usize {
    let reader = builder.reader;
    let mut at = remark(builder, language, at);
    for pattern in &reader.words.frames {
        if let Some((end, hole)) = reader.frame(pattern, at) {
            builder.frame.subject = match pattern.form {
                FrameForm::Draft => builder.draft(hole),
                FrameForm::Amendment => {
                    let number = builder.slice(hole).map(amendment_number);
                    number.map(Subject::Amendment)
                }
            }
            .unwrap_or_default();
            // "throughout the draft resolution"
            builder.everywhere = pattern.syms.first() == Some(&Sym::Term(Term::Every));
            at = end;
            break;
        }
    }
    remark(builder, language, at)
}

/// Reads a remark on one language version, in brackets or without; where it ends.
fn remark(builder: &mut Builder<'_>, language: &Language, at: usize) -> usize {
    let reader = builder.reader;
    let bracket = usize::from(reader.term(at) == Some(Term::Bracket));
    let Some(Term::Only(version)) = reader.term(at + bracket) else { return at };
    builder.frame.only = language.grammar.versions.get(usize::from(version)).map(|rule| rule.form);
    at + bracket + 1 + usize::from(reader.term(at + bracket + 1) == Some(Term::Bracket))
}
