//! Elements by their names in the standard, and their plain text.

use super::Error;
use crate::NAMESPACE;
use roxmltree::Node;

pub(super) type Element<'a, 'input> = Node<'a, 'input>;

/// The name of an element of the standard, also as its drafts had it (`…/akn/3.0/WD17`); `None` for
/// what is in another namespace.
pub(super) fn name<'a>(node: Element<'a, '_>) -> Option<&'a str> {
    let tag = node.tag_name();
    let after = tag.namespace()?.strip_prefix(NAMESPACE)?;
    (after.is_empty() || after.starts_with('/')).then(|| tag.name())
}

pub(super) fn is(node: Element<'_, '_>, wanted: &str) -> bool {
    name(node) == Some(wanted)
}

pub(super) fn elements<'a, 'input>(
    node: Element<'a, 'input>,
) -> impl Iterator<Item = Element<'a, 'input>> {
    node.children().filter(Node::is_element)
}

pub(super) fn child<'a, 'input>(
    node: Element<'a, 'input>,
    name: &str,
) -> Option<Element<'a, 'input>> {
    elements(node).find(|child| is(*child, name))
}

pub(super) fn wanted<'a, 'input>(
    node: Element<'a, 'input>,
    name: &str,
) -> Result<Element<'a, 'input>, Error> {
    child(node, name).ok_or_else(|| wrong(node, &format!("{name} is missing")))
}

/// The elements of that name anywhere in this one.
pub(super) fn all_inner<'a, 'input>(
    node: Element<'a, 'input>,
    name: &str,
) -> impl Iterator<Item = Element<'a, 'input>> {
    node.descendants().skip(1).filter(move |inner| is(*inner, name))
}

/// The first element of that name anywhere in this one.
pub(super) fn inner<'a, 'input>(
    node: Element<'a, 'input>,
    name: &str,
) -> Option<Element<'a, 'input>> {
    all_inner(node, name).next()
}

/// The first line of that class.
pub(super) fn line<'a, 'input>(
    node: Element<'a, 'input>,
    class: &str,
) -> Option<Element<'a, 'input>> {
    elements(node).find(|line| line.attribute("class") == Some(class))
}

/// The text exactly as it stands, breaks as line feeds.
pub(super) fn text_of(node: Element<'_, '_>) -> String {
    let mut text = String::new();
    for piece in node.descendants() {
        if piece.is_text() {
            text.push_str(piece.text().unwrap_or_default());
        } else if is(piece, "br") {
            text.push('\n');
        }
    }
    text
}

/// The words with one space between two; what stands on a line of its own is no part of a word.
pub(super) fn words_of(node: Element<'_, '_>) -> String {
    let mut text = String::new();
    words(node, &mut text);
    one_space(&text)
}

fn words(node: Element<'_, '_>, text: &mut String) {
    for piece in node.children() {
        if piece.is_text() {
            text.push_str(piece.text().unwrap_or_default());
        } else if piece.is_element() {
            words(piece, text);
            let name = piece.tag_name().name();
            if name == "br" || name == "eol" || !super::inline::INLINE.contains(&name) {
                text.push(' ');
            }
        }
    }
}

/// White space of XML; a no-break space is a character of the text.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// One space for each run of white space, none at the ends.
pub(super) fn one_space(text: &str) -> String {
    let words: Vec<&str> = text.split(is_space).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

pub(super) fn wrong(node: Element<'_, '_>, message: &str) -> Error {
    let at = node.document().text_pos_at(node.range().start);
    let name = node.tag_name().name();
    Error { line: at.row, column: at.col, message: format!("{name}: {message}") }
}
