//! The whole story in real browsers: from an empty instance to the adopted text, on each database, and once with two nodes.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
#[path = "common/driven.rs"]
mod driven;

use driven::driven;
use hemicycle_web::Server;
use hemicycle_web::account::{Config, Cost, Rate};
use hemicycle_web::server;
use pgtest::Cluster;
use serde_json::Value;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use store::Store;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A node that serves what stands in a database.
struct Node {
    server: Server,
    address: String,
    end: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

async fn node(database: &str) -> Node {
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let config = server::Config {
        names: common::names(),
        base: String::new(),
        version: "test".to_owned(),
        workers: 2,
        printer: None,
        clock: Arc::new(now),
    };
    let store = Store::open(database).await.expect("a database");
    let server = Server::start(store, config).await.expect("a server");
    // All of them sign in from one address, and hashing is not what is tried here.
    let server = server.with_accounts(Config {
        cost: Cost { memory: 8, passes: 1, lanes: 1 },
        from_address: Rate { burst: 1_000, every: 1 },
        ..Config::default()
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let (end, ended) = oneshot::channel::<()>();
    let serves = server.clone();
    let serving = tokio::spawn(async move {
        let end = async { drop(ended.await) };
        serves.serve(listener, end).await.expect("it serves");
    });
    Node { server, address, end, serving }
}

/// The story on so many nodes, by a mouse or by the keys alone.
async fn told(database: &str, count: usize, hand: &str) {
    let mut nodes = Vec::new();
    for _ in 0..count {
        nodes.push(node(database).await);
    }
    let first = nodes[0].server.first_link().await.expect("a link").expect("nobody administers");
    let draft = |name: &str, first: &str| {
        let text = std::fs::read_to_string(common::example(name)).expect("the example");
        text.split(first).next().unwrap_or_default().to_owned()
    };
    let english = draft("harbours-en.txt", "Amendment 1\n");
    let french = draft("harbours-fr.txt", "Amendement 1\n");
    let addresses: Vec<&str> = nodes.iter().map(|node| node.address.as_str()).collect();
    let (addresses, args) = (addresses.join(","), [first, english, french, hand.to_owned()]);
    let seen = driven("story.mjs", &addresses, &args, async |asked| panic!("{asked}")).await;
    let seen: Value = serde_json::from_str(&seen).expect("what was seen");
    let (en, fr) = (seen["en"].as_str().expect("a text"), seen["fr"].as_str().expect("a text"));
    for line in [
        "The harbours of the lakes are old. Their gates were built of oak. They close at midnight.",
        "The keepers of the gates sleep in cold and small huts. A bell wakes them. It is older than the gates.",
        "The Assembly asks the harbours to repair and paint their gates.",
        "The keepers count the boats and write down their names.",
    ] {
        assert!(en.contains(line), "{line}\n{en}");
    }
    for line in [
        "Les gardiens des portes dorment dans de froides et petites cabanes. Une cloche les réveille. Elle est plus ancienne que les portes.",
        "L’Assemblée demande aux ports de réparer et peindre leurs portes.",
    ] {
        assert!(fr.replace('\'', "’").contains(line), "{line}\n{fr}");
    }
    assert!(!en.contains("lamps") && !en.contains("rebuild"), "{en}");
    for Node { end, serving, .. } in nodes {
        end.send(()).expect("it listens");
        serving.await.expect("it ended");
    }
}

fn run(test: impl Future<Output = ()>) {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().expect("a runtime").block_on(test);
}

#[test]
fn on_sqlite_by_keys_alone() {
    let folder = TempDir::new().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("story.db").display());
    run(told(&database, 1, "keys"));
}

#[test]
fn on_postgresql() {
    run(told(&Cluster::shared().database(), 1, "mouse"));
}

#[test]
fn on_two_nodes() {
    run(told(&Cluster::shared().database(), 2, "mouse"));
}
