//! Dossiers, their logs read, and the texts that logs name.

use crate::sql::{Columns, seq, sql};
use crate::{Base, Changed, Error, Kind, News, Store, postgres};
use procedure::event::{Event, Seq, Time};
use procedure::log::{Entry, Hash, Head, Reader};
use serde::{Deserialize, Serialize};
use sqlx::{Any, Transaction};

/// A dossier in this instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DossierId(pub i64);

/// A dossier, and where its log stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// Its number.
    pub id: DossierId,
    /// Its address, which never changes.
    pub slug: String,
    /// When it was made.
    pub created: Time,
    /// Where its log stands.
    pub head: Head,
}

/// Whether an address may be that of a dossier: it is also the name of a folder.
pub(crate) fn is_slug(slug: &str) -> bool {
    let letters = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    letters && (1..=80).contains(&slug.len()) && !slug.starts_with('-')
}

/// The next number of its kind.
pub(crate) async fn numbered(
    transaction: &mut Transaction<'static, Any>,
    what: &str,
) -> Result<i64, Error> {
    let next = sql!("UPDATE counters SET last = last + 1 WHERE name = $1 RETURNING last", what);
    next.fetch_one(&mut **transaction).await?.number(0)
}

/// Where every log stands.
pub(crate) async fn heads(base: &Base) -> Result<Vec<Changed>, Error> {
    let listed = listed(&mut *base.reads.acquire().await?).await?;
    Ok(listed.into_iter().map(|Dossier { id, head, .. }| Changed { dossier: id, head }).collect())
}

pub(crate) async fn listed(connection: &mut sqlx::AnyConnection) -> Result<Vec<Dossier>, Error> {
    let all = sql!(
        "SELECT d.id, d.slug, d.created,
                (SELECT max(e.seq) FROM entries e WHERE e.dossier = d.id),
                (SELECT e.hash FROM entries e WHERE e.dossier = d.id ORDER BY e.seq DESC LIMIT 1)
         FROM dossiers d ORDER BY d.id"
    );
    let dossier = |row: &sqlx::any::AnyRow| {
        let head = Head { seq: row.count(3)?, hash: row.hash(4)? };
        Ok(Dossier {
            id: DossierId(row.number(0)?),
            slug: row.text(1)?,
            created: row.time(2)?,
            head,
        })
    };
    all.fetch_all(connection).await?.iter().map(dossier).collect()
}

/// Keeps a text; the same text is kept once.
pub(crate) async fn put(connection: &mut sqlx::AnyConnection, text: &str) -> Result<Hash, Error> {
    let hash = Hash::of(text.as_bytes());
    sql!(
        "INSERT INTO texts (hash, body) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
        hash,
        text
    )
    .execute(connection)
    .await?;
    Ok(hash)
}

/// Makes a dossier whose log has no line yet.
pub(crate) async fn made(
    transaction: &mut Transaction<'static, Any>,
    slug: &str,
    created: &Time,
) -> Result<DossierId, Error> {
    let id = numbered(transaction, "dossier").await?;
    let made = sql!(
        "INSERT INTO dossiers (id, slug, created) VALUES ($1, $2, $3) ON CONFLICT (slug) DO NOTHING",
        id,
        slug,
        created
    );
    match made.execute(&mut **transaction).await?.rows_affected() {
        0 => Err(Error::Taken("address")),
        _ => Ok(DossierId(id)),
    }
}

impl Store {
    /// Makes a dossier: its address, the dossier in JSON as this program writes it, and the first entry of its log,
    /// which names the hash of that.
    ///
    /// # Errors
    ///
    /// `store-slug`, `store-taken`, `store-opening`, `store-character`, and what the database says.
    pub async fn create(
        &self,
        slug: &str,
        dossier: &str,
        opened: &Entry,
    ) -> Result<Dossier, Error> {
        if !is_slug(slug) {
            return Err(Error::Slug);
        }
        let line = opened.line();
        let named = match &opened.event {
            Event::Opened { dossier, .. } => Hash::parse(dossier),
            _ => None,
        };
        let mut lines = Reader::new(line.as_bytes());
        let first = lines.next().is_some_and(|entry| entry.is_ok()) && lines.next().is_none();
        if !first || named != Some(Hash::of(dossier.as_bytes())) {
            return Err(Error::Opening);
        }
        let head = lines.head();
        let mut transaction = self.base().write().await?;
        let id = made(&mut transaction, slug, &opened.time).await?;
        put(&mut transaction, dossier).await?;
        sql!(
            "INSERT INTO entries (dossier, seq, line, hash) VALUES ($1, $2, $3, $4)",
            id.0,
            seq(head.seq),
            line,
            head.hash
        )
        .execute(&mut *transaction)
        .await?;
        let changed = Changed { dossier: id, head };
        if self.base().kind == Kind::Postgres {
            postgres::notify(&mut transaction, changed).await?;
        }
        crate::commit(transaction).await?;
        self.base().hub.tell(changed);
        Ok(Dossier { id, slug: slug.to_owned(), created: opened.time.clone(), head })
    }

    /// All dossiers, in the order in which they were made.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn dossiers(&self) -> Result<Vec<Dossier>, Error> {
        listed(&mut *self.base().reads.acquire().await.map_err(Error::from)?).await
    }

    /// Where a log stands.
    ///
    /// # Errors
    ///
    /// `store-not-found`, and what the database says.
    pub async fn head(&self, dossier: DossierId) -> Result<Head, Error> {
        let mut connection = self.base().reads.acquire().await?;
        head(&mut connection, dossier).await?.ok_or(Error::NotFound("dossier"))
    }

    /// The lines of a log behind an event, at most so many: of a long log one asks again behind the last that one has.
    /// They are those of a file, each without its line feed. None of a dossier that is not there.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn lines(
        &self,
        dossier: DossierId,
        after: Seq,
        most: u32,
    ) -> Result<Vec<String>, Error> {
        lines(&mut *self.base().reads.acquire().await.map_err(Error::from)?, dossier, after, most)
            .await
    }

    /// A text by its SHA-256.
    ///
    /// # Errors
    ///
    /// `store-not-found`, and what the database says.
    pub async fn text(&self, hash: Hash) -> Result<String, Error> {
        let mut connection = self.base().reads.acquire().await?;
        text(&mut connection, hash).await?.ok_or(Error::NotFound("text"))
    }

    /// Keeps a text, a revised dossier in JSON or a file of rules, before an event names it by its hash.
    ///
    /// # Errors
    ///
    /// `store-character`, and what the database says.
    pub async fn put_text(&self, text: &str) -> Result<Hash, Error> {
        let mut transaction = self.base().write().await?;
        let hash = put(&mut transaction, text).await?;
        crate::commit(transaction).await?;
        Ok(hash)
    }

    /// Every log that goes on from now, in whichever process of the instance.
    pub fn news(&self) -> News {
        self.base().hub.subscribe()
    }
}

pub(crate) async fn head(
    connection: &mut sqlx::AnyConnection,
    dossier: DossierId,
) -> Result<Option<Head>, Error> {
    let last = sql!(
        "SELECT seq, hash FROM entries WHERE dossier = $1 ORDER BY seq DESC LIMIT 1",
        dossier.0
    );
    let row = last.fetch_optional(connection).await?;
    row.map(|row| Ok(Head { seq: row.count(0)?, hash: row.hash(1)? })).transpose()
}

pub(crate) async fn lines(
    connection: &mut sqlx::AnyConnection,
    dossier: DossierId,
    after: Seq,
    most: u32,
) -> Result<Vec<String>, Error> {
    let behind = sql!(
        "SELECT line FROM entries WHERE dossier = $1 AND seq > $2 ORDER BY seq LIMIT $3",
        dossier.0,
        seq(after),
        i64::from(most)
    );
    behind.fetch_all(connection).await?.iter().map(|row| row.text(0)).collect()
}

pub(crate) async fn text(
    connection: &mut sqlx::AnyConnection,
    hash: Hash,
) -> Result<Option<String>, Error> {
    let found = sql!("SELECT body FROM texts WHERE hash = $1", hash);
    found.fetch_optional(connection).await?.map(|row| row.text(0)).transpose()
}
