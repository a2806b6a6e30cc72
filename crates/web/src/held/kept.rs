//! What is drawn once behind each event, when somebody first asks for it.

use super::Held;
use super::amendments::Listed;
use super::change::Change;
use super::history::Histories;
use crate::pages::search::{Found, Searched};
use crate::site::Answer;
use crate::tongue::Each;
use crate::{Tongue, live};
use engine::State;
use engine::adopt::Refusal;
use engine::document::{self, Document, Layout, Section};
use engine::numbered::{self, Layer, Published};
use engine::papers::{self, Templates};
use procedure::event::Seq;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// All that is kept of a dossier behind one event.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) listed: OnceLock<Listed>,
    pub(super) cited: OnceLock<BTreeMap<String, usize>>,
    pub(super) told_at: OnceLock<BTreeMap<String, usize>>,
    pub(super) histories: Each<Histories>,
    changes: Mutex<BTreeMap<(usize, Tongue), Arc<Change>>>,
    state: OnceLock<State>,
    compendium: Each<Compendium>,
    texts: OnceLock<Result<Published, Box<Refusal>>>,
    drawn_texts: [Each<Option<Texts>>; 2],
    answers: Mutex<BTreeMap<(Tongue, String), Arc<Answer>>>,
    news: Mutex<BTreeMap<(Seq, Tongue), Arc<str>>>,
}

/// The compendium as drawn, and what is needed to search it.
#[derive(Debug)]
pub struct Compendium {
    /// The drawn document in its own typography, without what became of amendments.
    pub document: Document,
    /// What has changed since the version before.
    pub changes: Option<Section>,
    /// The words of each amendment, folded.
    pub searched: Searched,
}

/// The text as adopted, or as amended so far.
#[derive(Debug)]
pub struct Texts {
    /// As drawn, in its own typography.
    pub document: Document,
    /// Whether the assembly has not voted on any of it yet: it is the text as amended so far.
    pub so_far: bool,
}

impl Held {
    /// The dossier as a page tells it: what everybody may read.
    pub fn told(&self) -> &State {
        self.kept.state.get_or_init(|| papers::page_state(&self.sitting, &self.entries))
    }

    /// The compendium, as drawn.
    pub fn compendium(&self, tongue: Tongue) -> &Compendium {
        self.kept.compendium.get(tongue, || {
            let lang = self.language(tongue);
            let drawn = document::compendium(self.told(), lang, Layout::Columns);
            let document = drawn.typeset();
            let changes = papers::changes(&self.sitting, &self.entries, lang);
            let searched = Searched::of(&document);
            Compendium { document, changes, searched }
        })
    }

    /// What a search finds in the compendium.
    pub fn search(&self, words: &str, tongue: Tongue) -> Found {
        self.compendium(tongue).searched.find(words)
    }

    /// The texts that were adopted.
    ///
    /// # Errors
    /// Where what was recorded cannot stand together.
    pub fn published(&self) -> Result<&Published, &Refusal> {
        let texts =
            self.kept.texts.get_or_init(|| numbered::publish(&self.sitting, Layer::default()));
        texts.as_ref().map_err(AsRef::as_ref)
    }

    /// The adopted text as drawn, with its changes or without; as amended so far where none was adopted yet. None where
    /// it cannot be made.
    pub fn texts(&self, changes: bool, tongue: Tongue) -> Option<&Texts> {
        let kept = &self.kept.drawn_texts[usize::from(changes)];
        kept.get(tongue, || self.draw_texts(changes, tongue)).as_ref()
    }

    fn draw_texts(&self, changes: bool, tongue: Tongue) -> Option<Texts> {
        let lang = self.language(tongue);
        let published = self.published().ok()?;
        let drawn = if published.parts.is_empty() {
            let text = self.sitting.text().ok()?;
            document::adopted(&self.sitting.state, &text, lang, changes)
        } else {
            let templates = Templates::shipped(lang);
            papers::adopted(&self.sitting, &self.entries, published, changes, &templates)
        };
        Some(Texts { document: drawn.typeset(), so_far: published.parts.is_empty() })
    }

    /// What an amendment changes, alone.
    pub fn change(&self, at: usize, tongue: Tongue) -> Arc<Change> {
        let known = |map: &BTreeMap<_, Arc<Change>>| map.get(&(at, tongue)).map(Arc::clone);
        let lock = || self.kept.changes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(change) = known(&lock()) {
            return change;
        }
        let made = Arc::new(Change::of(self, at, tongue));
        Arc::clone(lock().entry((at, tongue)).or_insert(made))
    }

    /// What changed behind an event, as followers are told; of old events only the last few that were asked for are kept.
    pub fn news(&self, after: Seq, tongue: Tongue) -> Arc<str> {
        let lock = || self.kept.news.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(told) = lock().get(&(after, tongue)) {
            return Arc::clone(told);
        }
        let told: Arc<str> = live::message(self, after, tongue).into();
        let mut all = lock();
        if all.len() >= 64 {
            all.pop_first();
        }
        Arc::clone(all.entry((after, tongue)).or_insert(told))
    }

    /// A page that was made before.
    pub(crate) fn answered(&self, tongue: Tongue, path: &str) -> Option<Arc<Answer>> {
        let answers = self.kept.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.get(&(tongue, path.to_owned())).map(Arc::clone)
    }

    /// Keeps a page.
    pub(crate) fn answer(&self, tongue: Tongue, path: &str, answer: &Arc<Answer>) {
        let mut answers = self.kept.answers.lock().unwrap_or_else(PoisonError::into_inner);
        answers.insert((tongue, path.to_owned()), Arc::clone(answer));
    }
}
