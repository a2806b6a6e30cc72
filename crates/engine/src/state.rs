//! A dossier worked out: what each amendment does, the calling order, relations and falls.

use crate::Dossier;
use instruction::{Instruction, Locator, NotExecutable, Target};
use merge::{FallRules, OrderRules, Ranked, Related};
use source::Severity;
use text::Lang;

/// The chamber's rules as far as texts go; the default is PACE.
#[derive(Clone, Debug)]
pub struct Profile {
    /// `pace`.
    pub name: String,
    /// How amendments at one place are ordered.
    pub order: OrderRules,
    /// What falls with what.
    pub falls: FallRules,
}

impl Default for Profile {
    fn default() -> Self {
        Self { name: "pace".into(), order: OrderRules::default(), falls: FallRules::default() }
    }
}

/// One amendment in one language, worked out.
#[derive(Clone, Debug, Default)]
pub struct Worked {
    /// As written; `None` where it was not understood.
    pub written: Option<Instruction<Locator>>,
    /// With its places; `None` where they were not found, and for sub-amendments (their places lie
    /// in the parent's wording).
    pub placed: Option<Instruction<Target>>,
    /// Set where it was recognised as not executable.
    pub not_executable: Option<NotExecutable>,
}

/// A finding about the dossier as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Of reading a file (position in [`crate::open::Opened::files`]).
    Read { version: usize, finding: crate::read::Finding },
    /// Of a wording.
    Wording { amendment: usize, lang: Lang, finding: instruction::Finding },
    /// Between languages.
    Languages(crate::languages::Finding),
    /// `number-twice` (error): two amendments carry one number.
    NumberTwice { first: usize, second: usize },
    /// `parent-not-found` (error): a sub-amendment to an amendment that is not there.
    ParentNotFound { amendment: usize, parent: String },
    /// `sub-amendment-too-deep` (error).
    TooDeep { amendment: usize },
    /// `falling-not-computed` (warning): printed, but not computed.
    FallNotComputed { amendment: usize, other: String, fells: bool },
    /// `falling-not-printed` (warning): computed, but other notes are printed and this one is not.
    FallNotPrinted { amendment: usize, other: String, fells: bool },
    /// `order-uncertain` (note): a clerk should decide between this one and the one before it.
    OrderUncertain { amendment: usize, before: usize },
    /// `note-too-long` (warning): the explanatory note has more words than the rules allow.
    NoteTooLong { amendment: usize, lang: Lang, words: usize, allowed: usize },
}

impl Finding {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Read { finding, .. } => finding.code(),
            Self::Wording { finding, .. } => finding.code(),
            Self::Languages(finding) => finding.code(),
            Self::NumberTwice { .. } => "number-twice",
            Self::ParentNotFound { .. } => "parent-not-found",
            Self::TooDeep { .. } => "sub-amendment-too-deep",
            Self::FallNotComputed { .. } => "falling-not-computed",
            Self::FallNotPrinted { .. } => "falling-not-printed",
            Self::OrderUncertain { .. } => "order-uncertain",
            Self::NoteTooLong { .. } => "note-too-long",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Read { finding, .. } => finding.severity(),
            Self::Wording { finding, .. } => finding.severity(),
            Self::Languages(finding) => finding.severity(),
            Self::NumberTwice { .. } | Self::ParentNotFound { .. } | Self::TooDeep { .. } => {
                Severity::Error
            }
            Self::FallNotComputed { .. }
            | Self::FallNotPrinted { .. }
            | Self::NoteTooLong { .. } => Severity::Warning,
            Self::OrderUncertain { .. } => Severity::Note,
        }
    }
}

/// Everything that follows from a dossier before any vote.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The dossier.
    pub dossier: Dossier,
    /// The rules it runs under.
    pub profile: Profile,
    /// For each amendment, for each of its texts, in their order.
    pub worked: Vec<Vec<Worked>>,
    /// All amendments in calling order (positions in [`Dossier::amendments`]); sub-amendments
    /// directly before their parent; those without a place last.
    pub order: Vec<Ranked>,
    /// Everything found, in the order: files, amendments, dossier.
    pub findings: Vec<Finding>,
}

impl State {
    /// Works a dossier out. `findings` of reading and joining come first in the state's own.
    pub fn new(dossier: Dossier, profile: Profile, findings: Vec<Finding>) -> Self {
        Self { dossier, profile, findings, ..Self::default() }
    }

    /// How amendment `a` stands to amendment `b`: the strongest relation over all languages, with
    /// the language it comes from.
    pub fn relate(&self, a: usize, b: usize) -> Option<(Related, Lang)> {
        let _ = (a, b);
        None
    }

    /// Positions of amendments whose relation to this one is not `Independent`, ascending.
    pub fn clashes(&self, amendment: usize) -> Vec<usize> {
        let _ = amendment;
        Vec::new()
    }

    /// Positions of those that fall if this one alone is adopted, in calling order.
    pub fn fells(&self, amendment: usize) -> Vec<usize> {
        let _ = amendment;
        Vec::new()
    }

    /// Positions of those whose adoption alone fells this one, in calling order.
    pub fn falls_with(&self, amendment: usize) -> Vec<usize> {
        let _ = amendment;
        Vec::new()
    }

    /// Positions of those identical to this one, in calling order.
    pub fn identical_to(&self, amendment: usize) -> Vec<usize> {
        let _ = amendment;
        Vec::new()
    }

    /// Whether anything found is at least this grave.
    pub fn has(&self, severity: Severity) -> bool {
        self.findings.iter().any(|finding| finding.severity() >= severity)
    }
}
