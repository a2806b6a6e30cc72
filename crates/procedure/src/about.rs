//! Which amendments an event is about.

use crate::event::{Consequence, Event, Id};
use crate::log::Entry;
use crate::state::State;

/// The amendments that an entry names, that follow from it, or that a decision it cites was on, each once, in the order
/// in which they are named. `before` is the state before the entry; the opening, which lists them all, is about none.
pub fn amendments(entry: &Entry, before: &State) -> Vec<Id> {
    let mut all: Vec<Id> = named(&entry.event).into_iter().cloned().collect();
    if let Some((decided, _)) = cited(&entry.event).and_then(|event| before.decided_by(event)) {
        let records = decided.iter().filter_map(|at| before.record(*at));
        all.extend(records.map(|record| record.id.clone()));
    }
    all.extend(entry.then.iter().filter_map(of_consequence).cloned());
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|id| seen.insert(id.clone()));
    all
}

/// The amendment that something happens to by the rules.
pub fn of_consequence(consequence: &Consequence) -> Option<&Id> {
    match consequence {
        Consequence::Fell { amendment, .. }
        | Consequence::Shares { amendment }
        | Consequence::Superseded { amendment }
        | Consequence::Displaced { amendment, .. } => Some(amendment),
        Consequence::ForRuling { .. } => None,
    }
}

fn named(event: &Event) -> Vec<&Id> {
    match event {
        Event::Drafted { amendment, parent, .. } | Event::OralOffered { amendment, parent, .. } => {
            std::iter::once(amendment).chain(parent).collect()
        }
        Event::Ordered { amendment, before, .. } => {
            std::iter::once(amendment).chain(before).collect()
        }
        Event::Signed { amendment, .. }
        | Event::SignatureWithdrawn { amendment, .. }
        | Event::Tabled { amendment, .. }
        | Event::Admitted { amendment, .. }
        | Event::RuledOut { amendment, .. }
        | Event::Numbered { amendment, .. }
        | Event::Revised { amendment, .. }
        | Event::Translated { amendment, .. }
        | Event::Compromise { amendment, .. }
        | Event::Separated { amendment, .. }
        | Event::CommitteePosition { amendment, .. }
        | Event::Objected { amendment, .. }
        | Event::DeclaredDecided { amendment }
        | Event::Called { amendment }
        | Event::Moved { amendment, .. }
        | Event::NotMoved { amendment }
        | Event::OralObjected { amendment, .. }
        | Event::OralAdmitted { amendment }
        | Event::Spoke { amendment, .. }
        | Event::Withdrawn { amendment, .. }
        | Event::CarriedOver { amendment, .. } => vec![amendment],
        Event::Related { first, second, .. }
        | Event::RelationLifted { first, second, .. }
        | Event::Paired { first, second, .. } => vec![first, second],
        Event::Grouped { amendments, .. }
        | Event::Proposed { amendments, .. }
        | Event::Voted { amendments, .. }
        | Event::CommonPartVoted { amendments, .. } => amendments.iter().collect(),
        Event::Split { amendment, into } => {
            std::iter::once(amendment).chain(into.iter().map(|piece| &piece.id)).collect()
        }
        Event::Opened { .. }
        | Event::Published { .. }
        | Event::Seized { .. }
        | Event::DeadlineSet { .. }
        | Event::SittingOpened { .. }
        | Event::SittingClosed {}
        | Event::QuorumChecked { .. }
        | Event::Corrected { .. }
        | Event::Annulled { .. }
        | Event::Upheld { .. }
        | Event::DraftRevised { .. }
        | Event::TextVoted { .. }
        | Event::ReferredBack { .. }
        | Event::TextNumbered { .. }
        | Event::Edited { .. } => Vec::new(),
    }
}

/// The earlier event that an event changes or confirms.
fn cited(event: &Event) -> Option<crate::event::Seq> {
    match event {
        Event::Corrected { event, .. }
        | Event::Annulled { event, .. }
        | Event::Upheld { event, .. } => Some(*event),
        _ => None,
    }
}
