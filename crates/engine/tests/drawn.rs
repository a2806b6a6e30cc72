//! The drawn compendium and the drawn adopted text of the papers of the lakes.

use hemicycle_engine::State;
use hemicycle_engine::adopt::{Selection, adopt};
use hemicycle_engine::document::{self, AmendmentBlock, Document, Layout, Run, Section};
use source::SourceFile;
use std::path::Path;
use std::sync::Arc;
use text::Lang;

fn lakes() -> State {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let file = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).expect("the example is there");
        Arc::new(SourceFile::new(name, text))
    };
    hemicycle_engine::open::open(vec![file("lakes-en.txt"), file("lakes-fr.txt")]).state
}

fn blocks(document: &Document) -> Vec<&AmendmentBlock> {
    let rows = document.sections.iter().flat_map(|section: &Section| &section.rows);
    rows.flat_map(|row| &row.amendments)
        .flat_map(|block| block.before.iter().chain(std::iter::once(block)))
        .collect()
}

fn text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Without white space: lines are cut anew for the page.
fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_amendment_stands_once_and_in_calling_order() {
    let state = lakes();
    for lang in [Lang::EN, Lang::FR] {
        let document = document::compendium(&state, lang, Layout::Columns);
        let drawn: Vec<String> = blocks(&document).iter().map(|block| block.id.clone()).collect();
        let called = state.order.iter().map(|ranked| {
            let amendment = &state.dossier.amendments[ranked.amendment];
            match &amendment.parent {
                Some(parent) => format!("am-{parent}-sub-{}", amendment.number),
                None => format!("am-{}", amendment.number),
            }
        });
        assert_eq!(drawn, called.collect::<Vec<_>>(), "{lang}");
        assert!(drawn.len() >= 25, "the papers were read");
    }
}

#[test]
fn a_drawn_wording_keeps_every_letter() {
    let state = lakes();
    let document = document::compendium(&state, Lang::EN, Layout::Linear);
    for (block, ranked) in blocks(&document).iter().zip(&state.order) {
        let written = state.dossier.amendments[ranked.amendment].text(Lang::EN);
        let Some(written) = written else { continue };
        let drawn: String = block.wording.iter().map(|line| text(&line.content)).collect();
        let wording = text::Fragment::from_caret(&written.wording).text;
        assert_eq!(dense(&drawn), dense(&wording), "{}", block.heading);
    }
}

#[test]
fn every_block_of_the_draft_is_a_row_but_a_title_that_the_head_says_already() {
    let state = lakes();
    let document = document::compendium(&state, Lang::EN, Layout::Columns);
    let version = state.dossier.version(Lang::EN).expect("an English version");
    let rows = document.sections.iter().flat_map(|section| &section.rows);
    let drawn: String =
        rows.filter_map(|row| row.text.as_ref()).map(|line| text(&line.content)).collect();
    let head = text(&document.head.title);
    let blocks = version.index.blocks().iter().map(|block| block.span.of(version.index.text()));
    let mut blocks: Vec<&str> = blocks.collect();
    let last = blocks.iter().rposition(|block| *block == head).expect("both texts take that title");
    // The first has an amendment beside it, the second nothing.
    blocks.remove(last);
    assert_eq!(dense(&drawn), dense(&blocks.concat()));
}

/// A paper of two paragraphs and one amendment.
fn paper(wording: &str) -> State {
    let paper = format!(
        "Doc. 1 – Compendium of written amendments\n1/1/2031\n\nSafe lakes\n\nA. Draft resolution\n\n\
         1. The lakes are wide.\n2. Fog is common.\n\nAmendment 1\n\nTabled by Ms Ada WEIR\n\n{wording}\n"
    );
    hemicycle_engine::open::open(vec![Arc::new(SourceFile::new("lakes", paper))]).state
}

#[test]
fn an_old_and_a_new_number_each_read_as_a_number() {
    let state = paper("In the draft resolution, delete paragraph 1.");
    let adopted = adopt(&state, &Selection::Set(vec![0])).expect("it stands alone");
    let changed = document::plain::write(&document::adopted(&state, &adopted, Lang::EN, true));
    assert!(changed.contains("[-2.-]{+1.+}"), "{changed}");
}

#[test]
fn an_amendment_to_the_title_stands_beside_it() {
    let state =
        paper("Replace the title of the draft resolution with the following words: “Lit lakes”");
    let document = document::compendium(&state, Lang::EN, Layout::Columns);
    assert_eq!(document.sections[0].rows[0].amendments.len(), 1);
    let adopted = adopt(&state, &Selection::Set(vec![0])).expect("it stands alone");
    let clean = document::adopted(&state, &adopted, Lang::EN, false);
    assert_eq!(text(&clean.head.title), "Lit lakes", "the head has the title as adopted");
    assert_eq!(clean.sections[0].rows.len(), 2, "and it is not said twice");
    let changed = document::adopted(&state, &adopted, Lang::EN, true);
    assert!(text(&changed.head.title).contains("Safe lakes"), "struck out");
}

#[test]
fn links_of_notes_and_contents_point_into_the_document() {
    let state = lakes();
    let document = document::compendium(&state, Lang::EN, Layout::Columns);
    let ids: Vec<&str> = blocks(&document).iter().map(|block| block.id.as_str()).collect();
    let notes = blocks(&document).into_iter().flat_map(|block| block.notes.iter().flatten());
    let links: Vec<&str> =
        notes.map(|run| run.link.as_str()).filter(|link| !link.is_empty()).collect();
    assert!(!links.is_empty(), "some of them fall or are identical");
    assert!(links.iter().all(|link| ids.contains(link)), "{links:?}");
    let sections: Vec<&str> = document.sections.iter().map(|s| s.id.as_str()).collect();
    for entry in &document.contents {
        assert!(ids.contains(&entry.target.as_str()) || sections.contains(&entry.target.as_str()));
    }
}

#[test]
fn the_adopted_text_shows_its_changes_or_none() {
    let state = lakes();
    let first = state.dossier.position("2", None).expect("the papers have an amendment 2");
    let adopted = adopt(&state, &Selection::Set(vec![first])).expect("it stands alone");
    let clean = document::adopted(&state, &adopted, Lang::EN, false);
    let changed = document::adopted(&state, &adopted, Lang::EN, true);
    let changes = |document: &Document| {
        let rows = document.sections.iter().flat_map(|section| &section.rows);
        let runs = rows.filter_map(|row| row.text.as_ref()).flat_map(|line| &line.content);
        runs.filter_map(|run| run.change.as_ref()).any(|change| change.author == "Amendment 2")
    };
    assert!(!changes(&clean) && changes(&changed));
    assert!(document::plain::write(&changed).contains("+}[2]"), "plain text names the author");
    assert!(!document::plain::write(&clean).contains("{+"));
}
