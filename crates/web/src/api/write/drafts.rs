//! Private drafts.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use super::events::created;
use super::precondition::tag;
use crate::api::body::{Asked, Json};
use crate::api::caller::{Caller, Writer};
use crate::api::document::{Reading, Writing};
use crate::api::page::{Page, Paged};
use crate::api::problem::{Fault, Problem};
use crate::drafting::content::Content;
use crate::permission::Act;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, LINK};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use procedure::event::Time;
use serde::Serialize;
use store::{DraftId, PrivateDraft};
use utoipa::ToSchema;

/// The position of a draft text at most; no dossier has so many.
const PARTS: u32 = 1_000_000;

/// A private draft: seen by who began it and by those with whom it is shared.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = PrivateDraft)]
pub(super) struct Draft {
    /// Its number.
    id: i64,
    /// To which dossier.
    dossier: String,
    /// Whether it is the account's own; others are shared with it, and can be read alone.
    own: bool,
    /// From 1, one more each time it is saved.
    version: u64,
    /// When it was last saved.
    #[schema(value_type = String)]
    updated: Time,
    /// What it says.
    content: Content,
}

impl Caller {
    async fn shown(&self, draft: PrivateDraft) -> Result<Option<Draft>, Problem> {
        let dossiers = self.server.store().dossiers().await;
        let dossiers = dossiers.map_err(|error| self.problem(error))?;
        let dossier = dossiers.into_iter().find(|one| one.id == draft.dossier);
        Ok(dossier.and_then(|dossier| of(draft, dossier.slug, self.own())))
    }

    fn own(&self) -> Option<store::AccountId> {
        self.signed().ok().map(|signed| signed.account.id)
    }

    /// A draft that the account sees, or its own.
    async fn draft(&self, id: i64, own: bool) -> Result<PrivateDraft, Problem> {
        let account = self.signed()?.account.id;
        let (store, id) = (self.server.store(), DraftId(id));
        let none = || self.problem(Fault::NotFound);
        let draft = store.draft(id).await.map_err(|error| self.problem(error))?;
        let draft = draft.ok_or_else(none)?;
        if draft.owner != account {
            let shared = store.shared_with(id).await.map_err(|error| self.problem(error))?;
            let content = Content::read(&draft.payload).unwrap_or_default();
            // That there is one is nobody else's matter.
            if !shared.contains(&account) && content.member != Some(account.0) {
                return Err(none());
            }
            if own {
                return Err(self.problem(Fault::NotOwn));
            }
        }
        Ok(draft)
    }

    /// Goes on only where nothing of it is too long.
    fn measured(&self, content: &Content) -> Result<(), Problem> {
        let (place, why) = match content.too_long() {
            Some((place, most)) => (place, format!("at most {most} characters")),
            None if content.part > PARTS => ("part", format!("at most {PARTS}")),
            None => return Ok(()),
        };
        Err(self.problem(Fault::Shape { place: place.to_owned(), why }))
    }

    /// The version that a change was made on.
    fn version_of(&self, draft: &PrivateDraft) -> Result<u64, Problem> {
        let tag = self.if_match()?.ok_or_else(|| self.problem(Fault::PreconditionMissing))?;
        match tag == version(draft.id.0, draft.version) {
            true => Ok(draft.version),
            false => Err(self.problem(Fault::PreconditionFailed)),
        }
    }
}

/// A draft as it is shown; none where its content is not one.
fn of(draft: PrivateDraft, dossier: String, own: Option<store::AccountId>) -> Option<Draft> {
    let content = Content::read(&draft.payload)?;
    let PrivateDraft { id, owner, version, updated, .. } = draft;
    Some(Draft { id: id.0, dossier, own: own == Some(owner), version, updated, content })
}

fn version(id: i64, version: u64) -> String {
    format!("draft-{id}-{version}")
}

/// The same with its tag; nobody keeps it.
fn sealed(mut response: Response, draft: (i64, u64)) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(tag) = tag(&version(draft.0, draft.1)) {
        headers.insert(ETAG, tag);
    }
    response
}

fn json(what: &impl Serialize) -> Response {
    let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];
    (headers, serde_json::to_string(what).unwrap_or_default()).into_response()
}

/// The drafts that the account began, and those that are shared with it. Needs the scope `read`.
#[utoipa::path(get, path = "/api/v1/drafts", operation_id = "drafts", tag = "draft", params(Page),
    responses((status = 200, body = Paged<Draft>), Reading), security(("token" = [])))]
pub(super) async fn all(caller: Caller, Asked(page): Asked<Page>) -> Result<Response, Problem> {
    let account = caller.signed()?.account.id;
    caller.has(crate::api::Scope::of(Act::SeeOwnDraft))?;
    let store = caller.server.store();
    let drafts = store.drafts_of(account).await.map_err(|error| caller.problem(error))?;
    let dossiers = store.dossiers().await.map_err(|error| caller.problem(error))?;
    let shown = drafts.into_iter().filter_map(|draft| {
        let dossier = dossiers.iter().find(|one| one.id == draft.dossier)?;
        caller.can(Act::SeeOwnDraft, Some(draft.dossier)).then_some(())?;
        of(draft, dossier.slug.clone(), Some(account))
    });
    let all: Vec<Draft> = shown.collect();
    let paged = page.of(&all, |draft| draft.id.to_string(), Draft::clone);
    let paged = paged.map_err(|fault| caller.problem(fault))?;
    let mut response = json(&paged);
    let next = paged.next.and_then(|next| crate::api::page::link(&caller.uri, &next));
    if let Some(link) = next {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

/// Begins a private draft to a dossier. Needs the scope `draft`.
#[utoipa::path(post, path = "/api/v1/dossiers/{slug}/drafts", operation_id = "begin_draft", tag = "draft",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes")),
    request_body = Content,
    responses((status = 201, body = Draft), Writing), security(("token" = [])))]
pub(super) async fn begin(
    Writer(caller): Writer,
    Path(slug): Path<String>,
    Json { value: content, .. }: Json<Content>,
) -> Result<Response, Problem> {
    let (_, id) = caller.held(&slug)?;
    caller.may_write(id)?;
    caller.may(Act::Draft, Some(id))?;
    let (owner, now) = (caller.signed()?.account.id, caller.now());
    caller.measured(&content)?;
    let payload = content.written();
    let made = caller.server.store().add_draft(owner, id, &payload, &now).await;
    let made = made.map_err(|error| caller.problem(error))?;
    let draft = Draft { id: made.0, dossier: slug, own: true, version: 1, updated: now, content };
    Ok(sealed(created(&draft, &format!("/api/v1/drafts/{}", made.0)), (made.0, 1)))
}

/// A private draft. Needs the scope `read`.
#[utoipa::path(get, path = "/api/v1/drafts/{id}", operation_id = "draft_of", tag = "draft",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 200, body = Draft), Reading), security(("token" = [])))]
pub(super) async fn one(caller: Caller, Path(id): Path<String>) -> Result<Response, Problem> {
    let draft = caller.draft(caller.number(&id)?, false).await?;
    caller.may(Act::SeeOwnDraft, Some(draft.dossier))?;
    let seal = (draft.id.0, draft.version);
    let shown = caller.shown(draft).await?.ok_or_else(|| caller.problem(Fault::NotFound))?;
    Ok(sealed(json(&shown), seal))
}

/// Saves a draft that still is as it was seen: `If-Match` has its `ETag`. Needs the scope `draft`.
#[utoipa::path(put, path = "/api/v1/drafts/{id}", operation_id = "save_draft", tag = "draft",
    params(("id" = i64, Path, description = "Its number"), ("If-Match" = Option<String>, Header, description = "Its ETag")),
    request_body = Content,
    responses((status = 200, body = Draft), Writing), security(("token" = [])))]
pub(super) async fn save(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Json { value: content, .. }: Json<Content>,
) -> Result<Response, Problem> {
    let draft = caller.draft(caller.number(&id)?, true).await?;
    caller.may_write(draft.dossier)?;
    caller.may(Act::Draft, Some(draft.dossier))?;
    let (seen, now) = (caller.version_of(&draft)?, caller.now());
    caller.measured(&content)?;
    let payload = content.written();
    let saved = caller.server.store().save_draft(draft.id, seen, &payload, &now).await;
    let version = saved.map_err(|error| caller.problem(error))?;
    let id = draft.id.0;
    let draft = PrivateDraft { payload, version, updated: now, ..draft };
    let shown = caller.shown(draft).await?.ok_or_else(|| caller.problem(Fault::NotFound))?;
    Ok(sealed(json(&shown), (id, version)))
}

/// Removes a draft that still is as it was seen. Needs the scope `draft`.
#[utoipa::path(delete, path = "/api/v1/drafts/{id}", operation_id = "remove_draft", tag = "draft",
    params(("id" = i64, Path, description = "Its number"), ("If-Match" = Option<String>, Header, description = "Its ETag")),
    responses((status = 204, description = "It is gone"), Writing), security(("token" = [])))]
pub(super) async fn remove(
    Writer(caller): Writer,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let draft = caller.draft(caller.number(&id)?, true).await?;
    caller.may_write(draft.dossier)?;
    caller.may(Act::Draft, Some(draft.dossier))?;
    let seen = caller.version_of(&draft)?;
    let removed = caller.server.store().remove_draft(draft.id, seen).await;
    removed.map_err(|error| caller.problem(error))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

impl Caller {
    /// The number in an address; what is none is nobody's.
    fn number(&self, written: &str) -> Result<i64, Problem> {
        written.parse().map_err(|_| self.problem(Fault::NotFound))
    }
}
