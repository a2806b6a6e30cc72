//! Drafting styles and their languages: grammars, labels and tables as data.
//!
//! A style is a folder, a language of it a folder below; `registry.rs` names them all. Nothing
//! outside these folders knows a language.

pub mod grammar;
mod labels;
mod pace;
mod printed;
mod registry;

pub use grammar::Grammar;
pub use labels::{Falling, Labels};
pub use printed::{Printed, Typography};
pub use registry::{Style, language, languages, style, styles};

use text::{Lang, Tables};

/// Everything there is to know about one language in one drafting style.
#[derive(Debug)]
pub struct Language {
    /// Its name.
    pub lang: Lang,
    /// The tables that `text` and `merge` work with.
    pub tables: Tables,
    /// The words around texts and amendments in a compendium.
    pub labels: Labels,
    /// The words and the typography of a drawn document.
    pub printed: Printed,
    /// How wordings are read and written.
    pub grammar: Grammar,
}
