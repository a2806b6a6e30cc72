//! What stands together: sets, sequences, crossings, points at one place, identical amendments.

mod common;

use common::{Scene, delete, insert, one, replace};
use hemicycle_merge::{Author, Change, Mode, Note, Refusal};
use instruction::PayloadUnit::{Provisions, Sentences, Words};
use instruction::Side::{Next, Previous};

fn scene() -> Scene {
    Scene::new(
        "1. The lake is wide and deep in winter. It is cold.
         2. The council:
         2.1. counts boats;
         2.2. lights lamps.",
    )
}

#[test]
fn a_narrower_change_falls_by_a_wider_one_and_is_superseded_by_it_later() {
    let scene = scene();
    let wide = replace(scene.provision("1"), Provisions, "Fog.");
    let narrow = insert(scene.point("It is cold.", Previous), Words, "Very.");
    let refused = scene.try_adopt(&[wide.clone(), narrow.clone()], Mode::Set).err();
    assert!(
        matches!(refused, Some(Refusal::Falls { amendment: 1, ref fall }) if fall.causes == [0])
    );
    let text = scene.try_adopt(&[narrow, wide], Mode::Sequence).expect("the wider supersedes");
    assert_eq!(text.line("1"), "Fog.");
    assert_eq!(text.all.superseded, [0]);
    assert_eq!(text.all.notes, [Note::Superseded { earlier: 0, later: 1 }]);
}

#[test]
fn texts_at_one_point_continuations_sentences_then_what_belongs_to_what_follows() {
    let scene = scene();
    let at = |side| match side {
        Previous => scene.point("It is cold.", Previous),
        Next => scene.point("It is cold.", Next),
    };
    let sentence = insert(scene.point("in winter.", Previous), Sentences, "Fog is common.");
    let words = insert(scene.point("in winter.", Previous), Words, ", and dark");
    let before = insert(at(Next), Words, "Still,");
    let text = scene.adopt(&[before.clone(), sentence.clone(), words.clone()]);
    let want = "The lake is wide and deep in winter, and dark. Fog is common. Still, it is cold.";
    assert_eq!(text.line("1"), want);
    let text = scene.adopt(&[words, before, sentence]);
    assert_eq!(text.line("1"), want);
}

#[test]
fn two_continuations_stand_in_calling_order_before_one_full_stop() {
    let scene = scene();
    let add = |words| insert(scene.point("It is cold.", Previous), Words, words);
    let text = scene.adopt(&[add(", and dark."), add(", and calm.")]);
    assert_eq!(
        text.line("1"),
        "The lake is wide and deep in winter. It is cold, and dark, and calm."
    );
}

#[test]
fn crossing_replacements_are_both_carried_out() {
    let scene = scene();
    let text = scene.adopt(&[
        replace(scene.words("wide and deep"), Words, "vast"),
        replace(scene.words("deep in winter"), Words, "grey by night"),
    ]);
    assert_eq!(text.line("1"), "The lake is vast grey by night. It is cold.");
    assert!(matches!(text.all.notes[..], [Note::Crossing { first: 0, second: 1, .. }]));
}

#[test]
fn a_point_inside_words_that_went_is_tracked() {
    let scene = scene();
    let text = scene.adopt(&[
        replace(scene.words("deep in"), Words, "grey in"),
        insert(scene.point("wide and deep", Previous), Words, ", at last,"),
    ]);
    assert_eq!(text.line("1"), "The lake is wide and grey in, at last, winter. It is cold.");
    assert!(matches!(text.all.notes[..], [Note::PlaceTracked { amendment: 1, operation: 0, .. }]));
}

#[test]
fn identical_amendments_are_carried_out_once() {
    let scene = scene();
    let add = || insert(scene.after("2.1"), Provisions, "counts rafts;");
    let text =
        scene.adopt(&[add(), add(), delete(scene.words("deep")), delete(scene.words("deep"))]);
    assert_eq!(text.text().matches("rafts").count(), 1);
    assert_eq!(text.line("1"), "The lake is wide and in winter. It is cold.");
}

#[test]
fn one_operation_of_several_may_lapse() {
    let scene = scene();
    let two = one(vec![
        replace(scene.words("cold"), Words, "warm"),
        replace(scene.words("boats"), Words, "rafts"),
    ]);
    let text = scene
        .try_instructions(&[one(vec![delete(scene.words("It is cold."))]), two], Mode::Set)
        .expect("the second operation stands");
    assert_eq!(text.line("1"), "The lake is wide and deep in winter.");
    assert_eq!(text.line("2.1"), "counts rafts;");
    assert!(matches!(
        text.all.notes[..],
        [Note::OperationLapsed { amendment: 1, operation: 0, .. }]
    ));
}

#[test]
fn an_insertion_beside_a_deleted_provision_stands() {
    let scene = scene();
    let text = scene.adopt(&[
        delete(scene.provision("2.1")),
        insert(scene.after("2.1"), Provisions, "counts rafts;"),
        insert(scene.after("2.1"), Provisions, "counts lamps;"),
    ]);
    assert_eq!(text.line("2.1"), "counts rafts;");
    assert_eq!(text.line("2.2"), "counts lamps;");
    assert_eq!(text.line("2.3"), "lights lamps.");
}

#[test]
fn every_change_has_its_author() {
    let scene = scene();
    let text = scene.adopt(&[insert(scene.point("It is cold.", Previous), Words, ", and dark.")]);
    let one = || Author::Amendment("1".into());
    let editorial = || Author::Editorial(vec!["1".into()]);
    assert_eq!(
        text.changes(),
        [Change::Inserted(", and dark.".into(), one()), Change::Deleted(".".into(), editorial()),]
    );
}

#[test]
fn the_order_given_changes_no_byte() {
    let scene = scene();
    let all = [
        insert(scene.point("It is cold.", Previous), Words, "Fog is common."),
        insert(scene.point("It is cold.", Previous), Words, "Rain is rare."),
        insert(scene.after("2.2"), Provisions, "rests."),
        replace(scene.words("boats"), Words, "rafts"),
    ];
    let first = scene.try_adopt(&all, Mode::Sequence).expect("they stand together");
    let numbers = ["1", "2", "3", "4"];
    for shift in 1..4 {
        let mut order: Vec<usize> = (0..4).collect();
        order.rotate_left(shift);
        let given: Vec<_> = order.iter().map(|at| (numbers[*at], all[*at].clone())).collect();
        let text = scene.try_numbered(&given, Mode::Sequence).expect("they stand together");
        assert_eq!(text.all.draft, first.all.draft);
        assert_eq!(text.all.tracked, first.all.tracked);
    }
}
