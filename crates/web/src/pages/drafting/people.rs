//! Who signs a draft, and who sees it.

use super::begin;
use super::draft::Page;
use crate::Tongue;
use crate::drafting::Opened;
use crate::pages::blocks;
use maud::{Markup, html};
use words::Args;

fn at(opened: &Opened, end: &str, tongue: Tongue) -> String {
    format!("/{}{}/{end}", tongue.tag(), opened.path())
}

/// Who signed, and one's own signature.
pub(super) fn signatures(page: &Page<'_>, tongue: Tongue) -> Markup {
    let opened = page.opened;
    let own = opened.signers.iter().any(|signer| signer.own);
    let button = if own { "unsign" } else { "sign" };
    html! {
        section class="piece" aria-labelledby="signed" {
            h2 id="signed" { (tongue.say("drafting-signed")) }
            @if opened.signers.is_empty() {
                p { (tongue.say("drafting-signed-none")) }
            } @else {
                ul class="names" { @for signer in &opened.signers { li { (blocks::name(&signer.name)) } } }
            }
            @if opened.signs {
                form class="form" method="post" action=(at(opened, "sign", tongue)) {
                    input type="hidden" name="version" value=(opened.draft.version);
                    p { button name="do" value=(button) { (tongue.say(&format!("drafting-{button}"))) } }
                }
            } @else {
                p class="aside" { (tongue.say("drafting-members-sign")) }
            }
        }
    }
}

/// With whom it is shared, and how it is shared with more.
pub(super) fn sharing(page: &Page<'_>, tongue: Tongue) -> Markup {
    let opened = page.opened;
    let action = at(opened, "share", tongue);
    let named = |id: &store::AccountId| opened.content.member != Some(id.0);
    html! {
        section class="piece" aria-labelledby="sharing" {
            h2 id="sharing" { (tongue.say("drafting-sharing")) }
            @if !page.link.is_empty() {
                p class="done" role="status" {
                    (tongue.say("drafting-link-made")) " " span class="link" { (page.link) }
                }
            }
            ul class="held" {
                @for (id, name) in opened.shared.iter().filter(|(id, _)| named(id)) {
                    li {
                        form method="post" action=(action) {
                            span { (blocks::name(name)) }
                            @let label = tongue.tell("drafting-unshare-who", &Args::new().text("name", name.as_str()));
                            button name="without" value=(id.0) aria-label=(label) { (tongue.say("drafting-unshare")) }
                        }
                    }
                }
            }
            form class="form" method="post" action=(action) {
                div class="field" {
                    label for="name" { (tongue.say("drafting-share-with")) }
                    input id="name" name="name" list="members" required maxlength="200" autocomplete="off";
                    (begin::names(page.members))
                }
                p { button name="do" value="add" { (tongue.say("drafting-share")) } }
            }
            form class="form links" method="post" action=(action) {
                p { (tongue.say("drafting-links-about")) }
                p class="buttons" {
                    button name="do" value="once" { (tongue.say("drafting-link-once")) } " "
                    button name="do" value="many" { (tongue.say("drafting-link-many")) } " "
                    button name="do" value="revoke" { (tongue.say("drafting-link-revoke")) }
                }
            }
        }
    }
}

/// What whoever follows a link is asked.
pub fn link(owner: &str, secret: &str, tongue: Tongue) -> Markup {
    html! {
        header class="opening" { h1 { (tongue.say("drafting-shared-draft")) } }
        p { (tongue.tell("drafting-shared-by", &Args::new().text("owner", owner))) }
        form class="form" method="post" action={ "/" (tongue.tag()) "/desk/drafts/link/" (secret) } {
            p { button { (tongue.say("drafting-see")) } }
        }
    }
}
