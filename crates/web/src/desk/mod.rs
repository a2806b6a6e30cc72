//! The desk: dossiers kept in memory, and the one place where something is recorded.
//!
//! ```text
//! store ──lines──► keeper (one for each dossier) ──Held──► site, followers
//!   ▲                 │
//!   └──── append ─────┘  ◄── hand in, decide
//! ```
//!
//! Each dossier has a [keeper], a task that holds where its log stands and does one thing after the other.
//! What members hand in ([`Desk::hand_in`]) is held against the rules event by event and appended at whatever the log
//! stands; all that waits goes into one transaction. A decision ([`Desk::decide`]) is worked out against all that was
//! recorded before it, with what follows from it, and is refused where somebody else has meanwhile decided on the same
//! amendment. Either is answered when it is on the disk, and never before.
//!
//! Other processes append to the same logs on PostgreSQL. The store tells of it; a keeper that comes too late with an
//! append of its own is given what it lacks, takes that in and tries again.
//!
//! What costs time, the dossier worked out anew after amendments came, is done beside the keeper, which goes on taking
//! what is handed in: pages may be a moment behind, receipts wait for nobody.

mod folded;
mod keeper;
mod told;

use crate::held::Fault;
use crate::observe::{Figures, How};
use crate::{Held, Site};
use engine::Dossier;
use engine::sitting::{self, Refused};
use keeper::Keeper;
use procedure::event::{Event, Seq, Time};
use procedure::log::{Hash, Head};
use procedure::rules;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{DossierId, Store};
use text::Lang;
use tokio::sync::{mpsc, oneshot, watch};

/// Gives the present moment in seconds since 1970. Only who starts the program knows a clock.
pub type Clock = Arc<dyn Fn() -> u64 + Send + Sync>;

/// Requests that wait for a keeper before whoever asks waits, too.
const WAITING: usize = 4_096;

/// What several do at one time is recorded here.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    store: Store,
    site: Arc<Site>,
    clock: Clock,
    keepers: Mutex<BTreeMap<DossierId, Handle>>,
    faults: Mutex<BTreeMap<String, Fault>>,
    figures: Figures,
}

/// How a keeper is reached.
#[derive(Clone)]
struct Handle {
    slug: String,
    inbox: mpsc::Sender<Request>,
    live: watch::Receiver<Arc<Held>>,
}

/// Events of one person that go together: all of them are recorded, one behind the other, or none.
#[derive(Clone, Debug)]
pub struct HandIn {
    /// Who.
    pub actor: String,
    /// What: each must be possible whatever others do, so that what follows from it is nothing.
    pub events: Vec<Event>,
    /// The last event that whoever hands it in knows of: where somebody has recorded something about the same amendments behind it,
    /// nothing is recorded. None where they need know nothing.
    pub seen: Option<Seq>,
    /// By what the request is known when it comes again; the receipt is that of the last event.
    pub key: Option<store::Key>,
    /// The language in which a refusal is told.
    pub lang: Lang,
}

/// A decision.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Who.
    pub actor: String,
    /// What.
    pub event: Event,
    /// The last event that whoever decides knows of; none where they need know nothing.
    pub seen: Option<Seq>,
    /// By what the request is known when it comes again.
    pub key: Option<store::Key>,
    /// The language in which a refusal is told.
    pub lang: Lang,
}

/// That something was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the log.
    pub seq: Seq,
    /// The hash of its line.
    pub hash: Hash,
    /// When, by the clock of the process that recorded it; none where the same request was answered before.
    pub time: Option<Time>,
}

/// Why nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// `no-dossier`: there is none of this name.
    #[error("there is no such dossier")]
    NoDossier,
    /// The rules forbid it, or it cannot be carried out: the code is that of the rule.
    #[error("{}: {}", .0.code, .0.message.text)]
    Refused(Box<Refused>),
    /// `decided-meanwhile`: somebody has recorded something else about the same amendment.
    #[error("event {0} has changed what this decision is about")]
    Meanwhile(Seq),
    /// `key-reused`: the key was used for another request.
    #[error("the key was used for another request")]
    KeyReused,
    /// `desk-fault`: what the log says and what is at hand do not belong together.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// What the store says.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// `nothing-said`: there is no event in what was handed in.
    #[error("there is no event in what was handed in")]
    Nothing,
    /// `desk-closed`: the program is ending.
    #[error("the program is ending")]
    Closed,
}

impl Error {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoDossier => "no-dossier",
            Self::Refused(refused) => refused.code,
            Self::Meanwhile(_) => "decided-meanwhile",
            Self::KeyReused => "key-reused",
            Self::Fault(_) => "desk-fault",
            Self::Store(error) => error.code(),
            Self::Nothing => "nothing-said",
            Self::Closed => "desk-closed",
        }
    }
}

type Reply = oneshot::Sender<Result<Recorded, Error>>;

/// What a keeper is asked for.
enum Request {
    HandIn(HandIn, Reply),
    Decide(Box<Decision>, Reply),
    /// The log stands at this head, as far as the store has heard.
    News(Head),
}

impl Desk {
    /// Takes all dossiers of a store in, and goes on with what others record. A dossier whose log is not sound is left
    /// out, which [`Self::faults`] tells.
    ///
    /// # Errors
    /// What the store says.
    pub async fn start(store: Store, site: Arc<Site>, clock: Clock) -> Result<Self, Error> {
        let (keepers, faults) = (Mutex::default(), Mutex::default());
        let desk = Self(Arc::new(Inner {
            store,
            site,
            clock,
            keepers,
            faults,
            figures: Figures::default(),
        }));
        // What is recorded while the logs are read is told behind.
        let news = desk.0.store.news();
        for dossier in desk.0.store.dossiers().await? {
            desk.keep(&dossier).await?;
        }
        tokio::spawn(desk.clone().listen(news));
        Ok(desk)
    }

    /// Opens a log on a dossier: a new one of this instance, under the rules that the dossier names or else PACE's latest.
    ///
    /// # Errors
    /// Where the rules are not at hand, the name is taken, or the rules refuse to open a log on it.
    pub async fn open(&self, slug: &str, dossier: &Dossier, actor: &str) -> Result<(), Error> {
        free(slug)?;
        let named = dossier.rules.as_ref().map(|of| (of.profile.as_str(), of.edition.as_str()));
        let (profile, edition) = named.unwrap_or(rules::USUAL);
        let none = || Fault::Rules { profile: profile.to_owned(), edition: edition.to_owned() };
        let rules = rules::named(profile, edition).ok_or_else(none)?;
        let file = rules::shipped_file(profile).ok_or_else(none)?;
        let (given, now, actor) = (dossier.clone(), (self.0.clock)(), actor.to_owned());
        let made = tokio::task::spawn_blocking(move || {
            let text = engine::json::write(&engine::recorded::without(&given));
            let held = sitting::Sitting::new(&given, procedure::state::State::default(), rules);
            let event = sitting::opening(&held.state, rules, file.as_bytes());
            (text, Head::default().next(Time::of_unix(now), &actor, event, Vec::new()))
        });
        let (text, entry) = made.await.map_err(|_| Error::Closed)?;
        let mut course = procedure::state::State::default();
        course.apply(&entry, rules).map_err(|refusal| {
            let lang = dossier.versions.first().map_or(Lang::EN, |version| version.lang);
            let none = procedure::state::State::default();
            let telling = procedure::sentence::Telling { state: &none, rules, lang };
            let message = telling.refusal(&refusal);
            Error::Refused(Box::new(Refused { code: refusal.code(), message }))
        })?;
        let made = self.0.store.create(slug, &text, &entry).await?;
        self.keep(&made).await
    }

    /// Takes over a dossier with the log that was kept of it elsewhere, as it stands; `dossiers` are its drafts. When this
    /// returns, the site shows it.
    ///
    /// # Errors
    /// Where they do not belong together, the log is not sound, or the name is taken. Nothing is kept then, but for an error
    /// of the database behind the first of the log's events.
    pub async fn take_over(
        &self,
        slug: &str,
        dossiers: Vec<Dossier>,
        log: Vec<u8>,
    ) -> Result<(), Error> {
        free(slug)?;
        let (name, drafts) = (slug.to_owned(), dossiers.clone());
        let read = tokio::task::spawn_blocking(move || Held::read(name, drafts, &log)).await;
        let held = read.map_err(|_| Error::Closed)??;
        let Some((first, rest)) = held.entries.split_first() else {
            return Err(Fault::Empty.into());
        };
        let mut opened = None;
        for dossier in &dossiers {
            let text = engine::json::write(&engine::recorded::without(dossier));
            let hash = Hash::of(text.as_bytes()).to_string();
            match folded::names_text(first) == Some(hash.as_str()) {
                true => opened = Some(text),
                false => drop(self.0.store.put_text(&text).await?),
            }
        }
        let missing = || folded::names_text(first).unwrap_or_default().to_owned();
        let opened = opened.ok_or_else(|| Fault::Dossier { hash: missing() })?;
        let made = self.0.store.create(slug, &opened, first).await?;
        let rest: Vec<store::Append> = rest.iter().cloned().map(Into::into).collect();
        let mut head = made.head;
        for entries in rest.chunks(TAKEN_OVER) {
            let appended = self.0.store.append(made.id, head, entries).await;
            head = appended.map_err(|error| keeper::failed(&error))?;
        }
        self.keep(&made).await?;
        let mut follow = self.follow(slug).ok_or(Error::Closed)?;
        let shown = follow.wait_for(|held| held.head.seq >= head.seq).await;
        shown.map(|_| ()).map_err(|_| Error::Closed)
    }

    /// Records what somebody hands in.
    ///
    /// # Errors
    /// [`Error`].
    pub async fn hand_in(&self, slug: &str, what: HandIn) -> Result<Recorded, Error> {
        let count = what.events.len();
        let asked = self.ask(slug, |reply| Request::HandIn(what, reply));
        self.0.figures.recorded(How::HandedIn, (slug, count), asked).await
    }

    /// Records a decision with what follows from it. When this returns, the site shows it.
    ///
    /// # Errors
    /// [`Error`].
    pub async fn decide(&self, slug: &str, what: Decision) -> Result<Recorded, Error> {
        let asked = self.ask(slug, |reply| Request::Decide(Box::new(what), reply));
        self.0.figures.recorded(How::Decided, (slug, 1), asked).await
    }

    /// The number of a dossier, by which roles are held in it.
    pub fn id(&self, slug: &str) -> Option<DossierId> {
        let keepers = self.0.keepers.lock().unwrap_or_else(PoisonError::into_inner);
        keepers.iter().find(|(_, handle)| handle.slug == slug).map(|(id, _)| *id)
    }

    /// What the dossier of this number is called in addresses.
    pub fn slug(&self, dossier: DossierId) -> Option<String> {
        Some(self.keeper(dossier)?.slug)
    }

    /// A dossier as it stands, again and again; whoever is slow is told the last. None where there is no such dossier.
    pub fn follow(&self, slug: &str) -> Option<watch::Receiver<Arc<Held>>> {
        Some(self.handle(slug)?.live)
    }

    /// Dossiers that could not be taken in, by what they are called in addresses.
    pub fn faults(&self) -> Vec<(String, String)> {
        let faults = self.0.faults.lock().unwrap_or_else(PoisonError::into_inner);
        faults.iter().map(|(slug, fault)| (slug.clone(), fault.to_string())).collect()
    }

    /// The figures of what is recorded and answered here.
    pub fn figures(&self) -> &Figures {
        &self.0.figures
    }

    /// Where everything is kept.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The present moment.
    pub fn now(&self) -> Time {
        Time::of_unix((self.0.clock)())
    }

    async fn ask(
        &self,
        slug: &str,
        request: impl FnOnce(Reply) -> Request,
    ) -> Result<Recorded, Error> {
        let (reply, answer) = oneshot::channel();
        let handle = self.handle(slug).ok_or(Error::NoDossier)?;
        handle.inbox.send(request(reply)).await.map_err(|_| Error::Closed)?;
        answer.await.unwrap_or(Err(Error::Closed))
    }

    fn handle(&self, slug: &str) -> Option<Handle> {
        let keepers = self.0.keepers.lock().unwrap_or_else(PoisonError::into_inner);
        keepers.values().find(|handle| handle.slug == slug).cloned()
    }

    fn keeper(&self, dossier: DossierId) -> Option<Handle> {
        let keepers = self.0.keepers.lock().unwrap_or_else(PoisonError::into_inner);
        keepers.get(&dossier).cloned()
    }

    /// Takes a dossier in and keeps it from now on.
    async fn keep(&self, dossier: &store::Dossier) -> Result<(), Error> {
        if self.keeper(dossier.id).is_some() {
            return Ok(());
        }
        let held = match folded::read(&self.0.store, dossier).await {
            Ok(held) => Arc::new(held),
            Err(Error::Fault(fault)) => {
                let mut faults = self.0.faults.lock().unwrap_or_else(PoisonError::into_inner);
                faults.insert(dossier.slug.clone(), fault);
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let (live, follow) = watch::channel(Arc::clone(&held));
        let (inbox, requests) = mpsc::channel(WAITING);
        let handle = Handle { slug: dossier.slug.clone(), inbox, live: follow };
        {
            let mut keepers = self.0.keepers.lock().unwrap_or_else(PoisonError::into_inner);
            // Somebody may have been quicker.
            if keepers.contains_key(&dossier.id) {
                return Ok(());
            }
            keepers.insert(dossier.id, handle);
            self.0.site.put(Arc::clone(&held));
        }
        let (store, site) = (self.0.store.clone(), Arc::clone(&self.0.site));
        let keeper = Keeper::new(store, site, Arc::clone(&self.0.clock), dossier.id, held, live);
        tokio::spawn(keeper.run(requests));
        Ok(())
    }

    /// Passes on what others record.
    async fn listen(self, mut news: store::News) {
        while let Some(changed) = news.next().await {
            match self.keeper(changed.dossier) {
                Some(handle) => {
                    if handle.inbox.send(Request::News(changed.head)).await.is_err() {
                        return;
                    }
                }
                None => {
                    let Ok(all) = self.0.store.dossiers().await else { continue };
                    if let Some(new) = all.iter().find(|one| one.id == changed.dossier) {
                        // What cannot be read now is told again with its next event.
                        let _ = self.keep(new).await;
                    }
                }
            }
        }
    }
}

/// What stands where the name of a dossier would in addresses, and is none.
const RESERVED: [&str; 2] = ["account", "desk"];

/// Whether a dossier may be called so.
fn free(slug: &str) -> Result<(), store::Error> {
    if RESERVED.contains(&slug) { Err(store::Error::Slug) } else { Ok(()) }
}

/// Events of a log that are taken over in one transaction.
const TAKEN_OVER: usize = 4_096;
