//! What is sent: a body in two codings, and for how long it may be kept.

use crate::compressed;
use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;

/// Something that was made and can be sent.
#[derive(Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    kind: &'static str,
    body: Bytes,
    gzip: Option<Bytes>,
    /// The name under which it is to be saved.
    name: Option<String>,
}

/// For how long something may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    /// By anybody, who asks each time whether it is still so.
    Asking,
    /// By anybody for a day: what it shows does not change, only what stands around it.
    Day,
    /// By anybody for ever.
    Ever,
    /// By nobody.
    Never,
    /// By the reader alone, who asks each time.
    Reader,
}

impl Keep {
    fn word(self) -> &'static str {
        match self {
            Self::Asking => "public, no-cache",
            Self::Day => "public, max-age=86400",
            Self::Ever => "public, max-age=31536000, immutable",
            Self::Never => "no-store",
            Self::Reader => "private, no-cache",
        }
    }
}

impl Answer {
    /// A page; `kept` where it is made once for many.
    pub(crate) fn page(markup: maud::Markup, kept: bool) -> Self {
        Self::of(
            StatusCode::OK,
            "text/html; charset=utf-8",
            markup.into_string().into_bytes(),
            kept,
        )
    }

    /// Anything.
    pub(crate) fn of(status: StatusCode, kind: &'static str, body: Vec<u8>, kept: bool) -> Self {
        let packs = !["font/", "application/vnd.", "application/pdf", "application/zip"]
            .iter()
            .any(|packed| kind.starts_with(packed));
        let gzip = packs.then(|| compressed::gzip(&body, kept)).flatten();
        Self { status, kind, body: body.into(), gzip: gzip.map(Bytes::from), name: None }
    }

    /// Whether it is what was asked for.
    pub(crate) fn is_good(&self) -> bool {
        self.status == StatusCode::OK
    }

    /// The same to be saved under a name.
    pub(crate) fn saved_as(self, name: String) -> Self {
        Self { name: Some(name), ..self }
    }

    /// As a response to a request with these headers.
    pub(crate) fn send(&self, asked: &HeaderMap, tag: Option<&str>, keep: Keep) -> Response {
        let packed = self.gzip.as_ref().filter(|_| takes_gzip(asked));
        let mut response = Response::new(Body::from(packed.unwrap_or(&self.body).clone()));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.kind));
        if packed.is_some() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        let name = self.name.as_ref().map(|name| format!("attachment; filename=\"{name}\""));
        if let Some(name) = name.and_then(|name| HeaderValue::from_str(&name).ok()) {
            headers.insert(CONTENT_DISPOSITION, name);
        }
        stamp(headers, tag, keep);
        response
    }
}

/// The answer to a reader who has the same already; none where they have not.
pub(crate) fn unchanged(asked: &HeaderMap, tag: &str, keep: Keep) -> Option<Response> {
    let known = asked.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let weak = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let mut known = known.flat_map(|value| value.split(','));
    let same = known.any(|one| one.trim() == "*" || weak(one) == weak(tag));
    same.then(|| {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        stamp(response.headers_mut(), Some(tag), keep);
        response
    })
}

fn stamp(headers: &mut HeaderMap, tag: Option<&str>, keep: Keep) {
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(keep.word()));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(tag) = tag.and_then(|tag| HeaderValue::from_str(tag).ok()) {
        headers.insert(ETAG, tag);
    }
}

/// Whether a client takes gzip.
pub(crate) fn takes_gzip(asked: &HeaderMap) -> bool {
    let accepted = asked.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    accepted.is_some_and(compressed::accepts)
}
