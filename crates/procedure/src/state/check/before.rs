//! What is allowed before the sitting: drafting, signing, tabling, what the table office does, and what is declared of
//! two amendments.

use super::{Checked, distinct, each_language_once, says_nothing, stage_of};
use crate::event::{Count, Declared, Event, Id, Seized, Time};
use crate::log::Entry;
use crate::rules::{Actor, Joint, Permission, Position, Rules, Until};
use crate::state::{Record, Refusal, Stage, State};
use std::collections::BTreeSet;

impl State {
    pub(super) fn checked_opening(&self, event: &Event) -> Checked {
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
            // What is cited as "2/1" is sub-amendment 1 to amendment 2, and nothing else.
            if listed.number.contains('/') {
                return Err(Refusal::NotANumber { number: listed.number.clone() });
            }
            if !numbers.insert((&listed.parent, &listed.number)) {
                return Err(Refusal::NumberTaken { number: listed.number.clone() });
            }
        }
        Ok(())
    }

    pub(super) fn checked_before(&self, entry: &Entry, event: &Event, rules: &Rules) -> Checked {
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
                self.enough_signatures(record, committee.as_deref(), rules)?;
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
                let record = self.undecided(amendment)?;
                if record.texts.iter().any(|other| other.lang == text.lang) {
                    return Err(Refusal::TranslatedAlready { lang: text.lang.clone() });
                }
                self.not_on_the_floor(amendment)?;
                match says_nothing(std::slice::from_ref(text)) {
                    true => Err(Refusal::NoWording),
                    false => Ok(()),
                }
            }
            Event::CommitteePosition { position, .. }
                if !rules.committee.positions.value.contains(position) =>
            {
                Err(Refusal::NoSuchPosition)
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
                self.may_declare(first, *relation, *capacity, rules)
            }
            Event::Compromise { .. } if !rules.order.compromise_first.value => {
                Err(Refusal::NotPermitted { rule: "order.compromise-first" })
            }
            Event::Compromise { amendment, .. } => match self.undecided(amendment)?.parent {
                Some(_) => Err(Refusal::NothingNamed),
                None => Ok(()),
            },
            Event::Grouped { .. } if rules.debate.joint.value != Joint::Grouped => {
                Err(Refusal::NotPermitted { rule: "debate.joint" })
            }
            Event::Grouped { amendments, .. } => {
                distinct(amendments.iter())?;
                amendments.iter().try_for_each(|id| self.undecided(id).map(drop))?;
                if amendments.len() < 2 { Err(Refusal::NothingNamed) } else { Ok(()) }
            }
            Event::Separated { .. } if rules.votes.separate.value == Permission::Never => {
                Err(Refusal::NotPermitted { rule: "votes.separate" })
            }
            Event::Separated { amendment, capacity, .. } => {
                self.undecided(amendment)?;
                let by = match rules.votes.separate.value {
                    Permission::President => Some(Actor::President),
                    Permission::Assembly => Some(Actor::Assembly),
                    Permission::OnRequest | Permission::Never => None,
                };
                match by.zip(*capacity).is_some_and(|(by, given)| by != given) {
                    true => Err(Refusal::NotForThem { rule: "votes.separate" }),
                    false => Ok(()),
                }
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

    fn enough_signatures(&self, record: &Record, body: Option<&str>, rules: &Rules) -> Checked {
        let (tabling, subs) = (&rules.tabling, &rules.sub_amendments);
        let (needed, exempt, rule) = match record.parent {
            None => (tabling.signatories.value, &tabling.exempt.value, "tabling.signatories"),
            Some(_) => (subs.signatories.value, &subs.exempt.value, "sub-amendments.signatories"),
        };
        let needed = needed.get();
        let signed = record.signed.len();
        let is_exempt = body.is_some_and(|body| self.is_exempt(body, exempt));
        let enough = is_exempt || signed as u64 >= u64::from(needed);
        if enough { Ok(()) } else { Err(Refusal::TooFew { signed, needed, rule }) }
    }

    /// Whether a body tables without signatures. A committee does in the capacity in which it is seized. Of a name of
    /// which the log does not say that, it is not known whether it is a government or a group, or a committee where
    /// none is said to be seized: it may be any that the rules exempt.
    fn is_exempt(&self, body: &str, exempt: &[Actor]) -> bool {
        let (report, opinion) = (Actor::CommitteeForReport, Actor::CommitteeForOpinion);
        let any = |actors: &[Actor]| exempt.iter().any(|actor| actors.contains(actor));
        match self.seized.get(body) {
            Some(Seized::Report) => any(&[report, Actor::Committee]),
            Some(Seized::Opinion) => any(&[opinion, Actor::Committee]),
            None if self.seized.is_empty() => !exempt.is_empty(),
            None => exempt.iter().any(|actor| ![report, opinion, Actor::Committee].contains(actor)),
        }
    }

    /// The last moment at which it can be tabled.
    fn deadline_of(&self, record: &Record) -> Option<&Time> {
        self.deadlines[usize::from(record.parent.is_some())].as_ref()
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

    /// Whether the rules let somebody in this capacity declare it; whoever separates identical ones is named elsewhere.
    /// That one falls by what is adopted already is no relation to come: it is a ruling on a fall.
    fn may_declare(
        &self,
        first: &Id,
        relation: Declared,
        capacity: Option<Actor>,
        rules: &Rules,
    ) -> Checked {
        let Some(capacity) = capacity else { return Ok(()) };
        let first = self.position(first).and_then(|at| self.record(at));
        let decided = first.and_then(Record::decision);
        let falls_now = relation == Declared::Fells
            && decided.is_some_and(|decision| decision.outcome.is_adopted());
        let (allowed, rule) = match falls_now {
            true => (&rules.overrides.fall.value, "overrides.fall"),
            false => (&rules.overrides.relation.value, "overrides.relation"),
        };
        let separates = relation == Declared::Independent
            && rules.identical.separated_by.value.contains(&capacity);
        match allowed.contains(&capacity) || separates {
            true => Ok(()),
            false => Err(Refusal::NotForThem { rule }),
        }
    }

    /// Whether the first was declared to follow from the second, directly or by way of others.
    fn follows_from(&self, first: usize, second: usize) -> bool {
        let (mut seen, mut left) = (BTreeSet::from([second]), vec![second]);
        while let Some(at) = left.pop() {
            left.extend(self.consequential_to(at).filter(|next| seen.insert(*next)));
        }
        seen.contains(&first)
    }
}

/// Whether it can be a number as printed: what is cited as "2/1" is sub-amendment 1 to amendment 2, and nothing else.
fn is_a_number(number: &str) -> Checked {
    match number.trim().is_empty() || number.contains('/') {
        true => Err(Refusal::NotANumber { number: number.to_owned() }),
        false => Ok(()),
    }
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
