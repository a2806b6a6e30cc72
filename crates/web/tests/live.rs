//! Pages that are open while something is recorded: followers are told of everything, in order, whenever they come.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
#[path = "common/hall.rs"]
mod hall;

use common::ask;
use hall::{SLUG, hall, run};
use serde_json::Value;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// Somebody who follows.
struct Follower(BufReader<TcpStream>);

impl Follower {
    async fn come(address: &str, path: &str, last: Option<u64>) -> Self {
        let mut stream = TcpStream::connect(address).await.expect("it is open");
        let last = last.map(|last| format!("last-event-id: {last}\r\n")).unwrap_or_default();
        let asked = format!("GET {path} HTTP/1.1\r\nhost: x\r\n{last}\r\n");
        stream.write_all(asked.as_bytes()).await.expect("it is sent");
        let mut follower = Self(BufReader::new(stream));
        while !follower.line().await.expect("an answer").is_empty() {}
        follower
    }

    /// The next line; none where the stream is over.
    async fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = tokio::time::timeout(Duration::from_secs(20), self.0.read_line(&mut line)).await;
        let read = read.expect("within twenty seconds").expect("it is read");
        (read > 0).then(|| line.trim_end().to_owned())
    }

    async fn message(&mut self) -> Option<Value> {
        loop {
            if let Some(data) = self.line().await?.strip_prefix("data: ") {
                return Some(serde_json::from_str(data).expect("JSON"));
            }
        }
    }
}

fn number(message: &Value, key: &str) -> u64 {
    message[key].as_u64().expect("a number")
}

#[test]
fn whoever_follows_is_told_of_everything() {
    run(async {
        let hall = hall(63).await;
        let (address, end, serving) = hall.open().await;
        let mut one = Follower::come(&address, "/en/412-lakes/live", None).await;
        let mut other = Follower::come(&address, "/fr/412-lakes/live?after=60", None).await;
        // Who comes behind is told at once what they missed.
        let missed = other.message().await.expect("a message");
        assert_eq!((number(&missed, "from"), number(&missed, "seq")), (60, 63));
        hall.happen(0..2).await;
        // Each message goes on where the one before ended.
        let mut seen = 63;
        while seen < 65 {
            let message = one.message().await.expect("a message");
            assert_eq!(number(&message, "from"), seen);
            seen = number(&message, "seq");
        }
        let held = hall.server.site.get(SLUG).expect("it is shown");
        let last: Value =
            serde_json::from_str(&held.news(63, hemicycle_web::Tongue::En)).expect("JSON");
        assert_eq!(last["standings"]["10"], "adopted");
        assert!(last["pieces"]["outcome-10"].as_str().expect("markup").contains("is-adopted"));
        // A lost connection goes on behind the last message.
        drop(one);
        hall.happen(2..6).await;
        let mut again = Follower::come(&address, "/en/412-lakes/live", Some(seen)).await;
        let message = again.message().await.expect("a message");
        assert_eq!((number(&message, "from"), number(&message, "seq")), (65, 69));
        assert_eq!(message["standings"]["11"], "withdrawn");
        assert_eq!(message["standings"]["12"], "rejected");
        assert!(message["standings"].get("10").is_none());
        // When the server ends, it lets its followers go.
        end.send(()).expect("it listens");
        while again.message().await.is_some() {}
        serving.await.expect("it ended");
    });
}

#[test]
fn pieces_are_those_of_the_page() {
    run(async {
        let hall = hall(63).await;
        let before = hall.server.site.get(SLUG).expect("it is shown").head.seq;
        hall.happen(0..3).await;
        let router = hall.server.router();
        for (tongue, tag) in [(hemicycle_web::Tongue::En, "en"), (hemicycle_web::Tongue::Fr, "fr")]
        {
            let page = ask(&router, "GET", &format!("/{tag}/412-lakes"), &[]).await;
            let news =
                ask(&router, "GET", &format!("/{tag}/412-lakes/news?after={before}"), &[]).await;
            let message: Value = serde_json::from_str(news.text()).expect("JSON");
            let pieces = message["pieces"].as_object().expect("pieces");
            assert!(pieces.len() >= 4, "{pieces:?}");
            for (name, piece) in pieces {
                let piece = piece.as_str().expect("markup");
                assert!(piece.contains(&format!("data-live=\"{name}\"")), "{piece}");
                assert!(page.text().contains(piece), "{name} is not in the page: {piece}");
            }
            let held = hall.server.site.get(SLUG).expect("it is shown");
            assert_eq!(*held.news(before, tongue), *news.text());
        }
    });
}

#[test]
fn nothing_is_live_that_is_not_there() {
    run(async {
        let hall = hall(63).await;
        let router = hall.server.router();
        for path in ["/en/none/live", "/en/none/news", "/xx/412-lakes/live"] {
            assert_eq!(ask(&router, "GET", path, &[]).await.status, 404, "{path}");
        }
        let well = ask(&router, "GET", "/health/ready", &[]).await;
        assert_eq!((well.status.as_u16(), well.text()), (200, "well\n"));
        assert_eq!(ask(&router, "GET", "/health/live", &[]).await.status, 200);
        // A number that is none, and one that is not reached yet.
        for after in ["x", "99999999999999999999", "9999"] {
            let path = format!("/en/412-lakes/news?after={after}");
            assert_eq!(ask(&router, "GET", &path, &[]).await.status, 200, "{path}");
        }
        // What was published long ago does not follow.
        let page = ask(&router, "GET", "/en/412-lakes/versions/1", &[]).await;
        assert!(!page.text().contains("data-follow"));
        let page = ask(&router, "GET", "/en/412-lakes/order", &[]).await;
        assert!(page.text().contains("data-follow=\"/en/412-lakes\""));
    });
}
