//! The amendments to a bill of the French Sénat as its web site publishes them, and the chair's order
//! of their calls.
//!
//! Two files of its open data: a table of all amendments with place, wording and outcome
//! (`jeu_complet_*.csv`), and the list of those that were called, in the order in which they were
//! (`liste_discussion_*.json`). [`read`] takes both as they are.

mod amendments;
mod calls;
mod compare;
mod placed;
mod table;

pub use amendments::{Amendment, Subdivision};
pub use calls::Call;
pub use compare::{Agreement, Compared, Fallen, Pair, Told, Why, compare};
pub use placed::{Found, Sketched, Source, article, placed};
pub use table::table;

use std::fmt;
use std::fs;
use std::path::Path;

/// A bill with all its amendments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill {
    /// In the order of the table, which is that of their numbers.
    pub amendments: Vec<Amendment>,
    /// In the order in which they were called.
    pub calls: Vec<Call>,
}

impl Bill {
    /// The articles and gaps of the bill that get amendments, in the order in which they were dealt with.
    pub fn subdivisions(&self) -> Vec<Subdivision> {
        let mut parts: Vec<Subdivision> = Vec::new();
        let called = self.calls.iter().filter_map(|call| self.amendment(&call.number));
        for amendment in called.chain(&self.amendments) {
            if let Some(place) = amendment.place()
                && !parts.contains(&place)
            {
                parts.push(place);
            }
        }
        parts
    }

    /// The amendment of this number as printed.
    pub fn amendment(&self, number: &str) -> Option<&Amendment> {
        self.amendments.iter().find(|amendment| amendment.number == number)
    }
}

/// Why the files cannot be read.
#[derive(Debug)]
pub enum Unread {
    /// The folder does not hold exactly one file of this kind.
    File(&'static str),
    /// The file cannot be opened.
    Io(std::io::Error),
    /// The table is no table.
    Table(csv::Error),
    /// The list is no JSON.
    List(serde_json::Error),
    /// A column or a key that must be there is not.
    Missing(&'static str),
    /// A wording of the table cannot be read as a page.
    Wording(String, intake::Error),
}

impl fmt::Display for Unread {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(kind) => write!(to, "the folder must hold one {kind}"),
            Self::Io(error) => write!(to, "{error}"),
            Self::Table(error) => write!(to, "{error}"),
            Self::List(error) => write!(to, "{error}"),
            Self::Missing(name) => write!(to, "no \"{name}\""),
            Self::Wording(number, error) => write!(to, "amendment {number}: {error}"),
        }
    }
}

impl std::error::Error for Unread {}

/// Reads the two files of a folder.
///
/// # Errors
///
/// Where a file is missing or is not what it should be.
pub fn read(folder: &Path) -> Result<Bill, Unread> {
    let table = fs::read(only(folder, "jeu_complet_", ".csv", "jeu_complet_*.csv")?);
    let list = fs::read(only(folder, "liste_discussion_", ".json", "liste_discussion_*.json")?);
    Ok(Bill {
        amendments: amendments::read(&table.map_err(Unread::Io)?)?,
        calls: calls::read(&list.map_err(Unread::Io)?)?,
    })
}

/// The one file of a folder whose name begins and ends so.
fn only(
    folder: &Path,
    begins: &str,
    ends: &str,
    kind: &'static str,
) -> Result<std::path::PathBuf, Unread> {
    let entries = fs::read_dir(folder).map_err(Unread::Io)?;
    let mut fitting = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        name.is_some_and(|name| name.starts_with(begins) && name.ends_with(ends))
    });
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Ok(only),
        _ => Err(Unread::File(kind)),
    }
}
