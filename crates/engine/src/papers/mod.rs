//! The papers of a sitting: voting list, chair's script, minutes of decisions, results.
//!
//! Each is drawn as a [`Document`], so that all print writers print it. What they say follows from the log and from
//! the rules alone; before a log is opened they say what the rules foresee ([`Sitting::foreseen`]).
//!
//! ```text
//! voting list   what is still to be voted on, a line each, in calling order
//! script        the same, in the words of the chair; its sentences can be replaced (docs/papers.md)
//! minutes       what happened, in order, by sitting; roll calls by name in an annex
//! results       what became of each amendment, in the order of the compendium
//! adopted       the adopted texts under their numbers, with the line of their origin
//! ```
//!
//! What a log names is in the language of the paper ([`crate::people`]).

mod adopted;
mod compendium;
mod minutes;
pub(crate) mod placeholders;
mod results;
mod roll;
mod script;
mod templates;
mod voting_list;

pub use ::words::templates::{Fault, Templates};
pub use adopted::{Origin, adopted, origins, said};
pub use compendium::{changes, compendium, compendium_state, is_public, page_state};
pub use minutes::minutes;
pub use results::results;
pub use script::{calling, script};
pub use templates::{TEMPLATES, fault};
pub use voting_list::voting_list;

use crate::document::{
    Column, Document, Head, Layout, Paragraph, Role, Row, Run, Runs, Section, Terms, desk,
};
use crate::people::People;
use crate::sitting::Sitting;
use crate::words::{self, Args, nested, say};
use ::words::name::name;
use instruction::style::Language;
use placeholders::Cited;
use procedure::event::{Id, Seq, Time};
use procedure::rules::Shown;
use procedure::sentence::Telling;
use procedure::state::{Needed, Record};
use std::collections::BTreeMap;
use text::Lang;

/// A sitting, and the language in which a paper of it is drawn.
struct Desk<'a> {
    held: &'a Sitting<'a>,
    lang: Lang,
    language: &'static Language,
    people: People,
}

impl<'a> Desk<'a> {
    /// None where no language is registered at all.
    fn new(held: &'a Sitting<'_>, lang: Lang) -> Option<Self> {
        let people = People::of(&held.state.dossier, lang);
        Some(Self { held, lang, language: desk::tables_of(&held.state.dossier, lang)?, people })
    }

    fn say(&self, id: &str, args: &Args) -> String {
        say(self.lang, id, args)
    }

    fn plain(&self, id: &str) -> String {
        self.say(id, &Args::new())
    }

    fn telling(&self) -> Telling<'_> {
        Telling { state: &self.held.course, rules: self.held.rules, lang: self.lang }
    }

    fn record(&self, at: usize) -> Option<&Record> {
        self.held.course.record(at)
    }

    // Names

    /// The name in this paper's language of what may be recorded in all of the dossier.
    fn in_own(&self, name: &str) -> String {
        self.people.name(name)
    }

    /// "Amendment 4", "Sub-amendment 1 to amendment 13", as a heading.
    fn heading(&self, at: usize) -> String {
        let Some(record) = self.record(at) else { return String::new() };
        let parent = record.parent.and_then(|parent| self.record(parent));
        let args = Args::new().text("number", self.held.citation(record));
        match (&record.number, parent) {
            (Some(number), None) => {
                self.say("paper-amendment", &Args::new().text("number", number.as_str()))
            }
            (Some(number), Some(parent)) => {
                let args = Args::new().text("number", number.as_str());
                self.say("paper-sub-amendment", &args.text("parent", self.held.citation(parent)))
            }
            (None, None) => self.say("paper-oral", &args),
            (None, Some(parent)) => {
                self.say("paper-oral-sub", &args.text("parent", self.held.citation(parent)))
            }
        }
    }

    /// The heading with the place: "Amendment 4, paragraph 7".
    fn heading_and_place(&self, at: usize) -> String {
        let heading = self.heading(at);
        match self.place(at).as_str() {
            "" => heading,
            place => format!("{heading}, {place}"),
        }
    }

    /// "paragraph 7, third sentence"; empty for what has no place, and for a sub-amendment, which is named by what it
    /// changes.
    fn place(&self, at: usize) -> String {
        if self.record(at).is_none_or(|record| record.parent.is_some()) {
            return String::new();
        }
        let acts = words::acts_in_text(&self.held.state, self.held.place(at), self.lang);
        let place = acts.into_iter().next().map(|(place, _)| place).unwrap_or_default();
        nested(&place, self.lang)
    }

    /// Those who tabled it, in this language, the mover first.
    fn tablers(&self, at: usize) -> Vec<String> {
        let amendment = self.held.state.dossier.amendments.get(self.held.place(at));
        let text = amendment.and_then(|amendment| amendment.text(self.lang));
        match text.filter(|text| !text.tablers.names.is_empty()) {
            Some(text) => text.tablers.names.clone(),
            None => {
                let signed = self.record(at).map(|record| record.signed.as_slice());
                let signed = signed.unwrap_or_default().iter();
                signed.map(|name| self.in_own(name)).collect()
            }
        }
    }

    /// Whether a committee tabled it.
    fn is_of_committee(&self, at: usize) -> bool {
        let amendment = self.held.state.dossier.amendments.get(self.held.place(at));
        let printed = amendment
            .is_some_and(|amendment| amendment.texts.iter().any(|text| text.tablers.committee));
        printed || self.record(at).is_some_and(|record| record.committee)
    }

    /// "Ms Ada FOG and 4 others".
    fn mover(&self, at: usize) -> String {
        let names = self.tablers(at);
        let Some(first) = names.first() else { return String::new() };
        if self.is_of_committee(at) {
            return capital(&name(first, self.lang).bare);
        }
        match names.len() - 1 {
            0 => first.clone(),
            others => {
                let args = Args::new().text("mover", first.as_str()).number("count", others);
                self.say("paper-and-others", &args)
            }
        }
    }

    /// "4, 6 and 7", or with "or".
    fn listed(&self, names: &[String], joint: &str) -> String {
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                format!("{} {joint} {last}", rest.join(", "))
            }
            Some((last, _)) => last.clone(),
            None => String::new(),
        }
    }

    fn cited(&self, all: &[usize]) -> Vec<String> {
        let records = all.iter().filter_map(|at| self.record(*at));
        records.map(|record| self.held.citation(record)).collect()
    }

    /// "the draft resolution (A)".
    fn text(&self, part: usize) -> String {
        self.telling().text(part)
    }

    /// The majority that a text as a whole needs, in words.
    fn majority(&self, part: usize) -> String {
        let kind = self.held.course.texts.get(part).map(|text| text.kind);
        let needed = kind.map(|kind| Needed::for_a_text(kind, self.held.rules).majority);
        needed.map(|majority| majority.words(self.lang)).unwrap_or_default()
    }

    /// "16 October 2031".
    fn day(&self, time: &Time) -> String {
        procedure::sentence::day(time, self.lang)
    }

    // The order

    /// Amendments of each text in calling order, sub-amendments before what they change; those under no text come
    /// last, with none.
    fn by_text(&self, wanted: impl Fn(usize, &Record) -> bool) -> Vec<(Option<usize>, Vec<usize>)> {
        let course = &self.held.course;
        let mut texts: Vec<(Option<usize>, Vec<usize>)> =
            (0..course.texts.len()).map(|part| (Some(part), Vec::new())).collect();
        let mut without = Vec::new();
        for at in self.held.calling_order() {
            let Some(record) = self.record(at).filter(|record| wanted(at, record)) else {
                continue;
            };
            let outer = record.parent.and_then(|parent| self.record(parent)).unwrap_or(record);
            match outer.part.and_then(|part| texts.get_mut(part)) {
                Some((_, of_text)) => of_text.push(at),
                None => without.push(at),
            }
        }
        if !without.is_empty() {
            texts.push((None, without));
        }
        texts
    }

    /// Those among these places of the dossier that are still open.
    fn open_of(&self, places: &[usize]) -> Vec<usize> {
        let records = places.iter().filter_map(|place| self.held.record(*place));
        records.filter(|at| self.record(*at).is_some_and(Record::is_open)).collect()
    }

    /// Whether a draft text cites another by a number that it does not have yet.
    fn cites(&self, part: usize, other: usize) -> bool {
        let dossier = &self.held.state.dossier;
        let version = dossier.version(self.lang).or(dossier.versions.first());
        let language = version.and_then(crate::Version::language);
        let Some((version, language)) = version.zip(language) else { return false };
        let of_part = version.index.parts().get(part);
        let Some(text) = of_part.map(|entry| entry.span.of(version.index.text())) else {
            return false;
        };
        let parts = &version.draft.parts;
        placeholders::placeholders(text, language)
            .iter()
            .any(|one| placeholders::cited(one.kind, part, parts) == Some(Cited::One(other)))
    }

    /// The majority that amendments need.
    fn needed(&self) -> Row {
        let needed = Needed::for_an_amendment(self.held.rules).majority.words(self.lang);
        aside(self.say("voting-list-majority", &Args::new().text("majority", needed)))
    }

    // Drawing

    /// "A. Draft resolution".
    fn part_heading(&self, part: Option<usize>) -> String {
        let dossier = &self.held.state.dossier;
        let version = dossier.version(self.lang).or(dossier.versions.first());
        let found = part.and_then(|part| version?.draft.parts.get(part));
        match found {
            Some(part) => desk::part_heading(part, &part.heading),
            None => self.plain("paper-under-no-text"),
        }
    }

    /// A section called so.
    fn section(&self, id: String, heading: String) -> Section {
        Section { id, heading, ..Section::default() }
    }

    /// The paper of these sections.
    fn document(&self, kind: &str, sections: Vec<Section>) -> Document {
        let mut head: Head = desk::head(&self.held.state, self.lang, self.language);
        head.kind = self.plain(kind);
        // The edition is the compendium's.
        head.edition.clear();
        // The day of the last event; that of the compendium where nothing was recorded.
        if let Some(time) = &self.held.course.time {
            head.date = printed_day(time);
        }
        Document {
            lang: self.lang,
            layout: Layout::Linear,
            title: desk::title(&head),
            head,
            contents: Vec::new(),
            key: Vec::new(),
            sections,
            terms: Terms::new(&self.language.labels, &self.language.printed),
            tablers: BTreeMap::new(),
            ours: true,
            moments: BTreeMap::new(),
            catalogue: None,
        }
    }

    fn columns(&self, columns: &[(&str, u32)]) -> Vec<Column> {
        let column = |(head, share): &(&str, u32)| Column { head: self.plain(head), share: *share };
        columns.iter().map(column).collect()
    }

    /// What these events decided by themselves, not by what followed, but for this amendment: "amendment 15".
    fn causes(&self, events: &[Seq], fallen: &Id, then: &Telling<'_>) -> String {
        let by = |event: &Seq| {
            let (amendments, _) = then.state.decided_by(*event)?;
            let records = amendments.iter().filter_map(|at| then.state.record(*at));
            let own = records.filter(|record| {
                let decided = record.decision();
                record.id != *fallen && decided.is_some_and(|found| found.because.is_empty())
            });
            Some(own.map(|record| then.record(record)).collect::<Vec<_>>())
        };
        let named: Vec<String> = events.iter().filter_map(by).flatten().collect();
        self.listed(&named, self.language.labels.and)
    }
}

/// "16/10/2031", as compendia are dated.
fn printed_day(time: &Time) -> String {
    let piece = |from: usize, to: usize| time.as_str().get(from..to).unwrap_or_default();
    format!("{}/{}/{}", piece(8, 10), piece(5, 7), piece(0, 4))
}

/// A paragraph of these words.
fn paragraph(words: impl Into<String>) -> Row {
    set(Role::Provision, vec![Run::plain(words)])
}

/// A paragraph in italics: what is not said, or not part of the matter.
fn aside(words: impl Into<String>) -> Row {
    let run = Run { emphasis: true, ..Run::plain(words) };
    set(Role::Provision, vec![run])
}

/// A heading within a section.
fn headed(words: impl Into<String>) -> Row {
    set(Role::Heading, vec![Run::plain(words)])
}

fn set(role: Role, content: Runs) -> Row {
    Row::of(Paragraph { role, content, ..Paragraph::default() })
}

/// A line of a table.
fn cells(cells: impl IntoIterator<Item = String>) -> Row {
    let cell = |words: String| if words.is_empty() { Vec::new() } else { vec![Run::plain(words)] };
    Row { cells: cells.into_iter().map(cell).collect(), ..Row::default() }
}

/// With a capital at its beginning.
fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
