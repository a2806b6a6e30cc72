//! The words and the typography of a drawn document, in French.

use crate::style::{Printed, Typography};

/// The words and the typography of a drawn document.
pub const TABLE: Printed = Printed {
    adopted_with_changes: "Texte adopté, avec les modifications",
    identical_one: "Identique à l'amendement {}",
    identical_several: "Identique aux amendements {}",
    without_place: "Amendements sans place dans le texte",
    reason: "Raison",
    by_amendment: "Amendement {}",
    editorial: "Mise au point rédactionnelle",
    editorial_one: "Mise en forme, à la suite de l'amendement {}",
    editorial_several: "Mise en forme, à la suite des amendements {}",
    editorial_sign: "réd.",
    key: "Modifications",
    key_lines: [
        "mots insérés par un amendement",
        "mots supprimés par un amendement",
        "mise en forme qui découle d'un amendement",
        "numéro de l'amendement",
    ],
    skip: "Aller au texte",
    typography: Typography {
        narrow_before: &[';', ':', '!', '?', '»'],
        narrow_after: &['«'],
        double: ('“', '”'),
        single: ('‘', '’'),
        ordinals: &["er", "re", "e", "ers", "res", "es", "nd", "nde"],
    },
};
