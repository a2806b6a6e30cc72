//! The calling order, in which an amendment is moved with a reason: by a form, or dragged where there is a script.

use super::parts::{Act, link, pair, to, undecided};
use crate::pages::blocks::sentence;
use crate::table_office::{Page, View, checks};
use engine::words as said;
use maud::{Markup, html};
use procedure::rules::Joint;

pub fn order(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let course = &held.sitting.course;
    let open = |at: &usize| course.record(*at).is_some_and(|record| record.is_open());
    let order: Vec<usize> = held.sitting.calling_order().into_iter().filter(open).collect();
    html! {
        p class="lede" { (tongue.say("office-order-lede")) }
        (moving(view))
        @if order.is_empty() { p { (tongue.say("office-none-open")) } }
        @else {
            div class="table" tabindex="0" role="region" aria-label=(tongue.say("office-order")) {
                table class="order office-order" data-order="yes" {
                    thead { tr {
                        @for id in ["web-rank", "web-amendment", "web-place", "web-reason", "office-move"] {
                            th scope="col" { (tongue.say(id)) }
                        }
                    } }
                    tbody {
                        @for (rank, at) in order.iter().enumerate() { (line(view, &order, (rank, *at))) }
                    }
                }
            }
            (grouping(view))
        }
    }
}

/// The form that moves one before another.
fn moving(view: &View<'_>) -> Markup {
    let tongue = view.tongue;
    let all = undecided(view, |_| true);
    // The amendment is chosen here: it is asked for, or was typed.
    let typed = view.fields.get("what") == "order";
    let chosen = if typed { view.fields.get("amendment") } else { "" };
    let act = Act { view, what: "order", about: chosen };
    let mut before = vec![(String::new(), tongue.say("office-at-the-end"))];
    before.extend(all.iter().cloned());
    html! {
        section id="move" class="piece wide" aria-labelledby="move-h" {
            h2 id="move-h" { (tongue.say("office-move-one")) }
            form class="record act" method="post" action=(to(view, view.page)) {
                input type="hidden" name="seen" value=(view.held.head.seq);
                (act.choice("amendment", "web-amendment", &all, chosen))
                (act.choice("before", "office-before", &before, ""))
                (act.ruling(view.name, &view.held.sitting.rules.overrides.order.value))
                button type="submit" name="what" value="order" { (tongue.say("office-move-it")) }
            }
        }
    }
}

fn line(view: &View<'_>, order: &[usize], (rank, at): (usize, usize)) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let state = &held.sitting.state;
    let course = &held.sitting.course;
    let Some(record) = course.record(at) else { return html! {} };
    let place = held.sitting.place(at);
    let reason = state.rank(place).map(|rank| said::order_reason(state, rank, tongue.lang()));
    let by_hand = course.ordered.iter().any(|(ordered, _)| *ordered == at);
    let id = |rank: Option<usize>| {
        let at = rank.and_then(|rank| order.get(rank))?;
        course.record(*at).map(|record| record.id.0.as_str())
    };
    let up = rank.checked_sub(1).and_then(|rank| id(Some(rank)));
    let down = (rank + 1 < order.len()).then(|| id(Some(rank + 2)).unwrap_or_default());
    let name = held.name(at, tongue);
    html! {
        tr data-id=(record.id.0) {
            td class="figure" { (rank + 1) }
            th scope="row" { (link(view, at)) }
            td { (checks::places(held, at, tongue)) }
            td {
                @if by_hand { (tongue.say("office-by-hand")) }
                @else { (sentence(&reason.unwrap_or_default())) }
            }
            td class="moves" {
                @for (to_where, id, sign) in [(up, "office-up", "↑"), (down, "office-down", "↓")] {
                    @if let Some(before) = to_where {
                        a href=(asked(view, &record.id.0, before)) aria-label=(pair(tongue, &tongue.say(id), &name)) { (sign) } " "
                    }
                }
            }
        }
    }
}

/// The page with the move filled in: only the reason is wanting.
fn asked(view: &View<'_>, id: &str, before: &str) -> String {
    let page = Page::Order;
    let quoted = |text: &str| {
        text.replace('%', "%25").replace('&', "%26").replace('#', "%23").replace(' ', "%20")
    };
    format!(
        "{}?what=order&amendment={}&before={}#move",
        to(view, &page),
        quoted(id),
        quoted(before)
    )
}

/// Amendments that are debated together, where the rules know that by decision.
fn grouping(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    if held.sitting.rules.debate.joint.value != Joint::Grouped {
        return html! {};
    }
    let act = Act { view, what: "group", about: "" };
    let all = undecided(view, |_| true);
    let together: Vec<&str> = view.fields.all("together").collect();
    html! {
        details class="more" id="group-more" open[view.fields.get("what") == "group"] {
            summary { (tongue.say("office-group")) }
            (act.form("office-group-it", &html! {
                fieldset class="together" {
                    legend { (tongue.say("office-together")) }
                    @for (at, (id, name)) in all.iter().enumerate() {
                        p class="tick" {
                            input type="checkbox" id={ "together-" (at) } name="together" value=(id) checked[together.contains(&id.as_str())];
                            " " label for={ "together-" (at) } { (name) }
                        }
                    }
                }
                (act.ruling(view.name, &[]))
            }))
        }
    }
}
