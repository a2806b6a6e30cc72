//! The papers of a sitting at every moment of the example log: what is open stands in voting list and script once and in
//! calling order, and what was decided in the results.

use hemicycle_engine::document::{Document, Layout, Role};
use hemicycle_engine::papers::{self, Templates};
use hemicycle_engine::sitting::Sitting;
use procedure::log::{Entry, Reader};
use procedure::rules::named;
use procedure::state::{Record, State};
use source::SourceFile;
use std::path::Path;
use std::sync::Arc;
use text::Lang;

fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    std::fs::read_to_string(path).expect("it is in the repository")
}

fn entries() -> Vec<Entry> {
    let log = example("sitting.jsonl");
    Reader::new(log.as_bytes()).map(|entry| entry.expect("an entry")).collect()
}

/// The first cells of all lines of a list, those of texts as a whole left out.
fn numbers(list: &Document) -> Vec<String> {
    let rows = list.sections.iter().flat_map(|section| &section.rows);
    let first = rows.filter_map(|row| row.cells.first());
    let text = first.map(|cell| cell.iter().map(|run| run.text.as_str()).collect::<String>());
    text.filter(|number| !number.is_empty()).collect()
}

fn headings(script: &Document) -> Vec<String> {
    let rows = script.sections.iter().flat_map(|section| &section.rows);
    let texts = rows.filter_map(|row| row.text.as_ref());
    let headings = texts.filter(|text| text.role == Role::Heading);
    headings.map(|text| text.content.iter().map(|run| run.text.as_str()).collect()).collect()
}

/// All words of a paper as it is set.
fn words(paper: &Document) -> String {
    let rows = paper.sections.iter().flat_map(|section| &section.rows);
    let runs = rows.flat_map(|row| {
        let cells = row.cells.iter().flatten();
        let blocks = row.amendments.iter().flat_map(|block| &block.wording);
        let blocks = blocks.flat_map(|paragraph| &paragraph.content);
        row.text.iter().flat_map(|text| &text.content).chain(cells).chain(blocks)
    });
    runs.map(|run| run.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_line_ends_between_a_figure_and_its_word_and_a_wording_keeps_its_spaces() {
    let rules = named("pace", "2024").expect("it comes with the program");
    let all = entries();
    let files =
        ["lakes-en.txt", "lakes-fr.txt"].map(|name| Arc::new(SourceFile::new(name, example(name))));
    let dossier = hemicycle_engine::open::open(files.to_vec()).state.dossier;
    let course = State::of(&all, rules).expect("the example is legal");
    let held = Sitting::new(&dossier, course, rules);
    let minutes = papers::minutes(&held, &all, Lang::FR).expect("the example is legal");
    let minutes = words(&minutes.typeset());
    for bound in
        ["L’amendement\u{a0}16 tombe", "M.\u{a0}Jan WEIR", "41\u{a0}contre", "16\u{a0}heures"]
    {
        assert!(minutes.contains(bound), "{bound} in {minutes}");
    }
    let results = papers::results(&held, Lang::FR).typeset();
    assert!(words(&results).contains("avant le paragraphe\u{a0}2"));
    let compendium =
        hemicycle_engine::document::compendium(&held.state, Lang::FR, Layout::Columns).typeset();
    assert!(words(&compendium).contains("paragraphe 2, première phrase"), "as it was tabled");
    let listed: Vec<&str> = compendium.contents.iter().map(|entry| entry.text.as_str()).collect();
    let sub = listed.iter().position(|text| text.starts_with("Sous-amendement\u{a0}1 à"));
    let at = sub.expect("sub-amendments stand in the contents");
    // The oral one to the same amendment stands between them.
    let parent = listed[at + 2];
    assert!(parent.starts_with("Amendement\u{a0}8,"), "before what they change: {listed:?}");
}

#[test]
fn at_every_moment_the_papers_hold_what_is_open_and_what_was_decided() {
    let rules = named("pace", "2024").expect("it comes with the program");
    let all = entries();
    for lang in [Lang::EN, Lang::FR] {
        // The log is that of both files.
        let file = |name: &str| Arc::new(SourceFile::new(name, example(name)));
        let files = ["lakes-en.txt", "lakes-fr.txt"].map(file).to_vec();
        let dossier = hemicycle_engine::open::open(files).state.dossier;
        let templates = Templates::shipped(lang);
        for until in (1..=all.len()).step_by(3).chain([all.len()]) {
            let entries = &all[..until];
            let course = State::of(entries, rules).expect("the example is legal");
            let held = Sitting::new(&dossier, course, rules);
            let open = |at: &usize| held.course.record(*at).is_some_and(Record::is_open);
            let order: Vec<usize> = held.calling_order().into_iter().filter(open).collect();
            let cited = |at: &usize| held.citation(&held.course.amendments[*at]);
            let mut wanted: Vec<String> = order.iter().map(cited).collect();
            let mut listed = numbers(&papers::voting_list(&held, lang));
            // Texts follow each other; the order by hand is within one.
            wanted.sort();
            listed.sort();
            assert_eq!(listed, wanted, "{lang} after event {until}");
            let headings = headings(&papers::script(&held, lang, &templates));
            for at in &order {
                let record = &held.course.amendments[*at];
                let (Some(number), None) = (&record.number, record.parent) else { continue };
                let word = if lang == Lang::FR { "Amendement" } else { "Amendment" };
                let name = format!("{word} {number}");
                let is = |heading: &&String| {
                    heading
                        .strip_prefix(&name)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with(','))
                };
                let count = headings.iter().filter(is).count();
                // It stands again behind its sub-amendments.
                let subs = record.sub_amendments.iter().any(open);
                assert_eq!(count, if subs { 2 } else { 1 }, "{lang} after {until}: {name}");
            }
            let results = numbers(&papers::results(&held, lang));
            for (at, record) in held.course.amendments.iter().enumerate() {
                let decided =
                    record.decision().is_some() && (record.number.is_some() || record.oral);
                assert!(
                    !decided || results.contains(&cited(&at)),
                    "{lang} after {until}: {}",
                    record.id
                );
            }
            let minutes = papers::minutes(&held, entries, lang);
            assert!(minutes.is_ok(), "{lang} after {until}");
        }
    }
}
