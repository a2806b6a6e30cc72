//! A server with the lakes in the middle of their sitting.
#![allow(dead_code, reason = "each test file uses a part")]

use crate::common::{self, dossier, example};
use hemicycle_web::desk::{Clock, Decision, HandIn};
use hemicycle_web::permission::Role;
use hemicycle_web::server::{Config, Server};
use procedure::event::{Event, Id, Wording};
use procedure::log::{Entry, Reader};
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use store::Store;
use tempfile::TempDir;
use text::Lang;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

pub const SLUG: &str = "412-lakes";

/// Everybody's password.
pub const PASSWORD: &str = "the lamps on the lakes";

/// What members table to the harbours.
const TABLED: [&str; 3] = [
    "In the draft resolution, paragraph 3, replace the last sentence with the following sentence: \"A bell always wakes them.\"",
    "In the draft resolution, paragraph 4, replace the word \"repair\" with the following words: \"oil and repair\"",
    "In the draft resolution, delete paragraph 5.",
];

/// A server with the lakes as they stand behind an event, and what happens then.
pub struct Hall {
    pub server: Server,
    now: Arc<AtomicU64>,
    coming: Vec<Entry>,
    _folder: TempDir,
}

pub async fn hall(behind: usize) -> Hall {
    let file = std::fs::read(example("sitting.jsonl")).expect("the example");
    let all: Vec<Entry> = Reader::new(&file).map(|entry| entry.expect("it is sound")).collect();
    let log: Vec<u8> =
        file.split_inclusive(|b| *b == b'\n').take(behind).flatten().copied().collect();
    let now = Arc::new(AtomicU64::new(all[behind - 1].time.unix()));
    let read = Arc::clone(&now);
    let clock: Clock = Arc::new(move || read.load(Ordering::SeqCst));
    let folder = TempDir::new().expect("a folder");
    let store = Store::open_file(&folder.path().join("lakes.db")).await.expect("a database");
    let (base, version) = (String::new(), "test".to_owned());
    let names = common::names();
    let config = Config { names, base, version, workers: 2, clock, printer: None };
    let server = Server::start(store, config).await.expect("a server");
    let lakes = dossier(&["lakes-en.txt", "lakes-fr.txt"]);
    server.desk.take_over(SLUG, vec![lakes], log).await.expect("it is taken over");
    Hall { server, now, coming: all[behind..].to_vec(), _folder: folder }
}

impl Hall {
    /// An account with a role in all dossiers.
    pub async fn person(&self, name: &str, email: &str, role: Role) {
        let store = self.server.store();
        let hash = self.server.accounts.hash(PASSWORD.to_owned()).await.expect("a hash");
        let now = self.server.now();
        let account = store.add_account(name, email, Some(&hash), &now).await.expect("new").id;
        let role = store::Role { account, dossier: None, role: role.name().to_owned(), body: None };
        store.grant(&role).await.expect("granted");
    }

    /// Members table so many more amendments to the harbours, in English alone.
    pub async fn table(&self, count: usize) {
        table(&self.server, count).await;
    }

    /// The next events of the example happen.
    pub async fn happen(&self, events: std::ops::Range<usize>) {
        for entry in &self.coming[events] {
            self.now.store(entry.time.unix(), Ordering::SeqCst);
            let (actor, event) = (entry.actor.clone(), entry.event.clone());
            let decision = Decision { actor, event, seen: None, key: None, lang: Lang::EN };
            self.server.desk.decide(SLUG, decision).await.expect("it is recorded");
        }
    }

    /// Serves on a port of its own until the sender is used or gone.
    pub async fn open(&self) -> (String, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let (end, ended) = oneshot::channel::<()>();
        let server = self.server.clone();
        let serving = tokio::spawn(async move {
            let end = async { drop(ended.await) };
            server.serve(listener, end).await.expect("it serves");
        });
        (address, end, serving)
    }
}

/// Members table so many more amendments to the harbours, in English alone.
pub async fn table(server: &Server, count: usize) {
    const SLUG: &str = "415-harbours";
    let mut follow = server.desk.follow(SLUG).expect("they were brought in");
    for _ in 0..count {
        let at = follow.borrow().sitting.course.amendments.len();
        let amendment = Id(format!("h-{}", at + 1));
        let wording = TABLED[at % TABLED.len()].to_owned();
        let texts = vec![Wording { lang: "en".to_owned(), wording, note: String::new() }];
        let (parent, part) = (None, Some(0));
        let mut events = vec![Event::Drafted { amendment: amendment.clone(), parent, part, texts }];
        for name in ["LINDQVIST", "CASTELL", "FENN", "WEIR", "MOOR"] {
            let (amendment, by) = (amendment.clone(), format!("Ms Ada {name}"));
            events.push(Event::Signed { amendment, by });
        }
        events.push(Event::Tabled { amendment, committee: None, late: None });
        let (actor, key, lang) = ("Ms Ada LINDQVIST".to_owned(), None, Lang::EN);
        let what = HandIn { actor, events, seen: None, key, lang };
        let seq = server.desk.hand_in(SLUG, what).await.expect("it is handed in").seq;
        follow.wait_for(|held| held.head.seq >= seq).await.expect("it is shown");
    }
}

/// Runs an asynchronous test to its end.
pub fn run(test: impl Future<Output = ()>) {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().expect("a runtime").block_on(test);
}
