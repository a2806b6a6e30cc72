//! The compendium as it would be published, what has changed in it, and its publication.

use super::parts::Act;
use crate::pages::dossier::whole;
use crate::pages::versions::edition as edition_name;
use crate::pages::{blocks, runs};
use crate::table_office::act::EDITIONS;
use crate::table_office::worded::Lacking;
use crate::table_office::{View, number};
use maud::{Markup, html};
use procedure::event::Edition;
use words::Args;

pub fn publish(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let act = Act { view, what: "publish", about: "" };
    let editions =
        EDITIONS.map(|(name, edition)| (name.to_owned(), tongue.say(edition_name(edition))));
    let last = held.versions().next_back();
    let usual = if last.is_some() { Edition::Revised } else { Edition::Provisional };
    let (usual, _) = EDITIONS.iter().find(|(_, edition)| *edition == usual).unwrap_or(&EDITIONS[0]);
    let looked = act.typed().was_sent() && !view.fields.get("looked").is_empty();
    html! {
        (before(view))
        section class="piece wide" aria-labelledby="publish" {
            h2 id="publish" { (tongue.say("office-publish-now")) }
            (act.form("office-publish-it", &html! {
                (act.choice("edition", "office-edition", &editions, usual))
                (act.line("name", "office-edition-name", "", false))
                p class="tick" {
                    input type="checkbox" id="looked" name="looked" value="yes" required checked[looked];
                    " " label for="looked" { (tongue.say("office-looked")) }
                }
            }))
        }
        section aria-labelledby="preview" class="preview" {
            h2 id="preview" { (tongue.say("office-preview")) }
            (whole(held, false, tongue))
        }
    }
}

/// What was published before, what has changed since, and what is still to be done.
fn before(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let lang = held.language(tongue);
    let waiting = number::inbox(held).len();
    let all = Lacking::of(held);
    let lacking = held.listed().order.iter().filter(|at| all.get(**at).is_some()).count();
    let last = held.versions().next_back();
    let since = last.and_then(|(_, version)| {
        let now = engine::papers::changes(&held.sitting, &held.entries, lang);
        let end = usize::try_from(version.event).unwrap_or(usize::MAX).min(held.entries.len());
        // Where nothing has changed since, what is told is what had changed before.
        let then = engine::papers::changes(&held.sitting, &held.entries[..end], lang);
        now.filter(|now| Some(now) != then.as_ref())
    });
    html! {
        section class="piece wide" aria-labelledby="since" {
            h2 id="since" { (tongue.say("office-since")) }
            @match last {
                None => p { (tongue.say("office-no-version")) },
                Some((number, version)) => {
                    p {
                        a href={ "/" (tongue.tag()) "/" (held.slug) "/versions/" (number) } { (held.telling(tongue).own(&version.name)) }
                    }
                    @match &since {
                        Some(section) => div class="changes" { (blocks::paper(section, &runs::nowhere)) },
                        None => p { (tongue.say("office-nothing-changed")) },
                    }
                }
            }
            ul class="checks" {
                @if waiting > 0 { li class="is-doubt" { (tongue.tell("office-still-waiting", &Args::new().number("count", waiting))) } }
                @if lacking > 0 { li class="is-doubt" { (tongue.tell("office-still-lacking", &Args::new().number("count", lacking))) } }
            }
        }
    }
}
