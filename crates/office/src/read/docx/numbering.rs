//! `numbering.xml`: abstract lists, the lists made of them, and what each overrides.

use super::super::lists::{Definition, Format, Level, Lists};
use super::super::xml::{attribute, child, elements, name, value};
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// The lists of a document by the numbers that paragraphs name them by.
#[derive(Clone, Debug, Default)]
pub struct Numbering {
    by_id: BTreeMap<u32, List>,
}

/// A list.
#[derive(Clone, Debug)]
pub struct List {
    /// What counts: lists made of one abstract list are numbered on.
    pub counter: usize,
    /// Its looks, in [`Lists::definitions`].
    pub definition: usize,
    /// The level of each paragraph style that has one.
    levels: BTreeMap<String, u8>,
    /// The indentation of each level.
    indents: Vec<Option<u16>>,
}

/// An abstract list.
#[derive(Clone, Debug, Default)]
struct Abstract {
    levels: Vec<Level>,
    styles: BTreeMap<String, u8>,
    indents: Vec<Option<u16>>,
    /// The style that has the list of this one.
    link: Option<String>,
    /// The style whose list this is.
    named: Option<String>,
}

impl Numbering {
    /// The list with this number.
    pub fn list(&self, id: u32) -> Option<&List> {
        self.by_id.get(&id)
    }
}

impl List {
    /// The level of paragraphs of this style.
    pub fn level_of(&self, style: &str) -> Option<u8> {
        self.levels.get(style).copied()
    }

    /// The indentation of text of this level.
    pub fn indent(&self, level: u8) -> Option<u16> {
        self.indents.get(usize::from(level)).copied().flatten()
    }
}

/// Reads `numbering.xml`; how the lists look goes into `lists`.
pub fn read(document: &Document<'_>, lists: &mut Lists) -> Numbering {
    let root = document.root_element();
    let mut abstracts: BTreeMap<u32, Abstract> = BTreeMap::new();
    for node in elements(root).filter(|node| name(*node) == "abstractNum") {
        if let Some(id) = number(node, "abstractNumId") {
            abstracts.insert(id, abstract_list(node));
        }
    }
    let mut numbering = Numbering::default();
    for node in elements(root).filter(|node| name(*node) == "num") {
        let of = value(node, "abstractNumId").and_then(|id| id.trim().parse::<u32>().ok());
        let (Some(id), Some(of)) = (number(node, "numId"), of) else { continue };
        let Some((of, found)) = linked(&abstracts, of) else { continue };
        let mut definition = Definition { levels: found.levels.clone(), ..Definition::default() };
        for over in elements(node).filter(|node| name(*node) == "lvlOverride") {
            let Some(level) = number(over, "ilvl").and_then(|level| u8::try_from(level).ok())
            else {
                continue;
            };
            if let Some(start) =
                value(over, "startOverride").and_then(|start| start.trim().parse().ok())
            {
                definition.overrides.insert(level, start);
            }
            let slot = definition.levels.get_mut(usize::from(level));
            if let (Some(own), Some(slot)) = (child(over, "lvl"), slot) {
                *slot = self::level(own);
            }
        }
        lists.definitions.push(definition);
        let list = List {
            counter: of as usize,
            definition: lists.definitions.len() - 1,
            levels: found.styles.clone(),
            indents: found.indents.clone(),
        };
        numbering.by_id.insert(id, list);
    }
    numbering
}

/// The abstract list with this number, or the one of the style that it refers to.
fn linked(abstracts: &BTreeMap<u32, Abstract>, id: u32) -> Option<(u32, &Abstract)> {
    let found = abstracts.get(&id)?;
    let Some(link) = found.link.as_ref().filter(|_| found.levels.is_empty()) else {
        return Some((id, found));
    };
    let other = abstracts.iter().find(|(_, other)| other.named.as_ref() == Some(link));
    other.map(|(id, found)| (*id, found))
}

fn abstract_list(node: Node<'_, '_>) -> Abstract {
    let mut list = Abstract {
        link: value(node, "numStyleLink").map(str::to_owned),
        named: value(node, "styleLink").map(str::to_owned),
        ..Abstract::default()
    };
    for found in elements(node).filter(|node| name(*node) == "lvl") {
        let Some(at) = number(found, "ilvl").filter(|at| *at < 10) else { continue };
        let position = at as usize;
        if list.levels.len() <= position {
            list.levels.resize_with(position + 1, Level::default);
            list.indents.resize(position + 1, None);
        }
        list.levels[position] = level(found);
        list.indents[position] = super::styles::indent(child(found, "pPr"));
        if let Some(style) = value(found, "pStyle") {
            list.styles.insert(style.to_owned(), at as u8);
        }
    }
    list
}

fn level(node: Node<'_, '_>) -> Level {
    let of = |name: &str| value(node, name).and_then(|value| value.trim().parse::<u32>().ok());
    let format = match value(node, "numFmt").unwrap_or("decimal") {
        "lowerLetter" => Format::Lower,
        "upperLetter" => Format::Upper,
        "lowerRoman" => Format::LowerRoman,
        "upperRoman" => Format::UpperRoman,
        "bullet" => Format::Bullet,
        "none" => Format::None,
        _ => Format::Decimal,
    };
    // `lvlRestart` counts levels from 1; 0 never starts again.
    let restart = of("lvlRestart").map(|above| match above {
        0 => None,
        above => u8::try_from(above - 1).ok(),
    });
    Level {
        start: of("start").unwrap_or(0),
        format,
        label: value(node, "lvlText").unwrap_or("").to_owned(),
        never: restart == Some(None),
        restart: restart.flatten(),
        digits: child(node, "isLgl").is_some(),
    }
}

fn number(node: Node<'_, '_>, wanted: &str) -> Option<u32> {
    attribute(node, wanted)?.trim().parse().ok()
}
