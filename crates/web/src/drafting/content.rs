//! What a private draft says: kept as JSON in the store, which does not look into it.

use crate::Held;
use engine::subamendment;
use engine::wording::{self, Edit, Edited, Refusal, Side};
use procedure::event::Id;
use serde::{Deserialize, Serialize};
use text::Lang;
use utoipa::ToSchema;

/// The characters of a text at most.
pub const LONGEST: usize = 30_000;

/// The characters of an explanatory note at most; how many words the chamber allows is the matter of its rules.
pub const LONGEST_NOTE: usize = 5_000;

/// The characters of what something is called at most.
const LONGEST_NAME: usize = 200;

/// What somebody does to the draft, or to another amendment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DraftedAct)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// A paragraph reads otherwise.
    #[default]
    Change,
    /// A new paragraph comes before one.
    Before,
    /// A new paragraph comes after one.
    After,
    /// A paragraph goes.
    Delete,
    /// The title reads otherwise.
    Title,
    /// The new text of another amendment reads otherwise: a sub-amendment.
    NewText,
    /// A wording is written by hand.
    Wording,
}

impl What {
    /// The one of this name.
    pub fn of(name: &str) -> Option<Self> {
        serde_json::from_value(name.into()).ok()
    }

    /// Whether a text is written, and not only a note.
    pub fn has_text(self) -> bool {
        self != Self::Delete
    }
}

/// What a private draft says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = DraftedContent)]
#[serde(default)]
pub struct Content {
    /// What is done.
    pub what: What,
    /// The draft text, by position.
    #[schema(maximum = 1_000_000)]
    pub part: u32,
    /// The paragraph by its number; empty for the title, and for wordings that were begun nowhere.
    pub number: String,
    /// The amendment that a sub-amendment changes, as the log calls it; empty for any other.
    pub parent: String,
    /// The language in which it is written, "en".
    pub lang: String,
    /// The text as it should read, paragraphs parted by empty lines; or the wording.
    pub text: String,
    /// The explanatory note.
    pub note: String,
    /// The account of the member for whom staff of a group draft it.
    pub member: Option<i64>,
}

impl Content {
    /// What of it is longer than it may be, and how long that is; none where nothing is.
    pub fn too_long(&self) -> Option<(&'static str, usize)> {
        let all = [
            ("text", &self.text, LONGEST),
            ("note", &self.note, LONGEST_NOTE),
            ("number", &self.number, LONGEST_NAME),
            ("parent", &self.parent, LONGEST_NAME),
            ("lang", &self.lang, LONGEST_NAME),
        ];
        let long = all.into_iter().find(|(_, text, most)| text.chars().count() > *most);
        long.map(|(name, _, most)| (name, most))
    }

    /// As the store keeps it.
    pub fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From what the store keeps.
    pub fn read(payload: &str) -> Option<Self> {
        serde_json::from_str(payload).ok()
    }

    /// The language in which it is written: one of the dossier's.
    pub fn language(&self, held: &Held) -> Option<Lang> {
        let versions = &held.sitting.state.dossier.versions;
        let own = versions.iter().find(|version| version.lang.tag() == self.lang);
        own.or(versions.first()).map(|version| version.lang)
    }

    /// The position in the course of the amendment that it changes; none for an amendment to the draft.
    pub fn parent(&self, held: &Held) -> Option<usize> {
        let named = (!self.parent.is_empty()).then(|| Id(self.parent.clone()))?;
        held.sitting.course.position(&named)
    }

    /// The text as it stands before anything is changed; empty for what is new. None where there is no such place.
    pub fn original(&self, held: &Held) -> Option<String> {
        let lang = self.language(held)?;
        match self.what {
            What::Before | What::After => self.paragraph(held, lang).map(|_| String::new()),
            What::Change | What::Delete => self.paragraph(held, lang),
            What::Title => {
                let index = &held.sitting.state.dossier.version(lang)?.index;
                let title = index.parts().get(self.part as usize)?.title?;
                Some(index.block_at(title)?.span.of(index.text()).to_owned())
            }
            What::NewText => {
                let texts = self.new_texts(held, lang)?;
                let all: Vec<String> = texts.into_iter().flatten().collect();
                (!all.is_empty()).then(|| all.join("\n\n"))
            }
            What::Wording => Some(String::new()),
        }
    }

    /// The paragraph that it is about, as the draft has it.
    fn paragraph(&self, held: &Held, lang: Lang) -> Option<String> {
        let index = &held.sitting.state.dossier.version(lang)?.index;
        let &[id] = index.numbered(self.part, &self.number) else { return None };
        let opening = index.block_at(index.provision_at(id)?.opening)?;
        Some(opening.span.of(index.text()).to_owned())
    }

    fn new_texts(&self, held: &Held, lang: Lang) -> Option<Vec<Vec<String>>> {
        let place = held.sitting.place(self.parent(held)?);
        Some(subamendment::new_texts(&held.sitting.state, place, lang))
    }

    /// The official wording in the language in which it is written.
    ///
    /// # Errors
    /// Where there is none.
    pub fn wording(&self, held: &Held) -> Result<String, Refusal> {
        let nowhere = || Refusal::NoSuchProvision(self.number.clone());
        let lang = self.language(held).ok_or_else(nowhere)?;
        let state = &held.sitting.state;
        let paragraphs = paragraphs(&self.text);
        let edit = match self.what {
            What::Wording => {
                let lines: Vec<&str> = self.text.lines().map(str::trim).collect();
                let wording = lines.join("\n").trim().to_owned();
                return if wording.is_empty() { Err(Refusal::Empty) } else { Ok(wording) };
            }
            What::NewText => {
                let texts = self.new_texts(held, lang).ok_or_else(nowhere)?;
                let place = self.parent(held).map(|at| held.sitting.place(at));
                let edited = shaped(paragraphs, &texts).ok_or(Refusal::NotExpressible)?;
                let place = place.ok_or_else(nowhere)?;
                return match subamendment::edited(state, place, &edited, lang) {
                    Err(Refusal::NotExpressible) => {
                        subamendment::edited(state, place, &all_ended(&edited, &texts), lang)
                    }
                    worded => worded,
                };
            }
            What::Title => Edit::Title(paragraphs.join(" ")),
            What::Delete => self.edit(Edited::Deleted),
            What::Change => self.edit(Edited::Text(paragraphs)),
            What::Before | What::After => {
                let side = if self.what == What::Before { Side::Before } else { Side::After };
                Edit::Beside(self.number.clone(), side, paragraphs)
            }
        };
        let worded = |edit: &Edit| {
            let worded = wording::wording(state, self.part, edit, lang, &[lang])?;
            let own = worded.wordings.into_iter().next().map(|(_, wording)| wording);
            own.ok_or(Refusal::NotExpressible)
        };
        match worded(&edit) {
            // An item of a list has the mark of the list at its end, whoever forgot it.
            Err(Refusal::NotExpressible) if self.what == What::Change => {
                let ended = self.paragraph(held, lang).and_then(|old| ended(&self.text, &old));
                let edit = ended.map(|ended| self.edit(Edited::Text(ended)));
                edit.map_or(Err(Refusal::NotExpressible), |edit| worded(&edit))
            }
            worded => worded,
        }
    }

    fn edit(&self, edited: Edited) -> Edit {
        Edit::Provision(self.number.clone(), edited)
    }
}

/// Paragraphs as somebody writes them: parted by lines in which nothing stands.
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| if line.trim().is_empty() { "" } else { line });
    let lines: Vec<&str> = lines.collect();
    let joined = lines
        .split(|line| line.is_empty())
        .map(|lines| lines.iter().flat_map(|line| line.split_whitespace()).collect::<Vec<_>>());
    joined.filter(|words| !words.is_empty()).map(|words| words.join(" ")).collect()
}

/// Marks with which a paragraph may end.
const ENDS: [char; 4] = [';', ',', '.', ':'];

/// Each paragraph ending as the one in its place does.
fn all_ended(edited: &[Vec<String>], like: &[Vec<String>]) -> Vec<Vec<String>> {
    let one = |(text, like): (&String, &String)| {
        ended(text, like).and_then(|all| all.into_iter().next()).unwrap_or_else(|| text.clone())
    };
    let texts = edited.iter().zip(like);
    texts.map(|(text, like)| text.iter().zip(like).map(one).collect()).collect()
}

/// The paragraphs of a text with the last one ending as another does; none where it does so already, or that has no such end.
fn ended(text: &str, like: &str) -> Option<Vec<String>> {
    let end = like.chars().next_back().filter(|end| ENDS.contains(end))?;
    let mut all = paragraphs(text);
    let last = all.last_mut().filter(|last| !last.ends_with(end))?;
    *last = format!("{}{end}", last.trim_end_matches(ENDS).trim_end());
    Some(all)
}

/// The same paragraphs, as many for each new text as it has; none where there are more or fewer.
fn shaped(paragraphs: Vec<String>, like: &[Vec<String>]) -> Option<Vec<Vec<String>>> {
    let mut left = paragraphs.into_iter();
    let mut shaped = Vec::with_capacity(like.len());
    for text in like {
        let own: Vec<String> = left.by_ref().take(text.len()).collect();
        if own.len() < text.len() {
            return None;
        }
        shaped.push(own);
    }
    left.next().is_none().then_some(shaped)
}

/// The paragraph, or the title, that a page of the dossier calls so in its addresses: "a-para-7", "part-a".
pub fn place(held: &Held, at: &str, lang: Lang) -> Option<(u32, String)> {
    let version = held.sitting.state.dossier.version(lang)?;
    let same = |wanted: String| slug(&wanted) == at;
    let titled = version
        .draft
        .parts
        .iter()
        .position(|part| part.title.is_some() && same(format!("part-{}", part.letter)));
    if let Some(part) = titled {
        return Some((u32::try_from(part).ok()?, String::new()));
    }
    version.index.provisions().iter().find_map(|entry| {
        let letter = &version.draft.parts.get(entry.part as usize)?.letter;
        same(format!("{letter}-para-{}", entry.number)).then(|| (entry.part, entry.number.clone()))
    })
}

/// As the drawn document makes its ids.
fn slug(wanted: &str) -> String {
    let fit = |sign: char| if sign.is_ascii_alphanumeric() || sign == '.' { sign } else { '-' };
    wanted.to_lowercase().chars().map(fit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_parted_by_empty_lines() {
        assert_eq!(paragraphs("  One\nline.\r\n \r\nTwo. \n\n\n"), ["One line.", "Two."]);
        assert!(paragraphs(" \n\t\n").is_empty());
    }

    #[test]
    fn what_is_done_has_the_names_of_the_forms() {
        assert_eq!(What::of("new-text"), Some(What::NewText));
        assert_eq!(What::of("dance"), None);
        let content = Content { what: What::After, number: "7".to_owned(), ..Content::default() };
        assert_eq!(Content::read(&content.written()), Some(content));
    }
}
