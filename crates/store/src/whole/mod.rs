//! The whole instance: as a folder of files, read back, and verified.
//!
//! ```text
//! instance.json            the schema, the heads of all logs, the last numbers given
//! dossiers.json …          a file for each table that is not part of a log
//! SLUG/log.jsonl           the very lines of a log
//! SLUG/texts/HASH.json     the dossiers that it names
//! SLUG/rules/HASH.toml     the rules that it names, where they are kept
//! ```
//!
//! The same instance gives the same bytes, whichever database it is kept in.

mod backup;
mod export;
mod files;
mod import;
mod tables;
mod walk;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the files, and the only one that is read.
pub(crate) const SCHEMA: &str = "hemicycle-instance/1";

/// `instance.json`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Instance {
    schema: String,
    /// The tables that came after the first exports, each of which has its file.
    #[serde(default)]
    later: Vec<String>,
    /// The last number given of each kind.
    counters: BTreeMap<String, i64>,
    /// Where each log stands, by the address of the dossier.
    heads: BTreeMap<String, Stands>,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stands {
    seq: u64,
    hash: procedure::log::Hash,
}

impl From<procedure::log::Head> for Stands {
    fn from(head: procedure::log::Head) -> Self {
        Self { seq: head.seq, hash: head.hash }
    }
}
