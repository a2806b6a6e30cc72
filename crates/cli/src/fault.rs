//! The switch by which the test of law 10 plants its bug in two processes.

/// Runs the command; in a debug build with the bug that `HEMICYCLE_FAULT` names, if it names one.
pub fn planted<R>(run: impl FnOnce() -> R) -> R {
    #[cfg(debug_assertions)]
    if std::env::var_os("HEMICYCLE_FAULT").is_some_and(|name| name == "OrderByHash") {
        return source::fault::with(source::fault::Fault::OrderByHash, run);
    }
    run()
}
