//! Words in one line, with how they are set and who changed them.

use engine::document::{ChangeKind, Changed, Run};
use maud::{Markup, html};

/// The runs as phrasing content.
pub(crate) fn of(runs: &[Run]) -> Markup {
    html! { @for run in runs { (of_run(run)) } }
}

fn of_run(run: &Run) -> Markup {
    let words = set(run);
    match &run.change {
        Some(change) => changed(&words, change),
        None => words,
    }
}

fn set(run: &Run) -> Markup {
    let mut words = html! { (run.text) };
    if run.caps {
        words = html! { span class="caps" { (words) } };
    }
    if run.emphasis {
        words = html! { em { (words) } };
    }
    if run.raised {
        words = html! { sup { (words) } };
    }
    if run.quoted {
        words = html! { strong { (words) } };
    }
    if run.link.is_empty() {
        words
    } else {
        html! { a href={ "#" (run.link) } { (words) } }
    }
}

fn changed(words: &Markup, change: &Changed) -> Markup {
    let class = change.editorial.then_some("ed");
    let title = (!change.author.is_empty()).then_some(&change.author);
    html! {
        @match change.kind {
            ChangeKind::Inserted => ins class=[class] title=[title] { (words) },
            ChangeKind::Deleted => del class=[class] title=[title] { (words) },
        }
        @if !change.sign.is_empty() { sup class="sign" { (change.sign) } }
    }
}
