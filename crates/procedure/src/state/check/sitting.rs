//! What is allowed in the sitting: calling, moving, speaking, deciding.

use super::{Checked, distinct, each_language_once, enough, says_nothing};
use crate::event::{Event, Id, Vote};
use crate::rules::{Permission, Position, QuorumCheck, Rules, Speaker, TakeOver};
use crate::state::majority::{follows, is_taken_rightly};
use crate::state::{Floor, Needed, Quorum, Record, Refusal, Stage, State};

impl State {
    pub(super) fn checked_sitting(&self, event: &Event, rules: &Rules) -> Checked {
        match event {
            Event::SittingClosed {} => self.floor_is_free(),
            Event::Proposed { amendments, adopted } => {
                self.floor_is_free()?;
                if amendments.is_empty() {
                    return Err(Refusal::NothingNamed);
                }
                amendments.iter().try_for_each(|id| self.is_eligible(id, *adopted, rules))
            }
            Event::Objected { amendment, .. } => self.proposed(amendment).map(drop),
            Event::DeclaredDecided { amendment } => {
                let (count, enough) = self.proposed(amendment).map(|(at, adopted)| {
                    let count = self.proposals.get(&at).map_or(0, |proposal| proposal.objections);
                    (count, enough(adopted, rules))
                })?;
                if count >= enough {
                    return Err(Refusal::Objections { count, enough });
                }
                // What was so when it was proposed must be so still.
                self.floor_is_free()?;
                let adopted = self.proposed(amendment).map(|(_, adopted)| adopted)?;
                self.is_eligible(amendment, adopted, rules)
            }
            Event::Called { amendment } => self.can_be_called(amendment, rules),
            Event::Moved { amendment, by, taken_over } => {
                let floor = self.on_top(amendment)?;
                if floor.moved.is_some() {
                    return Err(Refusal::MovedAlready);
                }
                may_move(&self.amendments[floor.amendment], by, *taken_over, rules)
            }
            Event::NotMoved { amendment } => match self.on_top(amendment)?.moved {
                Some(_) => Err(Refusal::MovedAlready),
                None => Ok(()),
            },
            Event::OralOffered { amendment, parent, part, texts, .. } => {
                self.is_new(amendment)?;
                each_language_once(texts)?;
                self.can_be_to(parent.as_ref(), *part, rules)?;
                if let Some(part) = part {
                    self.text_is_open(*part)?;
                }
                if !rules.oral.allowed.value {
                    return Err(Refusal::NoOralAmendments { rule: "oral.allowed" });
                }
                if parent.is_some() && !rules.oral.sub_amendments.value {
                    return Err(Refusal::NoOralAmendments { rule: "oral.sub-amendments" });
                }
                if says_nothing(texts) { Err(Refusal::NoWording) } else { Ok(()) }
            }
            Event::OralObjected { amendment, .. } => {
                self.at_stage(amendment, |stage| matches!(stage, Stage::Offered { .. })).map(drop)
            }
            Event::OralAdmitted { amendment } => {
                let offered = |stage: &Stage| matches!(stage, Stage::Offered { .. });
                let record = self.at_stage(amendment, offered)?;
                self.its_place_is_open(record)
            }
            Event::Spoke { amendment, by, speaker } => {
                let floor = self.on_top(amendment)?;
                may_speak(floor, &self.amendments[floor.amendment], by, *speaker, rules)
            }
            Event::Split { amendment, into } => {
                self.on_top(amendment)?;
                if rules.votes.split.value == Permission::Never {
                    return Err(Refusal::NotPermitted { rule: "votes.split" });
                }
                self.no_open_sub_amendments(amendment)?;
                if into.len() < 2 {
                    return Err(Refusal::NothingNamed);
                }
                into.iter().try_for_each(|piece| self.is_new(&piece.id))?;
                into.iter().try_for_each(|piece| each_language_once(&piece.texts))?;
                let record = &self.amendments[self.known(amendment)?];
                into.iter().try_for_each(|piece| self.number_is_free(record, &piece.id.0))?;
                distinct(into.iter().map(|piece| &piece.id))
            }
            Event::Voted { amendments, vote } => {
                self.can_be_put(amendments, vote, rules)?;
                self.has_its_quorum(rules)
            }
            Event::QuorumChecked { present, members } => {
                let votes = &rules.votes;
                let never = votes.quorum_checked.value == QuorumCheck::Never;
                if never || votes.quorum.value.is_none() {
                    return Err(Refusal::NotPermitted { rule: "votes.quorum-checked" });
                }
                match *members == 0 || present > members {
                    true => Err(Refusal::NoSuchCount { present: *present, members: *members }),
                    false => Ok(()),
                }
            }
            Event::Paired { first, second, vote } => self.can_be_paired(first, second, vote, rules),
            Event::CommonPartVoted { amendments, texts, vote } => {
                if !rules.votes.common_part_first.value {
                    return Err(Refusal::NotPermitted { rule: "votes.common-part-first" });
                }
                self.floor_is_free()?;
                self.are_a_series(amendments)?;
                each_language_once(texts)?;
                if says_nothing(texts) {
                    return Err(Refusal::NoWording);
                }
                is_taken_rightly(vote, false, rules)?;
                follows(vote, Needed::for_an_amendment(rules), rules)?;
                self.has_its_quorum(rules)
            }
            _ => Ok(()),
        }
    }

    fn can_be_called(&self, amendment: &Id, rules: &Rules) -> Checked {
        let record = self.at_stage(amendment, |stage| *stage == Stage::Open)?;
        self.is_settled(record)?;
        if let (Some(event), None) = (record.called, record.reopened) {
            return Err(Refusal::CalledBefore { event });
        }
        self.its_place_is_open(record)?;
        self.is_put_by_itself(amendment, &[])?;
        let on_top = |top: &Floor| {
            let with_it = |parent| self.decided_with(top.amendment).contains(&parent);
            // Rivals are put against each other as their sub-amendments have made them.
            let rival = |parent: usize| {
                let amendment = self.record(top.amendment);
                rules.votes.pairwise.value
                    && amendment.is_some_and(|one| one.parent.is_none())
                    && self.record(parent).is_some_and(Record::is_open)
            };
            record.parent == Some(top.amendment)
                || record.parent.is_some_and(|parent| with_it(parent) || rival(parent))
        };
        match self.floor.last() {
            Some(top) if !on_top(top) => {
                let amendment = self.amendments[top.amendment].id.clone();
                Err(Refusal::FloorTaken { amendment })
            }
            _ => Ok(()),
        }
    }

    /// There are enough members, as far as the rules have that looked into before a vote.
    pub(super) fn has_its_quorum(&self, rules: &Rules) -> Checked {
        let votes = &rules.votes;
        let Some(fraction) = votes.quorum.value else { return Ok(()) };
        match (votes.quorum_checked.value, self.quorum) {
            (QuorumCheck::Never, _) | (QuorumCheck::OnRequest, None) => Ok(()),
            (QuorumCheck::Always, None) => Err(Refusal::QuorumNotChecked),
            (_, Some(Quorum { present, members })) => match fraction.reached(present, members) {
                true => Ok(()),
                false => Err(Refusal::NoQuorum { present, members }),
            },
        }
    }

    /// Two rivals are put against each other while the first is on the floor: both open, neither waiting for anything.
    fn can_be_paired(&self, first: &Id, second: &Id, vote: &Vote, rules: &Rules) -> Checked {
        if !rules.votes.pairwise.value {
            return Err(Refusal::NotPermitted { rule: "votes.pairwise" });
        }
        distinct([first, second].into_iter())?;
        for id in [first, second] {
            let record = self.at_stage(id, |stage| *stage == Stage::Open)?;
            if record.parent.is_some() {
                let (first, second) = (first.clone(), second.clone());
                return Err(Refusal::NoSuchRelation { first, second });
            }
            self.is_settled(record)?;
            self.no_open_sub_amendments(id)?;
            self.its_place_is_open(record)?;
            self.is_put_by_itself(id, &[])?;
        }
        if self.on_top(first)?.moved.is_none() {
            return Err(Refusal::NotMovedYet { amendment: first.clone() });
        }
        is_taken_rightly(vote, false, rules)?;
        follows(vote, Needed::between_two(), rules)?;
        self.has_its_quorum(rules)
    }

    /// Open amendments, whose common part was not put yet.
    fn are_a_series(&self, amendments: &[Id]) -> Checked {
        distinct(amendments.iter())?;
        if amendments.len() < 2 {
            return Err(Refusal::NothingNamed);
        }
        for id in amendments {
            let record = self.at_stage(id, |stage| *stage == Stage::Open)?;
            self.is_settled(record)?;
            self.its_place_is_open(record)?;
            self.is_put_by_itself(id, &[])?;
            if let Some(event) = record.common_part {
                return Err(Refusal::CommonPartPut { amendment: id.clone(), event });
            }
        }
        Ok(())
    }

    fn can_be_put(&self, amendments: &[Id], vote: &Vote, rules: &Rules) -> Checked {
        let [first, others @ ..] = amendments else { return Err(Refusal::NothingNamed) };
        distinct(amendments.iter())?;
        for id in amendments {
            let record = self.at_stage(id, |stage| *stage == Stage::Open)?;
            self.is_settled(record)?;
            self.no_open_sub_amendments(id)?;
            self.its_place_is_open(record)?;
            self.is_put_by_itself(id, amendments)?;
            self.can_be_decided_with_others(id)?;
        }
        if others.is_empty() {
            if self.on_top(first)?.moved.is_none() {
                return Err(Refusal::NotMovedYet { amendment: first.clone() });
            }
        } else {
            if rules.votes.en_bloc.value == Permission::Never {
                return Err(Refusal::NotPermitted { rule: "votes.en-bloc" });
            }
            let apart = amendments.iter().find(|id| {
                let record = self.position(id).and_then(|at| self.record(at));
                record.is_some_and(|record| record.separate)
            });
            if let Some(apart) = apart {
                return Err(Refusal::PutSeparately { amendment: apart.clone() });
            }
            if let Some(floor) = self.floor.last() {
                let top = &self.amendments[floor.amendment].id;
                if !amendments.contains(top) {
                    return Err(Refusal::FloorTaken { amendment: top.clone() });
                }
                if floor.moved.is_none() {
                    return Err(Refusal::NotMovedYet { amendment: top.clone() });
                }
            }
        }
        is_taken_rightly(vote, false, rules)?;
        follows(vote, Needed::for_an_amendment(rules), rules)
    }

    pub(in crate::state) fn is_eligible(&self, id: &Id, adopted: bool, rules: &Rules) -> Checked {
        let record = self.at_stage(id, |stage| *stage == Stage::Open)?;
        let not = |rule| Err(Refusal::NotEligible { amendment: id.clone(), rule });
        self.is_settled(record)?;
        self.its_place_is_open(record)?;
        if record.returned {
            return not(if adopted {
                "committee.adopted-objectors"
            } else {
                "committee.rejected-objectors"
            });
        }
        let committee = &rules.committee;
        let says = |wanted: Position| record.positions.iter().any(|(_, found)| *found == wanted);
        // What nobody opposes needs no committee.
        let unopposed = rules.votes.unopposed_adopted.value;
        let approved = committee.adopted_when.value.is_some() && says(Position::Unanimous);
        if adopted && !approved && !unopposed {
            return not("committee.adopted-when");
        }
        let against = says(Position::AgainstByTwoThirds);
        if !adopted && (committee.rejected_when.value.is_none() || !against) {
            return not("committee.rejected-when");
        }
        let wanted = if adopted { Position::Unanimous } else { Position::AgainstByTwoThirds };
        let mut said = record.positions.iter().filter(|(_, found)| *found == wanted);
        let needs_none = adopted && unopposed;
        if !needs_none && !said.any(|(committee, _)| self.is_decisive(committee, rules)) {
            return not("committee.filtered-by");
        }
        let sub = self.open_sub_amendments(self.known(id)?).next();
        if adopted && sub.is_some() && !committee.with_open_sub_amendment.value {
            return not("committee.with-open-sub-amendment");
        }
        self.is_put_by_itself(id, &[])?;
        self.can_be_decided_with_others(id)
    }

    /// What is decided with another is not called or put by itself, but among those named with it.
    fn is_put_by_itself(&self, id: &Id, named: &[Id]) -> Checked {
        match self.waits_for(self.known(id)?).and_then(|first| self.record(first)) {
            Some(first) if !named.contains(&first.id) => {
                Err(Refusal::DecidedWith { amendment: id.clone(), first: first.id.clone() })
            }
            _ => Ok(()),
        }
    }

    /// What is decided with it is ready for that.
    fn can_be_decided_with_others(&self, id: &Id) -> Checked {
        for second in self.decided_with(self.known(id)?) {
            let record = &self.amendments[second];
            if record.displaced {
                return Err(Refusal::Displaced { amendment: record.id.clone() });
            }
            self.no_open_sub_amendments(&record.id)?;
        }
        Ok(())
    }
}

fn may_speak(floor: &Floor, record: &Record, by: &str, speaker: Speaker, rules: &Rules) -> Checked {
    if floor.moved.is_none() && speaker != Speaker::Mover {
        return Err(Refusal::NotMovedYet { amendment: record.id.clone() });
    }
    // The rapporteur speaks in the place of a committee that took no position.
    let took_one = record.positions.iter().any(|(_, found)| *found != Position::NoPosition);
    let in_its_place = !took_one && rules.committee.no_position_speaks.value == Some(speaker);
    let heard = rules.debate.speakers.value.contains(&speaker) || in_its_place;
    let groups = speaker == Speaker::Groups;
    let before =
        floor.spoke.iter().any(|(other, name)| *other == speaker && (!groups || name == by));
    if heard && !before { Ok(()) } else { Err(Refusal::SpeakerNotHeard) }
}

/// Who signed it moves it, and whoever else does takes it over. Anybody speaks for a committee; of one that names
/// nobody nobody is known.
fn may_move(record: &Record, by: &str, taken_over: bool, rules: &Rules) -> Checked {
    let signed = record.signed.iter().any(|name| name == by);
    let nobody = rules.debate.taken_over_by.value == TakeOver::Nobody;
    match taken_over {
        true if nobody => Err(Refusal::NoTakingOver),
        true if signed => Err(Refusal::MoverSigned { by: by.to_owned() }),
        false if !signed && !record.committee && !record.signed.is_empty() => {
            let amendment = record.id.clone();
            Err(Refusal::MoverDidNotSign { by: by.to_owned(), amendment })
        }
        _ => Ok(()),
    }
}
