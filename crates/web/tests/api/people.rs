//! Accounts, roles, sessions and tokens by program.

use crate::both;
use crate::common::Got;
use crate::program::{ALL, Program, json, refused};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use hemicycle_web::permission::Role;
use serde_json::{Value, json as object};

async fn put(program: &Program<'_>, path: &str, body: &Value, tag: &str) -> Got {
    let tag = [("if-match", tag)];
    let headers = if tag[0].1.is_empty() { &[][..] } else { &tag[..] };
    program.ask(Method::PUT, path, body.to_string(), headers).await
}

async fn deleted(program: &Program<'_>, path: &str) -> Got {
    program.ask(Method::DELETE, path, Body::empty(), &[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_are_listed_named_and_joined() {
    both(async |office| {
        let admin = Program::of(&office, "Mr Paul KEY", Role::Administrator, "people").await;
        let clara = office.account("Ms Clara SOUND", "clara@lakes.example").await;
        let new = |kind: &str, en: &str| object!({ "kind": kind, "en": en, "fr": "commission" });
        let made = admin.post("/bodies", &new("committee", "Committee on Lamps"), &[]).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        assert_eq!(json(&made)["name"], "Committee on Lamps / commission");
        let place = made.header("location").strip_prefix("/api/v1").expect("a place").to_owned();
        for (body, field) in [
            (new("committee", "Committee on Lamps"), "en"),
            (new("committee", "a / b"), "en"),
            (new("club", "x"), "kind"),
        ] {
            let got = admin.post("/bodies", &body, &[]).await;
            refused(&got, StatusCode::UNPROCESSABLE_ENTITY, "field");
            assert_eq!(json(&got)["place"], field, "{body}");
        }
        let id = json(&made)["id"].as_i64().expect("a number");
        let belongs = format!("/people/{}/bodies/{id}", clara.0);
        for _ in 0..2 {
            let joined = put(&admin, &belongs, &Value::Null, "").await;
            assert_eq!(json(&joined)["bodies"], object!([id]), "{}", joined.text());
        }
        assert_eq!(json(&admin.get("/bodies").await)["items"][0]["members"], object!([clara.0]));
        let nobody = put(&admin, "/people/77/bodies/1", &Value::Null, "").await;
        refused(&nobody, StatusCode::NOT_FOUND, "not-found");

        // Two administrators at one time: the second is told.
        let seen = admin.get(&place).await.header("etag").to_owned();
        let named = object!({ "en": "Committee on Light" });
        let missing = put(&admin, &place, &named, "").await;
        refused(&missing, StatusCode::PRECONDITION_REQUIRED, "precondition-missing");
        assert_eq!(json(&put(&admin, &place, &named, &seen).await)["name"], "Committee on Light");
        let late = put(&admin, &place, &named, &seen).await;
        refused(&late, StatusCode::PRECONDITION_FAILED, "precondition-failed");

        for _ in 0..2 {
            let left = deleted(&admin, &belongs).await;
            assert_eq!(json(&left)["bodies"], object!([]), "{}", left.text());
        }
        assert_eq!(deleted(&admin, &place).await.status, StatusCode::NO_CONTENT);
        refused(&admin.get(&place).await, StatusCode::NOT_FOUND, "not-found");
        // Nobody else, and no token that is for something else.
        let office_ = Program::of(&office, "Ms Vera INK", Role::TableOffice, ALL).await;
        for path in ["/bodies", &place, "/people"] {
            assert_eq!(office_.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_made_renamed_and_given_roles() {
    both(async |office| {
        let admin = Program::of(&office, "Mr Paul KEY", Role::Administrator, "people").await;
        let named = |name: &str, email: &str| object!({ "name": name, "email": email });
        let made =
            admin.post("/people", &named(" Ms Clara SOUND ", "clara@lakes.example"), &[]).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let place = made.header("location").strip_prefix("/api/v1").expect("a place").to_owned();
        let link = json(&made)["link"].as_str().expect("a link").to_owned();
        let set = crate::office::form(&[
            ("password", "lamps on the lakes"),
            ("again", "lamps on the lakes"),
        ]);
        let done = office.post_as("", &link, &set).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "the link sets a password: {}", done.text());
        for (body, place) in [
            (named("", "x@lakes.example"), "name"),
            (named("x", "nowhere"), "email"),
            (named("x", "CLARA@lakes.example"), "email"),
        ] {
            let got = admin.post("/people", &body, &[]).await;
            refused(&got, StatusCode::UNPROCESSABLE_ENTITY, "field");
            assert_eq!(json(&got)["place"], place, "{body}");
        }
        // Two administrators at one time: the second is told.
        let seen = admin.get(&place).await.header("etag").to_owned();
        let new = named("Ms Clara BAY", "clara@lakes.example");
        refused(
            &put(&admin, &place, &new, "").await,
            StatusCode::PRECONDITION_REQUIRED,
            "precondition-missing",
        );
        assert_eq!(json(&put(&admin, &place, &new, &seen).await)["name"], "Ms Clara BAY");
        refused(
            &put(&admin, &place, &new, &seen).await,
            StatusCode::PRECONDITION_FAILED,
            "precondition-failed",
        );
        // Roles, in one dossier and in all.
        let roles = format!("{place}/roles");
        let lamps =
            object!({ "role": "committee", "dossier": "412-lakes", "body": "Committee on Lamps" });
        for role in [&lamps, &lamps, &object!({ "role": "member" })] {
            let got = admin.post(&roles, role, &[]).await;
            assert_eq!(got.status, StatusCode::OK, "{}", got.text());
        }
        let held = admin.read(&place).await["roles"].clone();
        assert_eq!(held.as_array().map(Vec::len), Some(2), "{held}");
        assert!(held.as_array().is_some_and(|all| all.contains(&lamps)), "{held}");
        for (role, place) in [
            (object!({ "role": "visitor" }), "role"),
            (object!({ "role": "committee" }), "body"),
            (object!({ "role": "chair", "body": "Greens" }), "body"),
            (object!({ "role": "administrator", "dossier": "412-lakes" }), "dossier"),
            (object!({ "role": "chair", "dossier": "none" }), "dossier"),
        ] {
            let got = admin.post(&roles, &role, &[]).await;
            refused(&got, StatusCode::UNPROCESSABLE_ENTITY, "field");
            assert_eq!(json(&got)["place"], place, "{role}");
        }
        let path = format!("{roles}?role=committee&dossier=412-lakes&body=Committee%20on%20Lamps");
        for _ in 0..2 {
            assert_eq!(
                json(&deleted(&admin, &path).await)["roles"].as_array().map(Vec::len),
                Some(1)
            );
        }
        // Somebody who may sign in no more, and then again.
        let state = format!("{place}/state");
        assert_eq!(
            json(&put(&admin, &state, &object!({ "disabled": true }), "").await)["disabled"],
            true
        );
        let list = put(&admin, &state, &object!([false]), "").await;
        refused(&list, StatusCode::UNPROCESSABLE_ENTITY, "shape");
        let none = admin.post(&format!("{place}/link"), &Value::Null, &[]).await;
        refused(&none, StatusCode::UNPROCESSABLE_ENTITY, "refused");
        assert_eq!(
            json(&put(&admin, &state, &object!({ "disabled": false }), "").await)["disabled"],
            false
        );
        let link = admin.post(&format!("{place}/link"), &Value::Null, &[]).await;
        assert_eq!(link.status, StatusCode::CREATED, "{}", link.text());
        // Somebody administers the instance at all times.
        let all = admin.read("/people").await;
        let own = all["items"].as_array().expect("a list").iter();
        let own = own.clone().find(|one| one["name"] == "Mr Paul KEY").expect("he is there")["id"]
            .clone();
        let last =
            put(&admin, &format!("/people/{own}/state"), &object!({ "disabled": true }), "").await;
        refused(&last, StatusCode::UNPROCESSABLE_ENTITY, "refused");
        let last = deleted(&admin, &format!("/people/{own}/roles?role=administrator")).await;
        refused(&last, StatusCode::UNPROCESSABLE_ENTITY, "refused");
        // No hash, no secret, no token is told.
        let all = all.to_string();
        assert!(
            !all.contains("argon2") && !all.contains("hemicycle_") && !all.contains("password"),
            "{all}"
        );
        assert_eq!(admin.read("/people?limit=1").await["items"].as_array().map(Vec::len), Some(1));
    })
    .await;
}

/// Every address of people, for each role and without the scope: what is not an administrator's is refused, and an address of mail is
/// seen by nobody else.
#[tokio::test(flavor = "multi_thread")]
async fn people_are_the_administrators() {
    let office = crate::office::Office::new().await;
    let account = office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let person = format!("/people/{}", account.0);
    let (roles, state, link) =
        (format!("{person}/roles"), format!("{person}/state"), format!("{person}/link"));
    let named = object!({ "name": "x", "email": "x@lakes.example" });
    let role = object!({ "role": "administrator" });
    let all = [
        (Method::GET, "/people", Value::Null),
        (Method::POST, "/people", named.clone()),
        (Method::GET, &person, Value::Null),
        (Method::PUT, &person, named),
        (Method::PUT, &state, object!({ "disabled": true })),
        (Method::POST, &roles, role),
        (Method::POST, &link, Value::Null),
    ];
    let ask = async |program: &Program<'_>, (method, path, body): &(Method, &str, Value)| {
        program.ask(method.clone(), path, body.to_string(), &[]).await
    };
    for role in Role::GRANTED.into_iter().filter(|role| *role != Role::Administrator) {
        let program = Program::of(&office, &format!("Mr {}", role.name()), role, ALL).await;
        for request in &all {
            let got = ask(&program, request).await;
            refused(&got, StatusCode::FORBIDDEN, "not-permitted");
            assert!(!got.text().contains("lakes.example"));
        }
        let gone = deleted(&program, &format!("{roles}?role=member")).await;
        refused(&gone, StatusCode::FORBIDDEN, "not-permitted");
    }
    let scopes = ALL.replace(" people", "");
    let admin = Program::of(&office, "Mr Paul KEY", Role::Administrator, &scopes).await;
    for request in &all {
        refused(&ask(&admin, request).await, StatusCode::FORBIDDEN, "scope-missing");
        let nobody = ask(&Program::nobody(&office), request).await;
        refused(&nobody, StatusCode::UNAUTHORIZED, "token-missing");
    }
    let kept = office.store().roles_of(account).await.expect("roles");
    assert!(kept.is_empty(), "nothing was given");
    assert!(office.store().account(account).await.expect("asked").is_some_and(|one| !one.disabled));
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_and_tokens_are_seen_and_ended_by_their_owner() {
    both(async |office| {
        let clara = Program::of(&office, "Ms Clara SOUND", Role::Member, "account").await;
        let luc = Program::of(&office, "Mr Luc HAVEN", Role::Member, "account").await;
        let own = clara.read("/account").await;
        assert_eq!(
            (&own["name"], &own["scopes"]),
            (&"Ms Clara SOUND".into(), &object!(["account"]))
        );
        assert_eq!(own["roles"][0]["role"], "member");
        let session = office.session("ms.clara.sound@lakes.example").await;
        let other = office.session("ms.clara.sound@lakes.example").await;
        let sessions = clara.read("/account/sessions").await;
        let items = sessions["items"].as_array().expect("a list");
        assert_eq!(items.len(), 2);
        for kept in office
            .store()
            .sessions_of(office.store().accounts().await.expect("all")[0].id, &office.server.now())
            .await
            .expect("kept")
        {
            assert!(
                !sessions.to_string().contains(&kept.hash.to_string()),
                "what is kept of a secret is not told"
            );
        }
        let path = format!("/account/sessions/{}", items[0]["id"].as_str().expect("an id"));
        refused(&deleted(&luc, &path).await, StatusCode::NOT_FOUND, "not-found");
        assert_eq!(deleted(&clara, &path).await.status, StatusCode::NO_CONTENT);
        refused(&deleted(&clara, &path).await, StatusCode::NOT_FOUND, "not-found");
        let page = async |session: &str| office.get_as(session, "/en/account").await.status;
        let left = [page(&session).await, page(&other).await];
        assert!(
            left.contains(&StatusCode::OK) && left.contains(&StatusCode::UNAUTHORIZED),
            "{left:?}"
        );
        assert_eq!(deleted(&clara, "/account/sessions").await.status, StatusCode::NO_CONTENT);
        assert_eq!(clara.read("/account/sessions").await["items"], object!([]));
        assert_eq!(
            (page(&session).await, page(&other).await),
            (StatusCode::UNAUTHORIZED, StatusCode::UNAUTHORIZED)
        );
        let tokens = clara.read("/account/tokens").await;
        assert_eq!(tokens["items"].as_array().map(Vec::len), Some(1), "{tokens}");
        assert!(!tokens.to_string().contains(&clara.token));
        let path = format!("/account/tokens/{}", tokens["items"][0]["id"]);
        refused(&deleted(&luc, &path).await, StatusCode::NOT_FOUND, "not-found");
        let weak = Program::of(&office, "Ms Ruth STRAND", Role::Member, "read table").await;
        refused(&weak.get("/account/sessions").await, StatusCode::FORBIDDEN, "scope-missing");
        refused(&weak.get("/account/tokens").await, StatusCode::FORBIDDEN, "scope-missing");
        assert_eq!(deleted(&clara, &path).await.status, StatusCode::NO_CONTENT);
        refused(&clara.get("/account").await, StatusCode::UNAUTHORIZED, "token-invalid");
    })
    .await;
}
