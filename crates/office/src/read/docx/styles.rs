//! `styles.xml`, and what paragraphs and runs say of themselves in the same words.

use super::super::looks::{Looks, registered};
use super::super::styles::{self, Style};
use super::super::xml::{attribute, child, elements, name, value};
use roxmltree::{Document, Node};

/// What a `w:rPr` says of its run.
pub fn looks(properties: Option<Node<'_, '_>>) -> Looks {
    let Some(properties) = properties else { return Looks::default() };
    let switch = |name: &str| {
        let found = child(properties, name)?;
        Some(!matches!(attribute(found, "val"), Some("0" | "false" | "off")))
    };
    let lang = child(properties, "lang").and_then(|lang| attribute(lang, "val"));
    Looks {
        italic: switch("i"),
        raised: value(properties, "vertAlign").map(|align| align == "superscript"),
        hidden: switch("vanish"),
        lang: lang.and_then(registered),
    }
}

/// A paragraph's place in a list, as a style or paragraph says it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Numbered {
    /// The list; 0 takes a paragraph out of its style's.
    pub list: Option<u32>,
    /// From 0.
    pub level: Option<u8>,
}

impl Numbered {
    /// What a `w:pPr` says.
    pub fn of(properties: Option<Node<'_, '_>>) -> Self {
        let found = properties.and_then(|properties| child(properties, "numPr"));
        let number = |name: &str| found.and_then(|found| value(found, name)?.trim().parse().ok());
        let level = number("ilvl").and_then(|level: u32| u8::try_from(level).ok());
        Self { list: number("numId"), level }
    }
}

/// Columns that a `w:pPr` indents its text by, in quarters of an inch.
pub fn indent(properties: Option<Node<'_, '_>>) -> Option<u16> {
    let found = child(properties?, "ind")?;
    let twips = attribute(found, "left").or_else(|| attribute(found, "start"))?;
    let twips: i64 = twips.trim().parse().ok()?;
    u16::try_from(twips.max(0) / 360).ok()
}

/// The styles of a document.
pub type Styles = styles::Styles<Numbered>;

/// Reads `styles.xml`.
pub fn read(document: &Document<'_>) -> Styles {
    let mut styles = Styles::default();
    for node in elements(document.root_element()) {
        match name(node) {
            "docDefaults" => {
                let defaults = child(node, "rPrDefault").and_then(|found| child(found, "rPr"));
                styles.defaults = looks(defaults);
            }
            "style" => {
                let Some(id) = attribute(node, "styleId") else { continue };
                let paragraph = attribute(node, "type") == Some("paragraph");
                if paragraph && matches!(attribute(node, "default"), Some("1" | "true" | "on")) {
                    styles.usual = Some(id.to_owned());
                }
                let properties = child(node, "pPr");
                let style = Style {
                    based_on: value(node, "basedOn").map(str::to_owned),
                    looks: looks(child(node, "rPr")),
                    numbered: Numbered::of(properties),
                    indent: indent(properties),
                };
                styles.by_id.insert(id.to_owned(), style);
            }
            _ => {}
        }
    }
    styles
}

/// The list that paragraphs of this style belong to, and the style that says so.
pub fn numbered<'s>(styles: &'s Styles, id: Option<&'s str>) -> Option<(&'s str, Numbered)> {
    let mut chain = styles.chain(id).filter(|(_, style)| style.numbered.list.is_some());
    chain.next().map(|(id, style)| (id, style.numbered))
}
