//! What whoever runs a server can see of it: figures for Prometheus, and a line in the log for each request.
//!
//! Neither names a person: no address, no account, nothing that was asked for behind the question mark. A request is told by the
//! route that it took, `/{tongue}/{slug}`, so that there are as many figures as routes, whatever is asked for.

#![allow(clippy::disallowed_methods, reason = "how long an answer takes is no part of it")]

use crate::desk::{Error, Recorded};
use crate::server::Server;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Instant;

/// Seconds of answers and of recording.
const BUCKETS: [f64; 12] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 10.0];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

/// How something is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EncodeLabelValue)]
pub(crate) enum How {
    /// At whatever the log stands.
    HandedIn,
    /// On what was recorded before.
    Decided,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Tried {
    how: How,
    result: &'static str,
}

/// The figures of a server. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Figures(Arc<Inner>);

struct Inner {
    registry: Registry,
    requests: Family<Answered, Counter>,
    seconds: Family<Route, Histogram, fn() -> Histogram>,
    tried: Family<Tried, Counter>,
    recording: Histogram,
    events: Counter,
    followers: Gauge,
    dossiers: Gauge,
    faults: Gauge,
    sessions: Gauge,
}

impl fmt::Debug for Figures {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Figures")
    }
}

fn buckets() -> Histogram {
    Histogram::new(BUCKETS)
}

impl Default for Figures {
    fn default() -> Self {
        let seconds: fn() -> Histogram = buckets;
        let mut inner = Inner {
            registry: Registry::with_prefix("hemicycle"),
            requests: Family::default(),
            seconds: Family::new_with_constructor(seconds),
            tried: Family::default(),
            recording: buckets(),
            events: Counter::default(),
            followers: Gauge::default(),
            dossiers: Gauge::default(),
            faults: Gauge::default(),
            sessions: Gauge::default(),
        };
        let all = &mut inner.registry;
        all.register("requests", "Requests that were answered", inner.requests.clone());
        let about = "Seconds until an answer began";
        all.register("request_seconds", about, inner.seconds.clone());
        all.register("recordings", "Attempts to record something", inner.tried.clone());
        let about = "Seconds until what was recorded was on the disk and shown";
        all.register("recording_seconds", about, inner.recording.clone());
        all.register("events", "Events that this process has appended", inner.events.clone());
        all.register("followers", "Connections that follow a sitting", inner.followers.clone());
        all.register("dossiers", "Dossiers that are shown", inner.dossiers.clone());
        let about = "Dossiers that could not be taken in";
        all.register("dossiers_left_out", about, inner.faults.clone());
        all.register("sessions", "Sessions that have not ended", inner.sessions.clone());
        Self(Arc::new(inner))
    }
}

impl Figures {
    /// Counts an attempt to record so many events in a dossier.
    pub(crate) async fn recorded(
        &self,
        how: How,
        (slug, events): (&str, usize),
        attempt: impl Future<Output = Result<Recorded, Error>>,
    ) -> Result<Recorded, Error> {
        let began = Instant::now();
        let outcome = attempt.await;
        let result = match &outcome {
            // The same request was answered before.
            Ok(Recorded { time: None, .. }) => "repeated",
            Ok(recorded) => {
                self.0.recording.observe(began.elapsed().as_secs_f64());
                self.0.events.inc_by(events as u64);
                let (seq, millis) = (recorded.seq, whole(began));
                tracing::info!(dossier = slug, seq, millis, "recorded");
                "recorded"
            }
            Err(Error::Refused(_) | Error::Nothing | Error::KeyReused | Error::NoDossier) => {
                "refused"
            }
            Err(Error::Meanwhile(_)) => "meanwhile",
            Err(error @ (Error::Store(_) | Error::Fault(_) | Error::Closed)) => {
                tracing::error!(dossier = slug, code = error.code(), "nothing could be recorded");
                "failed"
            }
        };
        self.0.tried.get_or_create(&Tried { how, result }).inc();
        outcome
    }
}

/// Counts a request and writes a line about it.
pub(crate) async fn observed(
    State(server): State<Server>,
    request: Request,
    next: Next,
) -> Response {
    let began = Instant::now();
    let method = known(request.method());
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("none", MatchedPath::as_str).to_owned();
    let id = crate::account::fresh().unwrap_or_default();
    let id = id.get(..16).unwrap_or_default().to_owned();
    let mut response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), began.elapsed());
    let figures = server.desk.figures();
    let seconds = figures.0.seconds.get_or_create(&Route { route: route.clone() });
    seconds.observe(took.as_secs_f64());
    drop(seconds);
    let millis = whole(began);
    if status >= 500 {
        tracing::error!(id, method, route, status, millis, "answered");
    } else if route.starts_with("/health/") {
        tracing::debug!(id, method, route, status, millis, "answered");
    } else {
        tracing::info!(id, method, route, status, millis, "answered");
    }
    figures.0.requests.get_or_create(&Answered { method, route, status }).inc();
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}

/// Milliseconds since then.
fn whole(began: Instant) -> u64 {
    u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// A method by its name; of those that nobody knows there is one.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// The figures as Prometheus reads them.
pub(crate) async fn figures(State(server): State<Server>) -> Response {
    let inner = &server.desk.figures().0;
    let size = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    inner.followers.set(size(*server.followers.borrow()));
    inner.dossiers.set(size(server.site.all().len()));
    inner.faults.set(size(server.desk.faults().len()));
    // Where the database does not answer, it is the figure of before.
    if let Ok(count) = server.store().sessions(&server.now()).await {
        inner.sessions.set(i64::try_from(count).unwrap_or(i64::MAX));
    }
    let mut text = String::new();
    // Writing to memory does not fail.
    let _ = encode(&mut text, &inner.registry);
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store")], text).into_response()
}
