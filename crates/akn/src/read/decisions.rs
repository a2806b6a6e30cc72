//! What is recorded of amendments and texts, from the places that [`crate::decisions`] writes it to.
//!
//! Only files of ours are understood: what a step means is said by the identifiers of its concepts, and those of
//! other hands are their own. Whatever is not understood, or says two things, is a finding with its place and is not
//! taken; nothing is chosen from two outcomes.

use super::Reading;
use super::node::{Element, all_inner, child, elements, is, name};
use crate::OURS;
use crate::decisions::{ASSEMBLY, BALLOTS, OUTCOME, POSITION, unlisted};
use engine::recorded::{self, By, Recorded, Ruling, Taken, TextOutcome, TextRuling, Votes};
use procedure::event::Time;
use procedure::rules::Position;
use procedure::state::Outcome;
use std::collections::BTreeSet;

/// Why a step or a vote is not taken: an alternative of its message.
type Why = &'static str;

/// One step of a workflow, as far as it is the same for all.
struct Step<'a> {
    at: Time,
    by: By,
    /// The concept, without the sign before it.
    outcome: &'a str,
    because: Vec<String>,
    superseded_by: Vec<String>,
}

/// What is recorded of one document, with the concept of its ruling.
struct Found<T> {
    ruling: Option<(T, String)>,
    /// Whether two rulings contradict each other, of which neither counts.
    contradicts: bool,
}

impl<T: PartialEq> Found<T> {
    fn new() -> Self {
        Self { ruling: None, contradicts: false }
    }

    /// Takes a ruling, or says why it does not count.
    fn take(&mut self, ruling: T, concept: &str) -> Result<(), Why> {
        if self.contradicts {
            return Err("contradiction");
        }
        match &self.ruling {
            None => {
                self.ruling = Some((ruling, concept.to_owned()));
                Ok(())
            }
            Some((known, _)) if *known == ruling => Err("twice"),
            Some(_) => {
                (self.ruling, self.contradicts) = (None, true);
                Err("contradiction")
            }
        }
    }
}

impl<'a> Reading<'a> {
    /// What is recorded of an amendment; none where nothing is.
    pub(super) fn recorded(&mut self, amendment: Element<'a, '_>) -> Option<Box<Recorded>> {
        let (mut positions, mut seen) = (Vec::new(), BTreeSet::new());
        let mut found = Found::new();
        for node in self.steps(amendment) {
            let taken = self.step(node).and_then(|step| {
                if let Some(position) = step.outcome.strip_prefix(POSITION) {
                    let taken = position_taken(&step, recorded::position(position))?;
                    if !seen.insert(taken.clone()) {
                        return Err("twice");
                    }
                    positions.push(taken);
                    return Ok(());
                }
                let outcome = step.outcome.strip_prefix(OUTCOME).and_then(recorded::outcome);
                let (outcome, concept) = (outcome.ok_or("outcome")?, step.outcome);
                let Step { at, by, because, superseded_by, .. } = step;
                let ruling = Ruling { outcome, at, by, because, superseded_by, votes: None };
                found.take(ruling, concept)
            });
            if let Err(why) = taken {
                self.notes.decision(node, why);
            }
        }
        let concept = found.ruling.as_ref().map(|(_, concept)| concept.clone());
        let votes = self.votes(amendment, concept.as_deref());
        let ruling = found.ruling.map(|(ruling, _)| Ruling { votes, ..ruling });
        if let Some(ruling) = &ruling {
            self.word(ruling.outcome);
        }
        let any = !positions.is_empty() || ruling.is_some();
        any.then(|| Box::new(Recorded { positions, ruling }))
    }

    /// Reads what is recorded of a text as a whole.
    pub(super) fn text_recorded(&mut self, text: Element<'a, '_>, part: u32) {
        let mut found = Found::new();
        for node in self.steps(text) {
            let taken = self.step(node).and_then(|step| {
                let known = TextOutcome::ALL.into_iter();
                let name = step.outcome.strip_prefix(OUTCOME);
                let outcome = known.into_iter().find(|one| Some(one.as_str()) == name);
                let outcome = outcome.ok_or("outcome")?;
                if step.by != By::Assembly {
                    return Err("by");
                }
                step.by_itself()?;
                found.take(TextRuling { part, outcome, at: step.at, votes: None }, step.outcome)
            });
            if let Err(why) = taken {
                self.notes.decision(node, why);
            }
        }
        let concept = found.ruling.as_ref().map(|(_, concept)| concept.clone());
        let votes = self.votes(text, concept.as_deref());
        if let Some((ruling, _)) = found.ruling {
            if let Some(outcome) = ruling.outcome.of_a_vote() {
                self.word(outcome);
            }
            self.decisions.texts.push(TextRuling { votes, ..ruling });
        }
    }

    /// Finds what is recorded where nothing stands that it could be of, and all of it in files by other hands.
    pub(super) fn not_recorded(&mut self, root: Element<'_, '_>) {
        let why = if self.ours { "place" } else { "foreign" };
        for node in root.descendants() {
            let read = |node: &Element<'_, '_>| self.taken.contains(&node.id().get_usize());
            match name(node) {
                Some("workflow") if !all_inner(node, "step").any(|_| true) => {
                    self.notes.ignored(node);
                }
                Some("step")
                    if !read(&node) && node.ancestors().any(|node| is(node, "workflow")) =>
                {
                    self.notes.decision(node, why);
                }
                Some("voting") if !read(&node) => self.notes.votes(node, why),
                _ => {}
            }
        }
    }

    /// The steps of the workflow of a document of ours.
    fn steps<'i>(&mut self, document: Element<'a, 'i>) -> Vec<Element<'a, 'i>> {
        let meta = child(document, "meta").filter(|_| self.ours).into_iter();
        let flows = meta.flat_map(elements).filter(|node| is(*node, "workflow"));
        let steps: Vec<_> = flows.flat_map(elements).filter(|node| is(*node, "step")).collect();
        self.taken.extend(steps.iter().map(|step| step.id().get_usize()));
        steps
    }

    /// What every step says.
    fn step(&self, step: Element<'a, '_>) -> Result<Step<'a>, Why> {
        let at = step.attribute("date").and_then(Time::parse).ok_or("date")?;
        let by = step.attribute("by").and_then(|by| by.strip_prefix('#'));
        let by = match by.ok_or("by")? {
            ASSEMBLY => By::Assembly,
            id => match self.people.get(id).ok_or("by")? {
                (name, true) => By::Committee(name.clone()),
                (name, false) => By::Member(name.clone()),
            },
        };
        let outcome = step.attribute("outcome").and_then(|outcome| outcome.strip_prefix('#'));
        let list = |name| step.attribute((OURS, name)).map(unlisted).unwrap_or_default();
        Ok(Step {
            at,
            by,
            outcome: outcome.ok_or("outcome")?,
            because: list("because"),
            superseded_by: list("supersededBy"),
        })
    }

    /// The figures of the vote that led to this outcome.
    fn votes(&mut self, document: Element<'a, '_>, concept: Option<&str>) -> Option<Votes> {
        let meta = child(document, "meta").filter(|_| self.ours).into_iter();
        let inner = |name| move |node: &Element<'a, '_>| is(*node, name);
        let analyses = meta.flat_map(elements).filter(inner("analysis"));
        let held = analyses.flat_map(elements).filter(inner("parliamentary"));
        let votings: Vec<_> = held.flat_map(elements).filter(inner("voting")).collect();
        let mut found = Found::new();
        for node in votings {
            self.taken.insert(node.id().get_usize());
            let outcome = node.attribute("outcome").and_then(|outcome| outcome.strip_prefix('#'));
            let taken = match concept {
                None => Err("undecided"),
                Some(concept) if outcome != Some(concept) => Err("outcome"),
                Some(concept) => {
                    figures(node).ok_or("figures").and_then(|votes| found.take(votes, concept))
                }
            };
            if let Err(why) = taken {
                self.notes.votes(node, why);
            }
        }
        found.ruling.map(|(votes, _)| votes)
    }

    /// Keeps the word that the file has for an outcome.
    fn word(&mut self, outcome: Outcome) {
        let id = format!("{OUTCOME}{}", outcome.as_str());
        if let Some(word) = self.concepts.get(id.as_str()) {
            let words = self.decisions.words.entry(self.language.lang).or_default();
            words.insert(outcome, word.clone());
        }
    }
}

impl Step<'_> {
    /// Refuses causes where there can be none.
    fn by_itself(&self) -> Result<(), Why> {
        let alone = self.because.is_empty() && self.superseded_by.is_empty();
        if alone { Ok(()) } else { Err("because") }
    }
}

fn position_taken(step: &Step<'_>, position: Option<Position>) -> Result<Taken, Why> {
    step.by_itself()?;
    let By::Committee(committee) = &step.by else { return Err("by") };
    let position = position.ok_or("outcome")?;
    Ok(Taken { committee: committee.clone(), position, at: step.at.clone() })
}

/// The figures of a vote: each ballot once, and a whole number below 2^32.
fn figures(voting: Element<'_, '_>) -> Option<Votes> {
    let mut figures = [None; 3];
    for count in elements(voting) {
        let ballot = count.attribute("refersTo").filter(|_| is(count, "count"))?;
        let at = BALLOTS.iter().position(|(id, _)| ballot.strip_prefix('#') == Some(id))?;
        let value = count.attribute("value")?;
        let digits = value.bytes().all(|digit| digit.is_ascii_digit());
        let figure: u32 = value.parse().ok().filter(|_| digits)?;
        if figures[at].replace(figure).is_some() {
            return None;
        }
    }
    let [Some(in_favour), Some(against), Some(abstentions)] = figures else { return None };
    Some(Votes { in_favour, against, abstentions })
}
