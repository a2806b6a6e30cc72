//! `hemicycle schema`: the published JSON Schemas, which are files in `docs/schema`.

use crate::output;
use crate::status::{Outcome, Status};
use clap::ValueEnum;

/// What has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Schema {
    /// A dossier, as it is read and written.
    Dossier,
    /// What `check`, `explain` and `adopt` say with `--format json`.
    Report,
    /// The adopted text, as `adopt -o text.json` writes it.
    Adopted,
    /// What `wording` says with `--format json`.
    Wording,
    /// What `diff` says with `--format json`.
    Diff,
    /// What `log verify` and `log replay` say with `--format json`.
    Log,
    /// An entry of a log: one of its lines.
    Entry,
}

/// Prints the schema (draft 2020-12) to the standard output.
pub fn run(of: Schema) -> Outcome {
    let text = match of {
        Schema::Dossier => include_str!("../../../docs/schema/dossier-1.json"),
        Schema::Report => include_str!("../../../docs/schema/report-1.json"),
        Schema::Adopted => include_str!("../../../docs/schema/adopted-1.json"),
        Schema::Wording => include_str!("../../../docs/schema/wording-1.json"),
        Schema::Diff => include_str!("../../../docs/schema/diff-1.json"),
        Schema::Log => include_str!("../../../docs/schema/log-1.json"),
        Schema::Entry => include_str!("../../../docs/schema/entry-1.json"),
    };
    output::stdout(text.as_bytes())?;
    Ok(Status::Clean)
}
