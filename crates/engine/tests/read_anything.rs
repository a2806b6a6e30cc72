//! Reading is total: any bytes give a dossier and findings, and every place lies in the file.

use hemicycle_engine::Dossier;
use hemicycle_engine::read::{Finding, read};
use source::SourceFile;
use std::sync::Arc;
use testkit::fuzzed::exact;

const LAKES: &str = include_str!("lakes.txt");

fn codes(bytes: &[u8]) -> Vec<&'static str> {
    let (_, findings) = checked(bytes);
    findings.iter().map(Finding::code).collect()
}

/// Reads bytes and checks that every place lies in the file and every origin is exact.
fn checked(bytes: &[u8]) -> (Dossier, Vec<Finding>) {
    let file = Arc::new(SourceFile::decode("lakes.txt", bytes));
    let read = read(Arc::clone(&file));
    exact(&read, &file);
    (read.dossier, read.findings)
}

#[test]
fn what_is_no_compendium_says_so() {
    assert_eq!(codes(b""), ["empty-file"]);
    assert_eq!(codes(b" \r\n\t\x0c\xef\xbb\xbf"), ["empty-file"]);
    assert!(codes(b"The boats are out.\nThe lamps are lit.\n").contains(&"not-a-compendium"));
    let random: Vec<u8> = Dice(7).take(20_000).map(|dice| (dice >> 24) as u8).collect();
    assert_eq!(codes(&random), ["not-text"]);
    assert_eq!(codes(b"Amendment 1\nDelete paragraph 1.\n"), ["no-draft"]);
    assert_eq!(codes(b"A. Draft resolution\n1. Boats.\n"), ["no-amendments"]);
}

#[test]
fn numbers_that_are_wrong_are_reported() {
    let all = codes(b"A. Draft resolution\n1. A.\n2. B.\n2. C.\n5. D.\n4. E.\n\nAmendment 1\nDelete paragraph 1.\n");
    assert_eq!(all, ["provision-number-twice", "provision-number-gap", "provision-number-order"]);
    let deep = format!(
        "A. Draft resolution\n1. A.\n{}. B.\n\nAmendment 1\nDelete it.",
        ["1"; 40].join(".")
    );
    assert_eq!(codes(deep.as_bytes()), ["provision-too-deep"]);
    assert_eq!(
        codes(b"1. A.\nAmendment 1\nAmendment 2\nDelete paragraph 1."),
        ["part-heading-missing", "wording-missing"]
    );
}

#[test]
fn lines_broken_at_a_width_and_pages_are_put_together() {
    let text = "Doc. 3 - Compendium of written amendments\n\nLamps\n\nA. Draft resolution\n\n\
        1. The Assembly of the Lakes counts its boats every year and keeps the\n\
        lamps of its harbours lit from dusk to dawn, whatever the fog does to\n\
        them and whoever is on the water.\n\
        Doc. 3 - Compendium of written amendments\n2\n\x0c\
        2. It asks the harbours to keep the lamps lit from dusk to dawn and the\n\n\
        - inter-\nharbour ferries running;\n\n\
        Amendment 1\nTabled by Ms Ada FOG, Mr Bo REED, Mr Cy MOOR, Ms Di WELL, Mr Ed\nTARN\n\
        In the draft resolution, paragraph 1, after the words \"every year\" insert\n\
        the following words: \"and whenever the fog has been so thick that none of\n\
        them was seen\"\n";
    let (dossier, findings) = checked(text.as_bytes());
    let codes: Vec<&str> = findings.iter().map(Finding::code).collect();
    assert_eq!(codes, ["lines-joined", "furniture-skipped", "provision-rejoined"], "{findings:?}");
    let index = &dossier.versions[0].index;
    assert!(index.text().contains(
        "keeps the lamps of its harbours lit from dusk to dawn, whatever the fog does to them and"
    ));
    let amendment = &dossier.amendments[0].texts[0];
    assert_eq!(amendment.tablers.names.last().map(String::as_str), Some("Mr Ed TARN"));
    assert!(!amendment.wording.contains('\n'), "{}", amendment.wording);
}

/// A small generator of numbers.
struct Dice(u64);

impl Iterator for Dice {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some((self.0 >> 32) as u32)
    }
}

#[test]
fn a_file_cut_anywhere_is_read() {
    for end in (0..LAKES.len()).step_by(7) {
        checked(&LAKES.as_bytes()[..end]);
    }
}
