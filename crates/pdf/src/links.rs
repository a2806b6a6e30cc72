//! Links inside a paper, made when its pages stand.
//!
//! The typesetter finds the target of a link while it lays out, and lays everything that holds a
//! link out again when a target has moved. A compendium whose notes on falling name twenty
//! thousand amendments took half of its time and two thirds of its memory for that. So the page
//! writes a link as one to an address, `#am-7`, which needs nothing but itself, and here each is
//! turned into one to the place that has this identifier.

use crate::Error;
use engine::document::{AmendmentBlock, Document};
use std::collections::BTreeMap;
use typst::foundations::Label;
use typst::introspection::{Introspector, Location, Tag};
use typst::layout::{Frame, FrameItem};
use typst::model::{Destination, LinkMarker};
use typst::utils::PicoStr;
use typst_layout::{PagedDocument, PagedIntrospector};

/// The pages with their links set; the error is an identifier that nothing has.
pub(crate) fn set(pages: &PagedDocument, document: &Document) -> Result<PagedDocument, Error> {
    let mut links = Links {
        introspector: pages.introspector(),
        words: words(document),
        known: BTreeMap::new(),
        missing: None,
    };
    let mut set = Vec::with_capacity(pages.pages().len());
    for page in pages.pages() {
        let mut page = page.clone();
        links.frame(&mut page.frame);
        set.push(page);
    }
    match links.missing {
        Some(id) => Err(Error::Typeset(format!("a link leads to {id}, which nothing is called"))),
        None => {
            let info = typst::model::Document::info(pages).clone();
            Ok(PagedDocument::new(set.into_iter().collect(), info))
        }
    }
}

/// What each target is called: the words of a link for a screen reader.
fn words(document: &Document) -> BTreeMap<&str, &str> {
    fn of<'a>(block: &'a AmendmentBlock, words: &mut BTreeMap<&'a str, &'a str>) {
        words.insert(&block.id, &block.heading);
        block.before.iter().for_each(|sub| of(sub, words));
    }
    let mut words = BTreeMap::new();
    for section in &document.sections {
        words.insert(section.id.as_str(), section.heading.as_str());
        let blocks = section.rows.iter().flat_map(|row| &row.amendments);
        blocks.for_each(|block| of(block, &mut words));
    }
    words
}

struct Links<'a> {
    introspector: &'a PagedIntrospector,
    words: BTreeMap<&'a str, &'a str>,
    known: BTreeMap<String, Location>,
    missing: Option<String>,
}

impl Links<'_> {
    fn frame(&mut self, frame: &mut Frame) {
        // A frame without links stays shared with what the typesetter remembers.
        if !holds_link(frame) {
            return;
        }
        frame.retain(|item| match item {
            FrameItem::Group(group) => {
                self.frame(&mut group.frame);
                true
            }
            FrameItem::Link(destination, _) => {
                if let Some(found) = address(destination).map(|id| self.place(id)) {
                    match found {
                        Some(place) => *destination = Destination::Location(place),
                        None => return false,
                    }
                }
                true
            }
            FrameItem::Tag(Tag::Start(content, _)) => {
                if let Some(marker) = content.to_packed_mut::<LinkMarker>() {
                    let id = marker.alt.as_deref().and_then(|alt| alt.strip_prefix('#'));
                    if let Some(id) = id {
                        marker.alt = self.words.get(id).map(|words| (*words).into());
                    }
                }
                true
            }
            _ => true,
        });
    }

    fn place(&mut self, id: &str) -> Option<Location> {
        if let Some(known) = self.known.get(id) {
            return Some(*known);
        }
        let label = Label::new(PicoStr::intern(id));
        let found = label.and_then(|label| self.introspector.query_label(label).ok());
        let Some(place) = found.and_then(|element| element.location()) else {
            self.missing.get_or_insert_with(|| id.to_owned());
            return None;
        };
        self.known.insert(id.to_owned(), place);
        Some(place)
    }
}

fn holds_link(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => holds_link(&group.frame),
        FrameItem::Link(..) => true,
        FrameItem::Tag(Tag::Start(content, _)) => content.is::<LinkMarker>(),
        _ => false,
    })
}

/// The identifier that the page has written for a link.
fn address(destination: &Destination) -> Option<&str> {
    match destination {
        Destination::Url(url) => url.as_str().strip_prefix('#'),
        Destination::Position(_) | Destination::Location(_) => None,
    }
}
