//! What happens to the amendments of a dossier, as an Atom feed (RFC 4287).
//!
//! An entry for each amendment, the one to which something happened last first: where it stands, and the sentence of
//! what happened. Its id stays, so that a reader of feeds knows it again and shows that it is another now.

use crate::held::Told;
use crate::pages::blocks::{capital, sentence};
use crate::{Held, Tongue};
use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig,
};
use engine::xml::allowed;
use procedure::event::Time;

const PROGRAM: &str = "Hemicycle";
/// The most entries, those in which something happened last.
const MOST: usize = 200;

/// The feed; none for a log without a moment.
pub(super) fn feed(held: &Held, base: &str, tongue: Tongue) -> Option<String> {
    let updated = moment(held.sitting.course.time.as_ref()?)?;
    let opened = held.entries.first().map(|entry| entry.time.clone())?;
    let page = format!("{base}/{}/{}", tongue.tag(), held.slug);
    let id = format!("urn:hemicycle:{}:{}", held.slug, tongue.tag());
    let mut all: Vec<(Time, usize, Option<&Told>)> = held
        .listed()
        .order
        .iter()
        .map(|at| {
            let last = held.history(*at, tongue).last();
            (last.map_or_else(|| opened.clone(), |told| told.at.clone()), *at, last)
        })
        .collect();
    all.sort_by(|one, other| other.0.cmp(&one.0));
    let entries = all.iter().take(MOST).filter_map(|(time, at, last)| {
        entry(held, *at, *last, (&page, &id, moment(time)?), tongue)
    });
    let link = |rel: &str, href: String| Link { rel: rel.to_owned(), href, ..Link::default() };
    let feed = Feed {
        title: plain(&crate::pages::dossier_title(held, tongue)),
        id: id.clone(),
        updated,
        authors: vec![person(PROGRAM)],
        generator: Some(Generator { value: PROGRAM.to_owned(), ..Generator::default() }),
        links: vec![link("self", format!("{page}/feed.atom")), link("alternate", page.clone())],
        entries: entries.collect(),
        lang: Some(tongue.tag().to_owned()),
        ..Feed::default()
    };
    let config = WriteConfig { write_document_declaration: true, indent_size: Some(2) };
    let mut text = String::from_utf8(feed.write_with_config(Vec::new(), config).ok()?).ok()?;
    text.push('\n');
    Some(text)
}

fn entry(
    held: &Held,
    at: usize,
    last: Option<&Told>,
    (page, id, updated): (&str, &str, FixedDateTime),
    tongue: Tongue,
) -> Option<Entry> {
    let record = held.sitting.course.record(at)?;
    let address = held.listed().address(at)?;
    let name = held.name(at, tongue);
    let outcome = capital(&held.outcome(at, tongue));
    let mut said = match held.votes(at, tongue) {
        Some(votes) => sentence(&format!("{outcome} ({votes})")),
        None => sentence(&outcome),
    };
    for line in last.iter().flat_map(|told| std::iter::once(&told.sentence).chain(&told.then)) {
        said.push('\n');
        said.push_str(line);
    }
    let content = Content {
        value: Some(allowed(&said).into_owned()),
        content_type: Some("text".to_owned()),
        ..Content::default()
    };
    Some(Entry {
        title: plain(&format!("{name}: {}", held.outcome(at, tongue))),
        id: format!("{id}:{}", record.id.0.replace(' ', "-")),
        updated,
        links: vec![Link {
            rel: "alternate".to_owned(),
            href: format!("{page}/amendments/{address}"),
            ..Link::default()
        }],
        authors: record.signed.iter().map(|name| person(held.telling(tongue).own(name))).collect(),
        categories: vec![Category {
            term: held.standing(at).word().to_owned(),
            ..Category::default()
        }],
        content: Some(content),
        ..Entry::default()
    })
}

fn moment(time: &Time) -> Option<FixedDateTime> {
    time.as_str().parse().ok()
}

fn person(name: &str) -> Person {
    Person { name: allowed(name).into_owned(), ..Person::default() }
}

fn plain(words: &str) -> Text {
    Text::plain(allowed(words).into_owned())
}
