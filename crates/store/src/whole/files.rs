//! Files of an export: written beside their place and moved there when all are on the disk.

use crate::{Error, sqlite};
use serde::Serialize;
use std::path::{Path, PathBuf};
use tokio::fs;
use tokio::io::AsyncWriteExt;

/// JSON as people read it, with a line feed behind.
pub(super) fn pretty(value: &impl Serialize) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(value);
    text.map(|text| text + "\n").map_err(|error| Error::Damaged(error.to_string()))
}

/// A folder that is being written; gone if it is not finished.
pub(super) struct Folder {
    part: PathBuf,
    place: PathBuf,
    finished: bool,
}

impl Folder {
    /// A folder that shall be at `place`, where nothing is.
    pub(super) async fn begin(place: &Path) -> Result<Self, Error> {
        if place.symlink_metadata().is_ok() {
            return Err(Error::FileExists(place.display().to_string()));
        }
        let name = place.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.ok_or_else(|| Error::FileExists(place.display().to_string()))?;
        let part = place.with_file_name(format!(".{name}.part-{}", std::process::id()));
        let mut making = fs::DirBuilder::new();
        // Hashes of passwords are among the files.
        #[cfg(unix)]
        making.mode(0o700);
        making.create(&part).await.map_err(|error| Error::file(&part, &error))?;
        Ok(Self { part, place: place.to_owned(), finished: false })
    }

    /// A folder in it.
    pub(super) async fn folder(&self, name: &str) -> Result<(), Error> {
        let path = self.part.join(name);
        fs::create_dir_all(&path).await.map_err(|error| Error::file(&path, &error))
    }

    /// A file in it, opened for writing.
    pub(super) async fn file(&self, name: &str) -> Result<Output, Error> {
        let path = self.part.join(name);
        let file = sqlite::private(&path).map_err(|error| Error::file(&path, &error))?;
        Ok(Output { file: fs::File::from_std(file), path })
    }

    /// A file in it, written.
    pub(super) async fn write(&self, name: &str, text: &str) -> Result<(), Error> {
        let mut output = self.file(name).await?;
        output.add(text.as_bytes()).await?;
        output.end().await
    }

    /// Puts it into its place, if there still is nothing.
    pub(super) async fn finish(mut self) -> Result<(), Error> {
        let place = &self.place;
        if place.symlink_metadata().is_ok() {
            return Err(Error::FileExists(place.display().to_string()));
        }
        fs::rename(&self.part, place).await.map_err(|error| Error::file(place, &error))?;
        self.finished = true;
        sqlite::settled(&self.place)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.finished {
            let _ = std::fs::remove_dir_all(&self.part);
        }
    }
}

/// A file that is being written.
pub(super) struct Output {
    file: fs::File,
    path: PathBuf,
}

impl Output {
    pub(super) async fn add(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.file.write_all(bytes).await.map_err(|error| Error::file(&self.path, &error))
    }

    /// Waits until it is on the disk.
    pub(super) async fn end(mut self) -> Result<(), Error> {
        let written = async { self.file.flush().await.and(self.file.sync_all().await) };
        written.await.map_err(|error| Error::file(&self.path, &error))
    }
}

/// The text of a file of an export.
pub(super) async fn read(path: &Path) -> Result<String, Error> {
    let bytes = fs::read(path).await.map_err(|error| Error::file(path, &error))?;
    String::from_utf8(bytes).map_err(|_| Error::Import {
        path: path.display().to_string(),
        why: "it is not in UTF-8".to_owned(),
    })
}
