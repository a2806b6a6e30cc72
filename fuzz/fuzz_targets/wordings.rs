//! Any wording is read, in every language, and sought in a small draft.
#![no_main]

use engine::read;
use instruction::{Scope, parse, resolve};
use libfuzzer_sys::fuzz_target;
use source::SourceFile;
use std::sync::{Arc, LazyLock};

static LAKES: LazyLock<engine::Dossier> = LazyLock::new(|| {
    let text = include_str!("../seeds/reader/lakes-en.txt");
    read::read(Arc::new(SourceFile::new("lakes", text))).dossier
});

fuzz_target!(|wording: &str| {
    let Some(version) = LAKES.versions.first() else { return };
    for language in instruction::style::languages() {
        let parsed = parse(wording, language);
        let Some(written) = parsed.instruction else { continue };
        let scope = Scope { draft: &version.draft, index: &version.index, part: Some(0), language };
        resolve(&written, &scope, &mut Vec::new());
    }
});
