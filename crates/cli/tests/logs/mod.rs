//! Logs for the case files, made from events so that sequence and hashes are right.
//!
//! `sitting.txt` is the source of `examples/sitting.jsonl`: a line for each event, `TIME ACTOR EVENT`, and behind
//! `=>` what followed; the event that opens the log is made from `examples/lakes-en.txt` and `lakes-fr.txt`.

use engine::sitting::{Sitting, opening};
use procedure::event::{Event, Id, Listed, Time};
use procedure::log::{Entry, Hash, Head, Reader};
use procedure::rules::{named, shipped_file};
use procedure::state::State;
use source::SourceFile;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of `examples/`.
pub fn example(name: &str) -> String {
    std::fs::read_to_string(root().join("examples").join(name)).expect("it is in the repository")
}

/// The next line of a log, from what is written of it.
fn entry(written: &str, head: &Head) -> Entry {
    let mut pieces = written.splitn(3, ' ');
    let mut next = || pieces.next().expect("TIME ACTOR EVENT");
    let (time, actor, rest) = (next(), next(), next());
    let (event, then) = rest.split_once(" => ").unwrap_or((rest, "[]"));
    let event = serde_json::from_str(event).unwrap_or_else(|error| panic!("{event}: {error}"));
    let then = serde_json::from_str(then).unwrap_or_else(|error| panic!("{then}: {error}"));
    head.next(Time::parse(time).expect("a moment"), actor, event, then)
}

/// The log of the whole sitting; each event is one that the rules allow, and what followed is what follows.
fn sitting() -> String {
    static LOG: LazyLock<String> = LazyLock::new(made);
    LOG.clone()
}

fn made() -> String {
    let files = ["lakes-en.txt", "lakes-fr.txt"]
        .map(|name| Arc::new(SourceFile::new(format!("examples/{name}"), example(name))));
    let dossier = engine::open::open(files.to_vec()).state.dossier;
    let rules = named("pace", "2024").expect("it comes with the program");
    let (mut head, mut log) = (Head::default(), String::new());
    let mut held = Sitting::new(&dossier, State::default(), rules);
    let file = shipped_file("pace").expect("it comes with the program");
    let opened = opening(&held.state, rules, file.as_bytes());
    let mut add = |make: &dyn Fn(&Head) -> Entry| {
        let entry = make(&head);
        let line = entry.line();
        if held.course.opened.is_some() {
            let follows = held.consequences(&entry.event);
            assert_eq!(follows.as_ref(), Ok(&entry.then), "event {}: {line}", entry.seq);
        }
        let mut state = held.course.clone();
        let taken = state.apply(&entry, rules);
        assert!(taken.is_ok(), "event {}: {taken:?}: {line}", entry.seq);
        held = Sitting::new(&dossier, state, rules);
        head.advance(&line);
        log.push_str(&line);
        log.push('\n');
    };
    let time = Time::parse("2031-10-14T08:30:00Z").expect("a moment");
    add(&|head| head.next(time.clone(), "table-office", opened.clone(), Vec::new()));
    for line in include_str!("sitting.txt").lines() {
        add(&|head| entry(line, head));
    }
    log
}

#[test]
fn the_example_is_what_its_events_make() {
    let made = sitting();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(root().join("examples/sitting.jsonl"), &made).expect("it is written");
    }
    assert!(made == example("sitting.jsonl"), "UPDATE=1 writes examples/sitting.jsonl anew");
}

/// What a command says as JSON of a log in a folder with these files, and its exit status.
fn said(command: &[&str], files: &[(&str, &[u8])]) -> (serde_json::Value, Option<i32>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).expect("a file in it");
    }
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(["log"].iter().chain(command))
        .args(["--format", "json"])
        .current_dir(folder.path())
        .output()
        .expect("the binary was built for this test");
    let said = serde_json::from_slice(&run.stdout).unwrap_or_default();
    (said, run.status.code())
}

#[test]
fn programs_are_told_what_stands_and_what_is_wrong() {
    let whole = sitting();
    let (said_of_it, status) =
        said(&["replay", "x.jsonl", "--until", "83"], &[("x.jsonl", whole.as_bytes())]);
    assert_eq!((said_of_it["schema"].as_str(), status), (Some("hemicycle-log/1"), Some(0)));
    let one = |id: &str| {
        let all = said_of_it["amendments"].as_array().expect("a list");
        all.iter().find(|one| one["id"] == id).expect("it is there").clone()
    };
    assert_eq!(one("7")["outcome"], "adopted");
    assert_eq!(one("7")["vote"]["count"]["for"], 38);
    assert_eq!(one("8/1")["cited"], "8/1");
    assert_eq!(one("16")["stage"], "open", "its cause was annulled");
    assert_eq!(one("16")["reopened"], 83);
    assert_eq!(one("d-2")["outcome"], "ruled-out");
    assert_eq!(said_of_it["texts"][1]["kind"], "recommendation");
    let cut = &whole.as_bytes()[..whole.len() - 5];
    let (said_of_it, status) = said(&["verify", "x.jsonl"], &[("x.jsonl", cut)]);
    assert_eq!((said_of_it["valid"].as_bool(), status), (Some(true), Some(0)));
    assert_eq!(said_of_it["findings"][0]["severity"], "warning");
    let ends = cut.iter().rposition(|byte| *byte == b'\n').expect("lines") + 1;
    assert_eq!(said_of_it["bytes"], ends);
    let changed = whole.replacen("\"for\":31", "\"for\":32", 1);
    let (said_of_it, status) = said(&["verify", "x.jsonl"], &[("x.jsonl", changed.as_bytes())]);
    assert_eq!((said_of_it["valid"].as_bool(), status), (Some(false), Some(1)));
    assert_eq!(said_of_it["findings"][0]["code"], "log-chain");
    assert_eq!(said_of_it["findings"][0]["line"], 47);
}

#[test]
fn the_head_of_an_earlier_event_is_known() {
    let whole = sitting();
    let lines: Vec<&str> = whole.lines().collect();
    let head = |at: usize| Hash::of(lines[at - 1].as_bytes()).to_string();
    let file = [("x.jsonl", whole.as_bytes())];
    let (_, status) = said(&["verify", "x.jsonl", "--head", &head(142)], &file);
    assert_eq!(status, Some(0));
    let (said_of_it, status) = said(&["verify", "x.jsonl", "--head", &head(133)], &file);
    assert_eq!(status, Some(1));
    let message = said_of_it["findings"][0]["message"].as_str().expect("a text").to_owned();
    assert_eq!(message, "the head given is that of event 133; 9 events were recorded since");
}

#[test]
fn a_log_under_rules_of_ones_own_is_held_against_their_file() {
    let profile = "profile = \"friends-of-the-lakes\"\ntitle = { en = \"Friends\", fr = \"Amis\" }\n\n\
                   [edition.2030]\nfrom = 2030-04-01\nbased-on = \"pace 2024\"\n\
                   source = \"Statutes, article 30\"\n";
    let mut first: Entry =
        serde_json::from_str(sitting().lines().next().expect("a line")).expect("an entry");
    if let Event::Opened { profile: name, edition, rules, .. } = &mut first.event {
        *name = "friends-of-the-lakes".into();
        *edition = "2030".into();
        *rules = Hash::of(profile.as_bytes()).to_string();
    }
    let log = first.line() + "\n";
    let command = ["verify", "x.jsonl", "--rules", "lakes.toml"];
    let good = [("x.jsonl", log.as_bytes()), ("lakes.toml", profile.as_bytes())];
    assert_eq!(said(&command, &good).1, Some(0));
    let other = profile.replace("30\"\n", "31\"\n");
    let changed = [("x.jsonl", log.as_bytes()), ("lakes.toml", other.as_bytes())];
    let (said_of_it, status) = said(&command, &changed);
    assert_eq!(status, Some(1));
    assert_eq!(said_of_it["findings"][0]["code"], "log-other-rules");
}

#[test]
fn hostile_logs_are_refused_and_do_no_harm() {
    let deep = "[".repeat(1 << 20) + "\n";
    let long = vec![b'x'; 3 << 20];
    let mut noughts = vec![0_u8; 1 << 16];
    noughts.push(b'\n');
    // Each sub-amendment changes the one before it.
    let mut first: Entry =
        serde_json::from_str(sitting().lines().next().expect("a line")).expect("an entry");
    if let Event::Opened { amendments, .. } = &mut first.event {
        let one = amendments.remove(0);
        *amendments = vec![one];
        for at in 1..20_000_u32 {
            let parent = amendments.last().map(|listed| listed.id.clone());
            let (id, number) = (Id(format!("\u{1b}{at}")), at.to_string());
            amendments.push(Listed {
                id,
                number,
                parent,
                part: None,
                tablers: Vec::new(),
                committee: false,
            });
        }
    }
    let chain = first.line() + "\n";
    for (name, bytes, wanted) in [
        ("deep", deep.as_bytes(), 1),
        ("cut", &long, 1),
        ("noughts", &noughts, 1),
        ("chain", chain.as_bytes(), 1),
    ] {
        for command in ["verify", "replay"] {
            let (_, status) = said(&[command, "x.jsonl"], &[("x.jsonl", bytes)]);
            assert_eq!(status, Some(wanted), "{command} {name}");
        }
    }
}

/// The log of the sitting with edits, one a line: `until N`, `drop N`, `exchange N M`, `change N WORD WORD`,
/// `cut BYTES`, `few ID…` for no more than an opening with these amendments, and `TIME ACTOR EVENT` to append an
/// event.
pub fn edited(edits: &str) -> Vec<u8> {
    let mut lines: Vec<String> = sitting().lines().map(str::to_owned).collect();
    let mut cut = 0;
    for edit in edits.lines() {
        let pieces: Vec<&str> = edit.split(' ').collect();
        let number = |at: usize| pieces[at].parse::<usize>().expect("a number");
        match pieces[0] {
            "until" => lines.truncate(number(1)),
            "drop" => drop(lines.remove(number(1) - 1)),
            "exchange" => lines.swap(number(1) - 1, number(2) - 1),
            "change" => {
                let line = &mut lines[number(1) - 1];
                assert!(line.contains(pieces[2]), "{line}");
                *line = line.replacen(pieces[2], pieces[3], 1);
            }
            "cut" => cut = number(1),
            "few" => {
                let mut first: Entry = serde_json::from_str(&lines[0]).expect("an entry");
                let Event::Opened { amendments, .. } = &mut first.event else { panic!("{edit}") };
                amendments.retain(|listed| pieces.contains(&listed.id.0.as_str()));
                lines = vec![first.line()];
            }
            _ => {
                let text = lines.join("\n") + "\n";
                let mut reader = Reader::new(text.as_bytes());
                assert!(reader.by_ref().all(|entry| entry.is_ok()), "appended to a good log");
                lines.push(entry(edit, &reader.head()).line());
            }
        }
    }
    let mut bytes = (lines.join("\n") + "\n").into_bytes();
    bytes.truncate(bytes.len() - cut);
    bytes
}
