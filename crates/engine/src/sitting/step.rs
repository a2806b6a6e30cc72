//! What an event comes to, worked out before it is recorded: the same for commands, screen and pages.

use super::{Sitting, hash};
use crate::Dossier;
use crate::words::{self, Message};
use procedure::event::{Consequence, Event, Time};
use procedure::log::{Entry, Head};
use procedure::sentence::Telling;
use procedure::state::State as Course;
use text::Lang;

/// What an event comes to that the rules allow.
#[derive(Clone, Debug)]
pub struct Step {
    /// The event with what follows from it, as it is to be recorded.
    pub entry: Entry,
    /// Where everything stands behind it.
    pub course: Course,
}

/// Why an event is not taken.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Its stable code.
    pub code: &'static str,
    /// The reason, with what to do about it.
    pub message: Message,
}

/// Works out what an event comes to.
///
/// # Errors
/// What the rules forbid, and what could not be consolidated.
pub fn step(
    event: Event,
    held: &Sitting<'_>,
    head: Head,
    (time, actor): (Time, &str),
    lang: Lang,
) -> Result<Step, Box<Refused>> {
    let then = held.consequences(&event).map_err(|refusal| {
        let message = words::refusal_in_a_sitting(&refusal, &held.state, lang);
        Box::new(Refused { code: words::codes::refusal(&refusal), message })
    })?;
    taken(event, then, held, head, (time, actor), lang)
}

/// Works out what it comes to that the draft of `old`, the dossier that is held, is revised to that of `new`.
///
/// # Errors
/// Where it cannot be revised so, and what the rules forbid.
pub fn revise(
    (old, new): (&Dossier, &Dossier),
    reason: &str,
    held: &Sitting<'_>,
    head: Head,
    by: (Time, &str),
    lang: Lang,
) -> Result<Step, Box<Refused>> {
    let then = held.revised(old, new).map_err(|why| {
        let message = words::unrevisable(&why, held, lang);
        Box::new(Refused { code: words::codes::unrevisable(&why), message })
    })?;
    let event = Event::DraftRevised { dossier: hash(new), reason: reason.to_owned() };
    taken(event, then, held, head, by, lang)
}

/// The same of an event with what follows from it.
///
/// # Errors
/// What the rules forbid.
pub fn taken(
    event: Event,
    then: Vec<Consequence>,
    held: &Sitting<'_>,
    head: Head,
    (time, actor): (Time, &str),
    lang: Lang,
) -> Result<Step, Box<Refused>> {
    let entry = head.next(time, actor, event, then);
    let mut course = held.course.clone();
    course.apply(&entry, held.rules).map_err(|refusal| {
        let telling = Telling { state: &held.course, rules: held.rules, lang };
        Box::new(Refused { code: refusal.code(), message: telling.refusal(&refusal) })
    })?;
    Ok(Step { entry, course })
}
