//! Any bytes are read as a web page or refused.
#![no_main]

#[path = "../bodies/html.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body::run(bytes));
