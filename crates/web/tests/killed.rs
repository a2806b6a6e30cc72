//! A receipt outlives the server that gave it.
//!
//! A second process, this test run again, serves. 500 programs table amendments by the API, each on a connection of its own; the server is
//! killed at a random moment and started again. Every receipt that came is a line of the log, as often as this is done, and
//! a request that was not answered can be sent again by its key: it is recorded once.

#![allow(clippy::print_stdout, reason = "seeds and figures are shown")]

#[path = "../benches/load/http.rs"]
mod http;
#[path = "../benches/load/server.rs"]
mod server;

use bytes::Bytes;
use http::{Connection, connection, sent};
use http_body_util::Full;
use hyper::{Request, StatusCode};
use pgtest::Cluster;
use serde_json::{Value, json};
use server::{COMMITTEES, TABLED, committee, secret};
use std::collections::BTreeMap;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use store::Store;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// Names the database of the process that is to be killed.
const ADDRESS: &str = "HEMICYCLE_WEB_SERVES";

const PROGRAMS: usize = 500;
const ROUNDS: usize = 20;

/// How long a server may take before the test gives it up.
const PATIENCE: Duration = Duration::from_secs(120);

/// Does nothing, but in the process that is to be killed: there it serves until it is.
#[test]
fn serves_until_it_is_killed() {
    let Ok(address) = std::env::var(ADDRESS) else { return };
    let is_new = std::env::var("HEMICYCLE_WEB_NEW").is_ok();
    let new = is_new.then(|| "new".to_owned());
    let args: Vec<String> = [address].into_iter().chain(new).collect();
    run(server::serve(&args));
}

fn run<T>(test: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(2).enable_all().build().expect("a runtime").block_on(test)
}

struct Running {
    child: Child,
    address: String,
}

/// Starts a server and waits until it is ready; gives how long that took.
async fn start(database: &str, new: bool) -> (Running, Duration) {
    let began = Instant::now();
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "serves_until_it_is_killed", "--nocapture"]).env(ADDRESS, database);
    if new {
        command.env("HEMICYCLE_WEB_NEW", "1");
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
    let mut child = command.spawn().expect("it starts");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let address = async {
        while let Some(line) = lines.next_line().await.expect("it reads") {
            if line.starts_with("127.0.0.1:") {
                return line;
            }
        }
        panic!("it did not start");
    };
    let address = tokio::time::timeout(PATIENCE, address).await.expect("it is ready in time");
    let running = Running { child, address };
    let mut ask = connection(&running.address).await.expect("it listens");
    let request = Request::get("/health/ready").header("host", "test").body(Full::default());
    let (status, _) = sent(&mut ask, request.expect("a request")).await.expect("an answer");
    assert_eq!(status, StatusCode::OK);
    (running, began.elapsed())
}

/// Tables one; the number of its event and the hash of that line, or nothing where the server is gone.
async fn table(connection: &mut Connection, by: usize, key: &str) -> Option<(u64, String)> {
    let wording = format!(
        "In the draft resolution, after paragraph 2, insert the following paragraph:\n“Lamp {key} is to be lit.”"
    );
    let body = json!({ "committee": committee(by), "part": "A", "texts": [{ "lang": "en", "wording": wording }] });
    let request = Request::post(format!("/api/v1/dossiers/{TABLED}/amendments"))
        .header("host", "test")
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {}", secret(by)))
        .header("idempotency-key", key)
        .body(Full::from(Bytes::from(body.to_string())));
    let (status, body) = sent(connection, request.expect("a request")).await?;
    assert_eq!(status, StatusCode::CREATED, "{}", String::from_utf8_lossy(&body));
    let receipt: Value = serde_json::from_slice(&body).expect("a receipt");
    Some((receipt["seq"].as_u64()?, receipt["hash"].as_str()?.to_owned()))
}

/// What the programs got before the server was gone, and the request of each that was not answered.
#[derive(Default)]
struct Got {
    receipts: Vec<(String, (u64, String))>,
    unanswered: Vec<(usize, String)>,
}

/// 500 programs table until the server is killed, a moment after so many receipts.
async fn tabled_until_killed(
    mut running: Running,
    round: usize,
    many: usize,
    pause: Duration,
) -> Got {
    let count = Arc::new(AtomicUsize::new(0));
    let mut all = tokio::task::JoinSet::new();
    for program in 0..PROGRAMS {
        let (count, address) = (Arc::clone(&count), running.address.clone());
        all.spawn(async move {
            let (by, mut got) = (program % COMMITTEES, Got::default());
            let Some(mut connection) = connection(&address).await else { return got };
            for one in 0.. {
                let key = format!("{round}-{program}-{one}");
                match table(&mut connection, by, &key).await {
                    Some(receipt) => got.receipts.push((key, receipt)),
                    None => {
                        got.unanswered.push((by, key));
                        return got;
                    }
                }
                count.fetch_add(1, Ordering::SeqCst);
            }
            got
        });
    }
    while count.load(Ordering::SeqCst) < many {
        tokio::task::yield_now().await;
    }
    tokio::time::sleep(pause).await;
    running.child.kill().await.expect("it runs");
    let mut got = Got::default();
    while let Some(one) = all.join_next().await {
        let one = one.expect("no panic");
        got.receipts.extend(one.receipts);
        got.unanswered.extend(one.unanswered);
    }
    got
}

/// The lines of the log by their numbers, after the chain was verified.
async fn log(database: &str) -> BTreeMap<u64, String> {
    let store = Store::open(database).await.expect("it opens");
    store.verify().await.expect("the chains hold");
    let all = store.dossiers().await.expect("all");
    let tabled = all.iter().find(|one| one.slug == TABLED).expect("it is there");
    let lines = store.lines(tabled.id, 0, u32::MAX).await.expect("lines");
    store.close().await;
    let mut head = procedure::log::Head::default();
    lines
        .iter()
        .map(|line| {
            head.advance(line);
            (head.seq, head.hash.to_string())
        })
        .collect()
}

async fn killed(database: String) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    let seed = now.as_nanos() as u64 | 1;
    println!("seed {seed}");
    let mut random = seed;
    let mut below = |most: u64| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        random % most
    };
    let mut known: BTreeMap<String, (u64, String)> = BTreeMap::new();
    let mut longest = Duration::ZERO;
    let (mut running, _) = start(&database, true).await;
    for round in 0..ROUNDS {
        let (many, pause) = (1 + below(300) as usize, Duration::from_micros(below(20_000)));
        let got = tabled_until_killed(running, round, many, pause).await;
        assert!(got.receipts.len() >= many);
        let lines = log(&database).await;
        for (key, (seq, hash)) in &got.receipts {
            assert_eq!(lines.get(seq), Some(hash), "the receipt of {key} is lost");
        }
        known.extend(got.receipts);
        let (again, took) = start(&database, false).await;
        longest = longest.max(took);
        running = again;
        // What was not answered is sent again: whether it was recorded or not, it is recorded once.
        let mut ask = connection(&running.address).await.expect("it listens");
        for (by, key) in got.unanswered.iter().take(25) {
            let receipt = table(&mut ask, *by, key).await.expect("an answer");
            let again = table(&mut ask, *by, key).await.expect("an answer");
            assert_eq!(receipt, again);
            known.insert(key.clone(), receipt);
        }
    }
    drop(running);
    let lines = log(&database).await;
    let mut events: Vec<u64> = known.values().map(|(seq, _)| *seq).collect();
    assert!(known.values().all(|(seq, hash)| lines.get(seq) == Some(hash)));
    events.sort_unstable();
    assert!(events.windows(2).all(|pair| pair[0] < pair[1]), "two receipts for one event");
    println!("{} receipts; back after {:.2} s at most", known.len(), longest.as_secs_f64());
}

#[test]
fn a_killed_server_has_lost_nothing_on_sqlite() {
    let folder = TempDir::new().expect("a folder");
    run(killed(format!("sqlite:{}", folder.path().join("killed.db").display())));
}

#[test]
fn a_killed_server_has_lost_nothing_on_postgresql() {
    run(killed(Cluster::shared().database()));
}
