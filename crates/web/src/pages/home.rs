//! The first page: all dossiers.

use super::frame::{Frame, Setting, day};
use crate::held::Standing;
use crate::{Held, Tongue};
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::sync::Arc;
use words::Args;

/// The dossiers, the one in which something happened last above the others.
pub fn home(all: &[Arc<Held>], setting: &Setting<'_>) -> Markup {
    let tongue = setting.tongue;
    let mut all: Vec<&Held> = all.iter().map(AsRef::as_ref).collect();
    all.sort_by_key(|held| {
        (std::cmp::Reverse(held.sitting.course.time.clone()), held.slug.clone())
    });
    let body = html! {
        header class="opening" { h1 { (setting.names.get(tongue)) } p class="lede" { (tongue.say("web-home")) } }
        @if all.is_empty() {
            p { (tongue.say("web-home-empty")) }
        } @else {
            ol class="dossiers" {
                @for held in &all { li { (entry(held, tongue)) } }
            }
        }
    };
    let frame =
        Frame { setting, title: String::new(), path: "/".to_owned(), of: None, linked: None };
    frame.around(&body)
}

fn entry(held: &Held, tongue: Tongue) -> Markup {
    let lang = held.language(tongue);
    let lang = (lang != tongue.lang()).then(|| lang.tag());
    let sitting = held.sitting.course.sitting.as_deref();
    html! {
        p class="reference" { (held.reference()) }
        h2 lang=[lang] { a href={ "/" (tongue.tag()) "/" (held.slug) } { (held.title(tongue)) } }
        p class="tally" { (tally(held, tongue)) }
        @if let Some(name) = sitting {
            p class="now" { (tongue.tell("web-sitting-now", &Args::new().text("name", held.telling(tongue).own(name)))) }
        }
        @if let Some(time) = &held.sitting.course.time {
            p class="when" { (day(time, tongue)) }
        }
    }
}

/// "36 amendments: 14 adopted, 12 rejected".
pub fn tally(held: &Held, tongue: Tongue) -> String {
    let order = &held.listed().order;
    let mut counts = BTreeMap::<Standing, usize>::new();
    for at in order {
        *counts.entry(held.standing(*at)).or_default() += 1;
    }
    let each = counts.iter().map(|(standing, count)| {
        let args = Args::new().number("count", *count);
        tongue.tell("web-tally-each", &args.text("word", held.standing_word(*standing, tongue)))
    });
    let each = each.collect::<Vec<_>>().join(", ");
    tongue.tell("web-tally", &Args::new().number("count", order.len()).text("each", each))
}
