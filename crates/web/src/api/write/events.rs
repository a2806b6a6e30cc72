//! Recording an event.

#![allow(unused_qualifications, reason = "the macros of utoipa write paths out")]

use crate::Held;
use crate::api::answer::created;
use crate::api::body::Json;
use crate::api::caller::{Caller, Writer};
use crate::api::document::Writing;
use crate::api::problem::{Fault, Problem};
use crate::api::shape::EventJson;
use crate::desk::{Decision, HandIn, Recorded};
use crate::permission::{Act, is_own};
use axum::extract::Path;
use axum::response::Response;
use procedure::event::{Event, Seq, Time};
use procedure::log::{Entry, Hash};
use serde::Serialize;
use std::sync::Arc;
use std::time::Duration;
use store::DossierId;
use utoipa::ToSchema;

/// For how long a request waits for the state behind the last event.
const PRESENT: Duration = Duration::from_secs(10);

/// That something was recorded: it is on the disk.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct Receipt {
    /// The number of the event.
    seq: Seq,
    /// The hash of its line, which stands for all of the log up to it.
    hash: String,
    /// When.
    #[schema(value_type = String)]
    time: Time,
    /// What the log calls the amendment that was tabled; left out for other events.
    #[serde(skip_serializing_if = "Option::is_none")]
    amendment: Option<String>,
}

impl Receipt {
    pub(in crate::api) fn of(seq: Seq, hash: Hash, time: Time, amendment: Option<String>) -> Self {
        Self { seq, hash: hash.to_string(), time, amendment }
    }
}

/// Records an event, with what follows from it by the rules. Drafting, signing and tabling are taken at whatever the log stands; every
/// other event is a decision, which names in `If-Match` the last event that whoever decides knows: the number of it, or the `ETag` of
/// whatever was read of the dossier. Where something was recorded meanwhile about the same amendment, nothing is recorded: 412. What
/// the rules forbid is 422, with the code of the rule.
#[utoipa::path(post, path = "/api/v1/dossiers/{slug}/events", operation_id = "record", tag = "write",
    params(("slug" = String, Path, description = "What the dossier is called in addresses", example = "412-lakes"),
           ("If-Match" = Option<String>, Header, description = "The last event seen, or the ETag of what was read", example = "\"64\""),
           ("Idempotency-Key" = Option<String>, Header, description = "The same key gives the same answer, and nothing is recorded twice")),
    request_body = EventJson,
    responses((status = 201, body = Receipt), Writing), security(("token" = [])))]
pub(super) async fn record(
    Writer(caller): Writer,
    Path(slug): Path<String>,
    Json { value: event, bytes }: Json<Event>,
) -> Result<Response, Problem> {
    let (_, id) = caller.held(&slug)?;
    caller.may_write(id)?;
    caller.may(Act::of(&event), Some(id))?;
    let held = caller.present(&slug, id).await?;
    let signed = caller.signed()?;
    let whose = (signed.account.name.as_str(), signed.roles.as_slice());
    if !is_own(&event, whose, &held.sitting.course, id) {
        return Err(caller.problem(Fault::NotOwn));
    }
    let (seen, key) = (caller.seen()?, caller.key(&bytes)?);
    let (actor, lang) = (signed.account.name.clone(), caller.tongue.lang());
    let recorded = if is_decision(&event) {
        let seen = seen.ok_or_else(|| caller.problem(Fault::PreconditionMissing))?;
        if seen > held.head.seq {
            return Err(caller.problem(Fault::PreconditionFailed));
        }
        caller.text_is_kept(&event).await?;
        let decision = Decision { actor, event, seen: Some(seen), key, lang };
        caller.server.desk.decide(&slug, decision).await
    } else {
        let handed = HandIn { actor, events: vec![event], seen: None, key, lang };
        caller.server.desk.hand_in(&slug, handed).await
    };
    let recorded = recorded.map_err(|error| caller.problem(error))?;
    caller.receipt(&slug, id, &recorded).await
}

/// Whether an event depends on what was decided before it.
fn is_decision(event: &Event) -> bool {
    !matches!(
        event,
        Event::Drafted { .. }
            | Event::Signed { .. }
            | Event::SignatureWithdrawn { .. }
            | Event::Tabled { .. }
    )
}

impl Caller {
    /// The answer to a request that was recorded. It is read from the log, so that the same request has the same answer again.
    pub(super) async fn receipt(
        &self,
        slug: &str,
        id: DossierId,
        recorded: &Recorded,
    ) -> Result<Response, Problem> {
        let before = recorded.seq.saturating_sub(1);
        let lines = self.server.store().lines(id, before, 1).await;
        let lines = lines.map_err(|error| self.problem(error))?;
        let entry = lines.first().and_then(|line| serde_json::from_str::<Entry>(line).ok());
        let entry = entry.ok_or_else(|| self.problem(Fault::Failed))?;
        let amendment = match entry.event {
            Event::Tabled { amendment, .. } | Event::Drafted { amendment, .. } => Some(amendment.0),
            _ => None,
        };
        let receipt = Receipt::of(recorded.seq, recorded.hash, entry.time, amendment);
        let place = format!("/api/v1/dossiers/{slug}/events?after={before}&limit=1");
        Ok(created(&receipt, &place))
    }

    /// The dossier as it stands now: whose an amendment is must not be asked of what was before it was drafted.
    async fn present(&self, slug: &str, id: DossierId) -> Result<Arc<Held>, Problem> {
        let head = self.server.store().head(id).await.map_err(|error| self.problem(error))?;
        let follow = self.server.desk.follow(slug);
        let mut follow = follow.ok_or_else(|| self.problem(Fault::NotFound))?;
        let present = follow.wait_for(|held| held.head.seq >= head.seq);
        match tokio::time::timeout(PRESENT, present).await {
            Ok(Ok(held)) => Ok(Arc::clone(&held)),
            _ => Err(self.problem(Fault::Unreachable)),
        }
    }

    /// Goes on only where the account may do by program what it may do by hand.
    pub(in crate::api) fn may_write(&self, id: DossierId) -> Result<(), Problem> {
        let roles = Some(self.signed()?.roles.as_slice());
        match crate::permission::may(roles, Act::WriteApi, Some(id)) {
            true => Ok(()),
            false => Err(self.problem(Fault::NotPermitted)),
        }
    }

    /// A draft is revised to one that is kept already.
    async fn text_is_kept(&self, event: &Event) -> Result<(), Problem> {
        let Event::DraftRevised { dossier, .. } = event else { return Ok(()) };
        let unknown = || {
            let why = "no dossier of this hash is kept".to_owned();
            self.problem(Fault::Shape { place: "draft-revised.dossier".to_owned(), why })
        };
        let hash = Hash::parse(dossier).ok_or_else(unknown)?;
        match self.server.store().text(hash).await {
            Err(store::Error::NotFound(_)) => Err(unknown()),
            found => found.map(drop).map_err(|error| self.problem(error)),
        }
    }
}
