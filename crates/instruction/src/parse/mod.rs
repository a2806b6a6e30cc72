//! From a wording to an instruction.
//!
//! # How a wording is read
//!
//! In one pass the words outside quotes become *terms* ([`tokens`]), whatever language they are
//! in; articles and commas are passed over. The patterns of the language's grammar are matched
//! against the terms ([`read`]) and the instruction is built from the match ([`build`]).
//!
//! ```text
//! paragraph 2, first sentence, replace the word "boats" with the following word: "ships"
//! Paragraph 2  Ordinal(1) Sentence  Replace Word Quote   With     Following Word  Quote
//! {where}──────────────────────────         {object}─── {intro}─────────        {quote}
//! ```
//!
//! # Where a quotation ends
//!
//! Quote marks nest with the same sign, and straight ones do not say which way they face. So each
//! opening mark has candidates for its end ([`marks`]), and that split of the wording is right under
//! which the *whole* of it reads. `insert the words "the "old" boats"` reads in one way only:
//! behind `"the "` the words `old` and `boats` are in no lexicon. Of several splits that differ only
//! in the last new text the longest is taken; of several with different edits none is, and the
//! finding shows two of them. The search has a bound in steps, not in time, so that it finds the
//! same on every machine.

mod build;
mod marks;
mod payload;
mod read;
mod refusal;
#[cfg(test)]
mod samples;
mod search;
mod tokens;
mod twice;

use crate::style::Language;
use crate::{Finding, Instruction, Locator, NotExecutable};

/// What came of reading one wording.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// What it says; `None` where it was not understood or cannot be carried out.
    pub instruction: Option<Instruction<Locator>>,
    /// Set where the wording was recognised as one that cannot be carried out mechanically.
    pub not_executable: Option<NotExecutable>,
    /// What there is to say about it.
    pub findings: Vec<Finding>,
}

/// Reads a wording. Total: any text gives an instruction, or findings that say why not.
///
/// Paragraphs of the wording are separated by line feeds; a reader has unwrapped lines already.
pub fn parse(wording: &str, language: &Language) -> Parsed {
    if let Some(own) = language.own {
        return (own.parse)(wording);
    }
    let once = twice::once(wording);
    // Reading stops where the second printing begins; offsets stay those of the whole.
    let read = &wording[..once.end];
    match search::read(read, once.start, language) {
        Ok(parsed) => parsed,
        Err(failure) => refusal::explain(read, once.start, failure, language),
    }
}
