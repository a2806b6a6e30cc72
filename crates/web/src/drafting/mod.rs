//! Drafting: amendments written by editing the text or by wording, shared, signed, and tabled with a receipt.
//!
//! ```text
//! paragraph ─► begin ─► Content (private, in the store) ─► Shown: wordings, change, what it meets, rules
//!                          │ share, sign                        │ the same piece for a script
//!                          └────────────── table ──► Desk::hand_in ──► receipt
//! ```
//!
//! A draft is seen by its owner, by the member for whom staff write it, and by those with whom it is shared; to all others it
//! is not there. The first two write, members sign, and a signature is to the text as it stood. Nothing of it is in a log
//! before it is tabled.

pub(crate) mod begin;
pub(crate) mod content;
pub(crate) mod draft;
mod mine;
mod near;
pub(crate) mod open;
pub(crate) mod share;
mod shown;
pub(crate) mod sign;
pub(crate) mod table;
pub(crate) mod tabled;

pub use content::{Content, LONGEST, What, paragraphs};
pub use mine::Mine;
pub use open::{Opened, Signer};
pub use shown::{Found, Met, Shown, Tabling, Worded};
pub use tabled::{Handed, Tabled};

use crate::server::Server;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// The bytes of a form at most: the longest text, each letter of it written as nine.
const SENT: usize = 400_000;

/// The pages of who drafts.
pub fn router() -> Router<Server> {
    Router::new()
        .route("/{tongue}/desk/drafts", get(mine::shown))
        .route("/{tongue}/desk/draft/{slug}", get(begin::shown).post(begin::begun))
        .route("/{tongue}/desk/draft/{slug}/receipt/{event}", get(tabled::receipt))
        .route("/{tongue}/desk/draft/{slug}/withdraw", post(tabled::withdrawn))
        .route("/{tongue}/desk/drafts/link/{secret}", get(share::link).post(share::followed))
        .route("/{tongue}/desk/drafts/{id}", get(draft::shown).post(draft::saved))
        .route("/{tongue}/desk/drafts/{id}/shown", post(draft::piece))
        .route("/{tongue}/desk/drafts/{id}/share", post(share::shared))
        .route("/{tongue}/desk/drafts/{id}/sign", post(sign::signed))
        .route("/{tongue}/desk/drafts/{id}/remove", post(draft::removed))
        .route("/{tongue}/desk/drafts/{id}/table", post(table::tabled))
        .layer(DefaultBodyLimit::max(SENT))
}
