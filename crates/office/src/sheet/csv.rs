//! The table as CSV (RFC 4180): commas, CRLF behind each row, quotation marks where they are needed.
//!
//! The file is UTF-8 and begins with a byte order mark, without which Excel takes it for the
//! system's own 8-bit encoding and spoils every accent.
//!
//! **Cells that would run.** A spreadsheet calculates a cell that begins with `=`, `+`, `-`, `@` (also in
//! their wide forms), a tab or a line end, and what it calculates may start programs and fetch pages.
//! Such a cell is written with a `'` before it, and so is one that begins with `'` itself: whoever reads
//! the file takes one `'` away from the beginning of any cell, and has what stood in the dossier.

use super::{Cell, Column, Table};

/// U+FEFF in UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What makes a spreadsheet take a cell for a formula, and the sign that keeps it from doing so.
const GUARDED: [char; 12] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\''];

/// A table written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many cells were written with a `'` before them.
    pub guarded: usize,
}

/// Writes the table.
pub fn write(table: &Table) -> Written {
    let mut guarded = 0;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let heads = Column::ALL.map(|column| column.head(table.lang));
    // Neither can fail: the rows are equally long, and memory takes what is written to it.
    let _ = writer.write_record(&heads);
    for row in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Whole(number) => number.to_string(),
            Cell::Text(text) if text.starts_with(GUARDED) => {
                guarded += 1;
                format!("'{text}")
            }
            Cell::Text(text) => text.clone(),
        });
        let _ = writer.write_record(cells);
    }
    Written { bytes: writer.into_inner().unwrap_or_default(), guarded }
}
