//! The table office: dossiers brought in, what was tabled numbered, put into the other language, ordered and published.
//!
//! Every page is shown by `GET` and takes by `POST` what was done on it. A form names the last event that its page knew, so
//! that of two clerks the second is told what the first did. What is refused is told on the page with what was typed.

pub mod act;
pub mod checks;
mod fields;
pub(crate) mod import;
pub mod number;
mod office;
mod page;
pub(crate) mod reading;
pub mod told;
pub mod worded;

pub use fields::{Fields, Typed};
pub use import::{Failure, Form as ImportForm, Given, Judged};
pub use office::View;
pub use page::Page;
pub use reading::Unread;

use crate::server::Server;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;

/// Bytes of a request with files at most: a compendium in two languages has less than a tenth of that.
pub const LARGEST: usize = 8 * 1024 * 1024;

/// The pages of the table office.
pub fn router() -> Router<Server> {
    let import = get(import::shown).post(import::sent).layer(DefaultBodyLimit::max(LARGEST));
    office::router().route("/{tongue}/desk/import", import)
}
