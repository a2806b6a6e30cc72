//! The head of a paper: what is read from it is written so that it is read again.

use hemicycle_engine::read::read;
use source::SourceFile;
use std::sync::Arc;
use testkit::fuzzed;

const BODY: &str = "\n\nA. Draft resolution\n\n1. The lamps are lit.\n\nAmendment 1\n\n\
                    (concerns only the lakes)\n\nTabled by Ms Ada FOG\n\nDelete paragraph 1.\n";

/// Reference, date, edition and title, after the file was read, written and read again.
fn head(of: &str) -> [String; 4] {
    let file = format!("{of}{BODY}");
    fuzzed::reader(file.as_bytes());
    let dossier = read(Arc::new(SourceFile::new("lakes.txt", &file))).dossier;
    let version = &dossier.versions[0];
    let all = [&dossier.reference, &version.date, &version.edition, &version.title];
    all.map(|field| field.clone().unwrap_or_default())
}

#[test]
fn heads_as_papers_have_them() {
    let full = ["Doc. 12", "14/03/2031", "Final version", "Safe boats"];
    for paper in [
        "Doc. 12 – Compendium of written amendments\n14/03/2031\n\n(Final version)\n\nSafe boats",
        "Doc. 12\n14/03/2031\nCompendium of written amendments\n(Final version)\nSafe boats",
        "COMPENDIUM OF WRITTEN AMENDMENTS\nDoc. 12\n14/03/2031\n(Final version).\nSafe boats",
        "(Final  version)\n\u{feff}Doc.\t12, list of amendments\n14/03/2031\nSafe \u{1}boats",
    ] {
        assert_eq!(head(paper), full, "{paper}");
    }
    let wrapped = "Doc. 12 – List of amendments\n\nSafe boats\non the lakes";
    assert_eq!(head(wrapped), ["Doc. 12", "", "", "Safe boats on the lakes"]);
}

#[test]
fn a_reference_is_as_long_as_it_can_be_written() {
    let long = |bytes: usize| format!("Doc. 12 {}", "x".repeat(bytes - 8));
    for paper in ["", " – Compendium of written amendments", ", of the lakes"] {
        assert_eq!(head(&(long(400) + paper))[0], long(400), "{paper}");
        assert_eq!(head(&(long(401) + paper))[0], "", "{paper}");
    }
}

#[test]
fn a_reference_that_would_be_read_as_something_else_is_none() {
    for paper in [
        "A. Draft – Compendium of written amendments.",
        "Amendment\u{200b} 5 Tabled by – Compendium of written amendments",
        "Title: Compendium of written amendments\n\nSafe boats",
        "\u{130}12 – Compendium of written amendments",
        "Doc. \u{130}12 – Compendium of written amendments",
        "Compendium of\u{200b} written amendments – List of amendments",
        "x List of amendments – Compendium of written amendments",
        "Compendium of written amendments\n\u{200b}\nCompendium of written amendments 2",
        "\u{200b} – \u{200b}Compendium of written amendments",
        "(Compendium of written amendments)\n(x)",
        "Safe boats\n\n3List of amendments 2031",
        "Safe boats\n\n(Compendium of written amendments)",
        "\\Doc. 12\n\nDoc. 12",
    ] {
        head(paper);
    }
}

#[test]
fn a_date_or_edition_that_would_be_read_as_something_else_is_none() {
    for paper in [
        "Doc. 12\nAmendment\u{200b} 5",
        "Doc. 12\n(Falls if amendment 3 is adopted)",
        "Doc. 12\n(14 March 2031)\n(concerns only the lakes).",
        "Doc. 12\nTitle: 5",
        "Doc. 12\nNote: 5",
        "Doc. 12\n1.5 boats",
        "Doc. 12\n2031. boats",
        "1.2.2031\n\n()",
        "30. September 2031",
        "Doc. 12\n\n(concerns only the lakes).",
    ] {
        head(paper);
    }
}
