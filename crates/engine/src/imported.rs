//! What the readers of other formats have to say of a file: what they left out, repaired or doubted.
//!
//! The readers stand above this crate and know their formats; here their findings become part of the
//! state, so that every command shows them in the words of `locales/`, like those of plain text. The
//! message of a finding has the name of its code; its data are the variables of that message.

use crate::words::Args;
use source::{Severity, Span};

/// One finding of a reader of another format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its stable code.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// How many places it speaks of; at least one.
    pub count: usize,
    /// The variables of its message besides `count`, by name: words of the file, numbers, names.
    pub data: Vec<(&'static str, String)>,
    /// Where, in the text of the version's file; its beginning where it stands in no text.
    pub at: Span,
}

impl Finding {
    /// A finding about one place.
    pub fn new(code: &'static str, severity: Severity) -> Self {
        Self { code, severity, count: 1, data: Vec::new(), at: Span::at(0) }
    }

    /// With a variable of its message.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.data.push((name, value.into()));
        self
    }

    /// With its place.
    pub fn at(mut self, at: Span) -> Self {
        self.at = at;
        self
    }

    /// The variables of its message.
    pub fn args(&self) -> Args {
        let args = Args::new().number("count", self.count);
        self.data.iter().fold(args, |args, (name, value)| args.text(name, value.clone()))
    }
}
