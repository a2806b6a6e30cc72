//! Beginning: from a paragraph of the public page, or from an amendment, to a private draft.

use super::content::{self, Content, What};
use super::open;
use crate::account::{Sent, Who};
use crate::acting::{Acting, Denied};
use crate::pages::{Problem, drafting as pages};
use crate::permission::Act;
use crate::site::{Refused, on_to};
use crate::{Held, Tongue};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use procedure::event::Id;
use serde::Deserialize;
use std::sync::Arc;
use store::{AccountId, DossierId, DraftId, Error};
use text::Lang;

/// Drafts of one owner at most.
const MOST: usize = 1_000;

/// What a page was asked for, or a form sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// The paragraph, as the public page calls it in its addresses.
    at: String,
    /// The amendment that is to be changed, as the log calls it or as its address does.
    to: String,
    /// What is done.
    what: String,
    /// The language in which it is written.
    lang: String,
    /// The member for whom staff write it.
    member: String,
}

pub(super) async fn shown(
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refused> {
    let (held, dossier) = allowed(&who, &slug)?;
    page(&who, &held, dossier, StatusCode::OK, &asked, "").await
}

fn allowed(who: &Who, slug: &str) -> Result<(Arc<Held>, DossierId), Refused> {
    let server = who.server();
    let held = server.site.get(slug).zip(server.desk.id(slug));
    let (held, id) = held.ok_or_else(|| who.problem(Problem::NotFound))?;
    who.may(Act::Draft, Some(id))?;
    Ok((held, id))
}

/// The language in which somebody writes: the one asked for, or theirs, or the dossier's first.
fn language(held: &Held, asked: &str, tongue: Tongue) -> Lang {
    let versions = &held.sitting.state.dossier.versions;
    let asked = versions.iter().find(|version| version.lang.tag() == asked);
    asked.map_or_else(|| held.language(tongue), |version| version.lang)
}

/// The amendment that is to be changed.
fn parent(held: &Held, to: &str) -> Option<usize> {
    let at = held.listed().at(to).or_else(|| held.sitting.course.position(&Id(to.to_owned())))?;
    let record = held.sitting.course.record(at)?;
    let open = record.is_open() && record.parent.is_none();
    (open && held.listed().address(at).is_some()).then_some(at)
}

async fn page(
    who: &Who,
    held: &Held,
    dossier: DossierId,
    status: StatusCode,
    asked: &Asked,
    wrong: &str,
) -> Result<Response, Refused> {
    let lang = language(held, &asked.lang, who.tongue);
    let acting = who.acting()?;
    let named = writes_for_others(acting, dossier);
    let members = match named {
        false => Vec::new(),
        true => who.done(open::members(acting, dossier).await)?,
    };
    let begin = pages::Begin {
        at: &asked.at,
        place: content::place(held, &asked.at, lang),
        to: (!asked.to.is_empty()).then(|| parent(held, &asked.to)).flatten(),
        lang,
        member: named.then_some(&asked.member),
        members: &members,
        wrong,
    };
    if !asked.at.is_empty() && begin.place.is_none() || !asked.to.is_empty() && begin.to.is_none() {
        return Err(who.problem(Problem::NotFound));
    }
    let body = pages::begin(held, &begin, who.tongue);
    let query = match (&asked.at, &asked.to) {
        (at, _) if begin.place.is_some() => format!("?at={at}"),
        (_, to) if begin.to.is_some() => format!("?to={to}"),
        _ => String::new(),
    };
    let path = format!("/desk/draft/{}{query}", held.slug);
    Ok(who.page(status, &who.tongue.say("drafting-begin"), &path, &body))
}

/// Whether they write for a member, who must be named: they sign nothing themselves, and table it for no committee.
fn writes_for_others(who: Acting<'_>, dossier: DossierId) -> bool {
    !who.can(Act::Sign, Some(dossier)) && !who.can(Act::TableForCommittee, Some(dossier))
}

/// Why no draft was begun.
#[derive(Debug)]
pub(crate) enum Unbegun {
    /// Whoever asks may not, or it could not be kept.
    Denied(Denied),
    /// No member, or none who may sign, is named for whom it is written.
    NoMember,
    /// They have as many as one may.
    TooMany,
}

impl From<Denied> for Unbegun {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<Error> for Unbegun {
    fn from(error: Error) -> Self {
        Self::Denied(error.into())
    }
}

/// Keeps a new draft. Who signs and tables for nobody names a member for whom it is written, who sees it; for all others it is
/// written for themselves.
///
/// # Errors
/// [`Unbegun`].
pub(crate) async fn add(
    who: Acting<'_>,
    dossier: DossierId,
    content: Content,
) -> Result<(DraftId, Content), Unbegun> {
    who.may(Act::Draft, dossier)?;
    let mut member = None;
    if writes_for_others(who, dossier) {
        let members = open::members(who, dossier).await?;
        let known = |id: &AccountId| members.iter().any(|(account, _)| account == id);
        member = content.member.map(AccountId).filter(known);
        member.ok_or(Unbegun::NoMember)?;
    }
    let content = Content { member: member.map(|AccountId(id)| id), ..content };
    let (owner, store) = (who.id(), who.store());
    if store.drafts_of(owner).await?.len() >= MOST {
        return Err(Unbegun::TooMany);
    }
    let id = store.add_draft(owner, dossier, &content.written(), &who.now()).await?;
    if let Some(member) = member {
        store.share_draft(id, member, true).await?;
    }
    Ok((id, content))
}

pub(super) async fn begun(
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Sent(asked): Sent<Asked>,
) -> Result<Response, Refused> {
    let (held, dossier) = allowed(&who, &slug)?;
    let refuse = |wrong: &'static str| {
        let (who, held, asked) = (&who, &held, &asked);
        async move {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page(who, held, dossier, status, asked, &who.tongue.say(wrong)).await
        }
    };
    let Some(content) = content(&held, &asked, who.tongue) else {
        return refuse("drafting-no-place").await;
    };
    let acting = who.acting()?;
    let mut member = None;
    if writes_for_others(acting, dossier) {
        let members = who.done(open::members(acting, dossier).await)?;
        member = open::called(&members, &asked.member).map(|AccountId(id)| id);
    }
    match add(acting, dossier, Content { member, ..content }).await {
        Ok((id, _)) => Ok(on_to(&who.address(&format!("/desk/drafts/{}", id.0)))),
        Err(Unbegun::NoMember) => refuse("drafting-no-member").await,
        Err(Unbegun::TooMany) => refuse("drafting-too-many").await,
        Err(Unbegun::Denied(denied)) => who.done(Err(denied)),
    }
}

/// What a draft says at its beginning; none where there is nothing at that place.
fn content(held: &Held, asked: &Asked, tongue: Tongue) -> Option<Content> {
    let lang = language(held, &asked.lang, tongue);
    let what = What::of(&asked.what)?;
    let mut content = Content { what, lang: lang.tag().to_owned(), ..Content::default() };
    if !asked.to.is_empty() {
        let at = parent(held, &asked.to)?;
        content.parent.clone_from(&held.sitting.course.record(at)?.id.0);
        if !matches!(what, What::NewText | What::Wording) {
            return None;
        }
    } else if !asked.at.is_empty() {
        (content.part, content.number) = content::place(held, &asked.at, lang)?;
        let titled = content.number.is_empty();
        if what == What::NewText || (what == What::Title) != titled && what != What::Wording {
            return None;
        }
    } else if what != What::Wording {
        return None;
    }
    content.text = content.original(held)?;
    Some(content)
}
