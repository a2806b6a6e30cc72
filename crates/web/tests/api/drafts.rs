//! Private drafts by program: kept, looked at, shared, signed, tabled.

use crate::common::Got;
use crate::hall::SLUG;
use crate::office::Office;
use crate::program::{Program, json, refused};
use crate::{both, drafted};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use hemicycle_web::permission::Role;
use serde_json::{Value, json as object};

const DRAFTS: &str = "/dossiers/412-lakes/drafts";

/// A committee as the log names it, in both languages.
const LAMPS: &str = "Committee on Lamps / commission des lampes";

/// Paragraph 2 of the resolution.
async fn paragraph(program: &Program<'_>) -> String {
    let draft = program.read("/dossiers/412-lakes/draft/en").await;
    let all = draft["parts"][0]["children"].as_array().expect("provisions").clone();
    let two = all.iter().find(|one| one["number"] == "2").expect("paragraph 2");
    two["children"][0]["text"].as_str().expect("words").to_owned()
}

fn edited(text: &str) -> Value {
    object!({ "what": "change", "number": "2", "lang": "en", "text": text })
}

/// A new draft: its address and its tag.
async fn begun(program: &Program<'_>, content: &Value) -> (String, String) {
    let got = program.post(DRAFTS, content, &[]).await;
    assert_eq!(got.status, StatusCode::CREATED, "{}", got.text());
    let place = got.header("location").strip_prefix("/api/v1").expect("a place").to_owned();
    (place, got.header("etag").to_owned())
}

/// A request on what was seen of a draft.
async fn on(program: &Program<'_>, method: Method, path: &str, tag: &str, body: &Value) -> Got {
    program.ask(method, path, body.to_string(), &[("if-match", tag)]).await
}

async fn tag(program: &Program<'_>, draft: &str) -> String {
    program.get(draft).await.header("etag").to_owned()
}

async fn signed(program: &Program<'_>, draft: &str) {
    let tag = tag(program, draft).await;
    let got = on(program, Method::PUT, &format!("{draft}/signature"), &tag, &Value::Null).await;
    assert_eq!(got.status, StatusCode::OK, "{}", got.text());
}

async fn shared(program: &Program<'_>, draft: &str, name: &str) -> Got {
    program.post(&format!("{draft}/shares"), &object!({ "name": name }), &[]).await
}

async fn member<'a>(office: &'a Office, name: &str) -> Program<'a> {
    Program::of(office, name, Role::Member, "read draft table").await
}

/// The account that holds a role for a body.
async fn of_body<'a>(office: &'a Office, name: &str, role: Role, body: &str) -> Program<'a> {
    let email = format!("{}@lakes.example", name.to_lowercase().replace(' ', "."));
    let account = office.account(name, &email).await;
    let (role, body) = (role.name().to_owned(), Some(body.to_owned()));
    let role = store::Role { account, dossier: None, role, body };
    office.store().grant(&role).await.expect("granted");
    Program::for_account(office, account, "read draft table office").await
}

/// What a draft comes to is what its page shows.
#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_looked_at() {
    let office = Office::new().await;
    let ada = member(&office, "Ms Ada LINDQVIST").await;
    let text = paragraph(&ada).await;
    let (draft, _) = begun(&ada, &edited(&text)).await;
    let look = format!("{draft}/look");
    let same = ada.read(&look).await;
    assert!(same["refused"]["text"].as_str().is_some_and(|why| !why.is_empty()), "{same}");
    assert_eq!(same["wordings"], object!([]));
    let new = text.replace("eleven harbours", "thirteen quiet harbours");
    let got = ada.post(&look, &edited(&new), &[]).await;
    assert_eq!(got.status, StatusCode::OK, "{}", got.text());
    let seen = json(&got);
    assert_eq!(seen["refused"], Value::Null);
    let wording = seen["wordings"][0]["wording"].as_str().expect("a wording");
    assert!(
        wording.starts_with("In the draft resolution, paragraph 2, replace the word"),
        "{wording}"
    );
    assert_eq!(
        (&seen["wordings"][0]["complete"], &seen["executable"]),
        (&true.into(), &true.into())
    );
    let french = &seen["wordings"][1];
    assert_eq!((&french["lang"], &french["complete"]), (&"fr".into(), &false.into()));
    assert!(french["wording"].as_str().is_some_and(|it| it.contains("paragraphe 2, remplacer")));
    let words = seen["change"]["paragraphs"][0]["words"].as_array().expect("words");
    assert!(
        words.iter().any(|one| one["change"] == "inserted" && one["text"] == "thirteen quiet"),
        "{seen}"
    );
    assert!(
        seen["meets"].as_array().is_some_and(|all| all.iter().any(|one| one["amendment"] == "5")),
        "{seen}"
    );
    assert!(seen["rules"].to_string().contains("5 are needed"), "{seen}");
    // Each sentence stands on the page, too.
    let session = office.session("ms.ada.lindqvist@lakes.example").await;
    let piece = crate::office::form(&[("text", &new)]);
    let page = office.post_as(&session, &format!("/en/desk{draft}/shown"), &piece).await;
    let page = page.text().replace('\u{a0}', " ");
    for met in seen["meets"].as_array().expect("a list") {
        let reason = met["reason"].as_str().expect("a reason").replace('\u{a0}', " ");
        let reason: String = reason.chars().skip(1).collect();
        assert!(page.contains(&*reason), "{reason}: {page}");
    }
    assert!(page.contains(wording.split('“').next().expect("its beginning")));
    // Nothing was saved by looking.
    assert_eq!(ada.read(&draft).await["content"]["text"], *text);
    // A wording that cannot be read has its place.
    let wrong = "In the draft resolution, paragraph 2, replace the word “elleven” with the following word: “nine”";
    let content = object!({ "what": "wording", "lang": "en", "text": wrong });
    let seen = json(&ada.post(&look, &content, &[]).await);
    let found = &seen["findings"][0];
    assert_eq!(
        (&found["severity"], &seen["executable"]),
        (&"error".into(), &false.into()),
        "{seen}"
    );
    let at =
        |key: &str| found[key].as_u64().and_then(|at| usize::try_from(at).ok()).expect("a place");
    let meant: String = wrong.chars().skip(at("start")).take(at("end") - at("start")).collect();
    assert!(meant.contains("elleven"), "{meant}");
    // In the other language.
    let headers = [("accept-language", "fr")];
    let french = json(&ada.ask(Method::GET, &look, Body::empty(), &headers).await);
    assert_eq!(french["told_in"], "fr");
    assert_ne!(french["refused"]["text"], same["refused"]["text"]);
    let stranger = member(&office, "Mr Per FOG").await;
    refused(&stranger.get(&look).await, StatusCode::NOT_FOUND, "not-found");
}

/// Shared by name and by link, signed by members, tabled with one request, with a receipt that is given again and not twice.
#[tokio::test(flavor = "multi_thread")]
async fn from_the_first_word_to_the_receipt() {
    both(async |office| {
        let ada = member(&office, "Ms Ada LINDQVIST").await;
        let text = paragraph(&ada).await;
        let (draft, _) = begun(&ada, &edited(&text.replace("eleven", "twenty"))).await;
        let mut others = Vec::new();
        for name in ["Mr Luc HAVEN", "Mr Jan WEIR", "Ms Ruth STRAND", "Ms Clara SOUND"] {
            others.push(member(&office, name).await);
        }
        let (luc, clara) = (&others[0], &others[3]);
        let members = ada.read("/dossiers/412-lakes/members?limit=200").await;
        assert_eq!(members["items"].as_array().map(Vec::len), Some(5), "{members}");
        refused(&luc.get(&draft).await, StatusCode::NOT_FOUND, "not-found");
        let nobody = shared(&ada, &draft, "Mr No BODY").await;
        refused(&nobody, StatusCode::UNPROCESSABLE_ENTITY, "no-member");
        assert_eq!(json(&nobody)["place"], "name");
        for name in ["mr  luc haven", "Mr Jan WEIR", "Ms Ruth STRAND"] {
            assert_eq!(shared(&ada, &draft, name).await.status, StatusCode::NO_CONTENT, "{name}");
        }
        // Those who only see it neither share nor write nor table it.
        refused(&shared(luc, &draft, "Ms Clara SOUND").await, StatusCode::FORBIDDEN, "not-own");
        assert_eq!(luc.read(&draft).await["shared"], object!([]));
        // A link that one may follow is of use once, one for many until it is taken back.
        let link = async |many: bool| -> String {
            let got = ada.post(&format!("{draft}/links"), &object!({ "many": many }), &[]).await;
            assert_eq!(got.status, StatusCode::CREATED, "{}", got.text());
            json(&got)["secret"].as_str().expect("a secret").to_owned()
        };
        let follow = async |program: &Program<'_>, secret: &str| {
            program.post("/drafts/link", &object!({ "secret": secret }), &[]).await
        };
        let once = link(false).await;
        assert_eq!(json(&follow(clara, &once).await)["owner"], "Ms Ada LINDQVIST");
        let stranger = member(&office, "Mr Per FOG").await;
        refused(&follow(&stranger, &once).await, StatusCode::NOT_FOUND, "link-spent");
        let many = link(true).await;
        assert_eq!(follow(&stranger, &many).await.status, StatusCode::OK);
        let gone = ada.ask(Method::DELETE, &format!("{draft}/links"), Body::empty(), &[]).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        let late = member(&office, "Mr Ivo MOOR").await;
        refused(&follow(&late, &many).await, StatusCode::NOT_FOUND, "link-spent");
        for program in others.iter().chain([&stranger]) {
            signed(program, &draft).await;
        }
        // Whoever is shown it no more has not signed it.
        let all = ada.read(&draft).await;
        let per = all["shared"].as_array().expect("a list").iter();
        let per =
            per.clone().find(|one| one["name"] == "Mr Per FOG").expect("he is there")["id"].clone();
        let path = format!("{draft}/shares/{per}");
        assert_eq!(
            ada.ask(Method::DELETE, &path, Body::empty(), &[]).await.status,
            StatusCode::NO_CONTENT
        );
        refused(&stranger.get(&draft).await, StatusCode::NOT_FOUND, "not-found");
        assert_eq!(ada.read(&draft).await["signatures"].as_array().map(Vec::len), Some(4));
        // A signature is to the text as it was seen, goes and comes.
        let own = format!("{draft}/signature");
        let gone = clara.ask(Method::DELETE, &own, Body::empty(), &[]).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        let table = format!("{draft}/table");
        let seen = tag(&ada, &draft).await;
        let few = on(&ada, Method::POST, &table, &seen, &object!({})).await;
        refused(&few, StatusCode::UNPROCESSABLE_ENTITY, "too-few-signatures");
        signed(clara, &draft).await;
        let saved =
            on(&ada, Method::PUT, &draft, &seen, &edited(&text.replace("eleven", "thirty"))).await;
        assert_eq!(json(&saved)["signatures"], object!([]), "{}", saved.text());
        let stale = on(clara, Method::PUT, &own, &seen, &Value::Null).await;
        refused(&stale, StatusCode::PRECONDITION_FAILED, "precondition-failed");
        let blind = clara.ask(Method::PUT, &own, Body::empty(), &[]).await;
        refused(&blind, StatusCode::PRECONDITION_REQUIRED, "precondition-missing");
        for program in &others {
            signed(program, &draft).await;
        }
        let stale = on(&ada, Method::POST, &table, &seen, &object!({})).await;
        refused(&stale, StatusCode::PRECONDITION_FAILED, "precondition-failed");
        let seen = tag(&ada, &draft).await;
        refused(
            &on(luc, Method::POST, &table, &seen, &object!({})).await,
            StatusCode::FORBIDDEN,
            "not-own",
        );
        assert_eq!(ada.seen(), 1, "nothing is in the log");
        // Twice at one time, and again: one amendment, one receipt.
        let none = object!({});
        let (one, two) = tokio::join!(
            on(&ada, Method::POST, &table, &seen, &none),
            on(&ada, Method::POST, &table, &seen, &none)
        );
        assert_eq!(
            (one.status, two.status),
            (StatusCode::CREATED, StatusCode::CREATED),
            "{} {}",
            one.text(),
            two.text()
        );
        let again = on(&ada, Method::POST, &table, &seen, &none).await;
        assert_eq!((one.text(), one.text()), (two.text(), again.text()));
        let place = one.header("location").strip_prefix("/api/v1").expect("a place").to_owned();
        assert_eq!(luc.read(&place).await, json(&one), "whoever signed has it, too");
        refused(&stranger.get(&place).await, StatusCode::NOT_FOUND, "not-found");
        refused(&ada.get(&draft).await, StatusCode::NOT_FOUND, "not-found");
        let receipt = json(&one);
        let id = office.server.desk.id(SLUG).expect("it is there");
        let head = office.store().head(id).await.expect("a head");
        assert_eq!(
            (&receipt["seq"], &receipt["hash"]),
            (&head.seq.into(), &head.hash.to_string().into())
        );
        let held = office.server.site.get(SLUG).expect("it is shown");
        let record = held.sitting.course.amendments.last().expect("an amendment");
        assert_eq!(record.signed[0], "Ms Ada LINDQVIST");
        assert_eq!(record.signed.len(), 5, "{:?}", record.signed);
        assert!(record.texts[0].wording.contains("thirty"), "{:?}", record.texts);
        // What one has tabled, and taking it back.
        let tabled = luc.read("/tabled").await;
        assert_eq!(tabled["items"][0]["id"], receipt["amendment"], "{tabled}");
        assert_eq!(tabled["items"][0]["event"], receipt["seq"]);
        assert_eq!(stranger.read("/tabled").await["items"], object!([]));
        let by = &tabled["items"][0]["withdraws"];
        luc.done(object!({ "withdrawn": { "amendment": receipt["amendment"], "by": by } })).await;
        assert_eq!(luc.read("/tabled").await["items"][0]["withdraws"], Value::Null);
    })
    .await;
}

/// Staff of a group write for a member, who signs by tabling.
#[tokio::test(flavor = "multi_thread")]
async fn staff_write_for_a_member() {
    both(async |office| {
        let staff = of_body(&office, "Mr Emil SHORE", Role::GroupStaff, "Harbour Group").await;
        let ada = member(&office, "Ms Ada LINDQVIST").await;
        let content = edited("Three.");
        let none = staff.post(DRAFTS, &content, &[]).await;
        refused(&none, StatusCode::UNPROCESSABLE_ENTITY, "no-member");
        assert_eq!(json(&none)["place"], "member");
        let with = |member: &Value| {
            let mut content = content.clone();
            content["member"] = member.clone();
            content
        };
        let forged = staff.post(DRAFTS, &with(&1_000.into()), &[]).await;
        refused(&forged, StatusCode::UNPROCESSABLE_ENTITY, "no-member");
        let members = staff.read("/dossiers/412-lakes/members").await;
        let ada_id = &members["items"][0]["id"];
        let (draft, seen) = begun(&staff, &with(ada_id)).await;
        let other = on(&staff, Method::PUT, &draft, &seen, &with(&1_000.into())).await;
        refused(&other, StatusCode::UNPROCESSABLE_ENTITY, "shape");
        let shown = ada.read(&draft).await;
        assert_eq!(
            (&shown["own"], &shown["writes"], &shown["tables"]),
            (&false.into(), &true.into(), &true.into())
        );
        assert_eq!(shown["member"], "Ms Ada LINDQVIST");
        // The member writes it, and it stays hers.
        let saved = on(&ada, Method::PUT, &draft, &seen, &edited("Four.")).await;
        assert_eq!(json(&saved)["content"]["member"], *ada_id, "{}", saved.text());
        let seen = saved.header("etag").to_owned();
        let sign =
            on(&staff, Method::PUT, &format!("{draft}/signature"), &seen, &Value::Null).await;
        refused(&sign, StatusCode::FORBIDDEN, "not-permitted");
        let table = on(&staff, Method::POST, &format!("{draft}/table"), &seen, &object!({})).await;
        refused(&table, StatusCode::FORBIDDEN, "not-permitted");
        let gone = on(&ada, Method::DELETE, &draft, &seen, &Value::Null).await;
        refused(&gone, StatusCode::FORBIDDEN, "not-own");
    })
    .await;
}

/// A committee that the log names in two languages is one committee, under whichever name its secretariat holds the role, or asks.
#[tokio::test(flavor = "multi_thread")]
async fn a_committee_acts_under_either_name() {
    both(async |office| {
        let clerk = Program::of(&office, "Ms Vera INK", Role::TableOffice, "read office").await;
        clerk.done(object!({ "seized": { "committee": LAMPS, "for": "report" } })).await;
        let fog = of_body(&office, "Mr Per FOG", Role::Committee, "Committee on Fog").await;
        for (at, (body, asked)) in [
            ("commission des lampes", "commission des lampes"),
            ("Committee on Lamps", "commission des lampes"),
            (LAMPS, "Committee on Lamps"),
            ("Commission des lampes", LAMPS),
        ]
        .into_iter()
        .enumerate()
        {
            let bank = of_body(&office, &format!("Mr Otto BANK {at}"), Role::Committee, body).await;
            let text = paragraph(&bank).await.replace("eleven", &format!("twenty-{at}"));
            let (draft, seen) = begun(&bank, &edited(&text)).await;
            assert_eq!(bank.read(&draft).await["committees"], object!([LAMPS]), "{body}");
            let table = format!("{draft}/table");
            let other = on(&bank, Method::POST, &table, &seen, &object!({ "committee": "Committee on Fog" })).await;
            refused(&other, StatusCode::FORBIDDEN, "not-permitted");
            let got = on(&bank, Method::POST, &table, &seen, &object!({ "committee": asked })).await;
            assert_eq!(got.status, StatusCode::CREATED, "{body}, {asked}: {}", got.text());
            // At once, too.
            let new = object!({ "texts": crate::texts("3"), "part": "A", "committee": asked });
            let key = [("idempotency-key", asked)];
            let path = "/dossiers/412-lakes/amendments";
            let got = bank.post(path, &new, &key).await;
            assert_eq!(got.status, StatusCode::CREATED, "{body}, {asked}: {}", got.text());
            refused(&fog.post(path, &new, &key).await, StatusCode::FORBIDDEN, "not-own");
            // It is the committee's, as the log names it, in the list, under its receipt, and when it is taken back.
            let seq = json(&got)["seq"].as_u64().expect("a number");
            let mut follow = office.server.desk.follow(SLUG).expect("it is there");
            follow.wait_for(|held| held.head.seq >= seq).await.expect("it is shown");
            let tabled = bank.read("/tabled").await;
            let own = &tabled["items"][0];
            assert_eq!((&own["id"], &own["withdraws"]), (&json(&got)["amendment"], &LAMPS.into()), "{body}: {tabled}");
            assert_eq!(fog.read("/tabled").await["items"], object!([]));
            assert_eq!(bank.read(&format!("/dossiers/412-lakes/receipts/{seq}")).await["seq"], seq);
            let back = object!({ "withdrawn": { "amendment": own["id"], "by": own["withdraws"] } });
            refused(&fog.record(&back).await, StatusCode::FORBIDDEN, "not-own");
            bank.done(back).await;
            // And its positions.
            let position = object!({ "committee-position": { "amendment": "1", "committee": LAMPS, "position": "in-favour" } });
            refused(&fog.record(&position).await, StatusCode::FORBIDDEN, "not-own");
            bank.done(position).await;
            // On the page of positions, too.
            let session = office.session(&format!("mr.otto.bank.{at}@lakes.example")).await;
            let page = "/en/desk/office/412-lakes/positions";
            let shown = office.get_as(&session, page).await;
            assert!(shown.text().contains(&format!("value=\"{LAMPS}\"")), "{body}: {}", shown.text());
            let seen = bank.seen().to_string();
            let form = |committee: &str| {
                let about = [("seen", &*seen), ("what", "position"), ("amendment", "2")];
                let said = [("committee", committee), ("position", "against")];
                crate::office::form(&[&about[..], &said[..]].concat())
            };
            let other = office.post_as(&session, page, &form("Committee on Fog")).await;
            assert_eq!(other.status, StatusCode::FORBIDDEN, "{body}");
            let taken = office.post_as(&session, page, &form(asked)).await;
            assert_eq!(taken.status, StatusCode::SEE_OTHER, "{body}, {asked}: {}", taken.text());
        }
    })
    .await;
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
        let far = clara.post(path, &object!({ "part": 1_000_001 }), &[]).await;
        refused(&far, StatusCode::UNPROCESSABLE_ENTITY, "shape");
        assert_eq!(json(&far)["place"], "part");
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
