//! The table of seams, row by row: a text, one change to it, and what it then reads.

mod common;

use common::{Scene, delete, insert, replace};
use instruction::PayloadUnit::{self, Sentences, Words};
use instruction::Side::{Next, Previous};
use text::Lang;

/// What a row does.
enum Do {
    /// Inserts behind these words.
    After(&'static str, PayloadUnit, &'static str),
    /// Inserts before these words.
    Before(&'static str, PayloadUnit, &'static str),
    /// Replaces them.
    Replace(&'static str, &'static str),
    /// Deletes them.
    Delete(&'static str),
}
use Do::{After, Before, Delete, Replace};

fn check(lang: Lang, rows: &[(&str, Do, &str)]) {
    let mut wrong = Vec::new();
    for (text, change, want) in rows {
        let scene = Scene::in_language(&format!("1. {text}"), lang);
        let operation = match change {
            After(words, unit, what) => insert(scene.point(words, Previous), *unit, what),
            Before(words, unit, what) => insert(scene.point(words, Next), *unit, what),
            Replace(words, what) => replace(scene.words(words), Words, what),
            Delete(words) => delete(scene.words(words)),
        };
        let got = scene.adopt(&[operation]).line("1");
        if got != *want {
            wrong.push(format!("{text}\n  want {want}\n  got  {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn at_the_end_of_a_sentence() {
    check(
        Lang::EN,
        &[
            ("It is wide.", After("It is wide.", Words, ", and deep"), "It is wide, and deep."),
            ("It is wide.", After("It is wide.", Words, ", and deep."), "It is wide, and deep."),
            ("It is wide.", After("It is wide.", Words, "; it is deep"), "It is wide; it is deep."),
            ("It is wide.", After("It is wide.", Words, "and deep"), "It is wide and deep."),
            ("It is wide.", After("It is wide.", Words, "in winter!"), "It is wide in winter!"),
            ("It is wide", After("It is wide", Words, "and deep"), "It is wide and deep"),
            ("Boats, which rest.", Replace("Boats", "Rafts."), "Rafts, which rest."),
            (
                "It is wide.",
                After("It is wide.", Words, "Fog is common."),
                "It is wide. Fog is common.",
            ),
            (
                "It is wide.",
                After("It is wide.", Words, "Fog is common"),
                "It is wide. Fog is common.",
            ),
            (
                "It is wide. It rests.",
                After("It is wide.", Sentences, "Fog is common."),
                "It is wide. Fog is common. It rests.",
            ),
            (
                "It is wide. It rests.",
                After("It is wide.", Sentences, "Fog is common"),
                "It is wide. Fog is common. It rests.",
            ),
            (
                "It is wide. It rests.",
                After("It is wide", Sentences, "Fog is common."),
                "It is wide. Fog is common. It rests.",
            ),
            (
                "counts boats;",
                After("counts boats;", Words, "and rafts"),
                "counts boats and rafts;",
            ),
            (
                "counts boats;",
                After("counts boats;", Words, "Boats are many."),
                "counts boats. Boats are many.",
            ),
            (
                "It has boats, etc.",
                After("It has boats, etc.", Words, ", and rafts"),
                "It has boats, etc., and rafts.",
            ),
            ("Is it wide?", After("Is it wide?", Words, "or deep"), "Is it wide or deep?"),
            ("It is wide.", After("It is wide.", Words, "/deep"), "It is wide/deep."),
            (
                "It is «wide.»",
                After("It is «wide.»", Words, ", and deep"),
                "It is «wide.», and deep.",
            ),
            ("It is wide.", After("It is wide.", Words, "(and deep)"), "It is wide (and deep)."),
            ("It is wide.", After("It is wide.", Words, ", and deep,"), "It is wide, and deep."),
        ],
    );
}

#[test]
fn beside_words() {
    check(
        Lang::EN,
        &[
            (
                "Small boats rest.",
                After("Small boats", Words, ", and rafts,"),
                "Small boats, and rafts, rest.",
            ),
            (
                "It counts small boats.",
                After("small boats", Words, ", and rafts,"),
                "It counts small boats, and rafts.",
            ),
            (
                "It counts boats, and rests.",
                After("boats", Words, "and rafts"),
                "It counts boats and rafts, and rests.",
            ),
            (
                "It counts boats, and rests.",
                After("boats", Words, ", rafts,"),
                "It counts boats, rafts, and rests.",
            ),
            ("It counts boats.", Before("boats", Words, "large"), "It counts large boats."),
            ("It counts (boats).", Before("boats", Words, "large"), "It counts (large boats)."),
            (
                "It counts (boats).",
                After("boats", Words, "and rafts"),
                "It counts (boats and rafts).",
            ),
            ("It counts boats.", After("boats", Words, "/rafts"), "It counts boats/rafts."),
            ("It counts boats.", Before("boats", Words, "rafts/"), "It counts rafts/boats."),
            (
                "It calls \"the boats\" home.",
                After("\"the boats\"", Words, "and rafts"),
                "It calls \"the boats\" and rafts home.",
            ),
            (
                "It calls \"the boats\" home.",
                After("the boats", Words, "and rafts"),
                "It calls \"the boats and rafts\" home.",
            ),
            (
                "It calls \"the boats\" home.",
                Before("the boats", Words, "all"),
                "It calls \"all the boats\" home.",
            ),
            (
                "The council's boats rest.",
                After("council's", Words, "small"),
                "The council's small boats rest.",
            ),
            ("It counts boats.", After("boats", Words, "Pike"), "It counts boats Pike."),
            (
                "It counts boats. They rest.",
                Before("They rest.", Sentences, "Fog is common."),
                "It counts boats. Fog is common. They rest.",
            ),
        ],
    );
}

#[test]
fn at_the_beginning() {
    check(
        Lang::EN,
        &[
            ("The boats rest.", Before("The boats rest.", Words, "Still"), "Still the boats rest."),
            (
                "The boats rest.",
                Before("The boats rest.", Words, "Still,"),
                "Still, the boats rest.",
            ),
            (
                "The boats rest.",
                Before("The boats rest.", Words, "still,"),
                "Still, the boats rest.",
            ),
            (
                "Boats rest. All boats do.",
                Before("Boats rest.", Words, "Still"),
                "Still boats rest. All boats do.",
            ),
            (
                "Pike Bay is wide.",
                Before("Pike Bay is wide.", Words, "Still"),
                "Still Pike Bay is wide.",
            ),
            (
                "The boats rest.",
                Before("The boats rest.", Words, "Fog is common."),
                "Fog is common. The boats rest.",
            ),
            (
                "The boats rest.",
                Before("The boats rest.", Sentences, "Fog is common"),
                "Fog is common. The boats rest.",
            ),
            ("counts boats;", Before("counts boats;", Words, "always"), "always counts boats;"),
        ],
    );
}

#[test]
fn deleting() {
    check(
        Lang::EN,
        &[
            ("The old boats rest.", Delete("old"), "The boats rest."),
            (
                "In view of the fog, the boats rest.",
                Delete("In view of the fog,"),
                "The boats rest.",
            ),
            (
                "In view of the fog, the boats rest.",
                Delete("In view of the fog"),
                "The boats rest.",
            ),
            ("It is wide. It is cold. It rests.", Delete("It is cold."), "It is wide. It rests."),
            ("It is wide. It is cold. It rests.", Delete("It is cold"), "It is wide. It rests."),
            ("It is wide. It is cold.", Delete("It is cold."), "It is wide."),
            ("It is wide. It is cold.", Delete("It is wide."), "It is cold."),
            ("It is wide and cold.", Delete("and cold."), "It is wide."),
            ("It is wide and cold. It rests.", Delete("and cold."), "It is wide. It rests."),
            ("It is wide, and cold.", Delete("and cold"), "It is wide."),
            ("It counts boats, rafts, and lamps.", Delete("rafts"), "It counts boats, and lamps."),
            ("It counts boats (small ones) daily.", Delete("small ones"), "It counts boats daily."),
            ("It counts \"boats\" daily.", Delete("boats"), "It counts daily."),
            ("It is wide.", Delete("It is wide."), ""),
            ("It is wide.", Delete("It is wide"), ""),
            ("It counts boats;", Delete("boats;"), "It counts;"),
        ],
    );
}

#[test]
fn replacing() {
    check(
        Lang::EN,
        &[
            ("It is wide and cold.", Replace("wide and cold.", "deep"), "It is deep."),
            ("It is wide and cold.", Replace("wide and cold", "deep."), "It is deep."),
            ("It is wide and cold.", Replace("wide", "deep,"), "It is deep, and cold."),
            ("It is wide, and cold.", Replace(", and cold", "and deep"), "It is wide and deep."),
            ("It is wide.", Replace("wide", ", as always, deep"), "It is, as always, deep."),
            ("The boats rest.", Replace("The boats", "all rafts"), "All rafts rest."),
            ("See rule 9.2 there.", Replace("9.2", "9.3"), "See rule 9.3 there."),
            ("See rule 9.2 there.", Replace("2", "3"), "See rule 9.3 there."),
            ("It grew by 5% there.", Replace("5", "6"), "It grew by 6% there."),
            ("A lake-wide rule.", Replace("lake", "bay"), "A bay-wide rule."),
            ("It is \"wide\" there.", Replace("wide", "deep"), "It is \"deep\" there."),
            ("The council's boats.", Replace("council", "town"), "The town's boats."),
        ],
    );
}

#[test]
fn in_french() {
    check(
        Lang::FR,
        &[
            (
                "Le lac est large.",
                After("Le lac est large.", Words, ", et profond."),
                "Le lac est large, et profond.",
            ),
            (
                "L'Assemblée veille.",
                Before("L'Assemblée veille.", Words, "Toutefois,"),
                "Toutefois, l'Assemblée veille.",
            ),
            ("L’eau du lac.", Replace("eau", "onde"), "L’onde du lac."),
            ("Le port «sûr» veille.", Replace("sûr", "calme"), "Le port «calme» veille."),
            ("Le port « sûr » veille.", Replace("sûr", "calme"), "Le port « calme » veille."),
            (
                "Le port est sûr ; il veille.",
                After("sûr", Words, "et calme"),
                "Le port est sûr et calme ; il veille.",
            ),
            (
                "Le port est sûr ; il veille. Il dort.",
                After("Il dort.", Words, "; il rêve"),
                "Le port est sûr ; il veille. Il dort ; il rêve.",
            ),
            (
                "Le port est sûr; il veille. Il dort.",
                After("Il dort.", Words, "; il rêve"),
                "Le port est sûr; il veille. Il dort; il rêve.",
            ),
            (
                "compter les bateaux ;",
                After("compter les bateaux ;", Words, "et les radeaux"),
                "compter les bateaux et les radeaux ;",
            ),
            ("Vu la brume, les bateaux dorment.", Delete("Vu la brume,"), "Les bateaux dorment."),
        ],
    );
}
