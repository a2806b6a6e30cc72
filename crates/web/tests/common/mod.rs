//! A site of the example dossiers, and requests to it.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use engine::open;
use engine::sitting::{Sitting, opening};
use hemicycle_web::pages::Names;
use hemicycle_web::{Held, Site};
use http_body_util::BodyExt;
use procedure::event::Time;
use procedure::log::Head;
use procedure::rules;
use procedure::state::State as Course;
use source::SourceFile;
use std::path::PathBuf;
use std::sync::Arc;
use tower::ServiceExt;

/// An answer, whole.
#[derive(Debug)]
pub struct Got {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Got {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text in UTF-8")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("plain letters"))
    }
}

pub fn names() -> Names {
    Names { en: "Assembly of the Lakes".to_owned(), fr: "Assemblée des lacs".to_owned() }
}

/// The lakes with their whole log.
pub fn lakes() -> Held {
    let log = std::fs::read(example("sitting.jsonl")).expect("the example");
    Held::read("412-lakes", [dossier(&["lakes-en.txt", "lakes-fr.txt"])], &log).expect("they fit")
}

/// The lakes in the middle of their sitting.
pub fn sitting() -> Held {
    let log = std::fs::read(example("sitting.jsonl")).expect("the example");
    let lines: Vec<u8> =
        log.split_inclusive(|byte| *byte == b'\n').take(64).flatten().copied().collect();
    let dossier = dossier(&["lakes-en.txt", "lakes-fr.txt"]);
    Held::read("412-sitting", [dossier], &lines).expect("they fit")
}

/// A dossier on which a log was opened and nothing happened.
pub fn opened(slug: &str, dossier: engine::Dossier) -> Held {
    let rules = rules::named("pace", "2024").expect("it comes with the program");
    let sitting = Sitting::new(&dossier, Course::default(), rules);
    let time = Time::parse("2031-10-14T08:30:00Z").expect("a moment");
    let event = opening(&sitting.state, rules, b"");
    let line = Head::default().next(time, "clerk", event, Vec::new()).line();
    Held::read(slug, [dossier], format!("{line}\n").as_bytes()).expect("they fit")
}

pub fn site() -> Arc<Site> {
    let site = Site::new(names(), "", "test", 2);
    site.put(Arc::new(lakes()));
    site.put(Arc::new(sitting()));
    let harbours = dossier(&["harbours-en.txt", "harbours-fr.txt"]);
    site.put(Arc::new(opened("415-harbours", harbours)));
    site.put(Arc::new(opened("27-bill", dossier(&["bill.txt"]))));
    Arc::new(site)
}

pub fn router() -> Router {
    hemicycle_web::site::router(site())
}

pub fn dossier(names: &[&str]) -> engine::Dossier {
    let file = |name: &&str| {
        let bytes = std::fs::read(example(name)).expect("the example");
        Arc::new(SourceFile::decode(*name, &bytes))
    };
    open::open(names.iter().map(file).collect()).state.dossier
}

pub fn example(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

pub async fn get(router: &Router, path: &str) -> Got {
    ask(router, "GET", path, &[]).await
}

pub async fn ask(router: &Router, method: &str, path: &str, headers: &[(&str, &str)]) -> Got {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    let response = router.clone().oneshot(request).await.expect("an answer");
    let (status, headers) = (response.status(), response.headers().clone());
    let body = response.into_body().collect().await.expect("a body").to_bytes().to_vec();
    Got { status, headers, body }
}
