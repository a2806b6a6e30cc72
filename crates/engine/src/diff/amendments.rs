//! The amendments of both versions, matched by number.
//!
//! First each with the one of its number (and, of sub-amendments, its parent's); of several that carry
//! one number the first with the first. Then what is left by what it numbers, so that "3 rev." is a new
//! version of 3, and the sub-amendments of 3 are those of 3 rev.

use super::Pair;
use super::number::{Number, parted};
use super::words::{self, Kind, Stretch};
use crate::{Amendment, AmendmentText, State, words as said};
use std::collections::BTreeMap;
use text::{Fragment, Lang};

/// What became of an amendment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is in the second version only.
    Added,
    /// It is in both, and differs.
    Changed,
    /// It is in the first version only.
    Withdrawn,
}

/// An amendment that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmendmentChange {
    /// What became of it.
    pub fate: Fate,
    /// How it is cited in the first version, by number and parent.
    pub old: Option<Cited>,
    /// The same in the second version.
    pub new: Option<Cited>,
    /// Where it acts, in each version, where that differs.
    pub place: Option<Pair<String>>,
    /// In each language in which it differs.
    pub texts: Vec<TextChange>,
}

/// The number of an amendment and, of a sub-amendment, that of its amendment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cited {
    /// Its position in its dossier.
    pub at: usize,
    /// "13/1".
    pub name: String,
    /// Where it acts; empty where it has no place.
    pub place: String,
}

/// What differs in one language. A list of stretches is empty where the two are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// The language.
    pub lang: Lang,
    /// Whether both versions have the amendment in this language, or which of them.
    pub kind: Kind,
    /// Who tabled it, names with semicolons between them.
    pub tablers: Vec<Stretch>,
    /// The wording; line feeds part its paragraphs.
    pub wording: Vec<Stretch>,
    /// The explanatory note, the same.
    pub note: Vec<Stretch>,
    /// Remarks, each on a line.
    pub remarks: Vec<Stretch>,
    /// Printed notes on falling, each on a line: "fells 6", "falls with 4".
    pub falling: Vec<Stretch>,
}

impl AmendmentChange {
    /// Whether the second version calls it a new version of itself: "3 rev." of 3.
    pub fn is_new_version(&self) -> bool {
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => old.name != new.name,
            _ => false,
        }
    }
}

/// Compares the amendments; in the calling order of the second version.
pub(super) fn compare(old: &State, new: &State) -> Vec<AmendmentChange> {
    let partners = partners(&old.dossier.amendments, &new.dossier.amendments);
    let mut of_new: Vec<Option<usize>> = vec![None; new.dossier.amendments.len()];
    for (at, partner) in partners.iter().enumerate() {
        if let Some(partner) = partner {
            of_new[*partner] = Some(at);
        }
    }
    // Behind which of the second version each withdrawn one stood.
    let mut withdrawn: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut behind = None;
    for ranked in &old.order {
        match partners.get(ranked.amendment).copied().flatten() {
            Some(partner) => behind = Some(partner),
            None => withdrawn.entry(behind).or_default().push(ranked.amendment),
        }
    }
    let mut gone = |behind: Option<usize>| {
        let gone = withdrawn.remove(&behind).unwrap_or_default().into_iter();
        gone.map(|at| changed(old, new, Some(at), None)).collect::<Vec<_>>()
    };
    let mut changes = gone(None);
    for ranked in &new.order {
        let at = ranked.amendment;
        let partner = of_new.get(at).copied().flatten();
        changes.push(changed(old, new, partner, Some(at)));
        changes.extend(gone(Some(at)));
    }
    changes.retain(|change| {
        change.fate != Fate::Changed
            || change.is_new_version()
            || change.place.is_some()
            || !change.texts.is_empty()
    });
    changes
}

/// The partner of each amendment of the first list.
fn partners(old: &[Amendment], new: &[Amendment]) -> Vec<Option<usize>> {
    let mut partners = vec![None; old.len()];
    let mut taken = vec![false; new.len()];
    let exact = |one: &Amendment| {
        let parent = one.parent.clone().unwrap_or_default();
        (parent, one.number.clone(), 0)
    };
    pair(old, new, &mut partners, &mut taken, exact);
    pair(old, new, &mut partners, &mut taken, |one| {
        let Number { base, revision } = parted(&one.number);
        let parent = one.parent.as_deref().map_or("", |parent| parted(parent).base);
        (parent.to_owned(), base.to_owned(), revision)
    });
    partners
}

/// Pairs what is free on both sides and has the same first two keys, in the order of the third.
fn pair(
    old: &[Amendment],
    new: &[Amendment],
    partners: &mut [Option<usize>],
    taken: &mut [bool],
    key: impl Fn(&Amendment) -> (String, String, u32),
) {
    let mut free: BTreeMap<(bool, String, String), Vec<(u32, usize)>> = BTreeMap::new();
    let keyed = |one: &Amendment| {
        let (parent, number, version) = key(one);
        ((one.parent.is_some(), parent, number), version)
    };
    for (at, one) in new.iter().enumerate().filter(|(at, _)| !taken[*at]) {
        let (key, version) = keyed(one);
        free.entry(key).or_default().push((version, at));
    }
    free.values_mut().for_each(|of_key| {
        of_key.sort_unstable();
        of_key.reverse();
    });
    let mut asking: Vec<_> = (0..old.len())
        .filter(|at| partners[*at].is_none())
        .map(|at| {
            let (key, version) = keyed(&old[at]);
            (version, at, key)
        })
        .collect();
    asking.sort_unstable();
    for (_, at, key) in asking {
        if let Some((_, partner)) = free.get_mut(&key).and_then(Vec::pop) {
            partners[at] = Some(partner);
            taken[partner] = true;
        }
    }
}

fn cited(state: &State, at: usize) -> Option<Cited> {
    let name = state.dossier.amendments.get(at)?.cited();
    Some(Cited { at, name, place: place(state, at) })
}

/// Where it acts, in the language worked in.
fn place(state: &State, at: usize) -> String {
    let lang = said::default_lang(state);
    let mut places: Vec<String> = Vec::new();
    for (place, _) in said::acts(state, at, lang) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.join("; ")
}

fn changed(a: &State, b: &State, old: Option<usize>, new: Option<usize>) -> AmendmentChange {
    let fate = match (old, new) {
        (None, _) => Fate::Added,
        (_, None) => Fate::Withdrawn,
        _ => Fate::Changed,
    };
    let of = |state: &State, at: Option<usize>| at.and_then(|at| cited(state, at));
    let (old_cited, new_cited) = (of(a, old), of(b, new));
    let place = match (&old_cited, &new_cited) {
        (Some(old), Some(new)) if old.place != new.place && comparable(a, b) => {
            Some(Pair { old: old.place.clone(), new: new.place.clone() })
        }
        _ => None,
    };
    let amendment = |state: &'_ State, at: Option<usize>| -> Vec<AmendmentText> {
        let found = at.and_then(|at| state.dossier.amendments.get(at));
        found.map(|found| found.texts.clone()).unwrap_or_default()
    };
    let texts = texts(&amendment(a, old), &amendment(b, new), a, b);
    AmendmentChange { fate, old: old_cited, new: new_cited, place, texts }
}

/// Places are named in the language worked in: two of different languages cannot be compared.
fn comparable(a: &State, b: &State) -> bool {
    said::default_lang(a) == said::default_lang(b)
}

/// The languages that differ, those of the second version first. A language that one dossier lacks as a
/// whole says nothing of the amendment.
fn texts(old: &[AmendmentText], new: &[AmendmentText], a: &State, b: &State) -> Vec<TextChange> {
    let find =
        |texts: &'_ [AmendmentText], lang: Lang| texts.iter().position(|text| text.lang == lang);
    let mut langs: Vec<Lang> = new.iter().map(|text| text.lang).collect();
    langs.extend(old.iter().map(|text| text.lang).filter(|lang| find(new, *lang).is_none()));
    let there =
        |lang: &Lang| a.dossier.version(*lang).is_some() && b.dossier.version(*lang).is_some();
    let one_sided = old.is_empty() || new.is_empty();
    let of = |lang: Lang| {
        let pick =
            |texts: &'_ [AmendmentText]| find(texts, lang).and_then(|at| texts.get(at).cloned());
        text(lang, pick(old).as_ref(), pick(new).as_ref())
    };
    langs.into_iter().filter(|lang| one_sided || there(lang)).filter_map(of).collect()
}

fn text(
    lang: Lang,
    old: Option<&AmendmentText>,
    new: Option<&AmendmentText>,
) -> Option<TextChange> {
    let kind = match (old, new) {
        (None, None) => return None,
        (Some(_), Some(_)) => Kind::Kept,
        (Some(_), None) => Kind::Gone,
        (None, Some(_)) => Kind::Came,
    };
    let part = |of: fn(&AmendmentText) -> String| {
        let (before, after) = (old.map(of).unwrap_or_default(), new.map(of).unwrap_or_default());
        if before == after { Vec::new() } else { words::compare(&before, &after) }
    };
    let change = TextChange {
        lang,
        kind,
        tablers: part(|text| text.tablers.names.join("; ")),
        wording: part(|text| text.wording.clone()),
        note: part(|text| text.note.iter().map(Fragment::to_caret).collect::<Vec<_>>().join("\n")),
        remarks: part(|text| text.remarks.join("\n")),
        falling: part(falling),
    };
    (kind != Kind::Kept || change.differs()).then_some(change)
}

impl TextChange {
    /// What is compared, each list of stretches.
    pub fn fields(&self) -> [&Vec<Stretch>; 5] {
        [&self.tablers, &self.wording, &self.note, &self.remarks, &self.falling]
    }

    fn differs(&self) -> bool {
        self.fields().iter().any(|stretches| !stretches.is_empty())
    }
}

fn falling(text: &AmendmentText) -> String {
    let line = |note: &crate::dossier::PrintedFall| {
        let id = if note.fells { "row-fells" } else { "row-falls-with" };
        said::say(text.lang, id, &said::Args::new().text("numbers", note.others.join(", ")))
    };
    text.falling.iter().map(line).collect::<Vec<_>>().join("\n")
}
