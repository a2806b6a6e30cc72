//! Any wording is read, and sought in a small draft.
#![no_main]

libfuzzer_sys::fuzz_target!(|wording: &str| testkit::fuzzed::wordings(wording));
