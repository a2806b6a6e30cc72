//! The one real compendium at hand, read, parsed and resolved. Skipped where it is not there.

use hemicycle_engine::read;
use instruction::{Place, Scope, parse, resolve, style};
use source::SourceFile;
use std::sync::Arc;

#[test]
fn every_wording_of_the_seed_has_its_place() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/recueil-16245-fr.txt");
    let Ok(bytes) = std::fs::read(path) else {
        return eprintln_skipped();
    };
    let read = read::read(Arc::new(SourceFile::decode("recueil", &bytes)));
    let version = &read.dossier.versions[0];
    let language = style::language(version.lang).expect("French is registered");
    let mut seen = Vec::new();
    for amendment in &read.dossier.amendments {
        let wording = &amendment.texts[0].wording;
        let parsed = parse(wording, language);
        let instruction = parsed.instruction.unwrap_or_else(|| panic!("{:?}", parsed.findings));
        let scope =
            Scope { draft: &version.draft, index: &version.index, part: amendment.part, language };
        let mut findings = Vec::new();
        let placed = resolve(&instruction, &scope, &mut findings).expect("it has a place");
        let target = placed.operations[0].at();
        let number = target.provision.and_then(|id| version.index.provision_at(id));
        let kind = match target.place {
            Place::Provisions { .. } => "whole",
            Place::Text { .. } => "text",
            Place::Point { .. } => "point",
            Place::Slot { .. } | Place::Closing { .. } => "other",
        };
        let number = number.map_or("", |entry| entry.number.as_str());
        seen.push(format!("{} {number} {kind} {:?}", amendment.number, target.sentences));
    }
    seen.sort();
    let expected = [
        "1 2 text Some((3, 3))",
        "2 4 point None",
        "3 5 text Some((2, 2))",
        "4 7 whole None",
        "5 8 whole None",
        "6 7 point Some((3, 3))",
        "7 13 point None",
    ];
    assert_eq!(seen, expected);
}

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn eprintln_skipped() {
    eprintln!("skipped: no shared data");
}
