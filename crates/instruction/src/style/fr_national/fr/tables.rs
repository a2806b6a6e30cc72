//! What sentences, seams and references look like in bills.

use crate::style::pace::fr as pace;
use text::{CountedWords, Numbering, References, Seams, SentenceRules, Tables};

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
        deleted: "(Supprimé)",
        announcements: &["ainsi rédigé", "rédaction suivante"],
        part_labels: ["I. - ", "II. - "],
        open_law: ["n° ", "du "],
    }),
};
