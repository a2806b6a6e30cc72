//! Language versions: the English one.

use crate::style::Spoken;
use crate::style::grammar::rules;

const ENGLISH: &str = "en";

/// Language versions, as they are spoken of.
pub const SPOKEN: &[Spoken] = &[
    Spoken {
        by: "en",
        name: "English",
        remark: rules! {
            /// "(concerns only the English version)"
            ENGLISH => "concerns only the English version", "concerns the English version only",
                "concerns only the English text", "English version only";
        },
    },
];
