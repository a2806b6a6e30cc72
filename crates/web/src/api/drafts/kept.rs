//! Private drafts begun, read, changed, looked at, thrown away.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use super::shape::{Draft, Look, OpenedDraft};
use super::{changed, json, opened, sealed};
use crate::acting::Acting;
use crate::api::answer::created;
use crate::api::body::{Asked, Json};
use crate::api::caller::{Caller, Writer};
use crate::api::document::{Reading, Writing};
use crate::api::page::{Page, Paged};
use crate::api::problem::{Fault, Problem};
use crate::api::scope::Scope;
use crate::drafting::begin::{self, Unbegun};
use crate::drafting::content::Content;
use crate::drafting::{Opened, draft};
use crate::permission::Act;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::LINK;
use axum::response::{IntoResponse, Response};

/// The position of a draft text at most; no dossier has so many.
const PARTS: u32 = 1_000_000;

impl Caller {
    /// Goes on only where nothing of it is too long.
    fn measured(&self, content: &Content) -> Result<(), Problem> {
        let (place, why) = match content.too_long() {
            Some((place, most)) => (place, format!("at most {most} characters")),
            None if content.part > PARTS => ("part", format!("at most {PARTS}")),
            None => return Ok(()),
        };
        Err(self.shape(place, &why))
    }
}

/// The whole draft, with its tag.
fn shown(who: Acting<'_>, opened: &Opened) -> Response {
    let told = OpenedDraft::of(opened, who.id(), opened.names(who));
    sealed(json(&told), (opened.draft.id.0, opened.draft.version))
}

/// The drafts that the account began, and those that are shared with it. Needs the scope `read`.
#[utoipa::path(get, path = "/api/v1/drafts", operation_id = "drafts", tag = "draft", params(Page),
    responses((status = 200, body = Paged<Draft>), Reading), security(("token" = [])))]
pub(super) async fn all(caller: Caller, Asked(page): Asked<Page>) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Scope::of(Act::SeeOwnDraft))?;
    let store = who.store();
    let drafts = store.drafts_of(who.id()).await.map_err(|error| caller.problem(error))?;
    let told = drafts.iter().filter_map(|draft| {
        who.can(Act::SeeOwnDraft, Some(draft.dossier)).then_some(())?;
        let dossier = who.server.desk.slug(draft.dossier)?;
        let content = Content::read(&draft.payload)?;
        Some(Draft::of(draft, &dossier, content, draft.owner == who.id()))
    });
    let all: Vec<Draft> = told.collect();
    let paged = page.of(&all, |draft| draft.id.to_string(), Draft::clone);
    let paged = paged.map_err(|fault| caller.problem(fault))?;
    let mut response = json(&paged);
    let next = paged.next.and_then(|next| crate::api::page::link(&caller.uri, &next));
    if let Some(link) = next {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

/// Begins a private draft to a dossier. Who signs and tables nothing themselves names in `member` the member for whom it is
/// written; for others that has no meaning. Needs the scope `draft`.
#[utoipa::path(post, path = "/api/v1/dossiers/{slug}/drafts", operation_id = "begin_draft", tag = "draft",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes")),
    request_body = Content,
    responses((status = 201, body = Draft), Writing), security(("token" = [])))]
pub(super) async fn begin(
    Writer(caller): Writer,
    Path(slug): Path<String>,
    Json { value: content, .. }: Json<Content>,
) -> Result<Response, Problem> {
    let (_, dossier) = caller.held(&slug)?;
    caller.may_write(dossier)?;
    caller.may(Act::Draft, Some(dossier))?;
    caller.measured(&content)?;
    let who = caller.acting()?;
    let (id, content) =
        begin::add(who, dossier, content).await.map_err(|unbegun| match unbegun {
            Unbegun::Denied(denied) => caller.problem(denied),
            Unbegun::NoMember => {
                let why = who.tongue.say("drafting-no-member");
                caller.problem(Fault::unfit("no-member", "member", why))
            }
            Unbegun::TooMany => {
                let why = who.tongue.say("drafting-too-many");
                caller.problem(Fault::unfit("too-many-drafts", "", why))
            }
        })?;
    let updated = who.now();
    let draft = Draft { id: id.0, dossier: slug, own: true, version: 1, updated, content };
    Ok(sealed(created(&draft, &format!("/api/v1/drafts/{}", id.0)), (id.0, 1)))
}

/// A private draft, with its signatures and what the account may do with it. Needs the scope `read`.
#[utoipa::path(get, path = "/api/v1/drafts/{id}", operation_id = "draft_of", tag = "draft",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 200, body = OpenedDraft), Reading), security(("token" = [])))]
pub(super) async fn one(caller: Caller, Path(id): Path<String>) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Scope::of(Act::SeeOwnDraft))?;
    Ok(shown(who, &opened(&caller, who, &id).await?))
}

/// Saves a draft that still is as it was seen: `If-Match` has its `ETag`. Signatures were to what it said before, and are gone. The
/// member for whom it is written stays. Needs the scope `draft`.
#[utoipa::path(put, path = "/api/v1/drafts/{id}", operation_id = "save_draft", tag = "draft",
    params(("id" = i64, Path, description = "Its number"), ("If-Match" = Option<String>, Header, description = "Its ETag")),
    request_body = Content,
    responses((status = 200, body = OpenedDraft), Writing), security(("token" = [])))]
pub(super) async fn save(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Json { value: content, .. }: Json<Content>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Some(Scope::Draft))?;
    let before = changed(&caller, who, &id).await?;
    let version = caller.version_of(&id)?;
    caller.measured(&content)?;
    let member = before.content.member;
    if content.member.is_some() && content.member != member {
        return Err(caller.shape("member", "it stays as it is"));
    }
    let content = Content { member, ..content };
    let saved = draft::save(who, &before, &content, version).await;
    saved.map_err(|denied| caller.problem(denied))?;
    Ok(shown(who, &opened(&caller, who, &id).await?))
}

/// Throws a draft away that still is as it was seen, which its owner alone does. Needs the scope `draft`.
#[utoipa::path(delete, path = "/api/v1/drafts/{id}", operation_id = "remove_draft", tag = "draft",
    params(("id" = i64, Path, description = "Its number"), ("If-Match" = Option<String>, Header, description = "Its ETag")),
    responses((status = 204, description = "It is gone"), Writing), security(("token" = [])))]
pub(super) async fn remove(
    Writer(caller): Writer,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Some(Scope::Draft))?;
    let opened = changed(&caller, who, &id).await?;
    let removed = draft::remove(who, &opened, caller.version_of(&id)?).await;
    removed.map_err(|denied| caller.problem(denied))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What a draft comes to as it is kept: its wording in each language, how it is read, what it changes and meets, and what the rules
/// say of it. Needs the scope `read`.
#[utoipa::path(get, path = "/api/v1/drafts/{id}/look", operation_id = "look", tag = "draft",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 200, body = Look), Reading), security(("token" = [])))]
pub(super) async fn look(caller: Caller, Path(id): Path<String>) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Scope::of(Act::SeeOwnDraft))?;
    let opened = opened(&caller, who, &id).await?;
    looked(&caller, who, &opened, &opened.content).await
}

/// What a draft would come to if it said this: nothing is saved. Needs the scope `read`.
#[utoipa::path(post, path = "/api/v1/drafts/{id}/look", operation_id = "look_at", tag = "draft",
    params(("id" = i64, Path, description = "Its number")),
    request_body = Content,
    responses((status = 200, body = Look), Writing), security(("token" = [])))]
pub(super) async fn look_at(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Json { value: content, .. }: Json<Content>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Scope::of(Act::SeeOwnDraft))?;
    let opened = opened(&caller, who, &id).await?;
    caller.measured(&content)?;
    looked(&caller, who, &opened, &content).await
}

async fn looked(
    caller: &Caller,
    who: Acting<'_>,
    opened: &Opened,
    content: &Content,
) -> Result<Response, Problem> {
    let shown = opened.shown(who, content).await.map_err(|denied| caller.problem(denied))?;
    Ok(json(&Look::of(&opened.held, &shown, who.tongue)))
}
