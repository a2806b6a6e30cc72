//! Which amendments a draft can have to do with: those near it. So that what is worked out while somebody writes depends on the
//! paragraph, and not on how many amendments there are.

use crate::Held;
use engine::Dossier;
use engine::sitting::Sitting;
use engine::state::State;
use procedure::event::{Event, Id, Time};
use procedure::state::{Record, State as Course};
use std::collections::BTreeSet;
use std::sync::Arc;
use text::Lang;

/// Bytes beside a place that count to it: of a point between two paragraphs the ends of both.
const BESIDE: u32 = 2;

/// A range of the laid-out text of one language, both ends included.
type Range = (u32, u32);

/// The dossier with the draft in it, in one language, with the amendments near it, the draft as the last of the course. None
/// where the rules do not let it be drafted, or its dossier is not at hand.
pub(super) fn trial(
    held: &Held,
    drafted: &Event,
    lang: Lang,
    actor: &str,
    now: &Time,
) -> Option<Held> {
    let parent = match drafted {
        Event::Drafted { parent: Some(parent), .. } => held.sitting.course.position(parent),
        _ => None,
    };
    let mut near: BTreeSet<usize> = parent.into_iter().collect();
    let alone = with(held, drafted, (lang, &near), actor, now)?;
    let own = ranges(&alone, lang);
    let count = near.len();
    near.extend(published(held).filter(|at| meets(held, *at, lang, &own)));
    if near.len() == count { Some(alone) } else { with(held, drafted, (lang, &near), actor, now) }
}

/// The same with these amendments of the course alone.
fn with(
    held: &Held,
    drafted: &Event,
    (lang, near): (Lang, &BTreeSet<usize>),
    actor: &str,
    now: &Time,
) -> Option<Held> {
    let (mut course, rules) = (held.sitting.course.clone(), held.sitting.rules);
    let mut names = BTreeSet::new();
    for (at, record) in course.amendments.iter_mut().enumerate() {
        match near.contains(&at) {
            true => drop(names.insert(record.id.0.clone())),
            false => record.texts.clear(),
        }
    }
    let entry = held.head.next(moment(&course, now), actor, drafted.clone(), Vec::new());
    course.take(&entry, rules);
    let dossiers = held.dossiers();
    let whole = dossiers.get(&course.dossier)?;
    let chosen = whole.amendments.iter().filter(|amendment| names.contains(&amendment.cited()));
    let dossier = Dossier {
        reference: whole.reference.clone(),
        versions: whole.versions.clone(),
        amendments: chosen.cloned().collect(),
        correspondences: Vec::new(),
        rules: whole.rules.clone(),
        decisions: whole.decisions.clone(),
    };
    let sitting = Sitting::new(&dossier.in_language(lang), course, rules);
    let known = sitting.course.amendments.len() > held.sitting.course.amendments.len();
    known.then(|| Held::folded(held.slug.clone(), Arc::default(), Vec::new(), held.head, sitting))
}

/// The moment of what is handed in now: never before what was recorded last.
pub(super) fn moment(course: &Course, now: &Time) -> Time {
    course.time.clone().map_or(now.clone(), |last| last.max(now.clone()))
}

/// Amendments that everybody may read and that are open or adopted.
fn published(held: &Held) -> impl Iterator<Item = usize> {
    let stands = |at: &usize| held.sitting.course.record(*at).is_some_and(stands);
    held.listed().order.iter().copied().filter(stands)
}

pub(super) fn stands(record: &Record) -> bool {
    record.is_open() || record.decision().is_some_and(|decision| decision.outcome.is_adopted())
}

/// Where the draft acts, each place with the whole top provisions that it lies in or beside.
fn ranges(alone: &Held, lang: Lang) -> Vec<Range> {
    let last = alone.sitting.course.amendments.len().saturating_sub(1);
    let state = &alone.sitting.state;
    let Some(version) = state.dossier.version(lang) else { return Vec::new() };
    let tops = version.index.provisions().iter().filter(|entry| entry.parent.is_none());
    let tops: Vec<Range> = tops.map(|entry| (entry.span.start, entry.span.end)).collect();
    let wide = |range: Range| {
        let here = tops.iter().filter(|top| touch(**top, range));
        here.fold(range, |one, top| (one.0.min(top.0), one.1.max(top.1)))
    };
    acts(state, alone.sitting.place(last), lang).map(wide).collect()
}

/// Where an amendment acts.
fn acts(state: &State, place: usize, lang: Lang) -> impl Iterator<Item = Range> {
    let operations = state.placed(place, lang).map(|placed| placed.operations.as_slice());
    operations.unwrap_or_default().iter().map(|operation| {
        let span = operation.at().place.span();
        (span.start, span.end)
    })
}

fn meets(held: &Held, at: usize, lang: Lang, own: &[Range]) -> bool {
    let (sitting, state) = (&held.sitting, &held.sitting.state);
    acts(state, sitting.place(at), lang).any(|act| own.iter().any(|range| touch(*range, act)))
}

/// Whether two ranges overlap, or are beside one another.
fn touch(one: Range, other: Range) -> bool {
    one.0 <= other.1.saturating_add(BESIDE) && other.0 <= one.1.saturating_add(BESIDE)
}

/// The amendment that a wording says it is to: "In amendment 13, …".
pub(super) fn said_parent(trial: &Held, held: &Held) -> Option<Id> {
    let last = trial.sitting.course.amendments.len().checked_sub(1)?;
    let place = trial.sitting.place(last);
    let number = trial.sitting.state.dossier.amendments.get(place)?.parent.clone()?;
    let record = held.sitting.course.record(held.sitting.cited(&number)?)?;
    Some(record.id.clone())
}
