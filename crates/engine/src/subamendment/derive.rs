//! From an edited new text to the wording of a sub-amendment.
//!
//! What changed is found word by word. Each change is worded on as few words around it as tell it from
//! all others; where that gives no single place, on more of them, then all changes as one, then the
//! paragraph as a whole. A candidate counts only where its wording, read again and carried out in the
//! amendment, gives the edited text and nothing else.

use super::Wording;
use crate::State;
use crate::wording::Refusal;
use instruction::style::Language;
use instruction::{
    Edge, Frame, Instruction, Locator, Occurrence, Operation, Payload, PayloadParagraph,
    PayloadUnit, Quote, Subject, WordsAt, changed_words, generate, parse,
};
use merge::Placed;
use std::ops::Range;
use text::{Fragment, Lang};

/// Words beside a change that are quoted with it at most.
const WIDEST: usize = 6;

/// The new texts of an amendment in one language, each paragraph by paragraph; an operation that brings
/// none has none. Empty where the amendment was not understood.
pub fn new_texts(state: &State, amendment: usize, lang: Lang) -> Vec<Vec<String>> {
    read(state, amendment, lang).map(|(_, read, _)| texts_of(read)).unwrap_or_default()
}

/// The wording of the sub-amendment by which the new texts of an amendment read as in `edited`, which
/// has as many paragraphs as they have.
///
/// # Errors
/// Where nothing changed, a paragraph is empty or none is left, or no wording gives exactly that.
pub fn edited(
    state: &State,
    amendment: usize,
    edited: &[Vec<String>],
    lang: Lang,
) -> Result<String, Refusal> {
    let (wording, read, language) = read(state, amendment, lang).ok_or(Refusal::NotExpressible)?;
    let old = texts_of(read);
    let trimmed = |texts: &Vec<String>| texts.iter().map(|text| text.trim().to_owned()).collect();
    let new: Vec<Vec<String>> = edited.iter().map(trimmed).collect();
    if old == new {
        return Err(Refusal::Unchanged);
    }
    if new.iter().flatten().any(String::is_empty) {
        return Err(Refusal::Empty);
    }
    let shape = |texts: &[Vec<String>]| texts.iter().map(Vec::len).collect::<Vec<_>>();
    if shape(&old) != shape(&new) {
        return Err(Refusal::NotExpressible);
    }
    let number = state.dossier.amendments.get(amendment).map(|one| one.number.clone());
    let subject = Subject::Amendment(number.unwrap_or_default());
    let deriver = Deriver { base: Wording::new(wording, read, language), language, subject };
    let changed: Vec<(&str, &str)> = std::iter::zip(old.iter().flatten(), new.iter().flatten())
        .filter(|(old, new)| old != new)
        .map(|(old, new)| (old.as_str(), new.as_str()))
        .collect();
    let each = |all: fn(&str, &str) -> Vec<Hunk>, wider: usize| {
        let hunks = changed.iter().flat_map(move |(old, new)| {
            all(old, new).into_iter().filter_map(move |hunk| operation((old, new), hunk, wider))
        });
        hunks.collect::<Vec<_>>()
    };
    let apart = (0..=WIDEST).map(|wider| each(changed_words, wider));
    let as_one = (0..=WIDEST).map(|wider| each(in_one, wider));
    let whole = std::iter::once_with(|| each(whole, 0));
    apart
        .chain(as_one)
        .chain(whole)
        .find_map(|operations| deriver.exact(operations, &new))
        .ok_or(Refusal::NotExpressible)
}

fn read(
    state: &State,
    amendment: usize,
    lang: Lang,
) -> Option<(&str, &Instruction<Locator>, &'static Language)> {
    let texts = &state.dossier.amendments.get(amendment)?.texts;
    let at = texts.iter().position(|text| text.lang == lang)?;
    let written = state.worked.get(amendment)?.get(at)?.written.as_ref()?;
    Some((texts.get(at)?.wording.as_str(), written, state.dossier.language(lang)?))
}

fn texts_of(read: &Instruction<Locator>) -> Vec<Vec<String>> {
    let of = |operation: &Operation<Locator>| {
        let paragraphs = operation.payload().map_or(&[][..], |payload| &payload.paragraphs);
        paragraphs.iter().map(|paragraph| paragraph.content.text.clone()).collect()
    };
    read.operations.iter().map(of).collect()
}

/// What stands in the old text, and what in its place in the new one.
type Hunk = (Range<usize>, Range<usize>);

/// All changes as one, from the first to the last.
fn in_one(old: &str, new: &str) -> Vec<Hunk> {
    let all = changed_words(old, new);
    let one = all
        .first()
        .zip(all.last())
        .map(|((from, to), (last, end))| (from.start..last.end, to.start..end.end));
    one.into_iter().collect()
}

fn whole(old: &str, new: &str) -> Vec<Hunk> {
    vec![(0..old.len(), 0..new.len())]
}

/// The operation that makes a change, on so many more words on either side.
fn operation((old, new): (&str, &str), hunk: Hunk, wider: usize) -> Option<Operation<Locator>> {
    let (from, to) = hunk;
    let (before, behind) = (old.get(..from.start)?, old.get(from.end..)?);
    let (left, right) = (last_words(before, wider), first_words(behind, wider));
    let gone = old.get(from.start - left..from.end + right)?.trim();
    let came = new.get(to.start.checked_sub(left)?..to.end + right)?.trim();
    if wider == 0 && from.is_empty() {
        let (edge, beside) = match last_words(before, 1) {
            0 => (Edge::Before, behind.get(..first_words(behind, 1))?.trim()),
            left => (Edge::After, before.get(before.len() - left..)?.trim()),
        };
        return Some(Operation::Insert { edge, at: quoted(beside)?, what: words(came)? });
    }
    match came.is_empty() {
        true => Some(Operation::Delete { at: quoted(gone)? }),
        false => Some(Operation::Replace { at: quoted(gone)?, with: words(came)? }),
    }
}

/// The bytes of so many words at the end of a text.
fn last_words(text: &str, count: usize) -> usize {
    let mut left = text.trim_end();
    for _ in 0..count {
        let end = left.rfind(char::is_whitespace).map_or("", |at| &left[..at]);
        left = end.trim_end();
    }
    match count {
        0 => 0,
        _ => text.len() - left.len(),
    }
}

/// The bytes of so many words at the beginning of a text.
fn first_words(text: &str, count: usize) -> usize {
    let mut left = text.trim_start();
    for _ in 0..count {
        let rest = left.find(char::is_whitespace).map_or("", |at| &left[at..]);
        left = rest.trim_start();
    }
    match count {
        0 => 0,
        _ => text.len() - left.len(),
    }
}

fn quoted(words: &str) -> Option<Locator> {
    let quote = (!words.is_empty()).then(|| Quote::new(words))?;
    let words = WordsAt::Quoted { quote, occurrence: Occurrence::Only, context: None };
    Some(Locator { words: Some(words), ..Locator::default() })
}

fn words(words: &str) -> Option<Payload> {
    let content = (!words.is_empty()).then(|| Fragment::plain(words))?;
    let paragraph = PayloadParagraph { content, ..PayloadParagraph::default() };
    Some(Payload { unit: PayloadUnit::Words, paragraphs: vec![paragraph] })
}

struct Deriver<'a> {
    base: Wording<'a>,
    language: &'static Language,
    subject: Subject,
}

impl Deriver<'_> {
    /// The wording of these operations where it is read as it is meant and gives exactly what is wanted.
    fn exact(&self, operations: Vec<Operation<Locator>>, wanted: &[Vec<String>]) -> Option<String> {
        if operations.is_empty() {
            return None;
        }
        let frame = Frame { subject: self.subject.clone(), ..Frame::default() };
        let wording = generate(&Instruction { frame, operations }, self.language);
        let read = parse(&wording, self.language).instruction?;
        if read.frame.subject != self.subject {
            return None;
        }
        let placed = self.base.place(&read, &mut Vec::new())?;
        let alone = [Placed { number: "", instruction: &placed }];
        let amended = self.base.amended(&alone).ok()?;
        let as_read = parse(&amended.wording, self.language).instruction?;
        (texts_of(&as_read) == wanted).then_some(wording)
    }
}
