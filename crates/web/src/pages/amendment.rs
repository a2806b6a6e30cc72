//! A page for each amendment: its wording, what it changes, how it stands to others, and its history.

use super::blocks::{self, Around, sentence};
use super::frame::{Frame, Setting, Tab};
use super::{runs, search};
use crate::held::{Change, Told};
use crate::{Held, Tongue};
use engine::document::{AmendmentBlock, Document};
use engine::words as said;
use maud::{Markup, html};
use procedure::rules::Shown;
use procedure::sentence as told;
use words::Args;

/// The page of the amendment at this position in the course; none where it has none.
pub fn amendment(held: &Held, at: usize, setting: &Setting<'_>) -> Option<Markup> {
    let tongue = setting.tongue;
    let address = held.listed().address(at)?;
    let cited = held.drawn_as(at);
    let document = &held.compendium(tongue).document;
    let block = find(document, &cited)?;
    let leads = |id: &str| {
        let block = search::blocks(document).find(|block| block.id == id)?;
        Some(to(held, held.address_of(&block.cited)?, tongue))
    };
    let around = Around { held, tongue, lang: document.lang, leads: &leads };
    let lang = blocks::lang_of(document, tongue);
    let heading = blocks::heading(block, &around);
    let title = match block.place.as_str() {
        "" => heading.clone(),
        place => format!("{heading}, {place}"),
    };
    let body = html! {
        header class="opening of-amendment" {
            p class="kind" {
                a href={ "/" (tongue.tag()) "/" (held.slug) "#" (block.id) } { (held.title(tongue)) }
            }
            h1 lang=[lang] { (blocks::bound(&title)) }
            div id="outcome" { (blocks::outcome(held, at, tongue)) }
        }
        div class="sheet" {
            div class="main" {
                (wordings(held, &cited, block, &around))
                (change(held, at, tongue))
                (history(held.history(at, tongue), held, tongue))
                (sub_amend(held, at, address, tongue))
            }
            div class="side" {
                (tablers(block, lang, tongue))
                (positions(held, at, tongue))
                (relations(held, at, tongue))
                (family(held, at, tongue))
            }
        }
        (neighbours(held, at, tongue))
    };
    let frame = Frame {
        setting,
        title: format!("{title} – {}", super::dossier::title(held, tongue)),
        path: format!("/{}/amendments/{address}", held.slug),
        of: Some((held, Some(Tab::Dossier))),
        linked: None,
    };
    Some(frame.around(&body))
}

fn find<'d>(document: &'d Document, cited: &str) -> Option<&'d AmendmentBlock> {
    search::blocks(document).find(|block| block.cited == cited)
}

fn to(held: &Held, address: &str, tongue: Tongue) -> String {
    format!("/{}/{}/amendments/{address}", tongue.tag(), held.slug)
}

/// Its wording in the language of the page and in the other one, where it has both.
fn wordings(held: &Held, cited: &str, block: &AmendmentBlock, around: &Around<'_>) -> Markup {
    let tongue = around.tongue;
    let other = &held.compendium(tongue.other()).document;
    let second = find(other, cited).filter(|_| other.lang != around.lang);
    // One that has no text in that language would be shown twice.
    let second = second.filter(|block| block.lang.is_empty());
    let of_other = Around { held, tongue, lang: other.lang, leads: &runs::nowhere };
    html! {
        section class=(if second.is_some() { "wordings two" } else { "wordings" }) aria-labelledby="wording" {
            h2 id="wording" { (tongue.say("web-wording")) }
            div class="columns" {
                div lang=(around.lang.tag()) { (blocks::words_alone(block, around)) }
                @if let Some(second) = second {
                    div lang=(other.lang.tag()) { (blocks::words_alone(second, &of_other)) }
                }
            }
        }
    }
}

/// What it changes, in context.
pub(super) fn change(held: &Held, at: usize, tongue: Tongue) -> Markup {
    change_of(held, at, "", tongue)
}

/// The same where the page has others ([`blocks::labelled`]).
pub(super) fn change_of(held: &Held, at: usize, of: &str, tongue: Tongue) -> Markup {
    let (own, label) = blocks::labelled("change", of);
    let change = held.change(at, tongue);
    let subs = held.adopted_subs(at);
    let lang = held.change_lang(at, tongue);
    let lang = (lang != tongue.lang()).then(|| lang.tag());
    html! {
        section class="change" aria-labelledby=(label) {
            h2 id=(own) { (tongue.say("web-change")) }
            @if !subs.is_empty() && matches!(change.as_ref(), Change::Text(_)) {
                p class="aside" { (with_subs(held, &subs, tongue)) }
            }
            @match change.as_ref() {
                Change::None(why) => p class="aside" { (sentence(why)) },
                Change::Wording(stretches) => p class="draft amended-wording" lang=[lang] {
                    (runs::stretches(stretches))
                },
                Change::Text(all) => @for words in all {
                    div class="context" lang=[lang] {
                        p class="heading" { (words.heading) }
                        @for row in &words.rows {
                            @if let Some(text) = &row.text {
                                (blocks::paragraph(text, false, &runs::nowhere))
                            }
                        }
                    }
                },
            }
        }
    }
}

/// "With sub-amendment 1 to amendment 8, which was adopted."
fn with_subs(held: &Held, subs: &[usize], tongue: Tongue) -> String {
    let records = subs.iter().filter_map(|sub| held.sitting.course.record(*sub));
    let ids: Vec<_> = records.map(|record| record.id.clone()).collect();
    let args = Args::new().text("list", held.telling(tongue).all(&ids)).number("count", ids.len());
    tongue.tell("web-change-with", &args)
}

/// The way to where a sub-amendment is drafted, for one that is open.
fn sub_amend(held: &Held, at: usize, address: &str, tongue: Tongue) -> Markup {
    let record = held.sitting.course.record(at);
    let open = record.is_some_and(|record| record.is_open() && record.parent.is_none());
    html! {
        @if open {
            p {
                a class="amend" rel="nofollow" href={
                    "/" (tongue.tag()) "/desk/draft/" (held.slug) "?to=" (address)
                } { (tongue.say("drafting-amend-sub")) }
            }
        }
    }
}

fn tablers(block: &AmendmentBlock, lang: Option<&'static str>, tongue: Tongue) -> Markup {
    html! {
        @if !block.tablers.is_empty() {
            section aria-labelledby="tablers" {
                h2 id="tablers" { (tongue.say("web-tabled-by")) }
                ul class="names" lang=[lang] {
                    @for name in &block.tablers { li { (blocks::name(name)) } }
                }
            }
        }
    }
}

/// What committees say of it.
pub(super) fn positions(held: &Held, at: usize, tongue: Tongue) -> Markup {
    let telling = held.telling(tongue);
    let positions = held.sitting.course.record(at).map_or(&[][..], |record| &record.positions);
    html! {
        @if !positions.is_empty() {
            section aria-labelledby="positions" {
                h2 id="positions" { (tongue.say("web-positions")) }
                dl class="positions" {
                    @for (committee, position) in positions {
                        dt { (blocks::capital(telling.own(committee))) }
                        dd { (position.words(tongue.lang())) }
                    }
                }
            }
        }
    }
}

/// What it fells, what fells it, and to what it is identical, each with its reason.
fn relations(held: &Held, at: usize, tongue: Tongue) -> Markup {
    let Some(place) = held.told_at(at) else { return html! {} };
    let state = held.told();
    let lists = [
        ("web-fells", state.fells(place)),
        ("web-falls-with", state.falls_with(place)),
        ("web-identical", state.identical_to(place)),
    ];
    let others = state.clashes(place).into_iter();
    let others = others.filter(|other| !lists.iter().any(|(_, list)| list.contains(other)));
    let lists = lists.iter().map(|(id, list)| (*id, list.clone()));
    let lists: Vec<_> = lists.chain([("web-clashes", others.collect())]).collect();
    let any = lists.iter().any(|(_, list)| !list.is_empty());
    html! {
        section aria-labelledby="relations" {
            h2 id="relations" { (tongue.say("web-relations")) }
            @for (id, list) in &lists {
                @if !list.is_empty() {
                    h3 { (tongue.say(id)) }
                    ul class="relations" {
                        @for other in list { li { (relation(held, place, *other, tongue)) } }
                    }
                }
            }
            @if !any { p class="aside" { (tongue.say("web-alone")) } }
        }
    }
}

fn relation(held: &Held, place: usize, other: usize, tongue: Tongue) -> Markup {
    let (state, lang) = (held.told(), tongue.lang());
    let reason = state
        .relate(place, other)
        .map(|(related, from)| said::reason(&related, from, place, other, state, lang));
    html! {
        @if let Some(other) = held.at_told(other) { (link(held, other, tongue)) }
        @if let Some(reason) = reason { p { (sentence(&reason)) } }
    }
}

/// A link to the amendment at this position of the course, by its name.
fn link(held: &Held, at: usize, tongue: Tongue) -> Markup {
    let name = held.name(at, tongue);
    html! {
        @match held.listed().address(at) {
            Some(address) => a href=(to(held, address, tongue)) { (name) },
            None => (name),
        }
    }
}

/// What it changes, or what changes it.
fn family(held: &Held, at: usize, tongue: Tongue) -> Markup {
    let Some(record) = held.sitting.course.record(at) else { return html! {} };
    let subs = record.sub_amendments.iter().copied();
    let subs: Vec<usize> = subs.filter(|sub| held.listed().address(*sub).is_some()).collect();
    html! {
        @if let Some(parent) = record.parent {
            section aria-labelledby="parent" {
                h2 id="parent" { (tongue.say("web-parent")) }
                p { (link(held, parent, tongue)) }
            }
        }
        @if !subs.is_empty() {
            section aria-labelledby="subs" {
                h2 id="subs" { (tongue.say("web-subs")) }
                ul class="relations" {
                    @for sub in subs {
                        li {
                            (link(held, sub, tongue))
                            p { (blocks::capital(&held.outcome(sub, tongue))) }
                        }
                    }
                }
            }
        }
    }
}

fn history(history: &[Told], held: &Held, tongue: Tongue) -> Markup {
    let lang = tongue.lang();
    html! {
        @if !history.is_empty() {
            section class="history" aria-labelledby="history" {
                h2 id="history" { (tongue.say("web-history")) }
                ol id="events" {
                    @for one in history {
                        li id={ "event-" (one.event) } {
                            p class="when" {
                                time datetime=(one.at.as_str()) {
                                    span { (told::day(&one.at, lang)) }
                                    " "
                                    span { (told::hour(&one.at, lang)) }
                                }
                                a href={ "/" (tongue.tag()) "/" (held.slug) "/sitting#minutes" } class="event" {
                                    (tongue.tell("web-event", &Args::new().text("event", one.event.to_string())))
                                }
                            }
                            p {
                                (blocks::bound(&one.sentence))
                                @for then in &one.then { " " (blocks::bound(then)) }
                            }
                        }
                    }
                }
                p class="aside" { (tongue.say("web-utc")) }
            }
        }
    }
}

/// The ones that are called before and after it.
fn neighbours(held: &Held, at: usize, tongue: Tongue) -> Markup {
    let order = &held.listed().order;
    let here = order.iter().position(|one| *one == at);
    let before = here.and_then(|here| order.get(here.checked_sub(1)?));
    let after = here.and_then(|here| order.get(here + 1));
    let side = |at: Option<&usize>, id: &str, class: &str| {
        let at = at.copied();
        html! {
            @if let Some((at, address)) = at.and_then(|at| Some((at, held.listed().address(at)?))) {
                a class=(class) rel=(class) href=(to(held, address, tongue)) {
                    span { (tongue.say(id)) }
                    (held.name(at, tongue))
                }
            }
        }
    };
    html! {
        nav class="neighbours" aria-label=(tongue.say("web-neighbours")) {
            (side(before, "web-before", "prev"))
            (side(after, "web-after", "next"))
        }
    }
}
