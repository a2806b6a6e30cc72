//! The published compendium kept beside the project, where it is at hand.

use hemicycle_engine::read::{Finding, read};
use hemicycle_engine::{Amendment, Dossier};
use source::{Severity, SourceFile};
use std::path::Path;
use std::sync::Arc;

fn seed() -> Option<Arc<SourceFile>> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/recueil-16245-fr.txt");
    let bytes = std::fs::read(path).ok()?;
    Some(Arc::new(SourceFile::decode("recueil-16245-fr.txt", &bytes)))
}

/// The seed as read, or nothing (and a word about it) where it is not at hand.
#[allow(clippy::print_stderr)]
fn dossier() -> Option<(Dossier, Vec<Finding>)> {
    let Some(file) = seed() else {
        eprintln!("skipped: no shared data");
        return None;
    };
    let read = read(file);
    Some((read.dossier, read.findings))
}

fn wording(amendment: &Amendment) -> &str {
    &amendment.texts[0].wording
}

#[test]
fn the_head_and_the_provisions() {
    let Some((dossier, _)) = dossier() else { return };
    assert_eq!(dossier.reference.as_deref(), Some("Doc. 16245"));
    let version = &dossier.versions[0];
    assert_eq!(version.lang.tag(), "fr");
    assert_eq!(version.date.as_deref(), Some("30/09/2025"));
    assert_eq!(version.edition.as_deref(), Some("Version finale"));
    assert!(
        version.title.as_deref().is_some_and(|title| title.ends_with("réformes démocratiques"))
    );
    let numbers: Vec<&str> =
        version.index.provisions().iter().map(|entry| entry.number.as_str()).collect();
    assert_eq!(
        numbers,
        [
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "9.1", "9.2", "9.2.1", "9.2.2", "9.3",
            "10", "10.1", "10.2", "11", "11.1", "11.2", "11.3", "11.4", "11.5", "12", "12.1",
            "12.2", "12.3", "13"
        ]
    );
    let blocks = version.index.blocks().len();
    assert_eq!(blocks, numbers.len() + 1, "one block each, and the title");
}

#[test]
fn the_amendments_in_printed_order() {
    let Some((dossier, _)) = dossier() else { return };
    let numbers: Vec<&str> = dossier.amendments.iter().map(|a| a.number.as_str()).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "6", "5", "7"]);
    let tablers: Vec<usize> =
        dossier.amendments.iter().map(|a| a.texts[0].tablers.names.len()).collect();
    assert_eq!(tablers, [6, 6, 6, 6, 5, 6, 5]);
    for amendment in &dossier.amendments {
        assert!(wording(amendment).starts_with("Dans le projet de résolution, "));
        assert!(wording(amendment).ends_with('»'), "{}", amendment.number);
        assert_eq!(amendment.part, Some(0));
    }
    let falling = |at: usize| {
        let text = &dossier.amendments[at].texts[0];
        text.falling.iter().map(|f| (f.fells, f.others.clone())).collect::<Vec<_>>()
    };
    assert_eq!(falling(3), [(true, vec!["6".to_owned()])]);
    assert_eq!(falling(4), [(false, vec!["4".to_owned()])]);
}

#[test]
fn paragraph_8_is_taken_out_of_amendment_5_and_both_are_whole() {
    let Some((dossier, findings)) = dossier() else { return };
    let five = wording(&dossier.amendments[5]);
    assert!(five.contains("États membres de mettre en place des recours"), "{five}");
    assert!(!five.contains("étroite"), "{five}");
    let version = &dossier.versions[0];
    let eight = version.index.numbered(0, "8")[0];
    let span = version.index.provision_at(eight).expect("it is there").span;
    let text = span.of(version.index.text());
    assert!(text.starts_with("L'Assemblée reste attachée à une coopération"), "{text}");
    assert!(text.ends_with("une coopération plus étroite.\n"), "{text}");
    let said: Vec<&Finding> =
        findings.iter().filter(|finding| finding.severity() == Severity::Warning).collect();
    assert!(
        matches!(said.as_slice(), [Finding::ParagraphInPayload { amendment, number, .. }]
            if amendment == "5" && number == "8"),
        "{said:?}"
    );
}

#[test]
fn the_other_traps() {
    let Some((dossier, findings)) = dossier() else { return };
    let version = &dossier.versions[0];
    let id = version.index.numbered(0, "11.4")[0];
    let text = version.index.provision_at(id).expect("it is there").span.of(version.index.text());
    assert!(text.contains("et l'obligation de rendre des comptes, "), "{text}");
    let two = wording(&dossier.amendments[1]);
    assert_eq!(two.lines().count(), 3, "two paragraphs of payload: {two}");
    let codes: Vec<&str> = findings.iter().map(Finding::code).collect();
    assert_eq!(codes, ["contents-skipped", "paragraph-in-payload", "provision-rejoined"]);
}

#[test]
fn every_origin_maps_to_the_words_of_the_file() {
    let Some((dossier, _)) = dossier() else { return };
    let file = &dossier.versions[0].file.text;
    for amendment in &dossier.amendments {
        let text = &amendment.texts[0];
        for piece in text.origin.pieces() {
            let (from, at, len) = (piece.text as usize, piece.file as usize, piece.len as usize);
            assert_eq!(text.wording[from..from + len], file[at..at + len]);
        }
    }
}
