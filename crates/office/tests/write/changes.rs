//! Law 7 in word processors: the changes accepted give the adopted text, rejected the draft, numbers
//! and empty paragraphs included.

use super::papers::{Paper, cases, papers, seeded};
use super::words::View;
use super::{odt, plain, words};
use engine::document::{Layout, compendium};
use hemicycle_office as office;

/// How a paper fails.
fn unfaithful(paper: &Paper) -> Option<String> {
    let drawn = paper.drawn();
    let docx = office::docx::write(&drawn.both, None).expect("it is small");
    let odt = office::odt::write(&drawn.both, None).expect("it is small");
    for (view, clean) in [(View::Accepted, &drawn.new), (View::Rejected, &drawn.old)] {
        let wanted = plain::text(clean);
        let found = words::lines(&docx, view);
        let found = plain::joined(found.iter().map(|(_, words)| words.as_str()));
        if found != wanted {
            return Some(format!("{} docx {view:?}\n{}", paper.name, differing(&found, &wanted)));
        }
        let found = odt::lines(&odt, view);
        let found = plain::joined(found.iter().map(String::as_str));
        if found != wanted {
            return Some(format!("{} odt {view:?}\n{}", paper.name, differing(&found, &wanted)));
        }
    }
    None
}

/// The first line that differs, with its neighbours.
pub fn differing(found: &str, wanted: &str) -> String {
    let (found, wanted): (Vec<_>, Vec<_>) = (found.lines().collect(), wanted.lines().collect());
    let at = found.iter().zip(&wanted).take_while(|(one, other)| one == other).count();
    let near = |lines: &[&str]| {
        let lines = lines.iter().enumerate().skip(at.saturating_sub(1)).take(4);
        lines.map(|(at, line)| format!("{at:4} {line:?}\n")).collect::<String>()
    };
    format!("found\n{}wanted\n{}", near(&found), near(&wanted))
}

#[test]
fn law_7_of_papers() {
    let broken: Vec<String> = papers().iter().filter_map(unfaithful).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn law_7_of_seeded_dossiers() {
    // Each is written twice and read four times.
    let seeds = 0..(cases() / 8).max(25);
    let broken: Vec<String> = seeds.filter_map(|seed| unfaithful(&seeded(seed))).collect();
    let shown = broken.iter().take(3).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(broken.is_empty(), "{} break it\n{shown}", broken.len());
}

/// The papers have what is hard: paragraphs that came and went, and changed numbers.
#[test]
fn the_papers_have_changes() {
    let (mut wholes, mut numbers) = (0, 0);
    for paper in papers().iter().chain(&(0..20).map(seeded).collect::<Vec<_>>()) {
        let both = paper.drawn().both;
        for row in both.sections.iter().flat_map(|section| &section.rows) {
            let text = row.text.as_ref().expect("adopted texts have no other rows");
            wholes += usize::from(text.whole.is_some());
            let changed = text.number.iter().any(|run| run.change.is_some());
            numbers += usize::from(changed && text.whole.is_none());
        }
    }
    assert!(wholes > 20 && numbers > 20, "{wholes} {numbers}");
}

/// A compendium in both layouts has every word in its order, and each paragraph the style of its kind.
#[test]
fn compendia_are_whole() {
    for paper in papers().iter().chain(&(0..cases().min(50)).map(seeded).collect::<Vec<_>>()) {
        for layout in [Layout::Columns, Layout::Linear] {
            let drawn = compendium(&paper.state, paper.lang, layout).typeset();
            let docx = office::docx::write(&drawn, None).expect("it is small");
            let wanted = plain::lines(&drawn);
            let found = words::lines(&docx, View::Accepted);
            let at = found.iter().zip(&wanted).take_while(|(one, other)| one == other).count();
            assert_eq!(found.get(at), wanted.get(at), "{} {layout:?} line {at}", paper.name);
            let odt = office::odt::write(&drawn, None).expect("it is small");
            let found = odt::lines(&odt, View::Accepted);
            // In ODT a cell that belongs to the one above has no paragraph.
            let words = |lines: Vec<String>| -> Vec<String> {
                lines.into_iter().filter(|line| !line.is_empty()).collect()
            };
            let wanted = words(wanted.into_iter().map(|(_, words)| words).collect());
            assert_eq!(words(found), wanted, "{} {layout:?}", paper.name);
        }
    }
}
