//! A small compendium of the Assembly of the Lakes, printed and read again with the usual tools.

#![expect(clippy::print_stdout, reason = "a skipped test says so")]

use engine::document::{
    AmendmentBlock, ChangeKind, Changed, Document, Entry, Head, Heads, KeyLine, Layout, Paragraph,
    Role, Row, Run, Runs, Section, Terms,
};
use std::path::PathBuf;
use std::process::Command;
use text::Lang;

fn plain(text: &str) -> Runs {
    vec![Run::plain(text)]
}

fn provision(number: &str, depth: u32, text: &str) -> Paragraph {
    let id = format!("a-para-{number}");
    let number = plain(&format!("{number}."));
    Paragraph { id, depth, number, content: plain(text), ..Paragraph::default() }
}

fn amendment(number: &str, wording: &str, quoted: &str) -> AmendmentBlock {
    let paragraph = |role, text| Paragraph { role, content: plain(text), ..Paragraph::default() };
    AmendmentBlock {
        id: format!("am-{number}"),
        heading: format!("Amendment {number}"),
        tabled: plain("Tabled by Ms Ada Ferry, Mr Bo Pilot"),
        wording: vec![paragraph(Role::Instruction, wording), paragraph(Role::Quoted, quoted)],
        reasons: vec![plain("A note that holds #emph[..] $x$ *safe* <am-2> prints just that.")],
        ..AmendmentBlock::default()
    }
}

/// Two amendments that stand one below the other beside paragraph 1, and one to 2.1.
fn compendium(layout: Layout) -> Document {
    let falls = vec![
        Run::plain("(If adopted, amendment "),
        Run { text: "1".into(), link: "am-1".into(), ..Run::default() },
        Run::plain(" falls)"),
    ];
    let mut wide = amendment("2", "replace paragraph 1 with:", "\"Fog is common.\"");
    wide.notes = vec![falls];
    wide.before = vec![AmendmentBlock {
        id: "am-2-sub-1".into(),
        heading: "Sub-amendment 1 to amendment 2".into(),
        ..amendment("1", "replace the word \"common\" with:", "\"frequent\"")
    }];
    let narrow = amendment("1", "in paragraph 1, replace \"boats\" with:", "\"ships\"");
    let inner = amendment("3", "delete paragraph 2.1 and insert:", "\"lamps;\"");
    let row = |text: Paragraph, amendments| {
        let text_head = format!("Draft resolution {}", text.id);
        let heads = Heads { text: text_head, amendments: "Amendments".into() };
        let opens = layout == Layout::Columns && text.depth == 0;
        Row { amendments, heads: opens.then_some(heads), ..Row::of(text) }
    };
    let rows = vec![
        row(provision("1", 0, "The boats of the lakes are counted yearly."), vec![wide, narrow]),
        row(provision("2", 0, "The Assembly asks its harbours:"), Vec::new()),
        row(provision("2.1", 1, "to keep the lamps lit by night."), vec![inner]),
    ];
    let section = Section {
        id: "part-a".into(),
        heading: "A. Draft resolution".into(),
        columns: (layout == Layout::Columns)
            .then(|| ("Draft resolution".into(), "Amendments".into())),
        over: Vec::new(),
        follows: false,
        table: Vec::new(),
        rows,
    };
    let entry =
        |text: &str, target: &str, level| Entry { text: text.into(), target: target.into(), level };
    Document {
        lang: Lang::EN,
        layout,
        title: "Doc. 7 – Compendium of written amendments".into(),
        head: Head {
            reference: "Doc. 7".into(),
            kind: "Compendium of written amendments".into(),
            date: "3 May".into(),
            edition: "Final version".into(),
            title: plain("Safe navigation on the lakes"),
        },
        contents: vec![
            entry("A. Draft resolution", "part-a", 0),
            entry("Amendment 2, paragraph 1", "am-2", 1),
        ],
        key: Vec::new(),
        sections: vec![section],
        terms: Terms {
            contents: "Table of contents".into(),
            page: "Page".into(),
            reasons: "Explanatory note".into(),
            skip: "Skip to the text".into(),
            key: "Changes".into(),
            reason: "Reason".into(),
        },
        tablers: <_>::default(),
        ours: false,
        moments: <_>::default(),
        catalogue: None,
    }
}

/// One paragraph with words that came and words that went.
fn adopted() -> Document {
    let change = |kind, editorial| Changed {
        kind,
        editorial,
        author: "Amendment 1".into(),
        causes: vec!["1".into()],
        sign: if editorial { "ed.".into() } else { "1".into() },
    };
    let run = |text: &str, kind, editorial| Run {
        text: text.into(),
        change: Some(change(kind, editorial)),
        ..Run::default()
    };
    let mut document = compendium(Layout::Linear);
    let mut paragraph = provision("1", 0, "The ");
    paragraph.content.extend([
        run("boats", ChangeKind::Deleted, false),
        run("ships", ChangeKind::Inserted, false),
        run(", too,", ChangeKind::Inserted, true),
        Run::plain(" are counted."),
    ]);
    let specimen = run("abc", ChangeKind::Inserted, false);
    document.key = vec![KeyLine { specimen, meaning: "words inserted".into() }];
    document.contents.clear();
    document.sections[0].rows = vec![Row::of(paragraph)];
    document
}

struct Printed {
    bytes: Vec<u8>,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

fn print(document: &Document) -> Printed {
    let files = hemicycle_pdf::write(document).expect("the specimen can be typeset");
    assert_eq!(files.len(), 1);
    let bytes = files.into_iter().next().unwrap_or_default();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, &bytes).expect("the folder can be written to");
    Printed { bytes, path, _folder: folder }
}

/// What a tool of poppler says of the paper; `None` where it is not installed.
fn tool(name: &str, before: &[&str], paper: &Printed, after: &[&str]) -> Option<String> {
    let output = Command::new(name).args(before).arg(&paper.path).args(after).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Letters and figures only: typography and line ends play no part.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn a_compendium_is_tagged_complete_and_in_calling_order() {
    let paper = print(&compendium(Layout::Columns));
    let Some(info) = tool("pdfinfo", &[], &paper, &[]) else {
        return println!("skipped: no poppler");
    };
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(info.contains("Title:           Doc. 7 – Compendium"), "{info}");
    assert!(String::from_utf8_lossy(&paper.bytes).contains("/Lang(en"), "the language is named");
    let fonts = tool("pdffonts", &[], &paper, &[]).unwrap_or_default();
    for font in fonts.lines().skip(2) {
        let columns: Vec<&str> = font.split_whitespace().rev().collect();
        assert_eq!(columns.get(4), Some(&"yes"), "not embedded: {font}");
    }
    let text = tool("pdftotext", &[], &paper, &["-"]).unwrap_or_default();
    let text = letters(&text);
    let place =
        |words: &str| text.rfind(&letters(words)).unwrap_or_else(|| panic!("{words:?} is lost"));
    let order =
        ["Sub-amendment 1", "replace paragraph 1 with", "boats with", "delete paragraph 2.1"];
    assert!(order.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "calling order");
    for words in ["Fog is common", "#emph[..] $x$ *safe* <am-2>", "to keep the lamps lit", "ships"]
    {
        place(words);
    }
}

#[test]
fn links_lead_to_what_they_name() {
    let mut document = compendium(Layout::Columns);
    // Enough before it for the amendment that falls to stand on another page.
    document.sections[0].rows[0].amendments[0].reasons = vec![plain("A long note."); 60];
    let paper = print(&document);
    let Some(pages) = tool("pdftohtml", &["-xml", "-i", "-stdout"], &paper, &[]) else {
        return println!("skipped: no poppler");
    };
    let pages = pages.replace('\u{a0}', " ");
    let page_of = |words: &str| {
        let at = pages.rfind(words).unwrap_or_else(|| panic!("{words:?} is lost"));
        pages[..at].matches("<page ").count()
    };
    let leads_to = |words: &str, page: usize| {
        let line = pages.lines().find(|line| line.contains(words)).unwrap_or_default();
        assert!(line.contains(&format!(".html#{page}\"")), "{line} leads to page {page}");
    };
    // The tool's links begin a letter early.
    let (falls, fallen) = (page_of("If adopte"), page_of("Amendment 1<"));
    assert!(fallen > falls, "both stand on page {fallen}");
    leads_to("If adopte", fallen);
    leads_to("Amendment 2, paragraph 1", falls);
    assert!(!String::from_utf8_lossy(&paper.bytes).contains("/URI"), "none leads out");
}

#[test]
fn the_same_document_gives_the_same_bytes_in_every_layout() {
    for document in [compendium(Layout::Linear), adopted()] {
        assert_eq!(print(&document).bytes, print(&document).bytes);
    }
}

#[test]
fn an_empty_document_is_a_page() {
    let mut document = compendium(Layout::Columns);
    document.sections.clear();
    document.contents.clear();
    document.head = Head::default();
    assert!(print(&document).bytes.starts_with(b"%PDF"));
}

/// A member of each script that the fonts are for.
const NAMES: [&str; 6] = [
    "Ιωάννα Παπαδοπούλου",
    "Ђорђе Љубичић",
    "Արմինե Գրիգորյան",
    "ნინო ბერიძე",
    "Iğdır Şükrü Çağlayan",
    "Þórður Łęcki-Őry",
];

#[test]
fn names_in_every_script_are_printed_and_can_be_searched() {
    let mut document = compendium(Layout::Columns);
    for name in NAMES {
        document.head.title.extend(plain(&format!("{name}, ")));
    }
    let Some(text) = tool("pdftotext", &["-layout"], &print(&document), &["-"]) else { return };
    let found = letters(&text);
    for name in NAMES {
        assert!(found.contains(&letters(name)), "{name} is not in\n{text}");
    }
}

#[test]
fn a_character_without_a_glyph_is_named_and_not_printed_as_a_box() {
    let mut document = compendium(Layout::Columns);
    document.head.title.extend(plain("湖"));
    let refused = hemicycle_pdf::write(&document).expect_err("no font has it");
    assert!(refused.to_string().contains("“湖” (U+6E56)"), "{refused}");
    // Signs that are never seen are no reason.
    document.head.title.clear();
    document.head.title.extend(plain("a\u{200b}b\u{ad}c\u{2060}d\u{feff}"));
    assert_eq!(hemicycle_pdf::write(&document).err().map(|error| error.to_string()), None);
}

#[test]
fn every_paper_says_that_it_is_accessible_and_a_dated_one_that_it_is_archived() {
    let mut document = compendium(Layout::Columns);
    let dated = |document: &Document| {
        let metadata = tool("pdfinfo", &["-meta"], &print(document), &[])?;
        let has = |sign: &str| metadata.contains(sign);
        assert!(has("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
        let archived = has("<pdfaid:part>2</pdfaid:part>");
        assert_eq!(archived, has("<pdfaid:conformance>A</pdfaid:conformance>"), "{metadata}");
        Some(archived)
    };
    document.head.date = "14/10/2031".to_owned();
    assert_ne!(dated(&document), Some(false));
    document.head.date = "in autumn".to_owned();
    assert_ne!(dated(&document), Some(true));
}
