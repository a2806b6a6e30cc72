//! Who is asking.

use super::cookie::Cookie;
use crate::acting::{Acting, Denied};
use crate::pages::{self, Person, Problem};
use crate::permission::{self, Act};
use crate::server::Server;
use crate::site::{Answer, Keep, Refused, problem, tongue_of};
use crate::{Held, Tongue};
use axum::extract::{ConnectInfo, Form, FromRef, FromRequest, FromRequestParts, Request};
use axum::http::header::WWW_AUTHENTICATE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::Response;
use maud::Markup;
use procedure::event::Time;
use serde::Deserialize;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use store::{Account, AccountId, DossierId, Error, Secret, Session};

/// Seconds within which a session that is used again is not written to the disk again.
const TOUCHED: u64 = 300;

/// A visitor, or somebody who is signed in, with what they ask for. The extractor for every page below
/// `/{tongue}/desk` and `/{tongue}/account`.
///
/// An address whose first part is no language of the site is refused as not found.
#[derive(Clone)]
pub struct Who {
    /// The language of the address.
    pub tongue: Tongue,
    signed: Option<Arc<Signed>>,
    server: Server,
    headers: HeaderMap,
    method: Method,
    address: String,
    from: Option<IpAddr>,
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Their account; its name is what they sign with.
    pub account: Account,
    /// What they are, and where.
    pub roles: Vec<store::Role>,
    /// Where they are signed in.
    pub session: Session,
}

impl<S: Sync> FromRequestParts<S> for Who
where
    Server: FromRef<S>,
{
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refused> {
        let server = Server::from_ref(state);
        let path = parts.uri.path();
        let refuse = |what| Refused::from(problem(&server.site, &parts.headers, path, what));
        let tongue = tongue_of(path).ok_or_else(|| refuse(Problem::NotFound))?;
        let signed = match Cookie::Session.read(&parts.headers, server.https) {
            Some(secret) => {
                signed(&server, Secret(secret)).await.map_err(|_| refuse(Problem::Unreachable))?
            }
            None => None,
        };
        let (headers, method) = (parts.headers.clone(), parts.method.clone());
        let address = parts.uri.path_and_query().map_or("", |address| address.as_str()).to_owned();
        let signed = signed.map(Arc::new);
        let from = from(parts, server.accounts.config().proxies);
        Ok(Self { tongue, signed, server, headers, method, address, from })
    }
}

/// The address of the other end: of the connection, or behind so many proxies what the outermost of them says.
fn from(parts: &Parts, proxies: usize) -> Option<IpAddr> {
    let Some(back) = proxies.checked_sub(1) else {
        let connected = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        return connected.map(|ConnectInfo(address)| address.ip());
    };
    let all = parts.headers.get_all("x-forwarded-for").iter();
    let all = all.filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(",");
    all.rsplit(',').nth(back).and_then(|address| address.trim().parse().ok())
}

/// Whose session this is, where it lasts; it lasts longer for being used.
async fn signed(server: &Server, secret: Secret<'_>) -> Result<Option<Signed>, Error> {
    let (store, now) = (server.store(), server.now());
    let Some(session) = store.session(secret, &now).await? else { return Ok(None) };
    let Some(account) = store.account(session.account).await? else { return Ok(None) };
    let roles = store.roles_of(session.account).await?;
    if now.unix().saturating_sub(session.seen.unix()) >= TOUCHED {
        let config = server.accounts.config();
        let end = session.created.unix().saturating_add(config.longest);
        let expires = Time::of_unix(now.unix().saturating_add(config.idle).min(end));
        match store.touch_session(secret, &now, &expires).await {
            // It ended this moment.
            Err(Error::NotFound(_)) => return Ok(None),
            touched => touched?,
        }
    }
    Ok(Some(Signed { account, roles, session }))
}

impl Who {
    /// Whoever is signed in; none for a visitor.
    pub fn account(&self) -> Option<&Account> {
        self.signed.as_ref().map(|signed| &signed.account)
    }

    /// Their number.
    pub fn id(&self) -> Option<AccountId> {
        self.account().map(|account| account.id)
    }

    /// What they are, and where; none for a visitor.
    pub fn roles(&self) -> Option<&[store::Role]> {
        self.signed.as_ref().map(|signed| signed.roles.as_slice())
    }

    /// Whether the table of permissions lets them do this, in this dossier or in all.
    pub fn can(&self, act: Act, dossier: Option<DossierId>) -> bool {
        permission::may(self.roles(), act, dossier)
    }

    /// Whether they may do this somewhere: whether to show the way to it.
    pub fn can_somewhere(&self, act: Act) -> bool {
        permission::may_somewhere(self.roles(), act)
    }

    /// Goes on only where they may do this.
    ///
    /// # Errors
    /// To a visitor the page where one signs in and comes back, 401; to everybody else a page that says no, 403.
    pub fn may(&self, act: Act, dossier: Option<DossierId>) -> Result<(), Refused> {
        match (self.can(act, dossier), &self.signed) {
            (true, _) => Ok(()),
            (false, None) => Err(self.sign_in_first()),
            (false, Some(_)) => Err(self.problem(Problem::NotPermitted)),
        }
    }

    /// The same where it is enough that they may do it in one dossier.
    ///
    /// # Errors
    /// As [`Self::may`].
    pub fn may_somewhere(&self, act: Act) -> Result<(), Refused> {
        if self.can_somewhere(act) { Ok(()) } else { self.may(act, None) }
    }

    /// Whoever is signed in.
    ///
    /// # Errors
    /// The page where one signs in and comes back, 401.
    pub fn signed(&self) -> Result<&Signed, Refused> {
        self.signed.as_deref().ok_or_else(|| self.sign_in_first())
    }

    /// The same as somebody who acts.
    ///
    /// # Errors
    /// As [`Self::signed`].
    pub fn acting(&self) -> Result<Acting<'_>, Refused> {
        let Signed { account, roles, .. } = self.signed()?;
        Ok(Acting { server: &self.server, account, roles, tongue: self.tongue })
    }

    /// What was done, or the page that says why it was not.
    ///
    /// # Errors
    /// That page.
    pub fn done<T>(&self, given: Result<T, Denied>) -> Result<T, Refused> {
        given.map_err(|denied| {
            self.problem(match denied {
                Denied::NotFound => Problem::NotFound,
                Denied::NotPermitted | Denied::NotOwn => Problem::NotPermitted,
                Denied::Spent => Problem::Spent,
                Denied::Stale | Denied::Failed => Problem::Failed,
                Denied::Store(error) if error.is_passing() => Problem::Unreachable,
                Denied::Store(_) => Problem::Failed,
            })
        })
    }

    /// A page for what cannot be shown.
    pub fn problem(&self, what: Problem) -> Refused {
        Refused::from(problem(&self.server.site, &self.headers, &self.address, what))
    }

    /// A page with what stands around those of people who are signed in. `path` is its address behind the language.
    pub fn page(&self, status: StatusCode, title: &str, path: &str, body: &Markup) -> Response {
        self.page_around(None, status, title, path, body)
    }

    /// The same for a page of a dossier, which is put anew when something is recorded in it.
    pub fn page_of(
        &self,
        held: &Held,
        status: StatusCode,
        title: &str,
        path: &str,
        body: &Markup,
    ) -> Response {
        self.page_around(Some(held), status, title, path, body)
    }

    fn page_around(
        &self,
        held: Option<&Held>,
        status: StatusCode,
        title: &str,
        path: &str,
        body: &Markup,
    ) -> Response {
        let frame = pages::Frame {
            setting: &self.server.site.setting(self.tongue),
            title: title.to_owned(),
            path: path.to_owned(),
            of: held.map(|held| (held, None)),
            linked: None,
        };
        let person = self.account().map(|account| Person { name: &account.name });
        let page = frame.private(person, body).into_string().into_bytes();
        let answer = Answer::of(status, "text/html; charset=utf-8", page, false);
        answer.send(&self.headers, None, Keep::Never)
    }

    /// The address of a page in the language of this one.
    pub fn address(&self, path: &str) -> String {
        format!("/{}{path}", self.tongue.tag())
    }

    /// Everything that answers are made of.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// The session that the request came with.
    pub fn session(&self) -> Option<&Session> {
        self.signed.as_ref().map(|signed| &signed.session)
    }

    /// Where the request came from, where that is known.
    pub fn from(&self) -> Option<IpAddr> {
        self.from
    }

    /// What the store gave, or the page that says that it cannot.
    ///
    /// # Errors
    /// That page: 503 where the database does not answer, 500 for what should not happen.
    pub fn kept<T>(&self, given: Result<T, Error>) -> Result<T, Refused> {
        given.map_err(|error| {
            let passing = error.is_passing();
            self.problem(if passing { Problem::Unreachable } else { Problem::Failed })
        })
    }

    /// The headers of the request.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The page where one signs in, and comes back to what was asked for where that can be asked for again.
    fn sign_in_first(&self) -> Refused {
        let again = matches!(self.method, Method::GET | Method::HEAD);
        let back = if again { self.address.clone() } else { self.address("/account") };
        let form = pages::account::SignIn { back: &back, ..pages::account::SignIn::default() };
        let body = pages::account::sign_in(&form, &self.server.proofs.offered(), self.tongue);
        let title = self.tongue.say("account-sign-in");
        let mut response = self.page(StatusCode::UNAUTHORIZED, &title, "/account/sign-in", &body);
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Cookie"));
        Refused::from(response)
    }
}

/// What was sent by a form.
pub struct Sent<T>(pub T);

impl<S: Send + Sync, T: for<'d> Deserialize<'d>> FromRequest<S> for Sent<T>
where
    Server: FromRef<S>,
{
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
        let sent = Form::<T>::from_request(request, state).await;
        sent.map(|Form(sent)| Self(sent)).map_err(|rejection| {
            let what = match rejection.status() {
                StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
                _ => Problem::Unreadable,
            };
            let site = Server::from_ref(state).site;
            Refused::from(problem(&site, &headers, &path, what))
        })
    }
}
