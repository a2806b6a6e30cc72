//! The sitting, and the text that comes of it.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use crate::api::answer::{Made, Stand};
use crate::api::caller::Caller;
use crate::api::document::Reading;
use crate::api::problem::{Fault, Problem};
use crate::api::shape::{AdoptedJson, Sitting};
use crate::{Held, Tongue, files};
use axum::extract::Path;
use axum::response::Response;
use engine::report;

type Answered = Result<Response, Problem>;

/// What is before the assembly, and what comes next.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/sitting", operation_id = "sitting", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes")),
    responses((status = 200, body = Sitting), Reading), security((), ("token" = [])))]
pub(super) async fn sitting(caller: Caller, Path(slug): Path<String>) -> Answered {
    let (held, _) = caller.held(&slug)?;
    let stand = Stand::of(&held);
    caller.answer(stand, move || Made::json(&Sitting::of(&held))).await
}

/// The adopted text as it is published, `hemicycle-adopted/1`; `not-adopted` until the assembly has voted on a text.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/adopted", operation_id = "adopted", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes")),
    responses((status = 200, body = AdoptedJson), Reading), security((), ("token" = [])))]
pub(super) async fn adopted(caller: Caller, Path(slug): Path<String>) -> Answered {
    let (held, _) = caller.held(&slug)?;
    let stand = Stand::of(&held);
    let make = move || {
        let what = (files::Paper::Adopted, files::Kind::Json);
        match files::write(&held, what, Tongue::En, None) {
            Ok(written) => Ok(Made::file("application/json", written.bytes)),
            Err(files::Failure::None) => Err(Fault::NotAdopted),
            Err(files::Failure::Writer(_)) => Err(Fault::Failed),
        }
    };
    caller.answer(stand, make).await
}

/// The text with what was adopted so far, in the same form.
#[utoipa::path(get, path = "/api/v1/dossiers/{slug}/amended", operation_id = "amended", tag = "read",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes")),
    responses((status = 200, body = AdoptedJson), Reading), security((), ("token" = [])))]
pub(super) async fn amended(caller: Caller, Path(slug): Path<String>) -> Answered {
    let (held, _) = caller.held(&slug)?;
    let stand = Stand::of(&held);
    caller.answer(stand, move || so_far(&held)).await
}

fn so_far(held: &Held) -> Result<Made, Fault> {
    let text = held.sitting.text().map_err(|_| Fault::NotAdopted)?;
    Made::json(&report::adopted(&held.sitting.state, &text))
}
