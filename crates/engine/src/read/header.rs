//! The head of the paper: reference, date, edition, title; and the running heads that repeat it.
//!
//! A line of the head is taken for one of these only if, in the form in which [`crate::txt`] writes
//! it, it would be taken for the same again. Which line is which is asked of the words as they are
//! kept, without runs of spaces and signs that are no text.

use super::classify::{Classifier, Kind, is_contents_entry};
use super::falling::{self, Said};
use super::finding::Finding;
use super::lines::Line;
use super::para::{Join, Para, Repairs};
use instruction::style::Labels;
use source::Span;

/// The head of the paper as it grows.
#[derive(Debug, Default)]
pub struct Header {
    pub reference: Option<String>,
    pub date: Option<String>,
    pub edition: Option<String>,
    pub title: Option<Para>,
    /// What a running head may repeat: lines of the head, as they stand there and as they are
    /// written.
    heads: Vec<String>,
    /// The table of contents, while it lasts.
    contents: Option<Span>,
    /// Whether the line before was the reference, or a line of the title.
    after: After,
}

/// Lines that running heads are compared with: a head has four, each as it stands there and as it
/// is written.
const MOST_HEADS: usize = 8;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum After {
    #[default]
    Other,
    Reference,
    Title,
}

impl Header {
    /// Whether a table of contents is being read, and `line` is an entry of it.
    pub fn is_contents(&self, line: &str) -> bool {
        self.contents.is_some() && is_contents_entry(line)
    }

    /// Begins the table of contents, or adds a line to it.
    pub fn contents(&mut self, at: Span) {
        self.contents.get_or_insert(at).end = at.end;
        self.after = After::Other;
    }

    /// Ends the head: the finding on its table of contents.
    pub fn end(&mut self, findings: &mut Vec<Finding>) {
        findings.extend(self.contents.take().map(|at| Finding::ContentsSkipped { at }));
    }

    /// Reads a line of the head that no label gives away.
    pub fn line(
        &mut self,
        line: &Line,
        kind: &Kind,
        file: &str,
        classifier: &Classifier,
        repairs: &mut Repairs,
        findings: &mut Vec<Finding>,
    ) {
        let (literal, span) = match kind {
            Kind::Literal(skip) => {
                (true, Span { start: line.span.start + *skip as u32, ..line.span })
            }
            _ => (false, line.span),
        };
        let mut repaired = *repairs;
        let words = Para::line(file, span, &mut repaired).text;
        if words.is_empty() {
            *repairs = repaired;
            return;
        }
        let after = std::mem::take(&mut self.after);
        if !literal && self.label(&words, line, after, classifier) {
            *repairs = repaired;
            if self.heads.len() < MOST_HEADS {
                self.heads.push(line.span.of(file).to_owned());
            }
            return;
        }
        match &mut self.title {
            Some(title) if after == After::Title && !line.blank => {
                title.push(file, span, Join::Space, repairs);
                self.after = After::Title;
            }
            Some(_) => {
                let text = super::amendment::first_words(&words);
                findings.push(Finding::TextSetAside { text, at: line.span });
            }
            None => {
                self.title = Some(Para::line(file, span, repairs));
                self.after = After::Title;
            }
        }
    }

    /// Takes `words` for the reference, the date or the edition, if they are one.
    fn label(&mut self, words: &str, line: &Line, after: After, classifier: &Classifier) -> bool {
        let kind = classifier.kind(words);
        let numbered = matches!(kind, Kind::Provision { .. });
        let glued = after == After::Reference && !line.blank && !numbered;
        let is_date = self.date.is_none() && (is_date(words) || (glued && has_digits(words)));
        let is_edition = self.edition.is_none() && kind == Kind::Parenthesised;
        if self.title.is_some() && !is_date && !is_edition {
            return false;
        }
        if let Some(found) = reference(words, classifier) {
            // "Doc. 12", and above or below it what the paper is.
            let first = self.title.is_none() && (self.reference.is_none() || found.is_empty());
            if first {
                self.set_reference(found, classifier.labels);
            }
            return first;
        }
        if !matches!(kind, Kind::Text | Kind::Parenthesised | Kind::Provision { closed: false, .. })
            || matches!(falling::read(words, line.span, classifier), Said::Falls(_))
        {
            return false;
        }
        if is_date {
            self.date = Some(words.to_owned());
            self.heads.push(words.to_owned());
        } else if is_edition {
            let inner = words.trim_end_matches('.').strip_prefix('(').unwrap_or(words);
            let inner = inner.strip_suffix(')').unwrap_or(inner).trim();
            self.edition = Some(inner.to_owned());
            self.heads.push(format!("({inner})"));
        }
        is_date || is_edition
    }

    fn set_reference(&mut self, found: &str, labels: &Labels) {
        if !found.is_empty() {
            self.reference = Some(found.to_owned());
        }
        let written = canonical(self.reference.as_deref(), labels);
        if !self.heads.contains(&written) {
            self.heads.push(written);
        }
        self.after = After::Reference;
    }

    /// Whether `line` repeats a line of the head, perhaps with a page number beside it.
    pub fn repeats(&self, line: &str) -> bool {
        self.heads.iter().any(|head| is_repeated(head, line))
    }

    /// Whether `line` is the title, which a page head may repeat.
    pub fn is_title(&self, line: &str) -> bool {
        self.title.as_ref().is_some_and(|title| title.text == line)
    }
}

/// Whether `line` is `head`, perhaps with a page number set off before or behind it.
pub fn is_repeated(head: &str, line: &str) -> bool {
    if line == head {
        return true;
    }
    let letters = |text: &str| {
        let sign = |sign: char| sign.is_whitespace() || sign.is_ascii_digit();
        text.trim_matches(sign).len()
    };
    let page = |text: &str| text.len() <= 12 && letters(text) == 0;
    let found = if line.len() > head.len() + 24 { None } else { line.split_once(head) };
    found.is_some_and(|(before, after)| {
        letters(head) >= SHORTEST_BESIDE_A_NUMBER
            && (before.is_empty() || before.ends_with(char::is_whitespace))
            && (after.is_empty() || after.starts_with(char::is_whitespace))
            && page(before)
            && page(after)
    })
}

/// Bytes of a head that is known beside a page number.
const SHORTEST_BESIDE_A_NUMBER: usize = 16;

/// The first line of a paper.
pub fn canonical(reference: Option<&str>, labels: &Labels) -> String {
    let paper = labels.compendium.first().copied().unwrap_or_default();
    match reference.filter(|reference| !reference.is_empty()) {
        Some(reference) => format!("{reference} – {paper}"),
        None => paper.to_owned(),
    }
}

/// "Doc. 1 – Compendium of written amendments": what precedes the name of the paper; or "Doc. 1".
///
/// `None` also where the reference, written, would be taken for something else.
pub fn reference<'a>(line: &'a str, classifier: &Classifier) -> Option<&'a str> {
    let found = reference_in(line, classifier)?;
    let written = canonical(Some(found), classifier.labels);
    let same = classifier.kind(&written) == Kind::Text
        && reference_in(&written, classifier) == Some(found);
    same.then_some(found)
}

fn reference_in<'a>(line: &'a str, classifier: &Classifier) -> Option<&'a str> {
    let separator =
        |sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '—' | ':' | ',' | '|');
    let labels = classifier.labels;
    let found = if let Some(at) = paper_at(line, classifier) {
        line[..at].trim_matches(separator)
    } else if labels.document.iter().any(|word| line.starts_with(word)) {
        let end = [" – ", " — ", " - ", ", "].iter().filter_map(|mark| line.find(mark)).min();
        line[..end.unwrap_or(line.len())].trim_matches(separator)
    } else {
        return None;
    };
    (found.len() <= LONGEST_REFERENCE).then_some(found)
}

/// Bytes of the longest reference.
const LONGEST_REFERENCE: usize = 400;

/// Where "Compendium of written amendments" begins in a line, in whatever letters; or "Text as adopted",
/// if it is set off from what stands before it and behind it.
fn paper_at(line: &str, classifier: &Classifier) -> Option<usize> {
    // Behind the longest reference, what sets it off.
    let starts =
        || line.char_indices().map(|(at, _)| at).take_while(|at| *at <= LONGEST_REFERENCE + 16);
    let begins = |at: usize, label: &str| {
        let mut signs = line[at..].chars();
        label.chars().all(|wanted| {
            signs.next().is_some_and(|sign| sign.to_lowercase().eq(wanted.to_lowercase()))
        })
    };
    let labels = classifier.labels;
    let mut compendium = labels.compendium.iter();
    compendium.find_map(|label| starts().find(|at| begins(*at, label))).or_else(|| {
        let set_off = |at: usize, label: &str| {
            let before = line[..at].trim_end();
            let behind = line[at..].chars().skip(label.chars().count()).find(|sign| *sign != ' ');
            (before.is_empty() || before.ends_with(['–', '—', '-', ':', ',', '|']))
                && matches!(behind, None | Some(',' | '('))
        };
        let mut adopted = labels.adopted.iter();
        adopted.find_map(|label| starts().find(|at| begins(*at, label) && set_off(*at, label)))
    })
}

/// "30/09/2025", "30.9.2025", "2025-09-30", "30 September 2025".
pub fn is_date(line: &str) -> bool {
    if line.len() > 40 {
        return false;
    }
    let numbers: Vec<&str> = line.split(['/', '.', '-']).collect();
    let digits =
        |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if numbers.len() == 3 && numbers.iter().all(digits) {
        return true;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let [first, .., last] = words.as_slice() else { return false };
    let year = last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit());
    (3..=4).contains(&words.len()) && year && first.starts_with(|sign: char| sign.is_ascii_digit())
}

fn has_digits(line: &str) -> bool {
    line.len() <= 40 && line.bytes().any(|byte| byte.is_ascii_digit())
}
