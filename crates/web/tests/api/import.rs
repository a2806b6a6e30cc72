//! Dossiers brought in by program.

use crate::both;
use crate::common::{self, Got, example};
use crate::office::Office;
use crate::program::{ALL, Program, json, refused};
use axum::http::{Method, StatusCode};
use hemicycle_web::permission::Role;
use serde_json::{Value, json as object};

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

/// A form with files.
fn multipart(parts: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = if file.is_empty() { String::new() } else { format!("; filename=\"{file}\"") };
        let head =
            format!("--lakes\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--lakes--\r\n");
    body
}

async fn sent(program: &Program<'_>, path: &str, kind: &str, body: &[u8]) -> Got {
    let headers = [("content-type", kind)];
    program.ask(Method::PUT, &format!("/dossiers/{path}"), body.to_vec(), &headers).await
}

/// The same where warnings are taken.
async fn taken(program: &Program<'_>, slug: &str, kind: &str, body: &[u8]) -> Got {
    let got = sent(program, slug, kind, body).await;
    if got.status == StatusCode::CREATED {
        return got;
    }
    refused(&got, StatusCode::UNPROCESSABLE_ENTITY, "warnings-found");
    let confirms = json(&got)["confirms"].as_str().expect("what confirms").to_owned();
    sent(program, &format!("{slug}?confirmed={confirms}"), kind, body).await
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(example(name)).expect("the example")
}

const FORM: &str = "multipart/form-data; boundary=lakes";

/// The same dossier in every format that carries it.
#[tokio::test(flavor = "multi_thread")]
async fn every_format_is_read() {
    both(async |office| {
        let clerk = Program::of(&office, "Ms Vera INK", Role::TableOffice, ALL).await;
        let harbours = common::dossier(&["harbours-en.txt", "harbours-fr.txt"]);
        let opened = office.server.desk.open("415-harbours", &harbours, "clerk").await;
        opened.expect("it is opened");
        for (end, kind) in [
            ("json", "application/json"),
            ("xml", "application/akn+xml"),
            ("xml", "application/xml; charset=utf-8"),
            ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ("odt", "application/vnd.oasis.opendocument.text"),
            ("html", "text/html"),
            ("txt", "text/plain"),
        ] {
            let written = office.get(&format!("/en/415-harbours/files/compendium.{end}")).await;
            assert_eq!(written.status, StatusCode::OK, "{end}");
            let slug =
                format!("copy-{}", kind.replace(|sign: char| !sign.is_ascii_alphanumeric(), "-"));
            let slug: String = slug.chars().take(60).collect();
            let got = taken(&clerk, slug.trim_end_matches('-'), kind, &written.body).await;
            assert_eq!(got.status, StatusCode::CREATED, "{kind}: {}", got.text());
            let copy = office.server.site.get(slug.trim_end_matches('-')).expect("it is shown");
            let written =
                |one: &&engine::Amendment| end == "json" || one.text(text::Lang::EN).is_some();
            let wanted = harbours.amendments.iter().filter(written).count();
            assert_eq!(copy.sitting.state.dossier.amendments.len(), wanted, "{kind}");
        }
    })
    .await;
}

/// One file for each language, with deadlines, as from the page.
#[tokio::test(flavor = "multi_thread")]
async fn several_files_are_one_dossier() {
    let office = Office::new().await;
    let clerk = Program::of(&office, "Ms Vera INK", Role::TableOffice, ALL).await;
    let (en, fr) = (file("harbours-en.txt"), file("harbours-fr.txt"));
    let parts = [
        ("slug", "", &b"another-name"[..]),
        ("deadline", "", b"2031-10-20T12:00"),
        ("file", "harbours-en.txt", &en),
        ("file", "harbours-fr.txt", &fr),
    ];
    let got = taken(&clerk, "415-harbours", FORM, &multipart(&parts)).await;
    assert_eq!(got.status, StatusCode::CREATED, "{}", got.text());
    assert_eq!(json(&got)["languages"], object!(["en", "fr"]));
    assert!(office.server.site.get("another-name").is_none(), "the name in the address counts");
    let held = office.server.site.get("415-harbours").expect("it is shown");
    assert_eq!(held.sitting.course.deadlines.iter().flatten().count(), 1);
    let odd = [("deadline", "", &b"soon"[..]), ("file", "a.txt", &en)];
    let got = sent(&clerk, "odd", FORM, &multipart(&odd)).await;
    refused(&got, StatusCode::UNPROCESSABLE_ENTITY, "field");
    assert_eq!(json(&got)["place"], "deadline");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_told_with_its_place_and_nothing_is_kept() {
    let office = Office::new().await;
    let clerk = Program::of(&office, "Ms Vera INK", Role::TableOffice, ALL).await;
    let text = String::from_utf8(file("harbours-en.txt")).expect("text");
    let wrong = text.replacen("paragraph", "paragraf", 40);
    let got = sent(&clerk, "broken", "text/plain; charset=utf-8", wrong.as_bytes()).await;
    refused(&got, StatusCode::UNPROCESSABLE_ENTITY, "errors-found");
    let problem = json(&got);
    let first = &problem["findings"][0];
    assert_eq!(
        (&first["severity"], &first["file"]),
        (&"error".into(), &"file.txt".into()),
        "{problem}"
    );
    assert!(first["line"].as_u64().is_some_and(|line| line > 1), "{problem}");
    assert!(first["remedy"].as_str().is_some() && problem["confirms"].is_null());
    let line = usize::try_from(first["line"].as_u64().expect("a line")).expect("a number");
    let meant = wrong.lines().nth(line - 1).expect("a line of the file");
    assert!(meant.contains("paragraf"), "the place is where it is wrong: {meant}");
    let forced = sent(&clerk, "broken?confirmed=0123", "text/plain", wrong.as_bytes()).await;
    refused(&forced, StatusCode::UNPROCESSABLE_ENTITY, "errors-found");
    // In the language of whoever asks.
    let headers = [("content-type", "text/plain"), ("accept-language", "fr")];
    let french = clerk.ask(Method::PUT, "/dossiers/broken", wrong, &headers).await;
    assert_ne!(json(&french)["findings"][0]["message"], first["message"]);
    assert_eq!(json(&french)["findings"][0]["code"], first["code"]);
    for (kind, body, status, code) in [
        ("image/png", &b"\x89PNG"[..], StatusCode::UNSUPPORTED_MEDIA_TYPE, "file-type"),
        ("", b"x", StatusCode::UNSUPPORTED_MEDIA_TYPE, "file-type"),
        ("application/pdf", b"%PDF-1.7 and nothing", StatusCode::UNPROCESSABLE_ENTITY, "shape"),
        (
            "application/vnd.oasis.opendocument.text",
            b"PK\x03\x04",
            StatusCode::UNPROCESSABLE_ENTITY,
            "shape",
        ),
        ("application/xml", b"\xff\xfe\x00", StatusCode::UNPROCESSABLE_ENTITY, "shape"),
        ("multipart/form-data", b"x", StatusCode::BAD_REQUEST, "unreadable"),
        (FORM, b"--lakes", StatusCode::BAD_REQUEST, "unreadable"),
        (FORM, b"--lakes--\r\n", StatusCode::UNPROCESSABLE_ENTITY, "unread"),
    ] {
        let got = sent(&clerk, "broken", kind, body).await;
        refused(&got, status, code);
    }
    let mixed = [("file", "a.json", &b"{}"[..]), ("file", "b.txt", b"b")];
    let got = sent(&clerk, "broken", FORM, &multipart(&mixed)).await;
    refused(&got, StatusCode::UNPROCESSABLE_ENTITY, "unread");
    let got = sent(&clerk, "broken?rules=none/1", "text/plain", text.as_bytes()).await;
    refused(&got, StatusCode::BAD_REQUEST, "query");
    let large = vec![b'a'; 10 << 20];
    let got = sent(&clerk, "broken", "text/plain", &large).await;
    refused(&got, StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    let got = sent(&clerk, "broken", FORM, &multipart(&[("file", "a.txt", &large)])).await;
    refused(&got, StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    assert!(office.server.site.get("broken").is_none());
    assert_eq!(office.store().dossiers().await.expect("asked").len(), 1);
}
