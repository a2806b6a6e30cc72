//! The draft as a value: its tree, its blocks with marks, its addresses, sentences and positions.
//!
//! # One line of characters
//!
//! Everything that happens to a draft happens at a place, and Hemicycle has one kind of
//! coordinate for all of them: a byte offset in the *laid-out text* of the draft, which is the
//! text of every block in document order, each followed by one line feed ([`Index::text`]). A
//! title, a block, a sentence and quoted words are ranges of that text; a provision with all its
//! children is one range too, because its blocks follow one another; the gap between two
//! provisions is an offset. So "contains", "overlaps", "comes before" and "falls with" are
//! comparisons of integers, and a million amendments can be compared without being paired.
//!
//! ```text
//! A. Draft resolution            part 0, title block            [0, 11)   "Safe lakes\n"
//! 1. The lake is wide.           provision 0                    [11, 29)  "The lake is wide.\n"
//! 2. The council:                provision 1  opening [29,42)   [29, 86)  "The council:\n"
//!   2.1. counts boats;             provision 2                  [42, 56)  "counts boats;\n"
//!   2.2. lights lamps.             provision 3                  [56, 70)  "lights lamps.\n"
//!   and reports yearly.            closing block of 2           [70, 86)
//! ```
//!
//! The line feed belongs to its provision but to no sentence: deleting every sentence of a
//! paragraph leaves the paragraph standing (empty); deleting the paragraph takes the line feed too.

#![deny(clippy::disallowed_methods)]

mod day;
mod draft;
mod find;
mod fragment;
mod index;
mod lang;
mod sentence;
mod tables;
mod units;

pub use day::day;
pub use draft::{Block, Child, Draft, Opaque, Part, Provision, TextKind, with_stop, without_stop};
pub use find::{Found, Matches, Step, fold, only_words_at, words_at, words_loosely_at};
pub use fragment::{Fragment, Mark, MarkKind};
pub use index::{BlockEntry, BlockId, BlockRole, Index, PartEntry, ProvisionEntry, ProvisionId};
pub use lang::Lang;
pub use sentence::{SentenceRules, sentences};
pub use tables::{CountedWords, Numbering, References, Seams, Spelling, Tables};
pub use units::{
    LABEL_SUFFIXES, UnitEntry, article_number, find_unit, head, is_quoted, label, opens_article,
    roman, same_kind, tail, units, unroman,
};
