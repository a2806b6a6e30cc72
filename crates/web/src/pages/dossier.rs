//! A dossier: the draft beside its amendments, as in print.

use super::blocks::{self, Around, lang_of};
use super::frame::{Frame, Setting, Tab};
use super::home::tally;
use super::search::{self, Filter};
use crate::held::Standing;
use crate::{Held, Tongue};
use engine::document::{Document, Paragraph, Role, Row, Section};
use maud::{Markup, html};
use procedure::state::Published;
use std::collections::BTreeMap;
use words::Args;

/// The page; with a filter only what was asked for.
pub fn dossier(held: &Held, filter: &Filter, setting: &Setting<'_>) -> Markup {
    let tongue = setting.tongue;
    let body = html! {
        (opening(held, tongue))
        (now(held, tongue))
        (form(held, filter, tongue))
        @if filter.is_empty() { (whole(held, true, tongue)) } @else { (asked_for(held, filter, tongue)) }
        (downloads(held, setting))
    };
    let frame = Frame {
        setting,
        title: title(held, tongue),
        path: format!("/{}", held.slug),
        of: Some((held, Some(Tab::Dossier))),
        linked: filter
            .is_empty()
            .then(|| html::linked(&held.compendium(tongue).document))
            .flatten(),
    };
    frame.around(&body)
}

/// The same as it was when a version of the compendium was published.
pub fn snapshot(held: &Held, of: (usize, &Published), setting: &Setting<'_>) -> Markup {
    let tongue = setting.tongue;
    let (number, version) = of;
    let name = held.telling(tongue).own(&version.name).to_owned();
    let time = held.sitting.course.time.as_ref();
    let args = Args::new()
        .text("name", name.clone())
        .text("moment", time.map(|time| held.telling(tongue).moment(time)).unwrap_or_default());
    let body = html! {
        (opening(held, tongue))
        p class="aside" {
            (tongue.tell("web-version-of", &args)) " "
            a href={ "/" (tongue.tag()) "/" (held.slug) } { (tongue.say("web-version-now")) }
        }
        (whole(held, false, tongue))
    };
    let frame = Frame {
        setting,
        title: name,
        path: format!("/{}/versions/{number}", held.slug),
        of: Some((held, Some(Tab::Versions))),
        linked: None,
    };
    frame.around(&body)
}

/// "Doc. 412 – Safe lakes".
pub fn title(held: &Held, tongue: Tongue) -> String {
    match (held.reference(), held.title(tongue)) {
        ("", title) => title.to_owned(),
        (reference, title) if reference == title => title.to_owned(),
        (reference, title) => format!("{reference} – {title}"),
    }
}

fn opening(held: &Held, tongue: Tongue) -> Markup {
    let document = &held.compendium(tongue).document;
    let lang = lang_of(document, tongue);
    html! {
        header class="opening" {
            (blocks::kind(document, lang))
            h1 lang=[lang] { (held.title(tongue)) }
            (tallied(held, tongue))
        }
    }
}

/// How many amendments there are and what became of them; put anew while the page is open.
pub fn tallied(held: &Held, tongue: Tongue) -> Markup {
    html! { p class="lede tally" id="tally" data-live="tally" { (tally(held, tongue)) } }
}

/// What is before the assembly, or comes next; put anew while the page is open.
pub fn now(held: &Held, tongue: Tongue) -> Markup {
    let course = &held.sitting.course;
    let Some(name) = &course.sitting else { return html! { div id="now" data-live="now" {} } };
    let telling = held.telling(tongue);
    let floor = course.on_the_floor().map(|floor| floor.amendment);
    let next = held.sitting.next().map(|next| next.amendment);
    let line = |id: &str, at: usize| {
        let who = course.record(at).map(|record| telling.record(record)).unwrap_or_default();
        let said = tongue.tell(id, &Args::new().text("who", who));
        html! {
            @match held.listed().address(at) {
                Some(address) => a href={
                    "/" (tongue.tag()) "/" (held.slug) "/amendments/" (address)
                } { (blocks::capital(&said)) },
                None => (blocks::capital(&said)),
            }
        }
    };
    html! {
        div id="now" class="now" role="status" data-live="now" {
            p { (tongue.tell("web-sitting-now", &Args::new().text("name", telling.own(name)))) }
            @if let Some(at) = floor { p { (line("web-now-floor", at)) } }
            @if let Some(at) = next { p { (line("web-now-next", at)) } }
            p { a href={ "/" (tongue.tag()) "/" (held.slug) "/projector" } { (tongue.say("web-projector")) } }
        }
    }
}

fn form(held: &Held, filter: &Filter, tongue: Tongue) -> Markup {
    let document = &held.compendium(tongue).document;
    let mut counts = BTreeMap::<Standing, usize>::new();
    for at in &held.listed().order {
        *counts.entry(held.standing(*at)).or_default() += 1;
    }
    let any = tongue.say("web-any");
    html! {
        form class="filter" role="search" action={ "/" (tongue.tag()) "/" (held.slug) } method="get" {
            div class="field words" {
                label for="q" { (tongue.say("web-words")) }
                input id="q" name="q" type="search" value=(filter.q) maxlength="200" autocomplete="off";
            }
            div class="field" {
                label for="place" { (tongue.say("web-place")) }
                select id="place" name="place" {
                    option value="" { (any) }
                    (places(document, filter, tongue))
                }
            }
            div class="field" {
                label for="by" { (tongue.say("web-tabler")) }
                select id="by" name="by" {
                    option value="" { (any) }
                    @for name in search::tablers(document) {
                        option value=(name) selected[name == filter.by] { (name) }
                    }
                }
            }
            div class="field" {
                label for="state" { (tongue.say("web-state")) }
                select id="state" name="state" {
                    option value="" { (any) }
                    @for standing in counts.keys() {
                        option value=(standing.word()) selected[standing.word() == filter.state] {
                            (blocks::capital(&held.standing_word(*standing, tongue)))
                        }
                    }
                }
            }
            button type="submit" { (tongue.say("web-show")) }
        }
    }
}

fn places(document: &Document, filter: &Filter, tongue: Tongue) -> Markup {
    let all = search::places(document);
    let counted = document
        .sections
        .iter()
        .flat_map(|section| &section.rows)
        .any(|row| row.text.as_ref().is_some_and(|text| text.role == Role::Alinea));
    let unit = if counted { "web-alinea" } else { "web-paragraph" };
    html! {
        @for group in all.chunk_by(|_, next| !next.whole) {
            @if let Some((text, below)) = group.split_first() {
                optgroup label=(text.name) {
                    option value=(text.value) selected[text.value == filter.place] {
                        (tongue.say("web-whole-text"))
                    }
                    @for place in below {
                        option value=(place.value) selected[place.value == filter.place] {
                            (tongue.tell(unit, &Args::new().text("number", place.name.as_str())))
                        }
                    }
                }
            }
        }
    }
}

/// `amend`: whether each paragraph leads to where it is amended.
pub(super) fn whole(held: &Held, amend: bool, tongue: Tongue) -> Markup {
    let compendium = held.compendium(tongue);
    let leads = |id: &str| Some(format!("#{id}"));
    let document = &compendium.document;
    let lang = lang_of(document, tongue);
    let around = Around { held, tongue, lang: document.lang, leads: &leads };
    html! {
        @if let Some(changes) = &compendium.changes {
            div class="changes" lang=[lang] { (blocks::paper(changes, &leads)) }
        }
        div class="compendium" lang=[lang] {
            @for section in &document.sections { (of_section(section, amend, &around)) }
        }
    }
}

fn asked_for(held: &Held, filter: &Filter, tongue: Tongue) -> Markup {
    let document = &held.compendium(tongue).document;
    let found = held.search(&filter.q, tongue);
    let (sections, count) = search::filtered(held, document, filter, &found);
    let leads = |id: &str| {
        let block = search::blocks(document).find(|block| block.id == id)?;
        let address = held.address_of(&block.cited)?;
        Some(format!("/{}/{}/amendments/{address}", tongue.tag(), held.slug))
    };
    let around = Around { held, tongue, lang: document.lang, leads: &leads };
    html! {
        p class="found" role="status" {
            (tongue.tell("web-found", &Args::new().number("count", count))) " "
            a href={ "/" (tongue.tag()) "/" (held.slug) } { (tongue.say("web-show-all")) }
        }
        div class="compendium" lang=[lang_of(document, tongue)] {
            @for section in &sections { (of_section(section, true, &around)) }
        }
    }
}

fn of_section(section: &Section, amend: bool, around: &Around<'_>) -> Markup {
    let class = if section.columns.is_some() { "text" } else { "text single" };
    let heading = format!("{}-h", section.id);
    html! {
        section class=(class) id=(section.id) aria-labelledby=(heading) {
            @for line in &section.over { p class="over" { (line) } }
            h2 id=(heading) { (section.heading) }
            @if let Some((left, right)) = &section.columns {
                // Seen only: each amendment has its own heading.
                div class="heads" aria-hidden="true" { span { (left) } span { (right) } }
            }
            @for row in &section.rows { (of_row(row, amend.then_some(section), around)) }
        }
    }
}

fn of_row(row: &Row, amended_in: Option<&Section>, around: &Around<'_>) -> Markup {
    html! {
        div class=(if row.amendments.is_empty() { "row" } else { "row amended" }) {
            @if let Some(text) = &row.text {
                @let end = amended_in.map(|section| amend(section, text, around)).unwrap_or_default();
                (blocks::paragraph_with(text, true, around.leads, &end))
            }
            @if !row.amendments.is_empty() {
                div class="beside" {
                    @for block in &row.amendments { (blocks::amendment(block, around)) }
                }
            }
        }
    }
}

/// The way to where a paragraph, or the title, is amended: the same for everybody, who may have to sign in there.
fn amend(section: &Section, text: &Paragraph, around: &Around<'_>) -> Markup {
    let tongue = around.tongue;
    let number: String = text.number.iter().map(|run| run.text.as_str()).collect();
    let (at, label) = match text.role {
        Role::Title => (&section.id, tongue.say("drafting-amend-title")),
        Role::Provision | Role::Alinea if !text.id.is_empty() => {
            let place = format!("{} {}", section.heading, number.trim_end_matches('.'));
            let args = Args::new().text("place", place);
            (&text.id, tongue.tell("drafting-amend-place", &args))
        }
        _ => return html! {},
    };
    html! {
        " " a class="amend" href={ "/" (tongue.tag()) "/desk/draft/" (around.held.slug) "?at=" (at) }
            rel="nofollow" lang=(tongue.tag()) aria-label=(label) { (tongue.say("drafting-amend")) }
    }
}

/// The files of a dossier, by paper.
fn downloads(held: &Held, setting: &Setting<'_>) -> Markup {
    let tongue = setting.tongue;
    html! {
        section class="downloads" aria-labelledby="files" {
            h2 id="files" { (tongue.say("web-files")) }
            dl {
                @for (paper, names) in crate::files::offered(held, setting.prints) {
                    dt { (tongue.say(paper.name())) }
                    dd {
                        ul {
                            @for (kind, name) in names {
                                li {
                                    a href={ "/" (tongue.tag()) "/" (held.slug) "/files/" (name) } { (kind) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
