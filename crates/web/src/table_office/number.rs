//! Numbers: one amendment is numbered, or all that have none, in the order in which they are called.

use super::fields::Fields;
use super::office::{Outcome, Work};
use crate::Held;
use crate::desk::HandIn;
use crate::permission::Act;
use crate::site::Refused;
use procedure::about;
use procedure::event::{Event, Id, Seq};
use procedure::state::{Record, Stage};
use std::collections::{BTreeMap, BTreeSet};

/// So many are shown at one time.
pub const AT_ONCE: usize = 100;

/// The amendments that were tabled and have no number, in calling order; those without a place in it come last.
pub fn inbox(held: &Held) -> Vec<usize> {
    let course = &held.sitting.course;
    let pieces = pieces(held);
    let waits = |at: &usize| {
        let waits = |record: &Record| {
            let tabled = matches!(record.stage, Stage::Tabled | Stage::Open);
            tabled && record.number.is_none() && !record.oral && !pieces.contains(&record.id)
        };
        course.record(*at).is_some_and(waits)
    };
    let mut all: Vec<usize> = held.sitting.calling_order().into_iter().filter(waits).collect();
    let placed: BTreeSet<usize> = all.iter().copied().collect();
    all.extend((0..course.amendments.len()).filter(waits).filter(|at| !placed.contains(at)));
    all
}

/// The parts of amendments that are put by themselves, which never have a number.
fn pieces(held: &Held) -> BTreeSet<&Id> {
    let splits = held.entries.iter().filter_map(|entry| match &entry.event {
        Event::Split { into, .. } => Some(into),
        _ => None,
    });
    splits.flatten().map(|piece| &piece.id).collect()
}

/// The number behind the highest one so far, of the amendments or of the sub-amendments to the same one.
pub fn next(held: &Held, record: &Record) -> u64 {
    let all = held.sitting.course.amendments.iter().filter(|one| one.parent == record.parent);
    let highest = all.filter_map(|one| leading(one.number.as_deref()?)).max();
    highest.unwrap_or(0) + 1
}

/// The number with which "24 rev." begins.
fn leading(number: &str) -> Option<u64> {
    let end = number.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(number.len());
    number[..end].parse().ok()
}

/// One is given a number, and is admitted before where it was not yet.
pub(super) async fn one(work: &Work, fields: &Fields, seen: Seq) -> Result<Outcome, Refused> {
    let id = Id(fields.get("one").to_owned());
    let number = fields.trimmed(&format!("number:{}", id.0)).to_owned();
    numbered(work, fields, (id, number), seen).await
}

/// All that have none are numbered, in one go or not at all. What was tabled, or changed by others, behind the event that whoever
/// asks has seen waits for the next time.
pub(super) async fn all(work: &Work, fields: &Fields, seen: Seq) -> Result<Outcome, Refused> {
    let (who, course) = (&work.who, &work.held.sitting.course);
    let behind = usize::try_from(seen).unwrap_or(usize::MAX);
    let later = work.held.entries.iter().skip(behind);
    let later: BTreeSet<Id> = later.flat_map(|entry| about::amendments(entry, course)).collect();
    let mut waiting = inbox(&work.held);
    waiting.retain(|at| course.record(*at).is_some_and(|one| !later.contains(&one.id)));
    // What changes an amendment comes behind it, each in its order.
    waiting.sort_by_key(|at| course.record(*at).map(|one| one.parent.is_some()));
    let by = fields.trimmed("by");
    let (mut events, mut highest) = (Vec::new(), BTreeMap::new());
    for record in waiting.into_iter().filter_map(|at| course.record(at)) {
        let amendment = &record.id;
        if record.stage == Stage::Tabled {
            if by.is_empty() {
                return Ok(Outcome::lacks("office-no-name", who.tongue));
            }
            let (amendment, by) = (amendment.clone(), by.to_owned());
            events.push(Event::Admitted { amendment, by });
        }
        let number = highest.entry(record.parent).or_insert_with(|| next(&work.held, record));
        let (amendment, given) = (amendment.clone(), number.to_string());
        events.push(Event::Numbered { amendment, number: given });
        *number += 1;
    }
    if events.is_empty() {
        return Ok(Outcome::lacks("office-none-waits", who.tongue));
    }
    for event in &events {
        who.may(Act::of(event), Some(work.id))?;
    }
    let (actor, lang) = (who.signed()?.account.name.clone(), who.tongue.lang());
    let (desk, seen) = (&who.server().desk, Some(seen));
    let recorded = desk.hand_in(&work.slug, HandIn { actor, events, seen, key: None, lang }).await;
    if let Ok(recorded) = &recorded {
        // The page that is shown next is to have them.
        if let Some(mut follow) = desk.follow(&work.slug) {
            let _ = follow.wait_for(|held| held.head.seq >= recorded.seq).await;
        }
    }
    Ok(work.outcome(recorded))
}

async fn numbered(
    work: &Work,
    fields: &Fields,
    (amendment, number): (Id, String),
    seen: Seq,
) -> Result<Outcome, Refused> {
    let course = &work.held.sitting.course;
    let record = course.position(&amendment).and_then(|at| course.record(at));
    let mut seen = seen;
    if record.is_some_and(|record| record.stage == Stage::Tabled) {
        let by = fields.trimmed("by").to_owned();
        if by.is_empty() {
            return Ok(Outcome::lacks("office-no-name", work.who.tongue));
        }
        let admitted = Event::Admitted { amendment: amendment.clone(), by };
        match work.record(admitted, seen).await? {
            // What this has recorded is known to whoever asked for both.
            Ok(recorded) => seen = recorded.seq,
            refused => return Ok(work.outcome(refused)),
        }
    }
    Ok(work.outcome(work.record(Event::Numbered { amendment, number }, seen).await?))
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn a_number_is_what_it_begins_with() {
        assert_eq!(leading("24 rev."), Some(24));
        assert_eq!(leading("7"), Some(7));
        assert_eq!(leading("bis"), None);
    }
}
