//! What a log tells of the amendments and texts: positions of committees, outcomes, votes.
//!
//! The standard has places for them: a `step` of the `workflow` for what a committee or the assembly did, and
//! when; a `voting` of the `analysis` for the figures. What was done is a concept, whoever did it an
//! organization or a person; both stand among the references of the whole.
//!
//! ```text
//! <workflow>
//!   <step date="2031-10-15T17:09:00Z" by="#committee_1" outcome="#position_unanimous"/>
//!   <step date="2031-10-16T10:31:00Z" by="#assembly" outcome="#outcome_fell" hc:because="4"/>
//! </workflow>
//! ```
//!
//! Only decisions that stand are told. An amendment that was put in pieces has no outcome of its own.

use crate::meta::Work;
use crate::xml::Xml;
use engine::sitting::Sitting;
use engine::words::{self, Args};
use procedure::event::{Event, Seq, Vote};
use procedure::log::Entry;
use procedure::rules::{Position, Shown};
use procedure::state::{Decision, Outcome, Record, TextOutcome};
use std::collections::BTreeMap;
use text::Lang;

/// The outcome of a text that goes back to its committee.
const REFERRED_BACK: &str = "outcome_referred-back";

/// A log in the words of the standard.
pub(crate) struct Decisions<'a> {
    held: &'a Sitting<'a>,
    entries: &'a [Entry],
    lang: Lang,
    /// Committees that took a position, numbered as they first did.
    committees: BTreeMap<&'a str, usize>,
    /// Positions taken on each amendment of the course.
    positions: BTreeMap<usize, Vec<(&'a Entry, &'a str, Position)>>,
    /// What each event decided by itself, as it is cited.
    decided: BTreeMap<Seq, Vec<String>>,
}

/// One thing that was done.
struct Step {
    event: Seq,
    by: String,
    outcome: String,
    /// The amendments by which it fell, or was superseded.
    because: Option<(&'static str, String)>,
}

impl<'a> Decisions<'a> {
    /// Of a sitting and the entries of its log, from the first on.
    pub(crate) fn new(held: &'a Sitting<'a>, entries: &'a [Entry], lang: Lang) -> Self {
        let (mut committees, mut positions) = (BTreeMap::new(), BTreeMap::<_, Vec<_>>::new());
        for entry in entries {
            let Event::CommitteePosition { amendment, committee, position, .. } = &entry.event
            else {
                continue;
            };
            let next = committees.len() + 1;
            committees.entry(committee.as_str()).or_insert(next);
            if let Some(at) = held.course.position(amendment) {
                let taken = (entry, committee.as_str(), *position);
                positions.entry(at).or_default().push(taken);
            }
        }
        let mut decided = BTreeMap::<_, Vec<_>>::new();
        for record in &held.course.amendments {
            if let Some(decision) = record.decision().filter(|one| one.outcome != Outcome::Fell) {
                decided.entry(decision.event).or_default().push(held.citation(record));
            }
        }
        Self { held, entries, lang, committees, positions, decided }
    }

    /// Committees and concepts, for the references of the whole.
    pub(crate) fn references(&self, xml: &mut Xml, work: &Work<'_>) {
        let mut committees: Vec<_> = self.committees.iter().collect();
        committees.sort_unstable_by_key(|(_, number)| **number);
        for (name, number) in committees {
            // One that tabled an amendment stands there already.
            if work.person(name).is_none() {
                work.organization(xml, &format!("committee_{number}"), name);
            }
        }
        for (id, shown) in self.concepts() {
            let href = format!("/akn/ontology/concept/{id}");
            xml.empty("TLCConcept", &[("eId", &id), ("href", &href), ("showAs", &shown)]);
        }
    }

    /// The concepts that are referred to, each with its words in this language.
    fn concepts(&self) -> BTreeMap<String, String> {
        let say = |id: &str| words::say(self.lang, id, &Args::new());
        let mut concepts = BTreeMap::new();
        let mut counted = false;
        for (_, _, position) in self.positions.values().flatten() {
            concepts.insert(of_position(*position), position.words(self.lang));
        }
        for decision in self.held.course.amendments.iter().filter_map(Record::decision) {
            if let Some(words) = decision.outcome.words(self.held.rules) {
                concepts.insert(of_outcome(decision.outcome), words.words(self.lang));
                counted |= decision.vote.as_ref().is_some_and(|vote| vote.count.is_some());
            }
        }
        for outcome in self.held.course.texts.iter().filter_map(|text| text.outcome.as_ref()) {
            match outcome {
                TextOutcome::ReferredBack { .. } => {
                    concepts.insert(REFERRED_BACK.to_owned(), say("akn-referred-back"));
                }
                TextOutcome::Voted { vote, .. } => {
                    let outcome = of_vote(vote);
                    if let Some(words) = outcome.words(self.held.rules) {
                        concepts.insert(of_outcome(outcome), words.words(self.lang));
                    }
                    counted |= vote.count.is_some();
                }
            }
        }
        if counted {
            for (id, column) in BALLOTS {
                concepts.insert(id.to_owned(), say(column));
            }
        }
        concepts
    }

    /// What was done about the amendment at a place of the dossier.
    pub(crate) fn amendment(&self, xml: &mut Xml, place: usize, work: &Work<'_>) {
        let Some(at) = self.held.record(place) else { return };
        let taken = self.positions.get(&at).into_iter().flatten();
        let mut steps: Vec<Step> = taken
            .map(|(entry, committee, position)| Step {
                event: entry.seq,
                by: work.person(committee).unwrap_or_else(|| {
                    format!("committee_{}", self.committees.get(committee).unwrap_or(&0))
                }),
                outcome: of_position(*position),
                because: None,
            })
            .collect();
        let decision = self.held.course.record(at).and_then(Record::decision);
        let told = decision.filter(|one| one.outcome.words(self.held.rules).is_some());
        steps.extend(told.map(|decision| self.decision(decision, work)));
        self.workflow(xml, &steps);
    }

    fn decision(&self, decision: &Decision, work: &Work<'_>) -> Step {
        let event = self.entry(decision.event).map(|entry| &entry.event);
        let by = match event {
            // Whatever falls with what is withdrawn falls by the rules.
            Some(Event::Withdrawn { by, .. }) if decision.outcome == Outcome::Withdrawn => {
                work.person(by)
            }
            _ => None,
        };
        let cited = |events: &[Seq]| {
            let all = events.iter().filter_map(|event| self.decided.get(event)).flatten();
            let all: Vec<&str> = all.map(String::as_str).collect();
            Some(all.join(", ")).filter(|all| !all.is_empty())
        };
        let superseded = decision.superseded.map(|event| [event]);
        let because = match superseded {
            Some(event) => cited(&event).map(|cited| ("hc:supersededBy", cited)),
            None => cited(&decision.because).map(|cited| ("hc:because", cited)),
        };
        Step {
            event: decision.event,
            by: by.unwrap_or_else(|| "assembly".to_owned()),
            outcome: of_outcome(decision.outcome),
            because,
        }
    }

    /// What was done about a text as a whole.
    pub(crate) fn text(&self, xml: &mut Xml, part: usize) {
        let outcome = self.held.course.texts.get(part).and_then(|text| text.outcome.as_ref());
        let (event, outcome) = match outcome {
            None => return,
            Some(TextOutcome::ReferredBack { event }) => (*event, REFERRED_BACK.to_owned()),
            Some(TextOutcome::Voted { vote, event }) => (*event, of_outcome(of_vote(vote))),
        };
        self.workflow(xml, &[Step { event, by: "assembly".to_owned(), outcome, because: None }]);
    }

    fn entry(&self, event: Seq) -> Option<&Entry> {
        let at = usize::try_from(event.checked_sub(1)?).ok()?;
        self.entries.get(at).filter(|entry| entry.seq == event)
    }

    fn workflow(&self, xml: &mut Xml, steps: &[Step]) {
        let steps: Vec<_> =
            steps.iter().filter_map(|step| Some((step, self.entry(step.event)?))).collect();
        if steps.is_empty() {
            return;
        }
        xml.within("workflow", &[("source", "#hemicycle")], |xml| {
            for (step, entry) in steps {
                let (by, outcome) = (format!("#{}", step.by), format!("#{}", step.outcome));
                let mut attributes: Vec<(&str, &str)> =
                    vec![("date", entry.time.as_str()), ("by", &by), ("outcome", &outcome)];
                if let Some((name, cited)) = &step.because {
                    attributes.push((name, cited));
                }
                xml.empty("step", &attributes);
            }
        });
    }

    /// The vote on the amendment at a place of the dossier; `id` is that of its component.
    pub(crate) fn vote_on_amendment(&self, xml: &mut Xml, place: usize, id: &str) {
        let record = self.held.record(place).and_then(|at| self.held.course.record(at));
        if let Some(decision) = record.and_then(Record::decision)
            && let Some(vote) = &decision.vote
            && decision.outcome.words(self.held.rules).is_some()
        {
            voting(xml, vote, &of_outcome(decision.outcome), id);
        }
    }

    /// The vote on a text as a whole, with the `analysis` that it stands in.
    pub(crate) fn vote_on_text(&self, xml: &mut Xml, part: usize, id: &str) {
        let outcome = self.held.course.texts.get(part).and_then(|text| text.outcome.as_ref());
        if let Some(TextOutcome::Voted { vote, .. }) = outcome
            && vote.count.is_some()
        {
            xml.within("analysis", &[("source", "#hemicycle")], |xml| {
                voting(xml, vote, &of_outcome(of_vote(vote)), id);
            });
        }
    }
}

/// The figures of a vote, each a concept and the message that is its name.
const BALLOTS: [(&str, &str); 3] = [
    ("ballot_for", "column-for"),
    ("ballot_against", "column-against"),
    ("ballot_abstention", "column-abstentions"),
];

/// A vote whose figures are known.
fn voting(xml: &mut Xml, vote: &Vote, outcome: &str, id: &str) {
    let Some(count) = &vote.count else { return };
    let id = format!("{id}__voting_1");
    let outcome = format!("#{outcome}");
    let figures = [count.in_favour, count.against, count.abstentions];
    xml.within("parliamentary", &[], |xml| {
        xml.within("voting", &[("eId", &id), ("outcome", &outcome)], |xml| {
            for (at, (figure, (ballot, _))) in figures.iter().zip(BALLOTS).enumerate() {
                let id = format!("{id}__count_{}", at + 1);
                let (figure, ballot) = (figure.to_string(), format!("#{ballot}"));
                let attributes = [("eId", id.as_str()), ("value", &figure), ("refersTo", &ballot)];
                xml.empty("count", &attributes);
            }
        });
    });
}

fn of_position(position: Position) -> String {
    format!("position_{}", position.written().trim_matches('"'))
}

fn of_outcome(outcome: Outcome) -> String {
    format!("outcome_{}", outcome.as_str())
}

fn of_vote(vote: &Vote) -> Outcome {
    if vote.adopted { Outcome::Adopted } else { Outcome::Rejected }
}
