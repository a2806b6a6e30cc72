//! Changing something.

mod events;
mod import;
mod table;

pub(super) use events::Receipt;

use super::SENT;
use crate::server::Server;
use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The bytes of a dossier at most.
const DOSSIER: usize = 32 << 20;

/// The addresses at which something is changed.
pub(super) fn router() -> OpenApiRouter<Server> {
    let large =
        OpenApiRouter::new().routes(routes!(import::import)).layer(DefaultBodyLimit::max(DOSSIER));
    OpenApiRouter::new()
        .routes(routes!(events::record))
        .routes(routes!(table::table))
        .layer(DefaultBodyLimit::max(SENT))
        .merge(large)
}
