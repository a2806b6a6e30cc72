//! The file of a log: read whole, held by one writer at a time, and only ever appended to.

use crate::input::plainly;
use crate::status::Failure;
use anyhow::Context;
use engine::words::{Args, say};
use procedure::log::{Entry, Head, Problem, Reader};
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use text::Lang;

/// A log that is open.
#[derive(Debug)]
pub struct Book {
    file: File,
    /// Its name.
    pub name: String,
    /// Its entries.
    pub entries: Vec<Entry>,
    /// Where it stands.
    pub head: Head,
    /// Bytes up to the end of the last whole line.
    length: u64,
    /// Bytes behind them, of a line that was never acknowledged.
    pub cut: usize,
}

impl Book {
    /// Opens a log and holds it until it is dropped: another writer waits.
    ///
    /// # Errors
    /// No file, or one that is not a log as it was written.
    pub fn open(name: &str, lang: Lang) -> Result<Self, Failure> {
        let opened = OpenOptions::new().read(true).write(true).open(name);
        let file = opened.map_err(plainly).with_context(|| name.to_owned())?;
        file.lock().map_err(plainly).with_context(|| name.to_owned())?;
        Self::of(file, name, lang)
    }

    /// Opens a log to be read only; nobody waits.
    ///
    /// # Errors
    /// As above.
    pub fn read(name: &str, lang: Lang) -> Result<Self, Failure> {
        let file = File::open(name).map_err(plainly).with_context(|| name.to_owned())?;
        Self::of(file, name, lang)
    }

    fn of(mut file: File, name: &str, lang: Lang) -> Result<Self, Failure> {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).with_context(|| name.to_owned())?;
        let mut reader = Reader::new(&bytes);
        let (mut entries, mut cut) = (Vec::new(), 0);
        for entry in reader.by_ref() {
            match entry {
                Ok(entry) => entries.push(entry),
                Err(fault) => match fault.problem {
                    Problem::Cut { bytes } => cut = bytes,
                    problem => {
                        let args =
                            Args::new().text("file", name).text("line", fault.line.to_string());
                        let args = args.text("code", problem.code());
                        return Err(Failure::usage(lang, "sitting-not-a-log", &args));
                    }
                },
            }
        }
        let (head, length) = (reader.head(), reader.length() as u64);
        Ok(Self { file, name: name.to_owned(), entries, head, length, cut })
    }

    /// Begins a log; there must be none of that name.
    ///
    /// # Errors
    /// Where there is a file, or none can be made.
    pub fn begin(name: &str, lang: Lang) -> Result<Self, Failure> {
        if Path::new(name).exists() {
            return Err(Failure::usage(lang, "sitting-log-there", &Args::new().text("file", name)));
        }
        let made = OpenOptions::new().read(true).write(true).create_new(true).open(name);
        let file = made.map_err(plainly).with_context(|| name.to_owned())?;
        file.lock().map_err(plainly).with_context(|| name.to_owned())?;
        let entries = Vec::new();
        Ok(Self { file, name: name.to_owned(), entries, head: Head::default(), length: 0, cut: 0 })
    }

    /// Appends an entry. When this returns it is on the disk.
    ///
    /// # Errors
    /// What the operating system says; the entry is then not acknowledged.
    pub fn append(&mut self, entry: Entry) -> Result<(), Failure> {
        let line = entry.line();
        let mut write = || {
            // What was cut is written over.
            self.file.set_len(self.length)?;
            self.file.seek(SeekFrom::Start(self.length))?;
            self.file.write_all(format!("{line}\n").as_bytes())?;
            self.file.sync_all()?;
            // A file that was just made is in its folder only when that is on the disk, too.
            if self.length == 0 {
                let folder =
                    Path::new(&self.name).parent().filter(|path| !path.as_os_str().is_empty());
                File::open(folder.unwrap_or(Path::new(".")))
                    .and_then(|folder| folder.sync_all())?;
            }
            Ok::<_, std::io::Error>(())
        };
        write().map_err(plainly).with_context(|| self.name.clone())?;
        self.length += line.len() as u64 + 1;
        self.cut = 0;
        self.head.advance(&line);
        self.entries.push(entry);
        Ok(())
    }

    /// Says what was left out of the end.
    pub fn warning(&self, lang: Lang) -> Option<String> {
        let args = Args::new().text("file", self.name.as_str()).number("bytes", self.cut);
        (self.cut > 0).then(|| say(lang, "sitting-log-cut", &args))
    }
}
