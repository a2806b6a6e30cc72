//! Any bytes are read.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| testkit::fuzzed::reader(bytes));
