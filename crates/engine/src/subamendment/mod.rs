//! Sub-amendments: a wording is itself a text that can be amended.
//!
//! The base of a sub-amendment is the whole wording of its amendment, laid out as a small draft: each
//! new text with its paragraphs, and the operative words around it. Places are found there as in any
//! draft: the paragraphs of a new text by the numbers printed before them or by their place ("the
//! second paragraph"), its sentences counted from its beginning, quoted words in the new texts first
//! and in the operative words where those do not have them. The sub-amendments are consolidated on
//! the small draft; what comes of it is the amendment as amended.
//!
//! ```text
//! amendment 13            In the draft resolution, replace paragraph 2 with the following paragraphs:
//!                         "2. Boats are counted. 3. Lamps are lit."
//! sub-amendment 1 to 13   In amendment 13, after paragraph 2, insert the following paragraph:
//!                         "Ferries rest."
//! as amended              In the draft resolution, replace paragraph 2 with the following paragraphs:
//!                         "2. Boats are counted. 3. Ferries rest. 4. Lamps are lit."
//! ```
//!
//! Where provisions are counted and print no number ([`text::Numbering::Counted`]), the lines of the wording
//! are counted, too: the small draft is an article whose alinéas are those lines, new texts and operative
//! words alike, and what comes of it is read again as a wording.
//!
//! A number inside a new text means the draft as published, so references are not touched here.

mod back;
mod base;
mod derive;
mod places;

pub use derive::{edited, new_texts};

use base::Laid;
use instruction::style::Language;
use instruction::{Finding, Instruction, Locator, Scope, Subject, Target, parse, resolve};
use merge::{Base, Consolidated, Consolidation, FallRules, Mode, OrderRules, Placed};
use merge::{Refusal, TrackedPart, consolidate};
use source::Span;
use std::collections::BTreeMap;
use text::{Draft, Index, References, Tables};

/// The wording of an amendment as a text in which places can be found.
#[derive(Clone, Debug)]
pub struct Wording<'a> {
    wording: &'a str,
    read: &'a Instruction<Locator>,
    language: &'a Language,
    draft: Draft,
    index: Index,
    /// The new texts, in the order of their operations.
    payloads: Vec<Laid>,
    /// What is printed before the paragraphs of each part, by their numbers in the small draft.
    labels: Vec<BTreeMap<String, Label>>,
    /// The operative words: the parts from `operative` on, each a stretch of the wording.
    stretches: Vec<Span>,
    operative: u32,
}

/// What is printed before a paragraph of a new text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Label {
    /// Nothing.
    None,
    /// A number that was read off: [`instruction::PayloadParagraph::number`].
    Number,
    /// A number, letter or bullet that stands in the text: "(a)".
    Head(String),
}

/// An amendment as amended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// What it says.
    pub written: Instruction<Locator>,
    /// The same as a wording.
    pub wording: String,
}

/// Why sub-amendments do not give an amendment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// This one falls by the others (a position in the slice given).
    Falls(usize),
    /// Nothing would be left of a new text.
    NothingLeft,
    /// The amendment would not be understood.
    Unreadable,
}

impl<'a> Wording<'a> {
    /// The base of the sub-amendments to an amendment: its wording, and what that was read as.
    pub fn new(wording: &'a str, read: &'a Instruction<Locator>, language: &'a Language) -> Self {
        base::lay_out(wording, read, language)
    }

    /// Where a sub-amendment acts, in the small draft. `None` where it has not exactly one place, or
    /// where the amendment would say nothing any more; the findings say why.
    pub fn place(
        &self,
        written: &Instruction<Locator>,
        findings: &mut Vec<Finding>,
    ) -> Option<Instruction<Target>> {
        let placed = match self.is_lines() {
            true => self.in_lines(written, findings)?,
            false => {
                let (frame, operations) = (written.frame.clone(), Vec::new());
                let mut placed = Instruction { frame, operations };
                for operation in &written.operations {
                    placed.operations.extend(self.operation(operation, findings)?);
                }
                placed
            }
        };
        let alone = [Placed { number: "", instruction: &placed }];
        let at = Span::default();
        match self.amended(&alone) {
            Ok(_) => return Some(placed),
            Err(Refused::NothingLeft) => findings.push(Finding::NothingLeft { at }),
            Err(Refused::Unreadable | Refused::Falls(_)) => {
                findings.push(Finding::AmendmentUnreadable { at });
            }
        }
        None
    }

    /// Whether the lines of the wording are what is counted in it.
    fn is_lines(&self) -> bool {
        self.language.tables.numbering.is_counted()
    }

    /// Where a sub-amendment acts among the lines of the wording.
    fn in_lines(
        &self,
        written: &Instruction<Locator>,
        findings: &mut Vec<Finding>,
    ) -> Option<Instruction<Target>> {
        let mut written = written.clone();
        written.frame.subject = Subject::Unstated;
        let (draft, index, language) = (&self.draft, &self.index, self.language);
        resolve(&written, &Scope { draft, index, part: Some(0), language }, findings)
    }

    /// The lines of a changed wording, read again.
    fn read_again(&self, tracked: &[TrackedPart]) -> Result<Amended, Refused> {
        let lines = |part: &TrackedPart| crate::read::lines_of(&part.accepted());
        let wording = tracked.iter().flat_map(lines).collect::<Vec<_>>().join("\n");
        if wording.is_empty() {
            return Err(Refused::NothingLeft);
        }
        let written = parse(&wording, self.language).instruction.ok_or(Refused::Unreadable)?;
        Ok(Amended { written, wording })
    }

    /// The amendment with the adopted sub-amendments carried out (in calling order).
    pub fn amended(&self, adopted: &[Placed<'_>]) -> Result<Amended, Refused> {
        let new = self.consolidated(adopted)?;
        match self.is_lines() {
            true => self.read_again(&new.tracked),
            false => self.taken_back(&new.tracked),
        }
    }

    /// The small draft with the adopted sub-amendments carried out (in calling order): what each of
    /// them changed in the wording.
    pub fn consolidated(&self, adopted: &[Placed<'_>]) -> Result<Consolidated, Refused> {
        let references = References { units: &[], ..self.language.tables.references };
        let tables = Tables { references, ..self.language.tables };
        let base = Base { draft: &self.draft, index: &self.index, tables: &tables };
        let (rules, order) = (FallRules::default(), OrderRules::default());
        let what = Consolidation { base, adopted, mode: Mode::Set, rules: &rules, order: &order };
        consolidate(&what).map_err(|refusal| match refusal {
            Refusal::Falls { amendment, .. } => Refused::Falls(amendment),
        })
    }

    /// Where a sub-amendment acts, each place as the words of the small draft that it takes or, for a
    /// point, those that stand before it.
    pub fn shown(&self, placed: &Instruction<Target>) -> Vec<Shown> {
        let text = self.index.text();
        let place = |span: Span| match span.is_empty() {
            true => Shown::Behind(last_words(&text[..span.start as usize])),
            false => Shown::Words(shown(span.of(text))),
        };
        placed.operations.iter().map(|operation| place(operation.at().place.span())).collect()
    }
}

/// A place in the wording of an amendment, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// These words.
    Words(String),
    /// The point behind these.
    Behind(String),
}

fn last_words(text: &str) -> String {
    let text = text.trim_end_matches('\n');
    let start = text.char_indices().rev().nth(19).map_or(0, |(at, _)| at);
    shown(&text[start..])
}

fn shown(text: &str) -> String {
    text.trim_end().replace('\n', " ").replace(base::BEFORE, "")
}
