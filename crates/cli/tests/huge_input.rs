//! Input that no case file can hold: the diagnostic is short, the exit status 1, and the memory in
//! proportion to the input, which the shell's own limit sees to.

mod limited;

use limited::within;
use std::io::{BufWriter, Write};

const DRAFT: &str = "A. Draft resolution\n\n1. The Assembly thanks the pilots.\n\n";

/// Writes `paper.txt` into a new folder.
fn paper(write: impl Fn(&mut dyn Write) -> std::io::Result<()>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = std::fs::File::create(folder.path().join("paper.txt")).expect("a file in it");
    let mut file = BufWriter::new(file);
    write(&mut file).and_then(|()| file.flush()).expect("room on the disk");
    folder
}

/// The codes of the diagnostics, in their order.
fn codes(text: &str) -> Vec<&str> {
    let code = |line: &str| line.trim_start().split_once("]:").map(|(code, _)| code.len());
    let lines = text.lines().filter(|line| code(line).is_some());
    lines.filter_map(|line| line.trim_start().split(['[', ']']).nth(1)).collect()
}

#[test]
fn a_hundred_megabytes_of_one_line() {
    let line = "The lamps are lit. ".repeat(1000);
    let folder = paper(|file| (0..5_264).try_for_each(|_| file.write_all(line.as_bytes())));
    let (text, status) = within(600, "check paper.txt", folder.path());
    assert_eq!((codes(&text).as_slice(), status), (&["not-a-compendium"][..], Some(1)), "{text}");
    assert!(text.lines().count() < 12, "{text}");
}

#[test]
fn a_wording_of_ten_megabytes() {
    let words = "and the lamps ".repeat(750_000);
    let folder = paper(|file| {
        write!(
            file,
            "{DRAFT}Amendment 1\nIn the draft resolution, paragraph 1, replace the word "
        )?;
        writeln!(file, "\"pilots\" with the following words: \"{words}\"")
    });
    let (text, status) = within(600, "check paper.txt", folder.path());
    assert_eq!((codes(&text).as_slice(), status), (&[][..], Some(0)), "{text}");
}

#[test]
fn a_hundred_thousand_amendments_with_one_number() {
    let folder = paper(|file| {
        file.write_all(DRAFT.as_bytes())?;
        (0..100_000).try_for_each(|_| {
            file.write_all(b"Amendment 7\nIn the draft resolution, delete paragraph 1.\n\n")
        })
    });
    let (text, status) = within(600, "check paper.txt", folder.path());
    assert_eq!((codes(&text).as_slice(), status), (&["number-twice"][..], Some(1)));
    assert!(text.contains("stands in the dossier 100000 times"));
    let (text, status) = within(600, "compendium paper.txt -o out.pdf", folder.path());
    assert_eq!((codes(&text).as_slice(), status), (&["number-twice"][..], Some(1)), "{text}");
    assert!(!folder.path().join("out.pdf").exists());
}

#[test]
fn ten_thousand_quotations_within_one_another() {
    for (opened, closed, codes_wanted, status_wanted) in [
        ("“a ".repeat(10_000), "”".repeat(10_000), &[][..], 0),
        ("«a ".repeat(10_000), "»".repeat(10_000), &[], 0),
        ("“a ".repeat(10_000), String::new(), &["quote-not-closed"], 1),
        ("\"a ".repeat(10_001), String::new(), &["quote-not-closed"], 1),
        ("“a ".repeat(10_000), "”".repeat(10_001), &["wording-not-understood"], 1),
    ] {
        let folder = paper(|file| {
            write!(file, "{DRAFT}Amendment 1\nIn the draft resolution, paragraph 1, replace the ")?;
            writeln!(file, "word «pilots» with the following words: {opened}{closed}")
        });
        let (text, status) = within(400, "check paper.txt", folder.path());
        assert_eq!(
            (codes(&text).as_slice(), status),
            (codes_wanted, Some(status_wanted)),
            "{text}"
        );
    }
}

#[test]
fn a_draft_of_ten_thousand_paragraphs_without_amendments() {
    let folder = paper(|file| {
        file.write_all(b"A. Draft resolution\n\n")?;
        (1..10_000).try_for_each(|number| {
            writeln!(
                file,
                "{number}. The Assembly counts:\n{number}.1. the boats;\n{number}.2. lamps."
            )
        })
    });
    let (text, status) = within(600, "check paper.txt", folder.path());
    assert_eq!((codes(&text).as_slice(), status), (&["no-amendments"][..], Some(0)), "{text}");
}
