//! The words and the typography of a drawn document, in English.

use crate::style::{Printed, Typography};

/// The words and the typography of a drawn document.
pub const TABLE: Printed = Printed {
    adopted_with_changes: "Text as adopted, with changes",
    identical_one: "Identical to amendment {}",
    identical_several: "Identical to amendments {}",
    without_place: "Amendments without a place in the text",
    reason: "Reason",
    by_amendment: "Amendment {}",
    editorial: "Editorial",
    editorial_one: "Editorial, following from amendment {}",
    editorial_several: "Editorial, following from amendments {}",
    editorial_sign: "ed.",
    key: "Changes",
    key_lines: [
        "words inserted by an amendment",
        "words deleted by an amendment",
        "editorial change that follows from an amendment",
        "number of the amendment",
    ],
    skip: "Skip to the text",
    typography: Typography {
        narrow_before: &[],
        narrow_after: &[],
        double: ('“', '”'),
        single: ('‘', '’'),
        ordinals: &[],
    },
};
