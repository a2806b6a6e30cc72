//! Cookies: that of a session, and that of what a browser has begun and comes back for.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// A cookie of ours. Its value is a secret, or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cookie {
    /// Who is signed in.
    Session,
    /// What was begun: a way through an identity provider, a challenge to a passkey.
    Begun,
}

impl Cookie {
    /// What it is called: by https under a name that binds it to this host and to https.
    fn name(self, https: bool) -> &'static str {
        match (self, https) {
            (Self::Session, true) => "__Host-session",
            (Self::Session, false) => "session",
            (Self::Begun, true) => "__Host-begun",
            (Self::Begun, false) => "begun",
        }
    }

    /// The secret that came with a request; none where it has not the form of one of ours.
    pub(super) fn read(self, asked: &HeaderMap, https: bool) -> Option<&str> {
        let all = asked.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs =
            all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let (_, secret) = pairs.find(|(known, _)| *known == self.name(https))?;
        let is_ours = secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_ours.then_some(secret)
    }

    /// The header that keeps a secret until the browser is closed; how long it counts is for the server to say.
    pub(super) fn set(self, secret: &str, https: bool) -> Option<HeaderValue> {
        self.written(secret, "", https)
    }

    /// The header that forgets it.
    pub(super) fn forget(self, https: bool) -> Option<HeaderValue> {
        self.written("", "; Max-Age=0", https)
    }

    fn written(self, value: &str, age: &str, https: bool) -> Option<HeaderValue> {
        let secure = if https { "; Secure" } else { "" };
        let name = self.name(https);
        let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
        HeaderValue::from_str(&cookie).ok()
    }
}
