//! The printed compendium against the dossier: no word lost, amendments in calling order, and what
//! a reader who cannot see it needs: tables with heads, headings, a language, fonts in the file.

#![expect(clippy::print_stdout, reason = "a skipped test says so")]

use engine::State;
use engine::document::{Layout, compendium};
use source::SourceFile;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use text::Lang;

/// Words of letters and figures, counted. Hyphens join: a line may have been cut at one.
fn words(text: &str) -> BTreeMap<String, usize> {
    let joined = text.replace(['\u{ad}', '\u{2010}', '-'], "\u{ad}").replace("\u{ad}\n", "");
    let mut counts = BTreeMap::new();
    let cleaned = joined.replace('\u{ad}', "");
    for word in cleaned.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

fn dossier_words(state: &State, lang: Lang) -> String {
    let mut all = String::new();
    if let Some(version) = state.dossier.version(lang) {
        all.push_str(version.index.text());
    }
    for text in state.dossier.amendments.iter().filter_map(|amendment| amendment.text(lang)) {
        all.push_str(&text::Fragment::from_caret(&text.wording).text);
        all.push('\n');
        all.push_str(&text.tablers.names.join("\n"));
        all.push('\n');
        for line in &text.note {
            all.push_str(&line.text);
            all.push('\n');
        }
    }
    all
}

struct Paper {
    state: State,
    lang: Lang,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

fn opened(path: &Path) -> Option<(State, Lang)> {
    let text = std::fs::read_to_string(path).ok()?;
    let state = engine::open::open(vec![Arc::new(SourceFile::new("paper", text))]).state;
    let lang = state.dossier.versions.first()?.lang;
    Some((state, lang))
}

fn print(state: State, lang: Lang, layout: Layout) -> Paper {
    let files = hemicycle_pdf::write(&compendium(&state, lang, layout)).expect("it can be typeset");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, &files[0]).expect("the folder can be written to");
    Paper { state, lang, path, _folder: folder }
}

/// Every paper at hand, in every layout: the examples, and the published compendium where it is.
fn papers() -> Vec<Paper> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let examples = ["lakes-en.txt", "lakes-fr.txt"].map(|name| root.join("examples").join(name));
    let seed = root.join("../shared/data/recueil-16245-fr.txt");
    if !seed.exists() {
        println!("skipped: no shared data");
    }
    let mut papers = Vec::new();
    for path in examples.iter().chain([&seed]) {
        for layout in [Layout::Columns, Layout::Linear] {
            papers.extend(opened(path).map(|(state, lang)| print(state, lang, layout)));
        }
    }
    assert!(papers.len() >= 4, "the examples are there");
    papers
}

/// What a tool of poppler says of the paper; `None` where it is not installed.
fn tool(name: &str, before: &[&str], paper: &Paper, after: &[&str]) -> Option<String> {
    let output = Command::new(name).args(before).arg(&paper.path).args(after).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn poppler() -> bool {
    let there = Command::new("pdfinfo").arg("-v").output().is_ok();
    if !there {
        println!("skipped: no poppler");
    }
    there
}

/// "Amendment 4", "Sub-amendment 1 to amendment 4", in calling order.
fn headings(paper: &Paper) -> Vec<String> {
    let (whole, sub, to) = match paper.lang.tag() {
        "fr" => ("Amendement", "Sous-amendement", "à l’amendement"),
        _ => ("Amendment", "Sub-amendment", "to amendment"),
    };
    let amendments = &paper.state.dossier.amendments;
    let called = paper.state.order.iter().map(|ranked| &amendments[ranked.amendment]);
    called
        .map(|amendment| match &amendment.parent {
            None => format!("{whole} {}", amendment.number),
            Some(parent) => format!("{sub} {} {to} {parent}", amendment.number),
        })
        .collect()
}

fn no_word_is_lost(paper: &Paper) {
    // In the order of the page's own content, so that each cell is read on its own.
    let text = tool("pdftotext", &["-raw"], paper, &["-"]).unwrap_or_default();
    let on_paper = words(&text);
    for (word, count) in words(&dossier_words(&paper.state, paper.lang)) {
        let found = on_paper.get(&word).copied().unwrap_or(0);
        assert!(found >= count, "{word:?} stands {found} times on paper, not {count}");
    }
}

fn calling_order_stands(paper: &Paper) {
    let text = tool("pdftotext", &["-raw"], paper, &["-"]).unwrap_or_default();
    let expected = headings(paper);
    // A heading may end a line that begins with the provision beside it.
    let heading = |line: &str| {
        let ends = |heading: &&String| line == **heading || line.ends_with(&format!(" {heading}"));
        expected.iter().find(ends)
    };
    let mut found: Vec<&String> = text.lines().filter_map(heading).collect();
    // The head of a table with one amendment names it too.
    found.dedup();
    assert_eq!(found, expected.iter().collect::<Vec<_>>());
}

fn a_reader_who_cannot_see_is_served(paper: &Paper) {
    let info = tool("pdfinfo", &[], paper, &[]).unwrap_or_default();
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(info.lines().any(|line| line.starts_with("Title:") && line.len() > 20), "{info}");
    let bytes = std::fs::read(&paper.path).expect("it was written");
    let language = format!("/Lang({}", paper.lang.tag());
    assert!(String::from_utf8_lossy(&bytes).contains(&language), "the language is named");
    let fonts = tool("pdffonts", &[], paper, &[]).unwrap_or_default();
    assert!(fonts.lines().count() > 2, "{fonts}");
    for font in fonts.lines().skip(2) {
        let columns: Vec<&str> = font.split_whitespace().rev().collect();
        assert_eq!(columns.get(4), Some(&"yes"), "not embedded: {font}");
    }
}

#[test]
fn no_word_is_lost_and_the_calling_order_stands_in_every_layout() {
    if poppler() {
        for paper in papers() {
            no_word_is_lost(&paper);
            calling_order_stands(&paper);
            a_reader_who_cannot_see_is_served(&paper);
        }
    }
}

/// The seed is two pages of one table at least: its head stands again on the second.
#[test]
fn columns_are_tables_whose_heads_are_repeated() {
    if !poppler() {
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/lakes-en.txt");
    let (state, lang) = opened(&path).expect("the example is there");
    let paper = print(state, lang, Layout::Columns);
    let tree = tool("pdfinfo", &["-struct"], &paper, &[]).unwrap_or_default();
    let count = |tag: &str| tree.split_whitespace().filter(|word| *word == tag).count();
    let tables = count("Table");
    assert!(tables > 10, "a table for each provision with amendments:\n{tree}");
    assert_eq!((count("THead"), count("TH")), (tables, 2 * tables), "two heads each");
    assert_eq!(count("TD:") % 2, 0);
    assert!(count("TOCI") >= 33, "every amendment is listed");
    let text = tool("pdftotext", &["-raw"], &paper, &["-"]).unwrap_or_default();
    for page in text.split('\u{c}').skip(1).filter(|page| !page.trim().is_empty()) {
        let heads = page.lines().filter(|line| line.starts_with("Draft re")).count();
        assert!(heads > 0, "a page without a head:\n{page}");
    }
}

#[test]
fn volumes_are_numbered_on() {
    if !poppler() {
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/lakes-fr.txt");
    let (state, lang) = opened(&path).expect("the example is there");
    let document = compendium(&state, lang, Layout::Columns);
    let files = hemicycle_pdf::write_in(&document, 2).expect("it can be typeset");
    assert!(files.len() > 1);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut pages, mut all) = (0, String::new());
    for (at, file) in files.iter().enumerate() {
        let paper = folder.path().join(format!("paper-{at}.pdf"));
        std::fs::write(&paper, file).expect("the folder can be written to");
        let output = Command::new("pdftotext").arg("-raw").arg(&paper).arg("-").output();
        let text = String::from_utf8_lossy(&output.expect("poppler is there").stdout).into_owned();
        let first = text.split('\u{c}').next().unwrap_or_default();
        assert!(first.contains(&format!("14/10/2031 {} ", pages + 1)), "{first}");
        pages += text.matches('\u{c}').count();
        all.push_str(&text);
    }
    let on_paper = words(&all);
    for (word, count) in words(&dossier_words(&state, lang)) {
        assert!(on_paper.get(&word).copied().unwrap_or(0) >= count, "{word:?} is lost");
    }
}
