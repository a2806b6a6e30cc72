//! Members sign a draft as it stands, and take their signature back.

use super::draft::{self, Beside};
use super::open::Opened;
use crate::account::{Sent, Who};
use crate::acting::{Acting, Denied};
use crate::pages::Problem;
use crate::permission::Act;
use crate::site::{Refused, on_to};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// What a form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    /// `sign` or `unsign`.
    #[serde(rename = "do")]
    button: String,
    /// The version that the page showed: what was read is what is signed.
    version: String,
}

/// A member signs the draft as this version has it: what was read is what is signed.
///
/// # Errors
/// [`Denied::Stale`] where another is kept by now.
pub(crate) async fn sign(who: Acting<'_>, opened: &Opened, version: u64) -> Result<(), Denied> {
    who.may(Act::Sign, opened.draft.dossier)?;
    Ok(who.store().sign_draft(opened.draft.id, who.id(), version, &who.now()).await?)
}

/// A member takes their signature back; one that is not there is no fault.
///
/// # Errors
/// That they may not, and what the store says.
pub(crate) async fn unsign(who: Acting<'_>, opened: &Opened) -> Result<(), Denied> {
    who.may(Act::WithdrawSignature, opened.draft.dossier)?;
    who.store().unsign_draft(opened.draft.id, who.id()).await?;
    Ok(())
}

pub(super) async fn signed(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Form>,
) -> Result<Response, Refused> {
    let acting = who.acting()?;
    let opened = who.done(Opened::of(acting, &id).await)?;
    let back = |done: &str| on_to(&who.address(&format!("{}?done={done}", opened.path())));
    if form.button == "unsign" {
        who.done(unsign(acting, &opened).await)?;
        return Ok(back("unsigned"));
    }
    let version: u64 = form.version.parse().map_err(|_| who.problem(Problem::Unreadable))?;
    match sign(acting, &opened, version).await {
        Ok(()) => Ok(back("signed")),
        Err(Denied::Stale) => {
            let opened = who.done(Opened::of(acting, &id).await)?;
            let wrong = who.tongue.say("drafting-stale");
            let status = StatusCode::CONFLICT;
            let beside = Beside { status, wrong: &wrong, ..Beside::default() };
            draft::page(&who, &opened, &opened.content, &beside).await
        }
        Err(denied) => who.done(Err(denied)),
    }
}
