//! What is sent, with what tells it from every other answer.

use super::caller::Caller;
use super::page::{self, Paged};
use super::problem::{Fault, Problem};
use crate::site::takes_gzip;
use crate::{Held, Tongue, compressed};
use axum::body::Body;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK, LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use procedure::log::Hash;
use serde::Serialize;

/// What an answer depends on beside its address.
#[derive(Clone, Debug)]
pub struct Stand(String);

impl Stand {
    /// A dossier behind its last event.
    pub fn of(held: &Held) -> Self {
        Self(format!("{}-{}", held.head.seq, held.head.hash))
    }

    /// Several of them.
    pub fn of_all<'a>(all: impl IntoIterator<Item = &'a Held>) -> Self {
        let heads: String =
            all.into_iter().map(|held| format!("{} {}\n", held.slug, held.head.hash)).collect();
        Self(format!("all-{}", Hash::of(heads.as_bytes())))
    }
}

impl Stand {
    /// The same told in a language.
    pub fn told(self, tongue: Tongue) -> Self {
        Self(format!("{} {}", self.0, tongue.tag()))
    }
}

/// A body, its media type, and what follows it in a list.
pub struct Made {
    kind: &'static str,
    body: Vec<u8>,
    next: Option<String>,
}

impl Made {
    /// Anything as JSON.
    ///
    /// # Errors
    /// What cannot be written, which nothing is.
    pub fn json(value: &impl Serialize) -> Result<Self, Fault> {
        let body = serde_json::to_vec(value).map_err(|_| Fault::Failed)?;
        Ok(Self { kind: "application/json", body, next: None })
    }

    /// A page of a list.
    ///
    /// # Errors
    /// As [`Made::json`].
    pub fn page<T: Serialize>(page: &Paged<T>) -> Result<Self, Fault> {
        Ok(Self { next: page.next.clone(), ..Self::json(page)? })
    }

    /// A file.
    pub fn file(kind: &'static str, body: Vec<u8>) -> Self {
        Self { kind, body, next: None }
    }
}

impl Caller {
    /// Answers with what is made, beside those who answer others; not at all where the caller has it already.
    ///
    /// # Errors
    /// What `make` refuses.
    pub async fn answer(
        &self,
        stand: Stand,
        make: impl FnOnce() -> Result<Made, Fault> + Send + 'static,
    ) -> Result<Response, Problem> {
        let tags = self.tags(&stand);
        let known = self.headers.get_all(IF_NONE_MATCH).iter();
        let known: Vec<&str> = known.filter_map(|value| value.to_str().ok()).collect();
        let is_known = |tag: &&String| {
            let mut all = known.iter().flat_map(|value| value.split(','));
            all.any(|one| one.trim() == "*" || one.trim().trim_start_matches("W/") == **tag)
        };
        if let Some(tag) = tags.iter().find(is_known) {
            return Ok(self.stamped(StatusCode::NOT_MODIFIED, tag, Body::empty()));
        }
        let made = self.server.site.worked(make).await;
        let made = made.map_err(|()| self.problem(Fault::Failed))?;
        let made = made.map_err(|fault| self.problem(fault))?;
        let wanted = takes_gzip(&self.headers);
        let packed = wanted.then(|| compressed::gzip(&made.body, false)).flatten();
        let [plain, small] = &tags;
        let mut response = match packed {
            Some(packed) => {
                let mut response = self.stamped(StatusCode::OK, small, Body::from(packed));
                let gzip = HeaderValue::from_static("gzip");
                response.headers_mut().insert(CONTENT_ENCODING, gzip);
                response
            }
            None => self.stamped(StatusCode::OK, plain, Body::from(made.body)),
        };
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(made.kind));
        if let Some(link) = made.next.and_then(|next| page::link(&self.uri, &next)) {
            headers.insert(LINK, link);
        }
        Ok(response)
    }

    /// What tells this answer from every other, as it is and compressed: strong, since the same dossier behind the same
    /// event gives the same bytes. That of a dossier begins with the number of its last event.
    fn tags(&self, stand: &Stand) -> [String; 2] {
        let (number, hash) = stand.0.split_once('-').unwrap_or(("", &stand.0));
        let accept = self.headers.get("accept").map(HeaderValue::as_bytes).unwrap_or_default();
        let mut all = format!("{hash} {} {} ", self.server.site.version, self.uri).into_bytes();
        all.extend(accept);
        if let Ok(signed) = self.signed() {
            let roles = signed.roles.iter().map(|role| format!("{role:?}"));
            all.extend(format!(" {} ", signed.account.id.0).bytes());
            all.extend(roles.collect::<String>().bytes());
            all.extend(signed.scopes().bytes());
        }
        let hash: String = Hash::of(&all).to_string().chars().take(32).collect();
        [format!("\"{number}-{hash}\""), format!("\"{number}-{hash}-gzip\"")]
    }

    fn stamped(&self, status: StatusCode, tag: &str, body: Body) -> Response {
        let mut response = Response::new(body);
        *response.status_mut() = status;
        stamp(response.headers_mut(), tag, self.is_signed());
        response
    }
}

/// What every answer to who reads bears.
fn stamp(headers: &mut HeaderMap, tag: &str, signed: bool) {
    let keep = if signed { "private, no-cache" } else { "public, no-cache" };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(VARY, HeaderValue::from_static("Accept, Accept-Encoding, Authorization"));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(ETAG, tag);
    }
}

/// Something that was made, and where it stands.
pub(super) fn created(what: &impl Serialize, place: &str) -> Response {
    let body = serde_json::to_string(what).unwrap_or_default();
    let headers = [("content-type", "application/json")];
    let mut response = (StatusCode::CREATED, headers, body).into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(place) = HeaderValue::from_str(place) {
        headers.insert(LOCATION, place);
    }
    response
}

/// JSON that nobody keeps.
pub(super) fn kept_by_nobody(what: &impl Serialize) -> Response {
    let body = serde_json::to_string(what).unwrap_or_default();
    let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")];
    (headers, body).into_response()
}
