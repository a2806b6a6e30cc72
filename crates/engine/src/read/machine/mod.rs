//! What a line is where it stands: the reader's one pass over a file.
//!
//! Here is what leads the pass, and the lines of the head and of the draft; [`tabled`] has those of
//! the amendments, [`bill`] what is particular to articles whose alinéas are counted.

mod bill;
mod tabled;

pub use bill::rules_named;
pub use tabled::opens;

use crate::Amendment;
use crate::read::amendment::{Mode, Tabled};
use crate::read::classify::{Classifier, Kind};
use crate::read::draft::{Drafting, Labelled};
use crate::read::finding::Finding;
use crate::read::header::Header;
use crate::read::lines::{Line, Lines};
use crate::read::number::Number;
use crate::read::para::{Para, Repairs, is_broken, is_middle};
use crate::read::survey::{Survey, ends_in_hyphen, first_word, is_full, length};
use source::Span;
use source::fault::{Fault, planted};
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
    /// The rules that the head of the paper names, and where.
    pub rules: Option<(String, Span)>,
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
    /// The articles that amendments name, by their positions, and where; and the rules that the paper
    /// names.
    articles: Vec<(usize, String, Span)>,
    rules: Option<(String, Span)>,
    /// Whether a heading over several articles was read, which may go on.
    division: bool,
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
            articles: Vec::new(),
            rules: None,
            division: false,
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
        machine.draft.counted = machine.classifier.is_counted();
        if machine.draft.counted {
            // Every line is an alinéa, or a line of a wording.
            machine.width = None;
        }
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
        let kind = match self.classifier.kind(self.words(line)) {
            Kind::Part { letter, heading, page, .. } if !self.draft.counted => {
                self.part_as_kept(line, letter, heading, page)
            }
            kind => kind,
        };
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
        if self.draft.counted {
            // An amount that replaces another stands on a line of its own.
            return false;
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
        let kind = self.as_it_stands(line, kind);
        if self.draft.counted && self.of_bill(line, &kind) {
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

    /// "Resolution" alone heads an adopted text at its beginning only; further on it is a word.
    fn as_it_stands(&self, line: &Line, kind: Kind) -> Kind {
        match kind {
            Kind::Part { letter: None, heading, .. }
                if !self.in_header
                    && self.classifier.adopted_part(&self.heading_of(line, heading)).is_some() =>
            {
                Kind::Text
            }
            kind => kind,
        }
    }

    /// The heading of a part, if without runs of spaces and signs that are no text it is one.
    fn part_as_kept(
        &self,
        line: &Line,
        letter: Option<String>,
        at: (usize, usize),
        page: bool,
    ) -> Kind {
        let heading = self.heading_of(line, at);
        let kept = letter.iter().map(|letter| format!("{letter}. ")).collect::<String>() + &heading;
        match self.classifier.kind(&kept) {
            Kind::Part { kind, page: false, .. } => Kind::Part { letter, kind, heading: at, page },
            _ => Kind::Text,
        }
    }

    fn heading_of(&self, line: &Line, at: (usize, usize)) -> String {
        let start = line.span.start as usize;
        let span = Span::new(start + at.0, start + at.1);
        Para::line(self.file, span, &mut Repairs::default()).text
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
        let words = self.heading_of(line, heading);
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
        let bullet = crate::read::number::bullet(words);
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
                let span = Span::new(line.span.start as usize + skip, line.span.end as usize);
                (!planted(Fault::ReadJoinsLiteral), span)
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
        self.amended_articles();
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
            rules: self.rules,
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
