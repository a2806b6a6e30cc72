//! The log as it is kept, for whoever may see it.

use crate::both;
use crate::hall::{SLUG, hall};
use crate::office::Office;
use crate::program::{Program, refused};
use axum::http::StatusCode;
use hemicycle_web::permission::{Act, Role};
use procedure::log::Reader;
use serde_json::json as object;

const LOG: &str = "/dossiers/412-lakes/log";

/// What is sent is what was written, to the byte, and verifies up to the head that the tag names.
#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_the_one_that_was_written() {
    let hall = hall(64).await;
    let file = std::fs::read(crate::common::example("sitting.jsonl")).expect("the example");
    let written: Vec<u8> =
        file.split_inclusive(|b| *b == b'\n').take(64).flatten().copied().collect();
    hall.person("Ms Vera INK", "ink@lakes.example", Role::TableOffice).await;
    let (store, now) = (hall.server.store(), hall.server.now());
    let account =
        store.account_by_email("ink@lakes.example").await.expect("asked").expect("there").id;
    let token = store::Secret("hemicycle_0");
    store.add_token(token, account, ("test", "read"), &now, None).await.expect("a token");
    let ask = async |query: &str, headers: &[(&str, &str)]| {
        let mut all = vec![("authorization", "Bearer hemicycle_0")];
        all.extend(headers);
        let path = format!("/api/v1{LOG}{query}");
        crate::common::ask(&hall.server.router(), "GET", &path, &all).await
    };
    let got = ask("", &[]).await;
    assert_eq!(got.status, StatusCode::OK);
    assert_eq!(got.header("content-type"), "application/x-ndjson");
    assert_eq!(got.header("cache-control"), "private, no-cache");
    assert!(got.body == written, "to the byte");
    let mut reader = Reader::new(&got.body);
    assert_eq!(reader.by_ref().filter(Result::is_ok).count(), 64);
    let head = reader.head();
    let tag = got.header("etag").to_owned();
    assert_eq!(tag, format!("\"64-{}\"", head.hash));
    let again = ask("", &[("if-none-match", &tag)]).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    // Whoever has a part asks for the rest.
    let rest = ask("?after=60", &[]).await;
    let lines: Vec<u8> =
        written.split_inclusive(|b| *b == b'\n').skip(60).flatten().copied().collect();
    assert!(rest.body == lines && rest.header("etag") != tag);
    let none = ask("?after=64", &[]).await;
    assert_eq!((none.status, none.body.len()), (StatusCode::OK, 0));
    assert_eq!(ask("?after=99", &[]).await.body.len(), 0);
    refused(&ask("?after=-1", &[]).await, StatusCode::BAD_REQUEST, "query");
    refused(&ask("?after=x", &[]).await, StatusCode::BAD_REQUEST, "query");
}

/// A log of more lines than are read at one time comes whole.
#[tokio::test(flavor = "multi_thread")]
async fn a_long_log_comes_whole() {
    both(async |office| {
        let clerk = Program::of(&office, "Ms Vera INK", Role::TableOffice, "read").await;
        let events = (0..2_100).map(|at| {
            let texts = vec![procedure::event::Wording {
                lang: "en".to_owned(),
                wording: "In the draft resolution, delete paragraph 3.".to_owned(),
                note: String::new(),
            }];
            let amendment = procedure::event::Id(format!("x-{at}"));
            procedure::event::Event::Drafted { amendment, parent: None, part: Some(0), texts }
        });
        let what = hemicycle_web::desk::HandIn {
            actor: "Ms Vera INK".to_owned(),
            events: events.collect(),
            seen: None,
            key: None,
            lang: text::Lang::EN,
        };
        let recorded = office.server.desk.hand_in(SLUG, what).await.expect("recorded");
        let got = clerk.get(LOG).await;
        let mut reader = Reader::new(&got.body);
        assert_eq!(reader.by_ref().filter(Result::is_ok).count(), 2_101);
        assert_eq!(reader.head().hash, recorded.hash);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_for_whoever_may_see_it() {
    let office = Office::new().await;
    let clara = Program::of(&office, "Ms Zoe STRAIT", Role::Member, "table").await;
    let body = object!({ "texts": crate::texts("3"), "part": "A", "hand_in": false });
    let path = "/dossiers/412-lakes/amendments";
    let got = clara.post(path, &body, &[("idempotency-key", "one")]).await;
    assert_eq!(got.status, StatusCode::CREATED, "{}", got.text());
    for role in Role::GRANTED {
        let program = Program::of(&office, &format!("Mr {}", role.name()), role, "read").await;
        let got = program.get(LOG).await;
        match role.may(Act::SeeLog) {
            true => assert!(got.text().contains("\"signed\""), "{}", role.name()),
            false => refused(&got, StatusCode::FORBIDDEN, "not-permitted"),
        }
    }
    let blind = Program::of(&office, "Ms Ida MEER", Role::Chair, "sitting").await;
    refused(&blind.get(LOG).await, StatusCode::FORBIDDEN, "scope-missing");
    let nobody = Program::nobody(&office);
    refused(&nobody.get(LOG).await, StatusCode::UNAUTHORIZED, "token-missing");
    refused(&nobody.get("/dossiers/none/log").await, StatusCode::UNAUTHORIZED, "token-missing");
    // What everybody may know has neither the draft nor who signed it.
    let events = nobody.read("/dossiers/412-lakes/events").await.to_string();
    assert!(!events.contains("Ms Zoe STRAIT") && !events.contains("drafted"), "{events}");
}
