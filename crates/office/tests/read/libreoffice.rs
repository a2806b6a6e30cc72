//! Drafts made in LibreOffice: every construct, and changes that it accepts and rejects itself.

use super::shown::{codes, draft, drawn, tabled, words};
use hemicycle_office::read::{Kind, Read, read};
use std::path::Path;
use std::process::Command;

/// Drafts that are changed by chance.
const SEEDS: u64 = 16;

/// The folder of `drafts.py`; `None`, said so, without LibreOffice and its bridge to Python. Only the
/// system's Python has the bridge.
fn made(seeds: u64) -> Option<tempfile::TempDir> {
    let answers = |command: &mut Command| command.output().is_ok_and(|out| out.status.success());
    let office = answers(Command::new("sh").args(["-c", "command -v soffice"]));
    if !office || !answers(Command::new("/usr/bin/python3").args(["-c", "import uno"])) {
        println!("skipped: no soffice or no python3-uno");
        return None;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/libreoffice/drafts.py");
    let mut python = Command::new("/usr/bin/python3");
    python.args(["-B", program]).arg(folder.path()).arg(seeds.to_string());
    let run = python.output().expect("it is there");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    Some(folder)
}

fn opened(folder: &Path, name: &str) -> Read {
    let kind = if name.ends_with("odt") { Kind::Odt } else { Kind::Docx };
    let bytes = std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    read(name, &bytes, kind).unwrap_or_else(|error| panic!("{name}: {error}"))
}

const DRAFT: &str = "A Resolution Draft resolution
title Safe harbours
  1: The *lake* is wide.
    1.1: It is cold;
      1.1.a: in winter;
        1.1.a.i: by night.
      1.1.b: in spring.
    1.2: It is deep.
    Between them stand reeds.
  2: Boats rest.[1]
  3: Depths:
    # lake\tdepth / North\t12
  9: Fog comes.
B Recommendation Draft recommendation
title Safe harbours
  1: Typed numbers stay:
    1.1: as they are;
    1.2: on every shore.";

#[test]
fn drafts_and_changes_are_what_libreoffice_has() {
    let Some(folder) = made(SEEDS) else { return };
    let folder = folder.path();
    for name in ["draft.odt", "draft.docx"] {
        let read = opened(folder, name);
        assert_eq!(drawn(&read), DRAFT, "{name}");
        let codes = codes(&read);
        assert!(codes.contains(&"office-note-texts"), "{name}: {codes:?}");
        assert!(codes.contains(&"office-tables"), "{name}: {codes:?}");
    }
    let names = (0..SEEDS).map(|seed| format!("seeded-{seed}"));
    let mut restored = 0;
    let names = names.chain(["edited".to_owned()]);
    let broken: Vec<String> =
        names.filter_map(|name| unfaithful(folder, &name, &mut restored)).collect();
    assert!(broken.is_empty(), "{} broken\n{}", broken.len(), broken.join("\n\n"));
    assert!(restored > SEEDS / 2, "LibreOffice restores {restored} only");
    changes_are_amendments(folder);
}

/// How a draft is not what LibreOffice has once its changes are accepted, or not what it was before them.
///
/// Of deletions that meet, LibreOffice does not always write down in which list a paragraph stood, and cannot
/// restore the draft from its own file. Then the words at least are those of the draft; `restored` counts the
/// others.
fn unfaithful(folder: &Path, name: &str, restored: &mut u64) -> Option<String> {
    let changed = opened(folder, &format!("{name}.odt"));
    let accepted = drawn(&opened(folder, &format!("{name}.accepted.odt")));
    let new = changed.accepted.as_ref().map_or_else(|| drawn(&changed), draft);
    if new != accepted {
        return Some(format!("{name} accepted\n{new}\nwanted\n{accepted}"));
    }
    let original = opened(folder, &format!("{name}.original.odt"));
    let rejected = drawn(&opened(folder, &format!("{name}.rejected.odt")));
    let of = |read: &Read| words(&read.dossier.versions[0].draft);
    let (old, wanted) = (drawn(&changed), drawn(&original));
    *restored += u64::from(rejected == wanted);
    let differs = if rejected == wanted { old != wanted } else { of(&changed) != of(&original) };
    differs.then(|| format!("{name} rejected\n{old}\nwanted\n{wanted}"))
}

fn changes_are_amendments(folder: &Path) {
    let expected = [
        "1 (Ada FOG) In the draft resolution, paragraph 1, replace the word “wide” with the following word: / “deep”",
        "2 (Ada FOG) In the draft resolution, delete paragraph 2.2.a.",
        "3 (Ada FOG) In the draft resolution, after paragraph 3, insert the following paragraph: / “Gulls follow it.”",
        "4 (Ben REED) In the draft resolution, delete paragraph 6.",
    ];
    for name in ["edited.odt", "edited.docx"] {
        let read = opened(folder, name);
        assert_eq!(tabled(&read), expected, "{name}");
        super::shown::adopted(read);
    }
}
