//! What the fuzz targets begin with (and what they once found) is replayed in every test run.

use hemicycle_engine::read::read;
use hemicycle_engine::state::Profile;
use hemicycle_engine::{State, json, txt};
use source::SourceFile;
use std::path::Path;
use std::sync::Arc;

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(target);
    let entries = std::fs::read_dir(folder).expect("the folder is part of the repository");
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let found: Vec<Vec<u8>> = paths.filter_map(|path| std::fs::read(path).ok()).collect();
    assert!(!found.is_empty());
    found
}

#[test]
fn reader() {
    for bytes in seeds("reader") {
        let dossier = read(Arc::new(SourceFile::decode("seed", &bytes))).dossier;
        assert!(json::read(&json::write(&dossier)).is_ok());
        let Some(lang) = dossier.versions.first().map(|version| version.lang) else { continue };
        txt::write(&State::new(dossier, Profile::default(), Vec::new()), lang);
    }
}

#[test]
fn wordings() {
    for bytes in seeds("wordings") {
        for language in instruction::style::languages() {
            instruction::parse(&String::from_utf8_lossy(&bytes), language);
        }
    }
}
