//! The table office, from the import of a dossier to its publication.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
mod office;

use axum::http::{Method, StatusCode};
use common::{Got, example};
use hemicycle_web::desk::HandIn;
use hemicycle_web::permission::Role;
use office::{Office, form};
use procedure::event::{Event, Id, Wording};
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

/// All that wait are numbered in one go, also those for which the page has no room.
#[tokio::test]
async fn more_are_numbered_than_are_shown() {
    let desk = Desk::new().await;
    let mut events = Vec::new();
    for at in 1..=101 {
        let amendment = Id(format!("m-{at}"));
        let wording = "In the draft resolution, delete paragraph 6.".to_owned();
        let texts = vec![Wording { lang: "en".to_owned(), wording, note: String::new() }];
        let (parent, part) = (None, Some(0));
        events.push(Event::Drafted { amendment: amendment.clone(), parent, part, texts });
        for name in ["LINDQVIST", "HAVEN", "WEIR", "QUAY", "STRAND"] {
            let (amendment, by) = (amendment.clone(), format!("Ms Ada {name}"));
            events.push(Event::Signed { amendment, by });
        }
        events.push(Event::Tabled { amendment, committee: None, late: None });
    }
    let actor = "Ms Ada LINDQVIST".to_owned();
    let what = HandIn { actor, events, seen: None, key: None, lang: Lang::EN };
    let seq = desk.office.server.desk.hand_in("412-lakes", what).await.expect("handed in").seq;
    let mut follow = desk.office.server.desk.follow("412-lakes").expect("it is there");
    follow.wait_for(|held| held.head.seq >= seq).await.expect("it is shown");
    assert!(desk.page("").await.contains("One more waits."), "a hundred are shown");
    desk.done("", &[("what", "number-all"), ("by", "President")]).await;
    assert!(desk.page("").await.contains("Nothing waits."));
    assert!((1..=101).all(|at| desk.number(&format!("m-{at}")).is_some()));
}

/// What members hand in: five signatures under a wording in some languages.
async fn tabled(office: &Office, slug: &str, id: &str, texts: &[(&str, &str)]) {
    let amendment = Id::from(id);
    let texts = texts.iter().map(|(lang, wording)| Wording {
        lang: (*lang).to_owned(),
        wording: (*wording).to_owned(),
        note: String::new(),
    });
    let drafted = Event::Drafted {
        amendment: amendment.clone(),
        parent: None,
        part: Some(0),
        texts: texts.collect(),
    };
    let mut events = vec![drafted];
    for name in ["Ms Ada LINDQVIST", "Mr Luc HAVEN", "Mr Jan WEIR", "Ms Ann QUAY", "Mr Per STRAND"]
    {
        let (amendment, by) = (amendment.clone(), name.to_owned());
        events.push(Event::Signed { amendment, by });
    }
    events.push(Event::Tabled { amendment, committee: None, late: None });
    let what = HandIn {
        actor: "Ms Ada LINDQVIST".to_owned(),
        events,
        seen: None,
        key: None,
        lang: Lang::EN,
    };
    let seq = office.server.desk.hand_in(slug, what).await.expect("it is handed in").seq;
    let mut follow = office.server.desk.follow(slug).expect("it is there");
    follow.wait_for(|held| held.head.seq >= seq).await.expect("it is shown");
}

const OFFICE: &str = "/en/desk/office/412-lakes";

impl Desk {
    fn held(&self) -> std::sync::Arc<hemicycle_web::Held> {
        self.office.server.site.get("412-lakes").expect("it is shown")
    }

    /// A form of the present page.
    async fn act(&self, end: &str, fields: &[(&str, &str)]) -> Got {
        self.act_as(&self.session, self.held().head.seq, end, fields).await
    }

    async fn act_as(&self, session: &str, seen: u64, end: &str, fields: &[(&str, &str)]) -> Got {
        let seen = seen.to_string();
        let all: Vec<(&str, &str)> =
            std::iter::once(("seen", &*seen)).chain(fields.iter().copied()).collect();
        self.office.post_as(session, &format!("{OFFICE}{end}"), &form(&all)).await
    }

    async fn done(&self, end: &str, fields: &[(&str, &str)]) {
        let got = self.act(end, fields).await;
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{end} {fields:?}: {}", got.text());
        // What was recorded is told behind it.
        let page = self.get(got.header("location")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains("role=\"status\""), "{end} {fields:?}");
    }

    async fn page(&self, end: &str) -> String {
        let got = self.get(&format!("{OFFICE}{end}")).await;
        assert_eq!(got.status, StatusCode::OK, "{end}");
        got.text().to_owned()
    }

    /// Somebody else with this role, signed in.
    async fn other(&self, role: Role, email: &str) -> String {
        self.office.wait(1_000);
        let account = self.office.account("Mr Otto BAY", email).await;
        self.office.grant(account, role).await;
        self.office.session(email).await
    }

    fn number(&self, id: &str) -> Option<String> {
        let held = self.held();
        let course = &held.sitting.course;
        let at = course.position(&Id::from(id)).expect("it is known");
        course.record(at).expect("it is there").number.clone()
    }
}

const STILL: (&str, &str) = (
    "en",
    "In the draft resolution, paragraph 3, at the end, insert the following sentence: \"It is still.\"",
);

#[tokio::test(flavor = "multi_thread")]
async fn what_was_tabled_is_looked_at_and_numbered() {
    let desk = Desk::new().await;
    tabled(&desk.office, "412-lakes", "a-1", &[STILL]).await;
    tabled(
        &desk.office,
        "412-lakes",
        "a-2",
        &[("en", "In the draft resolution, paragraph 99, delete it.")],
    )
    .await;
    tabled(
        &desk.office,
        "412-lakes",
        "a-3",
        &[("en", "In the draft resolution, delete paragraph 2.")],
    )
    .await;
    let page = desk.page("").await;
    assert!(page.contains("3 wait for a number"), "{page}");
    assert!(page.contains("5 signatures, 5 needed") && page.contains("no deadline is set"));
    assert!(page.contains("class=\"waits is-bad\""), "what cannot be carried out is marked");
    assert!(page.contains("Lacks French."), "{page}");
    assert!(page.contains("value=\"President / Président\""), "{page}");
    // One by one.
    desk.done("", &[("one", "a-1"), ("number:a-1", "50"), ("by", "President")]).await;
    assert_eq!(desk.number("a-1").as_deref(), Some("50"));
    assert!(desk.office.get("/en/412-lakes/amendments/50").await.status.is_success());
    // And the others in the order in which they are called: one without a place comes last.
    desk.done("", &[("what", "number-all"), ("by", "President")]).await;
    assert_eq!(desk.number("a-3").as_deref(), Some("51"));
    assert_eq!(desk.number("a-2").as_deref(), Some("52"));
    assert!(desk.page("").await.contains("Nothing waits."));
    let none = desk.act("", &[("what", "number-all"), ("by", "President")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    // What comes while the clerk looks at the page waits for the next time.
    let wording = "In the draft resolution, delete paragraph 6.";
    tabled(&desk.office, "412-lakes", "b-1", &[("en", wording)]).await;
    let seen = desk.held().head.seq;
    tabled(&desk.office, "412-lakes", "b-2", &[("en", wording)]).await;
    let all = [("what", "number-all"), ("by", "President")];
    let got = desk.act_as(&desk.session, seen, "", &all).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.text());
    assert_eq!((desk.number("b-1").as_deref(), desk.number("b-2")), (Some("53"), None));
    let again = desk.act_as(&desk.session, seen, "", &all).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "what was seen is numbered");
    desk.done("", &all).await;
    assert_eq!(desk.number("b-2").as_deref(), Some("54"));
    // Who recorded it stands in the history, with each event.
    let page = desk.page("/amendments/a-1").await;
    assert!(page.contains("Ms Vera INK") && page.contains("Ms Ada LINDQVIST"));
    // What it changes is shown in the language that it has, also to who reads the other.
    assert!(
        page.contains("<ins>It is still.</ins>") || page.contains("It is still.</ins>"),
        "{page}"
    );
    let french = desk.office.get("/fr/412-lakes/amendments/50").await;
    assert!(french.text().contains("It is still.</ins>"), "{}", french.text());
    assert!(desk.page("/history").await.contains("Ms Vera INK"));
}

async fn two_clerks(office: Office) {
    let desk = desk_on(office).await;
    tabled(&desk.office, "412-lakes", "a-1", &[STILL]).await;
    let other = desk.other(Role::TableOffice, "second@lakes.example").await;
    let seen = desk.held().head.seq;
    let give = |number: &'static str| [("one", "a-1"), ("number:a-1", number), ("by", "President")];
    let (first, second) = (give("50"), give("51"));
    let (one, two) = tokio::join!(
        desk.act_as(&desk.session, seen, "", &first),
        desk.act_as(&other, seen, "", &second)
    );
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    let (late, number, by) = match one.status {
        StatusCode::CONFLICT => (one, "51", "Mr Otto BAY"),
        _ => (two, "50", "Ms Vera INK"),
    };
    assert_eq!(desk.number("a-1").as_deref(), Some(number), "whoever was quicker");
    // The other is told what happened, and by whom.
    assert!(late.text().contains("meanwhile") && late.text().contains(by), "{}", late.text());
    assert!(late.text().contains("declared in order"), "{}", late.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_clerks_number_the_same_amendment() {
    two_clerks(Office::new().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_clerks_number_the_same_amendment_on_postgresql() {
    two_clerks(Office::postgres().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amendment_is_admitted_ruled_out_withdrawn_and_related() {
    let desk = Desk::new().await;
    for id in ["a-1", "a-2", "a-3"] {
        tabled(&desk.office, "412-lakes", id, &[STILL]).await;
    }
    assert!(desk.page("/amendments/a-1").await.contains("Identical to"));
    desk.done("/amendments/a-1", &[("what", "admit"), ("amendment", "a-1"), ("by", "President")])
        .await;
    desk.done("/amendments/a-1", &[("what", "number"), ("amendment", "a-1"), ("number", "60")])
        .await;
    let out = [
        ("what", "rule-out"),
        ("amendment", "a-2"),
        ("by", "President"),
        ("reason", "the same twice"),
    ];
    desk.done("/amendments/a-2", &out).await;
    assert!(desk.page("/amendments/a-2").await.contains("the same twice"));
    let gone = [("what", "withdraw"), ("amendment", "a-3"), ("by", "Ms Ada LINDQVIST")];
    desk.done("/amendments/a-3", &gone).await;
    let relation = [
        ("what", "relate"),
        ("amendment", "a-1"),
        ("other", "2"),
        ("relation", "fells"),
        ("direction", "on"),
        ("by", "President"),
        ("reason", "one matter"),
    ];
    desk.done("/amendments/a-1", &relation).await;
    assert!(desk.page("/amendments/a-1").await.contains("value=\"lift\""));
    let lift = [
        ("what", "lift"),
        ("amendment", "2"),
        ("other", "a-1"),
        ("direction", "back"),
        ("by", "President"),
        ("reason", "two matters"),
    ];
    desk.done("/amendments/2", &lift).await;
    assert!(!desk.page("/amendments/a-1").await.contains("value=\"lift\""));
    // What is not allowed is told, and what was typed stays.
    let seen = desk.held().head.seq;
    for (end, fields) in [
        (
            "/amendments/a-1",
            &[("what", "rule-out"), ("amendment", "a-1"), ("by", "x"), ("reason", "")][..],
        ),
        ("/amendments/a-1", &[("what", "number"), ("amendment", "a-1"), ("number", "1")]),
        ("/amendments/a-1", &[("what", "number"), ("amendment", "2"), ("number", "77")]),
        ("/amendments/a-1", &[("what", "publish"), ("amendment", "a-1"), ("name", "x")]),
        ("/amendments/a-3", &[("what", "admit"), ("amendment", "a-3"), ("by", "x")]),
        ("", &[("one", "none"), ("number:none", "5"), ("by", "x")]),
        ("", &[("what", "dance")]),
        (
            "/order",
            &[("what", "order"), ("amendment", "1"), ("before", "2"), ("by", "x"), ("reason", " ")],
        ),
    ] {
        let got = desk.act(end, fields).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{end} {fields:?}");
        assert!(got.text().contains("role=\"alert\""), "{end} {fields:?}");
    }
    let without =
        desk.office.post_as(&desk.session, OFFICE, &form(&[("what", "number-all")])).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(desk.held().head.seq, seen);
    for none in ["/amendments/none", "/none", "/translate/none"] {
        assert_eq!(desk.get(&format!("{OFFICE}{none}")).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(desk.get("/en/desk/office/none").await.status, StatusCode::NOT_FOUND);
}

/// One that came late is in the log, and is taken with a reason.
#[tokio::test(flavor = "multi_thread")]
async fn a_late_one_is_taken() {
    let desk = Desk::new().await;
    let past = "2031-10-14T12:00";
    let (at, of, by) = (("at", past), ("of", "amendments"), ("by", "Bureau"));
    desk.done("/arrange", &[("what", "deadline"), at, of, by]).await;
    assert!(desk.page("/arrange").await.contains("14 October 2031"));
    let amendment = Id::from("late-1");
    let text = Wording { lang: "en".to_owned(), wording: STILL.1.to_owned(), note: String::new() };
    let mut events = vec![Event::Drafted {
        amendment: amendment.clone(),
        parent: None,
        part: Some(0),
        texts: vec![text],
    }];
    for by in ["A", "B", "C", "D", "E"] {
        events.push(Event::Signed { amendment: amendment.clone(), by: format!("Ms {by}") });
    }
    let (actor, lang) = ("Ms A".to_owned(), Lang::EN);
    let what = HandIn { actor, events, seen: None, key: None, lang };
    desk.office.server.desk.hand_in("412-lakes", what).await.expect("it is handed in");
    // The page that is behind is made while somebody decides.
    let take = [
        ("what", "late"),
        ("amendment", "late-1"),
        ("by", "President"),
        ("reason", "the ferry was late"),
    ];
    let mut follow = desk.office.server.desk.follow("412-lakes").expect("it is there");
    follow
        .wait_for(|held| held.sitting.course.position(&amendment).is_some())
        .await
        .expect("it is shown");
    assert!(desk.page("").await.contains("not handed in"));
    desk.done("/amendments/late-1", &take).await;
    assert!(desk.page("").await.contains("taken late by President: the ferry was late"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_is_changed_by_hand() {
    let desk = Desk::new().await;
    let page = desk.page("/order").await;
    assert!(page.contains("draggable") || page.contains("data-order"), "{page}");
    let order = || -> Vec<String> {
        let held = desk.held();
        let course = &held.sitting.course;
        let order = held.sitting.calling_order();
        order.iter().filter_map(|at| course.record(*at)).map(|record| record.id.0.clone()).collect()
    };
    let before = order();
    // The arrow of a row fills the form in.
    let asked =
        desk.page(&format!("/order?what=order&amendment={}&before={}", before[3], before[1])).await;
    assert!(asked.contains(&format!("<option value=\"{}\" selected>", before[3])));
    assert!(asked.contains("value=\"Ms Vera INK\""), "who decides is offered");
    let moved = [
        ("what", "order"),
        ("amendment", &*before[3]),
        ("before", &*before[1]),
        ("by", "President"),
        ("reason", "they belong together"),
    ];
    desk.done("/order", &moved).await;
    let after = order();
    assert_eq!(after.iter().position(|id| *id == before[3]), Some(1), "{before:?} {after:?}");
    assert!(desk.page("/order").await.contains("Ordered by hand."));
}

#[tokio::test(flavor = "multi_thread")]
async fn committees_take_positions_for_themselves() {
    let desk = Desk::new().await;
    let (of, name) =
        (("for", "report"), ("committee", "Committee on Lamps / commission des lampes"));
    desk.done("/arrange", &[("what", "seize"), name, of]).await;
    let figures = [("in_favour", "12"), ("against", "1"), ("abstentions", "")];
    let take = |committee: &'static str, amendment: &'static str| {
        let own = [
            ("what", "position"),
            ("committee", committee),
            ("amendment", amendment),
            ("position", "in-favour"),
        ];
        own.into_iter().chain(figures).collect::<Vec<_>>()
    };
    desk.done("/positions", &take("Committee on Boats", "1")).await;
    let page = desk.page("/positions").await;
    assert!(page.contains("Committee on Boats"), "{page}");
    // The secretariat of a committee, by the name in one language.
    desk.office.wait(1_000);
    let account = desk.office.account("Mr Otto BANK", "committee@lakes.example").await;
    let role = store::Role {
        account,
        dossier: None,
        role: Role::Committee.name().to_owned(),
        body: Some("Committee on Lamps".to_owned()),
    };
    desk.office.store().grant(&role).await.expect("granted");
    let session = desk.office.session("committee@lakes.example").await;
    let own = desk.office.get_as(&session, "/en/account").await;
    assert!(own.text().contains("/en/desk/office/412-lakes/positions"));
    let page = desk.office.get_as(&session, &format!("{OFFICE}/positions")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text()
            .contains("<option value=\"Committee on Lamps / commission des lampes\" selected>")
    );
    assert!(!page.text().contains("/desk/office/412-lakes/history"), "nothing else is theirs");
    let seen = desk.held().head.seq;
    let lamps = take("Committee on Lamps / commission des lampes", "2");
    let got = desk.act_as(&session, seen, "/positions", &lamps).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.text());
    let got = desk.act_as(&session, seen, "/positions", &take("Committee on Boats", "2")).await;
    assert_eq!(got.status, StatusCode::FORBIDDEN);
    let got = desk
        .act_as(
            &session,
            seen,
            "/positions",
            &[("what", "withdraw"), ("amendment", "2"), ("by", "x")],
        )
        .await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing else is done there");
    for end in ["", "/amendments/2", "/order", "/publish", "/history", "/translations", "/arrange"]
    {
        let got = desk.office.get_as(&session, &format!("{OFFICE}{end}")).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{end}");
    }
    // Figures that do not give the position.
    let against = [
        ("what", "position"),
        ("committee", "Committee on Boats"),
        ("amendment", "3"),
        ("position", "in-favour"),
        ("in_favour", "1"),
        ("against", "9"),
    ];
    assert_eq!(desk.act("/positions", &against).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_is_published_when_it_was_looked_at() {
    let desk = Desk::new().await;
    let page = desk.page("/publish").await;
    assert!(page.contains("Nothing was published yet") && page.contains("class=\"compendium\""));
    let publish = [
        ("what", "publish"),
        ("edition", "provisional"),
        ("name", "Provisional version / Version provisoire"),
    ];
    let got = desk.act("/publish", &publish).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        got.text().contains("must be looked at")
            && got.text().contains("value=\"Provisional version / Version provisoire\"")
    );
    let looked: Vec<_> = publish.into_iter().chain([("looked", "yes")]).collect();
    desk.done("/publish", &looked).await;
    assert!(
        desk.office.get("/fr/412-lakes/versions/1").await.text().contains("Version provisoire")
    );
    assert!(desk.page("/publish").await.contains("Nothing has changed since"));
    tabled(&desk.office, "412-lakes", "a-1", &[STILL]).await;
    let page = desk.page("/publish").await;
    assert!(
        page.contains("1 amendment waits for a number")
            && page.contains("Nothing has changed since")
    );
    desk.done("", &[("what", "number-all"), ("by", "President")]).await;
    let page = desk.page("/publish").await;
    assert!(
        !page.contains("Nothing has changed since")
            && page.contains("1 amendment lacks a language"),
        "{page}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_other_language_is_written_in_blanks() {
    let desk = Desk::new().await;
    let words = "In the draft resolution, paragraph 3, at the end, insert the following sentence: \"It is still.\"";
    tabled(&desk.office, "412-lakes", "a-1", &[("en", words)]).await;
    let page = desk.page("/translations").await;
    assert!(page.contains("/translate/a-1"), "{page}");
    let page = desk.page("/translate/a-1").await;
    assert!(
        page.contains("<q lang=\"en\">It is still.</q>") && page.contains("lang=\"fr\""),
        "{page}"
    );
    assert!(
        page.contains("Dans le projet de résolution, paragraphe\u{a0}3")
            || page.contains("paragraphe 3"),
        "{page}"
    );
    let own = [("what", "translate"), ("amendment", "a-1")];
    let with = |more: &[(&'static str, &'static str)]| -> Vec<(&str, &str)> {
        own.iter().chain(more).copied().collect()
    };
    let empty = desk.act("/translate/a-1", &with(&[("blank-0", " ")])).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().contains("Every blank must be filled"));
    // Another place is not the same amendment.
    let elsewhere = "Dans le projet de résolution, paragraphe 4, à la fin, insérer la phrase suivante: «Il est calme.»";
    let other =
        desk.act("/translate/a-1", &with(&[("wording", elsewhere), ("whole", "yes")])).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        other.text().contains("places-differ") && other.text().contains("Il est calme."),
        "{}",
        other.text()
    );
    assert!(!other.text().contains("name=\"confirmed\""), "that is no matter of opinion");
    desk.done("/translate/a-1", &with(&[("blank-0", "Il est calme.")])).await;
    let held = desk.held();
    let at = held.sitting.course.position(&Id::from("a-1")).expect("it is there");
    let texts = held.sitting.wordings(at);
    assert!(
        texts.iter().any(|text| text.lang == "fr" && text.wording.contains("Il est calme.")),
        "{texts:?}"
    );
    assert!(!desk.page("/translations").await.contains("/translate/a-1"));
    let again = desk.act("/translate/a-1", &with(&[("blank-0", "Il est calme.")])).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Worded anew, in one language: the other is to be written again.
    desk.done("", &[("what", "number-all"), ("by", "President")]).await;
    let number = desk.number("a-1").expect("it has one");
    let page = desk.page("/revise/a-1").await;
    assert!(page.contains(&format!("value=\"{number} rev.\"")), "{page}");
    let revise = [
        ("what", "revise"),
        ("amendment", "a-1"),
        ("number", "35 rev."),
        (
            "wording-en",
            "In the draft resolution, paragraph 3, at the end, insert the following sentence: \"It is calm.\"",
        ),
        ("wording-fr", ""),
    ];
    desk.done("/revise/a-1", &revise).await;
    assert_eq!(desk.number("a-1").as_deref(), Some("35 rev."));
    assert!(desk.page("/translations").await.contains("/translate/a-1"));
    // What cannot be carried out is recorded where that is confirmed, as those who tabled it want it.
    let vague = [
        ("what", "revise"),
        ("amendment", "a-1"),
        ("number", "35 rev. 2"),
        ("wording-en", "In the draft resolution, paragraph 3, make it better."),
    ];
    let got = desk.act("/revise/a-1", &vague).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    let confirmed = hidden(got.text(), "confirmed").to_owned();
    let vague: Vec<_> = vague.into_iter().chain([("confirmed", &*confirmed)]).collect();
    desk.done("/revise/a-1", &vague).await;
}

/// A page, what is done on it, and the fields in which something is typed.
type Typing<'a> = (&'a str, &'a [&'a str], &'a [&'a str]);

/// A page, what is done on it, and who may beside the table office.
type Done<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [Role]);

/// Script in every field that comes out again.
#[tokio::test(flavor = "multi_thread")]
async fn what_people_type_is_text() {
    let desk = Desk::new().await;
    tabled(&desk.office, "412-lakes", "a-1", &[("en", &format!("{} {SCRIPT}", STILL.1))]).await;
    let acts: [Typing<'_>; 12] = [
        ("", &["number-all", "number-one"], &["by", "number:a-1", "one"]),
        ("/amendments/a-1", &["rule-out"], &["by", "reason", "capacity"]),
        ("/amendments/a-1", &["withdraw", "separate", "admit"], &["by"]),
        ("/amendments/a-1", &["number"], &["number"]),
        ("/amendments/a-1", &["relate"], &["other", "relation", "direction", "by", "reason"]),
        ("/order", &["order"], &["before", "by", "reason"]),
        ("/positions", &["position"], &["committee", "position", "in_favour"]),
        ("/arrange", &["deadline"], &["at", "of", "by"]),
        ("/arrange", &["seize"], &["committee", "for"]),
        ("/publish", &["publish"], &["edition", "name"]),
        ("/translate/a-1", &["translate"], &["wording", "note", "blank-0", "blank-1"]),
        ("/revise/a-1", &["revise"], &["number", "wording-en", "wording-fr", "note-en"]),
    ];
    for (end, whats, names) in acts {
        for what in whats {
            let amendment = if end.is_empty() { "" } else { "a-1" };
            let mut fields = vec![("what", *what), ("amendment", amendment)];
            fields.extend(names.iter().map(|name| (*name, SCRIPT)));
            let got = desk.act(end, &fields).await;
            // What is recorded is told on the next page.
            let page = match got.status {
                StatusCode::SEE_OTHER => desk.get(got.header("location")).await,
                StatusCode::UNPROCESSABLE_ENTITY => got,
                other => panic!("{end} {what}: {other}"),
            };
            assert!(!page.text().contains(SCRIPT), "{end} {what}");
            assert!(!page.text().contains("<script>alert"), "{end} {what}");
        }
    }
    for end in [
        "",
        "/amendments/a-1",
        "/order",
        "/positions",
        "/arrange",
        "/publish",
        "/history",
        "/translations",
        "/revise/a-1",
    ] {
        let got = desk.get(&format!("{OFFICE}{end}")).await;
        assert_eq!(got.status, StatusCode::OK, "{end}");
        assert!(!got.text().contains("<script>alert"), "{end}");
        let asked = desk
            .get(&format!(
                "{OFFICE}{end}?{}",
                form(&[
                    ("what", "order"),
                    ("amendment", SCRIPT),
                    ("done", SCRIPT),
                    ("until", SCRIPT)
                ])
            ))
            .await;
        assert!(!asked.text().contains("<script>alert"), "{end}");
    }
    let long = "x".repeat(5_000);
    let much =
        desk.act("/arrange", &[("what", "seize"), ("committee", &long), ("for", "report")]).await;
    assert_eq!(much.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(much.text().contains("holds more than is kept"));
    let huge = "x".repeat(10 * 1024 * 1024);
    let much = desk
        .act("/revise/a-1", &[("what", "revise"), ("amendment", "a-1"), ("wording-en", &huge)])
        .await;
    assert_eq!(much.status, StatusCode::PAYLOAD_TOO_LARGE);
}

/// Each page and each act, by everybody who may not.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_another_role_is_refused() {
    let desk = Desk::new().await;
    tabled(&desk.office, "412-lakes", "a-1", &[STILL]).await;
    let seen = desk.held().head.seq;
    // Pages, what is done on them, and who else may do it.
    let acts: [Done<'_>; 15] = [
        ("", &[("one", "a-1"), ("number:a-1", "70"), ("by", "x")], &[]),
        ("", &[("what", "number-all"), ("by", "x")], &[]),
        ("/amendments/a-1", &[("what", "admit"), ("amendment", "a-1"), ("by", "")], &[Role::Chair]),
        ("/amendments/a-1", &[("what", "rule-out"), ("amendment", "a-1")], &[Role::Chair]),
        ("/amendments/a-1", &[("what", "number"), ("amendment", "a-1"), ("number", "/")], &[]),
        ("/amendments/a-1", &[("what", "withdraw"), ("amendment", "a-1")], &[Role::Chair]),
        ("/amendments/a-1", &[("what", "relate"), ("amendment", "a-1")], &[Role::Chair]),
        ("/amendments/a-1", &[("what", "separate"), ("amendment", "a-1")], &[Role::Chair]),
        ("/order", &[("what", "order"), ("amendment", "a-1")], &[Role::Chair]),
        ("/arrange", &[("what", "deadline")], &[Role::Chair]),
        ("/arrange", &[("what", "seize")], &[Role::Chair]),
        (
            "/publish",
            &[("what", "publish"), ("edition", "final"), ("name", "x"), ("looked", "yes")],
            &[],
        ),
        (
            "/translate/a-1",
            &[("what", "translate"), ("amendment", "a-1"), ("blank-0", "Il est calme.")],
            &[],
        ),
        ("/revise/a-1", &[("what", "revise"), ("amendment", "a-1"), ("wording-en", STILL.1)], &[]),
        (
            "/positions",
            &[
                ("what", "position"),
                ("amendment", "1"),
                ("position", "in-favour"),
                ("committee", "x"),
            ],
            &[],
        ),
    ];
    for (end, fields, _) in acts {
        assert_eq!(
            desk.act_as("", seen, end, fields).await.status,
            StatusCode::UNAUTHORIZED,
            "{end}"
        );
    }
    for role in Role::GRANTED.into_iter().filter(|role| *role != Role::TableOffice) {
        let session = desk.other(role, &format!("{}@people.example", role.name())).await;
        for (end, fields, may) in acts {
            let got = desk.act_as(&session, seen, end, fields).await;
            let what = format!("{} {end} {fields:?}", role.name());
            match may.contains(&role) {
                true => assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}"),
                // A committee's secretariat without a committee takes positions for any.
                false if role == Role::Committee && end == "/positions" => {}
                false => assert_eq!(got.status, StatusCode::FORBIDDEN, "{what}"),
            }
        }
        let sees = role == Role::Chair;
        let got = desk.office.get_as(&session, OFFICE).await;
        assert_eq!(got.status == StatusCode::OK, sees, "{}", role.name());
    }
}
