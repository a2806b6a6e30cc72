//! From an edited paragraph to the smallest natural wording.
//!
//! The editor hands in the paragraph as it should read. What changed is found word by word, and
//! every way a table office would word it is tried, the smallest first, until one gives exactly
//! that text. Smallest is the least
//!
//! 1. unit: words and points, then sentences, then whole paragraphs. Words that make up a whole
//!    sentence, or cross into the next, count as sentences;
//! 2. number of operations;
//! 3. number of words quoted from the draft.
//!
//! ```text
//! old  The boats are small. They rest.
//! new  The boats are wide. They rest.          replace the word "small" with: "wide"
//! new  The boats are small. They rest by day.  at the end of the last sentence, insert: "by day"
//! new  The boats are small. Fog comes. They …  after the first sentence, insert: "Fog comes."
//! new  They rest.                              delete the first sentence
//! new  Fog comes.                              replace the paragraph
//! ```
//!
//! Law 2: what is derived, generated and read again gives the edited text; nothing is returned that
//! was not tried.

mod article;
mod forms;
mod hunks;

pub use article::derive_article;

use crate::describe::frame_of;
use crate::{
    Edge, Finding, Instruction, Locator, Operation, Payload, PayloadParagraph, PayloadUnit,
    Provisions, Scope, Unit, generate, parse,
};
use forms::Words;
use hunks::Capitals;
use source::fault::{Fault, planted};
use std::ops::Range;
use text::{Fragment, ProvisionId};

/// What the editor made of one provision's opening text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edited {
    /// New text for the provision; several paragraphs replace it by several.
    Text(Vec<String>),
    /// The provision goes.
    Deleted,
}

/// A wording derived and verified: resolving and applying it gives exactly the edited text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// The instruction; generate it in any language.
    pub instruction: Instruction<Locator>,
    /// Notes on what had to be widened.
    pub findings: Vec<Finding>,
}

/// What changed between two texts, in whole words: for each change, in order, a byte range of `old`
/// and what stands there in `new`. One of the two may be empty, and spaces alone do not part two
/// changes.
pub fn changed_words(old: &str, new: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let hunks = hunks::hunks(old, new, Capitals::Matter).into_iter();
    hunks.map(|hunk| (hunk.old, hunk.new)).collect()
}

/// The smallest natural instruction that turns the opening text of `provision` into `edited`.
///
/// `apply` consolidates one instruction and returns the paragraphs of the provision as they then
/// read: none where it is gone, several where several stand in its place; `None` where the
/// instruction cannot be carried out or changes anything else. It stands in crate `merge`, above
/// this one, and is passed in so that every candidate is verified.
pub fn derive(
    provision: ProvisionId,
    edited: &Edited,
    scope: &Scope<'_>,
    apply: &dyn Fn(&Instruction<Locator>) -> Option<Vec<String>>,
) -> Option<Derived> {
    let entry = scope.index.provision_at(provision)?;
    let opening = scope.index.block_at(entry.opening)?;
    let unit = Unit::Provisions(Provisions::One(entry.number.clone()));
    let deriver = Deriver {
        scope,
        apply,
        part: entry.part,
        home: Locator { unit, ..Locator::default() },
        old: opening.span.of(scope.index.text()),
    };
    let instruction = match edited {
        Edited::Deleted => {
            let delete = Operation::Delete { at: deriver.home.clone() };
            deriver.exact(vec![delete], &[])
        }
        Edited::Text(paragraphs) => match paragraphs.as_slice() {
            [] => None,
            [only] => deriver.paragraph(only.trim()),
            several => deriver.paragraphs(several),
        },
    };
    instruction.map(|instruction| Derived { instruction, findings: Vec::new() })
}

/// The instruction that gives a draft text another title. `apply` returns the title that it gives.
pub fn derive_title(
    part: u32,
    new: &str,
    scope: &Scope<'_>,
    apply: &dyn Fn(&Instruction<Locator>) -> Option<Vec<String>>,
) -> Option<Derived> {
    let home = Locator { unit: Unit::Title, ..Locator::default() };
    let with = payload(PayloadUnit::Words, &[new]);
    let deriver = Deriver { scope, apply, part, home: home.clone(), old: "" };
    let instruction = deriver.exact(vec![Operation::Replace { at: home, with }], &[new]);
    instruction.map(|instruction| Derived { instruction, findings: Vec::new() })
}

type Apply<'a> = &'a dyn Fn(&Instruction<Locator>) -> Option<Vec<String>>;

struct Deriver<'a> {
    scope: &'a Scope<'a>,
    apply: Apply<'a>,
    part: u32,
    /// The provision, as a locator.
    home: Locator,
    /// Its opening text.
    old: &'a str,
}

impl Deriver<'_> {
    fn instruction(&self, operations: Vec<Operation<Locator>>) -> Instruction<Locator> {
        Instruction { frame: frame_of(self.part, self.scope), operations }
    }

    /// The instruction of these operations if it gives exactly `wanted`, and is read back from its
    /// own wording.
    fn exact(
        &self,
        operations: Vec<Operation<Locator>>,
        wanted: &[&str],
    ) -> Option<Instruction<Locator>> {
        let instruction = self.instruction(operations);
        let Some(given) = (self.apply)(&instruction) else {
            return planted(Fault::DeriveKeepsAmbiguous).then_some(instruction);
        };
        if given != wanted {
            return None;
        }
        let wording = generate(&instruction, self.scope.language);
        let again = parse(&wording, self.scope.language).instruction;
        (again.as_ref() == Some(&instruction)).then_some(instruction)
    }

    /// One paragraph stays one.
    fn paragraph(&self, new: &str) -> Option<Instruction<Locator>> {
        if new == self.old {
            return None;
        }
        let whole = || {
            let with = payload(PayloadUnit::Provisions, &[new]);
            self.exact(vec![Operation::Replace { at: self.home.clone(), with }], &[new])
        };
        let all_sentences = || {
            let form = forms::all_sentences(self.old, new, &self.home, self.scope.language)?;
            self.exact(vec![form], &[new])
        };
        let in_sentences = || self.in_sentences(new);
        self.in_words(new).or_else(in_sentences).or_else(whole).or_else(all_sentences)
    }

    /// Changes within sentences: as few operations as the sentences allow, then one for each
    /// change. Where words move to the beginning of a sentence or away from it, they are the same
    /// words, though their capitals change.
    fn in_words(&self, new: &str) -> Option<Instruction<Locator>> {
        let mut tried: Vec<Vec<hunks::Hunk>> = Vec::new();
        for capitals in [Capitals::Matter, Capitals::Follow] {
            let texts = (self.old, new);
            let words = Words::new(texts, &self.home, self.scope.language, capitals);
            for hunks in words.groupings() {
                if tried.contains(&hunks) {
                    continue;
                }
                if let Some(found) = self.hunks(&words, &hunks, new, capitals) {
                    return Some(found);
                }
                tried.push(hunks);
            }
        }
        None
    }

    /// One operation for each hunk, each the first form that gives just that change.
    fn hunks(
        &self,
        words: &Words<'_>,
        hunks: &[hunks::Hunk],
        new: &str,
        capitals: Capitals,
    ) -> Option<Instruction<Locator>> {
        let mut operations = Vec::with_capacity(hunks.len());
        for hunk in hunks {
            let alone = words.with_only(hunk);
            let forms = words.forms(hunk);
            let fits = |form: &Operation<Locator>| match capitals {
                Capitals::Matter => self.exact(vec![form.clone()], &[&alone]).is_some(),
                Capitals::Follow => self.gives_but_for_capitals(form, &alone),
            };
            operations.push(forms.into_iter().find(fits)?);
        }
        self.exact(operations, &[new])
    }

    fn gives_but_for_capitals(&self, form: &Operation<Locator>, wanted: &str) -> bool {
        let given = (self.apply)(&self.instruction(vec![form.clone()]));
        given.is_some_and(|given| match given.as_slice() {
            [given] => given.to_lowercase() == wanted.to_lowercase(),
            _ => false,
        })
    }

    /// Whole sentences: inserted, deleted, replaced.
    fn in_sentences(&self, new: &str) -> Option<Instruction<Locator>> {
        let forms = forms::in_sentences(self.old, new, &self.home, self.scope.language);
        forms.into_iter().find_map(|form| self.exact(vec![form], &[new]))
    }

    /// One paragraph becomes several: some beside it, or others in its place.
    fn paragraphs(&self, new: &[String]) -> Option<Instruction<Locator>> {
        let wanted: Vec<&str> = new.iter().map(|paragraph| paragraph.trim()).collect();
        let at = || self.home.clone();
        let (first, rest) = wanted.split_first()?;
        let (last, before) = wanted.split_last()?;
        let mut forms = Vec::new();
        if *first == self.old {
            let what = payload(PayloadUnit::Provisions, rest);
            forms.push(Operation::Insert { edge: Edge::After, at: at(), what });
        }
        if *last == self.old {
            let what = payload(PayloadUnit::Provisions, before);
            forms.push(Operation::Insert { edge: Edge::Before, at: at(), what });
        }
        let with = payload(PayloadUnit::Provisions, &wanted);
        forms.push(Operation::Replace { at: at(), with });
        forms.into_iter().find_map(|form| self.exact(vec![form], &wanted))
    }
}

fn payload(unit: PayloadUnit, paragraphs: &[&str]) -> Payload {
    let paragraph = |text: &&str| PayloadParagraph {
        content: Fragment::plain(*text),
        ..PayloadParagraph::default()
    };
    Payload { unit, paragraphs: paragraphs.iter().map(paragraph).collect() }
}
