//! Any bytes give a dossier and findings whose places lie in the file, and it can be written.
#![no_main]

use engine::state::Profile;
use engine::{State, json, read, txt};
use libfuzzer_sys::fuzz_target;
use source::SourceFile;
use std::sync::Arc;

fuzz_target!(|bytes: &[u8]| {
    let file = Arc::new(SourceFile::decode("fuzzed", bytes));
    let read = read::read(Arc::clone(&file));
    for finding in &read.findings {
        assert!(file.text.get(finding.at().range()).is_some(), "{finding:?}");
    }
    for text in read.dossier.amendments.iter().flat_map(|amendment| &amendment.texts) {
        for piece in text.origin.pieces() {
            let (from, at, len) = (piece.text as usize, piece.file as usize, piece.len as usize);
            assert_eq!(text.wording.get(from..from + len), file.text.get(at..at + len));
        }
    }
    let Some(lang) = read.dossier.versions.first().map(|version| version.lang) else { return };
    let written = json::write(&read.dossier);
    assert!(json::read(&written).is_ok(), "{written}");
    let state = State::new(read.dossier, Profile::default(), Vec::new());
    txt::write(&state, lang);
});
