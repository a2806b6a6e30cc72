//! A copy of an instance that is in use, and an instance made of such a copy.

use crate::sql::sql;
use crate::{Error, Kind, Store, sqlite};
use std::path::{Path, PathBuf};

impl Store {
    /// Writes a copy of everything, as it stands at one moment, while others go on: on SQLite a database in one
    /// file, on PostgreSQL an export ([`Store::export`]). Nothing is overwritten.
    ///
    /// # Errors
    ///
    /// `store-file-exists`, `store-file`, and what the database says. No part of the copy stays then.
    pub async fn backup(&self, to: &Path) -> Result<(), Error> {
        if self.base().kind == Kind::Postgres {
            return self.export(to).await;
        }
        let name = to.to_str().ok_or_else(|| Error::Address("its name is no text".to_owned()))?;
        drop(sqlite::private(to).map_err(|error| Error::file(to, &error))?);
        let written = async {
            sql!("VACUUM INTO $1", name).execute(&self.base().reads).await?;
            let file = std::fs::File::open(to).map_err(|error| Error::file(to, &error))?;
            file.sync_all().map_err(|error| Error::file(to, &error))?;
            sqlite::settled(to)
        };
        let written = written.await;
        if written.is_err() {
            let _ = std::fs::remove_file(to);
        }
        written
    }

    /// Makes an instance of a backup: on SQLite a new file, on PostgreSQL what an empty database at this address holds
    /// from then on. Every log is verified.
    ///
    /// # Errors
    ///
    /// `store-file-exists`, `store-not-empty`, `store-damaged`, `store-import`, and those of [`Store::open`].
    pub async fn restore(backup: &Path, address: &str) -> Result<Self, Error> {
        if let Some(file) = address.strip_prefix("sqlite:").filter(|_| !backup.is_dir()) {
            return of_file(backup, Path::new(file.strip_prefix("//").unwrap_or(file))).await;
        }
        let store = Self::open(address).await?;
        match store.import(backup).await {
            Ok(()) => Ok(store),
            Err(error) => {
                store.close().await;
                Err(error)
            }
        }
    }
}

async fn of_file(backup: &Path, file: &Path) -> Result<Store, Error> {
    // What an earlier database left there would be taken for changes to this one.
    for beside in ["", "-wal", "-shm", "-journal"] {
        let mut name = file.as_os_str().to_owned();
        name.push(beside);
        if PathBuf::from(&name).symlink_metadata().is_ok() {
            return Err(Error::FileExists(Path::new(&name).display().to_string()));
        }
    }
    let mut from = std::fs::File::open(backup).map_err(|error| Error::file(backup, &error))?;
    let mut to = sqlite::private(file).map_err(|error| Error::file(file, &error))?;
    let copied = std::io::copy(&mut from, &mut to).and_then(|_| to.sync_all());
    let opened = match copied {
        Ok(()) => verified(file).await,
        Err(error) => Err(Error::file(file, &error)),
    };
    if opened.is_err() {
        let _ = std::fs::remove_file(file);
    }
    opened
}

async fn verified(file: &Path) -> Result<Store, Error> {
    let store = Store::open_file(file).await?;
    match store.verify().await {
        Ok(_) => Ok(store),
        Err(error) => {
            store.close().await;
            Err(error)
        }
    }
}
