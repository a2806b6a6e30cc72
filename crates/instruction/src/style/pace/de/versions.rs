//! Language versions: the German one in every language, and the others in German.

use crate::style::Spoken;
use crate::style::grammar::rules;

const GERMAN: &str = "de";
const ENGLISH: &str = "en";
const FRENCH: &str = "fr";

/// Language versions, as they are spoken of.
pub const SPOKEN: &[Spoken] = &[
    Spoken {
        by: "de",
        name: "deutsche",
        remark: rules! {
            /// "(betrifft nur die deutsche Fassung)"
            GERMAN => "betrifft nur die deutsche Fassung";
        },
    },
    Spoken {
        by: "de",
        name: "englische",
        remark: rules! {
            /// "(betrifft nur die englische Fassung)"
            ENGLISH => "betrifft nur die englische Fassung";
        },
    },
    Spoken {
        by: "de",
        name: "französische",
        remark: rules! {
            /// "(betrifft nur die französische Fassung)"
            FRENCH => "betrifft nur die französische Fassung";
        },
    },
    Spoken {
        by: "en",
        name: "German",
        remark: rules! {
            /// "(concerns only the German version)"
            GERMAN => "concerns only the German version", "concerns the German version only",
                "concerns only the German text", "German version only";
        },
    },
    Spoken {
        by: "fr",
        name: "allemande",
        remark: rules! {
            /// "(ne concerne que la version allemande)"
            GERMAN => "ne concerne que la version allemande", "concerne uniquement la version allemande",
                "ne concerne que le texte allemand", "version allemande uniquement",
                "concerne seulement la version allemande";
        },
    },
];
