//! What a visitor looks for in a compendium: place, tabler, state, words.

use crate::Held;
use crate::held::Standing;
use engine::document::{AmendmentBlock, Document, Row, Run, Section};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most characters of a search that are looked at.
const LONGEST: usize = 200;

/// What is asked for, as a form sends it; what is empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// A draft text, "part-a", or a provision, "a-para-7".
    pub place: String,
    /// A name under an amendment.
    pub by: String,
    /// A [`Standing`] by its word.
    pub state: String,
    /// Words, all of which occur.
    pub q: String,
}

/// The words of amendments, without capitals and accents.
#[derive(Debug, Default)]
pub struct Searched {
    /// By the id of the block.
    blocks: BTreeMap<String, String>,
}

/// The blocks in which all words were found.
#[derive(Debug, Default)]
pub struct Found(BTreeSet<String>);

impl Filter {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        [&self.place, &self.by, &self.state, &self.q].iter().all(|field| field.trim().is_empty())
    }

    /// The same without what only repeats another spelling: trimmed, cut to a sensible length, unknown states left out.
    pub fn tidy(&self) -> Self {
        let cut = |field: &str| field.trim().chars().take(LONGEST).collect::<String>();
        let state = Standing::of(self.state.trim()).map(|one| one.word().to_owned());
        Self {
            place: cut(&self.place),
            by: cut(&self.by),
            state: state.unwrap_or_default(),
            q: cut(&self.q),
        }
    }
}

impl Searched {
    /// Of a compendium.
    pub fn of(document: &Document) -> Self {
        let mut searched = Self::default();
        for block in blocks(document) {
            let lines = block.wording.iter().map(|line| &line.content);
            let lines = lines.chain([&block.tabled]).chain(&block.notes).chain(&block.reasons);
            let mut text = block.heading.clone();
            for line in lines {
                text.push(' ');
                text.extend(line.iter().map(|run: &Run| run.text.as_str()));
            }
            searched.blocks.insert(block.id.clone(), folded(&text));
        }
        searched
    }

    /// The blocks that have all these words.
    pub fn find(&self, words: &str) -> Found {
        let folded = folded(words);
        let wanted: Vec<&str> = folded.split_whitespace().collect();
        let has = |(_, text): &(&String, &String)| wanted.iter().all(|word| text.contains(word));
        Found(self.blocks.iter().filter(has).map(|(id, _)| id.clone()).collect())
    }
}

impl Found {
    fn has(&self, block: &AmendmentBlock) -> bool {
        self.0.contains(&block.id)
    }
}

/// All amendments of a document, each behind its sub-amendments.
pub fn blocks(document: &Document) -> impl Iterator<Item = &AmendmentBlock> {
    let rows = document.sections.iter().flat_map(|section| &section.rows);
    rows.flat_map(|row| &row.amendments).flat_map(|block| block.before.iter().chain([block]))
}

/// Small letters without accents, one kind of apostrophe, narrow spaces as spaces.
pub fn folded(text: &str) -> String {
    let plain = text.nfd().filter(|sign| !is_combining_mark(*sign));
    let plain = plain.flat_map(char::to_lowercase);
    plain
        .map(|sign| match sign {
            '’' | 'ʼ' | '‘' => '\'',
            sign if sign.is_whitespace() => ' ',
            sign => sign,
        })
        .collect()
}

/// A place that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// As a form sends it.
    pub value: String,
    /// "Paragraph 7" or "A. Draft resolution".
    pub name: String,
    /// Whether it is a draft text as a whole.
    pub whole: bool,
}

/// The places at which amendments stand: each text, and each numbered provision in it.
pub fn places(document: &Document) -> Vec<Place> {
    let mut all: Vec<Place> = Vec::new();
    for section in &document.sections {
        if section.rows.iter().all(|row| row.amendments.is_empty()) {
            continue;
        }
        let (value, name) = (section.id.clone(), section.heading.clone());
        all.push(Place { value, name, whole: true });
        for (row, id) in with_places(section) {
            let known = all.last().is_some_and(|last| last.value == id);
            if !row.amendments.is_empty() && !id.is_empty() && !known {
                let number = numbers(section).find(|(of, _)| *of == id).map(|(_, number)| number);
                all.push(Place {
                    value: id.to_owned(),
                    name: number.unwrap_or_default(),
                    whole: false,
                });
            }
        }
    }
    all
}

fn numbers(section: &Section) -> impl Iterator<Item = (&str, String)> {
    let texts = section.rows.iter().filter_map(|row| row.text.as_ref());
    texts.filter(|text| !text.id.is_empty()).map(|text| {
        let number: String = text.number.iter().map(|run| run.text.as_str()).collect();
        (text.id.as_str(), number.trim_end_matches('.').to_owned())
    })
}

/// Each row with the id of the numbered provision that it belongs to.
fn with_places(section: &Section) -> impl Iterator<Item = (&Row, &str)> {
    section.rows.iter().scan("", |place, row| {
        if let Some(text) = row.text.as_ref().filter(|text| !text.id.is_empty()) {
            *place = &text.id;
        }
        Some((row, *place))
    })
}

/// The names under amendments, by family name, which is printed in capitals.
pub fn tablers(document: &Document) -> Vec<String> {
    let names = blocks(document).flat_map(|block| &block.tablers);
    let names: BTreeSet<(String, &String)> = names.map(|name| (family(name), name)).collect();
    names.into_iter().map(|(_, name)| name.clone()).collect()
}

/// The words in capitals, or all.
fn family(name: &str) -> String {
    let capitals = |word: &&str| {
        word.chars().filter(|sign| sign.is_alphabetic()).count() > 1
            && !word.chars().any(char::is_lowercase)
    };
    let family: Vec<&str> = name.split_whitespace().filter(capitals).collect();
    folded(&if family.is_empty() { name.to_owned() } else { family.join(" ") })
}

/// The sections with the rows and amendments alone that are asked for, and how many amendments those are.
pub fn filtered(
    held: &Held,
    document: &Document,
    filter: &Filter,
    found: &Found,
) -> (Vec<Section>, usize) {
    let is_wanted = |block: &AmendmentBlock| is_wanted(held, block, filter, found);
    let mut count = 0;
    let mut sections = Vec::new();
    for section in &document.sections {
        let mut kept = Section { rows: Vec::new(), ..section.clone() };
        for (row, place) in with_places(section) {
            if !is_at(place, &section.id, &filter.place) {
                continue;
            }
            let mut row = row.clone();
            row.amendments.retain_mut(|block| {
                let (own, subs) = (is_wanted(block), block.before.len());
                block.before.retain(&is_wanted);
                count += usize::from(own) + block.before.len();
                // What a sub-amendment changes is shown with it.
                own || (subs > 0 && !block.before.is_empty())
            });
            if !row.amendments.is_empty() {
                kept.rows.push(row);
            }
        }
        if !kept.rows.is_empty() {
            sections.push(kept);
        }
    }
    (sections, count)
}

/// Whether an amendment is among those asked for, wherever it stands.
pub fn is_wanted(held: &Held, block: &AmendmentBlock, filter: &Filter, found: &Found) -> bool {
    (filter.by.is_empty() || block.tablers.contains(&filter.by))
        && (filter.q.is_empty() || found.has(block))
        && Standing::of(&filter.state).is_none_or(|wanted| {
            held.cited(&block.cited).is_some_and(|at| held.standing(at) == wanted)
        })
}

/// Whether a provision is the one asked for, or stands in it.
fn is_at(place: &str, section: &str, wanted: &str) -> bool {
    let below = || place.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('.'));
    wanted.is_empty() || wanted == section || wanted == place || below()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_do_not_matter() {
        assert_eq!(folded("Éclairés d’Été\u{202f}!"), "eclaires d'ete !");
    }

    #[test]
    fn a_place_has_what_is_below_it() {
        assert!(is_at("a-para-7.1", "part-a", "a-para-7"));
        assert!(!is_at("a-para-71", "part-a", "a-para-7"));
        assert!(is_at("a-para-7", "part-a", "part-a"));
        assert!(is_at("a-para-7", "part-a", ""));
    }

    #[test]
    fn names_are_sorted_by_family() {
        assert_eq!(family("Ms Ada VAN DER FOG"), "van der fog");
        assert_eq!(family("Committee on Lamps"), "committee on lamps");
    }
}
