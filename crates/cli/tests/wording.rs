//! `hemicycle wording` as the staff of a group would use it, on the papers of the Assembly of the
//! Lakes. That a wording gives exactly the edited text is checked by the command itself.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

const EN: &str = "examples/lakes-en.txt";
const FR: &str = "examples/lakes-fr.txt";
const A_2: &str = "Four lakes and eleven harbours belong to its members. Fog covers them on ninety \
                   days of the year, and yet ferries cross them by day and by night. In the last \
                   ten years the number of small boats has doubled.";
const A_10: &str =
    "The Assembly resolves to return to this matter when the lamps have been counted.";

/// Runs `wording` with the edited text at its standard input: exit status, output, errors.
fn wording(text: &str, args: &[&str]) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .arg("wording")
        .args(args)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary was built for this test");
    let mut input = child.stdin.take().expect("piped");
    // A run that is refused early does not read its input.
    let _ = input.write_all(text.as_bytes());
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("by itself"), text(output.stdout), text(output.stderr))
}

/// The wordings of an edit in English and French, each on a line.
fn both(number: &str, text: &str) -> Vec<String> {
    let (status, out, err) =
        wording(text, &[EN, FR, "--part", "A", "--paragraph", number, "--text", "-"]);
    assert_eq!(status, 0, "{err}");
    out.split("\n\n").map(|wording| wording.trim().replace('\n', " ")).collect()
}

#[test]
fn a_sentence_goes_in_both_languages_where_they_count_otherwise() {
    let without = A_2.replace(
        " Fog covers them on ninety days of the year, and yet ferries cross them by day and by night.",
        "",
    );
    assert_eq!(
        both("2", &without),
        [
            "In the draft resolution, paragraph 2, delete the second sentence.",
            "Dans le projet de résolution, paragraphe 2, supprimer les deuxième et troisième phrases."
        ]
    );
}

#[test]
fn new_words_are_marked_for_translation() {
    assert_eq!(
        both("2", &A_2.replace("night.", "night, without pilots.")),
        [
            "In the draft resolution, paragraph 2, at the end of the second sentence, insert the \
             following words: “, without pilots”",
            "Dans le projet de résolution, paragraphe 2, à la fin de la troisième phrase, insérer \
             les mots suivants: «[à traduire: , without pilots]»"
        ]
    );
}

#[test]
fn a_title_an_item_and_a_new_paragraph_are_worded() {
    assert_eq!(
        both("title", "Safe lakes")[0],
        "In the draft resolution, replace the title with the following words: “Safe lakes”"
    );
    assert_eq!(
        both("7.3", "to publish a map of the channels.")[0],
        "In the draft resolution, paragraph 7.3, replace the word “chart” with the following word: “map”"
    );
    assert_eq!(
        both("10", &format!("{A_10}\n\nIt thanks the lamp-keepers.\n"))[0],
        "In the draft resolution, after paragraph 10, insert the following paragraph: “It thanks the \
         lamp-keepers.”"
    );
}

#[test]
fn a_text_may_be_wrapped_and_bring_its_number() {
    let edited = A_10.replace("this matter", "it");
    let wrapped = format!("10. {}\r\n", edited.replace(" when", "\r\nwhen"));
    let expected = "In the draft resolution, paragraph 10, replace the words “this matter” with the \
                    following word: “it”";
    assert_eq!(both("10", &edited)[0], expected);
    assert_eq!(both("10.", &wrapped)[0], expected);
}

#[test]
fn without_the_other_draft_there_is_a_frame_or_a_refusal() {
    let edited = format!("{A_2} Pilots are few.");
    let args = [EN, "--part", "A", "--paragraph", "2", "--text", "-", "--lang", "fr"];
    let (status, out, err) = wording(&edited, &args);
    assert_eq!((status, out.as_str()), (1, ""), "{err}");
    assert!(err.contains("--frame-only"), "{err}");
    let (status, out, _) =
        wording(&edited, &[&args[..], &["--frame-only", "--format", "json"]].concat());
    assert_eq!(status, 0);
    let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(json["wordings"][0]["untranslated"], true);
    let frame = json["wordings"][0]["wording"].as_str().expect("text");
    assert!(frame.contains("«[à traduire: Pilots are few.]»"), "{frame}");
}

#[test]
fn half_of_a_sentence_of_the_other_language_is_refused_there() {
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(FR));
    let text = text.expect("the examples are part of the repository");
    let paragraph = text.lines().find_map(|line| line.strip_prefix("2. ")).expect("paragraph 2");
    let edited: Vec<&str> =
        paragraph.split_inclusive(". ").filter(|s| !s.contains("jour comme")).collect();
    let args = [FR, EN, "--part", "A", "--paragraph", "2", "--text", "-"];
    let (status, out, err) = wording(&edited.concat(), &args);
    assert_eq!(status, 1, "{err}");
    assert_eq!(
        out.trim(),
        "Dans le projet de résolution, paragraphe 2, supprimer la troisième phrase."
    );
    assert!(err.contains("[unsettled]"), "{err}");
}

#[test]
fn what_cannot_be_worded_is_refused_with_a_remedy() {
    let cases = [
        ("99", "x", "no-paragraph", "--part"),
        ("10", " \n", "empty", "--delete"),
        ("10", A_10, "unchanged", "as it should read"),
        (
            "7",
            "The Assembly calls on its members:\n\n7.1. to count lamps;",
            "sub-paragraphs",
            "7.1",
        ),
    ];
    for (number, text, code, remedy) in cases {
        let args = [EN, "--part", "A", "--paragraph", number, "--text", "-"];
        let (status, out, err) = wording(text, &args);
        assert_eq!((status, out.as_str()), (1, ""), "{number}: {err}");
        let said = err.replace("\n        ", " ");
        assert!(said.contains(&format!("error[{code}]")) && said.contains(remedy), "{said}");
    }
    let (status, _, err) = wording("x", &[EN, "--paragraph", "4", "--text", "-"]);
    assert_eq!(status, 2, "{err}");
    assert!(err.contains("A, B"), "{err}");
}
