//! Any text is read as a dossier in JSON or refused; what was read is written so that it is read again.

use engine::json;
use engine::read::Read;
use source::SourceFile;

/// One run of the target.
pub fn run(text: &str) {
    let Ok(dossier) = json::read(text) else { return };
    testkit::fuzzed::taken(
        &Read { dossier, findings: Vec::new() },
        &SourceFile::new("fuzzed", text),
    );
}
