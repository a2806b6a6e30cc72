//! French clauses that replace.

use crate::style::grammar::{Action, Rule, rules};

/// Clauses that replace.
pub const CLAUSES: &[Rule<Action>] = rules! {
    /// "remplacer le paragraphe 4 par le paragraphe suivant: «L'Assemblée remercie les pilotes.»"
    /// "paragraphe 1, remplacer la dernière phrase par les phrases suivantes: «Il est large. Il est froid.»"
    /// "remplacer la dernière phrase du paragraphe 16 par la phrase suivante: «Il est froid.»"
    /// "paragraphe 2, supprimer tous les mots après «En raison du brouillard,» et remplacer par les mots suivants: «on attend»"
    Action::Replace => "{where}, remplacer {object} par {intro}: {quote}",
        "{where}, remplacer {object} par {intro} {quote} {where}",
        "{where}, supprimer {object} et remplacer par {intro} {quote}",
        "{where}, supprimer {object} et les remplacer par {intro} {quote}",
        "{where}, remplacer {object} {where} par {intro} {quote}",
        "{where}, remplacer {object} par {intro} {quote} chaque fois qu'il apparaît";
    /// "au paragraphe 2, remplacer «ouvrir» par «fermer»"
    /// "remplacer le mot «ouvrir» par «fermer» au paragraphe 2"
    /// "au paragraphe 2, remplacer «ouvrir» par «fermer» chaque fois qu'il apparaît"
    Action::Replace => "{where}, remplacer {object} par {quote}",
        "{where}, remplacer {object} par {quote} {where}",
        "{where}, supprimer {object} et remplacer par {quote}",
        "{where}, remplacer {object} {where} par {quote}",
        "{where}, remplacer {object} par {quote} chaque fois qu'il apparaît";
    /// "au paragraphe 2, substituer le mot «navires» au mot «bateaux»"
    /// "au paragraphe 2, substituer aux mots «Les bateaux» les mots «Les navires»"
    /// "paragraphe 2, au lieu de «bateaux», lire «navires»"
    Action::Replace => "{where}, substituer {quote} à {object}",
        "{where}, substituer {intro} {quote} à {object}",
        "{where}, substituer à {object} {quote}",
        "{where}, substituer à {object} {intro} {quote}",
        "{where}, au lieu de {object} lire {quote}", "{where}, lire {quote} au lieu de {object}";
    /// "rédiger ainsi le paragraphe 4: «L'Assemblée remercie les pilotes.»"
    /// "modifier le paragraphe 4 comme suit: «L'Assemblée remercie les pilotes.»"
    /// "le paragraphe 4 est ainsi rédigé: «L'Assemblée remercie les pilotes.»"
    Action::Replace => "{where}, modifier {object} comme suit {quote}",
        "{where}, modifier comme suit {object} {quote}",
        "{where}, modifier {object} {where} comme suit {quote}",
        "{where}, se lit {quote}";
};
