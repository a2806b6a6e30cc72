//! The load of a great day, as a report: `cargo bench -p hemicycle-web --bench load`.
//!
//! A server in a process of its own, the client beside it on the same machine, over real connections:
//!
//! ```text
//! tabled      50,000 amendments into one dossier within 300 s, half of them in the last 25 s: time of each receipt
//! pages       a dossier with 500 amendments, asked for again and again: answers a second, median
//! followers   10,000 who follow a sitting: until the last of them knows a decision, memory for each
//! back        the server killed and started on what it left: seconds until it is ready
//! ```
//!
//! `HEMICYCLE_LOAD_SHARE=0.1` makes all of it smaller and shorter; `HEMICYCLE_DATABASE=postgres://…` puts it on PostgreSQL, in a
//! database that is empty. `docs/benchmarks.md` says what was seen.

#![allow(clippy::print_stdout, reason = "it is a report")]

mod client;
mod http;
mod server;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1).filter(|arg| arg != "--bench");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    match args.next().as_deref() {
        Some("serve") => runtime.block_on(server::serve(&args.collect::<Vec<_>>())),
        // Whoever names another benchmark does not mean this one.
        Some(_) => {}
        None => runtime.block_on(client::run()),
    }
    ExitCode::SUCCESS
}
