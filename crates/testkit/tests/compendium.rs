//! The generator keeps its promises: every wording has one meaning, and the reader reads the file.

use hemicycle_testkit::compendium::Compendium;
use instruction::style::language;
use instruction::{Scope, parse, resolve};
use source::SourceFile;
use std::sync::Arc;
use text::{Index, Lang};

#[test]
fn every_wording_has_its_place() {
    for lang in [Lang::EN, Lang::FR] {
        let compendium = Compendium::new(1_000, lang, 7);
        let language = language(lang).expect("both languages are registered");
        let draft = compendium.draft();
        let index = Index::new(&draft, &language.tables.sentences);
        let scope = Scope { draft: &draft, index: &index, part: Some(0), language };
        for number in 1..=compendium.amendments {
            let mut wording = String::new();
            compendium.wording(number, &mut wording);
            let parsed = parse(&wording, language);
            let mut findings = parsed.findings;
            let placed = parsed.instruction.and_then(|i| resolve(&i, &scope, &mut findings));
            assert!(placed.is_some(), "{wording}\n{findings:?}");
        }
    }
}

#[test]
fn the_reader_reads_what_is_written() {
    for lang in [Lang::EN, Lang::FR] {
        let compendium = Compendium::new(200, lang, 3);
        let mut bytes = Vec::new();
        compendium.write(&mut bytes).expect("a vector takes all bytes");
        let again = compendium.write(&mut Vec::new());
        assert!(again.is_ok(), "the second run writes too");
        let read = engine::read::read(Arc::new(SourceFile::decode("generated.txt", &bytes)));
        assert!(read.findings.is_empty(), "{:?}", read.findings);
        assert_eq!(read.dossier.amendments.len(), 200, "amendments read");
        let paragraphs = read.dossier.versions[0].draft.parts[0].provisions().count();
        assert_eq!(paragraphs, compendium.paragraphs, "paragraphs read");
        for (at, amendment) in read.dossier.amendments.iter().enumerate() {
            let mut wording = String::new();
            compendium.wording(at + 1, &mut wording);
            assert_eq!(amendment.texts[0].wording, wording, "amendment {}", at + 1);
        }
    }
}
