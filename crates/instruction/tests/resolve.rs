//! What must not be guessed, and where operations on several paragraphs go.

use hemicycle_instruction as instruction;
use instruction::style::language;
use instruction::{Finding, Scope, parse, resolve};
use text::{Child, Draft, Index, Lang, Part, Provision, TextKind};

/// The words at the places of a wording, or the codes of what was found against it.
fn places(wording: &str) -> Vec<String> {
    let paragraphs = [
        "Boats rest by day. Old boats sink; nobody knows. It closes.",
        "Lamps burn by night, and by day. It closes early.",
        "Pilots rest by day.",
    ];
    let number = |at: usize| (at + 1).to_string();
    let provision =
        |(at, text): (usize, &&str)| Child::Provision(Provision::plain(number(at), *text));
    let part = Part {
        letter: "A".into(),
        kind: TextKind::Resolution,
        heading: "Draft resolution".into(),
        title: None,
        children: paragraphs.iter().enumerate().map(provision).collect(),
    };
    let draft = Draft { lang: Lang::EN, parts: vec![part] };
    let language = language(Lang::EN).expect("registered");
    let index = Index::new(&draft, &language.tables.sentences);
    let scope = Scope { draft: &draft, index: &index, part: Some(0), language };
    let wording = format!("In the draft resolution, {wording}");
    let written = parse(&wording, language).instruction.expect(&wording);
    let mut findings = Vec::new();
    match resolve(&written, &scope, &mut findings) {
        Some(placed) => {
            let spans = placed.operations.iter().map(|operation| operation.at().place.span());
            spans.map(|span| span.of(index.text()).to_owned()).collect()
        }
        None => findings.iter().map(Finding::code).map(str::to_owned).collect(),
    }
}

#[test]
fn words_are_sought_in_each_paragraph_named_and_in_no_other() {
    let both = "in paragraphs 1 and 3, replace the words “by day” with the following words: “now”";
    assert_eq!(places(both), ["by day", "by day"]);
    let missing = "in paragraphs 1 and 3, delete the words “by night”";
    assert_eq!(places(missing), ["words-not-found"]);
}

#[test]
fn a_quoted_sentence_is_a_whole_one() {
    let closes = |number: u32| {
        places(&format!("paragraph {number}, delete the following sentence: “It closes.”"))
    };
    assert_eq!(closes(1), ["It closes."]);
    assert_eq!(closes(2), ["words-not-found"]);
}

#[test]
fn the_final_mark_is_no_word() {
    assert_eq!(places("paragraph 3, delete all words after “Pilots”"), ["rest by day"]);
    let replaced = "paragraph 3, delete all words after “Pilots” and replace with the following \
                    words: “sleep.”";
    assert_eq!(places(replaced), ["rest by day."]);
}

#[test]
fn words_that_stand_twice_are_refused() {
    assert_eq!(places("delete the words “by day”"), ["words-ambiguous"]);
    assert_eq!(places("paragraph 1, delete the words “by day”"), ["by day"]);
}
