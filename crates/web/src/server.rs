//! The server: site, desk and what follows a sitting, behind one listener.

use crate::desk::{Clock, Desk};
use crate::files::Printer;
use crate::pages::Names;
use crate::{Site, desk, live, site};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::future::Future;
use std::io;
use std::sync::Arc;
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// What a server is told when it begins.
pub struct Config {
    /// What the site is called.
    pub names: Names,
    /// Where it stands for others, "https://amendments.example"; empty where that is not known.
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
        let followers = Arc::new(watch::Sender::new(0));
        Ok(Self { site, desk, stop, ending: Arc::new(ending), followers })
    }

    /// All addresses.
    pub fn router(&self) -> Router {
        let own = Router::new()
            .route("/health/live", get(|| async { healthy(true) }))
            .route("/health/ready", get(ready))
            .with_state(self.clone());
        site::router(Arc::clone(&self.site)).merge(live::router(self.clone())).merge(own)
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
        axum::serve(listener, self.router()).with_graceful_shutdown(end).await?;
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
