//! A log worked out anew: what should have followed from each event, against what was recorded.

use super::{Sitting, Unrevisable, hash};
use crate::Dossier;
use crate::adopt::Refusal;
use procedure::event::{Consequence, Event};
use procedure::log::Entry;
use procedure::rules::Rules;
use procedure::state::State as Course;

/// Goes through a log event by event, beside whoever folds it.
#[derive(Clone, Debug)]
pub struct Again<'r> {
    rules: &'r Rules,
    /// The dossiers at hand, by their hashes.
    dossiers: Vec<(String, Dossier)>,
    /// The one that the log is at; none where it is not at hand.
    dossier: Option<usize>,
    /// That dossier with what was recorded.
    sitting: Option<Sitting<'r>>,
}

/// What is otherwise than recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The dossier that the event names is not at hand: nothing that follows can be worked out.
    NoDossier,
    /// Other things follow.
    Otherwise {
        /// What follows, as worked out now.
        worked: Vec<Consequence>,
    },
    /// The event would be refused.
    Refused(Box<Refusal>),
    /// The draft could not be revised so.
    Unrevisable(Unrevisable),
}

impl<'r> Again<'r> {
    /// Before the first event. The dossiers are that on which the log was opened and, in any order, each that came
    /// of a revision of the draft.
    pub fn new(dossiers: impl IntoIterator<Item = Dossier>, rules: &'r Rules) -> Self {
        let dossiers = dossiers.into_iter().map(|dossier| (hash(&dossier), dossier)).collect();
        Self { rules, dossiers, dossier: None, sitting: None }
    }

    /// Takes the next event, which the rules allow, and where everything stood before it; says what is otherwise.
    pub fn next(&mut self, before: &Course, entry: &Entry) -> Option<Difference> {
        let sitting = match (self.sitting.take(), self.dossier) {
            (Some(sitting), Some(at)) => Some(sitting.after(&self.dossiers[at].1, before.clone())),
            _ => None,
        };
        let otherwise = |worked: Vec<Consequence>| {
            (!same(&worked, &entry.then)).then_some(Difference::Otherwise { worked })
        };
        if let Event::Opened { dossier, .. } | Event::DraftRevised { dossier, .. } = &entry.event {
            let old = self.dossier.map(|at| &self.dossiers[at].1);
            self.dossier = self.dossiers.iter().position(|(hash, _)| hash == dossier);
            let Some(new) = self.dossier.map(|at| &self.dossiers[at].1) else {
                return Some(Difference::NoDossier);
            };
            let revised = sitting.zip(old).map(|(sitting, old)| sitting.revised(old, new));
            self.sitting = Some(Sitting::new(new, before.clone(), self.rules));
            return match revised? {
                Ok(worked) => otherwise(worked),
                Err(why) => Some(Difference::Unrevisable(why)),
            };
        }
        let worked = sitting.as_ref().map(|sitting| sitting.consequences(&entry.event));
        self.sitting = sitting;
        match worked? {
            Ok(worked) => otherwise(worked),
            Err(refusal) => Some(Difference::Refused(refusal)),
        }
    }

    /// The dossier with what was recorded before the last event that was taken.
    pub fn sitting(&self) -> Option<&Sitting<'r>> {
        self.sitting.as_ref()
    }
}

/// Whether the same follows, in whatever order it is said.
fn same(one: &[Consequence], other: &[Consequence]) -> bool {
    let within = |one: &[Consequence], other: &[Consequence]| {
        one.iter().all(|consequence| other.contains(consequence))
    };
    one.len() == other.len() && within(one, other) && within(other, one)
}
