//! The head of the paper: reference, date, edition, title; and the running heads that repeat it.

use super::classify::{Classifier, Kind, is_contents_entry};
use super::falling::{self, Said};
use super::finding::Finding;
use super::lines::Line;
use super::para::{Join, Para, Repairs};
use source::Span;

/// The head of the paper as it grows.
#[derive(Debug, Default)]
pub struct Header {
    pub reference: Option<String>,
    pub date: Option<String>,
    pub edition: Option<String>,
    pub title: Option<Para>,
    /// Lines of the head that a running head may repeat.
    heads: Vec<Span>,
    /// The table of contents, while it lasts.
    contents: Option<Span>,
    /// Whether the line before was the reference, or a line of the title.
    after: After,
}

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
        let words = span.of(file);
        let after = std::mem::take(&mut self.after);
        if !literal {
            let first = self.reference.is_none() && self.title.is_none();
            if let Some(reference) = reference(words, classifier).filter(|_| first) {
                self.reference = Some(reference.to_owned()).filter(|found| !found.is_empty());
                self.heads.push(line.span);
                self.after = After::Reference;
                return;
            }
            // A numbered line there begins the draft, or would if it were written again.
            let numbered = matches!(classifier.kind(words), Kind::Provision { .. });
            let glued = after == After::Reference && !line.blank && !numbered;
            if self.date.is_none() && (is_date(words) || (glued && has_digits(words))) {
                self.date = Some(words.to_owned());
                self.heads.push(line.span);
                return;
            }
            let falls = || matches!(falling::read(words, span, classifier), Said::Falls(_));
            if self.edition.is_none() && *kind == Kind::Parenthesised && !falls() {
                let inner = words.trim_end_matches('.').strip_prefix('(').unwrap_or(words);
                self.edition = Some(inner.strip_suffix(')').unwrap_or(inner).trim().to_owned());
                self.heads.push(line.span);
                return;
            }
        }
        match &mut self.title {
            Some(title) if after == After::Title && !line.blank => {
                title.push(file, span, Join::Space, repairs);
                self.after = After::Title;
            }
            Some(_) => {
                let text = super::amendment::first_words(words);
                findings.push(Finding::TextSetAside { text, at: line.span });
            }
            None => {
                let title = Para::line(file, span, repairs);
                self.title = (!title.is_empty()).then_some(title);
                self.after = After::Title;
            }
        }
    }

    /// Whether `line` repeats a line of the head, perhaps with a page number beside it.
    pub fn repeats(&self, line: &str, file: &str) -> bool {
        let bare = |text: &str| {
            let sign = |sign: char| sign.is_whitespace() || sign.is_ascii_digit();
            text.trim_matches(sign).len()
        };
        self.heads.iter().any(|head| {
            let head = head.of(file);
            if line.len() > head.len() + 12 || line.len() + 12 < head.len() {
                return false;
            }
            line == head || (bare(head) >= 16 && line.contains(head) && bare(line) == bare(head))
        })
    }

    /// Whether `line` is the title, which a page head may repeat.
    pub fn is_title(&self, line: &str) -> bool {
        self.title.as_ref().is_some_and(|title| title.text == line)
    }
}

/// "Doc. 1 – Compendium of written amendments": what precedes the name of the paper; or "Doc. 1".
pub fn reference<'a>(line: &'a str, classifier: &Classifier) -> Option<&'a str> {
    let separator =
        |sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '—' | ':' | ',' | '|');
    let labels = classifier.labels;
    if line.len() > 400 {
        return None;
    }
    let lower = line.to_lowercase();
    // Lowering may change lengths in other scripts; then the place found means nothing.
    let found =
        |words: &&str| lower.find(&words.to_lowercase()).filter(|_| lower.len() == line.len());
    if let Some(at) = labels.compendium.iter().find_map(found) {
        return line.get(..at).map(|before| before.trim_matches(separator));
    }
    let document = labels.document.iter().any(|word| line.starts_with(word));
    document.then(|| {
        let end = [" – ", " — ", " - ", ", "].iter().filter_map(|mark| line.find(mark)).min();
        line[..end.unwrap_or(line.len())].trim_matches(separator)
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
