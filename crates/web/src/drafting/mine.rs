//! One's own drafts, those that are shared with one, and what one has tabled.

use super::content::Content;
use super::open;
use super::tabled::Tabled;
use crate::Held;
use crate::account::Who;
use crate::pages::drafting as pages;
use crate::permission::Act;
use crate::site::Refused;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;
use store::PrivateDraft;

/// A private draft in a list.
#[derive(Clone, Debug)]
pub struct Mine {
    /// As the store keeps it.
    pub draft: PrivateDraft,
    /// What it says.
    pub content: Content,
    /// Its dossier.
    pub held: Arc<Held>,
    /// What its owner is called.
    pub owner: String,
    /// Whether it is whoever asks.
    pub own: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    done: String,
}

pub(super) async fn shown(who: Who, Query(asked): Query<Asked>) -> Result<Response, Refused> {
    let done = match asked.done.as_str() {
        done @ ("removed" | "withdrawn") => who.tongue.say(&format!("drafting-done-{done}")),
        _ => String::new(),
    };
    page(&who, StatusCode::OK, &done, "").await
}

pub(super) async fn page(
    who: &Who,
    status: StatusCode,
    done: &str,
    wrong: &str,
) -> Result<Response, Refused> {
    who.may_somewhere(Act::SeeOwnDraft)?;
    let acting = who.acting()?;
    let (store, account) = (acting.store(), acting.id());
    let mut drafts = Vec::new();
    for draft in who.kept(store.drafts_of(account).await)? {
        let Some(content) = Content::read(&draft.payload) else { continue };
        let slug = who.server().desk.slug(draft.dossier);
        let Some(held) = slug.and_then(|slug| who.server().site.get(&slug)) else { continue };
        if !who.can(Act::SeeOwnDraft, Some(draft.dossier)) {
            continue;
        }
        let owner = who.done(open::name(acting, draft.owner).await)?;
        let own = draft.owner == account;
        drafts.push(Mine { draft, content, held, owner, own });
    }
    let tabled = Tabled::all(acting);
    let body = pages::mine(&drafts, &tabled, (done, wrong), who.tongue);
    Ok(who.page(status, &who.tongue.say("drafting-mine"), "/desk/drafts", &body))
}
