//! Language versions: the French one in every language, and the others in French.

use crate::style::Spoken;
use crate::style::grammar::rules;

const FRENCH: &str = "fr";
const ENGLISH: &str = "en";

/// Language versions, as they are spoken of.
pub const SPOKEN: &[Spoken] = &[
    Spoken {
        by: "fr",
        name: "française",
        remark: rules! {
            /// "(ne concerne que la version française)"
            FRENCH => "ne concerne que la version française", "concerne uniquement la version française",
                "ne concerne que le texte français", "version française uniquement",
                "concerne seulement la version française";
        },
    },
    Spoken {
        by: "fr",
        name: "anglaise",
        remark: rules! {
            /// "(ne concerne que la version anglaise)"
            ENGLISH => "ne concerne que la version anglaise", "concerne uniquement la version anglaise",
                "ne concerne que le texte anglais", "version anglaise uniquement",
                "concerne seulement la version anglaise";
        },
    },
    Spoken {
        by: "en",
        name: "French",
        remark: rules! {
            /// "(concerns only the French version)"
            FRENCH => "concerns only the French version", "concerns the French version only",
                "concerns only the French text", "French version only";
        },
    },
];
