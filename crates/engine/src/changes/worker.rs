//! Words every change and tries all of them together.

use super::structure::{self, Op, Place};
use super::tree::{Line, Node, lines, nodes};
use super::{Change, Changes, Doubt, Touched, Why};
use crate::adopt::{Selection, adopt};
use crate::state::Profile;
use crate::wording::{self, Edit};
use crate::{Dossier, State, Version};
use instruction::{
    Edited, Frame, Instruction, Locator, Operation, Provisions, Scope, Subject, Unit, generate,
    parse, resolve,
};
use merge::{Base, Consolidation, Mode, Placed, consolidate};
use source::Span;
use std::collections::BTreeSet;
use std::sync::Arc;
use text::{Child, Draft, Index, Part};

/// So many bytes of draft text are gone through for wordings. Each is tried on the text around it, so that a
/// draft of 300 pages with changes everywhere is far from it.
const MOST: usize = 64 << 20;

/// On the way from two drafts to amendments.
pub(super) struct Worker<'v> {
    old: &'v Version,
    new: &'v Draft,
    /// The old draft without amendments.
    state: State,
    left: usize,
    changes: Changes,
    /// The provisions that both drafts have, by part and position among all of the part.
    kept: Vec<Kept>,
}

/// A provision that both drafts have.
struct Kept {
    part: usize,
    old: usize,
    new: usize,
    number: String,
    at: Option<u32>,
}

/// A provision opened by whom in which draft.
type Pair<'n, 'a> = (&'n Node<'a>, &'n Node<'a>);

impl<'v> Worker<'v> {
    pub(super) fn new(old: &'v Version, new: &'v Draft) -> Self {
        let dossier = Dossier { versions: vec![old.clone()], ..Dossier::default() };
        let state = State::new(dossier, Profile::default(), Vec::new());
        let (changes, kept) = (Changes::default(), Vec::new());
        Self { old, new, state, left: MOST, changes, kept }
    }

    pub(super) fn finished(mut self) -> Changes {
        let (old, new) = (&self.old.draft.parts, &self.new.parts);
        let same = |(old, new): (&Part, &Part)| (old.kind, &old.letter) == (new.kind, &new.letter);
        if old.len() != new.len() || !old.iter().zip(new).all(same) {
            self.doubt(Why::Parts, "", None);
            return self.changes;
        }
        for (at, (old, new)) in old.iter().zip(new).enumerate() {
            self.part(at, old, new);
        }
        self.together();
        self.changes
    }

    fn doubt(&mut self, why: Why, number: &str, at: Option<u32>) {
        let at = Span::at(at.unwrap_or(0) as usize);
        self.changes.doubts.push(Doubt { why, number: number.to_owned(), at });
    }

    fn part(&mut self, at: usize, old: &'v Part, new: &'v Part) {
        self.title(at, old, new);
        let ((loose, old_nodes), (new_loose, new_nodes)) = (nodes(old), nodes(new));
        if loose != new_loose {
            self.doubt(Why::OutOfReach, "", None);
        }
        let (mut ops, mut kept) = (Vec::new(), Vec::new());
        structure::compare(&old_nodes, &new_nodes, None, &mut ops, &mut kept);
        self.kept.extend(kept.iter().map(|(old, new)| Kept {
            part: at,
            old: old.flat,
            new: new.flat,
            number: old.number.to_owned(),
            at: old.at,
        }));
        let structural: Vec<Option<Instruction<Locator>>> =
            ops.iter().map(|op| self.structural(at, old, op)).collect();
        let settled = self.settled(at, new, &structural);
        for (op, instruction) in ops.iter().zip(structural) {
            self.op(at, op, instruction, &settled);
        }
    }

    /// Notes a change under the places that it touches.
    fn word(&mut self, part: usize, wording: String, old: &[&Node<'_>], new: &[&Node<'_>]) {
        let mut touched = Touched::default();
        old.iter().for_each(|node| node.places(&mut touched.old));
        new.iter().for_each(|node| node.places(&mut touched.new));
        self.changes.worded.push(Change { part: part as u32, wording, touched });
    }

    fn title(&mut self, at: usize, old: &Part, new: &Part) {
        let text = |part: &Part| part.title.as_ref().map(|block| block.content.text.clone());
        let (before, after) = (text(old), text(new));
        if before == after {
            return;
        }
        let place = |part: &Part| part.title.as_ref().and_then(|block| block.origin.offset(0));
        let edit = Edit::Title(after.unwrap_or_default());
        match self.derived(at, &self.state, &edit) {
            Some(wording) => {
                let touched = Touched {
                    old: place(old).into_iter().collect(),
                    new: place(new).into_iter().collect(),
                };
                self.changes.worded.push(Change { part: at as u32, wording, touched });
            }
            None => self.doubt(Why::NoWording, "", place(old)),
        }
    }

    fn derived(&self, part: usize, state: &State, edit: &Edit) -> Option<String> {
        let lang = self.old.lang;
        let worded = wording::wording(state, part as u32, edit, lang, &[lang]).ok()?;
        worded.wordings.into_iter().map(|(_, wording)| wording).next()
    }

    /// The instruction of a change of whole provisions, tried alone.
    fn structural(
        &mut self,
        at: usize,
        old: &Part,
        op: &Op<'_, '_>,
    ) -> Option<Instruction<Locator>> {
        let operation = match op {
            Op::Gone(gone) => structure::delete(gone),
            Op::Came(place, came) => structure::insert(place, came)?,
            Op::Opening(..) | Op::Rest(_) => return None,
        };
        if !self.spend(self.old.index.text().len()) || !self.is_unique(at, &operation) {
            return None;
        }
        let instruction = Instruction { frame: self.frame(at), operations: vec![operation] };
        let spoken = self.old.language()?;
        let wording = generate(&instruction, spoken);
        if parse(&wording, spoken).instruction.as_ref() != Some(&instruction) {
            return None;
        }
        let new = self.carried_out(at, std::slice::from_ref(&instruction))?;
        let fits = match op {
            Op::Came(place, came) => structure::is_inserted(old, new.parts.get(at)?, place, came),
            _ => true,
        };
        fits.then_some(instruction)
    }

    /// The text that wordings of this part speak of.
    fn frame(&self, at: usize) -> Frame {
        let parts = &self.old.draft.parts;
        let Some(part) = parts.get(at) else { return Frame::default() };
        let several = parts.iter().filter(|other| other.kind == part.kind).count() > 1;
        let letter = several.then(|| part.letter.clone());
        let subject = match part.kind {
            text::TextKind::Other => Subject::Unstated,
            kind => Subject::Draft(kind, letter),
        };
        Frame { subject, only: None }
    }

    /// Whether each number that the operation cites stands once in its part.
    fn is_unique(&self, part: usize, operation: &Operation<Locator>) -> bool {
        let Unit::Provisions(provisions) = &operation.at().unit else { return true };
        let ends = match provisions {
            Provisions::Range(first, last) => vec![first.clone(), last.clone()],
            other => other.cited(),
        };
        let index = &self.old.index;
        ends.iter().all(|number| index.numbered(part as u32, number).len() == 1)
    }

    /// The draft with instructions about one of its parts carried out.
    fn carried_out(&self, part: usize, all: &[Instruction<Locator>]) -> Option<Draft> {
        let spoken = self.old.language()?;
        let Version { draft, index, .. } = self.old;
        let scope = Scope { draft, index, part: Some(part as u32), language: spoken };
        let placed = all.iter().map(|written| resolve(written, &scope, &mut Vec::new()));
        let placed = placed.collect::<Option<Vec<_>>>()?;
        let adopted: Vec<Placed<'_>> =
            placed.iter().map(|instruction| Placed { number: "1", instruction }).collect();
        let consolidation = Consolidation {
            base: Base { draft, index, tables: &spoken.tables },
            adopted: &adopted,
            mode: Mode::Set,
            rules: &self.state.profile.falls,
            order: &self.state.profile.order,
        };
        Some(consolidate(&consolidation).ok()?.draft)
    }

    /// The part with whole provisions put in and taken out, if it then has those of the new one.
    fn settled(
        &self,
        at: usize,
        new: &Part,
        structural: &[Option<Instruction<Locator>>],
    ) -> Vec<Line> {
        let all: Vec<_> = structural.iter().flatten().cloned().collect();
        let made = self.carried_out(at, &all);
        let made = made.and_then(|draft| draft.parts.get(at).map(lines)).unwrap_or_default();
        let fits = made.len() == lines(new).len();
        if fits { made } else { Vec::new() }
    }

    fn op(
        &mut self,
        at: usize,
        op: &Op<'_, '_>,
        instruction: Option<Instruction<Locator>>,
        settled: &[Line],
    ) {
        let spoken = self.old.language();
        let wording = instruction.zip(spoken).map(|(written, spoken)| generate(&written, spoken));
        let why = if self.left == 0 { Why::TooMuch } else { Why::NoWording };
        match (op, wording) {
            (Op::Opening(old, new), _) => self.opening(at, (*old, *new), settled),
            (Op::Rest(node), _) => self.doubt(Why::OutOfReach, node.number, node.at),
            (Op::Gone(gone), Some(wording)) => self.word(at, wording, gone, &[]),
            (Op::Came(Place::Instead(gone), came), Some(wording)) => {
                self.word(at, wording, gone, came);
            }
            (Op::Came(_, came), Some(wording)) => self.word(at, wording, &[], came),
            (Op::Gone(nodes), None) => {
                if let Some(first) = nodes.first() {
                    self.doubt(why, first.number, first.at);
                }
            }
            (Op::Came(place, came), None) => {
                let beside = match place {
                    Place::After(node) | Place::Before(node) | Place::Below(node) => node.at,
                    Place::Instead(nodes) => nodes.first().and_then(|node| node.at),
                    Place::Nowhere => None,
                };
                let number = came.first().map_or("", |node| node.number);
                self.doubt(why, number, beside);
            }
        }
    }

    /// Another opening text: worded on its own, with the marks at its end as they were where those are the
    /// list's.
    fn opening(&mut self, at: usize, (old, new): Pair<'_, '_>, settled: &[Line]) {
        if settled.get(new.flat).is_some_and(|line| line.text == new.text()) {
            return;
        }
        let around = self.around(at, old);
        if !self.spend(around.index.text().len()) {
            self.doubt(Why::TooMuch, old.number, old.at);
            return;
        }
        let dossier = Dossier { versions: vec![around], ..Dossier::default() };
        let state = State::new(dossier, Profile::default(), Vec::new());
        let derived = |text: String| {
            let edit = Edit::Provision(old.number.to_owned(), Edited::Text(vec![text]));
            self.derived(at, &state, &edit)
        };
        let exact = derived(new.text().to_owned());
        let like = structure::marked_like(new.text(), old.text());
        let wording = exact.or_else(|| (like != old.text()).then(|| derived(like))?);
        match wording {
            Some(wording) => self.word_opening(at, wording, (old, new)),
            None => self.doubt(Why::NoWording, old.number, old.at),
        }
    }

    /// The change touches the two opening texts and nothing below them.
    fn word_opening(&mut self, part: usize, wording: String, (old, new): Pair<'_, '_>) {
        let touched =
            Touched { old: old.at.into_iter().collect(), new: new.at.into_iter().collect() };
        self.changes.worded.push(Change { part: part as u32, wording, touched });
    }

    /// The old draft with only the top provision of its part that this one stands in.
    fn around(&self, at: usize, node: &Node<'_>) -> Version {
        let mut draft = Draft { lang: self.old.lang, parts: Vec::new() };
        for (position, part) in self.old.draft.parts.iter().enumerate() {
            let mut first = 0;
            let mut children = Vec::new();
            for child in part.children.iter().filter(|_| position == at) {
                let Child::Provision(top) = child else { continue };
                let count = 1 + provisions_below(&top.children);
                if (first..first + count).contains(&node.flat) {
                    children.push(child.clone());
                }
                first += count;
            }
            draft.parts.push(Part { children, ..bare(part) });
        }
        let index = match self.old.style.language(draft.lang) {
            Some(spoken) => Index::new(&draft, &spoken.tables.sentences),
            None => Index::default(),
        };
        // Field by field: the whole draft is not copied for each of its provisions.
        Version {
            lang: self.old.lang,
            style: self.old.style,
            title: None,
            date: None,
            edition: None,
            draft,
            index,
            file: Arc::clone(&self.old.file),
        }
    }

    fn spend(&mut self, bytes: usize) -> bool {
        self.left = self.left.saturating_sub(bytes.max(1));
        self.left > 0
    }

    /// Adopts all amendments together and says where the text is not the new draft's.
    fn together(&mut self) {
        let lang = self.old.lang;
        let amendments = self.changes.worded.iter().enumerate();
        let amendments = amendments.map(|(at, change)| change.amendment(at + 1, lang, Vec::new()));
        let dossier = Dossier {
            versions: vec![self.old.clone()],
            amendments: amendments.collect(),
            ..Dossier::default()
        };
        let state = State::new(dossier, Profile::default(), Vec::new());
        let mut chosen: Vec<usize> = (0..self.changes.worded.len()).collect();
        let adopted = loop {
            match adopt(&state, &Selection::Set(chosen.clone())) {
                Ok(adopted) => break adopted,
                Err(refusal) => {
                    let refused = refusal.amendment();
                    let before = chosen.len();
                    chosen.retain(|at| *at != refused);
                    if chosen.len() == before {
                        chosen.clear();
                    }
                }
            }
        };
        self.leave_out(&chosen);
        if let Some(text) = adopted.texts.first() {
            self.compared(&text.consolidated.draft);
        }
    }

    fn leave_out(&mut self, chosen: &[usize]) {
        let chosen: BTreeSet<usize> = chosen.iter().copied().collect();
        let worded = std::mem::take(&mut self.changes.worded);
        for (at, change) in worded.into_iter().enumerate() {
            if chosen.contains(&at) {
                self.changes.worded.push(change);
                continue;
            }
            let place = change.touched.old.first().copied();
            self.doubt(Why::NotTogether, "", place);
        }
    }

    /// Says where the adopted text is not the new draft's, of provisions of which nothing is said yet.
    fn compared(&mut self, adopted: &Draft) {
        let said: BTreeSet<String> =
            self.changes.doubts.iter().map(|doubt| doubt.number.clone()).collect();
        let said_any = !self.changes.doubts.is_empty();
        let mut doubts = Vec::new();
        for (part, (made, wanted)) in adopted.parts.iter().zip(&self.new.parts).enumerate() {
            let before = self.old.draft.parts.get(part).map(lines).unwrap_or_default();
            let (made, wanted) = (lines(made), lines(wanted));
            let shape = |lines: &[Line]| -> Vec<usize> { lines.iter().map(|l| l.depth).collect() };
            if shape(&made) != shape(&wanted) {
                // Where something has no wording, this follows.
                if !said_any {
                    doubts.push(Doubt {
                        why: Why::Differs,
                        number: String::new(),
                        at: Span::at(0),
                    });
                }
                continue;
            }
            let kept: std::collections::BTreeMap<usize, &Kept> = self
                .kept
                .iter()
                .filter(|kept| kept.part == part)
                .map(|kept| (kept.new, kept))
                .collect();
            for (at, (made, wanted)) in made.iter().zip(&wanted).enumerate() {
                if made.text == wanted.text {
                    continue;
                }
                let kept = kept.get(&at);
                let number = kept.map_or(wanted.number.as_str(), |kept| &kept.number);
                if said.contains(number) {
                    continue;
                }
                let untouched = kept
                    .and_then(|kept| before.get(kept.old))
                    .is_some_and(|line| line.text == wanted.text);
                let marks = structure::unmarked(&made.text) == structure::unmarked(&wanted.text);
                let why = if untouched || marks { Why::Settled } else { Why::Differs };
                let place = kept.and_then(|kept| kept.at).unwrap_or(0);
                let at = Span::at(place as usize);
                doubts.push(Doubt { why, number: number.to_owned(), at });
            }
        }
        self.changes.doubts.extend(doubts);
    }
}

fn provisions_below(children: &[Child]) -> usize {
    let below = |child: &Child| match child {
        Child::Provision(provision) => 1 + provisions_below(&provision.children),
        Child::Block(_) | Child::Opaque(_) => 0,
    };
    children.iter().map(below).sum()
}

/// A part without what stands in it.
fn bare(part: &Part) -> Part {
    Part {
        letter: part.letter.clone(),
        kind: part.kind,
        heading: part.heading.clone(),
        title: part.title.clone(),
        children: Vec::new(),
    }
}
