//! French clauses that insert, and how new text is announced.

use crate::PayloadUnit;
use crate::style::grammar::{Action, Rule, rules};

/// How new text is announced.
pub const PAYLOADS: &[Rule<PayloadUnit>] = rules! {
    /// "le mot suivant"
    /// "les mots suivants"
    PayloadUnit::Words => "le|les mot|mots suivant|suivants", "le mot", "les mots ci-après";
    /// "la phrase suivante"
    /// "une nouvelle phrase"
    PayloadUnit::Sentences => "la|les phrase|phrases suivante|suivantes", "la phrase";
    /// "le paragraphe suivant"
    /// "les nouveaux paragraphes suivants"
    /// "un nouveau paragraphe ainsi libellé"
    PayloadUnit::Provisions => "le|les paragraphe|paragraphes suivant|suivants", "le paragraphe";
    /// "le texte suivant"
    PayloadUnit::Text => "le texte suivant", "le texte", "ce qui suit",
        "le titre suivant";
};

/// Clauses that insert.
pub const CLAUSES: &[Rule<Action>] = rules! {
    /// "après le paragraphe 3.2, insérer le paragraphe suivant: «garder les lampes allumées;»"
    /// "à la fin du paragraphe 2, ajouter la phrase suivante : «Les bateaux sont comptés.»"
    /// "paragraphe 2, à la fin de la première phrase, insérer les mots suivants: «, surtout en hiver»"
    /// "paragraphe 2, au début, insérer le mot suivant: «Encore»"
    /// "ajouter la phrase suivante à la fin du paragraphe 2: «Les bateaux sont comptés.»"
    Action::Insert => "{where}, insérer {intro}: {quote}",
        "{where}, insérer {intro} {where}: {quote}", "{where}, insérer {where} {intro}: {quote}",
        "{where}, insérer {intro} {quote} {where}";
    /// "au début du paragraphe 2, insérer «Encore»"
    /// "insérer «grands» avant le mot «bateaux»"
    Action::Insert => "{where}, insérer {quote}", "{where}, insérer {quote} {where}",
        "{where}, insérer {where} {quote}";
};
