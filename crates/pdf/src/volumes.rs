//! Cutting a document that is too long for one run of the typesetter, whose memory grows with it.
//!
//! Pages are estimated from words before anything is set: a volume is about as long as asked for,
//! and may be some pages longer. Every volume has the head of the paper and the part of the
//! contents that stands in it; what points into another volume loses its link and keeps its words.

use engine::document::{AmendmentBlock, Document, Layout, Paragraph, Row, Run, Runs, Section};
use std::collections::BTreeSet;

/// Lines that stand on a page.
const LINES: usize = 56;

/// Above this many amendments a row goes on in a further one, so that no table grows without end.
const BESIDE: usize = 100;

/// The document in volumes of about `pages` pages; at least one.
pub(crate) fn cut(document: &Document, pages: usize) -> Vec<Document> {
    let mut volumes = Vec::new();
    let mut sections: Vec<Section> = Vec::new();
    let mut left = pages.saturating_mul(LINES);
    for section in &document.sections {
        sections.push(begun(section));
        for row in section.rows.iter().flat_map(pieces) {
            let lines = lines_of_row(&row, document.layout);
            let full = sections.iter().any(|section| !section.rows.is_empty()) && lines > left;
            if full && may_begin(&row, section) {
                volumes.push(volume(document, std::mem::take(&mut sections)));
                sections.push(begun(section));
                left = pages.saturating_mul(LINES);
            }
            left = left.saturating_sub(lines);
            if let Some(current) = sections.last_mut() {
                current.rows.push(row);
            }
        }
    }
    volumes.push(volume(document, sections));
    if let [only] = volumes.as_mut_slice() {
        // Nothing was cut, so nothing is lost: the key and an empty text stay as they were.
        only.contents.clone_from(&document.contents);
    }
    volumes
}

fn begun(section: &Section) -> Section {
    Section { rows: Vec::new(), ..section.clone() }
}

/// A table is not parted from its head.
fn may_begin(row: &Row, section: &Section) -> bool {
    section.columns.is_none() || row.heads.is_some()
}

/// A row, or several where very many amendments stand at it.
fn pieces(row: &Row) -> Vec<Row> {
    if row.amendments.len() <= BESIDE {
        return vec![row.clone()];
    }
    let piece = |(at, amendments): (usize, &[AmendmentBlock])| Row {
        text: row.text.clone().filter(|_| at == 0),
        amendments: amendments.to_vec(),
        heads: row.heads.clone(),
        cells: Vec::new(),
    };
    row.amendments.chunks(BESIDE).enumerate().map(piece).collect()
}

fn volume(document: &Document, sections: Vec<Section>) -> Document {
    let mut volume = Document {
        lang: document.lang,
        layout: document.layout,
        title: document.title.clone(),
        head: document.head.clone(),
        contents: Vec::new(),
        key: document.key.clone(),
        sections,
        terms: document.terms.clone(),
        tablers: document.tablers.clone(),
        ours: document.ours,
        moments: document.moments.clone(),
        catalogue: None,
    };
    let ids = ids(&volume);
    let here = document.contents.iter().filter(|entry| ids.contains(&entry.target));
    volume.contents = here.cloned().collect();
    for row in volume.sections.iter_mut().flat_map(|section| &mut section.rows) {
        row.amendments.iter_mut().for_each(|block| unlink(block, &ids));
        let away = |run: &&mut Run| !ids.contains(&run.link);
        row.cells.iter_mut().flatten().filter(away).for_each(|run| run.link.clear());
    }
    volume
}

fn ids(volume: &Document) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for section in &volume.sections {
        ids.insert(section.id.clone());
        for row in &section.rows {
            ids.extend(row.text.iter().map(|text| text.id.clone()));
            let blocks = row.amendments.iter().flat_map(|block| block.before.iter().chain([block]));
            ids.extend(blocks.map(|block| block.id.clone()));
        }
    }
    ids
}

/// Takes away the links to what stands in another volume.
fn unlink(block: &mut AmendmentBlock, ids: &BTreeSet<String>) {
    for run in block.notes.iter_mut().flatten() {
        if !ids.contains(&run.link) {
            run.link.clear();
        }
    }
    block.before.iter_mut().for_each(|sub| unlink(sub, ids));
}

/// Lines that a row takes.
fn lines_of_row(row: &Row, layout: Layout) -> usize {
    let text = |width| row.text.as_ref().map_or(0, |text| lines_of(&text.content, width));
    // The widest column of a table has half of the page at most.
    let cells = row.cells.iter().map(|cell| lines_of(cell, 45) + 1).max().unwrap_or(0);
    let beside = |width| row.amendments.iter().map(|block| lines_of_block(block, width)).sum();
    match layout {
        Layout::Columns => text(52).max(beside(52)) + if row.heads.is_some() { 3 } else { 1 },
        Layout::Linear => text(100) + beside(95) + cells + 1,
    }
}

/// Lines of an amendment: its own and what stands around them.
fn lines_of_block(block: &AmendmentBlock, width: usize) -> usize {
    let wording = block.wording.iter().map(|p: &Paragraph| lines_of(&p.content, width) + 1);
    let reasons = block.reasons.iter().map(|line| lines_of(line, width));
    let before = block.before.iter().map(|sub| lines_of_block(sub, width));
    let around = 4 + block.notes.len() + lines_of(&block.tabled, width);
    around + wording.sum::<usize>() + reasons.sum::<usize>() + before.sum::<usize>()
}

fn lines_of(runs: &Runs, width: usize) -> usize {
    let letters: usize = runs.iter().map(|run: &Run| run.text.chars().count()).sum();
    letters.div_ceil(width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::document::{Entry, Head, Heads, Terms};
    use text::Lang;

    /// A text of `rows` provisions, an amendment at each, whose note points to the first.
    fn document(rows: usize) -> Document {
        let row = |at: usize| {
            let link = Run { text: "0".into(), link: "am-0".into(), ..Run::default() };
            let block = AmendmentBlock {
                id: format!("am-{at}"),
                notes: vec![vec![link]],
                ..AmendmentBlock::default()
            };
            let text = Paragraph { id: format!("para-{at}"), ..Paragraph::default() };
            Row { amendments: vec![block], heads: Some(Heads::default()), ..Row::of(text) }
        };
        let entry = |at| Entry { text: String::new(), target: format!("am-{at}"), level: 1 };
        Document {
            lang: Lang::EN,
            layout: Layout::Columns,
            title: String::new(),
            head: Head::default(),
            contents: (0..rows).map(entry).collect(),
            key: Vec::new(),
            sections: vec![Section {
                id: "part-a".into(),
                heading: "A".into(),
                columns: Some(<_>::default()),
                over: Vec::new(),
                follows: false,
                table: Vec::new(),
                rows: (0..rows).map(row).collect(),
            }],
            terms: Terms::default(),
            tablers: <_>::default(),
            ours: false,
            moments: <_>::default(),
            catalogue: None,
        }
    }

    fn amendments(volume: &Document) -> Vec<&AmendmentBlock> {
        let rows = volume.sections.iter().flat_map(|section| &section.rows);
        rows.flat_map(|row| &row.amendments).collect()
    }

    #[test]
    fn volumes_together_hold_everything_once_and_in_order() {
        let document = document(100);
        let volumes = cut(&document, 4);
        assert!(volumes.len() > 2, "{}", volumes.len());
        let all: Vec<_> = volumes.iter().flat_map(amendments).map(|block| &block.id).collect();
        assert_eq!(all, amendments(&document).iter().map(|block| &block.id).collect::<Vec<_>>());
        let listed: usize = volumes.iter().map(|volume| volume.contents.len()).sum();
        assert_eq!(listed, 100);
    }

    #[test]
    fn nothing_points_into_another_volume() {
        for (at, volume) in cut(&document(100), 4).iter().enumerate() {
            let linked = amendments(volume).iter().all(|block| block.notes[0][0].link.is_empty());
            assert_eq!(linked, at > 0);
        }
    }

    #[test]
    fn a_short_document_is_one_volume_and_unchanged() {
        let document = document(100);
        assert_eq!(cut(&document, 1000), [document]);
    }

    #[test]
    fn very_many_amendments_at_one_place_are_several_rows() {
        let mut document = document(1);
        let block = amendments(&document)[0].clone();
        document.sections[0].rows[0].amendments = vec![block; 1000];
        let volumes = cut(&document, 10);
        assert!(volumes.len() > 2);
        let texts = volumes.iter().flat_map(|v| &v.sections[0].rows).filter(|r| r.text.is_some());
        assert_eq!(texts.count(), 1);
    }
}
