//! A drawn document as one HTML file: no external resource, readable on paper and on a phone.
//!
//! The page is a tree of `article`, `nav` and `section` with the columns as a grid, so that without
//! its style, or read aloud, each provision is followed by its amendments. Below 44rem the columns
//! stand one under the other. Colours follow the reader's light or dark setting; nothing runs. What the
//! page is stands in it for machines, too ([`linked`]).

#![deny(clippy::disallowed_methods)]

mod blocks;
mod feed;
mod linked;
mod runs;

pub use feed::feed;
pub use linked::data as linked;

use engine::document::{Document, Entry, Layout, Role, Row, Section};
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("page.css");

/// Writes the page. The same document gives the same bytes.
pub fn write(document: &Document) -> String {
    let linked = linked::data(document);
    let document = document.typeset();
    let layout = if document.layout == Layout::Linear { "page linear" } else { "page" };
    let page = html! {
        (DOCTYPE)
        html lang=(document.lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (document.title) }
                style { (PreEscaped(STYLE)) }
                @if let Some(linked) = linked {
                    script type="application/ld+json" { (PreEscaped(linked)) }
                }
            }
            body {
                @if let Some(first) = document.sections.first() {
                    a class="skip" href={ "#" (first.id) } { (document.terms.skip) }
                }
                div class=(layout) {
                    (head(&document))
                    (contents(&document))
                    (key(&document))
                    main {
                        @for section in &document.sections { (of_section(section, &document)) }
                    }
                }
            }
        }
    };
    page.into_string()
}

fn head(document: &Document) -> Markup {
    let head = &document.head;
    html! {
        header class="head" {
            div class="line" {
                p class="reference" { (head.reference) }
                p { (head.date) }
            }
            p { (head.kind) }
            @if !head.title.iter().all(|run| run.text.is_empty()) {
                h1 { (runs::of(&head.title)) }
            } @else {
                h1 { (document.title) }
            }
            @if !head.edition.is_empty() { p { em { "(" (head.edition) ")" } } }
        }
    }
}

fn contents(document: &Document) -> Markup {
    let contents = &document.contents;
    html! {
        @if !contents.is_empty() {
            nav aria-label=(document.terms.contents) {
                h2 { (document.terms.contents) }
                ol {
                    @for group in contents.chunk_by(|_, next| next.level > 0) {
                        @if let Some((top, below)) = group.split_first() {
                            li {
                                (link(top))
                                @if !below.is_empty() {
                                    ol { @for entry in below { li { (link(entry)) } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn link(entry: &Entry) -> Markup {
    html! { a href={ "#" (entry.target) } { (entry.text) } }
}

fn key(document: &Document) -> Markup {
    html! {
        @if !document.key.is_empty() {
            section class="key" {
                h2 { (document.terms.key) }
                dl {
                    @for line in &document.key {
                        dt { (runs::of(std::slice::from_ref(&line.specimen))) }
                        dd { (line.meaning) }
                    }
                }
            }
        }
    }
}

fn of_section(section: &Section, document: &Document) -> Markup {
    let class = match (section.columns.is_some(), section.follows) {
        (true, _) => "text",
        (false, false) => "text single",
        (false, true) => "text single follows",
    };
    let alinea = |row: &Row| row.text.as_ref().is_some_and(|text| text.role == Role::Alinea);
    let class = match section.rows.iter().any(alinea) {
        true => format!("{class} of-article"),
        false => class.to_owned(),
    };
    html! {
        section class=(class) id=(section.id) {
            @for line in &section.over { p class="over" { (line) } }
            h2 id=[(!section.table.is_empty()).then(|| format!("{}-h", section.id))] { (section.heading) }
            @if let Some((left, right)) = &section.columns {
                // Seen only: each amendment has its own heading.
                div class="heads" aria-hidden="true" { span { (left) } span { (right) } }
            }
            @for rows in section.rows.chunk_by(|above, row| above.cells.is_empty() == row.cells.is_empty()) {
                @if rows.iter().any(|row| !row.cells.is_empty()) {
                    (table(section, rows))
                } @else {
                    @for row in rows { (of_row(row, document)) }
                }
            }
        }
    }
}

/// Lines of a table; on a phone it can be moved sideways.
fn table(section: &Section, rows: &[Row]) -> Markup {
    html! {
        div class="table" tabindex="0" role="region" aria-labelledby=(format!("{}-h", section.id)) {
            table {
                thead { tr {
                    @for column in &section.table { th scope="col" { (column.head) } }
                } }
                tbody {
                    @for row in rows {
                        tr { @for cell in &row.cells { td { (runs::of(cell)) } } }
                    }
                }
            }
        }
    }
}

fn of_row(row: &Row, document: &Document) -> Markup {
    html! {
        div class="row" {
            @if let Some(text) = &row.text { (blocks::paragraph(text)) }
            @if !row.amendments.is_empty() {
                div class="beside" {
                    @for block in &row.amendments { (blocks::amendment(block, &document.terms)) }
                }
            }
        }
    }
}
