//! Private drafts: kept, looked at, shown to others, signed, and tabled with one request. What is done is done by
//! [`drafting`](crate::drafting), as from its pages.

mod kept;
mod people;
mod shape;
mod tabled;

use super::SENT;
use super::answer::kept_by_nobody as json;
use super::caller::Caller;
use super::precondition::tag;
use super::problem::{Fault, Problem};
use crate::acting::Acting;
use crate::drafting::Opened;
use crate::server::Server;
use axum::extract::DefaultBodyLimit;
use axum::http::header::ETAG;
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The addresses of private drafts, and of what became of them.
pub(super) fn router() -> OpenApiRouter<Server> {
    OpenApiRouter::new()
        .routes(routes!(kept::all))
        .routes(routes!(kept::begin))
        .routes(routes!(kept::one, kept::save, kept::remove))
        .routes(routes!(kept::look, kept::look_at))
        .routes(routes!(people::members))
        .routes(routes!(people::share))
        .routes(routes!(people::unshare))
        .routes(routes!(people::link, people::unlink))
        .routes(routes!(people::follow))
        .routes(routes!(people::sign, people::unsign))
        .routes(routes!(tabled::table))
        .routes(routes!(tabled::all))
        .routes(routes!(tabled::receipt))
        .layer(DefaultBodyLimit::max(SENT))
}

/// The draft of the number in an address, for whoever sees it.
async fn opened(caller: &Caller, who: Acting<'_>, id: &str) -> Result<Opened, Problem> {
    Opened::of(who, id).await.map_err(|denied| caller.problem(denied))
}

/// The same for whoever changes something by program.
async fn changed(caller: &Caller, who: Acting<'_>, id: &str) -> Result<Opened, Problem> {
    let opened = opened(caller, who, id).await?;
    caller.may_write(opened.draft.dossier)?;
    Ok(opened)
}

impl Caller {
    /// The version of a draft that a change was made on, as `If-Match` has its tag.
    fn version_of(&self, id: &str) -> Result<u64, Problem> {
        let tag = self.if_match()?.ok_or_else(|| self.problem(Fault::PreconditionMissing))?;
        let number = tag.strip_prefix(&format!("draft-{id}-")).and_then(|end| end.parse().ok());
        number.ok_or_else(|| self.problem(Fault::PreconditionFailed))
    }
}

/// The same with the tag of the draft in this version.
fn sealed(mut response: Response, (id, version): (i64, u64)) -> Response {
    if let Some(tag) = tag(&format!("draft-{id}-{version}")) {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}
