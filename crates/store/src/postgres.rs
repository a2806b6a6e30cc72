//! What only PostgreSQL needs: its settings, the lock of a dossier, and news from other nodes.

use crate::dossiers::{DossierId, heads};
use crate::error::Error;
use crate::sql::{Columns, sql};
use crate::{Base, Changed};
use procedure::log::{Hash, Head};
use sqlx::any::AnyPoolOptions;
use sqlx::postgres::PgListener;
use sqlx::{Any, AnyPool, Transaction};
use std::pin::pin;
use std::time::Duration;
use tokio::task::AbortHandle;
use tokio::time::Instant;

/// The lock of a dossier is taken next, and each statement behind it sees all that was kept before.
pub(crate) const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";

/// All statements see one moment.
pub(crate) const SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Above the numbers of dossiers, so that no other program's locks are likely to be ours.
const LOCKS: i64 = 0x4865_6D69 << 32;

/// The lock of whoever makes the tables.
pub(crate) const SCHEMA: i64 = 0;

const CHANNEL: &str = "hemicycle";

const READERS: u32 = 8;
const WRITERS: u32 = 4;

/// How often all heads are looked at, should a connection be dead without anybody saying so.
const LOOK: Duration = Duration::from_secs(30);

/// A node that stops in the midst of a transaction gives up its locks.
const SETTINGS: &str = "SELECT set_config('synchronous_commit', 'on', false) \
     WHERE current_setting('synchronous_commit') = 'off'; \
     SET idle_in_transaction_session_timeout = '60s'";

/// The ways to read and to write.
pub(crate) async fn connect(address: &str) -> Result<(AnyPool, AnyPool), Error> {
    let options = |most: u32| {
        AnyPoolOptions::new().max_connections(most).after_connect(|connection, _| {
            Box::pin(async move {
                sqlx::raw_sql(SETTINGS).execute(connection).await?;
                Ok(())
            })
        })
    };
    let reads = options(READERS).connect(address).await?;
    let asked = sql!("SELECT current_setting('fsync'), current_setting('server_encoding')");
    let row = asked.fetch_one(&reads).await?;
    if row.text(0)? != "on" {
        return Err(Error::NotDurable("PostgreSQL runs with fsync = off"));
    }
    if row.text(1)? != "UTF8" {
        return Err(Error::Encoding(row.text(1)?));
    }
    Ok((reads, options(WRITERS).connect(address).await?))
}

/// Waits until nobody else writes to this log; until the end of the transaction nobody does.
pub(crate) async fn lock(
    transaction: &mut Transaction<'static, Any>,
    number: i64,
) -> Result<(), Error> {
    // The result of the function is of a type that the driver does not know.
    sql!("SELECT pg_advisory_xact_lock($1)::text", LOCKS | number)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

/// Tells the other nodes, once the transaction is kept.
pub(crate) async fn notify(
    transaction: &mut Transaction<'static, Any>,
    changed: Changed,
) -> Result<(), Error> {
    let Changed { dossier, head } = changed;
    let said = format!("{} {} {}", dossier.0, head.seq, head.hash);
    sql!("SELECT pg_notify($1, $2)::text", CHANNEL, said).execute(&mut **transaction).await?;
    Ok(())
}

fn heard(said: &str) -> Option<Changed> {
    let mut words = said.split(' ');
    let dossier = DossierId(words.next()?.parse().ok()?);
    let seq = words.next()?.parse().ok()?;
    let hash = Hash::parse(words.next()?)?;
    Some(Changed { dossier, head: Head { seq, hash } })
}

/// Listens for as long as the store is open; on return nothing is missed any more.
pub(crate) async fn listen(address: &str, base: Base) -> Result<AbortHandle, Error> {
    let mut listener = listening(address).await?;
    look(&base).await?;
    let address = address.to_owned();
    let task = tokio::spawn(async move {
        loop {
            until_it_fails(listener, &base).await;
            listener = again(&address).await;
            // What was told while nobody listened.
            drop(look(&base).await);
        }
    });
    Ok(task.abort_handle())
}

async fn listening(address: &str) -> Result<PgListener, Error> {
    let mut listener = PgListener::connect(address).await?;
    // A lost connection is told to us, so that we look for what it did not tell.
    listener.eager_reconnect(false);
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

/// Listens again, as soon as the server lets us.
async fn again(address: &str) -> PgListener {
    let mut pause = Duration::from_millis(50);
    loop {
        match listening(address).await {
            Ok(listener) => return listener,
            Err(_) => tokio::time::sleep(pause).await,
        }
        pause = (pause * 2).min(Duration::from_secs(2));
    }
}

async fn until_it_fails(mut listener: PgListener, base: &Base) {
    let mut looks = tokio::time::interval_at(Instant::now() + LOOK, LOOK);
    loop {
        let heard_of = {
            let mut next = pin!(listener.try_recv());
            loop {
                tokio::select! {
                    heard_of = &mut next => break heard_of,
                    _ = looks.tick() => drop(look(base).await),
                }
            }
        };
        match heard_of {
            Ok(Some(notification)) => {
                if let Some(changed) = heard(notification.payload()) {
                    base.hub.tell(changed);
                }
            }
            Ok(None) | Err(_) => return,
        }
    }
}

/// Tells of every log that has gone on; a database that does not answer is asked again later.
async fn look(base: &Base) -> Result<(), Error> {
    for changed in heads(base).await? {
        base.hub.tell(changed);
    }
    Ok(())
}
