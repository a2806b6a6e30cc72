//! Opening a store: by its address, up to the schema that this program knows.

use crate::news::Hub;
use crate::sql::{Columns, sql};
use crate::{Base, Error, Inner, Kind, Store, postgres, sqlite, writer};
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{AnyPool, SqlSafeStr};
use std::path::Path;
use std::sync::Arc;
use tokio::sync::mpsc;

/// Each step of the schema, from 1; a step that was published is never changed.
const MIGRATIONS: [(i64, &str, &str); 4] = [
    (1, "first", include_str!("../migrations/0001_first.sql")),
    (2, "signatures", include_str!("../migrations/0002_signatures.sql")),
    (3, "proofs", include_str!("../migrations/0003_proofs.sql")),
    (4, "bodies", include_str!("../migrations/0004_bodies.sql")),
];

/// Requests that wait for the writer before whoever appends waits, too.
const WAITING: usize = 4_096;

impl Store {
    /// Opens a store: `sqlite:FILE`, made where it is not there, or `postgres://USER@HOST/DATABASE`. Brings its tables to
    /// the schema of this program.
    ///
    /// # Errors
    ///
    /// `store-address`, `store-unreachable`, `store-newer`, `store-schema`, `store-encoding`, `store-not-durable`,
    /// `store-file`.
    pub async fn open(address: &str) -> Result<Self, Error> {
        sqlx::any::install_default_drivers();
        if let Some(file) = address.strip_prefix("sqlite:") {
            return Self::open_file(Path::new(file.strip_prefix("//").unwrap_or(file))).await;
        }
        if !["postgres://", "postgresql://"].iter().any(|scheme| address.starts_with(scheme)) {
            return Err(Error::Address("it is another address".to_owned()));
        }
        let (reads, writes) = postgres::connect(address).await?;
        Self::over(Kind::Postgres, reads, writes, Some(address)).await
    }

    /// Opens a store on SQLite, in this file, made where it is not there.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub async fn open_file(file: &Path) -> Result<Self, Error> {
        sqlx::any::install_default_drivers();
        let (reads, writes) = sqlite::connect(file).await?;
        Self::over(Kind::Sqlite, reads, writes, None).await
    }

    async fn over(
        kind: Kind,
        reads: AnyPool,
        writes: AnyPool,
        address: Option<&str>,
    ) -> Result<Self, Error> {
        let base = Base { kind, reads, writes, hub: Arc::new(Hub::default()) };
        migrate(&base).await?;
        let listener = match address {
            Some(address) => Some(postgres::listen(address, base.clone()).await?),
            None => None,
        };
        let (jobs, requests) = mpsc::channel(WAITING);
        tokio::spawn(writer::run(base.clone(), requests));
        Ok(Self { inner: Arc::new(Inner { base, jobs, listener }) })
    }
}

/// Brings the tables to the newest schema; one program at a time.
async fn migrate(base: &Base) -> Result<(), Error> {
    let mut transaction = base.write().await?;
    if base.kind == Kind::Postgres {
        postgres::lock(&mut transaction, postgres::SCHEMA).await?;
    }
    let steps = MIGRATIONS.into_iter().map(|(version, name, text)| {
        let kind = MigrationType::Simple;
        Migration::new(version, name.into(), kind, text.into_sql_str(), false)
    });
    let mut migrator = Migrator::with_migrations(steps.collect());
    migrator.set_locking(false);
    let known = MIGRATIONS.iter().map(|(version, ..)| *version).max().unwrap_or_default();
    match migrator.run_direct(None, &mut *transaction, false).await {
        Ok(()) => crate::commit(transaction).await,
        Err(MigrateError::VersionMissing(found)) if found > known => {
            let last = sql!("SELECT max(version) FROM _sqlx_migrations");
            let found = last.fetch_one(&mut *transaction).await?.number(0)?;
            Err(Error::Newer { found, known })
        }
        Err(MigrateError::Execute(error)) => Err(error.into()),
        Err(error) => Err(Error::Schema(error.to_string())),
    }
}
