//! Bringing a dossier in: any file that is read by hand, too, and findings told with their places.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use crate::api::answer::created;
use crate::api::body::{self, Asked};
use crate::api::caller::{Caller, Writer};
use crate::api::document::Writing;
use crate::api::problem::{Fault, Problem};
use crate::api::shape::{Dossier, DossierJson};
use crate::pages;
use crate::permission::Act;
use crate::table_office::import::{self, Unopened};
use crate::table_office::reading::{self, Unread};
use crate::table_office::{Fields, Given, ImportForm, LARGEST};
use crate::{desk, held};
use axum::body::Bytes;
use axum::extract::{FromRequest, Path, Request};
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use serde::Deserialize;
use serde::de::IgnoredAny;
use utoipa::{IntoParams, ToSchema};

/// How a dossier is brought in.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct Bringing {
    /// The rules under which it is opened, "pace/2024"; those that the file names where it is not said.
    #[param(required = false)]
    rules: Option<String>,
    /// `confirms` of the problem that told of warnings: the same file is taken with them.
    #[param(required = false)]
    confirmed: Option<String>,
}

/// A form with files, one for each language.
#[derive(ToSchema)]
#[schema(as = DossierFiles)]
#[allow(dead_code, reason = "it is read part by part")]
struct Files {
    /// A file, named so that its end tells its format, "lakes-en.txt".
    #[schema(value_type = Vec<String>, format = Binary)]
    file: Vec<Vec<u8>>,
    /// Until when amendments are tabled, in universal time, "2031-10-14T12:00".
    deadline: Option<String>,
    /// The same of sub-amendments.
    #[serde(rename = "sub-deadline")]
    sub_deadline: Option<String>,
}

/// Opens a log on a dossier under this name: on a file of any format that the site reads, which `Content-Type` names, or on several,
/// one for each language, as the parts of a form with files. Its amendments are tabled, admitted and numbered; what a file records of
/// decisions is left out, since the log's word counts. Where there are errors, or warnings that were not confirmed, nothing is kept: 422,
/// `findings`, each with its place. A name that is taken is 409.
#[utoipa::path(put, path = "/api/v1/dossiers/{slug}", operation_id = "import", tag = "write",
    params(("slug" = String, Path, description = "1 to 80 small letters, figures and hyphens"), Bringing),
    request_body(content(
        (DossierJson = "application/json"), (Files = "multipart/form-data"), (String = "text/plain"), (String = "application/akn+xml"), (String = "application/xml"),
        (String = "text/html"), (Vec<u8> = "application/pdf"), (Vec<u8> = "application/vnd.oasis.opendocument.text"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))),
    responses((status = 201, body = Dossier), Writing), security(("token" = [])))]
pub(super) async fn import(
    Writer(caller): Writer,
    Path(slug): Path<String>,
    Asked(asked): Asked<Bringing>,
    request: Request,
) -> Result<Response, Problem> {
    caller.may(Act::Import, None)?;
    let rules = asked.rules.unwrap_or_default();
    if !rules.is_empty() && import::rules_of(&rules).is_none() {
        return Err(caller.query("rules", "a profile and an edition, \"pace/2024\""));
    }
    let mut form = received(&caller, request).await?;
    // What stands in the address counts.
    let said =
        [("slug", slug), ("rules", rules), ("confirmed", asked.confirmed.unwrap_or_default())];
    let said = said.into_iter().filter(|(_, value)| !value.is_empty());
    let said = said.map(|(name, value)| (name.to_owned(), value));
    form.fields = Fields(said.chain(form.fields.0).collect());
    let opened = import::open(caller.acting()?, &form).await;
    let slug = opened.map_err(|unopened| refused(&caller, unopened))?;
    let (held, _) = caller.held(&slug)?;
    let made = Dossier::of(&held, &caller.server.site.base);
    Ok(created(&made, &format!("/api/v1/dossiers/{slug}")))
}

/// The file, or the files of a form.
async fn received(caller: &Caller, request: Request) -> Result<ImportForm, Problem> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_owned();
    if media.eq_ignore_ascii_case("multipart/form-data") {
        let received = import::received(request, caller.tongue).await;
        return received.map_err(|problem| {
            caller.problem(match problem {
                pages::Problem::TooLarge => Fault::TooLarge,
                _ => Fault::Unreadable,
            })
        });
    }
    let end = reading::end_of(&media).ok_or_else(|| caller.problem(Fault::FileType))?;
    let bytes = Bytes::from_request(request, &()).await;
    let bytes = bytes.map_err(|rejection| caller.problem(body::cut_off(rejection)))?;
    if end == "json" {
        body::read::<IgnoredAny>(&bytes).map_err(|fault| caller.problem(fault))?;
    } else if bytes.len() > LARGEST {
        return Err(caller.problem(Fault::TooLarge));
    }
    let name = format!("{}.{end}", caller.tongue.say("api-file"));
    Ok(ImportForm { fields: Fields::default(), given: vec![Given { name, bytes: bytes.to_vec() }] })
}

/// Why it was not opened, for programs.
fn refused(caller: &Caller, unopened: Unopened) -> Problem {
    let tongue = caller.tongue;
    caller.problem(match unopened {
        Unopened::Field(place, message) => Fault::unfit("field", place, tongue.say(message)),
        Unopened::Unread(Unread::File { why, place, .. }) => Fault::Shape { place, why },
        Unopened::Unread(unread) => Fault::unfit("unread", "", unread.told(tongue)),
        Unopened::Found(judged) => Fault::Found(Box::new(judged)),
        Unopened::Desk(error, _) => match *error {
            desk::Error::Fault(held::Fault::Rules { .. }) => {
                Fault::Shape { place: "$.rules".to_owned(), why: error.to_string() }
            }
            error => error.into(),
        },
        Unopened::Failed => Fault::Failed,
    })
}
