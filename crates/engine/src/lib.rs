//! The facade: read a dossier, resolve its amendments, plan the sitting, adopt, draw and write.
//!
//! ```text
//! bytes ─ read ─► Dossier ─ State::new ─► State ─ adopt ─► Adopted
//!                    │          │                    │
//!                  txt, json    report (json)     Document ─► pdf, html, txt
//! ```
//!
//! No files, clock, network, environment or hash order here: same input, same bytes out.

#![deny(clippy::disallowed_methods)]

pub mod adopt;
mod blanks;
pub mod carried;
pub mod changes;
pub mod diff;
pub mod document;
pub mod dossier;
pub mod imported;
pub mod json;
pub mod languages;
pub mod numbered;
pub mod open;
pub mod papers;
mod people;
pub mod read;
pub mod recorded;
pub mod report;
pub mod sitting;
pub mod state;
pub mod subamendment;
pub mod translation;
pub mod txt;
pub mod wording;
pub mod words;
pub mod xml;

pub use dossier::{Amendment, AmendmentText, Dossier, RulesName, Tablers, Version};
pub use state::State;
pub use text::day;
