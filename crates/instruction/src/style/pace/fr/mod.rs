//! French.

mod delete;
mod grammar;
mod insert;
pub(in crate::style) mod labels;
pub(in crate::style) mod lexicon;
pub(in crate::style) mod locator;
mod not_executable;
pub(in crate::style) mod printed;
mod references;
mod replace;
pub(in crate::style) mod seams;
pub(in crate::style) mod sentences;
pub(in crate::style) mod versions;

use crate::style::Language;
use text::{Lang, Tables};

/// French in this style.
pub static LANGUAGE: Language = Language {
    lang: Lang::FR,
    iso_639_2: "fra",
    tables: Tables {
        sentences: sentences::TABLE,
        seams: seams::TABLE,
        references: references::TABLE,
        numbering: text::Numbering::Printed,
    },
    labels: labels::TABLE,
    printed: printed::TABLE,
    spoken: versions::SPOKEN,
    grammar: grammar::grammar(),
    own: None,
};
