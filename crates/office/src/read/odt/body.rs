//! The text of a document: paragraphs, lists and tables in their order.

use super::super::flow::{Change, Flow, Item, Listed, Paragraph, Table};
use super::super::lists::LEVELS;
use super::super::note::Kind;
use super::super::writing::Writing;
use super::super::xml::{attribute, elements, name};
use super::changes::{self, Insertions, Region, Regions, ends_insertion, put_back};
use super::inline::words;
use super::lists::{ListStyles, number};
use super::numbered::{Counters, Goes, HEADINGS, Open, Place};
use super::styles::Styles;
use roxmltree::Node;
use std::collections::BTreeSet;

/// Reads a text.
pub struct Body<'a, 'n> {
    pub(super) writing: Writing,
    pub(super) styles: &'a Styles,
    pub(super) formulas: BTreeSet<String>,
    /// Whether nothing was read since an insertion began.
    pub(super) fresh: bool,
    lists: ListStyles,
    counters: Counters<'n>,
    /// The list that the open paragraph stands in.
    host: Option<Open<'n>>,
    regions: Regions<'n>,
    /// Insertions that are open.
    insertions: Insertions<'n>,
    /// Whose deleted words are read.
    deleted: Option<usize>,
    /// Deletions that stand in one another.
    depth: usize,
}

/// Deletions in deleted words are read so deep.
const DEEPEST: usize = 3;

impl<'a, 'n> Body<'a, 'n> {
    /// A reader at the beginning of a document.
    pub fn new(
        flow: Flow,
        styles: &'a Styles,
        lists: ListStyles,
        formulas: BTreeSet<String>,
    ) -> Self {
        Self {
            writing: Writing::new(flow),
            styles,
            formulas,
            fresh: false,
            lists,
            counters: Counters::new(),
            host: None,
            regions: Regions::new(),
            insertions: Insertions::default(),
            deleted: None,
            depth: 0,
        }
    }

    /// Reads `office:text`. Nesting is limited before, when the part is parsed.
    pub fn read(mut self, text: Node<'n, 'n>) -> Flow {
        self.regions = changes::read(text, &mut self.writing.flow);
        let mut items = Vec::new();
        self.blocks(text, &mut items);
        self.writing.flow.items = items;
        let paragraphs = &self.styles.paragraphs;
        self.writing.finish(paragraphs.looks(None).over(paragraphs.defaults).lang)
    }

    /// What was done to what is read now.
    pub(super) fn change(&self) -> Change {
        match (self.deleted, self.insertions.author()) {
            (Some(author), _) => Change::Deleted(author),
            (None, Some(author)) => Change::Inserted(author),
            (None, None) => Change::Kept,
        }
    }

    fn blocks(&mut self, node: Node<'n, 'n>, items: &mut Vec<Item>) {
        for found in elements(node) {
            self.block(found, items);
        }
    }

    fn block(&mut self, node: Node<'n, 'n>, items: &mut Vec<Item>) {
        match name(node) {
            "p" | "h" => self.paragraph(node, None, items),
            "list" => self.list(node, None, false, items),
            "numbered-paragraph" => self.numbered(node, items),
            "table" => {
                if self.change() != Change::Kept {
                    self.writing.flow.notes.add_with(Kind::TableChanges, || words(node));
                }
                let mut table = Table::default();
                self.rows(node, &mut table);
                items.push(Item::Table(table));
            }
            "section" if is_hidden(node) => {
                self.writing.flow.notes.add_with(Kind::Hidden, || words(node))
            }
            "section" => self.blocks(node, items),
            "change-start" | "change-end" | "change" => self.mark(node, None, items),
            _ if is_drawn(node) => self.drawing(node),
            // Indexes repeat what stands elsewhere; declarations are no text.
            _ => {}
        }
    }

    /// A list; `restarts`: its first item has the first number of the level, whatever was counted.
    fn list(
        &mut self,
        node: Node<'n, 'n>,
        outer: Option<Open<'n>>,
        restarts: bool,
        items: &mut Vec<Item>,
    ) {
        let style = attribute(node, "style-name");
        let list = match outer {
            Some(outer) => Open {
                style: style.or(outer.style),
                level: outer.level.saturating_add(1).min(LEVELS as u8 - 1),
                ..outer
            },
            None => {
                let among_deleted = self.deleted.is_some();
                let goes = Goes {
                    on_from: attribute(node, "continue-list"),
                    on: among_deleted || goes_on(node),
                    on_with: self.host.filter(|_| among_deleted),
                };
                self.counters.open(attribute(node, "id"), style, goes)
            }
        };
        let mut first = true;
        for found in elements(node) {
            match name(found) {
                "list-item" => {
                    let start = number(found, "start-value");
                    let restarts = restarts && first;
                    first = false;
                    self.item(found, Place { list, start, restarts, labelled: true }, items);
                }
                "list-header" => {
                    let place = Place { list, start: None, restarts: false, labelled: false };
                    self.item(found, place, items);
                }
                _ => {}
            }
        }
    }

    fn item(&mut self, node: Node<'n, 'n>, mut place: Place<'n>, items: &mut Vec<Item>) {
        let mut lists = 0;
        for found in elements(node) {
            match name(found) {
                "p" | "h" => self.paragraph(found, Some(place), items),
                "list" => {
                    let restarts = lists > 0 && !goes_on(found);
                    self.list(found, Some(place.list), restarts, items);
                    lists += 1;
                }
                // The label as it was printed, and the end of a page.
                "number" | "soft-page-break" => continue,
                _ => self.block(found, items),
            }
            place.labelled = false;
        }
    }

    /// A paragraph that says of itself what it is in a list.
    fn numbered(&mut self, node: Node<'n, 'n>, items: &mut Vec<Item>) {
        let level = number(node, "level").unwrap_or(1).clamp(1, LEVELS as u32) as u8 - 1;
        let id = attribute(node, "list-id").unwrap_or_default();
        let list = self.counters.named(id, attribute(node, "style-name"), level);
        let start = number(node, "start-value");
        self.item(node, Place { list, start, restarts: false, labelled: true }, items);
    }

    fn rows(&mut self, node: Node<'n, 'n>, table: &mut Table) {
        for found in elements(node) {
            match name(found) {
                "table-row" => {
                    let cells = elements(found);
                    let cells = cells
                        .filter(|cell| matches!(name(*cell), "table-cell" | "covered-table-cell"));
                    let mut row = Vec::new();
                    for cell in cells {
                        let mut items = Vec::new();
                        self.blocks(cell, &mut items);
                        row.push(items);
                    }
                    table.rows.push(row);
                }
                "table-header-rows" => {
                    let heads = table.heads == table.rows.len();
                    self.rows(found, table);
                    if heads {
                        table.heads = table.rows.len();
                    }
                }
                "table-rows" | "table-row-group" => self.rows(found, table),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'n, 'n>, place: Option<Place<'n>>, items: &mut Vec<Item>) {
        let style = attribute(node, "style-name");
        let mut open = self.begun(node, style, place);
        let mut looks = self.styles.paragraphs.looks(style);
        if elements(node).any(|found| name(found) == "hidden-paragraph" && is_hidden(found)) {
            looks.hidden = Some(true);
        }
        let host = std::mem::replace(&mut self.host, place.map(|place| place.list));
        self.inline(node, looks, &mut open, items);
        open.end = self.change();
        self.fresh = false;
        self.host = host;
        items.push(Item::Paragraph(open));
    }

    /// A paragraph without its words.
    fn begun(
        &self,
        node: Node<'n, 'n>,
        style: Option<&'n str>,
        place: Option<Place<'n>>,
    ) -> Paragraph {
        let paragraphs = &self.styles.paragraphs;
        let mut paragraph = Paragraph {
            passed_over: paragraphs.is_passed_over(style),
            indent: paragraphs.indent(style).unwrap_or(0),
            ..Paragraph::default()
        };
        match place {
            Some(place) => {
                let named = || self.styles.list(style).filter(|name| !name.is_empty());
                let of_list = place.list.style.or_else(named);
                paragraph.listed = place.listed(&self.lists, of_list);
                let of_list = self.lists.get(of_list).indent(place.list.level);
                let indent = self.styles.own_indent(style).or(of_list);
                paragraph.indent = indent.unwrap_or(paragraph.indent);
            }
            None if name(node) == "h" => paragraph.listed = self.heading(node, style),
            None => {}
        }
        paragraph
    }

    /// The number of a heading, unless its style or the heading itself is without.
    fn heading(&self, node: Node<'n, 'n>, style: Option<&'n str>) -> Option<Listed> {
        let without = self.styles.list(style) == Some("");
        if without || attribute(node, "is-list-header") == Some("true") {
            return None;
        }
        let level = number(node, "outline-level").unwrap_or(1).clamp(1, LEVELS as u32) as u8 - 1;
        let restarts = attribute(node, "restart-numbering") == Some("true");
        let first = || number(node, "start-value").unwrap_or(self.lists.outline.start(level));
        let definition = self.lists.outline.definition;
        Some(Listed { counter: HEADINGS, definition, level, start: restarts.then(first) })
    }

    /// The beginning or the end of an insertion, or the place of a deletion.
    pub(super) fn mark(
        &mut self,
        node: Node<'n, 'n>,
        open: Option<&mut Paragraph>,
        items: &mut Vec<Item>,
    ) {
        let Some(id) = attribute(node, "change-id") else { return };
        match (name(node), self.regions.get(id).copied()) {
            ("change-start", Some(Region::Insertion(author))) => {
                self.insertions.begin(id, author);
                self.fresh = true;
            }
            ("change-end", _) => self.insertions.end(id),
            ("change", Some(Region::Deletion(author, deleted))) => {
                // Each is put back once, wherever else it is named.
                self.regions.remove(id);
                let inside =
                    self.insertions.author().is_some() && !self.fresh && !ends_insertion(node);
                if inside || self.depth == DEEPEST {
                    self.writing.flow.notes.add_with(Kind::CameAndWent, || words(deleted));
                    return;
                }
                let deleted = self.deleted(author, deleted);
                match open {
                    Some(open) => put_back(deleted, open, items),
                    None => items.extend(deleted),
                }
            }
            ("change", Some(Region::CameAndWent(deleted))) => {
                self.regions.remove(id);
                self.writing.flow.notes.add_with(Kind::CameAndWent, || words(deleted));
            }
            _ => {}
        }
    }

    /// The paragraphs and tables of a deletion.
    fn deleted(&mut self, author: usize, region: Node<'n, 'n>) -> Vec<Item> {
        let insertions = std::mem::take(&mut self.insertions);
        let deleted = self.deleted.replace(author);
        let (fresh, host) = (self.fresh, self.host);
        self.depth += 1;
        let mut items = Vec::new();
        self.blocks(region, &mut items);
        self.depth -= 1;
        (self.insertions, self.deleted) = (insertions, deleted);
        (self.fresh, self.host) = (fresh, host);
        items
    }
}

/// Whether a list goes on from the one before.
fn goes_on(list: Node<'_, '_>) -> bool {
    attribute(list, "continue-numbering") == Some("true")
}

/// Whether a section, a paragraph or words are hidden, of themselves or by their condition.
pub(super) fn is_hidden(node: Node<'_, '_>) -> bool {
    let hidden = attribute(node, "is-hidden") == Some("true");
    hidden || attribute(node, "display") == Some("none")
}

/// Whether an element is one of drawings.
pub(super) fn is_drawn(node: Node<'_, '_>) -> bool {
    node.tag_name().namespace().is_some_and(|names| names.ends_with(":drawing:1.0"))
}
