//! Any text is read as Akoma Ntoso or refused; what was read is written so that it is read again.

use engine::state::Profile;
use engine::{Dossier, State};
use source::SourceFile;

/// One run of the target.
pub fn run(xml: &str) {
    let Ok(read) = akn::read(xml) else { return };
    testkit::fuzzed::taken(&read, &SourceFile::new("fuzzed", xml));
    let file = written(read.dossier);
    let again = akn::read(&file).unwrap_or_else(|error| panic!("{error}\n{file}"));
    assert_eq!(written(again.dossier), file);
}

fn written(dossier: Dossier) -> String {
    let lang = dossier.versions[0].lang;
    akn::write(&State::new(dossier, Profile::default(), Vec::new()), lang)
}
