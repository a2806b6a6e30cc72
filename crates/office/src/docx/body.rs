//! `word/document.xml`: the text.

use super::parts::relation;
use super::runs::Setting;
use super::styles::TABLE;
use super::{R, W};
use crate::change::{self, Decided};
use crate::flow::{Block, Line, Listing, Table, TableRow, blocks};
use crate::styles::{LINE, Words, id};
use crate::xml::Xml;
use engine::document::{Document, Run};
use std::collections::{BTreeMap, BTreeSet};

/// The text between the margins of a page, in twips.
const PAGE: u32 = 9638;
/// Half of it.
const COLUMN: &str = "4819";

pub(super) fn write(document: &Document, decided: Option<&Decided>) -> String {
    let blocks = blocks(document);
    let bookmarks = bookmarks(&blocks);
    let mut body = Body { setting: Setting { document, decided, bookmarks, last: 0 } };
    let mut xml = Xml::new();
    xml.open("w:document", &[("xmlns:w", W), ("xmlns:r", R)]);
    xml.open("w:body", &[]);
    for block in &blocks {
        match block {
            Block::Line(line) => body.line(&mut xml, line),
            Block::Table(table) => body.table(&mut xml, table),
            Block::Listing(listing) => body.listing(&mut xml, listing),
        }
    }
    section(&mut xml);
    xml.finish()
}

/// Names as Word takes them: a letter, then letters, figures and low lines, 40 characters at most.
fn bookmarks<'a>(blocks: &[Block<'a>]) -> BTreeMap<&'a str, String> {
    let (mut bookmarks, mut given) = (BTreeMap::new(), BTreeSet::new());
    for line in blocks.iter().flat_map(Block::lines).filter(|line| !line.id.is_empty()) {
        let fit = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let wanted: String = "h_".chars().chain(line.id.chars().map(fit)).take(30).collect();
        let mut name = wanted.clone();
        if !given.insert(name.clone()) {
            name = format!("{wanted}_{}", given.len());
            given.insert(name.clone());
        }
        bookmarks.insert(line.id, name);
    }
    bookmarks
}

struct Body<'a> {
    setting: Setting<'a>,
}

impl Body<'_> {
    fn line(&mut self, xml: &mut Xml, line: &Line<'_>) {
        let lang = line.lang.unwrap_or(self.setting.document.lang.tag());
        xml.open("w:p", &[]);
        self.properties(xml, line);
        let mark = self.setting.bookmarks.get(line.id).cloned();
        let mark = mark.map(|name| (name, self.setting.next()));
        if let Some((name, number)) = &mark {
            xml.empty("w:bookmarkStart", &[("w:id", number), ("w:name", name)]);
        }
        self.setting.runs(xml, line.number, lang, Some(Words::Number));
        let tab: Option<Run> = change::tab(line.number, &line.words, line.whole);
        self.setting.runs(xml, tab.as_slice(), lang, None);
        self.setting.runs(xml, &line.words, lang, None);
        if let Some((_, number)) = &mark {
            xml.empty("w:bookmarkEnd", &[("w:id", number)]);
        }
        xml.close();
    }

    /// In the order of `CT_PPr`.
    fn properties(&mut self, xml: &mut Xml, line: &Line<'_>) {
        xml.open("w:pPr", &[]);
        xml.empty("w:pStyle", &[("w:val", &id(&line.style.name()))]);
        if line.on_new_page {
            xml.empty("w:pageBreakBefore", &[]);
        }
        if let Some(whole) = line.whole {
            xml.open("w:rPr", &[]);
            self.setting.change(xml, whole, None);
            xml.close();
        }
        xml.close();
    }

    fn table(&mut self, xml: &mut Xml, table: &Table<'_>) {
        xml.open("w:tbl", &[]);
        properties(xml, table.title);
        xml.within("w:tblGrid", &[], |xml| {
            xml.empty("w:gridCol", &[("w:w", COLUMN)]);
            xml.empty("w:gridCol", &[("w:w", COLUMN)]);
        });
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:tblHeader", &[]);
            });
            table
                .heads
                .iter()
                .for_each(|head| self.cell(xml, std::slice::from_ref(head), COLUMN, None));
        });
        table.rows.iter().for_each(|row| self.row(xml, row));
        xml.close();
    }

    fn listing(&mut self, xml: &mut Xml, listing: &Listing<'_>) {
        let all = listing.shares.iter().sum::<u32>().max(1);
        let width = |share: &u32| (PAGE * share / all).to_string();
        let widths: Vec<String> = listing.shares.iter().map(width).collect();
        xml.open("w:tbl", &[]);
        properties(xml, listing.title);
        xml.within("w:tblGrid", &[], |xml| {
            widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", width)]));
        });
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:tblHeader", &[]);
            });
            self.cells(xml, &listing.heads, &widths, None);
        });
        for (at, row) in listing.rows.iter().enumerate() {
            xml.within("w:tr", &[], |xml| {
                xml.within("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
                self.cells(xml, row, &widths, (at > 0).then_some(Of::Below));
            });
        }
        xml.close();
    }

    fn cells(&mut self, xml: &mut Xml, cells: &[Line<'_>], widths: &[String], of: Option<Of>) {
        for (cell, width) in cells.iter().zip(widths) {
            self.cell(xml, std::slice::from_ref(cell), width, of);
        }
    }

    fn row(&mut self, xml: &mut Xml, row: &TableRow<'_>) {
        xml.open("w:tr", &[]);
        if row.unbroken {
            xml.within("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
        }
        match &row.left {
            Some((left, 1)) => self.cell(xml, left, COLUMN, None),
            Some((left, _)) => self.cell(xml, left, COLUMN, Some(Of::First)),
            None => self.cell(xml, &[], COLUMN, Some(Of::Further)),
        }
        let below = row.left.is_none().then_some(Of::Below);
        self.cell(xml, &row.right, COLUMN, below);
        xml.close();
    }

    /// A cell has a paragraph, be it an empty one.
    fn cell(&mut self, xml: &mut Xml, lines: &[Line<'_>], width: &str, of: Option<Of>) {
        xml.open("w:tc", &[]);
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            if let Some(of) = of {
                of.write(xml);
            }
        });
        if lines.is_empty() {
            xml.empty("w:p", &[]);
        }
        lines.iter().for_each(|line| self.line(xml, line));
        xml.close();
    }
}

/// The properties of a table as wide as the page; `title` is what it shows.
fn properties(xml: &mut Xml, title: &str) {
    xml.within("w:tblPr", &[], |xml| {
        xml.empty("w:tblStyle", &[("w:val", &id(TABLE))]);
        xml.empty("w:tblW", &[("w:w", &PAGE.to_string()), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let look = [
            ("w:val", "0020"),
            ("w:firstRow", "1"),
            ("w:lastRow", "0"),
            ("w:firstColumn", "0"),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ];
        xml.empty("w:tblLook", &look);
        xml.empty("w:tblCaption", &[("w:val", title)]);
    });
}

/// What a cell has to do with the one above or below it.
#[derive(Clone, Copy)]
enum Of {
    /// The first of several that are one.
    First,
    /// A further one of them.
    Further,
    /// A line parts it from the one above.
    Below,
}

impl Of {
    fn write(&self, xml: &mut Xml) {
        match self {
            Self::First => xml.empty("w:vMerge", &[("w:val", "restart")]),
            Self::Further => xml.empty("w:vMerge", &[]),
            Self::Below => xml.within("w:tcBorders", &[], |xml| {
                let line =
                    [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", LINE)];
                xml.empty("w:top", &line);
            }),
        }
    }
}

/// The page: A4, its header from the second page on.
fn section(xml: &mut Xml) {
    let (header, footer) = (relation("header1.xml"), relation("footer1.xml"));
    xml.within("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", &header)]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", &footer)]);
        xml.empty("w:footerReference", &[("w:type", "first"), ("r:id", &footer)]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        let margins = [
            ("w:top", "1417"),
            ("w:right", "1134"),
            ("w:bottom", "1304"),
            ("w:left", "1134"),
            ("w:header", "737"),
            ("w:footer", "624"),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        xml.empty("w:titlePg", &[]);
    });
}
