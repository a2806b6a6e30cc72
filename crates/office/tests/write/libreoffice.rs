//! LibreOffice opens what is written: its text is ours character for character, as it stands in a
//! compendium, and with the changes of an adopted text accepted and rejected.

use super::changes::differing;
use super::papers::{papers, seeded};
use super::plain;
use engine::document::{Document, Layout, compendium};
use hemicycle_office as office;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Files to be opened, each with its text once changes are accepted and, where it has any, once they
/// are rejected.
#[derive(Default)]
struct Files(BTreeMap<String, Vec<String>>);

impl Files {
    fn add(&mut self, folder: &Path, name: &str, drawn: &Document, texts: &[&Document]) {
        let docx = office::docx::write(drawn, None).expect("it is small");
        let odt = office::odt::write(drawn, None).expect("it is small");
        for (kind, bytes) in [("docx", docx), ("odt", odt)] {
            let name = format!("{name}.{kind}");
            std::fs::write(folder.join(&name), bytes).expect("the folder can be written to");
            self.0.insert(name, texts.iter().map(|text| plain::text(text)).collect());
        }
    }
}

/// Whether LibreOffice and its bridge to Python are there. Only the system's Python has the bridge.
fn is_there() -> bool {
    let answers = |command: &mut Command| command.output().is_ok_and(|out| out.status.success());
    answers(Command::new("sh").args(["-c", "command -v soffice"]))
        && answers(Command::new("/usr/bin/python3").args(["-c", "import uno"]))
}

#[test]
fn its_text_is_ours() {
    if !is_there() {
        return println!("skipped: no soffice or no python3-uno");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut files = Files::default();
    let mut all = papers();
    all.extend((0..12).map(seeded));
    for paper in &all {
        let name = &paper.name;
        let drawn = paper.drawn();
        files.add(folder.path(), &format!("{name}-clean"), &drawn.new, &[&drawn.new]);
        let both = [&drawn.new, &drawn.old];
        files.add(folder.path(), &format!("{name}-changes"), &drawn.both, &both);
        for layout in [Layout::Columns, Layout::Linear] {
            let paper = compendium(&paper.state, paper.lang, layout).typeset();
            files.add(folder.path(), &format!("{name}-{layout:?}"), &paper, &[&paper]);
        }
    }
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/libreoffice/texts.py");
    let run = Command::new("/usr/bin/python3").args(["-B", program]).arg(folder.path()).output();
    let run = run.expect("it is there");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let mut broken = Vec::new();
    for (name, texts) in &files.0 {
        for (how, wanted) in ["accepted", "rejected"].iter().zip(texts) {
            let file = folder.path().join(format!("{name}.{how}.txt"));
            let found = std::fs::read_to_string(file).expect("it was written");
            let found = plain::joined(found.trim_start_matches('\u{feff}').lines());
            if found != *wanted {
                broken.push(format!("{name} {how}\n{}", differing(&found, wanted)));
            }
        }
    }
    let shown = broken.iter().take(6).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(broken.is_empty(), "{} broken\n{shown}", broken.len());
}
