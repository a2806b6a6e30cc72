//! How an article as we amended it compares with the official one.

use super::apply::{Applied, Outcome};
use similar::{Algorithm, ChangeTag, DiffTag, capture_diff_slices};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

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
    /// Those at an end of which it is, where it is a mark or a capital letter.
    pub seams: BTreeSet<String>,
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
    /// Amendments at an end of which a mark or a capital letter differs, whoever set it: the stricter measure, which knows no
    /// other hands.
    pub seams: BTreeSet<String>,
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

/// For each word of `theirs` the word of `text` that it is aligned with.
struct Aligned {
    to: Vec<Option<usize>>,
    len: usize,
}

impl Aligned {
    fn new(text: &str, theirs: &[&str]) -> Self {
        let words = words(text);
        let own: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let mut to = vec![None; theirs.len()];
        for op in capture_diff_slices(Algorithm::Patience, &own, theirs) {
            if op.tag() == DiffTag::Equal {
                for (own, their) in op.old_range().zip(op.new_range()) {
                    to[their] = Some(own);
                }
            }
        }
        Self { to, len: own.len() }
    }

    /// Whether these words, with the one before and the one behind, stand in the text one behind the other.
    fn has(&self, range: &Range<usize>) -> bool {
        let before = match range.start.checked_sub(1) {
            Some(at) => self.to[at].map(|at| at + 1),
            None => Some(0),
        };
        let behind = self.to.get(range.end).copied().unwrap_or(Some(self.len));
        let Some(first) = before else { return false };
        let inside = range.clone().enumerate().all(|(at, own)| self.to[own] == Some(first + at));
        inside && behind == Some(first + range.len())
    }
}

/// Compares our article with the official one.
///
/// A difference is held against an amendment that changed something within two words of it, unless the official text
/// has there neither what the article had before nor what the wording says: others wrote that. What the wording
/// says there is taken from the article with the wordings' own words and marks, before anything was put in order, and
/// from the wording itself. Words at an end of what an amendment put in that are missing in the official text are
/// held against it in any case: they may have been misread.
pub fn score(
    applied: &Applied,
    before: &str,
    wordings: &BTreeMap<String, String>,
    official: &str,
) -> Score {
    let official = engine::read::plain(official);
    let (ours, theirs) = (words(&applied.article), words(&official));
    let (a, b): (Vec<&str>, Vec<&str>) = (
        ours.iter().map(|word| word.folded.as_str()).collect(),
        theirs.iter().map(|word| word.folded.as_str()).collect(),
    );
    let (old, mechanical) =
        (Aligned::new(&engine::read::plain(before), &b), Aligned::new(&applied.mechanical, &b));
    let wordings: BTreeMap<&str, Vec<String>> = wordings
        .iter()
        .map(|(name, wording)| (name.as_str(), plain_words(&engine::read::plain(wording))))
        .collect();
    let mut differences = Vec::new();
    let (mut wrong, mut seams) = (BTreeSet::new(), BTreeSet::new());
    let slice = |text: &str, words: &[Word]| -> String {
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => {
                let (from, to) = (first.span.0, last.span.1);
                text.chars().skip(from).take(to - from).collect()
            }
            _ => String::new(),
        }
    };
    let letters =
        |words: &[Word]| words.iter().any(|word| word.folded.contains(char::is_alphanumeric));
    for op in capture_diff_slices(Algorithm::Patience, &a, &b) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        let (here, there) = (op.old_range(), op.new_range());
        let near_from = here.start.saturating_sub(2);
        let near_to = (here.end + 2).min(ours.len());
        let from = ours.get(near_from).map_or(0, |word| word.span.0);
        let to = near_to.checked_sub(1).and_then(|at| ours.get(at)).map_or(0, |word| word.span.1);
        // From the end of the word before to the beginning of the word behind.
        let gap = (
            here.start.checked_sub(1).and_then(|at| ours.get(at)).map_or(0, |word| word.span.1),
            ours.get(here.end).map_or(usize::MAX, |word| word.span.0),
        );
        let known = old.has(&there) || mechanical.has(&there);
        let missing = there.is_empty() && letters(&ours[here.clone()]);
        // With the two words before, or the two behind.
        let with = [
            there.start.saturating_sub(2)..there.end,
            there.start..(there.end + 2).min(theirs.len()),
        ];
        let lower = |words: &[Word]| -> Vec<String> {
            words.iter().map(|word| word.folded.to_lowercase()).collect()
        };
        let (our, their) = (&ours[here.clone()], &theirs[there.clone()]);
        let slight = !letters(our) && !letters(their) || lower(our) == lower(their);
        let (mut against, mut slight_of) = (BTreeSet::new(), BTreeSet::new());
        for (name, outcome) in &applied.amendments {
            let Outcome::Applied { ranges, .. } = outcome else { continue };
            let near = ranges.iter().any(|(start, end)| *start <= to && from <= *end);
            // At an end of what came, and not in its middle, a wording may have been misread.
            let at_end = ranges.iter().any(|(start, end)| {
                (gap.0..=gap.1).contains(start) || (gap.0..=gap.1).contains(end)
            });
            let worded = letters(&theirs[there.clone()])
                && wordings
                    .get(name.as_str())
                    .is_some_and(|own| with.iter().any(|with| within(&theirs[with.clone()], own)));
            if at_end && slight {
                slight_of.insert(name.clone());
            }
            if near && (known || at_end && (missing || worded)) {
                against.insert(name.clone());
            }
        }
        wrong.extend(against.iter().cloned());
        seams.extend(slight_of.iter().cloned());
        let around = here.start.saturating_sub(8)..(here.end + 8).min(ours.len());
        differences.push(Difference {
            ours: slice(&applied.article, &ours[here]),
            official: slice(&official, &theirs[there]),
            context: slice(&applied.article, &ours[around]),
            wrong: against,
            seams: slight_of,
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
    Score { verdict, differences, wrong, seams }
}

/// Whether these words stand in a text, one behind the other; ends of lines do not count.
fn within(wanted: &[Word], text: &[String]) -> bool {
    let wanted: Vec<&str> =
        wanted.iter().map(|word| word.folded.as_str()).filter(|word| *word != "\n").collect();
    !wanted.is_empty() && text.windows(wanted.len()).any(|window| window == wanted)
}

/// Lines of a difference for people: our words and the official ones.
pub fn lines(ours: &str, official: &str) -> Vec<(ChangeTag, String)> {
    let diff = similar::TextDiff::from_words(ours, official);
    diff.iter_all_changes().map(|change| (change.tag(), change.value().to_owned())).collect()
}
