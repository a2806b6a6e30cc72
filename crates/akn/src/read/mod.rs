//! From Akoma Ntoso to a dossier: the files that [`crate::write`] wrote, whoever has changed them
//! since, and documents by other hands.
//!
//! # What is read
//!
//! Only what says something about the dossier is read, and what was decided on it. Places, calling order and falls
//! follow from it and are worked out anew, so that a file whose wording was changed by hand cannot say two
//! things. A text with changes (`ins`, `del`) is read as it stands with them.
//!
//! ```text
//! amendmentList, documentCollection    a dossier; its components are parts and amendments
//! statement, bill, act, doc            a dossier of one part; its attachments are further ones
//! amendment                            a dossier of one amendment and no part
//! ```
//!
//! # Our files and others
//!
//! A file that declares our namespace is ours: its lines say by their class what they are, and every
//! space counts. In one that does not, white space is that of an indented file.
//!
//! Nothing is lost in silence: what has no place in a dossier is a finding with its words.
//!
//! # Bad files
//!
//! Declarations of entities are refused, and so are files of more than [`LARGEST`] bytes or
//! [`MOST_NODES`] elements and texts, and elements more than [`DEEPEST_ELEMENT`] deep in one another.

mod amendment;
mod body;
mod decisions;
mod document;
mod head;
mod inline;
mod node;
mod notes;

use crate::OURS;
use crate::meta::STYLE;
use engine::read::Read;
use engine::recorded::Decisions;
use instruction::style::{Language, Style, style};
use node::all_inner;
use node::{Element, elements, inner, is, name, wanted, wrong};
use notes::Notes;
use roxmltree::{Document, ParsingOptions};
use std::collections::{BTreeMap, BTreeSet};

/// Provisions stand in one another at most so deep, and marks, too: no paper comes near it.
const DEEPEST: usize = 64;
/// Elements of any kind.
const DEEPEST_ELEMENT: usize = 256;
/// 128 MiB: more than 30,000 amendments.
const LARGEST: usize = 128 << 20;
/// Some 500 MiB of memory.
const MOST_NODES: u32 = 6_000_000;

/// Why a file is no dossier in Akoma Ntoso, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct Error {
    /// 1-based.
    pub line: u32,
    /// 1-based, in characters.
    pub column: u32,
    /// What is wrong there.
    pub message: String,
}

/// Reads one expression: a compendium, a draft or an amendment in one language. No file, network or
/// entity is ever followed. Findings say what of the file is not in the dossier, by their place in `xml`.
pub fn read(xml: &str) -> Result<Read, Error> {
    if xml.len() > LARGEST {
        let message = format!("larger than {} MiB: write it as several files", LARGEST >> 20);
        return Err(Error { line: 1, column: 1, message });
    }
    // Declarations of entities are refused as a whole.
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(xml, options).map_err(|error| {
        let at = error.pos();
        Error { line: at.row, column: at.col, message: format!("not XML: {error}") }
    })?;
    let root = document.root_element();
    if !is(root, "akomaNtoso") {
        return Err(wrong(root, &no_akoma_ntoso(root)));
    }
    shallow(root)?;
    let wanted = elements(root).find(|node| name(*node).is_some_and(document::is_read));
    let Some(main) = wanted else {
        let found = elements(root).next().unwrap_or(root);
        return Err(wrong(found, document::NOT_READ));
    };
    let ours = root.namespaces().any(|namespace| namespace.uri() == OURS);
    let style = style_of(root).filter(|_| ours).unwrap_or_default();
    let language = language(main, style)?;
    Reading::new(style, language, ours).dossier(root, main)
}

/// What the root element is instead.
fn no_akoma_ntoso(root: Element<'_, '_>) -> String {
    let namespace = root.tag_name().namespace().unwrap_or_default();
    if root.tag_name().name().eq_ignore_ascii_case("akomaNtoso") {
        return format!(
            "this is no Akoma Ntoso 3.0 but {namespace:?}: convert it to version 3.0 first"
        );
    }
    let vocabulary = match namespace {
        "http://www.w3.org/1999/xhtml" => " but a web page",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main" => {
            " but the text of a Word document: give the docx as a whole"
        }
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0" => {
            " but the text of an OpenDocument file: give the odt as a whole"
        }
        _ => "",
    };
    format!("this is no Akoma Ntoso 3.0{vocabulary}")
}

/// Refuses elements too deep in one another, which the rest goes into by itself.
fn shallow(root: Element<'_, '_>) -> Result<(), Error> {
    let (mut node, mut depth) = (root, 0);
    loop {
        if depth > DEEPEST_ELEMENT {
            let message = format!("elements stand more than {DEEPEST_ELEMENT} deep in one another");
            return Err(wrong(node, &message));
        }
        if let Some(first) = node.first_child() {
            (node, depth) = (first, depth + 1);
            continue;
        }
        loop {
            if node == root {
                return Ok(());
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(above) = node.parent() else { return Ok(()) };
            (node, depth) = (above, depth - 1);
        }
    }
}

/// The drafting style that the metadata of a file of ours names.
fn style_of(root: Element<'_, '_>) -> Option<&'static Style> {
    let named = |node: &Element<'_, '_>| node.attribute("name") == Some(STYLE);
    style(all_inner(root, "TLCReference").find(named)?.attribute("showAs")?)
}

/// The language of the expression.
fn language(document: Element<'_, '_>, style: &'static Style) -> Result<&'static Language, Error> {
    let languages = style.languages;
    let meta = wanted(document, "meta")?;
    let named = inner(meta, "FRBRlanguage")
        .ok_or_else(|| wrong(meta, "the language of the expression (FRBRlanguage) is missing"))?;
    let code = named.attribute("language").unwrap_or_default();
    let mut known = languages.iter().copied();
    known.find(|language| language.iso_639_2 == code || language.lang.tag() == code).ok_or_else(
        || {
            let all: Vec<&str> = languages.iter().map(|language| language.iso_639_2).collect();
            wrong(named, &format!("no language {code:?} is known: {} are", all.join(", ")))
        },
    )
}

/// What is known while a file is read.
struct Reading<'a> {
    style: &'static Style,
    language: &'static Language,
    /// Whether it is a file of ours.
    ours: bool,
    /// Whether a wording is being read, which is quoted from and not amended.
    wording: bool,
    notes: Notes,
    /// The parts by the identifiers of their components.
    parts: BTreeMap<&'a str, u32>,
    /// The parts by their addresses.
    addresses: BTreeMap<&'a str, u32>,
    /// What is printed above each part.
    headings: Vec<String>,
    /// The numbers of the amendments by the identifiers of their components.
    amendments: BTreeMap<&'a str, String>,
    /// People and organizations by their identifiers: how they are shown, whether the latter.
    people: BTreeMap<&'a str, (String, bool)>,
    /// How concepts are shown, by their identifiers.
    concepts: BTreeMap<&'a str, String>,
    /// What is recorded of texts, and the words for it.
    decisions: Decisions,
    /// The steps and votes that were read.
    taken: BTreeSet<usize>,
}

impl Reading<'_> {
    fn new(style: &'static Style, language: &'static Language, ours: bool) -> Self {
        Self {
            style,
            language,
            ours,
            wording: false,
            notes: Notes::default(),
            parts: BTreeMap::new(),
            addresses: BTreeMap::new(),
            headings: Vec::new(),
            amendments: BTreeMap::new(),
            people: BTreeMap::new(),
            concepts: BTreeMap::new(),
            decisions: Decisions::default(),
            taken: BTreeSet::new(),
        }
    }
}
