//! The consolidated text, in two passes.
//!
//! 1. The edits of the adopted amendments, strictly inside their places. 2. One editorial pass:
//!    junctions, ends of list items, numbers, cross-references, each change under the name of the
//!    amendments that caused it.

mod counted;
mod edits;
mod join;
mod lists;
mod numbers;
pub(crate) mod open;
mod output;
pub(crate) mod payload;
mod plan;
mod references;
mod restate;
mod seams;
mod select;
mod usage;
mod work;

use crate::{Base, Fall, FallRules, OrderRules, Placed, TrackedPart};
use source::Span;
use text::{Draft, Numbering};

/// How the adopted amendments are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A set, given in calling order: refused where one of them falls by those called before it.
    Set,
    /// In the order of adoption: a wider one supersedes a narrower one adopted before it.
    Sequence,
}

/// What to consolidate.
#[derive(Clone, Copy, Debug)]
pub struct Consolidation<'a> {
    /// The draft.
    pub base: Base<'a>,
    /// The adopted amendments, in calling order (set) or order of adoption (sequence).
    pub adopted: &'a [Placed<'a>],
    /// Which of the two.
    pub mode: Mode,
    /// The chamber's rules on falling.
    pub rules: &'a FallRules,
    /// The chamber's rules of order: at one point the texts stand in calling order, whatever the
    /// order of adoption (law 3).
    pub order: &'a OrderRules,
}

/// The text as adopted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consolidated {
    /// The new text.
    pub draft: Draft,
    /// Old and new with every change and its author.
    pub tracked: Vec<TrackedPart>,
    /// Positions (in the slice given) of earlier adoptions that a later, wider one superseded.
    pub superseded: Vec<usize>,
    /// What the editorial pass did and could not do.
    pub notes: Vec<Note>,
}

/// Something the editorial pass did that the table office should see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// `renumbered` (note): provision `old` is now `new`.
    Renumbered { part: u32, old: String, new: String },
    /// `reference-updated` (note): in provision `provision` (new number), `old` became `new`.
    ReferenceUpdated { part: u32, provision: String, old: String, new: String },
    /// `reference-to-deleted` (error, the text stays): the provision referred to is deleted.
    ReferenceToDeleted { part: u32, provision: String, reference: String },
    /// `reference-range-grew` (warning): a range now takes in a new provision.
    ReferenceRangeGrew { part: u32, provision: String, reference: String },
    /// `place-tracked` (note): what the place hung on is partly gone; the edit went to what is left.
    PlaceTracked { amendment: usize, operation: usize, at: Span },
    /// `operation-lapsed` (warning): one operation's place is gone, the others stand.
    OperationLapsed { amendment: usize, operation: usize, at: Span },
    /// `crossing` (warning): two adopted changes cross; both were carried out.
    Crossing { first: usize, second: usize, shared: Span },
    /// `leading-mark-dropped` (warning): the mark with which a new text begins was left out, because
    /// nothing stands before it; the provision by its new number, empty for a title.
    MarkDropped { amendment: usize, part: u32, provision: String, mark: String },
    /// `list-emptied` (warning): a provision (new number) announces a list that has lost all its
    /// items.
    ListEmptied { part: u32, provision: String },
    /// `superseded` (warning): a later, wider change took this earlier one away.
    Superseded { earlier: usize, later: usize },
}

/// Why a set or sequence cannot stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// `falls`: this one falls by others of the set; positions in the slice given.
    Falls { amendment: usize, fall: Fall },
}

/// Consolidates. On refusal there is no text at all.
pub fn consolidate(what: &Consolidation<'_>) -> Result<Consolidated, Refusal> {
    let Done { parts, selected, notes, .. } = work(what, None)?;
    Ok(Consolidated {
        draft: output::draft(what, &parts),
        tracked: output::tracked(what, &parts, &selected.ranks),
        superseded: selected.superseded,
        notes,
    })
}

/// Whether what is adopted can be carried out together, without making the text: positions of what is superseded,
/// ascending. It costs what the adopted do, whatever the length of the draft.
///
/// # Errors
/// As of [`consolidate`].
pub fn superseded(what: &Consolidation<'_>) -> Result<Vec<usize>, Refusal> {
    Ok(select::select(what, None, &mut Vec::new())?.superseded)
}

/// Gives the notes on marks the new numbers of their provisions.
fn number_marks(what: &Consolidation<'_>, numbers: &numbers::NewNumbers, notes: &mut [Note]) {
    for note in notes {
        let Note::MarkDropped { part, provision, .. } = note else { continue };
        let found = what.base.index.numbered(*part, provision).first();
        let new = found.and_then(|id| numbers.get(id.0 as usize)?.as_ref());
        if let Some(new) = new {
            *provision = new.number.clone();
        }
    }
}

/// Both passes done.
struct Done<'a> {
    parts: Vec<work::WorkPart<'a>>,
    selected: select::Selected<'a>,
    numbers: numbers::NewNumbers,
    notes: Vec<Note>,
}

/// Does both passes; the places of an `open` amendment are marked in the result.
fn work<'a>(what: &Consolidation<'a>, open: Option<&Placed<'a>>) -> Result<Done<'a>, Refusal> {
    let mut notes = Vec::new();
    let selected = select::select(what, open, &mut notes)?;
    let usage = usage::DraftUsage::new(what.base.tables, what.base.index.text());
    let mut plan = plan::plan(&selected.ops, what);
    let mut parts = edits::write(what, &mut plan, &usage, &mut notes);
    match what.base.tables.numbering {
        Numbering::Counted(words) if words.in_order => counted::settle(&mut parts, &words),
        Numbering::Counted(_) => {}
        Numbering::Printed => lists::punctuate(&mut parts, what.base.tables),
    }
    let numbers = numbers::number(what, &mut parts, &mut notes);
    references::update(what, &mut parts, &numbers, &mut notes);
    for (part, content) in parts.iter().enumerate() {
        lists::emptied(part as u32, &content.children, &mut notes);
    }
    number_marks(what, &numbers, &mut notes);
    Ok(Done { parts, selected, numbers, notes })
}
