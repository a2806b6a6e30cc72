//! The program that asks, and for whom.

use super::problem::{Fault, Problem};
use super::scope::Scope;
use crate::acting::Acting;
use crate::permission::{self, Act};
use crate::server::Server;
use crate::{Held, Tongue};
use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri};
use procedure::event::Time;
use std::sync::Arc;
use store::{Account, DossierId, Secret, Token};

/// Seconds within which a token that is used again is not written to the disk again.
const TOUCHED: u64 = 300;

/// A program, by its token; without one, anybody.
#[derive(Clone)]
pub struct Caller {
    /// The language in which problems are told.
    pub tongue: Tongue,
    /// Everything that answers are made of.
    pub server: Server,
    /// The headers of the request.
    pub headers: HeaderMap,
    /// The address that was asked for.
    pub uri: Uri,
    signed: Option<Arc<Signed>>,
}

/// For whom a program asks.
#[derive(Debug)]
pub struct Signed {
    /// The account.
    pub account: Account,
    /// What it is, and where.
    pub roles: Vec<store::Role>,
    token: Token,
}

/// A program that changes something: with a token, and not too often.
pub struct Writer(pub Caller);

/// The language of problems, by `Accept-Language`.
pub(super) fn tongue(headers: &HeaderMap) -> Tongue {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Tongue::preferred(accepted.unwrap_or_default())
}

impl<S: Sync> FromRequestParts<S> for Caller
where
    Server: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let server = Server::from_ref(state);
        let tongue = tongue(&parts.headers);
        let shown = parts.headers.get(AUTHORIZATION).map(|value| value.to_str().ok().map(bearer));
        let signed = match shown {
            None => None,
            Some(secret) => {
                let invalid = || Fault::TokenInvalid.told(tongue);
                let secret = secret.flatten().ok_or_else(invalid)?;
                let signed = signed(&server, Secret(secret)).await;
                let signed = signed.map_err(|error| Fault::from(error).told(tongue))?;
                Some(Arc::new(signed.ok_or_else(invalid)?))
            }
        };
        let (headers, uri) = (parts.headers.clone(), parts.uri.clone());
        Ok(Self { tongue, server, headers, uri, signed })
    }
}

impl<S: Sync> FromRequestParts<S> for Writer
where
    Server: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let caller = Caller::from_request_parts(parts, state).await?;
        let signed = caller.signed()?;
        if !permission::may_somewhere(Some(&signed.roles), Act::WriteApi) {
            return Err(caller.problem(Fault::NotPermitted));
        }
        let (account, now) = (signed.account.id, caller.now().unix());
        let counted = caller.server.writes.take(account, now);
        counted.map_err(|seconds| caller.problem(Fault::TooOften(seconds)))?;
        Ok(Self(caller))
    }
}

/// The secret of a header; none where it is of another kind.
fn bearer(header: &str) -> Option<&str> {
    let (kind, secret) = header.split_once(' ')?;
    kind.eq_ignore_ascii_case("bearer").then(|| secret.trim())
}

async fn signed(server: &Server, secret: Secret<'_>) -> Result<Option<Signed>, store::Error> {
    let (store, now) = (server.store(), server.now());
    let Some(token) = store.token(secret, &now).await? else { return Ok(None) };
    let Some(account) = store.account(token.account).await? else { return Ok(None) };
    let roles = store.roles_of(token.account).await?;
    let used = token.used.as_ref().map_or(0, Time::unix);
    if now.unix().saturating_sub(used) >= TOUCHED {
        match store.touch_token(token.id, &now).await {
            // It was taken back this moment.
            Err(store::Error::NotFound(_)) => return Ok(None),
            touched => touched?,
        }
    }
    Ok(Some(Signed { account, roles, token }))
}

impl Signed {
    /// What the token is for, as it holds it.
    pub fn scopes(&self) -> &str {
        &self.token.scopes
    }
}

impl Caller {
    /// A problem in the language of the caller.
    pub fn problem(&self, fault: impl Into<Fault>) -> Problem {
        fault.into().told(self.tongue)
    }

    /// The present moment.
    pub fn now(&self) -> Time {
        self.server.now()
    }

    /// For whom the program asks.
    ///
    /// # Errors
    /// 401 where it showed no token.
    pub fn signed(&self) -> Result<&Signed, Problem> {
        self.signed.as_deref().ok_or_else(|| self.problem(Fault::TokenMissing))
    }

    /// The same as somebody who acts; what their token is for is asked before.
    ///
    /// # Errors
    /// As [`Self::signed`].
    pub fn acting(&self) -> Result<Acting<'_>, Problem> {
        let Signed { account, roles, .. } = self.signed()?;
        Ok(Acting { server: &self.server, account, roles, tongue: self.tongue })
    }

    /// Whether it showed a token, so that the answer may be its own.
    pub fn is_signed(&self) -> bool {
        self.signed.is_some()
    }

    /// Whether the token is for this, and the account may do it, in this dossier or in all.
    pub fn can(&self, act: Act, dossier: Option<DossierId>) -> bool {
        self.may(act, dossier).is_ok()
    }

    /// Goes on only where the token is for this, and the account may do it, in this dossier or in all.
    ///
    /// # Errors
    /// 401 without a token, 403 where it is not for this or the account may not.
    pub fn may(&self, act: Act, dossier: Option<DossierId>) -> Result<(), Problem> {
        if permission::may(None, act, dossier) {
            return Ok(());
        }
        let signed = self.signed()?;
        self.has(Scope::of(act))?;
        match permission::may(Some(&signed.roles), act, dossier) {
            true => Ok(()),
            false => Err(self.problem(Fault::NotPermitted)),
        }
    }

    /// Goes on only where the token is for this.
    ///
    /// # Errors
    /// 401 without a token, 403 where it is not.
    pub fn has(&self, scope: Option<Scope>) -> Result<(), Problem> {
        let scope = scope.ok_or_else(|| self.problem(Fault::NotPermitted))?;
        let held = Scope::held(&self.signed()?.token.scopes).any(|held| held == scope);
        if held { Ok(()) } else { Err(self.problem(Fault::ScopeMissing(scope.name()))) }
    }

    /// The dossier of this name, as everybody sees it, and its number.
    ///
    /// # Errors
    /// 404.
    pub fn held(&self, slug: &str) -> Result<(Arc<Held>, DossierId), Problem> {
        let found = self.server.site.get(slug).zip(self.server.desk.id(slug));
        found.ok_or_else(|| self.problem(Fault::NotFound))
    }
}
