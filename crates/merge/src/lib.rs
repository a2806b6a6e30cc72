//! How amendments stand to each other, in which order they are called, what falls with what, and
//! the text that results.
//!
//! Everything here is computed from places as worded ([`instruction::Target`]) in the draft as
//! published, in one language; `engine` compares languages. Nothing is kept between calls: falls
//! and texts are functions of a set of adopted amendments.

#![deny(clippy::disallowed_methods)]

mod consolidate;
mod fall;
mod order;
mod rebase;
mod relate;
mod rules;
mod tracked;

pub use consolidate::open::Amended;
pub use consolidate::payload::{Nested, Outline, Outlined, outline};
pub use consolidate::{Consolidated, Consolidation, Mode, Note, Refusal, consolidate, superseded};
pub use fall::{AdoptedSet, Fall, falls};
pub use order::{OrderReason, Ranked, discussions, natural, order};
pub use rebase::{rebase, rebasings};
pub use relate::{Groups, Reason, Related, Relation, Relations, relate, relate_apart};
pub use rules::{FallRules, OrderRules, Rank, WiderAfterNarrower};
pub use tracked::{
    Author, Change, TrackedBlock, TrackedChild, TrackedPart, TrackedProvision, Whole,
};

use instruction::{Instruction, Target};
use text::{Draft, Index, Tables};

/// One amendment with its places found, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// Its number as printed, "4".
    pub number: &'a str,
    /// What it does. For a parent with adopted sub-amendments: what it does as sub-amended.
    pub instruction: &'a Instruction<Target>,
}

/// The draft in which all places lie.
#[derive(Clone, Copy, Debug)]
pub struct Base<'a> {
    /// The draft as published.
    pub draft: &'a Draft,
    /// Its positions.
    pub index: &'a Index,
    /// The tables of its language.
    pub tables: &'a Tables,
}
