//! The sitting: results and minutes, as on paper.

use super::blocks;
use super::frame::{Frame, Setting, Tab};
use super::runs;
use crate::{Held, Tongue};
use engine::document::Document;
use engine::papers;
use maud::{Markup, html};

/// The page.
pub fn sitting(held: &Held, setting: &Setting<'_>) -> Markup {
    let tongue = setting.tongue;
    let title = tongue.say("web-tab-sitting");
    let lang = held.language(tongue);
    let results = papers::results(&held.sitting, lang).typeset();
    let minutes = papers::minutes(&held.sitting, &held.entries, lang).ok();
    let minutes = minutes.map(|minutes| minutes.typeset());
    let body = html! {
        header class="opening" {
            p class="kind" { (held.title(tongue)) }
            h1 { (title) }
        }
        (paper(&results, "results", tongue))
        @if let Some(minutes) = &minutes { (paper(minutes, "minutes", tongue)) }
    };
    let frame = Frame {
        setting,
        title: format!("{title} – {}", super::dossier::title(held, tongue)),
        path: format!("/{}/sitting", held.slug),
        of: Some((held, Some(Tab::Sitting))),
        linked: None,
    };
    frame.around(&body)
}

fn paper(document: &Document, id: &str, tongue: Tongue) -> Markup {
    let lang = blocks::lang_of(document, tongue);
    html! {
        div class={ "papers " (id) } id=(id) lang=[lang] {
            p class="paper-title" { (document.head.kind) span { (document.head.date) } }
            @for section in &document.sections { (blocks::paper(section, &runs::nowhere)) }
        }
    }
}
