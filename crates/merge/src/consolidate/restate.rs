//! What turns one text into another, in the words of an amendment: for an open amendment that can
//! no longer be put as it was, because what it says of its place has become something else.

use super::references;
use instruction::{
    Edge, Hang, Operation, Payload, PayloadParagraph, PayloadUnit, Place, PlaceUnit, Target,
};
use source::Span;
use std::collections::BTreeMap;
use text::{
    Block, BlockId, Child, Draft, Fragment, Index, Provision, ProvisionId, SentenceRules, Tables,
    sentences,
};

/// How much is restated where something differs, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// The sentences that differ.
    Sentences,
    /// The text of the paragraph.
    Block,
    /// The paragraph with all below it.
    Provision,
    /// The run of paragraphs at the top, from the first that differs to the last.
    Run,
}

/// All levels, the least first.
pub(super) const LEVELS: [Level; 4] =
    [Level::Sentences, Level::Block, Level::Provision, Level::Run];

/// Numbers of the later text, by part, as they are in the earlier one.
pub(super) type Earlier = BTreeMap<(u32, String), String>;

/// The operations that turn `before` into `after`.
pub(super) fn restate(
    before: &Draft,
    index: &Index,
    after: &Draft,
    tables: &Tables,
    earlier: &Earlier,
    level: Level,
) -> Vec<Operation<Target>> {
    let mut out = Vec::new();
    for (at, (old, new)) in before.parts.iter().zip(&after.parts).enumerate() {
        let part = at as u32;
        let mut new = new.clone();
        let mut renumber = |block: &mut Block| {
            references::renumber(&mut block.content, &tables.references, |number| {
                earlier.get(&(part, number.to_owned())).cloned()
            });
        };
        each_block(&mut new.children, &mut renumber);
        let rules = &tables.sentences;
        let mut restating = Restating { index, rules, level, part, out: &mut out };
        if let (Some(old), Some(new)) = (&old.title, &new.title)
            && old.content.text != new.content.text
        {
            restating.title(&new.content);
        }
        restating.list(None, &old.children, &new.children);
    }
    out
}

fn each_block(children: &mut [Child], visit: &mut dyn FnMut(&mut Block)) {
    for child in children {
        match child {
            Child::Block(block) => visit(block),
            Child::Provision(provision) => each_block(&mut provision.children, visit),
            Child::Opaque(_) => {}
        }
    }
}

/// Whether two texts read the same, numbers included.
pub(super) fn read_the_same(one: &Draft, other: &Draft) -> bool {
    let title = |part: &text::Part| part.title.as_ref().map(|title| title.content.text.clone());
    one.parts.len() == other.parts.len()
        && one.parts.iter().zip(&other.parts).all(|(one, other)| {
            title(one) == title(other) && alike(&one.children, &other.children, true)
        })
}

fn alike(one: &[Child], other: &[Child], numbers: bool) -> bool {
    let same = |(one, other): (&Child, &Child)| match (one, other) {
        (Child::Block(one), Child::Block(other)) => one.content.text == other.content.text,
        (Child::Opaque(one), Child::Opaque(other)) => one.text == other.text,
        (Child::Provision(one), Child::Provision(other)) => {
            (!numbers || one.number == other.number)
                && alike(&one.children, &other.children, numbers)
        }
        _ => false,
    };
    one.len() == other.len() && one.iter().zip(other).all(same)
}

struct Restating<'r> {
    index: &'r Index,
    rules: &'r SentenceRules,
    level: Level,
    part: u32,
    out: &'r mut Vec<Operation<Target>>,
}

impl Restating<'_> {
    fn title(&mut self, new: &Fragment) {
        let title = self.index.parts().get(self.part as usize).and_then(|part| part.title);
        let Some(entry) = title.and_then(|title| self.index.block_at(title)) else { return };
        let with = Payload::one(PayloadUnit::Words, new.clone());
        let at = self.target(Place::Text { span: entry.span }, entry.span, PlaceUnit::Title, None);
        self.out.push(Operation::Replace { at, with });
    }

    fn target(
        &self,
        place: Place,
        hang: Span,
        unit: PlaceUnit,
        provision: Option<ProvisionId>,
    ) -> Target {
        let part = self.part;
        Target { part, place, hang: Hang::On(hang), unit, provision, sentences: None }
    }

    /// The provisions of one parent: those alike at both ends stay, the rest is restated.
    fn list(&mut self, parent: Option<ProvisionId>, old: &[Child], new: &[Child]) {
        let (old, new) = (provisions(old), provisions(new));
        let ids = self.children(parent);
        let same = |a: &Provision, b: &Provision| alike(&a.children, &b.children, false);
        let ahead = old.iter().zip(&new).take_while(|(a, b)| same(a, b)).count();
        let (old, new, ids) = (&old[ahead..], &new[ahead..], ids.get(ahead..).unwrap_or(&[]));
        let behind = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| same(a, b)).count();
        let (old, new) = (&old[..old.len() - behind], &new[..new.len() - behind]);
        let ids = ids.get(..old.len()).unwrap_or(&[]);
        match (ids.first().copied().zip(ids.last().copied()), new) {
            (None, []) => {}
            (None, new) => self.insert(parent, ahead as u32, new),
            (Some(_), new) if new.len() == ids.len() && self.level < Level::Run => {
                for ((id, old), new) in ids.iter().zip(old).zip(new) {
                    self.pair(*id, old, new);
                }
            }
            (Some((first, last)), new) => self.replace(first, last, new),
        }
    }

    fn children(&self, parent: Option<ProvisionId>) -> Vec<ProvisionId> {
        let all = self.index.provisions().iter().zip(0..);
        let below = all.filter(|(entry, _)| entry.part == self.part && entry.parent == parent);
        below.map(|(_, id)| ProvisionId(id)).collect()
    }

    fn pair(&mut self, id: ProvisionId, old: &Provision, new: &Provision) {
        let (blocks, others) = (blocks(&old.children), blocks(&new.children));
        let shape = |children: &[Child]| -> Vec<bool> {
            let mut shape: Vec<bool> =
                children.iter().map(|child| matches!(child, Child::Provision(_))).collect();
            shape.dedup_by(|a, b| *a && *b);
            shape
        };
        let fits = shape(&old.children) == shape(&new.children) && blocks.len() == others.len();
        let texts = |blocks: &[&Block]| -> Vec<String> {
            blocks.iter().map(|block| block.content.text.clone()).collect()
        };
        let whole = self.level >= Level::Provision && texts(&blocks) != texts(&others);
        // Nothing can be said of a place in a paragraph that is empty.
        let fills = blocks
            .iter()
            .zip(&others)
            .any(|(old, new)| old.content.text.is_empty() && !new.content.text.is_empty());
        if !fits || whole || fills {
            return self.replace(id, id, &[new]);
        }
        // A provision without opening text has an empty block where one would stand.
        let phantom = usize::from(old.opening().is_none());
        let entries = self.index.blocks().iter().zip(0..);
        let own = entries.filter(|(entry, _)| entry.provision == Some(id)).skip(phantom);
        let ids: Vec<BlockId> = own.map(|(_, block)| BlockId(block)).collect();
        for ((block, old), new) in ids.into_iter().zip(blocks).zip(others) {
            if old.content.text != new.content.text {
                self.block(block, id, &new.content.text);
            }
        }
        self.list(Some(id), &old.children, &new.children);
    }

    fn block(&mut self, block: BlockId, provision: ProvisionId, new: &str) {
        let Some(entry) = self.index.block_at(block) else { return };
        let text = self.index.text();
        let mut old: &[Span] = self.index.sentences_of(block);
        let new_sentences = sentences(new, self.rules);
        let mut rest = new_sentences.as_slice();
        if self.level == Level::Sentences {
            while let ([first, old_rest @ ..], [with, new_rest @ ..]) = (old, rest)
                && first.of(text) == with.of(new)
                && !old_rest.is_empty()
            {
                (old, rest) = (old_rest, new_rest);
            }
            while let ([old_rest @ .., last], [new_rest @ .., with]) = (old, rest)
                && last.of(text) == with.of(new)
                && !old_rest.is_empty()
            {
                (old, rest) = (old_rest, new_rest);
            }
        }
        let span = match (old, self.level) {
            ([first, ..], Level::Sentences) => {
                Span { start: first.start, end: old.last().map_or(first.end, |last| last.end) }
            }
            _ => entry.span,
        };
        let with = match (rest, self.level) {
            ([first, ..], Level::Sentences) => {
                Span { start: first.start, end: rest.last().map_or(first.end, |last| last.end) }
                    .of(new)
            }
            (_, Level::Sentences) => "",
            _ => new,
        };
        let at = self.target(Place::Text { span }, span, PlaceUnit::Sentence, Some(provision));
        self.out.push(match with.is_empty() {
            true => Operation::Delete { at },
            false => {
                let with = Payload::one(PayloadUnit::Sentences, Fragment::plain(with));
                Operation::Replace { at, with }
            }
        });
    }

    fn insert(&mut self, parent: Option<ProvisionId>, position: u32, new: &[&Provision]) {
        let ids = self.children(parent);
        let span = |id: &ProvisionId| self.index.provision_at(*id).map(|entry| entry.span);
        let before = ids.get((position as usize).wrapping_sub(1)).and_then(span);
        let after = ids.get(position as usize).and_then(span);
        let own = parent.as_ref().and_then(span);
        let part = self.index.parts().get(self.part as usize).map(|part| part.span);
        let at = match (before, after) {
            (Some(before), _) => before.end,
            (None, Some(after)) => after.start,
            (None, None) => own.or(part).map_or(0, |span| span.end),
        };
        let place = Place::Slot { parent, position, at };
        let hang = own.map_or(Hang::Part, Hang::On);
        let (part, unit) = (self.part, PlaceUnit::Point);
        let at = Target { part, place, hang, unit, provision: None, sentences: None };
        let edge = if position > 0 { Edge::After } else { Edge::Before };
        self.out.push(Operation::Insert { edge, at, what: payload(new) });
    }

    fn replace(&mut self, first: ProvisionId, last: ProvisionId, new: &[&Provision]) {
        let span = |id| self.index.provision_at(id).map(|entry| entry.span);
        let (Some(from), Some(to)) = (span(first), span(last)) else { return };
        let span = Span { start: from.start, end: to.end };
        let place = Place::Provisions { first, last, span };
        let at = self.target(place, span, PlaceUnit::Provision, Some(first));
        self.out.push(match new {
            [] => Operation::Delete { at },
            new => Operation::Replace { at, with: payload(new) },
        });
    }
}

fn provisions(children: &[Child]) -> Vec<&Provision> {
    let mut found = Vec::new();
    for child in children {
        if let Child::Provision(provision) = child {
            found.push(provision);
        }
    }
    found
}

fn blocks(children: &[Child]) -> Vec<&Block> {
    let mut found = Vec::new();
    for child in children {
        if let Child::Block(block) = child {
            found.push(block);
        }
    }
    found
}

/// Provisions as a payload prints them: with their numbers where some have others below them.
fn payload(new: &[&Provision]) -> Payload {
    let nested = new.iter().any(|provision| !provisions(&provision.children).is_empty());
    let mut paragraphs = Vec::new();
    new.iter().for_each(|provision| printed(provision, nested, &mut paragraphs));
    Payload { unit: PayloadUnit::Provisions, paragraphs }
}

fn printed(provision: &Provision, nested: bool, to: &mut Vec<PayloadParagraph>) {
    let mut number = nested.then(|| provision.number.clone());
    for child in &provision.children {
        match child {
            Child::Block(block) => {
                let (number, content) = (number.take(), block.content.clone());
                to.push(PayloadParagraph { number, content, ..PayloadParagraph::default() });
            }
            Child::Provision(below) => printed(below, nested, to),
            Child::Opaque(_) => {}
        }
    }
}
