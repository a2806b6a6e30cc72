//! What somebody may do for themselves, or for their own committee, alone; and what is one committee, whatever language it is named in.

use super::{Act, bodies, held, may};
use procedure::event::{Event, Id};
use procedure::state::{Record, State as Course};
use store::{Body, DossierId};

/// Whether two names are of one committee: they are written alike, or one is the other in one of its languages, as "commission des
/// lampes" is of "Committee on Lamps / commission des lampes". Capitals and spaces tell none from another.
fn is_same(one: &str, other: &str) -> bool {
    let names = |name: &str| -> Vec<String> {
        let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
        let all = name.split(Body::BETWEEN).map(|name| plain(name).to_lowercase());
        all.filter(|name| !name.is_empty()).collect()
    };
    let others = names(other);
    names(one).iter().any(|name| others.contains(name))
}

/// Whether somebody may do this for any committee: a role that is for no body, as the table office's, is for all of them.
pub fn may_for_any(roles: &[store::Role], act: Act, dossier: Option<DossierId>) -> bool {
    held(roles, dossier).any(|(role, body)| body.is_none() && role.may(act))
}

/// Whether somebody may do this for a committee, by whichever of its names that the log knows it is called.
pub fn may_for(
    roles: &[store::Role],
    act: Act,
    (course, dossier): (&Course, DossierId),
    committee: &str,
) -> bool {
    let (dossier, committee) = (Some(dossier), called(course, committee));
    let own = |body| is_same(body, &committee);
    may_for_any(roles, act, dossier) || bodies(roles, act, dossier).any(own)
}

/// The committees for which somebody may do this, each as [the log calls it](called); none where it is any.
pub fn committees(
    roles: &[store::Role],
    act: Act,
    dossier: DossierId,
    course: &Course,
) -> Option<Vec<String>> {
    if may_for_any(roles, act, Some(dossier)) {
        return None;
    }
    Some(bodies(roles, act, Some(dossier)).map(|body| called(course, body)).collect())
}

/// What the log calls a committee that it knows, which may be in several languages; one that it does not know is called as it is.
pub fn called(course: &Course, committee: &str) -> String {
    let known = || course.seized.keys().find(|name| is_same(name, committee));
    match course.seized.contains_key(committee) {
        true => committee.to_owned(),
        false => known().cloned().unwrap_or_else(|| committee.to_owned()),
    }
}

/// Whether an amendment is that of whoever is called `name` and holds `roles`: they signed it, or it is their committee's.
pub fn has_tabled(
    record: &Record,
    (name, roles): (&str, &[store::Role]),
    (course, dossier): (&Course, DossierId),
) -> bool {
    let for_it = |committee: &str| {
        let committee = called(course, committee);
        let mut bodies = bodies(roles, Act::TableForCommittee, Some(dossier));
        bodies.any(|body| is_same(body, &committee))
    };
    record.signed.iter().any(|by| if record.committee { for_it(by) } else { by == name })
}

/// Whether what an event does is the matter of whoever is called `name` and holds `roles`: a member signs, tables and withdraws
/// for themselves, a committee for itself. The table office and the chair act for others. Whether their roles allow the act at all is for
/// [`may`] to say.
pub fn is_own(
    event: &Event,
    (name, roles): (&str, &[store::Role]),
    course: &Course,
    dossier: DossierId,
) -> bool {
    let here = (course, dossier);
    let record = |id: &Id| course.position(id).and_then(|at| course.record(at));
    let signed = |record: &Record| record.signed.iter().any(|one| one == name);
    match event {
        Event::Signed { by, .. } | Event::SignatureWithdrawn { by, .. } => by == name,
        // A ruling of the table office.
        Event::Tabled { late: Some(_), .. } => true,
        Event::Tabled { committee: Some(body), .. } => {
            may_for(roles, Act::TableForCommittee, here, body)
        }
        // Of one that is not known the rules say so.
        Event::Tabled { amendment, .. } => record(amendment).is_none_or(signed),
        Event::CommitteePosition { committee: body, .. } => {
            may_for(roles, Act::TakePosition, here, body)
        }
        Event::Withdrawn { amendment, by } => {
            let whose = (name, roles);
            may(Some(roles), Act::Preside, Some(dossier))
                || record(amendment).is_none_or(|record| match record.committee {
                    true => {
                        may_for_any(roles, Act::TableForCommittee, Some(dossier))
                            || has_tabled(record, whose, here)
                    }
                    false => by == name && has_tabled(record, whose, here),
                })
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn one_committee_has_several_names() {
        let both = "Committee on Lamps / commission des lampes";
        for name in [both, "Committee on Lamps", "Commission  des lampes", "committee on lamps"] {
            assert!(is_same(name, both) && is_same(both, name), "{name}");
        }
        for name in ["", " / ", "Committee", "Committee on Lamps/commission des lampes", "Lamps"] {
            assert!(!is_same(name, both) && !is_same(both, name), "{name}");
        }
        assert!(!is_same("", ""), "what has no name is no committee");
    }
}
