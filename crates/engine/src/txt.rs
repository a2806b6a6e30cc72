//! Plain text out: a form that [`crate::read`] reads back to the same dossier.
//!
//! The canonical form has one paragraph a line and an empty line between paragraphs, so that
//! nothing in it can be taken for a broken line; provisions are indented by two spaces a level, and
//! closing text as much as the provision it closes. An amendment stands behind the text in which
//! its place begins, or, where unnumbered text follows, behind that: what follows an amendment in
//! the draft must begin with a number.
//!
//! Text that would be read as something else (a paragraph of new text that reads "Amendment 4")
//! has a `\` before it, which the reader takes away. Whether that is needed is asked of the
//! reader's own functions, and so `read(write(d)) == d` does not rest on two lists kept alike.

mod place;
mod writer;

use crate::State;
use text::Lang;

/// Writes one language version of the dossier, amendments in calling order at their places.
///
/// A language that the dossier does not have gives an empty text.
pub fn write(state: &State, lang: Lang) -> String {
    let Some(version) = state.dossier.version(lang) else { return String::new() };
    let Some(language) = version.language() else { return String::new() };
    writer::Writer::new(state, version, &language.labels).write()
}
