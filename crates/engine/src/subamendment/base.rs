//! The small draft: the wording of an amendment laid out.

use super::{Label, Wording};
use instruction::style::Language;
use instruction::{Edge, Instruction, Locator, Operation, Payload, PayloadUnit, Unit};
use merge::{Nested, Outlined, outline};
use source::Span;
use std::collections::BTreeMap;
use text::{Block, Child, Draft, Fragment, Index, Part, Provision, TextKind};

/// Joins paragraphs that go on with one another in one block; white space, and in no wording.
pub(super) const PARAGRAPH: char = '\u{2028}';

/// Begins the numbers of paragraphs that print none. No wording can cite them.
pub(super) const UNPRINTED: char = '\u{1}';

/// Stands for the words of the draft before a new text that goes on with them: what comes there gets
/// no capital letter, and a comma there follows something. In no wording.
pub(super) const BEFORE: char = '\u{fffc}';

/// A new text as parts of the small draft.
#[derive(Clone, Debug)]
pub(super) struct Laid {
    /// The position of its operation.
    pub operation: usize,
    /// Its paragraphs of running text.
    pub text: Option<u32>,
    /// Its provisions.
    pub list: Option<u32>,
    /// Whether it brings words or sentences, and no provisions.
    pub words: bool,
    /// Where it stands in the wording, from the first label to the last word.
    pub span: Span,
}

impl Laid {
    /// Its parts, in their order.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = u32> {
        [self.text, self.list].into_iter().flatten()
    }
}

/// Lays a wording out.
pub(super) fn lay_out<'a>(
    wording: &'a str,
    read: &'a Instruction<Locator>,
    language: &'a Language,
) -> Wording<'a> {
    if language.tables.numbering.is_counted() {
        return lay_out_lines(wording, read, language);
    }
    let (mut parts, mut labels, mut payloads) = (Vec::new(), Vec::new(), Vec::new());
    for (at, operation) in read.operations.iter().enumerate() {
        let Some(payload) = operation.payload() else { continue };
        let words = !brings_provisions(operation);
        let outline = outline(payload, words);
        let mut add = |made: &[Nested<Outlined>], known: Vec<String>| {
            let mut layer = Layer { payload, words, labels: BTreeMap::new(), count: 0 };
            let known = known.into_iter().map(Some).chain(std::iter::repeat(None));
            let children = made.iter().zip(known).map(|(made, known)| layer.provision(made, known));
            let children: Vec<Child> = children.collect();
            if children.is_empty() {
                return None;
            }
            parts.push(part(children));
            labels.push(layer.labels);
            Some(parts.len() as u32 - 1)
        };
        let alone =
            |line: &Outlined| Nested { opening: vec![*line], children: vec![], closing: vec![] };
        let text: Vec<_> = outline.text.iter().map(alone).collect();
        let text = add(&text, Vec::new());
        let list = add(&outline.list, numbers_of_places(operation, outline.list.len()));
        let span = span(wording, payload);
        payloads.push(Laid { operation: at, text, list, words, span });
    }
    let operative = parts.len() as u32;
    let stretches = between(&payloads, wording.len());
    for stretch in &stretches {
        let content = stretch.of(wording).replace(['\n', '\r'], &PARAGRAPH.to_string());
        let provision = Provision::plain(UNPRINTED.to_string(), content);
        parts.push(part(vec![Child::Provision(provision)]));
        labels.push(BTreeMap::new());
    }
    let draft = Draft { lang: language.lang, parts };
    let index = Index::new(&draft, &language.tables.sentences);
    Wording { wording, read, language, draft, index, payloads, labels, stretches, operative }
}

/// Lays a wording out whose lines are counted as the alinéas of an article are.
fn lay_out_lines<'a>(
    wording: &'a str,
    read: &'a Instruction<Locator>,
    language: &'a Language,
) -> Wording<'a> {
    let draft = Draft { lang: language.lang, parts: vec![crate::read::article("", wording)] };
    let index = Index::new(&draft, &language.tables.sentences);
    let (payloads, labels, stretches) = (Vec::new(), Vec::new(), Vec::new());
    Wording { wording, read, language, draft, index, payloads, labels, stretches, operative: 0 }
}

/// Whether the new text of an operation stands beside or in place of whole provisions.
fn brings_provisions(operation: &Operation<Locator>) -> bool {
    let at = operation.at();
    if at.rule.is_some() || at.sentences.is_some() || at.words.is_some() {
        return false;
    }
    match operation {
        Operation::Insert { edge: Edge::Beginning | Edge::End, what, .. } => {
            what.unit == PayloadUnit::Provisions && at.unit != Unit::Title
        }
        Operation::Insert { .. } | Operation::Replace { .. } => {
            matches!(at.unit, Unit::Provisions(_))
        }
        Operation::Delete { .. } => false,
    }
}

/// Paragraphs that take the place of as many others have the numbers of those.
fn numbers_of_places(operation: &Operation<Locator>, count: usize) -> Vec<String> {
    let numbers = match (operation, &operation.at().unit) {
        (Operation::Replace { .. }, Unit::Provisions(provisions)) => provisions.cited(),
        _ => Vec::new(),
    };
    if numbers.len() == count { numbers } else { Vec::new() }
}

fn part(children: Vec<Child>) -> Part {
    let (letter, heading) = (String::new(), String::new());
    Part { letter, kind: TextKind::Other, heading, title: None, children }
}

/// One part being made.
struct Layer<'p> {
    payload: &'p Payload,
    words: bool,
    labels: BTreeMap<String, Label>,
    count: usize,
}

impl Layer<'_> {
    fn provision(&mut self, made: &Nested<Outlined>, known: Option<String>) -> Child {
        let label = made.opening.first().map_or(Label::None, |first| label(self.payload, *first));
        let number = made.opening.first().and_then(|first| printed(self.payload, *first, &label));
        self.count += 1;
        let number = number.or(known).unwrap_or_else(|| format!("{UNPRINTED}{}", self.count));
        let goes_on = self.words && label == Label::None && self.goes_on(made.opening.first());
        let before =
            if goes_on { Fragment::plain(BEFORE.to_string()) } else { Fragment::default() };
        self.labels.insert(number.clone(), label);
        let mut children = vec![self.block(before, &made.opening)];
        children.extend(made.children.iter().map(|below| self.provision(below, None)));
        if !made.closing.is_empty() {
            children.push(self.block(Fragment::default(), &made.closing));
        }
        Child::Provision(Provision { number, children, ..Provision::default() })
    }

    /// Whether a paragraph goes on with what stands before it: all words do that are not called
    /// sentences and do not read as some.
    fn goes_on(&self, line: Option<&Outlined>) -> bool {
        let paragraph = line.and_then(|line| self.payload.paragraphs.get(line.at));
        let Some(text) = paragraph.map(|paragraph| paragraph.content.text.trim()) else {
            return false;
        };
        let capital = text
            .trim_start_matches(['«', '“', '„', '"', '(', '\u{a0}', '\u{202f}', ' '])
            .starts_with(char::is_uppercase);
        let ended = text
            .trim_end_matches(['»', '”', '"', ')', '\u{a0}', '\u{202f}', ' '])
            .ends_with(['.', '!', '?', '…']);
        self.payload.unit != PayloadUnit::Sentences && !(capital && ended)
    }

    fn block(&self, before: Fragment, lines: &[Outlined]) -> Child {
        let mut content = before;
        for (at, line) in lines.iter().enumerate() {
            let Some(paragraph) = self.payload.paragraphs.get(line.at) else { continue };
            if at > 0 {
                content.text.push(PARAGRAPH);
            }
            let whole = &paragraph.content;
            content.push(&whole.slice(Span::new(line.from, whole.text.len())));
        }
        Child::Block(Block { content, ..Block::default() })
    }
}

/// What is printed before a paragraph.
fn label(payload: &Payload, line: Outlined) -> Label {
    let Some(paragraph) = payload.paragraphs.get(line.at) else { return Label::None };
    if paragraph.number.is_some() {
        return Label::Number;
    }
    match paragraph.content.text.get(..line.from).map_or("", str::trim) {
        "" => Label::None,
        head => Label::Head(head.to_owned()),
    }
}

/// The number printed before a paragraph.
fn printed(payload: &Payload, line: Outlined, label: &Label) -> Option<String> {
    match label {
        Label::None => None,
        Label::Number => payload.paragraphs.get(line.at)?.number.clone(),
        Label::Head(head) => number_in(head).map(str::to_owned),
    }
}

/// The number in a label: "8.", not "(a)" and not "1)".
pub(super) fn number_in(head: &str) -> Option<&str> {
    let number = head.strip_suffix('.')?;
    let digits = number.split('.').all(|part| part.chars().all(|c| c.is_ascii_digit()));
    (digits && number.starts_with(|c: char| c.is_ascii_digit())).then_some(number)
}

/// Where a new text stands in its wording, from its first label to its last word.
fn span(wording: &str, payload: &Payload) -> Span {
    let (Some(first), Some(last)) = (payload.paragraphs.first(), payload.paragraphs.last()) else {
        return Span::default();
    };
    let before = &wording[..first.span.start as usize];
    let start = match &first.number {
        Some(number) => {
            before.trim_end().trim_end_matches(['.', ')']).strip_suffix(number.as_str())
        }
        None => None,
    };
    Span::new(start.unwrap_or(before).len(), last.span.end as usize)
}

/// The operative words: what stands before, between and behind the new texts.
fn between(payloads: &[Laid], end: usize) -> Vec<Span> {
    let mut stretches = Vec::with_capacity(payloads.len() + 1);
    let mut at = 0;
    for payload in payloads {
        stretches.push(Span { start: at, end: payload.span.start.max(at) });
        at = payload.span.end.max(at);
    }
    stretches.push(Span::new(at as usize, end.max(at as usize)));
    stretches
}
