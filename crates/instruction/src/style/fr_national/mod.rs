//! The drafting style of French bills, as the National Assembly and the Senate amend them: articles
//! whose paragraphs (alinéas) are counted and not numbered, orders in the infinitive.

mod compensation;
pub(super) mod fr;
mod read;
mod write;

use crate::style::Language;

/// Its languages.
pub static LANGUAGES: &[&Language] = &[&fr::LANGUAGE];
