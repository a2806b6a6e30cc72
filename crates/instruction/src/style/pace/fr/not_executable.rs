//! Signs of a French wording that cannot be carried out mechanically.

use crate::NotExecutable;
use crate::style::grammar::{Rule, rules};

/// The signs, sought outside quotes.
pub const SIGNS: &[Rule<NotExecutable>] = rules! {
    /// "Si l'amendement 3 n'est pas adopté, supprimer le paragraphe 4."
    /// "Au cas où l'amendement 3 serait adopté, supprimer le paragraphe 4."
    NotExecutable::Conditional => "si", "s'il", "au cas où", "dans le cas où", "à condition",
        "sous réserve", "en cas d'adoption", "en cas de rejet", "à moins que";
    /// "Modifier le paragraphe 5 en conséquence."
    /// "Renuméroter les paragraphes suivants."
    NotExecutable::Consequential => "en conséquence", "par voie de conséquence", "renuméroter",
        "renumérotés", "le cas échéant", "au besoin", "selon le cas", "renumérotation", "mutatis mutandis", "corrélativement";
    /// "Après le paragraphe 3, insérer une référence à la Charte des Lacs."
    /// "Au paragraphe 3, ajouter une mention des pilotes."
    NotExecutable::DescribedPayload => "une référence à", "une référence au", "une référence aux",
        "une mention", "un renvoi", "un paragraphe sur", "une phrase sur", "la définition de",
        "un libellé sur", "un point-virgule", "le point-virgule", "une virgule", "la virgule",
        "un point final", "le point final", "deux-points", "un point";
    /// "Au paragraphe 3, première ligne, remplacer «lampes» par «bateaux»."
    NotExecutable::Layout => "ligne", "lignes", "page", "pages", "colonne";
    /// "Déplacer le paragraphe 3 après le paragraphe 5."
    /// "Fusionner les paragraphes 3 et 4."
    NotExecutable::Move => "déplacer", "intervertir", "permuter", "inverser", "échanger",
        "fusionner", "réunir", "scinder", "diviser";
};
