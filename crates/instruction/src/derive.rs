//! From an edited paragraph to the smallest natural wording.

use crate::{Finding, Instruction, Locator, Scope};
use text::ProvisionId;

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

/// The smallest natural instruction that turns the opening text of `provision` into `edited`.
///
/// Smallest is least (unit, operations, quoted words), as design law 2 says. `apply` consolidates
/// one instruction and returns the paragraphs of the provision as they then read; it stands in
/// crate `merge`, above this one, and is passed in so that every candidate is verified.
pub fn derive(
    provision: ProvisionId,
    edited: &Edited,
    scope: &Scope<'_>,
    apply: &dyn Fn(&Instruction<Locator>) -> Option<Vec<String>>,
) -> Option<Derived> {
    let _ = (provision, edited, scope, apply);
    None
}
