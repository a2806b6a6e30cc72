//! One's own account: sessions and password.

use super::rule;
use super::sign::{ended, often};
use super::who::{Sent, Who};
use crate::pages::Problem;
use crate::pages::account::{self as page, Done, Own};
use crate::permission::Act;
use crate::server::Server;
use crate::site::{Refused, on_to};
use axum::Router;
use axum::extract::Query;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use procedure::log::Hash;
use serde::Deserialize;
use store::{Dossier, Purpose};

pub(super) fn router() -> Router<Server> {
    Router::new()
        .route("/{tongue}/account", get(own))
        .route("/{tongue}/account/password", post(change))
        .route("/{tongue}/account/sessions", post(end))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn own(who: Who, Query(asked): Query<Asked>) -> Result<Response, Refused> {
    let done = Done::of(&asked.done).map(|done| done.say(who.tongue)).unwrap_or_default();
    shown(&who, StatusCode::OK, Own { done: &done, ..Own::default() }).await
}

/// The page, with what is wrong.
async fn shown(who: &Who, status: StatusCode, own: Own<'_>) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let signed = who.signed()?;
    let store = who.server().store();
    let now = who.server().now();
    let sessions = who.kept(store.sessions_of(signed.account.id, &now).await)?;
    let dossiers = who.kept(store.dossiers().await)?;
    let presided = dossiers.iter().filter(|one| who.can(Act::Preside, Some(one.id)));
    let presides: Vec<&Dossier> = presided.collect();
    // The secretariat of a committee records its positions there and sees nothing else.
    let office = |one: &Dossier| {
        let can = |act| who.can(act, Some(one.id));
        let end = match () {
            () if can(Act::SeeInbox) => "",
            () if can(Act::TakePosition) => "/positions",
            () => return None,
        };
        Some(who.address(&format!("/desk/office/{}{end}", one.slug)))
    };
    let offices = dossiers.iter().filter_map(|one| Some((office(one)?, one)));
    let offices: Vec<(String, &Dossier)> = offices.collect();
    let proofs = &who.server().proofs;
    let is_known = match &proofs.openid {
        Some(openid) => {
            let known = who.kept(store.identities_of(signed.account.id).await)?;
            known.iter().any(|(issuer, _)| *issuer == openid.issuer)
        }
        None => false,
    };
    let passkeys = who.kept(store.passkeys_of(signed.account.id).await)?;
    let manages = who.can(Act::ManagePeople, None);
    let imports = who.can(Act::Import, None);
    let own = Own {
        manages,
        imports,
        presides: &presides,
        drafts: who.can_somewhere(Act::SeeOwnDraft),
        offices: &offices,
        offered: proofs.offered(),
        is_known,
        passkeys: &passkeys,
        ..own
    };
    let body = page::own(signed, &sessions, &dossiers, &own, who.tongue);
    Ok(who.page(status, &signed.account.name, "/account", &body))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Change {
    present: String,
    password: String,
    again: String,
}

/// Another password; whoever is signed in elsewhere is signed out.
async fn change(who: Who, Sent(form): Sent<Change>) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let signed = who.signed()?;
    let (accounts, store) = (&who.server().accounts, who.server().store());
    let (id, email) = (signed.account.id, &signed.account.email);
    if let Some(lacks) = rule::lacks(&form.password, &form.again, &[&signed.account.name, email]) {
        let own = Own { lacks: Some(lacks), ..Own::default() };
        return shown(&who, StatusCode::UNPROCESSABLE_ENTITY, own).await;
    }
    if let Err(seconds) = accounts.count(&who, email) {
        let own = Own { wrong: &often(&who, seconds), ..Own::default() };
        let mut response = shown(&who, StatusCode::TOO_MANY_REQUESTS, own).await?;
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        return Ok(response);
    }
    let tried = accounts.verified(store, email, form.present).await;
    if who.kept(tried)?.is_none_or(|(account, _)| account.id != id) {
        let wrong = who.tongue.say("account-present-wrong");
        let own = Own { wrong: &wrong, ..Own::default() };
        return shown(&who, StatusCode::UNPROCESSABLE_ENTITY, own).await;
    }
    let hash = accounts.hash(form.password).await;
    let hash = hash.ok_or_else(|| who.problem(Problem::Failed))?;
    who.kept(store.set_password(id, Some(&hash)).await)?;
    who.kept(store.end_sessions(id, Some(signed.session.hash)).await)?;
    who.kept(store.drop_links(Purpose::Reset(id)).await)?;
    Ok(on_to(&who.address("/account?done=changed")))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct End {
    /// The session to end; all others than the one at hand where it is "others".
    end: String,
}

async fn end(who: Who, Sent(form): Sent<End>) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let signed = who.signed()?;
    let (store, id) = (who.server().store(), signed.account.id);
    if form.end == "others" {
        who.kept(store.end_sessions(id, Some(signed.session.hash)).await)?;
    } else {
        let hash = Hash::parse(&form.end).ok_or_else(|| who.problem(Problem::Unreadable))?;
        who.kept(ended(store.end_session(id, hash).await))?;
    }
    Ok(on_to(&who.address("/account?done=sessions")))
}
