//! Reading.

mod amendments;
mod document;
mod dossiers;
mod log;
mod sitting;

use crate::server::Server;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The addresses of what can be read.
pub(super) fn router() -> OpenApiRouter<Server> {
    OpenApiRouter::new()
        .routes(routes!(dossiers::all))
        .routes(routes!(dossiers::one))
        .routes(routes!(document::whole))
        .routes(routes!(dossiers::draft))
        .routes(routes!(amendments::all))
        .routes(routes!(amendments::one))
        .routes(routes!(amendments::order))
        .routes(routes!(amendments::relations))
        .routes(routes!(amendments::inbox))
        .routes(routes!(dossiers::events))
        .routes(routes!(dossiers::versions))
        .routes(routes!(log::whole))
        .routes(routes!(sitting::sitting))
        .routes(routes!(sitting::adopted))
        .routes(routes!(sitting::amended))
}
