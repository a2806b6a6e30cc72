//! The administrator's pages: who has an account, and what they may do.

use super::link::handed_on;
use super::managing::{self, Unmanaged};
use super::rule;
use super::who::{Sent, Who};
use crate::pages::Problem;
use crate::pages::people::{self as page, Grant, Named, People, Person};
use crate::permission::Act;
use crate::server::Server;
use crate::site::{Refused, on_to};
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use store::{Account, AccountId, BodyId, DossierId};

pub(super) fn router() -> Router<Server> {
    Router::new()
        .route("/{tongue}/desk/people", get(list).post(make))
        .route("/{tongue}/desk/people/{id}", get(show).post(rename))
        .route("/{tongue}/desk/people/{id}/roles", post(grant))
        .route("/{tongue}/desk/people/{id}/revoke", post(revoke))
        .route("/{tongue}/desk/people/{id}/state", post(set_state))
        .route("/{tongue}/desk/people/{id}/link", post(link))
}

/// Somebody who manages people, and the account that they have before them.
pub(super) struct Manager {
    pub(super) who: Who,
    pub(super) account: Account,
}

/// Only who may manage people goes on.
pub(super) async fn manager(who: Who, id: &str) -> Result<Manager, Refused> {
    who.may(Act::ManagePeople, None)?;
    let id = id.parse().map(AccountId).map_err(|_| who.problem(Problem::NotFound))?;
    let account = who.kept(who.server().store().account(id).await)?;
    let account = account.ok_or_else(|| who.problem(Problem::NotFound))?;
    Ok(Manager { who, account })
}

impl Manager {
    fn path(&self) -> String {
        format!("/desk/people/{}", self.account.id.0)
    }

    /// Back to the page of the account.
    pub(super) fn back(&self) -> Response {
        on_to(&self.who.address(&self.path()))
    }

    /// The page of the account, with what is wrong or was made.
    async fn shown(&self, status: StatusCode, person: Person<'_>) -> Result<Response, Refused> {
        let (who, store) = (&self.who, self.who.server().store());
        let roles = who.kept(store.roles_of(self.account.id).await)?;
        let dossiers = who.kept(store.dossiers().await)?;
        let asked = who.server().accounts.asked(self.account.id);
        let bodies = who.kept(store.bodies().await)?;
        let all = who.kept(store.belongs().await)?;
        let own = all.iter().filter(|(account, _)| *account == self.account.id);
        let own: Vec<BodyId> = own.map(|(_, body)| *body).collect();
        let person = Person { bodies: &bodies, belongs: &own, ..person };
        let body = page::person(&self.account, &roles, &dossiers, asked, &person, who.tongue);
        Ok(who.page(status, &self.account.name, &self.path(), &body))
    }

    async fn refused(&self, person: Person<'_>) -> Result<Response, Refused> {
        self.shown(StatusCode::UNPROCESSABLE_ENTITY, person).await
    }

    /// Back to the page where it was done, or the page with why it was not.
    async fn done(&self, done: Result<(), Unmanaged>) -> Result<Response, Refused> {
        match done {
            Ok(()) => Ok(self.back()),
            Err(Unmanaged::Denied(denied)) => self.who.done(Err(denied)),
            Err(Unmanaged::Lacks(_, message) | Unmanaged::Refused(message)) => {
                self.refused(Person { problem: Some(message), ..Person::default() }).await
            }
        }
    }

    /// The page with a new link by which a password is set. It is shown now and never again: what is kept is its hash.
    async fn linked(&self, status: StatusCode) -> Result<Response, Refused> {
        match managing::link(self.who.server(), &self.account).await {
            Ok(secret) => {
                let link = handed_on(&self.who, &format!("/account/link/{secret}"));
                self.shown(status, Person { link: Some(&link), ..Person::default() }).await
            }
            Err(refused) => self.done(Err(refused)).await,
        }
    }
}

async fn list(who: Who) -> Result<Response, Refused> {
    who.may(Act::ManagePeople, None)?;
    listed(&who, StatusCode::OK, &Named::default()).await
}

async fn listed(who: &Who, status: StatusCode, named: &Named<'_>) -> Result<Response, Refused> {
    let store = who.server().store();
    let accounts = who.kept(store.accounts().await)?;
    let roles = who.kept(store.roles().await)?;
    let dossiers = who.kept(store.dossiers().await)?;
    let asked = |id| who.server().accounts.asked(id).is_some();
    let bodies = who.kept(store.bodies().await)?;
    let belongs = who.kept(store.belongs().await)?;
    let of = |id| {
        let own = belongs.iter().filter(|(account, _)| *account == id);
        own.filter_map(|(_, own)| bodies.iter().find(|body| body.id == *own)).collect()
    };
    let shown = People { roles: &roles, dossiers: &dossiers, asked: &asked, bodies: &of };
    let body = page::people(&accounts, &shown, named, who.tongue);
    Ok(who.page(status, &who.tongue.say("account-people"), "/desk/people", &body))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Name {
    name: String,
    email: String,
}

impl Name {
    fn named(&self) -> Named<'_> {
        let (name, email) = (self.name.trim(), self.email.trim());
        Named {
            name,
            email,
            name_lacks: rule::name_lacks(name),
            email_lacks: rule::email_lacks(email),
        }
    }
}

/// A new account without a password, and the link by which its owner sets one.
async fn make(who: Who, Sent(form): Sent<Name>) -> Result<Response, Refused> {
    who.may(Act::ManagePeople, None)?;
    let named = form.named();
    if named.is_wrong() {
        return listed(&who, StatusCode::UNPROCESSABLE_ENTITY, &named).await;
    }
    match managing::make(who.server(), named.name, named.email).await {
        Ok(account) => Manager { who, account }.linked(StatusCode::CREATED).await,
        Err(Unmanaged::Denied(denied)) => who.done(Err(denied)),
        Err(Unmanaged::Lacks(_, message) | Unmanaged::Refused(message)) => {
            let named = Named { email_lacks: Some(message), ..named };
            listed(&who, StatusCode::UNPROCESSABLE_ENTITY, &named).await
        }
    }
}

async fn show(who: Who, Path((_, id)): Path<(String, String)>) -> Result<Response, Refused> {
    let manager = manager(who, &id).await?;
    manager.shown(StatusCode::OK, Person::default()).await
}

async fn rename(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Name>,
) -> Result<Response, Refused> {
    let manager = manager(who, &id).await?;
    let named = form.named();
    if named.is_wrong() {
        return manager.refused(Person { named: Some(named), ..Person::default() }).await;
    }
    let server = manager.who.server();
    match managing::rename(server, manager.account.id, named.name, named.email).await {
        Err(Unmanaged::Lacks(_, message)) => {
            let named = Named { email_lacks: Some(message), ..named };
            manager.refused(Person { named: Some(named), ..Person::default() }).await
        }
        done => manager.done(done).await,
    }
}

/// A role as a form sends it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RoleForm {
    role: String,
    /// The number of a dossier; empty for all.
    dossier: String,
    body: String,
}

impl RoleForm {
    /// The role, or the field and the message that says what is wrong with it.
    fn read(&self, account: AccountId, known: &[DossierId]) -> Result<store::Role, Grant<'_>> {
        let (role, dossier, body) = (&*self.role, &*self.dossier, &*self.body);
        let typed = Grant { role, dossier, body, lacks: None };
        let lacks = |field, message| Grant { lacks: Some((field, message)), ..typed };
        let dossier = match self.dossier.as_str() {
            "" => None,
            number => {
                let dossier = number.parse().ok().map(DossierId);
                let dossier = dossier.filter(|dossier| known.contains(dossier));
                Some(dossier.ok_or(lacks("dossier", "account-dossier-unknown"))?)
            }
        };
        managing::role(account, role, dossier, body).map_err(|(field, why)| lacks(field, why))
    }
}

async fn grant(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<RoleForm>,
) -> Result<Response, Refused> {
    let manager = manager(who, &id).await?;
    let store = manager.who.server().store();
    let dossiers = manager.who.kept(store.dossiers().await)?;
    let known: Vec<DossierId> = dossiers.iter().map(|dossier| dossier.id).collect();
    match form.read(manager.account.id, &known) {
        Err(grant) => manager.refused(Person { grant, ..Person::default() }).await,
        Ok(role) => {
            manager.who.kept(store.grant(&role).await)?;
            Ok(manager.back())
        }
    }
}

async fn revoke(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<RoleForm>,
) -> Result<Response, Refused> {
    let manager = manager(who, &id).await?;
    let store = manager.who.server().store();
    let account = manager.account.id;
    let held = manager.who.kept(store.roles_of(account).await)?;
    let is_meant = |one: &&store::Role| {
        let dossier = one.dossier.map(|dossier| dossier.0.to_string()).unwrap_or_default();
        let body = one.body.as_deref().unwrap_or_default();
        (&*one.role, &*dossier, body) == (&*form.role, &*form.dossier, &*form.body)
    };
    // One that was taken already is no fault.
    let Some(role) = held.iter().find(is_meant) else { return Ok(manager.back()) };
    manager.done(managing::revoke(manager.who.server(), role).await).await
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct State {
    state: String,
}

async fn set_state(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<State>,
) -> Result<Response, Refused> {
    let manager = manager(who, &id).await?;
    let disabled = match form.state.as_str() {
        "disabled" => true,
        "enabled" => false,
        _ => return Err(manager.who.problem(Problem::Unreadable)),
    };
    let server = manager.who.server();
    manager.done(managing::set_disabled(server, manager.account.id, disabled).await).await
}

async fn link(who: Who, Path((_, id)): Path<(String, String)>) -> Result<Response, Refused> {
    manager(who, &id).await?.linked(StatusCode::OK).await
}
