//! DOCX as Word, LibreOffice and libraries write it: which part holds what.
//!
//! Only parts inside the package are read, and only those that hold text, styles and lists. A relationship
//! to anything outside is never followed.

mod body;
mod numbering;
mod runs;
mod styles;

use super::Error;
use super::archive::Archive;
use super::flow::Flow;
use super::note::Kind;
use super::xml::{attribute, elements, name, parsed};
use body::Body;
use roxmltree::Document;

/// Reads a DOCX as far as it is text.
pub fn flow(archive: &mut Archive<'_>) -> Result<Flow, Error> {
    let main = main_part(archive)?;
    let text = archive.text(&main)?.ok_or_else(|| Error::PartMissing(main.clone()))?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let beside = |name: &str| match folder.as_str() {
        "" => name.to_owned(),
        folder => format!("{folder}/{name}"),
    };
    let styles = archive.text(&beside("styles.xml"))?;
    let numbering = archive.text(&beside("numbering.xml"))?;
    let notes = [archive.text(&beside("footnotes.xml"))?, archive.text(&beside("endnotes.xml"))?];

    let mut flow = Flow::default();
    let styles = match &styles {
        Some(text) => styles::read(&parsed("styles.xml", text)?),
        None => styles::Styles::default(),
    };
    let numbers = match &numbering {
        Some(text) => numbering::read(&parsed("numbering.xml", text)?, &mut flow.lists),
        None => numbering::Numbering::default(),
    };
    let document = parsed(&main, &text)?;
    let Some(content) = elements(document.root_element()).find(|node| name(*node) == "body") else {
        let why = "it holds no text (w:body is missing)".to_owned();
        return Err(Error::NotXml { part: main, why });
    };
    let flow = Body::new(flow, &styles, &numbers).read(content);
    noted(flow, notes)
}

/// The part with the text: the one that the package names, or the usual one.
fn main_part(archive: &mut Archive<'_>) -> Result<String, Error> {
    const USUAL: &str = "word/document.xml";
    if archive.has("mimetype") && archive.has("content.xml") {
        return Err(Error::OtherKind { found: "ODT", extension: "odt" });
    }
    if archive.has("xl/workbook.xml") {
        return Err(Error::OtherKind { found: "a spreadsheet (XLSX)", extension: "xlsx" });
    }
    let named = match archive.text("_rels/.rels")? {
        Some(text) => target(&parsed("_rels/.rels", &text)?),
        None => None,
    };
    match named {
        Some(named) if archive.has(&named) => Ok(named),
        _ if archive.has(USUAL) => Ok(USUAL.to_owned()),
        Some(named) => Err(Error::PartMissing(named)),
        None => Err(Error::PartMissing(USUAL.to_owned())),
    }
}

/// The target of the relationship to the main document, if it lies inside the package.
fn target(relationships: &Document<'_>) -> Option<String> {
    let all = elements(relationships.root_element());
    let main = |node: &roxmltree::Node<'_, '_>| {
        attribute(*node, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            && attribute(*node, "TargetMode") != Some("External")
    };
    let target = all.filter(main).find_map(|node| attribute(node, "Target"))?;
    Some(target.trim_start_matches('/').to_owned())
}

/// Says of each note with text that it is not carried.
fn noted(mut flow: Flow, parts: [Option<String>; 2]) -> Result<Flow, Error> {
    for text in parts.into_iter().flatten() {
        let document = parsed("footnotes.xml", &text)?;
        for note in elements(document.root_element()) {
            let kind = attribute(note, "type").unwrap_or("normal");
            let words = runs::words(note);
            if kind == "normal" && !words.trim().is_empty() {
                flow.notes.add(Kind::NoteTexts, words.trim());
            }
        }
    }
    Ok(flow)
}
