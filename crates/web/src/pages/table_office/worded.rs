//! Wordings that the table office writes: translations, and amendments worded anew.

use super::parts::{Act, alert, link, pair, to};
use crate::pages::blocks::{bound, capital, sentence};
use crate::table_office::worded::{Judged, Lacking, lacks, prepared};
use crate::table_office::{Page, View, checks};
use maud::{Markup, html};
use procedure::event::Id;
use source::Severity;
use text::Lang;
use words::Args;

/// What lacks a language.
pub fn translations(view: &View<'_>) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let course = &held.sitting.course;
    let handed_in = |at: &usize| {
        let record = course.record(*at);
        record.is_some_and(|one| one.stage != procedure::state::Stage::Drafted)
    };
    let lacking = Lacking::of(held);
    let all: Vec<(usize, Lang)> = (0..course.amendments.len())
        .filter(handed_in)
        .filter_map(|at| Some((at, lacking.get(at)?.1)))
        .collect();
    html! {
        @if all.is_empty() { p { (tongue.say("office-none-lacks")) } }
        ul class="lacking" {
            @for (at, lang) in all {
                @if let Some(record) = course.record(at) {
                    li {
                        p { (link(view, at)) " " span class="place" { (checks::places(held, at, tongue)) } }
                        p {
                            a href=(to(view, &Page::Translate(record.id.clone())))
                                aria-label=(pair(tongue, &into(lang, view), &held.name(at, tongue))) { (into(lang, view)) }
                        }
                    }
                }
            }
        }
    }
}

fn into(lang: Lang, view: &View<'_>) -> String {
    let tongue = view.tongue;
    tongue.tell("office-into", &Args::new().text("lang", tongue.language(lang)))
}

fn head(view: &View<'_>, id: &Id, title: &str) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let name = held.sitting.course.position(id).map(|at| held.name(at, tongue)).unwrap_or_default();
    html! {
        header class="opening" {
            p class="kind" {
                @if (view.may)(Page::Amendment(id.clone()).needs()) {
                    a href=(to(view, &Page::Amendment(id.clone()))) { (name) }
                } @else { (name) }
            }
            h1 { (pair(tongue, title, &name)) }
        }
        (alert(view))
    }
}

/// An amendment beside its blanks in the other language.
pub fn translate(view: &View<'_>, id: &Id) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let Some(at) = held.sitting.course.position(id) else { return html! {} };
    let Some((from, lacking)) = lacks(held, at) else {
        return html! { (head(view, id, &tongue.say("office-translate"))) p { (tongue.say("office-lacks-none")) } };
    };
    let texts = held.sitting.wordings(at);
    let original = texts.iter().find(|text| text.lang == from.tag());
    let prepared = prepared(held, at).filter(|_| view.fields.get("whole").is_empty());
    let act = Act { view, what: "translate", about: &id.0 };
    let note = original.map_or("", |text| text.note.as_str());
    html! {
        (head(view, id, &into(lacking, view)))
        (judged(view))
        section class="piece wide" aria-labelledby="original" {
            h2 id="original" { (tongue.say("office-original")) }
            div class="wording" lang=(from.tag()) {
                @if let Some(text) = original { @for line in text.wording.lines() { p { (line) } } }
            }
        }
        form class="form import" method="post" action=(to(view, view.page)) {
            input type="hidden" name="seen" value=(held.head.seq);
            input type="hidden" name="amendment" value=(id.0);
            @match &prepared {
                Some(prepared) => {
                    @let gaps: Vec<String> = prepared.blanks.iter().map(|blank| blank.likely.clone().unwrap_or_else(|| "…".to_owned())).collect();
                    section aria-labelledby="prepared" {
                        h2 id="prepared" { (tongue.say("office-prepared")) }
                        div class="wording" lang=(lacking.tag()) {
                            @for line in prepared.filled(&gaps).lines() { p { (line) } }
                        }
                    }
                    @for (number, text) in &prepared.paragraphs {
                        div class="context" lang=(lacking.tag()) {
                            p class="heading" { (number) }
                            @for line in text.lines() { p { (line) } }
                        }
                    }
                    @for (at, blank) in prepared.blanks.iter().enumerate() {
                        @let field = format!("blank-{at}");
                        @let likely = blank.likely.as_deref().unwrap_or_default();
                        @let value = act.typed().or(&field, likely);
                        div class="field blank" {
                            label for=(field) {
                                (tongue.say(if blank.new { "office-blank-new" } else { "office-blank-quoted" }))
                                " " q lang=(from.tag()) { (blank.original) }
                            }
                            @if blank.original.chars().count() > 60 {
                                textarea id=(field) name=(field) rows="4" maxlength="20000" lang=(lacking.tag()) required { "\n" (value) }
                            } @else {
                                input id=(field) name=(field) value=(value) maxlength="20000" lang=(lacking.tag()) autocomplete="off" required;
                            }
                        }
                    }
                    p { a href={ (to(view, view.page)) "?whole=yes" } { (tongue.say("office-whole")) } }
                }
                None => div class="field" {
                    label for="wording" { (tongue.say("office-wording-whole")) }
                    textarea id="wording" name="wording" rows="8" maxlength="20000" lang=(lacking.tag()) required { "\n" (act.typed().or("wording", "")) }
                }
            }
            @if prepared.is_none() { input type="hidden" name="whole" value="yes"; }
            @if !note.is_empty() {
                div class="field" {
                    label for="note" { (tongue.say("office-note")) }
                    p class="help" id="note-help" lang=(from.tag()) { (note) }
                    textarea id="note" name="note" rows="4" maxlength="20000" lang=(lacking.tag()) aria-describedby="note-help" { "\n" (act.typed().or("note", "")) }
                }
            }
            (buttons(view, "translate", "office-translate-it"))
        }
    }
}

/// An amendment to be worded anew, in each of its languages.
pub fn revise(view: &View<'_>, id: &Id) -> Markup {
    let (held, tongue) = (view.held, view.tongue);
    let course = &held.sitting.course;
    let Some((at, record)) = course.position(id).and_then(|at| Some((at, course.record(at)?)))
    else {
        return html! {};
    };
    let texts = held.sitting.wordings(at);
    let act = Act { view, what: "revise", about: &id.0 };
    let usual = record
        .number
        .as_ref()
        .map(|number| format!("{} rev.", number.trim_end_matches(" rev.")))
        .unwrap_or_default();
    html! {
        (head(view, id, &tongue.say("office-revise")))
        (judged(view))
        form class="form import" method="post" action=(to(view, view.page)) {
            input type="hidden" name="seen" value=(held.head.seq);
            input type="hidden" name="amendment" value=(id.0);
            p { (tongue.say("office-revise-about")) }
            (act.line("number", "office-number", &usual, false))
            @for version in &held.sitting.state.dossier.versions {
                @let lang = version.lang.tag();
                @let text = texts.iter().find(|text| text.lang == lang);
                @let (wording, note) = (format!("wording-{lang}"), format!("note-{lang}"));
                fieldset {
                    legend { (capital(&tongue.language(version.lang))) }
                    div class="field" {
                        label for=(wording) { (tongue.say("web-wording")) }
                        textarea id=(wording) name=(wording) rows="6" maxlength="20000" lang=(lang) {
                            "\n" (act.typed().or(&wording, text.map_or("", |text| text.wording.as_str())))
                        }
                    }
                    div class="field" {
                        label for=(note) { (tongue.say("office-note")) }
                        textarea id=(note) name=(note) rows="3" maxlength="20000" lang=(lang) {
                            "\n" (act.typed().or(&note, text.map_or("", |text| text.note.as_str())))
                        }
                    }
                }
            }
            (buttons(view, "revise", "office-revise-it"))
        }
    }
}

/// The button that records it; where there are doubts, another that takes them.
fn buttons(view: &View<'_>, what: &str, label: &str) -> Markup {
    let tongue = view.tongue;
    let confirms = view.judged.and_then(|judged| judged.confirms.as_deref());
    html! {
        input type="hidden" name="what" value=(what);
        p {
            button type="submit" { (tongue.say(label)) }
            @if let Some(confirms) = confirms {
                " " button type="submit" class="second" name="confirmed" value=(confirms) { (tongue.say("office-confirm")) }
            }
        }
    }
}

/// What there is to say of what was sent, with the wording as it came out.
fn judged(view: &View<'_>) -> Markup {
    let Some(Judged { texts, found, .. }) = view.judged else { return html! {} };
    let tongue = view.tongue;
    html! {
        section class="piece wide" aria-labelledby="judged" {
            h2 id="judged" { (tongue.say("office-judged")) }
            @for text in texts {
                div class="wording context" lang=(text.lang) { @for line in text.wording.lines() { p { (line) } } }
            }
            @for (severity, code, message) in found {
                @let word = match severity { Severity::Error => "error", Severity::Warning => "warning", Severity::Note => "note" };
                div class={ "finding is-" (word) } {
                    p class="weight" { span class="word" { (capital(&tongue.say(word))) } " " code { (code) } }
                    p { (sentence(&bound(&message.text))) }
                    @for note in &message.notes { p class="note" { (note) } }
                    @if !message.remedy.is_empty() { p class="remedy" { (sentence(&message.remedy)) } }
                }
            }
        }
    }
}
