//! German clauses that replace. The verb stands last, before or behind the new text.

use crate::style::grammar::{Action, Rule, rules};

/// Clauses that replace.
pub const CLAUSES: &[Rule<Action>] = rules! {
    /// "Absatz 4 durch den folgenden Absatz ersetzen: „Die Versammlung dankt den Lotsen.“"
    /// "in Absatz 1 den letzten Satz durch die folgenden Sätze ersetzen: „Er ist weit. Er ist kalt.“"
    /// "in Absatz 2 die Wörter „offene Boote“ durch die Wörter „alle Boote“ ersetzen"
    Action::Replace => "{where} {object} durch {intro} ersetzen: {quote}",
        "{where} {object} durch {intro} {quote} ersetzen";
    /// "in Absatz 2 das Wort „offen“ durch „zu“ ersetzen"
    Action::Replace => "{where} {object} durch {quote} ersetzen";
};
