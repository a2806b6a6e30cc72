//! Whether what is said to follow from an event can.

use super::{Refusal, Stage, State};
use crate::event::{Consequence, Event, Id, Seq};
use crate::log::Entry;
use crate::rules::{Effect, Rules};
use std::collections::BTreeSet;

impl State {
    pub(super) fn checked_consequences(&self, entry: &Entry, rules: &Rules) -> Result<(), Refusal> {
        let mut gone = BTreeSet::new();
        for consequence in &entry.then {
            match consequence {
                Consequence::Fell { amendment, because } => {
                    let at = self.can_be_decided_with(amendment, &entry.event)?;
                    let live = |seq: &Seq| *seq == entry.seq || self.stands(*seq);
                    let ascending = because.is_sorted_by(|a, b| a < b);
                    if because.is_empty()
                        || !ascending
                        || !because.iter().all(live)
                        || !gone.insert(at)
                    {
                        return Err(Refusal::Consequence { amendment: amendment.clone() });
                    }
                }
                Consequence::Shares { amendment } => {
                    let at = self.can_be_decided_with(amendment, &entry.event)?;
                    let decides = matches!(
                        entry.event,
                        Event::Voted { .. }
                            | Event::DeclaredDecided { .. }
                            | Event::CommonPartVoted { .. }
                    );
                    if !decides || !gone.insert(at) {
                        return Err(Refusal::Consequence { amendment: amendment.clone() });
                    }
                }
                Consequence::Superseded { amendment } => {
                    let record = self.known(amendment).map(|at| &self.amendments[at])?;
                    if !record.decision().is_some_and(|decision| decision.outcome.is_adopted()) {
                        return Err(Refusal::Consequence { amendment: amendment.clone() });
                    }
                }
                Consequence::ForRuling { event } if !self.stands(*event) => {
                    return Err(Refusal::UnknownEvent { event: *event });
                }
                Consequence::ForRuling { .. } => {}
                Consequence::Displaced { amendment, .. } => self.undecided(amendment).map(drop)?,
            }
        }
        if let Some(loser) = loser(&entry.event)
            && !self.position(loser).is_some_and(|at| gone.contains(&at))
        {
            return Err(Refusal::Consequence { amendment: loser.clone() });
        }
        if rules.falls.sub_amendments_if_gone.value != Effect::Falls {
            return Ok(());
        }
        // No sub-amendment stays open to what is gone.
        for parent in self.gone_by(&entry.event).into_iter().chain(gone.iter().copied()) {
            let left = self.waiting_sub_amendments(parent).find(|sub| !gone.contains(sub));
            if let Some(sub) = left {
                return Err(Refusal::Consequence { amendment: self.amendments[sub].id.clone() });
            }
        }
        Ok(())
    }

    /// Positions of the amendments that an event itself decides, so that sub-amendments to them which wait fall.
    pub fn gone_by(&self, event: &Event) -> Vec<usize> {
        match event {
            Event::NotMoved { amendment }
            | Event::Withdrawn { amendment, .. }
            | Event::RuledOut { amendment, .. }
            | Event::Split { amendment, .. }
            | Event::DeclaredDecided { amendment } => {
                self.position(amendment).into_iter().collect()
            }
            Event::Voted { amendments, .. } => {
                amendments.iter().filter_map(|id| self.position(id)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn can_be_decided_with(&self, amendment: &Id, event: &Event) -> Result<usize, Refusal> {
        let at = self.known(amendment)?;
        let refused = || Refusal::Consequence { amendment: amendment.clone() };
        let directly = match event {
            Event::Voted { amendments, .. } => amendments.contains(amendment),
            Event::DeclaredDecided { amendment: decided } => decided == amendment,
            _ => false,
        };
        let reopened = match event {
            Event::Annulled { event, .. } => {
                self.standing.get(event).is_some_and(|standing| standing.amendments.contains(&at))
            }
            _ => false,
        };
        let open = matches!(
            self.amendments[at].stage,
            Stage::Open | Stage::Tabled | Stage::Offered { .. }
        );
        if directly || !(open || reopened) { Err(refused()) } else { Ok(at) }
    }
}

/// Of two rivals that were put against each other, the one that lost.
fn loser(event: &Event) -> Option<&Id> {
    match event {
        Event::Paired { first, second, vote } => Some(if vote.adopted { second } else { first }),
        _ => None,
    }
}
