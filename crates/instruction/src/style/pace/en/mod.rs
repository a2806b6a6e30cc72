//! English.

mod delete;
mod grammar;
mod insert;
mod labels;
mod lexicon;
mod locator;
mod not_executable;
mod printed;
mod references;
mod replace;
mod seams;
mod sentences;
mod versions;

use crate::style::Language;
use text::{Lang, Tables};

/// English in this style.
pub static LANGUAGE: Language = Language {
    lang: Lang::EN,
    iso_639_2: "eng",
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
