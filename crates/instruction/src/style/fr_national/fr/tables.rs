//! What sentences, seams and references look like in bills.

use crate::style::pace::fr as pace;
use text::{CountedWords, Numbering, References, Seams, SentenceRules, Spelling, Tables};

/// All of them.
pub const TABLES: Tables = Tables {
    sentences: SentenceRules { labelled_blocks: true, ..pace::sentences::TABLE },
    seams: Seams {
        continuations: &[],
        never_names: pace::seams::TABLE.never_names,
        elisions: pace::seams::TABLE.elisions,
        spaced_marks: &[],
        list_conjunctions: &["et", "ou"],
    },
    references: References {
        units: &[],
        list: &[],
        range: &[],
        own: &[],
        foreign: &[],
        instruments: &[],
    },
    numbering: Numbering::Counted(CountedWords {
        in_order: true,
        deleted: "(Supprimé)",
        announcements: &["ainsi rédigé", "rédaction suivante"],
        part_labels: ["I. - ", "II. - "],
        deleted_together: [" et ", " à "],
        spelling: &Spelling {
            words: &[("Etat", "État"), ("Etats", "États")],
            opening: ["A", "À"],
            ligatures: &[("œ", "oe", "oeu")],
            units: &[("euros", "€")],
            offices: &["ministre", "ministres", "ministère", "ministères"],
            between: &["chargé", "chargée", "chargés", "chargées", "de", "la", "l", "du", "des"],
            headings: &[
                ("LIVRE", "Livre"),
                ("TITRE", "Titre"),
                ("CHAPITRE", "Chapitre"),
                ("SECTION", "Section"),
                ("SOUS-SECTION", "Sous-section"),
            ],
        },
        open_law: ["n° ", "du "],
    }),
};
