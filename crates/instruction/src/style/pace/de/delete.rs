//! German clauses that delete. The verb stands last.

use crate::style::grammar::{Action, Rule, rules};

/// Clauses that delete.
pub const CLAUSES: &[Rule<Action>] = rules! {
    /// "Absätze 5 und 6 streichen."
    /// "in Absatz 4 den letzten Satz streichen."
    /// "in Absatz 4 nach den Wörtern „jede Reform der alten“ das Wort „hölzernen“ streichen"
    Action::Delete => "{where} {object} streichen";
};
