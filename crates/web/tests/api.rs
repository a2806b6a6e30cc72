//! The API: what programs read and do (docs/api.md). Reading is here; doing is in the folder beside.

#[path = "api/drafts.rs"]
mod drafts;
#[path = "api/import.rs"]
mod import;
#[path = "api/log.rs"]
mod log;
#[path = "api/people.rs"]
mod people;
#[path = "api/recording.rs"]
mod recording;
#[path = "api/tokens.rs"]
mod tokens;

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
#[path = "common/hall.rs"]
mod hall;
mod office;
mod program;

use axum::http::StatusCode;
use common::{ask, get};
use hall::{SLUG, hall};
use office::Office;
use program::{json, refused};
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
