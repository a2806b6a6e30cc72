//! The papers of the example sitting: what they say is in `examples/papers`, and each format holds all of it.
//!
//! `UPDATE=1` writes the examples anew; read what it writes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn hemicycle(arguments: &[&str]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.args(arguments).current_dir(root()).output().expect("the command starts")
}

/// Events before the first sitting.
const BEFORE: usize = 27;

const FILES: [&str; 2] = ["examples/lakes-en.txt", "examples/lakes-fr.txt"];

const LANGS: [&str; 2] = ["en", "fr"];

/// The papers: name, and the command that draws it; `LOG` is the log it is drawn from.
fn papers(whole: &str, before: &str) -> Vec<(String, Vec<String>)> {
    let command = |words: &[&str], log: &str, lang: &str| {
        let words = words.iter().copied().chain(FILES).chain(["--log", log, "--lang", lang]);
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let of = |lang: &str| {
        [
            ("voting-list", command(&["paper", "voting-list"], before, lang)),
            ("script", command(&["paper", "script"], before, lang)),
            ("minutes", command(&["paper", "minutes"], whole, lang)),
            ("results", command(&["paper", "results"], whole, lang)),
            ("adopted", command(&["adopt"], whole, lang)),
        ]
        .map(|(name, command)| (format!("{name}-{lang}.txt"), command))
    };
    LANGS.into_iter().flat_map(of).collect()
}

/// Draws a paper to a file.
fn drawn(command: &[String], out: &Path) -> Vec<u8> {
    let out = out.to_string_lossy().into_owned();
    let mut arguments: Vec<&str> = command.iter().map(String::as_str).collect();
    arguments.extend(["-o", out.as_str()]);
    let run = hemicycle(&arguments);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{command:?}: {said}");
    std::fs::read(&out).expect("it was written")
}

fn logs(folder: &Path) -> (String, String) {
    let whole =
        std::fs::read_to_string(root().join("examples/sitting.jsonl")).expect("the example");
    let before: String = whole.split_inclusive('\n').take(BEFORE).collect();
    let path = folder.join("before.jsonl");
    std::fs::write(&path, before).expect("it can be written");
    ("examples/sitting.jsonl".to_owned(), path.to_string_lossy().into_owned())
}

#[test]
fn the_papers_of_the_example_are_what_they_were() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (whole, before) = logs(folder.path());
    for (name, command) in papers(&whole, &before) {
        let text = drawn(&command, &folder.path().join(&name));
        let example = root().join("examples/papers").join(&name);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(root().join("examples/papers")).expect("the folder");
            std::fs::write(&example, &text).expect("it can be written");
        }
        let expected = std::fs::read(&example).unwrap_or_default();
        assert!(text == expected, "{name}: UPDATE=1 writes it anew");
    }
}

/// Words of letters and figures, counted. Plain text marks what is raised with a caret, "1^er".
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in
        text.replace('^', "").split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
    {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// The text of a page or of a part of a package, without its tags.
fn without_tags(xml: &str) -> String {
    let mut text = String::new();
    let body = xml.find("<body").or(xml.find("<office:text")).unwrap_or(0);
    for piece in xml[body..].split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        // Runs of one word may be set apart; paragraphs and cells never join.
        let ends = tag.starts_with("/p") || tag.starts_with("/w:p") || tag.starts_with("/text:p");
        let ends = ends
            || tag == "/a"
            || tag.starts_with("/t")
            || tag.starts_with("/h")
            || tag.contains("tab");
        if ends {
            text.push(' ');
        }
        text.push_str(&words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"));
    }
    text
}

/// The words of a file that was drawn, as a program by others takes them out.
fn shown(path: &Path, bytes: &[u8]) -> String {
    let said = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        let output = command.args(arguments).output();
        let output = output.unwrap_or_else(|error| panic!("{program} is needed: {error}"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let file = path.to_string_lossy();
    let unpacked = "import sys, zipfile\n\
                    sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))";
    let part = |name| without_tags(&said("python3", &["-c", unpacked, &file, name]));
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => without_tags(std::str::from_utf8(bytes).expect("UTF-8")),
        Some("docx") => part("word/document.xml"),
        Some("odt") => part("content.xml"),
        _ => {
            let text = said("pdftotext", &[&file, "-"]);
            text.replace("\u{ad}\n", "").replace(['\u{ad}', '\u{2010}'], "")
        }
    }
}

#[test]
fn every_format_holds_every_word() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (whole, before) = logs(folder.path());
    for (name, command) in papers(&whole, &before) {
        let text = drawn(&command, &folder.path().join(&name));
        let wanted = words(&String::from_utf8(text).expect("UTF-8"));
        for extension in ["html", "docx", "odt", "pdf"] {
            let out = folder.path().join(format!("{name}.{extension}"));
            let bytes = drawn(&command, &out);
            let found = words(&shown(&out, &bytes));
            let lost: Vec<_> = wanted
                .iter()
                .filter(|(word, count)| found.get(*word).copied().unwrap_or(0) < **count)
                .collect();
            // The first line of plain text names the paper by two lines of the others.
            assert!(lost.is_empty(), "{name} as {extension} has lost {lost:?}");
        }
    }
}

#[test]
fn number_and_origin_are_those_of_the_printed_text_in_every_format() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    for lang in LANGS {
        let log = ["--log", "examples/sitting.jsonl", "--lang", lang];
        let command: Vec<String> =
            ["adopt"].into_iter().chain(FILES).chain(log).map(str::to_owned).collect();
        let draw = |name: &str| String::from_utf8(drawn(&command, &folder.path().join(name)));
        let printed = draw("adopted.txt").expect("UTF-8");
        let json = draw("adopted.json").expect("UTF-8");
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let texts = json["texts"].as_array().expect("a list");
        let text = texts.iter().find(|text| text["language"] == lang).expect("the language");
        let xml = draw("adopted.xml").expect("UTF-8").replace("&apos;", "'");
        for (at, number) in ["91 (2031)", "34 (2031)"].into_iter().enumerate() {
            let part = &text["parts"][at];
            assert_eq!(part["number"], number, "{lang}");
            let (name, origin) = (part["name"].as_str(), part["origin"].as_str());
            let (name, origin) = (name.expect("a name"), origin.expect("an origin"));
            assert!(printed.contains(&format!("\n{name}\n\n{origin}\n")), "{name} {origin}");
            assert!(xml.contains(&format!("<docNumber>{name}</docNumber>")), "{name} in {xml}");
            assert!(xml.contains(&format!(">{origin}<")), "{origin} in {xml}");
        }
        let read = hemicycle(&["convert", &out("adopted.xml"), "-o", &out("again.txt")]);
        let said = String::from_utf8_lossy(&read.stderr).into_owned();
        assert!(read.status.success(), "{said}");
        assert!(!said.contains("(2031)"), "nothing of it is found left over: {said}");
        assert!(std::fs::read_to_string(out("again.txt")).is_ok_and(|text| text.contains("1968")));
    }
}

#[test]
fn a_compendium_that_tells_outcomes_is_read_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let amendments = |file: &str| {
        let run = hemicycle(&["check", file, "--format", "json"]);
        let report: serde_json::Value = serde_json::from_slice(&run.stdout).expect("a report");
        let keys = ["number", "parent", "provision", "unit", "operation", "executable", "tablers"];
        let all = report["amendments"].as_array().cloned().unwrap_or_default();
        let kept = |one: &serde_json::Value| keys.map(|key| one[key].to_string());
        // The log has numbered another one, and one has no English text: whether a paper lists it is its own affair.
        let known = all.iter().filter(|one| one["number"] != "34" && one["number"] != "35");
        known.map(kept).collect::<Vec<_>>()
    };
    for (file, lang) in FILES.into_iter().zip(LANGS) {
        let expected = amendments(file);
        assert!(expected.len() > 30);
        for extension in ["txt", "html", "docx", "odt", "pdf"] {
            let out = folder.path().join(format!("compendium-{lang}.{extension}"));
            let out = out.to_string_lossy().into_owned();
            let log = ["--log", "examples/sitting.jsonl", "--lang", lang, "-o", &out];
            let command: Vec<&str> = ["compendium"].into_iter().chain(FILES).chain(log).collect();
            assert!(hemicycle(&command).status.success(), "{lang}, {extension}");
            assert_eq!(amendments(&out), expected, "{lang}, {extension}");
        }
    }
}
