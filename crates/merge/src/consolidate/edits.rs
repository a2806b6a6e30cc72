//! Pass 1: the edits of the adopted amendments, strictly inside their places.

use super::join::{Arrival, Class, Joiner, span_in};
use super::payload::{self, NewProvision};
use super::plan::{Arriving, Coming, Fate, Plan, Removal, Slotted, end_class};
use super::seams::{before_conjunction, is_ended, strength};
use super::work::{
    By, Piece, State, Whole, WorkBlock, WorkChild, WorkPart, WorkProvision, add_cause,
};
use super::{Consolidation, Note, usage::DraftUsage};
use instruction::{PayloadUnit, Side};
use source::Span;
use text::{Block, BlockId, Child, Part, Provision, ProvisionId, Tables};

/// Walks the draft and writes the changes into a working tree.
pub(super) struct Writer<'a, 'p> {
    what: &'p Consolidation<'a>,
    plan: &'p mut Plan<'a>,
    usage: &'p DraftUsage<'a>,
    notes: &'p mut Vec<Note>,
    part: u32,
    block: u32,
    provision: u32,
}

/// The working tree of each part, pass 1 done.
pub(super) fn write<'a>(
    what: &Consolidation<'a>,
    plan: &mut Plan<'a>,
    usage: &DraftUsage<'a>,
    notes: &mut Vec<Note>,
) -> Vec<WorkPart<'a>> {
    let mut writer = Writer { what, plan, usage, notes, part: 0, block: 0, provision: 0 };
    what.base.draft.parts.iter().map(|part| writer.part(part)).collect()
}

impl<'a> Writer<'a, '_> {
    fn part(&mut self, part: &'a Part) -> WorkPart<'a> {
        let title = part.title.as_ref().map(|block| self.block(block));
        let mut list_causes = Vec::new();
        let children = self.children(None, &part.children, &mut list_causes);
        self.part += 1;
        WorkPart { title, children, list_causes }
    }

    fn children(
        &mut self,
        parent: Option<ProvisionId>,
        children: &'a [Child],
        causes: &mut Vec<u32>,
    ) -> Vec<WorkChild<'a>> {
        let mut out = Vec::with_capacity(children.len());
        let last = children.iter().rposition(|child| matches!(child, Child::Provision(_)));
        let count = children.iter().filter(|c| matches!(c, Child::Provision(_))).count() as u32;
        let mut position = 0;
        if children.is_empty() {
            self.slot(parent, 0, &mut out, causes);
        }
        for (at, child) in children.iter().enumerate() {
            match child {
                Child::Block(block) => out.push(WorkChild::Block(self.block(block))),
                Child::Opaque(opaque) => {
                    self.block += 1;
                    out.push(WorkChild::Opaque(opaque, None));
                }
                Child::Provision(provision) => {
                    self.slot(parent, position, &mut out, causes);
                    position += 1;
                    self.provision(provision, &mut out, causes);
                }
            }
            if last == Some(at) || last.is_none() && at == 0 {
                self.slot(parent, count, &mut out, causes);
                self.appended(parent, &mut out, causes);
            }
        }
        if let Some(closings) = parent.and_then(|id| self.plan.closings.remove(&id)) {
            out.push(WorkChild::Block(self.closing(closings, parent)));
        }
        out
    }

    /// Provisions that are put into a gap.
    fn slot(
        &mut self,
        parent: Option<ProvisionId>,
        position: u32,
        out: &mut Vec<WorkChild<'a>>,
        causes: &mut Vec<u32>,
    ) {
        let Some(made) = self.plan.slots.remove(&(parent, self.part, position)) else { return };
        for (_, slotted) in made {
            match slotted {
                Slotted::New(by, new) => {
                    add_cause(causes, by);
                    out.push(WorkChild::Provision(inserted(new, by)));
                }
                Slotted::Probe(id) => out.push(WorkChild::Probe(id)),
            }
        }
    }

    fn appended(
        &mut self,
        parent: Option<ProvisionId>,
        out: &mut Vec<WorkChild<'a>>,
        causes: &mut Vec<u32>,
    ) {
        let made = parent.and_then(|id| self.plan.appended.remove(&id)).unwrap_or_default();
        for (by, new) in made {
            add_cause(causes, by);
            out.push(WorkChild::Provision(inserted(new, by)));
        }
    }

    fn provision(
        &mut self,
        provision: &'a Provision,
        out: &mut Vec<WorkChild<'a>>,
        causes: &mut Vec<u32>,
    ) {
        let id = ProvisionId(self.provision);
        let Some(fate) = self.plan.fates.remove(&id) else {
            out.push(WorkChild::Provision(self.standing(id, provision)));
            return;
        };
        let Fate { by, with, then, absorbed } = fate;
        add_cause(causes, by);
        out.push(WorkChild::Provision(match with {
            Some(new) => self.replaced(id, provision, new, by),
            None => WorkProvision { absorbed, ..self.deleted(provision, by) },
        }));
        for (by, new) in then {
            add_cause(causes, by);
            out.push(WorkChild::Provision(inserted(new, by)));
        }
    }

    fn standing(&mut self, id: ProvisionId, provision: &'a Provision) -> WorkProvision<'a> {
        self.provision += 1;
        let (mut list_causes, mut children) = (Vec::new(), Vec::new());
        let phantom = self.phantom(provision);
        children.extend(phantom.map(WorkChild::Block));
        children.extend(self.children(Some(id), &provision.children, &mut list_causes));
        WorkProvision {
            old: Some((id, provision)),
            children,
            list_causes,
            ..WorkProvision::default()
        }
    }

    /// A provision without opening text has a place for one: what is put there makes it.
    fn phantom(&mut self, provision: &Provision) -> Option<WorkBlock<'a>> {
        if provision.opening().is_some() {
            return None;
        }
        let id = BlockId(self.block);
        self.block += 1;
        let points = self.points(id);
        let span = self.what.base.index.block_at(id).map(|entry| entry.span)?;
        if points.is_empty() {
            return None;
        }
        let by = points.first().map(|point| By::Amendment(point.by))?;
        let pieces = self.joined(span, None, &[], &points);
        Some(WorkBlock { pieces, whole: Some(Whole::Inserted(by)), ..WorkBlock::default() })
    }

    /// A provision gone with all below it.
    fn deleted(&mut self, provision: &'a Provision, by: u32) -> WorkProvision<'a> {
        let id = ProvisionId(self.provision);
        self.provision += 1;
        if provision.opening().is_none() {
            self.lost(BlockId(self.block));
            self.block += 1;
        }
        let children = provision.children.iter().map(|child| self.deleted_child(child, by));
        let children = children.collect();
        WorkProvision {
            old: Some((id, provision)),
            children,
            whole: Some(Whole::Deleted(By::Amendment(by))),
            ..WorkProvision::default()
        }
    }

    fn deleted_child(&mut self, child: &'a Child, by: u32) -> WorkChild<'a> {
        match child {
            Child::Block(block) => {
                let id = BlockId(self.block);
                self.block += 1;
                self.lost(id);
                WorkChild::Block(WorkBlock::deleted(id, block, by))
            }
            Child::Opaque(opaque) => {
                self.block += 1;
                WorkChild::Opaque(opaque, Some(Whole::Deleted(By::Amendment(by))))
            }
            Child::Provision(provision) => WorkChild::Provision(self.deleted(provision, by)),
        }
    }

    /// Points in a block that is gone: their amendments stand by other operations.
    fn lost(&mut self, block: BlockId) {
        for point in self.points(block) {
            if let Coming::Payload { op, .. } = point.what {
                let (amendment, operation) = (op.amendment as usize, op.operation);
                let at = Span { start: point.at, end: point.at };
                self.notes.push(Note::OperationLapsed { amendment, operation, at });
            }
        }
    }

    /// A provision with new content: its number stays, its text is new, verbatim.
    fn replaced(
        &mut self,
        id: ProvisionId,
        provision: &'a Provision,
        new: NewProvision<'a>,
        by: u32,
    ) -> WorkProvision<'a> {
        let mut old = self.deleted(provision, by);
        let mut made = inserted(new, by);
        let (first, rest) =
            made.children.split_first_mut().map_or((None, &mut [][..]), |(f, r)| (Some(f), r));
        let mut children = Vec::new();
        let mut olds = old.children.drain(..).peekable();
        match (olds.peek(), first) {
            (Some(WorkChild::Block(_)), Some(WorkChild::Block(new))) => {
                if let Some(WorkChild::Block(mut block)) = olds.next() {
                    block.whole = None;
                    block.pieces.append(&mut new.pieces);
                    block.end_causes = vec![by];
                    children.push(WorkChild::Block(block));
                }
            }
            (_, Some(first)) => children.push(first.clone()),
            (_, None) => {}
        }
        children.extend(olds);
        children.extend(rest.iter().cloned());
        WorkProvision {
            old: Some((id, provision)),
            children,
            list_causes: vec![by],
            replaced: Some(by),
            ..WorkProvision::default()
        }
    }

    fn closing(
        &mut self,
        closings: Vec<(super::select::Op<'a>, Vec<Piece<'a>>)>,
        of: Option<ProvisionId>,
    ) -> WorkBlock<'a> {
        let by = closings.first().map_or(0, |(op, _)| op.amendment);
        let usage = self.usage.of(Span::default());
        let mut joiner = Joiner::new(usage);
        let mut end_causes = Vec::new();
        for (at, (op, paragraphs)) in closings.iter().enumerate() {
            let unit = op.what.payload().map_or(PayloadUnit::Text, |payload| payload.unit);
            let class = match at {
                0 => Class::Words,
                _ => end_class(paragraphs, unit, self.what.base.tables),
            };
            let sentence = class == Class::Sentence;
            let arrival = Arrival { class, sentence, bends: false, before: "", by: op.amendment };
            add_cause(&mut end_causes, op.amendment);
            joiner.arrive(paragraphs, arrival);
        }
        let whole = Some(Whole::Inserted(By::Amendment(by)));
        let dropped = std::mem::take(&mut joiner.dropped);
        let mut pieces = joiner.finish();
        self.marks_dropped(dropped, of);
        self.close(&mut pieces, Some('.'), end_causes.clone());
        WorkBlock { pieces, whole, end_causes, ..WorkBlock::default() }
    }

    fn points(&mut self, block: BlockId) -> Vec<Arriving<'a>> {
        let points = &self.plan.points;
        let from = points.partition_point(|point| point.block < block);
        let to = points.partition_point(|point| point.block <= block);
        points[from..to].to_vec()
    }

    /// The ranges that meet the text of a block.
    fn removals(&self, span: Span) -> Vec<Removal<'a>> {
        let last = self.plan.removals.partition_point(|removal| removal.span.start < span.end);
        let meets = |removal: &&Removal<'a>| removal.span.overlaps(span);
        // Ranges begin in this block or, rarely, in one before it.
        let first = self.plan.first_reaching(span.start, last);
        self.plan.removals[first..last].iter().filter(meets).cloned().collect()
    }

    fn block(&mut self, block: &'a Block) -> WorkBlock<'a> {
        let id = BlockId(self.block);
        self.block += 1;
        let Some(span) = self.what.base.index.block_at(id).map(|entry| entry.span) else {
            return WorkBlock::kept(id, block);
        };
        let (removals, points) = (self.removals(span), self.points(id));
        if removals.is_empty() && points.is_empty() {
            return WorkBlock::kept(id, block);
        }
        let mut end_causes = Vec::new();
        let end =
            span.start + Span::at(span.of(self.what.base.index.text()).trim_end().len()).start;
        for removal in removals.iter().filter(|removal| removal.span.end >= end) {
            add_cause(&mut end_causes, removal.op.amendment);
        }
        for point in points.iter().filter(|point| point.at >= end) {
            add_cause(&mut end_causes, point.by);
        }
        let mut pieces = self.joined(span, Some(block), &removals, &points);
        let causes = match end_causes.is_empty() {
            true => removals.iter().map(|removal| removal.op.amendment).collect(),
            false => end_causes.clone(),
        };
        self.close(&mut pieces, end_mark(&block.content.text, self.what.base.tables), causes);
        WorkBlock { old: Some((id, block)), pieces, whole: None, end_causes }
    }

    /// A text that ended with a mark ends with one again, whatever was done to its end.
    fn close(&self, pieces: &mut Vec<Piece<'a>>, mark: Option<char>, causes: Vec<u32>) {
        let new: String =
            pieces.iter().filter(|piece| piece.is_new()).map(|piece| &*piece.text).collect();
        let closed = new.trim().is_empty()
            || is_ended(&new)
            || end_mark(&new, self.what.base.tables).is_some();
        if let Some(mark) = mark.filter(|_| !closed) {
            let state = State::Inserted(By::Editorial(causes));
            pieces.push(Piece::made(state, mark.to_string()));
        }
    }

    fn marks_dropped(&mut self, dropped: Vec<(u32, String)>, within: Option<ProvisionId>) {
        let entry = within.and_then(|id| self.what.base.index.provision_at(id));
        let provision = entry.map(|entry| entry.number.clone()).unwrap_or_default();
        for (by, mark) in dropped {
            let (amendment, part, provision) = (by as usize, self.part, provision.clone());
            self.notes.push(Note::MarkDropped { amendment, part, provision, mark });
        }
    }

    fn joined(
        &mut self,
        span: Span,
        block: Option<&'a Block>,
        removals: &[Removal<'a>],
        points: &[Arriving<'a>],
    ) -> Vec<Piece<'a>> {
        let usage = self.usage.of(span);
        let mut line = Line {
            joiner: Joiner::new(usage),
            span,
            block,
            at: span.start,
            text: self.what.base.index.text(),
            notes: self.notes,
        };
        line.run(removals, points);
        let dropped = std::mem::take(&mut line.joiner.dropped);
        let pieces = line.joiner.finish();
        let index = self.what.base.index;
        let entry = index.block_of(span.start).and_then(|id| index.block_at(id));
        self.marks_dropped(dropped, entry.and_then(|entry| entry.provision));
        pieces
    }
}

/// One block on its way through its ranges and points.
struct Line<'a, 'u, 'n> {
    joiner: Joiner<'a, 'u>,
    span: Span,
    block: Option<&'a Block>,
    at: u32,
    text: &'n str,
    notes: &'n mut Vec<Note>,
}

impl<'a> Line<'a, '_, '_> {
    fn run(&mut self, removals: &[Removal<'a>], points: &[Arriving<'a>]) {
        let mut points = points;
        for union in unions(removals) {
            let start = union.first().map_or(self.at, |removal| removal.span.start);
            let end = union.iter().map(|removal| removal.span.end).max().unwrap_or(start);
            let (before, rest) = split_points(points, |point| point.at <= start);
            let (inside, rest) = split_points(rest, |point| point.at < end);
            points = rest;
            self.points(before);
            self.keep(start);
            self.crossings(union);
            let tracked: Vec<_> = inside.iter().filter(|point| point.side == Side::Next).collect();
            tracked.into_iter().for_each(|point| self.tracked(point));
            self.remove(union);
            let tracked: Vec<_> =
                inside.iter().filter(|point| point.side == Side::Previous).collect();
            tracked.into_iter().for_each(|point| self.tracked(point));
        }
        self.points(points);
        self.keep(self.span.end);
    }

    fn points(&mut self, points: &[Arriving<'a>]) {
        for point in points {
            self.keep(point.at);
            self.arrive(point);
        }
    }

    /// A point inside a range that went.
    fn tracked(&mut self, point: &Arriving<'a>) {
        if let Coming::Payload { op, .. } = &point.what {
            let (amendment, operation) = (op.amendment as usize, op.operation);
            let at = Span { start: point.at, end: point.at };
            self.notes.push(Note::PlaceTracked { amendment, operation, at });
        }
        self.arrive(point);
    }

    fn arrive(&mut self, point: &Arriving<'a>) {
        let (paragraphs, unit) = match &point.what {
            Coming::Probe(id) => return self.joiner.probe(*id),
            Coming::Payload { paragraphs, unit, .. } => (paragraphs, *unit),
        };
        let ended = paragraphs.last().is_some_and(|last| is_ended(&last.text));
        let sentences = unit == PayloadUnit::Sentences;
        let class = point.class;
        let before = Span { start: point.at, end: self.span.end.max(point.at) }.of(self.text);
        let arrival = Arrival {
            class,
            sentence: match class {
                Class::Sentence => true,
                Class::Next => sentences || ended,
                Class::Continuation | Class::Words => false,
            },
            bends: !sentences && class == Class::Next,
            before,
            by: point.by,
        };
        self.joiner.arrive(paragraphs, arrival);
    }

    /// The draft's text up to `to` stays.
    fn keep(&mut self, to: u32) {
        let to = to.clamp(self.at, self.span.end.max(self.at));
        if let Some(piece) = self.piece(State::Kept, to) {
            self.joiner.kept(piece);
        }
        self.at = to;
    }

    fn piece(&self, state: State, to: u32) -> Option<Piece<'a>> {
        let block = self.block.filter(|_| to > self.at)?;
        let span = span_in(self.span, Span { start: self.at, end: to });
        Some(Piece::of(state, &block.content, span)).filter(|piece| !piece.text.is_empty())
    }

    /// Ranges that overlap go as one; each payload stands where its range began.
    fn remove(&mut self, union: &[Removal<'a>]) {
        for removal in union {
            let by = removal.op.amendment;
            // What was gone before this range began.
            let end = removal.span.end.min(self.span.end);
            let start = removal.span.start;
            self.gone(start, by);
            if start >= self.span.start
                && let Some(payload) = removal.op.what.payload()
            {
                self.gone(next_start(union, removal).min(end), by);
                let paragraphs = payload::pieces(payload, by);
                let sentence = payload.unit == PayloadUnit::Sentences;
                let class = Class::Words;
                let arrival = Arrival { class, sentence, bends: !sentence, before: "", by };
                self.joiner.arrive(&paragraphs, arrival);
            }
            self.gone(end, by);
        }
    }

    fn gone(&mut self, to: u32, by: u32) {
        let to = to.min(self.span.end);
        if let Some(piece) = self.piece(State::Kept, to) {
            self.joiner.gone(piece, by);
            self.at = to;
        }
    }

    fn crossings(&mut self, union: &[Removal<'a>]) {
        for pair in union.windows(2) {
            let (first, second) = (&pair[0], &pair[1]);
            let crosses =
                second.span.end > first.span.end && first.op.amendment != second.op.amendment;
            if crosses && first.span.start < second.span.start {
                self.notes.push(Note::Crossing {
                    first: first.op.amendment as usize,
                    second: second.op.amendment as usize,
                    shared: Span { start: second.span.start, end: first.span.end },
                });
            }
        }
    }
}

/// Where the next range of a union begins, which is where this one's payload is followed by more.
fn next_start(union: &[Removal<'_>], this: &Removal<'_>) -> u32 {
    let later = union.iter().map(|removal| removal.span.start);
    later.filter(|start| *start > this.span.start).min().unwrap_or(u32::MAX)
}

/// Ranges that overlap one another, together.
fn unions<'r, 'a>(removals: &'r [Removal<'a>]) -> Vec<&'r [Removal<'a>]> {
    let (mut unions, mut from, mut end) = (Vec::new(), 0, 0);
    for (at, removal) in removals.iter().enumerate() {
        if at > from && removal.span.start >= end {
            unions.push(&removals[from..at]);
            from = at;
        }
        end = end.max(removal.span.end);
    }
    if from < removals.len() {
        unions.push(&removals[from..]);
    }
    unions
}

fn split_points<'s, 'a>(
    points: &'s [Arriving<'a>],
    before: impl Fn(&Arriving<'a>) -> bool,
) -> (&'s [Arriving<'a>], &'s [Arriving<'a>]) {
    points.split_at(points.partition_point(before))
}

/// The mark at the end of a text, or before the list's conjunction there.
fn end_mark(text: &str, tables: &Tables) -> Option<char> {
    let core = before_conjunction(text, &tables.seams).unwrap_or(text.trim_end());
    core.chars().next_back().filter(|mark| strength(*mark) > 0)
}

/// A provision made of a payload.
pub(super) fn inserted<'a>(new: NewProvision<'a>, by: u32) -> WorkProvision<'a> {
    let whole = || Some(Whole::Inserted(By::Amendment(by)));
    let block = |pieces: Vec<Piece<'a>>| {
        let mut all = Vec::with_capacity(pieces.len() * 2);
        for piece in pieces {
            if !all.is_empty() {
                all.push(Piece::made(State::Inserted(By::Amendment(by)), " "));
            }
            all.push(piece);
        }
        let end_causes = vec![by];
        WorkChild::Block(WorkBlock {
            pieces: all,
            whole: whole(),
            end_causes,
            ..Default::default()
        })
    };
    let mut children = vec![block(new.opening)];
    children.extend(new.children.into_iter().map(|new| WorkChild::Provision(inserted(new, by))));
    if !new.closing.is_empty() {
        children.push(block(new.closing));
    }
    let list_causes = vec![by];
    WorkProvision { children, whole: whole(), list_causes, ..WorkProvision::default() }
}
