//! The one task of a store that appends: what waits is kept in one transaction, each with an answer of its own.
//!
//! Writing to the disk takes milliseconds, however much is written: while it does, the next appends gather. Each is held
//! against its log before anything of it is written, so that one that is refused leaves the others alone.

use crate::append::{MOST_LINES, read};
use crate::dossiers::{self, DossierId};
use crate::sql::{Columns, Value, many, seq, sql};
use crate::{AppendError, Base, Changed, Error, Key, Kind, Receipt, postgres};
use procedure::event::{Seq, Time};
use procedure::log::{Hash, Head};
use sqlx::{Any, Transaction};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};

/// Appends that are kept together, at most.
const TOGETHER: usize = 1_024;

/// What is asked of the writer.
pub(crate) enum Request {
    Append(Job),
    /// Everything handed in before is answered first.
    Close(oneshot::Sender<()>),
}

/// Lines that follow from `expected`, for one log.
pub(crate) struct Job {
    pub(crate) dossier: DossierId,
    pub(crate) expected: Head,
    pub(crate) lines: Vec<Line>,
    /// Texts that must be kept already.
    pub(crate) texts: Vec<Hash>,
    pub(crate) answer: oneshot::Sender<Result<Head, AppendError>>,
}

pub(crate) struct Line {
    pub(crate) line: String,
    pub(crate) hash: Hash,
    pub(crate) seq: Seq,
    pub(crate) time: Time,
    pub(crate) key: Option<Key>,
}

impl Job {
    fn head(&self) -> Head {
        let last = self.lines.last().map(|line| Head { seq: line.seq, hash: line.hash });
        last.unwrap_or(self.expected)
    }
}

/// Serves until the last store is gone or closed.
pub(crate) async fn run(base: Base, mut requests: mpsc::Receiver<Request>) {
    let (mut waiting, mut closing) = (Vec::new(), Vec::new());
    while requests.recv_many(&mut waiting, TOGETHER).await > 0 {
        let mut jobs = Vec::new();
        for request in waiting.drain(..) {
            match request {
                Request::Append(job) => jobs.push(job),
                Request::Close(done) => {
                    requests.close();
                    closing.push(done);
                }
            }
        }
        serve(&base, jobs).await;
    }
    for done in closing {
        let _ = done.send(());
    }
}

async fn serve(base: &Base, jobs: Vec<Job>) {
    match together(base, &jobs).await {
        Ok(answers) => answer(jobs, answers),
        // Something in one of them was refused by the database itself, as where another program has just used a key:
        // each is tried alone, and sees that.
        Err(Error::Database(_)) => {
            let mut lost = None;
            for job in jobs {
                let answers = match &lost {
                    Some(error) => Err(Error::clone(error)),
                    None => together(base, std::slice::from_ref(&job)).await,
                };
                // Where the database is gone it is not asked again for each.
                lost = answers.as_ref().err().filter(|e| !matches!(e, Error::Database(_))).cloned();
                answer(vec![job], answers.unwrap_or_else(|error| vec![Err(error.into())]));
            }
        }
        Err(error) => {
            let answers = jobs.iter().map(|_| Err(error.clone().into())).collect();
            answer(jobs, answers);
        }
    }
}

fn answer(jobs: Vec<Job>, answers: Vec<Result<Head, AppendError>>) {
    for (job, answer) in jobs.into_iter().zip(answers) {
        // Whoever asked may have gone.
        let _ = job.answer.send(answer);
    }
}

/// What comes of an append before it is known how the log stands in the end.
enum Outcome {
    Kept,
    Behind,
    Refused(AppendError),
}

/// Keeps all that can be kept, in one transaction; on return it is on the disk.
async fn together(base: &Base, jobs: &[Job]) -> Result<Vec<Result<Head, AppendError>>, Error> {
    if jobs.is_empty() {
        return Ok(Vec::new());
    }
    let mut batch = Batch::begin(base, jobs).await?;
    let mut outcomes = Vec::with_capacity(jobs.len());
    for job in jobs {
        outcomes.push(batch.take(job).await?);
    }
    let mut answers = Vec::with_capacity(jobs.len());
    for (job, outcome) in jobs.iter().zip(outcomes) {
        answers.push(match outcome {
            Outcome::Kept => Ok(job.head()),
            Outcome::Refused(error) => Err(error),
            Outcome::Behind => Err(batch.behind(job).await?),
        });
    }
    batch.end(base).await?;
    Ok(answers)
}

/// A transaction, and what was seen and changed in it.
struct Batch {
    transaction: Transaction<'static, Any>,
    heads: BTreeMap<DossierId, Option<Head>>,
    changed: BTreeSet<DossierId>,
    /// The hashes of events at which somebody believed a log to stand.
    hashes: BTreeMap<(DossierId, Seq), Option<Hash>>,
    /// The lines behind an event, read once for all who lack them.
    behind: BTreeMap<(DossierId, Seq), Arc<[String]>>,
}

impl Batch {
    /// Begins it, and reads where the logs stand; nobody else writes to them until its end.
    async fn begin(base: &Base, jobs: &[Job]) -> Result<Self, Error> {
        let mut transaction = base.write().await?;
        let mut heads = BTreeMap::new();
        // In one order everywhere, so that no two nodes wait for each other.
        let dossiers: BTreeSet<DossierId> = jobs.iter().map(|job| job.dossier).collect();
        for dossier in dossiers {
            if base.kind == Kind::Postgres {
                postgres::lock(&mut transaction, dossier.0).await?;
            }
            heads.insert(dossier, dossiers::head(&mut transaction, dossier).await?);
        }
        Ok(Self {
            transaction,
            heads,
            changed: BTreeSet::new(),
            hashes: BTreeMap::new(),
            behind: BTreeMap::new(),
        })
    }

    /// Writes the lines of an append, or says why not, and then has written nothing.
    async fn take(&mut self, job: &Job) -> Result<Outcome, Error> {
        let refused = |error| Ok(Outcome::Refused(error));
        let Some(head) = self.heads.get(&job.dossier).copied().flatten() else {
            return refused(AppendError::NoDossier);
        };
        if let Some((at, receipt)) = self.used(job).await? {
            return refused(AppendError::Key { at, receipt: Some(receipt) });
        }
        if head != job.expected {
            let stood = self.stood(job, head).await?;
            return Ok(if stood {
                Outcome::Behind
            } else {
                Outcome::Refused(AppendError::OtherLog)
            });
        }
        for hash in &job.texts {
            let there = sql!("SELECT hash FROM texts WHERE hash = $1", *hash);
            if there.fetch_optional(&mut *self.transaction).await?.is_none() {
                return refused(AppendError::NoText(hash.to_string()));
            }
        }
        self.write(job).await?;
        self.heads.insert(job.dossier, Some(job.head()));
        self.changed.insert(job.dossier);
        Ok(Outcome::Kept)
    }

    /// The first key of an append under which something is kept, and what.
    async fn used(&mut self, job: &Job) -> Result<Option<(usize, Receipt)>, Error> {
        let keys: Vec<(usize, &Key)> = (job.lines.iter().enumerate())
            .filter_map(|(at, line)| Some((at, line.key.as_ref()?)))
            .collect();
        let rows = keys
            .iter()
            .map(|(_, key)| vec![Value::from(key.scope.as_str()), Value::from(key.name.as_str())]);
        let before = "SELECT scope, name, dossier, seq, hash, fingerprint FROM receipts WHERE (scope, name) IN (VALUES";
        for asked in many(before, ")", rows.collect())? {
            for row in asked.fetch_all(&mut *self.transaction).await? {
                let (scope, name) = (row.text(0)?, row.text(1)?);
                let found = keys.iter().find(|(_, key)| key.scope == scope && key.name == name);
                if let Some((at, _)) = found {
                    return Ok(Some((*at, read(&row, 2)?)));
                }
            }
        }
        Ok(None)
    }

    /// Whether the log once stood where the caller believes that it stands.
    async fn stood(&mut self, job: &Job, head: Head) -> Result<bool, Error> {
        if job.expected == Head::default() {
            return Ok(true);
        }
        if job.expected.seq >= head.seq {
            return Ok(false);
        }
        // Many may be behind by the same.
        let wanted = (job.dossier, job.expected.seq);
        let hash = match self.hashes.get(&wanted) {
            Some(hash) => *hash,
            None => {
                let line = sql!(
                    "SELECT hash FROM entries WHERE dossier = $1 AND seq = $2",
                    job.dossier.0,
                    seq(job.expected.seq)
                );
                let row = line.fetch_optional(&mut *self.transaction).await?;
                let hash = row.map(|row| row.hash(0)).transpose()?;
                self.hashes.insert(wanted, hash);
                hash
            }
        };
        Ok(hash == Some(job.expected.hash))
    }

    async fn write(&mut self, job: &Job) -> Result<(), Error> {
        let line = |line: &Line| {
            let text = Value::from(line.line.as_str());
            vec![job.dossier.0.into(), seq(line.seq).into(), text, line.hash.into()]
        };
        let receipt = |line: &Line| {
            let key = line.key.as_ref()?;
            Some(vec![
                Value::from(key.scope.as_str()),
                Value::from(key.name.as_str()),
                key.fingerprint.into(),
                job.dossier.0.into(),
                seq(line.seq).into(),
                line.hash.into(),
                Value::from(&line.time),
            ])
        };
        let lines = job.lines.iter().map(line).collect();
        let receipts = job.lines.iter().filter_map(receipt).collect();
        let lines = many("INSERT INTO entries (dossier, seq, line, hash) VALUES", "", lines)?;
        let before =
            "INSERT INTO receipts (scope, name, fingerprint, dossier, seq, hash, given) VALUES";
        for insert in lines.into_iter().chain(many(before, "", receipts)?) {
            insert.execute(&mut *self.transaction).await?;
        }
        Ok(())
    }

    /// What an append lacks, as the log stands at the end of the transaction.
    async fn behind(&mut self, job: &Job) -> Result<AppendError, Error> {
        let head = self.heads.get(&job.dossier).copied().flatten().unwrap_or_default();
        let wanted = (job.dossier, job.expected.seq);
        if let Some(lines) = self.behind.get(&wanted) {
            return Ok(AppendError::Behind { head, lines: Arc::clone(lines) });
        }
        let (dossier, after) = wanted;
        let lines = dossiers::lines(&mut self.transaction, dossier, after, MOST_LINES).await?;
        let lines: Arc<[String]> = lines.into();
        self.behind.insert(wanted, Arc::clone(&lines));
        Ok(AppendError::Behind { head, lines })
    }

    async fn end(mut self, base: &Base) -> Result<(), Error> {
        let heads = self.changed.iter().filter_map(|dossier| {
            let head = self.heads.get(dossier).copied().flatten()?;
            Some(Changed { dossier: *dossier, head })
        });
        let changed: Vec<Changed> = heads.collect();
        if base.kind == Kind::Postgres {
            for changed in &changed {
                postgres::notify(&mut self.transaction, *changed).await?;
            }
        }
        if changed.is_empty() {
            return Ok(self.transaction.rollback().await?);
        }
        crate::commit(self.transaction).await?;
        changed.into_iter().for_each(|changed| base.hub.tell(changed));
        Ok(())
    }
}
