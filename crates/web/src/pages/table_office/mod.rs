//! The pages of the table office.

mod import;

pub use import::import;
