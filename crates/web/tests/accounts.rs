//! Accounts: signing in, sessions, roles, and what those try who have none.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
mod office;

use axum::http::StatusCode;
use office::{Office, PASSWORD};

#[tokio::test]
async fn a_visitor_signs_in_and_out() {
    let office = Office::new().await;
    office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let page = office.get("/en/account/sign-in?back=/fr/412-lakes").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("value=\"/fr/412-lakes\""));
    let visitor = office.get("/en/412-lakes").await;
    let got = office.sign_in("Clara@LAKES.example", PASSWORD, "/fr/412-lakes").await;
    assert_eq!((got.status, got.header("location")), (StatusCode::SEE_OTHER, "/fr/412-lakes"));
    let cookie = got.header("set-cookie").to_owned();
    let (pair, attributes) = cookie.split_once(';').expect("attributes");
    assert_eq!(attributes, " Path=/; HttpOnly; SameSite=Lax");
    let secret = pair.strip_prefix("session=").expect("its name");
    assert_eq!(secret.len(), 64);

    // Public pages are the same for everybody, and may be kept.
    let member = office.get_as(pair, "/en/412-lakes").await;
    assert_eq!(member.body, visitor.body);
    assert_eq!(member.header("cache-control"), "public, no-cache");

    let out = office.post_as(pair, "/en/account/sign-out", "").await;
    assert_eq!(
        (out.status, out.header("location")),
        (StatusCode::SEE_OTHER, "/en/account/sign-in?done=out")
    );
    assert_eq!(out.header("set-cookie"), "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    let again = office.get_as(pair, "/en/account/sign-in").await;
    assert_eq!(again.status, StatusCode::OK, "the secret is of no use any more");
}

#[tokio::test]
async fn by_https_the_cookie_is_bound_to_the_host() {
    let office = Office::https().await;
    office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let got = office.sign_in("clara@lakes.example", PASSWORD, "").await;
    let cookie = got.header("set-cookie");
    assert!(cookie.starts_with("__Host-session="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"), "{cookie}");
    assert_eq!(got.header("location"), "/en/account");
}

/// Nobody learns by trying whether there is an account.
#[tokio::test]
async fn whoever_is_not_let_in_is_told_the_same() {
    let office = Office::new().await;
    office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let gone = office.account("Mr Otto GONE", "otto@lakes.example").await;
    office.store().set_disabled(gone, true).await.expect("disabled");
    let store = office.store();
    let now = office.server.now();
    store.add_account("Mr New", "newly@lakes.example", None, &now).await.expect("new");
    let mut answers = Vec::new();
    for (email, password) in [
        ("clara@lakes.example", "not the password"),
        ("otto@lakes.example", PASSWORD),
        ("newly@lakes.example", PASSWORD),
        ("nobody@lakes.example", PASSWORD),
        ("clara@lakes.example", ""),
        ("", ""),
    ] {
        let got = office.sign_in(email, password, "").await;
        let mut headers = got.headers.clone();
        headers.remove("content-length");
        answers.push((got.status, headers, got.text().replace(email, "")));
    }
    assert_eq!(answers[0].0, StatusCode::UNAUTHORIZED);
    assert!(answers[0].2.contains("Address or password is wrong"));
    let empty = answers.pop().expect("the last");
    assert_eq!(empty.0, StatusCode::UNAUTHORIZED);
    for answer in &answers {
        assert_eq!(answer, &answers[0]);
    }
}

#[tokio::test]
async fn tries_are_counted_for_an_account_and_from_an_address() {
    let office = Office::new().await;
    office.account("Ms Clara SOUND", "clara@lakes.example").await;
    for email in ["clara@lakes.example", "nobody@lakes.example"] {
        for _ in 0..3 {
            let got = office.sign_in(email, "wrong", "").await;
            assert_eq!(got.status, StatusCode::UNAUTHORIZED);
        }
        let got = office.sign_in(&email.to_uppercase(), PASSWORD, "").await;
        assert_eq!(got.status, StatusCode::TOO_MANY_REQUESTS, "also with the right one");
        assert_eq!(got.header("retry-after"), "60");
        assert!(got.text().contains("Try again in 60 seconds"), "{}", got.text());
    }
    office.wait(59);
    let got = office.sign_in("clara@lakes.example", PASSWORD, "").await;
    assert_eq!((got.status, got.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "1"));
    office.wait(1);
    let got = office.sign_in("clara@lakes.example", PASSWORD, "").await;
    assert_eq!(got.status, StatusCode::SEE_OTHER);
    // From one address, whoever it is about.
    office.wait(10_000);
    for at in 0..14 {
        let got = office.sign_in(&format!("{at}@lakes.example"), "wrong", "").await;
        assert_eq!(got.status, StatusCode::UNAUTHORIZED);
    }
    let got = office.sign_in("clara@lakes.example", PASSWORD, "").await;
    assert_eq!((got.status, got.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "10"));
    let got = office.from("192.0.2.9").sign_in("clara@lakes.example", PASSWORD, "").await;
    assert_eq!(got.status, StatusCode::SEE_OTHER, "elsewhere one gets in");
}

/// A secret that somebody planted in a browser is not the one that is signed in.
#[tokio::test]
async fn signing_in_makes_a_new_secret() {
    let office = Office::new().await;
    office.account("Ms Clara SOUND", "clara@lakes.example").await;
    office.account("Mr Otto BAY", "otto@lakes.example").await;
    let planted = office.session("otto@lakes.example").await;
    let body = office::form(&[("email", "clara@lakes.example"), ("password", PASSWORD)]);
    let got = office.post_as(&planted, "/en/account/sign-in", &body).await;
    let cookie = got.header("set-cookie").split(';').next().expect("a cookie").to_owned();
    assert_ne!(cookie, planted);
    let left = office.get_as(&planted, "/en/account/sign-in").await;
    assert_eq!(left.status, StatusCode::OK, "the planted one has ended");
    let forged = format!("session={}", "0".repeat(64));
    let got = office.post_as(&forged, "/en/account/sign-in", &body).await;
    assert!(!got.header("set-cookie").contains("=000"));
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let office = Office::new().await;
    office.account("Ms Clara SOUND", "clara@lakes.example").await;
    for back in [
        "https://evil.example/",
        "//evil.example/en",
        "/\\evil.example/en",
        "\\\\evil.example",
        "/en/\\evil.example",
        "/en\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "/theme/dark",
        "",
    ] {
        office.wait(1_000);
        let got = office.sign_in("clara@lakes.example", PASSWORD, back).await;
        assert_eq!(
            (got.status, got.header("location")),
            (StatusCode::SEE_OTHER, "/en/account"),
            "{back}"
        );
    }
    let got = office.sign_in("clara@lakes.example", PASSWORD, "/fr/desk/a b?c=\"é").await;
    assert_eq!(got.header("location"), "/fr/desk/a%20b?c=%22%C3%A9");
}

#[tokio::test]
async fn what_another_site_sends_is_refused() {
    let office = Office::new().await;
    office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let session = office.session("clara@lakes.example").await;
    for headers in [
        [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        [("sec-fetch-site", "same-site"), ("origin", "https://other.lakes.example")],
        [("host", "lakes.example"), ("origin", "https://evil.example")],
        [("host", "lakes.example"), ("origin", "null")],
    ] {
        for path in ["/en/account/sign-out", "/en/account/sign-in", "/en/412-lakes"] {
            let got = office.post_with(&session, path, "", &headers).await;
            assert_eq!(got.status, StatusCode::FORBIDDEN, "{path} {headers:?}");
            assert!(got.text().contains("The request came from elsewhere"));
            assert!(got.text().contains("La demande venait d’ailleurs"));
            assert_eq!(got.header("set-cookie"), "");
        }
    }
    let own = [("sec-fetch-site", "same-origin"), ("origin", "http://lakes.example")];
    let got = office.post_with(&session, "/en/account/sign-out", "", &own).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER);
}

/// A session lasts as long as it is used, and not for ever.
#[tokio::test]
async fn a_session_slides_and_ends() {
    let office = Office::new().await;
    office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let is_in = async |session: &str| {
        let got = office.get_as(session, "/en/account/sign-in").await;
        got.status == StatusCode::SEE_OTHER
    };
    let session = office.session("clara@lakes.example").await;
    for _ in 0..9 {
        office.wait(3_500);
        assert!(is_in(&session).await);
    }
    office.wait(3_600);
    assert!(!is_in(&session).await, "unused for an hour");
    let session = office.session("clara@lakes.example").await;
    let begun = office.now();
    while office.now() - begun + 3_000 < office::LONGEST {
        office.wait(3_000);
        assert!(is_in(&session).await);
    }
    office.wait(3_000);
    assert!(!is_in(&session).await, "used, but too old");
}
