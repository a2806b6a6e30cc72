//! A dossier read from the store, and the same after more was recorded.

use super::Error;
use crate::Held;
use crate::held::Fault;
use engine::Dossier;
use engine::sitting::Sitting;
use procedure::event::Event;
use procedure::log::{Entry, Hash, Head, Reader};
use procedure::state::State as Course;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Store;

/// Lines that are read at one time.
const PAGE: u32 = 4_096;

/// The drafts of a dossier by the hash that its log names.
pub type Dossiers = Arc<BTreeMap<String, Dossier>>;

/// Reads a dossier with its whole log.
pub async fn read(store: &Store, dossier: &store::Dossier) -> Result<Held, Error> {
    let mut log = Vec::new();
    let mut last = 0;
    loop {
        let lines = store.lines(dossier.id, last, PAGE).await?;
        last += lines.len() as u64;
        let whole = lines.len() < PAGE as usize;
        for line in lines {
            log.extend_from_slice(line.as_bytes());
            log.push(b'\n');
        }
        if whole {
            break;
        }
    }
    let mut texts = Vec::new();
    for entry in Reader::new(&log).map_while(Result::ok) {
        if let Some(hash) = names_text(&entry) {
            texts.push(text(store, hash).await?);
        }
    }
    let slug = dossier.slug.clone();
    let held = tokio::task::spawn_blocking(move || Held::read(slug, texts, &log));
    Ok(held.await.map_err(|_| Error::Closed)??)
}

/// The hash of the dossier that an entry names.
pub fn names_text(entry: &Entry) -> Option<&str> {
    match &entry.event {
        Event::Opened { dossier, .. } | Event::DraftRevised { dossier, .. } => Some(dossier),
        _ => None,
    }
}

/// A dossier by its hash.
pub async fn text(store: &Store, hash: &str) -> Result<Dossier, Error> {
    let none = || Fault::Dossier { hash: hash.to_owned() };
    let text = store.text(Hash::parse(hash).ok_or_else(none)?).await.map_err(|error| {
        if error.code() == "store-not-found" { Error::Fault(none()) } else { error.into() }
    })?;
    engine::json::read(&text).map_err(|_| none().into())
}

/// The dossier behind entries that came; `course` is where they lead.
///
/// # Errors
/// Where the draft that the course names is not at hand.
pub fn later(
    held: &Held,
    dossiers: &Dossiers,
    tail: &[Entry],
    course: Course,
    head: Head,
) -> Result<Held, Fault> {
    let hash = course.dossier.clone();
    let dossier = dossiers.get(&hash).ok_or(Fault::Dossier { hash })?;
    let sitting: Sitting<'static> = held.sitting.beside(dossier, course);
    let entries = held.entries.iter().chain(tail).cloned().collect();
    Ok(Held::folded(held.slug.clone(), Arc::clone(dossiers), entries, head, sitting))
}
