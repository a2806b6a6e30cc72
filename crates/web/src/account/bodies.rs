//! The administrator's list of delegations, groups and committees, and who belongs to them.

use super::people::manager;
use super::rule;
use super::sign::ended;
use super::who::{Sent, Who};
use crate::pages::Problem;
use crate::pages::bodies::{self as page, Named};
use crate::permission::Act;
use crate::server::Server;
use crate::site::{Refused, on_to};
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use store::{BodyId, Error};

pub(super) fn router() -> Router<Server> {
    Router::new()
        .route("/{tongue}/desk/people/bodies", get(list).post(add))
        .route("/{tongue}/desk/people/bodies/{body}", post(rename))
        .route("/{tongue}/desk/people/bodies/{body}/remove", post(remove))
        .route("/{tongue}/desk/people/{id}/belongs", post(belongs))
}

const PATH: &str = "/desk/people/bodies";

async fn shown(who: &Who, status: StatusCode, named: &Named<'_>) -> Result<Response, Refused> {
    let store = who.server().store();
    let bodies = who.kept(store.bodies().await)?;
    let belongs = who.kept(store.belongs().await)?;
    let body = page::bodies(&bodies, &belongs, named, who.tongue);
    Ok(who.page(status, &who.tongue.say("bodies-title"), PATH, &body))
}

async fn list(who: Who) -> Result<Response, Refused> {
    who.may(Act::ManagePeople, None)?;
    shown(&who, StatusCode::OK, &Named::default()).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Names {
    kind: String,
    en: String,
    fr: String,
}

impl Names {
    /// As they were typed, and what they lack. A body that is called the same in both languages may be named once.
    fn named(&self, of: Option<BodyId>) -> Named<'_> {
        let (en, fr) = (self.en.trim(), self.fr.trim());
        let fr = if fr.is_empty() { en } else { fr };
        let kind_lacks = match of {
            None if !page::KINDS.contains(&&*self.kind) => Some("bodies-kind-unknown"),
            _ => None,
        };
        let (en_lacks, fr_lacks) = (rule::body_lacks(en), rule::body_lacks(fr));
        Named { of, kind: &self.kind, en, fr, kind_lacks, en_lacks, fr_lacks }
    }
}

async fn add(who: Who, Sent(form): Sent<Names>) -> Result<Response, Refused> {
    who.may(Act::ManagePeople, None)?;
    let named = form.named(None);
    if named.is_wrong() {
        return shown(&who, StatusCode::UNPROCESSABLE_ENTITY, &named).await;
    }
    let added = who.server().store().add_body(named.kind, named.en, named.fr).await;
    after(&who, added.map(|_| ()), named).await
}

async fn rename(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Names>,
) -> Result<Response, Refused> {
    who.may(Act::ManagePeople, None)?;
    let id = id.parse().map(BodyId).map_err(|_| who.problem(Problem::NotFound))?;
    let named = form.named(Some(id));
    if named.is_wrong() {
        return shown(&who, StatusCode::UNPROCESSABLE_ENTITY, &named).await;
    }
    let renamed = who.server().store().rename_body(id, named.en, named.fr).await;
    after(&who, renamed, named).await
}

/// The list, where it is as it was to be; or the form again.
async fn after(who: &Who, done: Result<(), Error>, named: Named<'_>) -> Result<Response, Refused> {
    match done {
        Err(Error::Taken(_)) => {
            let named = Named { en_lacks: Some("bodies-taken"), ..named };
            shown(who, StatusCode::UNPROCESSABLE_ENTITY, &named).await
        }
        Err(Error::NotFound(_)) => Err(who.problem(Problem::NotFound)),
        done => {
            who.kept(done)?;
            Ok(on_to(&who.address(PATH)))
        }
    }
}

async fn remove(who: Who, Path((_, id)): Path<(String, String)>) -> Result<Response, Refused> {
    who.may(Act::ManagePeople, None)?;
    let id = id.parse().map(BodyId).map_err(|_| who.problem(Problem::NotFound))?;
    who.kept(ended(who.server().store().remove_body(id).await))?;
    Ok(on_to(&who.address(PATH)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Belongs {
    /// The number of a body to join, or to leave.
    join: String,
    leave: String,
}

async fn belongs(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Belongs>,
) -> Result<Response, Refused> {
    let manager = manager(who, &id).await?;
    let (who, store) = (&manager.who, manager.who.server().store());
    let number = if form.leave.is_empty() { &form.join } else { &form.leave };
    let body = number.parse().map(BodyId).map_err(|_| who.problem(Problem::Unreadable))?;
    let account = manager.account.id;
    let done = match form.leave.is_empty() {
        true => store.join_body(account, body).await,
        false => ended(store.leave_body(account, body).await),
    };
    match done {
        // Somebody took the body from the list meanwhile.
        Err(Error::NotFound(_)) => {}
        done => who.kept(done)?,
    }
    Ok(manager.back())
}
