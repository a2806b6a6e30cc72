//! French.

mod grammar;
mod labels;
pub(super) mod lexicon;
mod tables;

use crate::style::pace::fr as pace;
use crate::style::{Language, Own};
use text::Lang;

/// French in this style.
pub static LANGUAGE: Language = Language {
    lang: Lang::FR,
    iso_639_2: "fra",
    tables: tables::TABLES,
    labels: labels::TABLE,
    printed: pace::printed::TABLE,
    spoken: pace::versions::SPOKEN,
    grammar: grammar::grammar(),
    own: Some(&Own {
        parse: super::read::parse,
        generate: super::write::generate,
        compensates: super::compensation::compensates,
    }),
};
