//! How places of this style are named.

use crate::style::Versions;
use crate::style::grammar::{Grammar, PlaceForm, Rule, rules};
use crate::style::pace::fr::lexicon;
use std::sync::OnceLock;

/// Places.
const PLACES: &[Rule<PlaceForm>] = rules! {
    /// "alinéa 3"
    /// "les alinéas 3 et 4"
    PlaceForm::Provisions => "<l'alinéa|les_alinéas~alinéa|alinéas> {numbers}";
};

/// The grammar of names.
pub const fn grammar() -> Grammar {
    Grammar {
        lexicon: &[],
        ordinals: lexicon::ORDINALS,
        paragraph_ordinals: lexicon::PARAGRAPH_ORDINALS,
        ordinal_endings: lexicon::ORDINAL_ENDINGS,
        ordinal_suffixes: lexicon::ORDINAL_SUFFIXES,
        counts: lexicon::COUNTS,
        drafts: &[],
        and: "et",
        to: "à",
        frames: &[],
        versions: Versions { by: "fr" },
        places: PLACES,
        relations: &[],
        payloads: &[],
        insert: &[],
        replace: &[],
        delete: &[],
        not_executable: &[],
        contractions: lexicon::CONTRACTIONS,
        marks: ('«', '»'),
        compiled: OnceLock::new(),
    }
}
