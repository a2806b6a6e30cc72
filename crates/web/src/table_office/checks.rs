//! What there is to look at before an amendment is admitted: shown, never in the way.

use super::worded;
use crate::pages::blocks::{capital, sentence};
use crate::{Held, Tongue};
use engine::{report, words as said};
use procedure::event::Event;
use procedure::rules::Shown;
use source::Severity;
use words::Args;

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// As it should be.
    Good,
    /// Something to know.
    Note,
    /// Something to look at.
    Doubt,
    /// Against the rules, or not to be carried out.
    Bad,
}

impl Weight {
    /// Its name in messages and style sheets.
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Note => "note",
            Self::Doubt => "doubt",
            Self::Bad => "bad",
        }
    }
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// How it came out.
    pub weight: Weight,
    /// What was found.
    pub said: String,
    /// What to do about it; empty where there is nothing to do.
    pub remedy: String,
}

impl Check {
    fn new(weight: Weight, said: String) -> Self {
        Self { weight, said: sentence(&said), remedy: String::new() }
    }
}

/// Findings that say nothing about an amendment that was tabled here.
const LEFT_OUT: [&str; 3] =
    ["falling-not-printed", "falling-not-computed", "amendment-in-one-language"];

/// The checks of an amendment, in the order in which they are read.
pub fn checks(held: &Held, at: usize, tongue: Tongue) -> Vec<Check> {
    let mut all: Vec<Check> =
        [deadline(held, at, tongue), signatures(held, at, tongue)].into_iter().flatten().collect();
    all.extend(wording(held, at, tongue));
    all.extend(place(held, at, tongue));
    if let Some((_, lacking)) = worded::lacks(held, at) {
        let args = Args::new().text("lang", tongue.language(lacking));
        all.push(Check::new(Weight::Note, tongue.tell("office-check-lacks", &args)));
    }
    all.extend(others(held, at, tongue));
    all
}

/// Whether it came in time.
fn deadline(held: &Held, at: usize, tongue: Tongue) -> Option<Check> {
    let course = &held.sitting.course;
    let record = course.record(at)?;
    let tabled = held.entries.iter().rev().find_map(|entry| match &entry.event {
        Event::Tabled { amendment, late, .. } if *amendment == record.id => {
            Some((&entry.time, late.as_ref()))
        }
        _ => None,
    });
    let last = course.deadlines[usize::from(record.parent.is_some())].as_ref();
    let (time, late) = tabled?;
    let telling = held.telling(tongue);
    let mut args = Args::new().text("moment", telling.moment(time));
    if let Some(last) = last {
        args = args.text("deadline", telling.moment(last));
    }
    Some(match (late, last) {
        (Some(ruling), _) => {
            let args = args
                .text("by", telling.own(&ruling.by))
                .text("reason", telling.own(&ruling.reason));
            Check::new(Weight::Note, tongue.tell("office-check-late-taken", &args))
        }
        (None, Some(last)) if time > last => {
            Check::new(Weight::Bad, tongue.tell("office-check-late", &args))
        }
        (None, Some(_)) => Check::new(Weight::Good, tongue.tell("office-check-in-time", &args)),
        (None, None) => Check::new(Weight::Note, tongue.tell("office-check-no-deadline", &args)),
    })
}

/// Whether enough have signed.
fn signatures(held: &Held, at: usize, tongue: Tongue) -> Option<Check> {
    let rules = held.sitting.rules;
    let record = held.sitting.course.record(at)?;
    let needed = match record.parent {
        None => rules.tabling.signatories.value.get(),
        Some(_) => rules.sub_amendments.signatories.value.get(),
    };
    if record.committee {
        return Some(Check::new(Weight::Good, tongue.say("office-check-committee")));
    }
    let count = record.signed.len();
    let args = Args::new().number("count", count).number("needed", needed as usize);
    let enough = count as u64 >= u64::from(needed);
    let weight = if enough { Weight::Good } else { Weight::Bad };
    let id = if enough { "office-check-signed" } else { "office-check-too-few" };
    Some(Check::new(weight, tongue.tell(id, &args)))
}

/// How its wording is read.
fn wording(held: &Held, at: usize, tongue: Tongue) -> Vec<Check> {
    let (state, place) = (&held.sitting.state, held.sitting.place(at));
    let mut all = Vec::new();
    if report::executable(state, place) {
        all.push(Check::new(Weight::Good, tongue.say("office-check-read")));
    }
    let about = state.findings.iter().filter(|finding| report::concerns(finding, place, state));
    for finding in about.filter(|finding| !LEFT_OUT.contains(&finding.code())) {
        let message = said::message(finding, state, tongue.lang());
        let weight = match finding.severity() {
            Severity::Error => Weight::Bad,
            Severity::Warning => Weight::Doubt,
            Severity::Note => Weight::Note,
        };
        let remedy = message.remedy;
        let remedy = if remedy.is_empty() { remedy } else { sentence(&remedy) };
        all.push(Check { remedy, ..Check::new(weight, message.text) });
    }
    all
}

/// Where it acts.
fn place(held: &Held, at: usize, tongue: Tongue) -> Option<Check> {
    let places = joined(held, at, tongue);
    let args = Args::new().text("place", places.as_str());
    (!places.is_empty()).then(|| Check::new(Weight::Good, tongue.tell("office-check-place", &args)))
}

/// "Paragraph 7, third sentence; paragraph 9"; empty where it has no place.
pub fn places(held: &Held, at: usize, tongue: Tongue) -> String {
    capital(&joined(held, at, tongue))
}

fn joined(held: &Held, at: usize, tongue: Tongue) -> String {
    let acts = said::acts_in_text(&held.sitting.state, held.sitting.place(at), tongue.lang());
    let mut places: Vec<String> = acts.into_iter().map(|(place, _)| place).collect();
    places.dedup();
    places.join("; ")
}

/// Who admits amendments by the rules, in all languages of the dossier as the log names people: "President / Président".
/// Empty where the rules name nobody.
pub fn admitted_by(held: &Held) -> String {
    let Some(actor) = held.sitting.rules.tabling.admitted_by.value.first() else {
        return String::new();
    };
    let versions = held.sitting.state.dossier.versions.iter();
    let names: Vec<String> = versions.map(|version| capital(&actor.words(version.lang))).collect();
    names.join(" / ")
}

/// How it stands to others.
fn others(held: &Held, at: usize, tongue: Tongue) -> Vec<Check> {
    let (state, place) = (&held.sitting.state, held.sitting.place(at));
    let named = |list: Vec<usize>| {
        let known = list.into_iter().filter_map(|place| held.sitting.record(place));
        let ids: Vec<_> = known
            .filter_map(|at| held.sitting.course.record(at).map(|record| record.id.clone()))
            .collect();
        (!ids.is_empty()).then(|| held.telling(tongue).all(&ids))
    };
    let lists = [
        (Weight::Doubt, "office-check-identical", state.identical_to(place)),
        (Weight::Note, "office-check-fells", state.fells(place)),
        (Weight::Note, "office-check-falls-with", state.falls_with(place)),
    ];
    let lists = lists.into_iter().filter_map(|(weight, id, list)| Some((weight, id, named(list)?)));
    lists
        .map(|(weight, id, list)| {
            Check::new(weight, tongue.tell(id, &Args::new().text("list", list)))
        })
        .collect()
}

/// The gravest weight among checks.
pub fn worst(checks: &[Check]) -> Weight {
    checks.iter().map(|check| check.weight).max().unwrap_or(Weight::Good)
}

/// In what capacities the rules let somebody decide, in words.
pub fn in_words(actors: &[procedure::rules::Actor], tongue: Tongue) -> Vec<(String, String)> {
    use procedure::rules::Term;
    actors.iter().map(|one| (one.word().to_owned(), capital(&one.words(tongue.lang())))).collect()
}
