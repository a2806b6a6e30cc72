//! An amendment that is worded in one language, prepared for another: what surrounds its words is written, and for the words
//! themselves there are blanks.
//!
//! ```text
//! en  In paragraph 2, replace the word "boats" with the following word: "ships".
//! fr  Au paragraphe 2, remplacer le mot « … » par le mot suivant : « … ».
//!                                  boats: bateaux?                    ships: new
//! ```
//!
//! Words that it quotes stand in the other version of the draft, too, and the likeliest are offered; words that it brings are
//! translated by people. Whether the two wordings then do the same is for law 9 to say ([`judged`]).

use crate::languages::{Parallel, likely};
use crate::state::Finding;
use crate::wording::recounted;
use crate::{Amendment, AmendmentText, Dossier, State, Version, blanks, report};
use instruction::style::Language;
use instruction::{Instruction, Locator, Operation, Provisions, Unit, generate};
use source::{Origin, Span};
use text::{Fragment, Lang};

/// A wording with blanks.
#[derive(Clone, Debug)]
pub struct Translation {
    instruction: Instruction<Locator>,
    language: &'static Language,
    /// The words that are to be put into the other language, in the order of the wording.
    pub blanks: Vec<Blank>,
    /// The paragraphs of the draft in the other language on which it acts, by number.
    pub paragraphs: Vec<(String, String)>,
}

/// Words that are to be put into the other language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// In the language that is at hand.
    pub original: String,
    /// Whether they come into the draft; else they are quoted from it.
    pub new: bool,
    /// Of those that are quoted, what most likely stands for them in the other version.
    pub likely: Option<String>,
}

impl Translation {
    /// The wording with these words in its blanks, in their order; a blank for which there are none stays empty.
    pub fn filled(&self, words: &[String]) -> String {
        let mut words = words.iter();
        let filled = blanks::filled(&self.instruction, &mut |_| {
            words.next().map(|word| word.trim().to_owned()).unwrap_or_default()
        });
        generate(&filled, self.language)
    }
}

/// The amendment at this position as it is worded in `from`, prepared for `into`. `None` where its wording is not understood,
/// or it is uncertain which sentences correspond: somebody words all of it.
pub fn translation(state: &State, at: usize, from: Lang, into: Lang) -> Option<Translation> {
    let amendment = state.dossier.amendments.get(at)?;
    let text = amendment.texts.iter().position(|text| text.lang == from)?;
    let worked = state.worked.get(at)?.get(text)?;
    let (written, language) = (worked.written.as_ref()?, state.dossier.language(into)?);
    let versions = state.dossier.version(from).zip(state.dossier.version(into));
    let acts_on = worked.placed.as_ref().and_then(|placed| placed.operations.first());
    let part = acts_on.map(|operation| operation.at().part).or(amendment.part).unwrap_or(0);
    let to_the_draft = amendment.parent.is_none();
    let instruction = match versions.filter(|_| to_the_draft) {
        Some((here, there)) => recounted(state, (here, Some(there)), part, written)?,
        None => written.clone(),
    };
    let versions = versions.filter(|_| to_the_draft);
    let pair = versions.map(|versions| Parallel::new(&state.dossier, versions));
    let mut found = Vec::new();
    blanks::filled(&instruction, &mut |words| {
        let unit = instruction.operations.get(words.operation).map(Operation::at);
        let likely = match (&pair, unit) {
            (Some(pair), Some(unit)) if !words.new => likely_words(pair, part, unit, words.text),
            _ => None,
        };
        let original = words.text.to_owned();
        found.push(Blank { original: original.clone(), new: words.new, likely });
        original
    });
    let paragraphs =
        versions.map_or_else(Vec::new, |(_, there)| paragraphs(there, part, &instruction));
    Some(Translation { instruction, language, blanks: found, paragraphs })
}

/// What stands in the second version for words that a locator quotes from the first.
fn likely_words(pair: &Parallel<'_>, part: u32, unit: &Locator, words: &str) -> Option<String> {
    let (here, there) = pair.versions;
    let span = match &unit.unit {
        Unit::Provisions(Provisions::One(number)) => {
            let id = *here.index.numbered(part, number).first()?;
            here.index.provision_at(id)?.span
        }
        _ => here.index.parts().get(part as usize)?.span,
    };
    let start = span.start as usize + span.of(here.index.text()).find(words)?;
    let span = likely(pair, Span::new(start, start + words.len()))?;
    let found = span.of(there.index.text());
    (!found.is_empty()).then(|| found.to_owned())
}

/// The paragraphs that an instruction names, as they read in this version.
fn paragraphs(
    version: &Version,
    part: u32,
    instruction: &Instruction<Locator>,
) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for operation in &instruction.operations {
        let Unit::Provisions(provisions) = &operation.at().unit else { continue };
        for number in provisions.cited() {
            let id = version.index.numbered(part, &number).first();
            let entry = id.and_then(|id| version.index.provision_at(*id));
            let text = entry.map(|entry| entry.span.of(version.index.text()).to_owned());
            if let Some(text) = text.filter(|_| all.iter().all(|(known, _)| *known != number)) {
                all.push((number, text));
            }
        }
    }
    all
}

/// One language version of an amendment, as somebody words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// Its language.
    pub lang: Lang,
    /// The wording, a line feed between paragraphs.
    pub wording: String,
    /// The explanatory note, a line feed between paragraphs.
    pub note: String,
}

/// What an amendment would be with other wordings, worked out alone with what it changes.
#[derive(Clone, Debug)]
pub struct Judged {
    /// A dossier of it, and of the amendment that a sub-amendment changes.
    pub state: State,
    /// Its position there.
    pub at: usize,
    /// What there is to say of it: its wordings, and whether they do the same in every language (law 9).
    pub findings: Vec<Finding>,
}

/// Works an amendment out as it would be: with these texts beside those that it has, or, where they are `all`, instead of
/// them. `None` where there is no such amendment.
pub fn judged(state: &State, at: usize, texts: &[Worded], all: bool) -> Option<Judged> {
    let amendment = state.dossier.amendments.get(at)?;
    let mut changed = amendment.clone();
    if all {
        changed.texts.retain(|text| texts.iter().any(|given| given.lang == text.lang));
    }
    let known = |lang: Lang| state.dossier.version(lang).is_some();
    for given in texts.iter().filter(|given| known(given.lang)) {
        let text = text_of(given, amendment);
        match changed.texts.iter_mut().find(|text| text.lang == given.lang) {
            Some(there) => *there = text,
            None => changed.texts.push(text),
        }
    }
    let order = |lang: Lang| state.dossier.versions.iter().position(|version| version.lang == lang);
    changed.texts.sort_by_key(|text| order(text.lang));
    let parent = state.parent(at).and_then(|parent| state.dossier.amendments.get(parent)).cloned();
    let mut amendments: Vec<Amendment> = parent.into_iter().collect();
    amendments.push(changed);
    let at = amendments.len() - 1;
    let dossier = Dossier { amendments, ..without_amendments(&state.dossier) };
    let state = State::new(dossier, state.profile.clone(), Vec::new());
    let about = |finding: &&Finding| report::concerns(finding, at, &state);
    let findings = state.findings.iter().filter(about).cloned().collect();
    Some(Judged { state, at, findings })
}

fn without_amendments(dossier: &Dossier) -> Dossier {
    Dossier {
        reference: dossier.reference.clone(),
        versions: dossier.versions.clone(),
        amendments: Vec::new(),
        correspondences: dossier.correspondences.clone(),
        rules: dossier.rules.clone(),
        decisions: dossier.decisions.clone(),
    }
}

fn text_of(given: &Worded, amendment: &Amendment) -> AmendmentText {
    let tablers = amendment.texts.first().map(|text| text.tablers.clone()).unwrap_or_default();
    AmendmentText {
        lang: given.lang,
        tablers,
        wording: given.wording.clone(),
        origin: Origin::default(),
        note: given.note.lines().map(Fragment::plain).collect(),
        falling: Vec::new(),
        remarks: Vec::new(),
        heading: Span::default(),
    }
}
