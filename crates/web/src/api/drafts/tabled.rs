//! Private drafts tabled, and what became of what was tabled.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use super::json;
use super::shape::{OwnAmendment, Tabling};
use crate::acting::Denied;
use crate::api::answer::created;
use crate::api::body::{Asked, Json};
use crate::api::caller::{Caller, Writer};
use crate::api::document::{Reading, Writing};
use crate::api::page::{self, Page, Paged};
use crate::api::problem::{Fault, Problem};
use crate::api::scope::Scope;
use crate::api::shape::Said;
use crate::api::write::Receipt;
use crate::drafting::table::{self as tabling, How, Untabled};
use crate::drafting::{Handed, Opened, Tabled, tabled};
use crate::permission::Act;
use axum::extract::Path;
use axum::http::header::LINK;
use axum::response::Response;

/// Tables a draft as it was seen, `If-Match` having its `ETag`: it is drafted in the log, signed by whoever has signed it and by the member
/// whose token it is, and handed in; all of it is recorded, or nothing. The draft is its own key: however often it is asked for, the
/// receipt is the same. What is refused as `after-the-deadline` may be left with the table office by `late`: then it is drafted and signed, and
/// not tabled. Needs the scope `table`.
#[utoipa::path(post, path = "/api/v1/drafts/{id}/table", operation_id = "table_draft", tag = "draft",
    params(("id" = i64, Path, description = "The number of the draft"), ("If-Match" = Option<String>, Header, description = "Its ETag")),
    request_body = Tabling,
    responses((status = 201, body = Receipt), Writing), security(("token" = [])))]
pub(super) async fn table(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Json { value, .. }: Json<Tabling>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Some(Scope::Table))?;
    let version = caller.version_of(&id)?;
    match Opened::of(who, &id).await {
        Ok(opened) => caller.may_write(opened.draft.dossier)?,
        // It may have been tabled: then its receipt is asked for.
        Err(Denied::NotFound) => {}
        Err(denied) => return Err(caller.problem(denied)),
    }
    let committee = value.committee.as_deref().map(str::trim).filter(|name| !name.is_empty());
    match tabling::table(who, &id, version, How { committee, late: value.late }).await {
        Ok((slug, handed)) => {
            let place = format!("/api/v1/dossiers/{slug}/receipts/{}", handed.entry.seq);
            Ok(created(&receipt_of(&handed), &place))
        }
        Err(Untabled::Denied(denied)) => Err(caller.problem(denied)),
        Err(Untabled::Stale) => Err(caller.problem(Fault::PreconditionFailed)),
        Err(Untabled::Unworded(message)) => {
            Err(caller.problem(Fault::Unfit { code: "no-wording", place: "", message }))
        }
        Err(Untabled::Desk(error)) => Err(caller.problem(error)),
    }
}

fn receipt_of(handed: &Handed) -> Receipt {
    let (seq, time) = (handed.entry.seq, handed.entry.time.clone());
    Receipt::of(seq, handed.hash, time, Some(handed.amendment.0.clone()))
}

/// The receipt of an amendment that was handed in by this event, for whoever tabled it and for the table office. Needs the
/// scope `read`.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/receipts/{event}", operation_id = "receipt", tag = "draft",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"),
           ("event" = i64, Path, description = "The event")),
    responses((status = 200, body = Receipt), Reading), security(("token" = [])))]
pub(super) async fn receipt(
    caller: Caller,
    Path((slug, event)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Some(Scope::Read))?;
    let event = event.parse().map_err(|_| caller.problem(Fault::NotFound))?;
    let handed = tabled::handed(who, &slug, event).await;
    Ok(json(&receipt_of(&handed.map_err(|denied| caller.problem(denied))?)))
}

/// What the account has tabled, alone or with others, and what its committee has; in each dossier the last comes first. Needs the
/// scope `read`.
#[utoipa::path(get, path = "/api/v1/tabled", operation_id = "tabled", tag = "draft", params(Page),
    responses((status = 200, body = Paged<OwnAmendment>), Reading), security(("token" = [])))]
pub(super) async fn all(caller: Caller, Asked(asked): Asked<Page>) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Scope::of(Act::SeeOwnDraft))?;
    let all: Vec<OwnAmendment> = Tabled::all(who).iter().filter_map(own).collect();
    let name = |one: &OwnAmendment| format!("{}/{}", one.dossier, one.id);
    let paged = asked.of(&all, name, OwnAmendment::clone);
    let paged = paged.map_err(|fault| caller.problem(fault))?;
    let mut response = json(&paged);
    if let Some(link) = paged.next.and_then(|next| page::link(&caller.uri, &next)) {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

fn own(one: &Tabled) -> Option<OwnAmendment> {
    let held = &one.held;
    let id = &held.sitting.course.record(one.at)?.id;
    let mut entries = held.entries.iter().rev();
    let entry = entries.find(|entry| tabled::handed_in(&entry.event) == Some(id));
    Some(OwnAmendment {
        dossier: held.slug.clone(),
        id: id.0.clone(),
        address: held.listed().address(one.at).map(str::to_owned),
        stands: Said::of(|tongue| one.stands(tongue)),
        event: entry.map(|entry| entry.seq),
        withdraws: one.withdraws.clone(),
    })
}
