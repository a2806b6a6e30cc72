//! The case files of `tests/suite/cli`: files, a command, and the screen that comes of it.
//!
//! - A `draft` stands before the `amendments NAME` of each case, and both are the file NAME.
//! - A `file NAME` is a file by itself; `file NAME utf-16` (or `latin-1`) is written in that
//!   encoding, and in `file NAME bytes` a `\` and two digits are a byte.
//! - A `log NAME` is the log of the example sitting with the edits that it lists (`logs/mod.rs`).
//! - An `example NAME` is that file of `examples/`.
//! - A `command` is what follows `hemicycle`; `< NAME` gives that file to the standard input. One behind
//!   `quietly` must succeed, and its screen is no part of the outcome.
//!
//! The outcome is what is printed, the files that were written, and the exit status. A line wider
//! than 80 columns is an error of its own.

mod logs;

use std::path::Path;
use std::process::{Command, Output, Stdio};
use testkit::suite::{Block, Case};

#[test]
fn the_case_files_hold() {
    let report = testkit::suite::run("cli", outcome);
    assert!(report.passed(), "{report}");
    assert!(report.cases >= 40, "only {} cases", report.cases);
}

fn outcome(case: &Case) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for block in &case.blocks {
        let Some((name, bytes)) = file(block, case) else { continue };
        std::fs::write(folder.path().join(name), bytes).expect("a file in it");
    }
    let before = names(folder.path());
    let commands = case.all("command").flat_map(|block| block.body.lines());
    let shown = |command: &str| match command.strip_prefix("quietly ") {
        None => screen(command, folder.path(), &before),
        Some(command) => {
            let screen = screen(command, folder.path(), &[]);
            assert!(screen.ends_with("exit 0\n"), "{}: {command}: {screen}", case.title);
            String::new()
        }
    };
    commands.map(shown).collect()
}

fn file<'a>(block: &'a Block, case: &Case) -> Option<(&'a str, Vec<u8>)> {
    let (name, encoding) = block.info.split_once(' ').unwrap_or((&block.info, ""));
    let text = match block.kind.as_str() {
        "amendments" => {
            let draft = case.draft.as_ref().map_or("", |draft| &draft.body);
            format!("{draft}\n\n{}\n", block.body)
        }
        "file" if block.body.is_empty() => String::new(),
        "file" => format!("{}\n", block.body),
        "log" => return Some((name, logs::edited(&block.body))),
        "example" => return Some((name, logs::example(name).into_bytes())),
        _ => return None,
    };
    Some((name, encoded(&text, encoding)))
}

fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "utf-16" => {
            std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        }
        "latin-1" => text.chars().map(|sign| u8::try_from(sign).expect("a Latin letter")).collect(),
        "cut" => text.trim_end().as_bytes().to_vec(),
        "bytes" => bytes(text.trim_end()),
        _ => text.as_bytes().to_vec(),
    }
}

fn bytes(text: &str) -> Vec<u8> {
    let mut pieces = text.split('\\');
    let mut bytes = pieces.next().unwrap_or("").as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).expect("two digits"));
        bytes.extend_from_slice(&piece.as_bytes()[2..]);
    }
    bytes
}

/// What one command prints, writes and ends with.
fn screen(command: &str, folder: &Path, before: &[String]) -> String {
    let (arguments, input) = match command.split_once(" < ") {
        Some((arguments, input)) => (arguments, Some(input.trim())),
        None => (command, None),
    };
    let arguments = words(arguments);
    let output = run(&arguments, input, folder);
    let (out, err) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let mut screen = format!("{out}{err}");
    // A paper that goes to the standard output is a file and no screen.
    let is_paper = arguments.windows(2).any(|pair| pair == ["-o", "-"]);
    let shown = if is_paper { &*err } else { &*screen };
    let wide: Vec<_> = shown.lines().filter(|line| line.chars().count() > 80).collect();
    let wide: String = wide.iter().map(|line| format!("WIDER THAN 80 COLUMNS: {line}\n")).collect();
    screen.push_str(&wide);
    for name in names(folder).iter().filter(|name| !before.contains(name)) {
        screen.push_str(&format!("written: {name}\n"));
    }
    let status = output.status.code().expect("it ended by itself, and not by a signal");
    screen.push_str(&format!("exit {status}\n"));
    screen
}

/// The words of a command; a word with spaces stands in quotation marks, one with quotation marks in apostrophes.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = command.trim_start();
    while let Some(first) = rest.chars().next() {
        let (word, after) = match first {
            '"' | '\'' => rest[1..].split_once(first).expect("a mark that closes it"),
            _ => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        words.push(word.to_owned());
        rest = after.trim_start();
    }
    words
}

fn run(arguments: &[String], input: Option<&str>, folder: &Path) -> Output {
    let stdin = match input {
        Some(name) => std::fs::File::open(folder.join(name)).expect("the input").into(),
        None => Stdio::null(),
    };
    Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(arguments)
        .stdin(stdin)
        .current_dir(folder)
        .output()
        .expect("the binary was built for this test")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder");
    let name = |entry: std::fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<_> = entries.map(|entry| name(entry.expect("an entry"))).collect();
    names.sort();
    names
}
