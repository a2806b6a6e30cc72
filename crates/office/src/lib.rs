//! Word processors and spreadsheets: drawn documents as DOCX and ODT, drafts and compendia read from them, and
//! tables of amendments.

#![deny(clippy::disallowed_methods)]

mod change;
pub mod docx;
mod flow;
pub mod odt;
mod package;
pub mod read;
pub mod sheet;
mod styles;
mod xml;

pub use change::Decided;
pub use package::WriteError;
