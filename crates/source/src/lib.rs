//! Where words stand: spans, origins, severities, and places in files.
//!
//! Every phase of Hemicycle works on text that a reader has unwrapped, decoded or stitched
//! together, and every finding must still point at the file the clerk has open. So each text
//! carries its [`Origin`], a piecewise map back to the bytes of a file, and a [`SourceFile`] turns
//! those into lines and columns only where somebody is going to read them.

#![deny(clippy::disallowed_methods)]

pub mod fault;
mod file;
mod origin;
mod span;

pub use file::{Encoding, Foreign, LineColumn, SourceFile};
pub use origin::{Origin, Piece};
pub use span::Span;

/// How much a finding weighs.
///
/// The order is meant: `Note < Warning < Error`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing to do.
    Note,
    /// Somebody should look: what was understood may not be what was meant.
    Warning,
    /// Nothing may be published or adopted while this stands.
    Error,
}

impl Severity {
    /// The lower-case English word used in machine-readable output: `note`, `warning`, `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
