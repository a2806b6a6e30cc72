//! The adopted text of the one real compendium at hand. Skipped where it is not there.

mod common;

use common::{READ_WHOLE, hash, text};
use hemicycle_engine::adopt::{Adopted, Refusal, Selection, adopt};
use hemicycle_engine::state::{Profile, State};
use hemicycle_engine::{languages, read};
use merge::Note;
use source::SourceFile;
use std::sync::Arc;

fn file() -> Option<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/recueil-16245-fr.txt");
    let file = std::fs::read_to_string(path).ok();
    if file.is_none() {
        skipped();
    }
    file
}

fn read(file: &str) -> State {
    let read = read::read(Arc::new(SourceFile::new("recueil", file)));
    let (dossier, _) = languages::join(vec![read.dossier]);
    State::new(dossier, Profile::default(), Vec::new())
}

fn state() -> Option<State> {
    Some(read(&file()?))
}

/// The compendium with its amendments renumbered 11 to 17 and moved to the end of the file, the
/// draft in one piece before them.
fn moved(file: &str) -> String {
    let (mut draft, mut amendments, mut inside) = (String::new(), String::new(), false);
    for line in file.lines() {
        let numbered = line.split_once(". ").is_some_and(|(n, _)| n.parse::<u32>().is_ok());
        if let Some(number) = line.strip_prefix("Amendement ") {
            inside = true;
            amendments += &format!("Amendement 1{number}\n");
            continue;
        }
        inside &= !numbered;
        if line.starts_with("mettre en place") {
            // The rest of amendment 5, behind the paragraph that stands in its payload.
            let open = amendments.trim_end().len();
            amendments.truncate(open);
            amendments += &format!(" {line}\n");
        } else if inside {
            amendments += &line.replace("l'amendement ", "l'amendement 1");
            amendments.push('\n');
        } else {
            draft += line;
            draft.push('\n');
        }
    }
    draft + "\n" + &amendments
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
}

#[test]
fn all_but_four() {
    let Some(state) = state() else { return };
    is_clean(&text(&set(&state, &["1", "2", "3", "5", "6", "7"])));
}

#[test]
fn the_three_texts_are_those_that_were_read_whole() {
    let Some(state) = state() else { return };
    for (adopted, sha_256) in READ_WHOLE {
        assert_eq!(hash(&text(&set(&state, adopted))), sha_256, "{adopted:?}");
    }
}

#[test]
fn renumbered_and_moved_to_the_end_the_amendments_give_the_same_texts() {
    let Some(file) = file() else { return };
    let state = read(&moved(&file));
    let order = state.order.iter().map(|ranked| state.dossier.amendments[ranked.amendment].cited());
    assert_eq!(order.collect::<Vec<_>>(), ["11", "12", "13", "14", "16", "15", "17"]);
    for amendment in 0..7 {
        let fells = if state.dossier.amendments[amendment].number == "14" { 1 } else { 0 };
        assert_eq!(state.fells_count(amendment), fells);
    }
    for (adopted, sha_256) in READ_WHOLE {
        let renumbered: Vec<String> = adopted.iter().map(|number| format!("1{number}")).collect();
        let renumbered: Vec<&str> = renumbered.iter().map(String::as_str).collect();
        assert_eq!(hash(&text(&set(&state, &renumbered))), sha_256, "{adopted:?}");
    }
    let both = Selection::Set(positions(&state, &["14", "16"]));
    assert!(adopt(&state, &both).is_err(), "14 fells 16");
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
