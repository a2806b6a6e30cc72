//! The log: a line of JSON for each thing that happens, on the standard error output.

use super::options::Level;
use tracing::level_filters::LevelFilter;

/// Begins to write it. A program does so once.
pub fn begin(level: Level) {
    let level = match level {
        Level::Off => return,
        Level::Error => LevelFilter::ERROR,
        Level::Info => LevelFilter::INFO,
        Level::Debug => LevelFilter::DEBUG,
    };
    let lines = tracing_subscriber::fmt().json().flatten_event(true).with_target(false);
    let lines = lines.with_max_level(level).with_writer(std::io::stderr).finish();
    // Whoever began before goes on.
    let _ = tracing::subscriber::set_global_default(lines);
}
