//! Tokens: what they are for, and the page where they are made.

use crate::common::Got;
use crate::office::{Office, form};
use crate::program::{ALL, Program, refused};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use hemicycle_web::permission::Role;
use serde_json::json as object;

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
