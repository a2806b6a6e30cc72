//! A draft is shown to others: to members by name, and to whoever follows a link.

use super::draft::{self, Beside};
use super::open::{self, Opened};
use crate::account::{Sent, Who, fresh, handed_on};
use crate::acting::{Acting, Denied};
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

/// Shows the draft to the one member who is called so; not where there is none or several, or it is shown to as many as may be.
///
/// # Errors
/// That whoever asks does not write it, and what the store says.
pub(crate) async fn with(who: Acting<'_>, opened: &Opened, name: &str) -> Result<bool, Denied> {
    opened.written()?;
    let members = open::members(who, opened.draft.dossier).await?;
    let account = open::called(&members, name).filter(|_| opened.shared.len() < MOST);
    let Some(account) = account else { return Ok(false) };
    if account != opened.draft.owner {
        who.store().share_draft(opened.draft.id, account, true).await?;
    }
    Ok(true)
}

/// Shows it to somebody no more, whose signature goes with that; the member for whom it is written sees it as long as it is there.
///
/// # Errors
/// As [`with`].
pub(crate) async fn without(
    who: Acting<'_>,
    opened: &Opened,
    account: AccountId,
) -> Result<(), Denied> {
    opened.written()?;
    if opened.content.member != Some(account.0) {
        who.store().share_draft(opened.draft.id, account, false).await?;
    }
    Ok(())
}

/// The end of a new link, which is shown once, and until when it counts: for one person, or for many.
///
/// # Errors
/// As [`with`].
pub(crate) async fn linked(
    who: Acting<'_>,
    opened: &Opened,
    many: bool,
) -> Result<(String, Time), Denied> {
    opened.written()?;
    let draft = opened.draft.id;
    let (purpose, seconds) = match many {
        true => (Purpose::ShareMany(draft), LONG),
        false => (Purpose::Share(draft), ONCE),
    };
    let (secret, now) = (fresh().ok_or(Denied::Failed)?, who.now());
    let expires = Time::of_unix(now.unix().saturating_add(seconds));
    who.store().add_link(Secret(&secret), purpose, &now, &expires).await?;
    Ok((secret, expires))
}

/// No link to it counts any more.
///
/// # Errors
/// As [`with`].
pub(crate) async fn unlinked(who: Acting<'_>, opened: &Opened) -> Result<(), Denied> {
    opened.written()?;
    who.store().drop_links(Purpose::Share(opened.draft.id)).await?;
    who.store().drop_links(Purpose::ShareMany(opened.draft.id)).await?;
    Ok(())
}

/// The draft of a link that still counts, for somebody who may see drafts; looking is not using up.
async fn led_to(who: Acting<'_>, secret: &str) -> Result<(Purpose, PrivateDraft), Denied> {
    let purpose = who.store().link(Secret(secret), &who.now()).await?.ok_or(Denied::Spent)?;
    let (Purpose::Share(id) | Purpose::ShareMany(id)) = purpose else { return Err(Denied::Spent) };
    let draft = who.store().draft(id).await?.ok_or(Denied::Spent)?;
    who.may(Act::SeeOwnDraft, draft.dossier)?;
    Ok((purpose, draft))
}

/// Follows a link: the draft that it leads to is shown to whoever follows from now on.
///
/// # Errors
/// [`Denied::Spent`] for one that counts no more.
pub(crate) async fn follow(who: Acting<'_>, secret: &str) -> Result<DraftId, Denied> {
    let (purpose, draft) = led_to(who, secret).await?;
    let (store, account) = (who.store(), who.id());
    if draft.owner == account || store.shared_with(draft.id).await?.contains(&account) {
        return Ok(draft.id);
    }
    if let Purpose::Share(_) = purpose {
        store.use_link(Secret(secret), &who.now()).await?.ok_or(Denied::Spent)?;
    }
    store.share_draft(draft.id, account, true).await?;
    Ok(draft.id)
}

pub(super) async fn shared(
    who: Who,
    Path((_, id)): Path<(String, String)>,
    Sent(form): Sent<Form>,
) -> Result<Response, Refused> {
    let acting = who.acting()?;
    let opened = who.done(Opened::of(acting, &id).await)?;
    let back = |done: &str| Ok(on_to(&who.address(&format!("{}?done={done}", opened.path()))));
    if !form.without.is_empty() {
        let account = form.without.parse().map(AccountId);
        let account = account.map_err(|_| who.problem(Problem::Unreadable))?;
        who.done(without(acting, &opened, account).await)?;
        return back("unshared");
    }
    let (wrong, link) = match form.button.as_str() {
        kind @ ("once" | "many") => {
            let (secret, _) = who.done(linked(acting, &opened, kind == "many").await)?;
            (String::new(), handed_on(&who, &format!("/desk/drafts/link/{secret}")))
        }
        "revoke" => {
            who.done(unlinked(acting, &opened).await)?;
            return back("revoked");
        }
        _ => match who.done(with(acting, &opened, &form.name).await)? {
            true => return back("shared"),
            false => (who.tongue.say("drafting-no-member"), String::new()),
        },
    };
    let is_wrong = !wrong.is_empty();
    let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let beside = Beside { status, wrong: &wrong, link: &link, ..Beside::default() };
    draft::page(&who, &opened, &opened.content, &beside).await
}

/// What whoever follows a link is asked, so that nothing that only looks at addresses uses it up.
pub(super) async fn link(
    who: Who,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let acting = who.acting()?;
    let (_, draft) = who.done(led_to(acting, &secret).await)?;
    let owner = who.done(open::name(acting, draft.owner).await)?;
    let body = pages::link(&owner, &secret, who.tongue);
    let title = who.tongue.say("drafting-shared-draft");
    Ok(who.page(StatusCode::OK, &title, &format!("/desk/drafts/link/{secret}"), &body))
}

pub(super) async fn followed(
    who: Who,
    Path((_, secret)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let id = who.done(follow(who.acting()?, &secret).await)?;
    Ok(on_to(&who.address(&format!("/desk/drafts/{}", id.0))))
}
