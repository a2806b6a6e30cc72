//! What is printed is read back: every example, in each format that has pages or tables and is read.
//!
//! Print is typeset and sets new text apart, so its words are not compared letter by letter; what they
//! do is: number, order, place, operation, tablers, falls of each amendment, as `check` reports them.

// What is skipped is said.
#![allow(clippy::print_stdout)]

use serde_json::Value;
use std::io::Read;
use std::path::Path;
use std::process::Command;

/// Formats and how the compendium is laid out in them.
const PRINTED: [(&str, &str); 6] = [
    ("html", "columns"),
    ("html", "linear"),
    ("docx", "columns"),
    ("docx", "linear"),
    ("odt", "columns"),
    ("odt", "linear"),
];

/// What a report says of an amendment that print carries.
const KEYS: [&str; 11] = [
    "number",
    "parent",
    "rank",
    "part",
    "provision",
    "unit",
    "operation",
    "executable",
    "tablers",
    "fells",
    "identical_to",
];

fn hemicycle(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_hemicycle")).args(arguments).output();
    output.expect("the command starts").stdout
}

fn amendments(file: &str) -> Vec<Value> {
    let report: Value = serde_json::from_slice(&hemicycle(&["check", file, "--format", "json"]))
        .unwrap_or_else(|error| panic!("{file}: {error}"));
    let kept = |amendment: &Value| KEYS.iter().map(|key| amendment[*key].clone()).collect();
    report["amendments"].as_array().into_iter().flatten().map(kept).collect()
}

#[test]
fn what_is_printed_is_read_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut seen, mut papers) = (0, Vec::new());
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples"))
        .expect("the examples")
    {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            papers.push(path);
        }
    }
    let seed = Path::new(env!("CARGO_MANIFEST_DIR"));
    let seed = seed.join("../../../shared/data/recueil-16245-fr.txt");
    match seed.exists() {
        true => papers.push(seed),
        false => println!("skipped: no shared data"),
    }
    for path in papers {
        let file = path.to_string_lossy().into_owned();
        let expected = amendments(&file);
        assert!(!expected.is_empty(), "{file}");
        for (extension, layout) in PRINTED {
            let out = folder.path().join(format!("paper.{extension}"));
            let out = Path::to_string_lossy(&out).into_owned();
            hemicycle(&["convert", &file, "-o", &out, "--layout", layout]);
            let found = amendments(&out);
            for (found, expected) in found.iter().zip(&expected) {
                assert_eq!(found, expected, "{file} as {extension}, {layout}");
            }
            assert_eq!(found.len(), expected.len(), "{file} as {extension}, {layout}");
            seen += 1;
        }
    }
    assert!(seen >= 8 * PRINTED.len(), "only {seen}");
}

/// Its lines without typography, but for the first, which names the paper.
fn words(text: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(text).into_owned();
    let line = |line: &str| {
        line.chars().filter(|sign| sign.is_alphanumeric() || *sign == '.').collect::<String>()
    };
    text.lines().skip(1).map(line).filter(|line| !line.is_empty()).collect()
}

/// What a log decided: the file and the tables that are made of what was read back are those that the log makes.
#[test]
fn what_a_log_decided_is_read_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let example = |name: &str| examples.join(name).to_string_lossy().into_owned();
    let [english, french] = ["lakes-en.txt", "lakes-fr.txt"].map(example);
    let log = example("sitting.jsonl");
    let of_log = ["compendium", &english, &french, "--log", &log];
    let bytes = |name: &str| std::fs::read(file(name)).expect("it was written");
    let by_log = |name: &str, lang: &str| {
        hemicycle(&[&of_log[..], &["--lang", lang, "-o", &file(name)]].concat());
    };
    by_log("told.json", "en");
    by_log("told-en.xml", "en");
    by_log("told-fr.xml", "fr");
    let (json, xml) = (file("told.json"), [file("told-en.xml"), file("told-fr.xml")]);
    let told = [vec![json.as_str()], xml.iter().map(String::as_str).collect()];
    for lang in ["en", "fr"] {
        for table in ["csv", "xlsx"] {
            let (first, back) = (format!("by-log.{table}"), format!("back.{table}"));
            by_log(&first, lang);
            for told in &told {
                let args = [&["convert"], &told[..], &["--lang", lang, "-o", &file(&back)]];
                hemicycle(&args.concat());
                assert!(bytes(&first) == bytes(&back), "{table} of {told:?}, {lang}");
            }
        }
        for told in &told {
            let args = [&["convert"], &told[..], &["--lang", lang, "-o", &file("back.xml")]];
            hemicycle(&args.concat());
            assert!(bytes(&format!("told-{lang}.xml")) == bytes("back.xml"), "{told:?}, {lang}");
        }
    }
    let text = String::from_utf8_lossy(&bytes("back.csv")).into_owned();
    assert!(text.contains(",rejeté,12,41,3"), "{text}");
}

/// The unpacked bytes of a part of a package.
fn part(package: &[u8], name: &str) -> String {
    let header = |at: usize| package[at..].starts_with(b"PK\x03\x04");
    let named = |at: &usize| header(*at) && package[*at + 30..].starts_with(name.as_bytes());
    let at = (0..package.len() - 30).find(named).expect("the part is there");
    let extra = usize::from(package[at + 28]) + 256 * usize::from(package[at + 29]);
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(&package[at + 30 + name.len() + extra..])
        .read_to_string(&mut text)
        .expect("it is deflated text");
    text
}

/// Author and date of each tracked change, in their order.
fn changes(file: &str) -> Vec<(String, String)> {
    let package = std::fs::read(file).expect("it was written");
    let between = |text: &str, before: &str, after: char| {
        let (_, rest) = text.split_once(before).unwrap_or_default();
        rest.split(after).next().unwrap_or_default().to_owned()
    };
    if file.ends_with("docx") {
        let text = part(&package, "word/document.xml");
        let changes =
            text.split('<').filter(|tag| tag.starts_with("w:ins ") || tag.starts_with("w:del "));
        let read = |tag: &str| (between(tag, "w:author=\"", '"'), between(tag, "w:date=\"", '"'));
        return changes.map(read).collect();
    }
    let text = part(&package, "content.xml");
    let infos = text.split("<office:change-info>").skip(1);
    let read =
        |info: &str| (between(info, "<dc:creator>", '<'), between(info, "<dc:date>", '<') + "Z");
    infos.map(read).collect()
}

/// Two amendments to one paragraph: each change has its own author and the moment at which that amendment was adopted.
#[test]
fn tracked_changes_bear_author_and_moment_of_their_amendments() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (paper, log, told) = (file("paper.txt"), file("log.jsonl"), file("told.json"));
    let text = "Doc. 7 – Compendium of written amendments\n\nA. Draft resolution\n\n\
        1. The Assembly thanks the pilots. It counts the boats, and the boats are many.\n\n\
        Amendment 1\nTabled by Ms Ada FOG\nIn the draft resolution, paragraph 1, replace the word \
        \"pilots\" with the following word: \"keepers\".\n\n\
        Amendment 2\nTabled by Ms Ida QUAY\nIn the draft resolution, paragraph 1, replace the word \
        \"many\" with the following word: \"few\".\n";
    std::fs::write(&paper, text).expect("it can be written");
    for (minute, step) in [
        ("00", "open"),
        ("01", "begin Sitting"),
        ("02", "call 2"),
        ("03", "move --by|Ms Ida QUAY"),
        ("04", "vote --for 31 --against 12"),
        ("05", "call 1"),
        ("06", "move --by|Ms Ada FOG"),
        ("07", "vote --for 40 --against 3"),
        ("08", "text A --for 40 --against 3"),
    ] {
        let (words, name) = step.split_once('|').unwrap_or((step, ""));
        let time = format!("2031-10-16T10:{minute}:00Z");
        let mut args = vec!["sitting", &paper, "--log", &log, "--time", &time];
        args.extend(words.split(' ').chain((!name.is_empty()).then_some(name)));
        hemicycle(&args);
    }
    hemicycle(&["compendium", &paper, "--log", &log, "-o", &told]);
    let change =
        |author: &str, minute: &str| (author.to_owned(), format!("2031-10-16T10:{minute}:00Z"));
    let (first, second) = ("Amendment 1 (Ms Ada FOG)", "Amendment 2 (Ms Ida QUAY)");
    let expected =
        [change(first, "07"), change(first, "07"), change(second, "04"), change(second, "04")];
    for extension in ["docx", "odt"] {
        let out = file(&format!("changes.{extension}"));
        // By the log, and by what the dossier records where no log is at hand.
        hemicycle(&["adopt", &paper, "--log", &log, "--changes", "-o", &out]);
        assert_eq!(changes(&out), expected, "{extension}");
        hemicycle(&["adopt", &told, "--adopted", "1,2", "--changes", "-o", &out]);
        assert_eq!(changes(&out), expected, "{extension}");
        // What is said of all counts for all.
        let decided = ["--changes", "--decided", "2031-11-01", "-o", &out];
        hemicycle(&[&["adopt", &paper, "--log", &log][..], &decided].concat());
        let dates: Vec<String> = changes(&out).into_iter().map(|(_, date)| date).collect();
        assert_eq!(dates, ["2031-11-01T00:00:00Z"; 4], "{extension}");
    }
}

#[test]
fn adopted_texts_are_read_back() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    for example in ["lakes-en.txt", "lakes-fr.txt", "harbours-en.txt", "harbours-fr.txt"] {
        let draft = examples.join(example).to_string_lossy().into_owned();
        let adopt = |more: &[&str]| {
            hemicycle(&[&["adopt", draft.as_str(), "--adopted", "1,2,3"], more].concat())
        };
        let text = adopt(&["-o", "-"]);
        for extension in ["txt", "html", "docx", "odt", "pdf"] {
            let out = file(&format!("adopted.{extension}"));
            adopt(&["-o", &out]);
            let back = hemicycle(&["convert", &out, "-o", "-"]);
            assert_eq!(words(&back), words(&text), "{example} as {extension}");
            let reference = String::from_utf8_lossy(&back[..8]).into_owned();
            assert!(reference.starts_with("Doc. 41"), "{example} as {extension}: {reference}");
        }
        // With its changes it is the draft, with what was adopted as amendments.
        for extension in ["docx", "odt"] {
            let out = file(&format!("changes.{extension}"));
            adopt(&["-o", &out, "--changes"]);
            let report = hemicycle(&["check", &out, "--format", "json"]);
            let report: Value = serde_json::from_slice(&report).expect("a report");
            let codes: Vec<_> = report["diagnostics"].as_array().into_iter().flatten().collect();
            let wrong: Vec<_> = codes.iter().filter(|found| found["severity"] == "error").collect();
            assert!(wrong.is_empty(), "{example} as {extension}: {wrong:#?}");
            let tabled = report["amendments"].as_array().map_or(0, Vec::len);
            assert!(tabled >= 2, "{example} as {extension}: {tabled}");
        }
    }
}

#[test]
fn changes_tracked_in_two_languages_are_amendments_in_both() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let draft =
        |lang: &str| examples.join(format!("lakes-{lang}.txt")).to_string_lossy().into_owned();
    for extension in ["docx", "odt"] {
        let (english, french) = (draft("en"), draft("fr"));
        for lang in ["en", "fr"] {
            let out = file(&format!("{lang}.{extension}"));
            let adopted = ["adopt", &english, &french, "--adopted", "1,2,3,8,12"];
            hemicycle(&[&adopted[..], &["--changes", "--lang", lang, "-o", &out]].concat());
        }
        let [english, french] = ["en", "fr"].map(|lang| file(&format!("{lang}.{extension}")));
        let report = hemicycle(&["check", &english, &french, "--format", "json"]);
        let report: Value = serde_json::from_slice(&report).expect("a report");
        let found = report["diagnostics"].as_array().expect("diagnostics");
        let severe: Vec<_> = found.iter().filter(|found| found["severity"] != "note").collect();
        assert!(severe.is_empty(), "{extension}: {severe:#?}");
        let wordings = |lang: &str| {
            let text = hemicycle(&["convert", &english, &french, "--lang", lang, "-o", "-"]);
            String::from_utf8(text).expect("UTF-8")
        };
        assert!(wordings("en").contains("Tabled by Ms Ada LINDQVIST, Mr Bruno CASTELL"));
        assert!(wordings("en").contains("paragraph 4, delete the word “wooden”"));
        assert!(wordings("fr").contains("paragraphe 4, supprimer les mots «en bois»"));
    }
}

#[test]
fn amendments_without_a_place_stay_apart() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    for (example, place, nowhere) in [
        ("harbours-en.txt", "paragraph 3, before the words", "paragraph 33, before the words"),
        ("harbours-fr.txt", "paragraphe 3, avant les mots", "paragraphe 33, avant les mots"),
    ] {
        let text = std::fs::read_to_string(examples.join(example)).expect("the example");
        assert!(text.contains(place), "{example}");
        std::fs::write(file("paper.txt"), text.replace(place, nowhere)).expect("it can be written");
        for extension in ["html", "docx", "odt", "pdf"] {
            let out = file(&format!("paper.{extension}"));
            hemicycle(&["convert", &file("paper.txt"), "-o", &out]);
            // Written and read again: no heading and no computed reason stands in a wording or note.
            let back = String::from_utf8(hemicycle(&["convert", &out, "-o", "-"])).expect("UTF-8");
            assert!(!back.contains("without a place") && !back.contains("sans place"), "{back}");
            assert!(!back.contains("there is no") && !back.contains("il n'y a pas"), "{back}");
        }
    }
}
