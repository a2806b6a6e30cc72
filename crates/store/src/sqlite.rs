//! What only SQLite needs: its file, its settings, and the copy of a database that is in use.

use crate::error::Error;
use crate::sql::{Columns, sql};
use sqlx::AnyPool;
use sqlx::any::AnyPoolOptions;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};

/// Takes the lock at once: a transaction that began by reading could not get it any more.
pub(crate) const BEGIN: &str = "BEGIN IMMEDIATE";

/// A reader sees what was kept when it first reads.
pub(crate) const SNAPSHOT: &str = "BEGIN";

/// Every commit is on the disk before it returns (`FULL`); other programs are waited for.
const SETTINGS: &str = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON";

const READERS: u32 = 8;

/// The ways to read and to write this file, made where it is not there.
pub(crate) async fn connect(file: &Path) -> Result<(AnyPool, AnyPool), Error> {
    let file = made(file)?;
    let address = address(&file)?;
    let options = |most: u32| {
        AnyPoolOptions::new()
            .max_connections(most)
            .max_lifetime(None)
            .idle_timeout(None)
            .test_before_acquire(false)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    sqlx::raw_sql(SETTINGS).execute(connection).await?;
                    Ok(())
                })
            })
    };
    let writes = options(1).connect(&address).await?;
    let mode = sql!("PRAGMA journal_mode").fetch_one(&writes).await?.text(0)?;
    if mode != "wal" {
        return Err(Error::NotDurable("SQLite has no write-ahead log on this file system"));
    }
    let reads = options(READERS).connect(&address).await?;
    // The names of the file and of its log are on the disk, too.
    settled(&file)?;
    Ok((reads, writes))
}

/// The file by its full name; where it is not there it is made, for nobody else to read.
fn made(file: &Path) -> Result<PathBuf, Error> {
    if file.as_os_str().is_empty() || file == Path::new(":memory:") {
        return Err(Error::Address("a file is needed".to_owned()));
    }
    match private(file) {
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(Error::file(file, &error)),
    }
    file.canonicalize().map_err(|error| Error::file(file, &error))
}

/// Makes a file that was not there.
pub(crate) fn private(file: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

/// Waits until the folder of a file is on the disk.
pub(crate) fn settled(file: &Path) -> Result<(), Error> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    #[cfg(unix)]
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|error| Error::file(folder, &error))?;
    Ok(())
}

/// The address by which the driver opens a file of any name.
fn address(file: &Path) -> Result<String, Error> {
    let name = file.to_str().ok_or_else(|| Error::Address("its name is no text".to_owned()))?;
    let mut address = "sqlite://".to_owned();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                address.push(char::from(byte));
            }
            _ => address += &format!("%{byte:02X}"),
        }
    }
    Ok(address)
}
