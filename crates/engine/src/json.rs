//! The dossier as JSON, readable and writable (schema `hemicycle-dossier/1`).
//!
//! It carries every field of a dossier except where things stand in a file: a dossier read from
//! JSON has no file, and its findings point at nothing. Offsets of marks are characters, 0-based
//! and half-open. Text without marks is a string, text with marks an object:
//!
//! ```json
//! "The lake is wide."
//! {"text": "the 20e boat", "marks": [{"kind": "superscript", "start": 6, "end": 7}]}
//! ```
//!
//! What became of amendments and texts, where it is known, stands under `recorded` and `decisions`; a dossier on which
//! nothing is decided has neither key.
//!
//! What stands in a part or provision is text (as above), `{"number": "9.2", "children": […]}`, or
//! `{"opaque": "…"}`.

mod node;
mod reader;
mod recorded;
mod writer;

use crate::Dossier;

/// The name and version of the schema.
pub const SCHEMA: &str = "hemicycle-dossier/1";

/// Why a text is no dossier in JSON.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It is not JSON; the message names line and column.
    #[error("not JSON: {0}")]
    Syntax(String),
    /// More than any dossier has.
    #[error("larger than {0} MiB: divide the dossier")]
    TooLarge(usize),
    /// The same, by its values: each takes more memory than its letters.
    #[error("more than {0} values: no dossier has so many")]
    TooMany(usize),
    /// It is JSON of another shape. `path` leads to the trouble: `$.versions[0].parts`.
    #[error("at {path}: {message}")]
    Shape {
        /// Where, from the root `$`.
        path: String,
        /// What is wrong there.
        message: String,
    },
}

/// Writes all of the dossier, in every language.
pub fn write(dossier: &Dossier) -> String {
    let written = writer::DossierOut::new(dossier);
    // Writing strings, numbers and lists to memory cannot fail.
    let mut text = serde_json::to_string_pretty(&written).unwrap_or_default();
    text.push('\n');
    text
}

/// 128 MiB: more than 40,000 amendments.
const LARGEST: usize = 128 << 20;

/// Lists, objects and what stands in them; some 500 MiB of memory.
const MOST_VALUES: usize = 6_000_000;

/// Reads what [`write()`] wrote; the error says what is wrong and where.
pub fn read(text: &str) -> Result<Dossier, Error> {
    if text.len() > LARGEST {
        return Err(Error::TooLarge(LARGEST >> 20));
    }
    if values(text) > MOST_VALUES {
        return Err(Error::TooMany(MOST_VALUES));
    }
    let value = serde_json::from_str(text).map_err(|error| Error::Syntax(error.to_string()))?;
    reader::dossier(&node::Node::root(&value))
}

/// About how many values there are: each but the first of a list stands behind a comma.
fn values(text: &str) -> usize {
    let (mut count, mut quoted, mut escaped) = (0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b',' | b'[' | b'{' if !quoted => count += 1,
            _ => {}
        }
    }
    count
}
