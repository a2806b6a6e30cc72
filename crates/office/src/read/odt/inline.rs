//! What stands in a paragraph: words, signs for white space, notes, fields, marks of changes.

use super::super::flow::{Item, Paragraph};
use super::super::looks::Looks;
use super::super::note::Kind;
use super::super::writing::{Within, end_of};
use super::super::xml::{attribute, child, name};
use super::body::{Body, is_drawn, is_hidden};
use super::lists::number;
use roxmltree::Node;

/// So many spaces in a row are read; plain text joins them to one.
const SPACES: u32 = 64;

impl<'n> Body<'_, 'n> {
    /// What stands in a paragraph, or in something inside it.
    pub(super) fn inline(
        &mut self,
        node: Node<'n, 'n>,
        looks: Looks,
        open: &mut Paragraph,
        items: &mut Vec<Item>,
    ) {
        for found in node.children() {
            if found.is_text() {
                self.words(found.text().unwrap_or_default(), looks, open);
            } else if found.is_element() {
                self.element(found, looks, open, items);
            }
        }
    }

    fn element(
        &mut self,
        node: Node<'n, 'n>,
        looks: Looks,
        open: &mut Paragraph,
        items: &mut Vec<Item>,
    ) {
        match name(node) {
            "s" => {
                let count = number(node, "c").unwrap_or(1).min(SPACES);
                self.sign(&" ".repeat(count as usize), looks, open);
            }
            "tab" => self.sign("\t", looks, open),
            "line-break" => self.sign("\n", looks, open),
            "change-start" | "change-end" | "change" => self.mark(node, Some(open), items),
            "note" => {
                self.writing.note(self.within(looks), open);
                self.fresh = false;
                let text = child(node, "note-body").map(words).unwrap_or_default();
                if !text.is_empty() {
                    self.writing.flow.notes.add(Kind::NoteTexts, &text);
                }
            }
            "annotation" => self.writing.flow.notes.add(Kind::Comments, ""),
            "hidden-text" if is_hidden(node) => {
                self.writing.flow.notes.add_with(Kind::Hidden, || words(node));
            }
            "ruby" => {
                if let Some(base) = child(node, "ruby-base") {
                    self.inline(base, looks, open, items);
                }
            }
            "math" => self.writing.flow.notes.add_with(Kind::Formulas, || words(node)),
            // The label as it was printed, and what is no text.
            "number" | "script" | "tracked-changes" | "annotation-end" => {}
            _ if is_drawn(node) && name(node) != "a" => self.drawing(node),
            // Spans and links have a style; fields give their result.
            _ => {
                let style = attribute(node, "style-name");
                let own = style.map(|style| self.styles.words.looks(Some(style)));
                self.inline(node, own.unwrap_or_default().over(looks), open, items);
            }
        }
    }

    fn within(&self, looks: Looks) -> Within {
        Within { change: self.change(), gone: false, looks }
    }

    /// White space that stays.
    fn sign(&mut self, sign: &str, looks: Looks, open: &mut Paragraph) {
        self.writing.text(sign, self.within(looks), open);
        self.fresh = false;
    }

    /// Words; a line feed among them is a space. Spaces in a row are joined where plain text is read.
    fn words(&mut self, text: &str, looks: Looks, open: &mut Paragraph) {
        let mut read = String::with_capacity(text.len());
        for sign in text.chars() {
            match sign {
                // A place where a word may be broken is no sign of it.
                '\u{ad}' => continue,
                '\t' | '\n' | '\r' => read.push(' '),
                // A sign of a font of its own.
                '\u{e000}'..='\u{f8ff}' => {
                    self.writing.flow.notes.add(Kind::Symbols, end_of(&read));
                    read.push('\u{fffd}');
                }
                sign => read.push(sign),
            }
        }
        if !read.is_empty() {
            self.writing.text(read, self.within(looks), open);
            self.fresh = false;
        }
    }

    /// Says of what is drawn that it is not carried.
    pub(super) fn drawing(&mut self, node: Node<'_, '_>) {
        let mut all = node.descendants().filter(Node::is_element);
        let text = all.clone().find(|found| name(*found) == "text-box").map(words);
        let is_formula = |found: Node<'_, '_>| {
            let path = attribute(found, "href").unwrap_or_default();
            let path = path.trim_start_matches("./").trim_end_matches('/');
            name(found) == "math" || (name(found) == "object" && self.formulas.contains(path))
        };
        let formula = all.any(is_formula);
        let notes = &mut self.writing.flow.notes;
        match text.filter(|text| !text.is_empty()) {
            Some(text) => notes.add(Kind::TextBoxes, &text),
            None if formula => notes.add(Kind::Formulas, ""),
            None => notes.add(Kind::Pictures, ""),
        }
    }
}

/// All text in a node, in order: for what is cited in a finding.
pub fn words(node: Node<'_, '_>) -> String {
    let mut words = String::new();
    for found in node.descendants() {
        if found.is_text() {
            let of = found.parent_element().map(name).unwrap_or_default();
            if !matches!(of, "creator" | "date") {
                words.push_str(found.text().unwrap_or_default());
            }
        } else if matches!(name(found), "p" | "h" | "tab" | "line-break" | "s") {
            words.push(' ');
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
