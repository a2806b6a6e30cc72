//! What an event changes.

use super::check::enough;
use super::{
    Decision, Floor, Opening, Outcome, Proposal, Published, Quorum, Record, Refusal, Stage, State,
    TextOutcome, TextRecord,
};
use crate::event::{Consequence, Declared, Event, Id, Seq, Time, Vote, Wording};
use crate::log::Entry;
use crate::rules::{QuorumCheck, Rules};

impl State {
    /// Takes the next entry.
    ///
    /// # Errors
    /// The rule that forbids it; nothing is changed then.
    pub fn apply(&mut self, entry: &Entry, rules: &Rules) -> Result<(), Refusal> {
        self.check(entry, rules)?;
        self.take(entry, rules);
        Ok(())
    }

    /// Takes the next entry where [`State::check`] allows it; for whoever must know the state before it and that
    /// it is allowed.
    pub fn take(&mut self, entry: &Entry, rules: &Rules) {
        self.seq = entry.seq;
        self.time = Some(entry.time.clone());
        self.carry_out(entry, rules);
        for consequence in &entry.then {
            self.follow(consequence, entry);
        }
        self.clear_the_floor(&entry.time);
    }

    fn carry_out(&mut self, entry: &Entry, rules: &Rules) {
        let seq = entry.seq;
        match &entry.event {
            Event::Opened { .. } => self.opening(&entry.event),
            Event::Drafted { amendment, parent, part, texts } => {
                self.add(amendment, parent.as_ref(), *part, texts, Stage::Drafted);
            }
            Event::Signed { amendment, by } => {
                self.change(amendment, |record| record.signed.push(by.clone()));
            }
            Event::SignatureWithdrawn { amendment, by } => {
                self.change(amendment, |record| record.signed.retain(|name| name != by));
            }
            Event::Tabled { amendment, committee, .. } => self.change(amendment, |record| {
                record.stage = Stage::Tabled;
                if let Some(committee) = committee {
                    record.committee = true;
                    record.signed = vec![committee.clone()];
                }
            }),
            Event::Admitted { amendment, .. } | Event::OralAdmitted { amendment } => {
                self.change(amendment, |record| record.stage = Stage::Open);
            }
            Event::RuledOut { amendment, .. } => {
                self.decide(amendment, Outcome::RuledOut, seq, None);
            }
            Event::Numbered { amendment, number } => self.number(amendment, number),
            Event::Revised { amendment, number, texts } => {
                self.number(amendment, number);
                self.change(amendment, |record| {
                    record.texts.clone_from(texts);
                    record.revised = true;
                });
            }
            Event::Translated { amendment, text } => self.change(amendment, |record| {
                record.texts.retain(|other| other.lang != text.lang);
                record.texts.push(text.clone());
            }),
            Event::CommitteePosition { amendment, committee, position, .. } => {
                self.change(amendment, |record| {
                    record.positions.retain(|(other, _)| other != committee);
                    record.positions.push((committee.clone(), *position));
                });
            }
            Event::Published { edition, name } => {
                let (edition, name) = (*edition, name.clone());
                self.published.push(Published { edition, name, event: seq });
            }
            Event::Ordered { amendment, before, .. } => {
                let before = before.as_ref().and_then(|before| self.position(before));
                if let Some(at) = self.position(amendment) {
                    self.ordered.retain(|(other, _)| *other != at);
                    self.ordered.push((at, before));
                }
            }
            Event::Related { first, second, relation, .. } => {
                if let (Some(first), Some(second)) = (self.position(first), self.position(second)) {
                    // What goes both ways takes the place of either, and either takes its.
                    let back = (second, first);
                    let found = self.related.get(&back).copied();
                    if [Some(*relation), found].contains(&Some(Declared::Independent)) {
                        self.related.remove(&back);
                    }
                    self.related.insert((first, second), *relation);
                }
            }
            Event::RelationLifted { first, second, .. } => {
                if let (Some(first), Some(second)) = (self.position(first), self.position(second)) {
                    self.related.remove(&(first, second));
                    if self.independent(first, second) {
                        self.related.remove(&(second, first));
                    }
                }
            }
            Event::Compromise { amendment, .. } => {
                self.change(amendment, |record| record.compromise = true);
            }
            Event::Separated { amendment, .. } => {
                self.change(amendment, |record| record.separate = true);
            }
            Event::Grouped { amendments, .. } => {
                let mut group: Vec<usize> =
                    amendments.iter().filter_map(|id| self.position(id)).collect();
                group.sort_unstable();
                self.grouped.push(group);
            }
            Event::Seized { committee, what } => {
                self.seized.insert(committee.clone(), *what);
            }
            Event::DeadlineSet { at, sub_amendments, .. } => {
                self.deadlines[usize::from(*sub_amendments)] = Some(at.clone());
            }
            Event::CarriedOver { amendment, texts, .. } => self.change(amendment, |record| {
                record.displaced = false;
                record.was.clear();
                record.proposed.clear();
                if !texts.is_empty() {
                    record.texts.clone_from(texts);
                    record.revised = true;
                }
            }),
            Event::DraftRevised { dossier, .. } => self.dossier.clone_from(dossier),
            event => self.in_the_sitting(event, seq, &entry.time, rules),
        }
    }

    fn in_the_sitting(&mut self, event: &Event, seq: Seq, time: &Time, rules: &Rules) {
        match event {
            Event::SittingOpened { name } => self.sitting = Some(name.clone()),
            Event::QuorumChecked { present, members } => {
                self.quorum = Some(Quorum { present: *present, members: *members });
            }
            Event::SittingClosed {} => {
                self.sitting = None;
                self.quorum = None;
                self.proposals.clear();
            }
            Event::Proposed { amendments, adopted } => {
                for at in amendments.iter().filter_map(|id| self.ids.get(id)) {
                    // Proposed once more in the same sense, objections to it stand; the other way round, it is another.
                    let proposal = Proposal { adopted: *adopted, objections: 0 };
                    let known = self.proposals.entry(*at).or_insert_with(|| proposal.clone());
                    if known.adopted != *adopted {
                        *known = proposal;
                    }
                }
            }
            Event::Objected { amendment, count } => {
                let Some(at) = self.position(amendment) else { return };
                let Some(proposal) = self.proposals.get_mut(&at) else { return };
                proposal.objections = *count;
                if *count >= enough(proposal.adopted, rules) {
                    // It returns to its place.
                    self.proposals.remove(&at);
                    self.amendments[at].returned = true;
                }
            }
            Event::DeclaredDecided { amendment } => {
                let proposal = self.position(amendment).and_then(|at| self.proposals.get(&at));
                let adopted = proposal.is_some_and(|proposal| proposal.adopted);
                let outcome =
                    if adopted { Outcome::DeclaredAdopted } else { Outcome::DeclaredRejected };
                self.decide(amendment, outcome, seq, None);
            }
            Event::Called { amendment } => self.call(amendment, seq, time),
            Event::Moved { by, .. } => {
                if let Some(top) = self.floor.last_mut() {
                    top.moved = Some(by.clone());
                }
            }
            Event::NotMoved { amendment } => self.decide(amendment, Outcome::NotMoved, seq, None),
            Event::Withdrawn { amendment, .. } => {
                self.decide(amendment, Outcome::Withdrawn, seq, None);
            }
            Event::OralOffered { amendment, parent, part, by, texts } => {
                let stage = Stage::Offered { objections: 0 };
                self.add(amendment, parent.as_ref(), *part, texts, stage);
                self.change(amendment, |record| {
                    record.oral = true;
                    record.signed.push(by.clone());
                });
            }
            Event::OralObjected { amendment, count } => {
                let enough = rules.oral.objectors.value.map_or(1, |enough| enough.get());
                if *count >= enough {
                    self.decide(amendment, Outcome::RuledOut, seq, None);
                } else {
                    let stage = Stage::Offered { objections: *count };
                    self.change(amendment, |record| record.stage = stage);
                }
            }
            Event::Spoke { by, speaker, .. } => {
                if let Some(top) = self.floor.last_mut() {
                    top.spoke.push((*speaker, by.clone()));
                }
            }
            Event::Split { amendment, into } => {
                let Some(whole) = self.position(amendment) else { return };
                self.decide(amendment, Outcome::Split, seq, None);
                // A split is undone by withdrawing its pieces, not by annulling it.
                self.standing.remove(&seq);
                let record = self.amendments[whole].clone();
                let parent = record.parent.map(|parent| self.amendments[parent].id.clone());
                for piece in into {
                    self.add(&piece.id, parent.as_ref(), record.part, &piece.texts, Stage::Open);
                    self.change(&piece.id, |made| {
                        made.signed.clone_from(&record.signed);
                        made.committee = record.committee;
                        made.positions.clone_from(&record.positions);
                    });
                    self.number(&piece.id, &piece.id.0);
                }
            }
            Event::Voted { amendments, vote } => {
                for id in amendments {
                    self.decide(id, outcome_of(vote), seq, Some(vote));
                }
                self.count_again(rules);
            }
            // What loses falls by it, as a consequence.
            Event::Paired { .. } => self.count_again(rules),
            Event::CommonPartVoted { amendments, vote, .. } => {
                for id in amendments.iter().filter(|_| vote.adopted) {
                    self.change(id, |record| record.common_part = Some(seq));
                }
                self.count_again(rules);
            }
            event => {
                self.after(event, seq);
                if matches!(event, Event::TextVoted { .. }) {
                    self.count_again(rules);
                }
            }
        }
    }

    /// Where the quorum is checked before every vote, a count serves for one.
    fn count_again(&mut self, rules: &Rules) {
        if rules.votes.quorum_checked.value == QuorumCheck::Always {
            self.quorum = None;
        }
    }

    fn after(&mut self, event: &Event, seq: Seq) {
        match event {
            Event::Corrected { event, count, .. } => self.correct(*event, count),
            Event::Annulled { event, .. } => self.annul(*event, seq),
            Event::Upheld { event, .. } => self.for_ruling.retain(|other| other != event),
            Event::TextVoted { part, vote } => {
                let outcome = TextOutcome::Voted { vote: vote.clone(), event: seq };
                self.decide_text(*part, outcome, seq);
            }
            Event::ReferredBack { part, .. } => {
                self.decide_text(*part, TextOutcome::ReferredBack { event: seq }, seq);
            }
            Event::TextNumbered { part, number } => {
                if let Some(text) = self.texts.get_mut(*part) {
                    text.number = Some(number.clone());
                }
            }
            Event::Edited { part, lang, provision, text, .. } => {
                if let Some(record) = self.texts.get_mut(*part) {
                    record.edits.push((lang.clone(), provision.clone(), text.clone(), seq));
                }
            }
            _ => {}
        }
    }

    fn follow(&mut self, consequence: &Consequence, entry: &Entry) {
        let seq = entry.seq;
        match consequence {
            Consequence::Fell { amendment, because } => {
                self.decide(amendment, Outcome::Fell, seq, None);
                let Some(at) = self.position(amendment) else { return };
                // That it stands among what this event decided is said already, and it was open: no other has it.
                for cause in because.iter().filter(|cause| **cause != seq) {
                    self.standing.entry(*cause).or_default().amendments.push(at);
                }
                if let Stage::Decided(decision) = &mut self.amendments[at].stage {
                    decision.because.clone_from(because);
                }
                // It stands and falls with its causes, not by itself, unless this event is one of them.
                if !because.contains(&seq)
                    && let Some(standing) = self.standing.get_mut(&seq)
                {
                    standing.amendments.pop();
                    if standing.amendments.is_empty() && standing.text.is_none() {
                        self.standing.remove(&seq);
                    }
                }
            }
            Consequence::Shares { amendment } => match &entry.event {
                Event::Voted { vote, .. } => {
                    self.decide(amendment, outcome_of(vote), seq, Some(vote));
                }
                Event::CommonPartVoted { vote, .. } => {
                    self.decide(amendment, outcome_of(vote), seq, Some(vote));
                }
                Event::DeclaredDecided { amendment: first } => {
                    let decided = self.position(first).and_then(|at| self.record(at));
                    let outcome = decided.and_then(Record::decision).map(|found| found.outcome);
                    self.decide(amendment, outcome.unwrap_or(Outcome::Fell), seq, None);
                }
                _ => {}
            },
            Consequence::Superseded { amendment } => self.change(amendment, |record| {
                if let Stage::Decided(decision) = &mut record.stage {
                    decision.wider.push(seq);
                    decision.superseded = decision.wider.first().copied();
                }
            }),
            Consequence::ForRuling { event } => {
                if !self.for_ruling.contains(event) {
                    self.for_ruling.push(*event);
                }
            }
            Consequence::Displaced { amendment, was, proposed } => {
                self.change(amendment, |record| {
                    record.displaced = true;
                    record.was.clone_from(was);
                    record.proposed.clone_from(proposed);
                });
            }
        }
    }

    // Steps

    fn opening(&mut self, event: &Event) {
        let Event::Opened {
            reference,
            dossier,
            profile,
            edition,
            rules,
            languages,
            texts,
            amendments,
        } = event
        else {
            return;
        };
        self.opened = Some(Opening {
            reference: reference.clone(),
            profile: (profile.clone(), edition.clone()),
            rules: rules.clone(),
            languages: languages.clone(),
        });
        self.dossier.clone_from(dossier);
        self.texts = texts
            .iter()
            .map(|text| TextRecord {
                letter: text.letter.clone(),
                kind: text.kind,
                outcome: None,
                number: None,
                edits: Vec::new(),
            })
            .collect();
        for listed in amendments {
            self.add(&listed.id, listed.parent.as_ref(), listed.part, &[], Stage::Open);
            self.number(&listed.id, &listed.number);
            self.change(&listed.id, |record| {
                record.signed.clone_from(&listed.tablers);
                record.committee = listed.committee;
            });
        }
    }

    fn add(
        &mut self,
        id: &Id,
        parent: Option<&Id>,
        part: Option<usize>,
        texts: &[Wording],
        stage: Stage,
    ) {
        let parent = parent.and_then(|parent| self.position(parent));
        let at = self.amendments.len();
        if let Some(parent) = parent {
            self.amendments[parent].sub_amendments.push(at);
        }
        let part = part.or_else(|| parent.and_then(|parent| self.amendments[parent].part));
        self.ids.insert(id.clone(), at);
        self.amendments.push(Record {
            id: id.clone(),
            number: None,
            parent,
            sub_amendments: Vec::new(),
            part,
            signed: Vec::new(),
            committee: false,
            oral: false,
            texts: texts.to_vec(),
            stage,
            positions: Vec::new(),
            called: None,
            heard: Vec::new(),
            spoke: Vec::new(),
            compromise: false,
            separate: false,
            common_part: None,
            reopened: None,
            displaced: false,
            was: Vec::new(),
            proposed: Vec::new(),
            revised: false,
            returned: false,
        });
    }

    fn change(&mut self, id: &Id, change: impl FnOnce(&mut Record)) {
        if let Some(record) = self.ids.get(id).and_then(|at| self.amendments.get_mut(*at)) {
            change(record);
        }
    }

    fn number(&mut self, id: &Id, number: &str) {
        let Some(at) = self.position(id) else { return };
        let parent = self.amendments[at].parent;
        if let Some(before) = self.amendments[at].number.replace(number.to_owned()) {
            self.numbers.remove(&(parent, before));
        }
        self.numbers.insert((parent, number.to_owned()), at);
    }

    fn call(&mut self, id: &Id, seq: Seq, time: &Time) {
        let Some(at) = self.position(id) else { return };
        // Whatever was proposed, it is put to the vote.
        self.proposals.remove(&at);
        let record = &mut self.amendments[at];
        record.called = Some(seq);
        record.reopened = None;
        let moved = record.oral.then(|| record.signed.first().cloned()).flatten();
        self.floor.push(Floor { amendment: at, since: time.clone(), moved, spoke: Vec::new() });
    }

    fn decide(&mut self, id: &Id, outcome: Outcome, seq: Seq, vote: Option<&Vote>) {
        let Some(at) = self.position(id) else { return };
        let vote = vote.cloned();
        let before = Box::new(self.amendments[at].stage.clone());
        let decision = Decision {
            outcome,
            event: seq,
            because: Vec::new(),
            vote,
            superseded: None,
            wider: Vec::new(),
            before,
        };
        self.amendments[at].stage = Stage::Decided(decision);
        self.proposals.remove(&at);
        // It was open, so that this event has not decided it before.
        self.standing.entry(seq).or_default().amendments.push(at);
    }

    fn decide_text(&mut self, part: usize, outcome: TextOutcome, seq: Seq) {
        if let Some(text) = self.texts.get_mut(part) {
            text.outcome = Some(outcome);
            self.standing.entry(seq).or_default().text = Some(part);
        }
    }

    fn correct(&mut self, event: Seq, count: &crate::event::Count) {
        let Some(standing) = self.standing.get(&event) else { return };
        let text = standing.text.and_then(|part| self.texts.get_mut(part));
        if let Some(TextRecord { outcome: Some(TextOutcome::Voted { vote, .. }), .. }) = text {
            vote.count = Some(count.clone());
        }
        for at in &standing.amendments {
            let stage = self.amendments.get_mut(*at).map(|record| &mut record.stage);
            if let Some(Stage::Decided(Decision { event: by, vote: Some(vote), .. })) = stage
                && *by == event
            {
                vote.count = Some(count.clone());
            }
        }
    }

    /// What the event decided, and what fell with it among its causes, is open again.
    fn annul(&mut self, event: Seq, seq: Seq) {
        let Some(standing) = self.standing.remove(&event) else { return };
        self.for_ruling.retain(|other| *other != event);
        if let Some(text) = standing.text.and_then(|part| self.texts.get_mut(part)) {
            text.outcome = None;
            text.number = None;
            text.edits.clear();
        }
        for record in &mut self.amendments {
            if let Stage::Decided(decision) = &mut record.stage
                && decision.wider.contains(&event)
            {
                decision.wider.retain(|other| *other != event);
                decision.superseded = decision.wider.first().copied();
            }
        }
        for at in standing.amendments {
            let Some(record) = self.amendments.get_mut(at) else { continue };
            let Stage::Decided(decision) = &record.stage else { continue };
            if !decision.rests_on(event) {
                continue;
            }
            let causes = std::mem::take(&mut decision.because.clone());
            record.stage = match &*decision.before {
                // Whoever objected is asked anew.
                Stage::Offered { .. } => Stage::Offered { objections: 0 },
                before => before.clone(),
            };
            record.returned = false;
            record.spoke.clear();
            record.reopened = Some(seq);
            for cause in causes.into_iter().filter(|cause| *cause != event) {
                if let Some(other) = self.standing.get_mut(&cause) {
                    other.amendments.retain(|other| *other != at);
                }
            }
        }
    }

    /// What is decided leaves the floor.
    fn clear_the_floor(&mut self, now: &Time) {
        let amendments = &mut self.amendments;
        self.floor.retain(|floor| {
            let Some(record) = amendments.get_mut(floor.amendment) else { return false };
            if !record.is_open() {
                record.heard.push((floor.since.clone(), now.clone()));
                record.spoke.clone_from(&floor.spoke);
            }
            record.is_open()
        });
    }
}

fn outcome_of(vote: &Vote) -> Outcome {
    if vote.adopted { Outcome::Adopted } else { Outcome::Rejected }
}
