//! Styles of paragraphs and of words: those with names, and the automatic ones that paragraphs and spans
//! carry instead of properties of their own.

use super::super::looks::{Looks, registered};
use super::super::styles::{self, Style};
use super::super::xml::{attribute, child, elements, name};
use roxmltree::Node;
use std::collections::BTreeSet;

/// The list that a style names; an empty name takes its paragraphs out of any.
pub type Of = Option<String>;

/// The styles of a document.
#[derive(Clone, Debug, Default)]
pub struct Styles {
    /// Of paragraphs.
    pub paragraphs: styles::Styles<Of>,
    /// Of words.
    pub words: styles::Styles<Of>,
    /// Names of automatic styles of paragraphs.
    automatic: BTreeSet<String>,
}

/// Reads styles; what a later element says of a name counts.
pub fn read(sheets: &[Node<'_, '_>]) -> Styles {
    let mut styles = Styles::default();
    styles.paragraphs.usual = Some("Standard".to_owned());
    for sheet in sheets {
        let automatic = name(*sheet) == "automatic-styles";
        for node in elements(*sheet) {
            let family = attribute(node, "family").unwrap_or_default();
            match (name(node), family) {
                ("default-style", "paragraph") => styles.paragraphs.defaults = looks(node),
                ("style", "paragraph") => {
                    if let Some(id) = style(node, &mut styles.paragraphs).filter(|_| automatic) {
                        styles.automatic.insert(id);
                    }
                }
                ("style", "text") => {
                    style(node, &mut styles.words);
                }
                _ => {}
            }
        }
    }
    styles
}

impl Styles {
    /// The indentation that a paragraph has of its own, whatever the style it goes by.
    pub fn own_indent(&self, id: Option<&str>) -> Option<u16> {
        let id = id.filter(|id| self.automatic.contains(*id))?;
        self.paragraphs.by_id.get(id)?.indent
    }

    /// The list style that paragraphs of this style name.
    pub fn list<'s>(&'s self, id: Option<&'s str>) -> Option<&'s str> {
        self.paragraphs.chain(id).find_map(|(_, style)| style.numbered.as_deref())
    }
}

/// Reads a style; its name.
fn style(node: Node<'_, '_>, styles: &mut styles::Styles<Of>) -> Option<String> {
    let id = attribute(node, "name")?;
    let style = Style {
        based_on: attribute(node, "parent-style-name").map(str::to_owned),
        looks: looks(node),
        numbered: attribute(node, "list-style-name").map(str::to_owned),
        indent: child(node, "paragraph-properties")
            .and_then(|properties| length(attribute(properties, "margin-left")?)),
    };
    styles.by_id.insert(id.to_owned(), style);
    Some(id.to_owned())
}

/// What a style says of its words.
fn looks(style: Node<'_, '_>) -> Looks {
    let Some(properties) = child(style, "text-properties") else { return Looks::default() };
    let said = |name: &str| attribute(properties, name);
    Looks {
        italic: said("font-style").map(|style| matches!(style, "italic" | "oblique")),
        raised: said("text-position").map(is_raised),
        hidden: said("display").map(|display| display == "none"),
        lang: said("language").and_then(registered),
    }
}

/// "super 58%", "33% 58%"; not "0% 100%", "sub 58%", "-33% 58%".
fn is_raised(position: &str) -> bool {
    let first = position.split_whitespace().next().unwrap_or_default();
    let share = first.strip_suffix('%').and_then(|share| share.parse::<f64>().ok());
    first == "super" || share.is_some_and(|share| share > 0.0)
}

/// A length in quarters of an inch; what is no length, or to the left, is none.
pub fn length(written: &str) -> Option<u16> {
    let written = written.trim();
    let end = written.find(|sign: char| sign.is_alphabetic() || sign == '%')?;
    let (number, unit) = written.split_at(end);
    let points = match unit {
        "in" => 72.0,
        "cm" => 72.0 / 2.54,
        "mm" => 7.2 / 2.54,
        "pt" => 1.0,
        "pc" => 12.0,
        "px" => 0.75,
        _ => return None,
    };
    let length = number.parse::<f64>().ok().filter(|number| number.is_finite())? * points;
    // As many columns as the same length has in DOCX, which counts in twentieths of a point.
    let twips = (length * 20.0).round().clamp(0.0, 1e6);
    u16::try_from(twips as u32 / 360).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_quarters_of_an_inch() {
        for (written, quarters) in [
            ("0.5in", Some(2)),
            ("1.27cm", Some(2)),
            ("12.7mm", Some(2)),
            ("36pt", Some(2)),
            ("3pc", Some(2)),
            ("48px", Some(2)),
            ("-0.25in", Some(0)),
            ("100%", None),
            ("wide", None),
            ("2", None),
        ] {
            assert_eq!(length(written), quarters, "{written}");
        }
    }

    #[test]
    fn raised_signs() {
        for (position, raised) in [
            ("super 58%", true),
            ("33% 58%", true),
            ("0% 100%", false),
            ("sub 58%", false),
            ("", false),
        ] {
            assert_eq!(is_raised(position), raised, "{position}");
        }
    }
}
