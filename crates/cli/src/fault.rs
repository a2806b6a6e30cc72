//! The switch by which tests plant a bug in another process.

/// Runs the command; in a debug build with the bug that `HEMICYCLE_FAULT` names, if it names one.
pub fn planted<R>(run: impl FnOnce() -> R) -> R {
    #[cfg(debug_assertions)]
    if std::env::var_os("HEMICYCLE_FAULT").is_some_and(|name| name == "OrderByHash") {
        return source::fault::with(source::fault::Fault::OrderByHash, run);
    }
    run()
}

/// Whether the screen is to panic at its first key, so that a test sees what becomes of the terminal.
pub fn panics_on_screen() -> bool {
    cfg!(debug_assertions)
        && std::env::var_os("HEMICYCLE_FAULT").is_some_and(|name| name == "PanicOnScreen")
}
