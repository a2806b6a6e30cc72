//! The API: what programs read and do (docs/api.md).

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
#[path = "common/hall.rs"]
mod hall;
mod office;
mod program;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use common::{Got, ask, get};
use hall::{SLUG, hall};
use hemicycle_web::permission::Role;
use office::{Office, form};
use program::{ALL, Program, json, refused};
use serde_json::{Value, json as object};
use std::collections::BTreeSet;

fn drafted(text: &str) -> Value {
    object!({ "what": "change", "part": 0, "number": "3", "lang": "en", "text": text })
}

fn texts(paragraph: &str) -> Value {
    object!([{ "lang": "en", "wording": format!("In the draft resolution, delete paragraph {paragraph}.") }])
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_public_can_be_read() {
    let router = hall(64).await.server.router();
    let read = async |path: &str| -> Value {
        let got = get(&router, &format!("/api/v1{path}")).await;
        assert_eq!(got.status, StatusCode::OK, "{path}: {}", got.text());
        assert_eq!(got.header("content-type"), "application/json");
        json(&got)
    };
    let all = read("/dossiers").await;
    assert_eq!(all["items"][0]["slug"], SLUG);
    assert_eq!(all["next"], Value::Null);
    let one = read("/dossiers/412-lakes").await;
    assert_eq!(one["reference"], "Doc. 412");
    assert_eq!(one["head"]["seq"], 64);
    assert_eq!(one["languages"], object!(["en", "fr"]));
    let draft = read("/dossiers/412-lakes/draft/fr").await;
    assert_eq!(draft["language"], "fr");
    assert!(draft["parts"][0]["children"].as_array().is_some_and(|all| all.len() > 3));
    let sitting = read("/dossiers/412-lakes/sitting").await;
    assert_eq!(sitting["seq"], 64);
    assert_eq!(sitting["floor"]["amendment"], "10");
    let amendments = read("/dossiers/412-lakes/amendments?limit=200").await;
    let amendments = amendments["items"].as_array().expect("a list").clone();
    let order = read("/dossiers/412-lakes/order?limit=200").await;
    let names = |list: &[Value], key: &str| -> Vec<String> {
        list.iter().map(|one| one[key].as_str().unwrap_or_default().to_owned()).collect()
    };
    let order = order["items"].as_array().expect("a list").clone();
    assert_eq!(names(&amendments, "address"), names(&order, "amendment"));
    assert!(order.iter().all(|one| !one["reason"]["fr"].as_str().unwrap_or_default().is_empty()));
    // Each one with its relations, its history, what it changes.
    for name in names(&amendments, "address") {
        let escaped = name.replace('/', "%2F");
        let one = read(&format!("/dossiers/412-lakes/amendments/{escaped}")).await;
        assert_eq!(one["address"], name);
        assert!(one["texts"].as_array().is_some_and(|texts| !texts.is_empty()), "{one}");
    }
    let twelve = read("/dossiers/412-lakes/amendments/12").await;
    let words = twelve["change"]["en"]["paragraphs"][0]["words"].as_array().expect("words");
    assert!(words.iter().any(|word| word["change"] == "deleted"), "{twelve}");
    assert_eq!(twelve["operations"][0]["provision"], "4");
    let fifteen = read("/dossiers/412-lakes/amendments/15").await;
    assert_eq!(fifteen["fells"][0]["amendment"], "16");
    let reason = fifteen["fells"][0]["reason"]["fr"].as_str().expect("a reason");
    assert!(reason.contains("l'amendement 16"), "{reason}");
    let eight = read("/dossiers/412-lakes/amendments/8").await;
    assert_eq!(eight["decision"]["outcome"], "adopted");
    assert_eq!(eight["sub_amendments"], object!(["8/1", "o-1"]));
    assert!(eight["history"].as_array().is_some_and(|all| all.len() > 2), "{eight}");
    let relations = read("/dossiers/412-lakes/relations?limit=200").await;
    assert_eq!(relations["items"].as_array().map(Vec::len), Some(amendments.len()));
    let versions = read("/dossiers/412-lakes/versions").await;
    assert!(versions["items"][0]["page"]["en"].as_str().is_some_and(|at| at.ends_with("/1")));
    let adopted = get(&router, "/api/v1/dossiers/412-lakes/adopted").await;
    refused(&adopted, StatusCode::NOT_FOUND, "not-adopted");
    assert_eq!(read("/dossiers/412-lakes/amended").await["schema"], "hemicycle-adopted/1");
    let whole = hall(1).await.server.router();
    let events = get(&whole, "/api/v1/dossiers/412-lakes/events").await;
    assert!(json(&events)["items"][0]["event"]["opened"].is_object());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_adopted_text_can_be_read() {
    let log = std::fs::read(common::example("sitting.jsonl")).expect("the example");
    let events = log.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
    let router = hall(events).await.server.router();
    let got = get(&router, "/api/v1/dossiers/412-lakes/adopted").await;
    assert_eq!(got.status, StatusCode::OK);
    let file = get(&router, "/en/412-lakes/files/adopted.json").await;
    assert_eq!(json(&got), json(&file));
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_come_a_page_at_a_time() {
    let router = hall(64).await.server.router();
    for list in ["amendments", "order", "relations", "events"] {
        let whole = get(&router, &format!("/api/v1/dossiers/412-lakes/{list}?limit=200")).await;
        let whole = json(&whole)["items"].clone();
        let mut next = Some(format!("/api/v1/dossiers/412-lakes/{list}?limit=3"));
        let mut all = Vec::new();
        while let Some(path) = next {
            let got = get(&router, &path).await;
            let page = json(&got);
            let items = page["items"].as_array().expect("a list");
            assert!(items.len() <= 3);
            all.extend(items.iter().cloned());
            let link = got.header("link");
            assert_eq!(link.is_empty(), page["next"].is_null(), "{link}");
            let to = link.strip_prefix('<').and_then(|link| link.split_once('>'));
            next = to.map(|(to, _)| to.to_owned());
        }
        assert_eq!(Value::Array(all), whole, "{list}");
    }
    for (query, place) in [
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=many", "query"),
        ("limit=-1", "query"),
        ("after=none", "after"),
        ("state=none", "state"),
        ("lang=de", "lang"),
    ] {
        let got = get(&router, &format!("/api/v1/dossiers/412-lakes/amendments?{query}")).await;
        refused(&got, StatusCode::BAD_REQUEST, "query");
        assert_eq!(json(&got)["place"], place, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn amendments_are_found_as_on_the_site() {
    let router = hall(64).await.server.router();
    let found = async |query: &str| -> Vec<String> {
        let got = get(&router, &format!("/api/v1/dossiers/412-lakes/amendments?{query}")).await;
        let items = json(&got)["items"].clone();
        let all = items.as_array().expect("a list");
        all.iter().map(|one| one["address"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let everything = found("limit=200").await;
    assert_eq!(found("place=a-para-5").await, ["15", "16"]);
    let adopted = found("state=adopted").await;
    assert!(adopted.contains(&"4".to_owned()) && !adopted.contains(&"18".to_owned()));
    assert!(found("by=Nobody").await.is_empty());
    let by = found("by=Ms%20Ada%20LINDQVIST").await;
    assert!(by.contains(&"1".to_owned()) && by.len() < everything.len(), "{by:?}");
    assert!(!found("q=lamps").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_program_has_is_not_sent_again() {
    let hall = hall(64).await;
    let router = hall.server.router();
    let mut tags = BTreeSet::new();
    for path in [
        "",
        "/412-lakes",
        "/412-lakes/draft/en",
        "/412-lakes/amendments",
        "/412-lakes/amendments/4",
        "/412-lakes/order",
        "/412-lakes/relations",
        "/412-lakes/events",
        "/412-lakes/versions",
        "/412-lakes/sitting",
        "/412-lakes/amended",
        "/412-lakes/document",
    ] {
        let path = format!("/api/v1/dossiers{path}");
        let got = get(&router, &path).await;
        let tag = got.header("etag").to_owned();
        assert!(tag.starts_with('"') && tags.insert(tag.clone()), "{path}: strong, and its own");
        assert_eq!(got.header("cache-control"), "public, no-cache");
        let again = ask(&router, "GET", &path, &[("if-none-match", &tag)]).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
        assert_eq!(again.header("etag"), tag);
        let packed = ask(&router, "GET", &path, &[("accept-encoding", "gzip")]).await;
        if packed.header("content-encoding") == "gzip" {
            assert_ne!(packed.header("etag"), tag, "other bytes have another tag");
        }
    }
    let tag = get(&router, "/api/v1/dossiers/412-lakes/sitting").await.header("etag").to_owned();
    assert!(tag.starts_with("\"64-"), "{tag}");
    hall.happen(0..1).await;
    let asked = [("if-none-match", tag.as_str())];
    let later = ask(&router, "GET", "/api/v1/dossiers/412-lakes/sitting", &asked).await;
    assert_eq!(later.status, StatusCode::OK);
    assert!(later.header("etag").starts_with("\"65-"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_dossier_in_the_format_that_is_asked_for() {
    let router = hall(64).await.server.router();
    let path = "/api/v1/dossiers/412-lakes/document";
    let whole = async |accept: &str| ask(&router, "GET", path, &[("accept", accept)]).await;
    let got = whole("application/json").await;
    let read = engine::json::read(got.text()).expect("a dossier");
    assert_eq!(read.reference.as_deref(), Some("Doc. 412"));
    for accept in ["application/akn+xml", "application/xml"] {
        let got = whole(accept).await;
        assert_eq!(got.header("content-type"), accept);
        let file = get(&router, "/en/412-lakes/files/compendium.xml").await;
        assert_eq!(got.text(), file.text());
    }
    let french = [("accept", "application/xml"), ("accept-language", "fr")];
    let got = ask(&router, "GET", path, &french).await;
    assert_eq!(got.text(), get(&router, "/fr/412-lakes/files/compendium.xml").await.text());
    let got = whole("text/html").await;
    assert_eq!((got.status, got.header("location")), (StatusCode::SEE_OTHER, "/en/412-lakes"));
    refused(&whole("image/png").await, StatusCode::NOT_ACCEPTABLE, "not-acceptable");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_told_as_a_problem() {
    let router = hall(64).await.server.router();
    for path in [
        "/api",
        "/api/v1",
        "/api/v1/none",
        "/api/v2/dossiers",
        "/api/v1/dossiers/none",
        "/api/v1/dossiers/412-lakes/none",
        "/api/v1/dossiers/412-lakes/amendments/none",
        "/api/v1/dossiers/412-lakes/draft/de",
        "/api/v1/dossiers/%00",
    ] {
        if path != "/api" {
            refused(&get(&router, path).await, StatusCode::NOT_FOUND, "not-found");
        }
    }
    let got = ask(&router, "DELETE", "/api/v1/dossiers", &[]).await;
    refused(&got, StatusCode::METHOD_NOT_ALLOWED, "not-allowed");
    assert!(got.header("allow").contains("GET"), "{:?}", got.headers);
    let got = ask(&router, "GET", "/api/v1/none", &[("accept-language", "fr")]).await;
    assert!(json(&got)["detail"].as_str().is_some_and(|detail| detail.contains("adresse")));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_others_may_read_and_nothing_else() {
    let router = hall(64).await.server.router();
    let origin = ("origin", "https://paper.example");
    let got = ask(&router, "GET", "/api/v1/dossiers", &[origin]).await;
    assert_eq!(got.header("access-control-allow-origin"), "*");
    assert_eq!(got.header("access-control-allow-credentials"), "");
    let asks = |method| [origin, ("access-control-request-method", method)];
    let got = ask(&router, "OPTIONS", "/api/v1/dossiers/412-lakes/events", &asks("POST")).await;
    assert_eq!(got.header("access-control-allow-methods"), "GET");
    let headers = got.header("access-control-allow-headers");
    assert!(!headers.contains("authorization") && !headers.contains("content-type"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_document_says_what_there_is() {
    let router = hall(64).await.server.router();
    let document = json(&get(&router, "/api/v1/openapi.json").await);
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    let paths = document["paths"].as_object().expect("paths");
    assert!(paths.len() >= 17, "{:?}", paths.keys().collect::<Vec<_>>());
    // Every reference leads somewhere.
    fn references<'v>(value: &'v Value, all: &mut Vec<&'v str>) {
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    match value.as_str() {
                        Some(to) if key == "$ref" => all.push(to),
                        _ => references(value, all),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    references(&document, &mut all);
    assert!(all.len() > 50);
    for to in all {
        let pointer = to.strip_prefix('#').expect("within the document");
        assert!(document.pointer(pointer).is_some(), "{to}");
    }
    // Events are those of the log.
    assert!(document.pointer("/components/schemas/EventJson/properties/called").is_some());
}

async fn both(test: impl AsyncFn(Office)) {
    test(Office::new().await).await;
    test(Office::postgres().await).await;
}

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
async fn a_token_does_what_it_is_for_and_no_more() {
    let office = Office::new().await;
    let events = "/dossiers/412-lakes/events";
    let opened = object!({ "sitting-opened": { "name": "fourth sitting" } });
    let on = [("if-match", "\"1\"")];
    refused(
        &Program::nobody(&office).post(events, &opened, &on).await,
        StatusCode::UNAUTHORIZED,
        "token-missing",
    );
    for forged in ["x", "hemicycle_0", "é", ""] {
        let headers = [("authorization", &*format!("Bearer {forged}")), on[0]];
        let got = Program::nobody(&office).post(events, &opened, &headers).await;
        refused(&got, StatusCode::UNAUTHORIZED, "token-invalid");
        assert!(got.header("www-authenticate").starts_with("Bearer"));
        // Not even what is public is read with it.
        let got = Program::nobody(&office).ask(Method::GET, events, Body::empty(), &headers).await;
        refused(&got, StatusCode::UNAUTHORIZED, "token-invalid");
    }
    let headers = [("authorization", "Basic YTpi"), on[0]];
    let got = Program::nobody(&office).post(events, &opened, &headers).await;
    refused(&got, StatusCode::UNAUTHORIZED, "token-invalid");
    let chair = Program::of(&office, "Ms Ida MEER", Role::Chair, "read table").await;
    refused(&chair.post(events, &opened, &on).await, StatusCode::FORBIDDEN, "scope-missing");
    // A scope that the account's roles do not cover helps nobody.
    let member = Program::of(&office, "Ms Clara SOUND", Role::Member, ALL).await;
    refused(&member.post(events, &opened, &on).await, StatusCode::FORBIDDEN, "not-permitted");
    let none = office.account("Mr No ROLE", "none@lakes.example").await;
    let none = Program::for_account(&office, none, ALL).await;
    refused(&none.post(events, &opened, &on).await, StatusCode::FORBIDDEN, "not-permitted");
    // What was taken back, has expired or is of a closed account is of no use.
    let account = office.account("Ms Una MEER", "una@lakes.example").await;
    let role = office.grant(account, Role::Chair).await;
    let una = Program::for_account(&office, account, "sitting").await;
    assert_eq!(una.get(events).await.status, StatusCode::OK);
    office.store().revoke(&role).await.expect("revoked");
    refused(&una.post(events, &opened, &on).await, StatusCode::FORBIDDEN, "not-permitted");
    office.wait(86_400);
    refused(&una.get(events).await, StatusCode::UNAUTHORIZED, "token-invalid");
    let again = Program::for_account(&office, account, "read").await;
    assert_eq!(again.get(events).await.status, StatusCode::OK);
    office.store().set_disabled(account, true).await.expect("disabled");
    refused(&again.get(events).await, StatusCode::UNAUTHORIZED, "token-invalid");
    assert_eq!(chair.seen(), 1, "nothing was recorded");
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_ones_own() {
    both(async |office| {
        let clara = Program::of(&office, "Ms Clara SOUND", Role::Member, "read draft").await;
        let luc = Program::of(&office, "Mr Luc HAVEN", Role::Member, "read draft").await;
        let path = "/dossiers/412-lakes/drafts";
        let got = clara.post(path, &drafted("Three."), &[]).await;
        assert_eq!(got.status, StatusCode::CREATED, "{}", got.text());
        let (place, tag) = (got.header("location").to_owned(), got.header("etag").to_owned());
        let place = place.strip_prefix("/api/v1").expect("a place").to_owned();
        let one = clara.read(&place).await;
        assert_eq!(one["content"]["text"], "Three.");
        let page = office.session("ms.clara.sound@lakes.example").await;
        let id = place.rsplit('/').next().expect("a number");
        let page = office.get_as(&page, &format!("/en/desk/drafts/{id}")).await;
        assert!(page.text().contains("Three."), "a page shows it");
        let long = clara.post(path, &drafted(&"x".repeat(30_001)), &[]).await;
        refused(&long, StatusCode::UNPROCESSABLE_ENTITY, "shape");
        assert_eq!(json(&long)["place"], "text");
        assert_eq!(one["own"], true);
        refused(&luc.get(&place).await, StatusCode::NOT_FOUND, "not-found");
        refused(
            &Program::nobody(&office).get(&place).await,
            StatusCode::UNAUTHORIZED,
            "token-missing",
        );
        let put = async |program: &Program<'_>, headers: &[(&str, &str)]| {
            let body = drafted("Four.").to_string();
            program.ask(Method::PUT, &place, body, headers).await
        };
        refused(&put(&clara, &[]).await, StatusCode::PRECONDITION_REQUIRED, "precondition-missing");
        let saved = put(&clara, &[("if-match", &tag)]).await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
        let stale = put(&clara, &[("if-match", &tag)]).await;
        refused(&stale, StatusCode::PRECONDITION_FAILED, "precondition-failed");
        let tag = saved.header("etag").to_owned();
        refused(&put(&luc, &[("if-match", &tag)]).await, StatusCode::NOT_FOUND, "not-found");
        // Shared with somebody, it can be read and not written.
        let id = json(&saved)["id"].as_i64().expect("a number");
        let all = office.store().accounts().await.expect("accounts");
        let shared = all.iter().find(|one| one.name == "Mr Luc HAVEN").expect("he is there").id;
        let id = store::DraftId(id);
        office.store().share_draft(id, shared, true).await.expect("shared");
        assert_eq!(luc.read("/drafts").await["items"][0]["own"], false);
        refused(&put(&luc, &[("if-match", &tag)]).await, StatusCode::FORBIDDEN, "not-own");
        let delete = async |program: &Program<'_>| {
            program.ask(Method::DELETE, &place, Body::empty(), &[("if-match", &tag)]).await
        };
        refused(&delete(&luc).await, StatusCode::FORBIDDEN, "not-own");
        assert_eq!(delete(&clara).await.status, StatusCode::NO_CONTENT);
        refused(&clara.get(&place).await, StatusCode::NOT_FOUND, "not-found");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_is_brought_in() {
    both(async |office| {
        let clerk = Program::of(&office, "Ms Vera INK", Role::TableOffice, ALL).await;
        let harbours = common::dossier(&["harbours-en.txt", "harbours-fr.txt"]);
        let text = engine::json::write(&harbours);
        let put = async |program: &Program<'_>, slug: &str, body: String| {
            program.ask(Method::PUT, &format!("/dossiers/{slug}"), body, &[]).await
        };
        let got = put(&clerk, "415-harbours", text.clone()).await;
        assert_eq!(got.status, StatusCode::CREATED, "{}", got.text());
        assert_eq!(got.header("location"), "/api/v1/dossiers/415-harbours");
        let read = clerk.read("/dossiers/415-harbours/document").await;
        assert_eq!(read, serde_json::from_str::<Value>(&text).expect("JSON"));
        refused(
            &put(&clerk, "415-harbours", text.clone()).await,
            StatusCode::CONFLICT,
            "store-taken",
        );
        let odd = put(&clerk, "Harbours", text.clone()).await;
        refused(&odd, StatusCode::UNPROCESSABLE_ENTITY, "store-slug");
        let reserved = put(&clerk, "desk", text.clone()).await;
        refused(&reserved, StatusCode::UNPROCESSABLE_ENTITY, "store-slug");
        let empty = put(&clerk, "416-fog", "{}".to_owned()).await;
        refused(&empty, StatusCode::UNPROCESSABLE_ENTITY, "shape");
        assert!(json(&empty)["place"].as_str().is_some_and(|place| place.starts_with('$')));
        refused(&put(&clerk, "416-fog", "{".to_owned()).await, StatusCode::BAD_REQUEST, "syntax");
        let member = Program::of(&office, "Ms Clara SOUND", Role::Member, ALL).await;
        refused(&put(&member, "416-fog", text).await, StatusCode::FORBIDDEN, "not-permitted");
    })
    .await;
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

#[tokio::test(flavor = "multi_thread")]
async fn tokens_are_made_shown_once_and_taken_back() {
    let office = Office::new().await;
    let account = office.account("Ms Ida MEER", "meer@lakes.example").await;
    office.grant(account, Role::Chair).await;
    let session = office.session("meer@lakes.example").await;
    let page = "/en/account/tokens";
    assert_eq!(office.get(page).await.status, StatusCode::UNAUTHORIZED);
    let shown = office.get_as(&session, page).await;
    assert_eq!(shown.header("cache-control"), "private, no-store");
    assert!(shown.text().contains("Run the sitting"));
    assert!(!shown.text().contains("Bring dossiers in"), "what is of no use is not offered");
    let post = async |fields: &[(&str, &str)]| -> Got {
        office.post_as(&session, page, &form(fields)).await
    };
    for fields in [
        &[("name", "Screen"), ("days", "30")][..],
        &[("name", "Screen"), ("days", "31"), ("sitting", "on")],
        &[("name", ""), ("days", "30"), ("sitting", "on")],
        // A scope that cannot be of use to her.
        &[("name", "Screen"), ("days", "30"), ("import", "on")],
    ] {
        let got = post(fields).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(got.text().contains("role=\"alert\"") && !got.text().contains("hemicycle_"));
    }
    let script = "<script>alert(1)</script>";
    let made = post(&[("name", script), ("days", "30"), ("sitting", "on"), ("import", "on")]).await;
    assert_eq!(made.status, StatusCode::OK);
    assert!(!made.text().contains(script));
    let secret = made.text().split("id=\"secret\">").nth(1).and_then(|rest| rest.split('<').next());
    let token = secret.expect("it is shown").to_owned();
    assert!(!office.get_as(&session, page).await.text().contains(&token), "once");
    let program = Program { office: &office, token };
    program.done(object!({ "sitting-opened": { "name": "fourth sitting" } })).await;
    let kept = office.store().tokens_of(account).await.expect("tokens");
    assert_eq!(kept[0].scopes, "sitting");
    assert!(kept[0].used.is_some() && kept[0].expires.is_some());
    let id = kept[0].id.0.to_string();
    // Nobody else takes it back.
    office.account("Mr Per FOG", "fog@lakes.example").await;
    let other = office.session("fog@lakes.example").await;
    let revoke = "/en/account/tokens/revoke";
    let got = office.post_as(&other, revoke, &form(&[("token", &id)])).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER);
    assert_eq!(program.get("/dossiers").await.status, StatusCode::OK);
    let got = office.post_as(&session, revoke, &form(&[("token", &id)])).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER);
    refused(&program.get("/dossiers").await, StatusCode::UNAUTHORIZED, "token-invalid");
}
