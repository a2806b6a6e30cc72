//! What was acknowledged outlives the program, and the server of the database.
//!
//! A second process, this test run again, appends from 500 tasks and prints a receipt for each entry once it has been told
//! that it is kept. It is killed at a random moment: every receipt that it printed must be in a log.

mod common;

use common::{Place, dossier, run, signed, verified};
use hemicycle_store::{AppendError, Dossier, DossierId, Store};
use pgtest::Cluster;
use procedure::log::{Head, Reader};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Names the database of the process that is to be killed.
const ADDRESS: &str = "HEMICYCLE_STORE_APPENDS_TO";

const TASKS: usize = 500;
const DOSSIERS: usize = 20;
const ROUNDS: usize = 20;

/// Does nothing, but in the process that is to be killed: there it appends until it is.
#[test]
fn appends_until_it_is_killed() {
    let Ok(address) = std::env::var(ADDRESS) else { return };
    run(async {
        let store = Store::open(&address).await.expect("it opens");
        let dossiers = store.dossiers().await.expect("all");
        let tasks = (0..TASKS).map(|at| {
            let (store, dossier) = (store.clone(), dossiers[at % dossiers.len()].clone());
            tokio::spawn(appends(store, dossier, at))
        });
        for task in tasks.collect::<Vec<_>>() {
            task.await.expect("no panic");
        }
    });
}

/// Until anything fails, as where the server is gone: then the whole process ends.
async fn appends(store: Store, dossier: Dossier, task: usize) {
    let mut head = dossier.head;
    for at in 0.. {
        let name = format!("Member {task}.{at} of {}", std::process::id());
        loop {
            match store.append(dossier.id, head, &[signed(head, &name).into()]).await {
                Ok(kept) => {
                    let receipt =
                        format!("\nreceipt {} {} {}\n", dossier.id.0, kept.seq, kept.hash);
                    std::io::stdout().write_all(receipt.as_bytes()).expect("somebody reads");
                    head = kept;
                    break;
                }
                Err(AppendError::Behind { lines, .. }) => {
                    lines.iter().for_each(|line| head.advance(line));
                }
                Err(_) => std::process::exit(1),
            }
        }
    }
}

struct Appender {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl Appender {
    fn start(address: &str) -> Self {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "appends_until_it_is_killed", "--nocapture"])
            .env(ADDRESS, address)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let lines = BufReader::new(child.stdout.take().expect("piped"));
        Self { child, lines }
    }

    /// Reads receipts until there is none any more, and calls `end` when there were so many.
    fn receipts(mut self, many: usize, end: impl FnOnce(&mut Child)) -> Vec<String> {
        let (mut receipts, mut end) = (Vec::new(), Some(end));
        let mut line = String::new();
        while self.lines.read_line(&mut line).expect("it reads") > 0 {
            // What is cut in the midst of a line was never told.
            if let Some(receipt) = line.strip_suffix('\n').and_then(|l| l.strip_prefix("receipt "))
            {
                receipts.push(receipt.to_owned());
            }
            line.clear();
            if receipts.len() >= many
                && let Some(end) = end.take()
            {
                end(&mut self.child);
            }
        }
        self.child.wait().expect("it has ended");
        receipts
    }
}

/// Numbers that differ from run to run; the seed is printed.
struct Random(u64);

impl Random {
    #[allow(clippy::print_stdout, reason = "shown where the test fails")]
    fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
        println!("seed {}", now.as_nanos() as u64);
        Self(now.as_nanos() as u64 | 1)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

async fn dossiers(place: &Place) {
    let store = place.open().await;
    for at in 0..DOSSIERS {
        dossier(&store, &format!("d{at}")).await;
    }
    store.close().await;
}

/// The logs as far as they were read, and what stands in them.
#[derive(Default)]
struct Logs {
    heads: BTreeMap<DossierId, Head>,
    lines: BTreeSet<String>,
}

impl Logs {
    /// Reads on: each log goes on where it stood, the chains hold, and every receipt is for a line that is there.
    async fn hold(&mut self, place: &Place, receipts: &[String]) {
        let store = place.open().await;
        for Dossier { id, head, .. } in store.dossiers().await.expect("all") {
            let before = self.heads.get(&id).copied().unwrap_or_default();
            let lines = store.lines(id, before.seq, u32::MAX).await.expect("lines");
            let log = lines.join("\n") + if lines.is_empty() { "" } else { "\n" };
            let mut reader = Reader::behind(before, log.as_bytes());
            assert!(reader.by_ref().all(|entry| entry.is_ok()), "the chain holds");
            assert_eq!(reader.head(), head);
            self.heads.insert(id, head);
            let mut head = before;
            self.lines.extend(lines.iter().map(|line| {
                head.advance(line);
                format!("{} {} {}", id.0, head.seq, head.hash)
            }));
        }
        for receipt in receipts {
            assert!(self.lines.contains(receipt), "{receipt} is lost");
        }
        store.close().await;
    }
}

on_both! {
    /// Killed twenty times, at any moment.
    async fn a_killed_program_has_lost_nothing(place: Place) {
        dossiers(&place).await;
        let (mut random, mut logs) = (Random::new(), Logs::default());
        for _ in 0..ROUNDS {
            let many = 1 + random.below(400) as usize;
            let pause = Duration::from_micros(random.below(9_000));
            let receipts = Appender::start(&place.address).receipts(many, |child| {
                // Not at the moment of an answer, but at any.
                std::thread::sleep(pause);
                child.kill().expect("it runs");
            });
            assert!(receipts.len() >= many);
            logs.hold(&place, &receipts).await;
        }
        let store = place.open().await;
        let whole: Vec<_> = store.verify().await.expect("whole").iter().map(|d| d.head).collect();
        assert_eq!(whole, logs.heads.into_values().collect::<Vec<_>>());
    }
}

/// The server itself is stopped as by a power cut, while it keeps.
#[test]
fn a_crashed_server_has_lost_nothing() {
    let cluster = Cluster::start();
    let folder = tempfile::TempDir::new().expect("a folder");
    let place = Place { address: cluster.database(), folder };
    run(dossiers(&place));
    let (mut random, mut logs) = (Random::new(), Logs::default());
    for _ in 0..3 {
        let many = 1 + random.below(400) as usize;
        let mut crashed = false;
        let receipts = Appender::start(&place.address).receipts(many, |_| {
            cluster.crash(|| crashed = true);
        });
        assert!(crashed && receipts.len() >= many);
        run(logs.hold(&place, &receipts));
    }
    // A store that was open while the server crashed goes on with the next one.
    run(async {
        let store = Store::open(&cluster.database()).await.expect("it opens");
        let made = dossier(&store, "lamps").await;
        let mut news = store.news();
        let mut refused = None;
        let entries = [signed(made.head, "Ada").into()];
        cluster.crash(|| {
            refused = Some(std::thread::scope(|scope| {
                let append = || {
                    let runtime =
                        tokio::runtime::Builder::new_current_thread().enable_all().build();
                    let append = store.append(made.id, made.head, &entries);
                    let wait =
                        async { tokio::time::timeout(Duration::from_secs(60), append).await };
                    runtime.expect("a runtime").block_on(wait)
                };
                scope.spawn(append).join().expect("no panic")
            }));
        });
        let refused = refused.expect("asked").expect("answered in time").expect_err("no server");
        assert!(["store-unreachable", "store-unsure"].contains(&refused.code()), "{refused}");
        let head = store.append(made.id, made.head, &entries).await.expect("kept");
        assert_eq!(news.next().await.map(|changed| changed.head), Some(head));
        assert_eq!(verified(&store, made.id).await.1, head);
    });
}
