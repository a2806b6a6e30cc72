//! Reading a compendium in plain text.

use crate::Dossier;
use source::{Severity, SourceFile, Span};
use std::sync::Arc;

/// What came of reading a file: always a dossier, and what there is to say.
#[derive(Clone, Debug, Default)]
pub struct Read {
    /// The dossier in one language version.
    pub dossier: Dossier,
    /// Repairs and troubles, in the order of the file.
    pub findings: Vec<Finding>,
}

/// A finding of the reader; spans are of the file's decoded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// `encoding-windows-1252` (note): the bytes are not UTF-8.
    Windows1252 { at: Span },
}

impl Finding {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Windows1252 { .. } => "encoding-windows-1252",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Windows1252 { .. } => Severity::Note,
        }
    }

    /// Where.
    pub fn at(&self) -> Span {
        match self {
            Self::Windows1252 { at } => *at,
        }
    }
}

/// Reads a compendium. Total: any text gives a dossier and findings.
pub fn read(file: Arc<SourceFile>) -> Read {
    let _ = file;
    Read::default()
}
