//! What a catalogue wants to know of a paper, for writers that describe it to machines.

use super::Section;
use super::amendment::heading;
use super::terms::first;
use crate::adopt::Adopted;
use crate::{State, Version};
use instruction::style::Language;
use text::Part;

/// What a paper is and which texts are in it, in the words of the dossier, without typography.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Whether it is a text as adopted; else it is a compendium.
    pub adopted: bool,
    /// The draft texts, or those adopted, in their order.
    pub texts: Vec<CataloguedText>,
    /// What an amendment is called: "Amendment".
    pub amendment: String,
    /// The amendments by which an adopted text differs from the draft: "Amendment 4". Empty for a
    /// compendium, whose amendments stand in its rows.
    pub amendments: Vec<String>,
}

/// A text in a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CataloguedText {
    /// The id of its section.
    pub id: String,
    /// What it is: "Draft resolution", "Resolution".
    pub kind: String,
    /// Its title; empty where it has none.
    pub title: String,
}

/// The draft texts of a compendium.
pub(super) fn of_compendium(
    version: Option<&Version>,
    sections: &[Section],
    language: &Language,
) -> Catalogue {
    let parts = version.map(|version| version.draft.parts.as_slice()).unwrap_or_default();
    let texts =
        parts.iter().zip(sections).map(|(part, section)| text(part, section, &part.heading));
    Catalogue {
        adopted: false,
        texts: texts.collect(),
        amendment: first(language.labels.amendment),
        amendments: Vec::new(),
    }
}

/// The texts as adopted; `kinds` says what each of them is called now.
pub(super) fn of_adopted(
    state: &State,
    adopted: &Adopted,
    parts: &[(&Part, String)],
    sections: &[Section],
    language: &Language,
) -> Catalogue {
    let texts = parts.iter().zip(sections).map(|((part, kind), section)| text(part, section, kind));
    let amendments = adopted.amendments.iter().filter_map(|at| state.dossier.amendments.get(*at));
    let amendments = amendments.map(|amendment| heading(amendment, &language.labels)).collect();
    let amendment = first(language.labels.amendment);
    Catalogue { adopted: true, texts: texts.collect(), amendment, amendments }
}

fn text(part: &Part, section: &Section, kind: &str) -> CataloguedText {
    let title = part.title.as_ref().map(|title| title.content.text.clone());
    CataloguedText {
        id: section.id.clone(),
        kind: kind.to_owned(),
        title: title.unwrap_or_default(),
    }
}
