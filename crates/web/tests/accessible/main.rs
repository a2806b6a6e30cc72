//! Every page in a real Chromium, held against the guidelines for everybody; the list of pages is held against the router.

mod addresses;
#[allow(dead_code, reason = "each test file uses a part")]
#[path = "../common/mod.rs"]
mod common;
#[path = "../common/driven.rs"]
mod driven;
#[path = "../common/hall.rs"]
mod hall;
#[path = "../office/mod.rs"]
mod office;

use addresses::{ADDRESSES, Visit, What};
use axum::http::{Method, StatusCode};
use driven::driven;
use hemicycle_web::account::{Proofs, Told};
use hemicycle_web::desk::Decision;
use hemicycle_web::permission::Role;
use office::{Office, form};
use procedure::event::{Event, Wording};
use serde_json::{Value, json};
use source::SourceFile;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::AccountId;
use text::Lang;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// What the router knows, but for the API.
fn routed(office: &Office) -> BTreeSet<String> {
    let told = format!("{:?}", office.router);
    let after_ids = told.split("RouteId(").filter_map(|piece| piece.split_once("): \""));
    let paths = after_ids.filter_map(|(_, rest)| Some(rest.split_once('"')?.0.to_owned()));
    paths.filter(|path| !path.starts_with("/api") && !path.contains("__private")).collect()
}

/// Whether an address is one of those that a route takes.
fn is_of(route: &str, address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    let (mut route, mut path) = (route.split('/'), path.split('/'));
    loop {
        match (route.next(), path.next()) {
            (None, None) => return true,
            (Some(any), Some(_)) if any.starts_with("{*") => return true,
            (Some(any), Some(piece)) if any.starts_with('{') && !piece.is_empty() => {}
            (Some(one), Some(other)) if one == other => {}
            _ => return false,
        }
    }
}

#[tokio::test]
async fn every_address_is_known_to_be_a_page_or_none() {
    let office = Office::new().await;
    let known: BTreeSet<String> = ADDRESSES.iter().map(|(route, _)| (*route).to_owned()).collect();
    assert_eq!(known.len(), ADDRESSES.len(), "one stands twice");
    let routed = routed(&office);
    assert!(routed.len() > 50, "routers are not told as they were: {routed:?}");
    assert_eq!(routed, known);
    for (route, what) in ADDRESSES {
        match what {
            What::Pages(visits) => {
                assert!(!visits.is_empty(), "{route}");
                for visit in *visits {
                    let is_filled_in = !visit.at.starts_with('<');
                    let address = format!("/en{}", visit.at);
                    assert!(!is_filled_in || is_of(route, &address), "{route}: {address}");
                }
            }
            What::Else(example) => {
                assert!(is_of(route, example), "{route}: {example}");
                let got = office.ask(Method::HEAD, "", example, "", &[]).await;
                let is_page = got.header("content-type").starts_with("text/html");
                assert!(got.status != StatusCode::OK || !is_page, "{route} is a page");
            }
        }
    }
}

/// The beginning of an address of mail, a name, and a role with what it is held for.
type Person = (&'static str, &'static str, Option<(Role, Option<&'static str>)>);

/// Those who look, each with a role: the number of an account is its place here, from 1.
const PEOPLE: [Person; 9] = [
    ("admin", "Mr Paul KEY", Some((Role::Administrator, None))),
    ("office", "Ms Vera INK", Some((Role::TableOffice, None))),
    ("president", "Ms Ida MEER", Some((Role::Chair, None))),
    ("bank", "Mr Otto BANK", Some((Role::Committee, Some("Committee on Lamps")))),
    ("ada", "Ms Ada LINDQVIST", Some((Role::Member, None))),
    ("bo", "Mr Bruno CASTELL", Some((Role::Member, None))),
    ("shore", "Mr Emil SHORE", Some((Role::GroupStaff, Some("Group of the North")))),
    ("lone", "Mr Otto LONE", None),
    ("gone", "Ms Nora GONE", None),
];

/// The draft of a compendium in plain text, without its amendments.
fn draft_alone(name: &str, first: &str) -> Arc<SourceFile> {
    let text = std::fs::read_to_string(common::example(name)).expect("the example");
    let text = text.split(first).next().unwrap_or_default();
    Arc::new(SourceFile::decode(name, text.as_bytes()))
}

/// Dossiers at each stage, people, drafts and links; gives what stands for what in addresses.
async fn prepared(office: &Office, sessions: &mut BTreeMap<&str, String>) -> Vec<(String, String)> {
    let desk = &office.server.desk;
    let log = std::fs::read(common::example("sitting.jsonl")).expect("the example");
    let until = |count: usize| -> Vec<u8> {
        log.split_inclusive(|byte| *byte == b'\n').take(count).flatten().copied().collect()
    };
    for (slug, log) in
        [("412-sitting", until(64)), ("412-oral", until(64)), ("412-decided", log.clone())]
    {
        let lakes = common::dossier(&["lakes-en.txt", "lakes-fr.txt"]);
        desk.take_over(slug, vec![lakes], log).await.expect("it is taken over");
    }
    let harbours = vec![
        draft_alone("harbours-en.txt", "Amendment 1\n"),
        draft_alone("harbours-fr.txt", "Amendement 1\n"),
    ];
    let harbours = engine::open::open(harbours).state.dossier;
    desk.open("415-harbours", &harbours, "table-office").await.expect("it is opened");
    let bill = common::dossier(&["bill.txt"]);
    desk.open("27-bill", &bill, "table-office").await.expect("it is opened");

    for (at, (who, name, role)) in PEOPLE.iter().enumerate() {
        let email = format!("{who}@lakes.example");
        let account = office.account(name, &email).await;
        assert_eq!(account, AccountId(i64::try_from(at).expect("few") + 1));
        if let Some((role, body)) = role {
            let (role, body) = (role.name().to_owned(), body.map(str::to_owned));
            let role = store::Role { account, dossier: None, role, body };
            office.store().grant(&role).await.expect("granted");
        }
        sessions.insert(who, office.session(&email).await);
    }
    let lamps = ("committee", "Committee on Lamps", "commission des lampes");
    office.store().add_body(lamps.0, lamps.1, lamps.2).await.expect("it is listed");
    office.store().set_disabled(AccountId(9), true).await.expect("disabled");
    hall::table(&office.server, 3).await;
    number_one(office, &sessions["office"]).await;
    offer(office).await;

    let on = |got: &common::Got| {
        assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.text());
        got.header("location").to_owned()
    };
    let begin = async |who: &str, what: &str| {
        let fields = [("at", "a-para-2"), ("lang", "en"), ("what", what)];
        let at = "/en/desk/draft/412-lakes";
        on(&office.post_as(&sessions[who], at, &form(&fields)).await)
    };
    let write = async |who: &str, at: &str, text: &str| {
        let fields = [("version", "1"), ("text", text), ("note", ""), ("do", "save")];
        on(&office.post_as(&sessions[who], at, &form(&fields)).await);
    };
    let wording = "In the draft resolution, paragraph 2, replace the word “eleven” with the following word: “nine”";
    assert_eq!(begin("ada", "change").await, "/en/desk/drafts/1");
    for (who, wording) in [
        ("ada", wording),
        ("ada", "Make it better."),
        ("bank", "In the draft resolution, delete paragraph 3."),
    ] {
        let at = begin(who, "wording").await;
        write(who, &at, wording).await;
    }
    let own = |end: &str| format!("/en/desk/drafts/2/{end}");
    let name = form(&[("name", "Mr Bruno CASTELL"), ("do", "add")]);
    on(&office.post_as(&sessions["ada"], &own("share"), &name).await);
    let version = form(&[("version", "2"), ("do", "sign")]);
    on(&office.post_as(&sessions["ada"], &own("sign"), &version).await);
    let table = form(&[("version", "2"), ("committee", "Committee on Lamps")]);
    let tabled = office.post_as(&sessions["bank"], "/en/desk/drafts/4/table", &table).await;
    let receipt = on(&tabled).rsplit('/').next().unwrap_or_default().to_owned();

    // The link of a page, as it is handed on.
    let link = |got: &common::Got, before: &str| {
        let (_, rest) = got.text().split_once(before).expect("a link");
        format!("{}{}", before, rest.split('<').next().unwrap_or_default())
    };
    let many = form(&[("do", "many")]);
    let share = office.post_as(&sessions["ada"], &own("share"), &many).await;
    let password = office.post_as(&sessions["admin"], "/en/desk/people/8/link", "").await;
    let mut values = vec![
        ("<receipt>".to_owned(), receipt),
        ("<share>".to_owned(), link(&share, "/desk/drafts/link/")),
        ("<password>".to_owned(), link(&password, "/account/link/")),
        ("<wrong>".to_owned(), WRONG.to_owned()),
    ];
    for (at, (who, _, _)) in PEOPLE.iter().enumerate() {
        values.push((format!("<{who}>"), (at + 1).to_string()));
    }
    values
}

/// The first of what was tabled has a number.
async fn number_one(office: &Office, session: &str) {
    let held = office.server.site.get("415-harbours").expect("it is shown");
    let seen = held.head.seq.to_string();
    let fields = [("seen", &*seen), ("by", "Ms Ida MEER"), ("number:h-1", "1"), ("one", "h-1")];
    let got = office.post_as(session, "/en/desk/office/415-harbours", &form(&fields)).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER, "{}", got.text());
}

/// Two amendments are offered in a sitting, while another is on the floor.
async fn offer(office: &Office) {
    for wording in ["In the draft resolution, delete paragraph 3.", "Make it better."] {
        let held = office.server.site.get("412-oral").expect("it is shown");
        let (amendment, by) = (held.sitting.course.oral_id(), "Ms Nora FENN".to_owned());
        let (lang, note) = ("en".to_owned(), String::new());
        let texts = vec![Wording { lang, wording: wording.to_owned(), note }];
        let event = Event::OralOffered { amendment, parent: None, part: Some(0), by, texts };
        let (actor, lang) = ("Ms Ida MEER".to_owned(), Lang::EN);
        let decision = Decision { actor, event, seen: None, key: None, lang };
        let mut follow = office.server.desk.follow("412-oral").expect("it is there");
        let seq = office.server.desk.decide("412-oral", decision).await.expect("it is offered").seq;
        follow.wait_for(|held| held.head.seq >= seq).await.expect("it is shown");
    }
}

/// A compendium with something that is not understood.
const WRONG: &str = "Doc. 500\n\nOpen gates\n\nA. Draft resolution\n\n1. The gates are old.\n\nAmendment 1\n\nTabled by Ms Ada LINDQVIST\n\nIn the draft resolution, paragraph 77, make it better.\n";

async fn serving(office: &Office) -> (String, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let (end, ended) = oneshot::channel::<()>();
    let server = office.server.clone();
    let serving = tokio::spawn(async move {
        let end = async { drop(ended.await) };
        server.serve(listener, end).await.expect("it serves");
    });
    (address, end, serving)
}

#[test]
fn every_page_is_for_everybody() {
    hall::run(async {
        let passkeys = Proofs::new(Told::default(), "http://localhost", "Lakes").expect("they fit");
        let (office, empty) = (Office::new().await.proving(passkeys), Office::empty().await);
        let mut sessions = BTreeMap::new();
        let mut values = prepared(&office, &mut sessions).await;
        let first = empty.server.first_link().await.expect("asked").expect("nobody administers");
        values.push(("<first>".to_owned(), first.trim_start_matches("/en").to_owned()));
        let (address, end, serves) = serving(&office).await;
        let (other, other_end, other_serves) = serving(&empty).await;
        let filled = |text: &str| {
            values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
        };
        let mut visits = Vec::new();
        for (_, what) in ADDRESSES {
            let What::Pages(all) = what else { continue };
            for Visit { who, at, status, fields, press } in *all {
                let fields: Vec<Value> =
                    fields.iter().map(|(name, value)| json!([name, filled(value)])).collect();
                let base = if *who == "first" { &other } else { &address };
                visits.push(json!({
                    "who": who, "base": base, "at": filled(at), "status": status,
                    "fields": fields, "press": filled(press),
                }));
            }
        }
        let count = visits.len();
        let cookies: BTreeMap<&str, Value> = sessions
            .iter()
            .filter_map(|(who, pair)| Some((*who, pair.split_once('=')?)))
            .map(|(who, (name, value))| (who, json!({ "name": name, "value": value })))
            .collect();
        let args = [json!({ "visits": visits, "cookies": cookies }).to_string()];
        let seen = driven("accessible.mjs", &address, &args, async |asked| panic!("{asked}")).await;
        // Each in English and French, in both themes, and narrow in one of the four.
        assert_eq!(seen, (count * 5).to_string());
        for (end, serves) in [(end, serves), (other_end, other_serves)] {
            end.send(()).expect("it listens");
            serves.await.expect("it ended");
        }
    });
}
