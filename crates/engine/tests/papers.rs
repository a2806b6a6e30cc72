//! The papers of a sitting at every moment of the example log: what is open stands in voting list and script once and in
//! calling order, and what was decided in the results.

use hemicycle_engine::document::{Document, Role};
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

#[test]
fn at_every_moment_the_papers_hold_what_is_open_and_what_was_decided() {
    let rules = named("pace", "2024").expect("it comes with the program");
    let all = entries();
    for lang in [Lang::EN, Lang::FR] {
        let name = format!("lakes-{}.txt", lang.tag());
        let file = Arc::new(SourceFile::new(&name, example(&name)));
        let dossier = hemicycle_engine::open::open(vec![file]).state.dossier;
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
