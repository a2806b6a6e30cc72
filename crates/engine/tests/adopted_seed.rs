//! The adopted text of the one real compendium at hand. Skipped where it is not there.

use hemicycle_engine::adopt::{Adopted, Refusal, Selection, adopt};
use hemicycle_engine::state::{Profile, State};
use hemicycle_engine::{languages, read};
use merge::{Change, Note};
use source::SourceFile;
use std::sync::Arc;
use text::Child;

fn state() -> Option<State> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/recueil-16245-fr.txt");
    let Ok(bytes) = std::fs::read(path) else {
        skipped();
        return None;
    };
    let read = read::read(Arc::new(SourceFile::decode("recueil", &bytes)));
    let (dossier, _) = languages::join(vec![read.dossier]);
    Some(State::new(dossier, Profile::default(), Vec::new()))
}

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn skipped() {
    eprintln!("skipped: no shared data");
}

fn positions(state: &State, numbers: &[&str]) -> Vec<usize> {
    numbers.iter().map(|n| state.dossier.position(n, None).expect("it is there")).collect()
}

fn set(state: &State, numbers: &[&str]) -> Adopted {
    adopt(state, &Selection::Set(positions(state, numbers))).expect("they stand together")
}

/// The new text, one line for each block, with its number.
fn text(adopted: &Adopted) -> String {
    fn write(children: &[Child], out: &mut String) {
        for child in children {
            match child {
                Child::Block(block) => *out += &format!("{}\n", block.content.text),
                Child::Provision(provision) => {
                    *out += &format!("{}. ", provision.number);
                    write(&provision.children, out);
                }
                Child::Opaque(opaque) => *out += &format!("{}\n", opaque.text),
            }
        }
    }
    let mut out = String::new();
    write(&adopted.texts[0].consolidated.draft.parts[0].children, &mut out);
    out
}

fn paragraph(text: &str, number: &str) -> String {
    let begins = format!("{number}. ");
    text.lines().find_map(|line| line.strip_prefix(&begins)).expect("the paragraph").to_owned()
}

/// Nothing that a careful typist would not write.
fn is_clean(text: &str) {
    for wrong in ["..", " ,", " .", "» »", "  ", ",.", ";.", ",,", "« ", " »", " ;", " :"] {
        assert!(!text.contains(wrong), "{wrong:?} in the text");
    }
    for line in text.lines() {
        assert_eq!(line.matches('«').count(), line.matches('»').count(), "guillemets in {line}");
        assert!(line.ends_with(['.', ';', ':']), "{line}");
    }
    assert_eq!(text.lines().count(), 28);
}

#[test]
fn all_but_six() {
    let Some(state) = state() else { return };
    let adopted = set(&state, &["1", "2", "3", "4", "5", "7"]);
    let text = text(&adopted);
    is_clean(&text);
    let four = paragraph(&text, "4");
    assert!(four.contains("avec le Parlement du Kazakhstan. Dans le même temps, l'Assemblée"));
    assert!(four.contains("droits numériques. Ces systèmes comprendraient"));
    assert!(four.ends_with("légal d'interception."));
    let thirteen = paragraph(&text, "13");
    assert!(thirteen.contains("du Conseil de l'Europe, et souligne que"));
    assert!(thirteen.ends_with("le programme de réforme."));
    assert!(paragraph(&text, "2").ends_with("vendues à l'Occident."), "{}", paragraph(&text, "2"));
    assert!(paragraph(&text, "7").starts_with("L'Assemblée rappelle que l'accord"));
    assert!(paragraph(&text, "8").ends_with("contre de telles pratiques."));
    assert!(adopted.texts[0].consolidated.notes.is_empty());
}

#[test]
fn six_alone() {
    let Some(state) = state() else { return };
    let adopted = set(&state, &["6"]);
    let text = text(&adopted);
    is_clean(&text);
    let seven = paragraph(&text, "7");
    assert!(seven.contains("société civile, et aussi de contribuer"));
    assert!(seven.contains("en Asie centrale. L'Assemblée souligne également"));
    let changes = adopted.texts[0].consolidated.tracked[0].children.iter();
    let _ = changes;
    let _: Option<Change> = None;
}

#[test]
fn all_but_four() {
    let Some(state) = state() else { return };
    is_clean(&text(&set(&state, &["1", "2", "3", "5", "6", "7"])));
}

#[test]
fn four_and_six_as_a_set_are_refused_and_in_sequence_four_supersedes() {
    let Some(state) = state() else { return };
    let (four, six) = (positions(&state, &["4"])[0], positions(&state, &["6"])[0]);
    let refused = adopt(&state, &Selection::Set(vec![six, four])).expect_err("6 falls by 4");
    assert!(matches!(*refused, Refusal::Falls { amendment, .. } if amendment == six));
    let refused = adopt(&state, &Selection::Sequence(vec![four, six])).expect_err("6 falls by 4");
    assert!(matches!(*refused, Refusal::Falls { amendment, .. } if amendment == six));
    let adopted = adopt(&state, &Selection::Sequence(vec![six, four])).expect("4 supersedes 6");
    let consolidated = &adopted.texts[0].consolidated;
    assert_eq!(consolidated.superseded, [0]);
    assert_eq!(consolidated.notes, [Note::Superseded { earlier: 0, later: 1 }]);
    assert_eq!(text(&adopted), text(&set(&state, &["4"])));
}
