//! An amendment before the table office: what it says and does, what there is to look at, what can be done with it, and all
//! that was recorded of it.

use super::list;
use super::parts::{Act, alert, events, link, to, undecided};
use crate::pages::amendment::change;
use crate::pages::blocks::{self, capital};
use crate::permission;
use crate::table_office::act::RELATIONS;
use crate::table_office::{Page, View, checks, number, told};
use maud::{Markup, html};
use procedure::event::{Declared, Id};
use procedure::rules::{Permission, Shown};
use procedure::state::{Record, Stage};
use words::Args;

pub fn amendment(view: &View<'_>, id: &Id) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let course = &held.sitting.course;
    let Some((at, record)) = course.position(id).and_then(|at| Some((at, course.record(at)?)))
    else {
        return html! {};
    };
    let checks = checks::checks(held, at, tongue);
    html! {
        header class="opening of-amendment" {
            p class="kind" { a href=(to(view, &Page::List)) { (held.reference()) " " (held.title(tongue)) } }
            h1 { (held.name(at, tongue)) }
            @if !record.signed.is_empty() { p class="lede" { (tablers(record, view)) } }
            p class="kind" { (capital(&stage(view, at, record))) }
        }
        (alert(view))
        div class="sheet checked" {
            // Read first, and on a phone seen first.
            div class="side" {
                section aria-labelledby="checks" {
                    h2 id="checks" { (tongue.say("office-checks")) }
                    (list::told(&checks))
                }
                (declared(view, at))
                (positions(view, record))
            }
            div class="main" {
                (wordings(view, at))
                (change(held, at, tongue))
                // What is decided is corrected in the sitting.
                @if record.decision().is_none() {
                    section class="acts" aria-labelledby="acts" {
                        h2 id="acts" { (tongue.say("office-acts")) }
                        (acts(view, at, record))
                    }
                }
                section class="history" aria-labelledby="history" {
                    h2 id="history" { (tongue.say("web-history")) }
                    (events(&told::of_amendment(held, id, tongue), tongue))
                }
            }
        }
    }
}

fn tablers(record: &Record, view: &View<'_>) -> Markup {
    let telling = view.held.telling(view.tongue);
    html! {
        @for (at, name) in record.signed.iter().enumerate() {
            @if at > 0 { ", " }
            (blocks::name(telling.own(name)))
        }
    }
}

fn stage(view: &View<'_>, at: usize, record: &Record) -> String {
    let tongue = view.tongue;
    match &record.stage {
        Stage::Drafted => tongue.say("office-stage-drafted"),
        Stage::Tabled => tongue.say("office-stage-tabled"),
        Stage::Open if record.number.is_none() && !record.oral => {
            tongue.say("office-stage-admitted")
        }
        _ => view.held.outcome(at, tongue),
    }
}

/// What it says, in each language.
fn wordings(view: &View<'_>, at: usize) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let texts = held.sitting.wordings(at);
    html! {
        section class=(if texts.len() == 2 { "wordings two" } else { "wordings" }) aria-labelledby="wording" {
            h2 id="wording" { (tongue.say("web-wording")) }
            div class="columns" {
                @for text in &texts {
                    div lang=(text.lang) {
                        @for line in text.wording.lines() { p { (line) } }
                        @if !text.note.is_empty() {
                            div class="reasons" {
                                p class="label" { (::words::say(lang_of(view, &text.lang), "web-note", &Args::new())) }
                                @for line in text.note.lines() { p { (line) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn lang_of(view: &View<'_>, tag: &str) -> text::Lang {
    let versions = view.held.sitting.state.dossier.versions.iter();
    versions
        .map(|version| version.lang)
        .find(|lang| lang.tag() == tag)
        .unwrap_or(view.tongue.lang())
}

/// All that can be done with it at its stage, by whoever asks.
fn acts(view: &View<'_>, at: usize, record: &Record) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let rules = held.sitting.rules;
    let may = view.may;
    let act = |what| Act { view, what, about: &record.id.0 };
    let admitted_by = checks::admitted_by(held);
    let admitted_by = admitted_by.as_str();
    let next = number::next(held, record).to_string();
    let signer = record.signed.first().map_or("", String::as_str);
    let (open, tabled) = (record.is_open(), record.stage == Stage::Tabled);
    html! {
        @if may(permission::Act::Number) && open && record.number.is_none() && !record.oral {
            (act("number").form("office-number-it", &act("number").line("number", "office-number", &next, false)))
        }
        @if may(permission::Act::Admit) && tabled {
            (act("admit").form("office-admit", &act("admit").line("by", "office-admitted-by", admitted_by, false)))
        }
        @if may(permission::Act::Admit) && record.stage == Stage::Drafted {
            (act("late").form("office-take-late", &html! {
                (act("late").ruling(view.name, &rules.overrides.deadline.value))
                (act("late").line("committee", "office-for-committee", "", true))
            }))
        }
        @if record.stage != Stage::Drafted {
            p class="ways" {
                @if may(permission::Act::Revise) { a href=(to(view, &Page::Revise(record.id.clone()))) { (tongue.say("office-revise")) } " " }
                @if may(permission::Act::Translate) && crate::table_office::worded::lacks(held, at).is_some() {
                    a href=(to(view, &Page::Translate(record.id.clone()))) { (tongue.say("office-translate")) } " "
                }
                @if may(permission::Act::Order) && open {
                    a href={ (to(view, &Page::Order)) "?what=order&amendment=" (record.id.0) "#move" } { (tongue.say("office-move")) } " "
                }
            }
            @if may(permission::Act::Admit) && (open || tabled) {
                @let actors = if tabled { &rules.tabling.admitted_by.value } else { &rules.overrides.admissibility.value };
                (folded("rule-out", "office-rule-out", view, &act("rule-out").form("office-rule-out-it", &act("rule-out").ruling(admitted_by, actors))))
            }
            @if may(permission::Act::Withdraw) {
                (folded("withdraw", "office-withdraw", view, &act("withdraw").form("office-withdraw-it", &act("withdraw").line("by", "office-withdrawn-by", signer, false))))
            }
            @if may(permission::Act::Order) {
                (folded("relate", "office-relate", view, &relating(view, at, record)))
                @if rules.votes.separate.value != Permission::Never && open {
                    (folded("separate", "office-separate", view, &act("separate").form("office-separate-it", &act("separate").line("by", "office-decided-by", view.name, false))))
                }
                @if rules.order.compromise_first.value && open && !record.compromise {
                    (folded("compromise", "office-compromise", view, &act("compromise").form("office-compromise-it", &act("compromise").ruling(view.name, &[]))))
                }
            }
        }
    }
}

/// Something that is seldom done: open where it was sent.
fn folded(what: &str, title: &str, view: &View<'_>, body: &Markup) -> Markup {
    html! {
        details class="more" id={ (what) "-more" } open[view.fields.get("what") == what] {
            summary { (view.tongue.say(title)) }
            (body)
        }
    }
}

/// How it stands to another, whatever was computed.
fn relating(view: &View<'_>, at: usize, record: &Record) -> Markup {
    let tongue = view.tongue;
    let act = Act { view, what: "relate", about: &record.id.0 };
    let others = undecided(view, |other| other != at);
    let relations = RELATIONS
        .map(|(name, _)| (name.to_owned(), tongue.say(&format!("office-relation-{name}"))));
    let directions = ["on", "back"]
        .map(|name| (name.to_owned(), tongue.say(&format!("office-direction-{name}"))));
    act.form(
        "office-relate-it",
        &html! {
            (act.choice("relation", "office-relation", &relations, ""))
            (act.choice("other", "office-other", &others, ""))
            (act.choice("direction", "office-direction", &directions, "on"))
            (act.ruling(view.name, &view.held.sitting.rules.overrides.relation.value))
        },
    )
}

/// What was declared of it and others, and how that is lifted.
fn declared(view: &View<'_>, at: usize) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let course = &held.sitting.course;
    let own = course.related.iter().filter(|((first, second), _)| *first == at || *second == at);
    let own: Vec<_> = own.map(|((first, second), how)| (*first, *second, *how)).collect();
    html! {
        @if !own.is_empty() {
            section aria-labelledby="declared" {
                h2 id="declared" { (tongue.say("office-declared")) }
                @for (first, second, how) in own { (one_declared(view, at, (first, second, how))) }
            }
        }
    }
}

fn one_declared(view: &View<'_>, at: usize, pair: (usize, usize, Declared)) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let (first, second, how) = pair;
    let id = |at: usize| held.sitting.course.record(at).map_or("", |record| record.id.0.as_str());
    let name = RELATIONS.iter().find(|(_, known)| *known == how).map_or("", |(name, _)| name);
    let (own, other) = (id(first), id(second));
    let about = id(at);
    html! {
        p {
            (link(view, first)) " – " (tongue.say(&format!("office-relation-{name}"))) " – " (link(view, second))
        }
        @if (view.may)(permission::Act::Order) {
            form class="record act" method="post" action=(to(view, view.page)) {
                input type="hidden" name="seen" value=(held.head.seq);
                input type="hidden" name="amendment" value=(about);
                input type="hidden" name="other" value=(if own == about { other } else { own });
                input type="hidden" name="direction" value=(if own == about { "on" } else { "back" });
                @for (field, label, value) in [("by", "office-decided-by", view.name), ("reason", "office-why", "")] {
                    @let field_id = format!("lift-{first}-{second}-{field}");
                    div class="field" {
                        label for=(field_id) { (tongue.say(label)) }
                        input id=(field_id) name=(field) value=(value) required maxlength="2000" autocomplete="off";
                    }
                }
                button type="submit" name="what" value="lift" { (tongue.say("office-lift")) }
            }
        }
    }
}

fn positions(view: &View<'_>, record: &Record) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let telling = held.telling(tongue);
    html! {
        @if !record.positions.is_empty() {
            section aria-labelledby="positions" {
                h2 id="positions" { (tongue.say("web-positions")) }
                dl class="positions" {
                    @for (committee, position) in &record.positions {
                        dt { (capital(telling.own(committee))) }
                        dd { (position.words(tongue.lang())) }
                    }
                }
            }
        }
    }
}
