//! The procedure of a chamber.
//!
//! [`rules`]: what a chamber's rules say, as data with sources.
//!
//! No files, clock, network, environment or hash order here: same input, same bytes out.

#![deny(clippy::disallowed_methods)]

pub mod rules;
