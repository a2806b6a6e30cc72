//! Each command once, end to end: that the wire is connected, the exit status and the files.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const PAPER: &str = "\
Doc. 7 – Compendium of written amendments
01/02/2026

(Final version)

Safe lakes

A. Draft resolution

1. The Assembly thanks the pilots. It counts the boats yearly.
2. It calls on the harbours to keep the lamps lit. Fog is common in winter.

Amendment 1

Tabled by Ms Ada REED, Mr Tom WADE

In the draft resolution, paragraph 2, replace the last sentence with the following sentence:

\"Fog is rare.\"

Amendment 2

Tabled by Ms Ada REED

In the draft resolution, delete paragraph 2.
";

fn hemicycle(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(args)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .output()
        .expect("the binary was built for this test")
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("paper.txt"), PAPER).expect("a file in it");
    folder
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("ended by itself")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[test]
fn check_lists_the_amendments_in_calling_order() {
    let folder = folder();
    let output = hemicycle(&["check", "paper.txt"], folder.path());
    let text = out(&output);
    assert_eq!(status(&output), 0, "{text}");
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("no {words} in\n{text}"));
    assert!(at("fells 1") < at("falls with 2"), "{text}");
    assert!(text.ends_with("2 amendments: no errors, no warnings, no notes\n"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(!text.contains('\u{1b}'), "colours in a pipe");
}

#[test]
fn check_as_json_has_the_keys_of_the_schema() {
    let folder = folder();
    let output = hemicycle(&["check", "paper.txt", "--format", "json"], folder.path());
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let first = &report["amendments"][0];
    assert_eq!(first["number"], "2");
    assert_eq!(first["rank"], 1);
    assert_eq!(first["unit"], "provision");
    assert_eq!(first["operation"], "delete");
    assert_eq!(first["fells"], serde_json::json!(["1"]));
    assert_eq!(first["clashes"][0]["kind"], "overtakes");
    let second = &report["amendments"][1];
    assert_eq!(second["operations"][0]["start"], 48);
    assert_eq!(second["operations"][0]["end"], 72);
    assert_eq!(second["operations"][0]["sentences"], serde_json::json!([2, 2]));
    let reason = &second["clashes"][0]["reason"];
    assert_eq!(
        reason["en"],
        "amendment 1 replaces the second sentence of paragraph 2; amendment 2 deletes that paragraph"
    );
    assert_eq!(
        reason["fr"],
        "l'amendement 1 remplace la deuxième phrase du paragraphe 2; l'amendement 2 supprime ce \
         paragraphe"
    );
}

#[test]
fn adopt_writes_the_text_or_no_file() {
    let folder = folder();
    let path = folder.path();
    let output = hemicycle(&["adopt", "paper.txt", "--adopted", "1", "-o", "a.txt"], path);
    assert_eq!(status(&output), 0);
    let text = std::fs::read_to_string(path.join("a.txt")).expect("it was written");
    assert!(text.contains("lamps lit. Fog is rare."), "{text}");
    let output = hemicycle(&["adopt", "paper.txt", "--adopted", "1,2", "-o", "b.txt"], path);
    assert_eq!(status(&output), 1);
    assert!(!path.join("b.txt").exists());
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("error[falls]:"), "{said}");
    let output = hemicycle(&["adopt", "paper.txt", "--sequence", "1,2", "-o", "c.txt"], path);
    assert_eq!(status(&output), 0);
    let left: Vec<_> = std::fs::read_dir(path).expect("the folder").collect();
    assert_eq!(left.len(), 3, "nothing beside the paper and two texts: {left:?}");
}

#[test]
fn akoma_ntoso_is_read_as_the_paper_it_was_written_from() {
    let folder = folder();
    let written = hemicycle(&["compendium", "paper.txt", "-o", "paper.xml"], folder.path());
    assert_eq!(status(&written), 0);
    let [of_text, of_xml] = ["paper.txt", "paper.xml"].map(|name| {
        let output = hemicycle(&["check", name, "--format", "json"], folder.path());
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        report["amendments"].clone()
    });
    assert!(of_xml.as_array().is_some_and(|amendments| amendments.len() == 2));
    assert_eq!(of_text, of_xml);
    let path = folder.path().join("paper.xml");
    let xml = std::fs::read_to_string(&path).expect("it was written");
    std::fs::write(&path, xml.replace("</akomaNtoso>", "")).expect("it can be written");
    let output = hemicycle(&["check", "paper.xml"], folder.path());
    assert_eq!(status(&output), 2);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("paper.xml: line "), "{said}");
}

#[test]
fn compendium_chooses_by_extension() {
    let folder = folder();
    let kinds =
        [("c.html", "<!DOCTYPE html>"), ("c.json", "{"), ("c.txt", "Doc. 7"), ("c.xml", "<?xml ")];
    let tables =
        [("c.csv", "\u{feff}Rank,Number,"), ("c.xlsx", "PK"), ("c.docx", "PK"), ("c.odt", "PK")];
    for (name, begins) in kinds.into_iter().chain(tables) {
        let output = hemicycle(&["compendium", "paper.txt", "-o", name], folder.path());
        assert_eq!(status(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
        let bytes = std::fs::read(folder.path().join(name)).expect("it was written");
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.starts_with(begins), "{name}: {}", text.lines().next().unwrap_or(""));
    }
    let output = hemicycle(&["adopt", "paper.txt", "--adopted", "1", "-o", "a.csv"], folder.path());
    assert_eq!(status(&output), 2, "a table is no text");
    let output = hemicycle(&["compendium", "paper.txt", "-o", "c.rtf"], folder.path());
    assert_eq!(status(&output), 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("pdf, html, docx, odt, xml"));
}

#[test]
fn explain_says_what_it_does_and_what_fells_it() {
    let folder = folder();
    let output = hemicycle(&["explain", "paper.txt", "1"], folder.path());
    let text = out(&output);
    assert_eq!(status(&output), 0, "{text}");
    assert!(text.contains("amendment 1 replaces the second sentence of paragraph 2"), "{text}");
    assert!(text.contains("it falls if one of these is adopted: 2"), "{text}");
    let output = hemicycle(&["explain", "paper.txt", "9"], folder.path());
    assert_eq!(status(&output), 2);
    assert!(String::from_utf8_lossy(&output.stderr).contains("there are 1, 2"));
}

#[test]
fn wording_goes_from_an_edited_paragraph_to_a_wording() {
    let folder = folder();
    let edited = "The Assembly thanks the pilots. It counts the ferries yearly.";
    std::fs::write(folder.path().join("edited.txt"), edited).expect("a file");
    let args = ["wording", "paper.txt", "--paragraph", "1", "--text", "edited.txt"];
    let output = hemicycle(&args, folder.path());
    assert_eq!(status(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    assert!(out(&output).contains("ferries"), "{}", out(&output));
    let mut french = args.to_vec();
    french.extend(["--lang", "fr"]);
    assert_eq!(status(&hemicycle(&french, folder.path())), 1);
}

#[test]
fn bad_input_is_a_finding_and_a_missing_file_is_not() {
    let folder = folder();
    std::fs::write(folder.path().join("empty.txt"), "").expect("a file");
    let output = hemicycle(&["check", "empty.txt"], folder.path());
    assert_eq!(status(&output), 1);
    assert!(out(&output).contains("error[empty-file]:"), "{}", out(&output));
    assert_eq!(status(&hemicycle(&["check", "absent.txt"], folder.path())), 2);
    assert_eq!(status(&hemicycle(&["chek"], folder.path())), 2);
}

#[test]
fn the_standard_input_is_a_file_and_a_closed_pipe_is_no_trouble() {
    let folder = folder();
    let mut child = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(["compendium", "-", "-o", "-"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary was built for this test");
    let mut input = child.stdin.take().expect("piped");
    input.write_all(PAPER.as_bytes()).expect("it reads its input");
    drop(input);
    drop(child.stdout.take());
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn completions_and_manual_page_name_every_command() {
    let folder = folder();
    for args in [&["completions", "bash"][..], &["man"]] {
        let output = hemicycle(args, folder.path());
        assert_eq!(status(&output), 0);
        let text = out(&output);
        for command in ["check", "compendium", "adopt", "explain", "wording", "diff"] {
            assert!(text.contains(command), "{args:?}: {command}");
        }
    }
}

#[test]
fn a_sub_amendment_is_named_by_its_place_in_the_wording() {
    let folder = folder();
    let paper = format!(
        "{PAPER}\nSub-amendment 1 to amendment 1\n\nTabled by Ms Ada REED\n\n\
         In amendment 1, replace the word \"rare\" with the following word: \"thin\"\n"
    );
    std::fs::write(folder.path().join("sub.txt"), paper).expect("a file");
    let checked = out(&hemicycle(&["check", "sub.txt"], folder.path()));
    assert!(checked.contains("amendment 1, the word “rare”"), "{checked}");
    let explained = out(&hemicycle(&["explain", "sub.txt", "1/1"], folder.path()));
    let first = explained.lines().next().unwrap_or_default();
    assert_eq!(first, "sub-amendment 1 to amendment 1: replace, the word “rare”");
}

#[test]
fn a_feed_is_written_of_a_paper_that_has_a_day() {
    let folder = folder();
    let path = folder.path();
    let output = hemicycle(&["compendium", "paper.txt", "-o", "paper.atom"], path);
    assert_eq!(status(&output), 0);
    let feed = std::fs::read_to_string(path.join("paper.atom")).expect("it was written");
    assert_eq!(feed.matches("<entry>").count(), 2, "{feed}");
    std::fs::write(path.join("no-day.txt"), PAPER.replace("01/02/2026\n", "")).expect("a file");
    let output = hemicycle(&["compendium", "no-day.txt", "-o", "no-day.atom"], path);
    assert_eq!(status(&output), 2);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("a feed needs the day of the paper, and it has no date"), "{said}");
    assert!(!path.join("no-day.atom").exists());
    let output = hemicycle(&["adopt", "paper.txt", "--adopted", "1", "-o", "x.atom"], path);
    assert_eq!(status(&output), 2);
}

#[test]
fn a_table_tells_what_the_log_says() {
    let folder = folder();
    let path = folder.path();
    let sitting = |what: &[&str]| {
        let before = ["sitting", "paper.txt", "--log", "l.jsonl", "--time", "2031-10-16T10:00:00Z"];
        assert_eq!(status(&hemicycle(&[&before[..], what].concat(), path)), 0, "{what:?}");
    };
    sitting(&["open"]);
    sitting(&["position", "1", "against", "--committee", "Committee on Lamps"]);
    sitting(&["begin", "Third sitting"]);
    sitting(&["call", "1"]);
    sitting(&["move", "--by", "Ms Ada FOG", "--taken-over"]);
    sitting(&["vote", "--for", "31", "--against", "71", "--abstentions", "7"]);
    let output = hemicycle(&["compendium", "paper.txt", "--log", "l.jsonl", "-o", "x.csv"], path);
    assert_eq!(status(&output), 0);
    let table = std::fs::read_to_string(path.join("x.csv")).expect("it was written");
    assert!(table.contains("Committee on Lamps: against,rejected,31,71,7"), "{table}");
    let output = hemicycle(&["compendium", "paper.txt", "--log", "l.jsonl", "-o", "x.atom"], path);
    assert_eq!(status(&output), 2);
}

#[test]
fn an_event_of_which_nothing_follows_here_is_not_recorded() {
    let folder = folder();
    let path = folder.path();
    let sitting = |what: &[&str]| {
        hemicycle(&[&["sitting", "paper.txt", "--log", "l.jsonl"], what].concat(), path)
    };
    assert_eq!(status(&sitting(&["open"])), 0);
    let before = std::fs::read(path.join("l.jsonl")).expect("the log");
    let event = r#"{"draft-revised":{"dossier":"00","reason":"a misprint"}}"#;
    let output = sitting(&["event", event]);
    assert_eq!(status(&output), 2);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("recorded with the files of the new one"), "{said}");
    assert_eq!(std::fs::read(path.join("l.jsonl")).expect("the log"), before);
    let event = r#"{"published":{"edition":"final","name":"Final version"}}"#;
    assert_eq!(status(&sitting(&["event", event])), 0);
}
