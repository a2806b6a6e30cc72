//! The English grammar, put together.

use super::{delete, insert, lexicon, locator, not_executable, replace};
use crate::style::{Grammar, Versions};
use std::sync::OnceLock;

/// The English grammar.
pub const fn grammar() -> Grammar {
    Grammar {
        lexicon: lexicon::WORDS,
        ordinals: lexicon::ORDINALS,
        paragraph_ordinals: lexicon::PARAGRAPH_ORDINALS,
        ordinal_endings: lexicon::ORDINAL_ENDINGS,
        ordinal_suffixes: lexicon::ORDINAL_SUFFIXES,
        counts: lexicon::COUNTS,
        drafts: lexicon::DRAFTS,
        and: "and",
        to: "to",
        frames: locator::FRAMES,
        versions: Versions { by: "en" },
        places: locator::PLACES,
        relations: locator::RELATIONS,
        payloads: insert::PAYLOADS,
        insert: insert::CLAUSES,
        replace: replace::CLAUSES,
        delete: delete::CLAUSES,
        not_executable: not_executable::SIGNS,
        contractions: &[],
        marks: ('“', '”'),
        compiled: OnceLock::new(),
    }
}
