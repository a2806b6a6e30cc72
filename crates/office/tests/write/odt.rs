//! The words of an ODT as OpenDocument has them, changes accepted or rejected.

use super::words::{View, attribute, is};
use super::zipped::part;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// The paragraphs.
pub fn lines(bytes: &[u8], view: View) -> Vec<String> {
    let content = part(bytes, "content.xml");
    let content = Document::parse(&content).expect("XML");
    let text = content.descendants().find(|node| is(*node, "text") && !node.is_text());
    let text = text.expect("office:text");
    let deleted = content.descendants().filter(|node| is(*node, "changed-region"));
    let deleted = deleted.filter_map(|region| {
        let deletion = region.children().find(|node| is(*node, "deletion"))?;
        Some((attribute(region, "id")?, deletion))
    });
    let deleted = deleted.collect();
    let mut reading = Reading { view, deleted, coming: 0, ..Reading::default() };
    for node in text.children().filter(|node| !is(*node, "tracked-changes")) {
        reading.node(node);
    }
    assert_eq!((reading.line.as_str(), reading.coming), ("", 0), "all is ended");
    reading.lines
}

struct Reading<'a> {
    view: View,
    deleted: BTreeMap<&'a str, Node<'a, 'a>>,
    lines: Vec<String>,
    line: String,
    /// Whether a space here would be joined to what stands before it.
    after_space: bool,
    /// How many insertions are open.
    coming: usize,
}

impl Default for Reading<'_> {
    fn default() -> Self {
        Self {
            view: View::Accepted,
            deleted: BTreeMap::new(),
            lines: Vec::new(),
            line: String::new(),
            after_space: true,
            coming: 0,
        }
    }
}

impl<'a> Reading<'a> {
    fn node(&mut self, node: Node<'a, 'a>) {
        if node.is_text() {
            return self.text(node.text().unwrap_or_default());
        }
        match node.tag_name().name() {
            "s" => self.sign(' '),
            "tab" => self.sign('\t'),
            "line-break" => self.sign('\n'),
            "change-start" => self.coming += 1,
            "change-end" => self.coming -= 1,
            "change" if self.view == View::Rejected => self.gone(node),
            "p" | "h" => {
                self.after_space = true;
                node.children().for_each(|node| self.node(node));
                self.end();
            }
            _ => node.children().for_each(|node| self.node(node)),
        }
    }

    fn left_out(&self) -> bool {
        self.view == View::Rejected && self.coming > 0
    }

    /// Words that went stand again where their mark is.
    fn gone(&mut self, mark: Node<'a, 'a>) {
        let region = attribute(mark, "change-id").and_then(|id| self.deleted.get(id));
        let region = *region.expect("a region of deleted words");
        let paragraphs = region.children().filter(|node| is(*node, "p") || is(*node, "h"));
        for (at, paragraph) in paragraphs.enumerate() {
            if at > 0 {
                self.end();
            }
            self.after_space = true;
            paragraph.children().for_each(|node| self.node(node));
        }
        self.after_space = false;
    }

    fn end(&mut self) {
        if !self.left_out() {
            self.lines.push(std::mem::take(&mut self.line));
        }
    }

    fn sign(&mut self, sign: char) {
        self.after_space = false;
        if !self.left_out() {
            self.line.push(sign);
        }
    }

    /// Spaces are joined to one, and dropped at the head of a paragraph.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            let space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !(self.left_out() || space && self.after_space) {
                self.line.push(if space { ' ' } else { c });
            }
            self.after_space = space;
        }
    }
}
