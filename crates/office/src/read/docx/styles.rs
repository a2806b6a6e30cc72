//! Styles: what a paragraph or a run looks like where it does not say so itself.

use super::super::xml::{attribute, child, elements, name, value};
use roxmltree::{Document, Node};
use std::collections::BTreeMap;
use text::Lang;

/// How a run looks; `None`: not said here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Looks {
    /// In italics.
    pub italic: Option<bool>,
    /// Raised.
    pub raised: Option<bool>,
    /// Not shown.
    pub hidden: Option<bool>,
    /// Its language, where it is registered.
    pub lang: Option<Lang>,
}

impl Looks {
    /// What a `w:rPr` says.
    pub fn of(properties: Option<Node<'_, '_>>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let switch = |name: &str| {
            let found = child(properties, name)?;
            Some(!matches!(attribute(found, "val"), Some("0" | "false" | "off")))
        };
        let lang = child(properties, "lang").and_then(|lang| attribute(lang, "val"));
        Self {
            italic: switch("i"),
            raised: value(properties, "vertAlign").map(|align| align == "superscript"),
            hidden: switch("vanish"),
            lang: lang.and_then(registered),
        }
    }

    /// What this says, and where it says nothing, what `below` says.
    pub fn over(self, below: Self) -> Self {
        Self {
            italic: self.italic.or(below.italic),
            raised: self.raised.or(below.raised),
            hidden: self.hidden.or(below.hidden),
            lang: self.lang.or(below.lang),
        }
    }
}

/// The registered language of a tag such as "fr-FR".
pub fn registered(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next()?.to_lowercase();
    let known = instruction::style::languages();
    known.iter().map(|language| language.lang).find(|lang| lang.tag() == primary)
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

/// One style.
#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    looks: Looks,
    numbered: Numbered,
    indent: Option<u16>,
}

/// All styles, with what they are based on.
#[derive(Clone, Debug, Default)]
pub struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The paragraph style of paragraphs that name none.
    usual: Option<String>,
    defaults: Looks,
}

/// Styles based on one another at most; a longer chain is a ring.
const CHAIN: usize = 32;

/// Reads `styles.xml`.
pub fn read(document: &Document<'_>) -> Styles {
    let mut styles = Styles::default();
    for node in elements(document.root_element()) {
        match name(node) {
            "docDefaults" => {
                let defaults = child(node, "rPrDefault").and_then(|found| child(found, "rPr"));
                styles.defaults = Looks::of(defaults);
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
                    looks: Looks::of(child(node, "rPr")),
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

impl Styles {
    /// The style and those it is based on, the nearest first.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let mut next = id.or(self.usual.as_deref());
        let chain = std::iter::from_fn(move || {
            let id = next?;
            let style = self.by_id.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        });
        chain.take(CHAIN)
    }

    /// How runs of a paragraph of this style look, but for what the file says of every run.
    pub fn looks(&self, id: Option<&str>) -> Looks {
        self.chain(id).fold(Looks::default(), |looks, (_, style)| looks.over(style.looks))
    }

    /// How a run of this character style looks.
    pub fn run_looks(&self, id: &str) -> Looks {
        let looks = |looks: Looks, (_, style): (&str, &Style)| looks.over(style.looks);
        self.chain(Some(id)).fold(Looks::default(), looks)
    }

    /// What the file says of every run.
    pub fn defaults(&self) -> Looks {
        self.defaults
    }

    /// The list that paragraphs of this style belong to, and the style that says so.
    pub fn numbered<'s>(&'s self, id: Option<&'s str>) -> Option<(&'s str, Numbered)> {
        let mut chain = self.chain(id).filter(|(_, style)| style.numbered.list.is_some());
        chain.next().map(|(id, style)| (id, style.numbered))
    }

    /// The names of this style and of those it is based on.
    pub fn names<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s str> {
        self.chain(id).map(|(id, _)| id)
    }

    /// The indentation of a paragraph of this style.
    pub fn indent(&self, id: Option<&str>) -> Option<u16> {
        self.chain(id).find_map(|(_, style)| style.indent)
    }
}
