//! From the small draft back to an amendment.

use super::base::{BEFORE, Laid, PARAGRAPH, number_in};
use super::{Amended, Label, Refused, Wording};
use instruction::{Instruction, Locator, Operation, Payload, PayloadParagraph, generate, parse};
use merge::{Change, Nested, Outlined, TrackedBlock, TrackedChild, TrackedPart, TrackedProvision};
use merge::{Whole, outline};
use source::Span;
use std::collections::BTreeMap;
use text::Fragment;

impl Wording<'_> {
    /// The amendment as the changed small draft has it.
    pub(super) fn taken_back(&self, tracked: &[TrackedPart]) -> Result<Amended, Refused> {
        let stretches = self.operative_words(tracked).ok_or(Refused::Unreadable)?;
        let mut written = self.operative(&stretches)?;
        for laid in &self.payloads {
            let Some(payload) = written.operations.get_mut(laid.operation).and_then(payload_mut)
            else {
                return Err(Refused::Unreadable);
            };
            *payload = self.payload(laid, payload, tracked)?;
        }
        let wording = self.joined(&stretches, &written);
        let reads =
            |wording: &String| parse(wording, self.language).instruction.as_ref() == Some(&written);
        let wording = wording.filter(reads).unwrap_or_else(|| generate(&written, self.language));
        Ok(Amended { written, wording })
    }

    /// The operative words, changed or not.
    fn operative_words(&self, tracked: &[TrackedPart]) -> Option<Vec<String>> {
        let changed = tracked.get(self.operative as usize..)?;
        let text = |(part, stretch): (&TrackedPart, &Span)| {
            let [TrackedChild::Provision(provision)] = part.children.as_slice() else {
                return None;
            };
            let [TrackedChild::Block(block)] = provision.children.as_slice() else { return None };
            Some(match block.is_kept() {
                true => stretch.of(self.wording).to_owned(),
                false => block.accepted().replace(PARAGRAPH, "\n"),
            })
        };
        changed.iter().zip(&self.stretches).map(text).collect()
    }

    /// What the amendment says with these operative words and its own new texts.
    fn operative(&self, stretches: &[String]) -> Result<Instruction<Locator>, Refused> {
        let same = |(new, old): (&String, &Span)| new == old.of(self.wording);
        if stretches.iter().zip(&self.stretches).all(same) {
            return Ok(self.read.clone());
        }
        let mut wording = String::with_capacity(self.wording.len());
        for (at, stretch) in stretches.iter().enumerate() {
            wording.push_str(stretch);
            let payload = self.payloads.get(at);
            wording.push_str(payload.map_or("", |laid| laid.span.of(self.wording)));
        }
        let written = parse(&wording, self.language).instruction.ok_or(Refused::Unreadable)?;
        let texts = |instruction: &Instruction<Locator>| -> Vec<Option<Vec<PayloadParagraph>>> {
            let payloads = instruction.operations.iter().map(Operation::payload);
            payloads.map(|payload| Some(payload?.paragraphs.clone())).collect()
        };
        // The operative words must leave the new texts as they are.
        let as_before = texts(&written) == texts(self.read);
        as_before.then_some(written).ok_or(Refused::Unreadable)
    }

    /// A new text as the small draft has it now.
    fn payload(
        &self,
        laid: &Laid,
        old: &Payload,
        tracked: &[TrackedPart],
    ) -> Result<Payload, Refused> {
        let parts: Vec<(&TrackedPart, &BTreeMap<String, Label>)> = laid
            .parts()
            .filter_map(|at| Some((tracked.get(at as usize)?, self.labels.get(at as usize)?)))
            .collect();
        if parts.iter().all(|(part, _)| part.children.iter().all(is_kept)) {
            return Ok(old.clone());
        }
        let mut paragraphs = Vec::new();
        for (part, labels) in &parts {
            lines(&part.children, labels, &Label::None, &mut paragraphs);
        }
        if paragraphs.is_empty() {
            return Err(Refused::NothingLeft);
        }
        let new = Payload { unit: old.unit, paragraphs };
        let children = parts.iter().flat_map(|(part, _)| &part.children);
        // Of running text a paragraph without words is none.
        let stands = |shape: &String| !laid.words || shape != "(00)";
        let wanted: Vec<String> = children.filter_map(shape_of).filter(stands).collect();
        let made = outline(&new, laid.words);
        let alone =
            |line: &Outlined| Nested { opening: vec![*line], children: vec![], closing: vec![] };
        let text = made.text.iter().map(|line| shape(&alone(line)));
        let has: Vec<String> = text.chain(made.list.iter().map(shape)).collect();
        // Paragraphs that would stand otherwise below one another are not what was decided.
        (has == wanted).then_some(new).ok_or(Refused::Unreadable)
    }

    /// The wording with the new texts in place of the old ones; `None` where it would announce
    /// "the following paragraph" and several came.
    fn joined(&self, stretches: &[String], written: &Instruction<Locator>) -> Option<String> {
        let mut out = String::with_capacity(self.wording.len());
        for (at, stretch) in stretches.iter().enumerate() {
            out.push_str(stretch);
            let Some(laid) = self.payloads.get(at) else { continue };
            let new = written.operations.get(laid.operation)?.payload()?;
            let old = self.read.operations.get(laid.operation)?.payload()?;
            let one = |payload: &Payload| payload.paragraphs.len() == 1;
            if !laid.words && one(old) != one(new) {
                return None;
            }
            out.push_str(&self.new_text(laid, old, new)?);
        }
        Some(out)
    }

    /// A new text as it stands in the wording: in its old lines, where there are as many paragraphs
    /// as before, else each paragraph on a line of its own.
    fn new_text(&self, laid: &Laid, old: &Payload, new: &Payload) -> Option<String> {
        let numbers = |payload: &Payload| -> Vec<Option<String>> {
            payload.paragraphs.iter().map(|paragraph| paragraph.number.clone()).collect()
        };
        if numbers(old) != numbers(new) {
            let lines: Vec<String> = new.paragraphs.iter().map(printed).collect();
            return Some(lines.join("\n"));
        }
        let (mut out, mut at) = (String::new(), laid.span.start as usize);
        for (old, new) in old.paragraphs.iter().zip(&new.paragraphs) {
            out.push_str(self.wording.get(at..old.span.start as usize)?);
            match old.content == new.content {
                true => out.push_str(old.span.of(self.wording)),
                false => out.push_str(&new.content.to_caret()),
            }
            at = old.span.end as usize;
        }
        out.push_str(self.wording.get(at..laid.span.end as usize)?);
        Some(out)
    }
}

fn payload_mut(operation: &mut Operation<Locator>) -> Option<&mut Payload> {
    match operation {
        Operation::Insert { what, .. } => Some(what),
        Operation::Replace { with, .. } => Some(with),
        Operation::Delete { .. } => None,
    }
}

/// A paragraph with its number.
fn printed(paragraph: &PayloadParagraph) -> String {
    let text = paragraph.content.to_caret();
    match &paragraph.number {
        Some(number) => format!("{number}. {text}"),
        None => text,
    }
}

fn stands(whole: Option<&Whole>) -> bool {
    !matches!(whole, Some(Whole::Deleted(_)))
}

/// Whether nothing in it changed.
fn is_kept(child: &TrackedChild) -> bool {
    match child {
        TrackedChild::Block(block) => block.is_kept(),
        TrackedChild::Provision(provision) => {
            let number = provision.number.iter().all(|part| matches!(part, Change::Kept(_)));
            provision.whole.is_none() && number && provision.children.iter().all(is_kept)
        }
        TrackedChild::Opaque(_, whole) => whole.is_none(),
    }
}

/// The provisions among these.
fn provisions(children: &[TrackedChild]) -> impl Iterator<Item = &TrackedProvision> {
    children.iter().filter_map(|child| match child {
        TrackedChild::Provision(provision) => Some(provision),
        TrackedChild::Block(_) | TrackedChild::Opaque(..) => None,
    })
}

/// The number that a provision had, or has.
fn number(provision: &TrackedProvision, new: bool) -> Option<&str> {
    let number = provision.number.iter().find(|change| match change {
        Change::Kept(_) => true,
        Change::Inserted(..) => new,
        Change::Deleted(..) => !new,
    });
    number.map(Change::text)
}

/// Writes the paragraphs of a list, with what is printed before each: the numbers follow from the
/// places, letters go on from the first, bullets stay.
fn lines(
    children: &[TrackedChild],
    labels: &BTreeMap<String, Label>,
    above: &Label,
    out: &mut Vec<PayloadParagraph>,
) {
    let old = |provision: &TrackedProvision| labels.get(number(provision, false)?).cloned();
    let style = provisions(children).find_map(old).unwrap_or_else(|| match above {
        Label::Number => Label::Number,
        Label::Head(head) if number_in(head).is_some() => above.clone(),
        // Below a paragraph without a number only a bullet says that it is below.
        Label::None | Label::Head(_) => Label::Head("-".into()),
    });
    let moved = provisions(children).any(|provision| provision.whole.is_some());
    let standing = provisions(children).filter(|provision| stands(provision.whole.as_ref()));
    for (at, provision) in standing.enumerate() {
        let own = old(provision).filter(|_| !moved);
        let label = own.unwrap_or_else(|| style.clone());
        let new = number(provision, true).unwrap_or("");
        let head = match &label {
            Label::Head(head) if number_in(head).is_some() => Some(format!("{new}.")),
            Label::Head(head) if moved => Some(nth_label(head, at)),
            Label::Head(head) => Some(head.clone()),
            Label::None | Label::Number => None,
        };
        let first = out.len();
        for child in &provision.children {
            match child {
                TrackedChild::Block(block) => paragraphs(block, out),
                TrackedChild::Provision(_) => break,
                TrackedChild::Opaque(..) => {}
            }
        }
        if let Some(paragraph) = out.get_mut(first) {
            paragraph.number = (label == Label::Number).then(|| new.to_owned());
            if let Some(head) = head {
                let mut content = Fragment::plain(format!("{head} "));
                content.push(&paragraph.content);
                paragraph.content = content;
            }
        }
        lines(&provision.children, labels, &label, out);
        let behind = provision.children.iter().rev();
        let behind = behind.take_while(|child| !matches!(child, TrackedChild::Provision(_)));
        if provisions(&provision.children).next().is_some() {
            let behind: Vec<_> = behind.collect();
            for child in behind.into_iter().rev() {
                if let TrackedChild::Block(block) = child {
                    paragraphs(block, out);
                }
            }
        }
    }
}

/// The paragraphs of a block.
fn paragraphs(block: &TrackedBlock, out: &mut Vec<PayloadParagraph>) {
    if !stands(block.whole.as_ref()) {
        return;
    }
    let whole = Fragment { text: block.accepted(), marks: block.new_marks.clone() };
    let mut at = 0;
    for text in whole.text.split(PARAGRAPH) {
        let own = text.trim_start().trim_start_matches(BEFORE).trim();
        let start = at + (own.as_ptr() as usize - text.as_ptr() as usize);
        let span = Span::new(start, start + own.len());
        at += text.len() + PARAGRAPH.len_utf8();
        if !span.is_empty() {
            let content = whole.slice(span);
            out.push(PayloadParagraph { content, ..PayloadParagraph::default() });
        }
    }
}

/// The label of a place in a list whose first label is given: "(b)" is the second of "(a)".
fn nth_label(first: &str, at: usize) -> String {
    const ROMAN: [&str; 12] =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let core = first.trim_start_matches('(').trim_end_matches([')', '.']);
    let next = match (core.parse::<u32>(), ROMAN.iter().position(|roman| *roman == core)) {
        (Ok(number), _) => Some((number as usize + at).to_string()),
        (_, Some(0)) => ROMAN.get(at).map(|roman| (*roman).to_owned()),
        _ => match (core.len(), core.bytes().next()) {
            (1, Some(letter)) if letter.is_ascii_alphabetic() => u8::try_from(at)
                .ok()
                .and_then(|at| letter.checked_add(at))
                .filter(u8::is_ascii_alphabetic)
                .map(|letter| char::from(letter).to_string()),
            _ => None,
        },
    };
    match next {
        Some(next) if !core.is_empty() => first.replacen(core, &next, 1),
        _ => first.to_owned(),
    }
}

/// How the paragraphs of a provision stand: those of its opening, those below, those behind.
fn shape<T>(nested: &Nested<T>) -> String {
    let below: String = nested.children.iter().map(shape).collect();
    format!("({}{below}{})", nested.opening.len(), nested.closing.len())
}

/// The same of a provision of the small draft; `None` where it is gone.
fn shape_of(child: &TrackedChild) -> Option<String> {
    let TrackedChild::Provision(provision) = child else { return None };
    stands(provision.whole.as_ref()).then_some(())?;
    let (mut opening, mut closing, mut below) = (0, 0, String::new());
    for child in &provision.children {
        match child {
            TrackedChild::Block(block) => {
                let mut made = Vec::new();
                paragraphs(block, &mut made);
                match below.is_empty() {
                    true => opening += made.len(),
                    false => closing += made.len(),
                }
            }
            child => below.extend(shape_of(child)),
        }
    }
    Some(format!("({opening}{below}{closing})"))
}
