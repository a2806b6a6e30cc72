//! The file of a log: read whole, held by one writer at a time, and only ever appended to.

use crate::fold::Folded;
use crate::input::{plainly, shared};
use crate::status::Failure;
use anyhow::Context;
use engine::words::Args;
use procedure::log::{Entry, Reader};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};
use text::Lang;

/// How the first line of a log begins.
const BEGINNING: &[u8] = br#"{"v":1,"seq":1,"#;

/// A log that is open.
#[derive(Debug)]
pub struct Book {
    file: File,
    /// Its name.
    pub name: String,
    /// What was in it when it was opened.
    pub bytes: Vec<u8>,
    /// Bytes up to the end of the last whole line.
    length: u64,
    /// Whether that line lacks its line feed.
    unended: bool,
    /// Bytes of the file when it was last looked at.
    seen: u64,
}

impl Book {
    /// Opens a log and holds it until it is dropped: another writer waits.
    ///
    /// # Errors
    /// No file, or one that cannot be read and written.
    pub fn open(name: &str) -> Result<Self, Failure> {
        let opened = OpenOptions::new().read(true).write(true).open(name);
        let file = opened.map_err(plainly).with_context(|| name.to_owned())?;
        file.lock().map_err(plainly).with_context(|| name.to_owned())?;
        Self::of(file, name)
    }

    /// Opens a log to be read only: waits for whoever is writing, and holds nobody up.
    ///
    /// # Errors
    /// As above.
    pub fn read(name: &str) -> Result<Self, Failure> {
        let file = File::open(name).map_err(plainly).with_context(|| name.to_owned())?;
        shared(&file).map_err(plainly).with_context(|| name.to_owned())?;
        let book = Self::of(file, name)?;
        // Whoever looks at what is printed may do so for long.
        book.file.unlock().map_err(plainly).with_context(|| name.to_owned())?;
        Ok(book)
    }

    fn of(mut file: File, name: &str) -> Result<Self, Failure> {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).with_context(|| name.to_owned())?;
        let seen = bytes.len() as u64;
        Ok(Self { file, name: name.to_owned(), bytes, length: 0, unended: false, seen })
    }

    /// Goes on behind the last event that was taken from it.
    pub fn behind(mut self, folded: &Folded) -> Self {
        (self.length, self.unended) = (folded.length as u64, folded.unended);
        self
    }

    /// Lets others write, until [`Self::resume`].
    ///
    /// # Errors
    /// What the operating system says.
    pub fn release(&self) -> Result<(), Failure> {
        Ok(self.file.unlock().map_err(plainly).with_context(|| self.name.clone())?)
    }

    /// Whether the file is not as long as it was left: others have written.
    pub fn has_news(&self) -> bool {
        std::fs::metadata(&self.name).is_ok_and(|found| found.len() != self.seen)
    }

    /// Holds the log again, and gives what stands behind the last entry, `last` as its line: what others have appended
    /// meanwhile, of which [`Self::taken`] says what was taken. Whoever holds the log is waited for so long. The file is
    /// opened anew by its name, since what was opened before may stand under that name no more.
    ///
    /// # Errors
    /// Where it is held for longer, is gone, or is not the same log grown.
    pub fn resume(
        &mut self,
        last: &str,
        patience: Duration,
        lang: Lang,
    ) -> Result<Vec<u8>, Failure> {
        let opened = OpenOptions::new().read(true).write(true).open(&self.name);
        let file = opened.map_err(plainly).with_context(|| self.name.clone())?;
        let said = || Args::new().text("file", self.name.as_str());
        let until = Instant::now() + patience;
        while let Err(error) = file.try_lock() {
            match error {
                TryLockError::Error(error) => {
                    return Err(plainly(error).context(self.name.clone()).into());
                }
                TryLockError::WouldBlock if Instant::now() >= until => {
                    return Err(Failure::usage(lang, "sitting-log-held", &said()));
                }
                TryLockError::WouldBlock => std::thread::sleep(Duration::from_millis(20)),
            }
        }
        if !self.is_known(&file, last).with_context(|| self.name.clone())? {
            return Err(Failure::usage(lang, "sitting-log-replaced", &said()));
        }
        self.file = file;
        let mut bytes = Vec::new();
        let read = self.file.seek(SeekFrom::Start(self.length));
        read.and_then(|_| self.file.read_to_end(&mut bytes)).with_context(|| self.name.clone())?;
        self.seen = self.length + bytes.len() as u64;
        if self.unended && bytes.first() == Some(&b'\n') {
            bytes.remove(0);
            (self.length, self.unended) = (self.length + 1, false);
        }
        Ok(bytes)
    }

    /// Goes on behind what was read of that.
    pub fn taken(&mut self, reader: &Reader<'_>) {
        if reader.length() > 0 {
            self.length += reader.length() as u64;
            self.unended = reader.unended();
        }
    }

    /// Whether the last entry stands in this file where it stood.
    fn is_known(&self, mut file: &File, last: &str) -> io::Result<bool> {
        let end = self.length - u64::from(!self.unended && self.length > 0);
        let Some(start) = end.checked_sub(last.len() as u64) else { return Ok(false) };
        file.seek(SeekFrom::Start(start))?;
        let mut found = Vec::with_capacity(last.len());
        Read::take(file, last.len() as u64).read_to_end(&mut found)?;
        Ok(found == last.as_bytes())
    }

    /// Whether a log of this name is still to be begun: there is no such file, or what is left of a beginning that was
    /// broken off.
    ///
    /// # Errors
    /// What the operating system says.
    pub fn is_to_begin(name: &str) -> Result<bool, Failure> {
        match File::open(name) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
            Err(error) => Err(plainly(error).context(name.to_owned()).into()),
            Ok(file) => {
                shared(&file).map_err(plainly).with_context(|| name.to_owned())?;
                Ok(broken_off(&file).with_context(|| name.to_owned())?)
            }
        }
    }

    /// Begins a log, and holds it as above. There must be no file of that name, or only what is left of another
    /// beginning that was broken off: nothing, or a part of a first line.
    ///
    /// # Errors
    /// Where there is another file, or none can be made.
    pub fn begin(name: &str, lang: Lang) -> Result<Self, Failure> {
        let there = || Failure::usage(lang, "sitting-log-there", &Args::new().text("file", name));
        let mut asked = OpenOptions::new();
        let made = asked.read(true).write(true).create(true).truncate(false).open(name);
        let mut file = made.map_err(plainly).with_context(|| name.to_owned())?;
        file.lock().map_err(plainly).with_context(|| name.to_owned())?;
        if !broken_off(&file).with_context(|| name.to_owned())? {
            return Err(there());
        }
        file.rewind().with_context(|| name.to_owned())?;
        let book = Self::of(file, name)?;
        let whole = Reader::new(&book.bytes).next().is_some_and(|read| read.is_ok());
        if whole { Err(there()) } else { Ok(book) }
    }

    /// Appends an entry. When this returns it is on the disk.
    ///
    /// # Errors
    /// What the operating system says; the entry is then not acknowledged, and what was written of it is taken back.
    pub fn append(&mut self, entry: &Entry, lang: Lang) -> Result<(), Failure> {
        let line = entry.line();
        let written = format!("{}{line}\n", if self.unended { "\n" } else { "" });
        if let Err(error) = self.write(&written) {
            let error = plainly(error);
            return Err(match self.take_back() {
                Ok(()) => error.context(self.name.clone()).into(),
                Err(_) => {
                    let said = Args::new().text("file", self.name.as_str());
                    let said = said.text("why", error.to_string());
                    Failure::usage(lang, "sitting-write-unknown", &said)
                }
            });
        }
        self.length += written.len() as u64;
        (self.unended, self.seen) = (false, self.length);
        Ok(())
    }

    fn write(&mut self, written: &str) -> io::Result<()> {
        // What was cut is written over.
        self.file.set_len(self.length)?;
        self.file.seek(SeekFrom::Start(self.length))?;
        self.file.write_all(written.as_bytes())?;
        self.file.sync_all()?;
        // A file that was just made is in its folder only when that is on the disk, too.
        if self.length == 0 {
            let folder = Path::new(&self.name).parent().filter(|path| !path.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all())?;
        }
        Ok(())
    }

    fn take_back(&mut self) -> io::Result<()> {
        self.file.set_len(self.length)?;
        self.file.sync_all()
    }
}

/// Whether a file holds nothing, or only a part of the first line of a log.
fn broken_off(mut file: &File) -> io::Result<bool> {
    let mut start = Vec::new();
    Read::take(file, BEGINNING.len() as u64).read_to_end(&mut start)?;
    if !BEGINNING.starts_with(&start) {
        return Ok(false);
    }
    let mut block = [0; 1 << 16];
    loop {
        match file.read(&mut block)? {
            0 => return Ok(true),
            read if block[..read].contains(&b'\n') => return Ok(false),
            _ => {}
        }
    }
}
