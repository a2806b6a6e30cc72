//! The amendments that everybody may read, and their addresses.

use super::Held;
use crate::Tongue;
use crate::pages::blocks::capital;
use engine::papers;
use procedure::event::{Event, Id};
use procedure::state::Record;
use std::collections::BTreeMap;
use text::Lang;
use words::{Args, say};

/// The amendments of a dossier that have a page.
#[derive(Debug, Default)]
pub struct Listed {
    /// Positions in the course, in calling order; those without a place in it come last.
    pub order: Vec<usize>,
    /// The address of each that has one.
    addresses: BTreeMap<usize, String>,
    /// The other way, with the names that an amendment had before.
    known: BTreeMap<String, usize>,
}

impl Listed {
    pub(super) fn of(held: &Held) -> Self {
        let course = &held.sitting.course;
        let pieces = pieces(held);
        let public = |at: &usize| {
            let record = course.record(*at);
            record.is_some_and(|one| papers::is_public(one) || pieces.contains(&&one.id))
        };
        let mut order: Vec<usize> = held.sitting.calling_order();
        order.retain(public);
        let mut placed = vec![false; course.amendments.len()];
        order.iter().for_each(|at| placed[*at] = true);
        order.extend((0..course.amendments.len()).filter(|at| !placed[*at]).filter(public));
        let mut listed = Self { order, ..Self::default() };
        let mut by_number = listed.order.clone();
        by_number.sort_unstable();
        for at in by_number {
            let Some(record) = course.record(at) else { continue };
            let wanted = address(&held.sitting.citation(record));
            let free = |name: &String| !listed.known.contains_key(name);
            let more = (2..).map(|count| format!("{wanted}-{count}"));
            let given = std::iter::once(wanted.clone()).chain(more).find(free).unwrap_or(wanted);
            listed.known.insert(given.clone(), at);
            listed.addresses.insert(at, given);
        }
        listed.remember(held);
        listed
    }

    /// Adds the names under which an amendment was known before: what the log calls it, and its earlier numbers.
    fn remember(&mut self, held: &Held) {
        let course = &held.sitting.course;
        let numbered = held.entries.iter().filter_map(|entry| match &entry.event {
            Event::Numbered { amendment, number } | Event::Revised { amendment, number, .. } => {
                Some((course.position(amendment)?, number.as_str()))
            }
            _ => None,
        });
        let ids = course.amendments.iter().enumerate().map(|(at, one)| (at, one.id.0.as_str()));
        for (at, name) in ids.chain(numbered) {
            if self.addresses.contains_key(&at) {
                self.known.entry(address(name)).or_insert(at);
            }
        }
    }

    /// The end of its address: "4", "13/1", "3-rev"; none for one that has no page.
    pub fn address(&self, at: usize) -> Option<&str> {
        self.addresses.get(&at).map(String::as_str)
    }

    /// The amendment of an address, also of one that it had before.
    pub fn at(&self, address: &str) -> Option<usize> {
        self.known.get(address).copied()
    }
}

impl Held {
    /// The amendments that have a page.
    pub fn listed(&self) -> &Listed {
        self.kept.listed.get_or_init(|| Listed::of(self))
    }

    /// The address of the page of the amendment that a drawn document cites so: "4", "13/1".
    pub fn address_of(&self, cited: &str) -> Option<&str> {
        let at = self.cited(cited)?;
        self.listed().address(at)
    }

    /// The amendment of the course that a drawn document cites so.
    pub fn cited(&self, cited: &str) -> Option<usize> {
        let all = || (0..self.sitting.course.amendments.len()).map(|at| (self.drawn_as(at), at));
        let known: &BTreeMap<String, usize> = self.kept.cited.get_or_init(|| all().collect());
        known.get(cited).copied()
    }

    /// "Amendment 4", "Sub-amendment 1 to amendment 13", "Oral amendment 1".
    pub fn name(&self, at: usize, tongue: Tongue) -> String {
        let Some(record) = self.sitting.course.record(at) else { return String::new() };
        if record.number.is_none() && record.oral {
            return self.oral_name(record, tongue.lang());
        }
        let (state, place) = (&self.sitting.state, self.sitting.place(at));
        capital(&engine::words::named(state, place, false, tongue.lang()))
    }

    /// What one is called that was offered in the sitting: by its number among those offered to the draft, or to the same
    /// amendment.
    pub(crate) fn oral_name(&self, record: &Record, lang: Lang) -> String {
        let all = self.sitting.course.amendments.iter();
        let before = all.take_while(|one| one.id != record.id);
        let before = before.filter(|one| one.oral && one.parent == record.parent).count();
        let args = Args::new().text("number", (before + 1).to_string());
        match record.parent.and_then(|parent| self.sitting.course.record(parent)) {
            Some(parent) => {
                say(lang, "web-oral-sub", &args.text("parent", self.sitting.citation(parent)))
            }
            None => say(lang, "web-oral", &args),
        }
    }

    /// Where an amendment of the course stands in what everybody may read ([`Held::told`]); none for one that is not there.
    pub fn told_at(&self, at: usize) -> Option<usize> {
        let all = || {
            let told = self.told().dossier.amendments.iter().enumerate();
            told.map(|(place, one)| (one.cited(), place)).collect()
        };
        let known: &BTreeMap<String, usize> = self.kept.told_at.get_or_init(all);
        known.get(&self.drawn_as(at)).copied()
    }

    /// The other way.
    pub fn at_told(&self, place: usize) -> Option<usize> {
        self.cited(&self.told().dossier.amendments.get(place)?.cited())
    }

    /// How a drawn document cites an amendment of the course: "4", "13/1".
    pub fn drawn_as(&self, at: usize) -> String {
        let amendment = self.sitting.state.dossier.amendments.get(self.sitting.place(at));
        amendment.map(engine::Amendment::cited).unwrap_or_default()
    }
}

/// The pieces of amendments that were put in several.
fn pieces(held: &Held) -> Vec<&Id> {
    let splits = held.entries.iter().filter_map(|entry| match &entry.event {
        Event::Split { into, .. } => Some(into),
        _ => None,
    });
    splits.flatten().map(|piece| &piece.id).collect()
}

/// Letters, figures, full stops and the stroke between amendment and sub-amendment as they are; a hyphen for all else.
fn address(cited: &str) -> String {
    let mut address = String::with_capacity(cited.len());
    for sign in cited.chars() {
        match sign {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '/' | '.' => address.push(sign),
            _ if address.is_empty() || address.ends_with(['-', '/']) => {}
            _ => address.push('-'),
        }
    }
    let address = address.trim_matches(['-', '.', '/']);
    if address.is_empty() { "x".to_owned() } else { address.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_is_what_one_would_type() {
        for (cited, expected) in [
            ("4", "4"),
            ("13/1", "13/1"),
            ("3 rev.", "3-rev"),
            ("é", "x"),
            ("../../etc", "etc"),
            ("4.1", "4.1"),
            ("a <script>", "a-script"),
        ] {
            assert_eq!(address(cited), expected);
        }
    }
}
