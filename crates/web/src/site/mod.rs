//! The site: addresses, languages, what may be kept for how long.

mod answer;
mod asked;
mod choose;
mod feed;
mod routes;

pub(crate) use answer::{Answer, Keep, takes_gzip};
pub use asked::Refused;
pub(crate) use asked::{problem, tongue_of};
pub(crate) use choose::{local, on_to};
pub(crate) use routes::guarded;
pub use routes::router;

use crate::files::Printer;
use crate::held::Fault;
use crate::pages::{Names, Setting};
use crate::{Held, Tongue};
use procedure::event::Seq;
use procedure::log::Hash;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::Semaphore;

/// The most earlier states that are kept, for the versions of compendia.
const EARLIER: usize = 64;

/// A text as it may stand in an address.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// Everything that is shown.
#[derive(Debug)]
pub struct Site {
    /// What it is called.
    pub names: Names,
    /// Where it stands for others, `https://amendments.example`, without a stroke at its end; empty where that is not
    /// known, and addresses stay relative.
    pub base: String,
    /// What tells one build from another: pages made by one are not taken for those of another.
    pub version: String,
    /// What writes papers as PDF; none where they cannot be had so.
    pub printer: Option<Printer>,
    held: RwLock<BTreeMap<String, Arc<Held>>>,
    earlier: Mutex<BTreeMap<Earlier, Arc<Held>>>,
    workers: Semaphore,
}

/// A dossier as it stood behind an event.
type Earlier = (String, Hash, Seq);

impl Site {
    /// A site without a dossier; `workers` pages or files are made at one time.
    pub fn new(names: Names, base: &str, version: &str, workers: usize) -> Self {
        Self {
            names,
            base: base.trim_end_matches('/').to_owned(),
            version: version.to_owned(),
            printer: None,
            held: RwLock::default(),
            earlier: Mutex::default(),
            workers: Semaphore::new(workers.max(1)),
        }
    }

    /// What its pages depend on beside what they show.
    pub(crate) fn setting(&self, tongue: Tongue) -> Setting<'_> {
        let prints = self.printer.is_some();
        Setting { names: &self.names, base: &self.base, prints, tongue }
    }

    /// Makes something while others are answered; at most so many at once as there are workers.
    ///
    /// # Errors
    /// Where what makes it has come to an end before its time.
    pub(crate) async fn worked<T: Send + 'static>(
        &self,
        make: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, ()> {
        let _permit = self.workers.acquire().await;
        tokio::task::spawn_blocking(make).await.map_err(|_| ())
    }

    /// Shows a dossier, or shows it as it stands now.
    pub fn put(&self, held: Arc<Held>) {
        let mut all = self.held.write().unwrap_or_else(PoisonError::into_inner);
        all.insert(held.slug.clone(), held);
    }

    /// The dossier that is called so in addresses.
    pub fn get(&self, slug: &str) -> Option<Arc<Held>> {
        let all = self.held.read().unwrap_or_else(PoisonError::into_inner);
        all.get(slug).map(Arc::clone)
    }

    /// All of them, by what they are called in addresses.
    pub fn all(&self) -> Vec<Arc<Held>> {
        let all = self.held.read().unwrap_or_else(PoisonError::into_inner);
        all.values().map(Arc::clone).collect()
    }

    /// A dossier as it stood behind an event.
    ///
    /// # Errors
    /// Where a draft of that time is not at hand.
    fn until(&self, held: &Held, event: Seq) -> Result<Arc<Held>, Fault> {
        // What comes behind the event does not change what stood then.
        let hash = usize::try_from(event).ok().and_then(|event| held.entries.get(event));
        let hash = hash.map_or(held.head.hash, |next| next.prev);
        let key = (held.slug.clone(), hash, event);
        let lock = || self.earlier.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(then) = lock().get(&key) {
            return Ok(Arc::clone(then));
        }
        let then = Arc::new(held.until(event)?);
        let mut earlier = lock();
        if earlier.len() >= EARLIER {
            earlier.pop_first();
        }
        Ok(Arc::clone(earlier.entry(key).or_insert(then)))
    }
}
