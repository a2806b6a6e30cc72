//! An amendment as it grows: heading, tablers, wording, note, remarks.

use super::classify::Classifier;
use super::finding::Finding;
use super::number::Number;
use super::para::{Para, is_broken, is_middle};
use crate::dossier::{Amendment, AmendmentText, PrintedFall, Tablers};
use source::Span;
use text::{Fragment, Lang};

/// What a line without any sign of its own belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Directly under the heading.
    Head,
    /// The names of those who tabled it.
    Tablers,
    /// The wording.
    Wording,
    /// The explanatory note.
    Note,
}

/// A numbered paragraph inside a payload that may be the draft's.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its number.
    pub number: Number,
    /// Where the number stands in the file.
    pub at: Span,
    /// Columns before it.
    pub indent: u16,
    /// First byte of it in the wording.
    pub start: usize,
    /// Bytes of its bullet and number, with the space behind them.
    pub label: usize,
    /// One past its last byte in the wording.
    pub end: usize,
    /// Whether the wording before it stops within a sentence.
    pub breaks: bool,
}

/// An amendment as it grows.
#[derive(Debug)]
pub struct Tabled {
    pub number: String,
    pub parent: Option<String>,
    pub part: Option<u32>,
    pub heading: Span,
    pub mode: Mode,
    pub tablers: Para,
    pub wording: Para,
    pub note: Vec<Para>,
    pub falling: Vec<PrintedFall>,
    pub remarks: Vec<String>,
    /// The article that its head says it is to, and where.
    pub article: Option<(String, Span)>,
    /// Lines in parentheses whose closing one has not come yet.
    pub aside: Option<(Para, Span)>,
    /// Numbered paragraphs in the payload that may be the draft's, in the order of the file.
    pub candidates: Vec<Candidate>,
    quotes: Quotes,
}

/// Counts quotation marks up to some byte of a wording.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quotes {
    to: usize,
    depth: usize,
    /// Low marks („) that are open: after one, “ closes.
    low: usize,
    straight: bool,
}

impl Quotes {
    /// Counts on to the end of `wording`, which begins with what was counted before.
    pub fn count(&mut self, wording: &str) {
        for sign in wording[self.to..].chars() {
            match sign {
                '"' => self.straight = !self.straight,
                '«' => self.depth += 1,
                '„' => (self.depth, self.low) = (self.depth + 1, self.low + 1),
                '“' if self.low == 0 => self.depth += 1,
                '»' | '”' | '“' => {
                    self.depth = self.depth.saturating_sub(1);
                    self.low = self.low.saturating_sub(usize::from(sign != '»'));
                }
                _ => {}
            }
        }
        self.to = wording.len();
    }

    /// Whether one is open.
    pub fn is_open(&self) -> bool {
        self.depth > 0 || self.straight
    }
}

impl Tabled {
    /// An amendment of which only the heading was read.
    pub fn new(number: String, parent: Option<String>, part: Option<u32>, heading: Span) -> Self {
        Self {
            number,
            parent,
            part,
            heading,
            mode: Mode::Head,
            tablers: Para::default(),
            wording: Para::default(),
            note: Vec::new(),
            falling: Vec::new(),
            remarks: Vec::new(),
            article: None,
            aside: None,
            candidates: Vec::new(),
            quotes: Quotes::default(),
        }
    }

    /// How findings name it: "4", or "1/13" for sub-amendment 1 to amendment 13.
    pub fn name(&self) -> String {
        match &self.parent {
            Some(parent) => format!("{parent}/{}", self.number),
            None => self.number.clone(),
        }
    }

    /// Whether a quotation of the wording is open.
    pub fn in_quotes(&mut self) -> bool {
        if self.quotes.to > self.wording.text.len() {
            self.quotes = Quotes::default();
        }
        self.quotes.count(&self.wording.text);
        self.quotes.is_open()
    }

    /// Whether new text is still to come: a quotation is open, or a colon announces one.
    pub fn is_open(&mut self) -> bool {
        self.in_quotes() || self.wording.text.trim_end().ends_with(':')
    }

    /// Takes candidates, which are in order, out of the wording and returns their texts; words
    /// before and after one are joined when they are one sentence.
    pub fn take_out(&mut self, candidates: &[Candidate]) -> Vec<(Para, Finding)> {
        let mut whole = Para::default();
        let (mut from, mut texts) = (0, Vec::with_capacity(candidates.len()));
        for (position, candidate) in candidates.iter().enumerate() {
            self.keep(&mut whole, from, candidate.start.saturating_sub(1));
            let text = self.wording.slice(candidate.start + candidate.label, candidate.end);
            from = candidate.end + 1;
            let next = candidates.get(position + 1).map_or(self.wording.text.len(), |c| c.start);
            let after = self.wording.text.get(from..next).unwrap_or("");
            let finding = Finding::ParagraphInPayload {
                amendment: self.name(),
                number: candidate.number.to_string(),
                around: (last_words(&whole.text), first_words(after)),
                text: first_words(&text.text),
                at: candidate.at,
            };
            texts.push((text, finding));
        }
        self.keep(&mut whole, from, self.wording.text.len());
        self.wording = whole;
        self.quotes = Quotes::default();
        texts
    }

    /// Adds the bytes `from..to` of the wording to `whole`, as the rest of its last sentence or as a
    /// new paragraph.
    fn keep(&self, whole: &mut Para, from: usize, to: usize) {
        let rest = self.wording.slice(from, to.max(from));
        if rest.is_empty() {
            return;
        }
        if !whole.is_empty() {
            let one = is_broken(&whole.text, true) && is_middle(&rest.text);
            whole.text.push(if one { ' ' } else { '\n' });
        }
        whole.append(&rest);
    }

    /// The finished amendment.
    pub fn finish(
        self,
        lang: Lang,
        classifier: &Classifier,
        findings: &mut Vec<Finding>,
    ) -> Amendment {
        let counted = classifier.is_counted();
        let cleaned = |para: Para| if counted { para.without_remains() } else { para };
        let wording = cleaned(self.wording.clone());
        if wording.is_empty() {
            findings.push(Finding::WordingMissing { amendment: self.name(), at: self.heading });
        }
        let text = AmendmentText {
            lang,
            tablers: names(&self.tablers.text, classifier),
            wording: wording.text,
            origin: wording.origin,
            note: self
                .note
                .into_iter()
                .map(|para| Fragment::from_caret(&cleaned(para).text))
                .collect(),
            falling: self.falling,
            remarks: self.remarks,
            heading: self.heading,
        };
        Amendment {
            number: self.number,
            parent: self.parent,
            part: self.part,
            texts: vec![text],
            recorded: None,
        }
    }
}

/// The names in "Mr A, Ms B (Lakeside, FOG) and Mr C", or the name of a committee.
fn names(printed: &str, classifier: &Classifier) -> Tablers {
    let labels = classifier.labels;
    let around = |sign: char| sign.is_whitespace() || is_separator(sign);
    // A colon belongs to "Tabled by", wherever it is printed.
    let printed =
        printed.trim_start_matches(|sign| around(sign) || sign == ':').trim_end_matches(around);
    let lower = printed.to_lowercase();
    let begins = |word: &&str| lower.starts_with(&word.to_lowercase());
    if labels.committee.iter().any(begins) {
        return Tablers { names: vec![printed.to_owned()], committee: true };
    }
    let mut names: Vec<&str> = outside_parentheses(printed, is_separator).map(str::trim).collect();
    names.retain(|name| !name.is_empty());
    if let Some(last) = names.pop() {
        let (one, other) = last_and(last, classifier);
        names.extend([one, other].into_iter().filter(|name| !name.is_empty()));
    }
    Tablers { names: names.into_iter().map(str::to_owned).collect(), committee: false }
}

fn is_separator(sign: char) -> bool {
    matches!(sign, ',' | ';')
}

/// The parts of a text between signs that stand in no parentheses; one that is never closed opens
/// none.
fn outside_parentheses(text: &str, separates: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let (mut open, mut closed) = (Vec::new(), Vec::new());
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => open.push(at),
            ')' => closed.extend(open.pop().map(|from| (from, at))),
            _ => {}
        }
    }
    // The outermost pairs, in order.
    closed.sort_unstable();
    let mut pairs = closed.into_iter().peekable();
    let mut within = 0;
    let mut cuts = Vec::new();
    for (at, sign) in text.char_indices() {
        while let Some((_, to)) = pairs.next_if(|(from, _)| *from <= at) {
            within = within.max(to);
        }
        if at >= within && separates(sign) {
            cuts.push((at, at + sign.len_utf8()));
        }
    }
    let starts: Vec<usize> = std::iter::once(0).chain(cuts.iter().map(|(_, end)| *end)).collect();
    let ends = cuts.into_iter().map(|(at, _)| at).chain([text.len()]);
    starts.into_iter().zip(ends).map(|(from, to)| &text[from..to])
}

/// "Mr A and Ms B": "and" parts names where a form of address follows it, outside parentheses.
fn last_and<'a>(name: &'a str, classifier: &Classifier) -> (&'a str, &'a str) {
    let and = classifier.labels.and;
    let mut at = name.len();
    for word in outside_parentheses(name, char::is_whitespace).collect::<Vec<_>>().iter().rev() {
        at -= word.len();
        if *word == and {
            let other = name[at + and.len()..].trim_start();
            let title = other.split_whitespace().next().unwrap_or("");
            return match classifier.labels.honorifics.contains(&title) {
                true => (name[..at].trim_end(), other),
                false => (name, ""),
            };
        }
        at = name[..at].trim_end().len();
    }
    (name, "")
}

/// The last words of a text, at most six.
fn last_words(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().rev().take(6).collect();
    words.reverse();
    words.join(" ")
}

/// The first words of a text, at most six.
pub fn first_words(text: &str) -> String {
    text.split_whitespace().take(6).collect::<Vec<_>>().join(" ")
}
