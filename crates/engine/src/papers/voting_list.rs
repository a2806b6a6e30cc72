//! The voting list: what is still to be voted on, a line each, in calling order.

use super::{Desk, cells};
use crate::document::{Document, Section, desk};
use crate::sitting::Sitting;
use crate::words::{self, Args};
use procedure::event::Declared;
use procedure::rules::Shown;
use procedure::state::Record;
use text::Lang;

/// The voting list for members: number, place, who tabled it, what the committee thinks of it, and what its decision
/// depends on; below each text the vote on the whole. What is decided already is left out.
pub fn voting_list(held: &Sitting<'_>, lang: Lang) -> Document {
    let Some(desk) = Desk::new(held, lang) else { return desk::empty(lang) };
    let open = |_: usize, record: &Record| record.is_open();
    let sections: Vec<Section> = desk
        .by_text(open)
        .into_iter()
        .filter_map(|(part, amendments)| section(&desk, part, &amendments))
        .collect();
    desk.document("paper-voting-list", sections)
}

fn section(desk: &Desk<'_>, part: Option<usize>, amendments: &[usize]) -> Option<Section> {
    let text = part.and_then(|part| desk.held.course.texts.get(part));
    if text.is_some_and(|text| text.outcome.is_some()) || (part.is_none() && amendments.is_empty())
    {
        return None;
    }
    let id = format!("list-{}", part.map_or_else(|| "none".to_owned(), |part| part.to_string()));
    let mut section = desk.section(id, desk.part_heading(part));
    section.table = desk.columns(&[
        ("list-number", 7),
        ("list-place", 30),
        ("list-tablers", 21),
        ("list-committee", 17),
        ("list-remarks", 25),
    ]);
    if !amendments.is_empty() {
        section.rows.push(desk.needed());
    }
    section.rows.extend(amendments.iter().map(|at| cells(line(desk, *at))));
    if let Some(part) = part {
        let args = Args::new().text("majority", desk.majority(part));
        let whole = [
            String::new(),
            desk.plain("list-whole"),
            String::new(),
            String::new(),
            desk.say("list-majority", &args),
        ];
        section.rows.push(cells(whole));
    }
    Some(section)
}

fn line(desk: &Desk<'_>, at: usize) -> [String; 5] {
    let record = desk.record(at);
    let number = record.map(|record| desk.held.citation(record)).unwrap_or_default();
    [number, place(desk, at), desk.mover(at), committee(desk, at), remarks(desk, at)]
}

/// "paragraph 7, third sentence: replace", with the count of further operations.
fn place(desk: &Desk<'_>, at: usize) -> String {
    let mut acts =
        words::acts_in_text(&desk.held.state, desk.held.place(at), desk.lang).into_iter();
    let Some((place, operation)) = acts.next() else { return words::unexecutable(desk.lang) };
    let colon = desk.language.labels.colon;
    let args = Args::new().text("operation", operation).number("more", acts.len());
    let place = words::nested(&place, desk.lang);
    format!("{place}{colon} {}", desk.say("list-operations", &args))
}

/// What committees think of it, each by its name where there are several.
fn committee(desk: &Desk<'_>, at: usize) -> String {
    let positions = desk.record(at).map(|record| record.positions.as_slice()).unwrap_or_default();
    let colon = desk.language.labels.colon;
    let said = |(committee, position): &(String, procedure::rules::Position)| {
        let position = position.words(desk.lang);
        match positions.len() {
            1 => position,
            _ => {
                let named = ::words::name::name(&desk.in_own(committee), desk.lang);
                format!("{}{colon} {position}", named.bare)
            }
        }
    };
    positions.iter().map(said).collect::<Vec<_>>().join("; ")
}

/// What its decision depends on, and what depends on it; only what is open counts.
fn remarks(desk: &Desk<'_>, at: usize) -> String {
    let (state, place) = (&desk.held.state, desk.held.place(at));
    let own = desk.record(at).and_then(|record| record.parent).is_none();
    let computed = |places: Vec<usize>| if own { desk.open_of(&places) } else { Vec::new() };
    let (mut fells, mut falls_with) =
        (computed(state.fells(place)), computed(state.falls_with(place)));
    for ((first, second), relation) in &desk.held.course.related {
        let (list, other) = match at {
            _ if at == *first => (&mut fells, *second),
            _ if at == *second => (&mut falls_with, *first),
            _ => continue,
        };
        list.retain(|known| *known != other);
        let open = desk.record(other).is_some_and(Record::is_open);
        if *relation == Declared::Fells && open {
            list.push(other);
        }
    }
    let identical = computed(state.identical_to(place));
    let (and, or) = (desk.language.labels.and, desk.language.labels.or);
    let lists = [
        ("list-falls-if", falls_with, or),
        ("list-fells", fells, and),
        ("list-identical", identical, and),
    ];
    let line = |(id, others, joint): (&str, Vec<usize>, &str)| {
        let numbers = desk.listed(&desk.cited(&others), joint);
        let args = Args::new().text("numbers", numbers).number("count", others.len());
        (!others.is_empty()).then(|| desk.say(id, &args))
    };
    let mut said: Vec<String> = lists.into_iter().filter_map(line).collect();
    if desk.record(at).is_some_and(|record| record.displaced) {
        said.push(desk.plain("list-displaced"));
    }
    if let Some(record) = desk.record(at) {
        let course = &desk.held.course;
        for (adopted, id) in [(true, "list-propose-adopted"), (false, "list-propose-rejected")] {
            if course.can_be_proposed(&record.id, adopted, desk.held.rules).is_ok() {
                said.push(desk.plain(id));
            }
        }
    }
    said.join("; ")
}
