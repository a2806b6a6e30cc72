//! What word processors write, read: drafts and compendia in DOCX and ODT, their tracked changes, and what is
//! no such file.
//!
//! LibreOffice takes part where it is; a test without it says so.

#![allow(clippy::print_stdout)]

mod docx;
mod docx_changes;
mod libreoffice;
mod odt;
mod odt_changes;
mod odt_lists;
mod packed;
mod shown;
