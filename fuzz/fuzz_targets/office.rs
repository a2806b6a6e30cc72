//! Any bytes, and any XML in the parts of a file, are read as a word processor's file or refused.
#![no_main]

#[path = "../bodies/office.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body::run(bytes));
