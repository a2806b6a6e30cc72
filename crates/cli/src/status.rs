//! Exit status: 0 clean, 1 findings, 2 usage or input and output.

use crate::diagnostics::wrapped;
use engine::words::{self, Args};
use std::io::Write;
use std::process::ExitCode;
use text::Lang;

/// What a command that ran to its end has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing stands in the way (notes are allowed): 0.
    Clean,
    /// There are findings, or the run was refused: 1.
    Findings,
}

/// What kept a command from running.
#[derive(Debug)]
pub enum Failure {
    /// The arguments ask for something that is not there: 2.
    Usage(String),
    /// A file could not be read or written: 2.
    File(anyhow::Error),
    /// Whoever read our output has gone: nothing to say, and no fault of ours.
    BrokenPipe,
    /// Findings that were told already kept it from running: 1.
    Told,
    /// The command-line parser has its own words (and status).
    Arguments(Box<clap::Error>),
}

impl Failure {
    /// Arguments that ask for something that is not there, in words of `lang`.
    pub fn usage(lang: Lang, id: &str, args: &Args) -> Self {
        Self::Usage(words::say(lang, id, args))
    }

    /// What it says; nothing where that was told already or nobody reads it.
    pub fn words(&self) -> String {
        match self {
            Self::Usage(words) => words.clone(),
            Self::File(error) => format!("{error:#}"),
            Self::Arguments(error) => error.to_string(),
            Self::BrokenPipe | Self::Told => String::new(),
        }
    }
}

/// What a command comes to.
pub type Outcome = Result<Status, Failure>;

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::BrokenPipe,
            _ => Self::File(error.into()),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::File(error)
    }
}

/// Says what failed, and gives the exit status.
pub fn exit(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(Status::Clean) => ExitCode::SUCCESS,
        Ok(Status::Findings) => ExitCode::from(1),
        Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::from(1),
        Err(Failure::Usage(words)) => said(&words),
        Err(Failure::File(error)) => said(&format!("{error:#}")),
        Err(Failure::Arguments(error)) => {
            // Nothing can be done when even this cannot be printed.
            let _ = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}

fn said(words: &str) -> ExitCode {
    // Nothing can be done when even this cannot be printed.
    let words = wrapped("hemicycle: ", words);
    let _ = std::io::stderr().write_all(words.as_bytes());
    ExitCode::from(2)
}
