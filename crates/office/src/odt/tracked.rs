//! Paragraphs below each other, with changes that may reach over their ends.
//!
//! ```text
//! 2. Kept.          <text:p>2. Kept.</text:p>
//! 3. Went. (all)    <text:p><text:change ct1/>3. Kept, too.</text:p>    ct1: 3. Went.¶
//! 4. Kept, too.
//! ```
//!
//! A paragraph is begun when the first of its words that is not deleted comes, so that what went as
//! a whole leaves no paragraph: its words are gathered beside the text, and the mark of their
//! deletion stands at the head of what follows.

use super::spans::Spans;
use super::{display, name};
use crate::change::{Decided, author, date};
use crate::flow::Line;
use crate::styles::{Style, Words};
use crate::xml::Xml;
use engine::document::{ChangeKind, Changed, Document, Run};

/// What other word processors take for no date.
const NO_DATE: &str = "1970-01-01T00:00:00";

pub(super) struct Tracked<'a> {
    document: &'a Document,
    decided: Option<&'a Decided>,
    /// The text.
    pub(super) body: Xml,
    /// The regions of the changes.
    pub(super) regions: Xml,
    pub(super) spans: Spans,
    last: usize,
    is_open: bool,
    coming: Option<Coming>,
    going: Option<Going>,
}

/// An insertion that is not at its end.
struct Coming {
    author: String,
    id: String,
    /// Whether it ends before the next words of the text.
    is_over: bool,
}

/// Words deleted, gathered until something else comes.
struct Going {
    author: String,
    by: Changed,
    words: Xml,
    is_open: bool,
}

/// A paragraph as an element: its style, and its level if it is a heading.
#[derive(Clone, Copy)]
pub(super) struct Element<'a> {
    pub(super) style: &'a str,
    pub(super) outline: Option<u8>,
    pub(super) id: &'a str,
}

impl<'a> Tracked<'a> {
    pub(super) fn new(document: &'a Document, decided: Option<&'a Decided>) -> Self {
        Self {
            document,
            decided,
            body: Xml::default(),
            regions: Xml::default(),
            spans: Spans::default(),
            last: 0,
            is_open: false,
            coming: None,
            going: None,
        }
    }

    /// A paragraph; `style` where it is not the one of its kind.
    pub(super) fn line(&mut self, line: &Line<'_>, style: Option<&str>) {
        let own = name(&display(line.style));
        let outline = line.style.look(self.document.layout).outline;
        let mut element = Element { style: style.unwrap_or(&own), outline, id: line.id };
        let tab = crate::change::tab(line.number, &line.words, line.whole);
        for run in line.number {
            self.run(run, &mut element, line.lang, Some(Words::Number));
        }
        for run in tab.iter().chain(line.words.iter()) {
            self.run(run, &mut element, line.lang, None);
        }
        self.end(line.whole, &mut element);
    }

    fn run(
        &mut self,
        run: &Run,
        element: &mut Element<'_>,
        lang: Option<&str>,
        words: Option<Words>,
    ) {
        if run.text.is_empty() {
            return;
        }
        match &run.change {
            Some(change) if change.kind == ChangeKind::Deleted => {
                self.goes(change, element);
                if let Some(going) = &mut self.going {
                    going.begin(element.style);
                    self.spans.write(&mut going.words, run, lang, words);
                }
                return;
            }
            Some(change) => self.comes(change, element),
            None => self.stays(element),
        }
        let link = !run.link.is_empty();
        if link {
            let (to, style) = (format!("#{}", run.link), name(Words::Link.name()));
            // Without a style of its own it would be drawn blue and underlined.
            let link = [
                ("xlink:type", "simple"),
                ("xlink:href", &*to),
                ("text:style-name", &style),
                ("text:visited-style-name", &style),
            ];
            self.body.open("text:a", &link);
        }
        let words = if link { Some(Words::Link) } else { words };
        self.spans.write(&mut self.body, run, lang, words);
        if link {
            self.body.close();
        }
    }

    fn end(&mut self, whole: Option<&Changed>, element: &mut Element<'_>) {
        match whole {
            Some(change) if change.kind == ChangeKind::Deleted => {
                self.goes(change, element);
                if let Some(going) = &mut self.going {
                    going.begin(element.style);
                    going.words.close();
                    going.is_open = false;
                }
                return;
            }
            Some(change) => self.comes(change, element),
            None => self.stays(element),
        }
        self.body.close();
        self.is_open = false;
    }

    /// Words that are in both texts follow.
    fn stays(&mut self, element: &mut Element<'_>) {
        self.begin(element);
        self.end_coming();
        self.end_going(element);
    }

    /// Words that came follow.
    fn comes(&mut self, change: &Changed, element: &mut Element<'_>) {
        self.begin(element);
        let author = author(change, self.document);
        let goes_on = self.coming.as_ref().is_some_and(|c| c.author == author && !c.is_over);
        if goes_on && self.going.is_none() {
            return;
        }
        self.end_coming();
        self.end_going(element);
        let id = self.region(change, &author, None);
        self.body.empty("text:change-start", &[("text:change-id", &id)]);
        self.coming = Some(Coming { author, id, is_over: false });
    }

    /// Words that went follow.
    fn goes(&mut self, change: &Changed, element: &mut Element<'_>) {
        if self.is_open {
            self.end_coming();
        } else if let Some(coming) = &mut self.coming {
            coming.is_over = true;
        }
        let author = author(change, self.document);
        if self.going.as_ref().is_some_and(|going| going.author == author) {
            return;
        }
        if self.going.is_some() {
            self.begin(element);
            self.end_going(element);
        }
        let (by, words) = (change.clone(), Xml::default());
        self.going = Some(Going { author, by, words, is_open: false });
    }

    fn begin(&mut self, element: &mut Element<'_>) {
        if !self.is_open {
            let level = element.outline.map(|level| (level + 1).to_string());
            let mut attributes = vec![("text:style-name", element.style)];
            attributes.extend(level.as_deref().map(|level| ("text:outline-level", level)));
            self.body.open(if level.is_some() { "text:h" } else { "text:p" }, &attributes);
            self.is_open = true;
        }
        if self.coming.as_ref().is_some_and(|coming| coming.is_over) {
            self.end_coming();
        }
        if !element.id.is_empty() {
            self.body.empty("text:bookmark", &[("text:name", element.id)]);
            element.id = "";
        }
    }

    fn end_coming(&mut self) {
        if let Some(coming) = self.coming.take() {
            self.body.empty("text:change-end", &[("text:change-id", &coming.id)]);
        }
    }

    fn end_going(&mut self, element: &Element<'_>) {
        if let Some(mut going) = self.going.take() {
            // Deleted up to the end of a paragraph: the next one begins in the region.
            going.begin(element.style);
            going.words.close();
            let id = self.region(&going.by, &going.author, Some(&going.words.finish()));
            self.body.empty("text:change", &[("text:change-id", &id)]);
        }
    }

    /// A region at the head of the text; its identifier.
    fn region(&mut self, change: &Changed, author: &str, deleted: Option<&str>) -> String {
        self.last += 1;
        let id = format!("ct{}", self.last);
        let xml = &mut self.regions;
        let kind = match change.kind {
            ChangeKind::Inserted => "text:insertion",
            ChangeKind::Deleted => "text:deletion",
        };
        let date = date(change, self.document, self.decided).unwrap_or(NO_DATE);
        xml.within("text:changed-region", &[("xml:id", &id), ("text:id", &id)], |xml| {
            xml.within(kind, &[], |xml| {
                xml.within("office:change-info", &[], |xml| {
                    xml.within("dc:creator", &[], |xml| xml.text(author));
                    xml.within("dc:date", &[], |xml| xml.text(date.trim_end_matches('Z')));
                });
                xml.append(deleted.unwrap_or_default());
            });
        });
        id
    }

    /// A paragraph without words.
    pub(super) fn empty(&mut self, style: Style) {
        let style = name(&display(style));
        self.body.empty("text:p", &[("text:style-name", &style)]);
    }
}

impl Going {
    fn begin(&mut self, style: &str) {
        if !self.is_open {
            self.words.open("text:p", &[("text:style-name", style)]);
            self.is_open = true;
        }
    }
}
