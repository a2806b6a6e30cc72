//! The administrator's list of delegations, groups and committees, and who belongs to them.

use super::managing::{self, Unmanaged};
use super::people::manager;
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
    fn named(&self, of: Option<BodyId>) -> Named<'_> {
        Named { of, kind: &self.kind, en: self.en.trim(), fr: self.fr.trim(), lacks: None }
    }
}

async fn add(who: Who, Sent(form): Sent<Names>) -> Result<Response, Refused> {
    who.may(Act::ManagePeople, None)?;
    let added = managing::list(who.server(), &form.kind, &form.en, &form.fr).await;
    after(&who, added.map(|_| ()), form.named(None)).await
}

async fn rename(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Names>,
) -> Result<Response, Refused> {
    who.may(Act::ManagePeople, None)?;
    let id = id.parse().map(BodyId).map_err(|_| who.problem(Problem::NotFound))?;
    let renamed = managing::rename_body(who.server(), id, &form.en, &form.fr).await;
    after(&who, renamed, form.named(Some(id))).await
}

/// The list, where it is as it was to be; or the form again.
async fn after(
    who: &Who,
    done: Result<(), Unmanaged>,
    named: Named<'_>,
) -> Result<Response, Refused> {
    match done {
        Ok(()) => Ok(on_to(&who.address(PATH))),
        Err(Unmanaged::Lacks(field, message)) => {
            let named = Named { lacks: Some((field, message)), ..named };
            shown(who, StatusCode::UNPROCESSABLE_ENTITY, &named).await
        }
        Err(Unmanaged::Denied(denied)) => who.done(Err(denied)),
        Err(Unmanaged::Refused(_)) => Err(who.problem(Problem::Failed)),
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
