//! Case files: the specification in Markdown, under `tests/suite/<crate>/`.
//!
//! A case is a heading, a sentence that says why, fenced blocks that say what is given, and an
//! `outcome` block that says what must come of it:
//!
//! ````markdown
//! ## Words cannot be replaced in a deleted paragraph
//!
//! ```draft
//! 1. The lake council meets monthly.
//! ```
//! ```amendments
//! 1: Delete paragraph 1.
//! 2: In paragraph 1, replace the word "monthly" with the following word: "weekly"
//! ```
//! ```outcome
//! order: 1 2
//! 1 overtakes 2
//! ```
//! ````
//!
//! Each folder has one kind of case, documented in the module of its name: [`text`],
//! [`instruction`], [`merge`], [`engine`], [`sitting`]. What they share:
//!
//! - The word after the kind of a block is its language: ```` ```draft fr ````. Without one it is
//!   that of the draft, or English.
//! - A draft holds for all cases below it in the file, until the next one. All other blocks belong
//!   to the next outcome.
//! - `UPDATE=1 cargo test` writes the outcomes as they are now into the files. Read that diff: the
//!   outcomes are the specification.

pub mod bills;
pub mod draft;
pub mod engine;
pub mod forms;
pub mod instruction;
mod markdown;
pub mod merge;
pub mod sitting;
pub mod text;

use markdown::{Piece, pieces};
use std::fmt;
use std::path::{Path, PathBuf};

/// A fenced block of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is: `draft`, `wording`, `amendments`, …
    pub kind: String,
    /// What follows the kind on the line of the fence: a language tag, or nothing.
    pub info: String,
    /// Its lines, joined by line feeds, without one at the end.
    pub body: String,
}

/// What is given in one case: the draft in force and the blocks since the last outcome.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// The heading above it.
    pub title: String,
    /// The draft in force, if any.
    pub draft: Option<Block>,
    /// The other blocks, in order.
    pub blocks: Vec<Block>,
}

impl Case {
    /// The blocks of a kind, in order.
    pub fn all<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().filter(move |block| block.kind == kind)
    }

    /// The first block of a kind.
    pub fn first(&self, kind: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.kind == kind)
    }
}

/// A case with the outcome that its file gives.
#[derive(Clone, Debug)]
pub struct Told {
    /// The name of its file, without the ending.
    pub file: String,
    /// What is given.
    pub case: Case,
    /// What must come of it.
    pub outcome: String,
}

/// An outcome that is not the one written down.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The file and the line of the outcome's fence, 1-based.
    pub at: (PathBuf, usize),
    /// The heading of the case.
    pub title: String,
    /// What the file says.
    pub expected: String,
    /// What came of it.
    pub actual: String,
}

/// What came of a folder of case files.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many cases were run.
    pub cases: usize,
    /// Those that came out otherwise.
    pub failures: Vec<Failure>,
    /// Files that could not be read or written.
    pub trouble: Vec<String>,
}

impl Report {
    /// Whether every case came out as written.
    pub fn passed(&self) -> bool {
        self.failures.is_empty() && self.trouble.is_empty()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} of {} cases came out otherwise", self.failures.len(), self.cases)?;
        for failure in &self.failures {
            let (path, line) = &failure.at;
            writeln!(f, "\n## {}\n{}:{line}", failure.title, path.display())?;
            writeln!(f, "--- written\n{}\n--- came\n{}", failure.expected, failure.actual)?;
        }
        for trouble in &self.trouble {
            writeln!(f, "{trouble}")?;
        }
        write!(f, "(UPDATE=1 cargo test writes what came into the files)")
    }
}

/// Runs every case file of `tests/suite/<folder>`, in order of name. With `UPDATE=1` in the
/// environment the outcomes are written instead of compared.
pub fn run(folder: &str, outcome: fn(&Case) -> String) -> Report {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite").join(folder);
    let update = std::env::var("UPDATE").is_ok_and(|value| value == "1");
    let mut report = Report::default();
    for path in files(&root) {
        match std::fs::read_to_string(&path) {
            Ok(written) => run_file(&path, &written, update, outcome, &mut report),
            Err(error) => report.trouble.push(format!("{}: {error}", path.display())),
        }
    }
    report
}

/// All cases of a folder, with what is given in each.
pub fn cases(folder: &str) -> Vec<Case> {
    told(folder).into_iter().map(|told| told.case).collect()
}

/// All cases of `tests/suite/<folder>`, in order of file and place; files that cannot be read have
/// none.
pub fn told(folder: &str) -> Vec<Told> {
    let root = suite().join(folder);
    let mut told = Vec::new();
    for path in files(&root) {
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut case = Case::default();
        for piece in pieces(&written) {
            match piece {
                Piece::Prose { heading, .. } => {
                    case.title = heading.map_or(case.title, str::to_owned);
                }
                Piece::Fenced { block, .. } if block.kind == "outcome" => {
                    let (file, outcome) = (file.clone(), block.body);
                    told.push(Told { file, case: case.clone(), outcome });
                    case.blocks.clear();
                }
                Piece::Fenced { block, .. } if block.kind == "draft" => case.draft = Some(block),
                Piece::Fenced { block, .. } => case.blocks.push(block),
            }
        }
    }
    told
}

fn suite() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite")
}

/// The case files of a folder, `README.md` apart.
fn files(root: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(root)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ext| ext == "md"))
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    files.sort();
    files
}

fn run_file(
    path: &Path,
    written: &str,
    update: bool,
    outcome: fn(&Case) -> String,
    report: &mut Report,
) {
    let mut case = Case::default();
    let mut now = String::with_capacity(written.len());
    for piece in pieces(written) {
        match piece {
            Piece::Prose { text, heading } => {
                now.push_str(text);
                case.title = heading.map_or(case.title, str::to_owned);
            }
            Piece::Fenced { line, opening, block, closing } if block.kind == "outcome" => {
                let actual = outcome(&case).trim_end().to_owned();
                report.cases += 1;
                now.push_str(opening);
                now.push_str(&actual);
                now.push_str(if actual.is_empty() { "" } else { "\n" });
                now.push_str(closing);
                if !update && actual != block.body {
                    let at = (path.to_owned(), line);
                    let (title, expected) = (case.title.clone(), block.body);
                    report.failures.push(Failure { at, title, expected, actual });
                }
                case.blocks.clear();
            }
            Piece::Fenced { opening, block, closing, .. } => {
                now.push_str(opening);
                now.push_str(&block.body);
                now.push_str(if block.body.is_empty() { "" } else { "\n" });
                now.push_str(closing);
                if block.kind == "draft" {
                    case.draft = Some(block);
                } else {
                    case.blocks.push(block);
                }
            }
        }
    }
    if update
        && now != written
        && let Err(error) = std::fs::write(path, now)
    {
        report.trouble.push(format!("{}: {error}", path.display()));
    }
}
