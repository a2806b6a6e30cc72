//! What is handed in at one time, held against the rules.

use super::{Keeper, Waiting, known};
use crate::desk::Error;
use engine::sitting::Refused;
use procedure::about;
use procedure::event::Event;
use procedure::log::Entry;
use procedure::rules::Rules;
use procedure::sentence::Telling;
use procedure::state::State as Course;
use store::Append;
use text::Lang;

/// What became of a batch.
type Tried = (Vec<(Waiting, usize)>, Vec<(Waiting, Refused)>, Vec<Append>);

impl Keeper {
    /// Holds all of a batch against the rules, one behind the other, and answers those that are refused and have no key. Gives
    /// those that are not, each with the position of its last entry; those that are and have one; and the entries, which
    /// are taken into the course already.
    pub(super) fn tried(&mut self, batch: Vec<Waiting>) -> Tried {
        let mut head = self.head;
        let (mut accepted, mut appends): (Vec<_>, Vec<Append>) = Default::default();
        let mut kept = Vec::new();
        let time = self.moment();
        for waiting in batch {
            let mut after = head;
            let events = waiting.what.events.iter().map(|event| {
                let entry =
                    after.next(time.clone(), &waiting.what.actor, event.clone(), Vec::new());
                after.advance(&entry.line());
                entry
            });
            let entries: Vec<Entry> = events.collect();
            if entries.is_empty() {
                let _ = waiting.reply.send(Err(Error::Nothing));
                continue;
            }
            let seen = waiting.what.seen;
            let later = seen.and_then(|seen| self.changed_since(seen, &waiting.what.events));
            // What others hand in with it is not recorded yet: the rules alone stand between them.
            if let Some(later) = later {
                let _ = waiting.reply.send(Err(Error::Meanwhile(later)));
                continue;
            }
            if let Err(refused) = self.taken(&entries, &appends, waiting.what.lang) {
                match waiting.what.key {
                    Some(_) => kept.push((waiting, refused)),
                    None => {
                        let _ = waiting.reply.send(Err(Error::Refused(Box::new(refused))));
                    }
                }
                continue;
            }
            head = after;
            appends.extend(entries.into_iter().map(Append::from));
            let last = appends.len() - 1;
            appends[last].key.clone_from(&waiting.what.key);
            accepted.push((waiting, last));
        }
        (accepted, kept, appends)
    }

    /// Answers those that are refused and have a key: what came twice is refused for what the first of it recorded, and is
    /// given the answer to that.
    pub(super) async fn refuse(&self, refused: Vec<(Waiting, Refused)>) {
        for (waiting, refused) in refused {
            let refused = || Err(Error::Refused(Box::new(refused)));
            let answer = match &waiting.what.key {
                None => refused(),
                Some(key) => match self.store.receipt(&key.scope, &key.name).await {
                    Ok(None) => refused(),
                    Ok(receipt) => known(receipt, &waiting.what.key),
                    Err(error) => Err(error.into()),
                },
            };
            let _ = waiting.reply.send(answer);
        }
    }

    /// Takes all of these entries into the course, or none; `before` are those that it has taken and that are not kept yet.
    fn taken(&mut self, entries: &[Entry], before: &[Append], lang: Lang) -> Result<(), Refused> {
        let rules = self.held.sitting.rules;
        // Mostly a rule on the amendment itself forbids it. Few are tried first, so that nothing has to be taken back
        // out of many.
        let mut few = self.course.projected(&self.concerned(entries));
        taken(&mut few, entries, rules, lang)?;
        let whole = taken(&mut self.course, entries, rules, lang);
        if whole.is_err() {
            self.course = self.recorded();
            before.iter().for_each(|append| self.course.take(&append.entry, rules));
        }
        whole
    }

    /// The amendments that these entries are about, as far as there are any, each with what it changes; ascending.
    fn concerned(&self, entries: &[Entry]) -> Vec<usize> {
        let course = &self.course;
        let named = entries.iter().flat_map(|entry| about::amendments(entry, course));
        let named = named.filter_map(|id| course.position(&id));
        let mut all: Vec<usize> = named.collect();
        let parents = all.iter().filter_map(|at| course.record(*at)?.parent).collect::<Vec<_>>();
        let drafted = entries.iter().filter_map(|entry| match &entry.event {
            Event::Drafted { parent: Some(parent), .. } => course.position(parent),
            _ => None,
        });
        all.extend(drafted);
        all.extend(parents);
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Where all that is kept leads.
    pub(super) fn recorded(&self) -> Course {
        let mut course = self.held.sitting.course.clone();
        self.tail.iter().for_each(|entry| course.take(entry, self.held.sitting.rules));
        course
    }
}

/// Takes entries into a course one behind the other.
///
/// # Errors
/// Why the first of them that the rules forbid is forbidden, with those before it taken in.
fn taken(course: &mut Course, entries: &[Entry], rules: &Rules, lang: Lang) -> Result<(), Refused> {
    for entry in entries {
        if let Err(refusal) = course.apply(entry, rules) {
            let message = Telling { state: course, rules, lang }.refusal(&refusal);
            return Err(Refused { code: refusal.code(), message });
        }
    }
    Ok(())
}
