//! Which logs have gone on.

use crate::dossiers::DossierId;
use procedure::log::Head;
use std::collections::{BTreeMap, VecDeque};
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// A log has gone on to this head; what stands before it is read from the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Whose log.
    pub dossier: DossierId,
    /// Where it stands.
    pub head: Head,
}

/// The last news of each dossier, by when it came. Nobody who listens slowly misses any: of what came twice, the later is
/// told.
pub(crate) struct Hub {
    last: Mutex<Last>,
    moment: watch::Sender<u64>,
}

#[derive(Default)]
struct Last {
    moment: u64,
    closed: bool,
    heads: BTreeMap<DossierId, (u64, Head)>,
    by_moment: BTreeMap<u64, DossierId>,
}

impl Default for Hub {
    fn default() -> Self {
        Self { last: Mutex::default(), moment: watch::Sender::new(0) }
    }
}

impl Hub {
    fn last(&self) -> MutexGuard<'_, Last> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells of a head, where it is news.
    pub(crate) fn tell(&self, changed: Changed) {
        let mut last = self.last();
        let before = last.heads.get(&changed.dossier).copied();
        if before.is_some_and(|(_, head)| head.seq >= changed.head.seq) {
            return;
        }
        last.moment += 1;
        let moment = last.moment;
        if let Some((earlier, _)) = before {
            last.by_moment.remove(&earlier);
        }
        last.by_moment.insert(moment, changed.dossier);
        last.heads.insert(changed.dossier, (moment, changed.head));
        drop(last);
        self.moment.send_replace(moment);
    }

    /// Everything that is told from now on.
    pub(crate) fn subscribe(self: &Arc<Self>) -> News {
        let told = self.moment.subscribe();
        let after = self.last().moment;
        News { hub: Arc::clone(self), told, after, waiting: VecDeque::new() }
    }

    /// Nothing more will be told.
    pub(crate) fn close(&self) {
        self.last().closed = true;
        self.moment.send_modify(|_| {});
    }

    fn since(last: &Last, after: u64) -> (u64, VecDeque<Changed>) {
        let later = last.by_moment.range((Bound::Excluded(after), Bound::Unbounded));
        let changed = later.filter_map(|(_, dossier)| {
            let (_, head) = last.heads.get(dossier)?;
            Some(Changed { dossier: *dossier, head: *head })
        });
        (last.moment, changed.collect())
    }
}

/// News of logs, as they come: from this store, and on PostgreSQL from every other.
///
/// Whoever needs all of a log subscribes first, reads it, and then waits: for each change one reads from where one stands. Of
/// several changes to one log that were not yet asked for the last is told.
pub struct News {
    hub: Arc<Hub>,
    told: watch::Receiver<u64>,
    after: u64,
    waiting: VecDeque<Changed>,
}

impl News {
    /// The next change; none when the store is closed or gone. May be given up while it waits.
    pub async fn next(&mut self) -> Option<Changed> {
        loop {
            if let Some(changed) = self.waiting.pop_front() {
                return Some(changed);
            }
            self.told.borrow_and_update();
            let closed = {
                let last = self.hub.last();
                (self.after, self.waiting) = Hub::since(&last, self.after);
                last.closed
            };
            match self.waiting.is_empty() {
                true if closed => return None,
                true => self.told.changed().await.ok()?,
                false => {}
            }
        }
    }
}
