//! Any bytes, and anything that stands on a page, are read as a PDF or refused.
#![no_main]

#[path = "../bodies/pdf.rs"]
mod body;

libfuzzer_sys::fuzz_target!(init: ours_only(), |bytes: &[u8]| body::run(bytes));

/// The reader contains what the interpreter of PDF, which is by another hand, may fail on. So a finding is
/// only what fails in a crate of ours.
fn ours_only() {
    let aborts = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if panic.location().is_some_and(|at| !at.file().contains("/hayro")) {
            aborts(panic);
        }
    }));
}
