//! The receipt of an amendment that was tabled.

use crate::Tongue;
use crate::drafting::{Handed, Tabled};
use crate::pages::account::moment;
use crate::pages::blocks;
use maud::{Markup, html};
use procedure::event::Event;

/// The page; `own` is where the amendment stands now, once that is worked out, and `address` that of the page.
pub fn receipt(handed: &Handed, own: Option<&Tabled>, address: &str, tongue: Tongue) -> Markup {
    let held = &handed.held;
    let record = handed.at.and_then(|at| held.sitting.course.record(at));
    let committee = match &handed.entry.event {
        Event::Tabled { committee, .. } => committee.as_deref(),
        _ => None,
    };
    let about = match &handed.entry.event {
        Event::Tabled { .. } => "drafting-receipt-about",
        _ => "drafting-receipt-late",
    };
    let public = handed.at.and_then(|at| held.listed().address(at));
    html! {
        header class="opening" {
            p class="kind" {
                a href={ "/" (tongue.tag()) "/desk/drafts" } { (tongue.say("drafting-mine")) }
                span { a href={ "/" (tongue.tag()) "/" (held.slug) } { (held.reference()) " " (held.title(tongue)) } }
            }
            h1 { (tongue.say("drafting-receipt")) }
            p class="lede" { (tongue.say(about)) }
        }
        dl class="receipt" {
            dt { (tongue.say("drafting-receipt-time")) }
            dd { (moment(&handed.entry.time, tongue)) " " code { (handed.entry.time.as_str()) } }
            dt { (tongue.say("drafting-receipt-event")) }
            dd { (handed.entry.seq) }
            dt { (tongue.say("drafting-receipt-hash")) }
            dd { code { (handed.hash) } }
            dt { (tongue.say("drafting-receipt-id")) }
            dd { code { (handed.amendment) } }
            dt { (tongue.say("drafting-receipt-by")) }
            dd {
                (handed.entry.actor)
                @if let Some(committee) = committee { ", " (committee) }
            }
            @if let Some(own) = own {
                dt { (tongue.say("drafting-receipt-state")) }
                dd {
                    @match public {
                        Some(public) => a href={ "/" (tongue.tag()) "/" (held.slug) "/amendments/" (public) } {
                            (held.name(own.at, tongue))
                        },
                        None => {},
                    }
                    @if public.is_some() { ": " }
                    (own.stands(tongue))
                }
            }
            dt { (tongue.say("drafting-receipt-address")) }
            dd class="link" { a href=(address) { (address) } }
        }
        @if let Some(record) = record {
            section class="piece" aria-labelledby="says" {
                h2 id="says" { (tongue.say("drafting-worded")) }
                @for text in &record.texts {
                    div class="worded" lang=(text.lang) {
                        p class="amended-wording" { (text.wording) }
                        @if !text.note.is_empty() { p class="note" { (text.note) } }
                    }
                }
                ul class="names" { @for name in &record.signed { li { (blocks::name(name)) } } }
            }
        }
    }
}
