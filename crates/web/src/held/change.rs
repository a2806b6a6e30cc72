//! What an amendment changes, shown in the words that it changes.

use super::Held;
use crate::Tongue;
use engine::State;
use engine::adopt::{self, Selection};
use engine::diff::{Kind, Stretch, compare_words};
use engine::document::{self, Document, Row, Run};
use engine::subamendment::Wording;
use engine::words;
use merge::Placed;
use procedure::state::Record;
use text::Lang;

/// What an amendment changes.
#[derive(Clone, Debug)]
pub enum Change {
    /// The draft: the paragraphs that it touches, each with its section's heading, and those around new ones.
    Text(Vec<Words>),
    /// The wording of the amendment that it changes, word by word.
    Wording(Vec<Stretch>),
    /// Nothing, and why.
    None(String),
}

/// The changed paragraphs of one draft text.
#[derive(Clone, Debug)]
pub struct Words {
    /// "A. Resolution".
    pub heading: String,
    /// In their order; a paragraph without a change stands beside a new one.
    pub rows: Vec<Row>,
}

impl Change {
    pub(super) fn of(held: &Held, at: usize, tongue: Tongue) -> Self {
        let sitting = &held.sitting;
        let Some(record) = sitting.course.record(at) else { return Self::None(String::new()) };
        match record.parent {
            Some(parent) => Self::of_wording(held, at, parent, tongue),
            None => Self::of_text(held, at, tongue),
        }
    }

    /// On the draft as published, with the sub-amendments that were adopted.
    fn of_text(held: &Held, at: usize, tongue: Tongue) -> Self {
        let (state, lang) = (&held.sitting.state, held.language(tongue));
        let all = held
            .adopted_subs(at)
            .into_iter()
            .chain([at])
            .map(|at| held.sitting.place(at))
            .collect();
        match adopt::adopt(state, &Selection::Set(all)) {
            Ok(text) => {
                let drawn = document::adopted(state, &text, lang, true);
                let words = touched(&drawn.typeset(), &held.drawn_as(at));
                match words.is_empty() {
                    true => Self::None(tongue.say("web-change-other-language")),
                    false => Self::Text(words),
                }
            }
            Err(refusal) => Self::in_one_language(held, at, tongue)
                .unwrap_or_else(|| Self::None(words::refusal(&refusal, state, tongue.lang()).text)),
        }
    }

    /// In the language that it has, where it is still to be put into the others: it can be carried out in none of those.
    fn in_one_language(held: &Held, at: usize, tongue: Tongue) -> Option<Self> {
        let state = &held.sitting.state;
        let amendment = state.dossier.amendments.get(held.sitting.place(at))?;
        if amendment.texts.len() >= state.dossier.versions.len() {
            return None;
        }
        let lang = held.change_lang(at, tongue);
        let mut alone = state.dossier.in_language(lang);
        let cited = amendment.cited();
        alone.amendments.retain(|one| one.cited() == cited);
        let state = State::new(alone, state.profile.clone(), Vec::new());
        let text = adopt::adopt(&state, &Selection::Set(vec![0])).ok()?;
        let drawn = document::adopted(&state, &text, lang, true);
        let words = touched(&drawn.typeset(), &cited);
        (!words.is_empty()).then_some(Self::Text(words))
    }

    fn of_wording(held: &Held, at: usize, parent: usize, tongue: Tongue) -> Self {
        let lang = held.language(tongue);
        let stretches = || {
            let state = &held.sitting.state;
            let (own, outer) = (held.sitting.place(at), held.sitting.place(parent));
            let language = state.dossier.language(lang)?;
            let text = state.dossier.amendments.get(outer)?.text(lang)?;
            let written = |place| worked(held, place, lang)?.written.as_ref();
            let base = Wording::new(&text.wording, written(outer)?, language);
            let placed = base.place(written(own)?, &mut Vec::new())?;
            let alone = [Placed { number: "", instruction: &placed }];
            let amended = base.amended(&alone).ok()?;
            Some(compare_words(&text.wording, &amended.wording))
        };
        match stretches() {
            Some(stretches) if stretches.iter().any(|one| one.kind != Kind::Kept) => {
                Self::Wording(stretches)
            }
            _ => Self::None(tongue.say("web-change-none")),
        }
    }
}

impl Held {
    /// The language in which a change is shown: that of a reader's texts, or the one in which the amendment is worded.
    pub fn change_lang(&self, at: usize, tongue: Tongue) -> Lang {
        let own = self.language(tongue);
        let amendment = self.sitting.state.dossier.amendments.get(self.sitting.place(at));
        let worded = amendment.filter(|amendment| amendment.text(own).is_none());
        worded.and_then(|amendment| amendment.texts.first()).map_or(own, |text| text.lang)
    }

    /// The sub-amendments to an amendment that were adopted, by position in the course.
    pub fn adopted_subs(&self, at: usize) -> Vec<usize> {
        let course = &self.sitting.course;
        let subs = course.record(at).map_or(&[][..], |record| &record.sub_amendments);
        let adopted = |sub: &usize| {
            let decision = course.record(*sub).and_then(Record::decision);
            decision.is_some_and(|decision| decision.outcome.is_adopted())
        };
        subs.iter().copied().filter(adopted).collect()
    }
}

fn worked(held: &Held, place: usize, lang: Lang) -> Option<&engine::state::Worked> {
    let state = &held.sitting.state;
    let texts = &state.dossier.amendments.get(place)?.texts;
    let at = texts.iter().position(|text| text.lang == lang)?;
    state.worked.get(place)?.get(at)
}

/// The rows in which an amendment has changed something, and the row before each that is new as a whole.
fn touched(drawn: &Document, cited: &str) -> Vec<Words> {
    let mut all = Vec::new();
    for section in &drawn.sections {
        let own: Vec<bool> = section.rows.iter().map(|row| is_by(row, cited)).collect();
        let new = |at: usize| {
            let text = section.rows.get(at).and_then(|row| row.text.as_ref());
            own.get(at) == Some(&true) && text.is_some_and(|text| text.whole.is_some())
        };
        let shown = |at: usize| own[at] || new(at + 1) || (at > 0 && new(at - 1));
        let rows = section.rows.iter().enumerate().filter(|(at, _)| shown(*at));
        let rows: Vec<Row> = rows.map(|(_, row)| row.clone()).collect();
        if own.contains(&true) {
            all.push(Words { heading: section.heading.clone(), rows });
        }
    }
    all
}

/// Whether the amendment itself, and not what follows from it, has changed something here.
fn is_by(row: &Row, cited: &str) -> bool {
    let Some(text) = &row.text else { return false };
    let by = |run: &Run| {
        let change = run.change.as_ref();
        change.is_some_and(|one| !one.editorial && one.causes.iter().any(|cause| cause == cited))
    };
    let whole = text.whole.as_ref();
    text.content.iter().any(by) || whole.is_some_and(|one| !one.editorial)
}
