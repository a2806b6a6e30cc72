//! Programs that ask a server with a token.
#![allow(dead_code, reason = "each test file uses a part")]

use crate::common::Got;
use crate::office::Office;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use hemicycle_web::permission::Role;
use http_body_util::BodyExt;
use procedure::event::Time;
use serde_json::Value;
use store::{AccountId, Secret};
use tower::ServiceExt;

/// Every scope.
pub const ALL: &str = "read draft table office sitting import people account";

/// A program; without a token, anybody.
pub struct Program<'a> {
    pub office: &'a Office,
    pub token: String,
}

impl<'a> Program<'a> {
    /// Anybody.
    pub fn nobody(office: &'a Office) -> Self {
        Self { office, token: String::new() }
    }

    /// For a new account of this name and role.
    pub async fn of(office: &'a Office, name: &str, role: Role, scopes: &str) -> Self {
        let email = format!("{}@lakes.example", name.to_lowercase().replace(' ', "."));
        let account = office.account(name, &email).await;
        office.grant(account, role).await;
        Self::for_account(office, account, scopes).await
    }

    pub async fn for_account(office: &'a Office, account: AccountId, scopes: &str) -> Self {
        let token = format!("hemicycle_{}{scopes}", account.0).replace(' ', "-");
        let now = office.server.now();
        let until = Time::of_unix(now.unix() + 86_400);
        let given = ("test", scopes);
        let added = office.store().add_token(Secret(&token), account, given, &now, Some(&until));
        added.await.expect("a token");
        Self { office, token }
    }

    pub async fn ask(
        &self,
        method: Method,
        path: &str,
        body: impl Into<Body>,
        headers: &[(&str, &str)],
    ) -> Got {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if !self.token.is_empty() {
            request = request.header("authorization", format!("Bearer {}", self.token));
        }
        if !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.into()).expect("a request");
        let response = self.office.router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.into_body().collect().await.expect("a body").to_bytes().to_vec();
        Got { status, headers, body }
    }

    pub async fn get(&self, path: &str) -> Got {
        self.ask(Method::GET, path, Body::empty(), &[]).await
    }

    pub async fn post(&self, path: &str, body: &Value, headers: &[(&str, &str)]) -> Got {
        self.ask(Method::POST, path, body.to_string(), headers).await
    }

    /// What can be read there.
    pub async fn read(&self, path: &str) -> Value {
        let got = self.get(path).await;
        assert_eq!(got.status, StatusCode::OK, "{path}: {}", got.text());
        json(&got)
    }

    /// Records an event on the last one.
    pub async fn record(&self, event: &Value) -> Got {
        let seen = format!("\"{}\"", self.seen());
        self.post("/dossiers/412-lakes/events", event, &[("if-match", &seen)]).await
    }

    pub async fn done(&self, event: Value) -> Value {
        let got = self.record(&event).await;
        assert_eq!(got.status, StatusCode::CREATED, "{event}: {}", got.text());
        json(&got)
    }

    pub fn seen(&self) -> u64 {
        self.office.server.site.get("412-lakes").expect("it is shown").head.seq
    }
}

pub fn json(got: &Got) -> Value {
    serde_json::from_slice(&got.body).expect("JSON")
}

/// That something was refused, and how.
#[track_caller]
pub fn refused(got: &Got, status: StatusCode, code: &str) {
    assert_eq!(got.status, status, "{}", got.text());
    assert_eq!(got.header("content-type"), "application/problem+json", "{}", got.text());
    assert_eq!(got.header("cache-control"), "no-store");
    let problem = json(got);
    assert_eq!(problem["code"], code, "{problem}");
    assert_eq!(problem["status"], status.as_u16());
    assert_eq!(problem["type"], "about:blank");
    assert!(problem["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{problem}");
}
