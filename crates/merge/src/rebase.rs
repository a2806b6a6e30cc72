//! An open amendment's places in the text as amended so far.

use crate::consolidate::open;
use crate::{Consolidation, Placed, falls};
use instruction::{Instruction, Target};

/// The places of `open` in the text that `adopted` gives (law 11: consolidating that text with the
/// result equals consolidating the base with both, numbers included). `None` when it falls, and
/// where what was adopted cannot stand together.
///
/// Offsets and provisions of the result are those of the index of the amended text. References in
/// its payloads, which mean the published draft, are brought to the numbers of that text. An
/// operation whose place is gone while others stand is left out, and so is one that is done already
/// (nothing is left of an amendment identical to an adopted one); provisions that no longer follow
/// one another become several operations. What supersedes an earlier change restates the words that
/// go with it.
pub fn rebase(open: &Placed<'_>, adopted: &Consolidation<'_>) -> Option<Instruction<Target>> {
    rebasings(open, adopted).into_iter().next()
}

/// Every form of `open` in the text that `adopted` gives, the one with the least in it first: for
/// whoever shows its wording there, which takes the first that can be put into words.
pub fn rebasings(open: &Placed<'_>, adopted: &Consolidation<'_>) -> Vec<Instruction<Target>> {
    if falls(open, adopted.adopted, &adopted.base, adopted.rules).is_some() {
        return Vec::new();
    }
    open::rebasings(open, adopted)
}
