//! The papers of the Assembly of the Lakes are clean, and their disagreements are found.

use engine::State;
use engine::adopt::{Selection, adopt};
use engine::languages;
use engine::state::Finding;
use hemicycle_testkit as testkit;
use source::Severity;
use std::collections::BTreeSet;
use std::path::Path;
use testkit::suite::engine::{number, state};
use testkit::suite::forms::{FORMS, forms};

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
    for name in ["lakes-en.txt", "lakes-fr.txt", "harbours-en.txt", "harbours-fr.txt"] {
        let found = found(&state(&[&example(name)]), Severity::Warning);
        assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
    }
}

#[test]
fn the_two_versions_agree() {
    let state = lakes();
    for state in [&state, &dossier("harbours")] {
        let found = found(state, Severity::Warning);
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
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
fn conditional_and_consequential_amendments_are_recognised_and_not_carried_out() {
    let state = state(&[&example("conditions-en.txt"), &example("conditions-fr.txt")]);
    let found = found(&state, Severity::Warning);
    assert_eq!(found.len(), 4, "two in each language: {found:#?}");
    assert!(found.iter().all(|found| found.starts_with("not-executable")), "{found:#?}");
    let adopted = |number| adopt(&state, &Selection::Set(vec![amendment(&state, number)]));
    assert!(adopted("1").is_ok() && adopted("2").is_err() && adopted("3").is_err());
}

#[test]
fn each_disagreement_is_one_error() {
    let state = state(&[&example("disagreements-en.txt"), &example("disagreements-fr.txt")]);
    let errors = found(&state, Severity::Error);
    assert_eq!(errors.len(), 5, "{}", errors.join("\n"));
}

/// Position of the amendment with this number.
fn amendment(state: &State, number: &str) -> usize {
    state.dossier.position(number, None).unwrap_or_else(|| panic!("no amendment {number}"))
}

/// Numbers of sentences of a paragraph, in English and French.
fn sentences(state: &State, part: u32, number: &str) -> Vec<usize> {
    let count = |version: &engine::Version| {
        let id = version.index.numbered(part, number)[0];
        let opening = version.index.provision_at(id).map(|entry| entry.opening);
        version.index.sentences_of(opening.expect("the provision has a text")).len()
    };
    state.dossier.versions.iter().map(count).collect()
}

/// What `examples/README.md` says is to be seen in the lakes.
#[test]
fn the_papers_show_what_their_page_says() {
    let state = lakes();
    let relation = |a: &str, b: &str| {
        let related = state.relate(amendment(&state, a), amendment(&state, b));
        related.map(|(related, _)| related.relation)
    };
    use merge::Relation;
    assert_eq!(sentences(&state, 0, "2"), [3, 4]);
    assert_eq!(sentences(&state, 0, "3"), [3, 4]);
    assert_eq!(sentences(&state, 1, "3"), [3, 2]);
    assert_eq!(relation("6", "7"), Some(Relation::Identical));
    assert_eq!(relation("2", "3"), Some(Relation::SamePoint));
    assert_eq!(relation("13", "14"), Some(Relation::Contradicts));
    assert_eq!(relation("15", "16"), Some(Relation::Overtakes));
    let (six, seven) = (amendment(&state, "6"), amendment(&state, "7"));
    let text = |at: usize| &state.dossier.amendments[at].texts[0];
    assert_ne!(text(six).tablers, text(seven).tablers);
    assert_ne!(text(six).note, text(seven).note);
    assert!(text(amendment(&state, "20")).tablers.committee);
    assert_eq!(state.dossier.amendments[amendment(&state, "34")].texts.len(), 1);
    assert_eq!(state.dossier.versions[0].draft.parts.len(), 2);
    let subs = state.dossier.amendments.iter().filter(|one| one.parent.is_some());
    assert_eq!(subs.count(), 2);
}

/// The dossiers in two languages, by the beginnings of the names of their files.
const DOSSIERS: [&str; 4] = ["lakes", "harbours", "conditions", "disagreements"];

fn dossier(name: &str) -> State {
    state(&[&example(&format!("{name}-en.txt")), &example(&format!("{name}-fr.txt"))])
}

#[test]
fn between_them_the_papers_use_every_form_in_each_language() {
    for lang in [text::Lang::EN, text::Lang::FR] {
        let language = instruction::style::language(lang).expect("it is registered");
        let mut used = BTreeSet::new();
        for amendment in DOSSIERS.iter().flat_map(|name| dossier(name).dossier.amendments) {
            let Some(text) = amendment.text(lang) else { continue };
            let read = instruction::parse(&text.wording, language);
            used.extend(forms(&text.wording, &read, language));
        }
        let missing: Vec<_> = FORMS.iter().filter(|form| !used.contains(*form)).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

/// The operations of two pairs rightly differ: a replacement in English is an insertion in French.
/// Of a third pair only the sides do, "before the word" and "after the word" at one point.
#[test]
fn operations_differ_where_the_page_says_so() {
    let noted = |state: &State| -> Vec<String> {
        let differ = |finding: &Finding| match finding {
            Finding::Languages(languages::Finding::OperationsDiffer { amendment, .. }) => {
                Some(number(state, *amendment))
            }
            _ => None,
        };
        state.findings.iter().filter_map(differ).collect()
    };
    assert_eq!(
        (noted(&lakes()), noted(&dossier("harbours"))),
        (vec!["30".into()], vec!["6".into()])
    );
    let state = lakes();
    let wording = |lang| {
        let text = state.dossier.amendments[amendment(&state, "27")].text(lang);
        text.map_or("", |text| text.wording.as_str())
    };
    assert!(wording(text::Lang::EN).contains("before the word"));
    assert!(wording(text::Lang::FR).contains("après le mot"));
}
