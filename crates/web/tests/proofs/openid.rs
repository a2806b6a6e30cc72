//! Signing in through an identity provider: one of our own, that signs what a test lets it say.

use crate::common::Got;
use crate::cookie;
use crate::office::{self, Office, form};
use axum::Router;
use axum::extract::{Form, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, StatusCode};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hemicycle_web::account::{Proofs, Told};

use openidconnect::core::{
    CoreEdDsaPrivateSigningKey, CoreIdToken, CoreIdTokenClaims, CoreJsonWebKeySet,
    CoreJwsSigningAlgorithm,
};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};
use store::AccountId;
use tokio::net::TcpListener;

const CLIENT: &str = "amendments";
const SECRET: &str = "the secret of the site";
const BACK: &str = "https://lakes.example/en/account/openid/back";

/// What the provider says.
#[derive(Clone)]
struct Says {
    subject: &'static str,
    email: Option<(&'static str, bool)>,
    /// Whether the address is told at the other address alone.
    elsewhere: bool,
    issuer: Option<&'static str>,
    audience: &'static str,
    nonce: Option<&'static str>,
    /// Seconds for which the token counts; fewer than none where it has ended.
    lasts: i64,
    /// The key that it signs with, and those that it says are its own.
    key: u8,
    known: u8,
}

impl Says {
    fn who(subject: &'static str, email: &'static str) -> Self {
        Self {
            subject,
            email: Some((email, true)),
            elsewhere: false,
            issuer: None,
            audience: CLIENT,
            nonce: None,
            lasts: 300,
            key: 1,
            known: 1,
        }
    }
}

/// A provider: it lets everybody in who comes, as whom the test says.
#[derive(Clone)]
struct Provider {
    issuer: String,
    says: Arc<Mutex<Says>>,
    /// How often its keys were asked for.
    asked: Arc<Mutex<usize>>,
    /// What it was asked for when somebody came, by the code that it gave: challenge and nonce.
    came: Arc<Mutex<BTreeMap<String, (String, String)>>>,
}

fn key(number: u8) -> CoreEdDsaPrivateSigningKey {
    // A key of Ed25519 in the form of PKCS 8: what stands before the 32 bytes is always the same.
    let mut der = vec![0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    der.extend([number; 32]);
    let text = STANDARD.encode(der);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{text}\n-----END PRIVATE KEY-----\n");
    let name = JsonWebKeyId::new(number.to_string());
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(name)).expect("a key")
}

impl Provider {
    async fn begin() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let says = Arc::new(Mutex::new(Says::who("7", "clara@lakes.example")));
        let provider = Self { issuer, says, asked: Arc::default(), came: Arc::default() };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovered))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/person", get(person))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    fn says(&self, says: Says) {
        *self.says.lock().expect("it holds") = says;
    }

    /// Somebody comes to the page that the site sent them to, signs in, and is sent back: where to.
    fn visited(&self, location: &str) -> String {
        let rest = location.strip_prefix(&format!("{}/enter?", self.issuer)).expect("the provider");
        let asked: BTreeMap<&str, String> = rest
            .split('&')
            .map(|pair| pair.split_once('=').expect("a pair"))
            .map(|(name, value)| (name, plain(value)))
            .collect();
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["client_id"], CLIENT);
        assert_eq!(asked["redirect_uri"], BACK);
        assert_eq!(asked["scope"], "openid email");
        assert_eq!(asked["code_challenge_method"], "S256");
        let mut came = self.came.lock().expect("it holds");
        let code = format!("code-{}", came.len());
        came.insert(code.clone(), (asked["code_challenge"].clone(), asked["nonce"].clone()));
        format!("/en/account/openid/back?code={code}&state={}", asked["state"])
    }
}

fn plain(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let pair = [rest.next().expect("a digit"), rest.next().expect("a digit")];
                let pair = std::str::from_utf8(&pair).expect("digits");
                bytes.push(u8::from_str_radix(pair, 16).expect("digits"));
            }
            b'+' => bytes.push(b' '),
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).expect("text")
}

/// JSON, as a provider answers.
type Json = ([(HeaderName, &'static str); 1], String);

fn answer(value: &impl Serialize) -> Json {
    ([(CONTENT_TYPE, "application/json")], serde_json::to_string(value).expect("JSON"))
}

async fn discovered(State(provider): State<Provider>) -> Json {
    let at = |end: &str| format!("{}{end}", provider.issuer);
    answer(&json!({
        "issuer": provider.issuer,
        "authorization_endpoint": at("/enter"),
        "token_endpoint": at("/token"),
        "userinfo_endpoint": at("/person"),
        "jwks_uri": at("/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
    }))
}

async fn keys(State(provider): State<Provider>) -> Json {
    *provider.asked.lock().expect("it holds") += 1;
    let known = provider.says.lock().expect("it holds").known;
    answer(&CoreJsonWebKeySet::new(vec![key(known).as_verification_key()]))
}

async fn token(
    State(provider): State<Provider>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Json, StatusCode> {
    use sha2::Digest;
    let found = provider.came.lock().expect("it holds").remove(&sent["code"]);
    let (challenge, nonce) = found.ok_or(StatusCode::BAD_REQUEST)?;
    let shown = sha2::Sha256::digest(sent["code_verifier"].as_bytes());
    let shown = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(shown);
    assert_eq!((shown, &*sent["redirect_uri"]), (challenge, BACK), "who asks is who began");
    let says = provider.says.lock().expect("it holds").clone();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("later").as_secs().cast_signed();
    let mut claims = json!({
        "iss": says.issuer.unwrap_or(&provider.issuer),
        "sub": says.subject,
        "aud": [says.audience],
        "iat": now - 600,
        "exp": now + says.lasts,
        "nonce": says.nonce.map_or(nonce, str::to_owned),
    });
    if let Some((email, verified)) = says.email.filter(|_| !says.elsewhere) {
        claims["email"] = json!(email);
        claims["email_verified"] = json!(verified);
    }
    let claims: CoreIdTokenClaims = serde_json::from_value(claims).expect("claims");
    let signed =
        CoreIdToken::new(claims, &key(says.key), CoreJwsSigningAlgorithm::EdDsa, None, None);
    let signed = signed.expect("signed").to_string();
    Ok(answer(&json!({ "access_token": "access", "token_type": "Bearer", "id_token": signed })))
}

async fn person(State(provider): State<Provider>) -> Json {
    let says = provider.says.lock().expect("it holds").clone();
    let (email, verified) = says.email.unwrap_or(("", false));
    answer(&json!({ "sub": says.subject, "email": email, "email_verified": verified.to_string() }))
}

/// A site that asks a provider, and an account on it that has no password.
async fn site() -> (Office, Provider, AccountId) {
    let provider = Provider::begin().await;
    let told = Told {
        issuer: Some(provider.issuer.clone()),
        client: Some(CLIENT.to_owned()),
        secret: Some(SECRET.to_owned()),
        provider: Some("the Lakes directory".to_owned()),
        ..Told::default()
    };
    let proofs = Proofs::new(told, "https://lakes.example", "Lakes").expect("they fit");
    let office = Office::https().await.proving(proofs);
    let now = office.server.now();
    let clara = office.store().add_account("Ms Clara SOUND", "clara@lakes.example", None, &now);
    let clara = clara.await.expect("new").id;
    (office, provider, clara)
}

/// Somebody goes to the provider from the page for signing in, and comes back.
async fn through(office: &Office, provider: &Provider) -> Got {
    let begun = office.get("/en/account/openid?back=/fr/412-lakes").await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    let kept = cookie(&begun, "__Host-begun").expect("kept");
    let got = office.get_as(&kept, &provider.visited(begun.header("location"))).await;
    assert_eq!(cookie(&got, "__Host-begun").as_deref(), Some("__Host-begun="), "it is forgotten");
    got
}

#[tokio::test]
async fn whoever_the_provider_knows_is_signed_in() {
    let (office, provider, clara) = site().await;
    let page = office.get("/en/account/sign-in?back=/fr/412-lakes").await;
    let way = "href=\"/en/account/openid?back=%2Ffr%2F412-lakes\">Sign in with the Lakes directory";
    assert!(page.text().contains(way), "{}", page.text());

    let got = through(&office, &provider).await;
    assert_eq!((got.status, got.header("location")), (StatusCode::SEE_OTHER, "/fr/412-lakes"));
    let session = cookie(&got, "__Host-session").expect("signed in");
    let own = office.get_as(&session, "/en/account").await;
    assert!(own.text().contains("Ms Clara SOUND") && own.text().contains("is known to the Lakes"));
    let known = vec![(provider.issuer.clone(), "7".to_owned())];
    assert_eq!(office.store().identities_of(clara).await, Ok(known));

    // Known once, another address there is nothing to us; and the keys were asked for once.
    provider.says(Says::who("7", "sound@elsewhere.example"));
    let got = through(&office, &provider).await;
    assert!(cookie(&got, "__Host-session").is_some());
    assert_eq!(*provider.asked.lock().expect("it holds"), 1);

    // Somebody else who was given the address is not let in.
    provider.says(Says::who("8", "clara@lakes.example"));
    let got = through(&office, &provider).await;
    assert_eq!(got.status, StatusCode::FORBIDDEN);
    assert!(cookie(&got, "__Host-session").is_none());

    // Who may not sign in may not do so there either.
    office.store().set_disabled(clara, true).await.expect("disabled");
    provider.says(Says::who("7", "clara@lakes.example"));
    assert_eq!(through(&office, &provider).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_address_counts_where_it_is_verified() {
    let (office, provider, _) = site().await;
    for email in [None, Some(("clara@lakes.example", false)), Some(("otto@lakes.example", true))] {
        provider.says(Says { email, ..Says::who("7", "") });
        let got = through(&office, &provider).await;
        assert_eq!(got.status, StatusCode::FORBIDDEN, "{email:?}");
        assert!(got.text().contains("but have no account here"), "{}", got.text());
        assert!(cookie(&got, "__Host-session").is_none());
    }
    // Some tell the address to whoever asks with the token alone, and write what is true as text.
    provider.says(Says { elsewhere: true, ..Says::who("7", "Clara@LAKES.example") });
    assert!(cookie(&through(&office, &provider).await, "__Host-session").is_some());
}

#[tokio::test]
async fn what_the_provider_did_not_say_to_us_now_is_refused() {
    let (office, provider, _) = site().await;
    let usual = Says::who("7", "clara@lakes.example");
    for (what, says) in [
        ("another signs", Says { key: 2, ..usual.clone() }),
        ("another issuer", Says { issuer: Some("https://other.example"), ..usual.clone() }),
        ("for another site", Says { audience: "another", ..usual.clone() }),
        ("an earlier answer", Says { nonce: Some("earlier"), ..usual.clone() }),
        ("too late", Says { lasts: -1, ..usual.clone() }),
    ] {
        provider.says(says);
        let got = through(&office, &provider).await;
        assert_eq!(got.status, StatusCode::UNAUTHORIZED, "{what}");
        assert!(got.text().contains("What came from the Lakes directory does not hold"), "{what}");
        assert!(cookie(&got, "__Host-session").is_none(), "{what}");
    }
    // It has another key by now: that is asked for.
    provider.says(Says { key: 2, known: 2, ..usual });
    assert!(cookie(&through(&office, &provider).await, "__Host-session").is_some());
}

#[tokio::test]
async fn an_answer_is_for_the_browser_that_asked_and_once() {
    let (office, provider, _) = site().await;
    let begun = office.get("/en/account/openid").await;
    let kept = cookie(&begun, "__Host-begun").expect("kept");
    let back = provider.visited(begun.header("location"));
    let late = |got: Got| {
        assert_eq!(got.status, StatusCode::BAD_REQUEST);
        assert!(got.text().contains("begun in another browser"), "{}", got.text());
        assert!(cookie(&got, "__Host-session").is_none());
    };
    // Another browser: nothing is begun there, or something else.
    late(office.get(&back).await);
    let other = office.get("/en/account/openid").await;
    late(office.get_as(&cookie(&other, "__Host-begun").expect("kept"), &back).await);
    assert!(cookie(&office.get_as(&kept, &back).await, "__Host-session").is_some());
    late(office.get_as(&kept, &back).await);

    // Too late.
    let begun = office.get("/en/account/openid").await;
    let kept = cookie(&begun, "__Host-begun").expect("kept");
    office.wait(600);
    late(office.get_as(&kept, &provider.visited(begun.header("location"))).await);

    // Somebody thought better of it.
    let begun = office.get("/en/account/openid?back=/fr/412-lakes").await;
    let kept = cookie(&begun, "__Host-begun").expect("kept");
    let back = provider.visited(begun.header("location"));
    let state = back.split_once("state=").expect("the state").1;
    let back = format!("/en/account/openid/back?error=access_denied&state={state}");
    let got = office.get_as(&kept, &back).await;
    assert_eq!(got.status, StatusCode::UNAUTHORIZED);
    assert!(got.text().contains("the Lakes directory did not sign you in"));
    assert!(got.text().contains("value=\"/fr/412-lakes\""), "the password leads there, too");
}

#[tokio::test]
async fn ones_own_account_is_made_known_there() {
    let (office, provider, clara) = site().await;
    let otto = office.account("Mr Otto BANK", "otto@lakes.example").await;
    let session = office.session("otto@lakes.example").await;
    let own = office.get_as(&session, "/en/account").await;
    assert!(own.text().contains("Let the Lakes directory know this account"));

    provider.says(Says { email: None, ..Says::who("9", "") });
    let link = async |session: &str| {
        let page = office.post_as(session, "/en/account/openid", "").await;
        assert_eq!(page.status, StatusCode::OK);
        let text = page.text().replace("&amp;", "&");
        let (_, rest) = text.split_once("class=\"button\" href=\"").expect("a way");
        let to = rest.split_once('"').expect("its end").0.to_owned();
        (cookie(&page, "__Host-begun").expect("kept"), provider.visited(&to))
    };
    let (kept, back) = link(&session).await;
    let got = office.get_as(&format!("{session}; {kept}"), &back).await;
    assert_eq!(got.header("location"), "/en/account?done=openid", "{}", got.text());
    let got = through(&office, &provider).await;
    assert!(cookie(&got, "__Host-session").is_some(), "without an address");

    // Another's cannot be one's own as well; and another who is signed in by now is not who began.
    let clara_session = {
        provider.says(Says::who("7", "clara@lakes.example"));
        cookie(&through(&office, &provider).await, "__Host-session").expect("signed in")
    };
    let (kept, back) = link(&session).await;
    let got = office.get_as(&format!("{session}; {kept}"), &back).await;
    assert_eq!(got.status, StatusCode::CONFLICT);
    let (kept, back) = link(&session).await;
    let got = office.get_as(&format!("{clara_session}; {kept}"), &back).await;
    assert_eq!(got.status, StatusCode::FORBIDDEN);
    assert_eq!(office.store().identities_of(clara).await.expect("known").len(), 1);

    let got = office.post_as(&session, "/en/account/openid/end", "").await;
    assert_eq!(got.header("location"), "/en/account?done=openid-end");
    assert_eq!(office.store().identities_of(otto).await, Ok(vec![]));
    // A visitor has no account to make known.
    assert_eq!(office.post_as("", "/en/account/openid", "").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_provider_that_does_not_answer_leaves_the_password() {
    let told = Told {
        issuer: Some("http://127.0.0.1:9".to_owned()),
        client: Some(CLIENT.to_owned()),
        ..Told::default()
    };
    let proofs = Proofs::new(told, "https://lakes.example", "Lakes").expect("they fit");
    let office = Office::https().await.proving(proofs);
    office.account("Ms Clara SOUND", "clara@lakes.example").await;
    let got = office.get("/fr/account/openid").await;
    assert_eq!(got.status, StatusCode::BAD_GATEWAY);
    assert!(got.text().contains("127.0.0.1:9 ne répond pas"), "{}", got.text());
    let fields = [("email", "clara@lakes.example"), ("password", office::PASSWORD)];
    let got = office.post_as("", "/en/account/sign-in", &form(&fields)).await;
    assert_eq!(got.status, StatusCode::SEE_OTHER);
    // Where there is no provider there are no such pages.
    let plain = Office::https().await;
    assert_eq!(plain.get("/en/account/openid").await.status, StatusCode::NOT_FOUND);
    assert!(!plain.get("/en/account/sign-in").await.text().contains("account/openid"));
}
