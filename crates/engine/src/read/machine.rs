//! What a line is where it stands: the reader's one pass over a file.

use super::amendment::{Candidate, Mode, Tabled};
use super::classify::{Classifier, Kind, in_parentheses};
use super::draft::{Drafting, Labelled};
use super::falling::{self, Said};
use super::finding::Finding;
use super::header::Header;
use super::lines::{Line, Lines};
use super::number::Number;
use super::para::{Join, Para, Repairs, is_broken, is_middle};
use super::survey::{Survey, ends_in_hyphen, first_word, is_full, length};
use crate::Amendment;
use source::Span;
use text::{Block, Draft, Lang, TextKind};

/// What one pass over a file gives.
#[derive(Debug)]
pub struct Done {
    pub reference: Option<String>,
    pub title: Option<String>,
    pub date: Option<String>,
    pub edition: Option<String>,
    pub draft: Draft,
    pub amendments: Vec<Amendment>,
    pub findings: Vec<Finding>,
    pub has_provisions: bool,
}

/// The reader between two lines.
pub struct Machine<'a> {
    file: &'a str,
    classifier: Classifier,
    lang: Lang,
    width: Option<usize>,
    header: Header,
    in_header: bool,
    draft: Drafting,
    /// The amendment being read.
    tabled: Option<Tabled>,
    /// Finished amendments. Those at `waiting` have candidates that are not decided.
    finished: Vec<Tabled>,
    amendments: Vec<Amendment>,
    /// The last number of the draft, were all candidates the draft's.
    chain: Option<Number>,
    /// Whether "Amendments" was read: what follows stands under no part.
    gathered: bool,
    /// Where the last provision or heading of a part stands, and the first amendment.
    last_of_draft: u32,
    first_amendment: Option<u32>,
    /// Whether a heading was repeated to say where the amendments behind it belong.
    placed: bool,
    /// The line before, and whether furniture was skipped since.
    before: Option<Line>,
    /// The last line of the file that was no furniture.
    last_line: Option<Line>,
    cut: bool,
    skipped: bool,
    repairs: Repairs,
    findings: Vec<Finding>,
}

impl<'a> Machine<'a> {
    /// Reads all of `file`.
    pub fn run(file: &'a str, survey: &Survey) -> Done {
        let mut machine = Self {
            file,
            classifier: Classifier::new(&survey.language.labels),
            lang: survey.language.lang,
            width: survey.width,
            header: Header::default(),
            in_header: true,
            draft: Drafting::default(),
            tabled: None,
            finished: Vec::new(),
            amendments: Vec::new(),
            chain: None,
            gathered: false,
            last_of_draft: 0,
            first_amendment: None,
            placed: false,
            before: None,
            last_line: None,
            cut: false,
            skipped: false,
            repairs: Repairs::default(),
            findings: Vec::new(),
        };
        let mut lines = Lines::new(file).peekable();
        while let Some(line) = lines.next() {
            machine.line(&line, lines.peek());
        }
        machine.finish()
    }

    fn words(&self, line: &Line) -> &'a str {
        line.span.of(self.file)
    }

    fn line(&mut self, line: &Line, next: Option<&Line>) {
        let kind = self.classifier.kind(self.words(line));
        if self.is_furniture(line, &kind, next) {
            (self.cut, self.skipped) = (true, true);
            return;
        }
        self.skipped = false;
        self.take(line, kind);
        (self.before, self.last_line) = (Some(*line), Some(*line));
        self.cut = false;
    }

    /// Skips running heads and page numbers.
    fn is_furniture(&mut self, line: &Line, kind: &Kind, next: Option<&Line>) -> bool {
        if self.in_header || matches!(kind, Kind::Literal(_) | Kind::Amendment { .. }) {
            return false;
        }
        let words = self.words(line);
        let edge = line.page || next.is_some_and(|next| next.page) || self.skipped;
        let head = self.header.repeats(words) || (edge && self.header.is_title(words));
        if head {
            self.repairs.skipped(line.span);
            return true;
        }
        if !self.classifier.is_page_number(words) {
            return false;
        }
        let beside_head = next.is_some_and(|next| self.header.repeats(self.words(next)));
        if edge || beside_head {
            self.repairs.skipped(line.span);
            return true;
        }
        let alone = line.blank && next.is_none_or(|next| next.blank);
        let wording = self.tabled.as_ref().filter(|tabled| tabled.mode == Mode::Wording);
        match wording {
            _ if !alone => return false,
            Some(tabled) => self.findings.push(Finding::FurnitureInWording {
                amendment: tabled.name(),
                text: words.to_owned(),
                at: line.span,
            }),
            None => self.repairs.skipped(line.span),
        }
        true
    }

    fn take(&mut self, line: &Line, kind: Kind) {
        if self.aside(line, &kind) {
            return;
        }
        match kind {
            Kind::Amendment { number, parent, rest } => self.amendment(line, number, parent, rest),
            Kind::Part { letter, kind, heading, page } => {
                self.part(line, letter, kind, heading, page)
            }
            Kind::Provision { .. } => self.numbered(line, &kind),
            Kind::Amendments if !self.in_header || self.tabled.is_none() => self.gather(line),
            Kind::Contents if self.in_header => self.header.contents(line.span),
            _ if self.in_header => self.header_line(line, &kind),
            _ if self.tabled.is_some() => self.amendment_line(line, &kind),
            _ => self.draft_line(line, &kind),
        }
    }

    // The head

    fn header_line(&mut self, line: &Line, kind: &Kind) {
        if self.header.is_contents(self.words(line)) {
            self.header.contents(line.span);
            return;
        }
        let (file, classifier) = (self.file, &self.classifier);
        self.header.line(line, kind, file, classifier, &mut self.repairs, &mut self.findings);
    }

    fn end_header(&mut self) {
        if self.in_header {
            self.header.end(&mut self.findings);
            self.in_header = false;
        }
    }

    // Parts and provisions

    fn part(
        &mut self,
        line: &Line,
        letter: Option<String>,
        kind: TextKind,
        heading: (usize, usize),
        page: bool,
    ) {
        if page && self.in_header || self.header.is_contents(self.words(line)) {
            self.header.contents(line.span);
            return;
        }
        let open = self.tabled.as_mut().is_some_and(Tabled::in_quotes);
        if open && letter.is_none() {
            return self.amendment_line(line, &Kind::Text);
        }
        self.end_header();
        self.end_amendment();
        self.decide(None);
        let words = self.words(line)[heading.0..heading.1].to_owned();
        let again = self.draft.heading(letter, kind, words, line.span, &mut self.findings);
        self.placed |= again;
        self.gathered = false;
        self.last_of_draft = line.span.start;
    }

    fn gather(&mut self, line: &Line) {
        self.end_header();
        self.end_amendment();
        self.decide(None);
        self.draft.close();
        self.gathered = true;
        self.last_of_draft = line.span.start;
    }

    /// A line with a number: a provision of the draft, a candidate, or text.
    fn numbered(&mut self, line: &Line, kind: &Kind) {
        let Kind::Provision { number, closed, .. } = kind else { return };
        // A candidate's number counts as the draft's last, and so does the draft's own: which of
        // the two it is, is not known yet.
        let last = self.draft.last();
        let next = number.follows(&last) || self.chain.is_some_and(|chain| number.follows(&chain));
        let far = !self.draft.plausible(number) || (!next && !closed) || self.gathered;
        let within = self.continues(line);
        if let Some(tabled) = &mut self.tabled {
            let wording = tabled.mode == Mode::Wording && !tabled.wording.is_empty();
            let open = wording && tabled.is_open();
            let beyond = number.after(&last) && tabled.mode != Mode::Note && !far && !within;
            if next && open && !self.gathered {
                return self.candidate(line, kind);
            }
            if (!next || self.gathered) && (open || !beyond) {
                return self.amendment_line(line, &Kind::Text);
            }
        } else if !next && (far || within) {
            return match self.in_header {
                true => self.header_line(line, &Kind::Text),
                false => self.draft_line(line, &Kind::Text),
            };
        }
        self.provision(line, kind);
    }

    fn provision(&mut self, line: &Line, kind: &Kind) {
        let Kind::Provision { number, number_at, number_len, text_at, .. } = kind else { return };
        self.end_header();
        self.end_amendment();
        self.decide(Some(number));
        self.need_part(line.span);
        let start = line.span.start as usize;
        let at = Span::new(start + number_at, start + number_at + number_len);
        let label = Labelled { number: *number, at, indent: line.indent };
        self.draft.provision(label, self.file, &mut self.findings);
        let text = Span::new(start + text_at, line.span.end as usize);
        self.draft.opening(Para::line(self.file, text, &mut self.repairs));
        self.last_of_draft = line.span.start;
    }

    /// A draft without any heading is one draft text.
    fn need_part(&mut self, at: Span) {
        if self.draft.parts() > 0 {
            return;
        }
        let (kind, words) = match self.classifier.labels.parts.first() {
            Some((kind, words)) => (*kind, (*words).to_owned()),
            None => (TextKind::Other, String::new()),
        };
        self.findings.push(Finding::PartHeadingMissing { at });
        self.draft.heading(None, kind, words, at, &mut self.findings);
    }

    fn draft_line(&mut self, line: &Line, kind: &Kind) {
        self.warn_of_heading(line, kind);
        let (literal, span) = self.literal(line, kind);
        if *kind == Kind::TooDeep {
            let number = line.span.of(self.file).split_whitespace().next().map_or(0, str::len);
            self.repairs
                .too_deep(Span::new(line.span.start as usize, line.span.start as usize + number));
        }
        let words = span.of(self.file);
        if !literal && is_footnote(words) {
            let number = self.draft.reading();
            self.findings.push(Finding::FootnoteInText { number, at: line.span });
        }
        if !literal && self.continues(line) && self.draft.tail().is_some() {
            self.repairs.joined(line.span);
            return self.draft.go_on(self.file, span, &mut self.repairs);
        }
        let bullet = super::number::bullet(words);
        let comma = self.cut || self.width.is_some();
        if !literal && self.draft.is_cut_before(&words[bullet..], comma) {
            let (number, bulleted) = (self.draft.reading(), bullet > 0);
            self.findings.push(Finding::ProvisionRejoined {
                number,
                bullet: bulleted,
                at: line.span,
            });
            let rest = Span::new(span.start as usize + bullet, span.end as usize);
            return self.draft.go_on(self.file, rest, &mut self.repairs);
        }
        let titled = match kind {
            Kind::Title(at) => {
                Some(Span::new(line.span.start as usize + at, line.span.end as usize))
            }
            Kind::Text if !words.ends_with(['.', ';', ',', ':']) => Some(span),
            _ => None,
        };
        match titled.filter(|_| self.draft.awaits_title()) {
            Some(title) => self.draft.title(Para::line(self.file, title, &mut self.repairs)),
            None => {
                let para = Para::line(self.file, span, &mut self.repairs);
                // Of a number with too many levels it is said already that it became text.
                let mut silent = Vec::new();
                let deep = *kind == Kind::TooDeep;
                let findings = if deep { &mut silent } else { &mut self.findings };
                self.draft.paragraph(line, para, findings);
            }
        }
    }

    /// The text of a line, without the sign that makes it literal, and whether it is.
    fn literal(&self, line: &Line, kind: &Kind) -> (bool, Span) {
        match kind {
            Kind::Literal(skip) => {
                (true, Span::new(line.span.start as usize + skip, line.span.end as usize))
            }
            _ => (false, line.span),
        }
    }

    /// Whether `line` goes on with the line before: nothing stands between them, and the line
    /// before ends within a word or fills the width at which the file is broken.
    fn continues(&self, line: &Line) -> bool {
        let Some(before) = self.before.as_ref().filter(|_| !line.blank && !self.cut) else {
            return false;
        };
        let words = self.words(line);
        if ends_in_hyphen(self.words(before)) && is_middle(words) {
            return true;
        }
        self.width.is_some_and(|width| is_full(length(self.file, before), first_word(words), width))
    }

    // Amendments

    fn amendment(&mut self, line: &Line, number: String, parent: Option<String>, rest: usize) {
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

    fn amendment_line(&mut self, line: &Line, kind: &Kind) {
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
    fn warn_of_heading(&mut self, line: &Line, kind: &Kind) {
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
    fn parenthesised(&mut self, words: &str, at: Span) -> bool {
        let said = falling::read(words, at, &self.classifier);
        let Some(tabled) = &mut self.tabled else { return false };
        match said {
            Said::Falls(mut notes) => tabled.falling.append(&mut notes),
            _ if tabled.mode == Mode::Note => return false,
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
    fn aside(&mut self, line: &Line, kind: &Kind) -> bool {
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
        let middle =
            !literal && !fresh && cut && is_broken(&tabled.wording.text, comma) && is_middle(words);
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
    fn candidate(&mut self, line: &Line, kind: &Kind) {
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

    fn end_amendment(&mut self) {
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
        for tabled in self.finished.drain(..) {
            let amendment = tabled.finish(self.lang, &self.classifier, &mut self.findings);
            self.amendments.push(amendment);
        }
    }

    /// Decides on the candidates when the next number of the draft is known: those before it are
    /// the draft's. Where no number comes any more they are, if they stand within a sentence or if
    /// the quotation is never closed.
    fn decide(&mut self, next: Option<&Number>) {
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

    // The end

    fn finish(mut self) -> Done {
        self.end_header();
        self.end_amendment();
        self.decide(None);
        let has_provisions = self.draft.has_provisions();
        // With several parts and every amendment behind the last of them, where one stands says
        // nothing about what it belongs to.
        let behind = self.first_amendment.is_some_and(|first| first > self.last_of_draft);
        if self.draft.parts() > 1 && behind && !self.placed {
            self.amendments.iter_mut().for_each(|amendment| amendment.part = None);
        }
        self.findings.extend(self.ends_early());
        let title: Option<Block> = self.header.title.take().map(Para::into_block);
        let draft = self.draft.finish(self.lang, title.as_ref());
        let mut findings = self.findings;
        findings.extend(self.repairs.findings(self.width.unwrap_or(0)));
        Done {
            reference: self.header.reference,
            title: title.map(|title| title.content.to_caret()),
            date: self.header.date,
            edition: self.header.edition,
            draft,
            amendments: self.amendments,
            findings,
            has_provisions,
        }
    }
}

impl Machine<'_> {
    /// A file that somebody typed or printed ends with a line end, or at least with a sentence.
    fn ends_early(&self) -> Option<Finding> {
        let last = self.last_line.filter(|_| !self.in_header)?;
        let (words, rest) = (self.words(&last), self.file.get(last.span.end as usize..)?);
        let heading = matches!(
            self.classifier.kind(words),
            Kind::Part { .. } | Kind::Amendment { .. } | Kind::TabledBy(_) | Kind::Amendments
        );
        let open = is_broken(words, true) || words.ends_with(['-', '«', '“', '(']);
        let word = words.split_whitespace().next_back().map_or(0, str::len);
        let at = Span::new(last.span.end as usize - word, last.span.end as usize);
        (open && !heading && !rest.contains(['\n', '\r'])).then_some(Finding::EndsEarly { at })
    }
}

/// Whether a line begins with a raised number, or with one in square brackets, as footnotes do.
pub fn is_footnote(line: &str) -> bool {
    let bracketed = line.strip_prefix('[').is_some_and(|rest| {
        rest.trim_start_matches(|sign: char| sign.is_ascii_digit()).starts_with("] ")
            && rest.starts_with(|sign: char| sign.is_ascii_digit())
    });
    bracketed || line.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'])
}

/// Bytes after which a parenthesis that was never closed is given up.
const LONGEST_ASIDE: usize = 2000;

/// Whether a parenthesis that begins the line is not closed in it.
pub fn opens(line: &str) -> bool {
    line.starts_with('(') && line.matches('(').count() > line.matches(')').count()
}
