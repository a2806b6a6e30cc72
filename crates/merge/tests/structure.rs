//! Numbers, ends of list items and cross-references after provisions came and went.

mod common;

use common::{Adopted, Scene, delete, insert, replace};
use hemicycle_merge::Note;
use instruction::PayloadUnit::{Provisions, Words};
use instruction::Side::Previous;

fn harbour() -> Scene {
    Scene::new(
        "1. The lake is wide.
         2. The council:
         2.1. counts boats;
         2.2. lights lamps; and
         2.3. rests.
         3. The pilots, as paragraph 2 says:
         3.1. sail:
         3.1.1. by day;
         3.1.2. by night;
         3.2. sleep.
         4. Paragraphs 2 to 3 and sub-paragraph 3.2 above apply; not paragraph 3 of Resolution 12.",
    )
}

fn lines(text: &Adopted) -> Vec<String> {
    text.text().lines().map(str::to_owned).collect()
}

#[test]
fn an_item_added_at_the_end_takes_the_full_stop_and_gives_the_conjunction() {
    let scene = harbour();
    let text = scene.adopt(&[insert(scene.after("2.3"), Provisions, "2.4. meets")]);
    assert_eq!(
        lines(&text)[2..6],
        ["2.1. counts boats;", "2.2. lights lamps;", "2.3. rests; and", "2.4. meets."]
    );
}

#[test]
fn an_item_added_in_the_middle_ends_as_the_others_do() {
    let scene = harbour();
    let text = scene.adopt(&[insert(scene.after("2.1"), Provisions, "counts rafts.")]);
    assert_eq!(
        lines(&text)[2..5],
        ["2.1. counts boats;", "2.2. counts rafts;", "2.3. lights lamps; and"]
    );
}

#[test]
fn an_item_that_becomes_the_last_takes_the_full_stop() {
    let scene = harbour();
    let text = scene.adopt(&[delete(scene.provision("2.3")), delete(scene.provision("3.2"))]);
    assert_eq!(lines(&text)[2..4], ["2.1. counts boats; and", "2.2. lights lamps."]);
    assert_eq!(lines(&text)[5..8], ["3.1. sail:", "3.1.1. by day;", "3.1.2. by night."]);
}

#[test]
fn a_replaced_item_keeps_the_mark_of_its_place() {
    let scene = harbour();
    let text = scene.adopt(&[replace(scene.provision("2.1"), Provisions, "counts lamps.")]);
    assert_eq!(lines(&text)[2], "2.1. counts lamps;");
    let text = scene.adopt(&[replace(scene.provision("2.3"), Provisions, "sleeps;")]);
    assert_eq!(lines(&text)[4], "2.3. sleeps.");
    let text =
        scene.adopt(&[insert(scene.point("counts boats;", Previous), Words, "They are many.")]);
    assert_eq!(lines(&text)[2], "2.1. counts boats. They are many;");
}

#[test]
fn a_payload_with_its_own_numbers_nests_by_them() {
    let scene = harbour();
    let new = "3.2. dream:\n3.2.1. of fog;\n3.2.2. of fish;\n3.3. wake;";
    let text = scene.adopt(&[insert(scene.after("3.1"), Provisions, new)]);
    assert_eq!(
        lines(&text)[6..14],
        [
            "3.1. sail:",
            "3.1.1. by day;",
            "3.1.2. by night;",
            "3.2. dream:",
            "3.2.1. of fog;",
            "3.2.2. of fish;",
            "3.3. wake;",
            "3.4. sleep."
        ]
    );
}

#[test]
fn bullets_belong_to_the_paragraph_before_them() {
    let scene = harbour();
    let new = "The mayor:\n- counts fish;\n- counts birds.\nFog is common.";
    let text = scene.adopt(&[replace(scene.provision("1"), Provisions, new)]);
    assert_eq!(
        lines(&text)[..5],
        [
            "1. The mayor:",
            "1.1. counts fish;",
            "1.2. counts birds.",
            "2. Fog is common.",
            "3. The council:"
        ]
    );
}

#[test]
fn a_provision_with_children_gets_a_closing_text() {
    let scene = harbour();
    let text = scene.adopt(&[insert(scene.closing("2"), Words, "and reports yearly.")]);
    assert_eq!(text.line("2"), "The council: | and reports yearly.");
}

#[test]
fn references_follow_the_numbers() {
    let scene = harbour();
    let text =
        scene.adopt(&[insert(scene.after("1"), Provisions, "Fog is common, see paragraph 3.1.")]);
    assert_eq!(text.line("2"), "Fog is common, see paragraph 4.1.");
    assert_eq!(text.line("4"), "The pilots, as paragraph 3 says:");
    assert_eq!(
        text.line("5"),
        "Paragraphs 3 to 4 and sub-paragraph 4.2 above apply; not paragraph 3 of Resolution 12."
    );
}

#[test]
fn a_reference_to_what_is_gone_stays_and_a_range_that_grew_is_told() {
    let scene = harbour();
    let text = scene
        .adopt(&[delete(scene.provision("3.2")), insert(scene.after("2"), Provisions, "Fog.")]);
    let has = |want: fn(&Note) -> bool| text.all.notes.iter().any(want);
    assert!(has(
        |note| matches!(note, Note::ReferenceToDeleted { reference, .. } if reference == "sub-paragraph 3.2")
    ));
    assert!(has(
        |note| matches!(note, Note::ReferenceRangeGrew { reference, .. } if reference == "Paragraphs 2 to 3")
    ));
    assert!(text.line("5").starts_with("Paragraphs 2 to 4 and sub-paragraph 3.2 above"));
}

#[test]
fn numbers_that_jump_in_the_draft_jump_still() {
    let scene = Scene::new("1. A.\n2. B.\n4. C.\n5. D.");
    let text = scene.adopt(&[delete(scene.provision("2"))]);
    assert_eq!(lines(&text), ["1. A.", "3. C.", "4. D."]);
}

#[test]
fn several_replaced_by_fewer_and_by_more() {
    let scene = harbour();
    let text = scene.adopt(&[replace(scene.provisions("2", "3"), Provisions, "All rest.")]);
    assert_eq!(lines(&text)[..2], ["1. The lake is wide.", "2. All rest."]);
    assert!(text.line("3").starts_with("Paragraphs 2 to 3"));
    let text = scene.adopt(&[replace(scene.provision("1"), Provisions, "8. Fog.\n9. Rain.")]);
    assert_eq!(lines(&text)[..3], ["1. Fog.", "2. Rain.", "3. The council:"]);
}
