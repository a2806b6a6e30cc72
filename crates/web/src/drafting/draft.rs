//! The page of a draft: written, looked at, saved, thrown away.

use super::content::{Content, LONGEST, LONGEST_NOTE};
use super::open::{self, Opened};
use super::table;
use crate::account::{Sent, Who};
use crate::acting::{Acting, Denied};
use crate::pages::{Problem, drafting as pages};
use crate::site::{Answer, Keep, Refused, on_to};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
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
    /// Whether it is too late to table it, and it may be left with the table office.
    pub(super) late: bool,
}

pub(super) async fn shown(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    if let Some(response) = table::received_before(&who, &id).await? {
        return Ok(response);
    }
    let opened = who.done(Opened::of(who.acting()?, &id).await)?;
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
    let acting = who.acting()?;
    let shown = who.done(opened.shown(acting, content).await)?;
    let members = match opened.writes {
        true => who.done(open::members(acting, opened.draft.dossier).await)?,
        false => Vec::new(),
    };
    let page = pages::Page {
        opened,
        content,
        shown: &shown,
        names: &opened.names(acting),
        members: &members,
        done: beside.done,
        wrong: beside.wrong,
        meanwhile: beside.meanwhile,
        link: beside.link,
        late: beside.late,
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

/// Saves the draft where it still is at this version; its new one. Signatures were to the text before, and are gone; where nothing is
/// changed they stay, and so does the version.
///
/// # Errors
/// [`Denied::Stale`] where somebody saved it meanwhile.
pub(crate) async fn save(
    who: Acting<'_>,
    opened: &Opened,
    content: &Content,
    version: u64,
) -> Result<u64, Denied> {
    opened.written()?;
    if *content == opened.content && version == opened.draft.version {
        return Ok(version);
    }
    let (store, now) = (who.store(), who.now());
    Ok(store.save_draft(opened.draft.id, version, &content.written(), &now).await?)
}

/// Throws the draft away, which its owner alone does; one that is gone already is no fault.
///
/// # Errors
/// [`Denied::Stale`] where somebody saved it meanwhile.
pub(crate) async fn remove(who: Acting<'_>, opened: &Opened, version: u64) -> Result<(), Denied> {
    if who.id() != opened.draft.owner {
        return Err(Denied::NotOwn);
    }
    match who.store().remove_draft(opened.draft.id, version).await {
        Err(store::Error::NotFound(_)) => Ok(()),
        removed => Ok(removed?),
    }
}

/// The piece of the page that says what a draft comes to, for a script.
pub(super) async fn piece(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Written>,
) -> Result<Response, Refused> {
    let acting = who.acting()?;
    let opened = who.done(Opened::of(acting, &id).await)?;
    let content = typed(&opened, &form).ok_or_else(|| who.problem(Problem::TooLarge))?;
    let shown = who.done(opened.shown(acting, &content).await)?;
    let body = pages::shown(&opened.held, &shown, who.tongue).into_string().into_bytes();
    let answer = Answer::of(StatusCode::OK, "text/html; charset=utf-8", body, false);
    Ok(answer.send(who.headers(), None, Keep::Never))
}

pub(super) async fn saved(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Written>,
) -> Result<Response, Refused> {
    let acting = who.acting()?;
    let opened = who.done(Opened::of(acting, &id).await)?;
    let content = typed(&opened, &form).ok_or_else(|| who.problem(Problem::TooLarge))?;
    if form.button == "show" {
        return page(&who, &opened, &content, &Beside::default()).await;
    }
    let version: u64 = form.version.parse().map_err(|_| who.problem(Problem::Unreadable))?;
    match save(acting, &opened, &content, version).await {
        Ok(kept) if kept == version => {
            Ok(on_to(&who.address(&format!("{}?done=saved", opened.path()))))
        }
        Ok(_) => {
            let dropped = opened.signers.len();
            let path = format!("{}?done=saved&dropped={dropped}", opened.path());
            Ok(on_to(&who.address(&path)))
        }
        Err(Denied::Stale) => {
            // Both texts are shown: saving again is behind the other one, knowingly.
            let opened = who.done(Opened::of(acting, &id).await)?;
            let wrong = who.tongue.say("drafting-meanwhile");
            let beside = Beside {
                status: StatusCode::CONFLICT,
                wrong: &wrong,
                meanwhile: Some(&opened.content),
                ..Beside::default()
            };
            page(&who, &opened, &content, &beside).await
        }
        Err(denied) => who.done(Err(denied)),
    }
}

/// The draft is thrown away by its owner.
pub(super) async fn removed(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Written>,
) -> Result<Response, Refused> {
    let acting = who.acting()?;
    let opened = who.done(Opened::of(acting, &id).await)?;
    let version: u64 = form.version.parse().map_err(|_| who.problem(Problem::Unreadable))?;
    match remove(acting, &opened, version).await {
        Ok(()) => Ok(on_to(&who.address("/desk/drafts?done=removed"))),
        Err(Denied::Stale) => {
            let wrong = who.tongue.say("drafting-stale");
            let status = StatusCode::CONFLICT;
            let beside = Beside { status, wrong: &wrong, ..Beside::default() };
            page(&who, &opened, &opened.content, &beside).await
        }
        Err(denied) => who.done(Err(denied)),
    }
}
