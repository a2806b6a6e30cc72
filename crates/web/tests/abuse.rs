//! Clients that mean harm, or are broken: each is answered or let go in time, and nobody else notices.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
#[path = "common/hall.rs"]
mod hall;

use hall::hall;
use hemicycle_web::listen::Patience;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

const SHORT: Duration = Duration::from_millis(400);

fn patience() -> Patience {
    Patience { head: SHORT, body: SHORT, end: SHORT }
}

/// What comes until the other end closes the connection; it must do so in time.
async fn until_closed(stream: &mut TcpStream) -> String {
    let mut told = Vec::new();
    let read = timeout(Duration::from_secs(20), stream.read_to_end(&mut told)).await;
    // A connection that is reset is closed, too.
    let _ = read.expect("it is closed in time");
    String::from_utf8_lossy(&told).into_owned()
}

async fn asked(address: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(request.as_bytes()).await.expect("it is sent");
    until_closed(&mut stream).await
}

const LIVES: &str = "GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";

#[test]
fn who_never_ends_is_let_go() {
    hall::run(async {
        let mut hall = hall(64).await;
        hall.server.patience = patience();
        let (address, end, serving) = hall.open().await;
        // A head, letter by letter.
        let mut slow = TcpStream::connect(&address).await.expect("a connection");
        slow.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ").await.expect("it is sent");
        let began = Instant::now();
        let mut gone = false;
        while !gone && began.elapsed() < Duration::from_secs(20) {
            gone = slow.write_all(b"a").await.is_err()
                || matches!(
                    timeout(Duration::from_millis(20), slow.read(&mut [0; 64])).await,
                    Ok(Ok(0) | Err(_))
                );
        }
        assert!(gone, "it is closed in time");
        // A body that is promised and does not come.
        let begun = "POST /en/account/sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 9999\r\n\
                     content-type: application/x-www-form-urlencoded\r\n\r\nemail=";
        let told = asked(&address, begun).await;
        assert!(told.is_empty() || told.starts_with("HTTP/1.1 4"), "{told}");
        // Nothing at all, and nothing more behind an answer.
        assert_eq!(asked(&address, "").await, "");
        let kept = "GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n";
        assert!(asked(&address, kept).await.starts_with("HTTP/1.1 200"));
        end.send(()).expect("it listens");
        serving.await.expect("it ended");
    });
}

#[test]
fn a_thousand_who_say_nothing_keep_nobody_waiting() {
    hall::run(async {
        let mut hall = hall(64).await;
        hall.server.patience = Patience::default();
        let (address, end, serving) = hall.open().await;
        let mut idle = Vec::new();
        for _ in 0..1_000 {
            idle.push(TcpStream::connect(&address).await.expect("a connection"));
        }
        let began = Instant::now();
        for _ in 0..20 {
            assert!(asked(&address, LIVES).await.starts_with("HTTP/1.1 200"));
        }
        let took = began.elapsed();
        assert!(took < Duration::from_secs(5), "{took:?}");
        let page = "GET /en/412-lakes HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
        assert!(asked(&address, page).await.starts_with("HTTP/1.1 200"));
        drop(idle);
        end.send(()).expect("it listens");
        serving.await.expect("it ended");
    });
}

#[test]
fn too_much_is_refused_before_it_is_taken() {
    hall::run(async {
        let hall = hall(64).await;
        let (address, end, serving) = hall.open().await;
        for path in ["/en/account/sign-in", "/api/v1/dossiers/412-lakes/events"] {
            let length = 10 << 20;
            let head = format!(
                "POST {path} HTTP/1.1\r\nhost: x\r\ncontent-length: {length}\r\nconnection: close\r\n\
                 content-type: application/x-www-form-urlencoded\r\n\r\n"
            );
            let mut stream = TcpStream::connect(&address).await.expect("a connection");
            stream.write_all(head.as_bytes()).await.expect("it is sent");
            let (mut from, mut to) = stream.split();
            // It may be answered before all has come, and closed.
            let send = async { drop(to.write_all(&vec![b'a'; length]).await) };
            let mut told = Vec::new();
            let read = async { drop(from.read_to_end(&mut told).await) };
            let both = async { tokio::join!(send, read) };
            timeout(Duration::from_secs(20), both).await.expect("in time");
            let told = String::from_utf8_lossy(&told);
            let refused =
                ["HTTP/1.1 413", "HTTP/1.1 401"].iter().any(|status| told.starts_with(status));
            assert!(refused || told.is_empty(), "{path}: {told}");
        }
        // Lines and heads have their measure, too.
        let long = format!("GET /{} HTTP/1.1\r\nhost: x\r\n\r\n", "a".repeat(1 << 20));
        let told = asked(&address, &long).await;
        assert!(told.is_empty() || told.starts_with("HTTP/1.1 4"), "{told}");
        assert!(asked(&address, LIVES).await.starts_with("HTTP/1.1 200"));
        end.send(()).expect("it listens");
        serving.await.expect("it ended");
    });
}

#[test]
fn the_end_does_not_wait_for_ever() {
    hall::run(async {
        let mut hall = hall(64).await;
        hall.server.patience = Patience { head: Duration::from_secs(600), ..patience() };
        let (address, end, serving) = hall.open().await;
        let mut slow = TcpStream::connect(&address).await.expect("a connection");
        slow.write_all(b"GET / HTTP/1.1\r\n").await.expect("it is sent");
        assert!(asked(&address, LIVES).await.starts_with("HTTP/1.1 200"));
        end.send(()).expect("it listens");
        timeout(Duration::from_secs(10), serving).await.expect("it ends").expect("well");
    });
}
