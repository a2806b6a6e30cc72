//! The server: site, desk and what follows a sitting, behind one listener.

use crate::account::{self, Accounts, Proofs};
use crate::desk::{Clock, Desk};
use crate::files::Printer;
use crate::listen::{self, Patience};
use crate::pages::{Names, Problem};
use crate::{Site, api, chair, desk, drafting, live, observe, site, table_office};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use procedure::event::Time;
use std::future::Future;
use std::io;
use std::sync::Arc;
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::csrf::{CsrfLayer, ProtectionError};

/// What a server is told when it begins.
pub struct Config {
    /// What the site is called.
    pub names: Names,
    /// Where it stands for others, `https://amendments.example`; empty where that is not known.
    pub base: String,
    /// What tells one build from another.
    pub version: String,
    /// Pages and files that are made at one time.
    pub workers: usize,
    /// What writes papers as PDF; none where they cannot be had so.
    pub printer: Option<Printer>,
    /// The present moment.
    pub clock: Clock,
}

/// A server: cheap to copy.
#[derive(Clone)]
pub struct Server {
    /// What everybody may see.
    pub site: Arc<Site>,
    /// Where something is recorded.
    pub desk: Desk,
    /// Who may sign in, and how.
    pub accounts: Accounts,
    /// By what else than passwords people sign in.
    pub proofs: Arc<Proofs>,
    /// For how long clients are waited for.
    pub patience: Patience,
    /// How often programs may change something.
    pub(crate) writes: Arc<api::Writes>,
    /// Whether it stands behind https for others, so that cookies are kept to that: as its base says.
    pub https: bool,
    /// Whether the server is ending.
    pub(crate) stop: watch::Receiver<bool>,
    ending: Arc<watch::Sender<bool>>,
    /// Connections that follow what happens.
    pub(crate) followers: Arc<watch::Sender<usize>>,
}

impl Server {
    /// Takes in what a store holds.
    ///
    /// # Errors
    /// What the store says.
    pub async fn start(store: Store, config: Config) -> Result<Self, desk::Error> {
        let Config { names, base, version, workers, printer, clock } = config;
        let mut site = Site::new(names, &base, &version, workers);
        site.printer = printer;
        let site = Arc::new(site);
        let desk = Desk::start(store, Arc::clone(&site), clock).await?;
        let (ending, stop) = watch::channel(false);
        let accounts = Accounts::new(account::Config::default());
        let followers = Arc::new(watch::Sender::new(0));
        let https = site.base.starts_with("https://");
        let (writes, ending) = (Arc::new(api::Writes::default()), Arc::new(ending));
        let patience = Patience::default();
        let proofs = Arc::default();
        Ok(Self { site, desk, accounts, proofs, patience, writes, https, stop, ending, followers })
    }

    /// The same with other settings of accounts.
    pub fn with_accounts(self, config: account::Config) -> Self {
        Self { accounts: Accounts::new(config), ..self }
    }

    /// The same where people may prove by these, too, who they are.
    pub fn with_proofs(self, proofs: Proofs) -> Self {
        Self { proofs: Arc::new(proofs), ..self }
    }

    /// The same where programs may change something so often for one account.
    pub fn with_writes(self, rate: account::Rate) -> Self {
        Self { writes: Arc::new(api::Writes::at(rate)), ..self }
    }

    /// The present moment.
    pub fn now(&self) -> Time {
        self.desk.now()
    }

    /// Where everything is kept.
    pub fn store(&self) -> &Store {
        self.desk.store()
    }

    /// All addresses.
    pub fn router(&self) -> Router {
        let own = Router::new()
            .route("/health/live", get(|| async { healthy(true) }))
            .route("/health/ready", get(ready))
            .with_state(self.clone());
        let signed_in = account::router()
            .merge(chair::router())
            .merge(drafting::router())
            .merge(table_office::router());
        let signed_in = private(self, signed_in);
        site::router(Arc::clone(&self.site))
            .merge(live::router(self.clone()))
            .merge(own)
            .merge(signed_in)
            .layer(guard(self))
            // Nobody is signed in to it by a cookie.
            .merge(api::router(self))
            .layer(middleware::from_fn_with_state(self.clone(), observe::observed))
    }

    /// Serves the figures for Prometheus at `/metrics` until `end` comes, at an address of their own: they are not for everybody.
    ///
    /// # Errors
    /// Where the listener is of no use any more.
    pub async fn serve_figures(
        &self,
        listener: TcpListener,
        end: impl Future<Output = ()>,
    ) -> io::Result<()> {
        let router = Router::new().route("/metrics", get(observe::figures));
        listen::serve(listener, router.with_state(self.clone()), self.patience, end).await
    }

    /// Waits until so many connections follow what happens.
    pub async fn followed_by(&self, count: usize) {
        let mut followers = self.followers.subscribe();
        // The sender lives as long as the server.
        let _ = followers.wait_for(|now| *now >= count).await;
    }

    /// Serves until `end` comes: whoever has asked by then is answered, and followers are let go.
    ///
    /// # Errors
    /// What the operating system says.
    pub async fn serve(
        &self,
        listener: TcpListener,
        end: impl Future<Output = ()> + Send + 'static,
    ) -> io::Result<()> {
        let ending = Arc::clone(&self.ending);
        let end = async move {
            end.await;
            ending.send_replace(true);
        };
        listen::serve(listener, self.router(), self.patience, end).await?;
        self.desk.store().close().await;
        Ok(())
    }
}

/// Whether the database answers, and every dossier could be taken in.
async fn ready(State(server): State<Server>) -> Response {
    healthy(server.desk.store().ping().await.is_ok() && server.desk.faults().is_empty())
}

fn healthy(is: bool) -> Response {
    let status = if is { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let word = if is { "well\n" } else { "not ready\n" };
    (status, [(CACHE_CONTROL, "no-store")], word).into_response()
}

/// Pages that depend on who asks, as part of a server: nobody keeps them.
pub fn private(server: &Server, pages: Router<Server>) -> Router {
    pages
        .method_not_allowed_fallback(not_allowed)
        .with_state(server.clone())
        .layer(middleware::from_fn(unkept))
        .layer(middleware::from_fn(site::guarded))
}

async fn unkept(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

async fn not_allowed(State(server): State<Server>, uri: Uri, headers: HeaderMap) -> Response {
    site::problem(&server.site, &headers, uri.path(), Problem::NotAllowed)
}

/// Refuses what another site's page sends in a visitor's name, by `Sec-Fetch-Site` or else `Origin`.
fn guard(
    server: &Server,
) -> CsrfLayer<impl FnMut(ProtectionError) -> Response + Clone + Send + Sync + 'static> {
    let own = CsrfLayer::new();
    // Behind a proxy that names another host, the site's own address counts as its own.
    let own = own.clone().add_trusted_origin(&server.site.base).unwrap_or(own);
    let site = Arc::clone(&server.site);
    own.with_rejection_response(move |_| {
        site::problem(&site, &HeaderMap::new(), "", Problem::CrossSite)
    })
}
