//! What tests and benchmarks of all crates share: the runner of the case files, and seeded dossiers
//! of any size.
//!
//! - [`suite`] runs the Markdown cases of `tests/suite/`; a new case needs no Rust.
//! - [`bilingual`] makes small dossiers in two languages that agree or do not.
//! - [`compendium`] makes compendia of any size from a seed.
//! - [`papers`], [`newer`], [`edits`], [`instructions`] and [`dossiers`] make what hurts.
//! - [`fuzzed`] says what must hold of any input whatever.
//! - [`tabled`] makes a dossier and its files of papers.
//! - [`same`] says what differs between two dossiers.
//! - [`typical`] has the wordings of which benchmarks measure one.
//! - [`senate`] reads a bill of the French Sénat with the order in which its amendments were called.
//! - [`slips`] reads a consolidated text as a clerk would.
//! - [`variants`] reads what a type of ours has out of its source.
//! - [`zipped`] packs zip archives that may lie about what is in them.

pub mod bilingual;
pub mod bills;
pub mod compendium;
pub mod decided;
pub mod dossiers;
pub mod edits;
pub mod fuzzed;
pub mod instructions;
pub mod newer;
pub mod papers;
pub mod random;
pub mod same;
pub mod senate;
pub mod slips;
pub mod suite;
pub mod tabled;
pub mod typical;
pub mod variants;
pub mod zipped;
