//! The writer of the canonical form.

use super::place::{Places, places};
use crate::dossier::{Amendment, AmendmentText, PrintedFall};
use crate::read::amendment::Quotes;
use crate::read::classify::{Classifier, Kind};
use crate::read::falling::{self, Said};
use crate::read::header;
use crate::read::machine::{is_footnote, opens, rules_named};
use crate::read::number::{Number, Numbered, bullet};
use crate::read::para::{is_broken, is_middle};
use crate::{State, Version};
use instruction::style::Labels;
use source::Span;
use source::fault::{Fault, planted};
use std::fmt::Write;
use text::{BlockRole, Child, Part, Provision};

/// Writes one version of a dossier.
pub struct Writer<'a> {
    state: &'a State,
    version: &'a Version,
    classifier: Classifier,
    out: String,
    /// Lines of the head, which no paragraph may repeat.
    head: Vec<String>,
    /// Number of the last block written, counted as the index counts them.
    block: Option<usize>,
    /// The last text of the draft, where it may still be gone on with.
    tail: String,
    /// The last number written, and the numbers that may be taken for the ones after it.
    last: Number,
    chain: Number,
    /// Amendments of this part that are still to be written.
    waiting: std::vec::IntoIter<(Option<usize>, usize)>,
    next_waiting: Option<(Option<usize>, usize)>,
}

impl<'a> Writer<'a> {
    /// A writer that has written nothing.
    pub fn new(state: &'a State, version: &'a Version, labels: &'static Labels) -> Self {
        Self {
            state,
            version,
            classifier: Classifier::new(labels),
            out: String::new(),
            head: Vec::new(),
            block: None,
            tail: String::new(),
            last: Number::NONE,
            chain: Number::NONE,
            waiting: Vec::new().into_iter(),
            next_waiting: None,
        }
    }

    /// Writes all of it.
    pub fn write(mut self) -> String {
        let places = places(self.state, self.version);
        self.head();
        let alone = self.stand_alone_at_the_end(&places);
        let Places { parts, gathered } = places;
        for (part, waiting) in self.version.draft.parts.iter().zip(parts) {
            let again = alone && !waiting.is_empty();
            self.part(part, waiting, again);
        }
        if !gathered.is_empty() {
            let heading = first(self.classifier.labels.amendments);
            self.paragraph(0, heading);
            for amendment in gathered {
                self.amendment(amendment, None, true);
            }
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }

    /// Whether all amendments stand behind the last provision of several parts: then the reader
    /// would not know that they belong to the last one, and its heading is repeated.
    fn stand_alone_at_the_end(&self, places: &Places) -> bool {
        let blocks = self.version.index.blocks().len();
        let counted = self.classifier.is_counted();
        let Some((last, others)) = places.parts.split_last() else { return false };
        !others.is_empty()
            && others.iter().all(Vec::is_empty)
            && places.gathered.is_empty()
            && !(counted && last.is_empty())
            && last
                .iter()
                .all(|(block, _)| counted || block.is_none_or(|block| block + 1 == blocks))
    }

    fn head(&mut self) {
        let reference =
            header::canonical(self.state.dossier.reference.as_deref(), self.classifier.labels);
        self.out.push_str(&reference);
        self.head.push(reference);
        if let Some(date) = &self.version.date {
            self.out.push('\n');
            self.out.push_str(date);
            self.head.push(date.clone());
        }
        if let Some(edition) = &self.version.edition {
            let edition = format!("({edition})");
            self.paragraph(0, &edition);
            self.head.push(edition);
        }
        if let (Some(label), Some(rules)) =
            (self.classifier.labels.rules.first(), &self.state.dossier.rules)
        {
            let line = format!("{label} : {} {}", rules.profile, rules.edition);
            self.paragraph(0, &line);
        }
        if let Some(title) = &self.version.title {
            let plain = self.classifier.kind(title) == Kind::Text
                && rules_named(title, self.classifier.labels).is_none()
                && !header::is_date(title)
                && header::reference(title, &self.classifier).is_none();
            self.paragraph_or_literal(0, title, plain);
        }
    }

    /// A paragraph behind an empty line, indented by `depth` levels.
    fn paragraph(&mut self, depth: usize, text: &str) {
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
        for _ in 0..depth {
            self.out.push_str("  ");
        }
        self.out.push_str(text);
    }

    fn paragraph_or_literal(&mut self, depth: usize, text: &str, plain: bool) {
        self.paragraph(depth, if plain { "" } else { "\\" });
        self.out.push_str(text);
    }

    /// Whether a line would be skipped as a running head or a page number.
    fn is_furniture(&self, text: &str) -> bool {
        let repeated = |head: &String| header::is_repeated(head, text);
        self.classifier.is_page_number(text) || self.head.iter().any(repeated)
    }

    // The draft

    fn part(&mut self, part: &'a Part, waiting: Vec<(Option<usize>, usize)>, again: bool) {
        // The heading of an article has its number.
        let heading = match part.letter.as_str() {
            _ if self.classifier.is_counted() => part.heading.clone(),
            "" => part.heading.clone(),
            letter => format!("{letter}. {}", part.heading),
        };
        let children = self.divisions(part);
        self.paragraph(0, &heading);
        self.tail.clear();
        (self.last, self.chain) = (Number::NONE, Number::NONE);
        self.waiting = waiting.into_iter();
        self.next_waiting = self.waiting.next();
        let mut titled = false;
        if let Some(title) = &part.title {
            self.count_block();
            let written = title.content.to_caret();
            if Some(&written) != self.version.title.as_ref() {
                titled = true;
                self.title(&written);
            }
        }
        let numbers = next_numbers(part);
        if !again && !self.classifier.is_counted() {
            self.amendments_due(numbers.first());
        }
        let mut walk = Walk { numbers, at: 0, titled, again };
        self.top(children, &heading, &mut walk);
        if again {
            self.paragraph(0, &heading);
        }
        while let Some((_, amendment)) = self.next_waiting.take() {
            self.amendment(amendment, None, false);
            self.next_waiting = self.waiting.next();
        }
    }

    /// Writes the headings over an article, and gives what else stands in it.
    fn divisions(&mut self, part: &'a Part) -> &'a [Child] {
        let over = part.children.split_first().filter(|_| self.classifier.is_counted());
        let Some((Child::Opaque(opaque), rest)) = over else { return &part.children };
        opaque.text.lines().for_each(|line| self.paragraph(0, line));
        self.count_block();
        rest
    }

    fn title(&mut self, title: &str) {
        let plain = self.classifier.kind(title) == Kind::Text
            && !title.ends_with(['.', ';', ',', ':'])
            && !self.is_furniture(title);
        if plain {
            self.paragraph(0, title);
        } else {
            let labels = self.classifier.labels;
            let labelled = format!("{}{} {title}", first(labels.title), labels.colon);
            self.paragraph(0, &labelled);
        }
    }

    /// Writes what stands directly in a part. What would be read as more of the provision before it
    /// has the heading repeated before it, which ends that provision.
    fn top(&mut self, children: &'a [Child], heading: &str, walk: &mut Walk) {
        let mut open: Option<Number> = None;
        for child in children {
            let number = match child {
                Child::Provision(provision) => Some(number_of(&provision.number)),
                Child::Block(_) | Child::Opaque(_) => None,
            };
            let joins = open.is_some_and(|open| number.is_none_or(|n| n.under(open.levels())));
            if joins {
                self.paragraph(0, heading);
                self.tail.clear();
                open = None;
            }
            open = number.or(open);
            self.children(0, std::slice::from_ref(child), walk);
        }
    }

    /// Writes what stands directly in a part or provision. Provisions are nested no deeper than
    /// [`crate::read`] reads them, and other drafts as deep as their tree.
    fn children(&mut self, depth: usize, children: &'a [Child], walk: &mut Walk) {
        for child in children {
            match child {
                Child::Provision(provision) => self.provision(depth, provision, walk),
                Child::Block(block) => {
                    self.unnumbered(depth.saturating_sub(1), &block.content.to_caret(), walk);
                    self.due(walk);
                }
                Child::Opaque(opaque) => {
                    let before = self.block;
                    for line in opaque.text.lines() {
                        self.block = before;
                        self.unnumbered(depth.saturating_sub(1), line, walk);
                    }
                    // It is one block of the index, whatever its lines.
                    self.block = before;
                    self.count_block();
                    self.due(walk);
                }
            }
        }
    }

    fn provision(&mut self, depth: usize, provision: &'a Provision, walk: &mut Walk) {
        let opening = provision.opening().map(|block| block.content.to_caret()).unwrap_or_default();
        let line = match self.classifier.is_counted() {
            true => format!("({}) {opening}", provision.number),
            false => format!("{}. {opening}", provision.number),
        };
        self.paragraph(depth, line.trim_end());
        self.tail = opening;
        self.last = number_of(&provision.number);
        self.chain = self.last;
        self.count_block();
        walk.at += 1;
        let rest =
            provision.children.get(usize::from(provision.opening().is_some())..).unwrap_or(&[]);
        self.due(walk);
        self.children(depth + 1, rest, walk);
    }

    /// A paragraph of the draft that has no number.
    fn unnumbered(&mut self, depth: usize, text: &str, walk: &Walk) {
        if text.is_empty() {
            self.count_block();
            return;
        }
        let words = text.get(bullet(text)..).unwrap_or(text);
        let goes_on = is_broken(&self.tail, false) && is_middle(words);
        let untitled = self.last.is_none() && !walk.titled && !text.ends_with(['.', ';', ',', ':']);
        let plain = self.classifier.kind(text) == Kind::Text
            && !self.classifier.is_like_heading(text)
            && !is_footnote(text)
            && !self.is_furniture(text)
            && !goes_on
            && !untitled;
        self.paragraph_or_literal(depth, text, plain);
        text.clone_into(&mut self.tail);
        self.count_block();
    }

    fn count_block(&mut self) {
        self.block = Some(self.block.map_or(0, |block| block + 1));
    }

    fn due(&mut self, walk: &Walk) {
        // Behind an amendment no line would be an alinéa.
        if !walk.again && !self.classifier.is_counted() {
            self.amendments_due(walk.numbers.get(walk.at));
        }
    }

    /// Writes the amendments that stand behind the block just written; `next` is the number of
    /// the next provision. Behind an amendment only a number that goes on or further is read as
    /// one of the draft, behind a note only one that goes on; before any other, and before text
    /// without a number, they wait.
    fn amendments_due(&mut self, next: Option<&Number>) {
        let last = self.last;
        let blocks = self.version.index.blocks();
        let following = blocks.get(self.block.map_or(0, |block| block + 1));
        let own = self.block.and_then(|block| blocks.get(block)).map(|block| block.part);
        if following.is_some_and(|block| {
            block.role != BlockRole::Opening && own.is_none_or(|own| own == block.part)
        }) {
            return;
        }
        if next.is_some_and(|next| !next.follows(&last) && !next.after(&last)) {
            return;
        }
        let goes_on = next.is_none_or(|next| next.follows(&last));
        while let Some((block, amendment)) = self.next_waiting {
            if block > self.block || (!goes_on && self.has_note(amendment)) {
                return;
            }
            self.amendment(amendment, next, false);
            self.next_waiting = self.waiting.next();
        }
    }

    // Amendments

    fn has_note(&self, position: usize) -> bool {
        let amendment = self.state.dossier.amendments.get(position);
        let text = amendment.and_then(|amendment| amendment.text(self.version.lang));
        text.is_some_and(|text| !text.note.is_empty())
    }

    fn amendment(&mut self, position: usize, next: Option<&Number>, gathered: bool) {
        let Some(amendment) = self.state.dossier.amendments.get(position) else { return };
        let Some(text) = amendment.text(self.version.lang) else { return };
        self.tail.clear();
        self.heading(amendment);
        for note in &text.falling {
            let note = self.falling(note);
            self.paragraph(0, &note);
        }
        for remark in &text.remarks {
            self.paragraph(0, remark);
        }
        self.tablers(text);
        self.wording(text, next, gathered);
        self.note(text);
    }

    fn heading(&mut self, amendment: &Amendment) {
        let labels = self.classifier.labels;
        let own = format!("{} {}", first(labels.amendment), amendment.number);
        let heading = amendment.parent.as_ref().map(|parent| {
            let (label, to) = (first(labels.sub_amendment), first(labels.to_amendment));
            format!("{label} {} {to} {parent}", amendment.number)
        });
        // A number that no heading has was read in the wording, which says it again.
        let readable = |heading: &String| {
            let kind = self.classifier.kind(heading);
            matches!(kind, Kind::Amendment { parent, .. } if parent == amendment.parent)
        };
        self.paragraph(0, &heading.filter(readable).unwrap_or(own));
    }

    fn falling(&self, note: &PrintedFall) -> String {
        let labels = self.classifier.labels;
        let (one, several, joint) = match note.fells {
            true => (labels.falling.fells_one, labels.falling.fells_several, labels.and),
            false => (labels.falling.falls_with_one, labels.falling.falls_with_several, labels.or),
        };
        let template = if note.others.len() > 1 { several } else { one };
        let mut list = String::new();
        for (position, other) in note.others.iter().enumerate() {
            let before = match position {
                0 => String::new(),
                _ if position + 1 == note.others.len() => format!(" {joint} "),
                _ => ", ".to_owned(),
            };
            let _ = write!(list, "{before}{other}");
        }
        format!("({})", template.replacen("{}", &list, 1))
    }

    fn tablers(&mut self, text: &AmendmentText) {
        if text.tablers.names.is_empty() {
            return;
        }
        let line = format!(
            "{} {}",
            first(self.classifier.labels.tabled_by),
            text.tablers.names.join(", ")
        );
        self.paragraph(0, &line);
    }

    fn wording(&mut self, text: &AmendmentText, next: Option<&Number>, gathered: bool) {
        let (mut written, mut quotes) =
            (String::with_capacity(text.wording.len()), Quotes::default());
        let closed = {
            let mut all = Quotes::default();
            all.count(&text.wording);
            !all.is_open()
        };
        let mut paragraphs: Vec<&str> = text.wording.split('\n').collect();
        if planted(Fault::WriteFirstPayloadParagraph) && paragraphs.len() > 1 {
            paragraphs.pop();
        }
        for paragraph in paragraphs {
            quotes.count(&written);
            let open = quotes.is_open() || written.ends_with(':');
            let plain = match self.classifier.kind(paragraph) {
                Kind::Text => {
                    let first = written.is_empty();
                    quotes.is_open()
                        || !(opens(paragraph) || (!open && self.is_of_heading(paragraph, first)))
                }
                Kind::Title(_) | Kind::Contents | Kind::TooDeep => true,
                Kind::Parenthesised => open && !written.is_empty(),
                Kind::Provision { number, .. } => {
                    open && (gathered || self.stays(&number, &written, next, closed))
                }
                _ => false,
            };
            let goes_on = is_broken(&written, false) && is_middle(paragraph);
            let plain = plain && !goes_on && !self.is_furniture(paragraph);
            self.paragraph_or_literal(0, paragraph, plain);
            if !written.is_empty() {
                written.push('\n');
            }
            written.push_str(paragraph);
        }
    }

    /// Whether a paragraph of a wording looks like something that stands above wordings.
    fn is_of_heading(&self, paragraph: &str, first: bool) -> bool {
        let classifier = &self.classifier;
        classifier.is_like_heading(paragraph)
            || (first && classifier.tabled_by_any_case(paragraph).is_some())
            || matches!(falling::read(paragraph, Span::default(), classifier), Said::Falls(_))
    }

    /// Whether the reader leaves a numbered paragraph of new text where it is: its number does not
    /// continue the draft's, or the draft has that number, or nothing follows and no sentence is cut.
    fn stays(
        &mut self,
        number: &Number,
        written: &str,
        next: Option<&Number>,
        closed: bool,
    ) -> bool {
        if !number.follows(&self.chain) && !number.follows(&self.last) {
            return true;
        }
        let stays = match next {
            Some(next) => !next.after(number),
            None => !is_broken(written, true) && closed,
        };
        if stays {
            self.chain = *number;
        }
        stays
    }

    fn note(&mut self, text: &AmendmentText) {
        let labels = self.classifier.labels;
        for (position, paragraph) in text.note.iter().enumerate() {
            let written = paragraph.to_caret();
            if position == 0 {
                let first = format!("{}{} {written}", first(labels.note), labels.colon);
                self.paragraph(0, first.trim_end());
                continue;
            }
            let wording = text.wording.is_empty() && self.classifier.is_wording(&written);
            let plain = self.classifier.kind(&written) == Kind::Text
                && !self.is_furniture(&written)
                && !wording;
            self.paragraph_or_literal(0, &written, plain);
        }
    }
}

/// How far the writing of a part has come.
struct Walk {
    /// The numbers of its provisions, in order.
    numbers: Vec<Number>,
    /// How many of them are written.
    at: usize,
    /// Whether the part's own title is written.
    titled: bool,
    /// Whether all amendments stand behind a repeated heading.
    again: bool,
}

fn next_numbers(part: &Part) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut stack: Vec<std::slice::Iter<'_, Child>> = vec![part.children.iter()];
    while let Some(children) = stack.last_mut() {
        match children.next() {
            Some(Child::Provision(provision)) => {
                numbers.push(number_of(&provision.number));
                stack.push(provision.children.iter());
            }
            Some(Child::Block(_) | Child::Opaque(_)) => {}
            None => {
                stack.pop();
            }
        }
    }
    numbers
}

fn number_of(printed: &str) -> Number {
    match Number::at_start(&format!("{printed}. ")) {
        Numbered::Yes { number, .. } => number,
        Numbered::TooDeep | Numbered::No => Number::NONE,
    }
}

/// The form of a label that is written.
fn first(labels: &'static [&'static str]) -> &'static str {
    labels.first().copied().unwrap_or_default()
}
