//! The log in words: a sentence for each event and for each of its consequences, and messages for what is refused.
//!
//! ```text
//! Amendment 4 was put to the vote by the electronic system and adopted: 31 in favour, 12 against, 7 abstentions.
//! Amendment 6 falls, because of event 12.
//! ```
//!
//! A sentence is told against the state *before* its event: amendments go by the number that they had then, and what
//! an event annuls is still there to be named. The words are those of `locales/*/log.ftl`. In French everything that
//! is named is masculine and stands with its article ("l'amendement 4", "le projet de résolution (A)"), as subject,
//! object or behind a preposition that does not melt into the article; so no message needs to know which it is.

mod event;
mod message;
mod standing;
#[cfg(test)]
mod tests;

pub use message::fault;

use crate::event::{Count, Id, Kind, Ruling, Seq, Time, Vote};
use crate::rules::{Method, Rules, Term};
use crate::state::{Decision, Record, State};
use text::Lang;
use words::{Args, excerpt};

/// What stands between the names of one thing in several languages.
const BETWEEN: &str = " / ";
/// The most characters that are shown of a name, of a number and of a reason.
const NAME: usize = 120;
const NUMBER: usize = 40;
const REASON: usize = 400;
/// The most amendments that are named where an earlier decision is cited.
const CITED: usize = 12;

/// Everything that sentences about a log depend on.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// Where everything stands: before the event that is told.
    pub state: &'a State,
    /// The rules of the log.
    pub rules: &'a Rules,
    /// The language of the sentences.
    pub lang: Lang,
}

impl Telling<'_> {
    fn say(&self, id: &str, args: &Args) -> String {
        words::say(self.lang, id, args)
    }

    // Names

    /// An amendment by its number, in French with the article: "sub-amendment 1 to amendment 13". One without a
    /// number goes by what the log calls it.
    pub fn amendment(&self, id: &Id) -> String {
        match self.state.position(id).and_then(|at| self.state.record(at)) {
            Some(record) => self.record(record),
            None => self.unnumbered(id, None, false),
        }
    }

    /// The same of a record.
    pub fn record(&self, record: &Record) -> String {
        let parent = record.parent.and_then(|at| self.state.record(at));
        let parent = parent.map(label);
        let Some(number) = &record.number else {
            return self.unnumbered(&record.id, parent, record.oral);
        };
        let args = Args::new().text("number", excerpt(number, NUMBER));
        match parent {
            None => self.say("log-amendment", &args),
            Some(parent) => self.say("log-sub-amendment", &args.text("parent", parent)),
        }
    }

    /// One that the log has under this name only; `parent` is what it changes.
    fn unnumbered(&self, id: &Id, parent: Option<String>, oral: bool) -> String {
        let name = match (oral, parent.is_some()) {
            (false, false) => "log-unnumbered",
            (false, true) => "log-unnumbered-sub",
            (true, false) => "log-oral",
            (true, true) => "log-oral-sub",
        };
        let args = Args::new().text("id", excerpt(&id.0, NUMBER));
        self.say(name, &args.text("parent", parent.unwrap_or_default()))
    }

    /// One that an event adds to the log.
    fn new_one(&self, id: &Id, parent: Option<&Id>, oral: bool) -> String {
        let cited = |parent: &Id| {
            let record = self.state.position(parent).and_then(|at| self.state.record(at));
            record.map_or_else(|| excerpt(&parent.0, NUMBER), label)
        };
        self.unnumbered(id, parent.map(cited), oral)
    }

    /// Several amendments: "amendments 4, 6 and 7".
    pub fn all(&self, ids: &[Id]) -> String {
        self.amendments(ids.iter(), ids.len(), usize::MAX)
    }

    /// Several amendments: "amendments 4, 6 and 7". `most` of them are named, the others counted.
    fn amendments<'i>(
        &self,
        ids: impl Iterator<Item = &'i Id>,
        count: usize,
        most: usize,
    ) -> String {
        let rest = count.saturating_sub(most);
        let ids: Vec<&Id> = ids.take(most).collect();
        let record = |id: &&Id| self.state.position(id).and_then(|at| self.state.record(at));
        let plain = |id: &&Id| {
            record(id).is_some_and(|record| record.parent.is_none() && record.number.is_some())
        };
        let listed = if ids.len() > 1 && ids.iter().all(plain) {
            let numbers = ids.iter().filter_map(record).map(label).collect();
            self.say("log-amendments", &Args::new().text("list", self.joined(numbers, rest)))
        } else {
            self.joined(ids.iter().map(|id| self.amendment(id)).collect(), rest)
        };
        if rest == 0 {
            return listed;
        }
        self.say("log-and-others", &Args::new().text("list", listed).number("count", rest))
    }

    /// "4, 6 and 7"; with commas alone where more follows.
    fn joined(&self, mut names: Vec<String>, rest: usize) -> String {
        match names.pop() {
            Some(last) if !names.is_empty() && rest == 0 => {
                let args = Args::new().text("rest", names.join(", ")).text("last", last);
                self.say("and", &args)
            }
            Some(last) => {
                names.push(last);
                names.join(", ")
            }
            None => String::new(),
        }
    }

    /// A draft text: "the draft resolution (A)".
    pub fn text(&self, part: usize) -> String {
        let Some(text) = self.state.texts.get(part) else {
            return self.say("log-text-unknown", &Args::new().text("part", part.to_string()));
        };
        let named = self.say("log-text", &Args::new().text("kind", word(text.kind)));
        match text.letter.as_str() {
            "" => named,
            letter => format!("{named} ({})", excerpt(letter, NUMBER)),
        }
    }

    /// What an earlier event decided, where that stands; not what fell by it.
    pub fn decided_by(&self, event: Seq) -> Option<String> {
        self.rests_on(event, |decision| decision.event == event && decision.because.is_empty())
    }

    /// What an earlier event decided or was a cause for, where that stands.
    fn opened_without(&self, event: Seq) -> Option<String> {
        self.rests_on(event, |_| true)
    }

    fn rests_on(&self, event: Seq, is_named: impl Fn(&Decision) -> bool) -> Option<String> {
        let (amendments, text) = self.state.decided_by(event)?;
        if let Some(part) = text {
            return Some(self.text(part));
        }
        let records = amendments.iter().filter_map(|at| self.state.record(*at));
        let records = records.filter(|record| record.decision().is_some_and(&is_named));
        let ids: Vec<&Id> = records.map(|record| &record.id).collect();
        (!ids.is_empty()).then(|| self.amendments(ids.iter().copied(), ids.len(), CITED))
    }

    // Pieces of sentences

    /// The name in this language of what is recorded in all languages of the dossier: "commission des lampes" of
    /// "Committee on Lamps / commission des lampes". What is recorded in one is as it is.
    pub fn own<'n>(&self, name: &'n str) -> &'n str {
        let languages = self.state.opened.as_ref().map_or(&[][..], |opened| &opened.languages);
        let own = languages.iter().position(|language| language == self.lang.tag());
        let names: Vec<&str> = name.split(BETWEEN).collect();
        let own = own.filter(|_| languages.len() > 1 && names.len() == languages.len());
        own.and_then(|own| names.get(own)).map_or(name, |name| name.trim())
    }

    /// Who did something, as it stands in a sentence: "Ms Ada FOG", "the Committee on Lamps".
    pub fn by(&self, by: &str) -> String {
        words::name::name(&excerpt(self.own(by), NAME), self.lang).the
    }

    /// Who decided, and why, in parentheses.
    fn ruling(&self, ruling: &Ruling) -> String {
        let reason = excerpt(self.own(&ruling.reason), REASON);
        let args = Args::new().text("by", excerpt(self.own(&ruling.by), NAME));
        self.say("log-ruling", &args.text("reason", reason.trim_end_matches('.')))
    }

    /// "31 in favour, 12 against, 7 abstentions".
    pub fn count(&self, count: &Count) -> String {
        self.say("log-count", &figures(count))
    }

    /// The figures behind what was declared; empty where hands were not counted.
    fn figures(&self, vote: &Vote) -> String {
        let Some(count) = &vote.count else { return String::new() };
        self.say(if vote.adopted { "log-carried" } else { "log-lost" }, &figures(count))
    }

    /// "by show of hands".
    pub fn method(&self, method: Method) -> String {
        self.say(&format!("log-method-{}", method.word()), &Args::new())
    }

    /// Day and hour as a sentence has them: "16 October 2031 at 10.03 a.m.".
    pub fn moment(&self, time: &Time) -> String {
        let args = Args::new().text("day", day(time, self.lang));
        self.say("time-moment", &args.text("hour", hour(time, self.lang)))
    }

    fn in_language(&self, lang: &str) -> String {
        self.say("log-in-language", &Args::new().text("lang", excerpt(lang, NUMBER)))
    }

    /// "events 3 and 12", in French with the preposition that melts into the article.
    fn events(&self, events: &[Seq]) -> String {
        let rest = events.len().saturating_sub(CITED);
        let names = events.iter().take(CITED).map(Seq::to_string).collect();
        let args = Args::new().text("list", self.joined(names, rest));
        let listed = self.say("log-because", &args.number("count", events.len()));
        if rest == 0 {
            return listed;
        }
        self.say("log-and-others", &Args::new().text("list", listed).number("count", rest))
    }
}

/// Its number, or what the log calls it.
fn label(record: &Record) -> String {
    excerpt(record.number.as_ref().unwrap_or(&record.id.0), NUMBER)
}

fn figures(count: &Count) -> Args {
    Args::new()
        .number("for", count.in_favour as usize)
        .number("against", count.against as usize)
        .number("abstentions", count.abstentions as usize)
}

/// A kind of text, as messages choose by it.
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Resolution => "resolution",
        Kind::Recommendation => "recommendation",
        Kind::Opinion => "opinion",
        Kind::Other => "other",
    }
}

/// Figures of a moment: hours, minutes.
fn number(time: &Time, from: usize, to: usize) -> usize {
    time.as_str().get(from..to).and_then(|figures| figures.parse().ok()).unwrap_or_default()
}

/// The day as a sentence has it: "16 October 2031".
pub fn day(time: &Time, lang: Lang) -> String {
    let year = time.as_str().get(..4).unwrap_or_default();
    let month = format!("m{:02}", number(time, 5, 7));
    let args = Args::new().number("day", number(time, 8, 10));
    words::say(lang, "time-day", &args.text("month", month).text("year", year))
}

/// The hour as a sentence has it, universal time: "10.03 a.m.", "10 h 3".
pub fn hour(time: &Time, lang: Lang) -> String {
    let (hour, minute) = (number(time, 11, 13), number(time, 14, 16));
    let exact = match (hour, minute) {
        (0, 0) => "midnight",
        (12, 0) => "noon",
        (_, 0) => "hour",
        _ => "minute",
    };
    let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
    let args = Args::new()
        .text("exact", exact)
        .number("hour", hour)
        .number("twelve", twelve)
        .text("half", if hour < 12 { "am" } else { "pm" })
        .number("minute", minute)
        .text("minutes", format!("{minute:02}"));
    words::say(lang, "time-hour", &args)
}

/// Day and time as papers print them, universal time: "16/10/2031 10:03".
pub fn moment(time: &Time) -> String {
    let piece = |from: usize, to: usize| time.as_str().get(from..to).unwrap_or_default();
    format!("{}/{}/{} {}", piece(8, 10), piece(5, 7), piece(0, 4), piece(11, 16))
}

/// With a capital at its beginning, and one full stop behind a number like "24 rev.".
fn sentence(text: &str) -> String {
    let text = text.strip_suffix("..").map_or_else(|| text.to_owned(), |text| format!("{text}."));
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
