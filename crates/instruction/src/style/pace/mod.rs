//! The drafting style of the Parliamentary Assembly of the Council of Europe: numbered paragraphs
//! (9.2.1), amendments in words.

use crate::style::Language;

/// A folder for each language, and the list of them all.
macro_rules! languages {
    ($($folder:ident)*) => {
        $(pub(super) mod $folder;)*

        /// Its languages, the assembly's own first.
        pub static LANGUAGES: &[&Language] = &[$(&$folder::LANGUAGE),*];
    };
}

languages! { en fr de }
