//! Events recorded, amendments tabled.

use crate::hall::SLUG;
use crate::office::Office;
use crate::program::{Program, json, refused};
use crate::{both, texts};
use axum::http::{Method, StatusCode};
use hemicycle_web::permission::Role;
use serde_json::json as object;

#[tokio::test(flavor = "multi_thread")]
async fn a_sitting_is_run_by_program() {
    both(async |office| {
        let chair = Program::of(&office, "Ms Ida MEER", Role::Chair, "sitting").await;
        chair.done(object!({ "sitting-opened": { "name": "fourth sitting" } })).await;
        chair.done(object!({ "called": { "amendment": "1" } })).await;
        let by = "Ms Ada LINDQVIST";
        chair.done(object!({ "moved": { "amendment": "1", "by": by } })).await;
        let count = object!({ "for": 12, "against": 41, "abstentions": 2 });
        let vote = object!({ "method": "electronic", "count": count, "adopted": true });
        let voted = object!({ "voted": { "amendments": ["1"], "vote": vote } });
        // The figures say otherwise.
        let got = chair.record(&voted).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", got.text());
        let seen = chair.seen();
        let vote = object!({ "method": "electronic", "count": count, "adopted": false });
        let voted = object!({ "voted": { "amendments": ["1"], "vote": vote } });
        let receipt = chair.done(voted.clone()).await;
        assert_eq!(receipt["seq"], seen + 1);
        // Somebody else, who saw what was before.
        let behind = format!("\"{seen}\"");
        let events = "/dossiers/412-lakes/events";
        let late = chair.post(events, &voted, &[("if-match", &behind)]).await;
        refused(&late, StatusCode::PRECONDITION_FAILED, "decided-meanwhile");
        let blind = chair.post(events, &voted, &[]).await;
        refused(&blind, StatusCode::PRECONDITION_REQUIRED, "precondition-missing");
        let ahead = chair.post(events, &voted, &[("if-match", "\"999\"")]).await;
        refused(&ahead, StatusCode::PRECONDITION_FAILED, "precondition-failed");
        for wrong in ["47", "\"x\"", "*", "\"-1\"", "\"\"", "\"99999999999999999999\""] {
            let got = chair.post(events, &voted, &[("if-match", wrong)]).await;
            refused(&got, StatusCode::BAD_REQUEST, "query");
        }
        // The tag of what was read says as much as the number.
        let got = chair.get("/dossiers/412-lakes/sitting").await;
        let tag = got.header("etag").to_owned();
        let called = object!({ "called": { "amendment": "2" } });
        let got = chair.post(events, &called, &[("if-match", &tag)]).await;
        assert_eq!(got.status, StatusCode::CREATED, "{}", got.text());
        let one = chair.read("/dossiers/412-lakes/amendments/1").await;
        assert_eq!(one["decision"]["votes"]["against"], 41);
        // The log names who did it; strangers are not told.
        let held = office.server.site.get("412-lakes").expect("it is shown");
        assert!(held.entries.iter().skip(1).all(|entry| entry.actor == "Ms Ida MEER"));
        let told = Program::nobody(&office).read(events).await;
        assert!(told["items"].as_array().is_some_and(|all| all.len() > 4));
        assert!(!told.to_string().contains("\"actor\""));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tabling_is_safe_to_repeat() {
    both(async |office| {
        let member = Program::of(&office, "Ms Clara SOUND", Role::Member, "table").await;
        let committee = office.account("Mr Otto BANK", "bank@lakes.example").await;
        let role = store::Role {
            account: committee,
            dossier: None,
            role: "committee".to_owned(),
            body: Some("Committee on Lamps".to_owned()),
        };
        office.store().grant(&role).await.expect("granted");
        let committee = Program::for_account(&office, committee, "table").await;
        let path = "/dossiers/412-lakes/amendments";
        let key = [("idempotency-key", "one")];
        let body = object!({ "texts": texts("3"), "part": "A" });
        refused(&member.post(path, &body, &[]).await, StatusCode::BAD_REQUEST, "query");
        // Alone she is too few: whatever the rules say is told with their code.
        let alone = member.post(path, &body, &key).await;
        assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", alone.text());
        assert_eq!(json(&alone)["code"], "too-few-signatures");
        let seen = member.seen();
        let office_seized = Program::of(&office, "Ms Vera INK", Role::TableOffice, "office").await;
        let seized = object!({ "seized": { "committee": "Committee on Lamps", "for": "report" } });
        office_seized.done(seized).await;
        let body = object!({ "texts": texts("3"), "part": "A", "committee": "Committee on Lamps" });
        let first = committee.post(path, &body, &key).await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
        for _ in 0..3 {
            let again = committee.post(path, &body, &key).await;
            assert_eq!((again.status, again.text()), (first.status, first.text()));
        }
        assert_eq!(json(&first)["seq"], seen + 3, "drafted and tabled, once");
        let other =
            object!({ "texts": texts("4"), "part": "A", "committee": "Committee on Lamps" });
        let reused = committee.post(path, &other, &key).await;
        refused(&reused, StatusCode::UNPROCESSABLE_ENTITY, "key-reused");
        // Another committee's is not its own.
        let other = object!({ "texts": texts("4"), "committee": "Committee on Fog" });
        let got = committee.post(path, &other, &[("idempotency-key", "two")]).await;
        refused(&got, StatusCode::FORBIDDEN, "not-own");
        let mut follow = office.server.desk.follow(SLUG).expect("it is there");
        assert!(follow.wait_for(|held| held.head.seq >= seen + 3).await.is_ok());
        // What was tabled is seen by the table office, and by nobody else.
        let id = json(&first)["amendment"].as_str().expect("an id").to_owned();
        let inbox = "/dossiers/412-lakes/inbox";
        let desk = Program::of(&office, "Mr Ivo INK", Role::TableOffice, "read office").await;
        assert_eq!(desk.read(inbox).await["items"][0]["id"], *id);
        refused(&committee.get(inbox).await, StatusCode::FORBIDDEN, "scope-missing");
        refused(
            &Program::nobody(&office).get(inbox).await,
            StatusCode::UNAUTHORIZED,
            "token-missing",
        );
        let events = "/dossiers/412-lakes/events?limit=200";
        assert!(desk.read(events).await.to_string().contains(&id));
        let public = Program::nobody(&office);
        assert!(!public.read(events).await.to_string().contains(&id));
        assert!(!public.read(path).await.to_string().contains(&id));
        refused(&public.get(&format!("{path}/{id}")).await, StatusCode::NOT_FOUND, "not-found");
        // Once it has a number everybody reads it.
        desk.done(object!({ "admitted": { "amendment": id, "by": "President" } })).await;
        desk.done(object!({ "numbered": { "amendment": id, "number": "99" } })).await;
        assert_eq!(public.read(&format!("{path}/99")).await["id"], *id);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn members_sign_for_themselves() {
    let office = Office::new().await;
    let clara = Program::of(&office, "Ms Clara SOUND", Role::Member, "table").await;
    let path = "/dossiers/412-lakes/amendments";
    let body = object!({ "texts": texts("3"), "part": "A", "hand_in": false });
    let got = clara.post(path, &body, &[("idempotency-key", "one")]).await;
    assert_eq!(got.status, StatusCode::CREATED, "{}", got.text());
    let events = "/dossiers/412-lakes/events";
    let entries = office.store().lines(office.server.desk.id(SLUG).expect("one"), 1, 9).await;
    let line = entries.expect("lines").join("\n");
    let drafted = line.split("\"amendment\":\"").nth(1).and_then(|rest| rest.split('"').next());
    let id = drafted.expect("an id").to_owned();
    let signed = |by: &str| object!({ "signed": { "amendment": id, "by": by } });
    let names = ["Mr Luc HAVEN", "Ms Ada LINDQVIST", "Mr Jan WEIR", "Ms Ruth STRAND"];
    let forged = clara.post(events, &signed(names[0]), &[]).await;
    refused(&forged, StatusCode::FORBIDDEN, "not-own");
    for name in names {
        let member = Program::of(&office, name, Role::Member, "table").await;
        let got = member.post(events, &signed(name), &[]).await;
        assert_eq!(got.status, StatusCode::CREATED, "{}", got.text());
    }
    let stranger = Program::of(&office, "Mr Per FOG", Role::Member, "table").await;
    let tabled = object!({ "tabled": { "amendment": id } });
    refused(&stranger.post(events, &tabled, &[]).await, StatusCode::FORBIDDEN, "not-own");
    let got = clara.post(events, &tabled, &[]).await;
    assert_eq!(got.status, StatusCode::CREATED, "{}", got.text());
    // Taken back by who tabled it, and by no other member.
    let withdrawn = |by: &str| object!({ "withdrawn": { "amendment": id, "by": by } });
    let got = stranger.record(&withdrawn("Mr Per FOG")).await;
    refused(&got, StatusCode::FORBIDDEN, "not-own");
    let got = stranger.record(&withdrawn("Ms Clara SOUND")).await;
    refused(&got, StatusCode::FORBIDDEN, "not-own");
    clara.done(withdrawn("Ms Clara SOUND")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_told_with_its_place() {
    let office = Office::new().await;
    let chair = Program::of(&office, "Ms Ida MEER", Role::Chair, "sitting").await;
    let events = "/dossiers/412-lakes/events";
    let send = async |body: &str, kind: &str| {
        let headers = [("if-match", "\"1\""), ("content-type", kind)];
        chair.ask(Method::POST, events, body.to_owned(), &headers).await
    };
    let json_ = "application/json; charset=utf-8";
    refused(&send("{", json_).await, StatusCode::BAD_REQUEST, "syntax");
    refused(&send("", json_).await, StatusCode::BAD_REQUEST, "syntax");
    refused(
        &send("{\"called\":{\"amendment\":\"1\"}} x", json_).await,
        StatusCode::BAD_REQUEST,
        "syntax",
    );
    refused(&send("{}", "text/plain").await, StatusCode::UNSUPPORTED_MEDIA_TYPE, "media-type");
    let shape = send("{\"called\":{\"amendment\":4}}", json_).await;
    refused(&shape, StatusCode::UNPROCESSABLE_ENTITY, "shape");
    assert_eq!(json(&shape)["place"], "called.amendment", "{}", shape.text());
    for other in
        ["{\"danced\":{}}", "{\"called\":{\"amendment\":\"1\",\"x\":1}}", "[]", "null", "4"]
    {
        refused(&send(other, json_).await, StatusCode::UNPROCESSABLE_ENTITY, "shape");
    }
    let large = format!("{{\"called\":{{\"amendment\":\"{}\"}}}}", "x".repeat(10 << 20));
    refused(&send(&large, json_).await, StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    let deep = format!("{{\"called\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    refused(&send(&deep, json_).await, StatusCode::UNPROCESSABLE_ENTITY, "shape");
    let deep = "[".repeat(100_000);
    refused(&send(&deep, json_).await, StatusCode::BAD_REQUEST, "syntax");
    let again = object!({ "draft-revised": { "dossier": "0".repeat(64), "reason": "x" } });
    let clerk = Program::of(&office, "Ms Vera INK", Role::TableOffice, "office").await;
    refused(&clerk.record(&again).await, StatusCode::UNPROCESSABLE_ENTITY, "shape");
    assert_eq!(chair.seen(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_writes_too_often_waits() {
    let office = Office::new().await;
    let clara = Program::of(&office, "Ms Clara SOUND", Role::Member, "draft").await;
    let luc = Program::of(&office, "Mr Luc HAVEN", Role::Member, "draft").await;
    let post = async |program: &Program<'_>| {
        program.post("/dossiers/412-lakes/drafts", &object!({}), &[]).await
    };
    for _ in 0..200 {
        assert_eq!(post(&clara).await.status, StatusCode::CREATED);
    }
    let got = post(&clara).await;
    refused(&got, StatusCode::TOO_MANY_REQUESTS, "too-often");
    assert_eq!(got.header("retry-after"), "1");
    assert_eq!(post(&luc).await.status, StatusCode::CREATED, "others are not kept waiting");
    office.wait(1);
    assert_eq!(post(&clara).await.status, StatusCode::CREATED);
}
