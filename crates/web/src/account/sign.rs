//! Signing in and out.

use super::cookie::Cookie;
use super::fresh;
use super::who::{Sent, Who};
use crate::pages::account::{self as page, Done, SignIn};
use crate::server::Server;
use crate::site::{Refused, local, on_to};
use axum::Router;
use axum::extract::Query;
use axum::http::header::{RETRY_AFTER, SET_COOKIE, USER_AGENT, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use procedure::event::Time;
use serde::Deserialize;
use store::{Account, Error, Secret};
use words::Args;

pub(super) fn router() -> Router<Server> {
    Router::new()
        .route("/{tongue}/account/sign-in", get(form).post(sign_in))
        .route("/{tongue}/account/sign-out", post(sign_out))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    back: String,
    done: String,
}

/// The form; whoever is signed in goes on.
async fn form(who: Who, Query(asked): Query<Asked>) -> Response {
    let back = back(&who, &asked.back);
    if who.account().is_some() {
        return on_to(&back);
    }
    let done = Done::of(&asked.done).map(|done| done.say(who.tongue)).unwrap_or_default();
    let form = SignIn { back: &back, done: &done, ..SignIn::default() };
    shown(&who, StatusCode::OK, &form)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Form {
    email: String,
    password: String,
    back: String,
}

async fn sign_in(who: Who, Sent(form): Sent<Form>) -> Result<Response, Refused> {
    let server = who.server();
    let back = back(&who, &form.back);
    let again = SignIn { back: &back, email: &form.email, ..SignIn::default() };
    if let Err(seconds) = server.accounts.count(&who, &form.email) {
        return Ok(too_often(&who, seconds, &again));
    }
    let tried = server.accounts.verified(server.store(), &form.email, form.password).await;
    if let Some((account, kept)) = who.kept(tried)? {
        let started = start(&who, &account, Some(&kept)).await;
        if let Some(secret) = who.kept(started)? {
            return Ok(signed_in(server, on_to(&back), &secret));
        }
    }
    let wrong = who.tongue.say("account-wrong");
    let mut response = shown(&who, StatusCode::UNAUTHORIZED, &SignIn { wrong: &wrong, ..again });
    response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Cookie"));
    Ok(response)
}

/// An answer by which the browser keeps the secret of a new session.
pub(super) fn signed_in(server: &Server, mut response: Response, secret: &str) -> Response {
    if let Some(cookie) = Cookie::Session.set(secret, server.https) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// Signs an account in under a new secret, and ends the session that the browser had. None where the account was disabled, or
/// the password by which it signs in changed meanwhile: `kept` is the hash of that, where it is by one.
pub(super) async fn start(
    who: &Who,
    account: &Account,
    kept: Option<&str>,
) -> Result<Option<String>, Error> {
    let (server, store) = (who.server(), who.server().store());
    let Some(secret) = fresh() else { return Ok(None) };
    let now = server.now();
    let expires = Time::of_unix(now.unix().saturating_add(server.accounts.config().idle));
    let agent = who.headers().get(USER_AGENT).and_then(|agent| agent.to_str().ok());
    let agent = agent.unwrap_or_default();
    match store.start_session(Secret(&secret), account.id, &now, &expires, agent).await {
        Err(Error::NotFound(_)) => return Ok(None),
        started => started?,
    }
    // Whoever changes a password ends all sessions behind it: one that began in between would be left.
    if kept.is_some() && store.password(account.id).await?.as_deref() != kept {
        ended(store.end_session(account.id, Secret(&secret).hash()).await)?;
        return Ok(None);
    }
    end_present(who).await?;
    Ok(Some(secret))
}

/// Ends the session that the browser has.
async fn end_present(who: &Who) -> Result<(), Error> {
    match who.session() {
        Some(session) => {
            ended(who.server().store().end_session(session.account, session.hash).await)
        }
        None => Ok(()),
    }
}

/// One that has ended already is no fault.
pub(super) fn ended(done: Result<(), Error>) -> Result<(), Error> {
    match done {
        Err(Error::NotFound(_)) => Ok(()),
        done => done,
    }
}

async fn sign_out(who: Who) -> Result<Response, Refused> {
    let done = end_present(&who).await;
    who.kept(done)?;
    let mut response = on_to(&who.address("/account/sign-in?done=out"));
    if let Some(cookie) = Cookie::Session.forget(who.server().https) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// The page for signing in.
pub(super) fn shown(who: &Who, status: StatusCode, form: &SignIn<'_>) -> Response {
    let title = who.tongue.say("account-sign-in");
    let body = page::sign_in(form, &who.server().proofs.offered(), who.tongue);
    who.page(status, &title, "/account/sign-in", &body)
}

/// The form again, after too many tries.
pub(super) fn too_often(who: &Who, seconds: u64, form: &SignIn<'_>) -> Response {
    let wrong = often(who, seconds);
    let mut response =
        shown(who, StatusCode::TOO_MANY_REQUESTS, &SignIn { wrong: &wrong, ..*form });
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// That there were too many tries, and how long to wait.
pub(super) fn often(who: &Who, seconds: u64) -> String {
    let seconds = usize::try_from(seconds).unwrap_or(usize::MAX);
    let args = match seconds {
        few if few < 90 => Args::new().number("seconds", few).number("minutes", 0),
        many => Args::new().number("seconds", 0).number("minutes", many.div_ceil(60)),
    };
    who.tongue.tell("account-too-often", &args)
}

/// Where to go behind the form: to a page of this site, or else to one's account.
pub(super) fn back(who: &Who, wanted: &str) -> String {
    local(wanted).unwrap_or_else(|| who.address("/account"))
}
