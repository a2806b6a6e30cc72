//! Positions of committees: one after the other, by keyboard.

use super::parts::{Act, link, pair, to, undecided};
use crate::pages::blocks::capital;
use crate::table_office::{Page, View, checks};
use maud::{Markup, html};
use procedure::event::Event;
use procedure::rules::{Shown, Term};

pub fn positions(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let course = &held.sitting.course;
    let public = |at: usize| held.listed().address(at).is_some();
    let all = undecided(view, public);
    let latest = held.entries.iter().rev().find_map(|entry| match &entry.event {
        Event::CommitteePosition { committee, .. } => Some(committee.as_str()),
        _ => None,
    });
    let own = view.committees.as_ref().and_then(|names| names.first()).map(String::as_str);
    let reports = || course.seized.keys().next().map(String::as_str);
    let committee = own.or(latest).or_else(reports).unwrap_or_default();
    // The first on which the committee has said nothing yet.
    let silent = all.iter().find(|(id, _)| {
        let record = course.position(&id.as_str().into()).and_then(|at| course.record(at));
        record.is_some_and(|record| record.positions.iter().all(|(by, _)| by != committee))
    });
    let next = silent.map_or("", |(id, _)| id.as_str());
    html! {
        @if all.is_empty() { p { (tongue.say("office-none-open")) } }
        @else {
            section id="take" class="piece wide" aria-labelledby="take-h" {
                h2 id="take-h" { (tongue.say("office-position-take")) }
                (taking(view, &all, committee, next))
            }
            (taken(view, &all))
        }
    }
}

fn taking(view: &View<'_>, all: &[(String, String)], committee: &str, next: &str) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let typed = view.fields.get("what") == "position";
    let chosen = if typed { view.fields.get("amendment") } else { next };
    let act = Act { view, what: "position", about: if typed { chosen } else { "" } };
    let positions = held.sitting.rules.committee.positions.value.iter();
    let positions: Vec<(String, String)> =
        positions.map(|one| (one.word().to_owned(), capital(&one.words(tongue.lang())))).collect();
    html! {
        form class="record act" method="post" action=(to(view, view.page)) {
            input type="hidden" name="seen" value=(held.head.seq);
            @match &view.committees {
                Some(own) => {
                    @let own: Vec<(String, String)> = own.iter().map(|name| (name.clone(), held.telling(tongue).own(name).to_owned())).collect();
                    (act.choice("committee", "office-committee", &own, committee))
                }
                None => {
                    div class="field" {
                        label for="position-committee" { (tongue.say("office-committee")) }
                        input id="position-committee" name="committee" list="committees" required maxlength="200" autocomplete="off"
                            value=(act.typed().or("committee", committee));
                        datalist id="committees" { @for name in held.sitting.course.seized.keys() { option value=(name) {} } }
                    }
                }
            }
            (act.choice("amendment", "web-amendment", all, chosen))
            (act.choice("position", "office-position", &positions, ""))
            (act.figure("in_favour", "chair-for"))
            (act.figure("against", "chair-against"))
            (act.figure("abstentions", "chair-abstentions"))
            button type="submit" name="what" value="position" { (tongue.say("office-position-it")) }
        }
    }
}

fn taken(view: &View<'_>, all: &[(String, String)]) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let course = &held.sitting.course;
    let telling = held.telling(tongue);
    let records = all.iter().filter_map(|(id, _)| {
        let at = course.position(&id.as_str().into())?;
        Some((at, course.record(at)?))
    });
    html! {
        div class="table" tabindex="0" role="region" aria-label=(tongue.say("web-positions")) {
            table class="order office-list" {
                thead { tr {
                    @for id in ["web-rank", "web-amendment", "web-place", "web-positions", "office-position"] { th scope="col" { (tongue.say(id)) } }
                } }
                tbody {
                    @for (rank, (at, record)) in records.enumerate() {
                        tr {
                            td class="figure" { (rank + 1) }
                            th scope="row" { (link(view, at)) }
                            td { (checks::places(held, at, tongue)) }
                            td {
                                @for (committee, position) in &record.positions {
                                    p { (pair(tongue, &capital(telling.own(committee)), &position.words(tongue.lang()))) }
                                }
                            }
                            td { a href={ (to(view, &Page::Positions)) "?what=position&amendment=" (record.id.0) "#take" }
                                aria-label=(pair(tongue, &tongue.say("office-choose"), &held.name(at, tongue))) { (tongue.say("office-choose")) } }
                        }
                    }
                }
            }
        }
    }
}
