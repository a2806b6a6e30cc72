//! What changes while a page is open.
//!
//! A page names the dossier that it shows and the event behind which it stands. A small script listens to
//! `/{tongue}/{slug}/live`, which tells of each event as soon as it is recorded, and puts what changed into the page: the
//! pieces that bear a `data-live` of the same name.
//!
//! ```text
//! id: 47
//! data: {"from":46,"seq":47,"pieces":{"now":"…","tally":"…","outcome-4":"…"},"standings":{"4":"adopted"}}
//! ```
//!
//! Nothing is missed: a message tells all that changed behind `from`. Whoever was away says what they saw last, by
//! `Last-Event-ID` as browsers do or by `?after=`, and is told everything since. Whoever is slow is told the last state, once.
//! A message is written once for all who stand at the same event, however many they are.

use crate::pages::{self, blocks};
use crate::server::Server;
use crate::{Held, Tongue};
use axum::Router;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::Stream;
use procedure::about;
use procedure::event::Seq;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// A line that keeps proxies from closing a connection on which nothing happens.
const QUIET: Duration = Duration::from_secs(20);

/// The addresses of what is live.
pub fn router(server: Server) -> Router {
    Router::new()
        .route("/{tongue}/{slug}/live", get(live))
        .route("/{tongue}/{slug}/news", get(news))
        .with_state(server)
}

#[derive(Debug, Deserialize)]
struct After {
    after: Option<Seq>,
}

/// Where a follower stands.
struct Follower {
    held: watch::Receiver<Arc<Held>>,
    stop: watch::Receiver<bool>,
    tongue: Tongue,
    seen: Seq,
    _counted: Counted,
}

/// One of all who follow, as long as it lives.
struct Counted(Arc<watch::Sender<usize>>);

impl Counted {
    fn among(all: &Arc<watch::Sender<usize>>) -> Self {
        all.send_modify(|count| *count += 1);
        Self(Arc::clone(all))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count = count.saturating_sub(1));
    }
}

async fn live(
    State(server): State<Server>,
    Path((tongue, slug)): Path<(String, String)>,
    after: Result<Query<After>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let Some((tongue, held)) = Tongue::of(&tongue).zip(server.desk.follow(&slug)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok()?.parse().ok());
    let after = after.ok().and_then(|Query(asked)| asked.after);
    let seen = last.or(after).unwrap_or_else(|| held.borrow().head.seq);
    let (stop, _counted) = (server.stop.clone(), Counted::among(&server.followers));
    let follower = Follower { held, stop, tongue, seen, _counted };
    let mut response = Sse::new(messages(follower))
        .keep_alive(KeepAlive::new().interval(QUIET).text(""))
        .into_response();
    // A proxy that gathers what it passes on would keep it back.
    let headers = response.headers_mut();
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}

/// What changed behind an event, for a page that missed something.
async fn news(
    State(server): State<Server>,
    Path((tongue, slug)): Path<(String, String)>,
    after: Result<Query<After>, QueryRejection>,
) -> Response {
    let Some((tongue, held)) = Tongue::of(&tongue).zip(server.site.get(&slug)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let after = after.ok().and_then(|Query(asked)| asked.after).unwrap_or(held.head.seq);
    let kept = [("content-type", "application/json"), ("cache-control", "no-cache")];
    (kept, held.news(after, tongue).to_string()).into_response()
}

/// One message for each time that something was recorded, until the server ends.
fn messages(follower: Follower) -> impl Stream<Item = Result<Event, Infallible>> {
    futures_util::stream::unfold(follower, |mut follower| async move {
        loop {
            if *follower.stop.borrow() {
                return None;
            }
            let held = Arc::clone(&follower.held.borrow_and_update());
            if held.head.seq > follower.seen {
                let told = held.news(follower.seen, follower.tongue);
                follower.seen = held.head.seq;
                let event = Event::default().id(held.head.seq.to_string()).data(&*told);
                return Some((Ok(event), follower));
            }
            tokio::select! {
                changed = follower.held.changed() => changed.ok()?,
                _ = follower.stop.changed() => {}
            }
        }
    })
}

/// What changed behind an event, as a message.
pub(crate) fn message(held: &Held, after: Seq, tongue: Tongue) -> String {
    let course = &held.sitting.course;
    let behind = usize::try_from(after).unwrap_or(usize::MAX);
    let entries = held.entries.iter().skip(behind);
    let changed: BTreeSet<_> = entries.flat_map(|entry| about::amendments(entry, course)).collect();
    let mut pieces = Map::new();
    let mut piece = |name: String, markup: maud::Markup| {
        pieces.insert(name, Value::String(markup.into_string()));
    };
    piece("now".to_owned(), pages::now(held, tongue));
    piece("tally".to_owned(), pages::tallied(held, tongue));
    piece("stands".to_owned(), pages::stands(held, tongue));
    let mut standings = Map::new();
    for id in &changed {
        let Some(at) = course.position(id) else { continue };
        let Some(address) = held.listed().address(at) else { continue };
        piece(format!("outcome-{address}"), blocks::outcome(held, at, tongue));
        standings.insert(address.to_owned(), held.standing(at).word().into());
    }
    let pieces = Value::Object(pieces);
    json!({ "from": after, "seq": held.head.seq, "pieces": pieces, "standings": standings })
        .to_string()
}
