//! All that was recorded of a dossier, the latest first.

use super::parts::{events, to};
use crate::table_office::{View, told};
use maud::{Markup, html};

/// Events on one page.
const MOST: usize = 100;

pub fn history(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let last = view.fields.get("until").parse().unwrap_or(held.head.seq);
    let all = told::until(held, last, MOST, tongue);
    let earlier = all.last().map(|one| one.seq.saturating_sub(1)).filter(|seq| *seq > 0);
    html! {
        section class="history" aria-label=(tongue.say("office-history")) { (events(&all, tongue)) }
        @if let Some(earlier) = earlier {
            p { a rel="next" href={ (to(view, view.page)) "?until=" (earlier) } { (tongue.say("office-earlier")) } }
        }
    }
}
