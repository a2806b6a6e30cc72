//! The keeper of one dossier.

mod batch;

use super::folded::{self, Dossiers};
use super::{Clock, Decision, Error, HandIn, Recorded, Reply, Request};
use crate::held::Fault;
use crate::{Held, Site};
use engine::sitting::{revise, step};
use procedure::about;
use procedure::event::{Event, Id, Seq, Time};
use procedure::log::{Entry, Head, Reader};
use procedure::state::State as Course;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;
use store::{Append, AppendError, DossierId, Store};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until};

/// What is handed in goes into one transaction with so much else at most.
const BATCH: usize = 1_000;

/// Lines that are read at one time.
const PAGE: u32 = 4_096;

/// Where a dossier stands.
pub struct Keeper {
    store: Store,
    site: Arc<Site>,
    clock: Clock,
    dossier: DossierId,
    dossiers: Dossiers,
    /// What pages show: the state at some event, mostly the last.
    held: Arc<Held>,
    /// What was recorded behind that.
    tail: Vec<Entry>,
    /// Where all of it leads.
    course: Course,
    head: Head,
    /// The state being worked out beside.
    making: Option<JoinHandle<Result<Held, Fault>>>,
    /// When that began, and when it is begun anew at the earliest: what takes long must leave time for receipts.
    begun: Instant,
    next: Instant,
    /// Where it could not be worked out: that is not tried again before the log goes on.
    stuck: Option<Head>,
    live: watch::Sender<Arc<Held>>,
}

/// What was handed in and waits for its receipt.
struct Waiting {
    what: HandIn,
    reply: Reply,
}

/// What became of an attempt to append.
enum Attempt {
    /// It is on the disk.
    Done,
    /// Others were quicker: their entries are taken in now.
    Again,
}

impl Keeper {
    /// Keeps a dossier that stands as it is held.
    pub fn new(
        store: Store,
        site: Arc<Site>,
        clock: Clock,
        dossier: DossierId,
        held: Arc<Held>,
        live: watch::Sender<Arc<Held>>,
    ) -> Self {
        let (course, head) = (held.sitting.course.clone(), held.head);
        let (dossiers, tail, making, stuck) = (held.dossiers(), Vec::new(), None, None);
        let now = Instant::now();
        let (begun, next) = (now, now);
        Self {
            store,
            site,
            clock,
            dossier,
            dossiers,
            held,
            tail,
            course,
            head,
            making,
            begun,
            next,
            stuck,
            live,
        }
    }

    /// Does one thing after the other until nobody asks any more.
    pub async fn run(mut self, mut inbox: mpsc::Receiver<Request>) {
        let mut kept = VecDeque::new();
        loop {
            let is_behind = self.is_behind();
            if is_behind && Instant::now() >= self.next {
                self.make();
            }
            let request = match kept.pop_front() {
                Some(request) => request,
                None => tokio::select! {
                    () = sleep_until(self.next), if is_behind && self.making.is_none() => continue,
                    made = made(&mut self.making), if self.making.is_some() => {
                        self.show(made);
                        continue;
                    }
                    request = inbox.recv() => match request {
                        Some(request) => request,
                        None => break,
                    },
                },
            };
            match request {
                Request::HandIn(what, reply) => {
                    let mut batch = vec![Waiting { what, reply }];
                    // What came behind it goes with it, up to the next decision.
                    while batch.len() < BATCH && kept.is_empty() {
                        match inbox.try_recv() {
                            Ok(Request::HandIn(what, reply)) => batch.push(Waiting { what, reply }),
                            Ok(other) => kept.push_back(other),
                            Err(_) => break,
                        }
                    }
                    self.hand_in(batch).await;
                }
                Request::Decide(what, reply) => {
                    let answer = self.decide(*what).await;
                    // Whoever asked may be gone.
                    let _ = reply.send(answer);
                }
                Request::News(head) => {
                    if head.seq > self.head.seq {
                        // What cannot be read now is read with the next news, or before the next append.
                        let _ = self.catch_up().await;
                    }
                }
            }
        }
    }

    /// Whether pages are behind, and nothing is done about it that could be.
    fn is_behind(&self) -> bool {
        self.making.is_none() && !self.tail.is_empty() && self.stuck != Some(self.head)
    }

    /// Begins to work out the present state where pages are behind it.
    fn make(&mut self) {
        if self.is_behind() {
            let (held, dossiers) = (Arc::clone(&self.held), Arc::clone(&self.dossiers));
            let (tail, course, head) = (self.tail.clone(), self.course.clone(), self.head);
            self.begun = Instant::now();
            self.making = Some(tokio::task::spawn_blocking(move || {
                folded::later(&held, &dossiers, &tail, course, head)
            }));
        }
    }

    /// Shows what was worked out.
    fn show(&mut self, made: Option<Held>) {
        self.making = None;
        // As long again as it took, so that half of a core at most goes into it while much is handed in.
        self.next = Instant::now() + self.begun.elapsed();
        let Some(made) = made else {
            self.stuck = Some(self.head);
            return;
        };
        self.stuck = None;
        self.tail.retain(|entry| entry.seq > made.head.seq);
        self.held = Arc::new(made);
        self.site.put(Arc::clone(&self.held));
        self.live.send_replace(Arc::clone(&self.held));
    }

    /// Waits until pages stand where the log does.
    async fn up_to_date(&mut self) -> Result<(), Error> {
        while self.held.head != self.head {
            let before = self.held.head;
            self.make();
            let made = made(&mut self.making).await;
            self.show(made);
            if self.held.head == before {
                return Err(Error::Closed);
            }
        }
        Ok(())
    }

    /// The present moment, but never before what was recorded last: a clock may be set back.
    fn moment(&self) -> Time {
        let now = Time::of_unix((self.clock)());
        self.course.time.clone().map_or(now.clone(), |last| last.max(now))
    }

    async fn hand_in(&mut self, mut batch: Vec<Waiting>) {
        while !batch.is_empty() {
            let (accepted, refused, appends) = self.tried(batch);
            if appends.is_empty() {
                return self.refuse(refused).await;
            }
            match self.append(&appends, None).await {
                Ok(Attempt::Done) => {
                    for (waiting, last) in accepted {
                        let entry = appends.get(last).map(|append| &append.entry);
                        let answer = entry.map_or(Err(Error::Closed), |entry| Ok(recorded(entry)));
                        let _ = waiting.reply.send(answer);
                    }
                    return self.refuse(refused).await;
                }
                Ok(Attempt::Again) => {
                    let accepted = accepted.into_iter().map(|(one, _)| one);
                    batch = accepted.chain(refused.into_iter().map(|(one, _)| one)).collect();
                }
                Err(AppendError::Key { at, receipt }) => {
                    // One of them was answered before; the others are tried again without it.
                    batch = Vec::new();
                    for (waiting, last) in accepted {
                        if last == at {
                            let _ = waiting.reply.send(known(receipt.clone(), &waiting.what.key));
                        } else {
                            batch.push(waiting);
                        }
                    }
                    batch.extend(refused.into_iter().map(|(one, _)| one));
                }
                Err(error) => {
                    for (waiting, _) in accepted {
                        let _ = waiting.reply.send(Err(failed(&error)));
                    }
                    return self.refuse(refused).await;
                }
            }
        }
    }

    async fn decide(&mut self, what: Decision) -> Result<Recorded, Error> {
        if let Some(key) = &what.key
            && let Some(receipt) = self.store.receipt(&key.scope, &key.name).await?
        {
            return known(Some(receipt), &what.key);
        }
        loop {
            self.up_to_date().await?;
            if let Some(later) = what.seen.and_then(|seen| self.changed_since(seen, [&what.event]))
            {
                return Err(Error::Meanwhile(later));
            }
            let (held, time) = (Arc::clone(&self.held), self.moment());
            let (event, actor, lang) = (what.event.clone(), what.actor.clone(), what.lang);
            if let Event::DraftRevised { dossier, .. } = &event {
                self.learn(dossier).await?;
            }
            let dossiers = Arc::clone(&self.dossiers);
            let made = tokio::task::spawn_blocking(move || {
                let by = (time, actor.as_str());
                match &event {
                    // What a revision comes to is known to whoever has both drafts.
                    Event::DraftRevised { dossier, reason } => {
                        let drafts = dossiers.get(&held.sitting.course.dossier);
                        let drafts = drafts.zip(dossiers.get(dossier));
                        let none = || Fault::Dossier { hash: dossier.clone() };
                        let drafts = drafts.ok_or_else(|| Error::Fault(none()))?;
                        revise(drafts, reason, &held.sitting, held.head, by, lang)
                    }
                    _ => step(event, &held.sitting, held.head, by, lang),
                }
                .map_err(Error::Refused)
            });
            let step = made.await.map_err(|_| Error::Closed)??;
            let append = Append { entry: step.entry.clone(), key: what.key.clone() };
            match self.append(&[append], Some(step.course)).await {
                Ok(Attempt::Done) => {
                    self.up_to_date().await?;
                    return Ok(recorded(&step.entry));
                }
                Ok(Attempt::Again) => {}
                Err(AppendError::Key { receipt, .. }) => return known(receipt, &what.key),
                Err(error) => return Err(failed(&error)),
            }
        }
    }

    /// The first event behind `seen` that is about an amendment that one of these is about, too.
    fn changed_since<'a>(
        &self,
        seen: Seq,
        events: impl IntoIterator<Item = &'a Event>,
    ) -> Option<Seq> {
        let behind = usize::try_from(seen).unwrap_or(usize::MAX);
        let shown = self.held.entries.iter().skip(behind);
        let mut later = shown.chain(self.tail.iter().filter(|entry| entry.seq > seen)).peekable();
        later.peek()?;
        let of = |event: &Event| {
            let entry = self.head.next(Time::of_unix(0), "", event.clone(), Vec::new());
            about::amendments(&entry, &self.course)
        };
        let mine: BTreeSet<Id> = events.into_iter().flat_map(of).collect();
        let same = |entry: &&Entry| {
            let theirs = about::amendments(entry, &self.course);
            theirs.iter().any(|amendment| mine.contains(amendment))
        };
        later.find(same).map(|entry| entry.seq)
    }

    /// Appends entries behind the head and takes them in; `course` is where they lead, none where they are taken into it
    /// already.
    async fn append(
        &mut self,
        entries: &[Append],
        course: Option<Course>,
    ) -> Result<Attempt, AppendError> {
        let error = match self.store.append(self.dossier, self.head, entries).await {
            Ok(head) => {
                self.head = head;
                if let Some(course) = course {
                    self.course = course;
                }
                self.tail.extend(entries.iter().map(|append| append.entry.clone()));
                return Ok(Attempt::Done);
            }
            Err(error) => error,
        };
        if course.is_none() {
            self.course = self.recorded();
        }
        match error {
            AppendError::Behind { lines, .. } => {
                self.take(&lines).await.map_err(|_| AppendError::OtherLog)?;
                Ok(Attempt::Again)
            }
            // Only reading tells what was kept.
            AppendError::Store(error) => {
                let last = self.head.seq + entries.len() as u64;
                let lines: Vec<String> = entries.iter().map(|append| append.entry.line()).collect();
                let kept = self.store.lines(self.dossier, self.head.seq, PAGE).await;
                let kept = kept.map_err(|_| AppendError::Store(error.clone()))?;
                let is_kept = kept.starts_with(&lines);
                if self.take(&kept).await.is_ok() && is_kept && self.head.seq >= last {
                    Ok(Attempt::Done)
                } else {
                    Err(AppendError::Store(error))
                }
            }
            error => Err(error),
        }
    }

    /// Reads what others have recorded.
    async fn catch_up(&mut self) -> Result<(), Error> {
        loop {
            let lines = self.store.lines(self.dossier, self.head.seq, PAGE).await?;
            self.take(&lines).await?;
            if lines.len() < PAGE as usize {
                return Ok(());
            }
        }
    }

    /// Has the draft of this hash at hand.
    async fn learn(&mut self, hash: &str) -> Result<(), Error> {
        if !self.dossiers.contains_key(hash) {
            let text = folded::text(&self.store, hash).await?;
            let mut all = (*self.dossiers).clone();
            all.insert(hash.to_owned(), text);
            self.dossiers = Arc::new(all);
        }
        Ok(())
    }

    /// Takes lines of the log in, which stand behind the head.
    async fn take(&mut self, lines: &[String]) -> Result<(), Error> {
        for line in lines {
            let mut reader = Reader::behind(self.head, line.as_bytes());
            let Some(read) = reader.next() else { continue };
            let entry = read.map_err(|fault| {
                let line = self.head.seq + 1;
                Fault::Line { line, problem: fault.problem }
            })?;
            if let Some(hash) = folded::names_text(&entry) {
                self.learn(hash).await?;
            }
            let refused = |refusal| Fault::Refused { event: entry.seq, refusal: Box::new(refusal) };
            self.course.apply(&entry, self.held.sitting.rules).map_err(refused)?;
            self.head = reader.head();
            self.tail.push(entry);
        }
        Ok(())
    }
}

/// What was worked out; none where that failed, or nothing was.
async fn made(making: &mut Option<JoinHandle<Result<Held, Fault>>>) -> Option<Held> {
    match making {
        Some(task) => task.await.ok()?.ok(),
        None => None,
    }
}

fn recorded(entry: &Entry) -> Recorded {
    let mut head = Head { seq: entry.seq.saturating_sub(1), hash: entry.prev };
    head.advance(&entry.line());
    Recorded { seq: head.seq, hash: head.hash, time: Some(entry.time.clone()) }
}

/// The answer to a request that was answered before.
fn known(receipt: Option<store::Receipt>, key: &Option<store::Key>) -> Result<Recorded, Error> {
    let same = |receipt: &store::Receipt| {
        key.as_ref().is_some_and(|key| key.fingerprint == receipt.fingerprint)
    };
    let receipt = receipt.filter(same).ok_or(Error::KeyReused)?;
    Ok(Recorded { seq: receipt.seq, hash: receipt.hash, time: None })
}

pub fn failed(error: &AppendError) -> Error {
    match error {
        AppendError::Store(error) => Error::Store(error.clone()),
        AppendError::NoText(hash) => Error::Fault(Fault::Dossier { hash: hash.clone() }),
        AppendError::NoDossier => Error::NoDossier,
        _ => Error::Closed,
    }
}
