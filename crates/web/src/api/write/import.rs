//! Bringing a dossier in.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use super::events::created;
use crate::api::body::Json;
use crate::api::caller::Writer;
use crate::api::document::Writing;
use crate::api::problem::{Fault, Problem};
use crate::api::shape::{Dossier, DossierJson};
use crate::permission::Act;
use crate::{desk, held};
use axum::extract::Path;
use axum::response::Response;
use serde_json::Value;

/// Opens a log on a dossier, `hemicycle-dossier/1`, under this name. Its amendments are tabled, admitted and numbered; what a file
/// records of decisions is left out, since the log's word counts. A name that is taken is 409.
#[utoipa::path(put, path = "/api/v1/dossiers/{slug}", operation_id = "import", tag = "write",
    params(("slug" = String, Path, description = "1 to 80 small letters, figures and hyphens")),
    request_body = DossierJson,
    responses((status = 201, body = Dossier), Writing), security(("token" = [])))]
pub(super) async fn import(
    Writer(caller): Writer,
    Path(slug): Path<String>,
    Json { bytes, .. }: Json<Value>,
) -> Result<Response, Problem> {
    caller.may(Act::Import, None)?;
    // What was read as JSON is UTF-8.
    let text = move || engine::json::read(&String::from_utf8_lossy(&bytes));
    let read = caller.server.site.worked(text).await;
    let read = read.map_err(|()| caller.problem(Fault::Failed))?;
    let dossier = read.map_err(|error| {
        let place = match &error {
            engine::json::Error::Shape { path, .. } => path.clone(),
            _ => String::new(),
        };
        caller.problem(Fault::Shape { place, why: error.to_string() })
    })?;
    let actor = &caller.signed()?.account.name;
    caller.server.desk.open(&slug, &dossier, actor).await.map_err(|error| match error {
        desk::Error::Fault(held::Fault::Rules { .. }) => {
            caller.problem(Fault::Shape { place: "$.rules".to_owned(), why: error.to_string() })
        }
        error => caller.problem(error),
    })?;
    let (held, _) = caller.held(&slug)?;
    let made = Dossier::of(&held, &caller.server.site.base);
    Ok(created(&made, &format!("/api/v1/dossiers/{slug}")))
}
