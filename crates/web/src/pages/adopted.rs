//! The adopted text, clean or with its changes.

use super::blocks;
use super::frame::{Frame, Setting, Tab};
use super::runs;
use crate::{Held, Tongue};
use engine::document::{Document, Section};
use engine::words as said;
use maud::{Markup, html};

/// The page; with the changes, each under the number of its amendment, or without.
pub fn adopted(held: &Held, changes: bool, setting: &Setting<'_>) -> Markup {
    let tongue = setting.tongue;
    let title = tongue.say("web-tab-adopted");
    let body = match held.texts(changes, tongue) {
        Some(texts) => html! {
            (opening(&texts.document, changes, held, tongue))
            @if texts.so_far { p class="aside" { (tongue.say("web-so-far")) } }
            (text(&texts.document, tongue))
        },
        None => html! {
            header class="opening" { h1 { (title) } }
            p class="aside" { (refusal(held, tongue)) }
        },
    };
    let end = if changes { "/changes" } else { "" };
    let frame = Frame {
        setting,
        title: format!("{title} – {}", super::dossier::title(held, tongue)),
        path: format!("/{}/adopted{end}", held.slug),
        of: Some((held, Some(Tab::Adopted))),
        linked: held.texts(changes, tongue).and_then(|texts| html::linked(&texts.document)),
    };
    frame.around(&body)
}

fn opening(document: &Document, changes: bool, held: &Held, tongue: Tongue) -> Markup {
    let lang = blocks::lang_of(document, tongue);
    let head = &document.head;
    let path = format!("/{}/{}/adopted", tongue.tag(), held.slug);
    html! {
        header class="opening" {
            (blocks::kind(document, lang))
            h1 lang=[lang] {
                @if head.title.iter().all(|run| run.text.is_empty()) {
                    (document.title)
                } @else {
                    (runs::of(&head.title, &runs::nowhere))
                }
            }
        }
        nav class="switch" aria-label=(tongue.say("web-view")) {
            ul {
                li { a href=(path) aria-current=[(!changes).then_some("page")] { (tongue.say("web-clean")) } }
                li {
                    a href={ (path) "/changes" } aria-current=[changes.then_some("page")] {
                        (tongue.say("web-with-changes"))
                    }
                }
            }
        }
    }
}

fn text(document: &Document, tongue: Tongue) -> Markup {
    let lang = blocks::lang_of(document, tongue);
    html! {
        @if !document.key.is_empty() {
            section class="key" lang=[lang] aria-labelledby="key" {
                h2 id="key" { (document.terms.key) }
                dl {
                    @for line in &document.key {
                        div {
                            dt { (runs::of(std::slice::from_ref(&line.specimen), &runs::nowhere)) }
                            dd { (line.meaning) }
                        }
                    }
                }
            }
        }
        div class="adopted" lang=[lang] {
            @for section in &document.sections { (of_section(section)) }
        }
    }
}

fn of_section(section: &Section) -> Markup {
    let heading = format!("{}-h", section.id);
    html! {
        section class="text single" id=(section.id) aria-labelledby=(heading) {
            @for line in &section.over { p class="over" { (line) } }
            h2 id=(heading) { (section.heading) }
            @for row in &section.rows {
                @if let Some(text) = &row.text { (blocks::paragraph(text, true, &runs::nowhere)) }
            }
        }
    }
}

fn refusal(held: &Held, tongue: Tongue) -> String {
    match held.published() {
        Ok(_) => tongue.say("web-no-text"),
        Err(refusal) => said::refusal(refusal, &held.sitting.state, tongue.lang()).text,
    }
}
