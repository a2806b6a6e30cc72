//! Law 8 for plain text and JSON: what is written is read back to the same dossier.

use hemicycle_engine::read::{Finding, read};
use hemicycle_engine::state::Profile;
use hemicycle_engine::{Dossier, State, json, txt};
use source::SourceFile;
use std::sync::Arc;

const LAKES: &str = include_str!("lakes.txt");

fn dossier(text: &str) -> (Dossier, Vec<Finding>) {
    let read = read(Arc::new(SourceFile::new("lakes.txt", text)));
    (read.dossier, read.findings)
}

fn written(dossier: &Dossier) -> String {
    let lang = dossier.versions[0].lang;
    let state = State::new(dossier.clone(), Profile::default(), Vec::new());
    txt::write(&state, lang)
}

/// Reads, writes, reads and writes again; returns what was written.
fn there_and_back(text: &str) -> String {
    let (first, _) = dossier(text);
    let out = written(&first);
    let (second, findings) = dossier(&out);
    assert!(
        first.says_the_same_as(&second),
        "{}\n--- written ---\n{out}\n--- read ---\n{}",
        json::write(&first),
        json::write(&second)
    );
    assert_eq!(out, written(&second), "a fixed point");
    let repairs: Vec<&Finding> = findings
        .iter()
        .filter(|finding| {
            !matches!(
                finding.code(),
                "no-amendments"
                    | "wording-missing"
                    | "provision-number-gap"
                    | "not-a-compendium"
                    | "no-draft"
            )
        })
        .collect();
    assert!(repairs.is_empty(), "nothing to repair in what was written: {repairs:?}\n{out}");
    out
}

#[test]
fn the_whole_of_a_dossier() {
    let (read, findings) = dossier(LAKES);
    assert_eq!(read.reference.as_deref(), Some("Doc. 12"));
    let version = &read.versions[0];
    assert_eq!(version.title.as_deref(), Some("Safe boats on the northern lakes"));
    assert_eq!(version.draft.parts.len(), 2);
    let title = |part: usize| {
        version.draft.parts[part].title.as_ref().map(|title| title.content.text.as_str())
    };
    assert_eq!(title(0), Some("Safe boats on the northern lakes"));
    assert_eq!(title(1), Some("Fog on the lakes"));
    let names: Vec<(&str, Option<&str>, Option<u32>)> =
        read.amendments.iter().map(|a| (a.number.as_str(), a.parent.as_deref(), a.part)).collect();
    assert_eq!(
        names,
        [
            ("3", None, Some(0)),
            ("1", Some("3"), Some(0)),
            ("1", None, Some(0)),
            ("2", None, Some(1))
        ]
    );
    let three = &read.amendments[0].texts[0];
    assert_eq!(
        three.tablers.names,
        ["Ms Ada FOG", "Mr Bo REED (Westshore, LAMP)", "Mr Cy MOOR", "Ms Di WELL"]
    );
    assert_eq!(three.falling[0].others, ["1", "2"]);
    assert_eq!(three.remarks, ["(concerns only the English version)"]);
    assert_eq!(three.note.len(), 2);
    assert_eq!(three.wording.lines().count(), 3);
    assert!(three.wording.ends_with("3. The pilots are paid.\""), "{}", three.wording);
    assert!(read.amendments[1].texts[0].tablers.committee);
    let codes: Vec<&str> = findings.iter().map(Finding::code).collect();
    assert_eq!(codes, ["contents-skipped"]);
    there_and_back(LAKES);
}

#[test]
fn json_carries_all_of_it() {
    let (read, _) = dossier(LAKES);
    let text = json::write(&read);
    let again = json::read(&text).expect("what was written is read");
    assert_eq!(json::write(&again), text);
    assert!(read.says_the_same_as(&again));
}

#[test]
fn json_errors_say_where() {
    let (read, _) = dossier(LAKES);
    let text = json::write(&read);
    let broken = |from: &str, to: &str| match json::read(&text.replacen(from, to, 1)) {
        Ok(_) => "read".to_owned(),
        Err(error) => error.to_string(),
    };
    assert_eq!(
        broken("\"superscript\"", "\"raised\""),
        "at $.versions[0].parts[0].children[1].children[3].marks[0].kind: no mark is called \"raised\""
    );
    assert_eq!(
        broken("\"committee\": false", "\"committee\": 0"),
        "at $.amendments[0].texts[0].tablers.committee: true or false is wanted here, and this is a number"
    );
    assert_eq!(
        broken("\"letter\"", "\"lettre\""),
        "at $.versions[0].parts[0]: the key \"lettre\" means nothing here"
    );
    assert!(broken("{", "[").starts_with("not JSON: "));
}

#[test]
fn text_that_looks_like_something_else() {
    let texts = [
        "1. The lake.\n\nAmendment 1\n\nIn the draft resolution, delete paragraph 1.\n\n\\Amendment 2\n\n\\2. Boats.\n",
        "1. The lake.\n\n\\(a lamp)\n\n\\7\n\n\\\\boats\n\n2. Fog.\n\nAmendment 1\nDelete paragraph 1.\n",
        "A. Draft resolution\n\n\\Loose words\n\nTitle: not this.\n\n1. Lake.\n\nAmendment 1\nDelete paragraph 1.\n",
        "A. Draft resolution\n\nTitle: A. Draft resolution\n\n1. Lake.\n\nAmendment 1\nDelete paragraph 1.\n",
        "Doc. 1 – Compendium of written amendments\n\n\\12 March 2031\n\n1. Lake.\n\nAmendment 1\nDelete paragraph 1.\n",
        "1. Lake.\n2. Boats.\n\nAmendment 1\n\nReplace paragraph 2 with:\n\n\"one of\n\n\\3. three\n\nlamps\"\n",
        "1. Lake.\n\nAmendment 1\n\nReplace paragraph 1 with:\n\n\"1. one.\n\n2. two.\n\n3. three.\"\n\n2. Boats.\n",
        "1. Lake:\n  1.1. boats\n\n  \\and lamps\n\n2. Fog.\n\nAmendment 1\nDelete paragraph 1.\n",
        "1. Lake.\n\nAmendment 1\n\nExplanatory note: 1. fog\n\n\\2. lamps\n\n\\Explanatory note: no\n\n\\In the draft resolution, say nothing.\n",
        "A. Draft resolution\n\n1. Lake.\n\nB. Draft recommendation\n\n1. Boats.\n\nB. Draft recommendation\n\nAmendment 1\nDelete paragraph 1.\n",
        "A. Draft resolution\n\n1. Lake.\n\nB. Draft recommendation\n\n1. Boats.\n\nAmendment 1\nDelete paragraph 1.\n",
        "A. Draft resolution\n\n1. Lake.\n\nAmendment 1\nDelete paragraph 1.\n\nAmendments\n\nAmendment 2\nAdd:\n\"x\n2. y\"\n",
        // A repeated heading ends paragraph 1: what follows is no closing text of it.
        "A. Draft resolution\n\n1. Lake.\n\nA. Draft resolution\n\nLoose words.\n\n2. Fog.\n\nAmendment 1\nDelete paragraph 1.\n",
        // An edition that ends with a full stop of its own.
        "Doc. 1 – Compendium of written amendments\n\n(rev. )\n\n1. Lake.\n\nAmendment 1\nDelete paragraph 1.\n",
        // A quotation that is never closed, and unnumbered text of the draft behind its place.
        "1. Lake:\n  1.1. boats;\nand fog.\n\n2. Fog.\n\nAmendment 1\nIn the draft resolution, replace paragraph 1 with:\n\n“Lamps\n",
        // A backslash with nothing behind it is nothing.
        "1. Lake.\n\n\\\n\n2. Fog.\n\nAmendment 1\nDelete paragraph 1.\nExplanatory note: fog\n\\\n",
    ];
    for text in texts {
        there_and_back(text);
    }
}

#[test]
fn the_examples_and_the_published_compendium() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for name in [
        "../shared/data/recueil-16245-fr.txt",
        "examples/lakes-en.txt",
        "examples/lakes-fr.txt",
        "examples/disagreements-en.txt",
        "examples/disagreements-fr.txt",
    ] {
        if let Ok(bytes) = std::fs::read(root.join(name)) {
            there_and_back(&SourceFile::decode(name, &bytes).text);
        }
    }
}
