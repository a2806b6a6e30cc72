//! Signs of an English wording that cannot be carried out mechanically.

use crate::NotExecutable;
use crate::style::grammar::{Rule, rules};

/// The signs, sought outside quotes.
pub const SIGNS: &[Rule<NotExecutable>] = rules! {
    /// "If amendment 3 is not adopted, delete paragraph 4."
    /// "In the event that amendment 3 is adopted, delete paragraph 4."
    NotExecutable::Conditional => "if", "in the event", "provided that", "unless", "should amendment",
        "subject to the adoption", "depending on";
    /// "Amend paragraph 5 accordingly."
    /// "Make the consequential changes in paragraph 5."
    /// "Renumber the following paragraphs."
    NotExecutable::Consequential => "accordingly", "consequential", "consequentially",
        "as a consequence", "as appropriate", "where appropriate", "as necessary", "renumber", "renumbered", "mutatis mutandis";
    /// "After paragraph 3, insert a reference to the Charter of the Lakes."
    /// "In paragraph 3, add a mention of the pilots."
    NotExecutable::DescribedPayload => "a reference to", "references to", "a mention of",
        "a paragraph on", "a sentence on", "a paragraph about", "a sentence about", "to the effect that",
        "wording on", "language on", "the definition of", "a full stop", "the full stop", "a comma",
        "the comma", "a semicolon", "the semicolon", "a semi-colon", "the semi-colon", "a colon",
        "the colon";
    /// "In paragraph 3, first line, replace “lamps” with “boats”."
    NotExecutable::Layout => "line", "lines", "page", "pages", "column";
    /// "Move paragraph 3 after paragraph 5."
    /// "Merge paragraphs 3 and 4."
    NotExecutable::Move => "move", "moved", "swap", "exchange", "transpose", "merge", "combine",
        "invert", "split";
};
