//! What is written is read back, DOCX and ODT alike: a compendium as the same dossier in both and in both
//! layouts, an adopted text with its changes as the draft and, accepted, as the text adopted.

use super::papers::{Drawn, Paper, cases, papers, seeded};
use engine::document::{Document, Layout, compendium};
use engine::json;
use hemicycle_office as office;
use office::read::{Kind, Read, read};
use text::{Block, Child, Draft};

const KINDS: [Kind; 2] = [Kind::Docx, Kind::Odt];

fn back(document: &Document, kind: Kind) -> Read {
    let bytes = match kind {
        Kind::Docx => office::docx::write(document, None),
        Kind::Odt => office::odt::write(document, None),
    };
    read("paper", &bytes.expect("it is small"), kind).expect("it is read")
}

/// The draft, a line for each block, without where it stood in a file.
fn lines(draft: &Draft) -> Vec<String> {
    fn block(block: &Block) -> String {
        format!("{} {:?}", block.content.text, block.content.marks)
    }
    fn collect(children: &[Child], all: &mut Vec<String>) {
        for child in children {
            match child {
                Child::Block(found) => all.push(block(found)),
                Child::Opaque(opaque) => all.push(format!("# {}", opaque.text)),
                Child::Provision(provision) => {
                    all.push(format!("{}:", provision.number));
                    collect(&provision.children, all);
                }
            }
        }
    }
    let mut all = Vec::new();
    for part in &draft.parts {
        all.push(format!("{} {:?} {}", part.letter, part.kind, part.heading));
        all.extend(part.title.iter().map(block));
        collect(&part.children, &mut all);
    }
    all
}

/// How the changes of a paper, read, are not its two texts.
fn unfaithful(name: &str, drawn: &Drawn, kind: Kind) -> Option<String> {
    let changed = back(&drawn.both, kind);
    let of = |read: &Read| lines(&read.dossier.versions[0].draft);
    let new = changed.accepted.as_ref().map_or_else(|| of(&changed), lines);
    let views = [("rejected", of(&changed), &drawn.old), ("accepted", new, &drawn.new)];
    for (view, found, clean) in views {
        let wanted = of(&back(clean, kind));
        if found != wanted {
            let differs = super::changes::differing(&found.join("\n"), &wanted.join("\n"));
            return Some(format!("{name} {kind:?} {view}\n{differs}"));
        }
    }
    None
}

fn all() -> Vec<Paper> {
    papers().into_iter().chain((0..cases() / 5).map(seeded)).collect()
}

#[test]
fn adopted_texts_with_their_changes() {
    let papers: Vec<(String, Drawn)> =
        all().iter().map(|paper| (paper.name.clone(), paper.drawn())).collect();
    let broken = papers.iter().flat_map(|(name, drawn)| {
        KINDS.into_iter().filter_map(|kind| unfaithful(name, drawn, kind))
    });
    let broken: Vec<String> = broken.collect();
    let shown = broken.iter().take(4).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(broken.is_empty(), "{} broken\n{shown}", broken.len());
}

#[test]
fn compendia_are_the_same_dossier_in_both_formats() {
    for paper in all() {
        for layout in [Layout::Columns, Layout::Linear] {
            let drawn = compendium(&paper.state, paper.lang, layout).typeset();
            let [docx, odt] = KINDS.map(|kind| json::write(&back(&drawn, kind).dossier));
            assert_eq!(odt, docx, "{} {layout:?}", paper.name);
        }
    }
}

/// A secretariat opens a paper in LibreOffice and saves it: it is the same dossier still.
#[test]
fn what_libreoffice_saves_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut expected = Vec::new();
    for paper in papers() {
        let mut drawn = vec![("changes", paper.drawn().both)];
        for (name, layout) in [("columns", Layout::Columns), ("linear", Layout::Linear)] {
            drawn.push((name, compendium(&paper.state, paper.lang, layout).typeset()));
        }
        for (of, document) in drawn {
            for kind in KINDS {
                let (bytes, extension) = match kind {
                    Kind::Docx => (office::docx::write(&document, None), "docx"),
                    Kind::Odt => (office::odt::write(&document, None), "odt"),
                };
                let bytes = bytes.expect("it is small");
                let name = format!("{}-{of}-{extension}", paper.name);
                let file = folder.path().join(format!("{name}.{extension}"));
                std::fs::write(file, &bytes).expect("the folder can be written to");
                let read = read("paper", &bytes, kind).expect("it is read");
                expected.push((name, json::write(&read.dossier)));
            }
        }
    }
    let files = std::fs::read_dir(folder.path()).expect("it is there");
    let files: Vec<_> = files.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let saved = folder.path().join("saved");
    let done = std::process::Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "odt:writer8", "--outdir"])
        .arg(&saved)
        .args(&files)
        .output();
    if done.is_err() {
        return println!("skipped: soffice is not there");
    }
    for (name, wanted) in expected {
        let bytes = std::fs::read(saved.join(format!("{name}.odt")));
        let bytes = bytes.unwrap_or_else(|error| panic!("{name}: {error}"));
        let found = read("paper", &bytes, Kind::Odt).expect("it is read").dossier;
        assert_eq!(json::write(&found), wanted, "{name}");
    }
}
