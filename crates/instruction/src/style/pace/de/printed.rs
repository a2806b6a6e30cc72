//! The words and the typography of a drawn document, in German.

use crate::style::{Printed, Typography};

/// The words and the typography of a drawn document.
pub const TABLE: Printed = Printed {
    adopted_with_changes: "Angenommener Text mit Änderungen",
    identical_one: "Gleichlautend mit Änderungsantrag {}",
    identical_several: "Gleichlautend mit den Änderungsanträgen {}",
    identical_group: "Gleichlautende Änderungsanträge {}",
    without_place: "Änderungsanträge ohne Stelle im Text",
    reason: "Grund",
    by_amendment: "Änderungsantrag {}",
    editorial: "Redaktionell",
    editorial_one: "Redaktionell, aufgrund von Änderungsantrag {}",
    editorial_several: "Redaktionell, aufgrund der Änderungsanträge {}",
    editorial_sign: "red.",
    key: "Änderungen",
    key_lines: [
        "durch einen Änderungsantrag eingefügte Wörter",
        "durch einen Änderungsantrag gestrichene Wörter",
        "redaktionelle Änderung aufgrund eines Änderungsantrags",
        "Nummer des Änderungsantrags",
    ],
    skip: "Zum Text springen",
    typography: Typography {
        narrow_before: &[],
        narrow_after: &[],
        double: ('„', '“'),
        single: ('‚', '‘'),
        ordinals: &[],
        before_figure: &["absatz", "artikel", "nr.", "ziffer", "änderungsantrag"],
        behind_figure: &[],
        before_name: &["Frau", "Herr", "Herrn"],
    },
};
