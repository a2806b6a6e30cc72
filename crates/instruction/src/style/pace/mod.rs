//! The drafting style of the Parliamentary Assembly of the Council of Europe: numbered paragraphs
//! (9.2.1), amendments in words.

pub mod de;
pub mod en;
pub mod fr;
