//! The adopted text as a paper: each text under the number that it was given, with the line of its origin.

use super::{Desk, aside, printed_day};
use crate::State;
use crate::document::{self, Document, Role, Section};
use crate::numbered::{Finding, Published};
use crate::recorded;
use crate::sitting::Sitting;
use crate::words::{Args, Message, excerpt, say};
use ::words::templates::Templates;
use procedure::event::{Event, Id, Seized, Seq, Time};
use procedure::log::Entry;
use procedure::sentence::{Telling, word};
use procedure::state::{State as Course, TextOutcome};
use std::borrow::Cow;
use text::Lang;

/// What stands on the log around the votes on texts: sittings with the days on which they were opened.
#[derive(Clone, Debug, Default)]
struct Debates {
    /// Name and day of each sitting in which something was called or voted on, for each text.
    of_text: Vec<Vec<(String, Time)>>,
    /// The committee that presents the report, where it was recorded.
    report: Option<String>,
    /// Name of the sitting, and the moment, of each vote on a text that stands.
    voted: Vec<Option<(String, Time)>>,
}

/// The adopted texts in one language, with or without changes; `entries` are those that led to `held`.
pub fn adopted(
    held: &Sitting<'_>,
    entries: &[Entry],
    published: &Published,
    changes: bool,
    templates: &Templates,
) -> Document {
    let lang = templates.lang;
    let mut state: Cow<'_, State> = Cow::Borrowed(&held.state);
    if changes {
        // Each change bears the moment at which it was decided.
        state.to_mut().dossier = recorded::of(held, entries);
    }
    let mut drawn = document::adopted(&state, &published.adopted, lang, changes);
    let Some(desk) = Desk::new(held, lang) else { return drawn };
    let debates = debates(held, entries);
    let last = published.parts.iter().filter_map(|part| debates.voted.get(*part)?.as_ref());
    if let Some((_, time)) = last.max_by_key(|(_, time)| time.clone()) {
        drawn.head.date = printed_day(time);
    }
    if published.parts.iter().any(|part| is_provisional(held, *part)) {
        drawn.head.edition = desk.plain("adopted-provisional");
    }
    let origins = of_parts(&desk, &published.parts, &debates, templates);
    for (section, origin) in drawn.sections.iter_mut().zip(origins) {
        let before = section.heading.clone();
        decorate(section, origin);
        for entry in drawn.contents.iter_mut().filter(|entry| entry.text == before) {
            entry.text.clone_from(&section.heading);
        }
    }
    drawn
}

/// Under which number a text is published, and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// "91 (2031)"; none as long as it has no number.
    pub number: Option<String>,
    /// "Resolution 91 (2031)"; none without a number.
    pub name: Option<String>,
    /// "Assembly debate on 16 October 2031 (fourth sitting) …"; none where the log does not say when it was adopted.
    pub note: Option<String>,
    /// What of it may still change, where an annulment has left it open.
    pub provisional: Option<String>,
}

/// Number and line of origin of each published text, in the language of these templates.
pub fn origins(
    held: &Sitting<'_>,
    entries: &[Entry],
    published: &Published,
    templates: &Templates,
) -> Vec<Origin> {
    let Some(desk) = Desk::new(held, templates.lang) else {
        return vec![Origin::default(); published.parts.len()];
    };
    of_parts(&desk, &published.parts, &debates(held, entries), templates)
}

fn of_parts(
    desk: &Desk<'_>,
    parts: &[usize],
    debates: &Debates,
    templates: &Templates,
) -> Vec<Origin> {
    let origin = |part: &usize| {
        let text = desk.held.course.texts.get(*part);
        let number = text.and_then(|text| text.number.as_deref()).map(|number| excerpt(number, 60));
        let name = text.zip(number.as_ref()).map(|(text, number)| {
            let args = Args::new().text("kind", word(text.kind)).text("number", number.as_str());
            templates.say("origin-number", &args)
        });
        let note = note(*part, desk, debates, templates);
        Origin { number, name, note, provisional: provisional(*part, desk, templates) }
    };
    parts.iter().map(origin).collect()
}

fn decorate(section: &mut Section, origin: Origin) {
    if let Some(name) = origin.name {
        section.heading = name;
    }
    let notes = origin.provisional.into_iter().chain(origin.note);
    let titled =
        |row: &document::Row| row.text.as_ref().is_some_and(|text| text.role == Role::Title);
    let at = section.rows.iter().take_while(|row| titled(row)).count();
    section.rows.splice(at..at, notes.map(aside));
}

/// Whether an adopted text may still become another: an annulment has opened amendments to it again, or has left a ruling
/// to the chair. One to no known text may be to any.
pub fn is_provisional(held: &Sitting<'_>, part: usize) -> bool {
    let course = &held.course;
    let concerns = |at: &usize| {
        course.record(*at).is_some_and(|record| record.part.is_none_or(|of| of == part))
    };
    let ruling = course.for_ruling.iter().filter_map(|event| course.decided_by(*event));
    let mut ruling =
        ruling.map(|(amendments, text)| text == Some(part) || amendments.iter().any(&concerns));
    ruling.any(|concerned| concerned) || course.open().any(|at| concerns(&at))
}

/// What of it may still change.
fn provisional(part: usize, desk: &Desk<'_>, templates: &Templates) -> Option<String> {
    if !is_provisional(desk.held, part) {
        return None;
    }
    let course = &desk.held.course;
    let to_it = |at: &usize| {
        course.record(*at).is_some_and(|record| record.part.is_none_or(|of| of == part))
    };
    let open: Vec<Id> = course
        .open()
        .filter(to_it)
        .filter_map(|at| course.record(at).map(|record| record.id.clone()))
        .collect();
    let telling = Telling { state: course, rules: desk.held.rules, lang: desk.lang };
    let args = Args::new().text("amendments", telling.all(&open)).number("count", open.len());
    Some(templates.say("origin-provisional", &args))
}

/// "Assembly debate on 16 October 2031 (fourth sitting) …".
fn note(part: usize, desk: &Desk<'_>, debates: &Debates, templates: &Templates) -> Option<String> {
    let (sitting, voted) = debates.voted.get(part)?.as_ref()?;
    let name = |name: &str| excerpt(&desk.in_own(name), 120);
    let debated = debates.of_text.get(part).map(Vec::as_slice).unwrap_or_default();
    let debated =
        debated.iter().map(|(sitting, day)| format!("{} ({})", desk.day(day), name(sitting)));
    let debated = desk.listed(&debated.collect::<Vec<_>>(), desk.language.labels.and);
    let records = desk.held.course.amendments.iter();
    let first = records.flat_map(|record| &record.positions).map(|(committee, _)| committee).next();
    let committee = debates.report.as_ref().or(first);
    let committee = committee.map(|committee| excerpt(&desk.in_own(committee), 200));
    let named = ::words::name::name(committee.as_deref().unwrap_or_default(), desk.lang);
    let args = Args::new()
        .text("debates", debated)
        .text("day", desk.day(voted))
        .text("sitting", name(sitting))
        .text("reference", desk.held.state.dossier.reference.clone().unwrap_or_default())
        .text("report", if committee.is_some() { "yes" } else { "no" })
        .committee(&named);
    Some(templates.say("origin-note", &args))
}

/// Reads the sittings off the log.
fn debates(held: &Sitting<'_>, entries: &[Entry]) -> Debates {
    let texts = held.course.texts.len();
    let mut debates = Debates {
        of_text: vec![Vec::new(); texts],
        voted: vec![None; texts],
        ..Debates::default()
    };
    let mut sitting: Option<(String, Time)> = None;
    for entry in entries {
        match &entry.event {
            Event::SittingOpened { name } => sitting = Some((name.clone(), entry.time.clone())),
            Event::SittingClosed {} => sitting = None,
            Event::Seized { committee, what: Seized::Report } => {
                debates.report = Some(committee.clone());
            }
            _ => {}
        }
        let Some((name, opened)) = &sitting else { continue };
        for part in touched(&entry.event, &held.course) {
            let Some(of_text) = debates.of_text.get_mut(part) else { continue };
            if of_text.last() != Some(&(name.clone(), opened.clone())) {
                of_text.push((name.clone(), opened.clone()));
            }
        }
        if let Event::TextVoted { part, .. } = &entry.event
            && held.course.texts.get(*part).and_then(|text| stands(&text.outcome))
                == Some(entry.seq)
            && let Some(voted) = debates.voted.get_mut(*part)
        {
            *voted = Some((name.clone(), entry.time.clone()));
        }
    }
    debates
}

fn stands(outcome: &Option<TextOutcome>) -> Option<Seq> {
    match outcome.as_ref()? {
        TextOutcome::Voted { event, .. } => Some(*event),
        TextOutcome::ReferredBack { .. } => None,
    }
}

/// The texts that are debated in an event.
fn touched(event: &Event, course: &Course) -> Vec<usize> {
    let of = |amendment| {
        let at = course.position(amendment)?;
        let record = course.record(at)?;
        let outer = record.parent.and_then(|parent| course.record(parent)).unwrap_or(record);
        outer.part
    };
    match event {
        Event::TextVoted { part, .. } => vec![*part],
        Event::Called { amendment } | Event::DeclaredDecided { amendment } => {
            of(amendment).into_iter().collect()
        }
        Event::Voted { amendments, .. } => amendments.iter().filter_map(of).collect(),
        _ => Vec::new(),
    }
}

/// A finding about a published text in words, with what to do about it.
pub fn said(finding: &Finding, held: &Sitting<'_>, lang: Lang) -> Message {
    let Some(desk) = Desk::new(held, lang) else { return Message::default() };
    let text = |args: Args, part: usize| args.text("text", desk.text(part));
    let args = match finding {
        Finding::LeftOut { part, open } => {
            text(Args::new().text("open", if *open { "yes" } else { "no" }), *part)
        }
        Finding::Unknown { part, other, words, .. }
        | Finding::Failed { part, other, words, .. } => {
            let args =
                Args::new().text("words", excerpt(words, 60)).text("other", desk.text(*other));
            text(args, *part)
        }
        Finding::Several { part, words, .. } => {
            text(Args::new().text("words", excerpt(words, 60)), *part)
        }
        Finding::NoPlace { part, provision, event, .. } => {
            let place = if provision.is_empty() { "title" } else { "provision" };
            let args = Args::new().text("provision", excerpt(provision, 40)).text("place", place);
            text(args.text("event", event.to_string()), *part)
        }
    };
    let code = finding.code();
    Message {
        text: say(lang, code, &args),
        remedy: say(lang, &format!("{code}.remedy"), &args),
        notes: Vec::new(),
    }
}
