//! The page of a draft: written, looked at, saved, thrown away.

use super::content::{Content, LONGEST, LONGEST_NOTE};
use super::open::{self, Opened};
use super::table;
use crate::account::{Sent, Who};
use crate::pages::{Problem, drafting as pages};
use crate::site::{Answer, Keep, Refused, on_to};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use store::Error;
use words::Args;

/// What a form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    /// The button: `show` or `save`.
    #[serde(rename = "do")]
    button: String,
    /// The version that the page showed.
    version: String,
    text: String,
    note: String,
}

/// What was done before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    done: String,
    dropped: usize,
}

/// What a page shows beside the draft.
#[derive(Debug, Default)]
pub(super) struct Beside<'a> {
    pub(super) status: StatusCode,
    /// What was done.
    pub(super) done: &'a str,
    /// Why something was not.
    pub(super) wrong: &'a str,
    /// What another saved meanwhile.
    pub(super) meanwhile: Option<&'a Content>,
    /// A link that was made.
    pub(super) link: &'a str,
}

pub(super) async fn shown(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    if let Some(response) = table::earlier(&who, &id).await? {
        return Ok(response);
    }
    let opened = Opened::of(&who, &id).await?;
    let done = match asked.done.as_str() {
        done @ ("saved" | "signed" | "unsigned" | "shared" | "unshared" | "revoked") => {
            let args = Args::new().number("count", asked.dropped);
            let said = who.tongue.say(&format!("drafting-done-{done}"));
            match asked.dropped {
                0 => said,
                _ => format!("{said} {}", who.tongue.tell("drafting-dropped", &args)),
            }
        }
        _ => String::new(),
    };
    let beside = Beside { done: &done, ..Beside::default() };
    page(&who, &opened, &opened.content, &beside).await
}

/// The page with this content, saved or not.
pub(super) async fn page(
    who: &Who,
    opened: &Opened,
    content: &Content,
    beside: &Beside<'_>,
) -> Result<Response, Refused> {
    let shown = opened.shown(who, content).await?;
    let members = match opened.writes {
        true => open::members(who, opened.draft.dossier).await?,
        false => Vec::new(),
    };
    let page = pages::Page {
        opened,
        content,
        shown: &shown,
        names: &opened.names(who),
        members: &members,
        done: beside.done,
        wrong: beside.wrong,
        meanwhile: beside.meanwhile,
        link: beside.link,
    };
    let body = pages::draft(&page, who.tongue);
    let title = pages::title(opened, who.tongue);
    Ok(who.page(beside.status, &title, &opened.path(), &body))
}

/// The draft with what was typed; none where it is too long.
fn typed(opened: &Opened, form: &Written) -> Option<Content> {
    let text = form.text.replace("\r\n", "\n");
    let note = form.note.replace("\r\n", "\n");
    let fits = text.chars().count() <= LONGEST && note.chars().count() <= LONGEST_NOTE;
    let fits = fits && !text.contains('\0') && !note.contains('\0');
    fits.then(|| Content {
        text: if opened.content.what.has_text() { text } else { String::new() },
        note: note.trim().to_owned(),
        ..opened.content.clone()
    })
}

/// The piece of the page that says what a draft comes to, for a script.
pub(super) async fn piece(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Written>,
) -> Result<Response, Refused> {
    let opened = Opened::of(&who, &id).await?;
    let content = typed(&opened, &form).ok_or_else(|| who.problem(Problem::TooLarge))?;
    let shown = opened.shown(&who, &content).await?;
    let body = pages::shown(&opened.held, &shown, who.tongue).into_string().into_bytes();
    let answer = Answer::of(StatusCode::OK, "text/html; charset=utf-8", body, false);
    Ok(answer.send(who.headers(), None, Keep::Never))
}

pub(super) async fn saved(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Written>,
) -> Result<Response, Refused> {
    let opened = Opened::of(&who, &id).await?;
    let content = typed(&opened, &form).ok_or_else(|| who.problem(Problem::TooLarge))?;
    if form.button == "show" {
        return page(&who, &opened, &content, &Beside::default()).await;
    }
    if !opened.writes {
        return Err(who.problem(Problem::NotPermitted));
    }
    let version: u64 = form.version.parse().map_err(|_| who.problem(Problem::Unreadable))?;
    if content == opened.content && version == opened.draft.version {
        return Ok(on_to(&who.address(&format!("{}?done=saved", opened.path()))));
    }
    let (store, now) = (who.server().store(), who.server().now());
    match store.save_draft(opened.draft.id, version, &content.written(), &now).await {
        Ok(_) => {
            let dropped = opened.signers.len();
            let path = format!("{}?done=saved&dropped={dropped}", opened.path());
            Ok(on_to(&who.address(&path)))
        }
        Err(Error::Stale { .. }) => {
            // Both texts are shown: saving again is behind the other one, knowingly.
            let opened = Opened::of(&who, &id).await?;
            let wrong = who.tongue.say("drafting-meanwhile");
            let beside = Beside {
                status: StatusCode::CONFLICT,
                wrong: &wrong,
                meanwhile: Some(&opened.content),
                ..Beside::default()
            };
            page(&who, &opened, &content, &beside).await
        }
        Err(Error::NotFound(_)) => Err(who.problem(Problem::NotFound)),
        Err(error) => who.kept(Err(error)),
    }
}

/// The draft is thrown away by its owner.
pub(super) async fn removed(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Written>,
) -> Result<Response, Refused> {
    let opened = Opened::of(&who, &id).await?;
    if who.id() != Some(opened.draft.owner) {
        return Err(who.problem(Problem::NotPermitted));
    }
    let version: u64 = form.version.parse().map_err(|_| who.problem(Problem::Unreadable))?;
    match who.server().store().remove_draft(opened.draft.id, version).await {
        Ok(()) | Err(Error::NotFound(_)) => Ok(on_to(&who.address("/desk/drafts?done=removed"))),
        Err(Error::Stale { .. }) => {
            let wrong = who.tongue.say("drafting-stale");
            let status = StatusCode::CONFLICT;
            let beside = Beside { status, wrong: &wrong, ..Beside::default() };
            page(&who, &opened, &opened.content, &beside).await
        }
        Err(error) => who.kept(Err(error)),
    }
}
