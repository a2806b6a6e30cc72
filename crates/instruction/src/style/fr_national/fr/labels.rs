//! The words around articles and amendments in a *liasse*.

use crate::style::Labels;
use crate::style::pace::fr as pace;

/// The words by which a *liasse* is laid out. Names, numbers and notes on falling are those of any paper in
/// French.
pub const TABLE: Labels = Labels {
    compendium: &[
        "Liasse des amendements",
        "Recueil des amendements écrits",
        "Recueil des amendements",
        "Liste des amendements",
    ],
    document: &["Texte n°", "Projet de loi n°", "Proposition de loi n°", "Doc."],
    parts: &[],
    adopted_parts: &[],
    articles: &["Article"],
    divisions: &["Livre", "Titre", "Partie", "Chapitre", "Section", "Sous-section"],
    rules: &["Règlement"],
    chambers: &[("Assemblée nationale", "assemblee-nationale"), ("Sénat", "senat")],
    draft: &[],
    tabled_by: &[
        "Présenté par",
        "Présentée par",
        "Déposé par",
        "Déposée par",
        "Proposé par",
        "Auteurs",
        "Auteur",
        "Signataires",
    ],
    note: &["Exposé sommaire", "Exposé des motifs", "Objet"],
    frames: &["En conséquence"],
    openers: &[
        "Supprimer",
        "Remplacer",
        "Substituer",
        "Rédiger",
        "Rétablir",
        "Compléter",
        "Insérer",
        "Ajouter",
        "Procéder",
        "Alinéa",
        "Alinéas",
        "Après",
        "Avant",
        "Au",
        "Aux",
        "À",
        "A",
        "I.",
    ],
    units: &[
        "alinéa", "alinéas", "article", "articles", "phrase", "phrases", "mot", "mots", "division",
    ],
    ..pace::labels::TABLE
};
