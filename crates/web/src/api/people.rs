//! Accounts and their roles, for who administers the instance. What is done is done as from the pages; no hash and no token is told.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use super::answer::{created, kept_by_nobody as json};
use super::body::{Asked, Json};
use super::caller::{Caller, Writer};
use super::document::{Reading, Writing};
use super::page::{self, Page, Paged};
use super::precondition::tag;
use super::problem::{Fault, Problem};
use crate::account::managing::{self, Unmanaged};
use crate::permission::Act;
use crate::server::Server;
use axum::extract::Path;
use axum::http::header::{ETAG, LINK};
use axum::response::Response;
use procedure::event::Time;
use procedure::log::Hash;
use serde::{Deserialize, Serialize};
use store::{Account, AccountId, BodyId, DossierId};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<Server> {
    OpenApiRouter::new()
        .routes(routes!(all, make))
        .routes(routes!(one, rename))
        .routes(routes!(set_state))
        .routes(routes!(grant, revoke))
        .routes(routes!(link))
}

/// Somebody who has an account.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Person {
    /// The number of the account.
    id: i64,
    /// What they sign with.
    name: String,
    /// Their address of mail.
    email: String,
    /// Whether they may not sign in.
    disabled: bool,
    /// When the account was made.
    #[schema(value_type = String)]
    created: Time,
    /// Since when they wait for a link by which they set a password, which they said that they forgot; null where they do not, or another server
    /// was told.
    #[schema(value_type = Option<String>)]
    forgotten: Option<Time>,
    /// What they are, and where.
    roles: Vec<Role>,
    /// The numbers of the delegation, groups and committees to which they belong.
    bodies: Vec<i64>,
}

/// What somebody is.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema, IntoParams)]
#[serde(deny_unknown_fields)]
#[schema(as = HeldRole)]
#[into_params(parameter_in = Query)]
struct Role {
    /// `member`, `group-staff`, `committee`, `table-office`, `chair` or `administrator`.
    role: String,
    /// The dossier in which it is held; null, or left out, for all.
    #[serde(default)]
    #[param(required = false)]
    dossier: Option<String>,
    /// The group or committee for which it is held; null, or left out, for none.
    #[serde(default)]
    #[param(required = false)]
    body: Option<String>,
}

/// What somebody is called.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PersonNamed)]
struct Named {
    /// What they sign with: one line of at most 200 characters.
    name: String,
    /// Their address of mail, which is no other account's.
    email: String,
}

/// Whether somebody may not sign in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PersonState)]
struct State {
    /// Whether they may not.
    disabled: bool,
}

/// A link by which somebody sets their password, once. It is told this once; what is kept is its hash.
#[derive(Debug, Serialize, ToSchema)]
struct PasswordLink {
    /// The number of the account.
    id: i64,
    /// The address of the page where the password is set.
    link: String,
}

type Answered = Result<Response, Problem>;

/// Everything that people and their roles are told from.
struct Known {
    roles: Vec<store::Role>,
    dossiers: Vec<store::Dossier>,
    belongs: Vec<(AccountId, BodyId)>,
}

impl Known {
    fn role(&self, role: &store::Role) -> Role {
        let slug = |id: DossierId| self.dossiers.iter().find(|one| one.id == id);
        // A dossier that is not there any more is told by its number.
        let slug =
            |id: DossierId| slug(id).map_or_else(|| id.0.to_string(), |one| one.slug.clone());
        Role { role: role.role.clone(), dossier: role.dossier.map(slug), body: role.body.clone() }
    }

    fn person(&self, server: &Server, account: &Account) -> Person {
        let own = self.roles.iter().filter(|role| role.account == account.id);
        Person {
            id: account.id.0,
            name: account.name.clone(),
            email: account.email.clone(),
            disabled: account.disabled,
            created: account.created.clone(),
            forgotten: server.accounts.asked(account.id),
            roles: own.map(|role| self.role(role)).collect(),
            bodies: self
                .belongs
                .iter()
                .filter(|(of, _)| *of == account.id)
                .map(|(_, body)| body.0)
                .collect(),
        }
    }
}

impl Caller {
    /// Only who may manage people goes on.
    pub(super) fn manages(&self) -> Result<(), Problem> {
        self.signed()?;
        self.may(Act::ManagePeople, None)
    }

    /// What the store gave, or the problem that says why not.
    pub(super) fn kept<T>(&self, given: Result<T, store::Error>) -> Result<T, Problem> {
        given.map_err(|error| self.problem(error))
    }

    async fn known(&self) -> Result<Known, Problem> {
        let store = self.server.store();
        let roles = self.kept(store.roles().await)?;
        let dossiers = self.kept(store.dossiers().await)?;
        Ok(Known { roles, dossiers, belongs: self.kept(store.belongs().await)? })
    }

    pub(super) async fn account(&self, id: &str) -> Result<Account, Problem> {
        let none = || self.problem(Fault::NotFound);
        let id = id.parse().map(AccountId).map_err(|_| none())?;
        self.kept(self.server.store().account(id).await)?.ok_or_else(none)
    }

    /// Somebody as they are now, with what tells this from anything else.
    async fn person(&self, id: &str) -> Result<(Person, String), Problem> {
        let account = self.account(id).await?;
        let person = self.known().await?.person(&self.server, &account);
        let said = serde_json::to_string(&person).unwrap_or_default();
        let hash: String = Hash::of(said.as_bytes()).to_string().chars().take(32).collect();
        let tag = format!("person-{}-{hash}", person.id);
        Ok((person, tag))
    }

    /// The answer that tells of somebody.
    pub(super) async fn told(&self, id: &str) -> Answered {
        let (person, seal) = self.person(id).await?;
        let mut response = json(&person);
        if let Some(tag) = tag(&seal) {
            response.headers_mut().insert(ETAG, tag);
        }
        Ok(response)
    }

    /// Goes on only where nobody has changed them since whoever asks has looked.
    async fn unchanged(&self, id: &str) -> Result<AccountId, Problem> {
        let (person, tag) = self.person(id).await?;
        self.saw(&tag).map(|()| AccountId(person.id))
    }

    pub(super) fn unmanaged(&self, why: Unmanaged) -> Problem {
        match why {
            Unmanaged::Denied(denied) => self.problem(denied),
            Unmanaged::Lacks(field, message) => {
                self.problem(Fault::unfit("field", field, self.tongue.say(message)))
            }
            Unmanaged::Refused(message) => {
                self.problem(Fault::unfit("refused", "", self.tongue.say(message)))
            }
        }
    }

    /// A role as it is kept, of this account.
    async fn role(&self, account: AccountId, role: &Role) -> Result<store::Role, Problem> {
        let lacks = |(field, message)| self.unmanaged(Unmanaged::Lacks(field, message));
        let dossiers = self.kept(self.server.store().dossiers().await)?;
        let dossier = match role.dossier.as_deref() {
            None | Some("") => None,
            Some(slug) => {
                let known = dossiers.iter().find(|one| one.slug == slug);
                Some(known.ok_or_else(|| lacks(("dossier", "account-dossier-unknown")))?.id)
            }
        };
        let body = role.body.as_deref().unwrap_or_default();
        managing::role(account, &role.role, dossier, body).map_err(lacks)
    }
}

/// All who have an account, with their roles. Needs the scope `people`, of an administrator.
#[utoipa::path(get, path = "/api/v1/people", operation_id = "people", tag = "people", params(Page),
    responses((status = 200, body = Paged<Person>), Reading), security(("token" = [])))]
async fn all(caller: Caller, Asked(page): Asked<Page>) -> Answered {
    caller.manages()?;
    let accounts = caller.kept(caller.server.store().accounts().await)?;
    let known = caller.known().await?;
    let name = |account: &Account| account.id.0.to_string();
    let paged = page.of(&accounts, name, |account| known.person(&caller.server, account));
    let paged = paged.map_err(|fault| caller.problem(fault))?;
    let mut response = json(&paged);
    if let Some(link) = paged.next.and_then(|next| page::link(&caller.uri, &next)) {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

/// Makes an account without a password, and the link by which its owner sets one. Needs the scope `people`, of an administrator.
#[utoipa::path(post, path = "/api/v1/people", operation_id = "add_person", tag = "people",
    request_body = Named,
    responses((status = 201, body = PasswordLink), Writing), security(("token" = [])))]
async fn make(Writer(caller): Writer, Json { value, .. }: Json<Named>) -> Answered {
    caller.manages()?;
    let made = managing::make(&caller.server, &value.name, &value.email).await;
    let account = made.map_err(|why| caller.unmanaged(why))?;
    linked(&caller, &account).await
}

/// Somebody who has an account. Needs the scope `people`, of an administrator.
#[utoipa::path(get, path = "/api/v1/people/{id}", operation_id = "person", tag = "people",
    params(("id" = i64, Path, description = "The number of the account")),
    responses((status = 200, body = Person), Reading), security(("token" = [])))]
async fn one(caller: Caller, Path(id): Path<String>) -> Answered {
    caller.manages()?;
    caller.told(&id).await
}

/// Gives somebody another name and address of mail; `If-Match` has the `ETag` of what was seen. Needs the scope `people`, of an
/// administrator.
#[utoipa::path(put, path = "/api/v1/people/{id}", operation_id = "rename_person", tag = "people",
    params(("id" = i64, Path, description = "The number of the account"), ("If-Match" = Option<String>, Header, description = "The ETag of what was seen")),
    request_body = Named,
    responses((status = 200, body = Person), Writing), security(("token" = [])))]
async fn rename(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Json { value, .. }: Json<Named>,
) -> Answered {
    caller.manages()?;
    let account = caller.unchanged(&id).await?;
    let renamed = managing::rename(&caller.server, account, &value.name, &value.email).await;
    renamed.map_err(|why| caller.unmanaged(why))?;
    caller.told(&id).await
}

/// Has somebody sign in no more, which ends their sessions and tokens, or again. Whoever alone administers the instance goes on. Needs the scope
/// `people`, of an administrator.
#[utoipa::path(put, path = "/api/v1/people/{id}/state", operation_id = "set_state", tag = "people",
    params(("id" = i64, Path, description = "The number of the account")),
    request_body = State,
    responses((status = 200, body = Person), Writing), security(("token" = [])))]
async fn set_state(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Json { value, .. }: Json<State>,
) -> Answered {
    caller.manages()?;
    let account = caller.account(&id).await?.id;
    let set = managing::set_disabled(&caller.server, account, value.disabled).await;
    set.map_err(|why| caller.unmanaged(why))?;
    caller.told(&id).await
}

/// Gives somebody a role; one that they hold is no fault. Needs the scope `people`, of an administrator.
#[utoipa::path(post, path = "/api/v1/people/{id}/roles", operation_id = "grant", tag = "people",
    params(("id" = i64, Path, description = "The number of the account")),
    request_body = Role,
    responses((status = 200, body = Person), Writing), security(("token" = [])))]
async fn grant(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Json { value, .. }: Json<Role>,
) -> Answered {
    caller.manages()?;
    let account = caller.account(&id).await?.id;
    let role = caller.role(account, &value).await?;
    caller.kept(caller.server.store().grant(&role).await)?;
    caller.told(&id).await
}

/// Takes a role; one that they do not hold is no fault. Whoever alone administers the instance goes on. Needs the scope `people`, of an
/// administrator.
#[utoipa::path(delete, path = "/api/v1/people/{id}/roles", operation_id = "revoke", tag = "people",
    params(("id" = i64, Path, description = "The number of the account"), Role),
    responses((status = 200, body = Person), Writing), security(("token" = [])))]
async fn revoke(
    Writer(caller): Writer,
    Path(id): Path<String>,
    Asked(asked): Asked<Role>,
) -> Answered {
    caller.manages()?;
    let account = caller.account(&id).await?.id;
    let role = caller.role(account, &asked).await?;
    let revoked = managing::revoke(&caller.server, &role).await;
    revoked.map_err(|why| caller.unmanaged(why))?;
    caller.told(&id).await
}

/// Makes a link by which somebody sets their password; earlier ones are of no use any more. Needs the scope `people`, of an
/// administrator.
#[utoipa::path(post, path = "/api/v1/people/{id}/link", operation_id = "password_link", tag = "people",
    params(("id" = i64, Path, description = "The number of the account")),
    responses((status = 201, body = PasswordLink), Writing), security(("token" = [])))]
async fn link(Writer(caller): Writer, Path(id): Path<String>) -> Answered {
    caller.manages()?;
    let account = caller.account(&id).await?;
    linked(&caller, &account).await
}

async fn linked(caller: &Caller, account: &Account) -> Answered {
    let secret = managing::link(&caller.server, account).await;
    let secret = secret.map_err(|why| caller.unmanaged(why))?;
    let (base, tag, id) = (&caller.server.site.base, caller.tongue.tag(), account.id.0);
    let link = format!("{base}/{tag}/account/link/{secret}");
    Ok(created(&PasswordLink { id, link }, &format!("/api/v1/people/{id}")))
}
