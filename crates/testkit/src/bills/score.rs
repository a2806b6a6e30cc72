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

/// Whether it is a word, and no mark or end of a line.
fn is_word(word: &Word) -> bool {
    word.folded.contains(char::is_alphanumeric)
}

/// These words with so many more on either side, marks and ends of lines between them not counted.
fn widened(words: &[Word], range: &Range<usize>, by: usize) -> Range<usize> {
    let word = |at: &usize| words.get(*at).is_some_and(is_word);
    let before = (0..range.start).rev().filter(word).nth(by.saturating_sub(1)).unwrap_or(0);
    let behind = (range.end..words.len()).filter(word).nth(by.saturating_sub(1));
    before..behind.map_or(words.len(), |at| at + 1)
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

    /// Whether these words stand in the text one behind the other; up to its ends, where they reach those of theirs.
    fn has(&self, range: &Range<usize>) -> bool {
        let Some(aligned) = self.to.get(range.clone()) else { return false };
        let Some(Some(first)) = aligned.first().copied() else {
            return range.is_empty() && self.len == 0;
        };
        let inside = aligned.iter().enumerate().all(|(at, own)| *own == Some(first + at));
        let begins = range.start > 0 || first == 0;
        let ends = range.end < self.to.len() || first + range.len() == self.len;
        inside && begins && ends
    }
}

/// The official text, and what it is held against.
struct Held<'a> {
    theirs: &'a [Word],
    old: Aligned,
    mechanical: Aligned,
    /// The words of each wording.
    wordings: BTreeMap<&'a str, Vec<String>>,
}

impl Held<'_> {
    /// Whether the official text has there what the article had before: the difference with two words on either side.
    fn is_old(&self, there: &Range<usize>) -> bool {
        self.old.has(&widened(self.theirs, there, 2))
    }

    /// Whether it has there what the wordings say, in the place where they say it: with one word on either side, so
    /// that a mark is seen next to what others wrote.
    fn is_payload(&self, there: &Range<usize>) -> bool {
        self.mechanical.has(&widened(self.theirs, there, 1))
    }

    /// Whether it has there words or marks of this wording: at an end of what came, where it may have been misread, with
    /// four words before or four behind; elsewhere whole lines of it.
    fn is_worded(&self, there: &Range<usize>, name: &str, at_end: bool) -> bool {
        let here = &self.theirs[there.clone()];
        let own = self.wordings.get(name).filter(|_| here.iter().any(|word| word.folded != "\n"));
        let Some(own) = own else { return false };
        let wide = widened(self.theirs, there, 4);
        let before = wide.start < there.start
            && within(&self.theirs[wide.start..there.end], own)
            // Of a mark the wording must say so each time.
            && (here.iter().any(is_word)
                || times(&self.theirs[wide.start..there.start], own)
                    == times(&self.theirs[wide.start..there.end], own));
        let behind = wide.end > there.end && within(&self.theirs[there.start..wide.end], own);
        let ends_line = |at: Option<usize>| {
            at.and_then(|at| self.theirs.get(at)).is_none_or(|word| word.folded == "\n")
        };
        let lines = here.iter().any(is_word)
            && ends_line(there.start.checked_sub(1))
            && ends_line(there.end.checked_sub(1))
            && within(here, own);
        at_end && (before || behind) || lines
    }
}

/// Verbs that begin orders. New texts that hold one ran into the next order.
const ORDERS: &[&str] = &[
    "supprimer",
    "remplacer",
    "substituer",
    "insérer",
    "ajouter",
    "compléter",
    "rédiger",
    "rétablir",
    "procéder",
];

/// Whether these words of ours, which the official text lacks, hold an order: they are none of the law.
fn is_misread(ours: &[Word]) -> bool {
    ours.iter().any(|word| ORDERS.contains(&word.folded.to_lowercase().as_str()))
}

/// Compares our article with the official one.
///
/// A difference is held against an amendment that changed something within two words of it, unless the official text
/// differs there both from the old text and from the new text of the amendment: others wrote that. What this means
/// here, word by word:
///
/// - *within two words*: marks and ends of lines between are no words;
/// - *the old text*: what differs, with two words on either side, stands so in the article before, at the place that the
///   official article is aligned with. One word alone says nothing: an old and a new text share many;
/// - *the new text*: what differs, with one word on either side, stands so in the article as the wordings have it before
///   anything is put in order; or, at an end of what came and with four words on one side, in the wording itself, which
///   says it also where it was misread. Whole lines of it need none beside them: they were put elsewhere.
///
/// A new text that ran into the next order is held against its amendment in any case.
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
    let worded = |(name, wording): (&'_ String, &String)| {
        (name.clone(), plain_words(&engine::read::plain(wording)))
    };
    let worded: BTreeMap<String, Vec<String>> = wordings.iter().map(worded).collect();
    let held = Held {
        theirs: &theirs,
        old: Aligned::new(&engine::read::plain(before), &b),
        mechanical: Aligned::new(&applied.mechanical, &b),
        wordings: worded.iter().map(|(name, words)| (name.as_str(), words.clone())).collect(),
    };
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
    for op in capture_diff_slices(Algorithm::Patience, &a, &b) {
        if op.tag() == DiffTag::Equal {
            continue;
        }
        let (here, there) = (op.old_range(), op.new_range());
        let wide = widened(&ours, &here, 2);
        let from = ours.get(wide.start).map_or(0, |word| word.span.0);
        let to = wide.end.checked_sub(1).and_then(|at| ours.get(at)).map_or(0, |word| word.span.1);
        // From the end of the word before to the beginning of the word behind.
        let gap = (
            here.start.checked_sub(1).and_then(|at| ours.get(at)).map_or(0, |word| word.span.1),
            ours.get(here.end).map_or(usize::MAX, |word| word.span.0),
        );
        let known =
            held.is_old(&there) || held.is_payload(&there) || is_misread(&ours[here.clone()]);
        let lower = |words: &[Word]| -> Vec<String> {
            words.iter().map(|word| word.folded.to_lowercase()).collect()
        };
        let (our, their) = (&ours[here.clone()], &theirs[there.clone()]);
        let letters = |words: &[Word]| words.iter().any(is_word);
        let slight = !letters(our) && !letters(their) || lower(our) == lower(their);
        let (mut against, mut slight_of) = (BTreeSet::new(), BTreeSet::new());
        for (name, outcome) in &applied.amendments {
            let Outcome::Applied { ranges, .. } = outcome else { continue };
            let near = ranges.iter().any(|(start, end)| *start <= to && from <= *end);
            let at_end = ranges.iter().any(|(start, end)| {
                (gap.0..=gap.1).contains(start) || (gap.0..=gap.1).contains(end)
            });
            if at_end && slight {
                slight_of.insert(name.clone());
            }
            if near && (known || held.is_worded(&there, name, at_end)) {
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
    times(wanted, text) > 0
}

/// How often they do.
fn times(wanted: &[Word], text: &[String]) -> usize {
    let wanted: Vec<&str> =
        wanted.iter().map(|word| word.folded.as_str()).filter(|word| *word != "\n").collect();
    match wanted.len() {
        0 => 0,
        len => text.windows(len).filter(|window| *window == wanted).count(),
    }
}

/// Lines of a difference for people: our words and the official ones.
pub fn lines(ours: &str, official: &str) -> Vec<(ChangeTag, String)> {
    let diff = similar::TextDiff::from_words(ours, official);
    diff.iter_all_changes().map(|change| (change.tag(), change.value().to_owned())).collect()
}
