//! XML of a part: decoded, parsed, and no deeper than may be walked.

use super::Error;
use roxmltree::{Document, Node, ParsingOptions};
use source::SourceFile;

/// Elements that stand in one another. Tables in tables in text boxes stay well below it.
pub const DEEPEST: usize = 200;
/// Nodes of one part.
const NODES: u32 = 4_000_000;

/// The text of a part: UTF-8, or UTF-16 by its byte-order mark.
pub fn decoded(name: &str, bytes: &[u8]) -> Result<String, Error> {
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
        return Ok(SourceFile::decode(name, bytes).text);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = String::from_utf8(bytes.to_vec());
    text.map_err(|_| Error::NotXml { part: name.to_owned(), why: "it is not in UTF-8".into() })
}

/// Parses a part. A document type is refused, and with it every entity of its own; nothing outside the
/// part is ever looked at.
pub fn parsed<'a>(name: &str, text: &'a str) -> Result<Document<'a>, Error> {
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options)
        .map_err(|error| Error::NotXml { part: name.to_owned(), why: error.to_string() })?;
    if is_too_deep(&document) {
        return Err(Error::TooDeep { part: name.to_owned(), most: DEEPEST });
    }
    Ok(document)
}

fn is_too_deep(document: &Document<'_>) -> bool {
    let mut depths: Vec<usize> = Vec::new();
    for node in document.descendants() {
        let above = node.parent().and_then(|parent| depths.get(parent.id().get_usize()).copied());
        let depth = above.map_or(0, |above| above + 1);
        if depth > DEEPEST {
            return true;
        }
        // Nodes are numbered in the order of the document.
        depths.push(depth);
    }
    false
}

/// The elements directly in `node`.
pub fn elements<'a, 'input>(node: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(Node::is_element)
}

/// The local name of an element.
pub fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The first element of that local name directly in `node`.
pub fn child<'a, 'input>(node: Node<'a, 'input>, wanted: &str) -> Option<Node<'a, 'input>> {
    elements(node).find(|found| name(*found) == wanted)
}

/// An attribute by its local name: the formats have one namespace for theirs, and several versions of it.
pub fn attribute<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    node.attributes().find(|found| found.name() == wanted).map(|found| found.value())
}

/// The attribute `val` of the first element of that name in `node`.
pub fn value<'a>(node: Node<'a, '_>, wanted: &str) -> Option<&'a str> {
    attribute(child(node, wanted)?, "val")
}
