//! The account whose token it is: what it is called and may do, where it is signed in, and its tokens. The secrets of neither are
//! known here; a password is set on the page alone, where the present one is asked for.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use super::answer::kept_by_nobody as json;
use super::caller::{Caller, Writer};
use super::document::{Reading, Writing};
use super::problem::{Fault, Problem};
use super::scope::Scope;
use crate::permission::Act;
use crate::server::Server;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use procedure::event::Time;
use procedure::log::Hash;
use serde::Serialize;
use store::{Error, TokenId};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<Server> {
    OpenApiRouter::new()
        .routes(routes!(own))
        .routes(routes!(sessions, end_all))
        .routes(routes!(end))
        .routes(routes!(tokens))
        .routes(routes!(revoke))
}

/// The account whose token it is.
#[derive(Debug, Serialize, ToSchema)]
struct OwnAccount {
    /// Its number.
    id: i64,
    /// What it signs with.
    name: String,
    /// Its address of mail.
    email: String,
    /// What the token is for.
    scopes: Vec<&'static str>,
    /// What the account is, and where.
    roles: Vec<OwnRole>,
}

/// A role that the account holds.
#[derive(Debug, Serialize, ToSchema)]
struct OwnRole {
    /// Its name, "member".
    role: String,
    /// The dossier in which it is held; null for all.
    dossier: Option<String>,
    /// The group or committee for which it is held; null for none.
    body: Option<String>,
}

/// Where the account is signed in.
#[derive(Debug, Serialize, ToSchema)]
struct OwnSession {
    /// By what it is ended; no secret.
    id: String,
    /// Since when.
    #[schema(value_type = String)]
    created: Time,
    /// When it was last used, to five minutes.
    #[schema(value_type = String)]
    seen: Time,
    /// Until when it lasts if it is not used.
    #[schema(value_type = String)]
    expires: Time,
    /// What the browser calls itself.
    agent: String,
}

/// A token of the account.
#[derive(Debug, Serialize, ToSchema)]
struct OwnToken {
    /// Its number.
    id: i64,
    /// What its owner calls it.
    name: String,
    /// What it is for.
    scopes: Vec<&'static str>,
    /// When it was made.
    #[schema(value_type = String)]
    created: Time,
    /// Until when it holds; null where it has no end.
    #[schema(value_type = Option<String>)]
    expires: Option<Time>,
    /// When it was last used, to five minutes; null where it was not.
    #[schema(value_type = Option<String>)]
    used: Option<Time>,
}

/// All of a short list.
#[derive(Debug, Serialize, ToSchema)]
struct Whole<T> {
    /// The items.
    items: Vec<T>,
}

type Answered = Result<Response, Problem>;

/// By what a session is named: its hash is what is kept of its secret, and is not told.
fn named(session: &Hash) -> String {
    Hash::of(format!("session {session}").as_bytes()).to_string().chars().take(32).collect()
}

fn scopes(held: &str) -> Vec<&'static str> {
    Scope::held(held).map(Scope::name).collect()
}

/// The account whose token it is, and what it is for. Any token will do.
#[utoipa::path(get, path = "/api/v1/account", operation_id = "account", tag = "account",
    responses((status = 200, body = OwnAccount), Reading), security(("token" = [])))]
async fn own(caller: Caller) -> Answered {
    let signed = caller.signed()?;
    let role = |role: &store::Role| OwnRole {
        role: role.role.clone(),
        dossier: role.dossier.and_then(|id| caller.server.desk.slug(id)),
        body: role.body.clone(),
    };
    let account = &signed.account;
    Ok(json(&OwnAccount {
        id: account.id.0,
        name: account.name.clone(),
        email: account.email.clone(),
        scopes: scopes(signed.scopes()),
        roles: signed.roles.iter().map(role).collect(),
    }))
}

/// Where the account is signed in. Needs the scope `account`.
#[utoipa::path(get, path = "/api/v1/account/sessions", operation_id = "sessions", tag = "account",
    responses((status = 200, body = Whole<OwnSession>), Reading), security(("token" = [])))]
async fn sessions(caller: Caller) -> Answered {
    caller.may(Act::ManageOwnAccount, None)?;
    let id = caller.signed()?.account.id;
    let sessions = caller.server.store().sessions_of(id, &caller.now()).await;
    let sessions = sessions.map_err(|error| caller.problem(error))?;
    let told = sessions.into_iter().map(|session| OwnSession {
        id: named(&session.hash),
        created: session.created,
        seen: session.seen,
        expires: session.expires,
        agent: session.agent,
    });
    Ok(json(&Whole { items: told.collect() }))
}

/// Signs the account out everywhere; tokens go on. Needs the scope `account`.
#[utoipa::path(delete, path = "/api/v1/account/sessions", operation_id = "end_sessions", tag = "account",
    responses((status = 204, description = "No session is left"), Writing), security(("token" = [])))]
async fn end_all(Writer(caller): Writer) -> Answered {
    caller.may(Act::ManageOwnAccount, None)?;
    let id = caller.signed()?.account.id;
    let ended = caller.server.store().end_sessions(id, None).await;
    ended.map_err(|error| caller.problem(error))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Ends a session. Needs the scope `account`.
#[utoipa::path(delete, path = "/api/v1/account/sessions/{id}", operation_id = "end_session", tag = "account",
    params(("id" = String, Path, description = "As the list of sessions has it")),
    responses((status = 204, description = "It has ended"), Writing), security(("token" = [])))]
async fn end(Writer(caller): Writer, Path(name): Path<String>) -> Answered {
    caller.may(Act::ManageOwnAccount, None)?;
    let (store, id) = (caller.server.store(), caller.signed()?.account.id);
    let sessions = store.sessions_of(id, &caller.now()).await;
    let sessions = sessions.map_err(|error| caller.problem(error))?;
    let session = sessions.iter().find(|session| named(&session.hash) == name);
    let session = session.ok_or_else(|| caller.problem(Fault::NotFound))?;
    match store.end_session(id, session.hash).await {
        // It has ended this moment.
        Ok(()) | Err(Error::NotFound(_)) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(error) => Err(caller.problem(error)),
    }
}

/// The tokens of the account. Needs the scope `account`.
#[utoipa::path(get, path = "/api/v1/account/tokens", operation_id = "tokens", tag = "account",
    responses((status = 200, body = Whole<OwnToken>), Reading), security(("token" = [])))]
async fn tokens(caller: Caller) -> Answered {
    caller.may(Act::ManageOwnAccount, None)?;
    let tokens = caller.server.store().tokens_of(caller.signed()?.account.id).await;
    let tokens = tokens.map_err(|error| caller.problem(error))?;
    let told = tokens.into_iter().map(|token| OwnToken {
        id: token.id.0,
        name: token.name,
        scopes: scopes(&token.scopes),
        created: token.created,
        expires: token.expires,
        used: token.used,
    });
    Ok(json(&Whole { items: told.collect() }))
}

/// Takes a token back, be it the one that is shown. Needs the scope `account`.
#[utoipa::path(delete, path = "/api/v1/account/tokens/{id}", operation_id = "revoke_token", tag = "account",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 204, description = "It is of no use any more"), Writing), security(("token" = [])))]
async fn revoke(Writer(caller): Writer, Path(id): Path<String>) -> Answered {
    caller.may(Act::ManageOwnAccount, None)?;
    let id = id.parse().map(TokenId).map_err(|_| caller.problem(Fault::NotFound))?;
    let revoked = caller.server.store().revoke_token(caller.signed()?.account.id, id).await;
    revoked.map_err(|error| caller.problem(error))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
