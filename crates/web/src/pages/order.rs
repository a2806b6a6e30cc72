//! The calling order, each place with its reason.

use super::blocks;
use super::frame::{Frame, Setting, Tab};
use crate::{Held, Tongue};
use engine::words as said;
use maud::{Markup, html};
use procedure::event::Event;
use procedure::rules::Shown;
use procedure::state::Needed;
use std::collections::BTreeMap;
use words::Args;

/// The page.
pub fn order(held: &Held, setting: &Setting<'_>) -> Markup {
    let tongue = setting.tongue;
    let title = tongue.say("web-tab-order");
    let by_hand = by_hand(held, tongue);
    let listed = held.listed();
    let majority = Needed::for_an_amendment(held.sitting.rules).majority.words(tongue.lang());
    let body = html! {
        header class="opening" {
            p class="kind" { (held.title(tongue)) }
            h1 { (title) }
            p class="lede" { (tongue.tell("web-order-lede", &Args::new().text("majority", majority))) }
        }
        div class="table" tabindex="0" role="region" aria-label=(title) {
            table class="order" {
                thead { tr {
                    @for id in ["web-rank", "web-amendment", "web-place", "web-reason", "web-state"] {
                        th scope="col" { (tongue.say(id)) }
                    }
                } }
                tbody {
                    @for (rank, at) in listed.order.iter().enumerate() {
                        (line(held, (rank, *at), by_hand.get(at), tongue))
                    }
                }
            }
        }
    };
    let frame = Frame {
        setting,
        title: format!("{title} – {}", super::dossier::title(held, tongue)),
        path: format!("/{}/order", held.slug),
        of: Some((held, Some(Tab::Order))),
        linked: None,
    };
    frame.around(&body)
}

fn line(
    held: &Held,
    (rank, at): (usize, usize),
    by_hand: Option<&String>,
    tongue: Tongue,
) -> Markup {
    let (state, lang) = (held.told(), tongue.lang());
    let place = held.told_at(at).unwrap_or(usize::MAX);
    let acts = said::acts_in_text(state, place, lang);
    let mut places: Vec<String> = acts.into_iter().map(|(place, _)| place).collect();
    places.dedup();
    let ranked = state.rank(place).and_then(|rank| Some((rank, state.order.get(rank)?)));
    let reason = ranked.map(|(rank, _)| said::order_reason(state, rank, lang));
    let certain = ranked.is_none_or(|(_, ranked)| ranked.certain);
    let address = held.listed().address(at).unwrap_or_default();
    let standing = held.standing(at);
    html! {
        tr id={ "rank-" (rank + 1) } class={ "is-" (standing.word()) } {
            td class="figure" { (rank + 1) }
            th scope="row" {
                a href={ "/" (tongue.tag()) "/" (held.slug) "/amendments/" (address) } {
                    (held.name(at, tongue))
                }
            }
            td { (places.join("; ")) }
            td {
                @match by_hand {
                    Some(sentence) => (blocks::bound(sentence)),
                    None => (blocks::sentence(&reason.unwrap_or_default())),
                }
                @if !certain { " " em { (blocks::sentence(&tongue.say("web-uncertain"))) } }
            }
            td { (blocks::capital(&held.outcome(at, tongue))) }
        }
    }
}

/// What was ordered by hand, in sentences, by amendment.
fn by_hand(held: &Held, tongue: Tongue) -> BTreeMap<usize, String> {
    let mut all = BTreeMap::new();
    let course = &held.sitting.course;
    for entry in &held.entries {
        let Event::Ordered { amendment, .. } = &entry.event else { continue };
        let Some(at) = course.position(amendment) else { continue };
        if course.ordered.iter().any(|(ordered, _)| *ordered == at) {
            let told = held.history(at, tongue).iter().find(|told| told.event == entry.seq);
            all.insert(at, told.map(|told| told.sentence.clone()).unwrap_or_default());
        }
    }
    all
}
