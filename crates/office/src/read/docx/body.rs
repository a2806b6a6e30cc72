//! The body of a document: paragraphs and tables in their order.

use super::super::flow::{Change, Flow, Item, Listed, Paragraph, Table};
use super::super::note::Kind;
use super::super::writing::{Within, Writing, end_of};
use super::super::xml::{attribute, child, elements, name, value};
use super::numbering::Numbering;
use super::runs::{branch, symbol, text, words};
use super::styles::{Numbered, Styles, indent, looks, numbered};
use roxmltree::Node;

/// What a field is in the middle of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    /// Its instruction, which is no text.
    Instruction,
    /// Its result.
    Result,
}

/// Reads a body.
pub struct Body<'a> {
    writing: Writing,
    styles: &'a Styles,
    numbering: &'a Numbering,
    /// Fields that are open, from the outermost; they may run over paragraphs.
    fields: Vec<Field>,
    /// How many of them are in their instruction.
    instructions: usize,
}

impl<'a> Body<'a> {
    /// A reader at the beginning of a document.
    pub fn new(flow: Flow, styles: &'a Styles, numbering: &'a Numbering) -> Self {
        let writing = Writing::new(flow);
        Self { writing, styles, numbering, fields: Vec::new(), instructions: 0 }
    }

    /// Reads the body. Nesting is limited before, when the part is parsed.
    pub fn read(mut self, body: Node<'_, '_>) -> Flow {
        let items = self.blocks(body);
        self.writing.flow.items = items;
        self.writing.finish(self.styles.looks(None).over(self.styles.defaults).lang)
    }

    fn blocks(&mut self, node: Node<'_, '_>) -> Vec<Item> {
        let mut items = Vec::new();
        self.blocks_into(node, &mut items);
        items
    }

    fn blocks_into(&mut self, node: Node<'_, '_>, items: &mut Vec<Item>) {
        for found in elements(node) {
            match name(found) {
                "p" => items.push(Item::Paragraph(self.paragraph(found))),
                "tbl" => {
                    let table = self.table(found);
                    items.push(Item::Table(table));
                }
                "sdt" => {
                    if let Some(content) = child(found, "sdtContent") {
                        self.blocks_into(content, items);
                    }
                }
                "ins" | "moveTo" | "del" | "moveFrom" | "customXml" | "smartTag" => {
                    self.blocks_into(found, items);
                }
                "AlternateContent" => {
                    if let Some(branch) = branch(found) {
                        self.blocks_into(branch, items);
                    }
                }
                "altChunk" | "subDoc" => self.writing.flow.notes.add(Kind::Embedded, name(found)),
                _ => {}
            }
        }
    }

    fn table(&mut self, node: Node<'_, '_>) -> Table {
        let mut table = Table::default();
        self.rows(node, &mut table);
        table
    }

    fn rows(&mut self, node: Node<'_, '_>, table: &mut Table) {
        for found in elements(node) {
            match name(found) {
                "tr" => {
                    let properties = child(found, "trPr");
                    let changed =
                        |name: &str| properties.and_then(|properties| child(properties, name));
                    if changed("ins").or_else(|| changed("del")).is_some() {
                        self.writing.flow.notes.add(Kind::TableChanges, &words(found));
                    }
                    let mut row = Vec::new();
                    self.cells(found, &mut row);
                    let repeated = properties.and_then(|properties| child(properties, "tblHeader"));
                    if repeated.is_some() && table.heads == table.rows.len() {
                        table.heads += 1;
                    }
                    table.rows.push(row);
                }
                "sdt" => {
                    if let Some(content) = child(found, "sdtContent") {
                        self.rows(content, table);
                    }
                }
                "customXml" | "ins" | "del" => self.rows(found, table),
                _ => {}
            }
        }
    }

    fn cells(&mut self, node: Node<'_, '_>, row: &mut Vec<Vec<Item>>) {
        for found in elements(node) {
            match name(found) {
                "tc" => {
                    let cell = self.blocks(found);
                    row.push(cell);
                }
                "sdt" => {
                    if let Some(content) = child(found, "sdtContent") {
                        self.cells(content, row);
                    }
                }
                "customXml" => self.cells(found, row),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) -> Paragraph {
        let properties = child(node, "pPr");
        let style = properties.and_then(|properties| value(properties, "pStyle"));
        let mut paragraph = Paragraph {
            end: self.end(properties),
            passed_over: self.styles.is_passed_over(style),
            indent: indent(properties).or_else(|| self.styles.indent(style)).unwrap_or(0),
            ..Paragraph::default()
        };
        if let Some((listed, of_list)) = self.listed(properties, style) {
            if indent(properties).is_none() {
                paragraph.indent = of_list.unwrap_or(paragraph.indent);
            }
            paragraph.listed = Some(listed);
        }
        let looks = self.styles.looks(style);
        let within = Within { change: Change::Kept, gone: false, looks };
        self.inline(node, within, &mut paragraph);
        paragraph
    }

    /// What was done to the end of a paragraph.
    fn end(&mut self, properties: Option<Node<'_, '_>>) -> Change {
        if properties.is_some_and(|properties| child(properties, "pPrChange").is_some()) {
            self.writing.flow.notes.add(Kind::Formatting, "");
        }
        let Some(mark) = properties.and_then(|properties| child(properties, "rPr")) else {
            return Change::Kept;
        };
        let found = |names: [&str; 2]| names.iter().find_map(|name| child(mark, name));
        match (found(["del", "moveFrom"]), found(["ins", "moveTo"])) {
            (Some(deleted), None) => Change::Deleted(self.author(deleted)),
            (None, Some(inserted)) => Change::Inserted(self.author(inserted)),
            // Put in by one and taken out by another: it is there in neither text, and cannot be told
            // from a paragraph that goes on.
            (Some(deleted), Some(_)) => {
                self.writing.flow.notes.add(Kind::CameAndWent, "¶");
                Change::Deleted(self.author(deleted))
            }
            (None, None) => Change::Kept,
        }
    }

    fn author(&mut self, node: Node<'_, '_>) -> usize {
        self.writing.flow.author(attribute(node, "author").unwrap_or_default())
    }

    /// The list that a paragraph belongs to, and how far that indents it.
    fn listed(
        &self,
        properties: Option<Node<'_, '_>>,
        style: Option<&str>,
    ) -> Option<(Listed, Option<u16>)> {
        let own = Numbered::of(properties);
        let of_style = numbered(self.styles, style);
        let id = own.list.or(of_style.and_then(|(_, numbered)| numbered.list))?;
        let list = self.numbering.list(id).filter(|_| id != 0)?;
        let linked = || self.styles.names(style).find_map(|name| list.level_of(name));
        let styled = of_style.and_then(|(_, numbered)| numbered.level);
        let level = own.level.or_else(linked).or(styled).unwrap_or(0).min(9);
        let (counter, definition) = (list.counter, list.definition);
        Some((Listed { counter, definition, level, start: None }, list.indent(level)))
    }

    /// What stands in a paragraph, or in something inside it.
    fn inline(&mut self, node: Node<'_, '_>, within: Within, paragraph: &mut Paragraph) {
        for found in elements(node) {
            match name(found) {
                "r" => self.run(found, within, paragraph),
                "ins" | "moveTo" => {
                    let author = self.author(found);
                    let gone = within.gone || matches!(within.change, Change::Deleted(_));
                    let change = Change::Inserted(author);
                    self.inline(found, Within { change, gone, ..within }, paragraph);
                }
                "del" | "moveFrom" => {
                    let author = self.author(found);
                    let gone = within.gone || matches!(within.change, Change::Inserted(_));
                    let change = Change::Deleted(author);
                    self.inline(found, Within { change, gone, ..within }, paragraph);
                }
                "hyperlink" | "smartTag" | "customXml" | "fldSimple" | "bdo" | "dir" => {
                    self.inline(found, within, paragraph);
                }
                "sdt" => {
                    if let Some(content) = child(found, "sdtContent") {
                        self.inline(content, within, paragraph);
                    }
                }
                "AlternateContent" => {
                    if let Some(branch) = branch(found) {
                        self.inline(branch, within, paragraph);
                    }
                }
                "ruby" => {
                    if let Some(base) = child(found, "rubyBase") {
                        self.inline(base, within, paragraph);
                    }
                }
                "oMath" | "oMathPara" => self.writing.flow.notes.add(Kind::Formulas, &words(found)),
                "commentRangeStart" => self.writing.flow.notes.add(Kind::Comments, ""),
                "subDoc" => self.writing.flow.notes.add(Kind::Embedded, name(found)),
                _ => {}
            }
        }
    }

    fn run(&mut self, node: Node<'_, '_>, within: Within, paragraph: &mut Paragraph) {
        let properties = child(node, "rPr");
        if properties.is_some_and(|properties| child(properties, "rPrChange").is_some()) {
            self.writing.flow.notes.add(Kind::Formatting, "");
        }
        let style = properties.and_then(|properties| value(properties, "rStyle"));
        let of_style = style.map(|id| self.styles.looks(Some(id))).unwrap_or_default();
        let looks = looks(properties).over(of_style).over(within.looks);
        self.run_content(node, Within { looks, ..within }, paragraph);
    }

    fn run_content(&mut self, node: Node<'_, '_>, within: Within, paragraph: &mut Paragraph) {
        for found in elements(node) {
            let in_instruction = self.instructions > 0;
            match name(found) {
                "fldChar" => self.field(attribute(found, "fldCharType").unwrap_or_default()),
                "AlternateContent" => {
                    if let Some(branch) = branch(found) {
                        self.run_content(branch, within, paragraph);
                    }
                }
                _ if in_instruction => {}
                "footnoteReference" | "endnoteReference" => {
                    self.writing.note(within, paragraph);
                }
                "sym" => {
                    let sign = symbol(found);
                    if sign.is_none() {
                        let last = paragraph.pieces.last().map_or("", |piece| piece.text.as_str());
                        self.writing.flow.notes.add(Kind::Symbols, end_of(last));
                    }
                    self.writing.text(sign.unwrap_or('\u{fffd}'), within, paragraph);
                }
                "drawing" | "pict" | "object" => self.drawing(found),
                "ruby" => {
                    if let Some(base) = child(found, "rubyBase") {
                        self.inline(base, within, paragraph);
                    }
                }
                _ => {
                    if let Some(text) = text(found) {
                        self.writing.text(text, within, paragraph);
                    }
                }
            }
        }
    }

    fn field(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.fields.push(Field::Instruction);
                self.instructions += 1;
            }
            "separate" => {
                if let Some(last) =
                    self.fields.last_mut().filter(|last| **last == Field::Instruction)
                {
                    *last = Field::Result;
                    self.instructions -= 1;
                }
            }
            "end" => {
                let instruction = self.fields.pop() == Some(Field::Instruction);
                self.instructions -= usize::from(instruction);
            }
            _ => {}
        }
    }

    fn drawing(&mut self, node: Node<'_, '_>) {
        let box_text = node.descendants().find(|found| name(*found) == "txbxContent").map(words);
        match box_text.filter(|words| !words.is_empty()) {
            Some(words) => self.writing.flow.notes.add(Kind::TextBoxes, &words),
            None => self.writing.flow.notes.add(Kind::Pictures, ""),
        }
    }
}
