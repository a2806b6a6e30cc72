//! Any text is read as Akoma Ntoso or refused; what was read is written so that it is read again.
#![no_main]

use engine::state::Profile;
use engine::{Dossier, State};

libfuzzer_sys::fuzz_target!(|xml: &str| {
    let Ok(read) = akn::read(xml) else { return };
    let file = written(read.dossier);
    let again = akn::read(&file).unwrap_or_else(|error| panic!("{error}\n{file}"));
    assert_eq!(written(again.dossier), file);
});

fn written(dossier: Dossier) -> String {
    let lang = dossier.versions[0].lang;
    akn::write(&State::new(dossier, Profile::default(), Vec::new()), lang)
}
