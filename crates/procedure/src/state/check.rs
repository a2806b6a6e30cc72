//! Whether an event can happen as things stand.

use super::majority::{follows, is_taken_rightly, rolls_add_up};
use super::{Floor, Needed, Outcome, Record, Refusal, Stage, State, TextOutcome, needs_a_sitting};
use crate::event::{Count, Declared, Event, Id, Ruling, Seq, Time, Vote, Wording};
use crate::log::Entry;
use crate::rules::{Actor, Permission, Position, Rules, Speaker, TakeOver, Until};
use std::collections::BTreeSet;

type Checked = Result<(), Refusal>;

impl State {
    /// Whether the rules allow this entry now.
    ///
    /// # Errors
    /// The rule that forbids it.
    pub fn check(&self, entry: &Entry, rules: &Rules) -> Checked {
        let opens = matches!(entry.event, Event::Opened { .. });
        match (&self.opened, opens) {
            (None, false) => return Err(Refusal::NotOpened),
            (Some(_), true) => return Err(Refusal::OpenedTwice),
            _ => {}
        }
        if let Some(before) = self.time.as_ref().filter(|before| **before > entry.time) {
            return Err(Refusal::TimeGoesBack { before: before.clone() });
        }
        if needs_a_sitting(&entry.event) && self.sitting.is_none() {
            return Err(Refusal::NoSitting);
        }
        ruling(&entry.event)?;
        match &entry.event {
            Event::Opened { .. } => self.checked_opening(&entry.event)?,
            event => {
                self.checked_before(entry, event, rules)?;
                self.checked_sitting(event, rules)?;
                self.checked_after(event, rules)?;
            }
        }
        self.checked_consequences(entry, rules)
    }

    // Before the sitting

    fn checked_opening(&self, event: &Event) -> Checked {
        let Event::Opened { texts, amendments, .. } = event else { return Ok(()) };
        let mut ids = BTreeSet::new();
        let (mut numbers, mut subs) = (BTreeSet::new(), BTreeSet::new());
        for listed in amendments {
            if listed.parent.as_ref().is_some_and(|parent| subs.contains(parent)) {
                return Err(Refusal::TooDeep { depth: 2 });
            }
            if listed.parent.is_some() {
                subs.insert(&listed.id);
            }
            if listed.part.is_some_and(|part| part >= texts.len()) {
                return Err(Refusal::UnknownText { part: listed.part.unwrap_or_default() });
            }
            if let Some(parent) = listed.parent.as_ref().filter(|parent| !ids.contains(*parent)) {
                return Err(Refusal::Unknown { amendment: parent.clone() });
            }
            if !ids.insert(&listed.id) {
                return Err(Refusal::IdTaken { amendment: listed.id.clone() });
            }
            if !numbers.insert((&listed.parent, &listed.number)) {
                return Err(Refusal::NumberTaken { number: listed.number.clone() });
            }
        }
        Ok(())
    }

    fn checked_before(&self, entry: &Entry, event: &Event, rules: &Rules) -> Checked {
        match event {
            Event::Drafted { amendment, parent, part, texts } => {
                self.is_new(amendment)?;
                each_language_once(texts)?;
                self.can_be_to(parent.as_ref(), *part, rules)
            }
            Event::Signed { amendment, by } => {
                let record = self.at_stage(amendment, |stage| *stage == Stage::Drafted)?;
                match record.signed.contains(by) {
                    true => Err(Refusal::SignedAlready { by: by.clone() }),
                    false => Ok(()),
                }
            }
            Event::SignatureWithdrawn { amendment, by } => {
                let record = &self.amendments[self.known(amendment)?];
                if !self.signatures_can_go(record, &entry.time, rules) {
                    return Err(Refusal::SignaturesStay);
                }
                match record.signed.contains(by) {
                    true => Ok(()),
                    false => Err(Refusal::NotSigned { by: by.clone() }),
                }
            }
            Event::Tabled { amendment, committee, late } => {
                let record = self.at_stage(amendment, |stage| *stage == Stage::Drafted)?;
                self.its_place_is_undecided(record)?;
                enough_signatures(record, committee.is_some(), rules)?;
                if says_nothing(&record.texts) {
                    return Err(Refusal::NoWording);
                }
                match self.deadline_of(record).filter(|deadline| entry.time > **deadline) {
                    Some(deadline) if late.is_none() => {
                        Err(Refusal::Late { deadline: deadline.clone() })
                    }
                    _ => Ok(()),
                }
            }
            Event::Admitted { amendment, .. } => {
                let record = self.at_stage(amendment, |stage| *stage == Stage::Tabled)?;
                self.its_place_is_open(record)
            }
            // Also in the sitting: one that was printed, or is offered orally, or is on the floor.
            Event::RuledOut { amendment, .. } => {
                let handed_in = |stage: &Stage| {
                    matches!(stage, Stage::Tabled | Stage::Open | Stage::Offered { .. })
                };
                self.at_stage(amendment, handed_in).map(drop)
            }
            Event::Numbered { amendment, number } => {
                let record = self.at_stage(amendment, |stage| *stage == Stage::Open)?;
                is_a_number(number)?;
                self.number_is_free(record, number)
            }
            Event::Revised { texts, .. } if says_nothing(texts) => Err(Refusal::NoWording),
            Event::Revised { amendment, number, texts } => {
                let record = self.undecided(amendment)?;
                each_language_once(texts)?;
                self.not_on_the_floor(amendment)?;
                is_a_number(number)?;
                self.number_is_free(record, number)
            }
            // What is before the assembly is not worded otherwise in any language.
            Event::Translated { amendment, text } => {
                self.undecided(amendment)?;
                self.not_on_the_floor(amendment)?;
                match says_nothing(std::slice::from_ref(text)) {
                    true => Err(Refusal::NoWording),
                    false => Ok(()),
                }
            }
            Event::CommitteePosition { amendment, position, count, .. } => {
                self.undecided(amendment)?;
                match count.as_ref().is_none_or(|count| gives(count, *position)) {
                    true => Ok(()),
                    false => Err(Refusal::PositionAgainstFigures),
                }
            }
            Event::Ordered { amendment, before: Some(before), .. } if amendment == before => {
                Err(Refusal::NothingNamed)
            }
            Event::Ordered { amendment, before, .. } => {
                self.undecided(amendment)?;
                before.as_ref().map_or(Ok(()), |before| self.undecided(before).map(drop))
            }
            Event::Related { first, second, relation, capacity, .. } => {
                self.can_be_related(first, second, *relation)?;
                may_declare(*relation, *capacity, rules)
            }
            Event::RelationLifted { first, second, .. } => {
                let (first, second) = (self.known(first)?, self.known(second)?);
                let found = self.related.contains_key(&(first, second));
                let found = found || self.independent(first, second);
                found.then_some(()).ok_or(Refusal::NotDeclared)
            }
            Event::SittingOpened { .. } if self.sitting.is_some() => Err(Refusal::SittingOpen),
            Event::DraftRevised { reason, .. } if reason.trim().is_empty() => {
                Err(Refusal::NoReason)
            }
            Event::DraftRevised { .. } => self.floor_is_free(),
            Event::CarriedOver { amendment, texts, .. } => {
                let record = self.undecided(amendment)?;
                each_language_once(texts)?;
                record.displaced.then_some(()).ok_or(stage_of(record))
            }
            // By whoever tabled it, or has taken it over; anybody speaks for a committee.
            Event::Withdrawn { amendment, by } => {
                let record = self.undecided(amendment)?;
                let moved = self.floor.iter().any(|floor| {
                    self.amendments[floor.amendment].id == record.id
                        && floor.moved.as_ref() == Some(by)
                });
                let unsigned = record.committee || record.signed.is_empty();
                match unsigned || moved || record.signed.contains(by) {
                    true => Ok(()),
                    false => Err(Refusal::NotSigned { by: by.clone() }),
                }
            }
            _ => Ok(()),
        }
    }

    /// Whether signatures can be taken back at this moment.
    fn signatures_can_go(&self, record: &Record, now: &Time, rules: &Rules) -> bool {
        let undecided = record.decision().is_none();
        match rules.tabling.signatures_until.value {
            Until::Never => false,
            Until::Tabling => record.stage == Stage::Drafted,
            Until::Deadline => undecided && self.deadline_of(record).is_none_or(|last| now <= last),
            Until::Call => undecided && record.called.is_none(),
        }
    }

    /// The last moment at which it can be tabled.
    fn deadline_of(&self, record: &Record) -> Option<&Time> {
        self.deadlines[usize::from(record.parent.is_some())].as_ref()
    }

    // In the sitting

    fn checked_sitting(&self, event: &Event, rules: &Rules) -> Checked {
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
            Event::Called { amendment } => self.can_be_called(amendment),
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
            Event::Voted { amendments, vote } => self.can_be_put(amendments, vote, rules),
            _ => Ok(()),
        }
    }

    fn can_be_called(&self, amendment: &Id) -> Checked {
        let record = self.at_stage(amendment, |stage| *stage == Stage::Open)?;
        self.is_settled(record)?;
        if let (Some(event), None) = (record.called, record.reopened) {
            return Err(Refusal::CalledBefore { event });
        }
        self.its_place_is_open(record)?;
        self.is_put_by_itself(amendment, &[])?;
        let on_top = |top: &Floor| {
            let with_it = |parent| self.decided_with(top.amendment).contains(&parent);
            record.parent == Some(top.amendment) || record.parent.is_some_and(with_it)
        };
        match self.floor.last() {
            Some(top) if !on_top(top) => {
                let amendment = self.amendments[top.amendment].id.clone();
                Err(Refusal::FloorTaken { amendment })
            }
            _ => Ok(()),
        }
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

    pub(super) fn is_eligible(&self, id: &Id, adopted: bool, rules: &Rules) -> Checked {
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

    /// One amendment is not two, and only amendments to the draft are decided with others, neither in a circle.
    fn can_be_related(&self, first: &Id, second: &Id, relation: Declared) -> Checked {
        let (one, other) = (self.known(first)?, self.known(second)?);
        let impossible =
            || Refusal::NoSuchRelation { first: first.clone(), second: second.clone() };
        if relation == Declared::Consequential {
            let (one, other) = (self.undecided(first)?, self.undecided(second)?);
            if one.parent.is_some() || other.parent.is_some() {
                return Err(impossible());
            }
        }
        // It would be decided with one of them while the other is not.
        let of_another = self.related.iter().any(|((first, second), how)| {
            *how == Declared::Consequential && *second == other && *first != one
        });
        if relation == Declared::Consequential && of_another {
            return Err(impossible());
        }
        let circle = relation == Declared::Consequential && self.follows_from(one, other);
        if one == other || circle { Err(impossible()) } else { Ok(()) }
    }

    /// Whether the first was declared to follow from the second, directly or by way of others.
    fn follows_from(&self, first: usize, second: usize) -> bool {
        let (mut seen, mut left) = (BTreeSet::from([second]), vec![second]);
        while let Some(at) = left.pop() {
            left.extend(self.consequential_to(at).filter(|next| seen.insert(*next)));
        }
        seen.contains(&first)
    }

    // After the amendments

    fn checked_after(&self, event: &Event, rules: &Rules) -> Checked {
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
                follows(vote, Needed::for_a_text(kind, rules), rules)
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

    /// It is settled where it stands in a revised draft, and where what it changes does.
    fn is_settled(&self, record: &Record) -> Checked {
        let parent = record.parent.and_then(|parent| self.record(parent));
        match [Some(record), parent].into_iter().flatten().find(|record| record.displaced) {
            Some(displaced) => Err(Refusal::Displaced { amendment: displaced.id.clone() }),
            None => Ok(()),
        }
    }

    /// What an amendment changes is still to be decided: its text, and the amendment of a sub-amendment.
    fn its_place_is_open(&self, record: &Record) -> Checked {
        let parent = record.parent.and_then(|parent| self.record(parent));
        if let Some(parent) = parent.filter(|parent| !parent.is_open()) {
            return Err(stage_of(parent));
        }
        record.part.map_or(Ok(()), |part| self.text_is_open(part))
    }

    /// The same, but the amendment of a sub-amendment may wait for its admission.
    fn its_place_is_undecided(&self, record: &Record) -> Checked {
        let parent = record.parent.and_then(|parent| self.record(parent));
        if let Some(parent) = parent.filter(|parent| parent.decision().is_some()) {
            return Err(stage_of(parent));
        }
        record.part.map_or(Ok(()), |part| self.text_is_open(part))
    }

    fn text_is_open(&self, part: usize) -> Checked {
        let text = self.texts.get(part).ok_or(Refusal::UnknownText { part })?;
        match text.outcome {
            None => Ok(()),
            Some(TextOutcome::Voted { event, .. } | TextOutcome::ReferredBack { event }) => {
                Err(Refusal::TextDecided { event })
            }
        }
    }

    // Questions

    pub(super) fn known(&self, id: &Id) -> Result<usize, Refusal> {
        self.position(id).ok_or_else(|| Refusal::Unknown { amendment: id.clone() })
    }

    fn is_new(&self, id: &Id) -> Checked {
        match self.position(id) {
            Some(_) => Err(Refusal::IdTaken { amendment: id.clone() }),
            None => Ok(()),
        }
    }

    fn at_stage(&self, id: &Id, is: impl Fn(&Stage) -> bool) -> Result<&Record, Refusal> {
        let record = &self.amendments[self.known(id)?];
        if is(&record.stage) { Ok(record) } else { Err(stage_of(record)) }
    }

    pub(super) fn undecided(&self, id: &Id) -> Result<&Record, Refusal> {
        self.at_stage(id, |stage| !matches!(stage, Stage::Decided(_)))
    }

    fn can_be_to(&self, parent: Option<&Id>, part: Option<usize>, rules: &Rules) -> Checked {
        if let Some(part) = part.filter(|part| *part >= self.texts.len()) {
            return Err(Refusal::UnknownText { part });
        }
        let Some(parent) = parent else { return Ok(()) };
        let record = self.undecided(parent)?;
        let depth = rules.sub_amendments.depth.value.get();
        if depth < 2 || record.parent.is_some() { Err(Refusal::TooDeep { depth }) } else { Ok(()) }
    }

    fn number_is_free(&self, record: &Record, number: &str) -> Checked {
        let holder = self.numbers.get(&(record.parent, number.to_owned()));
        match holder.and_then(|at| self.record(*at)) {
            Some(other) if other.id != record.id => {
                Err(Refusal::NumberTaken { number: number.to_owned() })
            }
            _ => Ok(()),
        }
    }

    fn no_open_sub_amendments(&self, id: &Id) -> Checked {
        match self.open_sub_amendments(self.known(id)?).next() {
            Some(sub) => {
                Err(Refusal::SubAmendmentsFirst { first: self.amendments[sub].id.clone() })
            }
            None => Ok(()),
        }
    }

    fn floor_is_free(&self) -> Checked {
        match self.floor.last() {
            Some(top) => {
                Err(Refusal::FloorTaken { amendment: self.amendments[top.amendment].id.clone() })
            }
            None => Ok(()),
        }
    }

    fn not_on_the_floor(&self, id: &Id) -> Checked {
        let at = self.known(id)?;
        match self.floor.iter().any(|floor| floor.amendment == at) {
            true => Err(Refusal::FloorTaken { amendment: id.clone() }),
            false => Ok(()),
        }
    }

    fn on_top(&self, id: &Id) -> Result<&Floor, Refusal> {
        let at = self.known(id)?;
        let top = self.floor.last().filter(|floor| floor.amendment == at);
        top.ok_or_else(|| Refusal::NotOnTheFloor { amendment: id.clone() })
    }

    fn proposed(&self, id: &Id) -> Result<(usize, bool), Refusal> {
        let at = self.known(id)?;
        if self.amendments[at].decision().is_some() {
            return Err(stage_of(&self.amendments[at]));
        }
        let proposal = self.proposals.get(&at);
        let proposal = proposal.ok_or_else(|| Refusal::NotProposed { amendment: id.clone() })?;
        Ok((at, proposal.adopted))
    }
}

/// How many must object for what is proposed to be put to the vote.
pub(super) fn enough(adopted: bool, rules: &Rules) -> u32 {
    let committee = &rules.committee;
    let enough = if adopted {
        committee.adopted_objectors.value
    } else {
        committee.rejected_objectors.value
    };
    enough.map_or(1, |enough| enough.get())
}

fn stage_of(record: &Record) -> Refusal {
    let decided = record.decision().map(|decision| decision.event);
    Refusal::Stage { amendment: record.id.clone(), decided }
}

fn enough_signatures(record: &Record, committee: bool, rules: &Rules) -> Checked {
    let (tabling, subs) = (&rules.tabling, &rules.sub_amendments);
    let (needed, exempt, rule) = match record.parent {
        None => (tabling.signatories.value, &tabling.exempt.value, "tabling.signatories"),
        Some(_) => (subs.signatories.value, &subs.exempt.value, "sub-amendments.signatories"),
    };
    let needed = needed.get();
    let signed = record.signed.len();
    let enough = signed as u64 >= u64::from(needed) || (committee && !exempt.is_empty());
    if enough { Ok(()) } else { Err(Refusal::TooFew { signed, needed, rule }) }
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

/// Whether it can be a number as printed: what is cited as "2/1" is sub-amendment 1 to amendment 2, and nothing else.
fn is_a_number(number: &str) -> Checked {
    match number.trim().is_empty() || number.contains('/') {
        true => Err(Refusal::NotANumber { number: number.to_owned() }),
        false => Ok(()),
    }
}

/// Whether there is no wording, or one of no words.
fn says_nothing(texts: &[Wording]) -> bool {
    texts.is_empty() || texts.iter().any(|text| text.wording.trim().is_empty())
}

/// Whether a committee's figures can give this position. Abstentions are not among the votes cast.
fn gives(count: &Count, position: Position) -> bool {
    let (in_favour, against) = (u64::from(count.in_favour), u64::from(count.against));
    match position {
        Position::Unanimous => against == 0 && in_favour > 0,
        Position::InFavour => in_favour > against,
        Position::Against => against >= in_favour,
        Position::AgainstByTwoThirds => against > 0 && 3 * against >= 2 * (in_favour + against),
        Position::NoPosition => true,
    }
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

/// Whether the rules let somebody in this capacity declare it; whoever separates identical ones is named elsewhere.
fn may_declare(relation: Declared, capacity: Option<Actor>, rules: &Rules) -> Checked {
    let Some(capacity) = capacity else { return Ok(()) };
    let separates =
        relation == Declared::Independent && rules.identical.separated_by.value.contains(&capacity);
    match rules.overrides.relation.value.contains(&capacity) || separates {
        true => Ok(()),
        false => Err(Refusal::NotForThem { rule: "overrides.relation" }),
    }
}

fn each_language_once(texts: &[Wording]) -> Checked {
    let mut seen = BTreeSet::new();
    match texts.iter().find(|text| !seen.insert(&text.lang)) {
        Some(twice) => Err(Refusal::LanguageTwice { lang: twice.lang.clone() }),
        None => Ok(()),
    }
}

fn distinct<'a>(mut ids: impl Iterator<Item = &'a Id>) -> Checked {
    let mut seen = BTreeSet::new();
    match ids.find(|id| !seen.insert(*id)) {
        Some(twice) => Err(Refusal::IdTaken { amendment: twice.clone() }),
        None => Ok(()),
    }
}

/// What is decided by hand has somebody who decides it, and a reason.
fn ruling(event: &Event) -> Checked {
    let ruling: Option<&Ruling> = match event {
        Event::Tabled { late, .. } => late.as_ref(),
        Event::RuledOut { ruling, .. }
        | Event::Ordered { ruling, .. }
        | Event::Related { ruling, .. }
        | Event::RelationLifted { ruling, .. }
        | Event::Corrected { ruling, .. }
        | Event::Annulled { ruling, .. }
        | Event::Upheld { ruling, .. }
        | Event::CarriedOver { ruling, .. }
        | Event::ReferredBack { ruling, .. }
        | Event::Edited { ruling, .. } => Some(ruling),
        _ => None,
    };
    let empty = |words: &str| words.trim().is_empty();
    match ruling.filter(|ruling| empty(&ruling.by) || empty(&ruling.reason)) {
        Some(_) => Err(Refusal::NoReason),
        None => Ok(()),
    }
}
