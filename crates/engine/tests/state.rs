//! What follows from a dossier: order, falls, printed notes, languages.

use hemicycle_engine::State;
use hemicycle_engine::languages::{self, Correspondence};
use hemicycle_engine::open::open;
use hemicycle_engine::state::Finding;
use merge::Relation;
use source::{Severity, SourceFile};
use std::fmt::Write as _;
use std::sync::Arc;
use text::Lang;

fn state(texts: &[&str]) -> State {
    open(texts.iter().map(|text| Arc::new(SourceFile::new("lakes", *text))).collect()).state
}

/// A compendium of the Assembly of the Lakes: its paragraphs, and amendments with their numbers.
fn english(paragraphs: &[&str], amendments: &[(&str, &str)]) -> String {
    compendium(
        "Compendium of written amendments",
        "Draft resolution",
        "Tabled by",
        paragraphs,
        amendments,
    )
}

fn french(paragraphs: &[&str], amendments: &[(&str, &str)]) -> String {
    compendium(
        "Recueil des amendements écrits",
        "Projet de résolution",
        "Déposé par",
        paragraphs,
        amendments,
    )
}

fn compendium(
    title: &str,
    kind: &str,
    tabled: &str,
    paragraphs: &[&str],
    amendments: &[(&str, &str)],
) -> String {
    let mut text = format!("Doc. 77 – {title}\n15/10/2031\n\nLakes\n\nA. {kind}\n\n");
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let _ = writeln!(text, "{}. {paragraph}", at + 1);
    }
    for (heading, wording) in amendments {
        let _ =
            writeln!(text, "\n{heading}\n\n{tabled} Ms Ada LINDQVIST, Mr Jan WEIR\n\n{wording}");
    }
    text
}

fn numbers(state: &State, amendments: &[usize]) -> Vec<String> {
    amendments.iter().map(|at| state.dossier.amendments[*at].cited()).collect()
}

fn order(state: &State) -> Vec<String> {
    numbers(state, &state.order.iter().map(|ranked| ranked.amendment).collect::<Vec<_>>())
}

fn errors(state: &State) -> Vec<&Finding> {
    state.findings.iter().filter(|finding| finding.severity() == Severity::Error).collect()
}

#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn the_seed_is_called_in_its_printed_order_and_only_4_fells_6() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/recueil-16245-fr.txt");
    let Ok(bytes) = std::fs::read(path) else {
        eprintln!("skipped: no shared data");
        return;
    };
    let state = open(vec![Arc::new(SourceFile::decode("recueil", &bytes))]).state;
    assert_eq!(order(&state), ["1", "2", "3", "4", "6", "5", "7"]);
    assert!(state.order.iter().all(|ranked| ranked.certain));
    for amendment in 0..7 {
        let number = state.dossier.amendments[amendment].number.as_str();
        let (fells, with) = match number {
            "4" => (vec!["6"], vec![]),
            "6" => (vec![], vec!["4"]),
            _ => (vec![], vec![]),
        };
        assert_eq!(numbers(&state, &state.fells(amendment)), fells, "{number}");
        assert_eq!(numbers(&state, &state.falls_with(amendment)), with, "{number}");
    }
    let falling = |finding: &&Finding| finding.code().starts_with("falling");
    assert_eq!(state.findings.iter().find(falling), None, "printed as computed");
}

const LAKE: [&str; 2] =
    ["The lake is wide. It is deep in winter. Boats cross it.", "Fog is common. Ferries wait."];
const LAC: [&str; 2] = [
    "Le lac est large. Il est profond en hiver. Des bateaux le traversent.",
    "Le brouillard est fréquent. Les bacs attendent.",
];

#[test]
fn printed_notes_on_falling_are_held_against_the_computed_ones() {
    let delete = "In the draft resolution, delete paragraph 1.\n\n";
    let words = "In the draft resolution, paragraph 1, replace the word “wide” with the following word: “long”";
    let other = "In the draft resolution, paragraph 2, replace the word “Fog” with the following word: “Mist”";
    let with = |first: &str, second: &str| {
        let first = format!("{delete}{first}");
        let second = format!("{words}\n\n{second}");
        let text = english(
            &LAKE,
            &[("Amendment 1", &first), ("Amendment 2", &second), ("Amendment 3", other)],
        );
        let state = state(&[&text]);
        let found = state.findings.iter().filter(|finding| finding.code().starts_with("falling"));
        found.map(|finding| finding.code()).collect::<Vec<_>>()
    };
    assert_eq!(with("", ""), [""; 0], "nothing is printed, nothing is missed");
    let both = ("(If adopted, amendment 2 falls)", "(Falls if amendment 1 is adopted)");
    assert_eq!(with(both.0, both.1), [""; 0]);
    assert_eq!(with(both.0, ""), [""; 0], "only one way is printed");
    assert_eq!(with("(If adopted, amendments 2 and 3 fall)", both.1), ["falling-not-computed"]);
    assert_eq!(
        with("", "(Falls if amendment 3 is adopted)"),
        ["falling-not-computed", "falling-not-printed"]
    );
}

#[test]
fn sub_amendments_stand_before_their_parent_and_never_two_deep() {
    let insert =
        "In the draft resolution, after paragraph 1, insert the following paragraph: “Lamps burn.”";
    let sub = "In amendment 2, replace the word “Lamps” with the following word: “Fires”";
    let deep = "In amendment 3, replace the word “Fires” with the following word: “Candles”";
    let delete = "In the draft resolution, delete paragraph 1.";
    let text = english(
        &LAKE,
        &[
            ("Amendment 1", "In the draft resolution, delete paragraph 2."),
            ("Amendment 2", insert),
            ("Amendment 3", sub),
            ("Amendment 4", deep),
            ("Amendment 5", delete),
        ],
    );
    let state = state(&[&text]);
    assert_eq!(order(&state), ["5", "2/3", "2", "1", "3/4"]);
    assert_eq!(state.parent(2), Some(1));
    assert_eq!(state.sub_amendments(1), [2]);
    assert_eq!(errors(&state), [&Finding::TooDeep { amendment: 3 }]);
}

#[test]
fn relations_are_the_strongest_over_all_languages() {
    let en = [
        ("Amendment 1", "In the draft resolution, paragraph 1, delete the second sentence."),
        (
            "Amendment 2",
            "In the draft resolution, paragraph 1, at the end of the second sentence, insert the following words: “, too”",
        ),
        ("Amendment 3", "In the draft resolution, paragraph 1, delete the second sentence."),
    ];
    let fr = [
        (
            "Amendement 1",
            "Dans le projet de résolution, paragraphe 1, supprimer la deuxième phrase.",
        ),
        (
            "Amendement 2",
            "Dans le projet de résolution, paragraphe 1, à la fin de la deuxième phrase, insérer les mots suivants: «, aussi»",
        ),
        (
            "Amendement 3",
            "Dans le projet de résolution, paragraphe 1, supprimer la deuxième phrase.",
        ),
    ];
    let state = state(&[&english(&LAKE, &en), &french(&LAC, &fr)]);
    assert_eq!(errors(&state), [&Finding::OrderUncertain { amendment: 0, before: 0 }; 0]);
    let relation = |a, b| state.relate(a, b).map(|(related, lang)| (related.relation, lang));
    assert_eq!(relation(0, 1), Some((Relation::Overtakes, Lang::EN)));
    assert_eq!(relation(0, 2), Some((Relation::Identical, Lang::EN)));
    assert_eq!(state.identical_to(0), [2]);
    assert_eq!(state.fells(0), [1]);
    assert_eq!(state.falls_with(1), [0, 2]);
    assert_eq!(state.clashes(1), [0, 2]);
}

/// Three paragraphs whose sentences differ in number: the second of paragraph 3 is two in French.
const PAPER: [&str; 4] = [
    "The lake is wide. It is cold. It is deep in winter.",
    "The ferries cross by day and by night. They carry letters and parcels.",
    "Fog is common. The pilots light their lamps in the evening and sound the horns until dawn. Nobody sleeps.",
    "The harbours are open to all boats.",
];
const PAPIER: [&str; 4] = [
    "Le lac est large. Il est froid. Il est profond en hiver.",
    "Les bacs circulent de jour et de nuit. Ils transportent des lettres et des colis.",
    "Le brouillard est fréquent. Les pilotes allument leurs lampes le soir. Ils font sonner les cornes jusqu’à l’aube. Personne ne dort.",
    "Les ports sont ouverts à tous les bateaux.",
];

const RIGHT: [(&str, &str); 10] = [
    ("delete paragraph 4.", "supprimer le paragraphe 4."),
    ("paragraph 1, delete the second sentence.", "paragraphe 1, supprimer la deuxième phrase."),
    ("paragraph 3, delete the last sentence.", "paragraphe 3, supprimer la dernière phrase."),
    ("paragraph 3, delete the third sentence.", "paragraphe 3, supprimer la quatrième phrase."),
    (
        "after paragraph 2, insert the following paragraph: “Swans are fed.”",
        "après le paragraphe 2, insérer le paragraphe suivant: «Les cygnes sont nourris.»",
    ),
    (
        "paragraph 1, replace the word “wide” with the following word: “long”",
        "paragraphe 1, remplacer le mot «large» par le mot suivant: «long»",
    ),
    (
        "at the end of paragraph 2, insert the following sentence: “They rest.”",
        "à la fin du paragraphe 2, insérer la phrase suivante: «Ils se reposent.»",
    ),
    (
        "paragraph 3, after the second sentence, insert the following sentence: “It rains.”",
        "paragraphe 3, après la troisième phrase, insérer la phrase suivante: «Il pleut.»",
    ),
    (
        "paragraph 3, replace the word “horns” with the following word: “bells”",
        "paragraphe 3, remplacer le mot «cornes» par le mot suivant: «cloches»",
    ),
    (
        "paragraph 2, after the words “by night” insert the following words: “, all year”",
        "paragraphe 2, après les mots «de nuit», insérer les mots suivants: «, toute l’année»",
    ),
];

const WRONG: [(&str, &str); 10] = [
    ("delete paragraph 4.", "supprimer le paragraphe 3."),
    ("paragraph 1, delete the second sentence.", "paragraphe 1, supprimer la première phrase."),
    ("paragraph 3, delete the third sentence.", "paragraphe 3, supprimer la troisième phrase."),
    ("delete paragraph 4.", "paragraphe 4, supprimer la première phrase."),
    (
        "after paragraph 2, insert the following paragraph: “Swans are fed.”",
        "après le paragraphe 3, insérer le paragraphe suivant: «Les cygnes sont nourris.»",
    ),
    (
        "paragraph 1, replace the word “wide” with the following word: “long”",
        "paragraphe 1, remplacer le mot «froid» par le mot suivant: «gelé»",
    ),
    (
        "at the end of paragraph 2, insert the following sentence: “They rest.”",
        "au début du paragraphe 2, insérer la phrase suivante: «Ils se reposent.»",
    ),
    (
        "paragraph 3, after the second sentence, insert the following sentence: “It rains.”",
        "paragraphe 3, après la deuxième phrase, insérer la phrase suivante: «Il pleut.»",
    ),
    (
        "paragraph 4, replace the word “harbours” with the following word: “quays”",
        "paragraphe 4, remplacer le mot «bateaux» par le mot suivant: «radeaux»",
    ),
    (
        "paragraph 2, after the words “by night” insert the following words: “, all year”",
        "paragraphe 2, après les mots «de minuit», insérer les mots suivants: «, toute l’année»",
    ),
];

fn both(pairs: &[(&str, &str)]) -> State {
    let each = pairs.iter().enumerate();
    let texts: Vec<_> = each
        .map(|(at, (en, fr))| {
            let en = (format!("Amendment {}", at + 1), format!("In the draft resolution, {en}"));
            let fr =
                (format!("Amendement {}", at + 1), format!("Dans le projet de résolution, {fr}"));
            (en, fr)
        })
        .collect();
    let en: Vec<_> = texts.iter().map(|(en, _)| (en.0.as_str(), en.1.as_str())).collect();
    let fr: Vec<_> = texts.iter().map(|(_, fr)| (fr.0.as_str(), fr.1.as_str())).collect();
    state(&[&english(&PAPER, &en), &french(&PAPIER, &fr)])
}

#[test]
fn ten_right_pairs_give_no_error() {
    assert_eq!(errors(&both(&RIGHT)), Vec::<&Finding>::new());
}

#[test]
fn wrong_pairs_give_one_error_each() {
    let state = both(&WRONG);
    let mut about: Vec<usize> = errors(&state)
        .into_iter()
        .filter_map(|finding| match finding {
            Finding::Languages(
                languages::Finding::PlacesDiffer { amendment, .. }
                | languages::Finding::WordsDiffer { amendment, .. },
            )
            | Finding::Wording { amendment, .. } => Some(*amendment),
            _ => None,
        })
        .collect();
    about.sort_unstable();
    assert_eq!(about, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], "{:?}", errors(&state));
    assert_eq!(errors(&state).len(), 10);
}

#[test]
fn other_operations_in_corresponding_sentences_are_a_note() {
    let state = both(&[(
        "paragraph 4, delete the words “to all boats”.",
        "paragraphe 4, remplacer les mots «ouverts à tous les bateaux» par le mot suivant: «ouverts»",
    )]);
    let codes: Vec<&str> = state.findings.iter().map(Finding::code).collect();
    assert_eq!(codes, ["operations-differ"]);
}

#[test]
fn the_table_office_sets_which_sentences_correspond() {
    let pair = [(
        "paragraph 3, delete the second sentence.",
        "paragraphe 3, supprimer la deuxième phrase.",
    )];
    let mut dossier = both(&pair).dossier;
    dossier.correspondences.push(Correspondence {
        langs: (Lang::FR, Lang::EN),
        part: 0,
        provision: "3".into(),
        groups: vec![(1, 1), (1, 1), (2, 1)],
    });
    let set = State::new(dossier, Default::default(), Vec::new());
    assert_eq!(errors(&set), Vec::<&Finding>::new());
    let written = hemicycle_engine::json::write(&set.dossier);
    assert!(written.contains("correspondences"));
}

#[test]
fn one_language_is_enough_where_the_amendment_says_so() {
    let en = english(&PAPER, &[("Amendment 1", "In the draft resolution, delete paragraph 4.")]);
    let delete = "Dans le projet de résolution, supprimer le paragraphe 4.";
    let silent =
        format!("Dans le projet de résolution, {}", "paragraphe 1, supprimer la deuxième phrase.");
    let fr = french(&PAPIER, &[("Amendement 1", delete), ("Amendement 2", &silent)]);
    let state = state(&[&en, &fr]);
    let expected = languages::Finding::OneLanguage { amendment: 1, lang: Lang::FR };
    assert_eq!(errors(&state), [&Finding::Languages(expected)]);
    assert_eq!(order(&state), ["2", "1"].map(str::to_owned).to_vec());
}
