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
        "as a consequence", "renumber", "renumbered", "mutatis mutandis";
    /// "After paragraph 3, insert a reference to the Charter of the Lakes."
    /// "In paragraph 3, add a mention of the pilots."
    NotExecutable::DescribedPayload => "a reference to", "references to", "a mention of",
        "a paragraph on", "a sentence on", "a paragraph about", "a sentence about", "to the effect that",
        "wording on", "language on", "the definition of";
};
