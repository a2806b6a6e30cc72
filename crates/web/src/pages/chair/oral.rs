//! Amendments that are offered in the sitting: taken down with what they would do in sight, and taken into consideration.

use super::forms::Forms;
use super::seldom::open;
use super::{is_offered, named};
use crate::chair::Tried;
use crate::pages::amendment::change_of;
use crate::pages::blocks::sentence;
use crate::pages::drafting::{own_wording, reading};
use crate::{Held, Tongue};
use maud::{Markup, html};

/// An amendment is offered in the sitting.
pub(super) fn oral(forms: &Forms<'_>) -> Markup {
    let held = forms.held;
    let course = &held.sitting.course;
    let form = forms.of("oral");
    let telling = held.telling(forms.tongue);
    let texts = course.texts.iter().enumerate().filter(|(_, text)| text.outcome.is_none());
    let floor = course.on_the_floor().map(|floor| floor.amendment);
    let mut to: Vec<(String, String)> =
        texts.map(|(part, _)| (format!("text {part}"), telling.text(part))).collect();
    let main = open(forms)
        .into_iter()
        .filter(|at| course.record(*at).is_some_and(|one| one.parent.is_none()));
    to.extend(named(forms, main).into_iter().map(|(id, name)| (format!("amendment {id}"), name)));
    let part = floor.and_then(|at| course.record(at)?.part).map(|part| format!("text {part}"));
    html! {
        @if !to.is_empty() {
            (form.folded("screen-form-oral", None, &html! {
                (form.choice("to", "screen-field-to", &to, part.as_deref().unwrap_or_default()))
                (form.line("by", "screen-field-by", ""))
                (form.wordings("screen-field-wording"))
                (form.button("oral", "chair-oral-offered"))
                (form.button("try-oral", "drafting-show"))
                // A script puts it anew at each pause.
                div class="comes-to" id="shown" data-heard=".found-in .wrong, .reads li" data-shown={
                    "/" (forms.tongue.tag()) "/desk/sitting/" (held.slug) "/oral"
                } {
                    @if let Some(read) = &forms.told.tried { (tried(held, read, forms.tongue)) }
                }
                p class="unseen" role="status" data-said {}
            }))
        }
    }
}

/// What was offered and is not taken yet: its change, and whether it is taken.
pub(super) fn offered(forms: &Forms<'_>) -> Markup {
    let (held, tongue) = (forms.held, forms.tongue);
    let all = held.sitting.course.amendments.iter().enumerate();
    html! {
        @for (at, record) in all.filter(|(_, record)| is_offered(record)) {
            @let name = format!("offered-{}", record.id);
            @let form = forms.of(&name);
            section class="urgent" aria-labelledby={ (name) "-h" } {
                h2 id={ (name) "-h" } { (held.name(at, tongue)) }
                @if let Some(by) = record.signed.first() { p class="lede" { (by) } }
                (change_of(held, at, &format!("{name}-h"), tongue))
                (form.show(Some(record), "record", &html! {
                    (form.number("count", "screen-field-objections"))
                    (form.button("object", "chair-objected"))
                    (form.button("declare", "chair-oral-taken"))
                }))
            }
        }
    }
}

/// How an oral amendment would be read, in each language in which it is written.
pub fn tried(held: &Held, tried: &Tried, tongue: Tongue) -> Markup {
    html! {
        @if let Some(message) = &tried.forbidden {
            p class="wrong" { (sentence(&message.text)) }
            @if !message.remedy.is_empty() { p class="remedy" { (sentence(&message.remedy)) } }
        }
        @for (lang, shown) in &tried.read {
            div class="tried" {
                @let id = format!("tried-{}", lang.tag());
                (own_wording(shown, &id, tongue))
                (reading(held, shown, &id, tongue))
            }
        }
    }
}
