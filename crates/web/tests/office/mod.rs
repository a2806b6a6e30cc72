//! A whole server with accounts, a clock that the test sets, and requests to it.
#![allow(dead_code, reason = "each test file uses a part")]

use crate::common::{self, Got};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request};
use hemicycle_web::Server;
use hemicycle_web::account::{Config, Cost, Proofs, Rate};
use hemicycle_web::desk::Clock;
use hemicycle_web::permission::Role;
use hemicycle_web::server;
use http_body_util::BodyExt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{AccountId, Store};
use tempfile::TempDir;
use tower::ServiceExt;

/// Everybody's password.
pub const PASSWORD: &str = "the lamps on the lakes";

/// Seconds after which a session ends in any case.
pub const LONGEST: u64 = 86_400;

pub struct Office {
    pub server: Server,
    pub router: Router,
    clock: Arc<AtomicU64>,
    /// Where requests come from.
    address: SocketAddr,
    _folder: Arc<TempDir>,
}

/// Fields as a browser sends them.
pub fn form(fields: &[(&str, &str)]) -> String {
    let escaped = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                byte => format!("%{byte:02X}"),
            })
            .collect()
    };
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

impl Office {
    pub async fn new() -> Self {
        let folder = Arc::new(TempDir::new().expect("a folder"));
        let address = format!("sqlite:{}/office.db", folder.path().display());
        Self::on(&address, false, folder).await
    }

    pub async fn https() -> Self {
        let folder = Arc::new(TempDir::new().expect("a folder"));
        let address = format!("sqlite:{}/office.db", folder.path().display());
        Self::on(&address, true, folder).await
    }

    pub async fn postgres() -> Self {
        let folder = Arc::new(TempDir::new().expect("a folder"));
        Self::on(&pgtest::Cluster::shared().database(), false, folder).await
    }

    /// One in which there is nothing yet.
    pub async fn empty() -> Self {
        let folder = Arc::new(TempDir::new().expect("a folder"));
        let address = format!("sqlite:{}/office.db", folder.path().display());
        Self::bare(&address, false, folder).await
    }

    async fn on(address: &str, https: bool, folder: Arc<TempDir>) -> Self {
        let office = Self::bare(address, https, folder).await;
        let lakes = common::dossier(&["lakes-en.txt", "lakes-fr.txt"]);
        let opened = office.server.desk.open("412-lakes", &lakes, "table-office").await;
        opened.expect("it is opened");
        office
    }

    async fn bare(address: &str, https: bool, folder: Arc<TempDir>) -> Self {
        let clock = Arc::new(AtomicU64::new(1_950_000_000));
        let read = Arc::clone(&clock);
        let tells: Clock = Arc::new(move || read.load(Ordering::SeqCst));
        let store = Store::open(address).await.expect("a database");
        let base = if https { "https://lakes.example" } else { "" };
        let (base, version) = (base.to_owned(), "test".to_owned());
        let config = server::Config {
            names: common::names(),
            base,
            version,
            workers: 2,
            printer: None,
            clock: tells,
        };
        let server = Server::start(store, config).await.expect("a server");
        let server = server.with_accounts(Config {
            idle: 3_600,
            longest: LONGEST,
            link: 600,
            cost: Cost { memory: 8, passes: 1, lanes: 1 },
            from_address: Rate { burst: 14, every: 10 },
            for_account: Rate { burst: 3, every: 60 },
            ..Config::default()
        });
        let router = server.router();
        let address = "192.0.2.1:4000".parse().expect("an address");
        Self { server, router, clock, address, _folder: folder }
    }

    /// The same where people prove by these, too, who they are.
    pub fn proving(self, proofs: Proofs) -> Self {
        let server = self.server.clone().with_proofs(proofs);
        Self { router: server.router(), server, ..self }
    }

    /// The same seen from elsewhere.
    pub fn from(&self, address: &str) -> Self {
        let address = SocketAddr::new(address.parse().expect("an address"), 4_000);
        let (server, router) = (self.server.clone(), self.router.clone());
        let (clock, folder) = (Arc::clone(&self.clock), Arc::clone(&self._folder));
        Self { server, router, clock, address, _folder: folder }
    }

    pub fn store(&self) -> &Store {
        self.server.store()
    }

    pub fn now(&self) -> u64 {
        self.clock.load(Ordering::SeqCst)
    }

    /// Lets so many seconds pass.
    pub fn wait(&self, seconds: u64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    /// A new account with everybody's password.
    pub async fn account(&self, name: &str, email: &str) -> AccountId {
        let hash = self.server.accounts.hash(PASSWORD.to_owned()).await.expect("a hash");
        let now = self.server.now();
        self.store().add_account(name, email, Some(&hash), &now).await.expect("new").id
    }

    /// A role in all dossiers.
    pub async fn grant(&self, account: AccountId, role: Role) -> store::Role {
        let role = store::Role { account, dossier: None, role: role.name().to_owned(), body: None };
        self.store().grant(&role).await.expect("granted");
        role
    }

    /// A new session, as the cookie that a browser sends.
    pub async fn session(&self, email: &str) -> String {
        let got = self.sign_in(email, PASSWORD, "").await;
        got.header("set-cookie").split(';').next().expect("a cookie").to_owned()
    }

    pub async fn sign_in(&self, email: &str, password: &str, back: &str) -> Got {
        let fields = [("email", email), ("password", password), ("back", back)];
        self.post_as("", "/en/account/sign-in", &form(&fields)).await
    }

    pub async fn get(&self, path: &str) -> Got {
        self.get_as("", path).await
    }

    pub async fn get_as(&self, cookie: &str, path: &str) -> Got {
        self.ask(Method::GET, cookie, path, "", &[]).await
    }

    pub async fn post_as(&self, cookie: &str, path: &str, body: &str) -> Got {
        self.post_with(cookie, path, body, &[("sec-fetch-site", "same-origin")]).await
    }

    pub async fn post_with(
        &self,
        cookie: &str,
        path: &str,
        body: &str,
        headers: &[(&str, &str)],
    ) -> Got {
        self.ask(Method::POST, cookie, path, body, headers).await
    }

    pub async fn ask(
        &self,
        method: Method,
        cookie: &str,
        path: &str,
        body: &str,
        headers: &[(&str, &str)],
    ) -> Got {
        let form = ("content-type", "application/x-www-form-urlencoded");
        let headers: Vec<_> = std::iter::once(form).chain(headers.iter().copied()).collect();
        self.send(method, cookie, path, body.as_bytes().to_vec(), &headers).await
    }

    /// The same of any bytes, with no header but those given.
    pub async fn send(
        &self,
        method: Method,
        cookie: &str,
        path: &str,
        body: Vec<u8>,
        headers: &[(&str, &str)],
    ) -> Got {
        let mut request = Request::builder().method(method).uri(path);
        if !cookie.is_empty() {
            request = request.header("cookie", cookie);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request = request.extension(ConnectInfo(self.address));
        let request = request.body(Body::from(body)).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (status, mut headers) = (response.status(), response.headers().clone());
        // Each request has its own.
        headers.remove("x-request-id");
        let body = response.into_body().collect().await.expect("a body").to_bytes().to_vec();
        Got { status, headers, body }
    }
}
