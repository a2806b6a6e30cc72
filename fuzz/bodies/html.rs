//! Any bytes are read as a web page or refused; what was read is a dossier like any other.

use engine::read::{Finding, read};
use source::SourceFile;
use std::sync::Arc;

/// One run of the target.
pub fn run(bytes: &[u8]) {
    let Ok(page) = intake::html(bytes) else { return };
    assert_eq!(page.places.len(), page.text.lines().count());
    let lines = bytes.len() as u32 + 1;
    assert!(page.places.iter().all(|place| place.page == 0 && place.line <= lines), "{page:?}");
    let findings = page.findings();
    let file = Arc::new(SourceFile::new("fuzzed", page.text));
    let mut read = read(Arc::clone(&file));
    testkit::fuzzed::exact(&read, &file);
    read.findings.extend(findings.into_iter().map(Finding::Imported));
    testkit::fuzzed::taken(&read, &file);
}
