//! What kinds of value are called where one stands in the place of another.

use super::tree::Kind;

/// The kinds of value, as they are called in messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// A word from a list.
    Word,
    /// A whole number.
    Whole,
    /// `true` or `false`.
    Truth,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A list.
    List,
    /// A table of keys and values.
    Table,
    /// A value with its source.
    Sourced,
    /// A fraction of the members, "1/3".
    Fraction,
    /// A deadline.
    Deadline,
    /// Something no key takes.
    Other,
}

impl Wanted {
    /// What a value is called.
    pub fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Text(_) => Self::Text,
            Kind::Whole(_) => Self::Whole,
            Kind::Truth(_) => Self::Truth,
            Kind::Day(_) => Self::Day,
            Kind::Time(_) => Self::Time,
            Kind::List(_) => Self::List,
            Kind::Table(_) => Self::Table,
            Kind::Other => Self::Other,
        }
    }

    /// The message that names it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "rules-kind-text",
            Self::Word => "rules-kind-word",
            Self::Whole => "rules-kind-whole",
            Self::Truth => "rules-kind-truth",
            Self::Day => "rules-kind-day",
            Self::Time => "rules-kind-time",
            Self::List => "rules-kind-list",
            Self::Table => "rules-kind-table",
            Self::Sourced => "rules-kind-sourced",
            Self::Fraction => "rules-kind-fraction",
            Self::Deadline => "rules-kind-deadline",
            Self::Other => "rules-kind-other",
        }
    }
}
