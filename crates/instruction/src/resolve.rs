//! From places as worded to places that exist.

use crate::style::Language;
use crate::{Finding, Instruction, Locator, Target};
use text::{Draft, Index};

/// The text in which places are sought.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The draft of the amendment's language, as published.
    pub draft: &'a Draft,
    /// Its positions.
    pub index: &'a Index,
    /// The part under which the amendment stands, for wordings that name none or an ambiguous one.
    pub part: Option<u32>,
    /// The language of wording and draft.
    pub language: &'a Language,
}

/// Finds the places of an instruction. One operation of the wording may become several, when it
/// names provisions that do not follow one another. `None` where any place is not found exactly
/// once; the findings say which and why.
pub fn resolve(
    written: &Instruction<Locator>,
    scope: &Scope<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Instruction<Target>> {
    let _ = (written, scope, findings);
    None
}
