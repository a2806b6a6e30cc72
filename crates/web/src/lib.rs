//! The web application, in English and French: what everybody may read, drafting, the table office, the sitting, accounts, and
//! the same for programs.
//!
//! ```text
//! dossier, log ─► Held ─► pages (pure: a value to markup) ─► Site: addresses, caching, languages ─► HTTP
//!                  └─► kept: what is drawn once behind each event
//! ```
//!
//! A page is a function of what is [held], a language and what the visitor asked for; no page asks a clock or a
//! database. [`site`] alone knows HTTP. What the pages print is the drawn document of `engine::document`, so that
//! print and screen cannot disagree. `docs/web.md` lists addresses and says what may be cached for how long.

#![deny(clippy::disallowed_methods)]

pub mod account;
mod acting;
pub mod api;
pub mod assets;
pub mod chair;
mod compressed;
pub mod desk;
pub mod drafting;
pub mod files;
pub mod held;
pub mod listen;
pub mod live;
pub mod observe;
pub mod pages;
pub mod permission;
pub mod server;
pub mod site;
pub mod table_office;
mod tongue;

pub use account::Who;
pub use held::Held;
pub use server::Server;
pub use site::Site;
pub use tongue::Tongue;
