//! Members sign a draft as it stands, and take their signature back.

use super::draft::{self, Beside};
use super::open::Opened;
use crate::account::{Sent, Who};
use crate::pages::Problem;
use crate::permission::Act;
use crate::site::{Refused, on_to};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use store::Error;

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

pub(super) async fn signed(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Form>,
) -> Result<Response, Refused> {
    let opened = Opened::of(&who, &id).await?;
    let (account, draft) = (who.signed()?.account.id, &opened.draft);
    let (store, now) = (who.server().store(), who.server().now());
    let back = |done: &str| on_to(&who.address(&format!("{}?done={done}", opened.path())));
    if form.button == "unsign" {
        who.may(Act::WithdrawSignature, Some(draft.dossier))?;
        who.kept(store.unsign_draft(draft.id, account).await)?;
        return Ok(back("unsigned"));
    }
    who.may(Act::Sign, Some(draft.dossier))?;
    let version: u64 = form.version.parse().map_err(|_| who.problem(Problem::Unreadable))?;
    match store.sign_draft(draft.id, account, version, &now).await {
        Ok(()) => Ok(back("signed")),
        Err(Error::NotFound(_)) => Err(who.problem(Problem::NotFound)),
        Err(Error::Stale { .. }) => {
            let opened = Opened::of(&who, &id).await?;
            let wrong = who.tongue.say("drafting-stale");
            let status = StatusCode::CONFLICT;
            let beside = Beside { status, wrong: &wrong, ..Beside::default() };
            draft::page(&who, &opened, &opened.content, &beside).await
        }
        Err(error) => who.kept(Err(error)),
    }
}
