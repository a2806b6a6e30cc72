//! List styles and the numbering of headings.

use super::super::lists::{Definition, Format, LEVELS, Level, Lists};
use super::super::xml::{attribute, child, elements, name};
use super::styles::length;
use roxmltree::Node;
use std::collections::BTreeMap;

/// How the lists of a document look, by name.
#[derive(Clone, Debug, Default)]
pub struct ListStyles {
    by_name: BTreeMap<String, ListStyle>,
    /// How headings are numbered.
    pub outline: ListStyle,
    /// Lists that name no style have bullets.
    pub nameless: ListStyle,
}

/// How a list looks.
#[derive(Clone, Debug, Default)]
pub struct ListStyle {
    /// Its position in [`Lists::definitions`].
    pub definition: usize,
    /// The indentation of each level.
    indents: Vec<Option<u16>>,
    /// The first number of each level.
    starts: Vec<u32>,
}

impl ListStyles {
    /// The style of this name, or bullets.
    pub fn get(&self, name: Option<&str>) -> &ListStyle {
        name.and_then(|name| self.by_name.get(name)).unwrap_or(&self.nameless)
    }
}

impl ListStyle {
    /// The indentation of text of this level.
    pub fn indent(&self, level: u8) -> Option<u16> {
        self.indents.get(usize::from(level)).copied().flatten()
    }

    /// The first number of this level.
    pub fn start(&self, level: u8) -> u32 {
        self.starts.get(usize::from(level)).copied().unwrap_or(1)
    }
}

/// Reads list styles; how the lists look goes into `lists`.
pub fn read(sheets: &[Node<'_, '_>], lists: &mut Lists) -> ListStyles {
    let bullet =
        Level { start: 1, format: Format::Bullet, label: "•".to_owned(), ..Level::default() };
    let mut styles = ListStyles {
        nameless: added(vec![bullet; LEVELS], Vec::new(), lists),
        outline: added(Vec::new(), Vec::new(), lists),
        ..ListStyles::default()
    };
    for node in sheets.iter().flat_map(|sheet| elements(*sheet)) {
        match (name(node), attribute(node, "name")) {
            ("list-style", Some(own)) => {
                let style = list_style(node, lists);
                styles.by_name.insert(own.to_owned(), style);
            }
            ("outline-style", _) => styles.outline = list_style(node, lists),
            _ => {}
        }
    }
    styles
}

fn added(levels: Vec<Level>, indents: Vec<Option<u16>>, lists: &mut Lists) -> ListStyle {
    let starts = levels.iter().map(|level| level.start).collect();
    lists.definitions.push(Definition { levels, ..Definition::default() });
    ListStyle { definition: lists.definitions.len() - 1, indents, starts }
}

fn list_style(node: Node<'_, '_>, lists: &mut Lists) -> ListStyle {
    let none = Level { start: 1, format: Format::None, ..Level::default() };
    let (mut levels, mut indents) = (vec![none; LEVELS], vec![None; LEVELS]);
    for found in elements(node) {
        let at = number(found, "level").and_then(|level| (level as usize).checked_sub(1));
        let slots = at.and_then(|at| Some((at, levels.get_mut(at)?, indents.get_mut(at)?)));
        let Some((at, level, indent)) = slots else { continue };
        *indent = child(found, "list-level-properties").and_then(self::indent);
        *level = match name(found) {
            "list-level-style-number" | "outline-level-style" => numbers(found, at),
            "list-level-style-bullet" | "list-level-style-image" => {
                let sign = attribute(found, "bullet-char").unwrap_or("•");
                Level { start: 1, format: Format::Bullet, label: sign.into(), ..Level::default() }
            }
            _ => continue,
        };
    }
    // What is not printed at its own level is not printed in the labels of deeper ones, nor is the full
    // stop behind it.
    let formats: Vec<Format> = levels.iter().map(|level| level.format).collect();
    for level in &mut levels {
        for (at, format) in formats.iter().enumerate() {
            if matches!(format, Format::None | Format::Bullet) {
                let sign = sign(at);
                level.label = level.label.replace(&format!("{sign}."), "").replace(&sign, "");
            }
        }
    }
    added(levels, indents, lists)
}

/// What stands for the number of a level (from 0) in a label.
fn sign(level: usize) -> String {
    format!("%{}", (level + 1) % 10)
}

fn numbers(node: Node<'_, '_>, at: usize) -> Level {
    let letters = attribute(node, "num-letter-sync") == Some("true");
    let format = match attribute(node, "num-format").unwrap_or_default() {
        "" => Format::None,
        "a" if letters => Format::Lower,
        "A" if letters => Format::Upper,
        "a" => Format::LowerOn,
        "A" => Format::UpperOn,
        "i" => Format::LowerRoman,
        "I" => Format::UpperRoman,
        _ => Format::Decimal,
    };
    let label = match attribute(node, "num-list-format") {
        Some(whole) => in_whole(whole),
        None => composed(node, at, format),
    };
    Level { start: number(node, "start-value").unwrap_or(1), format, label, ..Level::default() }
}

/// A label from its parts: what stands before and behind, and the numbers of so many levels between.
fn composed(node: Node<'_, '_>, at: usize, format: Format) -> String {
    let [before, behind] =
        ["num-prefix", "num-suffix"].map(|name| attribute(node, name).unwrap_or_default());
    if format == Format::None {
        return format!("{before}{behind}");
    }
    let shown = number(node, "display-levels").unwrap_or(1).max(1) as usize;
    let first = (at + 1).saturating_sub(shown);
    let signs: Vec<String> = (first..=at).map(sign).collect();
    format!("{before}{}{behind}", signs.join("."))
}

/// A label as LibreOffice writes it down as a whole: "%1%.%2%." What has no sign of a level is as it is.
fn in_whole(whole: &str) -> String {
    let mut label = String::new();
    let mut rest = whole;
    while let Some(from) = rest.find('%') {
        label.push_str(&rest[..from]);
        let behind = &rest[from + 1..];
        let level = behind.find('%').and_then(|end| {
            let level: usize = behind[..end].parse().ok()?;
            Some((level.checked_sub(1).filter(|level| *level < LEVELS)?, end))
        });
        match level {
            Some((level, end)) => {
                label.push_str(&sign(level));
                rest = &behind[end + 1..];
            }
            None => {
                label.push('%');
                rest = behind;
            }
        }
    }
    label + rest
}

/// Columns before the text of a level, in whichever of two ways they are said.
fn indent(properties: Node<'_, '_>) -> Option<u16> {
    if let Some(aligned) = child(properties, "list-level-label-alignment") {
        return length(attribute(aligned, "margin-left")?);
    }
    let said = |name: &str| attribute(properties, name).and_then(length);
    match (said("space-before"), said("min-label-width")) {
        (None, None) => None,
        (before, label) => Some(before.unwrap_or(0).saturating_add(label.unwrap_or(0))),
    }
}

/// An attribute that is a number.
pub fn number(node: Node<'_, '_>, wanted: &str) -> Option<u32> {
    attribute(node, wanted)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_written_down_as_a_whole() {
        assert_eq!(in_whole("%1%.%2%."), "%1.%2.");
        assert_eq!(in_whole("(%3%)"), "(%3)");
        assert_eq!(in_whole("%10%"), "%0");
        assert_eq!(in_whole("5% of %1%"), "5% of %1");
        assert_eq!(in_whole("%11%"), "%11%");
        assert_eq!(in_whole("–"), "–");
    }
}
