//! What people wrote and decided, kept.
//!
//! One concrete [`Store`] over SQLite and PostgreSQL. It keeps the logs of dossiers, line by line as
//! [`procedure::log`] writes them, the texts that logs name by their hash, and beside them, in no chain, accounts,
//! sessions and private drafts. What can be computed again is not kept.
//!
//! An append names the [`Head`](procedure::log::Head) that it continues: either the log still ends there, and on return the
//! lines are on the disk, or the caller is given the lines that it lacks. `docs/store.md` says what is
//! guaranteed.
//!
//! The clock is the caller's: whatever depends on a moment is given it. Secrets come as [`Secret`] and are kept as
//! their SHA-256 alone.

mod accounts;
mod append;
mod ask;
mod begun;
mod bodies;
mod dossiers;
mod drafts;
mod error;
mod links;
mod news;
mod open;
mod passkeys;
mod postgres;
mod secret;
mod sessions;
mod signatures;
mod sql;
mod sqlite;
mod tokens;
mod whole;
mod writer;

pub use accounts::{Account, AccountId, Role};
pub use append::{Append, AppendError, Key, Receipt};
pub use bodies::{Body, BodyId};
pub use dossiers::{Dossier, DossierId};
pub use drafts::{DraftId, PrivateDraft};
pub use error::Error;
pub use links::Purpose;
pub use news::{Changed, News};
pub use passkeys::Passkey;
pub use secret::Secret;
pub use sessions::Session;
pub use signatures::Signature;
pub use tokens::{Token, TokenId};

use news::Hub;
use sqlx::{Any, AnyPool, Transaction};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};
use tokio::task::AbortHandle;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sqlite,
    Postgres,
}

/// The two ways to the database, and where news of it is told.
#[derive(Clone)]
struct Base {
    kind: Kind,
    reads: AnyPool,
    /// On SQLite a single connection: whoever writes waits for it in turn.
    writes: AnyPool,
    hub: Arc<Hub>,
}

impl Base {
    /// A transaction that writes; on SQLite no other does until its end.
    async fn write(&self) -> Result<Transaction<'static, Any>, Error> {
        let begin = match self.kind {
            Kind::Sqlite => sqlite::BEGIN,
            Kind::Postgres => postgres::BEGIN,
        };
        Ok(self.writes.begin_with(begin).await?)
    }

    /// A transaction that reads everything as it stands at one moment.
    async fn snapshot(&self) -> Result<Transaction<'static, Any>, Error> {
        let begin = match self.kind {
            Kind::Sqlite => sqlite::SNAPSHOT,
            Kind::Postgres => postgres::SNAPSHOT,
        };
        Ok(self.reads.begin_with(begin).await?)
    }
}

/// Ends a transaction; where this fails it is not known whether it was kept.
async fn commit(transaction: Transaction<'static, Any>) -> Result<(), Error> {
    transaction.commit().await.map_err(|error| match error.into() {
        Error::Database(message) => Error::Database(message),
        _ => Error::Unsure,
    })
}

/// Everything that is kept. Cheap to clone; all clones are one store.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    base: Base,
    jobs: mpsc::Sender<writer::Request>,
    listener: Option<AbortHandle>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(listener) = &self.listener {
            listener.abort();
        }
        self.base.hub.close();
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_tuple("Store").field(&self.inner.base.kind).finish()
    }
}

impl Store {
    fn base(&self) -> &Base {
        &self.inner.base
    }

    /// Takes no more, keeps what was handed in before, and lets go of the database. Reading fails from then on,
    /// by [`Error::Closed`].
    pub async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.inner.jobs.send(writer::Request::Close(done)).await.is_ok() {
            let _ = closed.await;
        }
        if let Some(listener) = &self.inner.listener {
            listener.abort();
        }
        self.base().hub.close();
        self.base().reads.close().await;
        self.base().writes.close().await;
    }

    /// Asks the database for an answer: whether the store is ready.
    ///
    /// # Errors
    ///
    /// Those of [`Error`]: above all `store-unreachable` and `store-closed`.
    pub async fn ping(&self) -> Result<(), Error> {
        sql::sql!("SELECT last FROM counters WHERE name = 'dossier'")
            .fetch_one(&self.base().reads)
            .await?;
        Ok(())
    }
}
