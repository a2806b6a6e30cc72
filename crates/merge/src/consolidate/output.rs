//! From the working tree to the new text and the tracked changes.

use super::Consolidation;
use super::work::{By, Piece, State, Whole, WorkBlock, WorkChild, WorkPart, WorkProvision};
use crate::tracked::{
    self, Author, Change, TrackedBlock, TrackedChild, TrackedPart, TrackedProvision,
};
use source::{Origin, Span, fault, fault::Fault};
use text::{Block, Child, Draft, Fragment, Mark, Part, Provision};

/// The new text.
pub(super) fn draft(what: &Consolidation<'_>, parts: &[WorkPart<'_>]) -> Draft {
    let old = what.base.draft;
    let part = |(part, work): (&Part, &WorkPart<'_>)| Part {
        letter: part.letter.clone(),
        kind: part.kind,
        heading: part.heading.clone(),
        title: work.title.as_ref().map(block),
        children: children(&work.children),
    };
    Draft { lang: old.lang, parts: old.parts.iter().zip(parts).map(part).collect() }
}

fn children(work: &[WorkChild<'_>]) -> Vec<Child> {
    let child = |child: &WorkChild<'_>| match child {
        WorkChild::Block(work) if work.is_new() => Some(Child::Block(block(work))),
        WorkChild::Provision(work) if work.is_new() => Some(Child::Provision(provision(work))),
        WorkChild::Opaque(opaque, None | Some(Whole::Inserted(_))) => {
            Some(Child::Opaque((*opaque).clone()))
        }
        WorkChild::Block(_)
        | WorkChild::Provision(_)
        | WorkChild::Opaque(..)
        | WorkChild::Probe(_) => None,
    };
    work.iter().filter_map(child).collect()
}

fn provision(work: &WorkProvision<'_>) -> Provision {
    Provision {
        number: work.number.clone(),
        children: children(&work.children),
        origin: work.old.map(|(_, old)| old.origin.clone()).unwrap_or_default(),
    }
}

/// The new text of a block, its marks, and the origin of what was kept.
fn block(work: &WorkBlock<'_>) -> Block {
    if let (Some((_, old)), false) = (work.old, work.is_changed()) {
        return old.clone();
    }
    let (mut content, mut origin) = (Fragment::default(), Origin::default());
    for piece in work.pieces.iter().filter(|piece| piece.is_new()) {
        if let (Some((_, old)), Some((_, from)), State::Kept) = (work.old, piece.from, &piece.state)
        {
            let from = from as usize;
            origin.append(&old.origin.slice(from, from + piece.text.len()), content.text.len());
        }
        push(&mut content, piece);
    }
    Block { content, origin }
}

/// Puts a piece behind a fragment; a mark that was cut in two is one again.
fn push(content: &mut Fragment, piece: &Piece<'_>) {
    let at = content.text.len();
    content.text.push_str(&piece.text);
    let Some((fragment, from)) = piece.from else { return };
    if fragment.marks.is_empty() {
        return;
    }
    let span = Span { start: from, end: from + piece.text.len() as u32 };
    for mark in fragment.marks_in(span) {
        let mark = Mark { kind: mark.kind, span: mark.span.shifted(at) };
        let before = content
            .marks
            .iter_mut()
            .rfind(|before| before.kind == mark.kind && before.span.end == mark.span.start);
        match before
            .filter(|before| before.span.end as usize == at && mark.span.start as usize == at)
        {
            Some(before) => before.span.end = mark.span.end,
            None => content.marks.push(mark),
        }
    }
}

/// Old and new side by side.
pub(super) fn tracked(
    what: &Consolidation<'_>,
    parts: &[WorkPart<'_>],
    ranks: &[u32],
) -> Vec<TrackedPart> {
    let names = Names { what, ranks };
    let part = |(part, work): (&Part, &WorkPart<'_>)| TrackedPart {
        letter: part.letter.clone(),
        kind: part.kind,
        heading: part.heading.clone(),
        title: work.title.as_ref().map(|block| names.block(block)),
        children: names.children(&work.children),
    };
    what.base.draft.parts.iter().zip(parts).map(part).collect()
}

/// Turns positions of amendments into numbers.
struct Names<'n, 'a> {
    what: &'n Consolidation<'a>,
    ranks: &'n [u32],
}

impl Names<'_, '_> {
    fn number(&self, at: u32) -> String {
        self.what.adopted.get(at as usize).map_or(String::new(), |placed| placed.number.to_owned())
    }

    fn author(&self, by: &By) -> Author {
        match by {
            By::Amendment(at) => Author::Amendment(self.number(*at)),
            By::Editorial(causes) => {
                let mut causes = causes.clone();
                causes.sort_by_key(|at| self.ranks.get(*at as usize));
                Author::Editorial(causes.iter().map(|at| self.number(*at)).collect())
            }
        }
    }

    fn whole(&self, whole: Option<&Whole>) -> Option<tracked::Whole> {
        Some(match whole? {
            Whole::Inserted(by) => tracked::Whole::Inserted(self.author(by)),
            Whole::Deleted(by) => tracked::Whole::Deleted(self.author(by)),
        })
    }

    fn children(&self, work: &[WorkChild<'_>]) -> Vec<TrackedChild> {
        let child = |child: &WorkChild<'_>| match child {
            WorkChild::Block(block) => Some(TrackedChild::Block(self.block(block))),
            WorkChild::Provision(work) => Some(TrackedChild::Provision(self.provision(work))),
            WorkChild::Opaque(opaque, whole) => {
                Some(TrackedChild::Opaque(opaque.text.clone(), self.whole(whole.as_ref())))
            }
            WorkChild::Probe(_) => None,
        };
        work.iter().filter_map(child).collect()
    }

    fn provision(&self, work: &WorkProvision<'_>) -> TrackedProvision {
        let old = work.old.map(|(_, old)| old.number.clone());
        let new = work.is_new().then(|| work.number.clone());
        let causes = By::Editorial(work.number_causes.clone());
        let whole = work.whole.as_ref().map(|whole| match whole {
            Whole::Inserted(by) | Whole::Deleted(by) => by,
        });
        let by = || self.author(whole.unwrap_or(&causes));
        let number = match (old.filter(|_| work.is_old()), new) {
            (Some(old), Some(new)) if old == new => vec![Change::Kept(old)],
            (old, new) => {
                let gone = old.map(|old| Change::Deleted(old, by()));
                gone.into_iter().chain(new.map(|new| Change::Inserted(new, by()))).collect()
            }
        };
        let number = number.into_iter().filter(|change| !change.text().is_empty()).collect();
        let whole = self.whole(work.whole.as_ref());
        TrackedProvision { number, children: self.children(&work.children), whole }
    }

    fn block(&self, work: &WorkBlock<'_>) -> TrackedBlock {
        let mut changes: Vec<Change> = Vec::with_capacity(work.pieces.len());
        for piece in work.pieces.iter().filter(|piece| !piece.text.is_empty()) {
            let text = piece.text.as_ref();
            let next = match &piece.state {
                State::Kept => Change::Kept(text.to_owned()),
                State::Inserted(by) => Change::Inserted(text.to_owned(), self.author(by)),
                State::Deleted(by) => Change::Deleted(text.to_owned(), self.author(by)),
            };
            let space = matches!(&piece.state, State::Inserted(By::Editorial(_))) && text == " ";
            if space && fault::planted(Fault::TrackedWithoutSeams) {
                continue;
            }
            match changes.last_mut().and_then(|last| last.joins(&next)) {
                Some(last) => last.push_str(text),
                None => changes.push(next),
            }
        }
        let old_marks = match (work.old, &work.whole) {
            (Some((_, old)), _) => old.content.marks.clone(),
            (None, _) => Vec::new(),
        };
        let new_marks = if work.is_new() { block(work).content.marks } else { Vec::new() };
        TrackedBlock { changes, old_marks, new_marks, whole: self.whole(work.whole.as_ref()) }
    }
}
