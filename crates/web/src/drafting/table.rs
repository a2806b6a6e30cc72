//! Tabling with one button: the draft, its signatures and that it is handed in go into the log together, once.
//!
//! The draft is the key: it belongs to one amendment, whoever sends the form and how often, on whichever server. The form
//! names the version that its page showed, and nothing but that is tabled.
//!
//! What comes after the deadline may be left with the table office: drafted and signed in the log, but not tabled. Whether it is
//! taken although it is late is for others to rule.

use super::draft::{self, Beside};
use super::open::Opened;
use super::shown::Shown;
use super::tabled::{self, Handed};
use crate::account::{Sent, Who};
use crate::acting::{Acting, Denied};
use crate::desk::{self, HandIn};
use crate::pages::Problem;
use crate::permission::{self, Act};
use crate::site::{Refused, on_to};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use engine::words::Message;
use procedure::event::{Event, Id};
use procedure::log::Hash;
use serde::Deserialize;
use store::{DraftId, Error, Key};

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
    /// "yes" where it is left with the table office if it is late.
    late: String,
}

fn key(draft: DraftId, version: u64) -> Key {
    let fingerprint = Hash::of(format!("draft {} version {version}", draft.0).as_bytes());
    Key { scope: SCOPE.to_owned(), name: draft.0.to_string(), fingerprint }
}

/// How a draft is tabled.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct How<'a> {
    /// The committee for which; none under the signatures to it.
    pub committee: Option<&'a str>,
    /// Whether it is left with the table office where it is late: under signatures alone, which are what is kept of it.
    pub late: bool,
}

/// The code of the rule on deadlines.
const LATE: &str = "after-the-deadline";

/// Why a draft was not tabled.
#[derive(Debug)]
pub(crate) enum Untabled {
    /// Whoever asks may not, or it could not be looked up.
    Denied(Denied),
    /// Another version is kept by now: [`Denied::Stale`], with a page of its own.
    Stale,
    /// It has no wording.
    Unworded(Message),
    /// What the desk says.
    Desk(desk::Error),
}

impl From<Denied> for Untabled {
    fn from(denied: Denied) -> Self {
        if matches!(denied, Denied::Stale) { Self::Stale } else { Self::Denied(denied) }
    }
}

/// The event by which the draft of this number was tabled before, for whoever may have its receipt; none where it was not.
///
/// # Errors
/// To all others, that it is not there.
pub(crate) async fn earlier(who: Acting<'_>, id: &str) -> Result<Option<(String, Handed)>, Denied> {
    let Ok(draft) = id.parse().map(DraftId) else { return Ok(None) };
    let receipt = who.store().receipt(SCOPE, &draft.0.to_string()).await?;
    let Some(receipt) = receipt else { return Ok(None) };
    let slug = who.server.desk.slug(receipt.dossier).ok_or(Denied::NotFound)?;
    let handed = tabled::handed(who, &slug, receipt.seq).await?;
    settle(who, draft, receipt.fingerprint).await?;
    Ok(Some((slug, handed)))
}

/// A draft that was tabled leaves the private ones. What was saved in the moment in which it was tabled goes on as a draft of
/// its own.
async fn settle(who: Acting<'_>, id: DraftId, tabled: Hash) -> Result<(), Denied> {
    let store = who.store();
    loop {
        let Some(draft) = store.draft(id).await? else { return Ok(()) };
        match store.remove_draft(id, draft.version).await {
            Ok(()) if key(id, draft.version).fingerprint != tabled => {
                let (owner, dossier, now) = (draft.owner, draft.dossier, who.now());
                store.add_draft(owner, dossier, &draft.payload, &now).await?;
                return Ok(());
            }
            Ok(()) | Err(Error::NotFound(_)) => return Ok(()),
            Err(Error::Stale { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Tables the draft as this version has it, under the signatures to it or for a committee, and gives the receipt with the name of the dossier:
/// the same one however often, and on whichever server, it is asked for.
///
/// # Errors
/// [`Untabled`]; then nothing was recorded.
pub(crate) async fn table(
    who: Acting<'_>,
    id: &str,
    version: u64,
    How { committee, late }: How<'_>,
) -> Result<(String, Handed), Untabled> {
    if let Some(handed) = earlier(who, id).await? {
        return Ok(handed);
    }
    let opened = match Opened::of(who, id).await {
        // It may have been tabled this moment.
        Err(Denied::NotFound) => return earlier(who, id).await?.ok_or(Denied::NotFound.into()),
        opened => opened?,
    };
    permitted(who, &opened, committee)?;
    if version != opened.draft.version {
        return Err(Untabled::Stale);
    }
    let shown = opened.shown(who, &opened.content).await?;
    if let Some(refused) = shown.refused {
        return Err(Untabled::Unworded(refused));
    }
    let mut events = events(who, &opened, &shown, committee);
    for event in events.iter().filter(|event| !matches!(event, Event::Signed { .. })) {
        who.may(Act::of(event), opened.draft.dossier)?;
    }
    let key = key(opened.draft.id, version);
    let (actor, lang) = (who.account.name.clone(), who.tongue.lang());
    let slug = &opened.held.slug;
    let hand_in = async |events: Vec<Event>| {
        let (actor, key) = (actor.clone(), Some(key.clone()));
        who.server.desk.hand_in(slug, HandIn { actor, events, seen: None, key, lang }).await
    };
    let mut recorded = hand_in(events.clone()).await;
    let is_late = recorded.as_ref().is_err_and(|error| error.code() == LATE);
    if is_late && late && committee.is_none() {
        events.retain(|event| !matches!(event, Event::Tabled { .. }));
        recorded = hand_in(events).await;
    }
    // The same may have come twice at one time, or the answer of the database was lost.
    match (earlier(who, id).await?, recorded) {
        (Some(handed), _) => Ok(handed),
        (None, Err(error)) => Err(Untabled::Desk(error)),
        (None, Ok(_)) => Err(Untabled::Denied(Denied::Failed)),
    }
}

/// Whether they may table it so.
fn permitted(who: Acting<'_>, opened: &Opened, committee: Option<&str>) -> Result<(), Denied> {
    if !opened.own {
        return Err(Denied::NotOwn);
    }
    let may = match committee {
        None => opened.tables,
        Some(committee) => {
            let here = (&opened.held.sitting.course, opened.draft.dossier);
            let odd = committee.chars().count() > NAME || committee.chars().any(char::is_control);
            let may = permission::may_for(who.roles, Act::TableForCommittee, here, committee);
            opened.writes && !odd && may
        }
    };
    if may { Ok(()) } else { Err(Denied::NotPermitted) }
}

/// On to the receipt.
fn received(who: &Who, (slug, handed): &(String, Handed)) -> Response {
    on_to(&who.address(&format!("/desk/draft/{slug}/receipt/{}", handed.entry.seq)))
}

/// Where the draft of this number was tabled: on to its receipt. None where it was not.
pub(super) async fn received_before(who: &Who, id: &str) -> Result<Option<Response>, Refused> {
    let handed = who.done(earlier(who.acting()?, id).await)?;
    Ok(handed.map(|handed| received(who, &handed)))
}

pub(super) async fn tabled(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Form>,
) -> Result<Response, Refused> {
    let acting = who.acting()?;
    if let Some(response) = received_before(&who, &id).await? {
        return Ok(response);
    }
    let committee = Some(form.committee.trim()).filter(|committee| !committee.is_empty());
    let version: u64 = form.version.parse().map_err(|_| who.problem(Problem::Unreadable))?;
    let how = How { committee, late: form.late == "yes" };
    let mut late = false;
    let (status, wrong) = match table(acting, &id, version, how).await {
        Ok(handed) => return Ok(received(&who, &handed)),
        Err(Untabled::Denied(denied)) => return who.done(Err(denied)),
        Err(Untabled::Stale) => (StatusCode::CONFLICT, who.tongue.say("drafting-stale")),
        Err(Untabled::Unworded(refused)) => (StatusCode::UNPROCESSABLE_ENTITY, refused.text),
        Err(Untabled::Desk(error)) => {
            late = error.code() == LATE && committee.is_none();
            (error.status(), error.told(who.tongue))
        }
    };
    let opened = who.done(Opened::of(acting, &id).await)?;
    let beside = Beside { status, wrong: &wrong, late, ..Beside::default() };
    draft::page(&who, &opened, &opened.content, &beside).await
}

/// What goes into the log: a committee signs nothing.
fn events(who: Acting<'_>, opened: &Opened, shown: &Shown, committee: Option<&str>) -> Vec<Event> {
    let id = free(opened);
    let mut events = vec![shown.drafted(&opened.content, id.clone())];
    if committee.is_none() {
        let sign = |by: String| Event::Signed { amendment: id.clone(), by };
        events.extend(opened.names(who).into_iter().map(sign));
    }
    // As the log knows it, in all its languages: the rules ask for what it is seized.
    let committee = committee.map(|name| permission::called(&opened.held.sitting.course, name));
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
