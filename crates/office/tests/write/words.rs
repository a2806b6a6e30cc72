//! The words of a DOCX as ECMA-376 has them, changes accepted or rejected.

use super::plain::Line;
use super::zipped::part;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// Which text is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// With the changes.
    Accepted,
    /// Without them.
    Rejected,
}

/// The paragraphs with the names of their styles. A paragraph whose mark is gone runs into the next
/// one and takes its style.
pub fn lines(bytes: &[u8], view: View) -> Vec<Line> {
    let (text, styles) = (part(bytes, "word/document.xml"), part(bytes, "word/styles.xml"));
    let text = Document::parse(&text).expect("XML");
    let styles = Document::parse(&styles).expect("XML");
    let names = names(&styles);
    let (mut lines, mut words) = (Vec::new(), String::new());
    let paragraphs = text.descendants().filter(|node| is(*node, "p"));
    for paragraph in paragraphs {
        let properties = child(paragraph, "pPr");
        for inside in paragraph.children().filter(|node| !is(*node, "pPr")) {
            of_runs(inside, view, &mut words);
        }
        let mark = properties.and_then(|properties| child(properties, "rPr"));
        let gone = mark.and_then(|mark| child(mark, left_out(view))).is_some();
        if !gone {
            let style = properties.and_then(|properties| child(properties, "pStyle"));
            let style = style.map_or("Normal", |style| names[value(style)]);
            lines.push((style.to_owned(), std::mem::take(&mut words)));
        }
    }
    assert_eq!(words, "", "the last mark of a text stays");
    lines
}

fn left_out(view: View) -> &'static str {
    if view == View::Accepted { "del" } else { "ins" }
}

fn of_runs(node: Node<'_, '_>, view: View, words: &mut String) {
    match node.tag_name().name() {
        name if name == left_out(view) => {}
        "t" | "delText" => words.push_str(node.text().unwrap_or_default()),
        "tab" => words.push('\t'),
        "br" => words.push('\n'),
        "rPr" => {}
        _ => node.children().for_each(|node| of_runs(node, view, words)),
    }
}

fn names<'a>(styles: &'a Document<'_>) -> BTreeMap<&'a str, &'a str> {
    let styles = styles.descendants().filter(|node| is(*node, "style"));
    let of = |style: Node<'a, 'a>| {
        let id = style.attributes().find(|attribute| attribute.name() == "styleId");
        (id.expect("an id").value(), value(child(style, "name").expect("a name")))
    };
    styles.map(of).collect()
}

pub fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

pub fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|node| is(*node, name))
}

/// Its attribute of this name, whatever its prefix.
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|found| found.value())
}

/// `w:val`.
pub fn value<'a>(node: Node<'a, '_>) -> &'a str {
    attribute(node, "val").unwrap_or_default()
}
