//! Kinds of value with an inner shape: deadlines, days, ranks, fractions, words of outcomes.

use super::finding::{Findings, Problem, nearest};
use super::tree::{Kind, Node, Table};
use super::value::{Shown, Term, Value, Whole, term_value, wrong};
use super::wanted::Wanted;
use merge::Rank;
use text::Lang;
use words::{self, Args};

/// A day of the calendar, "2031-10-16". Days compare as they follow each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(String);

impl Day {
    /// Reads a day in any form that papers print ([`text::day`]).
    pub fn parse(written: &str) -> Option<Self> {
        text::day(written).map(Self)
    }

    /// As ISO 8601 writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Shown for Day {
    fn written(&self) -> String {
        self.0.clone()
    }

    fn words(&self, _: Lang) -> String {
        self.0.clone()
    }
}

impl Value for Day {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let (Kind::Day(written) | Kind::Text(written)) = &node.kind else {
            return wrong(node, Wanted::Day, findings);
        };
        let day = Self::parse(written);
        if day.is_none() {
            findings.add(node.at, Problem::BadDay { written: written.clone() });
        }
        day
    }
}

/// A time of day, in minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// Hour, 0 to 23, and minute, 0 to 59.
    pub fn hour_minute(self) -> (u16, u16) {
        (self.0 / 60, self.0 % 60)
    }

    fn words(self, lang: Lang) -> String {
        let (hour, minute) = self.hour_minute();
        let args = Args::new().text("hour", hour.to_string());
        words::say(lang, "rules-time", &args.text("minute", format!("{minute:02}")))
    }
}

/// What a deadline is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The opening of the sitting in which the text is debated.
    Opening,
    /// The scheduled end of the sitting before that one.
    PrecedingEnd,
    /// The beginning of the debate on the text.
    Debate,
}

impl Term for Anchor {
    const ID: &'static str = "anchor";
    const ALL: &'static [(&'static str, Self)] = &[
        ("opening", Self::Opening),
        ("preceding-end", Self::PrecedingEnd),
        ("debate", Self::Debate),
    ];
}

term_value!(Anchor);

/// When amendments must be tabled at the latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// `"open"`: at any time until the amendment would be called.
    Open,
    /// `"set"`: whoever sets deadlines sets one for each debate; there is none by rule.
    Set,
    /// `{ hours = 3, minutes = 30, before = "opening" }`
    Before {
        /// So many minutes.
        minutes: u32,
        /// Before this.
        anchor: Anchor,
    },
    /// `{ on = "first-day", at = 16:00:00 }`: on the first day of the part-session.
    FirstDay {
        /// At this time.
        at: TimeOfDay,
    },
    /// `{ days = 1, working = true, before = "debate", at = 17:00:00 }`
    Days {
        /// So many days.
        days: u32,
        /// Whether only working days count.
        working: bool,
        /// Before the day of this.
        anchor: Anchor,
        /// At this time.
        at: TimeOfDay,
    },
}

const DEADLINE_KEYS: [&str; 7] = ["hours", "minutes", "days", "working", "before", "on", "at"];
const DEADLINE_WORDS: [(&str, Deadline); 2] = [("open", Deadline::Open), ("set", Deadline::Set)];

impl Shown for Deadline {
    fn written(&self) -> String {
        let time = |at: &TimeOfDay| {
            let (hour, minute) = at.hour_minute();
            format!("{hour:02}:{minute:02}:00")
        };
        match self {
            Self::Open => "\"open\"".into(),
            Self::Set => "\"set\"".into(),
            Self::Before { minutes, anchor } => format!(
                "{{ hours = {}, minutes = {}, before = \"{}\" }}",
                minutes / 60,
                minutes % 60,
                anchor.word()
            ),
            Self::FirstDay { at } => format!("{{ on = \"first-day\", at = {} }}", time(at)),
            Self::Days { days, working, anchor, at } => format!(
                "{{ days = {days}, working = {working}, before = \"{}\", at = {} }}",
                anchor.word(),
                time(at)
            ),
        }
    }

    fn words(&self, lang: Lang) -> String {
        let args = Args::new();
        match self {
            Self::Open => words::say(lang, "rules-deadline-open", &args),
            Self::Set => words::say(lang, "rules-deadline-set", &args),
            Self::Before { minutes, anchor } => {
                let args = args.text("what", anchor.say(lang)).text("span", span(*minutes));
                words::say(lang, "rules-deadline-before", &args)
            }
            Self::FirstDay { at } => {
                words::say(lang, "rules-deadline-first-day", &args.text("time", at.words(lang)))
            }
            Self::Days { days, working, anchor, at } => {
                let id =
                    if *working { "rules-deadline-working-days" } else { "rules-deadline-days" };
                let args = args.text("what", anchor.say(lang)).text("time", at.words(lang));
                let days = usize::try_from(*days).unwrap_or(usize::MAX);
                words::say(lang, id, &args.number("days", days))
            }
        }
    }
}

/// "23 h 30 min"
fn span(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

impl Value for Deadline {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match &node.kind {
            Kind::Text(word) => {
                let found = DEADLINE_WORDS.iter().find(|(known, _)| known == word);
                if found.is_none() {
                    let known: Vec<_> = DEADLINE_WORDS.iter().map(|(known, _)| *known).collect();
                    let nearest = nearest(word, known.iter().copied());
                    let word = word.clone();
                    findings.add(node.at, Problem::UnknownWord { word, nearest, known });
                }
                found.map(|(_, deadline)| *deadline)
            }
            Kind::Table(table) => deadline(node, table, findings),
            _ => wrong(node, Wanted::Deadline, findings),
        }
    }
}

/// The one thing a deadline can be on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct FirstDay;

impl Term for FirstDay {
    const ID: &'static str = "first-day";
    const ALL: &'static [(&'static str, Self)] = &[("first-day", Self)];
}

fn deadline(node: &Node, table: &Table, findings: &mut Findings) -> Option<Deadline> {
    let before = findings.count();
    unknown_keys(table, &DEADLINE_KEYS, findings);
    let hours = field::<Whole<0, 1000>>(table, "hours", findings);
    let minutes = field::<Whole<0, 59>>(table, "minutes", findings);
    let days = field::<Whole<0, 365>>(table, "days", findings);
    let working = field::<bool>(table, "working", findings);
    let anchor = field::<Anchor>(table, "before", findings);
    let on = table.get("on").and_then(|entry| FirstDay::read_word(&entry.value, findings));
    let at = table.get("at").and_then(|entry| match entry.value.kind {
        Kind::Time(minutes) => Some(TimeOfDay(minutes)),
        _ => wrong(&entry.value, Wanted::Time, findings),
    });
    if findings.count() > before {
        return None;
    }
    let span = (hours.is_some() || minutes.is_some())
        .then(|| hours.map_or(0, Whole::get) * 60 + minutes.map_or(0, Whole::get));
    match (span, days, working, anchor, on, at) {
        (Some(minutes), None, None, Some(anchor), None, None) => {
            Some(Deadline::Before { minutes, anchor })
        }
        (None, None, None, None, Some(FirstDay), Some(at)) => Some(Deadline::FirstDay { at }),
        (None, Some(days), working, Some(anchor), None, Some(at)) => {
            let (days, working) = (days.get(), working.unwrap_or(false));
            Some(Deadline::Days { days, working, anchor, at })
        }
        _ => wrong(node, Wanted::Deadline, findings),
    }
}

fn field<T: Value>(table: &Table, key: &str, findings: &mut Findings) -> Option<T> {
    T::read(&table.get(key)?.value, findings)
}

/// Tells every key that is none of `known`.
pub fn unknown_keys(table: &Table, known: &[&str], findings: &mut Findings) {
    for entry in &table.entries {
        if !known.contains(&entry.key.as_str()) {
            let nearest = nearest(&entry.key, known.iter().copied());
            findings.add(entry.at, Problem::UnknownKey { key: entry.key.clone(), nearest });
        }
    }
}

/// The rank of operations at one place, the first called first: each of them once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranks(Vec<Rank>);

impl Ranks {
    /// The first called first.
    pub fn as_slice(&self) -> &[Rank] {
        &self.0
    }
}

impl Shown for Ranks {
    fn written(&self) -> String {
        self.0.written()
    }

    fn words(&self, lang: Lang) -> String {
        self.0.words(lang)
    }
}

impl Value for Ranks {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let ranks = Vec::<Rank>::read(node, findings)?;
        let absent = Rank::ALL.iter().find(|(_, rank)| !ranks.contains(rank));
        if let Some((word, _)) = absent {
            findings.add(node.at, Problem::LeftOut { word });
            return None;
        }
        Some(Self(ranks))
    }
}

/// A fraction of the members, at most the whole: "1/3".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// Above the stroke.
    pub parts: u32,
    /// Below it.
    pub of: u32,
}

impl Fraction {
    fn parse(written: &str) -> Option<Self> {
        let (parts, of) = written.split_once('/')?;
        let whole = |digits: &str| {
            let plain = digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<u32>().ok().filter(|_| plain)
        };
        let (parts, of) = (whole(parts)?, whole(of)?);
        (parts > 0 && parts <= of).then_some(Self { parts, of })
    }

    /// Whether so many of so many members are enough.
    pub fn reached(self, present: u32, members: u32) -> bool {
        u64::from(present) * u64::from(self.of) >= u64::from(members) * u64::from(self.parts)
    }
}

impl Shown for Fraction {
    fn written(&self) -> String {
        format!("\"{}/{}\"", self.parts, self.of)
    }

    fn words(&self, lang: Lang) -> String {
        let args = Args::new().text("fraction", format!("{}/{}", self.parts, self.of));
        words::say(lang, "rules-of-the-members", &args)
    }
}

impl Value for Fraction {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let found = match &node.kind {
            Kind::Text(written) => Self::parse(written),
            _ => None,
        };
        found.or_else(|| wrong(node, Wanted::Fraction, findings))
    }
}

/// The chamber's word for an outcome, in the languages of the papers and, where that is another,
/// the chamber's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
    /// In the chamber's own language: "assorbito".
    pub own: Option<String>,
    /// What the chamber's papers print besides, whole or, with "…" at its end, the beginning of it: "out of
    /// order under …".
    pub printed: Vec<String>,
}

impl Words {
    /// Whether printed words mean this, letter case and the shape of apostrophes apart. With them what
    /// stands behind a beginning, the reason of a ruling; empty where the words are whole.
    pub fn meant_by<'w>(&self, words: &'w str) -> Option<&'w str> {
        let plain = |words: &str| text::fold(words.trim()).to_lowercase();
        let whole = [&self.en, &self.fr].into_iter().chain(&self.own).chain(&self.printed);
        if whole.into_iter().any(|known| plain(known) == plain(words)) {
            return Some("");
        }
        let beginnings = self.printed.iter().filter_map(|known| known.strip_suffix('…'));
        let mut behind = beginnings.filter_map(|known| {
            let at = known.trim_end().chars().map(char::len_utf8).sum();
            let (head, rest) = words.trim().split_at_checked(at)?;
            (plain(head) == plain(known)).then(|| rest.trim())
        });
        behind.next()
    }

    /// In a language; English where there is none in it.
    pub fn get(&self, lang: Lang) -> &str {
        if lang == Lang::FR { &self.fr } else { &self.en }
    }
}

impl Shown for Words {
    fn written(&self) -> String {
        let own = self.own.as_ref().map(|own| format!(", own = {own:?}")).unwrap_or_default();
        let printed = match self.printed.is_empty() {
            true => String::new(),
            false => format!(", printed = {:?}", self.printed),
        };
        format!("{{ en = {:?}, fr = {:?}{own}{printed} }}", self.en, self.fr)
    }

    fn words(&self, lang: Lang) -> String {
        match &self.own {
            Some(own) => format!("{} ({own})", self.get(lang)),
            None => self.get(lang).to_owned(),
        }
    }
}

impl Value for Words {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Kind::Table(table) = &node.kind else { return wrong(node, Wanted::Table, findings) };
        unknown_keys(table, &["en", "fr", "own", "printed"], findings);
        let printed = match table.get("printed").map(|entry| &entry.value) {
            None => Vec::new(),
            Some(Node { kind: Kind::List(list), .. }) => {
                list.iter().filter_map(|node| text_of(node, findings)).collect()
            }
            Some(other) => return wrong(other, Wanted::List, findings),
        };
        let mut said = |key| text_of(&table.get(key)?.value, findings);
        let (en, fr, own) = (said("en"), said("fr"), said("own"));
        let absent = ["en", "fr"].into_iter().filter(|key| table.get(key).is_none());
        let keys: Vec<_> = absent.collect();
        if !keys.is_empty() {
            let within = "value".to_owned();
            findings.add(node.at, Problem::MissingKeys { within, inherit: false, keys });
        }
        Some(Self { en: en?, fr: fr?, own, printed })
    }
}

/// A text that says something.
pub fn text_of(node: &Node, findings: &mut Findings) -> Option<String> {
    let Kind::Text(text) = &node.kind else { return wrong(node, Wanted::Text, findings) };
    if text.trim().is_empty() {
        findings.add(node.at, Problem::Empty);
        return None;
    }
    let seen = |sign: char| if sign.is_control() { ' ' } else { sign };
    let text: String = text.chars().map(seen).collect();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
