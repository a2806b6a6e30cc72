//! Languages by their registered names.

use std::fmt;

/// A language, by its BCP 47 tag: `en`, `fr`.
///
/// Not an enum: a language is added by registering it with a drafting style (crate `instruction`,
/// `style/pace/mod.rs`), which holds everything else there is to know about it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(&'static str);

impl Lang {
    /// English.
    pub const EN: Self = Self("en");
    /// French.
    pub const FR: Self = Self("fr");

    /// The language with this tag. Used by the registry of languages; elsewhere look tags up there.
    pub const fn new(tag: &'static str) -> Self {
        Self(tag)
    }

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        self.0
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
