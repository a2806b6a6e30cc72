//! Text of runs, whatever they stand in.

use super::super::xml::{attribute, elements, name};
use roxmltree::Node;

/// All text in a node, in order: for a footnote that is cited in a finding.
pub fn words(node: Node<'_, '_>) -> String {
    let mut words = String::new();
    for found in node.descendants().filter(Node::is_element) {
        match name(found) {
            "t" => words.push_str(found.text().unwrap_or_default()),
            "p" | "tab" | "br" => words.push(' '),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What an element of a run stands for as text, where it is text at all.
pub fn text<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    match name(node) {
        "t" | "delText" => Some(node.text().unwrap_or_default()),
        "tab" | "ptab" => Some("\t"),
        "br" if matches!(attribute(node, "type"), Some("page" | "column")) => Some(" "),
        "br" | "cr" => Some("\n"),
        "noBreakHyphen" => Some("\u{2011}"),
        // A place where a word may be broken is no sign of it.
        "softHyphen" => Some(""),
        _ => None,
    }
}

/// The one branch of `mc:AlternateContent` that is read: the first choice, or what stands in for it.
pub fn branch<'a, 'input>(node: Node<'a, 'input>) -> Option<Node<'a, 'input>> {
    let named = |wanted: &str| elements(node).find(|branch| name(*branch) == wanted);
    named("Choice").or_else(|| named("Fallback"))
}

/// The sign of `w:sym`, where its font's own code has one in every font.
pub fn symbol(node: Node<'_, '_>) -> Option<char> {
    let code = u32::from_str_radix(attribute(node, "char")?.trim(), 16).ok()?;
    let symbol = attribute(node, "font").is_some_and(|font| font.eq_ignore_ascii_case("symbol"));
    // Fonts of signs have their 256 codes in a private area.
    match code {
        0xf0b7 if symbol => Some('•'),
        0xf02d if symbol => Some('−'),
        0xf0b0 if symbol => Some('°'),
        0xf0b1 if symbol => Some('±'),
        0xf0b4 if symbol => Some('×'),
        0xf0a3 if symbol => Some('≤'),
        0xf0b3 if symbol => Some('≥'),
        0xe000..=0xf8ff => None,
        code if symbol && code < 0x100 => None,
        code => char::from_u32(code).filter(|sign| !sign.is_control()),
    }
}
