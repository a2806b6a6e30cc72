//! A server with the lakes in the middle of their sitting.
#![allow(dead_code, reason = "each test file uses a part")]

use crate::common::{self, dossier, example};
use hemicycle_web::desk::{Clock, Decision};
use hemicycle_web::permission::Role;
use hemicycle_web::server::{Config, Server};
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

/// Runs an asynchronous test to its end.
pub fn run(test: impl Future<Output = ()>) {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().expect("a runtime").block_on(test);
}
