//! The file as a tree of values, each with its place in the text.

use super::finding::{Findings, Problem};
use source::Span;
use toml_edit::{ImDocument, Item, TableLike, Value as Toml};

/// A value of the file and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where, in the text of the file.
    pub at: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A text in quotation marks.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// `true` or `false`.
    Truth(bool),
    /// A day, "2031-10-16".
    Day(String),
    /// A time of day in minutes after midnight.
    Time(u16),
    /// Values in brackets.
    List(Vec<Node>),
    /// Keys with their values.
    Table(Table),
    /// What no profile needs: a fraction, a day with a time, a time with seconds.
    Other,
}

/// Keys with their values, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The keys.
    pub entries: Vec<Entry>,
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub at: Span,
    /// Its value.
    pub value: Node,
}

impl Table {
    /// The entry with this key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }
}

/// A profile is some hundred lines; a file beyond this is none.
const LARGEST: usize = 1 << 20;

/// Parses the file. Of faults in the form of a file the parser tells the first only.
pub fn parse(text: &str, findings: &mut Findings) -> Option<Table> {
    if text.len() > LARGEST {
        findings.add(Span::at(0), Problem::TooBig);
        return None;
    }
    match ImDocument::parse(text) {
        Ok(document) => Some(table(document.as_table(), Span::at(0))),
        Err(error) => {
            let detail = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
            let at = error.span().map_or(Span::at(0), |range| Span::new(range.start, range.end));
            findings.add(at, Problem::NotToml { detail });
            None
        }
    }
}

fn table(given: &dyn TableLike, within: Span) -> Table {
    let entry = |(key, item): (&str, &Item)| {
        let span = given.key(key).and_then(toml_edit::Key::span);
        let at = span.map_or(within, |range| Span::new(range.start, range.end));
        Some(Entry { key: key.to_owned(), at, value: node(item, at)? })
    };
    Table { entries: given.iter().filter_map(entry).collect() }
}

/// `within` is the place of what has none of its own: the key of a table that only its parts open.
fn node(item: &Item, within: Span) -> Option<Node> {
    let at = item.span().map_or(within, |range| Span::new(range.start, range.end));
    let kind = match item {
        Item::None => return None,
        Item::Value(value) => return Some(of_value(value, within)),
        // A table is cited by its key, where the reader finds its name.
        Item::Table(given) => {
            return Some(Node { at: within, kind: Kind::Table(table(given, within)) });
        }
        Item::ArrayOfTables(tables) => {
            let one = |given| Node { at, kind: Kind::Table(table(given, within)) };
            Kind::List(tables.iter().map(|given| one(given as &dyn TableLike)).collect())
        }
    };
    Some(Node { at, kind })
}

fn of_value(value: &Toml, within: Span) -> Node {
    let at = value.span().map_or(within, |range| Span::new(range.start, range.end));
    let kind = match value {
        Toml::String(text) => Kind::Text(text.value().clone()),
        Toml::Integer(number) => Kind::Whole(*number.value()),
        Toml::Boolean(truth) => Kind::Truth(*truth.value()),
        Toml::Datetime(moment) => day_or_time(moment.value()),
        Toml::Array(list) => Kind::List(list.iter().map(|value| of_value(value, at)).collect()),
        Toml::InlineTable(given) => Kind::Table(table(given, at)),
        Toml::Float(_) => Kind::Other,
    };
    Node { at, kind }
}

fn day_or_time(moment: &toml_edit::Datetime) -> Kind {
    match (moment.date, moment.time, moment.offset) {
        (Some(date), None, None) => Kind::Day(date.to_string()),
        (None, Some(time), None) if time.second == 0 && time.nanosecond == 0 => {
            Kind::Time(u16::from(time.hour) * 60 + u16::from(time.minute))
        }
        _ => Kind::Other,
    }
}
