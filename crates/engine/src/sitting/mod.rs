//! The sitting: what a log says so far, held against the texts.
//!
//! `procedure` knows what was recorded and what the rules allow; this module knows the words. Together they say
//! what is called next, what falls if it is adopted, and how the text would read. What follows from an event is
//! worked out here ([`Sitting::consequences`]), once, before the event is recorded.
//!
//! ```text
//! dossier ─┐
//! log ─────┴─► Sitting ─ next ─► 4 ─ "put to the vote" ─► consequences ─► [6 falls]  ─► log
//! ```
//!
//! # Which dossier
//!
//! Amendments that the log alone knows, drafted or offered in the sitting, and wordings that it has replaced are put
//! into the dossier first ([`dossier_of`]); it is worked out anew whenever one of them changes.

mod again;
mod agenda;
mod filter;
mod follow;
mod hypothesis;
mod known;
mod late;
mod next;
mod rebased;
mod revision;
mod step;
mod together;
mod votes;

pub use again::{Again, Difference};
pub use agenda::{Agenda, Basis, Estimate, Question};
pub use filter::{Barred, Clash, ClashEffect, Declaration, Eligible, Filter};
pub use hypothesis::{Impossible, Supposed, Supposition};
pub use known::Known;
pub use next::{Next, Why};
pub use rebased::{Rebased, Standing};
pub use revision::Unrevisable;
pub use step::{Refused, Step, revise, step, taken};
pub use together::Quorum;
pub use votes::{Extreme, Put, PutAs, Votes};

use crate::adopt::{self, Adopted, Selection};
use crate::dossier::{Amendment, AmendmentText, Dossier, Tablers};
use crate::people::People;
use crate::state::Profile;
use crate::{State, json, recorded};
use procedure::event::{Event, Id, Kind, Listed, Text, Time, Wording};
use procedure::log::{Hash, Head};
use procedure::rules::Rules;
use procedure::state::{Record, Refusal, State as Course};
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use text::{Fragment, Lang, TextKind};

/// A dossier and what has happened to it.
#[derive(Clone, Debug)]
pub struct Sitting<'r> {
    /// The rules it is dealt with under.
    pub rules: &'r Rules,
    /// What was recorded.
    pub course: Course,
    /// The dossier as the log has it, worked out; shared by copies, which are often made.
    pub state: Arc<State>,
    /// For each amendment of the course its position in the dossier.
    places: Vec<usize>,
    /// For each amendment of the dossier its position in the course; none for those that it does not know.
    records: Vec<Option<usize>>,
}

impl<'r> Sitting<'r> {
    /// A dossier as it was when the log was opened, with what the log says.
    pub fn new(dossier: &Dossier, course: Course, rules: &'r Rules) -> Self {
        let (dossier, places) = dossier_of(dossier, &course);
        let state = Arc::new(State::new(dossier, Profile::of(rules), Vec::new()));
        let mut records = vec![None; state.dossier.amendments.len()];
        for (at, place) in places.iter().enumerate() {
            if let Some(record) = records.get_mut(*place) {
                *record = Some(at);
            }
        }
        Self { rules, course, state, places, records }
    }

    /// The sitting that the rules foresee for a dossier of which nothing is recorded yet: all is open.
    ///
    /// # Errors
    /// Where the rules forbid to open a log on it: two amendments of one number.
    pub fn foreseen(dossier: &Dossier, rules: &'r Rules) -> Result<Self, Box<Refusal>> {
        let held = Self::new(dossier, Course::default(), rules);
        let event = opening(&held.state, rules, b"");
        let entry = Head::default().next(Time::of_unix(0), "", event, Vec::new());
        let mut course = Course::default();
        course.apply(&entry, rules).map_err(Box::new)?;
        // Nothing happened at any time.
        course.time = None;
        Ok(held.after(dossier, course))
    }

    /// The same after more was recorded; `dossier` as it was when the log was opened. It is worked out anew only where a
    /// wording, a number or an amendment is another one.
    pub fn after(mut self, dossier: &Dossier, course: Course) -> Self {
        self.advance(dossier, course);
        self
    }

    /// The same in place.
    pub fn advance(&mut self, dossier: &Dossier, course: Course) {
        if self.is_worked_out_for(&course) {
            self.course = course;
        } else {
            *self = Self::new(dossier, course, self.rules);
        }
    }

    /// The same beside this one, which stays; `dossier` is the one that the course names.
    pub fn beside(&self, dossier: &Dossier, course: Course) -> Self {
        if self.is_worked_out_for(&course) {
            let (state, rules) = (Arc::clone(&self.state), self.rules);
            let (places, records) = (self.places.clone(), self.records.clone());
            Self { rules, course, state, places, records }
        } else {
            Self::new(dossier, course, self.rules)
        }
    }

    /// Whether the words and numbers in this course are those that were worked out.
    fn is_worked_out_for(&self, course: &Course) -> bool {
        let as_before = |(old, new): (&Record, &Record)| {
            (&old.number, &old.texts, old.revised) == (&new.number, &new.texts, new.revised)
        };
        let (old, new) = (&self.course.amendments, &course.amendments);
        self.course.dossier == course.dossier
            && old.len() == new.len()
            && old.iter().zip(new).all(as_before)
    }

    /// Where an amendment of the course stands in the dossier.
    pub fn place(&self, at: usize) -> usize {
        self.places.get(at).copied().unwrap_or(usize::MAX)
    }

    /// The amendment of the course that stands at a position of the dossier.
    pub fn record(&self, place: usize) -> Option<usize> {
        self.records.get(place).copied().flatten()
    }

    /// The amendment of the course that is cited so: by its number, "13/1" for a sub-amendment, or else by its id.
    pub fn cited(&self, cited: &str) -> Option<usize> {
        let mut all = self.course.amendments.iter();
        all.position(|record| self.citation(record) == cited)
            .or_else(|| self.course.position(&Id::from(cited)))
    }

    /// "4", "13/1"; the id of one without a number.
    pub fn citation(&self, record: &Record) -> String {
        citation(&self.course, record)
    }

    /// What an amendment of the course says now, in all its languages.
    pub fn wordings(&self, at: usize) -> Vec<Wording> {
        let amendment = self.state.dossier.amendments.get(self.place(at));
        let texts = amendment.map_or(&[][..], |amendment| &amendment.texts).iter();
        let all = texts.map(|text| Wording {
            lang: text.lang.tag().to_owned(),
            wording: text.wording.clone(),
            note: note_of(&text.note),
        });
        all.collect()
    }

    /// Positions in the dossier of what is in the text now, in the order of adoption: an adopted sub-amendment is, once
    /// what it changes is adopted.
    pub fn adopted(&self) -> Vec<usize> {
        self.adopted_with(&[])
    }

    /// The same if these amendments of the course were adopted now.
    fn adopted_with(&self, more: &[usize]) -> Vec<usize> {
        let mut all = self.course.adopted();
        all.extend(more);
        let set: BTreeSet<usize> = all.iter().copied().collect();
        let parent = |at: usize| self.course.record(at).and_then(|record| record.parent);
        let stands = |at: &usize| parent(*at).is_none_or(|parent| set.contains(&parent));
        all.into_iter().filter(stands).map(|at| self.place(at)).collect()
    }

    /// The text as amended so far.
    ///
    /// # Errors
    /// Where what was recorded cannot stand together: a log of other texts.
    pub fn text(&self) -> Result<Adopted, Box<adopt::Refusal>> {
        self.text_if_adopted(&[])
    }

    /// The text as it would read if these amendments of the course were adopted now. A sub-amendment is shown with
    /// what it changes, as if that were adopted, too.
    ///
    /// # Errors
    /// Where they cannot be.
    pub fn text_if_adopted(&self, more: &[usize]) -> Result<Adopted, Box<adopt::Refusal>> {
        adopt::adopt(&self.state, &self.selected_with(more))
    }

    /// What would be superseded then, by position in the dossier; the texts are not made.
    ///
    /// # Errors
    /// As above.
    fn superseded_if_adopted(
        &self,
        more: &[usize],
    ) -> Result<BTreeSet<usize>, Box<adopt::Refusal>> {
        adopt::superseded(&self.state, &self.selected_with(more))
    }

    fn selected_with(&self, more: &[usize]) -> Selection {
        let parents = more.iter().filter_map(|at| self.course.record(*at)?.parent);
        let mut all: Vec<usize> = more.to_vec();
        all.extend(parents);
        all.sort_unstable();
        all.dedup();
        Selection::Sequence(self.adopted_with(&all))
    }
}

/// How an amendment of the course is cited: "4", "13/1"; the id of one without a number.
pub(crate) fn citation(course: &Course, record: &Record) -> String {
    let number = record.number.clone().unwrap_or_else(|| record.id.0.clone());
    let parent = record.parent.and_then(|parent| course.record(parent));
    match parent.and_then(|parent| parent.number.as_ref()) {
        Some(parent) if record.number.is_some() => format!("{parent}/{number}"),
        _ => number,
    }
}

/// The event that opens a log on a dossier under these rules; `rules_file` is the profile's file. An amendment that
/// stands under no text is to the one on which it acts.
pub fn opening(state: &State, rules: &Rules, rules_file: &[u8]) -> Event {
    let dossier = &state.dossier;
    let first = dossier.versions.first();
    let texts = first.map_or(&[][..], |version| &version.draft.parts);
    let texts =
        texts.iter().map(|part| Text { letter: part.letter.clone(), kind: kind(part.kind) });
    let part = |at: usize| {
        let outer = state.parent(at).unwrap_or(at);
        let placed = state.worked.get(outer)?.first()?.placed.as_ref();
        let acts_on = placed.and_then(|placed| Some(placed.operations.first()?.at().part));
        acts_on.or(dossier.amendments.get(outer)?.part).map(|part| part as usize)
    };
    // Sub-amendments behind what they change.
    let (main, subs): (Vec<_>, Vec<_>) = dossier
        .amendments
        .iter()
        .enumerate()
        .partition(|(_, amendment)| amendment.parent.is_none());
    let listed = |(at, amendment): &(usize, &Amendment)| Listed {
        id: Id(amendment.cited()),
        number: amendment.number.clone(),
        parent: amendment.parent.clone().map(Id),
        part: part(*at),
        tablers: amendment.texts.first().map(|text| text.tablers.names.clone()).unwrap_or_default(),
        committee: amendment.texts.first().is_some_and(|text| text.tablers.committee),
    };
    let several = dossier.versions.len() > 1;
    let languages = dossier.versions.iter().map(|version| version.lang.tag().to_owned());
    Event::Opened {
        reference: dossier.reference.clone().unwrap_or_default(),
        dossier: hash(dossier),
        profile: rules.edition.profile.clone(),
        edition: rules.edition.name.clone(),
        rules: Hash::of(rules_file).to_string(),
        languages: if several { languages.collect() } else { Vec::new() },
        texts: texts.collect(),
        amendments: main.iter().chain(&subs).map(listed).collect(),
    }
}

/// SHA-256 of the dossier in JSON as it is written here, with nothing recorded in it: a log begins before anything is
/// decided.
pub fn hash(dossier: &Dossier) -> String {
    Hash::of(json::write(&recorded::without(dossier)).as_bytes()).to_string()
}

fn kind(kind: TextKind) -> Kind {
    match kind {
        TextKind::Resolution => Kind::Resolution,
        TextKind::Recommendation => Kind::Recommendation,
        TextKind::Opinion => Kind::Opinion,
        TextKind::Other => Kind::Other,
    }
}

/// The dossier with what the log alone knows: amendments of its own, wordings and numbers replaced. Beside it, for
/// each amendment of the course its position there. What the dossier records of decisions is left out.
pub fn dossier_of(dossier: &Dossier, course: &Course) -> (Dossier, Vec<usize>) {
    let mut made = recorded::without(dossier).into_owned();
    let cited: BTreeMap<String, usize> = dossier
        .amendments
        .iter()
        .enumerate()
        .rev()
        .map(|(at, amendment)| (amendment.cited(), at))
        .collect();
    let mut places = Vec::with_capacity(course.amendments.len());
    // Known once something was recorded that the dossier does not have.
    let people = LazyCell::new(|| people_of(dossier));
    for record in &course.amendments {
        let place = match cited.get(&record.id.0) {
            Some(place) => *place,
            None => {
                made.amendments.push(of_the_log(record, course, &people));
                made.amendments.len() - 1
            }
        };
        let amendment = &mut made.amendments[place];
        for wording in &record.texts {
            let text = amendment.texts.iter_mut().find(|text| text.lang.tag() == wording.lang);
            match text {
                Some(text) => {
                    text.wording.clone_from(&wording.wording);
                    text.note = note(wording);
                    text.origin = source::Origin::default();
                }
                None => amendment.texts.extend(text_of(wording, record, &people)),
            }
        }
        if record.revised {
            // A language that was not worded anew says nothing any more: the amendment cannot be carried out in it.
            let said = |lang: Lang| record.texts.iter().any(|wording| wording.lang == lang.tag());
            amendment.texts.retain(|text| said(text.lang));
        }
        if let Some(number) = &record.number {
            amendment.number.clone_from(number);
        }
        places.push(place);
    }
    // A parent may have a new number.
    for (record, place) in course.amendments.iter().zip(&places) {
        let parent = record.parent.and_then(|parent| places.get(parent));
        if let Some(parent) = parent.and_then(|parent| made.amendments.get(*parent)) {
            let number = parent.number.clone();
            made.amendments[*place].parent = Some(number);
        }
    }
    (made, places)
}

/// The languages of a dossier, with what people are called in each.
fn people_of(dossier: &Dossier) -> Vec<(Lang, People)> {
    let langs = dossier.versions.iter().map(|version| version.lang);
    langs.map(|lang| (lang, People::of(dossier, lang))).collect()
}

fn of_the_log(record: &Record, course: &Course, people: &[(Lang, People)]) -> Amendment {
    let parent = record.parent.and_then(|parent| course.record(parent));
    let texts = record.texts.iter().filter_map(|wording| text_of(wording, record, people));
    Amendment {
        number: record.number.clone().unwrap_or_else(|| record.id.0.clone()),
        parent: parent.map(|parent| parent.number.clone().unwrap_or_else(|| parent.id.0.clone())),
        part: record.part.and_then(|part| u32::try_from(part).ok()),
        texts: texts.collect(),
        recorded: None,
    }
}

/// A wording of the log as a text of the dossier; none in a language that the dossier does not have.
fn text_of(wording: &Wording, record: &Record, people: &[(Lang, People)]) -> Option<AmendmentText> {
    let (lang, people) = people.iter().find(|(lang, _)| lang.tag() == wording.lang)?;
    let names = record.signed.iter().map(|name| people.name(name)).collect();
    Some(AmendmentText {
        lang: *lang,
        tablers: Tablers { names, committee: record.committee },
        wording: wording.wording.clone(),
        origin: source::Origin::default(),
        note: note(wording),
        falling: Vec::new(),
        remarks: Vec::new(),
        heading: source::Span::default(),
    })
}

/// A note as the log has it.
fn note_of(note: &[Fragment]) -> String {
    note.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn note(wording: &Wording) -> Vec<Fragment> {
    wording.note.lines().map(Fragment::plain).collect()
}
