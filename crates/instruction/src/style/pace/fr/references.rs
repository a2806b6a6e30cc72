//! How a text refers to its own provisions, in French.

use text::References;

/// How a text refers to its own provisions.
#[rustfmt::skip]
pub const TABLE: References = References {
    units: &["paragraphe", "paragraphes", "sous-paragraphe", "sous-paragraphes"],
    list: &["et", "ou"],
    range: &["à"],
    own: &[
        "ci-dessus", "ci-dessous", "susmentionné", "susmentionnés", "du présent texte",
        "du présent avis", "du projet de résolution", "du projet de recommandation", "du
        projet d'avis", "du projet d’avis", "du présent projet", "de la présente
        résolution", "de cette résolution", "du présent projet de résolution", "de la
        présente recommandation", "de cette recommandation", "du présent projet de
        recommandation",
    ],
    foreign: &[
        "de la", "de l'", "de l’", "du", "des", "de sa", "de son", "de ses", "de cette",
        "de ce", "de cet", "de ces", "d'un", "d’un", "d'une", "d’une", "de résolution",
        "dans la résolution", "dans la recommandation", "dans sa résolution", "dans sa
        recommandation",
    ],
    instruments: &[
        "résolution", "résolutions", "recommandation", "recommandations", "avis",
        "convention", "traité", "accord", "charte", "protocole", "statut",
        "constitution", "article", "règlement", "directive", "loi", "décision",
        "rapport", "décret",
    ],
};
