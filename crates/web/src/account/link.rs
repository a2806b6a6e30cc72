//! Links that are of use once: the first administrator's, and those by which a password is set.

use super::by_email;
use super::fresh;
use super::rule;
use super::sign::often;
use super::who::{Sent, Who};
use crate::pages::Problem;
use crate::pages::account::{self as page, First, Forgotten, NewPassword};
use crate::permission::Role;
use crate::server::Server;
use crate::site::{Refused, on_to};
use axum::Router;
use axum::extract::Path;
use axum::http::header::{HOST, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use axum::routing::get;
use procedure::event::Time;
use serde::Deserialize;
use std::collections::BTreeSet;
use store::{Account, AccountId, Error, Purpose, Secret};
use words::Args;

pub(super) fn router() -> Router<Server> {
    Router::new()
        .route("/{tongue}/account/first/{secret}", get(first_form).post(first))
        .route("/{tongue}/account/link/{secret}", get(password_form).post(password))
        .route("/{tongue}/account/forgotten", get(forgotten_form).post(forgotten))
}

impl Server {
    /// The address, below the site's, at which the first administrator makes their account: once, within the time that links
    /// count. None where somebody administers the instance already. Earlier such links are of no use any more.
    ///
    /// # Errors
    /// What the store says; `store-closed` also where the system gives no random bits.
    pub async fn first_link(&self) -> Result<Option<String>, Error> {
        if !self.administrators().await?.is_empty() {
            return Ok(None);
        }
        self.store().drop_links(Purpose::FirstAdmin).await?;
        let secret = self.link(Purpose::FirstAdmin).await?;
        Ok(Some(format!("/en/account/first/{secret}")))
    }

    /// Accounts that may sign in and administer the whole instance.
    pub(super) async fn administrators(&self) -> Result<BTreeSet<AccountId>, Error> {
        let held = self.store().roles().await?;
        let held = held
            .into_iter()
            .filter(|one| one.role == Role::Administrator.name() && one.dossier.is_none());
        let held: BTreeSet<AccountId> = held.map(|one| one.account).collect();
        let mut able = BTreeSet::new();
        for id in held {
            let account = self.store().account(id).await?;
            able.extend(account.filter(|account| !account.disabled).map(|account| account.id));
        }
        Ok(able)
    }

    /// A new link; its secret is known to whoever asked for it, and to nobody else.
    async fn link(&self, purpose: Purpose) -> Result<String, Error> {
        let secret = fresh().ok_or(Error::Closed)?;
        let now = self.now();
        let expires = Time::of_unix(now.unix().saturating_add(self.accounts.config().link));
        self.store().add_link(Secret(&secret), purpose, &now, &expires).await?;
        Ok(secret)
    }
}

/// The end of a link by which somebody sets a password; earlier ones are of no use any more.
pub(super) async fn reset(server: &Server, account: AccountId) -> Result<String, Error> {
    let purpose = Purpose::Reset(account);
    server.store().drop_links(purpose).await?;
    let secret = server.link(purpose).await?;
    server.accounts.forgets(account);
    Ok(secret)
}

/// The same as it is handed on.
async fn for_password(who: &Who, account: AccountId) -> Result<String, Error> {
    let secret = reset(who.server(), account).await?;
    Ok(handed_on(who, &format!("/account/link/{secret}")))
}

/// The whole address of a page, for whoever hands it on; `path` stands behind the language.
pub(crate) fn handed_on(who: &Who, path: &str) -> String {
    let (server, path) = (who.server(), who.address(path));
    if !server.site.base.is_empty() {
        return format!("{}{path}", server.site.base);
    }
    let host = who.headers().get(HOST).and_then(|host| host.to_str().ok());
    host.map_or(path.clone(), |host| format!("http://{host}{path}"))
}

/// What a link is for, where it still counts.
async fn purpose(who: &Who, secret: &str) -> Result<Purpose, Refused> {
    let now = who.server().now();
    let found = who.kept(who.server().store().link(Secret(secret), &now).await)?;
    found.ok_or_else(|| who.problem(Problem::Spent))
}

/// Uses a link up; somebody may have been quicker.
async fn used(who: &Who, secret: &str) -> Result<(), Refused> {
    let now = who.server().now();
    let used = who.kept(who.server().store().use_link(Secret(secret), &now).await)?;
    used.map(|_| ()).ok_or_else(|| who.problem(Problem::Spent))
}

async fn first_form(
    who: Who,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, Refused> {
    first_administrator(&who, &secret).await?;
    Ok(first_shown(&who, StatusCode::OK, &First::default(), &secret))
}

async fn first_administrator(who: &Who, secret: &str) -> Result<(), Refused> {
    let is_first = purpose(who, secret).await? == Purpose::FirstAdmin;
    let administrators = who.kept(who.server().administrators().await)?;
    if is_first && administrators.is_empty() { Ok(()) } else { Err(who.problem(Problem::Spent)) }
}

fn first_shown(who: &Who, status: StatusCode, first: &First<'_>, secret: &str) -> Response {
    let body = page::first(first, who.tongue);
    let path = format!("/account/first/{secret}");
    who.page(status, &who.tongue.say("account-first"), &path, &body)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct FirstForm {
    name: String,
    email: String,
    password: String,
    again: String,
}

async fn first(
    who: Who,
    Path((_, secret)): Path<(String, String)>,
    Sent(form): Sent<FirstForm>,
) -> Result<Response, Refused> {
    first_administrator(&who, &secret).await?;
    let (server, store) = (who.server(), who.server().store());
    let (name, email) = (form.name.trim(), form.email.trim());
    let mut sent = First {
        name,
        email,
        name_lacks: rule::name_lacks(name),
        email_lacks: rule::email_lacks(email),
        password_lacks: rule::lacks(&form.password, &form.again, &[name, email]),
    };
    if sent.email_lacks.is_none() && who.kept(store.account_by_email(email).await)?.is_some() {
        sent.email_lacks = Some("account-email-taken");
    }
    if sent.name_lacks.or(sent.email_lacks).or(sent.password_lacks).is_some() {
        return Ok(first_shown(&who, StatusCode::UNPROCESSABLE_ENTITY, &sent, &secret));
    }
    let hash = server.accounts.hash(form.password.clone()).await;
    let hash = hash.ok_or_else(|| who.problem(Problem::Failed))?;
    used(&who, &secret).await?;
    let made = store.add_account(name, email, Some(&hash), &server.now()).await;
    let account = who.kept(made)?.id;
    let role = Role::Administrator.name().to_owned();
    let role = store::Role { account, dossier: None, role, body: None };
    who.kept(store.grant(&role).await)?;
    Ok(on_to(&who.address("/account/sign-in?done=password")))
}

/// Whose password a link sets.
async fn owner(who: &Who, secret: &str) -> Result<Account, Refused> {
    let Purpose::Reset(id) = purpose(who, secret).await? else {
        return Err(who.problem(Problem::Spent));
    };
    let account = who.kept(who.server().store().account(id).await)?;
    account.filter(|account| !account.disabled).ok_or_else(|| who.problem(Problem::Spent))
}

async fn password_form(
    who: Who,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let account = owner(&who, &secret).await?;
    Ok(password_shown(&who, StatusCode::OK, &account, None, &secret))
}

fn password_shown(
    who: &Who,
    status: StatusCode,
    account: &Account,
    lacks: Option<&str>,
    secret: &str,
) -> Response {
    let body = page::new_password(&NewPassword { account, lacks }, who.tongue);
    let path = format!("/account/link/{secret}");
    who.page(status, &who.tongue.say("account-new-password"), &path, &body)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PasswordForm {
    password: String,
    again: String,
}

async fn password(
    who: Who,
    Path((_, secret)): Path<(String, String)>,
    Sent(form): Sent<PasswordForm>,
) -> Result<Response, Refused> {
    let account = owner(&who, &secret).await?;
    let own = [account.name.as_str(), account.email.as_str()];
    if let Some(lacks) = rule::lacks(&form.password, &form.again, &own) {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(password_shown(&who, status, &account, Some(lacks), &secret));
    }
    let (server, store) = (who.server(), who.server().store());
    let hash = server.accounts.hash(form.password).await;
    let hash = hash.ok_or_else(|| who.problem(Problem::Failed))?;
    used(&who, &secret).await?;
    who.kept(store.set_password(account.id, Some(&hash)).await)?;
    // Whoever had the old one is let out.
    who.kept(store.end_sessions(account.id, None).await)?;
    who.kept(store.drop_links(Purpose::Reset(account.id)).await)?;
    server.accounts.forgets(account.id);
    Ok(on_to(&who.address("/account/sign-in?done=password")))
}

async fn forgotten_form(who: Who) -> Response {
    forgotten_shown(&who, StatusCode::OK, &Forgotten::default())
}

fn forgotten_shown(who: &Who, status: StatusCode, form: &Forgotten<'_>) -> Response {
    let form = Forgotten { by_mail: who.server().proofs.post.is_some(), ..*form };
    let body = page::forgotten(&form, who.tongue);
    who.page(status, &who.tongue.say("account-forgotten"), "/account/forgotten", &body)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ForgottenForm {
    email: String,
}

/// Writes to whoever forgot their password, or where there are no letters tells the administrators. The answer is the same, and
/// as quick, whether there is an account or not.
async fn forgotten(who: Who, Sent(form): Sent<ForgottenForm>) -> Result<Response, Refused> {
    let server = who.server();
    if let Err(seconds) = server.accounts.count(&who, &form.email) {
        let wrong = often(&who, seconds);
        let shown = Forgotten { email: &form.email, wrong: &wrong, ..Forgotten::default() };
        let mut response = forgotten_shown(&who, StatusCode::TOO_MANY_REQUESTS, &shown);
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        return Ok(response);
    }
    let account = who.kept(by_email(server.store(), &form.email).await)?;
    if let Some(account) = account.filter(|account| !account.disabled) {
        match server.proofs.post.is_some() {
            true => drop(tokio::spawn(write(who.clone(), account))),
            false => server.accounts.asks(account.id, server.now()),
        }
    }
    Ok(forgotten_shown(&who, StatusCode::OK, &Forgotten { sent: true, ..Forgotten::default() }))
}

/// Writes somebody the link by which they set a new password. Where the letter cannot be handed in, the administrators see that they
/// need one.
async fn write(who: Who, account: Account) {
    let server = who.server();
    if let Err(why) = letter(&who, &account).await {
        // The reason may name the address: it is not for the log.
        tracing::error!(code = why, "letter");
        server.accounts.asks(account.id, server.now());
    }
}

/// Why a letter is not on its way, for the log.
async fn letter(who: &Who, account: &Account) -> Result<(), &'static str> {
    let Some(post) = &who.server().proofs.post else { return Err("none") };
    let link = for_password(who, account.id).await.map_err(|error| error.code())?;
    let hours = who.server().accounts.config().link.div_ceil(3_600);
    let site = who.server().site.names.get(who.tongue);
    let args = Args::new()
        .text("name", account.name.as_str())
        .text("site", site)
        .text("link", link)
        .number("hours", usize::try_from(hours).unwrap_or(usize::MAX));
    let (subject, text) =
        (who.tongue.tell("letter-subject", &args), who.tongue.tell("letter-text", &args));
    post.send(&account.email, &subject, text).await.map_err(|error| match error {
        auth::mail::Error::Address(..) => "address",
        auth::mail::Error::Server(_) => "server",
    })
}
