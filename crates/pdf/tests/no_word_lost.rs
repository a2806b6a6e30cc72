//! The printed compendium against the dossier: no word lost, amendments in calling order.

#![expect(clippy::print_stdout, reason = "a skipped test says so")]

use engine::State;
use engine::document::{Layout, compendium};
use source::SourceFile;
use std::collections::BTreeMap;
use std::path::Path;
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

/// The text of the printed paper; `None` without poppler.
fn printed(state: &State, lang: Lang) -> Option<String> {
    let bytes = hemicycle_pdf::write(&compendium(state, lang, Layout::Columns));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, bytes.expect("it can be typeset")).expect("the folder can be written to");
    let output = Command::new("pdftotext").arg(&path).arg("-").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn nothing_is_lost(state: &State, lang: Lang) {
    let Some(text) = printed(state, lang) else {
        return println!("skipped: no poppler");
    };
    let on_paper = words(&text);
    for (word, count) in words(&dossier_words(state, lang)) {
        let found = on_paper.get(&word).copied().unwrap_or(0);
        assert!(found >= count, "{word:?} stands {found} times on paper, not {count}");
    }
}

#[test]
fn no_word_of_the_lakes_is_lost() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/lakes-en.txt");
    let text = std::fs::read_to_string(path).expect("the example is there");
    let state = engine::open::open(vec![Arc::new(SourceFile::new("lakes-en.txt", text))]).state;
    nothing_is_lost(&state, Lang::EN);
}

#[test]
fn no_word_of_the_seed_is_lost_and_the_calling_order_stands() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let Ok(text) = std::fs::read_to_string(shared.join("recueil-16245-fr.txt")) else {
        return println!("skipped: no shared data");
    };
    let state = engine::open::open(vec![Arc::new(SourceFile::new("seed", text))]).state;
    nothing_is_lost(&state, Lang::FR);
    let Some(text) = printed(&state, Lang::FR) else { return };
    let headings = text.lines().filter_map(|line| line.strip_prefix("Amendement "));
    let numbers: Vec<&str> = headings.filter(|rest| rest.len() == 1).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "6", "5", "7"]);
}
