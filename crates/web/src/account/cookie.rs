//! The cookie of a session.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// What it is called: by https under a name that binds it to this host and to https.
fn name(https: bool) -> &'static str {
    if https { "__Host-session" } else { "session" }
}

/// The secret that came with a request; none where it has not the form of one of ours.
pub(super) fn read(asked: &HeaderMap, https: bool) -> Option<&str> {
    let all = asked.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs =
        all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let (_, secret) = pairs.find(|(known, _)| *known == name(https))?;
    let is_ours = secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_ours.then_some(secret)
}

/// The header that keeps a secret until the browser is closed; how long it counts is for the server to say.
pub(super) fn set(secret: &str, https: bool) -> Option<HeaderValue> {
    written(secret, "", https)
}

/// The header that forgets it.
pub(super) fn forget(https: bool) -> Option<HeaderValue> {
    written("", "; Max-Age=0", https)
}

fn written(value: &str, age: &str, https: bool) -> Option<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    let cookie = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", name(https));
    HeaderValue::from_str(&cookie).ok()
}
