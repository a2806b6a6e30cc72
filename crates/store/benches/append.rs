//! Appends in a second, each on the disk before it is answered: `cargo bench -p hemicycle-store`.
//!
//! `docs/benchmarks.md` says what was seen. SQLite writes below the folder for temporary files: on a file system that is
//! memory the numbers mean nothing.
#![allow(clippy::print_stdout, reason = "a benchmark says what it saw")]

#[path = "../tests/common/mod.rs"]
mod common;

use common::{Place, dossier, run, signed};
use hemicycle_store::{Append, Dossier, Store};
use procedure::log::{Head, Reader};
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, oneshot};

const EACH: Duration = Duration::from_secs(5);

/// How long each append took.
#[derive(Default)]
struct Seen(Vec<Duration>);

impl Seen {
    fn say(mut self, place: &str, what: &str, took: Duration) {
        self.0.sort();
        let rate = self.0.len() as f64 / took.as_secs_f64();
        let of = |share: usize| self.0[(self.0.len() - 1) * share / 100].as_secs_f64() * 1e3;
        println!(
            "{place:<10} {what:<42} {rate:>8.0} /s   median {:>7.2} ms   99 % {:>7.2} ms",
            of(50),
            of(99)
        );
    }
}

/// One after the other, in one log.
async fn alone(store: &Store, dossier: &Dossier) -> Seen {
    let (mut head, mut seen, began) = (dossier.head, Seen::default(), Instant::now());
    while began.elapsed() < EACH {
        let at = Instant::now();
        let entries = [signed(head, "Ada").into()];
        head = store.append(dossier.id, head, &entries).await.expect("kept");
        seen.0.push(at.elapsed());
    }
    seen
}

async fn all(tasks: Vec<tokio::task::JoinHandle<Seen>>) -> Seen {
    let mut all = Seen::default();
    for task in tasks {
        all.0.extend(task.await.expect("no panic").0);
    }
    all
}

/// As many logs as clients.
async fn each_its_own(store: &Store, dossiers: &[Dossier]) -> Seen {
    let client = |dossier: &Dossier| {
        let (store, dossier) = (store.clone(), dossier.clone());
        tokio::spawn(async move { alone(&store, &dossier).await })
    };
    all(dossiers.iter().map(client).collect()).await
}

/// All in one log: a task takes what waits, makes entries of it, and appends them together, as a server does that
/// holds the state of the log.
async fn together(store: &Store, dossier: &Dossier, clients: usize) -> Seen {
    let (ask, mut asked) = mpsc::channel::<oneshot::Sender<()>>(clients);
    let (gathering, mut head, id) = (store.clone(), dossier.head, dossier.id);
    let gatherer = tokio::spawn(async move {
        let mut waiting = Vec::new();
        while asked.recv_many(&mut waiting, 256).await > 0 {
            let mut next = head;
            let entries: Vec<Append> = (waiting.iter())
                .map(|_| {
                    let entry = signed(next, "Ada");
                    next.advance(&entry.line());
                    entry.into()
                })
                .collect();
            head = gathering.append(id, head, &entries).await.expect("kept");
            for answer in waiting.drain(..) {
                let _ = answer.send(());
            }
        }
    });
    let client = |_| {
        let ask = ask.clone();
        tokio::spawn(async move {
            let (mut seen, began) = (Seen::default(), Instant::now());
            while began.elapsed() < EACH {
                let at = Instant::now();
                let (answer, answered) = oneshot::channel();
                ask.send(answer).await.expect("it takes");
                answered.await.expect("it answers");
                seen.0.push(at.elapsed());
            }
            seen
        })
    };
    let seen = all((0..clients).map(client).collect()).await;
    drop(ask);
    gatherer.await.expect("no panic");
    seen
}

/// A log of 50,000 entries read and verified, in pages.
async fn read(place: &str, store: &Store) {
    let made = dossier(store, "long").await;
    let mut head = made.head;
    for _ in 0..50 {
        let mut next = head;
        let entries: Vec<Append> = (0..1_000)
            .map(|_| {
                let entry = signed(next, "Ada");
                next.advance(&entry.line());
                entry.into()
            })
            .collect();
        head = store.append(made.id, head, &entries).await.expect("kept");
    }
    let (mut at, began, mut reading) = (Head::default(), Instant::now(), Duration::ZERO);
    loop {
        let page = Instant::now();
        let lines = store.lines(made.id, at.seq, 5_000).await.expect("lines");
        reading += page.elapsed();
        if lines.is_empty() {
            break;
        }
        let page = lines.join("\n") + "\n";
        let mut reader = Reader::behind(at, page.as_bytes());
        assert!(reader.by_ref().all(|entry| entry.is_ok()));
        at = reader.head();
    }
    assert_eq!(at, head);
    println!(
        "{place:<10} 50,001 entries: read in {:.0} ms, read and verified in {:.0} ms",
        reading.as_secs_f64() * 1e3,
        began.elapsed().as_secs_f64() * 1e3
    );
}

fn main() {
    for (name, place) in [("SQLite", Place::sqlite()), ("PostgreSQL", Place::postgres())] {
        run(async {
            let store = place.open().await;
            let mut dossiers = Vec::new();
            for at in 0..500 {
                dossiers.push(dossier(&store, &format!("d{at}")).await);
            }
            let began = Instant::now();
            alone(&store, &dossiers[0]).await.say(name, "1 client", began.elapsed());
            let began = Instant::now();
            let seen = each_its_own(&store, &dossiers[1..21]).await;
            seen.say(name, "20 clients, each a log of its own", began.elapsed());
            let began = Instant::now();
            let seen = each_its_own(&store, &dossiers[21..]).await;
            seen.say(name, "479 clients, each a log of its own", began.elapsed());
            let one = dossier(&store, "one").await;
            let began = Instant::now();
            let seen = together(&store, &one, 500).await;
            seen.say(name, "500 clients, one log, gathered", began.elapsed());
            read(name, &store).await;
            store.close().await;
        });
    }
}
