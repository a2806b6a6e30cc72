//! Articles of French bills with the amendments adopted on them, and how well we apply those.
//!
//! Two steps that cannot see each other: [`apply`] knows the article before and the amendments;
//! [`score`] compares what came out with the official article after.

pub mod apply;
pub mod cases;
pub mod edited;
pub mod made;
pub mod paper;
pub mod score;
mod shown;

pub use shown::{Row, page};

use instruction::style::{Language, style};

/// French in the style of bills.
///
/// # Panics
///
/// Where the registry has lost it.
pub fn language() -> &'static Language {
    let style = style("fr-national").expect("the style of bills is registered");
    style.languages.first().expect("it has French")
}
