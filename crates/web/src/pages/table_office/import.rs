//! Bringing a dossier in: files, what there is to say of them, and the form to send them again.

use crate::Tongue;
use crate::pages::blocks::{capital, sentence};
use crate::pages::form::Field;
use crate::table_office::{Failure, Given, ImportForm, LARGEST};
use engine::report::{Diagnostic, Spot};
use maud::{Markup, html};
use procedure::rules;
use source::Severity;
use words::Args;

/// Characters of a line shown before the words that a finding is about, and from their beginning on.
const BEFORE: usize = 24;
const BEHIND: usize = 44;

/// The page; `arranges` where whoever asks may set deadlines.
pub fn import(form: &ImportForm, failure: &Failure, arranges: bool, tongue: Tongue) -> Markup {
    let general = failure.judged.found.iter().filter(|one| file_of(one, form).is_none());
    html! {
        header class="opening" {
            h1 { (tongue.say("office-import")) }
            p class="lede" { (tongue.say("office-import-lede")) }
        }
        form class="form import" method="post" enctype="multipart/form-data" action={ "/" (tongue.tag()) "/desk/import" } {
            (what_is_wrong(failure, tongue))
            @for diagnostic in general { (finding(diagnostic, tongue)) }
            @for (at, given) in form.given.iter().enumerate() { (version(at, given, form, failure, tongue)) }
            (more(form, tongue))
            (about(form, failure, arranges, tongue))
            p {
                button name="what" value="open" { (tongue.say("office-import-open")) }
                @if let Some(confirms) = failure.judged.confirms.as_deref().filter(|_| !failure.judged.found.is_empty()) {
                    " " button name="confirmed" value=(confirms) class="second" { (tongue.say("office-import-confirm")) }
                }
            }
        }
    }
}

fn what_is_wrong(failure: &Failure, tongue: Tongue) -> Markup {
    let warns = failure.judged.confirms.is_some()
        && !failure.judged.found.is_empty()
        && failure.field.is_none();
    html! {
        @if !failure.wrong.is_empty() { p class="wrong" role="alert" { (sentence(&failure.wrong)) } }
        @else if warns { p class="wrong" role="alert" { (tongue.say("office-warnings")) } }
        @if failure.judged.more > 0 { p { (tongue.tell("office-more-found", &Args::new().number("count", failure.judged.more))) } }
    }
}

/// The file among those sent that a finding points into.
fn file_of(diagnostic: &Diagnostic, form: &ImportForm) -> Option<usize> {
    let spot = diagnostic.spot.as_ref()?;
    form.given.iter().position(|given| given.name == spot.file.name)
}

/// A file that was sent, beside what there is to say of it.
fn version(
    at: usize,
    given: &Given,
    form: &ImportForm,
    failure: &Failure,
    tongue: Tongue,
) -> Markup {
    let named = |name: &str| format!("{name}-{at}");
    let found: Vec<&Diagnostic> =
        failure.judged.found.iter().filter(|one| file_of(one, form) == Some(at)).collect();
    let own = given.is_text().then(|| String::from_utf8_lossy(&given.bytes).into_owned());
    let text = own.as_ref().or_else(|| failure.judged.read.get(at));
    html! {
        fieldset class="version" {
            legend { (given.name) }
            input type="hidden" name=(named("name")) value=(given.name);
            @if own.is_none() { input type="hidden" name=(named("bytes")) value=(given.packed()); }
            div class="beside-text" {
                div {
                    @if let Some(text) = text {
                        div class="field" {
                            label for=(named("text")) { (tongue.say("office-text-read")) }
                            textarea id=(named("text")) name=(named("text")) rows="18" spellcheck="false" { "\n" (text) }
                        }
                    }
                    @if own.is_none() && text.is_some() {
                        (tick(&named("typed"), "office-typed", tongue))
                    }
                    (tick(&named("drop"), "office-drop", tongue))
                }
                div class="found-in" {
                    @if !found.is_empty() {
                        h2 { (tongue.tell("office-found-in", &Args::new().number("count", found.len()).text("file", given.name.as_str()))) }
                    }
                    @for diagnostic in found { (finding(diagnostic, tongue)) }
                }
            }
        }
    }
}

fn tick(name: &str, label: &str, tongue: Tongue) -> Markup {
    html! {
        p class="tick" {
            input type="checkbox" id=(name) name=(name) value="yes";
            " " label for=(name) { (tongue.say(label)) }
        }
    }
}

/// A finding: where, in which words, and what to do about it.
fn finding(diagnostic: &Diagnostic, tongue: Tongue) -> Markup {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let place = diagnostic.spot.as_ref().map(|spot| {
        let at = spot.file.line_column(spot.span.start);
        let args = Args::new().text("line", at.line.to_string());
        tongue.tell("office-place", &args.text("column", at.column.to_string()))
    });
    html! {
        div class={ "finding is-" (severity) } {
            p class="weight" {
                span class="word" { (capital(&tongue.say(severity))) } " "
                code { (diagnostic.code) }
                @if let Some(place) = place { " " span class="place" { (place) } }
            }
            p { (sentence(&diagnostic.message.text)) }
            @if let Some(spot) = &diagnostic.spot { (line(spot)) }
            @for note in &diagnostic.message.notes { p class="note" { (note) } }
            @if !diagnostic.message.remedy.is_empty() { p class="remedy" { (sentence(&diagnostic.message.remedy)) } }
        }
    }
}

/// The line with its words marked, and a caret below them for who sees no marks.
fn line(spot: &Spot) -> Markup {
    let text = &spot.file.text;
    let start = (spot.span.start as usize).min(text.len());
    let start = (0..=start).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (head, rest) = text.split_at(start);
    let ends = |sign: &char| *sign == '\n' || *sign == '\r';
    let mut before: Vec<char> =
        head.chars().rev().take_while(|sign| !ends(sign)).take(BEFORE).collect();
    before.reverse();
    let of_words = rest.get(..spot.span.len()).unwrap_or(rest);
    let wide = of_words.chars().take_while(|sign| !ends(sign)).count().min(BEHIND);
    let behind: Vec<char> = rest.chars().take_while(|sign| !ends(sign)).take(BEHIND).collect();
    let shown = |signs: &[char]| -> String {
        signs.iter().map(|sign| if sign.is_control() { ' ' } else { *sign }).collect()
    };
    let words = behind.get(..wide).unwrap_or_default();
    let after = behind.get(wide..).unwrap_or_default();
    let blank = before.is_empty() && shown(&behind).trim().is_empty();
    html! {
        @if !blank {
            div class="line" tabindex="0" {
                code { (shown(&before)) @if !words.is_empty() { mark { (shown(words)) } } (shown(after)) }
                "\n"
                code aria-hidden="true" { (" ".repeat(before.len())) ("^".repeat(words.len().max(1))) }
            }
        }
    }
}

/// Files and texts that are still to come.
fn more(form: &ImportForm, tongue: Tongue) -> Markup {
    let first = form.given.len();
    let most = Args::new().number("megabytes", LARGEST / 1024 / 1024);
    html! {
        fieldset {
            legend { (tongue.say(if first == 0 { "office-files" } else { "office-files-more" })) }
            div class="field" {
                label for="file" { (tongue.say("office-file")) }
                p class="help" id="file-help" { (tongue.tell("office-file-help", &most)) }
                input id="file" name="file" type="file" multiple aria-describedby="file-help"
                    accept=".txt,.json,.xml,.akn,.html,.htm,.pdf,.docx,.odt";
            }
            details open[first == 0] {
                summary { (tongue.say("office-paste")) }
                @for at in first..first + 2 {
                    div class="field" {
                        label for={ "text-" (at) } { (tongue.tell("office-pasted", &Args::new().number("count", at + 1))) }
                        textarea id={ "text-" (at) } name={ "text-" (at) } rows="6" spellcheck="false" {}
                    }
                }
            }
        }
    }
}

/// Under which name and rules, and until when amendments are taken.
fn about(form: &ImportForm, failure: &Failure, arranges: bool, tongue: Tongue) -> Markup {
    let fields = &form.fields;
    let wrong = |name: &str| failure.field.filter(|(field, _)| *field == name).map(|(_, id)| id);
    let slug = Field {
        wrong: wrong("slug"),
        help: Some("office-slug-help"),
        most: 60,
        ..Field::text("slug", "office-slug", fields.get("slug"))
    };
    let moment = |name: &'static str, label: &'static str| Field {
        wrong: wrong(name),
        kind: "datetime-local",
        optional: true,
        help: Some("office-moment-help"),
        most: 20,
        ..Field::text(name, label, fields.get(name))
    };
    let chosen = fields.get("rules");
    html! {
        (slug.show(tongue))
        div class="field" {
            label for="rules" { (tongue.say("office-rules")) }
            select id="rules" name="rules" {
                option value="" { (tongue.say("office-rules-of-file")) }
                @for profile in rules::shipped() {
                    @for edition in &profile.editions {
                        @let name = format!("{}/{}", profile.name, edition.edition.name);
                        option value=(name) selected[name == chosen] {
                            (profile.title.get(tongue.lang())) ", " (edition.edition.name)
                        }
                    }
                }
            }
        }
        @if arranges {
            (moment("deadline", "office-deadline").show(tongue))
            (moment("sub-deadline", "office-deadline-subs").show(tongue))
        }
    }
}
