//! Tracked changes: the regions at the head of the text, and where in it they begin and end.
//!
//! ```text
//! insertion   <text:change-start/> … <text:change-end/>   what stands between came, ends of paragraphs too
//! deletion    <text:change/>                              what the region holds stood there
//! format                                                  is no change of the text
//! ```

use super::super::flow::{Flow, Item, Paragraph};
use super::super::note::Kind;
use super::super::xml::{attribute, child, elements, name};
use roxmltree::Node;
use std::collections::BTreeMap;

/// What a region says.
#[derive(Clone, Copy, Debug)]
pub enum Region<'n> {
    /// This author put something in.
    Insertion(usize),
    /// This author took this out.
    Deletion(usize, Node<'n, 'n>),
    /// One put this in and another took it out.
    CameAndWent(Node<'n, 'n>),
}

/// The regions of a document by their names.
pub type Regions<'n> = BTreeMap<&'n str, Region<'n>>;

/// Insertions that are open. They may overlap; what stands in several is that of the last.
#[derive(Debug, Default)]
pub struct Insertions<'n> {
    /// When each was begun.
    begun: BTreeMap<&'n str, usize>,
    /// Their authors, by that.
    authors: BTreeMap<usize, usize>,
    next: usize,
}

impl<'n> Insertions<'n> {
    /// Begins one.
    pub fn begin(&mut self, id: &'n str, author: usize) {
        self.end(id);
        self.begun.insert(id, self.next);
        self.authors.insert(self.next, author);
        self.next += 1;
    }

    /// Ends one.
    pub fn end(&mut self, id: &str) {
        if let Some(begun) = self.begun.remove(id) {
            self.authors.remove(&begun);
        }
    }

    /// The author of what is read now.
    pub fn author(&self) -> Option<usize> {
        self.authors.last_key_value().map(|(_, author)| *author)
    }
}

/// Reads `text:tracked-changes`.
pub fn read<'n>(text: Node<'n, 'n>, flow: &mut Flow) -> Regions<'n> {
    let mut regions = Regions::new();
    let all = elements(text).filter(|node| name(*node) == "tracked-changes").flat_map(elements);
    for region in all.filter(|node| name(*node) == "changed-region") {
        // `text:id` is what older files have, `xml:id` what newer ones.
        let Some(id) = attribute(region, "id") else { continue };
        let insertion = child(region, "insertion");
        let found = match (child(region, "deletion"), insertion) {
            (Some(deletion), Some(_)) => Region::CameAndWent(deletion),
            (Some(deletion), None) => Region::Deletion(author(deletion, flow), deletion),
            (None, Some(insertion)) => Region::Insertion(author(insertion, flow)),
            (None, None) => {
                flow.notes.add(Kind::Formatting, "");
                continue;
            }
        };
        regions.insert(id, found);
    }
    regions
}

fn author(change: Node<'_, '_>, flow: &mut Flow) -> usize {
    let creator = child(change, "change-info").and_then(|info| child(info, "creator"));
    flow.author(creator.and_then(|creator| creator.text()).unwrap_or_default())
}

/// Whether `change` stands directly before the end of an insertion.
pub fn ends_insertion(change: Node<'_, '_>) -> bool {
    change.next_sibling().is_some_and(|next| next.is_element() && name(next) == "change-end")
}

/// Puts deleted paragraphs back where they stood, each but the last ended by their deletion.
///
/// The paragraph with the mark has the looks of the words behind it, if it begins with the mark; else
/// those of the words before, and the last of the deleted paragraphs has those of the words behind.
pub fn put_back(deleted: Vec<Item>, open: &mut Paragraph, items: &mut Vec<Item>) {
    let bare = open.pieces.is_empty();
    let pieces = std::mem::take(&mut open.pieces);
    let host = open.clone();
    open.pieces = pieces;
    let last = deleted.len().saturating_sub(1);
    for (at, item) in deleted.into_iter().enumerate() {
        match item {
            Item::Paragraph(mut paragraph) => {
                let (words, end) = (std::mem::take(&mut paragraph.pieces), paragraph.end);
                if at > 0 || (bare && last > 0) {
                    *open = Paragraph { pieces: std::mem::take(&mut open.pieces), ..paragraph };
                }
                words.into_iter().for_each(|piece| open.push(piece));
                if at < last {
                    open.end = end;
                    items.push(Item::Paragraph(std::mem::take(open)));
                }
            }
            table @ Item::Table(_) => {
                if !open.pieces.is_empty() {
                    items.push(Item::Paragraph(std::mem::take(open)));
                }
                items.push(table);
            }
        }
    }
    if bare && last > 0 {
        *open = Paragraph { pieces: std::mem::take(&mut open.pieces), ..host };
    }
}
