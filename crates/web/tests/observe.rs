//! What whoever runs a server sees of it.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
#[path = "common/hall.rs"]
mod hall;

use common::{ask, get};
use hall::hall;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

#[tokio::test(flavor = "multi_thread")]
async fn figures_count_what_happens_and_name_nobody() {
    let hall = hall(64).await;
    let router = hall.server.router();
    for _ in 0..3 {
        let got = get(&router, "/en/412-lakes?q=Ada%20LINDQVIST").await;
        assert_eq!(got.header("x-request-id").len(), 16);
    }
    get(&router, "/en/none").await;
    get(&router, "/api/v1/dossiers/412-lakes/amendments/4").await;
    ask(&router, "BREW", "/en/412-lakes", &[]).await;
    hall.happen(0..2).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (end, ended) = oneshot::channel::<()>();
    let server = hall.server.clone();
    let serving = tokio::spawn(async move {
        let end = async { drop(ended.await) };
        server.serve_figures(listener, end).await.expect("it serves");
    });
    let read = async |path: &str| {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        let asked = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        stream.write_all(asked.as_bytes()).await.expect("it is sent");
        let mut told = String::new();
        stream.read_to_string(&mut told).await.expect("an answer");
        told
    };
    let told = read("/metrics").await;
    for line in [
        "hemicycle_requests_total{method=\"GET\",route=\"/{tongue}/{slug}\",status=\"200\"} 3",
        "hemicycle_requests_total{method=\"GET\",route=\"/{tongue}/{slug}\",status=\"404\"} 1",
        "hemicycle_requests_total{method=\"other\",route=\"/{tongue}/{slug}\",status=\"405\"} 1",
        "route=\"/api/v1/dossiers/{slug}/amendments/{amendment}\",status=\"200\"} 1",
        "hemicycle_request_seconds_count{route=\"/{tongue}/{slug}\"} 5",
        "hemicycle_recordings_total{how=\"Decided\",result=\"recorded\"} 2",
        "hemicycle_recording_seconds_count 2",
        "hemicycle_events_total 2",
        "hemicycle_dossiers 1",
        "hemicycle_dossiers_left_out 0",
        "hemicycle_followers 0",
        "hemicycle_sessions 0",
        "# EOF",
    ] {
        assert!(told.contains(line), "{line}\n{told}");
    }
    assert!(!told.contains("LINDQVIST") && !told.contains("412-lakes"), "{told}");
    // Nothing else is there, and it is not where everybody reads.
    assert!(read("/en/412-lakes").await.starts_with("HTTP/1.1 404"));
    assert_eq!(get(&router, "/metrics").await.status, 404);
    end.send(()).expect("it listens");
    serving.await.expect("it ended");
}
