//! The table office, from the import of a dossier to its publication.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
mod office;

use axum::http::{Method, StatusCode};
use common::{Got, example};
use hemicycle_web::permission::Role;
use office::Office;
use text::Lang;

/// Nothing that a person typed may come out so.
const SCRIPT: &str = "<script>alert('\"x\"')</script>";

struct Desk {
    office: Office,
    session: String,
}

async fn desk_on(office: Office) -> Desk {
    let account = office.account("Ms Vera INK", "office@lakes.example").await;
    office.grant(account, Role::TableOffice).await;
    let session = office.session("office@lakes.example").await;
    Desk { office, session }
}

/// A part of a form with files: the name of the field, that of a file, what it holds.
type Part<'a> = (&'a str, Option<&'a str>, &'a [u8]);

fn multipart(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        body.extend_from_slice(b"--lakes\r\n");
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        let head = format!("Content-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--lakes--\r\n");
    body
}

impl Desk {
    async fn new() -> Self {
        desk_on(Office::new().await).await
    }

    async fn import(&self, parts: &[Part<'_>]) -> Got {
        self.import_as(&self.session, multipart(parts)).await
    }

    async fn import_as(&self, session: &str, body: Vec<u8>) -> Got {
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("content-type", "multipart/form-data; boundary=lakes"),
        ];
        self.office.send(Method::POST, session, "/en/desk/import", body, &headers).await
    }

    async fn get(&self, path: &str) -> Got {
        self.office.get_as(&self.session, path).await
    }
}

/// What stands in a field of a page that is not seen.
fn hidden<'p>(page: &'p str, name: &str) -> &'p str {
    let at = page.split(&format!("name=\"{name}\"")).nth(1).expect("the field is there");
    let value = at.split("value=\"").nth(1).expect("it has a value");
    value.split('"').next().unwrap_or_default()
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(example(name)).expect("the example")
}

fn harbours() -> hemicycle_web::Held {
    common::opened("harbours", common::dossier(&["harbours-en.txt", "harbours-fr.txt"]))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_compendium_in_two_languages_is_brought_in() {
    let desk = Desk::new().await;
    let page = desk.get("/en/desk/import").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("enctype=\"multipart/form-data\""));
    assert!(desk.get("/en/account").await.text().contains("/en/desk/import"));
    let (en, fr) = (file("harbours-en.txt"), file("harbours-fr.txt"));
    let parts = [
        ("slug", None, &b"415-harbours"[..]),
        ("deadline", None, b"2031-10-20T12:00"),
        ("sub-deadline", None, b""),
        ("rules", None, b""),
        ("file", Some("harbours-en.txt"), &en),
        ("file", Some("harbours-fr.txt"), &fr),
    ];
    let got = desk.import(&parts).await;
    let got = match got.status {
        // What is only doubtful is confirmed.
        StatusCode::UNPROCESSABLE_ENTITY => {
            let confirmed = hidden(got.text(), "confirmed").as_bytes().to_vec();
            let mut parts = parts.to_vec();
            parts.push(("confirmed", None, &confirmed));
            desk.import(&parts).await
        }
        _ => got,
    };
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.text());
    assert_eq!(got.header("location"), "/en/desk/office/415-harbours");
    let held = desk.office.server.site.get("415-harbours").expect("it is shown");
    let wanted = harbours().sitting.course;
    assert_eq!(held.sitting.course.dossier, wanted.dossier, "it is what commands make of it");
    assert_eq!(held.sitting.course.amendments.len(), wanted.amendments.len());
    assert!(
        held.sitting.course.deadlines[0].is_some() && held.sitting.course.deadlines[1].is_none()
    );
    assert!(held.entries.iter().all(|entry| entry.actor == "Ms Vera INK"));
    // The same again is refused: the name is taken. What was sent comes back.
    let again = desk.import(&parts).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        again.text().contains("Another dossier is called so")
            || again.text().contains("name=\"confirmed\"")
    );
    assert!(again.text().contains("<legend>harbours-en.txt</legend>"));
}

/// The same dossier in every format that carries it.
#[tokio::test(flavor = "multi_thread")]
async fn every_format_is_read() {
    let desk = Desk::new().await;
    let harbours = common::dossier(&["harbours-en.txt", "harbours-fr.txt"]);
    let opened = desk.office.server.desk.open("415-harbours", &harbours, "clerk").await;
    opened.expect("it is opened");
    for end in ["json", "xml", "docx", "odt", "html", "txt"] {
        let name = format!("compendium.{end}");
        let path = format!("/en/415-harbours/files/{name}");
        let written = desk.office.get(&path).await;
        assert_eq!(written.status, StatusCode::OK, "{end}");
        let slug = format!("copy-{end}");
        let parts = [("slug", None, slug.as_bytes()), ("file", Some(&*name), &*written.body)];
        let mut got = desk.import(&parts).await;
        if got.status == StatusCode::UNPROCESSABLE_ENTITY {
            assert!(got.text().contains("name=\"confirmed\""), "{end}: {}", got.text());
            // It comes back as the page has it, without the file.
            let page = got.text().to_owned();
            let confirmed = hidden(&page, "confirmed");
            let bytes = match page.contains("name=\"bytes-0\"") {
                true => ("bytes-0", None, hidden(&page, "bytes-0").as_bytes()),
                false => ("text-0", None, &*written.body),
            };
            let again = [
                ("slug", None, slug.as_bytes()),
                ("name-0", None, name.as_bytes()),
                bytes,
                ("confirmed", None, confirmed.as_bytes()),
            ];
            got = desk.import(&again).await;
        }
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{end}: {}", got.text());
        let copy = desk.office.server.site.get(&slug).expect("it is shown");
        // A file for people is in one language, and leaves out what concerns the other alone.
        let written = |one: &&engine::Amendment| end == "json" || one.text(Lang::EN).is_some();
        let mut wanted: Vec<String> =
            harbours.amendments.iter().filter(written).map(|one| one.cited()).collect();
        let mut all: Vec<String> =
            copy.sitting.state.dossier.amendments.iter().map(|one| one.cited()).collect();
        wanted.sort();
        all.sort();
        assert_eq!(all, wanted, "{end}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stands_beside_the_text_and_nothing_is_kept() {
    let desk = Desk::new().await;
    let text = String::from_utf8(file("harbours-en.txt")).expect("text");
    let wrong = text.replacen("paragraph", "paragraf", 40) + SCRIPT;
    let parts = [("slug", None, &b"broken"[..]), ("text-0", None, wrong.as_bytes())];
    let got = desk.import(&parts).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = got.text();
    assert!(page.contains("class=\"finding is-error\"") && page.contains("<mark>"), "{page}");
    assert!(page.contains("line ") && page.contains("column ") && page.contains('^'));
    assert!(!page.contains("name=\"confirmed\""), "an error is not confirmed");
    assert!(!page.contains(SCRIPT) && page.contains("&lt;script&gt;"), "what was typed is text");
    // A forged confirmation changes nothing.
    let mut forged = parts.to_vec();
    forged.push(("confirmed", None, b""));
    assert_eq!(desk.import(&forged).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(desk.office.server.site.get("broken").is_none());
    for (slug, message) in [
        ("Not a Slug", "Only small letters"),
        ("desk", "Only small letters"),
        (SCRIPT, "Only small"),
    ] {
        let good = common::dossier(&["bill.txt"]);
        let json = engine::json::write(&good);
        let parts = [("slug", None, slug.as_bytes()), ("file", Some("bill.json"), json.as_bytes())];
        let mut got = desk.import(&parts).await;
        if got.text().contains("name=\"confirmed\"") && !got.text().contains(message) {
            let confirmed = hidden(got.text(), "confirmed").as_bytes().to_vec();
            let mut parts = parts.to_vec();
            parts.push(("confirmed", None, &confirmed));
            got = desk.import(&parts).await;
        }
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(got.text().contains(message) && !got.text().contains(SCRIPT), "{}", got.text());
    }
    for parts in [
        &[("slug", None, &b"none"[..])][..],
        &[("slug", None, b"none"), ("file", Some("a.docx"), b"no archive")],
        &[("slug", None, b"none"), ("file", Some("a.pdf"), b"%PDF-1.7 and nothing")],
        &[("slug", None, b"none"), ("file", Some("a.json"), b"{}"), ("file", Some("b.txt"), b"b")],
        &[("slug", None, b"none"), ("deadline", None, b"soon"), ("text-0", None, b"a")],
        &[("slug", None, b"none"), ("file", Some("a.xml"), b"\xff\xfe\x00")],
    ] {
        let got = desk.import(parts).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(got.text().contains("role=\"alert\""), "{}", got.text());
    }
    let garbled = [("slug", None, &b"none"[..]), ("bytes-0", None, b"*not base64*")];
    assert_eq!(desk.import(&garbled).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_much_is_refused_as_such() {
    let desk = Desk::new().await;
    let much = vec![b'a'; 10 * 1024 * 1024];
    let got = desk.import(&[("slug", None, b"much"), ("file", Some("much.txt"), &much)]).await;
    assert_eq!(got.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(got.text().contains("<h1>"), "a page says so");
    let many: Vec<Part<'_>> = (0..100).map(|_| ("text-0", None, &b"a"[..])).collect();
    assert_eq!(desk.import(&many).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_the_role_in_all_dossiers_brings_in() {
    let desk = Desk::new().await;
    let body = || multipart(&[("slug", None, b"mine")]);
    assert_eq!(desk.import_as("", body()).await.status, StatusCode::UNAUTHORIZED);
    for role in Role::GRANTED {
        desk.office.wait(1_000);
        let email = format!("{}@people.example", role.name());
        let account = desk.office.account("Mr Otto BAY", &email).await;
        let granted = desk.office.grant(account, role).await;
        let session = desk.office.session(&email).await;
        let allowed = matches!(role, Role::TableOffice | Role::Administrator);
        let wanted = if allowed { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::FORBIDDEN };
        assert_eq!(desk.import_as(&session, body()).await.status, wanted, "{}", role.name());
        if role == Role::TableOffice {
            // In one dossier alone it is not enough.
            let id = desk.office.server.desk.id("412-lakes");
            desk.office.store().revoke(&granted).await.expect("taken");
            let one = store::Role { dossier: id, ..granted };
            desk.office.store().grant(&one).await.expect("granted");
            assert_eq!(desk.import_as(&session, body()).await.status, StatusCode::FORBIDDEN);
        }
    }
}
