//! What a program sends.

use super::caller::tongue;
use super::problem::{Fault, Problem};
use super::strict::Strict;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::IntoResponse;
use serde::Deserialize;

/// JSON, as it was sent and as it was read.
pub struct Json<T> {
    /// What it says.
    pub value: T,
    /// Its bytes.
    pub bytes: Bytes,
}

/// What stands behind the question mark.
pub struct Asked<T>(pub T);

impl<S: Send + Sync, T: for<'d> Deserialize<'d>> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let tongue = tongue(request.headers());
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !kind.is_some_and(is_json) {
            return Err(Fault::MediaType.told(tongue));
        }
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|rejection| cut_off(rejection).told(tongue))?;
        let value = read(&bytes).map_err(|fault| fault.told(tongue))?;
        Ok(Self { value, bytes })
    }
}

/// Why the bytes of a request were not taken.
pub(super) fn cut_off(rejection: impl IntoResponse) -> Fault {
    match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLarge,
        _ => Fault::Unreadable,
    }
}

fn is_json(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

/// Reads JSON, and says where it is of another shape; a list is no object.
pub(super) fn read<T: for<'d> Deserialize<'d>>(bytes: &[u8]) -> Result<T, Fault> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(Strict(&mut deserializer)).map_err(|error| {
        let place = error.path().to_string();
        let error = error.into_inner();
        let why = error.to_string();
        // The parser takes a list in the place of an event for no JSON at all.
        let is_json = || serde_json::from_slice::<serde_json::Value>(bytes).is_ok();
        match error.is_data() || is_json() {
            true => Fault::Shape { place: if place == "." { String::new() } else { place }, why },
            false => Fault::Syntax { why },
        }
    })?;
    deserializer.end().map_err(|error| Fault::Syntax { why: error.to_string() })?;
    Ok(read)
}

impl<S: Sync, T: for<'d> Deserialize<'d>> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let asked = Query::<T>::try_from_uri(&parts.uri);
        asked.map(|Query(asked)| Self(asked)).map_err(|rejection| {
            let why = rejection.to_string();
            Fault::Query { place: "query".to_owned(), why }.told(tongue(&parts.headers))
        })
    }
}
