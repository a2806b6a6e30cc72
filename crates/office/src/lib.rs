//! Word processors and spreadsheets: drawn documents as DOCX and ODT, drafts read from them, and tables of
//! amendments.

#![deny(clippy::disallowed_methods)]

pub mod read;
pub mod sheet;
