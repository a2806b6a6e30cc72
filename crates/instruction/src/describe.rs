//! From places back to words: how a place is named, and how it is cited in a wording.

use crate::style::Language;
use crate::{Locator, Scope, Target};

/// The shortest locator that [`crate::resolve`] turns back into exactly this place (with the edge
/// of the operation), `None` where the place cannot be cited.
pub fn describe(target: &Target, scope: &Scope<'_>) -> Option<Locator> {
    let _ = (target, scope);
    None
}

/// The name of a place for people: "paragraph 7, third sentence", "paragraphe 7, troisième phrase".
pub fn place_name(target: &Target, index: &text::Index, language: &Language) -> String {
    let _ = (target, index, language);
    String::new()
}
