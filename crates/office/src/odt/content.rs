//! `content.xml`: the text.

use super::styles::{FIRST_PAGE, fonts, tables};
use super::tracked::Tracked;
use super::{display, name, root};
use crate::change::Decided;
use crate::flow::{Block, Line, Listing, Table, TableRow, blocks};
use crate::styles::Style;
use crate::xml::Xml;
use engine::document::Document;

/// The automatic style of the first paragraph, and that of a heading that begins a page.
const ON_FIRST_PAGE: &str = "P1";
const ON_NEW_PAGE: &str = "P2";

pub(super) fn write(document: &Document, decided: Option<&Decided>) -> String {
    let mut text = Tracked::new(document, decided);
    let all = blocks(document);
    for (at, block) in all.iter().enumerate() {
        match block {
            Block::Line(line) => {
                let own = line.on_new_page.then_some(ON_NEW_PAGE);
                text.line(line, own.or((at == 0).then_some(ON_FIRST_PAGE)));
            }
            Block::Table(table) => of_table(&mut text, table, at),
            Block::Listing(listing) => of_listing(&mut text, listing, at),
        }
    }
    let listings: Vec<(usize, &[u32])> = listings(&all).collect();
    let mut xml = Xml::new();
    xml.open("office:document-content", &root());
    fonts(&mut xml);
    xml.within("office:automatic-styles", &[], |xml| {
        first_page(xml);
        new_page(xml);
        text.spans.styles(xml);
        tables(xml);
        listings.iter().for_each(|(at, shares)| columns(xml, *at, shares));
    });
    xml.open("office:body", &[]);
    xml.open("office:text", &[]);
    let regions = text.regions.finish();
    if !regions.is_empty() {
        let quiet = [("text:track-changes", "false")];
        xml.within("text:tracked-changes", &quiet, |xml| xml.append(&regions));
    }
    xml.append(&text.body.finish());
    xml.finish()
}

fn first_page(xml: &mut Xml) {
    let style = [
        ("style:name", ON_FIRST_PAGE),
        ("style:family", "paragraph"),
        ("style:parent-style-name", &*name(&display(Style::Reference))),
        ("style:master-page-name", FIRST_PAGE),
    ];
    xml.empty("style:style", &style);
}

fn new_page(xml: &mut Xml) {
    let style = [
        ("style:name", ON_NEW_PAGE),
        ("style:family", "paragraph"),
        ("style:parent-style-name", &*name(&display(Style::Section))),
    ];
    xml.within("style:style", &style, |xml| {
        xml.empty("style:paragraph-properties", &[("fo:break-before", "page")]);
    });
}

fn of_table(text: &mut Tracked<'_>, table: &Table<'_>, at: usize) {
    let own = format!("Table{at}");
    text.body.open("table:table", &[("table:name", &own), ("table:style-name", "Table")]);
    let columns = [("table:style-name", "Column"), ("table:number-columns-repeated", "2")];
    text.body.empty("table:table-column", &columns);
    text.body.open("table:table-header-rows", &[]);
    text.body.open("table:table-row", &[("table:style-name", "KeptRow")]);
    for (head, style) in table.heads.iter().zip(["LeftHead", "RightHead"]) {
        cell(text, std::slice::from_ref(head), style, 1);
    }
    text.body.close();
    text.body.close();
    table.rows.iter().for_each(|of_table| row(text, of_table));
    text.body.close();
}

/// Where tables that list stand, and the shares of their columns.
fn listings<'b>(all: &'b [Block<'_>]) -> impl Iterator<Item = (usize, &'b [u32])> {
    all.iter().enumerate().filter_map(|(at, block)| match block {
        Block::Listing(listing) => Some((at, listing.shares.as_slice())),
        Block::Line(_) | Block::Table(_) => None,
    })
}

/// The style of a column of the table that stands there.
fn column(at: usize, of: usize) -> String {
    format!("Table{at}Column{of}")
}

/// The styles of the columns of a table that lists.
fn columns(xml: &mut Xml, at: usize, shares: &[u32]) {
    let all = shares.iter().sum::<u32>().max(1);
    for (of, share) in shares.iter().enumerate() {
        // In hundredths of a centimetre, of 17.
        let wide = 1700 * share / all;
        let wide = format!("{}.{:02}cm", wide / 100, wide % 100);
        let name = column(at, of);
        let style = [("style:name", name.as_str()), ("style:family", "table-column")];
        xml.within("style:style", &style, |xml| {
            xml.empty("style:table-column-properties", &[("style:column-width", &wide)]);
        });
    }
}

fn of_listing(text: &mut Tracked<'_>, listing: &Listing<'_>, at: usize) {
    let own = format!("Table{at}");
    text.body.open("table:table", &[("table:name", &own), ("table:style-name", "Table")]);
    for of in 0..listing.shares.len() {
        text.body.empty("table:table-column", &[("table:style-name", &column(at, of))]);
    }
    text.body.open("table:table-header-rows", &[]);
    cells(text, &listing.heads, "LeftHead");
    text.body.close();
    listing.rows.iter().for_each(|row| cells(text, row, "LeftBelow"));
    text.body.close();
}

fn cells(text: &mut Tracked<'_>, lines: &[Line<'_>], style: &str) {
    text.body.open("table:table-row", &[("table:style-name", "KeptRow")]);
    lines.iter().for_each(|line| cell(text, std::slice::from_ref(line), style, 1));
    text.body.close();
}

fn row(text: &mut Tracked<'_>, row: &TableRow<'_>) {
    let style = if row.unbroken { "KeptRow" } else { "Row" };
    text.body.open("table:table-row", &[("table:style-name", style)]);
    let right = match &row.left {
        Some((left, rows)) => {
            cell(text, left, "Left", *rows);
            "Right"
        }
        None => {
            text.body.empty("table:covered-table-cell", &[("table:style-name", "Left")]);
            "RightBelow"
        }
    };
    cell(text, &row.right, right, 1);
    text.body.close();
}

fn cell(text: &mut Tracked<'_>, lines: &[Line<'_>], style: &str, rows: usize) {
    let over = rows.to_string();
    let mut kind = vec![("table:style-name", style), ("office:value-type", "string")];
    if rows > 1 {
        kind.push(("table:number-rows-spanned", &over));
    }
    text.body.open("table:table-cell", &kind);
    if lines.is_empty() {
        text.empty(Style::Normal);
    }
    lines.iter().for_each(|line| text.line(line, None));
    text.body.close();
}
