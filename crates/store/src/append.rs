//! Appending to a log, held against its head.

use crate::dossiers::DossierId;
use crate::sql::{Columns, sql};
use crate::{Error, Store, writer};
use procedure::event::{Event, Seq};
use procedure::log::{Entry, Hash, Head, Reader};
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::sync::oneshot;

/// The most lines that are handed out with [`AppendError::Behind`].
pub(crate) const MOST_LINES: u32 = 4_096;

/// By what a request is known when it comes again: the lost answer is given a second time, and nothing is done twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Whose key it is, "account 7": others may use the same.
    pub scope: String,
    /// What the client called its request.
    pub name: String,
    /// SHA-256 of what was asked for: under one key only ever the same is.
    pub fingerprint: Hash,
}

/// An entry that is to be kept, and the key of the request that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Append {
    /// The entry.
    pub entry: Entry,
    /// The key, where the client gave one.
    pub key: Option<Key>,
}

impl From<Entry> for Append {
    fn from(entry: Entry) -> Self {
        Self { entry, key: None }
    }
}

/// That an entry was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// In whose log.
    pub dossier: DossierId,
    /// Where in it.
    pub seq: Seq,
    /// The hash of the line.
    pub hash: Hash,
    /// What the request asked for.
    pub fingerprint: Hash,
}

/// Why nothing was appended.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// `append-behind`: the log has gone on. The caller takes in what it lacks and tries again.
    #[error("the log has gone on to event {}", head.seq)]
    Behind {
        /// Where the log stands.
        head: Head,
        /// The lines behind the head that the caller named; of more than 4,096 the first, so that what is tried next
        /// is behind again and given the next.
        lines: Arc<[String]>,
    },
    /// `append-other-log`: the log never stood at the head that the caller named.
    #[error("the log never stood at the head that was named")]
    OtherLog,
    /// `append-chain`: the entries do not follow one another from the head that the caller named, or one cannot be
    /// read back; or there is none.
    #[error("the entries do not follow from the head that was named")]
    Chain,
    /// `append-key`: a key was used before, or twice. Where it was for the same request, this is its receipt; where it was for
    /// another, the request is refused.
    #[error("a key was used before")]
    Key {
        /// The entry that came with it, by position.
        at: usize,
        /// What was kept under it; its fingerprint tells whether that is the same request. None where two entries of this
        /// append have one key.
        receipt: Option<Receipt>,
    },
    /// `append-no-text`: the draft is revised to one that was not kept before.
    #[error("the dossier that the event names is not kept: {0}")]
    NoText(String),
    /// `append-no-dossier`: there is no such dossier.
    #[error("there is no such dossier")]
    NoDossier,
    /// What the store says; of `store-unsure` it is known only by reading whether it was kept.
    #[error(transparent)]
    Store(#[from] Error),
}

impl AppendError {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Behind { .. } => "append-behind",
            Self::OtherLog => "append-other-log",
            Self::Chain => "append-chain",
            Self::Key { .. } => "append-key",
            Self::NoText(_) => "append-no-text",
            Self::NoDossier => "append-no-dossier",
            Self::Store(error) => error.code(),
        }
    }
}

impl From<sqlx::Error> for AppendError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Appends entries to a log that stands at `expected`: all of them, on the disk when this returns the new head, or none.
    ///
    /// Whoever gives this up while it waits does not know whether the entries are kept.
    ///
    /// # Errors
    ///
    /// [`AppendError`].
    pub async fn append(
        &self,
        dossier: DossierId,
        expected: Head,
        entries: &[Append],
    ) -> Result<Head, AppendError> {
        let (lines, texts) = checked(expected, entries)?;
        let (answer, answered) = oneshot::channel();
        let job = writer::Job { dossier, expected, lines, texts, answer };
        let sent = self.inner.jobs.send(writer::Request::Append(job)).await;
        sent.map_err(|_| AppendError::Store(Error::Closed))?;
        answered.await.unwrap_or(Err(AppendError::Store(Error::Unsure)))
    }

    /// What was answered to a request with this key before.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn receipt(&self, scope: &str, name: &str) -> Result<Option<Receipt>, Error> {
        let found = sql!(
            "SELECT dossier, seq, hash, fingerprint FROM receipts WHERE scope = $1 AND name = $2",
            scope,
            name
        );
        let row = found.fetch_optional(&self.base().reads).await?;
        row.map(|row| read(&row, 0)).transpose()
    }
}

/// A receipt from four columns of a row.
pub(crate) fn read(row: &sqlx::any::AnyRow, first: usize) -> Result<Receipt, Error> {
    Ok(Receipt {
        dossier: DossierId(row.number(first)?),
        seq: row.count(first + 1)?,
        hash: row.hash(first + 2)?,
        fingerprint: row.hash(first + 3)?,
    })
}

/// The entries as lines, each held against the chain as whoever reads the log will do; and the texts that they name.
fn checked(
    expected: Head,
    entries: &[Append],
) -> Result<(Vec<writer::Line>, Vec<Hash>), AppendError> {
    let (mut head, mut lines, mut texts) = (expected, Vec::new(), Vec::new());
    let mut keys = BTreeSet::new();
    for (at, Append { entry, key }) in entries.iter().enumerate() {
        let line = entry.line();
        let mut reader = Reader::behind(head, line.as_bytes());
        let one = reader.next().is_some_and(|read| read.is_ok()) && reader.next().is_none();
        let opens = matches!(entry.event, Event::Opened { .. });
        if !one || opens {
            return Err(AppendError::Chain);
        }
        if let Event::DraftRevised { dossier, .. } = &entry.event {
            texts.push(Hash::parse(dossier).ok_or(AppendError::NoText(dossier.clone()))?);
        }
        if key.as_ref().is_some_and(|key| key.scope.contains('\0') || key.name.contains('\0')) {
            return Err(Error::Character.into());
        }
        if key.as_ref().is_some_and(|key| !keys.insert((&key.scope, &key.name))) {
            return Err(AppendError::Key { at, receipt: None });
        }
        head = reader.head();
        lines.push(writer::Line {
            line,
            hash: head.hash,
            seq: head.seq,
            time: entry.time.clone(),
            key: key.clone(),
        });
    }
    if lines.is_empty() { Err(AppendError::Chain) } else { Ok((lines, texts)) }
}
