//! Sub-amendments: a wording is itself a text that can be amended.
//!
//! The base of a sub-amendment is the whole wording of its amendment. Its places are found as in a
//! draft, in a small draft made of that wording: the payload, whose sentences are counted and which
//! "at the end" and "at the beginning" mean, and the operative words around it, in which quoted
//! words are sought when the payload does not have them. The result is a new wording of the
//! amendment, to be parsed and resolved again.
//!
//! ```text
//! amendment 13            In the draft resolution, paragraph 2, insert the following sentence:
//!                         "Boats are counted yearly."
//! sub-amendment 1 to 13   In amendment 13, replace the word "yearly" with the following word: "daily"
//! its new wording         In the draft resolution, paragraph 2, insert the following sentence:
//!                         "Boats are counted daily."
//! ```

use instruction::style::Language;
use instruction::{
    Finding, Frame, Instruction, Locator, Operation, Provisions, Scope, Subject, Target, Unit,
    resolve,
};
use merge::{Base, Consolidation, FallRules, Mode, OrderRules, Placed, Refusal, consolidate};
use source::Span;
use text::{Block, Child, Draft, Fragment, Index, Part, Provision, TextKind};

/// Joins the paragraphs of a payload in one block; white space, and in no wording.
const PARAGRAPH: char = '\u{2028}';

/// The wording of an amendment as a text in which places can be found.
#[derive(Clone, Debug)]
pub struct Wording<'a> {
    wording: &'a str,
    language: &'a Language,
    draft: Draft,
    index: Index,
    /// For each part of the small draft, the stretches of the wording that it holds.
    stretches: Vec<Vec<Span>>,
    /// How many of the parts are payloads; they come first.
    payloads: usize,
}

impl<'a> Wording<'a> {
    /// The base of the sub-amendments to an amendment: its wording, and what that was read as.
    pub fn new(wording: &'a str, read: &Instruction<Locator>, language: &'a Language) -> Self {
        let payloads: Vec<Vec<Span>> = read
            .operations
            .iter()
            .filter_map(Operation::payload)
            .map(|payload| payload.paragraphs.iter().map(|paragraph| paragraph.span).collect())
            .filter(|spans: &Vec<Span>| !spans.is_empty())
            .collect();
        let mut stretches = payloads.clone();
        let mut at = 0;
        for span in payloads.iter().flatten() {
            stretches.push(vec![Span { start: at, end: span.start.max(at) }]);
            at = span.end;
        }
        stretches.push(vec![Span::new(at as usize, wording.len())]);
        let parts = stretches.iter().map(|spans| part(wording, spans)).collect();
        let draft = Draft { lang: language.lang, parts };
        let index = Index::new(&draft, &language.tables.sentences);
        Self { wording, language, draft, index, stretches, payloads: payloads.len() }
    }

    /// Where a sub-amendment acts, in the small draft. `None` where it has not exactly one place;
    /// the findings say why.
    pub fn place(
        &self,
        written: &Instruction<Locator>,
        findings: &mut Vec<Finding>,
    ) -> Option<Instruction<Target>> {
        let mut placed = Instruction { frame: written.frame.clone(), operations: Vec::new() };
        for operation in &written.operations {
            let found = self.operation(operation, findings)?;
            placed.operations.extend(found.operations);
        }
        Some(placed)
    }

    /// Where in the wording a sub-amendment acts, one span for each operation.
    pub fn spans(&self, placed: &Instruction<Target>) -> Vec<Span> {
        placed.operations.iter().map(|operation| self.span(operation.at())).collect()
    }

    /// The new wording, the adopted sub-amendments carried out (in calling order). The outer
    /// `None`: a sub-amendment cut the wording where it cannot be put together again.
    pub fn amended(&self, adopted: &[Placed<'_>]) -> Result<Option<String>, Refusal> {
        let tables = &self.language.tables;
        let base = Base { draft: &self.draft, index: &self.index, tables };
        let (rules, order) = (FallRules::default(), OrderRules::default());
        let what = Consolidation { base, adopted, mode: Mode::Set, rules: &rules, order: &order };
        Ok(self.joined(&consolidate(&what)?.draft))
    }

    /// Tries the payloads first, then the operative words.
    fn operation(
        &self,
        operation: &Operation<Locator>,
        findings: &mut Vec<Finding>,
    ) -> Option<Instruction<Target>> {
        let locator = operation.at();
        let in_payload: Vec<u32> = (0..self.payloads as u32).collect();
        let operative: Vec<u32> = (self.payloads as u32..self.stretches.len() as u32).collect();
        let groups = match locator.words.is_some() && locator.sentences.is_none() {
            true => vec![in_payload, operative],
            false => vec![in_payload],
        };
        let mut tried = Vec::new();
        for group in groups {
            let mut found = Vec::new();
            for part in group {
                let mut quiet = Vec::new();
                match self.resolved(operation, part, &mut quiet) {
                    Some(placed) => {
                        found.push(placed);
                        findings.append(&mut quiet);
                    }
                    // Twice in one stretch is no place, whatever the others hold.
                    None if quiet.iter().any(is_ambiguous) => {
                        findings.append(&mut quiet);
                        return None;
                    }
                    None => tried.append(&mut quiet),
                }
            }
            match (found.pop(), found.is_empty()) {
                (Some(only), true) => return Some(only),
                (None, _) => {}
                (Some(_), false) => {
                    findings.push(Finding::not_understood(Span::default()));
                    return None;
                }
            }
        }
        findings.extend(tried.into_iter().next());
        None
    }

    /// One operation in one part of the small draft.
    fn resolved(
        &self,
        operation: &Operation<Locator>,
        part: u32,
        findings: &mut Vec<Finding>,
    ) -> Option<Instruction<Target>> {
        let mut operation = operation.clone();
        let at = match &mut operation {
            Operation::Insert { at, .. }
            | Operation::Replace { at, .. }
            | Operation::Delete { at } => at,
        };
        if at.unit != Unit::Unstated || at.rule.is_some() {
            findings.push(Finding::not_understood(Span::default()));
            return None;
        }
        at.unit = Unit::Provisions(Provisions::One("1".into()));
        let letter = self.draft.parts.get(part as usize)?.letter.clone();
        let subject = Subject::Draft(TextKind::Other, Some(letter));
        let frame = Frame { subject, only: None };
        let written = Instruction { frame, operations: vec![operation] };
        let (draft, index, language) = (&self.draft, &self.index, self.language);
        let scope = Scope { draft, index, part: Some(part), language };
        resolve(&written, &scope, findings)
    }

    /// A place of the small draft as a span of the wording.
    fn span(&self, target: &Target) -> Span {
        let place = target.place.span();
        let (start, end) =
            (self.offset(target.part, place.start), self.offset(target.part, place.end));
        Span::new(start, end.max(start))
    }

    fn offset(&self, part: u32, at: u32) -> usize {
        let entry = self.index.parts().get(part as usize);
        let mut left = at.saturating_sub(entry.map_or(0, |entry| entry.span.start)) as usize;
        let spans = self.stretches.get(part as usize).map_or(&[][..], Vec::as_slice);
        for span in spans {
            if left <= span.len() {
                return span.start as usize + left;
            }
            left -= span.len() + PARAGRAPH.len_utf8();
        }
        spans.last().map_or(0, |span| span.end as usize)
    }

    /// The wording with the new texts in place of the old ones.
    fn joined(&self, draft: &Draft) -> Option<String> {
        let mut pieces: Vec<(Span, String)> = Vec::new();
        let parts = draft.parts.iter().zip(&self.draft.parts).zip(&self.stretches);
        for (at, ((new, old), spans)) in parts.enumerate() {
            let (new, old) = (content(new)?, content(old)?);
            if new == old {
                continue;
            }
            if at >= self.payloads {
                pieces.push((*spans.first()?, new.replace(PARAGRAPH, "\n")));
                continue;
            }
            let paragraphs: Vec<&str> = new.split(PARAGRAPH).map(str::trim).collect();
            if paragraphs.len() != spans.len() {
                return None;
            }
            pieces.extend(spans.iter().copied().zip(paragraphs.into_iter().map(str::to_owned)));
        }
        pieces.sort_by_key(|(span, _)| (span.start, span.end));
        let (mut out, mut at) = (String::with_capacity(self.wording.len()), 0);
        for (span, text) in pieces {
            out.push_str(self.wording.get(at..span.start as usize)?);
            out.push_str(&text);
            at = span.end as usize;
        }
        out.push_str(self.wording.get(at..)?);
        Some(out)
    }
}

fn is_ambiguous(finding: &Finding) -> bool {
    matches!(finding, Finding::WordsAmbiguous { .. })
}

/// A part that holds these stretches of the wording as one paragraph. Caret notation stays as it is
/// written: the result is a wording again.
fn part(wording: &str, spans: &[Span]) -> Part {
    let mut text = String::new();
    for (at, span) in spans.iter().enumerate() {
        if at > 0 {
            text.push(PARAGRAPH);
        }
        text.push_str(&span.of(wording).replace('\n', &PARAGRAPH.to_string()));
    }
    let content = Fragment::plain(text);
    let opening = Child::Block(Block { content, ..Block::default() });
    let provision =
        Provision { number: "1".into(), children: vec![opening], ..Provision::default() };
    Part {
        letter: format!("{}", spans.first().map_or(0, |span| span.start)),
        kind: TextKind::Other,
        heading: String::new(),
        title: None,
        children: vec![Child::Provision(provision)],
    }
}

/// The text of a part of the small draft; `None` where it is one paragraph no longer.
fn content(part: &Part) -> Option<&str> {
    match part.children.as_slice() {
        [Child::Provision(Provision { children, .. })] => match children.as_slice() {
            [Child::Block(block)] => Some(&block.content.text),
            _ => None,
        },
        _ => None,
    }
}
