//! Delegations, groups and committees, and who belongs to them: for who administers the instance, as on the pages.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use super::answer::{created, kept_by_nobody as json};
use super::body::Json;
use super::caller::{Caller, Writer};
use super::document::{Reading, Writing};
use super::people::Person;
use super::precondition::tag;
use super::problem::{Fault, Problem};
use crate::account::managing;
use crate::server::Server;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use procedure::log::Hash;
use serde::{Deserialize, Serialize};
use store::{AccountId, BodyId, Error};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<Server> {
    OpenApiRouter::new()
        .routes(routes!(all, add))
        .routes(routes!(one, rename, remove))
        .routes(routes!(join, leave))
}

/// A delegation, group or committee.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ListedBody)]
struct Body {
    /// Its number.
    id: i64,
    /// `delegation`, `group` or `committee`.
    kind: String,
    /// Its English name.
    en: String,
    /// Its French name.
    fr: String,
    /// What a role for it names: both, where they differ.
    name: String,
    /// The numbers of the accounts of who belongs to it.
    members: Vec<i64>,
}

/// All of them: an assembly has few.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ListedBodies)]
struct Bodies {
    items: Vec<Body>,
}

/// A new one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewBody)]
struct New {
    /// `delegation`, `group` or `committee`.
    kind: String,
    /// Its English name: one line of at most 200 characters, without " / ".
    en: String,
    /// Its French name; left out where it is the same.
    #[serde(default)]
    fr: String,
}

/// What one is called.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BodyNamed)]
struct Named {
    /// Its English name: one line of at most 200 characters, without " / ".
    en: String,
    /// Its French name; left out where it is the same.
    #[serde(default)]
    fr: String,
}

type Answered = Result<Response, Problem>;

impl Caller {
    async fn bodies(&self) -> Result<Vec<Body>, Problem> {
        let store = self.server.store();
        let belongs = self.kept(store.belongs().await)?;
        let all = self.kept(store.bodies().await)?.into_iter().map(|body| Body {
            id: body.id.0,
            name: body.name(),
            members: belongs
                .iter()
                .filter(|(_, of)| *of == body.id)
                .map(|(account, _)| account.0)
                .collect(),
            kind: body.kind,
            en: body.en,
            fr: body.fr,
        });
        Ok(all.collect())
    }

    /// One as it is now, with what tells this from anything else.
    async fn body(&self, id: &str) -> Result<(Body, String), Problem> {
        let none = || self.problem(Fault::NotFound);
        let id: i64 = id.parse().map_err(|_| none())?;
        let body = self.bodies().await?.into_iter().find(|body| body.id == id).ok_or_else(none)?;
        let hash = Hash::of(format!("{}\n{}\n{}", body.kind, body.en, body.fr).as_bytes());
        let hash: String = hash.to_string().chars().take(32).collect();
        Ok((body, format!("body-{id}-{hash}")))
    }

    /// The answer that tells of one.
    async fn told_body(&self, id: &str) -> Answered {
        let (body, seal) = self.body(id).await?;
        let mut response = json(&body);
        if let Some(tag) = tag(&seal) {
            response.headers_mut().insert(ETAG, tag);
        }
        Ok(response)
    }

    /// An account and a body, by their numbers.
    async fn both(&self, (id, body): &(String, String)) -> Result<(AccountId, BodyId), Problem> {
        let account = self.account(id).await?.id;
        let (body, _) = self.body(body).await?;
        Ok((account, BodyId(body.id)))
    }
}

/// All delegations, groups and committees. Needs the scope `people`, of an administrator.
#[utoipa::path(get, path = "/api/v1/bodies", operation_id = "bodies", tag = "people",
    responses((status = 200, body = Bodies), Reading), security(("token" = [])))]
async fn all(caller: Caller) -> Answered {
    caller.manages()?;
    Ok(json(&Bodies { items: caller.bodies().await? }))
}

/// Lists another. Needs the scope `people`, of an administrator.
#[utoipa::path(post, path = "/api/v1/bodies", operation_id = "add_body", tag = "people",
    request_body = New,
    responses((status = 201, body = Body), Writing), security(("token" = [])))]
async fn add(Writer(caller): Writer, Json { value, .. }: Json<New>) -> Answered {
    caller.manages()?;
    let added = managing::list(&caller.server, &value.kind, &value.en, &value.fr).await;
    let id = added.map_err(|why| caller.unmanaged(why))?;
    let (body, _) = caller.body(&id.0.to_string()).await?;
    Ok(created(&body, &format!("/api/v1/bodies/{}", id.0)))
}

/// One of them. Needs the scope `people`, of an administrator.
#[utoipa::path(get, path = "/api/v1/bodies/{id}", operation_id = "body", tag = "people",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 200, body = Body), Reading), security(("token" = [])))]
async fn one(caller: Caller, Path(id): Path<String>) -> Answered {
    caller.manages()?;
    caller.told_body(&id).await
}

/// Calls it otherwise; roles for it are for it under its new name. `If-Match` has the `ETag` of what was seen. Needs the scope `people`, of
/// an administrator.
#[utoipa::path(put, path = "/api/v1/bodies/{id}", operation_id = "rename_body", tag = "people",
    params(("id" = i64, Path, description = "Its number"), ("If-Match" = Option<String>, Header, description = "The ETag of what was seen")),
    request_body = Named,
    responses((status = 200, body = Body), Writing), security(("token" = [])))]
async fn rename(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Json { value, .. }: Json<Named>,
) -> Answered {
    caller.manages()?;
    let (body, tag) = caller.body(&id).await?;
    caller.saw(&tag)?;
    let body = BodyId(body.id);
    let renamed = managing::rename_body(&caller.server, body, &value.en, &value.fr).await;
    renamed.map_err(|why| caller.unmanaged(why))?;
    caller.told_body(&id).await
}

/// Takes it from the list; whoever belongs to it no longer does, and roles keep its name. Needs the scope `people`, of an
/// administrator.
#[utoipa::path(delete, path = "/api/v1/bodies/{id}", operation_id = "remove_body", tag = "people",
    params(("id" = i64, Path, description = "Its number")),
    responses((status = 204, description = "It is not on the list"), Writing), security(("token" = [])))]
async fn remove(Writer(caller): Writer, Path(id): Path<String>) -> Answered {
    caller.manages()?;
    let (body, _) = caller.body(&id).await?;
    caller.kept(caller.server.store().remove_body(BodyId(body.id)).await)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Somebody belongs to it; who does already is no fault. Needs the scope `people`, of an administrator.
#[utoipa::path(put, path = "/api/v1/people/{id}/bodies/{body}", operation_id = "join_body", tag = "people",
    params(("id" = i64, Path, description = "The number of the account"), ("body" = i64, Path, description = "That of the body")),
    responses((status = 200, body = Person), Writing), security(("token" = [])))]
async fn join(Writer(caller): Writer, Path(named): Path<(String, String)>) -> Answered {
    caller.manages()?;
    let (account, body) = caller.both(&named).await?;
    caller.kept(caller.server.store().join_body(account, body).await)?;
    caller.told(&named.0).await
}

/// Somebody no longer belongs to it; who does not is no fault. Needs the scope `people`, of an administrator.
#[utoipa::path(delete, path = "/api/v1/people/{id}/bodies/{body}", operation_id = "leave_body", tag = "people",
    params(("id" = i64, Path, description = "The number of the account"), ("body" = i64, Path, description = "That of the body")),
    responses((status = 200, body = Person), Writing), security(("token" = [])))]
async fn leave(Writer(caller): Writer, Path(named): Path<(String, String)>) -> Answered {
    caller.manages()?;
    let (account, body) = caller.both(&named).await?;
    match caller.server.store().leave_body(account, body).await {
        Err(Error::NotFound(_)) => {}
        left => caller.kept(left)?,
    }
    caller.told(&named.0).await
}
