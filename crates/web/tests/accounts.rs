//! Accounts: signing in, sessions, roles, and what those try who have none.

#[allow(dead_code, reason = "each test file uses a part")]
mod common;
mod office;

use axum::http::{Method, StatusCode};
use hemicycle_web::permission::Role;
use office::{Office, PASSWORD, form};
use store::AccountId;

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
    let body = form(&[("email", "clara@lakes.example"), ("password", PASSWORD)]);
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

/// What the first administrator fills in.
fn first_fields(email: &str) -> [(&str, &str); 4] {
    [("name", "Ms Ada BAY"), ("email", email), ("password", PASSWORD), ("again", PASSWORD)]
}

#[tokio::test]
async fn the_first_link_makes_one_administrator() {
    let office = Office::new().await;
    let old = office.server.first_link().await.expect("asked").expect("nobody is there");
    let link = office.server.first_link().await.expect("asked").expect("nobody is there");
    assert!(link.starts_with("/en/account/first/"), "{link}");
    assert_eq!(office.get(&old).await.status, StatusCode::GONE, "the latest alone counts");
    assert_eq!(office.get(&link).await.status, StatusCode::OK);
    let fields = form(&[("name", "<b>A</b>"), ("email", "x"), ("password", "short")]);
    let wrong = office.post_as("", &link, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in
        ["value=\"&lt;b&gt;A&lt;/b&gt;\"", "not an e-mail address", "at least 12 characters"]
    {
        assert!(wrong.text().contains(part), "{part}");
    }
    assert!(!wrong.text().contains("short\""), "no password is sent back");

    // Of many who try at once one is let in.
    let tries = (0..12).map(|at| {
        let (office, link) = (office.from("192.0.2.1"), link.clone());
        tokio::spawn(async move {
            let email = format!("a{at}@lakes.example");
            office.post_as("", &link, &form(&first_fields(&email))).await.status
        })
    });
    let mut made = 0;
    for one in tries.collect::<Vec<_>>() {
        match one.await.expect("no panic") {
            StatusCode::SEE_OTHER => made += 1,
            status => assert_eq!(status, StatusCode::GONE),
        }
    }
    assert_eq!(made, 1);
    let accounts = office.store().accounts().await.expect("all");
    assert_eq!(accounts.len(), 1);
    assert_eq!(office.get(&link).await.status, StatusCode::GONE);
    assert_eq!(office.server.first_link().await.expect("asked"), None);
    let session = office.session(&accounts[0].email).await;
    assert_eq!(office.get_as(&session, "/en/desk/people").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_first_link_expires_and_is_for_nothing_else() {
    let office = Office::new().await;
    let link = office.server.first_link().await.expect("asked").expect("nobody is there");
    let as_password = link.replace("/first/", "/link/");
    assert_eq!(office.get(&as_password).await.status, StatusCode::GONE);
    office.wait(600);
    assert_eq!(office.get(&link).await.status, StatusCode::GONE);
    let late = office.post_as("", &link, &form(&first_fields("a@lakes.example"))).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(office.store().accounts().await.expect("all").is_empty());
    assert_eq!(office.get("/en/account/first/nonsense").await.status, StatusCode::GONE);
}

/// Whoever is not signed in does so, and comes to where they wanted to go.
#[tokio::test]
async fn a_visitor_is_asked_to_sign_in_and_comes_back() {
    let office = Office::new().await;
    let got = office.get("/fr/desk/people?q=%22").await;
    assert_eq!(got.status, StatusCode::UNAUTHORIZED);
    assert_eq!(got.header("www-authenticate"), "Cookie");
    assert_eq!(got.header("cache-control"), "private, no-store");
    assert!(got.header("content-security-policy").starts_with("default-src 'self'"));
    assert!(got.text().contains("value=\"/fr/desk/people?q=%22\""), "{}", got.text());
    assert!(got.text().contains("Se connecter"));
    let public = office.get("/fr/412-lakes").await;
    assert!(public.text().contains("href=\"/fr/account\""), "the way in");
    for (method, path) in [
        (Method::GET, "/en/account"),
        (Method::POST, "/en/account/password"),
        (Method::POST, "/en/account/sessions"),
        (Method::GET, "/en/desk/people/1"),
        (Method::POST, "/en/desk/people"),
        (Method::POST, "/en/desk/people/1"),
        (Method::POST, "/en/desk/people/1/roles"),
        (Method::POST, "/en/desk/people/1/revoke"),
        (Method::POST, "/en/desk/people/1/state"),
        (Method::POST, "/en/desk/people/1/link"),
    ] {
        let got = office.ask(method, "", path, "", &[]).await;
        assert_eq!(got.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let odd = office.ask(Method::GET, "", "/en/account/sign-out", "", &[]).await;
    assert_eq!(odd.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(odd.header("content-type").starts_with("text/html"));
    assert_eq!(office.get("/xx/account").await.status, StatusCode::NOT_FOUND);
}

/// A member, the table office and the chair manage nobody.
#[tokio::test]
async fn only_administrators_manage_people() {
    let office = Office::new().await;
    let victim = office.account("Mr Otto BAY", "otto@lakes.example").await;
    for role in [Role::Member, Role::Committee, Role::TableOffice, Role::Chair] {
        office.wait(1_000);
        let email = format!("{}@lakes.example", role.name());
        let account = office.account("Ms Clara SOUND", &email).await;
        office.grant(account, role).await;
        // An administrator of one dossier is one of nothing else.
        let dossier = office.server.desk.id("412-lakes");
        let administrator = Role::Administrator.name().to_owned();
        let scoped = store::Role { account, dossier, role: administrator, body: None };
        office.store().grant(&scoped).await.expect("granted");
        let session = office.session(&email).await;
        let got = office.get_as(&session, "/fr/desk/people").await;
        assert_eq!(got.status, StatusCode::FORBIDDEN);
        assert!(got.text().contains("n’est pas ouverte à votre compte"));
        let at = |end: &str| format!("/en/desk/people/{}{end}", victim.0);
        let body = form(&[
            ("role", "administrator"),
            ("state", "disabled"),
            ("name", "X"),
            ("email", "x@x"),
        ]);
        for path in [
            "/en/desk/people".to_owned(),
            at(""),
            at("/roles"),
            at("/revoke"),
            at("/state"),
            at("/link"),
            at("/belongs"),
            "/en/desk/people/bodies".to_owned(),
            "/en/desk/people/bodies/1".to_owned(),
            "/en/desk/people/bodies/1/remove".to_owned(),
        ] {
            let got = office.post_as(&session, &path, &body).await;
            assert_eq!(got.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
    assert!(office.store().roles_of(victim).await.expect("asked").is_empty());
    let victim = office.store().account(victim).await.expect("asked").expect("there");
    assert_eq!((&*victim.name, victim.disabled), ("Mr Otto BAY", false));
}

/// An administrator, signed in.
async fn administrator(office: &Office) -> (AccountId, String) {
    let account = office.account("Ms Ada BAY", "ada@lakes.example").await;
    office.grant(account, Role::Administrator).await;
    (account, office.session("ada@lakes.example").await)
}

/// The link that a page shows.
fn shown_link(page: &common::Got) -> String {
    let (_, rest) = page.text().split_once("<code class=\"link\">").expect("a link");
    let link = rest.split('<').next().expect("its end");
    link.strip_prefix("http://lakes.example").expect("where the site is reached").to_owned()
}

#[tokio::test]
async fn an_account_is_made_named_given_roles_and_disabled() {
    let office = Office::new().await;
    let (ada, session) = administrator(&office).await;
    let own = [("host", "lakes.example"), ("sec-fetch-site", "same-origin")];
    let post = async |path: &str, fields: &[(&str, &str)]| {
        office.post_with(&session, path, &form(fields), &own).await
    };
    let made =
        post("/en/desk/people", &[("name", "Ms Clara SOUND"), ("email", "clara@lakes.example")])
            .await;
    assert_eq!(made.status, StatusCode::CREATED);
    assert_eq!(made.header("cache-control"), "private, no-store");
    let link = shown_link(&made);
    let taken =
        post("/en/desk/people", &[("name", "Ms O'Other"), ("email", "CLARA@lakes.example")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.text().contains("Another account has this address."));
    assert!(
        taken.text().contains("value=\"CLARA@lakes.example\"") && taken.text().contains("O'Other")
    );

    // The link sets a password, once.
    let page = office.get(&link).await;
    assert!(page.text().contains("Ms Clara SOUND"));
    let differs = office.post_as("", &link, &form(&[("password", PASSWORD), ("again", "x")])).await;
    assert_eq!(differs.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = form(&[("password", PASSWORD), ("again", PASSWORD)]);
    assert_eq!(office.post_as("", &link, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.post_as("", &link, &fields).await.status, StatusCode::GONE);
    let clara =
        office.store().account_by_email("clara@lakes.example").await.expect("asked").expect("made");
    let member = office.session("clara@lakes.example").await;
    assert_eq!(office.get_as(&member, "/en/account").await.status, StatusCode::OK);

    let at = |end: &str| format!("/en/desk/people/{}{end}", clara.id.0);
    let renamed =
        post(&at(""), &[("name", "Ms Clara SOUND-BAY"), ("email", "clara@lakes.example")]).await;
    assert_eq!((renamed.status, renamed.header("location")), (StatusCode::SEE_OTHER, &*at("")));
    let dossier = office.server.desk.id("412-lakes").expect("there").0.to_string();
    let committee = [("role", "committee"), ("dossier", &*dossier), ("body", "Committee on Lamps")];
    assert_eq!(post(&at("/roles"), &committee).await.status, StatusCode::SEE_OTHER);
    let held = office.store().roles_of(clara.id).await.expect("asked");
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].body.as_deref(), Some("Committee on Lamps"));
    let page = office.get_as(&session, "/fr/desk/people").await;
    assert!(
        page.text().contains("Commission, Committee on Lamps, dans 412-lakes"),
        "{}",
        page.text()
    );

    // Forged or impossible roles, and what was typed stays.
    for (role, dossier, body, field) in [
        ("root", "", "", "role-wrong"),
        ("visitor", "", "", "role-wrong"),
        ("member", "77", "", "dossier-wrong"),
        ("member", "x", "", "dossier-wrong"),
        ("administrator", &dossier, "", "dossier-wrong"),
        ("committee", "", " ", "body-wrong"),
        ("chair", "", "Greens", "body-wrong"),
        ("group-staff", "", "a\nb", "body-wrong"),
    ] {
        let got =
            post(&at("/roles"), &[("role", role), ("dossier", dossier), ("body", body)]).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{role} {dossier} {body}");
        assert!(got.text().contains(&format!("id=\"{field}\"")), "{role} {dossier} {body}");
    }
    assert_eq!(office.store().roles_of(clara.id).await.expect("asked"), held);
    assert_eq!(post(&at("/revoke"), &committee).await.status, StatusCode::SEE_OTHER);
    assert!(office.store().roles_of(clara.id).await.expect("asked").is_empty());

    assert_eq!(post(&at("/state"), &[("state", "disabled")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.get_as(&member, "/en/account").await.status, StatusCode::UNAUTHORIZED);
    let link = post(&at("/link"), &[]).await;
    assert_eq!(link.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The last administrator stays.
    let own = |end: &str| format!("/en/desk/people/{}{end}", ada.0);
    for (end, fields) in
        [("/state", [("state", "disabled")]), ("/revoke", [("role", "administrator")])]
    {
        let got = post(&own(end), &fields).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(got.text().contains("Nobody else administers this site"));
    }
    office.grant(clara.id, Role::Administrator).await;
    let got = post(&own("/revoke"), &[("role", "administrator")]).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "a disabled one does not count");
    assert_eq!(post(&at("/state"), &[("state", "enabled")]).await.status, StatusCode::SEE_OTHER);
    let got = post(&own("/revoke"), &[("role", "administrator")]).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER);
    // A role that was taken is gone with the next request.
    assert_eq!(office.get_as(&session, "/en/desk/people").await.status, StatusCode::FORBIDDEN);
}

/// A link for a new password lets nobody else stay, and the page of who forgot theirs says nothing.
/// Delegations, groups and committees are listed; who belongs to what is shown, and a role for one follows it to a new name.
#[tokio::test]
async fn bodies_are_listed_and_joined() {
    const BODIES: &str = "/en/desk/people/bodies";
    let office = Office::new().await;
    let (_, session) = administrator(&office).await;
    let clara = office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let at = format!("/en/desk/people/{}", clara.0);
    let post = async |path: &str, fields: &[(&str, &str)]| {
        office.post_as(&session, path, &form(fields)).await
    };
    for (kind, en, fr) in [
        ("committee", "Committee on Lamps", "commission des lampes"),
        ("delegation", "Lakeland", "Pays des lacs"),
        ("group", "Harbour", ""),
    ] {
        let got = post(BODIES, &[("kind", kind), ("en", en), ("fr", fr)]).await;
        assert_eq!(got.header("location"), BODIES, "{en}");
    }
    for (fields, wrong) in [
        ([("kind", "group"), ("en", "Harbour"), ("fr", "")], "There is one of this name."),
        ([("kind", "group"), ("en", ""), ("fr", "x")], "A name is needed."),
        ([("kind", "group"), ("en", "a / b"), ("fr", "x")], "A name has no"),
        ([("kind", "club"), ("en", "x"), ("fr", "x")], "It is a delegation, a group or a"),
    ] {
        let got = post(BODIES, &fields).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(got.text().contains(wrong), "{fields:?}: {}", got.text());
    }
    // The committee is 1, the delegation 2, the group 3.
    for body in ["2", "3", "77"] {
        let got = post(&format!("{at}/belongs"), &[("join", body)]).await;
        assert_eq!(got.header("location"), at);
    }
    let page = office.get_as(&session, &at).await;
    assert!(page.text().contains("<span>Delegation, Lakeland</span>"), "{}", page.text());
    assert!(page.text().contains("<option value=\"Committee on Lamps / commission des lampes\">"));
    let people = office
        .get_as(&session, &at.replace("/en/", "/fr/").replace(&format!("/{}", clara.0), ""))
        .await;
    assert!(people.text().contains(">Pays des lacs</span>"), "{}", people.text());

    let lamps = "Committee on Lamps / commission des lampes";
    post(&format!("{at}/roles"), &[("role", "committee"), ("body", lamps)]).await;
    let named = [("en", "Committee on Light"), ("fr", "commission de la lumière")];
    assert_eq!(post(&format!("{BODIES}/1"), &named).await.header("location"), BODIES);
    let roles = office.store().roles_of(clara).await.expect("asked");
    assert_eq!(roles[0].body.as_deref(), Some("Committee on Light / commission de la lumière"));
    let taken = post(&format!("{BODIES}/77"), &named).await;
    assert_eq!(taken.status, StatusCode::NOT_FOUND);

    assert_eq!(post(&format!("{at}/belongs"), &[("leave", "2")]).await.header("location"), at);
    assert_eq!(post(&format!("{BODIES}/3/remove"), &[]).await.header("location"), BODIES);
    assert_eq!(office.store().belongs().await, Ok(vec![]));
}

#[tokio::test]
async fn a_forgotten_password_is_set_anew() {
    let office = Office::new().await;
    let (_, session) = administrator(&office).await;
    let clara = office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let gone = office.account("Mr Otto GONE", "otto@lakes.example").await;
    office.store().set_disabled(gone, true).await.expect("disabled");
    let stolen = office.session("clara@lakes.example").await;
    let mut answers = Vec::new();
    for email in ["clara@lakes.example", "otto@lakes.example", "nobody@lakes.example", "", "x"] {
        let got = office.post_as("", "/en/account/forgotten", &form(&[("email", email)])).await;
        answers.push((got.status, got.headers, got.body));
    }
    assert_eq!(answers[0].0, StatusCode::OK);
    assert!(answers.iter().all(|answer| answer == &answers[0]));
    let list = office.get_as(&session, "/en/desk/people").await;
    assert_eq!(list.text().matches("Forgot the password").count(), 1);

    let path = format!("/en/desk/people/{}/link", clara.0);
    let own = [("host", "lakes.example"), ("sec-fetch-site", "same-origin")];
    let first = shown_link(&office.post_with(&session, &path, "", &own).await);
    let link = shown_link(&office.post_with(&session, &path, "", &own).await);
    assert_eq!(office.get(&first).await.status, StatusCode::GONE, "the latest alone counts");
    let list = office.get_as(&session, "/en/desk/people").await;
    assert!(!list.text().contains("Forgot the password") && !list.text().contains(&link));
    let other = "harbours and their lights";
    let fields = form(&[("password", other), ("again", other)]);
    let set = office.post_as("", &link, &fields).await;
    assert_eq!(set.header("location"), "/en/account/sign-in?done=password");
    assert_eq!(office.get_as(&stolen, "/en/account").await.status, StatusCode::UNAUTHORIZED);
    office.wait(1_000);
    let old = office.sign_in("clara@lakes.example", PASSWORD, "").await;
    assert_eq!(old.status, StatusCode::UNAUTHORIZED);
    let new = office.sign_in("clara@lakes.example", other, "").await;
    assert_eq!(new.status, StatusCode::SEE_OTHER);
    // Asking is counted like signing in.
    office.wait(1_000);
    for _ in 0..3 {
        office
            .post_as("", "/en/account/forgotten", &form(&[("email", "clara@lakes.example")]))
            .await;
    }
    let got = office
        .post_as("", "/en/account/forgotten", &form(&[("email", "clara@lakes.example")]))
        .await;
    assert_eq!((got.status, got.header("retry-after")), (StatusCode::TOO_MANY_REQUESTS, "60"));
}

#[tokio::test]
async fn sessions_are_ended_by_their_owner() {
    let office = Office::new().await;
    let clara = office.account("Ms Clara SOUND", "clara@lakes.example").await;
    office.account("Mr Otto BAY", "otto@lakes.example").await;
    let here = office.session("clara@lakes.example").await;
    let there = office.session("clara@lakes.example").await;
    let other = office.session("otto@lakes.example").await;
    let is_in =
        async |session: &str| office.get_as(session, "/en/account").await.status == StatusCode::OK;
    let secret = there.split_once('=').expect("a cookie").1;
    let hash = store::Secret(secret).hash().to_string();
    let page = office.get_as(&here, "/en/account").await;
    assert!(page.text().contains(&hash) && !page.text().contains(secret));
    // Nobody ends another's.
    let end = form(&[("end", &hash)]);
    office.post_as(&other, "/en/account/sessions", &end).await;
    assert!(is_in(&there).await);
    let got = office.post_as(&here, "/en/account/sessions", &end).await;
    assert_eq!(got.header("location"), "/en/account?done=sessions");
    assert!(!is_in(&there).await && is_in(&here).await);
    office.wait(1_000);
    let there = office.session("clara@lakes.example").await;
    office.post_as(&here, "/en/account/sessions", &form(&[("end", "others")])).await;
    assert!(!is_in(&there).await && is_in(&here).await && is_in(&other).await);
    let odd = office.post_as(&here, "/en/account/sessions", &form(&[("end", "x")])).await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);

    // Another password signs out everywhere else.
    office.wait(1_000);
    let there = office.session("clara@lakes.example").await;
    let new = "harbours and their lights";
    let change =
        |present: &str, new: &str| form(&[("present", present), ("password", new), ("again", new)]);
    for (present, new, says) in [
        ("wrong", new, "not your present password"),
        (PASSWORD, "short", "at least 12 characters"),
        (PASSWORD, "clara@LAKES.example", "too easy to guess"),
    ] {
        let got = office.post_as(&here, "/en/account/password", &change(present, new)).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(got.text().contains(says), "{says}");
        assert!(is_in(&there).await);
    }
    let got = office.post_as(&here, "/en/account/password", &change(PASSWORD, new)).await;
    assert_eq!(got.header("location"), "/en/account?done=changed");
    assert!(!is_in(&there).await && is_in(&here).await);
    let hash = office.store().password(clara).await.expect("asked").expect("there");
    assert!(hash.starts_with("$argon2id$") && !hash.contains(new));
}

/// What somebody typed is shown as they typed it, and never runs.
#[tokio::test]
async fn script_in_every_field_is_text() {
    const SCRIPT: &str = "\"><script>alert('x')</script>";
    let office = Office::new().await;
    let (ada, session) = administrator(&office).await;
    let first = format!("<i>{SCRIPT}");
    let agent = [("user-agent", SCRIPT), ("sec-fetch-site", "same-origin")];
    let body = form(&[("email", "ada@lakes.example"), ("password", PASSWORD)]);
    office.post_with("", "/en/account/sign-in", &body, &agent).await;
    let own = format!("/en/desk/people/{}", ada.0);
    let fields = [
        ("name", SCRIPT),
        ("email", SCRIPT),
        ("password", SCRIPT),
        ("again", SCRIPT),
        ("present", SCRIPT),
        ("back", SCRIPT),
        ("role", SCRIPT),
        ("kind", SCRIPT),
        ("en", SCRIPT),
        ("fr", SCRIPT),
        ("dossier", SCRIPT),
        ("body", SCRIPT),
    ];
    let named = [("name", first.as_str()), ("email", "<script>@lakes.example")];
    let made = office.post_as(&session, "/en/desk/people", &form(&named)).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let renamed = [("name", first.as_str()), ("email", "ada@lakes.example")];
    office.post_as(&session, &own, &form(&renamed)).await;
    let staff = [("role", "group-staff"), ("body", SCRIPT)];
    let granted = office.post_as(&session, &format!("{own}/roles"), &form(&staff)).await;
    assert_eq!(granted.status, StatusCode::SEE_OTHER);
    let group = [("kind", "group"), ("en", SCRIPT), ("fr", "")];
    let listed = office.post_as(&session, "/en/desk/people/bodies", &form(&group)).await;
    assert_eq!(listed.status, StatusCode::SEE_OTHER);
    office.post_as(&session, &format!("{own}/belongs"), &form(&[("join", "1")])).await;
    let mut pages = vec![made];
    for path in
        ["/en/account", "/en/desk/people", "/en/desk/people/bodies", &own, "/en/account/sign-in"]
    {
        pages.push(office.get_as(&session, path).await);
    }
    office.wait(1_000);
    for path in [
        "/en/account/sign-in",
        "/en/account/forgotten",
        "/en/account/password",
        "/en/desk/people",
        &own,
        &format!("{own}/roles"),
        &format!("{own}/revoke"),
        &format!("{own}/state"),
        "/en/desk/people/bodies",
    ] {
        pages.push(office.post_as(&session, path, &form(&fields)).await);
    }
    let link = Office::new().await;
    let first = link.server.first_link().await.expect("asked").expect("nobody is there");
    pages.push(link.post_as("", &first, &form(&fields)).await);
    for page in &pages {
        assert!(
            !page.text().contains("<script>alert") && !page.text().contains("<i>"),
            "{}",
            page.text()
        );
        assert!(!page.text().contains("account-"), "a message is missing: {}", page.text());
    }
    assert!(pages.iter().filter(|page| page.text().contains("&lt;script&gt;")).count() >= 6);
}

/// What is sent without a form, in another coding, or in too great a size is refused, and does no harm.
#[tokio::test]
async fn odd_bodies_are_refused() {
    let office = Office::new().await;
    let (_, session) = administrator(&office).await;
    let huge = format!("name={}", "x".repeat(10_000_000));
    let got = office.post_as(&session, "/fr/desk/people", &huge).await;
    assert_eq!(got.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(got.text().contains("L’envoi est trop grand"));
    let got = office.post_as(&session, "/fr/desk/people", "name=a&name=b").await;
    assert_eq!(got.status, StatusCode::BAD_REQUEST);
    assert!(got.text().contains("L’envoi est illisible"));
    let zero = form(&[("name", "a\0b"), ("email", "a@b")]);
    let got = office.post_as(&session, "/fr/desk/people", &zero).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    let got = office.sign_in("a\0b@lakes.example", PASSWORD, "").await;
    assert_eq!(got.status, StatusCode::UNAUTHORIZED);
}

/// The same on PostgreSQL, in short.
#[tokio::test]
async fn on_postgresql_too() {
    let office = Office::postgres().await;
    let link = office.server.first_link().await.expect("asked").expect("nobody is there");
    let got = office.post_as("", &link, &form(&first_fields("ada@lakes.example"))).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER);
    assert_eq!(office.get(&link).await.status, StatusCode::GONE);
    let session = office.session("ada@lakes.example").await;
    let named = [("name", "Ms Clara SOUND"), ("email", "clara@lakes.example")];
    let made = office.post_as(&session, "/en/desk/people", &form(&named)).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let again = office.post_as(&session, "/en/desk/people", &form(&named)).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    office.post_as(&session, "/en/account/sign-out", "").await;
    assert_eq!(office.get_as(&session, "/en/desk/people").await.status, StatusCode::UNAUTHORIZED);
    let got = office.sign_in("nobody\0@lakes.example", PASSWORD, "").await;
    assert_eq!(got.status, StatusCode::UNAUTHORIZED);
}
