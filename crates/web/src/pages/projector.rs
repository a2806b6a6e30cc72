//! For the wall of the chamber: what is before the assembly, large, and what comes of it.

use super::amendment::change;
use super::blocks::{self, capital};
use super::frame::{Frame, Setting};
use super::search;
use crate::held::Standing;
use crate::{Held, Tongue};
use maud::{Markup, html};
use procedure::event::Id;
use words::Args;

/// Amendments that are named ahead.
const AHEAD: usize = 3;

/// The page.
pub fn projector(held: &Held, setting: &Setting<'_>) -> Markup {
    let tongue = setting.tongue;
    let course = &held.sitting.course;
    let floor = course.on_the_floor().map(|floor| floor.amendment);
    let sitting = course.sitting.as_ref().map(|name| held.telling(tongue).own(name));
    let body = html! {
        header class="wall-head" {
            p { span class="reference" { (held.reference()) } " " (held.title(tongue)) }
            @if let Some(name) = sitting { p { (name) } }
        }
        @match floor {
            Some(at) => (before_the_assembly(held, at, tongue)),
            None => (between(held, tongue)),
        }
        (ahead(held, floor, tongue))
    };
    let title = tongue.say("web-projector");
    let frame = Frame {
        setting,
        title: format!("{title} – {}", super::dossier::title(held, tongue)),
        path: format!("/{}/projector", held.slug),
        of: Some((held, None)),
        linked: None,
    };
    frame.on_the_wall(&body)
}

/// The amendment on the floor, its change, and what falls if it is adopted.
fn before_the_assembly(held: &Held, at: usize, tongue: Tongue) -> Markup {
    html! {
        h1 { (heading(held, at, tongue)) }
        @if let Some(by) = moved_by(held, at, tongue) { p class="lede" { (by) } }
        (change(held, at, tongue))
        (falls(held, at, tongue))
    }
}

/// What falls if it is adopted.
pub(super) fn falls(held: &Held, at: usize, tongue: Tongue) -> Markup {
    let falls = held.sitting.would_fall(at).unwrap_or_default();
    html! {
        @if !falls.is_empty() { p class="falls" { (said("web-projector-falls", held, &falls, tongue)) } }
    }
}

/// What was decided last, while nothing is on the floor.
fn between(held: &Held, tongue: Tongue) -> Markup {
    let records = held.sitting.course.amendments.iter().enumerate();
    let decided = records.filter_map(|(at, record)| Some((record.decision()?.event, at)));
    let last = decided.max().map(|(_, at)| at);
    html! {
        @match last {
            Some(at) => {
                h1 { (heading(held, at, tongue)) }
                (blocks::outcome(held, at, tongue))
            }
            None => h1 { (held.title(tongue)) },
        }
    }
}

/// "Amendment 4, paragraph 7".
pub(super) fn heading(held: &Held, at: usize, tongue: Tongue) -> String {
    let cited = held.drawn_as(at);
    let block =
        search::blocks(&held.compendium(tongue).document).find(|block| block.cited == cited);
    let place = block.map(|block| block.place.as_str()).filter(|place| !place.is_empty());
    let name = held.name(at, tongue);
    blocks::bound(&place.map_or(name.clone(), |place| format!("{name}, {place}")))
}

/// Who moved it, or else who tabled it.
pub(super) fn moved_by(held: &Held, at: usize, tongue: Tongue) -> Option<String> {
    let course = &held.sitting.course;
    let telling = held.telling(tongue);
    let mover = course.on_the_floor().and_then(|floor| floor.moved.as_ref());
    let (id, names) = match mover {
        Some(by) => ("web-projector-moved", telling.own(by)),
        None => {
            let signed = &course.record(at)?.signed;
            ("web-projector-tabled", telling.own(signed.first()?))
        }
    };
    Some(tongue.tell(id, &Args::new().text("who", names)))
}

/// The next to be called, as far as they are named ahead.
pub(super) fn next(held: &Held, floor: Option<usize>) -> Vec<usize> {
    let waiting = |at: &&usize| Some(**at) != floor && held.standing(**at) == Standing::Open;
    held.listed().order.iter().filter(waiting).copied().take(AHEAD).collect()
}

fn ahead(held: &Held, floor: Option<usize>, tongue: Tongue) -> Markup {
    let next = next(held, floor);
    html! {
        @if !next.is_empty() { p class="ahead" { (said("web-now-next", held, &next, tongue)) } }
    }
}

/// A sentence about amendments.
fn said(id: &str, held: &Held, all: &[usize], tongue: Tongue) -> String {
    let records = all.iter().filter_map(|at| held.sitting.course.record(*at));
    let ids: Vec<Id> = records.map(|record| record.id.clone()).collect();
    let who = held.telling(tongue).all(&ids);
    capital(&tongue.tell(id, &Args::new().text("who", who).number("count", ids.len())))
}
