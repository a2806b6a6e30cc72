//! Pages of who drafts.

mod begin;
mod draft;
mod mine;
mod people;
mod receipt;
mod shown;

pub use begin::{Begin, begin};
pub use draft::{Page, draft, title};
pub use mine::mine;
pub use people::link;
pub use receipt::receipt;
pub use shown::{own_wording, reading, shown};

use super::blocks::capital;
use crate::drafting::{Content, What};
use crate::{Held, Tongue};
use words::{Args, Message};

/// "Paragraph 7", "Title", "Amendment 4": what a draft is about.
fn about(held: &Held, content: &Content, tongue: Tongue) -> String {
    if let Some(at) = content.parent(held) {
        return held.name(at, tongue);
    }
    match (content.what, content.number.as_str()) {
        (What::Title, _) => tongue.say("drafting-title"),
        (_, "") => held.title(tongue).to_owned(),
        (_, number) => place(held, content.part, number, tongue),
    }
}

/// "A. Draft resolution, paragraph 7".
fn place(held: &Held, part: u32, number: &str, tongue: Tongue) -> String {
    let dossier = &held.sitting.state.dossier;
    let version = dossier.version(held.language(tongue));
    let counted = version.and_then(|version| version.language());
    let counted = counted.is_some_and(|language| language.tables.numbering.is_counted());
    let unit = if counted { "drafting-alinea" } else { "drafting-paragraph" };
    let said = tongue.tell(unit, &Args::new().text("number", number));
    let parts = version.map_or(&[][..], |version| &version.draft.parts);
    match parts.get(part as usize) {
        Some(part) if parts.len() > 1 => {
            let letter =
                if part.letter.is_empty() { String::new() } else { format!("{}. ", part.letter) };
            format!("{letter}{}, {said}", part.heading)
        }
        _ => capital(&said),
    }
}

/// What is done: "New paragraph after".
fn what(content: &Content, tongue: Tongue) -> String {
    let name = match content.what {
        What::Change => "change",
        What::Before => "before",
        What::After => "after",
        What::Delete => "delete",
        What::Title => "title",
        What::NewText => "new-text",
        What::Wording => "wording",
    };
    tongue.say(&format!("drafting-what-{name}"))
}

/// A message as one line, with its remedy.
fn line(message: &Message) -> String {
    match message.remedy.as_str() {
        "" => message.text.clone(),
        remedy => format!("{} – {remedy}", message.text),
    }
}
