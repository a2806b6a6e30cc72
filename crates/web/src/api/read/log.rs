//! The whole log of a dossier, line by line as it is kept.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use crate::api::body::Asked;
use crate::api::caller::Caller;
use crate::api::document::Reading;
use crate::api::problem::{Fault, Problem};
use crate::permission::Act;
use axum::body::Body;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use futures_util::stream;
use procedure::event::Seq;
use serde::Deserialize;
use std::io;
use store::{DossierId, Store};
use utoipa::IntoParams;

/// Lines that are read at one time.
const LINES: u32 = 1_000;

/// From where on.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct Behind {
    /// The number of the last line that one has; from the first on where it is not said.
    #[param(required = false, minimum = 0)]
    after: Option<i64>,
}

/// The whole log as it is kept, a line for each event: `hemicycle log verify` reads it. The `ETag` has the number and the hash of the last
/// line. Drafts that were begun in the log and every signature are in it: it is for whoever may see the log, with the scope `read`.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/log", operation_id = "log", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"), Behind),
    responses((status = 200, body = String, content_type = "application/x-ndjson"), Reading), security(("token" = [])))]
pub(super) async fn whole(
    caller: Caller,
    Path(slug): Path<String>,
    Asked(asked): Asked<Behind>,
) -> Result<Response, Problem> {
    caller.signed()?;
    let (_, id) = caller.held(&slug)?;
    caller.may(Act::SeeLog, Some(id))?;
    let after = Seq::try_from(asked.after.unwrap_or(0));
    let after = after.map_err(|_| caller.query("after", "the number of a line"))?;
    let head = caller.server.store().head(id).await;
    let head = head.map_err(|error| caller.problem(error))?;
    let part = if after == 0 { String::new() } else { format!("-after-{after}") };
    let tag = format!("\"{}-{}{part}\"", head.seq, head.hash);
    let known = caller.headers.get(IF_NONE_MATCH).is_some_and(|known| known == tag.as_str());
    let (status, body) = match known {
        true => (StatusCode::NOT_MODIFIED, Body::empty()),
        false => (StatusCode::OK, lines(caller.server.store().clone(), id, after, head.seq)),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    let tag = HeaderValue::from_str(&tag).map_err(|_| caller.problem(Fault::Failed))?;
    headers.insert(ETAG, tag);
    if !known {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-ndjson"));
    }
    Ok(response)
}

/// The lines behind one up to another, read as they are sent: a log may be longer than memory. What cannot be read breaks the connection
/// off, so that nobody takes a part for the whole.
fn lines(store: Store, id: DossierId, after: Seq, to: Seq) -> Body {
    Body::from_stream(stream::try_unfold(after, move |after| {
        let store = store.clone();
        async move {
            let left = u32::try_from(to.saturating_sub(after)).unwrap_or(LINES).min(LINES);
            if left == 0 {
                return Ok(None);
            }
            let read = store.lines(id, after, left).await.map_err(io::Error::other)?;
            let count = Seq::try_from(read.len()).map_err(io::Error::other)?;
            if count == 0 {
                return Err(io::Error::other("the log is shorter than its head says"));
            }
            let mut text = read.join("\n");
            text.push('\n');
            Ok(Some((text, after.saturating_add(count))))
        }
    }))
}
