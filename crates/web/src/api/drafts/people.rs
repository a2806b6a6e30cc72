//! Private drafts shown to others, and signed.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use super::shape::{Following, Link, NewLink, NewShare, OpenedDraft, Somebody};
use super::{changed, json, opened, sealed};
use crate::api::answer::created;
use crate::api::body::{Asked, Json};
use crate::api::caller::{Caller, Writer};
use crate::api::document::{Reading, Writing};
use crate::api::page::{self, Page, Paged};
use crate::api::problem::{Fault, Problem};
use crate::api::scope::Scope;
use crate::drafting::{open, share, sign as signing};
use crate::permission::Act;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::LINK;
use axum::response::{IntoResponse, Response};
use store::AccountId;

/// The members who may sign amendments to a dossier, for whoever drafts one. Needs the scope `draft`.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/members", operation_id = "members", tag = "draft",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"), Page),
    responses((status = 200, body = Paged<Somebody>), Reading), security(("token" = [])))]
pub(super) async fn members(
    caller: Caller,
    Path(slug): Path<String>,
    Asked(asked): Asked<Page>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    let (_, dossier) = caller.held(&slug)?;
    caller.may(Act::Draft, Some(dossier))?;
    let members = open::members(who, dossier).await.map_err(|denied| caller.problem(denied))?;
    let paged = asked.of(&members, |(id, _)| id.0.to_string(), Somebody::of);
    let paged = paged.map_err(|fault| caller.problem(fault))?;
    let mut response = json(&paged);
    if let Some(link) = paged.next.and_then(|next| page::link(&caller.uri, &next)) {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

/// Shows a draft to a member. Needs the scope `draft`.
#[utoipa::path(post, path = "/api/v1/drafts/{id}/shares", operation_id = "share", tag = "draft",
    params(("id" = i64, Path, description = "The number of the draft")),
    request_body = NewShare,
    responses((status = 204, description = "They see it"), Writing), security(("token" = [])))]
pub(super) async fn share(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Json { value, .. }: Json<NewShare>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Some(Scope::Draft))?;
    let opened = changed(&caller, who, &id).await?;
    let shared = share::with(who, &opened, &value.name).await;
    match shared.map_err(|denied| caller.problem(denied))? {
        true => Ok(StatusCode::NO_CONTENT.into_response()),
        false => {
            let why = who.tongue.say("drafting-no-member");
            Err(caller.problem(Fault::unfit("no-member", "name", why)))
        }
    }
}

/// Shows a draft to somebody no more; their signature goes with that. The member for whom it is written sees it as long as it is
/// there. Needs the scope `draft`.
#[utoipa::path(delete, path = "/api/v1/drafts/{id}/shares/{account}", operation_id = "unshare", tag = "draft",
    params(("id" = i64, Path, description = "The number of the draft"), ("account" = i64, Path, description = "The number of their account")),
    responses((status = 204, description = "They see it no more"), Writing), security(("token" = [])))]
pub(super) async fn unshare(
    Writer(caller): Writer,
    Path((id, account)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Some(Scope::Draft))?;
    let opened = changed(&caller, who, &id).await?;
    let account = account.parse().map(AccountId);
    let account = account.map_err(|_| caller.problem(Fault::NotFound))?;
    let unshared = share::without(who, &opened, account).await;
    unshared.map_err(|denied| caller.problem(denied))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Makes a link by which others come to see a draft. Needs the scope `draft`.
#[utoipa::path(post, path = "/api/v1/drafts/{id}/links", operation_id = "link", tag = "draft",
    params(("id" = i64, Path, description = "The number of the draft")),
    request_body = NewLink,
    responses((status = 201, body = Link), Writing), security(("token" = [])))]
pub(super) async fn link(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Json { value, .. }: Json<NewLink>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Some(Scope::Draft))?;
    let opened = changed(&caller, who, &id).await?;
    let linked = share::linked(who, &opened, value.many).await;
    let (secret, expires) = linked.map_err(|denied| caller.problem(denied))?;
    Ok(created(&Link { secret, expires }, &format!("/api/v1/drafts/{id}")))
}

/// Has no link to a draft count any more; who followed one sees it still. Needs the scope `draft`.
#[utoipa::path(delete, path = "/api/v1/drafts/{id}/links", operation_id = "unlink", tag = "draft",
    params(("id" = i64, Path, description = "The number of the draft")),
    responses((status = 204, description = "No link counts"), Writing), security(("token" = [])))]
pub(super) async fn unlink(
    Writer(caller): Writer,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Some(Scope::Draft))?;
    let opened = changed(&caller, who, &id).await?;
    let unlinked = share::unlinked(who, &opened).await;
    unlinked.map_err(|denied| caller.problem(denied))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Follows a link: from now on the account sees the draft. Needs the scope `draft`.
#[utoipa::path(post, path = "/api/v1/drafts/link", operation_id = "follow", tag = "draft",
    request_body = Following,
    responses((status = 200, body = OpenedDraft), Writing), security(("token" = [])))]
pub(super) async fn follow(
    Writer(caller): Writer,
    Json { value, .. }: Json<Following>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Some(Scope::Draft))?;
    let id = share::follow(who, &value.secret).await.map_err(|denied| caller.problem(denied))?;
    seen(&caller, &id.0.to_string()).await
}

/// Signs a draft as it was seen: `If-Match` has its `ETag`. Needs the scope `table`.
#[utoipa::path(put, path = "/api/v1/drafts/{id}/signature", operation_id = "sign", tag = "draft",
    params(("id" = i64, Path, description = "The number of the draft"), ("If-Match" = Option<String>, Header, description = "Its ETag")),
    responses((status = 200, body = OpenedDraft), Writing), security(("token" = [])))]
pub(super) async fn sign(
    Writer(caller): Writer,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Scope::of(Act::Sign))?;
    let opened = changed(&caller, who, &id).await?;
    let signed = signing::sign(who, &opened, caller.version_of(&id)?).await;
    signed.map_err(|denied| caller.problem(denied))?;
    seen(&caller, &id).await
}

/// Takes one's signature back. Needs the scope `table`.
#[utoipa::path(delete, path = "/api/v1/drafts/{id}/signature", operation_id = "unsign", tag = "draft",
    params(("id" = i64, Path, description = "The number of the draft")),
    responses((status = 204, description = "It is gone"), Writing), security(("token" = [])))]
pub(super) async fn unsign(
    Writer(caller): Writer,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let who = caller.acting()?;
    caller.has(Scope::of(Act::WithdrawSignature))?;
    let opened = changed(&caller, who, &id).await?;
    signing::unsign(who, &opened).await.map_err(|denied| caller.problem(denied))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The draft as it is now.
async fn seen(caller: &Caller, id: &str) -> Result<Response, Problem> {
    let who = caller.acting()?;
    let opened = opened(caller, who, id).await?;
    let told = OpenedDraft::of(&opened, who.id(), opened.names(who));
    Ok(sealed(json(&told), (opened.draft.id.0, opened.draft.version)))
}
