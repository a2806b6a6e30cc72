//! Benchmarks of the site: `cargo bench -p hemicycle-web`. `docs/benchmarks.md` says what was seen.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use divan::{Bencher, black_box};
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
use std::sync::Arc;
use testkit::compendium::Compendium;
use text::Lang;
use tokio::runtime::Runtime;
use tower::ServiceExt;

fn main() {
    divan::main();
}

/// A dossier page that was made before: a median of at most 10 ms is asked for with 500 amendments.
#[divan::bench(args = [100, 500])]
fn from_cache(bencher: Bencher<'_, '_>, amendments: usize) {
    let site = site(amendments);
    served(bencher, &site, "/en/900");
}

/// A page that is made for one visitor.
#[divan::bench(args = [100, 500], sample_count = 20, sample_size = 1)]
fn searched(bencher: Bencher<'_, '_>, amendments: usize) {
    let site = site(amendments);
    served(bencher, &site, "/en/900?q=lamps+spring");
}

/// The first page behind an event: drawn, written and packed.
#[divan::bench(args = [100, 500], sample_count = 5, sample_size = 1)]
fn first(bencher: Bencher<'_, '_>, amendments: usize) {
    let (runtime, lines, dossier) = (runtime(), log(amendments), dossier(amendments));
    let held = || Held::read("900", [dossier.clone()], lines.as_bytes()).expect("they fit");
    bencher
        .with_inputs(|| router(held()))
        .bench_local_values(|router| ask(&runtime, &router, "/en/900"));
}

fn served(bencher: Bencher<'_, '_>, router: &Router, path: &str) {
    let runtime = runtime();
    ask(&runtime, router, path);
    bencher.bench_local(|| ask(&runtime, black_box(router), path));
}

fn ask(runtime: &Runtime, router: &Router, path: &str) -> usize {
    runtime.block_on(async {
        let request = Request::get(path).header("accept-encoding", "gzip");
        let request = request.body(Body::empty()).expect("a request");
        let response = router.clone().oneshot(request).await.expect("an answer");
        assert_eq!(response.status(), 200);
        response.into_body().collect().await.expect("a body").to_bytes().len()
    })
}

fn runtime() -> Runtime {
    Runtime::new().expect("a runtime")
}

fn site(amendments: usize) -> Router {
    let held = Held::read("900", [dossier(amendments)], log(amendments).as_bytes());
    router(held.expect("they fit"))
}

fn router(held: Held) -> Router {
    let names = Names { en: "Assembly".to_owned(), fr: "Assemblée".to_owned() };
    let site = Site::new(names, "", "bench", 2);
    site.put(Arc::new(held));
    hemicycle_web::site::router(Arc::new(site))
}

fn log(amendments: usize) -> String {
    let dossier = dossier(amendments);
    let rules = rules::named("pace", "2024").expect("it comes with the program");
    let sitting = Sitting::new(&dossier, Course::default(), rules);
    let event = opening(&sitting.state, rules, b"");
    let entry = Head::default().next(Time::of_unix(0), "clerk", event, Vec::new());
    format!("{}\n", entry.line())
}

fn dossier(amendments: usize) -> engine::Dossier {
    let mut bytes = Vec::new();
    let written = Compendium::new(amendments, Lang::EN, 1).write(&mut bytes);
    written.expect("a vector takes all bytes");
    let file = Arc::new(SourceFile::decode("generated.txt", &bytes));
    open::open(vec![file]).state.dossier
}
