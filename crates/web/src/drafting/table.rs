//! Tabling with one button: the draft, its signatures and that it is handed in go into the log together, once.
//!
//! The draft is the key: it belongs to one amendment, whoever sends the form and how often, on whichever server. The form
//! names the version that its page showed, and nothing but that is tabled.

use super::draft::{self, Beside};
use super::open::Opened;
use super::shown::Shown;
use super::tabled;
use crate::account::{Sent, Who};
use crate::desk::HandIn;
use crate::pages::Problem;
use crate::permission::Act;
use crate::site::{Refused, on_to};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use procedure::event::{Event, Id, Seq};
use procedure::log::Hash;
use serde::Deserialize;
use store::{DossierId, DraftId, Error, Key};

/// In whose name drafts are keys.
const SCOPE: &str = "draft";

/// The characters of a committee's name at most.
const NAME: usize = 300;

/// What a form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    /// The version that the page showed.
    version: String,
    /// The committee for which it is tabled; empty where members sign.
    committee: String,
}

fn key(draft: DraftId, version: u64) -> Key {
    let fingerprint = Hash::of(format!("draft {} version {version}", draft.0).as_bytes());
    Key { scope: SCOPE.to_owned(), name: draft.0.to_string(), fingerprint }
}

/// Where the draft of this number was tabled: on to its receipt. None where it was not.
pub(super) async fn earlier(who: &Who, id: &str) -> Result<Option<Response>, Refused> {
    who.signed()?;
    let Ok(draft) = id.parse().map(DraftId) else { return Ok(None) };
    let store = who.server().store();
    let Some(receipt) = who.kept(store.receipt(SCOPE, &draft.0.to_string()).await)? else {
        return Ok(None);
    };
    let response = received(who, receipt.dossier, receipt.seq).await?;
    settle(who, draft, receipt.fingerprint).await?;
    Ok(Some(response))
}

/// On to the receipt, for whoever may see it.
async fn received(who: &Who, dossier: DossierId, event: Seq) -> Result<Response, Refused> {
    let slug = who.server().desk.slug(dossier).ok_or_else(|| who.problem(Problem::NotFound))?;
    tabled::handed(who, &slug, event).await?;
    Ok(on_to(&who.address(&format!("/desk/draft/{slug}/receipt/{event}"))))
}

/// A draft that was tabled leaves the private ones. What was saved in the moment in which it was tabled goes on as a draft of
/// its own.
async fn settle(who: &Who, id: DraftId, tabled: Hash) -> Result<(), Refused> {
    let store = who.server().store();
    loop {
        let Some(draft) = who.kept(store.draft(id).await)? else { return Ok(()) };
        match store.remove_draft(id, draft.version).await {
            Ok(()) if key(id, draft.version).fingerprint != tabled => {
                let (owner, dossier, now) = (draft.owner, draft.dossier, who.server().now());
                who.kept(store.add_draft(owner, dossier, &draft.payload, &now).await)?;
                return Ok(());
            }
            Ok(()) | Err(Error::NotFound(_)) => return Ok(()),
            Err(Error::Stale { .. }) => {}
            Err(error) => return who.kept(Err(error)),
        }
    }
}

pub(super) async fn tabled(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Form>,
) -> Result<Response, Refused> {
    if let Some(response) = earlier(&who, &id).await? {
        return Ok(response);
    }
    let opened = Opened::of(&who, &id).await?;
    let committee = Some(form.committee.trim()).filter(|committee| !committee.is_empty());
    permitted(&who, &opened, committee)?;
    let refuse = async |status, wrong: &str| {
        let opened = Opened::of(&who, &id).await?;
        let beside = Beside { status, wrong, ..Beside::default() };
        draft::page(&who, &opened, &opened.content, &beside).await
    };
    let version: u64 = form.version.parse().map_err(|_| who.problem(Problem::Unreadable))?;
    if version != opened.draft.version {
        return refuse(StatusCode::CONFLICT, &who.tongue.say("drafting-stale")).await;
    }
    let shown = opened.shown(&who, &opened.content).await?;
    if let Some(refused) = &shown.refused {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, &refused.text).await;
    }
    let events = events(&who, &opened, &shown, committee);
    for event in events.iter().filter(|event| !matches!(event, Event::Signed { .. })) {
        who.may(Act::of(event), Some(opened.draft.dossier))?;
    }
    let key = key(opened.draft.id, version);
    let fingerprint = key.fingerprint;
    let (actor, lang) = (who.signed()?.account.name.clone(), who.tongue.lang());
    let what = HandIn { actor, events, seen: None, key: Some(key), lang };
    match who.server().desk.hand_in(&opened.held.slug, what).await {
        Ok(recorded) => {
            settle(&who, opened.draft.id, fingerprint).await?;
            received(&who, opened.draft.dossier, recorded.seq).await
        }
        // The same form may have come twice at one time, or the answer of the database was lost.
        Err(error) => match earlier(&who, &id).await? {
            Some(response) => Ok(response),
            None => refuse(error.status(), &error.told(who.tongue)).await,
        },
    }
}

/// Whether they may table it so.
fn permitted(who: &Who, opened: &Opened, committee: Option<&str>) -> Result<(), Refused> {
    let may = match committee {
        None => opened.tables,
        Some(committee) => {
            let dossier = Some(opened.draft.dossier);
            let own = opened.writes && committee.chars().count() <= NAME;
            let line = !committee.chars().any(char::is_control);
            own && line && who.can_for(Act::TableForCommittee, dossier, committee)
        }
    };
    if may { Ok(()) } else { Err(who.problem(Problem::NotPermitted)) }
}

/// What goes into the log: a committee signs nothing.
fn events(who: &Who, opened: &Opened, shown: &Shown, committee: Option<&str>) -> Vec<Event> {
    let id = free(opened);
    let mut events = vec![shown.drafted(&opened.content, id.clone())];
    if committee.is_none() {
        let sign = |by: String| Event::Signed { amendment: id.clone(), by };
        events.extend(opened.names(who).into_iter().map(sign));
    }
    let committee = committee.map(str::to_owned);
    events.push(Event::Tabled { amendment: id, committee, late: None });
    events
}

/// What the log calls it until it has a number; a log that was kept elsewhere may have one of that name.
fn free(opened: &Opened) -> Id {
    let course = &opened.held.sitting.course;
    let wanted = format!("d-{}", opened.draft.id.0);
    let more = (2..).map(|count| format!("{wanted}.{count}"));
    let mut all = std::iter::once(wanted.clone()).chain(more).map(Id);
    all.find(|id| course.position(id).is_none()).unwrap_or(Id(wanted))
}
