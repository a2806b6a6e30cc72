//! A draft: what is written, what it comes to, who signs it, and the button that tables it.

use super::{about, people, shown, what};
use crate::drafting::{Content, Opened, Shown, What};
use crate::pages::account::moment;
use crate::pages::blocks::sentence;
use crate::{Tongue, assets};
use maud::{Markup, html};
use store::AccountId;
use words::Args;

/// What the page shows.
#[derive(Debug)]
pub struct Page<'a> {
    /// The draft as it is kept.
    pub opened: &'a Opened,
    /// As it is written in the form.
    pub content: &'a Content,
    /// What that comes to.
    pub shown: &'a Shown,
    /// Who signs it when it is tabled, the mover first.
    pub names: &'a [String],
    /// Who can be asked to sign.
    pub members: &'a [(AccountId, String)],
    /// What was done before.
    pub done: &'a str,
    /// Why something was not.
    pub wrong: &'a str,
    /// What another saved meanwhile.
    pub meanwhile: Option<&'a Content>,
    /// A link that was made.
    pub link: &'a str,
    /// Whether it is too late to table it, and it may be left with the table office.
    pub late: bool,
}

impl Page<'_> {
    /// Whether what is shown is what is kept.
    fn is_kept(&self) -> bool {
        *self.content == self.opened.content
    }

    fn at(&self, end: &str, tongue: Tongue) -> String {
        format!("/{}{}{end}", tongue.tag(), self.opened.path())
    }
}

/// "Draft: paragraph 7".
pub fn title(opened: &Opened, tongue: Tongue) -> String {
    let about = about(&opened.held, &opened.content, tongue);
    tongue.tell("drafting-heading", &Args::new().text("about", about))
}

/// The page of a draft.
pub fn draft(page: &Page<'_>, tongue: Tongue) -> Markup {
    let opened = page.opened;
    let held = &opened.held;
    html! {
        script src=(assets::DRAFT.address()) defer {}
        header class="opening" {
            p class="kind" {
                a href={ "/" (tongue.tag()) "/desk/drafts" } { (tongue.say("drafting-mine")) }
                span { a href={ "/" (tongue.tag()) "/" (held.slug) } { (held.reference()) " " (held.title(tongue)) } }
            }
            h1 { (about(held, page.content, tongue)) }
            p class="lede" { (what(page.content, tongue)) }
            (whose(opened, tongue))
        }
        @if !page.done.is_empty() { p class="done" role="status" { (page.done) } }
        @if !page.wrong.is_empty() { p class="wrong" role="alert" { (sentence(page.wrong)) } }
        @if let Some(other) = page.meanwhile { (meanwhile(other, tongue)) }
        div class="drafting" {
            div class="written" {
                @if opened.writes { (form(page, tongue)) } @else { (as_read(page, tongue)) }
            }
            div class="comes-to" id="shown" data-shown=[opened.writes.then(|| page.at("/shown", tongue))] {
                (shown(held, page.shown, tongue))
            }
        }
        // What a script says of what it has put anew: the wording, or why there is none.
        p class="unseen" role="status" data-said {}
        @if page.is_kept() {
            div class="steps" data-kept {
                (people::signatures(page, tongue))
                (table(page, tongue))
                @if opened.writes { (people::sharing(page, tongue)) }
            }
            p class="aside" data-unkept hidden { (tongue.say("drafting-save-first")) }
        } @else {
            p class="aside" { (tongue.say("drafting-save-first")) }
        }
        (remove(page, tongue))
    }
}

/// Who writes it, for whom, and when it was saved.
fn whose(opened: &Opened, tongue: Tongue) -> Markup {
    let args = || Args::new().text("owner", opened.owner.as_str());
    html! {
        p class="aside" {
            @match &opened.member {
                Some(member) => (tongue.tell("drafting-for", &args().text("member", member.as_str()))),
                None => (tongue.tell("drafting-by", &args())),
            }
            " " (tongue.say("drafting-private")) " "
            (tongue.say("drafting-updated")) " " (moment(&opened.draft.updated, tongue))
        }
    }
}

/// The text that another saved while this one was written: nothing is lost.
fn meanwhile(other: &Content, tongue: Tongue) -> Markup {
    html! {
        section class="piece meanwhile" aria-labelledby="meanwhile" {
            h2 id="meanwhile" { (tongue.say("drafting-other-text")) }
            blockquote class="stands" lang=(other.lang) {
                @for line in other.text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } }
                @if !other.note.is_empty() { p class="note" { (other.note) } }
            }
        }
    }
}

fn form(page: &Page<'_>, tongue: Tongue) -> Markup {
    let (opened, content) = (page.opened, page.content);
    let lang = content.language(&opened.held);
    let tag = lang.map_or(content.lang.as_str(), |lang| lang.tag());
    let rows = |text: &str, least: usize| {
        (text.chars().count() / 60 + text.lines().count() + 2).clamp(least, 24)
    };
    let wrong = page.shown.refused.is_some();
    html! {
        form class="form" method="post" action=(page.at("", tongue)) data-draft {
            input type="hidden" name="version" value=(opened.draft.version);
            @if content.what.has_text() {
                div class="field" {
                    label for="text" { (label(content.what, tongue)) }
                    p class="help" id="text-help" {
                        @if let Some(lang) = lang { (tongue.language(lang)) ". " }
                        (help(content.what, tongue))
                    }
                    // A first line feed is not part of what stands in such a field.
                    textarea id="text" name="text" rows=(rows(&content.text, 5)) maxlength="30000" lang=(tag)
                        aria-describedby="text-help refused" aria-invalid=[wrong.then_some("true")] spellcheck="true" {
                        "\n" (content.text)
                    }
                }
            }
            div class="field" {
                label for="note" { (tongue.say("drafting-note")) }
                textarea id="note" name="note" rows=(rows(&content.note, 3)) maxlength="5000" lang=(tag) {
                    "\n" (content.note)
                }
            }
            p class="buttons" {
                button name="do" value="show" { (tongue.say("drafting-show")) } " "
                button name="do" value="save" { (tongue.say("drafting-save")) }
            }
            @if !opened.signers.is_empty() {
                p class="aside" { (tongue.say("drafting-drops")) }
            }
        }
    }
}

fn label(what: What, tongue: Tongue) -> String {
    tongue.say(match what {
        What::Wording => "drafting-wording",
        What::Before | What::After => "drafting-new-paragraph",
        What::Title => "drafting-new-title",
        _ => "drafting-text",
    })
}

fn help(what: What, tongue: Tongue) -> String {
    tongue.say(match what {
        What::Wording => "drafting-wording-help",
        What::NewText => "drafting-new-text-help",
        _ => "drafting-text-help",
    })
}

/// What somebody reads who does not write it.
fn as_read(page: &Page<'_>, tongue: Tongue) -> Markup {
    let content = page.content;
    html! {
        section aria-labelledby="as-written" {
            h2 id="as-written" { (what(content, tongue)) }
            blockquote class="stands" lang=(content.lang) {
                @for line in content.text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } }
            }
            @if !content.note.is_empty() {
                h3 { (tongue.say("drafting-note")) }
                blockquote class="stands" lang=(content.lang) { p { (content.note) } }
            }
        }
    }
}

/// The button that tables it, with what stands against it.
fn table(page: &Page<'_>, tongue: Tongue) -> Markup {
    let opened = page.opened;
    let for_committee = !opened.committees.is_empty() || opened.any_committee;
    let can = (opened.tables || for_committee) && page.shown.refused.is_none();
    html! {
        @if opened.tables || for_committee {
            section class="piece" aria-labelledby="table" {
                h2 id="table" { (tongue.say("drafting-table")) }
                @if can {
                    form class="form" method="post" action=(page.at("/table", tongue)) {
                        input type="hidden" name="version" value=(opened.draft.version);
                        @if !opened.tables {
                            div class="field" {
                                label for="committee" { (tongue.say("drafting-committee")) }
                                input id="committee" name="committee" required maxlength="300" list="committees"
                                    autocomplete="off" value=(opened.committees.first().map_or("", String::as_str));
                                datalist id="committees" {
                                    @for name in &opened.committees { option value=(name) {} }
                                }
                            }
                        } @else {
                            p { (tongue.tell("drafting-names", &Args::new().text("names", page.names.join(", ")))) }
                        }
                        @if !page.shown.is_executable() {
                            p class="aside" { (tongue.say("drafting-not-executable")) }
                        }
                        p { button class="main" { (tongue.say("drafting-table-now")) } }
                        @if page.late {
                            p { (tongue.say("drafting-late-about")) }
                            p { button name="late" value="yes" { (tongue.say("drafting-late-leave")) } }
                        }
                    }
                } @else {
                    p { (tongue.say("drafting-nothing-to-table")) }
                }
            }
        }
    }
}

fn remove(page: &Page<'_>, tongue: Tongue) -> Markup {
    let opened = page.opened;
    html! {
        @if opened.writes {
            details class="more" {
                summary { (tongue.say("drafting-remove")) }
                form class="form" method="post" action=(page.at("/remove", tongue)) {
                    input type="hidden" name="version" value=(opened.draft.version);
                    p { (tongue.say("drafting-remove-about")) }
                    p { button { (tongue.say("drafting-remove-now")) } }
                }
            }
        }
    }
}
