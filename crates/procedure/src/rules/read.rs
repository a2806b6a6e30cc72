//! From the tree of a file to its editions and to what each of them states.

use super::finding::{Findings, Problem, nearest};
use super::sections::SECTIONS;
use super::shapes::{Day, text_of, unknown_keys};
use super::tree::{Entry, Kind, Node, Table};
use super::value::{Source, Sourced, Value, wrong};
use super::wanted::Wanted;
use source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// More editions than any chamber has had.
pub const MOST_EDITIONS: usize = 100;

/// Which edition of which profile, and when it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The name of the profile: `pace`.
    pub profile: String,
    /// The name of the edition: `2024`.
    pub name: String,
    /// The first day on which it is in force.
    pub from: Day,
    /// The first day on which it no longer is; `None` while no end is known.
    pub until: Option<Day>,
    /// Where these days come from.
    pub dates: Source,
}

impl Edition {
    /// Whether it is in force on this day.
    pub fn is_in_force(&self, day: &Day) -> bool {
        self.from <= *day && self.until.as_ref().is_none_or(|until| day < until)
    }
}

/// The name of a chamber, or of anything, in the two languages of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// A file as stated, before anything is inherited.
#[derive(Clone, Debug)]
pub struct Raw {
    /// The name of the profile.
    pub name: String,
    /// The name of the chamber.
    pub title: Title,
    /// The editions, in the order of the file.
    pub editions: Vec<RawEdition>,
}

/// An edition as stated.
#[derive(Clone, Debug)]
pub struct RawEdition {
    /// Its name.
    pub name: String,
    /// The first day on which it is in force; `None` where that is at fault.
    pub from: Option<Day>,
    /// The first day on which it no longer is in force.
    pub until: Option<Day>,
    /// Where these days come from; `None` where that is at fault.
    pub dates: Option<Source>,
    /// Where its name stands.
    pub at: Span,
    /// What it is based on, and where that is said.
    pub base: Option<(String, Span)>,
    /// What it states itself.
    pub statements: Statements,
}

impl RawEdition {
    /// Whether it is in force on this day, as far as its days could be read.
    pub fn is_in_force(&self, day: &Day) -> bool {
        let begun = self.from.as_ref().is_some_and(|from| from <= day);
        begun && self.until.as_ref().is_none_or(|until| day < until)
    }

    /// The edition of this profile; `None` where anything of it is at fault.
    pub fn edition(&self, profile: &str) -> Option<Edition> {
        Some(Edition {
            profile: profile.to_owned(),
            name: self.name.clone(),
            from: self.from.clone()?,
            until: self.until.clone(),
            dates: self.dates.clone()?,
        })
    }
}

/// What an edition states, by section and key.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    stated: BTreeMap<(&'static str, &'static str), Stated>,
    /// What is stated, but in no form that could be read.
    faulty: BTreeSet<(&'static str, &'static str)>,
}

#[derive(Clone, Debug)]
struct Stated {
    value: Node,
    source: Source,
}

impl Statements {
    /// The value of a parameter, read as its kind.
    pub fn value<T: Value>(
        &self,
        section: &'static str,
        key: &'static str,
        findings: &mut Findings,
    ) -> Option<Sourced<T>> {
        let stated = self.stated.get(&(section, key))?;
        let value = T::read(&stated.value, findings)?;
        Some(Sourced { value, source: stated.source.clone() })
    }

    /// Puts `own` over these.
    pub fn overlaid(mut self, own: &Self) -> Self {
        self.faulty.extend(&own.faulty);
        self.stated.extend(own.stated.iter().map(|(key, stated)| (*key, stated.clone())));
        self
    }

    /// The same where they prove nothing: they are only taken over from this edition, unless it had
    /// taken them over itself.
    pub fn taken_over(mut self, profile: &str, edition: &str) -> Self {
        let own = |source: &Source| !matches!(source, Source::TakenOver { .. });
        for stated in self.stated.values_mut().filter(|stated| own(&stated.source)) {
            let (profile, edition) = (profile.to_owned(), edition.to_owned());
            stated.source = Source::TakenOver { profile, edition };
        }
        self
    }

    /// The keys of a section that nothing states.
    pub fn absent(&self, section: &'static str, keys: &[&'static str]) -> Vec<&'static str> {
        let absent = |key: &&'static str| {
            let id = (section, *key);
            !self.stated.contains_key(&id) && !self.faulty.contains(&id)
        };
        keys.iter().copied().filter(absent).collect()
    }
}

/// Reads what the tree states.
pub fn raw(tree: &Table, findings: &mut Findings) -> Raw {
    unknown_keys(tree, &["profile", "title", "edition"], findings);
    let absent = ["profile", "title"].into_iter().filter(|key| tree.get(key).is_none());
    let keys: Vec<_> = absent.collect();
    if !keys.is_empty() {
        let within = "profile".to_owned();
        findings.add(Span::at(0), Problem::MissingKeys { within, inherit: false, keys });
    }
    let name = tree.get("profile").and_then(|entry| name(entry, findings)).unwrap_or_default();
    let title = tree.get("title").and_then(|entry| title(entry, findings)).unwrap_or_default();
    let editions = match tree.get("edition") {
        Some(entry) => editions(entry, findings),
        None => {
            findings.add(Span::at(0), Problem::NoEdition);
            Vec::new()
        }
    };
    Raw { name, title, editions }
}

/// Where the name of the profile stands.
pub fn name_at(tree: &Table) -> Span {
    tree.get("profile").map_or(Span::at(0), |entry| entry.value.at)
}

/// A name can be written on a command line and in a dossier.
fn is_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    !name.is_empty() && name.len() <= 40 && name.bytes().all(plain)
}

fn name(entry: &Entry, findings: &mut Findings) -> Option<String> {
    let Kind::Text(name) = &entry.value.kind else {
        return wrong(&entry.value, Wanted::Text, findings);
    };
    if !is_name(name) {
        findings.add(entry.value.at, Problem::BadName { name: name.clone() });
        return None;
    }
    Some(name.clone())
}

fn title(entry: &Entry, findings: &mut Findings) -> Option<Title> {
    let Kind::Table(table) = &entry.value.kind else {
        return wrong(&entry.value, Wanted::Table, findings);
    };
    unknown_keys(table, &["en", "fr"], findings);
    let keys: Vec<_> = ["en", "fr"].into_iter().filter(|key| table.get(key).is_none()).collect();
    if !keys.is_empty() {
        let within = "title".to_owned();
        findings.add(entry.at, Problem::MissingKeys { within, inherit: false, keys });
    }
    let mut said = |key| text_of(&table.get(key)?.value, findings);
    let (en, fr) = (said("en"), said("fr"));
    Some(Title { en: en?, fr: fr? })
}

fn editions(entry: &Entry, findings: &mut Findings) -> Vec<RawEdition> {
    let Kind::Table(table) = &entry.value.kind else {
        wrong::<()>(&entry.value, Wanted::Table, findings);
        return Vec::new();
    };
    if table.entries.is_empty() {
        findings.add(entry.at, Problem::NoEdition);
    }
    if table.entries.len() > MOST_EDITIONS {
        findings.add(entry.at, Problem::TooManyEditions { most: MOST_EDITIONS });
        return Vec::new();
    }
    table.entries.iter().filter_map(|entry| edition(entry, findings)).collect()
}

fn edition(entry: &Entry, findings: &mut Findings) -> Option<RawEdition> {
    let Kind::Table(table) = &entry.value.kind else {
        return wrong(&entry.value, Wanted::Table, findings);
    };
    if !is_name(&entry.key) {
        findings.add(entry.at, Problem::BadName { name: entry.key.clone() });
    }
    let statements = statements(table, findings);
    let mut day = |key| Day::read(&table.get(key)?.value, findings);
    let (from, until) = (day("from"), day("until"));
    let dates = source(table, entry.at, findings);
    let base = table.get("based-on").and_then(|entry| {
        let base = text_of(&entry.value, findings)?;
        Some((base, entry.value.at))
    });
    if table.get("from").is_none() {
        let within = format!("edition.{}", entry.key);
        findings.add(entry.at, Problem::MissingKeys { within, inherit: false, keys: vec!["from"] });
    }
    if let (Some(from), Some(until), Some(entry)) = (&from, &until, table.get("until"))
        && until <= from
    {
        let (from, until) = (from.as_str().to_owned(), until.as_str().to_owned());
        findings.add(entry.value.at, Problem::DaysReversed { from, until });
    }
    Some(RawEdition { name: entry.key.clone(), from, until, dates, at: entry.at, base, statements })
}

/// The keys of an edition that are no sections.
const EDITION_KEYS: [&str; 5] = ["from", "until", "based-on", "source", "unverified"];

fn statements(table: &Table, findings: &mut Findings) -> Statements {
    let mut statements = Statements::default();
    let known = || EDITION_KEYS.into_iter().chain(SECTIONS.iter().map(|(section, _)| *section));
    for entry in &table.entries {
        if EDITION_KEYS.contains(&entry.key.as_str()) {
            continue;
        }
        let Some((section, keys)) = SECTIONS.iter().find(|(section, _)| *section == entry.key)
        else {
            let nearest = nearest(&entry.key, known());
            findings.add(entry.at, Problem::UnknownKey { key: entry.key.clone(), nearest });
            continue;
        };
        let Kind::Table(table) = &entry.value.kind else {
            wrong::<()>(&entry.value, Wanted::Table, findings);
            continue;
        };
        unknown_keys(table, keys, findings);
        for (key, entry) in keys.iter().filter_map(|key| Some((*key, table.get(key)?))) {
            match stated(entry, findings) {
                Some(stated) => drop(statements.stated.insert((section, key), stated)),
                None => drop(statements.faulty.insert((section, key))),
            }
        }
    }
    statements
}

/// A value with its source. Where the source is at fault the value is read nevertheless, so that
/// its own faults are told too.
fn stated(entry: &Entry, findings: &mut Findings) -> Option<Stated> {
    let Kind::Table(table) = &entry.value.kind else {
        return wrong(&entry.value, Wanted::Sourced, findings);
    };
    unknown_keys(table, &["value", "source", "unverified"], findings);
    let source = source(table, entry.at, findings).unwrap_or(Source::Unverified);
    let Some(value) = table.get("value") else {
        let within = entry.key.clone();
        findings
            .add(entry.at, Problem::MissingKeys { within, inherit: false, keys: vec!["value"] });
        return None;
    };
    Some(Stated { value: value.value.clone(), source })
}

fn source(table: &Table, at: Span, findings: &mut Findings) -> Option<Source> {
    match (table.get("source"), table.get("unverified")) {
        (Some(cited), None) => text_of(&cited.value, findings).map(Source::Cited),
        (None, Some(entry)) => match bool::read(&entry.value, findings)? {
            true => Some(Source::Unverified),
            false => {
                findings.add(entry.value.at, Problem::NotUnverified);
                None
            }
        },
        (Some(_), Some(entry)) => {
            findings.add(entry.at, Problem::TwoSources);
            None
        }
        (None, None) => {
            findings.add(at, Problem::NoSource);
            None
        }
    }
}
