//! The client beside the server, and its report.

use crate::http::{self, Connection};
use crate::server::{READ, TABLED, committee, secret};
use bytes::Bytes;
use http_body_util::Full;
use hyper::{Request, StatusCode};
use serde_json::json;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::sync::Barrier;

/// Connections by which amendments are tabled.
const CONNECTIONS: usize = 256;

struct Running {
    child: Child,
    address: String,
}

/// Starts a server; gives it when it is ready, with the time that this took.
async fn start(database: &str, new: bool) -> (Running, Duration) {
    let began = Instant::now();
    let mut command = Command::new(std::env::current_exe().expect("a program"));
    command.arg("serve").arg(database).args(new.then_some("new"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
    let mut child = command.spawn().expect("it starts");
    let mut lines = BufReader::new(child.stdout.take().expect("it speaks")).lines();
    let address = lines.next_line().await.expect("it is read").expect("it says where");
    let running = Running { child, address };
    while get(&mut connection(&running.address).await, "/health/ready").await.0 != StatusCode::OK {}
    (running, began.elapsed())
}

async fn connection(address: &str) -> Connection {
    http::connection(address).await.expect("it listens")
}

async fn sent(connection: &mut Connection, request: Request<Full<Bytes>>) -> (StatusCode, Bytes) {
    http::sent(connection, request).await.expect("an answer")
}

async fn get(connection: &mut Connection, path: &str) -> (StatusCode, Bytes) {
    let request = Request::get(path).header("host", "load").header("accept-encoding", "gzip");
    sent(connection, request.body(Full::default()).expect("a request")).await
}

async fn post(
    connection: &mut Connection,
    path: &str,
    by: usize,
    (name, value): (&str, &str),
    body: &serde_json::Value,
) -> (StatusCode, Bytes) {
    let request = Request::post(path)
        .header("host", "load")
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {}", secret(by)))
        .header(name, value);
    let body = Full::from(Bytes::from(body.to_string()));
    sent(connection, request.body(body).expect("a request")).await
}

/// All of it.
pub async fn run() {
    let share = std::env::var("HEMICYCLE_LOAD_SHARE").ok().and_then(|share| share.parse().ok());
    let share: f64 = share.unwrap_or(1.0);
    let folder = TempDir::new().expect("a folder");
    let own = format!("sqlite:{}", folder.path().join("load.db").display());
    let database = std::env::var("HEMICYCLE_DATABASE").unwrap_or(own);
    let kind = database.split(':').next().unwrap_or_default();
    println!("load on {kind}, share {share}, {} cores", cores());
    let (mut running, _) = start(&database, true).await;
    pages(&running.address, share).await;
    followers(&running, share).await;
    let all = tabled(&running.address, share).await;
    println!("memory      server {} MB", resident(&running) / 1_000);
    let killed = Instant::now();
    running.child.kill().await.expect("it is killed");
    let (again, took) = start(&database, false).await;
    println!("back        killed, ready again after {:.2} s", took.as_secs_f64());
    let (status, body) = get(&mut connection(&again.address).await, &log_path()).await;
    assert_eq!(status, StatusCode::OK, "{}", String::from_utf8_lossy(&body));
    println!(
        "            {all} receipts given before; asked {:.2} s after",
        killed.elapsed().as_secs_f64()
    );
}

fn log_path() -> String {
    format!("/api/v1/dossiers/{TABLED}")
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(0, std::num::NonZero::get)
}

/// Kilobytes that a server holds.
fn resident(running: &Running) -> u64 {
    let id = running.child.id().unwrap_or_default();
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let figure = line.and_then(|line| line.split_whitespace().nth(1));
    figure.and_then(|figure| figure.parse().ok()).unwrap_or(0)
}

fn at(sorted: &[Duration], share: f64) -> Duration {
    let place = (sorted.len() as f64 * share) as usize;
    sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or_default()
}

fn told(sorted: &[Duration]) -> String {
    let ms = |share| at(sorted, share).as_secs_f64() * 1_000.0;
    format!("median {:.1} ms, 99 % within {:.1} ms, the last {:.1} ms", ms(0.5), ms(0.99), ms(1.0))
}

/// Half of all at an even pace, the other half in the last twelfth of the time.
async fn tabled(address: &str, share: f64) -> usize {
    let (whole, rush) = (300.0 * share, 25.0 * share);
    let count = (50_000.0 * share) as usize;
    let next = Arc::new(AtomicUsize::new(0));
    let began = Instant::now();
    let mut all = tokio::task::JoinSet::new();
    for by in 0..CONNECTIONS {
        let (next, address) = (Arc::clone(&next), address.to_owned());
        all.spawn(async move {
            let mut connection = connection(&address).await;
            let path = format!("/api/v1/dossiers/{TABLED}/amendments");
            let mut took = Vec::new();
            loop {
                let one = next.fetch_add(1, Ordering::Relaxed);
                if one >= count {
                    return took;
                }
                // When its turn comes; a receipt that is late makes the next one late, too, which counts.
                let half = count / 2;
                let due = match one.checked_sub(half) {
                    None => (whole - rush) * one as f64 / half as f64,
                    Some(rest) => whole - rush + rush * rest as f64 / half as f64,
                };
                let due = began + Duration::from_secs_f64(due);
                tokio::time::sleep_until(due.into()).await;
                let body = json!({ "committee": committee(by), "part": "A", "texts": [
                    { "lang": "en", "wording": wording(one) },
                ] });
                let key = format!("load-{one}");
                let answer =
                    post(&mut connection, &path, by, ("idempotency-key", &key), &body).await;
                assert_eq!(answer.0, StatusCode::CREATED, "{}", String::from_utf8_lossy(&answer.1));
                took.push((one >= half, due.elapsed()));
            }
        });
    }
    let took: Vec<(bool, Duration)> = all.join_all().await.into_iter().flatten().collect();
    let whole = began.elapsed();
    println!("tabled      {} amendments in {:.1} s, no refusal", took.len(), whole.as_secs_f64());
    for (rush, name) in [(false, "before the rush"), (true, "in the rush")] {
        let of = took.iter().filter(|(at, _)| *at == rush);
        let mut of: Vec<Duration> = of.map(|(_, took)| *took).collect();
        of.sort_unstable();
        println!("            {name}: {} receipts, {}", of.len(), told(&of));
    }
    took.len()
}

fn wording(one: usize) -> String {
    format!(
        "In the draft resolution, after paragraph {}, insert the following paragraph:\n“Lamp {one} is to be lit before all others.”",
        one % 5 + 1
    )
}

/// A page that is kept, asked for again and again.
async fn pages(address: &str, share: f64) {
    let path = format!("/en/{READ}");
    let began = Instant::now();
    get(&mut connection(address).await, &path).await;
    println!(
        "pages       500 amendments: the first {:.0} ms",
        began.elapsed().as_secs_f64() * 1_000.0
    );
    let until = Instant::now() + Duration::from_secs_f64((10.0 * share).max(1.0));
    let began = Instant::now();
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let (address, path) = (address.to_owned(), path.clone());
        all.spawn(async move {
            let mut connection = connection(&address).await;
            let mut took = Vec::new();
            while Instant::now() < until {
                let began = Instant::now();
                let (status, _) = get(&mut connection, &path).await;
                assert_eq!(status, StatusCode::OK);
                took.push(began.elapsed());
            }
            took
        });
    }
    let mut took: Vec<Duration> = all.join_all().await.into_iter().flatten().collect();
    took.sort_unstable();
    let each = took.len() as f64 / began.elapsed().as_secs_f64();
    println!("            from cache {each:.0} a second on 16 connections, {}", told(&took));
}

/// Those who follow a sitting, and a decision.
async fn followers(running: &Running, share: f64) {
    let count = ((10_000.0 * share) as usize).max(10);
    let before = resident(running);
    let ready = Arc::new(Barrier::new(count + 1));
    let mut all = tokio::task::JoinSet::new();
    // Not all at one moment: the queue of the operating system is short.
    let gate = Arc::new(tokio::sync::Semaphore::new(64));
    for _ in 0..count {
        let (address, ready) = (running.address.clone(), Arc::clone(&ready));
        let gate = Arc::clone(&gate);
        all.spawn(async move {
            let open = gate.acquire().await.expect("it stays open");
            let mut stream = TcpStream::connect(&address).await.expect("it listens");
            let asked = format!("GET /en/{READ}/live HTTP/1.1\r\nhost: load\r\n\r\n");
            stream.write_all(asked.as_bytes()).await.expect("it listens");
            let mut buffer = [0; 2_048];
            let head = stream.read(&mut buffer).await.expect("it answers");
            assert!(buffer[..head].starts_with(b"HTTP/1.1 200"), "{head}");
            drop(open);
            ready.wait().await;
            // The message is told whole; when its first part is here is when one sees it.
            let mut rest = 1;
            while rest > 0 {
                rest = stream.read(&mut buffer).await.expect("it answers");
                if buffer[..rest].windows(4).any(|part| part == b"data") {
                    return Instant::now();
                }
            }
            panic!("the connection ended");
        });
    }
    ready.wait().await;
    let each = resident(running).saturating_sub(before) as f64 / count as f64;
    let mut clerk = connection(&running.address).await;
    let path = format!("/api/v1/dossiers/{READ}/events");
    let event = json!({ "sitting-opened": { "name": "first sitting" } });
    let began = Instant::now();
    let answer = post(&mut clerk, &path, 0, ("if-match", "\"1\""), &event).await;
    assert!(answer.0.is_success(), "{} {}", answer.0, String::from_utf8_lossy(&answer.1));
    let recorded = began.elapsed();
    let times: Vec<Instant> = all.join_all().await;
    let mut took: Vec<Duration> =
        times.iter().map(|time| time.saturating_duration_since(began)).collect();
    took.sort_unstable();
    println!(
        "followers   {count}, {each:.1} kB of memory each; a decision recorded after {:.0} ms, {}",
        recorded.as_secs_f64() * 1_000.0,
        told(&took)
    );
}
