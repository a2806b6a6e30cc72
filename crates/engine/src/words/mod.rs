//! Findings, reasons and places in words: Fluent messages in English and French.

use crate::State;
use crate::state::Finding;
use merge::Related;
use text::Lang;

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// One line that says what is wrong.
    pub text: String,
    /// What to do about it, one line; empty where there is nothing to do.
    pub remedy: String,
    /// Candidates, second readings and such, a line each.
    pub notes: Vec<String>,
}

/// Puts a finding into words of `lang`.
pub fn message(finding: &Finding, state: &State, lang: Lang) -> Message {
    let _ = (finding, state, lang);
    Message { text: String::new(), remedy: String::new(), notes: Vec::new() }
}

/// Why `a` and `b` stand as they do: "amendment 6 adds words to the third sentence of paragraph 7;
/// amendment 4 replaces that paragraph".
pub fn reason(related: &Related, a: usize, b: usize, state: &State, lang: Lang) -> String {
    let _ = (related, a, b, state, lang);
    String::new()
}
