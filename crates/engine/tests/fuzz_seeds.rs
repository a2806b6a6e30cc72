//! What the fuzz targets begin with, and what they once found, is replayed in every test run.

use std::path::Path;
use testkit::fuzzed;

/// The seeds of one target: its own, and for the targets of wordings those of both.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(target);
    let entries = std::fs::read_dir(folder).expect("the folder is part of the repository");
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no seeds of {target}");
    paths.iter().map(|path| std::fs::read(path).expect("a seed can be read")).collect()
}

fn texts(target: &str) -> Vec<String> {
    seeds(target).iter().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect()
}

#[test]
fn reader() {
    seeds("reader").iter().for_each(|bytes| fuzzed::reader(bytes));
}

#[test]
fn wordings() {
    for text in texts("wordings").iter().chain(&texts("adoption")) {
        fuzzed::wordings(text);
    }
}

#[test]
fn adoption() {
    for text in texts("wordings").iter().chain(&texts("adoption")) {
        fuzzed::adoption(text);
    }
}
