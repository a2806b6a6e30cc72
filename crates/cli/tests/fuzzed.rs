//! What the fuzz targets of the readers begin with, and what they once found, is replayed in every test run.
//! The targets that need no other crate than the engine have theirs in `crates/engine/tests/fuzz_seeds.rs`.

use std::path::Path;

#[path = "../../../fuzz/bodies/akoma_ntoso.rs"]
mod akoma_ntoso;
#[path = "../../../fuzz/bodies/html.rs"]
mod html;
#[path = "../../../fuzz/bodies/json.rs"]
mod json;
#[path = "../../../fuzz/bodies/office.rs"]
mod office;
#[path = "../../../fuzz/bodies/pdf.rs"]
mod pdf;

fn each_seed(target: &str, run: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(target);
    let entries = std::fs::read_dir(folder).expect("the folder is part of the repository");
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no seeds of {target}");
    paths.iter().for_each(|path| run(&std::fs::read(path).expect("a seed can be read")));
}

/// The same, for a target that takes text.
fn each_text(target: &str, run: impl Fn(&str)) {
    each_seed(target, |bytes| run(std::str::from_utf8(bytes).expect("the seeds are text")));
}

#[test]
fn akoma_ntoso() {
    each_text("akoma_ntoso", akoma_ntoso::run);
}

#[test]
fn html() {
    each_seed("html", html::run);
}

#[test]
fn json() {
    each_text("json", json::run);
}

#[test]
fn office() {
    each_seed("office", office::run);
}

#[test]
fn pdf() {
    each_seed("pdf", pdf::run);
}
