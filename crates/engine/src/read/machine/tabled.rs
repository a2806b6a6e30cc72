//! The lines of an amendment: who tabled it, remarks, wording and note; and which numbered
//! paragraphs of its new text are the draft's.

use super::Machine;
use crate::read::amendment::{Candidate, Mode, Tabled};
use crate::read::classify::{Kind, in_parentheses};
use crate::read::draft::Labelled;
use crate::read::falling::{self, Said};
use crate::read::finding::Finding;
use crate::read::lines::Line;
use crate::read::number::Number;
use crate::read::para::{Join, Para, Repairs, is_broken, is_middle};
use source::Span;

impl Machine<'_> {
    pub(super) fn amendment(
        &mut self,
        line: &Line,
        number: String,
        parent: Option<String>,
        rest: usize,
    ) {
        self.end_header();
        self.end_amendment();
        let part = self.draft.part().filter(|_| !self.gathered);
        let start = line.span.start as usize;
        let mut tabled = Tabled::new(number, parent, part, Span::new(start, start + rest));
        tabled.heading = Span::new(start, start + self.words(line)[..rest].trim_end().len());
        self.first_amendment.get_or_insert(line.span.start);
        self.tabled = Some(tabled);
        let behind = Span::new(start + rest, line.span.end as usize);
        if !behind.is_empty() {
            self.behind_heading(line, behind);
        }
    }

    /// What stands on the line of a heading, behind it: a remark, names, or the wording.
    fn behind_heading(&mut self, line: &Line, span: Span) {
        let words = span.of(self.file);
        if in_parentheses(words) {
            self.parenthesised(words, span);
            return;
        }
        let label = self.classifier.tabled_by_any_case(words);
        let Some(tabled) = &mut self.tabled else { return };
        if label.is_some() || self.classifier.is_name(words) {
            tabled.mode = Mode::Tablers;
            let from = span.start as usize + label.unwrap_or(0);
            let end = span.start as usize + words.trim_end_matches([':', '.', ' ']).len();
            tabled.tablers.push(
                self.file,
                Span::new(from.min(end), end),
                Join::Space,
                &mut self.repairs,
            );
        } else {
            tabled.mode = Mode::Wording;
            self.wording(line, span, false, false);
        }
    }

    pub(super) fn amendment_line(&mut self, line: &Line, kind: &Kind) {
        let (_, span) = self.literal(line, kind);
        let words = self.words(line);
        self.warn_of_heading(line, kind);
        let Some(tabled) = &mut self.tabled else { return };
        let from = |at: usize| Span::new(line.span.start as usize + at, line.span.end as usize);
        let named = (*kind == Kind::Text && tabled.mode == Mode::Head)
            .then(|| self.classifier.tabled_by_any_case(words))
            .flatten();
        let kind = &named.map_or_else(|| kind.clone(), Kind::TabledBy);
        match kind {
            Kind::Text
                if tabled.mode != Mode::Note
                    && !tabled.is_open()
                    && matches!(falling::read(words, span, &self.classifier), Said::Falls(_)) =>
            {
                self.parenthesised(words, span);
            }
            Kind::TabledBy(at) if tabled.tablers.is_empty() || !tabled.in_quotes() => {
                tabled.mode = Mode::Tablers;
                if !tabled.tablers.is_empty() {
                    tabled.tablers.text.push(',');
                }
                tabled.tablers.push(self.file, from(*at), Join::Space, &mut self.repairs);
            }
            Kind::Note(at) => {
                tabled.mode = Mode::Note;
                let para = Para::line(self.file, from(*at), &mut self.repairs);
                tabled.note.extend((!para.is_empty()).then_some(para));
            }
            // A line of a wording may be "(Supprimé)".
            Kind::Parenthesised
                if self.draft.counted
                    && !tabled.wording.is_empty()
                    && tabled.mode == Mode::Wording
                    && !matches!(falling::read(words, span, &self.classifier), Said::Falls(_)) =>
            {
                self.text_of_amendment(line, kind);
            }
            Kind::Parenthesised if tabled.wording.is_empty() || !tabled.is_open() => {
                if !self.parenthesised(words, span) {
                    self.text_of_amendment(line, kind);
                }
            }
            Kind::Text if tabled.mode != Mode::Note && !tabled.in_quotes() && opens(words) => {
                tabled.aside = Some((Para::line(self.file, span, &mut self.repairs), span));
            }
            _ => self.text_of_amendment(line, kind),
        }
    }

    /// Says that a line begins like the heading of an amendment and is none, where no text of the
    /// assembly would begin so: outside quotations and explanatory notes.
    pub(super) fn warn_of_heading(&mut self, line: &Line, kind: &Kind) {
        let words = self.words(line);
        if *kind != Kind::Text || !self.classifier.is_like_heading(words) {
            return;
        }
        let text = match &mut self.tabled {
            Some(tabled) => tabled.mode == Mode::Note || tabled.is_open(),
            None => false,
        };
        if !text {
            self.findings.push(Finding::HeadingUnread { text: words.to_owned(), at: line.span });
        }
    }

    /// A remark or a note on falling; `false` where the line is neither (in an explanatory note).
    /// What repeats the head of the paper is no remark.
    fn parenthesised(&mut self, words: &str, at: Span) -> bool {
        let said = falling::read(words, at, &self.classifier);
        let Some(tabled) = &mut self.tabled else { return false };
        match said {
            Said::Falls(mut notes) => tabled.falling.append(&mut notes),
            _ if tabled.mode == Mode::Note => return false,
            _ if self.header.repeats(words) => self.repairs.skipped(at),
            Said::Nothing => tabled.remarks.push(words.to_owned()),
            Said::Unclear => {
                tabled.remarks.push(words.to_owned());
                let (amendment, text) = (tabled.name(), words.to_owned());
                self.findings.push(Finding::FallingNoteUnread { amendment, text, at });
            }
        }
        true
    }

    /// Goes on with lines in parentheses when `line` belongs to them: then it is read. Otherwise
    /// they end, and were the beginning of the wording.
    pub(super) fn aside(&mut self, line: &Line, kind: &Kind) -> bool {
        let Some(tabled) = &mut self.tabled else { return false };
        let Some((mut para, mut at)) = tabled.aside.take() else { return false };
        let goes_on = !line.blank && matches!(kind, Kind::Text | Kind::Provision { .. });
        if goes_on {
            at.end = line.span.end;
            para.push(self.file, line.span, Join::Space, &mut self.repairs);
            self.repairs.joined(line.span);
            if opens(&para.text) && para.text.len() < LONGEST_ASIDE {
                tabled.aside = Some((para, at));
                return true;
            }
            if in_parentheses(&para.text) {
                self.parenthesised(&para.text, at);
                return true;
            }
        }
        tabled.mode = Mode::Wording;
        if !tabled.wording.is_empty() {
            tabled.wording.text.push('\n');
        }
        tabled.wording.append(&para);
        goes_on
    }

    fn text_of_amendment(&mut self, line: &Line, kind: &Kind) {
        let (literal, span) = self.literal(line, kind);
        let continues = !literal && self.continues(line);
        let is_wording = self.classifier.is_wording(span.of(self.file));
        let Some(tabled) = &mut self.tabled else { return };
        match tabled.mode {
            Mode::Tablers if !literal && !is_wording && tabled.wording.is_empty() => {
                let words = span.of(self.file);
                let listed =
                    !line.blank && (tabled.tablers.text.ends_with(',') || is_middle(words));
                if continues || listed {
                    self.repairs.joined(line.span);
                    return tabled.tablers.push(self.file, span, Join::Space, &mut self.repairs);
                }
            }
            Mode::Note if literal || !is_wording || !tabled.wording.is_empty() => {
                match tabled.note.last_mut() {
                    Some(last) if continues => {
                        self.repairs.joined(line.span);
                        last.push(self.file, span, Join::Space, &mut self.repairs);
                    }
                    _ => {
                        let para = Para::line(self.file, span, &mut self.repairs);
                        tabled.note.extend((!para.is_empty()).then_some(para));
                    }
                }
                return;
            }
            Mode::Head | Mode::Wording | Mode::Tablers | Mode::Note => {}
        }
        tabled.mode = Mode::Wording;
        self.wording(line, span, literal, continues);
    }

    /// Adds a line to the wording: to its last paragraph, or as a new one.
    fn wording(&mut self, line: &Line, span: Span, literal: bool, continues: bool) {
        let words = span.of(self.file);
        let cut = self.cut || line.blank || self.width.is_some();
        let Some(tabled) = &mut self.tabled else { return };
        let comma = self.cut || self.width.is_some();
        let fresh =
            tabled.candidates.last().is_some_and(|last| last.end == tabled.wording.text.len());
        let middle = !self.draft.counted
            && !literal
            && !fresh
            && cut
            && is_broken(&tabled.wording.text, comma)
            && is_middle(words);
        if !tabled.wording.is_empty() && continues {
            self.repairs.joined(line.span);
        } else if middle {
            let amendment = tabled.name();
            self.findings.push(Finding::WordingRejoined { amendment, at: line.span });
        }
        let join = if continues || middle { Join::Space } else { Join::Break };
        tabled.wording.push(self.file, span, join, &mut self.repairs);
        if fresh && continues {
            let end = tabled.wording.text.len();
            tabled.candidates.iter_mut().rev().take(1).for_each(|last| last.end = end);
        }
    }

    /// A numbered paragraph in an open payload that continues the draft's sequence.
    pub(super) fn candidate(&mut self, line: &Line, kind: &Kind) {
        let Kind::Provision { number, number_at, number_len, text_at, .. } = kind else { return };
        let Some(tabled) = &mut self.tabled else { return };
        let from = line.span.start as usize;
        let breaks = is_broken(&tabled.wording.text, true);
        tabled.wording.push(self.file, line.span, Join::Break, &mut self.repairs);
        let end = tabled.wording.text.len();
        // Cleaning may have shortened the line; its label, without runs of spaces, is as it was.
        let label = (*text_at).min(line.span.len());
        let start = end
            .saturating_sub(Para::line(self.file, line.span, &mut Repairs::default()).text.len());
        tabled.candidates.push(Candidate {
            number: *number,
            at: Span::new(from + number_at, from + number_at + number_len),
            indent: line.indent,
            start,
            label: label.min(end - start),
            end,
            breaks,
        });
        self.chain = Some(*number);
    }

    pub(super) fn end_amendment(&mut self) {
        if let Some(mut tabled) = self.tabled.take() {
            if let Some((para, _)) = tabled.aside.take() {
                tabled.wording.append(&para);
            }
            self.finished.push(tabled);
        }
        if self.chain.is_none() {
            self.deliver();
        }
        self.before = None;
    }

    /// Finishes the amendments that wait for nothing.
    fn deliver(&mut self) {
        for mut tabled in self.finished.drain(..) {
            if let Some((article, at)) = tabled.article.take() {
                self.articles.push((self.amendments.len(), article, at));
            }
            let amendment = tabled.finish(self.lang, &self.classifier, &mut self.findings);
            self.amendments.push(amendment);
        }
    }

    /// Decides on the candidates when the next number of the draft is known: those before it are
    /// the draft's. Where no number comes any more they are, if they stand within a sentence or if
    /// the quotation is never closed.
    pub(super) fn decide(&mut self, next: Option<&Number>) {
        if self.chain.take().is_some() {
            let mut finished = std::mem::take(&mut self.finished);
            for tabled in &mut finished {
                self.decide_for(tabled, next);
            }
            self.finished = finished;
        }
        self.deliver();
    }

    fn decide_for(&mut self, tabled: &mut Tabled, next: Option<&Number>) {
        let unclosed = !tabled.candidates.is_empty() && tabled.in_quotes();
        let mut taken = Vec::new();
        let candidates = std::mem::take(&mut tabled.candidates);
        let mut last = self.draft.last();
        for candidate in candidates {
            let missing = match next {
                Some(next) => next.after(&candidate.number),
                None => candidate.breaks || unclosed,
            };
            if missing && candidate.number.follows(&last) {
                last = candidate.number;
                taken.push(candidate);
            }
        }
        if taken.is_empty() {
            return;
        }
        for (candidate, (text, finding)) in taken.iter().zip(tabled.take_out(&taken)) {
            self.need_part(candidate.at);
            let label =
                Labelled { number: candidate.number, at: candidate.at, indent: candidate.indent };
            self.draft.provision(label, self.file, &mut self.findings);
            self.draft.opening(text);
            self.findings.push(finding);
        }
    }
}

/// Bytes after which a parenthesis that was never closed is given up.
const LONGEST_ASIDE: usize = 2000;

/// Whether a parenthesis that begins the line is not closed in it.
pub fn opens(line: &str) -> bool {
    line.starts_with('(') && line.matches('(').count() > line.matches(')').count()
}
