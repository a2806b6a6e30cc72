//! From adopted amendments to the adopted text, in every language of the dossier.

use crate::State;
use merge::{Consolidated, Fall, Note};
use text::Lang;

/// Which amendments were adopted, by position in the dossier's amendments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// A set; consolidated in calling order.
    Set(Vec<usize>),
    /// In the order of adoption.
    Sequence(Vec<usize>),
}

/// The text as adopted.
#[derive(Clone, Debug)]
pub struct Adopted {
    /// One text for each language version of the dossier, in their order.
    pub texts: Vec<AdoptedText>,
    /// What was adopted, in the order of its consolidation (sub-amendments included).
    pub amendments: Vec<usize>,
}

/// The adopted text in one language.
#[derive(Clone, Debug)]
pub struct AdoptedText {
    /// The language.
    pub lang: Lang,
    /// The text, its changes and what the editorial pass did.
    pub consolidated: Consolidated,
}

/// Why there is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// `falls`: this one falls by others of the set (positions in the dossier).
    Falls { amendment: usize, causes: Vec<usize>, fall: Fall, lang: Lang },
    /// `not-executable`: it has no place or cannot be carried out.
    NotExecutable { amendment: usize },
    /// `parent-not-adopted`: a sub-amendment without its amendment.
    ParentNotAdopted { amendment: usize, parent: usize },
    /// `sub-amendment-does-not-apply`: its place is not in the parent's wording, or the wording it
    /// gives cannot be read.
    SubAmendment { amendment: usize, parent: usize },
}

/// Consolidates. A note's amendment numbers are positions in [`Adopted::amendments`].
pub fn adopt(state: &State, selection: &Selection) -> Result<Adopted, Box<Refusal>> {
    let _ = (state, selection);
    let _: Option<Note> = None;
    Ok(Adopted { texts: Vec::new(), amendments: Vec::new() })
}
