//! Finding the places of an open amendment in the new text.
//!
//! Its places travel through both passes as marks without width, in the order in which its own
//! texts would stand there; so they come out exactly where its edits would have gone.
//!
//! That is not always enough. Nothing is given out that was not tried: see [`rebasings`].

use super::numbers::NewNumbers;
use super::references;
use super::restate::{Earlier, LEVELS, read_the_same, restate};
use super::seams::is_final;
use super::select::PROBES;
use super::work::{WorkBlock, WorkChild, WorkPart, WorkProvision};
use super::{Consolidation, Done, output, work};
use crate::{Base, Placed};
use instruction::{Hang, Instruction, Operation, Payload, Place, Side, Target};
use source::{Span, fault, fault::Fault};
use std::collections::BTreeMap;
use text::{BlockId, Fragment, Index, ProvisionId, References};

/// Where marks came out.
#[derive(Debug, Default)]
struct Found {
    /// Block, and bytes from its start.
    points: BTreeMap<u32, (BlockId, u32)>,
    /// Position among the new provisions of the parent.
    slots: BTreeMap<u32, u32>,
    /// New numbers of the provisions that stand, depth first.
    provisions: BTreeMap<ProvisionId, ProvisionId>,
    /// The same of the blocks in which nothing changed.
    kept: BTreeMap<BlockId, BlockId>,
    blocks: u32,
    count: u32,
}

/// What `open` is in the text that `adopted` gives: every form of it that gives exactly the text
/// which both give together, the one with the least in it first.
///
/// First its own operations at the places where its marks came out. Where what was adopted has
/// changed what these mean (an earlier change it supersedes, a letter or mark that the editorial
/// pass set), the difference between the two texts is restated: sentences, paragraphs, and last
/// the whole run of them.
pub(crate) fn rebasings(
    open: &Placed<'_>,
    adopted: &Consolidation<'_>,
) -> Vec<Instruction<Target>> {
    let both: Vec<Placed<'_>> = adopted.adopted.iter().chain([open]).copied().collect();
    let together = Consolidation { adopted: &both, ..*adopted };
    let (Ok(marked), Ok(done), Ok(last)) =
        (work(adopted, Some(open)), work(adopted, None), work(&together, None))
    else {
        return Vec::new();
    };
    let tables = adopted.base.tables;
    // The text as it stands, without the marks: where they would change it, no form is exact that
    // was tried on the text with them.
    let (draft, wanted) =
        (output::draft(adopted, &done.parts), output::draft(&together, &last.parts));
    let index = Index::new(&draft, &tables.sentences);
    let frame = &open.instruction.frame;
    let with = |operations| Instruction { frame: frame.clone(), operations };
    let moved = with(moved(open, adopted, &marked, &index));
    if fault::planted(Fault::RebaseKeepsOffset) {
        return vec![moved];
    }
    let earlier = earlier(&adopted.base, &done.numbers, &last.numbers);
    let restated =
        LEVELS.map(|level| with(restate(&draft, &index, &wanted, tables, &earlier, level)));
    let mut exact: Vec<Instruction<Target>> = Vec::new();
    for candidate in [moved].into_iter().chain(restated) {
        let placed = [Placed { number: open.number, instruction: &candidate }];
        let base = Base { draft: &draft, index: &index, tables };
        let alone = Consolidation { base, adopted: &placed, ..*adopted };
        let given = work(&alone, None).map(|done| output::draft(&alone, &done.parts));
        let fits = given.is_ok_and(|given| read_the_same(&given, &wanted));
        if fits && !exact.contains(&candidate) {
            exact.push(candidate);
        }
    }
    exact
}

/// The text that what was adopted gives, made once for whoever asks of many open amendments what they are in it.
///
/// [`Amended::moved`] answers where nothing changed around the places asked about, which then only moved; so that its cost is
/// that of the amendment, whatever the length of the draft. For all others there is [`rebasings`].
#[derive(Debug)]
pub struct Amended<'r, 'a> {
    adopted: &'r Consolidation<'a>,
    index: Index,
    found: Found,
    numbers: NewNumbers,
}

impl<'r, 'a> Amended<'r, 'a> {
    /// The text that these give; none where they cannot stand together.
    pub fn new(adopted: &'r Consolidation<'a>) -> Option<Self> {
        let done = work(adopted, None).ok()?;
        let draft = output::draft(adopted, &done.parts);
        let index = Index::new(&draft, &adopted.base.tables.sentences);
        let mut found = Found::default();
        done.parts.iter().for_each(|part| found.part(part));
        Some(Self { adopted, index, found, numbers: done.numbers })
    }

    /// What an open amendment is in the text, where all its places only moved: the first of its [`rebasings`].
    pub fn moved(&self, open: &Placed<'_>) -> Option<Instruction<Target>> {
        let Self { adopted, index, found, numbers, .. } = self;
        let rebase = Rebase { adopted, index, found, numbers };
        let mut operations = Vec::with_capacity(open.instruction.operations.len());
        for operation in &open.instruction.operations {
            let (old, part) = (operation.at(), operation.at().part);
            let at = self.target(old, &rebase)?;
            operations.push(match operation {
                Operation::Insert { edge, what, .. } => {
                    Operation::Insert { edge: *edge, at, what: rebase.payload(what, part) }
                }
                Operation::Replace { with, .. } => {
                    Operation::Replace { at, with: rebase.payload(with, part) }
                }
                Operation::Delete { .. } => Operation::Delete { at },
            });
        }
        Some(Instruction { frame: open.instruction.frame.clone(), operations })
    }

    fn target(&self, old: &Target, rebase: &Rebase<'_, '_>) -> Option<Target> {
        let place = match old.place {
            Place::Text { span } => {
                self.is_inside(span.end)?;
                Place::Text { span: self.span(span)? }
            }
            Place::Point { block, at, side } => {
                self.is_inside(at)?;
                let start = self.adopted.base.index.block_at(block)?.span.start;
                let block = *self.found.kept.get(&block)?;
                let at = self.index.block_at(block)?.span.start + (at - start);
                Place::Point { block, at, side }
            }
            // Whole provisions settle the ends of lists and the numbers around them.
            Place::Provisions { .. } | Place::Slot { .. } | Place::Closing { .. } => return None,
        };
        let hang = match (old.hang, place) {
            (_, Place::Text { span } | Place::Provisions { span, .. }) => Hang::On(span),
            (Hang::Part, _) => Hang::Part,
            (Hang::On(span), _) => Hang::On(self.hang(span)?),
        };
        let provision = match old.provision {
            Some(id) => Some(*self.found.provisions.get(&id)?),
            None => None,
        };
        let sentences = old.sentences.and_then(|_| rebase.sentences(place));
        Some(Target { part: old.part, place, hang, unit: old.unit, provision, sentences })
    }

    /// That words follow in the block, so that the change leaves its end alone: how it ends may be a matter of all the
    /// lists that it stands in.
    fn is_inside(&self, at: u32) -> Option<()> {
        let base = self.adopted.base.index;
        let block = base.block_at(base.block_of(at)?)?;
        let rest = Span { start: at, end: block.span.end }.of(base.text());
        let words = rest.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
        (words.count() >= 2).then_some(())
    }

    /// A stretch of a block in which nothing changed.
    fn span(&self, span: Span) -> Option<Span> {
        let base = self.adopted.base.index;
        let block = base.block_of(span.start)?;
        let old = base.block_at(block)?.span;
        let new = self.index.block_at(*self.found.kept.get(&block)?)?.span;
        let moved = |at: u32| new.start + (at - old.start);
        (span.end <= old.end).then(|| Span { start: moved(span.start), end: moved(span.end) })
    }

    /// A provision of which something stands, or a stretch of a block.
    fn hang(&self, span: Span) -> Option<Span> {
        let provisions = self.adopted.base.index.provisions();
        let at = provisions.partition_point(|entry| entry.span.start < span.start);
        let same = provisions[at..].iter().take_while(|entry| entry.span.start == span.start);
        match same.into_iter().position(|entry| entry.span == span) {
            Some(same) => {
                let new = self.found.provisions.get(&ProvisionId((at + same) as u32))?;
                Some(self.index.provision_at(*new)?.span)
            }
            None => self.span(span),
        }
    }
}

/// The numbers that provisions have once all is adopted, as they are before the open one is.
fn earlier(base: &Base<'_>, before: &NewNumbers, after: &NewNumbers) -> Earlier {
    let provisions = base.index.provisions().iter().zip(before).zip(after);
    let both = provisions.filter_map(|((entry, before), after)| {
        let (before, after) = (before.as_ref()?, after.as_ref()?);
        Some(((entry.part, after.number.clone()), before.number.clone()))
    });
    both.collect()
}

/// The operations of `open` at the places where its marks came out.
fn moved(
    open: &Placed<'_>,
    adopted: &Consolidation<'_>,
    done: &Done<'_>,
    index: &Index,
) -> Vec<Operation<Target>> {
    let mut found = Found::default();
    done.parts.iter().for_each(|part| found.part(part));
    let rebase = Rebase { adopted, index, found: &found, numbers: &done.numbers };
    let mut operations = Vec::with_capacity(open.instruction.operations.len());
    for (at, operation) in open.instruction.operations.iter().enumerate() {
        rebase.operation(operation, at as u32 * PROBES, &mut operations);
    }
    operations
}

impl Found {
    fn part(&mut self, part: &WorkPart<'_>) {
        if let Some(title) = &part.title {
            self.block(title);
        }
        self.children(&part.children);
    }

    /// Counts blocks and provisions as the index of the new text does.
    fn children(&mut self, children: &[WorkChild<'_>]) {
        let mut position = 0;
        for child in children {
            match child {
                WorkChild::Block(block) if block.is_new() => self.block(block),
                WorkChild::Provision(provision) if provision.is_new() => {
                    self.provision(provision);
                    position += 1;
                }
                WorkChild::Probe(id) => {
                    self.slots.insert(*id, position);
                }
                WorkChild::Opaque(_, None) => self.blocks += 1,
                WorkChild::Block(_) | WorkChild::Provision(_) | WorkChild::Opaque(..) => {}
            }
        }
    }

    fn provision(&mut self, provision: &WorkProvision<'_>) {
        let id = ProvisionId(self.count);
        self.count += 1;
        if let Some((old, _)) = provision.old {
            self.provisions.insert(old, id);
        }
        let stands = |child: &&WorkChild<'_>| match child {
            WorkChild::Block(block) => block.is_new(),
            WorkChild::Provision(provision) => provision.is_new(),
            WorkChild::Opaque(_, whole) => whole.is_none(),
            WorkChild::Probe(_) => false,
        };
        let first = provision.children.iter().find(stands);
        if !matches!(first, Some(WorkChild::Block(_))) {
            self.blocks += 1;
        }
        self.children(&provision.children);
    }

    fn block(&mut self, block: &WorkBlock<'_>) {
        let (id, mut at) = (BlockId(self.blocks), 0);
        self.blocks += 1;
        if let Some((old, _)) = block.old
            && !block.is_changed()
        {
            self.kept.insert(old, id);
        }
        for piece in block.pieces.iter().filter(|piece| piece.is_new()) {
            if let Some(probe) = piece.probe {
                self.points.insert(probe, (id, at));
            }
            at += piece.text.len() as u32;
        }
    }
}

struct Rebase<'r, 'a> {
    adopted: &'r Consolidation<'a>,
    index: &'r Index,
    found: &'r Found,
    numbers: &'r NewNumbers,
}

impl Rebase<'_, '_> {
    fn operation(
        &self,
        operation: &Operation<Target>,
        probe: u32,
        out: &mut Vec<Operation<Target>>,
    ) {
        let part = operation.at().part;
        let places = self.places(operation.at(), probe);
        for (at, place) in places.into_iter().enumerate() {
            let target = self.target(operation.at(), place, probe);
            out.push(match operation {
                Operation::Insert { edge, what, .. } => {
                    Operation::Insert { edge: *edge, at: target, what: self.payload(what, part) }
                }
                Operation::Replace { with, .. } if at == 0 => {
                    Operation::Replace { at: target, with: self.payload(with, part) }
                }
                Operation::Replace { .. } | Operation::Delete { .. } => {
                    Operation::Delete { at: target }
                }
            });
        }
    }

    fn places(&self, target: &Target, probe: u32) -> Vec<Place> {
        match target.place {
            Place::Text { .. } => {
                let span = self.span(probe).filter(|span| !span.is_empty());
                span.map(|span| Place::Text { span }).into_iter().collect()
            }
            Place::Point { at, side, .. } => self.point(probe, at, side).into_iter().collect(),
            Place::Provisions { first, last, .. } => self.runs(first, last),
            Place::Slot { parent, .. } => {
                self.slot(target.part, parent, probe).into_iter().collect()
            }
            Place::Closing { provision, .. } => self.closing(provision).into_iter().collect(),
        }
    }

    fn target(&self, old: &Target, place: Place, probe: u32) -> Target {
        let provision = old.provision.and_then(|id| self.found.provisions.get(&id)).copied();
        let hang = match (old.hang, place) {
            (_, Place::Text { span } | Place::Provisions { span, .. }) => Hang::On(span),
            (Hang::Part, _) => Hang::Part,
            (Hang::On(span), _) => self.hang(span, probe).map_or(Hang::Part, Hang::On),
        };
        let sentences = old.sentences.and_then(|_| self.sentences(place));
        Target { part: old.part, place, hang, unit: old.unit, provision, sentences }
    }

    /// A provision's span for a provision's, else what is left of the words.
    fn hang(&self, span: Span, probe: u32) -> Option<Span> {
        let provisions = self.adopted.base.index.provisions();
        let at = provisions.partition_point(|entry| entry.span.start < span.start);
        let same = provisions[at..]
            .iter()
            .take_while(|entry| entry.span.start == span.start)
            .position(|entry| entry.span == span);
        let Some(same) = same else { return self.span(probe + 2) };
        let id = self.found.provisions.get(&ProvisionId((at + same) as u32))?;
        Some(self.index.provision_at(*id)?.span)
    }

    fn span(&self, first: u32) -> Option<Span> {
        let (start, end) = (self.offset(first)?, self.offset(first + 1)?);
        let span = Span { start, end: end.max(start) };
        let text = span.of(self.index.text());
        let start = start + (text.len() - text.trim_start_matches(' ').len()) as u32;
        let end = start + text.trim_matches(' ').len() as u32;
        Some(Span { start, end })
    }

    fn offset(&self, probe: u32) -> Option<u32> {
        let (block, at) = *self.found.points.get(&probe)?;
        Some(self.index.block_at(block)?.span.start + at)
    }

    fn point(&self, probe: u32, old: u32, side: Side) -> Option<Place> {
        let (block, _) = *self.found.points.get(&probe)?;
        let entry = self.index.block_at(block)?;
        let mut at = self.offset(probe)?;
        if fault::planted(Fault::RebaseKeepsOffset) {
            at = old.clamp(entry.span.start, entry.span.end);
            while !self.index.text().is_char_boundary(at as usize) {
                at -= 1;
            }
        }
        let before = Span { start: entry.span.start, end: at }.of(self.index.text());
        let after = Span { start: at, end: entry.span.end }.of(self.index.text());
        // A final mark that the editorial pass put back stands behind the mark of the place.
        let text = self.adopted.base.index.text();
        let ended = Span { start: 0, end: old }.of(text).trim_end().ends_with(is_final);
        let marks = after.len() - after.trim_start_matches(is_final).len();
        let skipped = if ended && !before.trim_end().ends_with(is_final) { marks } else { 0 };
        at += skipped as u32;
        let after = &after[skipped..];
        if side == Side::Next {
            at += (after.len() - after.trim_start().len()) as u32;
        } else if skipped == 0 && before.ends_with(' ') {
            at -= (before.len() - before.trim_end().len()) as u32;
        }
        Some(Place::Point { block, at, side })
    }

    /// What is left of provisions that followed one another, in runs that still do.
    fn runs(&self, first: ProvisionId, last: ProvisionId) -> Vec<Place> {
        let ids = super::plan::siblings(first, last, self.adopted.base.index);
        let mut runs: Vec<Place> = Vec::new();
        let mut next = None;
        for new in ids.iter().filter_map(|id| self.found.provisions.get(id)).copied() {
            let Some(entry) = self.index.provision_at(new) else { continue };
            match runs.last_mut() {
                Some(Place::Provisions { last, span, .. }) if next == Some(new) => {
                    (*last, span.end) = (new, entry.span.end);
                }
                _ => runs.push(Place::Provisions { first: new, last: new, span: entry.span }),
            }
            next = Some(entry.next);
        }
        runs
    }

    fn slot(&self, part: u32, parent: Option<ProvisionId>, probe: u32) -> Option<Place> {
        let position = *self.found.slots.get(&probe)?;
        let parent = match parent {
            Some(parent) => Some(*self.found.provisions.get(&parent)?),
            None => None,
        };
        let mut siblings = self
            .index
            .provisions()
            .iter()
            .filter(|entry| entry.part == part && entry.parent == parent);
        let before = siblings.by_ref().take(position as usize).last();
        let at = match (before, siblings.next()) {
            (_, Some(after)) => after.span.start,
            (Some(before), None) => before.span.end,
            (None, None) => self.behind_opening(part, parent)?,
        };
        Some(Place::Slot { parent, position, at })
    }

    /// Where the first provision of an empty list goes.
    fn behind_opening(&self, part: u32, parent: Option<ProvisionId>) -> Option<u32> {
        match parent {
            Some(parent) => {
                let opening = self.index.provision_at(parent)?.opening;
                Some(self.index.block_at(opening)?.span.end + 1)
            }
            None => Some(self.index.parts().get(part as usize)?.span.end),
        }
    }

    fn closing(&self, provision: ProvisionId) -> Option<Place> {
        let id = *self.found.provisions.get(&provision)?;
        let entry = self.index.provision_at(id)?;
        match entry.closing {
            Some(block) => {
                let at = self.index.block_at(block)?.span.end;
                Some(Place::Point { block, at, side: Side::Previous })
            }
            None => Some(Place::Closing { provision: id, at: entry.span.end }),
        }
    }

    /// The sentences that a place lies in, counted in its block.
    fn sentences(&self, place: Place) -> Option<(u32, u32)> {
        let span = place.span();
        let sentences = self.index.sentences_of(self.index.block_of(span.start)?);
        let first = sentences.iter().position(|sentence| sentence.end >= span.start)? as u32;
        let last = sentences.iter().rposition(|sentence| sentence.start <= span.end)? as u32;
        Some((first + 1, last.max(first) + 1))
    }

    /// A payload with its references brought to the new numbers.
    fn payload(&self, payload: &Payload, part: u32) -> Payload {
        let mut payload = payload.clone();
        for paragraph in &mut payload.paragraphs {
            let tables = &self.adopted.base.tables.references;
            self.renumber(&mut paragraph.content, part, tables);
        }
        payload
    }

    fn renumber(&self, content: &mut Fragment, part: u32, tables: &References) {
        references::renumber(content, tables, |old| {
            let [id] = *self.adopted.base.index.numbered(part, old) else { return None };
            let new = self.numbers.get(id.0 as usize).and_then(Option::as_ref);
            new.map(|new| new.number.clone())
        });
    }
}
