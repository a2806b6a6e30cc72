//! What was tabled: receipts, where one's own amendments stand, and taking them back.

use crate::account::{Sent, Who};
use crate::acting::{Acting, Denied};
use crate::desk::Decision;
use crate::pages::{Problem, drafting as pages};
use crate::permission::{self, Act};
use crate::site::{Refused, on_to};
use crate::{Held, Tongue};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use procedure::event::{Event, Id, Seq};
use procedure::log::{Entry, Hash, Head, Reader};
use procedure::state::{Record, Stage, State as Course};
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;
use store::DossierId;

/// For how long a receipt waits for the pages to stand where the log does.
const PATIENCE: Duration = Duration::from_secs(2);

/// That something was handed in.
#[derive(Debug)]
pub struct Handed {
    /// The dossier.
    pub held: Arc<Held>,
    /// The entry.
    pub entry: Entry,
    /// The hash of its line.
    pub hash: Hash,
    /// The amendment as the log calls it.
    pub amendment: Id,
    /// Where it stands in the course, once the pages stand where the log does.
    pub at: Option<usize>,
}

/// An amendment of whoever asks.
#[derive(Clone, Debug)]
pub struct Tabled {
    /// The dossier.
    pub held: Arc<Held>,
    /// Where it stands in the course.
    pub at: usize,
    /// The name under which they may take it back; none where they may not.
    pub withdraws: Option<String>,
}

impl Tabled {
    /// All that somebody has tabled, by dossier; what was tabled last comes first.
    pub fn all(who: Acting<'_>) -> Vec<Self> {
        let mut all = Vec::new();
        for held in who.server.site.all() {
            let course = &held.sitting.course;
            let Some(dossier) = who.server.desk.id(&held.slug) else { continue };
            let here = (course, dossier);
            for (at, record) in course.amendments.iter().enumerate().rev() {
                if is_own(who, here, record) {
                    let withdraws = withdraws(who, here, record);
                    all.push(Self { held: Arc::clone(&held), at, withdraws });
                }
            }
        }
        all
    }

    /// Where it stands, in the chamber's words.
    pub fn stands(&self, tongue: Tongue) -> String {
        let record = self.held.sitting.course.record(self.at);
        match record.map(|record| (&record.stage, &record.number)) {
            Some((Stage::Drafted, _)) => tongue.say("drafting-stage-late"),
            Some((Stage::Tabled, _)) => tongue.say("drafting-stage-tabled"),
            Some((Stage::Open, None)) => tongue.say("drafting-stage-admitted"),
            _ => self.held.outcome(self.at, tongue),
        }
    }
}

/// Where everything stands in a dossier, and its number.
type Here<'a> = (&'a Course, DossierId);

/// Whether whoever asks has signed it, or a committee for which they table; what was left with the table office after the deadline is among
/// it.
fn is_own(who: Acting<'_>, here: Here<'_>, record: &Record) -> bool {
    permission::has_tabled(record, who.whose(), here)
}

/// The name under which they may take it back.
fn withdraws(who: Acting<'_>, here: Here<'_>, record: &Record) -> Option<String> {
    let open = matches!(record.stage, Stage::Tabled | Stage::Open | Stage::Offered { .. });
    let may = open && is_own(who, here, record) && who.can(Act::Withdraw, Some(here.1));
    let name = match record.committee {
        true => record.signed.first().cloned(),
        false => Some(who.account.name.clone()),
    };
    name.filter(|_| may)
}

/// The amendment that an event hands in: it is tabled, or its last signature is left with the table office.
pub(crate) fn handed_in(event: &Event) -> Option<&Id> {
    match event {
        Event::Tabled { amendment, .. } | Event::Signed { amendment, .. } => Some(amendment),
        _ => None,
    }
}

/// The receipt of an event, for whoever handed it in or signed it, and for the table office.
///
/// # Errors
/// To all others, that it is not there.
pub(crate) async fn handed(who: Acting<'_>, slug: &str, event: Seq) -> Result<Handed, Denied> {
    let none = || Denied::NotFound;
    let dossier = who.server.desk.id(slug).ok_or_else(none)?;
    let before = event.checked_sub(1).ok_or_else(none)?;
    let lines = who.store().lines(dossier, before, 1).await?;
    let (entry, hash) = lines.first().and_then(|line| read(before, line)).ok_or_else(none)?;
    let amendment = handed_in(&entry.event).ok_or_else(none)?.clone();
    let mut follow = who.server.desk.follow(slug).ok_or_else(none)?;
    // What takes long to be worked out is shown without.
    let shown = tokio::time::timeout(PATIENCE, follow.wait_for(|held| held.head.seq >= event));
    let shown = shown.await.ok().and_then(Result::ok).map(|held| Arc::clone(&held));
    let held = shown.or_else(|| who.server.site.get(slug)).ok_or_else(none)?;
    let at = held.sitting.course.position(&amendment);
    let record = at.and_then(|at| held.sitting.course.record(at));
    let own = record.is_some_and(|one| is_own(who, (&held.sitting.course, dossier), one));
    let own = own || entry.actor == who.account.name;
    if !own && !who.can(Act::SeeInbox, Some(dossier)) {
        return Err(none());
    }
    Ok(Handed { held, entry, hash, amendment, at })
}

/// A line of a log, with its hash.
fn read(before: Seq, line: &str) -> Option<(Entry, Hash)> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    let hash = Hash::parse(value.get("prev")?.as_str()?)?;
    let mut reader = Reader::behind(Head { seq: before, hash }, line.as_bytes());
    let entry = reader.next()?.ok()?;
    Some((entry, reader.head().hash))
}

pub(super) async fn receipt(
    who: Who,
    Path((_, slug, event)): Path<(String, String, String)>,
) -> Result<Response, Refused> {
    let event: Seq = event.parse().map_err(|_| who.problem(Problem::NotFound))?;
    let handed = who.done(handed(who.acting()?, &slug, event).await)?;
    let own = handed.at.map(|at| Tabled { held: Arc::clone(&handed.held), at, withdraws: None });
    let path = format!("/desk/draft/{slug}/receipt/{event}");
    let address = crate::account::handed_on(&who, &path);
    let body = pages::receipt(&handed, own.as_ref(), &address, who.tongue);
    Ok(who.page(StatusCode::OK, &who.tongue.say("drafting-receipt"), &path, &body))
}

/// What a form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Form {
    /// The amendment, as the log calls it.
    amendment: String,
    /// The last event that the page knew.
    seen: String,
}

/// One's own amendment is taken back.
pub(super) async fn withdrawn(
    who: Who,
    Path((_, slug)): Path<(String, String)>,
    Sent(form): Sent<Form>,
) -> Result<Response, Refused> {
    let acting = who.acting()?;
    let actor = acting.account.name.clone();
    let server = who.server();
    let none = || who.problem(Problem::NotFound);
    let held = server.site.get(&slug).ok_or_else(none)?;
    let dossier = server.desk.id(&slug).ok_or_else(none)?;
    let here = (&held.sitting.course, dossier);
    let amendment = Id(form.amendment);
    let at = held.sitting.course.position(&amendment).ok_or_else(none)?;
    let record = held.sitting.course.record(at).filter(|one| is_own(acting, here, one));
    let record = record.ok_or_else(none)?;
    who.may(Act::Withdraw, Some(dossier))?;
    let Some(by) = withdraws(acting, here, record) else {
        return super::mine::page(
            &who,
            StatusCode::CONFLICT,
            "",
            &who.tongue.say("drafting-decided"),
        )
        .await;
    };
    let seen = form.seen.parse().map_err(|_| who.problem(Problem::Unreadable))?;
    let event = Event::Withdrawn { amendment, by };
    let lang = who.tongue.lang();
    let decision = Decision { actor, event, seen: Some(seen), key: None, lang };
    match server.desk.decide(&slug, decision).await {
        Ok(_) => Ok(on_to(&who.address("/desk/drafts?done=withdrawn"))),
        Err(error) => super::mine::page(&who, error.status(), "", &error.told(who.tongue)).await,
    }
}
