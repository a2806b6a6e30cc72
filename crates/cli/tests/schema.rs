//! The published schemas (`docs/schema`) and what is read and written agree, by an outside validator:
//! Python's `jsonschema`, which `./test` installs.

// What is skipped is said.
#![allow(clippy::print_stdout)]

use engine::report::{self, Options};
use engine::{diff, json, open};
use procedure::log::Entry;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use testkit::dossiers::rich;
use testkit::random::Random;
use testkit::tabled::{Marks, tabled};
use text::Lang;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn hemicycle(args: &[&str]) -> Vec<u8> {
    let run = Command::new(env!("CARGO_BIN_EXE_hemicycle")).args(args).current_dir(root()).output();
    run.expect("the binary was built for this test").stdout
}

/// Files to be validated, in a folder of their own.
struct Files {
    folder: tempfile::TempDir,
    count: usize,
}

impl Files {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder"), count: 0 }
    }

    /// Keeps a file to be held against `schema`; `closed` allows no keys that the schema does not name.
    fn keep(&mut self, schema: &str, closed: bool, bytes: &[u8]) -> String {
        self.count += 1;
        let name =
            format!("{schema}-{}{}", self.count, if closed { ".closed.json" } else { ".json" });
        std::fs::write(self.folder.path().join(&name), bytes).expect("a file in it");
        name
    }

    /// For each file why it is not valid, or nothing; `None` where there is no validator.
    fn validated(&self) -> Option<BTreeMap<String, Option<String>>> {
        let program = root().join("crates/cli/tests/schema/validate.py");
        let mut python = Command::new("python3");
        python.arg(program).arg(root().join("docs/schema")).arg(self.folder.path());
        let Ok(run) = python.env("PYTHONPATH", root().join("target/tools/python")).output() else {
            println!("skipped: python3 is not there");
            return None;
        };
        let said = String::from_utf8_lossy(&run.stdout).into_owned();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        if said.starts_with("skipped") {
            print!("{said}");
            return None;
        }
        let line = |line: &str| {
            let mut cells = line.split('\t').map(str::to_owned);
            let (name, outcome) = (cells.next()?, cells.next()?);
            Some((name, (outcome == "no").then(|| cells.next().unwrap_or_default())))
        };
        let found: BTreeMap<_, _> = said.lines().filter_map(line).collect();
        assert_eq!(found.len(), self.count, "each file has its line");
        Some(found)
    }
}

#[test]
fn the_command_prints_the_published_files() {
    for name in ["dossier", "report", "adopted", "wording", "diff", "log", "entry"] {
        let file =
            std::fs::read(root().join(format!("docs/schema/{name}-1.json"))).expect("a file");
        assert_eq!(hemicycle(&["schema", name]), file, "{name}");
    }
}

#[test]
fn the_languages_of_the_schema_are_those_that_are_read() {
    let file = std::fs::read(root().join("docs/schema/dossier-1.json")).expect("a file");
    let schema: Value = serde_json::from_slice(&file).expect("JSON");
    let known: Vec<_> = instruction::style::languages().iter().map(|one| one.lang.tag()).collect();
    assert_eq!(schema["$defs"]["language"]["enum"], serde_json::json!(known));
}

/// What the program says of files kept in the repository, and of the seed where it is at hand.
fn of_papers(files: &mut Files) {
    let out = tempfile::tempdir().expect("a temporary folder");
    let to = |name: &str| out.path().join(name).to_string_lossy().into_owned();
    let (dossier, text, adopted_text) = (to("x.json"), to("x.txt"), to("adopted.json"));
    let mut papers: Vec<Vec<String>> = Vec::new();
    for name in ["lakes", "harbours", "conditions", "disagreements"] {
        let file = |lang: &str| format!("examples/{name}-{lang}.txt");
        papers.extend([vec![file("en"), file("fr")], vec![file("fr")]]);
    }
    let seed = "../shared/data/recueil-16245-fr.txt";
    match root().join(seed).exists() {
        true => papers.push(vec![seed.to_owned()]),
        false => println!("skipped: no shared data"),
    }
    for paper in &papers {
        let paper: Vec<&str> = paper.iter().map(String::as_str).collect();
        let run = |before: &[&str], after: &[&str]| hemicycle(&[before, &paper, after].concat());
        let report = run(&["check"], &["--format", "json"]);
        files.keep("report", true, &report);
        let counted = run(&["check"], &["--format", "json", "--relations", "counts"]);
        files.keep("report", true, &counted);
        let report: Value = serde_json::from_slice(&report).expect("JSON");
        let amendments = report["amendments"].as_array().map(Vec::as_slice).unwrap_or_default();
        let cited = amendments.iter().filter_map(|one| one["cited"].as_str());
        let cited: Vec<&str> = cited.collect();
        files.keep("report", true, &run(&["explain"], &[cited[0], "--format", "json"]));
        // The first alone is adopted; all together are refused.
        for adopted in [cited[0].to_owned(), cited.join(",")] {
            let said = run(&["adopt"], &["--adopted", &adopted, "--format", "json", "-o", &text]);
            files.keep("report", true, &said);
        }
        run(&["adopt"], &["--adopted", cited[0], "-o", &adopted_text]);
        files.keep("adopted", true, &std::fs::read(&adopted_text).expect("it was written"));
        run(&["convert"], &["-o", &dossier]);
        files.keep("dossier", true, &std::fs::read(&dossier).expect("it was written"));
    }
    let lakes = ["adopt", "examples/lakes-en.txt", "examples/lakes-fr.txt"];
    hemicycle(&[&lakes[..], &["--log", "examples/sitting.jsonl", "-o", &adopted_text]].concat());
    files.keep("adopted", true, &std::fs::read(&adopted_text).expect("it was written"));
    let edited = to("edited.txt");
    std::fs::write(&edited, "The keepers of the gates sleep in large huts.")
        .expect("it is written");
    for papers in [
        vec!["examples/harbours-en.txt"],
        vec!["examples/harbours-en.txt", "examples/harbours-fr.txt"],
    ] {
        let edit = ["--paragraph", "3", "--text", &edited, "--format", "json"];
        files.keep("wording", true, &hemicycle(&[&["wording"], &papers[..], &edit].concat()));
    }
    let differences =
        ["diff", "examples/lakes-en.txt", "examples/harbours-en.txt", "--format", "json"];
    files.keep("diff", true, &hemicycle(&differences));
}

/// What is written of arbitrary dossiers.
fn of_seeds(files: &mut Files) {
    let mut older = open::Opened::default();
    for seed in 0..30 {
        let made = match seed % 2 {
            0 => rich(seed),
            _ => {
                tabled(seed, if seed % 4 == 1 { Lang::EN } else { Lang::FR }, 5, 8, Marks::Italics)
            }
        };
        files.keep("dossier", true, json::write(&made).as_bytes());
        let opened = open::dossier(made);
        for full in [true, false] {
            let options = Options { full, ..Options::of(&opened.state, Lang::EN) };
            let said = report::check(&opened, &options).to_string();
            files.keep("report", true, said.as_bytes());
        }
        for at in 0..opened.state.dossier.amendments.len().min(3) {
            let said = report::explain(&opened, at, Lang::FR).to_string();
            files.keep("report", true, said.as_bytes());
        }
        let said = diff::report(&diff::compare(&older.state, &opened.state)).to_string();
        files.keep("diff", true, said.as_bytes());
        older = opened;
    }
}

#[test]
fn all_that_is_written_is_valid_and_has_no_key_without_a_description() {
    let mut files = Files::new();
    of_papers(&mut files);
    of_seeds(&mut files);
    let Some(found) = files.validated() else { return };
    for (name, why) in found {
        let file = || std::fs::read_to_string(files.folder.path().join(&name)).unwrap_or_default();
        assert_eq!(why, None, "{name}\n{}", file().chars().take(4000).collect::<String>());
    }
}

/// The entries of all logs there are: that of the example, those of the case files, and the events that
/// `tests/suite/cli` appends.
fn entries() -> Vec<String> {
    let example = std::fs::read_to_string(root().join("examples/sitting.jsonl")).expect("a file");
    let mut lines: Vec<String> = example.lines().map(str::to_owned).collect();
    for told in testkit::suite::told("sitting") {
        lines.extend(testkit::suite::sitting::held(&told.case).0.iter().map(Entry::line));
    }
    lines
}

#[test]
fn every_entry_of_a_log_is_valid_and_a_broken_one_is_not() {
    let mut files = Files::new();
    let lines = entries();
    let met: BTreeSet<String> = lines.iter().filter_map(|line| kind_of(line)).collect();
    assert!(lines.len() > 1_000 && met.len() > 38, "{} lines, events {met:?}", lines.len());
    // A file for each kind of event and consequence that was met, and for one line in five of the others.
    let mut seen = BTreeSet::new();
    for (at, line) in lines.iter().enumerate() {
        let shape = shape_of(line);
        if seen.insert(shape) || at % 5 == 0 {
            files.keep("entry", true, line.as_bytes());
        }
    }
    let valid = files.count;
    let mut read = BTreeMap::new();
    for seed in 0..400 {
        let line = &lines[seed as usize * 7 % lines.len()];
        let document = serde_json::from_str(line).expect("JSON");
        let text = mutated(document, &mut Random::new(seed)).to_string();
        let name = files.keep("entry", false, text.as_bytes());
        read.insert(name, refused_as_entry(&text));
    }
    let refused = read.values().filter(|error| error.is_some()).count();
    assert!((200..399).contains(&refused), "both must be met often: {refused} refused");
    let Some(found) = files.validated() else { return };
    let mut good = 0;
    for (name, why) in &found {
        match read.get(name) {
            Some(error) => assert_eq!(
                error.is_some(),
                why.is_some(),
                "{name}: reader {error:?}, schema {why:?}"
            ),
            None => {
                assert_eq!(*why, None, "{name}");
                good += 1;
            }
        }
    }
    assert_eq!(good, valid);
}

/// Why a log does not take this for an entry; in another spelling than its own it takes none ("key": null).
fn refused_as_entry(text: &str) -> Option<String> {
    let entry: Entry = match serde_json::from_str(text) {
        Ok(entry) => entry,
        Err(error) => return Some(error.to_string()),
    };
    let own: Value = serde_json::from_str(&entry.line()).expect("JSON");
    let given: Value = serde_json::from_str(text).expect("JSON");
    (own != given).then(|| "another spelling".to_owned())
}

fn kind_of(line: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(line).ok()?;
    entry["event"].as_object()?.keys().next().cloned()
}

/// The keys of an entry, without its values.
fn shape_of(line: &str) -> Vec<String> {
    let mut places = Vec::new();
    pointers(&serde_json::from_str(line).unwrap_or_default(), String::new(), &mut places);
    places
}

#[test]
fn what_is_said_of_a_log_is_valid() {
    let mut files = Files::new();
    let log = "examples/sitting.jsonl";
    let folder = tempfile::tempdir().expect("a temporary folder");
    let broken = folder.path().join("broken.jsonl").to_string_lossy().into_owned();
    let whole = std::fs::read(root().join(log)).expect("a file");
    std::fs::write(&broken, &whole[..whole.len() - 9]).expect("a file in it");
    let empty = folder.path().join("empty.jsonl").to_string_lossy().into_owned();
    std::fs::write(&empty, "").expect("a file in it");
    let dossier = ["--recompute", "examples/lakes-en.txt", "examples/lakes-fr.txt"];
    for command in [
        vec!["verify", log],
        [&["verify", log][..], &dossier].concat(),
        vec!["verify", &broken],
        vec!["verify", &empty],
        vec!["replay", log],
        vec!["replay", log, "--until", "1"],
        vec!["replay", log, "--until", "30", "--lang", "fr"],
        vec!["replay", log, "--until", "53"],
        vec!["replay", log, "--until", "83"],
        vec!["replay", &broken],
        vec!["replay", &empty],
    ] {
        let said = hemicycle(&[&["log"][..], &command, &["--format", "json"]].concat());
        files.keep("log", true, &said);
        let document: Value = serde_json::from_slice(&said).expect("JSON");
        let mut without = document.clone();
        without.as_object_mut().map(|object| object.remove("findings"));
        files.keep("log", false, without.to_string().as_bytes());
    }
    let Some(found) = files.validated() else { return };
    for (name, why) in found {
        let file = || std::fs::read_to_string(files.folder.path().join(&name)).unwrap_or_default();
        assert_eq!(why.is_none(), name.ends_with(".closed.json"), "{name}: {why:?}\n{}", file());
    }
}

/// A change to one place of a JSON document: another type, a key gone, a key too many, a line feed.
fn mutated(mut document: Value, random: &mut Random) -> Value {
    let mut places = Vec::new();
    pointers(&document, String::new(), &mut places);
    let at = places[random.below(places.len())].clone();
    let Some(place) = document.pointer_mut(&at) else { return document };
    let is_words = at.ends_with("/text");
    *place = match (place.take(), random.below(3)) {
        (Value::Object(mut object), 0) => {
            object.insert("keyword".into(), Value::Null);
            Value::Object(object)
        }
        (Value::Object(object), 1) => {
            let gone = random.below(object.len().max(1));
            let kept = object.into_iter().enumerate().filter(|(at, _)| *at != gone);
            Value::Object(kept.map(|(_, entry)| entry).collect())
        }
        // A text with marks is cut by a change of its words, which no schema can say.
        (Value::String(_), 0) if !is_words => Value::String("two\nlines".into()),
        (old, _) => another_type(&old, random),
    };
    document
}

fn another_type(old: &Value, random: &mut Random) -> Value {
    let all = [
        Value::Null,
        Value::Bool(true),
        Value::from(0),
        Value::from("words"),
        Value::Array(Vec::new()),
        Value::Object(Map::new()),
    ];
    let others: Vec<_> = all
        .iter()
        .filter(|new| std::mem::discriminant(*new) != std::mem::discriminant(old))
        .collect();
    others[random.below(others.len())].clone()
}

fn pointers(value: &Value, here: String, to: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| pointers(value, format!("{here}/{key}"), to));
        }
        Value::Array(list) => {
            let each = list.iter().enumerate();
            each.for_each(|(at, value)| pointers(value, format!("{here}/{at}"), to));
        }
        _ => {}
    }
    to.push(here);
}

#[test]
fn schema_and_reader_accept_and_refuse_the_same() {
    let (mut files, mut read) = (Files::new(), BTreeMap::new());
    for seed in 0..400 {
        let document = serde_json::from_str(&json::write(&rich(seed))).expect("JSON");
        let text = mutated(document, &mut Random::new(seed)).to_string();
        let name = files.keep("dossier", false, text.as_bytes());
        read.insert(name, json::read(&text).err().map(|error| error.to_string()));
    }
    let refused = read.values().filter(|error| error.is_some()).count();
    assert!((200..390).contains(&refused), "both must be met often: {refused} refused");
    let Some(found) = files.validated() else { return };
    for (name, error) in &read {
        let why = &found[name];
        assert_eq!(error.is_some(), why.is_some(), "{name}: reader {error:?}, schema {why:?}");
    }
}
