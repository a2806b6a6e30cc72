//! French clauses that delete.

use crate::style::grammar::{Action, Rule, rules};

/// Clauses that delete.
pub const CLAUSES: &[Rule<Action>] = rules! {
    /// "supprimer les paragraphes 5 et 6."
    /// "paragraphe 4, supprimer la dernière phrase."
    /// "paragraphe 4, supprimer la phrase suivante: «Il ferme.»"
    /// "après les mots «toute réforme du vieux», supprimer le mot suivant: «bois»"
    /// "supprimer le mot «bois» après les mots «du vieux»"
    Action::Delete => "{where}, supprimer {object}", "{where}, supprimer {object} {where}";
};
