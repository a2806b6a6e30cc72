//! ODT as LibreOffice, Word and libraries write it (OpenDocument 1.2 and 1.3): which part holds what.
//!
//! Only the parts that hold text, styles and the list of parts are unpacked. Linked sections and pictures are
//! never followed.

mod body;
mod changes;
mod inline;
mod lists;
mod numbered;
mod styles;

use super::Error;
use super::archive::Archive;
use super::flow::Flow;
use super::xml::{attribute, child, elements, name, parsed};
use body::Body;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

const TEXT: &str = "application/vnd.oasis.opendocument.text";
const CONTENT: &str = "content.xml";

/// Other kinds of OpenDocument: the end of the type, what it is, the extension.
const OTHERS: [(&str, &str, &str); 6] = [
    ("text-template", "a template", "ott"),
    ("text-master", "a master document", "odm"),
    ("text-web", "a web page of OpenDocument", "oth"),
    ("spreadsheet", "a spreadsheet", "ods"),
    ("presentation", "a presentation", "odp"),
    ("graphics", "a drawing", "odg"),
];

/// Reads an ODT as far as it is text.
pub fn flow(archive: &mut Archive<'_>) -> Result<Flow, Error> {
    typed(archive)?;
    let formulas = match archive.text("META-INF/manifest.xml")? {
        Some(text) => listed(&parsed("META-INF/manifest.xml", &text)?)?,
        None => BTreeSet::new(),
    };
    let text = archive.text(CONTENT)?.ok_or_else(|| Error::PartMissing(CONTENT.to_owned()))?;
    let of_styles = archive.text("styles.xml")?;
    let named = match &of_styles {
        Some(text) => Some(parsed("styles.xml", text)?),
        None => None,
    };
    let content = parsed(CONTENT, &text)?;
    let root = content.root_element();
    let Some(main) = child(root, "body").and_then(|body| child(body, "text")) else {
        let why = "it holds no text (office:text is missing)".to_owned();
        return Err(Error::NotXml { part: CONTENT.to_owned(), why });
    };
    // Automatic styles of `styles.xml` are those of headers and footers.
    let common = named.as_ref().and_then(|named| child(named.root_element(), "styles"));
    let automatic = child(root, "automatic-styles");
    let sheets: Vec<Node<'_, '_>> = common.into_iter().chain(automatic).collect();
    let mut flow = Flow::default();
    let lists = lists::read(&sheets, &mut flow.lists);
    let styles = styles::read(&sheets);
    Ok(Body::new(flow, &styles, lists, formulas).read(main))
}

/// Refuses packages of another kind.
fn typed(archive: &mut Archive<'_>) -> Result<(), Error> {
    if archive.has("word/document.xml") {
        return Err(Error::OtherKind { found: "a Word document (DOCX)", extension: "docx" });
    }
    if archive.has("xl/workbook.xml") {
        return Err(Error::OtherKind { found: "a spreadsheet (XLSX)", extension: "xlsx" });
    }
    let kind = archive.text("mimetype")?.unwrap_or_default();
    let kind = kind.trim();
    if kind == TEXT || kind.is_empty() {
        return Ok(());
    }
    let own = kind.strip_prefix("application/vnd.oasis.opendocument.").unwrap_or_default();
    match OTHERS.iter().find(|(end, ..)| own == *end) {
        Some((_, found, extension)) => Err(Error::NotText { found, extension }),
        None => Ok(()),
    }
}

/// The formulas that the package lists. Encrypted parts are refused.
fn listed(manifest: &Document<'_>) -> Result<BTreeSet<String>, Error> {
    let mut formulas = BTreeSet::new();
    for entry in elements(manifest.root_element()).filter(|node| name(*node) == "file-entry") {
        if child(entry, "encryption-data").is_some() {
            return Err(Error::Encrypted);
        }
        let kind = attribute(entry, "media-type").unwrap_or_default();
        if kind.starts_with("application/vnd.oasis.opendocument.formula") {
            let path = attribute(entry, "full-path").unwrap_or_default();
            formulas.insert(path.trim_end_matches('/').to_owned());
        }
    }
    Ok(formulas)
}
