//! A dossier as it stands behind its last event, with all that its pages need of it.

mod amendments;
mod change;
mod history;
mod kept;
mod standing;

pub use amendments::Listed;
pub use change::{Change, Words};
pub use history::Told;
pub use kept::{Compendium, Texts};
pub use standing::Standing;

use engine::Dossier;
use engine::sitting::{self, Sitting};
use kept::Kept;
use procedure::event::{Event, Seq};
use procedure::log::{Entry, Head, Problem, Reader};
use procedure::rules::{self, Rules};
use procedure::sentence::Telling;
use procedure::state::{Published, Refusal, State as Course};
use std::collections::BTreeMap;
use std::sync::Arc;
use text::Lang;
use thiserror::Error;

use crate::Tongue;

/// A dossier and its log, folded.
#[derive(Debug)]
pub struct Held {
    /// What it is called in addresses: `412-lakes`.
    pub slug: String,
    /// The dossier in each of its drafts, by the hash that the log names.
    dossiers: Arc<BTreeMap<String, Dossier>>,
    /// The log.
    pub entries: Vec<Entry>,
    /// Its last line.
    pub head: Head,
    /// Where everything stands.
    pub sitting: Sitting<'static>,
    kept: Kept,
}

/// Why a dossier and a log do not make one.
#[derive(Debug, Error)]
pub enum Fault {
    /// The log has no event.
    #[error("the log is empty")]
    Empty,
    /// A line is not what it should be.
    #[error("line {line}: {problem:?}")]
    Line {
        /// From 1.
        line: u64,
        /// What is wrong.
        problem: Problem,
    },
    /// The rules that the log names do not come with the program.
    #[error("the rules {profile} {edition} are not at hand")]
    Rules {
        /// The profile.
        profile: String,
        /// Its edition.
        edition: String,
    },
    /// An event that the rules forbid.
    #[error("event {event}: {refusal:?}")]
    Refused {
        /// The event.
        event: Seq,
        /// Why.
        refusal: Box<Refusal>,
    },
    /// The log is of another dossier than those given.
    #[error("no dossier with the hash {hash} is at hand")]
    Dossier {
        /// The hash that the log names.
        hash: String,
    },
}

impl Held {
    /// The dossier in all its drafts, and the lines of its log.
    ///
    /// # Errors
    /// Where they do not belong together, or the log is not sound.
    pub fn read(
        slug: impl Into<String>,
        dossiers: impl IntoIterator<Item = Dossier>,
        log: &[u8],
    ) -> Result<Self, Fault> {
        let dossiers = dossiers.into_iter().map(|dossier| (sitting::hash(&dossier), dossier));
        let mut reader = Reader::new(log);
        let mut entries = Vec::new();
        for entry in reader.by_ref() {
            let fault = |fault: procedure::log::Fault| Fault::Line {
                line: fault.line,
                problem: fault.problem,
            };
            entries.push(entry.map_err(fault)?);
        }
        let head = reader.head();
        Self::of(slug.into(), Arc::new(dossiers.collect()), entries, head)
    }

    fn of(
        slug: String,
        dossiers: Arc<BTreeMap<String, Dossier>>,
        entries: Vec<Entry>,
        head: Head,
    ) -> Result<Self, Fault> {
        let rules = rules_of(&entries)?;
        let course = Course::of(&entries, rules)
            .map_err(|(event, refusal)| Fault::Refused { event, refusal: Box::new(refusal) })?;
        let hash = course.dossier.clone();
        let dossier = dossiers.get(&hash).ok_or(Fault::Dossier { hash })?;
        let sitting = Sitting::new(dossier, course, rules);
        Ok(Self { slug, dossiers, entries, head, sitting, kept: Kept::default() })
    }

    /// One that is folded already; `dossiers` are its drafts by hash, and `sitting` stands behind the last of `entries`.
    pub fn folded(
        slug: String,
        dossiers: Arc<BTreeMap<String, Dossier>>,
        entries: Vec<Entry>,
        head: Head,
        sitting: Sitting<'static>,
    ) -> Self {
        Self { slug, dossiers, entries, head, sitting, kept: Kept::default() }
    }

    /// Its drafts by the hash that the log names.
    pub fn dossiers(&self) -> Arc<BTreeMap<String, Dossier>> {
        Arc::clone(&self.dossiers)
    }

    /// The same as it stood behind an earlier event.
    ///
    /// # Errors
    /// Where a draft of that time is not at hand.
    pub fn until(&self, event: Seq) -> Result<Self, Fault> {
        let count = usize::try_from(event).unwrap_or(usize::MAX);
        let entries: Vec<Entry> = self.entries.iter().take(count).cloned().collect();
        let head = match (self.entries.get(count), entries.last()) {
            (Some(next), Some(last)) => Head { seq: last.seq, hash: next.prev },
            _ => self.head,
        };
        Self::of(self.slug.clone(), Arc::clone(&self.dossiers), entries, head)
    }

    /// The versions of the compendium that were published, the first one first, each with its number.
    pub fn versions(&self) -> impl DoubleEndedIterator<Item = (usize, &Published)> {
        self.sitting.course.published.iter().enumerate().map(|(at, version)| (at + 1, version))
    }

    /// The language of the texts that a reader of this language is shown: the same, or else the dossier's first.
    pub fn language(&self, tongue: Tongue) -> Lang {
        let dossier = &self.sitting.state.dossier;
        let own = dossier.version(tongue.lang()).or(dossier.versions.first());
        own.map_or(tongue.lang(), |version| version.lang)
    }

    /// The reference as printed: "Doc. 412".
    pub fn reference(&self) -> &str {
        self.sitting.state.dossier.reference.as_deref().unwrap_or_default()
    }

    /// What the dossier is called in the language shown; its reference where it has no title.
    pub fn title(&self, tongue: Tongue) -> &str {
        let dossier = &self.sitting.state.dossier;
        let version = dossier.version(self.language(tongue));
        let title = version.and_then(|version| version.title.as_deref());
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| self.reference())
    }

    /// What its sentences are told against.
    pub fn telling(&self, tongue: Tongue) -> Telling<'_> {
        Telling { state: &self.sitting.course, rules: self.sitting.rules, lang: tongue.lang() }
    }
}

fn rules_of(entries: &[Entry]) -> Result<&'static Rules, Fault> {
    let first = entries.first().ok_or(Fault::Empty)?;
    let (profile, edition) = match &first.event {
        Event::Opened { profile, edition, .. } => (profile.clone(), edition.clone()),
        // The fold refuses it, under whatever rules.
        _ => (String::new(), String::new()),
    };
    let named = rules::named(&profile, &edition);
    named.ok_or(Fault::Rules { profile, edition })
}
