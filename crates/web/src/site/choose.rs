//! What a visitor chooses and a cookie keeps: language and theme. Links do it, so that no script is needed.

use super::Site;
use super::answer::{Answer, Keep};
use super::asked::problem;
use crate::Tongue;
use crate::pages::Problem;
use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, COOKIE, LOCATION, SET_COOKIE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// Seconds for which a choice is kept: a year.
const KEPT: u32 = 31_536_000;

/// A cookie of the visitor's.
fn cookie<'h>(asked: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let all = asked.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs =
        all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// The language that a visitor gets who does not say so in an address.
pub(super) fn tongue(asked: &HeaderMap) -> Tongue {
    let chosen = cookie(asked, "lang").and_then(Tongue::of);
    chosen.unwrap_or_else(|| {
        let accepted = asked.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Tongue::preferred(accepted.unwrap_or_default())
    })
}

/// `/`: on to the first page in the visitor's language.
pub(super) async fn first(headers: HeaderMap) -> Response {
    let mut response = on_to(&format!("/{}/", tongue(&headers).tag()));
    let headers = response.headers_mut();
    headers.insert(VARY, HeaderValue::from_static("Accept-Language, Cookie"));
    response
}

/// `/language/fr/412-lakes`: keeps the choice, and on to the page.
pub(super) async fn language(
    State(site): State<Arc<Site>>,
    Path(to): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let tag = to.split('/').next().unwrap_or_default();
    let Some(tongue) = Tongue::of(tag) else {
        return problem(&site, &headers, uri.path(), Problem::NotFound);
    };
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut response = on_to(&addressed(&format!("/{to}{query}")));
    keep(&mut response, &site, "lang", tongue.tag());
    response
}

/// Where a choice was made.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Back {
    /// The address of the page.
    back: String,
}

/// `/theme/dark?back=/en/412-lakes`: keeps the choice, and back to the page.
pub(super) async fn theme(
    State(site): State<Arc<Site>>,
    Path(theme): Path<String>,
    back: Result<Query<Back>, QueryRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Some(theme) = ["auto", "light", "dark"].into_iter().find(|known| *known == theme) else {
        return problem(&site, &headers, uri.path(), Problem::NotFound);
    };
    let back = back.map(|Query(back)| back.back).unwrap_or_default();
    let is_ours = back.starts_with('/') && !back.starts_with("//");
    let mut response = on_to(&if is_ours { addressed(&back) } else { "/".to_owned() });
    keep(&mut response, &site, "theme", theme);
    response
}

/// `/theme.css`: what the script sets, for readers without scripts.
pub(super) async fn sheet(headers: HeaderMap) -> Response {
    let style = match cookie(&headers, "theme") {
        Some("dark") => ":root{color-scheme:dark}\n",
        Some("light") => ":root{color-scheme:light}\n",
        _ => "",
    };
    let answer =
        Answer::of(StatusCode::OK, "text/css; charset=utf-8", style.as_bytes().to_vec(), false);
    answer.send(&headers, None, Keep::Reader)
}

/// An address of this site that was passed along, fit for a header; none for what could lead to another site.
pub(crate) fn local(address: &str) -> Option<String> {
    let is_plain = !address.contains(|sign: char| sign == '\\' || sign.is_control());
    let is_ours = address.starts_with('/') && !address.starts_with("//") && is_plain;
    (is_ours && address.len() <= 2_000 && super::tongue_of(address).is_some())
        .then(|| addressed(address))
}

/// An address that may stand in a header: what is not plainly part of a path is escaped, so that neither another site
/// nor another header can be named.
fn addressed(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => address.push(char::from(byte)),
            b'/' | b'.' | b'-' | b'_' | b'~' | b'=' | b'&' | b'?' | b'+' | b'%' | b'#' => {
                address.push(char::from(byte));
            }
            byte => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

/// Sends the visitor on; another choice may lead elsewhere, so nobody keeps the answer.
pub(crate) fn on_to(address: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(address) = HeaderValue::from_str(address) {
        headers.insert(LOCATION, address);
    }
    response
}

fn keep(response: &mut Response, site: &Site, name: &str, value: &str) {
    let secure = if site.base.starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; Max-Age={KEPT}; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
}
