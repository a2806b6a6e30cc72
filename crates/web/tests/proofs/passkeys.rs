//! Passkeys, in a browser with a device of its own.

use crate::common;
use crate::driven::driven;
use crate::office::PASSWORD;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use hemicycle_web::account::{Proofs, Told};
use hemicycle_web::desk::Clock;
use hemicycle_web::server::{Config, Server};
use std::sync::Arc;
use store::{Secret, Store};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tower::ServiceExt;

/// A server that stands at an address where browsers allow passkeys, with Ms Sound and Mr Bank.
async fn site(base: &str) -> (Server, TempDir) {
    let folder = TempDir::new().expect("a folder");
    let store = Store::open_file(&folder.path().join("lakes.db")).await.expect("a database");
    let clock: Clock = Arc::new(|| 1_950_000_000);
    let config = Config {
        names: common::names(),
        base: base.to_owned(),
        version: "test".to_owned(),
        workers: 2,
        clock,
        printer: None,
    };
    let server = Server::start(store, config).await.expect("a server");
    let proofs = Proofs::new(Told::default(), base, "Lakes").expect("they fit");
    let server = server.with_proofs(proofs);
    for (name, email) in
        [("Ms Clara SOUND", "clara@lakes.example"), ("Mr Otto BANK", "otto@lakes.example")]
    {
        let hash = server.accounts.hash(PASSWORD.to_owned()).await.expect("a hash");
        let now = server.now();
        server.store().add_account(name, email, Some(&hash), &now).await.expect("new");
    }
    (server, folder)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_passkey_is_made_used_and_taken_back() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let base = format!("http://localhost:{port}");
    let (server, _folder) = site(&base).await;
    let serving = server.clone();
    let served = tokio::spawn(async move { serving.serve(listener, std::future::pending()).await });
    let args = [PASSWORD.to_owned()];
    let seen = driven("passkeys.mjs", &base, &args, async |asked| {
        let otto = server.store().account_by_email("otto@lakes.example").await;
        let otto = otto.expect("asked").expect("there").id;
        match asked {
            "disable Otto" => server.store().set_disabled(otto, true).await.expect("disabled"),
            asked => panic!("{asked}"),
        }
    })
    .await;
    assert_eq!(seen, "Ms Clara SOUND by her phone, Mr Otto BANK by his, then neither");
    served.abort();
}

/// Whatever is sent in place of a device's answer, nobody is signed in, and nothing fails.
#[tokio::test]
async fn what_no_device_sent_is_refused() {
    let (server, _folder) = site("https://lakes.example").await;
    let router = server.router();
    let ask = async |path: &str, cookie: &str, body: &str| {
        let request = Request::builder().method(Method::POST).uri(path).header("cookie", cookie);
        let request = request.body(Body::from(body.to_owned())).expect("a request");
        router.clone().oneshot(request).await.expect("an answer")
    };
    let begin = async || {
        let begun = ask("/en/account/passkey/begin", "", "{}").await;
        assert_eq!(begun.status(), StatusCode::OK);
        let cookie = begun.headers()["set-cookie"].to_str().expect("text");
        cookie.split(';').next().expect("a pair").to_owned()
    };
    let odd = r#"{"id":"AQID","rawId":"AQID","type":"public-key","extensions":{},"response":{"authenticatorData":"AQID","clientDataJSON":"AQID","signature":"AQID","userHandle":"AAAAAAAAAAAAAAAAAAAAAQ"}}"#;
    for credential in ["null", "{}", "7", odd] {
        let kept = begin().await;
        let body = format!("{{\"credential\":{credential}}}");
        for cookie in [kept.as_str(), "", "__Host-begun=7"] {
            let got = ask("/en/account/passkey", cookie, &body).await;
            assert_eq!(got.status(), StatusCode::UNAUTHORIZED, "{credential}");
            let set = got.headers().get_all("set-cookie").iter();
            assert!(set.map(|v| v.to_str().expect("text")).all(|v| !v.contains("session=")));
        }
    }
    for body in ["", "[]", "{", "{\"credential\":"] {
        let got = ask("/en/account/passkey", &begin().await, body).await;
        assert_eq!(got.status(), StatusCode::BAD_REQUEST, "{body}");
    }
    // Nobody makes one who is not signed in.
    for path in ["/en/account/passkeys/begin", "/en/account/passkeys"] {
        assert_eq!(ask(path, "", "{}").await.status(), StatusCode::UNAUTHORIZED, "{path}");
    }
}

/// Twenty of one account are enough.
#[tokio::test]
async fn an_account_has_twenty_at_most() {
    let (server, _folder) = site("https://lakes.example").await;
    let (store, now) = (server.store(), server.now());
    let clara =
        store.account_by_email("clara@lakes.example").await.expect("asked").expect("there").id;
    let secret = "7".repeat(64);
    let later = procedure::event::Time::of_unix(now.unix() + 600);
    store.start_session(Secret(&secret), clara, &now, &later, "").await.expect("signed in");
    for (count, wanted) in [(19, StatusCode::OK), (20, StatusCode::CONFLICT)] {
        for key in store.passkeys_of(clara).await.expect("all").len()..count {
            store
                .add_passkey(&format!("{key:02x}"), clara, ("a key", "{}"), &now)
                .await
                .expect("new");
        }
        let request = Request::builder().method(Method::POST).uri("/en/account/passkeys/begin");
        let request = request.header("cookie", format!("__Host-session={secret}"));
        let request = request.body(Body::empty()).expect("a request");
        let answer = server.router().oneshot(request).await.expect("an answer");
        assert_eq!(answer.status(), wanted, "{count}");
    }
}
