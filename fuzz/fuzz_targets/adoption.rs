//! Any wordings are tabled to a small draft, and adopted as far as they do not fall.
#![no_main]

libfuzzer_sys::fuzz_target!(|wordings: &str| testkit::fuzzed::adoption(wordings));
