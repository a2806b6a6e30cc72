//! Any text is read as a dossier in JSON or refused.
#![no_main]

#[path = "../bodies/json.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|text: &str| body::run(text));
