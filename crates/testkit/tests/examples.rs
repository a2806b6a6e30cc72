//! The papers of the Assembly of the Lakes are clean, and their disagreements are found.

use engine::State;
use engine::adopt::{Selection, adopt};
use hemicycle_testkit as testkit;
use source::Severity;
use std::path::Path;
use testkit::suite::engine::{number, state};

fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    std::fs::read_to_string(path).expect("the examples are part of the repository")
}

fn lakes() -> State {
    state(&[&example("lakes-en.txt"), &example("lakes-fr.txt")])
}

fn found(state: &State, least: Severity) -> Vec<String> {
    let grave = state.findings.iter().filter(|finding| finding.severity() >= least);
    grave.map(|finding| format!("{}: {finding:?}", finding.code())).collect()
}

#[test]
fn each_language_version_is_clean() {
    for name in ["lakes-en.txt", "lakes-fr.txt"] {
        let found = found(&state(&[&example(name)]), Severity::Warning);
        assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
    }
}

#[test]
fn the_two_versions_agree() {
    let state = lakes();
    let found = found(&state, Severity::Warning);
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(state.dossier.amendments.len(), 36, "34 and two sub-amendments");
    assert_eq!(state.dossier.versions.len(), 2, "English and French");
}

#[test]
fn every_wording_has_its_places_in_both_languages() {
    let state = lakes();
    assert_eq!(state.worked.len(), state.dossier.amendments.len(), "every amendment is worked out");
    for (at, amendment) in state.dossier.amendments.iter().enumerate() {
        let name = number(&state, at);
        let languages = if amendment.number == "34" { 1 } else { 2 };
        assert_eq!(amendment.texts.len(), languages, "language versions of {name}");
        for worked in &state.worked[at] {
            let placed = worked.placed.is_some() || amendment.parent.is_some();
            assert!(worked.written.is_some() && placed, "amendment {name}");
        }
    }
}

#[test]
fn every_amendment_can_be_adopted_alone() {
    let state = lakes();
    let on_the_draft = |at: &usize| state.dossier.amendments[*at].parent.is_none();
    for at in (0..state.dossier.amendments.len()).filter(on_the_draft) {
        let adopted = adopt(&state, &Selection::Set(vec![at]));
        let texts = adopted.map(|adopted| adopted.texts.len());
        assert_eq!(texts, Ok(2), "one text for each language with {}", number(&state, at));
    }
}

#[test]
fn each_disagreement_is_one_error() {
    let state = state(&[&example("disagreements-en.txt"), &example("disagreements-fr.txt")]);
    let errors = found(&state, Severity::Error);
    assert_eq!(errors.len(), 5, "{}", errors.join("\n"));
}
