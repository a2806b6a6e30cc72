//! Every example of `docs/format.md` and of `docs/bills.md` is read, and reads as the page says.
//!
//! `UPDATE=1 cargo test -p hemicycle-engine --test format` writes what is read into the pages.

use hemicycle_engine::read::{Read, read};
use source::SourceFile;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;
use text::Child;

/// What was read, in a few lines; only what is there is named.
fn outline(read: &Read) -> String {
    let mut out = String::new();
    let dossier = &read.dossier;
    let mut field = |name: &str, value: &Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    };
    field("reference", &dossier.reference);
    for version in &dossier.versions {
        field("date", &version.date);
        field("edition", &version.edition);
        field("title", &version.title);
    }
    for version in &dossier.versions {
        for part in &version.draft.parts {
            let _ = writeln!(out, "part {}: {} ({:?})", part.letter, part.heading, part.kind);
            let title = part.title.as_ref().map(|title| title.content.to_caret());
            if let Some(title) = title.filter(|title| Some(title) != version.title.as_ref()) {
                let _ = writeln!(out, "  title: {title}");
            }
            children(&mut out, 1, &part.children);
        }
    }
    for amendment in &dossier.amendments {
        let parent = amendment.parent.as_ref().map(|parent| format!(" to {parent}"));
        let part = amendment.part.map_or("no part".to_owned(), |part| format!("part {}", part + 1));
        let _ =
            writeln!(out, "amendment {}{} in {part}", amendment.number, parent.unwrap_or_default());
        for text in &amendment.texts {
            let kind = if text.tablers.committee { "committee" } else { "tabled by" };
            if !text.tablers.names.is_empty() {
                let _ = writeln!(out, "  {kind}: {}", text.tablers.names.join(" | "));
            }
            for note in &text.falling {
                let verb = if note.fells { "fells" } else { "falls with" };
                let _ = writeln!(out, "  {verb}: {}", note.others.join(" | "));
            }
            for remark in &text.remarks {
                let _ = writeln!(out, "  remark: {remark}");
            }
            for paragraph in text.wording.lines() {
                let _ = writeln!(out, "  wording: {paragraph}");
            }
            for paragraph in &text.note {
                let _ = writeln!(out, "  note: {}", paragraph.to_caret());
            }
        }
    }
    if let Some(rules) = &dossier.rules {
        let _ = writeln!(out, "rules: {} {}", rules.profile, rules.edition);
    }
    for finding in &read.findings {
        let at =
            dossier.versions.first().map(|version| version.file.line_column(finding.at().start));
        let line = at.map_or(0, |at| at.line);
        let _ = writeln!(out, "{} {} in line {line}", finding.severity().as_str(), finding.code());
    }
    out
}

fn children(out: &mut String, depth: usize, all: &[Child]) {
    for child in all {
        let space = "  ".repeat(depth);
        let _ = match child {
            Child::Block(block) => writeln!(out, "{space}text: {}", block.content.to_caret()),
            Child::Opaque(opaque) => writeln!(out, "{space}kept: {}", opaque.text),
            Child::Provision(provision) => {
                let written = writeln!(out, "{space}provision {}", provision.number);
                children(out, depth + 1, &provision.children);
                written
            }
        };
    }
}

#[test]
fn the_examples_of_the_page() {
    examples_of("format.md", 10);
}

#[test]
fn the_examples_of_the_page_on_bills() {
    examples_of("bills.md", 5);
}

fn examples_of(name: &str, least: usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    let page = std::fs::read_to_string(&path).expect("the page is part of the repository");
    let (mut updated, mut rest, mut examples) = (String::new(), page.as_str(), 0);
    while let Some(at) = rest.find("```compendium\n") {
        let begins = at + "```compendium\n".len();
        let ends = begins + rest[begins..].find("```\n").expect("an example ends");
        let reading = ends + rest[ends..].find("```reading\n").expect("and its reading follows");
        let said = reading + "```reading\n".len();
        let end = said + rest[said..].find("```\n").expect("a reading ends");
        let file = SourceFile::new("example", &rest[begins..ends]);
        updated.push_str(&rest[..said]);
        updated.push_str(&outline(&read(Arc::new(file))));
        rest = &rest[end..];
        examples += 1;
    }
    updated.push_str(rest);
    assert!(examples >= least, "only {examples} examples were found");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &updated).expect("the page can be written");
    } else {
        similar(name, &page, &updated);
    }
}

fn similar(name: &str, page: &str, updated: &str) {
    let differs = page.lines().zip(updated.lines()).position(|(said, read)| said != read);
    if let Some(line) = differs {
        let (said, read) = (page.lines().nth(line), updated.lines().nth(line));
        panic!("docs/{name}, line {}\n  says: {said:?}\n  read: {read:?}", line + 1);
    }
    assert_eq!(page.lines().count(), updated.lines().count());
}
