//! What happens where: the operations that are carried out, sorted by the place they act at.

use super::Consolidation;
use super::join::Class;
use super::payload::{self, NewProvision};
use super::seams::{is_final, strength};
use super::select::Op;
use super::work::Piece;
use crate::Base;
use instruction::{Edge, Hang, Operation, Payload, PayloadUnit, Place, Side};
use source::Span;
use std::collections::BTreeMap;
use text::{BlockId, BlockRole, Index, Numbering, ProvisionId, Tables};

/// A range of text that goes.
#[derive(Clone, Debug)]
pub(super) struct Removal<'a> {
    pub span: Span,
    pub op: Op<'a>,
}

/// Something that comes at a point, or a place to be found again.
#[derive(Clone, Debug)]
pub(super) struct Arriving<'a> {
    pub block: BlockId,
    pub at: u32,
    pub side: Side,
    pub class: Class,
    pub rank: u32,
    pub sequence: u32,
    pub by: u32,
    pub what: Coming<'a>,
}

/// What comes at a point.
#[derive(Clone, Debug)]
pub(super) enum Coming<'a> {
    /// A payload.
    Payload { op: Op<'a>, paragraphs: Vec<Piece<'a>>, unit: PayloadUnit },
    /// Nothing: the place is to be found in the new text.
    Probe(u32),
}

/// What becomes of a provision of the draft.
#[derive(Clone, Debug, Default)]
pub(super) struct Fate<'a> {
    /// Who took it away or replaced it.
    pub by: u32,
    /// What stands in its place; none: it goes.
    pub with: Option<NewProvision<'a>>,
    /// Provisions that follow it, with their authors.
    pub then: Vec<(u32, NewProvision<'a>)>,
    /// Gone because fewer provisions came in the place of several.
    pub absorbed: bool,
}

/// Provisions and text put into a provision at a gap.
pub(super) type Slots<'a> = BTreeMap<(Option<ProvisionId>, u32, u32), Vec<(Opens, Slotted<'a>)>>;

/// What texts that are put into one gap begin. What goes on with what stands before the gap comes before what begins
/// another article of the text that is quoted there; and of such articles one with its number before one that gets the
/// next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Opens {
    /// Nothing.
    Nothing,
    /// "Art. 5. – …"
    Article,
    /// "Art. … – …"
    OpenArticle,
}

impl Opens {
    fn of(what: &Payload, numbering: Numbering) -> Self {
        let first = what.paragraphs.first().map_or("", |first| first.content.text.as_str());
        let numeral = |c: char| c.is_ascii_digit();
        match text::article_number(first).filter(|_| numbering.is_counted()) {
            Some((number, _)) if !number.contains('…') && number.contains(numeral) => {
                Self::Article
            }
            Some(_) => Self::OpenArticle,
            None => Self::Nothing,
        }
    }
}

/// What is put into a gap between provisions.
#[derive(Clone, Debug)]
pub(super) enum Slotted<'a> {
    /// A provision, and whose it is.
    New(u32, NewProvision<'a>),
    /// Nothing: the gap is to be found in the new text.
    Probe(u32),
}

/// Everything that happens, by place.
#[derive(Debug, Default)]
pub(super) struct Plan<'a> {
    /// How the provisions of a new text get their numbers.
    numbering: Numbering,
    /// Ranges of text, by start, the longer first.
    pub removals: Vec<Removal<'a>>,
    /// For each of them, the greatest end up to it.
    reach: Vec<u32>,
    /// Points, in the order in which their texts stand.
    pub points: Vec<Arriving<'a>>,
    /// Provisions that go or are replaced.
    pub fates: BTreeMap<ProvisionId, Fate<'a>>,
    /// By parent (or part), part, and position.
    pub slots: Slots<'a>,
    /// New closing texts.
    pub closings: BTreeMap<ProvisionId, Vec<(Op<'a>, Vec<Piece<'a>>)>>,
    /// Provisions added behind all others of a provision, by a payload at the end of its text.
    pub appended: BTreeMap<ProvisionId, Vec<(u32, NewProvision<'a>)>>,
}

/// Sorts `ops` by place.
pub(super) fn plan<'a>(ops: &[Op<'a>], what: &Consolidation<'a>) -> Plan<'a> {
    let numbering = what.base.tables.numbering;
    let mut plan = Plan { numbering, ..Plan::default() };
    let (base, index) = (&what.base, what.base.index);
    for (sequence, op) in ops.iter().enumerate() {
        if let Some(probe) = op.probe {
            plan.probe(*op, probe, sequence as u32, base);
            continue;
        }
        match op.what {
            Operation::Insert { edge, at, what } => {
                plan.insert(*op, *edge, at.place, what, sequence as u32, base);
            }
            Operation::Replace { at, with } => plan.replace(*op, at.place, Some(with), index),
            Operation::Delete { at } => plan.replace(*op, at.place, None, index),
        }
    }
    plan.sort();
    plan
}

impl<'a> Plan<'a> {
    /// Puts points and ranges into the order of the text.
    pub fn sort(&mut self) {
        self.removals
            .sort_by_key(|r| (r.span.start, u32::MAX - r.span.end, r.op.rank, r.op.operation));
        self.reach.clear();
        for removal in &self.removals {
            let end = self.reach.last().map_or(0, |end| *end).max(removal.span.end);
            self.reach.push(end);
        }
        self.slots.values_mut().for_each(|slot| slot.sort_by_key(|(opens, _)| *opens));
        self.points.sort_by_key(|p| (p.block, p.at, group(p.class), p.rank, p.sequence));
    }

    /// The first of the ranges before position `last` that may reach beyond `start`.
    pub fn first_reaching(&self, start: u32, last: usize) -> usize {
        self.reach[..last].partition_point(|end| *end <= start)
    }

    fn insert(
        &mut self,
        op: Op<'a>,
        edge: Edge,
        place: Place,
        what: &'a Payload,
        sequence: u32,
        base: &Base<'_>,
    ) {
        let index = base.index;
        match place {
            Place::Point { block, at, side } => {
                self.point(op, (block, at, side), what, sequence, base);
            }
            Place::Text { span } => {
                let (at, side) = match edge {
                    Edge::Before | Edge::Beginning => (span.start, Side::Next),
                    Edge::After | Edge::End | Edge::Between => (span.end, Side::Previous),
                };
                if let Some(block) = index.block_of(at) {
                    self.point(op, (block, at, side), what, sequence, base);
                }
            }
            Place::Slot { parent, position, .. } => {
                let made = payload::provisions(what, op.amendment, self.numbering);
                let slot = self.slots.entry((parent, op.what.at().part, position)).or_default();
                let opens = Opens::of(what, self.numbering);
                let made = made.into_iter().map(|made| Slotted::New(op.amendment, made));
                slot.extend(made.map(|made| (opens, made)));
            }
            Place::Provisions { first, last, .. } => {
                let after = matches!(edge, Edge::After | Edge::End | Edge::Between);
                let Some(entry) = index.provision_at(if after { last } else { first }) else {
                    return;
                };
                let position = entry.position + u32::from(after);
                let made = payload::provisions(what, op.amendment, self.numbering);
                let slot = self.slots.entry((entry.parent, entry.part, position)).or_default();
                let opens = Opens::of(what, self.numbering);
                let made = made.into_iter().map(|made| Slotted::New(op.amendment, made));
                slot.extend(made.map(|made| (opens, made)));
            }
            Place::Closing { provision, .. } => {
                let (text, list) = payload::text_and_list(what, op.amendment, self.numbering);
                if !text.is_empty() {
                    self.closings.entry(provision).or_default().push((op, text));
                }
                let list = list.into_iter().map(|made| (op.amendment, made));
                self.appended.entry(provision).or_default().extend(list);
            }
        }
    }

    fn point(
        &mut self,
        op: Op<'a>,
        (block, at, side): (BlockId, u32, Side),
        payload: &'a Payload,
        sequence: u32,
        base: &Base<'_>,
    ) {
        let index = base.index;
        let Some(entry) = index.block_at(block) else { return };
        let (text, list) = payload::text_and_list(payload, op.amendment, self.numbering);
        let whole = list.is_empty() || at != entry.span.end || entry.role != BlockRole::Opening;
        let paragraphs = match entry.provision.filter(|_| !whole) {
            Some(provision) => {
                let list = list.into_iter().map(|made| (op.amendment, made));
                self.appended.entry(provision).or_default().extend(list);
                text
            }
            None => payload::pieces(payload, op.amendment),
        };
        if paragraphs.is_empty() {
            return;
        }
        let (class, at) = class(&paragraphs, payload.unit, (at, side), entry.span, base);
        let what = Coming::Payload { op, paragraphs, unit: payload.unit };
        let (rank, by) = (op.rank, op.amendment);
        self.points.push(Arriving { block, at, side, class, rank, sequence, by, what });
    }

    /// Marks the places of an open amendment.
    fn probe(&mut self, op: Op<'a>, probe: u32, sequence: u32, base: &Base<'_>) {
        let mut mark = |id: u32, at: u32, side: Side, class: Class, order: u32| {
            let Some(block) = base.index.block_of(at) else { return };
            let (rank, by, what) = (order, op.amendment, Coming::Probe(id));
            self.points.push(Arriving { block, at, side, class, rank, sequence, by, what });
        };
        let mut range = |first: u32, span: Span| {
            // What comes at the edges of a range stands outside it.
            mark(first, span.start, Side::Previous, Class::Next, u32::MAX);
            mark(first + 1, span.end, Side::Next, Class::Continuation, 0);
        };
        let target = op.what.at();
        if let Hang::On(span) = target.hang {
            range(probe + 2, span);
        }
        match (target.place, op.what.payload()) {
            (Place::Text { span }, _) => range(probe, span),
            (Place::Point { at, side, block }, Some(payload)) => {
                let paragraphs = payload::pieces(payload, op.amendment);
                let Some(entry) = base.index.block_at(block) else { return };
                let (class, _) = class(&paragraphs, payload.unit, (at, side), entry.span, base);
                mark(probe, at, side, class, op.rank);
            }
            (Place::Slot { parent, position, .. }, _) => {
                let slot = self.slots.entry((parent, target.part, position)).or_default();
                let what = op.what.payload();
                let opens = what.map_or(Opens::Nothing, |what| Opens::of(what, self.numbering));
                slot.push((opens, Slotted::Probe(probe)));
            }
            (Place::Point { .. } | Place::Provisions { .. } | Place::Closing { .. }, _) => {}
        }
    }

    fn replace(&mut self, op: Op<'a>, place: Place, with: Option<&'a Payload>, index: &Index) {
        match place {
            Place::Text { span } => {
                self.covered(op.amendment, span, index);
                self.removals.push(Removal { span, op });
            }
            Place::Provisions { first, last, .. } => {
                let numbering = self.numbering;
                let made = with.map(|with| payload::provisions(with, op.amendment, numbering));
                self.fate(op.amendment, siblings(first, last, index), made.unwrap_or_default());
            }
            Place::Point { .. } | Place::Slot { .. } | Place::Closing { .. } => {}
        }
    }

    /// Provisions that stand wholly inside a range of text go with it.
    fn covered(&mut self, by: u32, span: Span, index: &Index) {
        if !span.of(index.text()).contains('\n') {
            return;
        }
        let all = index.provisions();
        let mut at = all.partition_point(|entry| entry.span.start < span.start);
        while let Some(entry) = all.get(at).filter(|entry| entry.span.start < span.end) {
            if span.contains(entry.span) {
                self.fate(by, vec![ProvisionId(at as u32)], Vec::new());
                at = entry.next.0 as usize;
            } else {
                at += 1;
            }
        }
    }

    /// The provisions `ids` go; what is made takes their places one by one, the rest follows the
    /// last of them.
    fn fate(&mut self, by: u32, ids: Vec<ProvisionId>, made: Vec<NewProvision<'a>>) {
        let replaced = !made.is_empty();
        let mut made = made.into_iter();
        let last = ids.last().copied();
        for id in ids {
            let fate = self.fates.entry(id).or_insert_with(|| Fate { by, ..Fate::default() });
            match made.next() {
                Some(new) if fate.with.is_none() => (fate.by, fate.with) = (by, Some(new)),
                Some(new) => fate.then.push((by, new)),
                None => fate.absorbed |= replaced,
            }
        }
        if let Some(fate) = last.and_then(|id| self.fates.get_mut(&id)) {
            fate.then.extend(made.map(|new| (by, new)));
        }
    }
}

fn group(class: Class) -> u8 {
    match class {
        Class::Continuation | Class::Words => 0,
        Class::Sentence => 1,
        Class::Next => 2,
    }
}

/// The provisions from `first` to `last` on their level.
pub(super) fn siblings(first: ProvisionId, last: ProvisionId, index: &Index) -> Vec<ProvisionId> {
    let (mut ids, mut at) = (Vec::new(), first);
    while at <= last {
        let Some(entry) = index.provision_at(at) else { break };
        ids.push(at);
        at = entry.next.max(ProvisionId(at.0 + 1));
    }
    ids
}

/// What a payload is at its point, and where it goes: a sentence put behind words that end just
/// before a final mark goes behind that mark.
fn class(
    paragraphs: &[Piece<'_>],
    unit: PayloadUnit,
    (at, side): (u32, Side),
    block: Span,
    base: &Base<'_>,
) -> (Class, u32) {
    let index = base.index;
    if side == Side::Next {
        return (Class::Next, at);
    }
    let before = Span { start: block.start, end: at.max(block.start) }.of(index.text());
    let after = Span { start: at, end: block.end.max(at) }.of(index.text());
    let at_end = end_class(paragraphs, unit, base.tables);
    let core = before.trim_end().trim_end_matches(['»', '”', '"', ')']);
    let ended = core.chars().next_back().is_some_and(|c| strength(c) > 0);
    let boundary = after.trim().is_empty()
        || index.sentences().binary_search_by_key(&at, |sentence| sentence.end).is_ok();
    if boundary
        || ended && !core.ends_with([',', ':', ';']) && after.starts_with(char::is_whitespace)
    {
        return (at_end, at);
    }
    let mark = after.len() - after.trim_start_matches(is_final).len();
    let behind = after[mark..].is_empty() || after[mark..].starts_with(char::is_whitespace);
    if at_end == Class::Sentence && unit == PayloadUnit::Sentences && mark > 0 && behind {
        return (Class::Sentence, at + mark as u32);
    }
    (Class::Words, at)
}

/// What a payload is at the end of a sentence.
pub(super) fn end_class(paragraphs: &[Piece<'_>], unit: PayloadUnit, tables: &Tables) -> Class {
    let first = paragraphs.first().map_or("", |piece| piece.text.as_ref());
    match opens_sentence(first, unit, paragraphs, tables.seams.continuations) {
        true => Class::Sentence,
        false => Class::Continuation,
    }
}

/// Whether a payload at the end of a sentence begins a new one.
fn opens_sentence(
    text: &str,
    unit: PayloadUnit,
    paragraphs: &[Piece<'_>],
    continuations: &[&str],
) -> bool {
    let first = text.chars().next();
    if first.is_none_or(|c| strength(c) > 0 || matches!(c, '/' | ')' | '-' | '–' | '—')) {
        return false;
    }
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    if unit == PayloadUnit::Sentences {
        return !continuations.contains(&word);
    }
    match text.chars().find(|c| c.is_alphanumeric()) {
        Some(c) if c.is_alphabetic() => !c.is_lowercase(),
        Some(_) => paragraphs.last().is_some_and(|last| super::seams::is_ended(&last.text)),
        None => false,
    }
}
