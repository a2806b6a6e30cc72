//! How an article as we amended it compares with the official one.

use super::apply::{Applied, Outcome};
use similar::{Algorithm, ChangeTag, DiffTag, capture_diff_slices};
use std::collections::BTreeSet;

/// What a case comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The same text.
    Exact,
    /// The same once quotation marks, dashes, apostrophes and spaces are.
    Normalised,
    /// Every difference lies outside what the amendments did.
    Explained,
    /// An amendment was not carried out.
    Incomplete,
    /// A difference lies where an amendment was carried out.
    Wrong,
}

/// A place where the two texts differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Our words.
    pub ours: String,
    /// The official words.
    pub official: String,
    /// Our words, with those around them.
    pub context: String,
    /// The amendments that it is held against.
    pub wrong: BTreeSet<String>,
}

/// A case compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// What it comes to.
    pub verdict: Verdict,
    /// All differences, in order.
    pub differences: Vec<Difference>,
    /// Amendments with a difference where they were carried out.
    pub wrong: BTreeSet<String>,
}

/// A word of a text: normalised, and where it stands, in characters.
#[derive(Clone, Debug)]
struct Word {
    folded: String,
    span: (usize, usize),
}

/// Characters that printers exchange freely, as one of a kind; `None` for those that are left out.
fn folded(c: char) -> Option<char> {
    match c {
        '«' | '»' | '“' | '”' | '„' | '"' => Some('"'),
        '’' | '‘' | 'ʼ' => Some('\''),
        '–' | '—' | '‑' | '‐' | '−' => Some('-'),
        '\u{ad}' | '\u{200b}' | '\u{feff}' => None,
        c => Some(c),
    }
}

/// The words of a text and each mark as a word of its own. Spaces and empty lines do not count; the
/// end of a line does.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, c) in text.chars().enumerate() {
        if c == '\n' {
            open = false;
            if words.last().is_some_and(|word| word.folded != "\n") {
                words.push(Word { folded: "\n".to_owned(), span: (at, at + 1) });
            }
            continue;
        }
        if c.is_whitespace() {
            open = false;
            continue;
        }
        let Some(c) = folded(c) else { continue };
        let word = c.is_alphanumeric();
        match words.last_mut() {
            Some(last) if open && word => {
                last.folded.push(c);
                last.span.1 = at + 1;
            }
            _ => words.push(Word { folded: c.to_string(), span: (at, at + 1) }),
        }
        open = word;
    }
    while words.last().is_some_and(|word| word.folded == "\n") {
        words.pop();
    }
    words
}

/// The words of a text, for comparing.
fn plain_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).filter(|word| word != "\n").collect()
}

/// Compares our article with the official one.
pub fn score(applied: &Applied, official: &str) -> Score {
    let official = engine::read::plain(official);
    let (ours, theirs) = (words(&applied.article), words(&official));
    let (a, b): (Vec<&str>, Vec<&str>) = (
        ours.iter().map(|word| word.folded.as_str()).collect(),
        theirs.iter().map(|word| word.folded.as_str()).collect(),
    );
    let mut differences = Vec::new();
    let mut wrong = BTreeSet::new();
    let slice = |text: &str, words: &[Word]| -> String {
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => {
                let (from, to) = (first.span.0, last.span.1);
                text.chars().skip(from).take(to - from).collect()
            }
            _ => String::new(),
        }
    };
    for op in capture_diff_slices(Algorithm::Patience, &a, &b) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        let near_from = old.start.saturating_sub(2);
        let near_to = (old.end + 2).min(ours.len());
        let from = ours.get(near_from).map_or(0, |word| word.span.0);
        let to = near_to.checked_sub(1).and_then(|at| ours.get(at)).map_or(0, |word| word.span.1);
        let there = &theirs[new.clone()];
        let from_own = ours.get(old.start.saturating_sub(1)).map_or(0, |word| word.span.0);
        let to_own = ours.get(old.end).map_or(usize::MAX, |word| word.span.1);
        let mut against = BTreeSet::new();
        for (name, outcome) in &applied.amendments {
            let Outcome::Applied { ranges, removed, added } = outcome else { continue };
            let near = ranges.iter().any(|(start, end)| *start <= to && from <= *end);
            // Words of the new text with words of the same new text around them.
            let inside = ranges.iter().any(|(start, end)| *start <= from_own && to_own <= *end);
            let around = new.start.saturating_sub(5)..(new.end + 5).min(theirs.len());
            let others = match inside {
                true => !within(&theirs[around], removed),
                false => is_others_work(there, removed, added),
            };
            if near && !others {
                against.insert(name.clone());
            }
        }
        wrong.extend(against.iter().cloned());
        let around = old.start.saturating_sub(8)..(old.end + 8).min(ours.len());
        differences.push(Difference {
            ours: slice(&applied.article, &ours[old]),
            official: slice(&official, there),
            context: slice(&applied.article, &ours[around]),
            wrong: against,
        });
    }
    // An article that is empty afterwards went by other hands, unless an amendment deleted it.
    if official.trim().is_empty() {
        wrong.clear();
        differences.iter_mut().for_each(|difference: &mut Difference| difference.wrong.clear());
    }
    let incomplete =
        applied.amendments.values().any(|outcome| !matches!(outcome, Outcome::Applied { .. }));
    let verdict = if applied.article.trim() == official.trim() {
        Verdict::Exact
    } else if differences.is_empty() {
        Verdict::Normalised
    } else if incomplete {
        Verdict::Incomplete
    } else if wrong.is_empty() {
        Verdict::Explained
    } else {
        Verdict::Wrong
    };
    Score { verdict, differences, wrong }
}

/// Whether the official words at a place are neither those of the old text nor those of the
/// amendment: what others wrote there.
fn is_others_work(official: &[Word], removed: &str, added: &str) -> bool {
    let official: Vec<&str> =
        official.iter().map(|word| word.folded.as_str()).filter(|word| *word != "\n").collect();
    if official.is_empty() || official.iter().all(|word| !word.contains(char::is_alphanumeric)) {
        return false;
    }
    let within = |text: &str| {
        let words = plain_words(text);
        words.windows(official.len()).any(|window| window == official)
    };
    !within(removed) && !within(added)
}

/// Whether these words stand in a text, one behind the other.
fn within(wanted: &[Word], text: &str) -> bool {
    let wanted: Vec<&str> =
        wanted.iter().map(|word| word.folded.as_str()).filter(|word| *word != "\n").collect();
    let words = plain_words(text);
    !wanted.is_empty() && words.windows(wanted.len()).any(|window| window == wanted)
}

/// Lines of a difference for people: our words and the official ones.
pub fn lines(ours: &str, official: &str) -> Vec<(ChangeTag, String)> {
    let diff = similar::TextDiff::from_words(ours, official);
    diff.iter_all_changes().map(|change| (change.tag(), change.value().to_owned())).collect()
}
