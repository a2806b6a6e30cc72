//! Until when amendments are taken, and which committees report or are asked for their opinion.

use super::parts::Act;
use crate::pages::blocks::capital;
use crate::table_office::View;
use maud::{Markup, html};
use procedure::event::Seized;

pub fn arrange(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let course = &held.sitting.course;
    let telling = held.telling(tongue);
    let of = ["amendments", "sub-amendments"];
    let kinds = of.map(|name| (name.to_owned(), tongue.say(&format!("office-of-{name}"))));
    let fors = ["report", "opinion"]
        .map(|name| (name.to_owned(), tongue.say(&format!("office-for-{name}"))));
    let deadline = Act { view, what: "deadline", about: "" };
    let seize = Act { view, what: "seize", about: "" };
    html! {
        section class="piece wide" aria-labelledby="deadlines" {
            h2 id="deadlines" { (tongue.say("office-deadlines")) }
            dl class="facts" {
                @for (name, last) in of.iter().zip(&course.deadlines) {
                    dt { (tongue.say(&format!("office-of-{name}"))) }
                    dd { @match last { Some(last) => (telling.moment(last)), None => (tongue.say("office-no-deadline")) } }
                }
            }
            (deadline.form("office-deadline-set", &html! {
                (deadline.choice("of", "office-deadline-of", &kinds, "amendments"))
                (deadline.moment("at", "office-moment"))
                (deadline.line("by", "office-set-by", view.name, false))
            }))
        }
        section class="piece wide" aria-labelledby="seized" {
            h2 id="seized" { (tongue.say("office-seized")) }
            @if course.seized.is_empty() { p { (tongue.say("office-none-seized")) } }
            dl class="facts" {
                @for (name, what) in &course.seized {
                    dt { (capital(telling.own(name))) }
                    dd { (tongue.say(if *what == Seized::Report { "office-for-report" } else { "office-for-opinion" })) }
                }
            }
            (seize.form("office-seize", &html! {
                (seize.line("committee", "office-committee-named", "", false))
                (seize.choice("for", "office-for", &fors, "report"))
            }))
        }
    }
}
