//! How a text refers to its own provisions, in French.

use text::References;

/// How a text refers to its own provisions.
pub const TABLE: References = References {
    units: &["paragraphe", "paragraphes", "alinéa", "alinéas"],
    list: &["et", "ou"],
    range: &["à"],
    own: &["ci-dessus", "ci-dessous", "de la présente résolution"],
    foreign: &["de la résolution", "de la recommandation", "de la"],
    instruments: &[
        "résolution",
        "résolutions",
        "recommandation",
        "recommandations",
        "avis",
        "convention",
        "traité",
        "accord",
        "charte",
        "protocole",
        "statut",
        "constitution",
        "article",
        "règlement",
        "directive",
        "loi",
        "décision",
        "rapport",
        "décret",
    ],
};
