//! Compendia as others publish them: web pages and the text layer of PDFs.

#![deny(clippy::disallowed_methods)]
