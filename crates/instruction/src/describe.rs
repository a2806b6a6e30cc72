//! From places back to words: how a place is named, and how it is cited in a wording.
//!
//! Both begin with the ways in which somebody would cite the place, the most natural first
//! ([`ways`]). A name takes the first of them; a citation takes the first that [`resolve`] turns
//! back into exactly that place.

use crate::style::Language;
use crate::{
    Context, Edge, Frame, Hang, Instruction, Locator, Occurrence, Operation, Place, PlaceUnit,
    Provisions, Quote, Scope, Sentences, Side, Subject, Target, Unit, WordsAt, generate, resolve,
};
use source::Span;
use text::{Index, ProvisionEntry, ProvisionId};

/// Names of places show at most so many characters of quoted words.
const SHOWN: usize = 60;

/// The operation with its place cited: the most natural citation that [`resolve`] turns back into
/// exactly this place, `None` where it cannot be cited. Words that stand more than once are cited in
/// their sentence, by the words beside them, or by their count.
pub fn describe(operation: &Operation<Target>, scope: &Scope<'_>) -> Option<Operation<Locator>> {
    let target = operation.at();
    ways(target, scope.index)
        .into_iter()
        .filter_map(|way| cited(operation, way))
        .find(|cited| leads_to(cited, target, scope))
}

/// The name of a place for people: "paragraph 7, third sentence", "paragraphe 7, troisième phrase".
pub fn place_name(target: &Target, index: &Index, language: &Language) -> String {
    let Some((edge, mut locator)) = ways(target, index).into_iter().next() else {
        return String::new();
    };
    if let Some(WordsAt::Quoted { quote, .. }) = &mut locator.words {
        shorten(&mut quote.text);
    }
    generate::name(edge, &locator, language)
}

/// The name of a place as an author cited it, where it is not found in a draft: that of a
/// sub-amendment lies in the wording of its amendment.
pub fn cited_name(operation: &Operation<Locator>, language: &Language) -> String {
    let edge = match operation {
        Operation::Insert { edge, .. } => Some(*edge),
        Operation::Replace { .. } | Operation::Delete { .. } => None,
    };
    let mut locator = operation.at().clone();
    if let Some(WordsAt::Quoted { quote, .. }) = &mut locator.words {
        shorten(&mut quote.text);
    }
    generate::name(edge, &locator, language)
}

/// The frame that names the part: with its letter where several are of its kind; nothing in a style whose
/// wordings do not say which text they are about.
pub(crate) fn frame_of(part: u32, scope: &Scope<'_>) -> Frame {
    if scope.language.own.is_some() {
        return Frame::default();
    }
    let Some(named) = scope.draft.parts.get(part as usize) else { return Frame::default() };
    let alike = scope.draft.parts.iter().filter(|other| other.kind == named.kind).count();
    let letter = (alike > 1).then(|| named.letter.clone());
    Frame { subject: Subject::Draft(named.kind, letter), only: None }
}

type Way = (Option<Edge>, Locator);

fn cited(operation: &Operation<Target>, (edge, at): Way) -> Option<Operation<Locator>> {
    Some(match (operation, edge) {
        (Operation::Insert { what, .. }, Some(edge)) => {
            Operation::Insert { edge, at, what: what.clone() }
        }
        (Operation::Replace { with, .. }, None) => Operation::Replace { at, with: with.clone() },
        (Operation::Delete { .. }, None) => Operation::Delete { at },
        _ => return None,
    })
}

fn leads_to(cited: &Operation<Locator>, target: &Target, scope: &Scope<'_>) -> bool {
    let frame = frame_of(target.part, scope);
    let written = Instruction { frame, operations: vec![cited.clone()] };
    let found = resolve(&written, scope, &mut Vec::new());
    let found = found.as_ref().map(|found| found.operations.as_slice());
    matches!(found, Some([only]) if only.at().place == target.place
        && only.at().hang == target.hang && only.at().part == target.part)
}

/// The ways to cite a place, the most natural first.
fn ways(target: &Target, index: &Index) -> Vec<Way> {
    match target.place {
        Place::Provisions { first, last, .. } => vec![(None, run(first, last, index))],
        Place::Slot { parent, position, .. } => slot(target, parent, position, index),
        Place::Closing { provision, .. } => vec![(Some(Edge::End), unit(Some(provision), index))],
        Place::Text { span } => {
            range(target, span, index).into_iter().map(|at| (None, at)).collect()
        }
        Place::Point { at, side, .. } => point(target, at, side, index),
    }
}

fn number(id: ProvisionId, index: &Index) -> String {
    index.provision_at(id).map_or(String::new(), |entry| entry.number.clone())
}

fn unit(id: Option<ProvisionId>, index: &Index) -> Locator {
    let unit = match id {
        Some(id) => Unit::Provisions(Provisions::One(number(id, index))),
        None => Unit::Unstated,
    };
    Locator { unit, ..Locator::default() }
}

fn run(first: ProvisionId, last: ProvisionId, index: &Index) -> Locator {
    let follows = index.provision_at(first).is_some_and(|entry| entry.next == last);
    let (from, to) = (number(first, index), number(last, index));
    let provisions = match (first == last, follows) {
        (true, _) => Provisions::One(from),
        (false, true) => Provisions::List(vec![from, to]),
        (false, false) => Provisions::Range(from, to),
    };
    Locator { unit: Unit::Provisions(provisions), ..Locator::default() }
}

fn slot(target: &Target, parent: Option<ProvisionId>, position: u32, index: &Index) -> Vec<Way> {
    let (part, cited) = (target.part, target.provision);
    let sibling = |position: u32| {
        let from = parent.map_or(0, |parent| parent.0 as usize);
        let siblings = index.provisions().iter().enumerate().skip(from);
        let fits = |entry: &ProvisionEntry| {
            entry.part == part && entry.parent == parent && entry.position == position
        };
        let found = siblings.take_while(|(_, entry)| entry.part <= part).find(|(_, e)| fits(e));
        found.map(|(id, _)| ProvisionId(id as u32))
    };
    let mut ways = Vec::new();
    if let Some(before) = position.checked_sub(1).and_then(sibling) {
        ways.push((Some(Edge::After), unit(Some(before), index)));
    }
    if let Some(after) = sibling(position) {
        ways.push((Some(Edge::Before), unit(Some(after), index)));
    }
    // The neighbour that the wording named comes first.
    let named = |(edge, _): &Way| match edge {
        Some(Edge::Before) => sibling(position) == cited && cited.is_some(),
        _ => false,
    };
    ways.sort_by_key(|way| !named(way));
    ways.push((Some(Edge::End), unit(parent, index)));
    ways.push((Some(Edge::Beginning), unit(parent, index)));
    ways
}

/// The unit that a place lies in, as a locator, and its span and that of its opening text.
struct Home {
    locator: Locator,
    span: Span,
    opening: Span,
    sentences: Vec<Span>,
}

/// The units to cite a place in: the one named, then the one its words stand in.
fn homes(target: &Target, at: u32, index: &Index) -> Vec<Home> {
    let block = index.block_of(at).and_then(|id| index.block_at(id));
    if target.unit == PlaceUnit::Title {
        let title = index.parts().get(target.part as usize).and_then(|part| part.title);
        let span = title.and_then(|id| index.block_at(id)).map_or(Span::at(0), |entry| entry.span);
        let sentences = title.map_or(Vec::new(), |id| index.sentences_of(id).to_vec());
        let locator = Locator { unit: Unit::Title, ..Locator::default() };
        return vec![Home { locator, span, opening: span, sentences }];
    }
    let mut ids = vec![target.provision, block.and_then(|entry| entry.provision)];
    ids.dedup();
    let known = ids.into_iter().flatten().filter_map(|id| {
        let entry = index.provision_at(id)?;
        let opening = index.block_at(entry.opening)?.span;
        let sentences = index.sentences_of(entry.opening).to_vec();
        Some(Home { locator: unit(Some(id), index), span: entry.span, opening, sentences })
    });
    known.collect()
}

impl Home {
    fn with_sentences(&self, sentences: Sentences) -> Locator {
        Locator { sentences: Some(sentences), ..self.locator.clone() }
    }

    fn with_words(&self, sentences: Option<Sentences>, words: WordsAt) -> Locator {
        Locator { sentences, words: Some(words), ..self.locator.clone() }
    }

    /// The sentences that `span` covers exactly.
    fn whole_sentences(&self, span: Span) -> Option<Sentences> {
        let first = self.sentences.iter().position(|sentence| sentence.start == span.start)?;
        let last = self.sentences.iter().position(|sentence| sentence.end == span.end)?;
        (first <= last).then(|| counted(first, last, self.sentences.len()))
    }

    /// The sentence that `span` lies in.
    fn sentence_around(&self, span: Span) -> Option<Sentences> {
        let at = self.sentences.iter().position(|sentence| sentence.contains(span))?;
        Some(counted(at, at, self.sentences.len()))
    }
}

/// Sentences by their positions, both included; the last of several is called the last.
pub(crate) fn counted(first: usize, last: usize, of: usize) -> Sentences {
    if first != last {
        Sentences::Range(first as u32 + 1, last as u32 + 1)
    } else if of > 1 && last + 1 == of {
        Sentences::Last
    } else {
        Sentences::Nth(first as u32 + 1)
    }
}

fn range(target: &Target, span: Span, index: &Index) -> Vec<Locator> {
    let mut ways = Vec::new();
    for home in homes(target, span.start, index) {
        if home.opening == span && target.unit == PlaceUnit::Title {
            ways.push(home.locator.clone());
        }
        let sentences = home.whole_sentences(span).map(|sentences| home.with_sentences(sentences));
        if target.unit == PlaceUnit::Sentence {
            ways.extend(sentences);
            ways.extend(quoted(&home, span, target.sentences, index));
        } else {
            ways.extend(quoted(&home, span, target.sentences, index));
            ways.extend(sentences);
        }
    }
    ways
}

/// Quoted words: in their unit, in their sentence, by the words beside them, by their count.
fn quoted(home: &Home, span: Span, named: Option<(u32, u32)>, index: &Index) -> Vec<Locator> {
    let text = index.text();
    let quote = |span: Span| Quote::new(span.of(text));
    let plain = |occurrence, context| WordsAt::Quoted { quote: quote(span), occurrence, context };
    let only = || plain(Occurrence::Only, None);
    let mut ways = vec![home.with_words(None, only())];
    if let Some(sentence) = home.sentence_around(span) {
        let at = usize::from(named.is_none()).min(ways.len());
        ways.insert(at, home.with_words(Some(sentence), only()));
    }
    for words in 1..=4 {
        if let Some(before) = words_before(text, home.span.start, span.start, words) {
            let context = Context { edge: Edge::After, quote: quote(before) };
            ways.push(home.with_words(None, plain(Occurrence::Only, Some(context))));
        }
    }
    let same = text::words_at(index, home.span, span.of(text));
    if let Some(at) = same.found.iter().position(|found| found.span == span) {
        ways.push(home.with_words(None, plain(Occurrence::Nth(at as u32 + 1), None)));
    }
    ways
}

/// The last `count` words between `from` and `to`, on one line.
fn words_before(text: &str, from: u32, to: u32, count: usize) -> Option<Span> {
    let before = Span { start: from, end: to.max(from) }.of(text);
    let line = before.rfind('\n').map_or(before, |at| &before[at + 1..]).trim_end();
    let start = line
        .rmatch_indices(char::is_whitespace)
        .nth(count - 1)
        .map_or(0, |(at, gap)| at + gap.len());
    let end = to as usize - (before.len() - before.trim_end().len());
    let length = line.len().checked_sub(start).filter(|length| *length > 0)?;
    Some(Span::new(end.checked_sub(length)?, end))
}

fn point(target: &Target, at: u32, side: Side, index: &Index) -> Vec<Way> {
    let mut ways = Vec::new();
    let (inside, beside) = match side {
        Side::Previous => (Edge::End, Edge::After),
        Side::Next => (Edge::Beginning, Edge::Before),
    };
    let edge = |span: Span| if side == Side::Previous { span.end } else { span.start };
    for home in homes(target, at, index) {
        let hang = match target.hang {
            Hang::On(span) => span,
            Hang::Part => home.span,
        };
        let sentence = home.sentences.iter().position(|sentence| edge(*sentence) == at);
        let sentence = sentence.map(|at| counted(at, at, home.sentences.len()));
        if hang == home.span || hang == home.opening {
            match sentence.filter(|_| target.sentences.is_some()) {
                Some(sentence) => ways.push((Some(beside), home.with_sentences(sentence))),
                None => ways.push((Some(inside), home.locator.clone())),
            }
        } else if let Some(sentences) = home.whole_sentences(hang) {
            ways.push((Some(inside), home.with_sentences(sentences)));
        }
        for words in quoted(&home, hang, target.sentences, index) {
            if edge(hang) == at && hang != home.span {
                ways.push((Some(beside), words));
            }
        }
    }
    if ways.is_empty() {
        ways.push((Some(inside), unit(target.provision, index)));
    }
    ways
}

fn shorten(words: &mut String) {
    if let Some((cut, _)) = words.char_indices().nth(SHOWN) {
        words.truncate(cut);
        words.truncate(words.trim_end().len());
        words.push('…');
    }
}
