//! Documents by other hands. Each `tests/foreign/NAME.xml` is valid by the schema; what is read of
//! it stands in `NAME.txt` beside it, findings first (`UPDATE=1` writes it anew; read what you commit).

#![expect(clippy::print_stdout, reason = "a skipped test says so")]

use engine::read::{Finding, Read};
use engine::state::Profile;
use engine::{State, open, report};
use hemicycle_akn::{NAMESPACE, read, write};
use roxmltree::{Document, Node};
use source::SourceFile;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use testkit::same::difference;
use text::{Child, Fragment, Lang, MarkKind};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/foreign");
const SCHEMA: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/akn-schema/akomantoso30.xsd");

/// The documents by name.
fn documents() -> Vec<(PathBuf, String)> {
    let mut all: Vec<PathBuf> = std::fs::read_dir(FOLDER)
        .expect("the folder is there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "xml"))
        .collect();
    all.sort();
    assert!(all.len() >= 7, "{all:?}");
    let text = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("it is text");
        (path, text)
    };
    all.into_iter().map(text).collect()
}

fn read_well(path: &Path, xml: &str) -> Read {
    read(xml).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What was read, so that a person sees all of it.
fn shown(name: &str, xml: &str) -> String {
    let read = read_well(Path::new(name), xml);
    let file = Arc::new(SourceFile::new(name, xml));
    let opened = open::joined(vec![read], vec![file]);
    let mut text = String::new();
    for finding in &opened.state.findings {
        if matches!(finding, engine::state::Finding::Read { .. }) {
            let found = report::diagnostic(finding, &opened, Lang::EN);
            let spot = found.spot.expect("it stands in the file");
            let at = spot.file.line_column(spot.span.start);
            let (weight, words) = (found.severity.as_str(), found.message.text);
            writeln!(text, "{}:{} {weight}[{}] {words}", at.line, at.column, found.code)
                .expect("a string");
        }
    }
    dossier(&opened.state.dossier, &mut text);
    text
}

fn dossier(dossier: &engine::Dossier, text: &mut String) {
    let version = &dossier.versions[0];
    let head = [&dossier.reference, &version.title, &version.date, &version.edition];
    let head: Vec<&str> = head.iter().map(|one| one.as_deref().unwrap_or("–")).collect();
    writeln!(text, "\n{} {}", version.lang, head.join(" | ")).expect("a string");
    for part in &version.draft.parts {
        let title = part.title.as_ref().map_or("–".into(), |title| marked(&title.content));
        writeln!(text, "\n{}[{:?}] {} | {title}", part.letter, part.kind, part.heading)
            .expect("a string");
        children(&part.children, 1, text);
    }
    for amendment in &dossier.amendments {
        let said = &amendment.texts[0];
        let by = if said.tablers.committee { "committee" } else { "members" };
        writeln!(
            text,
            "\nAmendment {} (part {:?}; {by}: {})",
            amendment.cited(),
            amendment.part,
            said.tablers.names.join(" + ")
        )
        .expect("a string");
        said.wording.lines().for_each(|line| writeln!(text, "  {line}").expect("a string"));
        said.note
            .iter()
            .for_each(|note| writeln!(text, "  note: {}", marked(note)).expect("a string"));
        said.remarks.iter().for_each(|line| writeln!(text, "  remark: {line}").expect("a string"));
    }
}

fn children(of: &[Child], depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    for child in of {
        match child {
            Child::Block(block) => writeln!(text, "{indent}{}", marked(&block.content)),
            Child::Opaque(opaque) => {
                writeln!(
                    text,
                    "{indent}= {}",
                    opaque.text.replace('\n', "\n    = ").replace('\t', " | ")
                )
            }
            Child::Provision(provision) => {
                writeln!(text, "{indent}[{}]", provision.number).expect("a string");
                children(&provision.children, depth + 1, text);
                Ok(())
            }
        }
        .expect("a string");
    }
}

/// Text with its marks: `_in italics_`, `^(raised)`.
fn marked(fragment: &Fragment) -> String {
    let mut text = fragment.text.clone();
    let mut marks = fragment.marks.clone();
    marks.sort_by_key(|mark| std::cmp::Reverse(mark.span.start));
    for mark in marks {
        let (open, close) = match mark.kind {
            MarkKind::Emphasis => ("_", "_"),
            MarkKind::Superscript => ("^(", ")"),
            MarkKind::NoteReference(_) => ("[", "]"),
        };
        text.insert_str(mark.span.end as usize, close);
        text.insert_str(mark.span.start as usize, open);
    }
    text
}

#[test]
fn documents_are_read_as_they_stand_beside_them() {
    for (path, xml) in documents() {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let (found, beside) = (shown(&name, &xml), path.with_extension("txt"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&beside, &found).expect("the folder can be written to");
        }
        let wanted = std::fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(found, wanted, "{name} (UPDATE=1 writes it anew)");
    }
}

/// What `xmllint` says of a file; nothing where it or the schema is missing.
fn findings(path: &Path) -> String {
    if !Path::new(SCHEMA).exists() {
        println!("skipped: no schema");
        return String::new();
    }
    let mut command = Command::new("xmllint");
    command.args(["--nonet", "--noout", "--schema", SCHEMA]).arg(path);
    let Ok(said) = command.output() else {
        println!("skipped: no xmllint");
        return String::new();
    };
    match said.status.success() {
        true => String::new(),
        false => String::from_utf8_lossy(&said.stderr).into_owned(),
    }
}

#[test]
fn documents_are_valid_and_so_is_what_we_write_of_them() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, xml) in documents() {
        assert_eq!(findings(&path), "", "{}", path.display());
        let again = folder.path().join("again.xml");
        std::fs::write(&again, written(&read_well(&path, &xml)))
            .expect("the folder can be written to");
        assert_eq!(findings(&again), "", "{}", path.display());
    }
}

fn written(read: &Read) -> String {
    let lang = read.dossier.versions[0].lang;
    write(&State::new(read.dossier.clone(), Profile::default(), Vec::new()), lang)
}

#[test]
fn what_was_read_of_others_is_read_back_from_ours() {
    for (path, xml) in documents() {
        let first = read_well(&path, &xml);
        let file = written(&first);
        let second = read_well(&path, &file);
        assert_eq!(second.findings, [], "{}", path.display());
        assert_eq!(difference(&first.dossier, &second.dossier), None, "{}", path.display());
        assert_eq!(written(&second), file, "{}", path.display());
    }
}

/// Everything that was read and everything that a finding names, without white space.
fn known(read: &Read) -> String {
    let mut known = engine_text(read);
    for finding in &read.findings {
        if let Finding::MarkupTextLeftOut { text, .. } | Finding::ChangeAccepted { text, .. } =
            finding
        {
            known.push_str(text);
            known.push('\n');
        }
    }
    bare(&known)
}

fn engine_text(read: &Read) -> String {
    let mut text = String::new();
    dossier(&read.dossier, &mut text);
    text
}

fn bare(text: &str) -> String {
    // The marks that only this test writes are taken out again.
    text.chars().filter(|c| !c.is_whitespace() && !"_^()[]=|".contains(*c)).collect()
}

/// The texts of a document outside its metadata.
fn texts<'a>(document: &'a Document<'_>) -> Vec<Node<'a, 'a>> {
    let outside = |node: &Node<'_, '_>| {
        !node.ancestors().any(|above| above.has_tag_name((NAMESPACE, "meta")))
    };
    document.descendants().filter(|node| node.is_text() && outside(node)).collect()
}

#[test]
fn every_character_is_in_the_dossier_or_in_a_finding() {
    for (path, xml) in documents() {
        let known = known(&read_well(&path, &xml));
        let mut count: BTreeMap<char, i64> = BTreeMap::new();
        known.chars().for_each(|c| *count.entry(c).or_default() += 1);
        let document = Document::parse(&xml).expect("it is XML");
        for node in texts(&document) {
            let text = bare(node.text().unwrap_or_default());
            // Words for what was read, and the heading of the part that an amendment is tabled to.
            let label = ["Amendment", "Tabledby", "and", "–"].contains(&text.as_str())
                || node.parent().is_some_and(|above| above.tag_name().name() == "affectedDocument");
            assert!(
                label || text == "." || known.contains(text.trim_end_matches('.')),
                "{}: {text}\n{known}",
                path.display()
            );
            if !label {
                text.chars().filter(|c| *c != '.').for_each(|c| *count.entry(c).or_default() -= 1);
            }
        }
        let lost: Vec<char> =
            count.iter().filter(|(_, left)| **left < 0).map(|(c, _)| *c).collect();
        assert!(lost.is_empty(), "{}: {lost:?}", path.display());
    }
}

/// The names of all elements of the schema.
fn names() -> Vec<String> {
    let Ok(schema) = std::fs::read_to_string(SCHEMA) else {
        println!("skipped: no schema");
        return Vec::new();
    };
    let schema = Document::parse(&schema).expect("it is XML");
    let elements = schema.root_element().children();
    let elements = elements.filter(|node| node.tag_name().name() == "element");
    elements.filter_map(|node| Some(node.attribute("name")?.to_owned())).collect()
}

/// Wherever an element of the standard may stand, or may not, its words are not lost.
#[test]
fn no_element_of_the_standard_loses_words() {
    let (names, mut read_of, mut lost) = (names(), 0, Vec::new());
    assert!(names.is_empty() || names.len() > 250, "{}", names.len());
    for name in names.iter().map(String::as_str).chain(["unheard", "o:foreign"]) {
        for (before, after) in [
            ("", ""),
            ("<p>", "</p>"),
            ("<section><num>1</num>", "</section>"),
            ("<section><num>1</num><content><p>a", "b</p></content></section>"),
            ("<blockList><item><num>1</num>", "</item></blockList>"),
            ("<table><tr><td>", "</td></tr></table>"),
            ("<p><mod>", "</mod></p>"),
        ] {
            for words in ["lantern", "<p>lantern</p>", "<num>lantern</num>", "<i>lantern</i>"] {
                let body = format!("{before}<{name}>{words}</{name}>{after}");
                let xml = bill(&body);
                if let Ok(read) = read(&xml) {
                    if !known(&read).contains("lantern") {
                        lost.push(format!("{body}\n{:?}", read.findings));
                    }
                    read_of += 1;
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} lose words\n{}", lost.len(), lost[..lost.len().min(9)].join("\n"));
    assert!(names.is_empty() || read_of > 7_000, "{read_of}");
}

/// A bill of another hand with this body.
fn bill(body: &str) -> String {
    format!(
        "<akomaNtoso xmlns=\"{NAMESPACE}\" xmlns:o=\"urn:other\"><bill name=\"bill\"><meta>\
         <FRBRlanguage language=\"eng\"/></meta><body>{body}</body></bill></akomaNtoso>"
    )
}

/// What is said of a bad file.
fn said(xml: &str) -> String {
    read(xml).expect_err("it is bad").to_string()
}

#[test]
fn hostile_files_are_refused_in_plain_words() {
    let inside = |doctype: &str, body: &str| format!("{doctype}{}", bill(body));
    // Entities that grow, and files of others.
    let bomb =
        "<!DOCTYPE a [<!ENTITY b \"xx\"><!ENTITY c \"&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;\">]>";
    assert!(said(&inside(bomb, "<p>&d;</p>")).contains("not XML"));
    let outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>";
    assert!(said(&inside(outside, "<p>&b;</p>")).contains("not XML"));
    // Elements in one another: holders, units, marks.
    for (element, words) in
        [("hcontainer", "deep"), ("section", "deep"), ("i", "deep"), ("table", "deep")]
    {
        for times in [300, 10_000] {
            let deep = format!(
                "{}x{}",
                format!("<{element}>").repeat(times),
                format!("</{element}>").repeat(times)
            );
            let said = said(&bill(&deep));
            assert!(said.contains(words) || said.contains("not XML"), "{said}");
        }
    }
    // Other vocabularies.
    let html = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>x</p></body></html>";
    assert_eq!(said(html), "line 1, column 1: html: this is no Akoma Ntoso 3.0 but a web page");
    let word =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>";
    assert!(said(word).contains("Word document"));
    let old = "<akomaNtoso xmlns=\"http://www.akomantoso.org/2.0\"/>";
    assert!(said(old).contains("convert it to version 3.0"));
    assert!(
        said(&bill("").replace("bill", "debate")).contains("this kind of document is not read")
    );
    assert!(said(&bill("").replace("eng", "tlh")).contains("tlh"));
    assert!(said(&bill("").replace("body", "mody")).contains("there is no body"));
    // Drafts of the standard had it under another name.
    let early = bill("<p>x</p>").replace(NAMESPACE, &format!("{NAMESPACE}/WD17"));
    assert!(read(&early).is_ok());
}

#[test]
fn huge_files_are_refused_before_they_are_read() {
    let huge = "<a/>".repeat(50 << 20);
    assert_eq!(said(&huge), "line 1, column 1: larger than 128 MiB: write it as several files");
    let many = bill(&"<p/>".repeat(7_000_000));
    assert!(said(&many).contains("not XML"), "{}", said(&many));
}
