//! Drafting styles and their languages: grammars, labels and tables as data.
//!
//! A style is a folder, a language of it a folder below. The style's `mod.rs` lists its languages and
//! `registry.rs` the styles; nothing outside these folders knows a language.

mod fr_national;
pub mod grammar;
mod labels;
mod pace;
mod printed;
mod registry;
mod versions;

pub use grammar::Grammar;
pub use labels::{Falling, Labels};
pub use printed::{Printed, Typography};
pub use registry::{Style, language, languages, style, styles};
pub use versions::{Spoken, Versions, version_name};

use text::{Lang, Tables};

/// Everything there is to know about one language in one drafting style.
#[derive(Debug)]
pub struct Language {
    /// Its name.
    pub lang: Lang,
    /// Its code of three letters in ISO 639-2/T, which Akoma Ntoso asks for: "eng", "fra".
    pub iso_639_2: &'static str,
    /// The tables that `text` and `merge` work with.
    pub tables: Tables,
    /// The words around texts and amendments in a compendium.
    pub labels: Labels,
    /// The words and the typography of a drawn document.
    pub printed: Printed,
    /// What is said of language versions: of its own everywhere, and of the others in it.
    pub spoken: &'static [Spoken],
    /// How wordings are read and written.
    pub grammar: Grammar,
    /// Set where the shared grammar does not fit: how this style reads and writes them itself.
    pub own: Option<&'static Own>,
}

/// A style's own way to read and to write wordings.
#[derive(Debug)]
pub struct Own {
    /// Reads a wording, as [`crate::parse`] does.
    pub parse: fn(&str) -> crate::Parsed,
    /// Writes an instruction, as [`crate::generate`] does.
    pub generate: fn(&crate::Instruction<crate::Locator>) -> String,
    /// Whether a new paragraph only pays for what the amendment costs, and says nothing of its subject.
    pub compensates: fn(&str) -> bool,
}
