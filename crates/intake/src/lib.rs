//! Compendia as others publish them: web pages saved on disk.
//!
//! A reader finds how a page is built and gives the reader of plain text (`engine::read`) what it
//! reads best: one paragraph per line, the draft and the amendments in a sound order, furniture
//! taken away. No word is made up: what cannot be read is refused or reported, and each line says
//! where it stands in the file.
//!
//! ```text
//! page.html ─ html ─► Extracted (text, places, notes) ─► SourceFile ─► engine::read
//! ```
//!
//! `docs/intake.md` says in full what is read and what is not.

#![deny(clippy::disallowed_methods)]

mod encoding;
mod error;
mod html;
mod lines;
mod pdf;

pub use error::Error;
pub use html::html;
pub use lines::{Extracted, Note, NoteKind, Place};
pub use pdf::pdf;
