//! The history of each amendment in sentences.

use super::Held;
use crate::Tongue;
use procedure::about;
use procedure::event::{Consequence, Event, Seq, Time};
use procedure::log::Entry;
use procedure::sentence::Telling;
use procedure::state::State as Course;
use std::collections::BTreeMap;

/// What an event did to an amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The event.
    pub event: Seq,
    /// When it was recorded.
    pub at: Time,
    /// What happened.
    pub sentence: String,
    /// What followed for this amendment.
    pub then: Vec<String>,
}

/// By position in the course.
pub(super) type Histories = BTreeMap<usize, Vec<Told>>;

impl Held {
    /// What happened to an amendment since it was handed in, the earliest first.
    pub fn history(&self, at: usize, tongue: Tongue) -> &[Told] {
        let all = self.kept.histories.get(tongue, || self.tell_all(tongue));
        all.get(&at).map_or(&[], Vec::as_slice)
    }

    fn tell_all(&self, tongue: Tongue) -> Histories {
        let mut all = Histories::new();
        let mut course = Course::default();
        for entry in &self.entries {
            if !is_private(&entry.event, &course) {
                let telling =
                    Telling { state: &course, rules: self.sitting.rules, lang: tongue.lang() };
                self.tell(entry, &telling, &mut all);
            }
            course.take(entry, self.sitting.rules);
        }
        all
    }

    fn tell(&self, entry: &Entry, telling: &Telling<'_>, all: &mut Histories) {
        let about = about::amendments(entry, telling.state);
        if about.is_empty() {
            return;
        }
        let sentence = telling.event(&entry.event);
        for id in about {
            let Some(at) = self.sitting.course.position(&id) else { continue };
            let own = |one: &&Consequence| about::of_consequence(one) == Some(&id);
            let then = entry.then.iter().filter(own);
            let then = then.map(|one| telling.consequence(one, &entry.event)).collect();
            let told =
                Told { event: entry.seq, at: entry.time.clone(), sentence: sentence.clone(), then };
            all.entry(at).or_default().push(told);
        }
    }
}

/// What happens before an amendment is handed in is the matter of those who draft it.
fn is_private(event: &Event, before: &Course) -> bool {
    let drafted = |id| {
        let record = before.position(id).and_then(|at| before.record(at));
        record.is_none_or(|record| record.stage == procedure::state::Stage::Drafted)
    };
    match event {
        Event::Drafted { .. } => true,
        Event::Signed { amendment, .. } | Event::SignatureWithdrawn { amendment, .. } => {
            drafted(amendment)
        }
        _ => false,
    }
}
