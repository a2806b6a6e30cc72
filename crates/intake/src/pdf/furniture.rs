//! What belongs to the pages and not to the paper: running heads, page numbers, repeated heads.
//!
//! Where the file marks artifacts, they are taken at its word if nothing of the text stands above
//! (or below) them. In other files furniture is what stands with the same words, figures aside, at
//! the same height at the edge of at least half of the pages; headings of amendments and numbered
//! paragraphs, which may well do so, never are, nor are words that lines within the pages have, too: a wording
//! breaks before "the following paragraph:" wherever it stands.

use super::flow::begins_alone;
use super::words::Word;
use std::collections::{BTreeMap, BTreeSet};

/// Lines at the top and at the bottom of a page that may be furniture.
const EDGE: usize = 3;

/// Takes the furniture out of the pages; returns what was taken, page by page.
pub fn remove(pages: &mut [Vec<Vec<Word>>]) -> Vec<Vec<Word>> {
    let mut removed: Vec<Vec<Word>> = pages.iter_mut().map(artifacts).collect();
    if pages.iter().flatten().flatten().any(|word| word.artifact)
        || removed.iter().any(|r| !r.is_empty())
    {
        return removed;
    }
    let mut seen: BTreeMap<(String, i64), usize> = BTreeMap::new();
    for page in pages.iter() {
        for line in edges(page.len()).filter_map(|at| page.get(at)) {
            *seen.entry(pattern(line)).or_default() += 1;
        }
    }
    let most = (pages.len() / 2).max(2);
    let often = seen.iter().filter(|(_, pages)| **pages >= most);
    let mut often: Vec<&str> = often.map(|((words, _), _)| words.as_str()).collect();
    often.dedup();
    let of_the_text: BTreeSet<String> =
        often.into_iter().filter(|words| stands_within(words, pages)).map(str::to_owned).collect();
    seen.retain(|(words, _), _| !of_the_text.contains(words));
    for (page, removed) in pages.iter_mut().zip(&mut removed) {
        let gone: Vec<usize> = edges(page.len())
            .filter(|at| page.get(*at).is_some_and(|line| is_repeated(line, &seen, most)))
            .collect();
        for at in gone.into_iter().rev() {
            removed.append(&mut page.remove(at));
        }
    }
    removed
}

/// Whether lines that are at no edge of their page have these words, at least two.
fn stands_within(words: &str, pages: &[Vec<Vec<Word>>]) -> bool {
    let within = |page: &Vec<Vec<Word>>| {
        let inner = page.iter().take(page.len().saturating_sub(EDGE)).skip(EDGE);
        inner.filter(|line| pattern(line).0.contains(words)).count()
    };
    words.chars().any(char::is_alphabetic) && pages.iter().map(within).sum::<usize>() > 1
}

fn is_repeated(line: &[Word], seen: &BTreeMap<(String, i64), usize>, most: usize) -> bool {
    let words: Vec<&str> = line.iter().map(|word| word.text.as_str()).collect();
    !begins_alone(&words.join(" ")) && seen.get(&pattern(line)).is_some_and(|pages| *pages >= most)
}

/// The places of the lines at both edges, ascending, each once.
fn edges(lines: usize) -> impl Iterator<Item = usize> {
    (0..lines).filter(move |at| *at < EDGE || at + EDGE >= lines)
}

/// The words with figures alike, and the height.
fn pattern(line: &[Word]) -> (String, i64) {
    let words: Vec<&str> = line.iter().map(|word| word.text.as_str()).collect();
    let text = words
        .join(" ")
        .replace(|c: char| c.is_ascii_digit(), "#")
        .replace("##", "#")
        .replace("##", "#");
    (text, line.first().map_or(0, |word| (word.y / 2.0).round() as i64))
}

/// Takes the artifacts that stand above or below all of the text.
fn artifacts(page: &mut Vec<Vec<Word>>) -> Vec<Word> {
    let is_text = |line: &Vec<Word>| line.iter().any(|word| !word.artifact);
    let Some(first) = page.iter().position(is_text) else {
        // All of it is said to be none: then the marks say nothing.
        return Vec::new();
    };
    let last = page.iter().rposition(is_text).unwrap_or(first);
    let mut removed: Vec<Word> = page.drain(last + 1..).flatten().collect();
    removed.extend(page.drain(..first).flatten());
    removed
}
