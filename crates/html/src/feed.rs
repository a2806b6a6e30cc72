//! The amendments of a compendium as an Atom feed (RFC 4287), for those who watch a dossier.
//!
//! An entry for each amendment in calling order, a sub-amendment before its amendment. Ids are
//! `urn:hemicycle:REFERENCE:LANGUAGE:am-4` and stay when the paper is printed anew, so that a reader of
//! feeds knows an amendment again; all that is dated has the day of the paper, since nothing else is known.

use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Person, Text, WriteConfig,
};
use engine::document::{AmendmentBlock, Document, Run};
use engine::xml::allowed;

/// The program that made the feed; stands as its author where an amendment has none, since RFC 4287
/// (4.1.1) wants one.
const PROGRAM: &str = "Hemicycle";

/// The feed as XML; `None` where the paper has no date that is read as a day. The document should be
/// as drawn: typography is for pages.
pub fn feed(document: &Document) -> Option<String> {
    let day = engine::day(&document.head.date)?;
    let updated: FixedDateTime = format!("{day}T00:00:00Z").parse().ok()?;
    let id = id(document);
    let mut entries = Vec::new();
    for section in &document.sections {
        for block in section.rows.iter().flat_map(|row| &row.amendments) {
            let all = block.before.iter().chain([block]);
            entries.extend(all.map(|one| entry(one, &section.heading, &id, updated)));
        }
    }
    let unnamed = entries.iter().any(|entry| entry.authors.is_empty()) || entries.is_empty();
    let feed = Feed {
        title: plain(&document.title),
        id,
        updated,
        authors: if unnamed { vec![person(PROGRAM)] } else { Vec::new() },
        generator: Some(Generator { value: PROGRAM.to_owned(), ..Generator::default() }),
        subtitle: Some(plain(&subtitle(document))).filter(|text| !text.value.is_empty()),
        entries,
        lang: Some(document.lang.tag().to_owned()),
        ..Feed::default()
    };
    let config = WriteConfig { write_document_declaration: true, indent_size: Some(2) };
    let bytes = feed.write_with_config(Vec::new(), config).ok()?;
    let mut text = String::from_utf8(bytes).ok()?;
    text.push('\n');
    Some(text)
}

/// "Safe lakes (Final version)".
fn subtitle(document: &Document) -> String {
    let head = &document.head;
    match (words(&head.title), head.edition.as_str()) {
        (title, "") => title,
        (title, edition) => format!("{title} ({edition})").trim_start().to_owned(),
    }
}

fn id(document: &Document) -> String {
    let head = &document.head;
    let name = if head.reference.is_empty() { words(&head.title) } else { head.reference.clone() };
    format!("urn:hemicycle:{}:{}", in_urn(&name), document.lang.tag())
}

/// Letters and figures as they are, other bytes as `%20`: no two names become one.
fn in_urn(name: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    name.bytes().map(byte).collect()
}

fn entry(block: &AmendmentBlock, part: &str, feed: &str, updated: FixedDateTime) -> Entry {
    let paragraphs: Vec<String> = block.wording.iter().map(|one| words(&one.content)).collect();
    let content = Content {
        value: Some(paragraphs.join("\n")),
        content_type: Some("text".to_owned()),
        lang: (!block.lang.is_empty()).then(|| block.lang.clone()),
        ..Content::default()
    };
    Entry {
        title: plain(&block.title()),
        id: format!("{feed}:{}", block.id),
        updated,
        authors: block.tablers.iter().map(|name| person(name)).collect(),
        categories: vec![Category { term: allowed(part).into_owned(), ..Category::default() }],
        content: Some(content),
        ..Entry::default()
    }
}

fn person(name: &str) -> Person {
    Person { name: allowed(name).into_owned(), ..Person::default() }
}

fn plain(words: &str) -> Text {
    Text::plain(allowed(words).into_owned())
}

fn words(runs: &[Run]) -> String {
    let all: String = runs.iter().map(|run| run.text.as_str()).collect();
    allowed(&all).into_owned()
}
