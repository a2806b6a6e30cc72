//! The API: what the pages show and do, for programs, as JSON below `/api/v1`.
//!
//! ```text
//! token ─► Caller (account, roles, scopes) ─► may(act, dossier) ─► Held ─► shape ─► JSON, with its ETag
//!                                                             └─► Desk ─► recorded
//! ```
//!
//! What is read is made from what is [held](crate::held), as pages are: [`shape`] says how it looks. What is done goes through the
//! desk and the table of permissions, as from a page. Whatever is refused is told as a [`problem`]. The document at
//! `/api/v1/openapi.json` is made from these very types and handlers with utoipa, so that it cannot say anything else;
//! schemas that are published already, of events and dossiers, are put into it. docs/api.md is for whoever writes a
//! program.

mod answer;
mod bodies;
mod body;
mod caller;
mod document;
mod drafts;
mod own;
mod page;
mod people;
mod precondition;
pub mod problem;
mod read;
pub mod scope;
pub mod shape;
mod strict;
mod write;

pub use scope::Scope;

use crate::account::Rate;
use crate::account::limit::{self, Limit};
use crate::server::Server;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header::{
    ACCEPT, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK, RETRY_AFTER,
};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use problem::{Fault, Problem};
use store::AccountId;
use tower_http::cors::{Any, CorsLayer};
use utoipa_axum::router::OpenApiRouter;

/// The bytes of what is sent at most; a dossier that is brought in may have more.
const SENT: usize = 1 << 20;

/// How often programs may change something for one account; each process counts by itself.
pub(crate) struct Writes(Limit);

impl Writes {
    /// At this rate.
    pub(crate) fn at(rate: Rate) -> Self {
        Self(Limit::new(rate))
    }

    /// Counts a request, or says in how many seconds there may be another.
    pub(crate) fn take(&self, account: AccountId, now: u64) -> Result<(), u64> {
        self.0.take(limit::Who::Account(account.0.to_string()), now)
    }
}

impl Default for Writes {
    /// Two hundred at once and then one a second.
    fn default() -> Self {
        Self::at(Rate { burst: 200, every: 1 })
    }
}

/// All addresses of the API.
pub fn router(server: &Server) -> Router {
    let (router, document) = OpenApiRouter::with_openapi(document::frame())
        .merge(read::router())
        .merge(write::router())
        .merge(drafts::router())
        .merge(
            people::router()
                .merge(bodies::router())
                .merge(own::router())
                .layer(DefaultBodyLimit::max(SENT)),
        )
        .split_for_parts();
    let written = document::written(&document);
    // Pages of others may read what everybody may, and nothing else.
    let others = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET])
        .allow_headers([ACCEPT, ACCEPT_LANGUAGE, IF_NONE_MATCH])
        .expose_headers([ETAG, LINK, RETRY_AFTER]);
    router
        .route("/api/v1/openapi.json", get(move || told(written.clone())))
        .route("/api/{*rest}", any(nothing))
        .method_not_allowed_fallback(not_allowed)
        .layer(others)
        .with_state(server.clone())
}

async fn told(document: String) -> Response {
    let headers = [(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "public, no-cache")];
    let mut response = (headers, document).into_response();
    response.headers_mut().insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    response
}

async fn nothing(headers: HeaderMap) -> Problem {
    Fault::NotFound.told(caller::tongue(&headers))
}

async fn not_allowed(headers: HeaderMap) -> Problem {
    Fault::NotAllowed.told(caller::tongue(&headers))
}
