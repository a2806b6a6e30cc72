//! The sitting for whoever presides: what is before the assembly, and a button for everything that may happen next.

mod forms;
mod oral;
mod seldom;

pub use oral::tried;

use super::amendment::{change, positions};
use super::blocks::{self, capital, sentence};
use super::{projector, runs};
use crate::chair::Told;
use crate::{Held, Tongue, assets};
use engine::papers::{self, Templates};
use forms::Forms;
use maud::{Markup, html};
use procedure::rules::{Shown, Term};
use procedure::state::{Record, Stage};
use words::Args;

/// The page.
pub fn chair(held: &Held, told: &Told, tongue: Tongue) -> Markup {
    let course = &held.sitting.course;
    let forms = Forms { held, told, tongue };
    let floor = course.on_the_floor().map(|floor| floor.amendment);
    let name = course.sitting.as_ref().map(|name| held.telling(tongue).own(name));
    html! {
        script src=(assets::DRAFT.address()) defer {}
        header class="opening" {
            p class="kind" {
                a href={ "/" (tongue.tag()) "/" (held.slug) } { (held.reference()) " " (held.title(tongue)) }
                @if let Some(name) = name { span { (name) } }
            }
            h1 { (tongue.say("chair-title")) }
        }
        @if !told.wrong.is_empty() { p class="wrong" role="alert" { (sentence(&told.wrong)) } }
        (blocks::newer(&format!("/{}/desk/sitting/{}", tongue.tag(), held.slug), tongue))
        @if course.sitting.is_none() {
            (opening(&forms))
            (texts(held, tongue))
        } @else {
            (rulings(&forms))
            @match floor {
                Some(at) => (before_the_assembly(&forms, at)),
                None => (between(&forms)),
            }
        }
        (seldom::all(&forms))
        (latest(held, tongue))
        p class="aside keys" { (tongue.say("chair-keys")) }
    }
}

fn opening(forms: &Forms<'_>) -> Markup {
    let form = forms.of("sitting");
    form.show(
        None,
        "record",
        &html! {
            (form.line("by", "chair-name", ""))
            (form.keyed("open", "chair-open", 'o'))
        },
    )
}

/// How the texts stand, while no sitting is open.
fn texts(held: &Held, tongue: Tongue) -> Markup {
    let telling = held.telling(tongue);
    let decided = held.sitting.course.texts.iter().filter(|text| text.outcome.is_some());
    html! { @for text in decided { p class="lede" { (sentence(&telling.text_standing(text))) } } }
}

/// The amendment on the floor: who moves it, who speaks, and the vote.
fn before_the_assembly(forms: &Forms<'_>, at: usize) -> Markup {
    let (held, tongue) = (forms.held, forms.tongue);
    let course = &held.sitting.course;
    let Some(record) = course.record(at) else { return html! {} };
    let moved = course.on_the_floor().and_then(|floor| floor.moved.as_ref());
    let (mover, vote) = (forms.of("mover"), forms.of("vote"));
    let waiting: Vec<usize> = course.open_sub_amendments(at).collect();
    html! {
        div class="sheet chair" {
            div class="main" {
                h2 { (projector::heading(held, at, tongue)) }
                @if let Some(by) = projector::moved_by(held, at, tongue) { p class="lede" { (capital(&by)) } }
                (change(held, at, tongue))
                (projector::falls(held, at, tongue))
                @if moved.is_none() {
                    (mover.show(Some(record), "record", &html! {
                        (mover.offering("by", "chair-mover", record.signed.first().map_or("", String::as_str), &record.signed))
                        (mover.keyed("move", "chair-moved", 'm'))
                        (mover.keyed("not-moved", "chair-not-moved", 'n'))
                    }))
                }
                @if !waiting.is_empty() { (call(forms, &waiting, "chair-call-sub")) }
                (seldom::together(forms, at))
                (vote.show(Some(record), "record vote", &html! {
                    (vote.figures())
                    (vote.keyed("adopt", "chair-adopted", 'a'))
                    (vote.keyed("reject", "chair-rejected", 'r'))
                }))
            }
            div class="side" {
                (script(held, at, tongue))
                (speakers(forms, at, record))
                (positions(held, at, tongue))
                (ahead(forms, Some(at)))
            }
        }
    }
}

/// Nothing is on the floor: what is called next, or the votes on the texts and the end of the sitting.
fn between(forms: &Forms<'_>) -> Markup {
    let (held, tongue) = (forms.held, forms.tongue);
    let course = &held.sitting.course;
    let next = held.sitting.next().map(|next| next.amendment);
    let record = next.and_then(|at| Some((at, course.record(at)?)));
    let form = forms.of("next");
    let end = forms.of("end");
    html! {
        div class="sheet chair" {
            div class="main" {
                @if let Some((at, record)) = record {
                    h2 { (projector::heading(held, at, tongue)) }
                    (change(held, at, tongue))
                    (projector::falls(held, at, tongue))
                    (form.show(Some(record), "record", &form.keyed("call", "chair-call", 'c')))
                } @else {
                    p class="lede" { (tongue.say("chair-nothing-left")) }
                    (seldom::texts(forms))
                }
                (end.show(None, "record", &end.button("close", "chair-close")))
            }
            div class="side" {
                @if let Some((at, _)) = record {
                    (script(held, at, tongue))
                    (positions(held, at, tongue))
                }
                (ahead(forms, next))
            }
        }
    }
}

/// Calls one of several.
fn call(forms: &Forms<'_>, all: &[usize], title: &str) -> Markup {
    let form = forms.of(title);
    let options = named(forms, all.iter().copied());
    form.show(
        None,
        "record",
        &html! {
            (form.choice("amendment", title, &options, ""))
            (form.button("call", "chair-call"))
        },
    )
}

/// Amendments by what the log calls them, with their names.
fn named(forms: &Forms<'_>, all: impl Iterator<Item = usize>) -> Vec<(String, String)> {
    let (held, tongue) = (forms.held, forms.tongue);
    let record = |at: usize| held.sitting.course.record(at);
    all.filter_map(|at| Some((record(at)?.id.0.clone(), held.name(at, tongue)))).collect()
}

/// What the chair says.
fn script(held: &Held, at: usize, tongue: Tongue) -> Markup {
    let lang = held.language(tongue);
    let rows = papers::calling(&held.sitting, at, lang, &Templates::shipped(lang));
    // The first row is the heading, which the page has.
    let said = rows.iter().filter_map(|row| row.text.as_ref()).skip(1);
    let lang = (lang != tongue.lang()).then(|| lang.tag());
    html! {
        section class="script" aria-labelledby="script" {
            h3 id="script" { (tongue.say("chair-script")) }
            div lang=[lang] {
                @for paragraph in said { (blocks::paragraph(paragraph, false, &runs::nowhere)) }
            }
        }
    }
}

/// Who has spoken and who may still speak.
fn speakers(forms: &Forms<'_>, at: usize, record: &Record) -> Markup {
    let (held, tongue) = (forms.held, forms.tongue);
    let floor = held.sitting.course.on_the_floor();
    let spoke = floor.map_or(&[][..], |floor| floor.spoke.as_slice());
    let may = held.sitting.speakers(at);
    let form = forms.of("speaker");
    let options: Vec<(String, String)> =
        may.iter().map(|one| (one.word().to_owned(), one.words(tongue.lang()))).collect();
    let offered: Vec<String> = record
        .signed
        .iter()
        .chain(record.positions.iter().map(|(committee, _)| committee))
        .cloned()
        .collect();
    html! {
        section aria-labelledby="speakers" {
            h3 id="speakers" { (tongue.say("chair-speakers")) }
            @if !spoke.is_empty() {
                ul class="names" {
                    @for (speaker, by) in spoke { li { (capital(&speaker.words(tongue.lang()))) ": " (by) } }
                }
            }
            @if options.is_empty() { p class="aside" { (tongue.say("chair-nobody-speaks")) } }
            @else {
                (form.show(Some(record), "record", &html! {
                    (form.choice("speaker", "screen-field-speaker", &options, ""))
                    (form.offering("by", "screen-field-who", "", &offered))
                    (form.keyed("spoke", "chair-spoke", 's'))
                }))
            }
        }
    }
}

/// The next to come, each with its place.
fn ahead(forms: &Forms<'_>, here: Option<usize>) -> Markup {
    let (held, tongue) = (forms.held, forms.tongue);
    let next = projector::next(held, here);
    html! {
        @if !next.is_empty() {
            section aria-labelledby="ahead" {
                h3 id="ahead" { (tongue.say("chair-ahead")) }
                ol class="ahead" { @for at in next { li { (projector::heading(held, at, tongue)) } } }
            }
        }
    }
}

/// Decisions that rest on one that was annulled: they are ruled on first.
fn rulings(forms: &Forms<'_>) -> Markup {
    let (held, tongue) = (forms.held, forms.tongue);
    let telling = held.telling(tongue);
    let all = &held.sitting.course.for_ruling;
    let options: Vec<(String, String)> =
        all.iter().map(|seq| (seq.to_string(), telling.for_ruling(*seq))).collect();
    let form = forms.of("ruling");
    html! {
        @if !options.is_empty() {
            section class="urgent" aria-labelledby="for-ruling" {
                h2 id="for-ruling" { (tongue.say("chair-for-ruling")) }
                (form.show(None, "record", &html! {
                    (form.choice("event", "screen-field-event", &options, ""))
                    (form.ruling())
                    (form.button("uphold", "chair-uphold"))
                    (form.button("annul", "chair-annul"))
                }))
            }
        }
    }
}

/// The last events in sentences.
fn latest(held: &Held, tongue: Tongue) -> Markup {
    const SHOWN: usize = 8;
    let telling = held.telling(tongue);
    html! {
        section class="history latest" aria-labelledby="latest" {
            h2 id="latest" { (tongue.say("chair-latest")) }
            ol {
                @for entry in held.entries.iter().rev().take(SHOWN) {
                    li {
                        p class="when" {
                            time datetime=(entry.time.as_str()) { (procedure::sentence::hour(&entry.time, tongue.lang())) }
                            span class="event" { (tongue.tell("web-event", &Args::new().text("event", entry.seq.to_string()))) }
                        }
                        p {
                            (blocks::bound(&telling.event(&entry.event)))
                            @for one in &entry.then { " " (blocks::bound(&telling.consequence(one, &entry.event))) }
                        }
                    }
                }
            }
        }
    }
}

/// Whether an amendment was offered in the sitting and is not yet taken.
fn is_offered(record: &Record) -> bool {
    matches!(record.stage, Stage::Offered { .. })
}
