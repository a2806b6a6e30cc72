//! Signing in through an identity provider, and letting one's account be known there.
//!
//! ```text
//! sign-in ─► GET openid ─► the provider ─► GET openid/back ─► an account known there ─────────────► session
//!                                                        └─► else that of the address of mail ─┘
//! account ─► POST openid ─► a page that leads to the provider ─► GET openid/back ─► known there from now on
//! ```
//!
//! Whoever the provider names is known by issuer and subject. The first time an address of mail is enough that the provider has
//! verified, where the account is not known there as somebody else: addresses are given to others when somebody leaves. Nobody is
//! given an account by signing in: that is for an administrator.
//!
//! Letting one's account be known is begun by a form of one's own page alone, and leads over a page that says so: another site that
//! sent somebody there could have signed them in as its own at the provider before.

use super::begun;
use super::proofs::OpenId;
use super::sign::{back, ended, shown, signed_in, start, too_often};
use super::who::{Sent, Who};
use crate::Tongue;
use crate::pages::Problem;
use crate::pages::account::{self as page, SignIn};
use crate::permission::Act;
use crate::server::Server;
use crate::site::{Refused, on_to};
use auth::openid::{Error as Untold, Flow, Identity};
use axum::Router;
use axum::extract::Query;
use axum::http::{HeaderValue, StatusCode, header::LOCATION};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use store::{Account, AccountId, Error};
use words::Args;

pub(super) fn router() -> Router<Server> {
    Router::new()
        .route("/{tongue}/account/openid", get(sign_in).post(link))
        .route("/{tongue}/account/openid/back", get(come_back))
        .route("/{tongue}/account/openid/end", post(unlink))
}

/// What is begun is for this.
const PURPOSE: &str = "openid";

/// What is kept until somebody comes back from the provider.
#[derive(Serialize, Deserialize)]
struct Kept {
    flow: Flow,
    tongue: String,
    back: String,
    /// The account that is to be known there; none where somebody signs in.
    links: Option<i64>,
}

/// The provider; without one there is no such page.
fn provider(who: &Who) -> Result<&OpenId, Refused> {
    who.server().proofs.openid.as_ref().ok_or_else(|| who.problem(Problem::NotFound))
}

/// Begins at the provider: its address, and what is to be kept.
async fn begin(
    who: &Who,
    openid: &OpenId,
    back: &str,
    links: Option<AccountId>,
) -> Result<(String, Kept), Untold> {
    let (address, flow) = openid.provider.begin().await?;
    let (tongue, back) = (who.tongue.tag().to_owned(), back.to_owned());
    Ok((address, Kept { flow, tongue, back, links: links.map(|account| account.0) }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    back: String,
}

/// Leads to the provider.
async fn sign_in(who: Who, Query(asked): Query<Asked>) -> Result<Response, Refused> {
    let openid = provider(&who)?;
    let back = back(&who, &asked.back);
    if let Err(seconds) = who.server().accounts.count_from(&who) {
        return Ok(too_often(&who, seconds, &SignIn { back: &back, ..SignIn::default() }));
    }
    match begin(&who, openid, &back, None).await {
        Ok((address, kept)) => {
            let location = HeaderValue::from_str(&address);
            let location = location.map_err(|_| who.problem(Problem::Failed))?;
            let response = (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response();
            begun::keep(&who, PURPOSE, &kept, response).await
        }
        Err(error) => {
            let (status, message) = why(&error);
            Ok(refused(&who, status, &back, message, &openid.name))
        }
    }
}

/// A page that leads to the provider, where one's account is to be known from now on.
async fn link(who: Who) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let openid = provider(&who)?;
    let back = who.address("/account?done=openid");
    match begin(&who, openid, &back, Some(who.signed()?.account.id)).await {
        Ok((address, kept)) => {
            let title = who.tongue.tell("openid-link", &named(openid));
            let body = page::to_provider(&address, &openid.name, who.tongue);
            let response = who.page(StatusCode::OK, &title, "/account/openid", &body);
            begun::keep(&who, PURPOSE, &kept, response).await
        }
        Err(error) => {
            let (status, message) = why(&error);
            Ok(refused(&who, status, &back, message, &openid.name))
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Back {
    code: String,
    state: String,
    error: String,
}

/// Somebody comes back from the provider.
async fn come_back(mut who: Who, Query(said): Query<Back>) -> Result<Response, Refused> {
    let openid = provider(&who)?.name.clone();
    let kept: Option<Kept> = begun::take_up(&who, PURPOSE).await?;
    let Some(kept) = kept.filter(|kept| kept.flow.state == said.state) else {
        let answer = refused(&who, StatusCode::BAD_REQUEST, "", "openid-late", &openid);
        return Ok(begun::forgotten(&who, answer));
    };
    who.tongue = Tongue::of(&kept.tongue).unwrap_or(who.tongue);
    let answer = match finish(&who, &kept, &said).await? {
        Ok(response) => response,
        Err((status, message)) => refused(&who, status, &kept.back, message, &openid),
    };
    Ok(begun::forgotten(&who, answer))
}

/// Why nobody is signed in: the status and the message.
type Why = (StatusCode, &'static str);

async fn finish(who: &Who, kept: &Kept, said: &Back) -> Result<Result<Response, Why>, Refused> {
    if !said.error.is_empty() || said.code.is_empty() {
        // Most often somebody thought better of it.
        return Ok(Err((StatusCode::UNAUTHORIZED, "openid-denied")));
    }
    let openid = provider(who)?;
    let identity = match openid.provider.finish(&kept.flow, &said.code).await {
        Ok(identity) => identity,
        Err(error) => return Ok(Err(why(&error))),
    };
    let server = who.server();
    if let Some(account) = kept.links.map(AccountId) {
        // Whoever is signed in must be who began.
        if who.signed()?.account.id != account {
            return Ok(Err((StatusCode::FORBIDDEN, "openid-other")));
        }
        let known = server.store().account_by_identity(&identity.issuer, &identity.subject).await;
        match who.kept(known)? {
            Some(known) if known.id == account => {}
            Some(_) => return Ok(Err((StatusCode::CONFLICT, "openid-taken"))),
            None => match know(who, account, &identity).await? {
                true => {}
                false => return Ok(Err((StatusCode::CONFLICT, "openid-taken"))),
            },
        }
        return Ok(Ok(on_to(&kept.back)));
    }
    let Some(account) = account_of(who, &identity).await? else {
        return Ok(Err((StatusCode::FORBIDDEN, "openid-nobody")));
    };
    match who.kept(start(who, &account, None).await)? {
        Some(secret) => Ok(Ok(signed_in(server, on_to(&kept.back), &secret))),
        None => Ok(Err((StatusCode::FORBIDDEN, "openid-nobody"))),
    }
}

/// Whose account it is; none where it is nobody's.
async fn account_of(who: &Who, identity: &Identity) -> Result<Option<Account>, Refused> {
    let store = who.server().store();
    let known = store.account_by_identity(&identity.issuer, &identity.subject).await;
    if let Some(known) = who.kept(known)? {
        return Ok(Some(known));
    }
    let Some(email) = &identity.email else { return Ok(None) };
    let found = who.kept(super::by_email(store, email).await)?;
    let Some(account) = found.filter(|account| !account.disabled) else { return Ok(None) };
    Ok(know(who, account.id, identity).await?.then_some(account))
}

/// Lets an account be known to the provider as this, where it is not known there as somebody else already.
async fn know(who: &Who, account: AccountId, identity: &Identity) -> Result<bool, Refused> {
    let store = who.server().store();
    let known = who.kept(store.identities_of(account).await)?;
    if known.iter().any(|(issuer, _)| *issuer == identity.issuer) {
        return Ok(false);
    }
    match store.add_identity(account, &identity.issuer, &identity.subject).await {
        // Somebody was quicker; it may be who asks, in another window.
        Err(Error::Taken(_)) => {
            let known = store.account_by_identity(&identity.issuer, &identity.subject).await;
            Ok(who.kept(known)?.is_some_and(|known| known.id == account))
        }
        added => who.kept(added).map(|()| true),
    }
}

/// One's account is no longer known there.
async fn unlink(who: Who, Sent(_): Sent<Nothing>) -> Result<Response, Refused> {
    who.may(Act::ManageOwnAccount, None)?;
    let issuer = &provider(&who)?.issuer;
    let account = who.signed()?.account.id;
    who.kept(ended(who.server().store().remove_identities(account, issuer).await))?;
    Ok(on_to(&who.address("/account?done=openid-end")))
}

#[derive(Debug, Deserialize)]
struct Nothing {}

fn named(openid: &OpenId) -> Args {
    Args::new().text("provider", openid.name.as_str())
}

/// What is told of what the provider did; the rest is for the log, and names nobody.
fn why(error: &Untold) -> Why {
    tracing::error!(%error, "openid");
    match error {
        Untold::Untrue(_) => (StatusCode::UNAUTHORIZED, "openid-untrue"),
        Untold::Provider(_) | Untold::Settings(_) => (StatusCode::BAD_GATEWAY, "openid-silent"),
    }
}

/// The page for signing in, with why nobody is.
fn refused(who: &Who, status: StatusCode, back: &str, message: &str, provider: &str) -> Response {
    let wrong = who.tongue.tell(message, &Args::new().text("provider", provider));
    shown(who, status, &SignIn { back, wrong: &wrong, ..SignIn::default() })
}
