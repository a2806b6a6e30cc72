//! The table as XLSX: a table in the sense of spreadsheets, with a filter in every head, the heads and
//! the first two columns always in sight, long texts wrapped, and pages to print it on.
//!
//! Nothing depends on the day it is written: the properties of the file bear the dossier's date, or
//! where it has none the first day that the format of its container knows.

use super::{Cell, Column, Table};
use rust_xlsxwriter as xlsx;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

/// Zip files count time from here.
const UNDATED: &str = "1980-01-01";

/// The paper format A4.
const A4: u8 = 9;

/// Why the table does not fit into the format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A cell of XLSX holds at most 32,767 characters.
    #[error(
        "row {row}, column \"{column}\": a cell of a spreadsheet holds at most 32,767 characters, and \
         this text is longer; write csv, which holds it"
    )]
    CellTooLong {
        /// Of the spreadsheet, from 1; the heads are row 1.
        row: usize,
        /// The head of the column.
        column: String,
    },
    /// A sheet of XLSX has at most 1,048,576 rows.
    #[error(
        "{rows} amendments, and a spreadsheet has at most 1,048,575 rows below its heads; write csv"
    )]
    TooManyRows {
        /// How many there are.
        rows: usize,
    },
    /// What the writer of the format says.
    #[error("the spreadsheet cannot be written: {0}")]
    Other(String),
}

impl From<xlsx::XlsxError> for Error {
    fn from(error: xlsx::XlsxError) -> Self {
        Self::Other(error.to_string())
    }
}

/// Characters of UTF-16 that a cell holds.
const CELL: usize = 32_767;
/// Rows below the heads.
const ROWS: usize = 1_048_575;

/// Writes the table. The same table gives the same bytes.
///
/// # Errors
///
/// Where a text or the table is larger than the format allows; nothing is cut.
pub fn write(table: &Table) -> Result<Vec<u8>, Error> {
    if table.rows.len() > ROWS {
        return Err(Error::TooManyRows { rows: table.rows.len() });
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(table)?);
    let sheet = workbook.add_worksheet();
    laid_out(sheet)?;
    heads(sheet, table)?;
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (at, row) in table.rows.iter().enumerate() {
        for ((at_column, cell), column) in row.iter().enumerate().zip(Column::ALL) {
            let place = Place { row: at + 1, column: at_column, of: column, table };
            written(sheet, &place, cell, &format)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn properties(table: &Table) -> Result<DocProperties, Error> {
    let fits = |day: &&str| ExcelDateTime::parse_from_str(day).is_ok();
    let day = table.day.as_deref().filter(fits).unwrap_or(UNDATED);
    let created = ExcelDateTime::parse_from_str(day)?;
    Ok(DocProperties::new().set_title(&table.title).set_creation_datetime(&created))
}

/// How wide a column is, in characters.
fn width(column: Column) -> u32 {
    match column {
        Column::Wording | Column::Note => 60,
        Column::Tablers | Column::Place => 30,
        Column::Part | Column::Remarks => 22,
        Column::Position | Column::Outcome => 16,
        Column::Operation | Column::Fells | Column::FallsWith | Column::Identical => 14,
        Column::Rank | Column::Number | Column::Parent => 10,
        Column::For | Column::Against | Column::Abstentions => 12,
    }
}

fn laid_out(sheet: &mut Worksheet) -> Result<(), Error> {
    for (at, column) in (0..).zip(Column::ALL) {
        sheet.set_column_width(at, width(column))?;
    }
    sheet.set_freeze_panes(1, 2)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// The heads, as those of a table where it has rows: a table without rows is none to a spreadsheet.
fn heads(sheet: &mut Worksheet, table: &Table) -> Result<(), Error> {
    let format = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (at, column) in (0..).zip(Column::ALL) {
        sheet.write_string_with_format(0, at, column.head(table.lang), &format)?;
    }
    let (Ok(rows), Ok(columns)) =
        (u32::try_from(table.rows.len()), u16::try_from(Column::ALL.len() - 1))
    else {
        return Err(Error::TooManyRows { rows: table.rows.len() });
    };
    if rows > 0 {
        let head = |column: Column| {
            xlsx::TableColumn::new()
                .set_header(column.head(table.lang))
                .set_header_format(format.clone())
        };
        let of = xlsx::Table::new()
            .set_columns(&Column::ALL.map(head))
            .set_style(xlsx::TableStyle::Light1);
        sheet.add_table(0, 0, rows, columns, &of)?;
    }
    Ok(())
}

/// Where a cell stands, and for messages in which table.
struct Place<'a> {
    row: usize,
    column: usize,
    of: Column,
    table: &'a Table,
}

fn written(
    sheet: &mut Worksheet,
    place: &Place<'_>,
    cell: &Cell,
    format: &Format,
) -> Result<(), Error> {
    let (Ok(row), Ok(column)) = (u32::try_from(place.row), u16::try_from(place.column)) else {
        return Err(Error::TooManyRows { rows: place.table.rows.len() });
    };
    match cell {
        Cell::Empty => sheet.write_blank(row, column, format)?,
        Cell::Whole(number) => sheet.write_number_with_format(row, column, *number, format)?,
        Cell::Text(text) if text.encode_utf16().count() > CELL => {
            let head = place.of.head(place.table.lang);
            return Err(Error::CellTooLong { row: place.row + 1, column: head });
        }
        Cell::Text(text) => match own_markup(text) {
            // The library would take such a text for markup of its own.
            Some((first, rest)) => {
                let plain = Format::new();
                let pieces = [(&plain, first), (&plain, rest)];
                sheet.write_rich_string_with_format(row, column, &pieces, format)?
            }
            None => sheet.write_string_with_format(row, column, text, format)?,
        },
    };
    Ok(())
}

/// A text that looks like what the library writes for a text in several formats, in two pieces.
fn own_markup(text: &str) -> Option<(&str, &str)> {
    let looks = text.starts_with("<r>") && text.ends_with("</r>");
    looks.then(|| text.split_at(1))
}
