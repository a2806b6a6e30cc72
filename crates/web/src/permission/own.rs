//! What somebody may do for themselves, or for their own committee, alone.

use super::{Act, bodies, held, may};
use procedure::event::{Event, Id};
use procedure::state::{Record, State as Course};
use store::DossierId;

/// What stands between the names of one committee in several languages, as a log records them.
const BETWEEN: &str = " / ";

/// Whether what an event does is the matter of whoever is called `name` and holds `roles`: a member signs, tables and withdraws
/// for themselves, a committee for itself. The table office and the chair act for others. Whether their roles allow the act at all is for
/// [`may`] to say.
pub fn is_own(
    event: &Event,
    (name, roles): (&str, &[store::Role]),
    course: &Course,
    dossier: DossierId,
) -> bool {
    let record = |id: &Id| course.position(id).and_then(|at| course.record(at));
    let committee = |act: Act, committee: &str| {
        // Whoever holds a role that is for no body acts for any.
        let free = held(roles, Some(dossier)).any(|(role, body)| body.is_none() && role.may(act));
        let named =
            |body: &str| committee == body || committee.split(BETWEEN).any(|one| one == body);
        free || bodies(roles, act, Some(dossier)).any(named)
    };
    let signed = |record: &Record| record.signed.iter().any(|one| one == name);
    match event {
        Event::Signed { by, .. } | Event::SignatureWithdrawn { by, .. } => by == name,
        // A ruling of the table office.
        Event::Tabled { late: Some(_), .. } => true,
        Event::Tabled { committee: Some(body), .. } => committee(Act::TableForCommittee, body),
        // Of one that is not known the rules say so.
        Event::Tabled { amendment, .. } => record(amendment).is_none_or(signed),
        Event::CommitteePosition { committee: body, .. } => committee(Act::TakePosition, body),
        Event::Withdrawn { amendment, by } => {
            may(Some(roles), Act::Preside, Some(dossier))
                || record(amendment).is_none_or(|record| match record.committee {
                    true => {
                        record.signed.iter().any(|body| committee(Act::TableForCommittee, body))
                    }
                    false => by == name && signed(record),
                })
        }
        _ => true,
    }
}
