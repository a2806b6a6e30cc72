//! A draft is shown to others: to members by name, and to whoever follows a link.

use super::draft::{self, Beside};
use super::open::{self, Opened};
use crate::account::{Sent, Who, fresh, handed_on};
use crate::pages::{Problem, drafting as pages};
use crate::permission::Act;
use crate::site::{Refused, on_to};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use procedure::event::Time;
use serde::Deserialize;
use store::{AccountId, DraftId, PrivateDraft, Purpose, Secret};

/// Seconds for which a link counts that one person may follow.
const ONCE: u64 = 7 * 86_400;

/// Seconds for which a link counts that several may follow.
const LONG: u64 = 30 * 86_400;

/// Those with whom a draft is shared at most.
const MOST: usize = 1_000;

/// What a form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    /// `add`, `once`, `many`, `revoke`.
    #[serde(rename = "do")]
    button: String,
    /// A member, by name.
    name: String,
    /// Whoever is not to see it any more.
    without: String,
}

pub(super) async fn shared(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Form>,
) -> Result<Response, Refused> {
    let opened = Opened::of(&who, &id).await?;
    if !opened.writes {
        return Err(who.problem(Problem::NotPermitted));
    }
    let (store, draft) = (who.server().store(), opened.draft.id);
    let back = |done: &str| on_to(&who.address(&format!("{}?done={done}", opened.path())));
    if !form.without.is_empty() {
        let account = form.without.parse().map(AccountId);
        let account = account.map_err(|_| who.problem(Problem::Unreadable))?;
        // The member for whom it is written sees it as long as it is there.
        if opened.content.member != Some(account.0) {
            who.kept(store.share_draft(draft, account, false).await)?;
        }
        return Ok(back("unshared"));
    }
    match form.button.as_str() {
        "once" => linked(&who, &opened, Purpose::Share(draft), ONCE).await,
        "many" => linked(&who, &opened, Purpose::ShareMany(draft), LONG).await,
        "revoke" => {
            who.kept(store.drop_links(Purpose::Share(draft)).await)?;
            who.kept(store.drop_links(Purpose::ShareMany(draft)).await)?;
            Ok(back("revoked"))
        }
        _ => {
            let members = open::members(&who, opened.draft.dossier).await?;
            let account = open::called(&members, &form.name);
            match account.filter(|_| opened.shared.len() < MOST) {
                Some(account) if account == opened.draft.owner => Ok(back("shared")),
                Some(account) => {
                    who.kept(store.share_draft(draft, account, true).await)?;
                    Ok(back("shared"))
                }
                None => {
                    let wrong = who.tongue.say("drafting-no-member");
                    let status = StatusCode::UNPROCESSABLE_ENTITY;
                    let beside = Beside { status, wrong: &wrong, ..Beside::default() };
                    draft::page(&who, &opened, &opened.content, &beside).await
                }
            }
        }
    }
}

/// A new link, shown once.
async fn linked(
    who: &Who,
    opened: &Opened,
    purpose: Purpose,
    seconds: u64,
) -> Result<Response, Refused> {
    let secret = fresh().ok_or_else(|| who.problem(Problem::Failed))?;
    let (store, now) = (who.server().store(), who.server().now());
    let expires = Time::of_unix(now.unix().saturating_add(seconds));
    who.kept(store.add_link(Secret(&secret), purpose, &now, &expires).await)?;
    let link = handed_on(who, &format!("/desk/drafts/link/{secret}"));
    let beside = Beside { link: &link, ..Beside::default() };
    draft::page(who, opened, &opened.content, &beside).await
}

/// The draft of a link that still counts, for somebody who may see drafts; following is not using up.
async fn led_to(who: &Who, secret: &str) -> Result<(Purpose, PrivateDraft), Refused> {
    who.signed()?;
    let (store, now) = (who.server().store(), who.server().now());
    let spent = || who.problem(Problem::Spent);
    let purpose = who.kept(store.link(Secret(secret), &now).await)?.ok_or_else(spent)?;
    let (Purpose::Share(id) | Purpose::ShareMany(id)) = purpose else { return Err(spent()) };
    let draft = who.kept(store.draft(id).await)?.ok_or_else(spent)?;
    who.may(Act::SeeOwnDraft, Some(draft.dossier))?;
    Ok((purpose, draft))
}

/// What whoever follows a link is asked, so that nothing that only looks at addresses uses it up.
pub(super) async fn link(
    who: Who,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (_, draft) = led_to(&who, &secret).await?;
    let owner = open::name(&who, draft.owner).await?;
    let body = pages::link(&owner, &secret, who.tongue);
    let title = who.tongue.say("drafting-shared-draft");
    Ok(who.page(StatusCode::OK, &title, &format!("/desk/drafts/link/{secret}"), &body))
}

pub(super) async fn followed(
    who: Who,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (purpose, draft) = led_to(&who, &secret).await?;
    let (store, account) = (who.server().store(), who.signed()?.account.id);
    let on = |id: DraftId| on_to(&who.address(&format!("/desk/drafts/{}", id.0)));
    let seen = draft.owner == account;
    if seen || who.kept(store.shared_with(draft.id).await)?.contains(&account) {
        return Ok(on(draft.id));
    }
    if let Purpose::Share(_) = purpose {
        let now = who.server().now();
        let used = who.kept(store.use_link(Secret(&secret), &now).await)?;
        used.ok_or_else(|| who.problem(Problem::Spent))?;
    }
    who.kept(store.share_draft(draft.id, account, true).await)?;
    Ok(on(draft.id))
}
