//! The words around texts and amendments in a compendium, in French.

use crate::style::{Falling, Labels};
use text::TextKind;

/// The words by which a compendium is laid out.
pub const TABLE: Labels = Labels {
    compendium: &[
        "Recueil des amendements écrits",
        "Recueil des amendements",
        "Liste des amendements",
    ],
    document: &["Doc."],
    contents: &["Table des matières", "Sommaire"],
    page: &["Page"],
    parts: &[
        (TextKind::Resolution, "Projet de résolution"),
        (TextKind::Recommendation, "Projet de recommandation"),
        (TextKind::Opinion, "Projet d'avis"),
        (TextKind::Opinion, "Projet d’avis"),
    ],
    draft: &["Projet"],
    title: &["Titre"],
    amendments: &["Amendements"],
    amendment: &["Amendement"],
    sub_amendment: &["Sous-amendement", "Sous amendement"],
    to_amendment: &["à l'amendement", "à l’amendement"],
    number: &["n°", "nº", "no", "No"],
    tabled_by: &["Déposé par", "Déposée par", "Présenté par", "Présentée par", "Déposé au nom de"],
    committee: &["la commission", "commission", "au nom de la commission"],
    honorifics: &["M.", "Mme", "MM.", "Mmes", "Mlle", "Lord", "Lady", "Baroness", "Sir"],
    and: "et",
    or: "ou",
    note: &["Note explicative", "Exposé des motifs", "Exposé sommaire"],
    colon: ":",
    falling: Falling {
        if_adopted: &[
            "Si adopté",
            "S'il est adopté",
            "S’il est adopté",
            "Si cet amendement est adopté",
        ],
        falls_if: &["Tombe si", "Cet amendement tombe si"],
        verbs: &["tombe", "tombent"],
        fells_one: "Si adopté, l'amendement {} tombe",
        fells_several: "Si adopté, les amendements {} tombent",
        falls_with_one: "Tombe si l'amendement {} est adopté",
        falls_with_several: "Tombe si l'un des amendements {} est adopté",
    },
    frames: &[
        "Dans le projet",
        "Dans l'amendement",
        "Dans l’amendement",
        "Dans le titre du projet",
    ],
    openers: &[
        "Dans",
        "Au",
        "Aux",
        "À",
        "A",
        "Après",
        "Avant",
        "Paragraphe",
        "Paragraphes",
        "Remplacer",
        "Supprimer",
        "Insérer",
        "Ajouter",
        "Titre",
        "Si",
    ],
    units: &["paragraphe", "paragraphes", "alinéa", "alinéas", "titre", "sous-paragraphe"],
};
