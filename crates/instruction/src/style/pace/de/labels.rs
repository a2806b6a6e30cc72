//! The words around texts and amendments in a compendium, in German.

use crate::style::{Falling, Labels};
use text::TextKind;

/// The words by which a compendium is laid out.
pub const TABLE: Labels = Labels {
    compendium: &["Sammlung der schriftlichen Änderungsanträge", "Sammlung der Änderungsanträge"],
    adopted: &["Angenommener Text"],
    document: &["Dok."],
    contents: &["Inhaltsverzeichnis"],
    page: &["Seite"],
    parts: &[
        (TextKind::Resolution, "Entschließungsentwurf"),
        (TextKind::Recommendation, "Empfehlungsentwurf"),
        (TextKind::Opinion, "Entwurf einer Stellungnahme"),
    ],
    adopted_parts: &[
        (TextKind::Resolution, "Entschließung"),
        (TextKind::Recommendation, "Empfehlung"),
        (TextKind::Opinion, "Stellungnahme"),
    ],
    articles: &[],
    divisions: &[],
    rules: &[],
    chambers: &[],
    draft: &["Entwurf"],
    title: &["Titel"],
    amendments: &["Änderungsanträge", "Änderungsanträge ohne Stelle im Text"],
    amendment: &["Änderungsantrag"],
    sub_amendment: &["Unteränderungsantrag"],
    to_amendment: &["zu Änderungsantrag"],
    number: &["Nr."],
    tabled_by: &["Eingebracht von", "Vorgelegt von"],
    committee: &["dem Ausschuss", "Ausschuss"],
    honorifics: &["Herr", "Herrn", "Frau", "Dr."],
    and: "und",
    or: "oder",
    note: &["Begründung"],
    colon: ":",
    falling: Falling {
        if_adopted: &["Bei Annahme"],
        falls_if: &["Entfällt bei Annahme", "Entfällt, wenn"],
        verbs: &["entfällt", "entfallen"],
        fells_one: "Bei Annahme entfällt Änderungsantrag {}",
        fells_several: "Bei Annahme entfallen die Änderungsanträge {}",
        falls_with_one: "Entfällt bei Annahme des Änderungsantrags {}",
        falls_with_several: "Entfällt bei Annahme eines der Änderungsanträge {}",
    },
    frames: &["Im Entschließungsentwurf", "Im Empfehlungsentwurf", "In Änderungsantrag"],
    openers: &["In", "Im", "Am", "Nach", "Vor", "Absatz", "Absätze", "Den Titel", "Falls"],
    units: &["Absatz", "Absätze", "Absatzes", "Titel"],
};
