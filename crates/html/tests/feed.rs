//! The feed of a compendium, read back by the library's own reader.

use atom_syndication::Feed;
use engine::document::{Document, Layout, compendium};
use hemicycle_html::feed;
use source::SourceFile;
use std::collections::BTreeSet;
use std::sync::Arc;
use text::Lang;

const PAPER: &str = "\
Doc. 7 – Compendium of written amendments
01/02/2026

(Final version)

Safe lakes

A. Draft resolution

1. The Assembly thanks the pilots. It counts the boats yearly.
2. It calls on the harbours to keep the lamps lit & <bright>. Fog is common in winter.

Amendment 1

Tabled by Ms Ada REED, Mr Tom WADE

In the draft resolution, paragraph 2, replace the last sentence with the following sentence:

\"Fog is rare.\"

Amendment 2

In the draft resolution, delete paragraph 2.
";

fn drawn(paper: &str) -> Document {
    let opened = engine::open::open(vec![Arc::new(SourceFile::new("x.txt", paper))]);
    compendium(&opened.state, Lang::EN, Layout::Columns)
}

fn read(document: &Document) -> Feed {
    let text = feed(document).expect("the paper has a day");
    assert_eq!(feed(document).as_deref(), Some(text.as_str()), "the same bytes");
    Feed::read_from(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn amendments_are_entries_in_calling_order() {
    let feed = read(&drawn(PAPER));
    assert_eq!(feed.id, "urn:hemicycle:Doc.%207:en");
    assert_eq!(feed.updated.to_rfc3339(), "2026-02-01T00:00:00+00:00");
    assert_eq!(feed.title.value, "Doc. 7 – Compendium of written amendments");
    assert_eq!(feed.subtitle.expect("a subtitle").value, "Safe lakes (Final version)");
    let titles: Vec<_> = feed.entries.iter().map(|entry| entry.title.value.as_str()).collect();
    assert_eq!(titles, ["Amendment 2, paragraph 2", "Amendment 1, paragraph 2"]);
    let last = &feed.entries[1];
    assert_eq!(last.id, "urn:hemicycle:Doc.%207:en:am-1");
    let authors: Vec<_> = last.authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(authors, ["Ms Ada REED", "Mr Tom WADE"]);
    assert_eq!(last.categories[0].term, "A. Draft resolution");
    let content = last.content.as_ref().and_then(|content| content.value.clone());
    let content = content.expect("the wording");
    assert!(content.ends_with("with the following sentence:\n\"Fog is rare.\""), "{content}");
    assert!(feed.entries[0].authors.is_empty());
    assert_eq!(feed.authors.len(), 1, "an entry without an author has the feed's");
}

#[test]
fn ids_are_not_given_twice_and_texts_are_never_markup() {
    let twice = PAPER.replace("Amendment 2\n", "Amendment 1\n");
    let mut document = drawn(&twice);
    let blocks = document.sections.iter_mut().flat_map(|section| &mut section.rows);
    for block in blocks.flat_map(|row| &mut row.amendments) {
        block.tablers = vec!["Ms Ada <b>&amp; REED\u{1}".into()];
    }
    let feed = read(&document);
    let ids: BTreeSet<_> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!((ids.len(), feed.entries.len()), (2, 2), "{ids:?}");
    let names: Vec<_> = feed.entries.iter().flat_map(|entry| &entry.authors).collect();
    assert!(names.iter().all(|name| name.name == "Ms Ada <b>&amp; REED\u{fffd}"), "{names:?}");
}

#[test]
fn a_paper_without_a_day_has_no_feed() {
    assert_eq!(feed(&drawn(&PAPER.replace("01/02/2026\n", ""))), None);
}
