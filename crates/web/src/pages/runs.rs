//! Words in one line, with how they are set and who changed them.

use engine::diff::{Kind, Stretch};
use engine::document::{ChangeKind, Changed, Run};
use maud::{Markup, html};

/// Where a link inside a drawn document leads: from the id of what it points to to an address; none where to nowhere.
pub type Leads<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Links that lead nowhere.
pub fn nowhere(_: &str) -> Option<String> {
    None
}

/// The runs as phrasing content.
pub fn of(runs: &[Run], leads: Leads<'_>) -> Markup {
    html! { @for run in runs { (of_run(run, leads)) } }
}

fn of_run(run: &Run, leads: Leads<'_>) -> Markup {
    let set = set(run, leads);
    match &run.change {
        Some(change) => changed(&set, change),
        None => set,
    }
}

fn set(run: &Run, leads: Leads<'_>) -> Markup {
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
        words = html! { strong class="quoted" { (words) } };
    }
    let to = (!run.link.is_empty()).then(|| leads(&run.link)).flatten();
    match to {
        Some(to) => html! { a href=(to) { (words) } },
        None => words,
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

/// Two wordings in one, word by word.
pub fn stretches(all: &[Stretch]) -> Markup {
    html! {
        @for one in all {
            @match one.kind {
                Kind::Kept => (one.text),
                Kind::Gone => del { (one.text) },
                Kind::Came => ins { (one.text) },
            }
        }
    }
}
