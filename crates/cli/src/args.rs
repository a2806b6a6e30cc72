//! The arguments of every command, and which file carries it out.

use crate::kind::Kind;
use crate::schema::{self, Schema};
use crate::status::{Failure, Outcome};
use crate::supposed::Supposing;
use crate::{
    adopt, check, compendium, convert, diff, explain, log, paper, rules, serve, shell, sitting,
    wording,
};
use clap::{Arg, ArgAction, ArgMatches, Args, FromArgMatches, Parser, Subcommand, ValueEnum};
use instruction::style::{Style, styles};
use office::Decided;
use procedure::log::Hash;
use text::Lang;

/// Amendments to a text before an assembly: read, placed, ordered, printed and adopted.
///
/// FILE is a compendium in plain text as published (docs/format.md), or in another format that is read
/// (docs/formats.md); several files are the language versions of one dossier, and `-` is the standard input.
///
/// Exit status: 0 clean (notes allowed); 1 findings, or a refused run; 2 usage, or a file that
/// cannot be read or written. Only `check` ends with 1 for warnings alone.
#[derive(Debug, Parser)]
#[command(name = "hemicycle", version, propagate_version = true, max_term_width = 80)]
pub struct Hemicycle {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read, resolve and report: places, calling order, what falls with what.
    Check(Check),
    /// Print the compendium of amendments in calling order.
    Compendium(Compendium),
    /// Print the text as adopted.
    Adopt(Adopt),
    /// Say of one amendment where it acts, why it is called when it is, and what it fells.
    Explain(Explain),
    /// Word the change from the draft to an edited paragraph.
    Wording(Wording),
    /// Write a dossier in another format, and say what that format cannot carry.
    Convert(Convert),
    /// Say what differs between two versions of a text or of a compendium.
    ///
    /// Exit status: 0 nothing differs; 1 something does; 2 usage, or a file that was not read without
    /// error.
    Diff(Diff),
    /// Record what happens in a sitting, and show what is called next.
    ///
    /// Exit status: 1 where the rules forbid what is to be recorded; nothing is recorded then.
    Sitting(sitting::Sitting),
    /// Draw a paper of a sitting: voting list, chair's script, minutes of decisions, results
    /// (docs/papers.md).
    Paper(Paper),
    /// Show the rules of a chamber, each with its source, or check a profile of one's own
    /// (docs/rules.md).
    Rules(Rules),
    /// Check the log of a procedure, tell it in sentences, or say where everything stood
    /// (docs/log.md).
    #[command(subcommand)]
    Log(Log),
    /// Serve dossiers to browsers: as pages in English and French, followed live (docs/web.md).
    Serve(Box<serve::Serve>),
    #[command(flatten)]
    Instance(serve::Instance),
    /// Print the JSON Schema of what is read or written as JSON (docs/schema).
    Schema {
        /// Of what.
        #[arg(value_enum)]
        of: Schema,
    },
    /// Write the completions for a shell to the standard output.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Write the manual page to the standard output.
    Man,
}

/// `hemicycle check`
#[derive(Debug, Args)]
pub struct Check {
    /// The compendium; several files are its language versions.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// For people or for programs (docs/report.md).
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Whether the report names every related amendment, or counts them. By default it names them
    /// up to 1,000 amendments, and counts above.
    #[arg(long, value_enum, value_name = "HOW")]
    pub relations: Option<Relations>,
    /// Report only the amendments at this place, relations in full: "7", "B 3", "title".
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    #[command(flatten)]
    pub supposing: Supposing,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub under: Under,
    #[command(flatten)]
    pub language: Language,
}

/// `hemicycle compendium`
#[derive(Debug, Args)]
pub struct Compendium {
    /// The compendium; several files are its language versions.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// The file to write; its extension chooses: pdf, html, docx, odt, xml, json, txt, csv, xlsx,
    /// atom. `-` writes plain text to the standard output.
    #[arg(short, long = "output", value_name = "OUT")]
    pub out: String,
    /// Amendments beside their paragraph, or below it (pdf and html).
    #[arg(long, value_enum, default_value_t)]
    pub layout: Layout,
    /// The log of what has happened (docs/log.md): outcomes and votes, and what is new since the last
    /// version of the compendium that was published.
    #[arg(long, value_name = "LOG")]
    pub log: Option<String>,
    /// Tell in a table (csv or xlsx) where it would stand if these were decided so: "4=adopted,6=rejected"
    /// (docs/sitting.md).
    #[arg(long = "if", value_name = "COURSE")]
    pub supposed: Option<String>,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub under: Under,
    #[command(flatten)]
    pub language: Language,
}

/// `hemicycle paper`
#[derive(Debug, Args)]
pub struct Paper {
    /// Which paper.
    #[arg(value_enum, value_name = "PAPER")]
    pub paper: Which,
    /// The compendium; several files are its language versions.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// The log of what has happened (docs/log.md). Minutes and results need one; a voting list or a
    /// script without one is that of the whole dossier.
    #[arg(long, value_name = "LOG")]
    pub log: Option<String>,
    /// The file to write; its extension chooses: pdf, html, docx, odt, txt. `-` writes plain text to
    /// the standard output.
    #[arg(short, long = "output", value_name = "OUT")]
    pub out: String,
    /// A Fluent file with sentences of your own for the script, in its language (docs/papers.md).
    #[arg(long, value_name = "FILE.ftl")]
    pub templates: Option<String>,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub under: Under,
    #[command(flatten)]
    pub language: Language,
}

/// The papers of a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Which {
    /// What is still to be voted on, a line each, in calling order.
    VotingList,
    /// What the chair says, from the first call to the vote on each text.
    Script,
    /// What was decided, in order, by sitting.
    Minutes,
    /// What became of each amendment, with its votes.
    Results,
}

/// `hemicycle adopt`
#[derive(Debug, Args)]
#[command(override_usage = "hemicycle adopt FILE... --adopted NUMBERS -o OUT [OPTIONS]\n       \
                            hemicycle adopt FILE... --sequence NUMBERS -o OUT [OPTIONS]\n       \
                            hemicycle adopt FILE... [--log LOG] --if COURSE -o OUT [OPTIONS]\n       \
                            hemicycle adopt FILE... --log LOG -o OUT [OPTIONS]")]
#[command(group(clap::ArgGroup::new("selection").required(true).args(["adopted", "sequence", "log", "supposed"]).multiple(true)))]
pub struct Adopt {
    /// The compendium; several files are its language versions.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// The adopted amendments as a set: "1,3,7". A sub-amendment is written "13/1": sub-amendment
    /// 1 to amendment 13.
    #[arg(long, value_name = "NUMBERS", conflicts_with_all = ["sequence", "log", "supposed"])]
    pub adopted: Option<String>,
    /// The adopted amendments in the order of their adoption: in "6,4" a wider 4 supersedes a
    /// narrower 6.
    #[arg(long, value_name = "NUMBERS", conflicts_with_all = ["log", "supposed"])]
    pub sequence: Option<String>,
    /// The log of what has happened (docs/log.md): the texts that were adopted, with what was
    /// adopted to them, under their numbers and with the line of their origin (docs/papers.md).
    #[arg(long, value_name = "LOG")]
    pub log: Option<String>,
    /// The texts as edited after adoption; with --changes compared with what was adopted.
    #[arg(long, requires = "log", conflicts_with = "supposed")]
    pub edited: bool,
    /// A Fluent file with a line of origin of your own (docs/papers.md).
    #[arg(long, value_name = "FILE.ftl", requires = "log", conflicts_with = "supposed")]
    pub templates: Option<String>,
    /// The text of a course that has not happened, in place of a selection: "4=adopted,6=rejected", behind
    /// what the log says where one is given (docs/sitting.md).
    #[arg(long = "if", value_name = "COURSE")]
    pub supposed: Option<String>,
    /// The file to write; its extension chooses: pdf, html, docx, odt, xml, json, txt. `-` writes
    /// plain text to the standard output.
    #[arg(short, long = "output", value_name = "OUT")]
    pub out: String,
    /// Show every change with its author.
    #[arg(long)]
    pub changes: bool,
    /// When it was decided, as the date of the tracked changes in docx and odt: "2026-11-25", or
    /// "2026-11-25T19:30". Without it each has the moment of its amendment, where log or dossier says it.
    #[arg(long, value_name = "WHEN", value_parser = decided, requires = "changes")]
    pub decided: Option<Decided>,
    /// Diagnostics for people or for programs.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub under: Under,
    #[command(flatten)]
    pub language: Language,
}

/// `hemicycle convert`
#[derive(Debug, Args)]
pub struct Convert {
    /// The dossier; several files are its language versions.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// The file to write; its extension chooses the format. `-` is the standard output.
    #[arg(short, long = "output", value_name = "OUT")]
    pub out: String,
    /// The format of the files, where neither name nor content says it.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub from: Option<Kind>,
    /// The format to write, where the name does not say it.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub to: Option<Kind>,
    /// Amendments beside their paragraph, or below it, where the format has pages.
    #[arg(long, value_enum, default_value_t)]
    pub layout: Layout,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub under: Under,
    #[command(flatten)]
    pub language: Language,
}

/// `hemicycle explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// The compendium; several files are its language versions.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// The number of the amendment; a sub-amendment is written "13/1".
    #[arg(value_name = "NUMBER")]
    pub number: String,
    /// For people or for programs (docs/report.md).
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub supposing: Supposing,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub under: Under,
    #[command(flatten)]
    pub language: Language,
}

/// `hemicycle wording`
#[derive(Debug, Args)]
#[command(
    override_usage = "hemicycle wording FILE... --paragraph NUMBER --text TEXT [OPTIONS]\n       \
                            hemicycle wording FILE... --paragraph NUMBER --delete [OPTIONS]"
)]
#[command(group(clap::ArgGroup::new("edit").required(true).args(["text", "delete"])))]
pub struct Wording {
    /// The compendium; several files are its language versions.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// The number of the edited paragraph, "7", "9.2.1", or "title".
    #[arg(long, value_name = "NUMBER")]
    pub paragraph: String,
    /// The paragraph as it should read, without its sub-paragraphs, from a file or (`-`) the
    /// standard input. An empty line makes a new paragraph; other line ends are spaces.
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
    /// The paragraph is to be deleted.
    #[arg(long)]
    pub delete: bool,
    /// The letter of the draft text, where the number stands in several: "B".
    #[arg(long, value_name = "LETTER")]
    pub part: Option<String>,
    /// Where a language's draft is not at hand, give the frame with the quoted words marked as
    /// untranslated.
    #[arg(long)]
    pub frame_only: bool,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub language: Language,
}

/// `hemicycle diff`
#[derive(Debug, Args)]
pub struct Diff {
    /// The first version: any file that can be read, with or without amendments.
    #[arg(value_name = "A")]
    pub old: String,
    /// The second version.
    #[arg(value_name = "B")]
    pub new: String,
    /// The file to write instead of printing; its extension chooses: pdf, html, json, txt.
    #[arg(short, long = "output", value_name = "OUT")]
    pub out: Option<String>,
    /// For people or for programs (docs/report.md).
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    #[command(flatten)]
    pub written: Written,
    #[command(flatten)]
    pub language: Language,
}

/// `hemicycle rules`
#[derive(Debug, Args)]
pub struct Rules {
    /// A profile that comes with the program, "pace", or a file of one's own; `-` is the standard
    /// input. Without it, the profiles and their editions are listed.
    #[arg(value_name = "PROFILE")]
    pub profile: Option<String>,
    /// The edition by its name, "2024", or by a day on which it is in force; by default the latest.
    #[arg(long, value_name = "EDITION", requires = "profile")]
    pub edition: Option<String>,
    /// Show only what this other edition has otherwise.
    #[arg(long, value_name = "EDITION", requires = "profile")]
    pub compare: Option<String>,
    /// The language of the answer; by default English.
    #[arg(long, value_name = "LANG", value_parser = registered)]
    pub lang: Option<Lang>,
}

/// How the files are written.
#[derive(Debug, Args)]
pub struct Written {
    /// The drafting style of the files, where the paper does not tell it or tells it wrong: "pace", "fr-national"
    /// (docs/styles.md).
    #[arg(long, value_name = "STYLE", value_parser = style)]
    pub style: Option<&'static Style>,
}

/// The rules that the dossier is under.
#[derive(Debug, Args)]
pub struct Under {
    /// The rules that the dossier is under, instead of those it names: a profile or a file, and an
    /// edition or a day, "pace 2024", "lakes.toml 2030" (docs/rules.md).
    #[arg(long, value_name = "RULES")]
    pub rules: Option<String>,
}

/// `hemicycle log`
#[derive(Debug, Subcommand)]
pub enum Log {
    /// Check that a log is as it was written, and that the rules allow every event.
    ///
    /// Exit status: 0, also where the last line was cut, which is said; 1 where anything else is
    /// wrong; 2 usage, or a file that cannot be read.
    Verify(Verify),
    /// Tell a log in sentences, one for each event, with what followed below it.
    Show(Show),
    /// Say where everything stood after an event: amendments, texts, the floor.
    Replay(Replay),
}

/// `hemicycle log verify`
#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    pub given: LogFile,
    /// The head that was noted down: the log must end with it.
    #[arg(long, value_name = "HASH", value_parser = hash)]
    pub head: Option<Hash>,
    #[command(flatten)]
    pub recompute: Recompute,
    /// For people or for programs (docs/log.md).
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// `--recompute FILE…`, once for each state of the draft: the files of each dossier by themselves.
#[derive(Clone, Debug, Default)]
pub struct Recompute(pub Vec<Vec<String>>);

impl FromArgMatches for Recompute {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = matches.get_occurrences::<String>("recompute").into_iter().flatten();
        Ok(Self(given.map(|files| files.cloned().collect()).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Args for Recompute {
    fn augment_args(command: clap::Command) -> clap::Command {
        let help = "Work out anew what follows from each event, and say what differs. The files are those of the \
                    dossier; once more with those of each later draft";
        let arg = Arg::new("recompute").long("recompute").value_name("FILE").help(help);
        command.arg(arg.num_args(1..).action(ArgAction::Append))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

/// `hemicycle log show`
#[derive(Debug, Args)]
pub struct Show {
    #[command(flatten)]
    pub given: LogFile,
    /// The last event to be told; by default all are.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub until: Option<u64>,
}

/// `hemicycle log replay`
#[derive(Debug, Args)]
pub struct Replay {
    #[command(flatten)]
    pub given: LogFile,
    /// The event after which everything is shown; by default the last.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub until: Option<u64>,
    /// For people or for programs (docs/log.md).
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// A log, and how it is read.
#[derive(Debug, Args)]
pub struct LogFile {
    /// The log; `-` is the standard input.
    #[arg(value_name = "FILE")]
    pub file: String,
    /// The file of the rules that the log names, where they do not come with the program or have
    /// been changed since.
    #[arg(long, value_name = "PROFILE")]
    pub rules: Option<String>,
    /// The language of the answer; by default English.
    #[arg(long, value_name = "LANG", value_parser = registered)]
    pub lang: Option<Lang>,
}

/// The language of the answer.
#[derive(Debug, Args)]
pub struct Language {
    /// The language of messages and of the document, where several are present; by default that
    /// of the first file.
    #[arg(long, value_name = "LANG", value_parser = registered)]
    pub lang: Option<Lang>,
}

/// For whom the answer is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// How relations are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Relations {
    /// Every related amendment by its number, with the reason.
    Full,
    /// How many there are.
    Counts,
}

/// How a compendium is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Layout {
    /// Amendments beside their paragraph.
    #[default]
    Columns,
    /// Amendments below their paragraph.
    Linear,
}

pub fn registered(tag: &str) -> Result<Lang, String> {
    let languages = instruction::style::languages();
    let tags = || languages.iter().map(|language| language.lang.tag()).collect::<Vec<_>>();
    let found = languages.iter().find(|language| language.lang.tag() == tag);
    found
        .map(|language| language.lang)
        .ok_or_else(|| format!("the languages here are {}", tags().join(", ")))
}

fn style(name: &str) -> Result<&'static Style, String> {
    let names = || styles().iter().map(|style| style.name).collect::<Vec<_>>().join(" or ");
    instruction::style::style(name).ok_or_else(|| format!("use {}", names()))
}

fn hash(written: &str) -> Result<Hash, String> {
    let wanted = "a head is 64 hexadecimal digits";
    Hash::parse(written).ok_or_else(|| wanted.to_owned())
}

fn decided(written: &str) -> Result<Decided, String> {
    let wanted = "write a day, 2026-11-25, or a day and a time, 2026-11-25T19:30:00Z";
    Decided::parse(written).ok_or_else(|| wanted.to_owned())
}

/// Reads the arguments of this process.
pub fn parse() -> Result<Command, Failure> {
    Hemicycle::try_parse()
        .map(|hemicycle| hemicycle.command)
        .map_err(|error| Failure::Arguments(Box::new(error)))
}

impl Command {
    /// Carries the command out.
    pub fn run(self) -> Outcome {
        match self {
            Self::Check(args) => check::run(&args),
            Self::Compendium(args) => compendium::run(&args),
            Self::Adopt(args) => adopt::run(&args),
            Self::Explain(args) => explain::run(&args),
            Self::Convert(args) => convert::run(&args),
            Self::Wording(args) => wording::run(&args),
            Self::Diff(args) => diff::run(&args),
            Self::Sitting(args) => sitting::run(&args),
            Self::Paper(args) => paper::run(&args),
            Self::Rules(args) => rules::run(&args),
            Self::Log(args) => log::run(&args),
            Self::Serve(args) => serve::run(&args),
            Self::Instance(args) => serve::instance(&args),
            Self::Schema { of } => schema::run(of),
            Self::Completions { shell } => shell::completions(shell),
            Self::Man => shell::man(),
        }
    }
}
