//! Any text is read as Akoma Ntoso or refused.
#![no_main]

#[path = "../bodies/akoma_ntoso.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|xml: &str| body::run(xml));
