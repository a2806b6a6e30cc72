//! Wordings prepared for the other language, and what law 9 says of the words that people put into them.

use hemicycle_engine::translation::{Worded, judged, translation};
use hemicycle_engine::{State, open};
use source::SourceFile;
use std::sync::Arc;
use text::Lang;

fn lakes() -> State {
    let read = |name: &str| {
        let path = format!("{}/../../examples/{name}", env!("CARGO_MANIFEST_DIR"));
        Arc::new(SourceFile::new(name, std::fs::read_to_string(path).expect("the example")))
    };
    open::open(vec![read("lakes-en.txt"), read("lakes-fr.txt")]).state
}

/// Filled with the words of the French version, a wording prepared from the English one does what the French one does.
#[test]
fn with_the_right_words_it_is_the_other_wording() {
    let state = lakes();
    let (mut prepared, mut blanks, mut offered) = (0, 0, 0);
    let mut others = Vec::new();
    for at in 0..state.dossier.amendments.len() {
        let amendment = &state.dossier.amendments[at];
        let Some(french) = amendment.text(Lang::FR) else { continue };
        let Some(made) = translation(&state, at, Lang::EN, Lang::FR) else { continue };
        let Some(back) = translation(&state, at, Lang::FR, Lang::EN) else { continue };
        prepared += 1;
        blanks += made.blanks.len();
        offered += made.blanks.iter().filter(|blank| blank.likely.is_some()).count();
        if made.blanks.len() != back.blanks.len() {
            continue;
        }
        let words: Vec<String> = back.blanks.iter().map(|blank| blank.original.clone()).collect();
        let worded = |wording: String| Worded { lang: Lang::FR, wording, note: String::new() };
        let own =
            judged(&state, at, &[worded(french.wording.clone())], false).expect("it is there");
        let filled = made.filled(&words);
        let found = judged(&state, at, &[worded(filled.clone())], false).expect("it is there");
        let codes = |judged: &hemicycle_engine::translation::Judged| {
            let grave =
                judged.findings.iter().filter(|one| one.severity() == source::Severity::Error);
            grave.map(|one| one.code()).collect::<Vec<_>>()
        };
        // Sub-amendments are counted in wordings, which need not correspond.
        if amendment.parent.is_none() && codes(&found) != codes(&own) {
            others.push(amendment.cited());
        }
    }
    // "Before the word “chart”" is "after the word “commune”": there the order of words is another one.
    assert_eq!(others, ["27"]);
    assert!(prepared >= 25 && blanks > 40 && offered > 10, "{prepared} {blanks} {offered}");
}

#[test]
fn other_words_are_told() {
    let state = lakes();
    let mut told = 0;
    for at in 0..state.dossier.amendments.len() {
        let Some(made) = translation(&state, at, Lang::EN, Lang::FR) else { continue };
        if made.blanks.iter().all(|blank| blank.new) {
            continue;
        }
        let words = vec!["zéphyr".to_owned(); made.blanks.len()];
        let text = Worded { lang: Lang::FR, wording: made.filled(&words), note: String::new() };
        let found = judged(&state, at, &[text], false).expect("it is there");
        let grave = found.findings.iter().any(|one| one.severity() == source::Severity::Error);
        assert!(grave, "{}: words that stand nowhere are found nowhere", made.filled(&words));
        told += 1;
    }
    assert!(told > 5, "{told}");
    assert!(judged(&state, usize::MAX, &[], true).is_none());
    assert!(translation(&state, usize::MAX, Lang::EN, Lang::FR).is_none());
}
