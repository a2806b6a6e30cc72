//! The file of a log: read whole, held by one writer at a time, and only ever appended to.

use crate::input::{plainly, shared};
use crate::status::Failure;
use anyhow::Context;
use engine::words::{Args, say};
use procedure::log::{Entry, Head, Problem, Reader};
use procedure::sentence;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use text::Lang;

/// How the first line of a log begins.
const BEGINNING: &[u8] = br#"{"v":1,"seq":1,"#;

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
    /// Whether that line lacks its line feed.
    unended: bool,
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

    /// Opens a log to be read only: waits for whoever is writing, and holds nobody up.
    ///
    /// # Errors
    /// As above.
    pub fn read(name: &str, lang: Lang) -> Result<Self, Failure> {
        let file = File::open(name).map_err(plainly).with_context(|| name.to_owned())?;
        shared(&file).map_err(plainly).with_context(|| name.to_owned())?;
        let book = Self::of(file, name, lang)?;
        // Whoever looks at what is printed may do so for long.
        book.file.unlock().map_err(plainly).with_context(|| name.to_owned())?;
        Ok(book)
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
                        let why = sentence::fault(&problem, lang).text;
                        let args = Args::new().text("file", name).text("why", why);
                        let args = args.text("line", fault.line.to_string());
                        return Err(Failure::usage(lang, "sitting-not-a-log", &args));
                    }
                },
            }
        }
        let (head, length, unended) = (reader.head(), reader.length() as u64, reader.unended());
        Ok(Self { file, name: name.to_owned(), entries, head, length, unended, cut })
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
        let book = Self::of(file, name, lang)?;
        if book.entries.is_empty() { Ok(book) } else { Err(there()) }
    }

    /// Appends an entry. When this returns it is on the disk.
    ///
    /// # Errors
    /// What the operating system says; the entry is then not acknowledged, and what was written of it is taken back.
    pub fn append(&mut self, entry: Entry, lang: Lang) -> Result<(), Failure> {
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
        (self.unended, self.cut) = (false, 0);
        self.head.advance(&line);
        self.entries.push(entry);
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

    /// Says what was left out of the end.
    pub fn warning(&self, lang: Lang) -> Option<String> {
        let args = Args::new().text("file", self.name.as_str()).number("bytes", self.cut);
        (self.cut > 0).then(|| say(lang, "sitting-log-cut", &args))
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
