//! What is open, shown against the text as amended so far.
//!
//! An amendment is read and decided on by its wording as tabled, whose numbers are those of the draft as published
//! throughout. What was adopted may have moved or changed the words that it speaks of; here it is worded anew on the text as
//! it stands, so that whoever has that text in front of them can follow. No decision depends on it.

use super::Sitting;
use crate::Dossier;
use crate::adopt::{self, Adopted, AdoptedText, Refusal};
use instruction::style::Language;
use instruction::{Instruction, Scope, Target, describe, generate, parse, resolve};
use std::collections::BTreeSet;
use text::{Index, Lang};

/// An open amendment in one language on the text as amended so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebased {
    /// The language.
    pub lang: Lang,
    /// How it stands to that text.
    pub standing: Standing,
}

/// How an open amendment stands to the text as amended so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its wording as tabled says of that text what it said of the draft.
    AsTabled,
    /// It is to be read so.
    Reworded(String),
    /// What it asks for is done already.
    Done,
    /// No wording says exactly what it does there; the text as it would read does.
    Unsaid,
}

impl Standing {
    /// Its word in reports: "as-tabled".
    pub fn word(&self) -> &'static str {
        match self {
            Self::AsTabled => "as-tabled",
            Self::Reworded(_) => "reworded",
            Self::Done => "done",
            Self::Unsaid => "unsaid",
        }
    }
}

impl Sitting<'_> {
    /// An open amendment on the text as amended so far, in each language that it concerns. A sub-amendment acts on the
    /// words of an amendment, and not on the text: nothing is said of it.
    ///
    /// # Errors
    /// Where what was recorded cannot stand together: a log of other texts.
    pub fn rebased(&self, at: usize) -> Result<Vec<Rebased>, Box<Refusal>> {
        Ok(self.rebased_all(&[at])?.pop().map(|(_, found)| found).unwrap_or_default())
    }

    /// The same of several: those of them that are open and no sub-amendments.
    ///
    /// # Errors
    /// As above.
    pub fn rebased_all(
        &self,
        amendments: &[usize],
    ) -> Result<Vec<(usize, Vec<Rebased>)>, Box<Refusal>> {
        let text = self.text()?;
        let views: Vec<View<'_>> =
            text.texts.iter().filter_map(|text| View::new(text, &self.state.dossier)).collect();
        let main = |at: &usize| {
            self.course
                .record(*at)
                .is_some_and(|record| record.is_open() && record.parent.is_none())
        };
        let open: Vec<usize> = amendments.iter().copied().filter(main).collect();
        // Most only moved: for them the text is made once, and not for each.
        let asked = open.iter().map(|at| (self.place(*at), self.own_adopted(*at)));
        let moved = adopt::moved(&self.state, &asked.collect::<Vec<_>>(), &text.amendments);
        let standing = |(at, forms): (&usize, &Vec<_>)| {
            let found = self.where_only_moved(*at, forms, &views);
            (*at, found.unwrap_or_else(|| self.rebased_on(*at, &text, &views)))
        };
        Ok(open.iter().zip(&moved).map(standing).collect())
    }

    /// How one stands in each language, where all its places only moved and it can be said so.
    fn where_only_moved(
        &self,
        at: usize,
        forms: &[(Lang, Option<Instruction<Target>>)],
        views: &[View<'_>],
    ) -> Option<Vec<Rebased>> {
        let mut said = Vec::with_capacity(forms.len());
        for (lang, form) in forms {
            let form = form.as_ref()?;
            let view = views.iter().find(|view| view.text.lang == *lang)?;
            let standing = self.standing(self.place(at), std::slice::from_ref(form), view);
            if standing == Standing::Unsaid {
                return None;
            }
            said.push(Rebased { lang: *lang, standing });
        }
        Some(said)
    }

    /// Its own adopted sub-amendments, by position in the dossier.
    fn own_adopted(&self, at: usize) -> Vec<usize> {
        self.adopted_subs(at, &BTreeSet::new()).map(|sub| self.place(sub)).collect()
    }

    fn rebased_on(&self, at: usize, text: &Adopted, views: &[View<'_>]) -> Vec<Rebased> {
        let own = self.own_adopted(at);
        let place = self.place(at);
        let found = adopt::rebasings(&self.state, place, &own, &text.amendments);
        let said = found.into_iter().filter_map(|(lang, forms)| {
            let view = views.iter().find(|view| view.text.lang == lang)?;
            Some(Rebased { lang, standing: self.standing(place, &forms, view) })
        });
        said.collect()
    }

    fn standing(&self, place: usize, forms: &[Instruction<Target>], view: &View<'_>) -> Standing {
        match forms.first() {
            None => return Standing::Unsaid,
            Some(form) if form.operations.is_empty() => return Standing::Done,
            Some(_) => {}
        }
        let amendment = self.state.dossier.amendments.get(place);
        let scope = view.scope(amendment.and_then(|amendment| amendment.part));
        let texts = amendment.map_or(&[][..], |amendment| &amendment.texts);
        let text = texts.iter().position(|text| text.lang == view.text.lang);
        let worked = self.state.worked.get(place).zip(text);
        let written = worked.and_then(|(worked, text)| worked.get(text)?.written.as_ref());
        let tabled = written.and_then(|written| resolve(written, &scope, &mut Vec::new()));
        if tabled.is_some_and(|tabled| forms.iter().any(|form| does_the_same(form, &tabled))) {
            return Standing::AsTabled;
        }
        let worded = forms.iter().find_map(|form| worded(form, &scope));
        worded.map_or(Standing::Unsaid, Standing::Reworded)
    }
}

/// The text as amended so far, in one language, with its positions.
struct View<'t> {
    text: &'t AdoptedText,
    language: &'static Language,
    index: Index,
}

impl<'t> View<'t> {
    fn new(text: &'t AdoptedText, dossier: &Dossier) -> Option<Self> {
        let language = dossier.language(text.lang)?;
        let index = Index::new(&text.consolidated.draft, &language.tables.sentences);
        Some(Self { text, language, index })
    }

    fn scope(&self, part: Option<u32>) -> Scope<'_> {
        let draft = &self.text.consolidated.draft;
        Scope { draft, index: &self.index, part, language: self.language }
    }
}

/// The wording that leads to exactly these places with these new texts; none where there is no such wording.
pub(super) fn worded(form: &Instruction<Target>, scope: &Scope<'_>) -> Option<String> {
    let cited = form.operations.iter().map(|operation| describe(operation, scope));
    let operations = cited.collect::<Option<Vec<_>>>()?;
    let wording = generate(&Instruction { frame: form.frame.clone(), operations }, scope.language);
    let read = parse(&wording, scope.language).instruction?;
    let again = resolve(&read, scope, &mut Vec::new())?;
    does_the_same(form, &again).then_some(wording)
}

/// Whether two instructions have the same places and new texts.
fn does_the_same(one: &Instruction<Target>, other: &Instruction<Target>) -> bool {
    one.operations.len() == other.operations.len()
        && one.operations.iter().zip(&other.operations).all(|(one, other)| {
            std::mem::discriminant(one) == std::mem::discriminant(other)
                && one.at().place == other.at().place
                && one.payload() == other.payload()
        })
}
