//! What is begun with somebody's browser and taken up when it comes back: kept in the store, so that it may come back to
//! another server; by a secret that the browser alone has, so that nobody else's answer is taken for its own.

use super::cookie::Cookie;
use super::fresh;
use super::who::Who;
use crate::pages::Problem;
use crate::site::Refused;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use procedure::event::Time;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::Secret;

/// Seconds within which somebody comes back.
const WITHIN: u64 = 600;

/// Keeps what is begun, and lets the browser keep the secret.
pub(super) async fn keep(
    who: &Who,
    purpose: &str,
    what: &impl Serialize,
    mut response: Response,
) -> Result<Response, Refused> {
    let server = who.server();
    let failed = || who.problem(Problem::Failed);
    let secret = fresh().ok_or_else(failed)?;
    let kept = serde_json::to_string(what).map_err(|_| failed())?;
    let expires = Time::of_unix(server.now().unix().saturating_add(WITHIN));
    who.kept(server.store().begin(Secret(&secret), purpose, &kept, &expires).await)?;
    let cookie = Cookie::Begun.set(&secret, server.https).ok_or_else(failed)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}

/// What this browser began, once; none where it began nothing, or too long ago.
pub(super) async fn take_up<T: DeserializeOwned>(
    who: &Who,
    purpose: &str,
) -> Result<Option<T>, Refused> {
    let server = who.server();
    let Some(secret) = Cookie::Begun.read(who.headers(), server.https) else { return Ok(None) };
    let kept = server.store().take_up(Secret(secret), purpose, &server.now()).await;
    Ok(who.kept(kept)?.and_then(|kept| serde_json::from_str(&kept).ok()))
}

/// The answer by which the browser forgets it.
pub(super) fn forgotten(who: &Who, mut response: Response) -> Response {
    if let Some(cookie) = Cookie::Begun.forget(who.server().https) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
