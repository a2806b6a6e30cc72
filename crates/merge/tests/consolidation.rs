//! Consolidation on small texts of the Assembly of the Lakes, places built by hand.

mod common;

use common::{Scene, at_end_of_sentence, delete, insert, replace};
use instruction::PayloadUnit::{Provisions, Sentences, Words};

fn scene() -> Scene {
    Scene::new(
        "1. The lake is wide. It is cold.
         2. The council:
         2.1. counts boats;
         2.2. lights lamps.
         3. Boats rest by night.",
    )
}

#[test]
fn words_at_the_end_of_a_sentence_go_before_its_mark() {
    let scene = scene();
    let place = at_end_of_sentence(&scene, "The lake is wide.");
    let text = scene.adopt(&[insert(place, Words, ", and deep.")]);
    assert_eq!(text.line("1"), "The lake is wide, and deep. It is cold.");
}

#[test]
fn a_new_sentence_goes_behind() {
    let scene = scene();
    let place = at_end_of_sentence(&scene, "It is cold.");
    let text = scene.adopt(&[insert(place, Words, "Fog is common.")]);
    assert_eq!(text.line("1"), "The lake is wide. It is cold. Fog is common.");
}

#[test]
fn words_are_replaced_and_deleted() {
    let scene = scene();
    let text = scene
        .adopt(&[replace(scene.words("wide"), Words, "narrow"), delete(scene.words("Boats rest"))]);
    assert_eq!(text.line("1"), "The lake is narrow. It is cold.");
    assert_eq!(text.line("3"), "By night.");
}

#[test]
fn provisions_are_deleted_and_the_rest_renumbered() {
    let scene = scene();
    let text = scene.adopt(&[
        delete(scene.provision("1")),
        replace(scene.provision("2"), Provisions, "The council rests."),
    ]);
    assert_eq!(text.line("1"), "The council rests.");
    assert_eq!(text.line("2"), "Boats rest by night.");
}

#[test]
fn provisions_are_inserted() {
    let scene = scene();
    let text = scene.adopt(&[insert(scene.after("2.1"), Provisions, "counts rafts;")]);
    assert_eq!(text.line("2.2"), "counts rafts;");
    assert_eq!(text.line("2.3"), "lights lamps.");
}

#[test]
fn a_sentence_is_replaced_by_two() {
    let scene = scene();
    let text =
        scene.adopt(&[replace(scene.words("It is cold."), Sentences, "It is warm. It is deep.")]);
    assert_eq!(text.line("1"), "The lake is wide. It is warm. It is deep.");
}
