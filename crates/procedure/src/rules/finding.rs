//! What is wrong with a profile, and where.

use super::wanted::Wanted;
use source::{LineColumn, SourceFile, Span};
use text::Lang;
use words::{self, Args, Message};

/// One fault of a profile. A file with any is refused; all of them are told at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where, in the text of the file.
    pub at: Span,
    /// The same for people: line and column, both from 1.
    pub place: LineColumn,
    /// What.
    pub problem: Problem,
}

/// What can be wrong with a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file is no plain text.
    NotText,
    /// The file is larger than a profile can be.
    TooBig,
    /// It is not TOML here; the parser's own words.
    NotToml { detail: String },
    /// A key that nothing reads, and the one that may have been meant.
    UnknownKey { key: String, nearest: Option<String> },
    /// Keys that must be there and are not; whether they could be inherited.
    MissingKeys { within: String, inherit: bool, keys: Vec<&'static str> },
    /// A value of another kind than this key takes.
    WrongType { wanted: Wanted, found: Wanted },
    /// A word that is none of those this key takes.
    UnknownWord { word: String, nearest: Option<String>, known: Vec<&'static str> },
    /// A number outside its range.
    OutOfRange { value: i64, least: u32, most: u32 },
    /// A word that stands in a list for the second time.
    Twice { word: String },
    /// A list that must name each of its words once, and leaves this one out.
    LeftOut { word: &'static str },
    /// A text that must say something and is empty.
    Empty,
    /// A value that has neither a source nor `unverified = true`.
    NoSource,
    /// A value that has both.
    TwoSources,
    /// `unverified = false`, which says nothing.
    NotUnverified,
    /// A day that does not exist, or is written in no known way.
    BadDay { written: String },
    /// An edition that ends before it begins.
    DaysReversed { from: String, until: String },
    /// Two editions in force at once.
    Overlap { earlier: String, later: String },
    /// An edition to be based on one that is not there.
    UnknownBase { base: String, nearest: Option<String> },
    /// Editions based on each other in a circle.
    Circle { editions: Vec<String> },
    /// A name that cannot be cited.
    BadName { name: String },
    /// The name of a profile that comes with the program.
    NameTaken { name: String },
    /// A profile without editions.
    NoEdition,
    /// More editions than a chamber has had.
    TooManyEditions { most: usize },
}

impl Finding {
    /// The stable code; each is an error.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// The fault in words, what to do about it, and what else there is to know.
    pub fn message(&self, lang: Lang) -> Message {
        let args = self.problem.args(lang);
        let code = self.code();
        Message {
            text: words::say(lang, code, &args),
            remedy: words::say(lang, &format!("{code}.remedy"), &args),
            notes: self.problem.notes(lang),
        }
    }
}

impl Problem {
    fn code(&self) -> &'static str {
        match self {
            Self::NotText => "rules-not-text",
            Self::TooBig => "rules-too-big",
            Self::NotToml { .. } => "rules-not-toml",
            Self::UnknownKey { .. } => "rules-unknown-key",
            Self::MissingKeys { .. } => "rules-missing-keys",
            Self::WrongType { .. } => "rules-wrong-type",
            Self::UnknownWord { .. } => "rules-unknown-word",
            Self::OutOfRange { .. } => "rules-out-of-range",
            Self::Twice { .. } => "rules-twice",
            Self::LeftOut { .. } => "rules-left-out",
            Self::Empty => "rules-empty",
            Self::NoSource => "rules-no-source",
            Self::TwoSources => "rules-two-sources",
            Self::NotUnverified => "rules-not-unverified",
            Self::BadDay { .. } => "rules-bad-day",
            Self::DaysReversed { .. } => "rules-days-reversed",
            Self::Overlap { .. } => "rules-overlap",
            Self::UnknownBase { .. } => "rules-unknown-base",
            Self::Circle { .. } => "rules-circle",
            Self::BadName { .. } => "rules-bad-name",
            Self::NameTaken { .. } => "rules-name-taken",
            Self::NoEdition => "rules-no-edition",
            Self::TooManyEditions { .. } => "rules-too-many-editions",
        }
    }

    fn args(&self, lang: Lang) -> Args {
        let args = Args::new();
        let short = |text: &str| words::excerpt(text, 60);
        let near = |args: Args, nearest: &Option<String>| {
            let found = if nearest.is_some() { "yes" } else { "no" };
            args.text("found", found).text("nearest", nearest.clone().unwrap_or_default())
        };
        match self {
            Self::NotText
            | Self::TooBig
            | Self::NotToml { .. }
            | Self::Empty
            | Self::NoSource
            | Self::TwoSources
            | Self::NotUnverified
            | Self::NoEdition => args,
            Self::UnknownKey { key, nearest } => near(args.text("key", short(key)), nearest),
            Self::MissingKeys { within, inherit, keys } => args
                .text("inherit", if *inherit { "yes" } else { "no" })
                .text("within", short(within))
                .number("count", keys.len())
                .text("keys", keys.join(", ")),
            Self::WrongType { wanted, found } => args
                .text("wanted", words::say(lang, wanted.id(), &Args::new()))
                .text("given", words::say(lang, found.id(), &Args::new())),
            Self::UnknownWord { word, nearest, .. } => {
                near(args.text("word", short(word)), nearest)
            }
            Self::OutOfRange { value, least, most } => args
                .text("value", value.to_string())
                .text("least", least.to_string())
                .text("most", most.to_string()),
            Self::Twice { word } => args.text("word", short(word)),
            Self::LeftOut { word } => args.text("word", *word),
            Self::BadDay { written } => args.text("written", short(written)),
            Self::DaysReversed { from, until } => {
                args.text("from", from.clone()).text("until", until.clone())
            }
            Self::Overlap { earlier, later } => {
                args.text("earlier", short(earlier)).text("later", short(later))
            }
            Self::UnknownBase { base, nearest } => near(args.text("base", short(base)), nearest),
            Self::Circle { editions } => args.text("editions", editions.join(" → ")),
            Self::BadName { name } | Self::NameTaken { name } => args.text("name", short(name)),
            Self::TooManyEditions { most } => args.number("most", *most),
        }
    }

    fn notes(&self, lang: Lang) -> Vec<String> {
        match self {
            Self::NotToml { detail } => {
                let args = Args::new().text("detail", words::excerpt(detail, 200));
                vec![words::say(lang, "rules-parser-says", &args)]
            }
            Self::UnknownWord { known, .. } => {
                let args = Args::new().text("known", known.join(", "));
                vec![words::say(lang, "rules-known-words", &args)]
            }
            _ => Vec::new(),
        }
    }
}

/// The faults found so far.
#[derive(Debug, Default)]
pub struct Findings {
    found: Vec<(Span, Problem)>,
}

impl Findings {
    /// One more. The same fault at the same place is told once, however many editions inherit it.
    pub fn add(&mut self, at: Span, problem: Problem) {
        self.found.push((at, problem));
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, in the order of the file.
    pub fn in_order(mut self, file: &SourceFile) -> Vec<Finding> {
        self.found.sort_by_key(|(at, _)| *at);
        self.found.dedup();
        let placed = |(at, problem): (Span, Problem)| Finding {
            at,
            place: file.line_column(at.start),
            problem,
        };
        self.found.into_iter().map(placed).collect()
    }
}

/// The known word that somebody who wrote `word` may have meant; `None` where none is near.
pub fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    let length = word.chars().count();
    if length > 60 {
        return None;
    }
    let scored = known.map(|known| {
        let (written, known_signs) = (word.chars().flat_map(char::to_lowercase), known.chars());
        (rapidfuzz::distance::osa::distance(written, known_signs), known)
    });
    let (distance, found) = scored.min_by_key(|(distance, _)| *distance)?;
    (distance <= length / 3 + 1 && distance < length).then(|| found.to_owned())
}
