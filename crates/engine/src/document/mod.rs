//! The drawn document: what print writers (PDF, HTML, plain text of the adopted text) all draw.

use crate::State;
use text::Lang;

/// How a compendium is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// The provision on the left, its amendments beside it.
    #[default]
    Columns,
    /// One column, amendments below their provision.
    Linear,
}

/// A document, drawn but not yet printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its language.
    pub lang: Lang,
    /// Its title.
    pub title: String,
}

/// The compendium in one language.
pub fn compendium(state: &State, lang: Lang, layout: Layout) -> Document {
    let _ = (state, layout);
    Document { lang, title: String::new() }
}

/// The adopted text in one language, with or without its changes.
pub fn adopted(
    state: &State,
    adopted: &crate::adopt::Adopted,
    lang: Lang,
    changes: bool,
) -> Document {
    let _ = (state, adopted, changes);
    Document { lang, title: String::new() }
}
