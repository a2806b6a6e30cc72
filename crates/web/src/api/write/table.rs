//! Tabling an amendment.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use crate::Held;
use crate::account::fresh;
use crate::api::body::Json;
use crate::api::caller::{Caller, Writer};
use crate::api::document::Writing;
use crate::api::problem::{Fault, Problem};
use crate::api::scope::Scope;
use crate::api::shape::WordingJson;
use crate::desk::HandIn;
use crate::permission::{self, Act, is_own};
use axum::extract::Path;
use axum::response::Response;
use procedure::event::{Event, Id, Wording};
use serde::Deserialize;
use store::DossierId;
use utoipa::ToSchema;

/// An amendment to be tabled.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAmendment)]
pub(super) struct Amendment {
    /// What it says, in at least one language of the dossier.
    #[schema(value_type = Vec<WordingJson>)]
    texts: Vec<Wording>,
    /// The amendment that it changes, by its address or as the log calls it.
    #[serde(default)]
    parent: Option<String>,
    /// The letter of the text that it is to.
    #[serde(default)]
    part: Option<String>,
    /// The committee that tables it, as the log names it; a member tables under their own name.
    #[serde(default)]
    committee: Option<String>,
    /// Whether it is handed in at once, which is usual. Else it is drafted and signed alone: others sign it, and then it is tabled, by the
    /// events `signed` and `tabled`.
    #[serde(default = "at_once")]
    hand_in: bool,
}

fn at_once() -> bool {
    true
}

/// Tables an amendment: it is drafted, signed by whose token it is, and handed in; all of it is recorded, or nothing. The same key
/// gives the same answer again, and nothing is tabled twice; the same key with another amendment is 422, `key-reused`.
#[utoipa::path(post, path = "/api/v1/dossiers/{slug}/amendments", operation_id = "table", tag = "write",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"),
           ("Idempotency-Key" = String, Header, description = "1 to 255 characters, another for each amendment")),
    request_body = Amendment,
    responses((status = 201, body = super::events::Receipt), Writing), security(("token" = [])))]
pub(super) async fn table(
    Writer(caller): Writer,
    Path(slug): Path<String>,
    Json { value: given, bytes }: Json<Amendment>,
) -> Result<Response, Problem> {
    let (held, id) = caller.held(&slug)?;
    caller.may_write(id)?;
    caller.has(Some(Scope::Table))?;
    let key = caller.key(&bytes)?;
    let key = key.ok_or_else(|| caller.query("Idempotency-Key", "tabling needs one"))?;
    let events = events(&caller, &held, id, given)?;
    let (actor, lang) = (caller.signed()?.account.name.clone(), caller.tongue.lang());
    let handed = HandIn { actor, events, seen: None, key: Some(key), lang };
    let recorded = caller.server.desk.hand_in(&slug, handed).await;
    let recorded = recorded.map_err(|error| caller.problem(error))?;
    caller.receipt(&slug, id, &recorded).await
}

/// What is recorded of it, where whoever asks may do all of that.
fn events(
    caller: &Caller,
    held: &Held,
    id: DossierId,
    given: Amendment,
) -> Result<Vec<Event>, Problem> {
    let signed = caller.signed()?;
    let course = &held.sitting.course;
    let unknown = |place: &str| {
        let why = "there is none of this name".to_owned();
        caller.problem(Fault::Shape { place: place.to_owned(), why })
    };
    let parent = given.parent.map(|name| {
        let at = held.listed().at(&name).or_else(|| course.position(&Id(name)));
        at.and_then(|at| course.record(at)).map(|record| record.id.clone())
    });
    let parent = parent.map(|id| id.ok_or_else(|| unknown("parent"))).transpose()?;
    let letter = |letter: String| course.texts.iter().position(|text| text.letter == letter);
    let part = given.part.map(|name| letter(name).ok_or_else(|| unknown("part"))).transpose()?;
    // By whichever of its names it is called.
    let committee = given.committee.map(|name| permission::called(course, &name));
    let languages = &held.sitting.state.dossier.versions;
    for (at, text) in given.texts.iter().enumerate() {
        if !languages.iter().any(|version| version.lang.tag() == text.lang) {
            return Err(unknown(&format!("texts[{at}].lang")));
        }
    }
    // Nobody guesses what it is called before it is handed in.
    let secret = fresh().ok_or_else(|| caller.problem(Fault::Failed))?;
    let amendment = Id(format!("t-{}", secret.get(..16).unwrap_or_default()));
    let mut events =
        vec![Event::Drafted { amendment: amendment.clone(), parent, part, texts: given.texts }];
    if committee.is_none() {
        let by = signed.account.name.clone();
        events.push(Event::Signed { amendment: amendment.clone(), by });
    }
    if given.hand_in {
        events.push(Event::Tabled { amendment, committee, late: None });
    }
    for event in &events {
        if !permission::may(Some(&signed.roles), Act::of(event), Some(id)) {
            return Err(caller.problem(Fault::NotPermitted));
        }
        let whose = (signed.account.name.as_str(), signed.roles.as_slice());
        if !is_own(event, whose, course, id) {
            return Err(caller.problem(Fault::NotOwn));
        }
    }
    Ok(events)
}
