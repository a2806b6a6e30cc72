//! The pages of the table office.

mod amendment;
mod arrange;
mod history;
mod import;
mod list;
mod order;
mod parts;
mod positions;
mod publish;
mod worded;

pub use import::import;

use crate::pages::blocks::newer;
use crate::table_office::{Page, View};
use maud::{Markup, html};
use parts::{alert, links, to};

/// A page of the table office on one dossier.
pub fn page(view: &View<'_>) -> Markup {
    let tongue = view.tongue;
    html! {
        (links(view))
        (newer(&to(view, view.page), tongue))
        @match view.page {
            Page::List => { (head(view)) (list::list(view)) }
            Page::Amendment(id) => (amendment::amendment(view, id)),
            Page::Translate(id) => (worded::translate(view, id)),
            Page::Revise(id) => (worded::revise(view, id)),
            Page::Order => { (head(view)) (order::order(view)) }
            Page::Translations => { (head(view)) (worded::translations(view)) }
            Page::Positions => { (head(view)) (positions::positions(view)) }
            Page::Arrange => { (head(view)) (arrange::arrange(view)) }
            Page::Publish => { (head(view)) (publish::publish(view)) }
            Page::History => { (head(view)) (history::history(view)) }
        }
        @if matches!(view.page, Page::Order) {
            script src=(crate::assets::OFFICE.address()) defer {}
        }
        @if matches!(view.page, Page::List | Page::Amendment(_) | Page::Arrange | Page::History) {
            p class="aside" { (tongue.say("web-utc")) }
        }
    }
}

fn head(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    html! {
        header class="opening" {
            p class="kind" { a href={ "/" (tongue.tag()) "/" (held.slug) } { (held.reference()) " " (held.title(tongue)) } }
            h1 { (tongue.say(view.page.name())) }
        }
        (alert(view))
    }
}
