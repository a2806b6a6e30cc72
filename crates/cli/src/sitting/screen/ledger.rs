//! The log as the screen writes it: held only while an entry is appended, so that others can write, too, and what they
//! have written is read in.

use crate::sitting::book::Book;
use crate::status::Failure;
use engine::words::{Args, say};
use procedure::log::{Entry, Fault, Head, Problem, Reader};
use procedure::sentence;
use std::time::Duration;
use text::Lang;

/// How long another program that holds the log is waited for before an entry is given up.
const PATIENCE: Duration = Duration::from_secs(3);

/// The log, from when there is one.
#[derive(Debug)]
pub struct Ledger {
    name: String,
    book: Option<Kept>,
}

/// A log that was read up to its last entry.
#[derive(Debug)]
struct Kept {
    book: Book,
    head: Head,
    /// The last entry as its line.
    last: String,
}

/// Why an entry is not in the log.
#[derive(Debug)]
pub enum Unrecorded {
    /// Others have written these meanwhile: what was to be recorded may come to something else now.
    Others(Vec<Entry>),
    /// It could not be written.
    Failed(String),
}

impl From<Failure> for Unrecorded {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure.words())
    }
}

impl Ledger {
    /// No log yet of this name.
    pub fn none(name: &str) -> Self {
        Self { name: name.to_owned(), book: None }
    }

    /// A log that was read up to this entry, and is let go.
    ///
    /// # Errors
    /// What the operating system says.
    pub fn of(book: Book, head: Head, last: Option<&Entry>) -> Result<Self, Failure> {
        book.release()?;
        let name = book.name.clone();
        let last = last.map(Entry::line).unwrap_or_default();
        Ok(Self { name, book: Some(Kept { book, head, last }) })
    }

    /// Appends an entry. When this returns it is on the disk.
    ///
    /// # Errors
    /// Why it is not.
    pub fn record(&mut self, entry: &Entry, lang: Lang) -> Result<(), Unrecorded> {
        let Some(kept) = &mut self.book else {
            let book = Book::begin(&self.name, lang)?;
            let mut kept = Kept { book, head: Head::default(), last: String::new() };
            kept.append(entry, lang)?;
            kept.book.release()?;
            self.book = Some(kept);
            return Ok(());
        };
        let recorded = match kept.read_on(PATIENCE, lang) {
            Err(failure) => Err(failure.into()),
            Ok(others) if !others.is_empty() => Err(Unrecorded::Others(others)),
            // Only what follows the last entry is ever written.
            Ok(_) if entry.prev != kept.head.hash => {
                let said = Args::new().text("file", self.name.as_str());
                Err(Unrecorded::Failed(say(lang, "sitting-log-replaced", &said)))
            }
            Ok(_) => kept.append(entry, lang).map_err(Unrecorded::from),
        };
        // What is recorded is on the disk; a file that cannot be let go of is when the program ends.
        let _ = kept.book.release();
        recorded
    }

    /// What others have written since, if they are not writing now.
    ///
    /// # Errors
    /// Where the log is not the one that was read.
    pub fn news(&mut self, lang: Lang) -> Result<Vec<Entry>, Failure> {
        let Some(kept) = self.book.as_mut().filter(|kept| kept.book.has_news()) else {
            return Ok(Vec::new());
        };
        let read = kept.read_on(Duration::ZERO, lang);
        let released = kept.book.release();
        let read = read?;
        released?;
        Ok(read)
    }
}

impl Kept {
    fn append(&mut self, entry: &Entry, lang: Lang) -> Result<(), Failure> {
        self.book.append(entry, lang)?;
        self.last = entry.line();
        self.head.advance(&self.last);
        Ok(())
    }

    /// Holds the log, and reads what others have appended.
    fn read_on(&mut self, patience: Duration, lang: Lang) -> Result<Vec<Entry>, Failure> {
        let bytes = self.book.resume(&self.last, patience, lang)?;
        let mut reader = Reader::behind(self.head, &bytes);
        let mut entries = Vec::new();
        for read in reader.by_ref() {
            match read {
                Ok(entry) => entries.push(entry),
                // It was never acknowledged, and is written over.
                Err(Fault { problem: Problem::Cut { .. }, .. }) => break,
                Err(fault) => {
                    let said = sentence::fault(&fault.problem, lang).text;
                    let args = Args::new().text("file", self.book.name.as_str());
                    let args = args.text("line", fault.line.to_string()).text("said", said);
                    return Err(Failure::usage(lang, "log-at-line", &args));
                }
            }
        }
        self.book.taken(&reader);
        self.head = reader.head();
        if let Some(last) = entries.last() {
            self.last = last.line();
        }
        Ok(entries)
    }
}
