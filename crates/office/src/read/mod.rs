//! Drafts and compendia in DOCX and ODT, as Word, LibreOffice and libraries write them, read into a dossier.
//!
//! # The way of a file
//!
//! ```text
//! archive   parts of the zip, limited in number and size; nothing is followed out of it
//! xml       each part parsed: no document type, no depth that could not be walked
//! docx, odt paragraphs, tables, lists, who changed what: a Flow, the same of both formats
//! view      the paragraphs with all changes rejected, and with all accepted; automatic numbers
//! typed     typed out line by line, as a clerk would, and read by engine::read
//! restore   italics, raised signs, notes, tables and numbers in letters put back by their places
//! tabled    a draft's changes as amendments of their authors
//! ```
//!
//! Going by way of plain text means that headings, titles, numbers, references and amendments are what they
//! are in plain text, whatever they look like in the word processor, and that one description
//! (`docs/format.md`) holds for all. What plain text would take for something else, a paragraph that begins
//! with a small letter for the rest of the one before, is typed so that it does not.
//!
//! A file in which amendments are headed is a compendium: its tables are read cell by cell. Any other is a
//! draft, and its tables are kept as they are.

mod archive;
mod docx;
mod flow;
mod lists;
mod looks;
mod note;
mod number;
mod odt;
mod restore;
mod styles;
mod tabled;
mod typed;
mod view;
mod writing;
mod xml;

pub use note::Kind as Note;

use archive::Archive;
use engine::Dossier;
use engine::read::{Read as Plain, Stated, read_as};
use flow::{Flow, Item, View};
use instruction::style::language;
use source::SourceFile;
use std::sync::Arc;
use text::{Draft, Index};
use typed::Typed;

/// A format of word processors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Office Open XML, as Word writes it.
    Docx,
    /// OpenDocument, as LibreOffice writes it.
    Odt,
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is no zip archive, as both formats are.
    #[error("this is no word processor's file but {0}; give it the extension of what it is")]
    NotAnArchive(&'static str),
    /// A file of Word before 2007, or one that is encrypted.
    #[error(
        "this is a file of old Word (.doc) or an encrypted one; save it as .docx without a password"
    )]
    OldOrEncrypted,
    /// Another format in an archive of the same kind.
    #[error("this is {found}; give it the extension .{extension}")]
    OtherKind {
        /// What it is.
        found: &'static str,
        /// What its name should end with.
        extension: &'static str,
    },
    /// A document in one XML file.
    #[error("this is a flat OpenDocument file (.fodt); save it as .odt")]
    Flat,
    /// An OpenDocument file that is no text.
    #[error("this is {found}, not a text; save the text as .odt (.{extension} is not read)")]
    NotText {
        /// What it is, and what to do first.
        found: &'static str,
        /// What its name should end with.
        extension: &'static str,
    },
    /// Encrypted parts.
    #[error("the file is encrypted; save it without a password")]
    Encrypted,
    /// The archive cannot be unpacked.
    #[error("the file is damaged: {0}; save it again")]
    Damaged(String),
    /// Two parts of one name.
    #[error("the file is damaged: two of its parts have the name {0:?}; save it again")]
    EntryTwice(String),
    /// More parts than any document has.
    #[error("the file has {0} parts, more than are read; save it without its pictures")]
    TooManyEntries(usize),
    /// A part that is too large unpacked.
    #[error("{0} is larger than 64 MiB, or the file than 128 MiB; divide the document")]
    TooLarge(String),
    /// A part that is not there.
    #[error("{0} is missing in the file; save it again")]
    PartMissing(String),
    /// A part that is not XML, or not as the format has it.
    #[error("{part}: {why}; save the file again")]
    NotXml {
        /// The part.
        part: String,
        /// What is wrong.
        why: String,
    },
    /// Elements too deep in one another.
    #[error("{part}: more than {most} elements stand in one another; save the file again")]
    TooDeep {
        /// The part.
        part: String,
        /// What is read.
        most: usize,
    },
}

/// What came of a file.
#[derive(Clone, Debug)]
pub struct Read {
    /// The dossier: a compendium, or a draft as it was before its tracked changes with these as amendments.
    pub dossier: Dossier,
    /// What was left out, repaired or doubted, and what the reader of plain text says of the text.
    pub findings: Vec<engine::read::Finding>,
    /// The text as it was typed out for the reader of plain text: findings point into it.
    pub file: Arc<SourceFile>,
    /// Of a draft with changes: the draft with all of them accepted.
    pub accepted: Option<Draft>,
}

/// Reads a file of this format; `name` is what findings call it. No network and no other file is touched.
pub fn read(name: &str, bytes: &[u8], kind: Kind) -> Result<Read, Error> {
    let mut archive = Archive::open(bytes)?;
    let mut flow = match kind {
        Kind::Docx => docx::flow(&mut archive)?,
        Kind::Odt => odt::flow(&mut archive)?,
    };
    flow.items = unframed(std::mem::take(&mut flow.items));
    Ok(compendium(name, &mut flow).unwrap_or_else(|| draft(name, flow)))
}

/// A table of one cell is a frame: what stands in it is text.
fn unframed(items: Vec<Item>) -> Vec<Item> {
    let mut plain = Vec::with_capacity(items.len());
    for item in items {
        match item {
            Item::Table(mut table) if is_frame(&table) => {
                let cell = table.rows.pop().and_then(|mut row| row.pop()).unwrap_or_default();
                plain.extend(unframed(cell));
            }
            item => plain.push(item),
        }
    }
    plain
}

fn is_frame(table: &flow::Table) -> bool {
    matches!(table.rows.as_slice(), [row] if row.len() == 1)
}

fn stated(flow: &Flow) -> Stated {
    Stated { marked: flow.marked, usual: flow.usual, style: None }
}

fn plain(name: &str, typed: &Typed, flow: &Flow) -> (Arc<SourceFile>, Plain) {
    let file = Arc::new(SourceFile::new(name, format!("{}\n", typed.text)));
    let read = read_as(Arc::clone(&file), stated(flow));
    (file, read)
}

/// The file as a compendium, if amendments are headed in it, or if only its tables hold provisions.
fn compendium(name: &str, flow: &mut Flow) -> Option<Read> {
    let typed = typed::compendium(flow, View::New);
    let headed = typed.lines.iter().any(|line| {
        engine::read::opens(line.at.of(&typed.text).trim()) == Some(engine::read::Opens::Amendment)
    });
    if !headed {
        return None;
    }
    let (file, read) = plain(name, &typed, flow);
    if read.dossier.amendments.is_empty() {
        return None;
    }
    if flow.is_changed() {
        flow.notes.add(note::Kind::Accepted, "");
    }
    let findings = std::mem::take(&mut flow.notes).before(read.findings);
    Some(Read { dossier: read.dossier, findings, file, accepted: None })
}

/// The file as a draft with its changes rejected, its changes as amendments, and the draft with all of them
/// accepted.
fn draft(name: &str, mut flow: Flow) -> Read {
    let mut notes = std::mem::take(&mut flow.notes);
    let changed = flow.is_changed();
    let (old_typed, file, mut read) = viewed(name, &flow, View::Old, &mut notes);
    let mut accepted = None;
    if changed {
        let (new_typed, _, new) = viewed(name, &flow, View::New, &mut note::Notes::default());
        accepted = new.dossier.versions.into_iter().next().map(|version| version.draft);
        let worded = accepted.as_ref().map_or(0, |new| {
            let sides = tabled::Sides { old: &old_typed, new: &new_typed, authors: &flow.authors };
            tabled::table(&mut read, new, &sides)
        });
        let kind = if worded > 0 { note::Kind::Tabled } else { note::Kind::Rejected };
        notes.add(kind, &flow.authors.join(", "));
        notes.count(kind, worded);
    }
    Read { dossier: read.dossier, findings: notes.before(read.findings), file, accepted }
}

/// The draft of a view.
fn viewed(
    name: &str,
    flow: &Flow,
    view: View,
    notes: &mut note::Notes,
) -> (Typed, Arc<SourceFile>, Plain) {
    let typed = typed::draft(flow, &view::shown(flow, view), notes);
    let (file, mut read) = plain(name, &typed, flow);
    for version in &mut read.dossier.versions {
        restore::restore(&mut version.draft, &typed);
        if let Some(title) = &mut version.title {
            *title = title.replace(typed::CARET, "^");
        }
        if let Some(language) = language(version.lang) {
            version.index = Index::new(&version.draft, &language.tables.sentences);
        }
    }
    (typed, file, read)
}
