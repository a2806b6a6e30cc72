//! A sub-amendment by editing: what changed in a new text is worded on as few words as tell its place.

use engine::subamendment::{edited, new_texts};
use engine::wording::Refusal;
use engine::{State, open};
use hemicycle_engine as engine;
use source::SourceFile;
use std::sync::Arc;
use text::Lang;

fn lakes() -> State {
    let file = |name: &str| {
        let path = format!("{}/../../examples/{name}", env!("CARGO_MANIFEST_DIR"));
        Arc::new(SourceFile::decode(name, &std::fs::read(path).expect("the example")))
    };
    open::open(vec![file("lakes-en.txt"), file("lakes-fr.txt")]).state
}

fn worded(
    state: &State,
    number: &str,
    lang: Lang,
    change: impl Fn(&str) -> String,
) -> Result<String, Refusal> {
    let at = state.dossier.position(number, None).expect("it is there");
    let mut texts = new_texts(state, at, lang);
    let first = texts.iter_mut().flatten().next().expect("a new text");
    *first = change(first);
    edited(state, at, &texts, lang)
}

#[test]
fn an_edited_new_text_is_worded() {
    let state = lakes();
    let en = |number, from: &str, to: &str| {
        worded(&state, number, Lang::EN, |text| text.replace(from, to))
    };
    for (number, from, to, wording) in [
        (
            "8",
            "doubled",
            "trebled",
            "replace the word “doubled” with the following word:\n“trebled”",
        ),
        (
            "8",
            "number of lamps",
            "number of red lamps",
            "replace the words “of lamps” with the following words:\n“of red lamps”",
        ),
        (
            "8",
            "In the last ten years the",
            "The",
            "replace the words “In the last ten years the” with the following word:\n“The”",
        ),
        ("2", " of last November", "", "delete the words “of last November”"),
        (
            "2",
            "searched for three days",
            "sought for four nights",
            "replace the word “searched” with the following word: “sought” and replace the words “three days” with the \
             following words: “four nights”",
        ),
    ] {
        let said = en(number, from, to).expect("worded");
        assert_eq!(said, format!("In amendment {number}, {wording}"));
    }
    assert_eq!(en("8", "zebra", ""), Err(Refusal::Unchanged));
    let fr = worded(&state, "8", Lang::FR, |text| text.replace("doublé", "triplé"));
    assert!(fr.expect("worded").contains("triplé"));
    assert_eq!(worded(&state, "8", Lang::EN, |_| " ".to_owned()), Err(Refusal::Empty));
}
