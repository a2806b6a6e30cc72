//! What tests and benchmarks of all crates share: the runner of the case files, and seeded dossiers
//! of any size.
//!
//! - [`suite`] runs the Markdown cases of `tests/suite/`; a new case needs no Rust.
//! - [`compendium`] makes compendia of any size from a seed.
//! - [`papers`], [`edits`] and [`instructions`] make drafts, edits and instructions that hurt.

pub mod compendium;
pub mod edits;
pub mod instructions;
pub mod papers;
pub mod random;
pub mod suite;
