//! What is allowed of decisions that were made, and of texts as a whole.

use super::{Checked, stage_of};
use crate::event::{Count, Event, Seq, Vote};
use crate::rules::Rules;
use crate::state::majority::{follows, is_taken_rightly, rolls_add_up};
use crate::state::{Needed, Outcome, Record, Refusal, Stage, State, TextOutcome};

impl State {
    pub(super) fn checked_after(&self, event: &Event, rules: &Rules) -> Checked {
        match event {
            Event::Corrected { event, count, .. } => self.can_be_corrected(*event, count, rules),
            Event::Annulled { event, .. } if !self.stands(*event) => {
                Err(Refusal::UnknownEvent { event: *event })
            }
            Event::Annulled { event, .. } => {
                self.floor_is_free()?;
                self.nothing_stands_on(*event)
            }
            Event::Upheld { event, .. } if !self.for_ruling.contains(event) => {
                Err(Refusal::NothingToRule { event: *event })
            }
            Event::Upheld { event, .. } => self.leaves_nothing_open(*event),
            Event::TextVoted { part, vote } => {
                self.floor_is_free()?;
                self.text_is_open(*part)?;
                // One of which nobody knows to which text it is holds up all of them, once it is in order.
                let undecided = self.amendments.iter().find(|record| match record.stage {
                    Stage::Open => record.part.is_none_or(|of| of == *part),
                    Stage::Tabled | Stage::Offered { .. } => record.part == Some(*part),
                    Stage::Drafted | Stage::Decided(_) => false,
                });
                if let Some(record) = undecided {
                    return Err(Refusal::AmendmentsOpen { first: record.id.clone() });
                }
                if let Some(event) = self.for_ruling.iter().find(|seq| self.concerns(**seq, *part))
                {
                    return Err(Refusal::RulingsOpen { event: *event });
                }
                is_taken_rightly(vote, true, rules)?;
                let kind = self.texts.get(*part).ok_or(Refusal::UnknownText { part: *part })?.kind;
                follows(vote, Needed::for_a_text(kind, rules), rules)?;
                self.has_its_quorum(rules)
            }
            Event::ReferredBack { part, .. } => self.floor_is_free().and(self.text_is_open(*part)),
            Event::TextNumbered { part, .. } | Event::Edited { part, .. } => {
                let text = self.texts.get(*part).ok_or(Refusal::UnknownText { part: *part })?;
                match &text.outcome {
                    Some(TextOutcome::Voted { vote, .. }) if vote.adopted => Ok(()),
                    _ => Err(Refusal::TextNotAdopted { part: *part }),
                }
            }
            _ => Ok(()),
        }
    }

    /// Whether a decision that stands is on an amendment to this text.
    fn concerns(&self, event: Seq, part: usize) -> bool {
        let decided = self.standing.get(&event).map_or(&[][..], |standing| &standing.amendments);
        let mut records = decided.iter().filter_map(|at| self.record(*at));
        records.any(|record| record.part.is_none_or(|of| of == part))
    }

    /// What is decided under a decision that stands can never be decided again: an amendment to a text that was voted on,
    /// a sub-amendment to what was.
    fn leaves_nothing_open(&self, event: Seq) -> Checked {
        let Some((amendments, text)) = self.decided_by(event) else { return Ok(()) };
        let subs = amendments.iter().find_map(|at| self.open_sub_amendments(*at).next());
        let of_the_text = || {
            let part = text?;
            self.open().find(|at| self.amendments[*at].part.is_none_or(|of| of == part))
        };
        match subs.or_else(of_the_text) {
            Some(at) => Err(Refusal::LeavesOpen { first: self.amendments[at].id.clone() }),
            None => Ok(()),
        }
    }

    fn can_be_corrected(&self, event: Seq, count: &Count, rules: &Rules) -> Checked {
        let unknown = Refusal::UnknownEvent { event };
        let standing = self.standing.get(&event).ok_or(unknown.clone())?;
        let (vote, needed) = match standing.text.and_then(|part| self.texts.get(part)) {
            Some(text) => match &text.outcome {
                Some(TextOutcome::Voted { vote, .. }) => {
                    (vote, Needed::for_a_text(text.kind, rules))
                }
                _ => return Err(unknown),
            },
            None => {
                let records = standing.amendments.iter().filter_map(|at| self.record(*at));
                let mut decisions = records.filter_map(Record::decision);
                let found = decisions.find(|decision| decision.event == event);
                let vote = found.and_then(|decision| decision.vote.as_ref()).ok_or(unknown)?;
                (vote, Needed::for_an_amendment(rules))
            }
        };
        let corrected = Vote { count: Some(count.clone()), ..vote.clone() };
        rolls_add_up(&corrected)?;
        follows(&corrected, needed, rules).map_err(|_| Refusal::OutcomeChanges)
    }

    /// A sub-amendment's decision is not annulled while what was decided with it stands.
    fn nothing_stands_on(&self, event: Seq) -> Checked {
        let decided = self.standing.get(&event).map_or(&[][..], |standing| &standing.amendments);
        for record in decided.iter().filter_map(|at| self.record(*at)) {
            let directly = record.decision().is_some_and(|decision| {
                decision.event == event && decision.outcome != Outcome::Fell
            });
            let parent = record.parent.and_then(|parent| self.record(parent));
            let later = parent.and_then(Record::decision).filter(|found| !found.rests_on(event));
            if let (true, Some(parent), Some(_)) = (directly, parent, later) {
                return Err(stage_of(parent));
            }
        }
        Ok(())
    }
}
