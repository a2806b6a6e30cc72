//! Passkeys: made on the page of one's own account, and used on the page for signing in. Both need the script `passkey.js`, since
//! browsers have no other way to them; whoever has none signs in by a password.

use super::begun;
use super::rule;
use super::sign::{back, ended, signed_in, start};
use super::who::{Sent, Who};
use crate::pages::Problem;
use crate::permission::Act;
use crate::server::Server;
use crate::site::{Refused, on_to};
use auth::passkey::{Begun, Passkeys};
use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use store::{Account, AccountId, Error, Passkey};

pub(super) fn router() -> Router<Server> {
    Router::new()
        .route("/{tongue}/account/passkeys/begin", post(begin))
        .route("/{tongue}/account/passkeys", post(made))
        .route("/{tongue}/account/passkeys/remove", post(remove))
        .route("/{tongue}/account/passkey/begin", post(begin_sign_in))
        .route("/{tongue}/account/passkey", post(sign_in))
}

/// What a key is begun for.
const MAKING: &str = "passkey-made";

/// What a challenge is for by which somebody signs in.
const SIGNING: &str = "passkey-used";

/// Keys of one account at most.
const MOST: usize = 20;

fn site(who: &Who) -> Result<&Passkeys, Refused> {
    who.server().proofs.passkeys.as_ref().ok_or_else(|| who.problem(Problem::NotFound))
}

/// What the script is told.
fn told(status: StatusCode, value: &Value) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

/// Why it is not done, for the script to show.
fn refused(who: &Who, status: StatusCode, message: &str) -> Response {
    told(status, &json!({ "why": who.tongue.say(message) }))
}

fn read<T: DeserializeOwned>(who: &Who, body: &Bytes) -> Result<T, Refused> {
    serde_json::from_slice(body).map_err(|_| who.problem(Problem::Unreadable))
}

/// A challenge to a device, kept until its answer comes.
async fn challenge(who: &Who, purpose: &str, begun: Begun) -> Result<Response, Refused> {
    let response = told(StatusCode::OK, &begun.options);
    begun::keep(who, purpose, &begun.state, response).await
}

async fn begin(who: Who) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let site = site(&who)?;
    let account = &who.signed()?.account;
    let has = who.kept(who.server().store().passkeys_of(account.id).await)?;
    if has.len() >= MOST {
        return Ok(refused(&who, StatusCode::CONFLICT, "passkey-too-many"));
    }
    let has = has.iter().filter_map(|key| bytes(&key.id)).collect();
    let begun = site.begin(account.id.0, &account.email, &account.name, has);
    let begun = begun.map_err(|_| who.problem(Problem::Failed))?;
    challenge(&who, MAKING, begun).await
}

#[derive(Deserialize)]
struct Made {
    name: String,
    credential: Value,
}

/// A key that a device made for whoever is signed in.
async fn made(who: Who, body: Bytes) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let site = site(&who)?;
    let sent: Made = read(&who, &body)?;
    let name = sent.name.trim();
    if let Some(lacks) = rule::name_lacks(name) {
        return Ok(refused(&who, StatusCode::UNPROCESSABLE_ENTITY, lacks));
    }
    let state: Option<String> = begun::take_up(&who, MAKING).await?;
    let made = state.map(|state| site.made(sent.credential, &state));
    let Some(Ok(made)) = made else {
        let answer = refused(&who, StatusCode::UNPROCESSABLE_ENTITY, "passkey-untrue");
        return Ok(begun::forgotten(&who, answer));
    };
    let server = who.server();
    let account = who.signed()?.account.id;
    let (id, now) = (digits(&made.id), server.now());
    match server.store().add_passkey(&id, account, (name, &made.key), &now).await {
        Err(Error::Taken(_)) => Ok(refused(&who, StatusCode::CONFLICT, "passkey-untrue")),
        added => {
            who.kept(added)?;
            let to = json!({ "to": who.address("/account?done=passkey") });
            Ok(begun::forgotten(&who, told(StatusCode::CREATED, &to)))
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Remove {
    passkey: String,
}

async fn remove(who: Who, Sent(form): Sent<Remove>) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let account = who.signed()?.account.id;
    let removed = who.server().store().remove_passkey(account, &form.passkey).await;
    match removed {
        Err(Error::Character) => {}
        removed => who.kept(ended(removed))?,
    }
    Ok(on_to(&who.address("/account?done=passkey-end")))
}

async fn begin_sign_in(who: Who) -> Result<Response, Refused> {
    let site = site(&who)?;
    if who.server().accounts.count_from(&who).is_err() {
        return Ok(refused(&who, StatusCode::TOO_MANY_REQUESTS, "passkey-too-often"));
    }
    let begun = site.begin_sign_in().map_err(|_| who.problem(Problem::Failed))?;
    challenge(&who, SIGNING, begun).await
}

#[derive(Deserialize)]
struct Used {
    #[serde(default)]
    back: String,
    credential: Value,
}

/// Signs in whoever has a key; for all that does not hold there is one answer.
async fn sign_in(who: Who, body: Bytes) -> Result<Response, Refused> {
    let site = site(&who)?;
    let sent: Used = read(&who, &body)?;
    let state: Option<String> = begun::take_up(&who, SIGNING).await?;
    let account = match state {
        Some(state) => proved(&who, site, sent.credential, &state).await?,
        None => None,
    };
    let secret = match account {
        Some(account) => who.kept(start(&who, &account, None).await)?,
        None => None,
    };
    let answer = match secret {
        Some(secret) => {
            let to = json!({ "to": back(&who, &sent.back) });
            signed_in(who.server(), told(StatusCode::OK, &to), &secret)
        }
        None => refused(&who, StatusCode::UNAUTHORIZED, "passkey-wrong"),
    };
    Ok(begun::forgotten(&who, answer))
}

/// Whose key it is that answers; none where nobody's does.
async fn proved(
    who: &Who,
    site: &Passkeys,
    sent: Value,
    state: &str,
) -> Result<Option<Account>, Refused> {
    let (server, store) = (who.server(), who.server().store());
    let Ok((account, id)) = site.whose(&sent) else { return Ok(None) };
    let found = who.kept(store.passkey(&digits(&id)).await)?;
    let found: Option<Passkey> = found.filter(|key| key.account == AccountId(account));
    let Some(key) = found else { return Ok(None) };
    let Ok(held) = site.proved(sent, state, &key.held) else { return Ok(None) };
    match store.use_passkey(&key, &held, &server.now()).await {
        Err(Error::NotFound(_)) => return Ok(None),
        used => who.kept(used)?,
    }
    who.kept(store.account(key.account).await)
}

/// Bytes as the store keeps them.
fn digits(id: &[u8]) -> String {
    id.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of such digits; none where they are none.
fn bytes(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
