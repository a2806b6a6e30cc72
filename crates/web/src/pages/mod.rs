//! Pages: a value and a language in, markup out. Nothing here knows the clock, a database or HTTP.

pub mod account;
mod adopted;
mod amendment;
pub mod blocks;
pub(crate) mod bodies;
mod chair;
mod dossier;
pub mod drafting;
pub mod form;
mod frame;
mod home;
mod order;
pub mod people;
mod problem;
mod projector;
mod runs;
pub mod search;
mod sitting;
pub mod table_office;
pub mod tokens;
mod versions;

pub use adopted::adopted;
pub use amendment::amendment;
pub use chair::{chair, tried};
pub use dossier::{dossier, now, tallied, title as dossier_title};
pub use frame::{Frame, Names, Person, Setting, Tab, stands};
pub use home::home;
pub use order::order;
pub use problem::{Problem, problem};
pub use projector::projector;
pub use sitting::sitting;
pub use versions::{version, versions};
