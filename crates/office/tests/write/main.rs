//! What the writers of DOCX and ODT write, read by ourselves and by other hands: whole packages, every
//! word, and tracked changes that give the adopted text when accepted and the draft when rejected.
//!
//! LibreOffice and python-docx take part where they are; a test without its tool says so.

#![allow(clippy::print_stdout)]

mod back;
mod changes;
mod libreoffice;
mod odt;
mod order;
mod papers;
mod plain;
mod python;
mod structure;
mod words;
mod zipped;
