//! What an amendment does and where, in the few words that a table has room for.

use super::{Args, named, object, operation, say};
use crate::report::executable;
use crate::state::Worked;
use crate::{State, Version};
use instruction::{Locator, Operation, Target};
use text::Lang;

/// The operations of an amendment, each with the name of its place ("paragraph 7, third sentence")
/// and its word ("replace"); none where it cannot be carried out.
///
/// The place of a sub-amendment is named by its amendment and what it cites there. `lang` is the
/// language of the table; what authors cite is in that of the wording shown.
pub fn acts(state: &State, at: usize, lang: Lang) -> Vec<(String, String)> {
    named_acts(state, at, lang, true)
}

/// The same without the letter of the draft text, for a list under its heading.
pub fn acts_in_text(state: &State, at: usize, lang: Lang) -> Vec<(String, String)> {
    named_acts(state, at, lang, false)
}

fn named_acts(state: &State, at: usize, lang: Lang, lettered: bool) -> Vec<(String, String)> {
    let shown = shown(state, at, lang).filter(|_| executable(state, at));
    let Some((worked, version)) = shown else { return Vec::new() };
    let placed = worked.placed.as_ref().map(|placed| &placed.operations);
    match (placed, &worked.written) {
        (Some(operations), _) => operations
            .iter()
            .map(|one| (in_draft(one, version, lang, lettered), operation(one, lang)))
            .collect(),
        (None, Some(written)) => {
            let place = |one| in_amendment(state, at, one, version, lang);
            written.operations.iter().map(|one| (place(one), operation(one, lang))).collect()
        }
        (None, None) => Vec::new(),
    }
}

/// An amendment as worked out in this language, or in its first.
pub fn shown(state: &State, at: usize, lang: Lang) -> Option<(&Worked, &Version)> {
    let texts = &state.dossier.amendments.get(at)?.texts;
    let text = texts.iter().position(|text| text.lang == lang).unwrap_or(0);
    let version = state.dossier.version(texts.get(text)?.lang)?;
    Some((state.worked.get(at)?.get(text)?, version))
}

/// The place of an operation as its author cited it, in the language of the wording.
pub fn cited(operation: &Operation<Locator>, version: &Version) -> Option<String> {
    let name = instruction::cited_name(operation, version.language()?);
    (!name.is_empty()).then_some(name)
}

/// The place by its name, behind the letter of its part where the dossier has several.
fn in_draft(
    operation: &Operation<Target>,
    version: &Version,
    lang: Lang,
    lettered: bool,
) -> String {
    let target = operation.at();
    // The words that it quotes are the version's.
    let language = version.style.language(lang);
    let name = language.map(|of| instruction::place_name(target, &version.index, of));
    let name = name.filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| object(target, version, lang));
    let parts = &version.draft.parts;
    match parts.get(target.part as usize).filter(|_| lettered && parts.len() > 1) {
        Some(part) => match language.and_then(|of| of.labels.articles.first()) {
            Some(article) => format!("{} {}, {name}", article.to_lowercase(), part.letter),
            None => format!("{} {name}", part.letter),
        },
        None => name,
    }
}

/// The place of a sub-amendment, which lies in the wording of its amendment.
fn in_amendment(
    state: &State,
    at: usize,
    operation: &Operation<Locator>,
    version: &Version,
    lang: Lang,
) -> String {
    let Some(parent) = state.parent(at) else { return String::new() };
    let parent = named(state, parent, false, lang);
    match cited(operation, version) {
        Some(place) => format!("{parent}, {place}"),
        None => parent,
    }
}

/// The word for what cannot be carried out: "not executable".
pub fn unexecutable(lang: Lang) -> String {
    say(lang, "unexecutable", &Args::new())
}
