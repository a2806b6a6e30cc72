//! The versions of the compendium that were published.

use super::dossier;
use super::frame::{Frame, Setting, Tab};
use crate::Held;
use maud::{Markup, html};
use procedure::event::Edition;
use procedure::state::Published;

/// The list of them.
pub fn versions(held: &Held, setting: &Setting<'_>) -> Markup {
    let tongue = setting.tongue;
    let title = tongue.say("web-tab-versions");
    let telling = held.telling(tongue);
    let moment = |version: &Published| {
        let at = usize::try_from(version.event).ok()?.checked_sub(1)?;
        held.entries.get(at).map(|entry| entry.time.clone())
    };
    let body = html! {
        header class="opening" {
            p class="kind" { (held.title(tongue)) }
            h1 { (title) }
            p class="lede" { (tongue.say("web-versions-lede")) }
        }
        @if held.versions().next().is_none() {
            p class="aside" { (tongue.say("web-versions-none")) }
        } @else {
            ol class="dossiers versions" reversed {
                @for (number, version) in held.versions().rev() {
                    li {
                        p class="reference" { (tongue.say(edition(version.edition))) }
                        h2 {
                            a href={ "/" (tongue.tag()) "/" (held.slug) "/versions/" (number) } {
                                (telling.own(&version.name))
                            }
                        }
                        @if let Some(time) = moment(version) {
                            p class="when" { time datetime=(time.as_str()) { (telling.moment(&time)) } }
                        }
                    }
                }
            }
        }
    };
    let frame = Frame {
        setting,
        title: format!("{title} – {}", dossier::title(held, tongue)),
        path: format!("/{}/versions", held.slug),
        of: Some((held, Some(Tab::Versions))),
        linked: None,
    };
    frame.around(&body)
}

/// One of them: the dossier as it stood when it was published.
pub fn version(then: &Held, of: (usize, &Published), setting: &Setting<'_>) -> Markup {
    dossier::snapshot(then, of, setting)
}

pub(super) fn edition(edition: Edition) -> &'static str {
    match edition {
        Edition::Provisional => "web-edition-provisional",
        Edition::Revised => "web-edition-revised",
        Edition::Final => "web-edition-final",
    }
}
