//! How a run looks, as a style or the run itself says it.

use text::Lang;

/// How a run looks; `None`: not said here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Looks {
    /// In italics.
    pub italic: Option<bool>,
    /// Raised.
    pub raised: Option<bool>,
    /// Not shown.
    pub hidden: Option<bool>,
    /// Its language, where it is registered.
    pub lang: Option<Lang>,
}

impl Looks {
    /// What this says, and where it says nothing, what `below` says.
    pub fn over(self, below: Self) -> Self {
        Self {
            italic: self.italic.or(below.italic),
            raised: self.raised.or(below.raised),
            hidden: self.hidden.or(below.hidden),
            lang: self.lang.or(below.lang),
        }
    }
}

/// The registered language of a tag such as "fr-FR".
pub fn registered(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next()?.to_lowercase();
    let known = instruction::style::languages();
    known.iter().map(|language| language.lang).find(|lang| lang.tag() == primary)
}
