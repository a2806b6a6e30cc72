//! PDFs read back: papers of our own in both layouts, a table made by LibreOffice, refusals, and
//! damaged files.

#![expect(clippy::print_stdout, reason = "a skipped test says so")]

use engine::Dossier;
use engine::document::{Layout, compendium};
use hemicycle_intake::{Error, NoteKind, pdf as take};
use source::SourceFile;
use source::fault::{Fault, with};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use testkit::random::Random;
use testkit::same::difference;

fn read(bytes: &[u8]) -> Dossier {
    let text = take(bytes).expect("it is read").text;
    engine::read::read(Arc::new(SourceFile::new("paper", text))).dossier
}

/// A text without what a typesetter sets by rule: the forms of apostrophes and quotation marks,
/// and the spaces at signs.
fn folded(text: &str) -> String {
    let text =
        text.replace(['\u{202f}', '\u{a0}'], " ").replace('’', "'").replace(['“', '”'], "\"");
    let signs = [("« ", "«"), (" »", "»"), (" :", ":"), (" ;", ";"), (" !", "!"), (" ?", "?")];
    signs.iter().fold(text, |text, (from, to)| text.replace(from, to))
}

/// What paper says of a dossier. It sets quoted text as a paragraph of its own, prints computed
/// notes on falling and on identical amendments, and has one place for what has none.
fn on_paper(dossier: &Dossier) -> Dossier {
    let mut dossier = dossier.clone();
    let lang = dossier.versions[0].lang;
    for text in dossier.amendments.iter_mut().flat_map(|amendment| &mut amendment.texts) {
        text.wording = folded(&text.wording).replace(":\n", ": ");
        text.remarks.retain(|remark| !remark.starts_with("(Identi"));
        text.falling.clear();
    }
    let text = folded(&engine::txt::write(&engine::open::dossier(dossier).state, lang));
    engine::read::read(Arc::new(SourceFile::new("folded", text))).dossier
}

/// The examples, and the published compendium where it is.
fn papers() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let names = ["lakes", "harbours", "conditions", "disagreements"];
    let mut papers: Vec<PathBuf> = names
        .iter()
        .flat_map(|name| ["en", "fr"].map(|lang| root.join(format!("examples/{name}-{lang}.txt"))))
        .collect();
    let published = root.join("../shared/data/recueil-16245-fr.txt");
    if published.exists() {
        papers.push(published);
    } else {
        println!("skipped: no shared data");
    }
    papers
}

fn opened(path: &Path) -> engine::State {
    let text = std::fs::read_to_string(path).expect("it is there");
    engine::open::open(vec![Arc::new(SourceFile::new("paper", text))]).state
}

fn printed(state: &engine::State, layout: Layout) -> Vec<u8> {
    let lang = state.dossier.versions[0].lang;
    pdf::write(&compendium(state, lang, layout)).expect("it is typeset").remove(0)
}

/// The numbers of the amendments that are printed behind all parts.
fn without_place(state: &engine::State) -> Vec<String> {
    let document = compendium(state, state.dossier.versions[0].lang, Layout::Linear);
    let sections = document.sections.iter().filter(|section| section.id == "without-place");
    let blocks = sections.flat_map(|section| &section.rows).flat_map(|row| &row.amendments);
    blocks.map(|block| block.number.clone()).collect()
}

#[test]
fn what_we_print_is_read_back() {
    for path in papers() {
        let state = opened(&path);
        for layout in [Layout::Linear, Layout::Columns] {
            let found = read(&printed(&state, layout));
            let (mut was, found) = (on_paper(&state.dossier), on_paper(&found));
            // What stands behind all parts, because it has no place, belongs to none.
            for amendment in &mut was.amendments {
                if amendment.parent.is_none() && without_place(&state).contains(&amendment.number) {
                    amendment.part = None;
                }
            }
            if let Some(seen) = difference(&was, &found) {
                panic!("{} {layout:?}: {seen}", path.display());
            }
        }
    }
}

#[test]
fn a_paper_of_which_something_is_lost_or_taken_twice_is_refused() {
    let paper = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/harbours-en.txt");
    let bytes = printed(&opened(&paper), Layout::Columns);
    assert!(take(&bytes).is_ok());
    for fault in [Fault::PagesLoseCell, Fault::PagesRepeatCell] {
        assert_eq!(with(fault, || take(&bytes)), Err(Error::Unsound), "{fault:?}");
    }
}

/// Turns HTML into PDF by LibreOffice; `None` where there is none.
fn office(html: &str) -> Option<Vec<u8>> {
    office_all(&[html.to_owned()]).map(|mut made| made.remove(0))
}

/// Several at once: it takes longer to begin than to print.
fn office_all(pages: &[String]) -> Option<Vec<Vec<u8>>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let name = |at: usize, ending: &str| folder.path().join(format!("page-{at}.{ending}"));
    for (at, html) in pages.iter().enumerate() {
        std::fs::write(name(at, "html"), html).expect("the folder can be written to");
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let made = Command::new("soffice")
        .args(["--headless", &profile, "--infilter=HTML (StarWriter)"])
        .args(["--convert-to", "pdf:writer_pdf_Export", "--outdir"])
        .arg(folder.path())
        .args((0..pages.len()).map(|at| name(at, "html")))
        .output();
    if made.is_err() {
        println!("skipped: no soffice");
        return None;
    }
    let read = |at| std::fs::read(name(at, "pdf")).expect("it was converted");
    Some((0..pages.len()).map(read).collect())
}

/// A paper as a table of two columns, a row for each provision, amendments beside it.
fn table(rows: &[(&str, &[&str])]) -> String {
    let mut html = String::from(
        "<html><head><meta charset='utf-8'></head><body><p>Doc. 412</p><h1>A. Draft resolution</h1>\
         <table width='100%' border='1'><col width='50%'><col width='50%'>\
         <tr><td>Draft resolution</td><td>Amendments</td></tr>",
    );
    for (left, right) in rows {
        let right: String = right.iter().map(|text| format!("<p>{text}</p>")).collect();
        html +=
            &format!("<tr><td valign='top'><p>{left}</p></td><td valign='top'>{right}</td></tr>");
    }
    html + "</table></body></html>"
}

const LAMPS: &str = "1. The lamps of the 20<sup>e</sup> lake are efficient in fog, and the harbours of the \
    four lakes are asked to report on them each spring and each autumn, in time for the ferries.";

fn rows() -> Vec<(&'static str, &'static [&'static str])> {
    vec![
        (
            LAMPS,
            &[
                "Amendment 1",
                "Tabled by Ms Ada LINDQVIST, Mr Bruno CASTELL, Ms Nora FENN, Mr Jan WEIR",
                "In the draft resolution, paragraph 1, after the words \u{201c}in fog\u{201d}, insert the following words:",
                "\u{201c}and at night, when the boats come home from the far side of the lake\u{201d}",
                "Explanatory note",
                "Night is longer than fog.",
                "Amendment 2",
                "Tabled by Mr Ivo MARSH",
                "In the draft resolution, delete paragraph 1.",
            ],
        ),
        ("2. The pilots sleep ashore.", &[]),
        (
            "3. The ferries wait.",
            &["Amendment 3", "Tabled by Ms Petra QUAY", "Delete paragraph 3."],
        ),
    ]
}

/// A PDF of these objects, from number 1 on; the first is the catalog.
fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut out = String::from("%PDF-1.7\n");
    let mut offsets = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        offsets.push(out.len());
        out += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let table = out.len();
    out += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    offsets.iter().for_each(|offset| out += &format!("{offset:010} 00000 n \n"));
    let size = objects.len() + 1;
    out += &format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n");
    out.into_bytes()
}

/// A page with this content and these resources.
fn page(content: &str, resources: &str) -> Vec<u8> {
    file(
        &[
            "<</Type/Catalog/Pages 2 0 R>>".into(),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>".into(),
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<{resources}>>>>"
            ),
            format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()),
        ],
        "",
    )
}

const HELVETICA: &str =
    "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>";

#[test]
fn what_cannot_be_read_is_refused_with_the_page() {
    let text = "BT /F 12 Tf 50 700 Td (Doc. 412) Tj ET";
    assert_eq!(take(&page(text, HELVETICA)).expect("it is read").text, "Doc. 412\n");
    let image = "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";
    assert_eq!(take(&page(image, "")), Err(Error::Scanned { pages: "1".into() }));
    assert_eq!(take(&page("", "")), Err(Error::PdfEmpty));
    // A font whose signs have names that mean nothing to anybody else.
    let own = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica\
               /Encoding<</Type/Encoding/Differences[65/g17/g18/g19]>>>>>>";
    let found = take(&page("BT /F 12 Tf 50 700 Td (ABC) Tj ET", own));
    assert_eq!(found, Err(Error::NoUnicode { page: 1, glyphs: 3 }));
    let aslant =
        "BT /F 12 Tf 0 1 -1 0 50 400 Tm (Draft) Tj ET BT /F 12 Tf 50 700 Td (Doc. 412) Tj ET";
    let found = take(&page(aslant, HELVETICA)).expect("it is read");
    assert_eq!(found.text, "Doc. 412\n");
    assert_eq!(found.notes.iter().map(|note| note.kind).collect::<Vec<_>>(), [NoteKind::Rotated]);
}

#[test]
fn encrypted_files_say_so() {
    let objects =
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"].map(str::to_owned);
    let key = "00".repeat(32);
    let trailer = format!(
        "/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{key}>/U<{key}>>>"
    );
    assert_eq!(take(&file(&objects, &trailer)), Err(Error::Encrypted));
}

#[test]
fn damaged_files_are_refused_or_read_and_never_more() {
    let state =
        opened(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/harbours-en.txt"));
    let bytes = printed(&state, Layout::Columns);
    for part in 0..40 {
        let cut = &bytes[..bytes.len() * part / 40];
        let _ = take(cut);
        let mut hurt = bytes.clone();
        for at in (part..hurt.len()).step_by(997) {
            hurt[at] = hurt[at].wrapping_add(17);
        }
        let _ = take(&hurt);
    }
    assert_eq!(take(b"%PDF-1.7\nnothing"), Err(Error::PdfDamaged));
}

/// A changed byte in what a page holds, or a page that is not there, loses words of which nobody would know.
/// How wide a letter is has no checksum: there words may come in another order.
#[test]
fn of_a_damaged_file_no_letter_is_lost() {
    let state =
        opened(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/harbours-en.txt"));
    let bytes = printed(&state, Layout::Columns);
    let letters = |bytes: &[u8]| {
        let text = take(bytes)?.text;
        let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.sort_unstable();
        Ok::<_, Error>(letters)
    };
    let whole = letters(&bytes).expect("it is read");
    let mut refused = 0;
    for at in (9..bytes.len()).step_by(bytes.len() / 150) {
        let mut hurt = bytes.clone();
        hurt[at] = hurt[at].wrapping_add(17);
        match letters(&hurt) {
            Ok(found) => assert_eq!(found, whole, "byte {at}"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 40, "{refused}");
}

#[test]
fn objects_within_themselves_end() {
    let kids = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"];
    assert!(take(&file(&kids.map(str::to_owned), "")).is_err());
}

#[test]
fn a_table_made_by_libreoffice_is_read_in_rows() {
    // Far more rows than a page holds: cells go on over page ends.
    let many: Vec<(String, Vec<String>)> = (1..=14)
        .map(|at| {
            let heading = format!("Amendment {at}");
            let wording = format!(
                "In the draft resolution, after paragraph {at}, insert the following paragraph:"
            );
            let added = format!(
                "\u{201c}{}\u{201d}",
                vec!["The pilots of this lake know its rocks."; at % 4 + 1].join(" ")
            );
            let left = format!(
                "{at}. {}",
                vec!["Every harbour keeps a lamp for the boats."; at % 5 + 1].join(" ")
            );
            (left, vec![heading, "Tabled by Ms Ada LINDQVIST, Mr Jan WEIR".into(), wording, added])
        })
        .collect();
    let many_rows: Vec<(&str, Vec<&str>)> =
        many.iter().map(|(l, r)| (l.as_str(), r.iter().map(String::as_str).collect())).collect();
    let many_rows: Vec<(&str, &[&str])> =
        many_rows.iter().map(|(l, r)| (*l, r.as_slice())).collect();
    for rows in [rows(), many_rows] {
        let Some(bytes) = office(&table(&rows)) else { return };
        let mut expected = String::from("Doc. 412\n\nA. Draft resolution\n\n");
        for (left, right) in &rows {
            expected += &format!("{}\n\n", left.replace("<sup>", "^").replace("</sup>", ""));
            right.iter().for_each(|text| expected += &format!("{text}\n\n"));
        }
        let read = take(&bytes).expect("it is read");
        assert_eq!(read.text.trim_end(), expected.trim_end());
        let pages = read.places.iter().map(|place| place.page).max();
        assert!(rows.len() < 14 || pages > Some(1), "{pages:?}");
    }
}

/// Cells without any room between them, justified or not, in small letters and large ones: no word goes astray.
#[test]
fn tables_of_any_measure_are_read_in_rows() {
    let (pages, wanted): (Vec<String>, Vec<String>) = (0..60).map(any_table).unzip();
    let Some(made) = office_all(&pages) else { return };
    for (seed, (bytes, wanted)) in made.iter().zip(&wanted).enumerate() {
        match take(bytes) {
            Ok(read) => assert_eq!(read.text.trim_end(), wanted.trim_end(), "seed {seed}"),
            Err(error) => panic!("seed {seed}: {error}"),
        }
    }
}

/// A paper of this seed as a page, and as it is to be read.
fn any_table(seed: u64) -> (String, String) {
    const WORDS: &[&str] = &[
        "the", "lamp", "boat", "harbour", "pilot", "of", "lake", "fog", "water", "keeper", "and",
        "by", "night", "in", "winter", "ferry", "each", "a", "to",
    ];
    let mut random = Random::new(seed);
    let mut sentences = |most: usize| {
        let mut said = Vec::new();
        for _ in 0..=random.below(most) {
            let words: Vec<&str> = (0..4 + random.below(9)).map(|_| *random.pick(WORDS)).collect();
            let words = words.join(" ");
            said.push(format!("{}{}.", words[..1].to_uppercase(), &words[1..]));
        }
        said.join(" ")
    };
    let texts: Vec<(String, String)> =
        (0..11).map(|_| (sentences(5), format!("“{}”", sentences(4)))).collect();
    let rows = 2 + random.below(9);
    let (padding, size) = (random.pick(&[0, 0, 1, 2]), 8 + random.below(5));
    let (align, margin) = (random.pick(&["left", "justify"]), random.pick(&[0, 4]));
    let style = format!("td p{{font-size:{size}pt;text-align:{align};margin-top:{margin}pt}}");
    let mut html = format!(
        "<html><head><meta charset='utf-8'><style>{style}</style></head><body><p>Doc. 412</p><h1>A. Draft resolution</h1>\
         <table width='100%' cellpadding='{padding}' cellspacing='0' border='1'><col width='50%'><col width='50%'>\
         <tr><td>Draft resolution</td><td>Amendments</td></tr>"
    );
    let mut text = String::from("Doc. 412\n\nA. Draft resolution\n\n");
    for (at, (left, payload)) in (1..).zip(texts.iter().take(rows)) {
        let left = format!("{at}. {left}");
        let right = [
            format!("Amendment {at}"),
            "Tabled by Ms Ada LINDQVIST, Mr Jan WEIR".to_owned(),
            format!(
                "In the draft resolution, after paragraph {at}, insert the following paragraph:"
            ),
            payload.clone(),
        ];
        let cell: String = right.iter().map(|text| format!("<p>{text}</p>")).collect();
        html +=
            &format!("<tr><td valign='top'><p>{left}</p></td><td valign='top'>{cell}</td></tr>");
        text += &format!("{left}\n\n{}\n\n", right.join("\n\n"));
    }
    (html + "</table></body></html>", text)
}

#[test]
fn three_columns_are_refused_and_not_read_as_two() {
    let cell = "<td width='33%' valign='top'>Every harbour keeps a lamp for the boats that come home late.</td>";
    let row = format!("<tr>{}</tr>", cell.repeat(3));
    let rows = row.repeat(12);
    let Some(bytes) =
        office(&format!("<html><body><table width='100%'>{rows}</table></body></html>"))
    else {
        return;
    };
    assert_eq!(
        take(&bytes).expect_err("nobody can say what belongs together"),
        Error::ThreeColumns { page: 1 }
    );
}
