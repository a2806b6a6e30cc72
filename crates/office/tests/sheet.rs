//! The table of amendments: the same cells in CSV and XLSX, exactly what the dossier says, and
//! nothing that a spreadsheet would run.

#![expect(clippy::print_stdout, reason = "a skipped test says so")]

use engine::State;
use hemicycle_office::sheet::{Cell, Column, Table, csv, xlsx};
use std::collections::BTreeMap;
use std::io::Read;
use std::process::Command;
use std::sync::Arc;
use testkit::dossiers;
use text::Lang;

const PAPER: &str = "\
Doc. 7 – Compendium of written amendments
01/02/2026

Safe lakes

A. Draft resolution

1. The Assembly thanks the pilots. It counts the boats yearly.
2. It calls on the harbours to keep the 20^th lamp lit. Fog is common in winter.

Amendment 1

(concerns the lakes only)
Tabled by Ms Ada REED, Mr Tom WADE (Westshore, LAMP)

In the draft resolution, paragraph 2, replace the last sentence with the following sentences:

\"Fog is, \"\"as we say\"\", rare.

It lifts by the 20^th.\"

Explanatory note: =1+1 is no reason.

Sub-amendment 1 to amendment 1

Tabled by the Committee on Lamps

In amendment 1, delete the word \"rare\".

Amendment 2 rev.

Tabled by Ms Ada REED

In the draft resolution, delete paragraph 2.
";

fn state(paper: &str) -> State {
    let file = Arc::new(source::SourceFile::decode("paper.txt", paper.as_bytes()));
    engine::open::open(vec![file]).state
}

/// A file read back: rows of fields, the guarding sign taken away.
fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let rows = reader.records().map(|row| {
        let row = row.expect("every row is as long as its heads");
        row.iter().map(|field| field.strip_prefix('\'').unwrap_or(field).to_owned()).collect()
    });
    rows.collect()
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Whole(number) => number.to_string(),
        Cell::Text(text) => text.clone(),
    }
}

#[test]
fn a_row_says_what_the_paper_says() {
    let table = Table::new(&state(PAPER), Lang::EN);
    let rows = read_back(&csv::write(&table).bytes);
    let [heads, revised, sub, first] = rows.as_slice() else { panic!("{rows:#?}") };
    let cell = |row: &Vec<String>, head: &str| {
        let at = heads.iter().position(|found| found == head);
        row[at.unwrap_or_else(|| panic!("no column {head} in {heads:?}"))].clone()
    };
    let is = |row, head: &str, words: &str| assert_eq!(cell(row, head), words, "{head}");
    is(revised, "Rank", "1");
    is(revised, "Number", "2 rev.");
    is(revised, "Place", "paragraph 2");
    is(revised, "Operation", "delete");
    is(revised, "Fells if adopted", "1");
    is(sub, "Number", "1");
    is(sub, "Sub-amendment to", "1");
    is(sub, "Tabled by", "the Committee on Lamps");
    is(first, "Rank", "3");
    is(first, "Text", "A. Draft resolution");
    is(first, "Place", "paragraph 2, last sentence");
    is(first, "Tabled by", "Ms Ada REED; Mr Tom WADE (Westshore, LAMP)");
    is(first, "Explanatory note", "=1+1 is no reason.");
    is(first, "Remarks", "(concerns the lakes only)");
    is(first, "Falls with", "2 rev.");
    is(first, "Outcome", "");
    let wording = cell(first, "Wording");
    assert!(wording.ends_with("rare.\nIt lifts by the 20^th.\""), "{wording}");
}

#[test]
fn heads_are_in_the_language_of_the_table() {
    let table = Table::new(&state(PAPER), Lang::FR);
    let rows = read_back(&csv::write(&table).bytes);
    let heads = [
        "Rang",
        "N°",
        "Sous-amendement à",
        "Texte",
        "Endroit",
        "Opération",
        "Auteurs",
        "Libellé",
        "Note explicative",
        "Remarques",
        "Fait tomber si adopté",
        "Tombe avec",
        "Identique à",
        "Position de la commission",
        "Sort",
        "Voix pour",
        "Voix contre",
        "Abstentions",
    ];
    assert_eq!(rows[0], heads);
}

/// A table of one row with these texts, cell by cell, as hostile as they come.
fn hostile() -> (Table, Vec<String>) {
    let texts = [
        "=HYPERLINK(\"http://lake\")",
        "+1",
        "-1 boat",
        "@fog",
        "\tfog",
        "＝1",
        "'quoted",
        "<r><t>fog</t></r>",
        "_x0041_",
        " two  spaces ",
        "a\nb",
        "a, \"b\"; c",
        "\u{1}bell",
        "13/1",
        "007",
        "1e5",
        "Ħ 𝔸 ‑ «é»",
        "",
    ];
    let texts = texts.map(str::to_owned).to_vec();
    let cell = |text: &String| match text.is_empty() {
        true => Cell::Empty,
        false => Cell::Text(text.clone()),
    };
    let rows = vec![texts.iter().map(cell).collect()];
    let table = Table {
        lang: Lang::EN,
        title: "<Lakes> & \"fog\"".into(),
        day: None,
        rows,
        unrelated: false,
    };
    (table, texts)
}

#[test]
fn a_cell_that_would_run_is_guarded_and_counted() {
    let (table, texts) = hostile();
    let written = csv::write(&table);
    assert_eq!(written.guarded, 7);
    assert_eq!(read_back(&written.bytes)[1], texts);
    let text = String::from_utf8(written.bytes).expect("UTF-8");
    let row = text.split("\r\n").nth(1).expect("a row");
    assert!(row.starts_with("\"'=HYPERLINK"), "{row}");
}

/// A text of XLSX as a spreadsheet shows it: `_x0001_` is a control character.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).and_then(|code| u32::from_str_radix(code, 16).ok());
        let closed = rest.get(at + 6..at + 7) == Some("_");
        shown.push_str(&rest[..at]);
        match code.and_then(char::from_u32).filter(|_| closed) {
            Some(c) => {
                shown.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                shown.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    shown + rest
}

/// The parts of a file in the container of XLSX.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip file");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("it is there");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("XML in UTF-8");
            (part.name().expect("UTF-8").into_owned(), text)
        })
        .collect()
}

/// The cells of the only sheet by their references, "B2", as a spreadsheet reads them.
fn cells(bytes: &[u8]) -> BTreeMap<String, Cell> {
    let parts = parts(bytes);
    let text = |part: &str| parts.get(part).map(String::as_str).unwrap_or("<none/>");
    let strings = roxmltree::Document::parse(text("xl/sharedStrings.xml")).expect("well-formed");
    let strings: Vec<String> = strings
        .descendants()
        .filter(|node| node.has_tag_name((node_namespace(node), "si")))
        .map(|si| {
            let words = si.descendants().filter(|node| node.tag_name().name() == "t");
            shown(&words.filter_map(|node| node.text()).collect::<String>())
        })
        .collect();
    let sheet = roxmltree::Document::parse(text("xl/worksheets/sheet1.xml")).expect("well-formed");
    let mut cells = BTreeMap::new();
    for cell in sheet.descendants().filter(|node| node.tag_name().name() == "c") {
        assert!(cell.children().all(|child| child.tag_name().name() != "f"), "a formula");
        let value = cell.descendants().find(|node| node.tag_name().name() == "v");
        let value = value.and_then(|value| value.text());
        let whole = |value: &str| value.parse::<u32>().expect("a whole number");
        let content = match (cell.attribute("t"), value) {
            (_, None) => Cell::Empty,
            (Some("s"), Some(at)) => Cell::Text(strings[whole(at) as usize].clone()),
            (None, Some(value)) => Cell::Whole(whole(value)),
            (Some(other), _) => panic!("a cell of type {other}"),
        };
        cells.insert(cell.attribute("r").expect("a reference").to_owned(), content);
    }
    cells
}

fn node_namespace<'a>(node: &roxmltree::Node<'a, '_>) -> &'a str {
    node.tag_name().namespace().unwrap_or_default()
}

fn reference(column: usize, row: usize) -> String {
    format!("{}{}", char::from(b'A' + column as u8), row + 1)
}

/// Every cell of the table stands in the file, as number or text.
fn holds(table: &Table, bytes: &[u8]) {
    let cells = cells(bytes);
    for (at, column) in Column::ALL.into_iter().enumerate() {
        assert_eq!(cells[&reference(at, 0)], Cell::Text(column.head(table.lang)));
    }
    for (at, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let found = &cells[&reference(column, at + 1)];
            assert_eq!(found, cell, "row {at}, {:?}", Column::ALL[column]);
        }
    }
}

#[test]
fn a_spreadsheet_holds_every_cell_as_what_it_is() {
    let (hostile, _) = hostile();
    for table in [hostile, Table::new(&state(PAPER), Lang::EN)] {
        holds(&table, &xlsx::write(&table).expect("it fits"));
    }
}

#[test]
fn a_spreadsheet_has_a_filter_fixed_heads_and_no_clock() {
    let table = Table::new(&state(PAPER), Lang::EN);
    let parts = parts(&xlsx::write(&table).expect("it fits"));
    let of_table = &parts["xl/tables/table1.xml"];
    assert!(of_table.contains("<autoFilter ref=\"A1:R4\"/>"), "{of_table}");
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    assert!(sheet.contains("xSplit=\"2\" ySplit=\"1\""), "{sheet}");
    let core = &parts["docProps/core.xml"];
    assert!(core.contains("2026-02-01T00:00:00Z</dcterms:created>"), "{core}");
    assert!(core.contains("<dc:title>Doc. 7 – Safe lakes</dc:title>"), "{core}");
}

#[test]
fn what_does_not_fit_into_a_cell_is_refused() {
    let (mut table, _) = hostile();
    table.rows[0][7] = Cell::Text("𝔸".repeat(16_384));
    let error = xlsx::write(&table).expect_err("32,768 characters of UTF-16");
    assert!(error.to_string().starts_with("row 2, column \"Wording\": "), "{error}");
    table.rows[0][7] = Cell::Text("𝔸".repeat(16_383));
    assert!(xlsx::write(&table).is_ok());
}

#[test]
fn a_dossier_without_amendments_is_a_table_of_heads() {
    let table = Table::new(&state("A. Draft resolution\n\n1. Lamps.\n"), Lang::EN);
    assert_eq!(read_back(&csv::write(&table).bytes).len(), 1);
    holds(&table, &xlsx::write(&table).expect("it fits"));
}

#[test]
fn any_dossier_comes_back_cell_by_cell_and_twice_the_same() {
    for seed in 0..40 {
        let state = State::new(dossiers::rich(seed), Default::default(), Vec::new());
        for lang in [Lang::EN, Lang::FR] {
            let table = Table::new(&state, lang);
            assert_eq!(table.rows.len(), state.dossier.amendments.len());
            let written = csv::write(&table);
            let fields: Vec<Vec<String>> =
                table.rows.iter().map(|row| row.iter().map(plain).collect()).collect();
            assert_eq!(read_back(&written.bytes)[1..], fields, "seed {seed}");
            assert_eq!(written, csv::write(&table));
            let sheet = xlsx::write(&table).expect("it fits");
            holds(&table, &sheet);
            assert_eq!(sheet, xlsx::write(&table).expect("it fits"), "seed {seed}");
        }
    }
}

/// A reader by other hands: openpyxl, where Python has it.
#[test]
fn openpyxl_reads_the_same_cells() {
    let program = "\
import sys
sys.stdout.reconfigure(encoding='utf-8', newline='')
try:
    import openpyxl
except ImportError:
    print('absent'); sys.exit(0)
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.active
assert list(sheet.tables.keys()), 'no table'
assert sheet.freeze_panes == 'C2', sheet.freeze_panes
rows = sheet.iter_rows(values_only=True)
sys.stdout.write('\x1e'.join('\x1f'.join('' if c is None else str(c) for c in row) for row in rows))
";
    let table = Table::new(&state(PAPER), Lang::EN);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("table.xlsx");
    std::fs::write(&file, xlsx::write(&table).expect("it fits")).expect("written");
    let run = Command::new("python3").args(["-c", program]).arg(&file).output();
    let Ok(output) = run else { return println!("skipped: python3 is not there") };
    let said = String::from_utf8_lossy(&output.stdout);
    if said.trim() == "absent" {
        return println!("skipped: openpyxl is not there (pip install openpyxl)");
    }
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let fields = |row: &str| row.split('\u{1f}').map(str::to_owned).collect();
    let read: Vec<Vec<String>> = said.split('\u{1e}').map(fields).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(plain).collect()).collect();
    assert_eq!(read[1..], rows);
}
