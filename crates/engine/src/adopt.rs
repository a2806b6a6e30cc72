//! From adopted amendments to the adopted text, in every language of the dossier.

use crate::subamendment::{Refused, Wording};
use crate::{State, Version};
use instruction::{Instruction, Scope, Target, resolve};
use merge::{Base, Consolidated, Consolidation, Fall, Mode, Note, Placed, consolidate};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use text::Lang;

/// Which amendments were adopted, by position in the dossier's amendments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// A set; consolidated in calling order.
    Set(Vec<usize>),
    /// In the order of adoption.
    Sequence(Vec<usize>),
}

/// The text as adopted.
#[derive(Clone, Debug)]
pub struct Adopted {
    /// One text for each language version of the dossier, in their order.
    pub texts: Vec<AdoptedText>,
    /// What was adopted, in the order of its consolidation (sub-amendments included).
    pub amendments: Vec<usize>,
}

/// The adopted text in one language.
#[derive(Clone, Debug)]
pub struct AdoptedText {
    /// The language.
    pub lang: Lang,
    /// The text, its changes and what the editorial pass did.
    pub consolidated: Consolidated,
}

/// Why there is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// `falls`: this one falls by others of the set (positions in the dossier).
    Falls { amendment: usize, causes: Vec<usize>, fall: Fall, lang: Lang },
    /// `not-executable`: it has no place or cannot be carried out.
    NotExecutable { amendment: usize },
    /// `parent-not-adopted`: a sub-amendment without its amendment.
    ParentNotAdopted { amendment: usize, parent: usize },
    /// `sub-amendment-does-not-apply`: its place is not in the parent's wording, or the wording it
    /// gives cannot be read.
    SubAmendment { amendment: usize, parent: usize, why: DoesNotApply },
    /// `not-separated`: identical ones share one vote unless somebody whom the rules name has them put each by itself.
    NotSeparated { amendments: [usize; 2] },
    /// `translated-already`: it says something in that language, which a translation would replace.
    WordedAlready { amendment: usize, lang: Lang },
    /// `rivals-first`, `no-rivals`, `no-series`, `heard-together`: what the chamber deals with together is dealt with
    /// otherwise; two of them.
    Together { amendments: [usize; 2], why: NotSo },
}

/// Why amendments cannot be put, or spoken on, together or each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSo {
    /// An open rival is put against it first.
    RivalsFirst,
    /// They do not contradict each other.
    NoRivals,
    /// They are no series: nothing is common to them.
    NoSeries,
    /// They are debated together, and somebody in that capacity has spoken on the other.
    HeardTogether,
}

impl Refusal {
    /// The amendment that is refused, by position in the dossier.
    pub fn amendment(&self) -> usize {
        match self {
            Self::Falls { amendment, .. }
            | Self::NotExecutable { amendment }
            | Self::ParentNotAdopted { amendment, .. }
            | Self::SubAmendment { amendment, .. }
            | Self::WordedAlready { amendment, .. }
            | Self::NotSeparated { amendments: [amendment, _] }
            | Self::Together { amendments: [amendment, _], .. } => *amendment,
        }
    }
}

/// Why a sub-amendment does not apply to its amendment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoesNotApply {
    /// It has no place there.
    NoPlace,
    /// It falls by the other sub-amendments adopted.
    Falls,
    /// Nothing would be left of a new text.
    NothingLeft,
    /// The amendment so changed would not be understood, or has no place in the draft.
    Unreadable,
}

/// Consolidates. A note's amendment numbers are positions in [`Adopted::amendments`].
///
/// An amendment that concerns one language version only changes that text and no other; one that is
/// missing in a language without saying so is refused, because that text would be wrong.
pub fn adopt(state: &State, selection: &Selection) -> Result<Adopted, Box<Refusal>> {
    let (mode, amendments) = match selection {
        Selection::Set(chosen) => (Mode::Set, in_calling_order(state, chosen)),
        Selection::Sequence(chosen) => (Mode::Sequence, without_repeats(chosen)),
    };
    parents_adopted(state, &amendments)?;
    let subs = subs(state, &amendments);
    let mut texts = Vec::with_capacity(state.dossier.versions.len());
    for version in &state.dossier.versions {
        let run = Run { state, version, amendments: &amendments, subs: &subs };
        texts.push(run.text(mode)?);
    }
    Ok(Adopted { texts, amendments })
}

/// Whether these can be adopted together, without making the texts: what is superseded, by position in the dossier. It
/// costs what the adopted do, whatever the length of the draft.
///
/// # Errors
/// As of [`adopt`].
pub fn superseded(state: &State, selection: &Selection) -> Result<BTreeSet<usize>, Box<Refusal>> {
    let (mode, amendments) = match selection {
        Selection::Set(chosen) => (Mode::Set, in_calling_order(state, chosen)),
        Selection::Sequence(chosen) => (Mode::Sequence, without_repeats(chosen)),
    };
    parents_adopted(state, &amendments)?;
    let subs = subs(state, &amendments);
    let mut all = BTreeSet::new();
    for version in &state.dossier.versions {
        let run = Run { state, version, amendments: &amendments, subs: &subs };
        let (superseded, positions) = run.consolidated(mode, merge::superseded)?;
        all.extend(superseded.iter().map(|at| amendments[positions[*at]]));
    }
    Ok(all)
}

/// The amendments among `adopted` by which this one falls, in the first language in which it does: as few as it takes.
/// All by position in the dossier; adopted sub-amendments among them are carried out in what they change.
pub fn falls(state: &State, amendment: usize, adopted: &[usize]) -> Option<Vec<usize>> {
    let number = state.dossier.amendments.get(amendment)?.number.as_str();
    let of_it = |at: &usize| {
        let sub = state.dossier.amendments.get(*at);
        sub.and_then(|sub| sub.parent.as_deref()) == Some(number)
    };
    let own = adopted.iter().copied().filter(of_it).collect();
    falls_of(state, &[(amendment, own)], adopted).pop().map(|(_, causes)| causes)
}

/// The same of many, each given with its own adopted sub-amendments: those that fall, in their order. What was adopted
/// is sorted once for all of them.
pub fn falls_of(
    state: &State,
    open: &[(usize, Vec<usize>)],
    adopted: &[usize],
) -> Vec<(usize, Vec<usize>)> {
    let all = without_repeats(adopted);
    let adopted_subs = subs(state, &all);
    let mut causes: Vec<Option<Vec<usize>>> = vec![None; open.len()];
    for version in &state.dossier.versions {
        let run = Run { state, version, amendments: &all, subs: &adopted_subs };
        let Some(language) = version.language() else { continue };
        let main = all.iter().copied().filter(|at| {
            state.dossier.amendments.get(*at).is_some_and(|amendment| amendment.parent.is_none())
        });
        let carried_out: Vec<_> =
            main.filter_map(|at| Some((at, run.instruction(at).ok()??))).collect();
        let number = |at: usize| state.dossier.amendments[at].number.as_str();
        let placed =
            carried_out.iter().map(|(at, instruction)| Placed { number: number(*at), instruction });
        let placed: Vec<Placed<'_>> = placed.collect();
        let base = Base { draft: &version.draft, index: &version.index, tables: &language.tables };
        let set = merge::AdoptedSet::new(&placed, &base, &state.profile.falls);
        for ((at, own), found) in open.iter().zip(&mut causes) {
            if found.is_some() || state.dossier.amendments.get(*at).is_none() {
                continue;
            }
            let own = if own.is_empty() { Subs::new() } else { subs(state, own) };
            let run = Run { state, version, amendments: &[], subs: &own };
            let Ok(Some(instruction)) = run.instruction(*at) else { continue };
            let asked = Placed { number: number(*at), instruction: &instruction };
            *found = set.fells(&asked).map(|fall| {
                let causes = fall.causes.iter().filter_map(|cause| carried_out.get(*cause));
                causes.map(|(at, _)| *at).collect()
            });
        }
    }
    let found = open.iter().zip(causes);
    found.filter_map(|((at, _), causes)| Some((*at, causes?))).collect()
}

/// Which amendments have to do with one another as their sub-amendments may change them, in any language: each is given with
/// the sets of sub-amendments that may be adopted to it. All by position in the dossier; a set with which one cannot be
/// carried out is left out.
pub fn touching(state: &State, forms: &[(usize, Vec<Vec<usize>>)]) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    for version in &state.dossier.versions {
        let Some(language) = version.language() else { continue };
        let (mut owners, mut instructions) = (Vec::new(), Vec::new());
        for (amendment, sets) in forms {
            for own in sets {
                let own = if own.is_empty() { Subs::new() } else { subs(state, own) };
                let run = Run { state, version, amendments: &[], subs: &own };
                if let Ok(Some(instruction)) = run.instruction(*amendment) {
                    owners.push(*amendment);
                    instructions.push(instruction.into_owned());
                }
            }
        }
        let number = |at: usize| state.dossier.amendments[at].number.as_str();
        let placed = owners.iter().zip(&instructions);
        let placed: Vec<Placed<'_>> =
            placed.map(|(at, instruction)| Placed { number: number(*at), instruction }).collect();
        let base = Base { draft: &version.draft, index: &version.index, tables: &language.tables };
        let relations = merge::Relations::new(&placed, &base, &state.profile.falls);
        for (at, owner) in owners.iter().enumerate() {
            let others = relations.clashes(at).into_iter().map(|other| owners[other]);
            pairs.extend(others.filter(|other| other != owner).map(|other| (*owner, other)));
        }
    }
    pairs
}

/// An open amendment in the text that `adopted` gives, in each language that it concerns, in their order: every form of
/// it that gives the text which both give together, the least first (law 11). None where it falls there, or cannot be
/// said exactly. `own` are its own adopted sub-amendments; all by position in the dossier.
pub fn rebasings(
    state: &State,
    amendment: usize,
    own: &[usize],
    adopted: &[usize],
) -> Vec<(Lang, Vec<Instruction<Target>>)> {
    let all = without_repeats(adopted);
    let (adopted_subs, own) = (subs(state, &all), subs(state, own));
    let mut found = Vec::new();
    for version in &state.dossier.versions {
        let run = Run { state, version, amendments: &[], subs: &own };
        let Ok(Some(open)) = run.instruction(amendment) else { continue };
        let run = Run { state, version, amendments: &all, subs: &adopted_subs };
        let open =
            Placed { number: &state.dossier.amendments[amendment].number, instruction: &open };
        let forms = run.in_sequence(|what| merge::rebasings(&open, what));
        found.extend(forms.map(|forms| (version.lang, forms)));
    }
    found
}

/// The same of many open amendments, each given with its own adopted sub-amendments, where all their places only moved: the
/// first form of each in each language that it concerns, or none where that takes [`rebasings`]. The texts are made
/// once for all of them.
pub fn moved(
    state: &State,
    open: &[(usize, Vec<usize>)],
    adopted: &[usize],
) -> Vec<Vec<(Lang, Option<Instruction<Target>>)>> {
    let all = without_repeats(adopted);
    let adopted_subs = subs(state, &all);
    let mut found = vec![Vec::new(); open.len()];
    for version in &state.dossier.versions {
        let run = Run { state, version, amendments: &all, subs: &adopted_subs };
        run.in_sequence(|what| {
            let amended = merge::Amended::new(what);
            for ((at, own), found) in open.iter().zip(&mut found) {
                let own = if own.is_empty() { Subs::new() } else { subs(state, own) };
                let run = Run { state, version, amendments: &[], subs: &own };
                let Some(amendment) = state.dossier.amendments.get(*at) else { continue };
                let Ok(Some(instruction)) = run.instruction(*at) else { continue };
                let open = Placed { number: &amendment.number, instruction: &instruction };
                let form = amended.as_ref().and_then(|amended| amended.moved(&open));
                found.push((version.lang, form));
            }
        });
    }
    found
}

/// Whether these can be carried out, sub-amendments in what they change, whatever else was adopted.
///
/// # Errors
/// The first that cannot be, as [`adopt`] would refuse it.
pub fn can_be_carried_out(state: &State, amendments: &[usize]) -> Result<(), Box<Refusal>> {
    parents_adopted(state, amendments)?;
    let subs = subs(state, amendments);
    for version in &state.dossier.versions {
        let run = Run { state, version, amendments, subs: &subs };
        if version.language().is_none() {
            return Err(run.refused(0));
        }
        for at in amendments {
            if state.dossier.amendments[*at].parent.is_none() {
                run.instruction(*at)?;
            }
        }
    }
    Ok(())
}

fn without_repeats(chosen: &[usize]) -> Vec<usize> {
    let mut once: Vec<usize> = Vec::with_capacity(chosen.len());
    let mut seen = BTreeSet::new();
    once.extend(chosen.iter().copied().filter(|at| seen.insert(*at)));
    once
}

/// The chosen ones in calling order; what has no place in it comes last, to be refused.
fn in_calling_order(state: &State, chosen: &[usize]) -> Vec<usize> {
    let mut ordered = without_repeats(chosen);
    ordered.sort_by_key(|at| (state.rank(*at).unwrap_or(usize::MAX), *at));
    ordered
}

fn parents_adopted(state: &State, amendments: &[usize]) -> Result<(), Box<Refusal>> {
    let adopted = BTreeSet::from_iter(amendments);
    for at in amendments.iter().copied() {
        let amendment = state.dossier.amendments.get(at);
        let sub = amendment.map(|amendment| amendment.parent.is_some());
        match (sub, state.parent(at)) {
            (None, _) | (Some(true), None) => {
                return Err(Box::new(Refusal::NotExecutable { amendment: at }));
            }
            (Some(true), Some(parent)) if !adopted.contains(&parent) => {
                return Err(Box::new(Refusal::ParentNotAdopted { amendment: at, parent }));
            }
            (Some(_), _) => {}
        }
    }
    Ok(())
}

/// The adopted sub-amendments, in calling order, by the number of the amendment that each changes.
type Subs<'s> = BTreeMap<&'s str, Vec<usize>>;

fn subs<'s>(state: &'s State, amendments: &[usize]) -> Subs<'s> {
    let mut subs = Subs::new();
    for at in in_calling_order(state, amendments) {
        let amendment = state.dossier.amendments.get(at);
        if let Some(parent) = amendment.and_then(|amendment| amendment.parent.as_deref()) {
            subs.entry(parent).or_default().push(at);
        }
    }
    subs
}

/// One language version on its way.
struct Run<'s> {
    state: &'s State,
    version: &'s Version,
    amendments: &'s [usize],
    subs: &'s Subs<'s>,
}

impl<'s> Run<'s> {
    fn text(&self, mode: Mode) -> Result<AdoptedText, Box<Refusal>> {
        let (mut consolidated, positions) = self.consolidated(mode, consolidate)?;
        consolidated.superseded.iter_mut().for_each(|at| *at = positions[*at]);
        consolidated.notes.iter_mut().for_each(|note| renumber(note, &positions));
        Ok(AdoptedText { lang: self.version.lang, consolidated })
    }

    /// What comes of carrying them out together, and for each that is carried out its position among them all.
    fn consolidated<T>(
        &self,
        mode: Mode,
        consolidate: impl FnOnce(&Consolidation<'_>) -> Result<T, merge::Refusal>,
    ) -> Result<(T, Vec<usize>), Box<Refusal>> {
        let lang = self.version.lang;
        let (mut instructions, mut positions) = (Vec::new(), Vec::new());
        for (position, at) in self.amendments.iter().copied().enumerate() {
            let amendment = &self.state.dossier.amendments[at];
            if amendment.parent.is_some() {
                continue;
            }
            if let Some(instruction) = self.instruction(at)? {
                instructions.push(instruction);
                positions.push(position);
            }
        }
        let placed: Vec<Placed<'_>> = instructions
            .iter()
            .zip(&positions)
            .map(|(instruction, position)| Placed {
                number: &self.state.dossier.amendments[self.amendments[*position]].number,
                instruction,
            })
            .collect();
        let tables = match self.version.language() {
            Some(language) => &language.tables,
            None => return Err(self.refused(0)),
        };
        let base = Base { draft: &self.version.draft, index: &self.version.index, tables };
        let (rules, order) = (&self.state.profile.falls, &self.state.profile.order);
        let what = Consolidation { base, adopted: &placed, mode, rules, order };
        let made = consolidate(&what).map_err(|refusal| match refusal {
            merge::Refusal::Falls { amendment, fall } => {
                let at = |placed: usize| self.amendments[positions[placed]];
                let causes = fall.causes.iter().map(|cause| at(*cause)).collect();
                Box::new(Refusal::Falls { amendment: at(amendment), causes, fall, lang })
            }
        })?;
        Ok((made, positions))
    }

    /// What `work` makes of all that can be carried out, in the order of adoption; none in a language that is not known.
    fn in_sequence<T>(&self, work: impl FnOnce(&Consolidation<'_>) -> T) -> Option<T> {
        let tables = &self.version.language()?.tables;
        let all = &self.state.dossier.amendments;
        let main = self.amendments.iter().filter_map(|at| Some((*at, all.get(*at)?)));
        let main = main.filter(|(_, amendment)| amendment.parent.is_none());
        let carried_out: Vec<_> =
            main.filter_map(|(at, of)| Some((&of.number, self.instruction(at).ok()??))).collect();
        let placed: Vec<Placed<'_>> = carried_out
            .iter()
            .map(|(number, instruction)| Placed { number, instruction })
            .collect();
        let base = Base { draft: &self.version.draft, index: &self.version.index, tables };
        let (rules, order) = (&self.state.profile.falls, &self.state.profile.order);
        let mode = Mode::Sequence;
        Some(work(&Consolidation { base, adopted: &placed, mode, rules, order }))
    }

    fn refused(&self, position: usize) -> Box<Refusal> {
        let amendment = self.amendments.get(position).copied().unwrap_or(0);
        Box::new(Refusal::NotExecutable { amendment })
    }

    /// What an amendment does in this language, its adopted sub-amendments carried out; `None`
    /// where it does not concern this language.
    fn instruction(&self, at: usize) -> Result<Option<Cow<'s, Instruction<Target>>>, Box<Refusal>> {
        let refused = || Box::new(Refusal::NotExecutable { amendment: at });
        if !self.concerns(at) {
            return Ok(None);
        }
        let Some(text) = self.text_of(at) else { return Err(refused()) };
        let worked =
            self.state.worked.get(at).and_then(|texts| texts.get(text)).ok_or_else(refused)?;
        let subs: Vec<usize> = self.subs(at);
        if subs.is_empty() {
            return worked.placed.as_ref().map(Cow::Borrowed).map(Some).ok_or_else(refused);
        }
        self.sub_amended(at, text, &subs).map(Cow::Owned).map(Some)
    }

    fn text_of(&self, at: usize) -> Option<usize> {
        let texts = &self.state.dossier.amendments.get(at)?.texts;
        texts.iter().position(|text| text.lang == self.version.lang)
    }

    /// Whether an amendment concerns this language: all do, but those that say otherwise.
    fn concerns(&self, at: usize) -> bool {
        let tag = self.version.lang.tag();
        let worked = self.state.worked.get(at).map_or(&[][..], Vec::as_slice);
        worked
            .iter()
            .filter_map(|worked| worked.written.as_ref()?.frame.only)
            .all(|only| only == tag)
    }

    /// The adopted sub-amendments to an amendment that concern this language, in calling order.
    fn subs(&self, parent: usize) -> Vec<usize> {
        let number = self.state.dossier.amendments[parent].number.as_str();
        let own = self.subs.get(number).into_iter().flatten().copied();
        own.filter(|at| self.concerns(*at)).collect()
    }

    /// The parent's new wording, parsed and resolved again.
    fn sub_amended(
        &self,
        parent: usize,
        text: usize,
        subs: &[usize],
    ) -> Result<Instruction<Target>, Box<Refusal>> {
        let first = subs.first().copied().unwrap_or(parent);
        let refused = |amendment, why| Box::new(Refusal::SubAmendment { amendment, parent, why });
        let no_place = |amendment| refused(amendment, DoesNotApply::NoPlace);
        let language = self.version.language().ok_or_else(|| no_place(first))?;
        let dossier = &self.state.dossier;
        let wording = &dossier.amendments[parent].texts[text].wording;
        let written = self.written(parent, text).ok_or_else(|| no_place(first))?;
        let base = Wording::new(wording, written, language);
        let mut placed = Vec::with_capacity(subs.len());
        for sub in subs {
            let written = self.text_of(*sub).and_then(|text| self.written(*sub, text));
            let place = written.and_then(|written| base.place(written, &mut Vec::new()));
            placed.push(place.ok_or_else(|| no_place(*sub))?);
        }
        let adopted: Vec<Placed<'_>> = placed
            .iter()
            .zip(subs)
            .map(|(instruction, sub)| Placed {
                number: &dossier.amendments[*sub].number,
                instruction,
            })
            .collect();
        let new = base.amended(&adopted).map_err(|why| match why {
            Refused::Falls(sub) => refused(subs[sub], DoesNotApply::Falls),
            Refused::NothingLeft => refused(first, DoesNotApply::NothingLeft),
            Refused::Unreadable => refused(first, DoesNotApply::Unreadable),
        })?;
        let part = dossier.amendments[parent].part;
        let (draft, index) = (&self.version.draft, &self.version.index);
        resolve(&new.written, &Scope { draft, index, part, language }, &mut Vec::new())
            .ok_or_else(|| refused(first, DoesNotApply::Unreadable))
    }

    fn written(&self, at: usize, text: usize) -> Option<&'s Instruction<instruction::Locator>> {
        self.state.worked.get(at)?.get(text)?.written.as_ref()
    }
}

/// Turns positions among what was consolidated into positions in [`Adopted::amendments`].
fn renumber(note: &mut Note, positions: &[usize]) {
    let new = |at: &mut usize| *at = positions.get(*at).copied().unwrap_or(*at);
    match note {
        Note::PlaceTracked { amendment, .. }
        | Note::OperationLapsed { amendment, .. }
        | Note::MarkDropped { amendment, .. } => {
            new(amendment);
        }
        Note::Crossing { first, second, .. } => {
            new(first);
            new(second);
        }
        Note::Superseded { earlier, later } => {
            new(earlier);
            new(later);
        }
        Note::Renumbered { .. }
        | Note::ReferenceUpdated { .. }
        | Note::ReferenceToDeleted { .. }
        | Note::ReferenceRangeGrew { .. }
        | Note::ListEmptied { .. } => {}
    }
}
