//! The arguments of `hemicycle sitting`.

use crate::args::Format;
use clap::{Args, Subcommand, ValueEnum};
use procedure::event::{Declared as Relation, Seized, Time};
use procedure::rules::{Actor, Method, Position, Speaker};

/// `hemicycle sitting`
#[derive(Debug, Args)]
#[command(subcommand_precedence_over_arg = true)]
pub struct Sitting {
    /// The compendium; several files are its language versions.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// The log of what has happened (docs/log.md). Without it nothing is recorded, and what is shown is the dossier as it
    /// would be when a log is opened on it.
    #[arg(long, value_name = "LOG")]
    pub log: Option<String>,
    /// The rules, where they do not come with the program or a log is opened under others than the dossier names: a
    /// profile or its file, and to open an edition or a day, "lakes.toml 2030" (docs/rules.md).
    #[arg(long, value_name = "RULES")]
    pub rules: Option<String>,
    /// Who records.
    #[arg(long, value_name = "WHO", default_value = "table office")]
    pub actor: String,
    /// When it happened, in universal time: 2031-10-16T10:03:00Z; by default now.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub time: Option<Time>,
    #[command(flatten)]
    pub written: crate::args::Written,
    #[command(flatten)]
    pub language: crate::args::Language,
    /// What to record, or to show; without it, a screen on a terminal (docs/screen.md), else `next`.
    #[command(subcommand)]
    pub command: Option<Record>,
}

fn moment(written: &str) -> Result<Time, String> {
    Time::parse(written).ok_or_else(|| "a moment is written 2031-10-16T10:03:00Z".to_owned())
}

fn in_a_language(written: &str) -> Result<(String, String), String> {
    let (lang, text) = written.split_once('=').ok_or("write the language before it: en=TEXT")?;
    Ok((lang.to_owned(), text.to_owned()))
}

/// Who decided something by hand, and why.
#[derive(Debug, Args)]
pub struct By {
    /// Who decides.
    #[arg(long, value_name = "WHO")]
    pub by: String,
    /// Why.
    #[arg(long, value_name = "WHY")]
    pub reason: String,
    /// In what capacity, where the rules are to be held against it: president, table-office, …
    #[arg(long, value_name = "ACTOR", value_parser = word::<Actor>)]
    pub capacity: Option<Actor>,
}

/// The result of a vote.
#[derive(Debug, Args)]
pub struct Result_ {
    /// Votes in favour.
    #[arg(long = "for", value_name = "N", requires = "against")]
    pub in_favour: Option<u32>,
    /// Votes against.
    #[arg(long, value_name = "N", requires = "in_favour")]
    pub against: Option<u32>,
    /// Abstentions.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub abstentions: u32,
    /// How the vote was taken: electronic, show-of-hands, sitting-and-standing, voice, secret-ballot.
    #[arg(long, value_name = "HOW", value_parser = word::<Method>, default_value = "electronic")]
    pub method: Method,
    /// What the chair declared, where it does not follow from figures.
    #[arg(long, value_enum, value_name = "WHAT")]
    pub declared: Option<Declared>,
}

/// What the chair declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Declared {
    /// It is adopted.
    Adopted,
    /// It is rejected.
    Rejected,
}

/// A word of the log for one of its terms.
fn word<T: for<'d> serde::Deserialize<'d>>(written: &str) -> Result<T, String> {
    let value = serde_json::Value::String(written.to_owned());
    serde_json::from_value(value).map_err(|error| error.to_string())
}

/// What is shown, and how (docs/sitting.md).
#[derive(Debug, Default, Args)]
pub struct Shown {
    /// Show where it would stand if these were decided so, in this order: "4=adopted,6=rejected", also withdrawn and
    /// not-moved, "13/1=adopted", "text:A=adopted". Nothing is recorded.
    #[arg(long = "if", value_name = "COURSE")]
    pub supposed: Option<String>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

impl Record {
    /// How it is shown, where it only shows.
    pub fn shown(&self) -> Option<&Shown> {
        match self {
            Self::Next(shown)
            | Self::Agenda(shown)
            | Self::Votes(shown)
            | Self::Filter(shown)
            | Self::Rebased { shown, .. } => Some(shown),
            _ => None,
        }
    }
}

/// What is recorded.
#[derive(Debug, Subcommand)]
pub enum Record {
    /// Begin a log on this dossier, under the rules given, those that it names, or PACE's latest.
    Open,
    /// Show what is called next, what falls if it is adopted, and how the text would read.
    Next(Shown),
    /// Show what will be put to the vote, with the majority and who may speak, what needs no vote, and how long it
    /// will take.
    Agenda(Shown),
    /// Show the fewest and the most votes still possible, each with a course that attains it.
    Votes(Shown),
    /// Show what can be decided without a vote, and what of it does not go together.
    Filter(Shown),
    /// Show what is open on the text as amended so far.
    Rebased {
        /// The amendments; by default all that are open.
        amendments: Vec<String>,
        #[command(flatten)]
        shown: Shown,
    },
    /// Open a sitting.
    Begin {
        /// Its name: "Third sitting".
        name: String,
    },
    /// Close the sitting.
    End,
    /// Record a committee's position: unanimous, in-favour, against, against-by-two-thirds,
    /// no-position.
    Position {
        /// The amendment.
        amendment: String,
        /// The position.
        #[arg(value_parser = word::<Position>)]
        position: Position,
        /// The committee.
        #[arg(long, value_name = "NAME")]
        committee: String,
    },
    /// Record how many members are present, to see whether there is a quorum.
    Quorum {
        /// Those who are there.
        present: u32,
        /// All there are.
        members: u32,
    },
    /// Record that an amendment is a compromise, which some chambers call before all others.
    Compromise {
        /// The amendment.
        amendment: String,
        #[command(flatten)]
        by: By,
    },
    /// Have amendments debated together.
    Group {
        /// The amendments.
        #[arg(required = true, num_args = 2..)]
        amendments: Vec<String>,
        #[command(flatten)]
        by: By,
    },
    /// Record that somebody has an amendment put by itself, out of whatever bloc.
    Separate {
        /// The amendment.
        amendment: String,
        /// Who.
        #[arg(long, value_name = "WHO")]
        by: String,
        /// In what capacity, where the rules are to be held against it: president, assembly, …
        #[arg(long, value_name = "ACTOR", value_parser = word::<Actor>)]
        capacity: Option<Actor>,
    },
    /// Record that what is on the floor was put against a rival: votes in favour are those for the one on the floor.
    Pair {
        /// The rival.
        second: String,
        #[command(flatten)]
        result: Result_,
    },
    /// Record the vote on the words that a series of amendments has in common.
    CommonPart {
        /// The series.
        #[arg(required = true, num_args = 2..)]
        amendments: Vec<String>,
        #[command(flatten)]
        result: Result_,
    },
    /// Propose that amendments be declared adopted, or rejected, without a vote.
    Propose {
        /// The amendments.
        #[arg(required = true)]
        amendments: Vec<String>,
        /// Rejected, not adopted.
        #[arg(long)]
        rejected: bool,
    },
    /// Record that members object to what is proposed.
    Object {
        /// The amendment.
        amendment: String,
        /// How many.
        count: u32,
    },
    /// Declare an amendment decided as proposed.
    Declare {
        /// The amendment.
        amendment: String,
    },
    /// Call an amendment; the next one by default.
    Call {
        /// The amendment.
        amendment: Option<String>,
    },
    /// Record that it is moved.
    Move {
        /// Who moves it.
        #[arg(long, value_name = "WHO")]
        by: String,
        /// A member who did not sign it takes it over.
        #[arg(long)]
        taken_over: bool,
    },
    /// Record that nobody moves it.
    NotMoved,
    /// Record who speaks: mover, for, against, committee, rapporteur, government, groups.
    Speak {
        /// In what capacity.
        #[arg(value_parser = word::<Speaker>)]
        speaker: Speaker,
        /// Who.
        #[arg(long, value_name = "WHO")]
        by: String,
    },
    /// Record the vote on what is on the floor, or on several amendments together.
    Vote {
        /// Several amendments, in one vote.
        amendments: Vec<String>,
        #[command(flatten)]
        result: Result_,
    },
    /// Record that an amendment is withdrawn.
    Withdraw {
        /// The amendment.
        amendment: String,
        /// Who says so.
        #[arg(long, value_name = "WHO")]
        by: String,
    },
    /// Call an amendment before another, or last, whatever the computed order.
    Order {
        /// The amendment.
        amendment: String,
        /// Before which.
        #[arg(long, value_name = "AMENDMENT")]
        before: Option<String>,
        #[command(flatten)]
        by: By,
    },
    /// Declare how two amendments stand to each other, whatever was computed.
    Relate {
        /// The first.
        first: String,
        /// The second.
        second: String,
        /// fells: the second falls if the first is adopted; independent: they have nothing to do with one another, and
        /// identical ones are put each by itself; consequential: the second is decided with the first.
        #[arg(value_parser = word::<Relation>)]
        relation: Relation,
        #[command(flatten)]
        by: By,
    },
    /// Lift what was declared of two amendments.
    Lift {
        /// The first.
        first: String,
        /// The second.
        second: String,
        #[command(flatten)]
        by: By,
    },
    /// Record that a committee is seized for report, or for opinion; whose position decides is said by the rules.
    Seize {
        /// The committee.
        committee: String,
        /// report or opinion.
        #[arg(value_parser = word::<Seized>)]
        what: Seized,
    },
    /// Record that the draft is revised: what stands in it as before is carried over, the rest is shown. Later commands
    /// take the new files.
    Revise {
        /// The compendium with the revised draft and the same amendments.
        #[arg(required = true, value_name = "NEW")]
        files: Vec<String>,
        /// Why.
        #[arg(long, value_name = "WHY")]
        reason: String,
    },
    /// Settle where an amendment stands in the revised draft, by its wording as it is or another one.
    Carry {
        /// The amendment.
        amendment: String,
        /// What it says from now on, once for each language in which that is another: en=TEXT.
        #[arg(long, value_name = "LANG=TEXT", value_parser = in_a_language)]
        wording: Vec<(String, String)>,
        /// By the wording that is proposed.
        #[arg(long, conflicts_with = "wording")]
        proposed: bool,
        #[command(flatten)]
        by: By,
    },
    /// Annul a decision, by the number of its event: what it decided is open again.
    Annul {
        /// The event.
        event: u64,
        #[command(flatten)]
        by: By,
    },
    /// Let a decision stand that depended on an annulled one.
    Uphold {
        /// The event.
        event: u64,
        #[command(flatten)]
        by: By,
    },
    /// Record the vote on a text as a whole.
    Text {
        /// The text, by its letter, or by its place from 1.
        text: String,
        #[command(flatten)]
        result: Result_,
    },
    /// Record any event as the log writes it: '{"signed":{"amendment":"4","by":"Ms Ada FOG"}}'.
    Event {
        /// The event in JSON.
        json: String,
    },
}
