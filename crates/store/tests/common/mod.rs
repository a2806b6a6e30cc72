//! A store to try things on, on both databases.
#![allow(dead_code, reason = "each test file uses a part")]

use hemicycle_store::{Append, AppendError, Dossier, DossierId, Store};
use pgtest::Cluster;
use procedure::event::{Event, Id, Kind, Text, Time};
use procedure::log::{Entry, Hash, Head, Reader};
use std::future::Future;
use tempfile::TempDir;

/// An empty database.
pub struct Place {
    pub address: String,
    /// The file of SQLite goes with it.
    pub folder: TempDir,
}

impl Place {
    pub fn sqlite() -> Self {
        let folder = TempDir::new().expect("a folder");
        // A name that must be written otherwise in an address.
        let address = format!("sqlite:{}/the lakes #1 100%.db", folder.path().display());
        Self { address, folder }
    }

    pub fn postgres() -> Self {
        let folder = TempDir::new().expect("a folder");
        Self { address: Cluster::shared().database(), folder }
    }

    pub fn is_postgres(&self) -> bool {
        self.address.starts_with("postgres")
    }

    pub async fn open(&self) -> Store {
        Store::open(&self.address).await.expect("it opens")
    }
}

/// Runs an asynchronous test to its end.
pub fn run<T>(test: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(2).enable_all().build().expect("a runtime").block_on(test)
}

/// `async fn name(place: Place)` as two tests, one on each database.
#[macro_export]
macro_rules! on_both {
    ($($(#[doc = $doc:literal])* async fn $name:ident($place:ident: Place) $body:block)*) => { $(
        $(#[doc = $doc])*
        mod $name {
            use super::*;

            async fn test($place: Place) $body

            #[test]
            fn sqlite() {
                run(test(Place::sqlite()));
            }

            #[test]
            fn postgres() {
                run(test(Place::postgres()));
            }
        }
    )* };
}

pub fn time() -> Time {
    Time::parse("2031-10-16T10:00:00Z").expect("a moment")
}

/// So many seconds later.
pub fn later(seconds: u64) -> Time {
    Time::of_unix(time().unix() + seconds)
}

/// A dossier as far as the store looks into it: a text.
pub fn json(name: &str) -> String {
    format!("{{\"reference\":\"Doc. {name}\",\"title\":\"Lamps on the lakes – É\"}}\n")
}

pub fn opened(json: &str) -> Entry {
    let hash = Hash::of(json.as_bytes()).to_string();
    let event = Event::Opened {
        reference: "Doc. 412".to_owned(),
        dossier: hash,
        profile: "pace".to_owned(),
        edition: "2024".to_owned(),
        rules: Hash::of(b"rules").to_string(),
        languages: vec!["en".to_owned(), "fr".to_owned()],
        texts: vec![Text { letter: "A".to_owned(), kind: Kind::Resolution }],
        amendments: Vec::new(),
    };
    Head::default().next(time(), "clerk", event, Vec::new())
}

pub async fn dossier(store: &Store, slug: &str) -> Dossier {
    let json = json(slug);
    store.create(slug, &json, &opened(&json)).await.expect("it is new")
}

/// A member signs.
pub fn signed(head: Head, by: &str) -> Entry {
    let event = Event::Signed { amendment: Id::from("4"), by: by.to_owned() };
    head.next(time(), "clerk", event, Vec::new())
}

/// Entries that follow each other from a head.
pub fn chain(mut head: Head, names: &[&str]) -> Vec<Append> {
    let next = |name: &&str| {
        let entry = signed(head, name);
        head.advance(&entry.line());
        Append::from(entry)
    };
    names.iter().map(next).collect()
}

/// The log as a file would hold it, page by page.
pub async fn log(store: &Store, dossier: DossierId) -> String {
    let (mut log, mut after) = (String::new(), 0);
    loop {
        let lines = store.lines(dossier, after, 100).await.expect("it reads");
        if lines.is_empty() {
            return log;
        }
        after += lines.len() as u64;
        lines.iter().for_each(|line| log += &format!("{line}\n"));
    }
}

/// The entries of a log, the chain verified, and the head.
pub async fn verified(store: &Store, dossier: DossierId) -> (Vec<Entry>, Head) {
    let log = log(store, dossier).await;
    let mut reader = Reader::new(log.as_bytes());
    let entries: Result<Vec<Entry>, _> = reader.by_ref().collect();
    (entries.expect("the chain holds"), reader.head())
}

/// Appends as everybody does: tries, takes in what it lacks, tries again; gives back the head behind its own entry.
pub async fn sign(store: &Store, dossier: DossierId, mut head: Head, by: &str) -> Head {
    loop {
        match store.append(dossier, head, &[signed(head, by).into()]).await {
            Ok(head) => return head,
            Err(AppendError::Behind { lines, .. }) => lines.iter().for_each(|l| head.advance(l)),
            Err(error) => panic!("{error}"),
        }
    }
}
