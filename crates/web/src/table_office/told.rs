//! All that was recorded, in sentences, with who recorded it: what the table office sees and nobody else.

use crate::{Held, Tongue};
use procedure::about;
use procedure::event::{Id, Seq, Time};
use procedure::log::Entry;
use procedure::sentence::Telling;
use procedure::state::State as Course;

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its number.
    pub seq: Seq,
    /// When it was recorded.
    pub at: Time,
    /// Who recorded it.
    pub actor: String,
    /// What happened, and what followed.
    pub sentence: String,
}

/// One event; none where there is none of this number.
pub fn one(held: &Held, seq: Seq, tongue: Tongue) -> Option<Told> {
    let at = usize::try_from(seq).ok()?.checked_sub(1)?;
    held.entries.get(at)?;
    told(held, tongue, at + 1, |entry, _| entry.seq == seq).pop()
}

/// All that is about one amendment, the earliest first.
pub fn of_amendment(held: &Held, id: &Id, tongue: Tongue) -> Vec<Told> {
    told(held, tongue, held.entries.len(), |entry, before| {
        about::amendments(entry, before).contains(id)
    })
}

/// Events up to one, so many at most, the latest first.
pub fn until(held: &Held, last: Seq, most: usize, tongue: Tongue) -> Vec<Told> {
    let end = usize::try_from(last).unwrap_or(usize::MAX).min(held.entries.len());
    let first = end.saturating_sub(most);
    let mut all = told(held, tongue, end, |entry, _| entry.seq > first as u64);
    all.reverse();
    all
}

fn told(
    held: &Held,
    tongue: Tongue,
    end: usize,
    wanted: impl Fn(&Entry, &Course) -> bool,
) -> Vec<Told> {
    let rules = held.sitting.rules;
    let (mut all, mut course) = (Vec::new(), Course::default());
    for entry in held.entries.iter().take(end) {
        if wanted(entry, &course) {
            let telling = Telling { state: &course, rules, lang: tongue.lang() };
            let mut sentence = telling.event(&entry.event);
            for then in &entry.then {
                sentence.push(' ');
                sentence.push_str(&telling.consequence(then, &entry.event));
            }
            let (at, actor) = (entry.time.clone(), entry.actor.clone());
            all.push(Told { seq: entry.seq, at, actor, sentence });
        }
        course.take(entry, rules);
    }
    all
}
