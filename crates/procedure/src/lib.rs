//! The procedure of a chamber.
//!
//! [`rules`]: what a chamber's rules say, as data with sources. [`event`]: what happens to amendments and texts.
//! [`log`]: how that is recorded, line by line and chained. [`state`]: where everything stands after it.
//! [`sentence`]: all of that in words. [`about`]: which amendments an event concerns.
//!
//! No files, clock, network, environment or hash order here: same input, same bytes out.

#![deny(clippy::disallowed_methods)]

pub mod about;
pub mod event;
pub mod log;
pub mod rules;
pub mod sentence;
pub mod state;
mod time;
