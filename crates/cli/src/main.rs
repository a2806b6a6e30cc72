//! The `hemicycle` command: one file per subcommand, and what they share.
//!
//! Everything that decides lies in the crate `engine`; here files are read and written, arguments
//! understood and answers laid out for people or programs. Only this crate prints.

mod adopt;
mod args;
#[cfg(test)]
mod cells;
mod check;
mod compendium;
mod convert;
mod diagnostics;
mod diff;
mod explain;
mod fault;
mod fold;
mod input;
mod kind;
mod layout;
mod log;
mod output;
mod paper;
mod rules;
mod schema;
mod selection;
mod serve;
mod shell;
mod sitting;
mod status;
mod supposed;
mod wording;

fn main() -> std::process::ExitCode {
    fault::planted(|| status::exit(args::parse().and_then(args::Command::run)))
}
