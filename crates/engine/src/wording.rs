//! From an edited paragraph to the official wording in every language.
//!
//! In the language of the edit the wording is derived and verified: carried out on the draft, it
//! gives the edited text and changes nothing else. Another language takes over the places, because
//! provisions correspond by number and sentences by the alignment of the drafts; words quoted from
//! the one draft cannot be known in the other and are marked: `[to be translated: small boats]`.

use crate::languages::corresponding;
use crate::{State, Version, blanks};
pub use instruction::Edited;
use instruction::style::Language;
use instruction::{
    Derived, Edge, Instruction, Locator, Operation, Payload, PayloadParagraph, PayloadUnit,
    Provisions, Scope, Sentences, Subject, Unit, derive, derive_title, generate, parse, resolve,
};
use merge::{Base, Consolidation, Mode, Placed, consolidate};
use text::{Child, Draft, Fragment, Lang, Part, Provision, ProvisionId};

/// What somebody changed in a draft text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The opening text of the provision with this number.
    Provision(String, Edited),
    /// The title, which now reads so.
    Title(String),
    /// New paragraphs beside the provision with this number.
    Beside(String, Side, Vec<String>),
}

/// On which side of a provision something new stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Before,
    /// After it, and after all below it.
    After,
}

/// The wording of an edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worded {
    /// For each language asked for, the wording. In the language of the edit it is complete; in
    /// another, words quoted or new are marked as untranslated.
    pub wordings: Vec<(Lang, String)>,
    /// Languages in which words are marked as untranslated.
    pub untranslated: Vec<Lang>,
    /// Languages whose draft is not at hand, and whose wording names sentences by the numbers of
    /// the language of the edit.
    pub uncounted: Vec<Lang>,
    /// Languages without a wording: what the edit does to a sentence is done there to a part of
    /// one, or it is uncertain which sentences correspond.
    pub unsettled: Vec<Lang>,
}

/// Why there is no wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The paragraph is not in the draft.
    NoSuchProvision(String),
    /// The draft text has no title.
    NoTitle,
    /// The edited text is empty.
    Empty,
    /// Nothing was changed.
    Unchanged,
    /// The edited text takes in the sub-paragraph with this number.
    SubParagraphs(String),
    /// No wording gives exactly that text.
    NotExpressible,
}

/// Words a change of `part`, made in `lang`, for `langs`.
pub fn wording(
    state: &State,
    part: u32,
    edit: &Edit,
    lang: Lang,
    langs: &[Lang],
) -> Result<Worded, Refusal> {
    let missing = |number: &str| Refusal::NoSuchProvision(number.to_owned());
    let version = state.dossier.version(lang).ok_or_else(|| missing(""))?;
    let spoken = state.dossier.language(lang).ok_or(Refusal::NotExpressible)?;
    let worker = Worker { state, version, language: spoken, part };
    let derived = match edit {
        Edit::Title(new) => worker.title(new.trim())?,
        Edit::Provision(number, edited) => {
            let &[id] = version.index.numbered(part, number) else { return Err(missing(number)) };
            worker.provision(id, number, edited)?
        }
        Edit::Beside(number, side, paragraphs) => {
            let &[id] = version.index.numbered(part, number) else { return Err(missing(number)) };
            worker.beside(id, number, *side, paragraphs)?
        }
    };
    let instruction = derived.ok_or(Refusal::NotExpressible)?.instruction;
    Ok(worded(state, part, &instruction, lang, langs))
}

/// Words an instruction, read in `lang` and about `part`, for `langs`: in its own language as it would be generated, in
/// another with quoted and new words marked as untranslated.
pub fn worded(
    state: &State,
    part: u32,
    instruction: &Instruction<Locator>,
    lang: Lang,
    langs: &[Lang],
) -> Worded {
    let mut worded = Worded::default();
    let here = state.dossier.version(lang);
    // What is counted in the wording of an amendment is counted there in every language.
    let in_draft = !matches!(instruction.frame.subject, Subject::Amendment(_));
    for asked in langs {
        let Some(other) = state.dossier.language(*asked) else { continue };
        if *asked == lang {
            worded.wordings.push((lang, generate(instruction, other)));
            continue;
        }
        let there = state.dossier.version(*asked).filter(|_| in_draft);
        if there.is_none() && names_sentences(instruction) {
            worded.uncounted.push(*asked);
        }
        let Some(counted) =
            here.and_then(|here| recounted(state, (here, there), part, instruction))
        else {
            worded.unsettled.push(*asked);
            continue;
        };
        let (translated, complete) = marked(&counted, other);
        worded.wordings.push((*asked, generate(&translated, other)));
        if !complete {
            worded.untranslated.push(*asked);
        }
    }
    worded
}

/// A paragraph without the marks at its end, and without what a capital letter is.
fn core(text: &str) -> String {
    text.trim_end_matches([';', ',', '.', ':', ' ', '\u{a0}', '\u{202f}']).to_lowercase()
}

/// The paragraphs without the number of the provision, which is copied along easily.
fn without_number(paragraphs: &[String], number: &str, old: &str) -> Vec<String> {
    let bare = |text: &str| -> Option<String> {
        let rest = text.strip_prefix(number)?;
        let rest = rest.strip_prefix('.').unwrap_or(rest);
        rest.starts_with(char::is_whitespace).then(|| rest.trim().to_owned())
    };
    let mut paragraphs: Vec<String> =
        paragraphs.iter().map(|text| text.trim().to_owned()).collect();
    if let Some(first) = paragraphs.first_mut()
        && bare(old).is_none()
        && let Some(rest) = bare(first)
    {
        *first = rest;
    }
    paragraphs
}

fn names_sentences(instruction: &Instruction<Locator>) -> bool {
    instruction.operations.iter().any(|operation| operation.at().sentences.is_some())
}

/// The instruction with its sentences counted as in another version, which is `there` unless it is
/// not at hand. `None` where they cannot be.
pub(crate) fn recounted(
    state: &State,
    (here, there): (&Version, Option<&Version>),
    part: u32,
    instruction: &Instruction<Locator>,
) -> Option<Instruction<Locator>> {
    let Some(there) = there else { return Some(instruction.clone()) };
    let recount = |at: &Locator, edge: Option<Edge>| -> Option<Locator> {
        let (Some(sentences), Unit::Provisions(Provisions::One(number))) =
            (&at.sentences, &at.unit)
        else {
            return Some(at.clone());
        };
        let &[id] = here.index.numbered(part, number) else { return None };
        let count = here.index.sentences_of(here.index.provision_at(id)?.opening).len() as u32;
        if let Sentences::Quoted(_) = sentences {
            return Some(at.clone());
        }
        let named = numbers(sentences, count)?;
        let Some((first, last, count)) = corresponding(&state.dossier, (here, there), id, named)
        else {
            // Words are sought in the whole paragraph; their translation will be there once.
            let words = at.words.is_some().then(|| Locator { sentences: None, ..at.clone() });
            return words;
        };
        let (first, last) = match edge {
            Some(Edge::Before | Edge::Beginning) => (first, first),
            Some(Edge::After | Edge::End) => (last, last),
            // Between two sentences is between two of the other language, or nowhere.
            Some(Edge::Between) if last != first + 1 => return None,
            Some(Edge::Between) | None => (first, last),
        };
        if at.words.is_some() && first != last {
            return Some(Locator { sentences: None, ..at.clone() });
        }
        Some(Locator { sentences: Some(cited(first, last, count, sentences)), ..at.clone() })
    };
    let operation = |operation: &Operation<Locator>| {
        Some(match operation {
            Operation::Insert { edge, at, what } => {
                // The edge is one of the sentence where no words are named.
                let of = at.words.is_none().then_some(*edge);
                Operation::Insert { edge: *edge, at: recount(at, of)?, what: what.clone() }
            }
            Operation::Replace { at, with } => {
                Operation::Replace { at: recount(at, None)?, with: with.clone() }
            }
            Operation::Delete { at } => Operation::Delete { at: recount(at, None)? },
        })
    };
    let operations = instruction.operations.iter().map(operation).collect::<Option<Vec<_>>>()?;
    Some(Instruction { frame: instruction.frame.clone(), operations })
}

/// The sentences named, first and last, 1-based; `None` where they are quoted or lie apart.
fn numbers(sentences: &Sentences, count: u32) -> Option<(u32, u32)> {
    match sentences {
        Sentences::Nth(nth) => Some((*nth, *nth)),
        Sentences::Last => Some((count, count)),
        Sentences::Penultimate => Some((count.checked_sub(1)?, count.checked_sub(1)?)),
        Sentences::LastCount(last) => Some((count.saturating_sub(*last) + 1, count)),
        Sentences::Range(first, last) => Some((*first, *last)),
        Sentences::List(_) | Sentences::Quoted(_) | Sentences::Around => None,
    }
}

/// Sentences named as `like` names its own: from the front or from the end.
fn cited(first: u32, last: u32, count: u32, like: &Sentences) -> Sentences {
    let from_end = matches!(like, Sentences::Last | Sentences::LastCount(_)) && last == count;
    match (from_end, first == last) {
        (true, true) => Sentences::Last,
        (true, false) => Sentences::LastCount(last - first + 1),
        (false, true) => Sentences::Nth(first),
        (false, false) => Sentences::Range(first, last),
    }
}

/// Carries instructions out on the draft to see what they give.
struct Worker<'a> {
    state: &'a State,
    version: &'a Version,
    language: &'a Language,
    part: u32,
}

impl Worker<'_> {
    fn scope(&self) -> Scope<'_> {
        let Version { draft, index, .. } = self.version;
        Scope { draft, index, part: Some(self.part), language: self.language }
    }

    fn title(&self, new: &str) -> Result<Option<Derived>, Refusal> {
        let index = &self.version.index;
        let title = index.parts().get(self.part as usize).and_then(|part| part.title);
        let block = title.and_then(|id| index.block_at(id)).ok_or(Refusal::NoTitle)?;
        match () {
            () if new.is_empty() => Err(Refusal::Empty),
            () if new == block.span.of(index.text()) => Err(Refusal::Unchanged),
            () => {
                let apply = |written: &Instruction<Locator>| self.new_title(&self.apply(written)?);
                Ok(derive_title(self.part, new, &self.scope(), &apply))
            }
        }
    }

    fn provision(
        &self,
        id: ProvisionId,
        number: &str,
        edited: &Edited,
    ) -> Result<Option<Derived>, Refusal> {
        let edited = match edited {
            Edited::Deleted => Edited::Deleted,
            Edited::Text(paragraphs) => {
                let index = &self.version.index;
                let opening =
                    index.provision_at(id).and_then(|entry| index.block_at(entry.opening));
                let old = opening.map_or("", |block| block.span.of(index.text()));
                let paragraphs = without_number(paragraphs, number, old);
                if paragraphs.iter().all(String::is_empty) {
                    return Err(Refusal::Empty);
                }
                if let Some(below) = self.taken_in(id, &paragraphs) {
                    return Err(Refusal::SubParagraphs(below));
                }
                if paragraphs == [old] {
                    return Err(Refusal::Unchanged);
                }
                Edited::Text(paragraphs)
            }
        };
        let apply = |written: &Instruction<Locator>| self.paragraphs(id, &self.apply(written)?);
        Ok(derive(id, &edited, &self.scope(), &apply))
    }

    /// New paragraphs beside a provision. In a list the marks at the ends of its items are set by the editorial pass, so
    /// that what is new, and what it stands beside, may end otherwise than it was written.
    fn beside(
        &self,
        id: ProvisionId,
        number: &str,
        side: Side,
        new: &[String],
    ) -> Result<Option<Derived>, Refusal> {
        let index = &self.version.index;
        let opening = index.provision_at(id).and_then(|entry| index.block_at(entry.opening));
        let old = opening.map_or("", |block| block.span.of(index.text())).to_owned();
        let new: Vec<String> = new.iter().map(|text| text.trim().to_owned()).collect();
        if new.is_empty() || new.iter().any(String::is_empty) {
            return Err(Refusal::Empty);
        }
        let own = std::iter::once(old);
        let (edge, all): (Edge, Vec<String>) = match side {
            Side::Before => (Edge::Before, new.iter().cloned().chain(own).collect()),
            Side::After => (Edge::After, own.chain(new.iter().cloned()).collect()),
        };
        let exact = self.provision(id, number, &Edited::Text(all.clone()))?;
        Ok(exact.or_else(|| self.inserted(id, edge, &new, &all)))
    }

    /// The insertion of paragraphs, where it is read as it is meant and gives them but for marks at their ends.
    fn inserted(
        &self,
        id: ProvisionId,
        edge: Edge,
        new: &[String],
        all: &[String],
    ) -> Option<Derived> {
        let apply = |written: &Instruction<Locator>| self.paragraphs(id, &self.apply(written)?);
        // Another wording about the same provision says which text it speaks of.
        let deleted = derive(id, &Edited::Deleted, &self.scope(), &apply)?.instruction;
        let at = deleted.operations.first()?.at().clone();
        let paragraph = |text: &String| PayloadParagraph {
            content: Fragment::plain(text.as_str()),
            ..PayloadParagraph::default()
        };
        let paragraphs = new.iter().map(paragraph).collect();
        let what = Payload { unit: PayloadUnit::Provisions, paragraphs };
        let operations = vec![Operation::Insert { edge, at, what }];
        let instruction = Instruction { operations, ..deleted };
        let read = parse(&generate(&instruction, self.language), self.language).instruction?;
        let given = self.paragraphs(id, &self.apply(&read)?)?;
        let same = |(given, wanted): (&String, &String)| core(given).starts_with(&core(wanted));
        let gives = given.len() == all.len() && given.iter().zip(all).all(same);
        gives.then(|| Derived { instruction: read, findings: Vec::new() })
    }

    /// The first sub-paragraph whose number or text opens one of the edited paragraphs.
    fn taken_in(&self, id: ProvisionId, paragraphs: &[String]) -> Option<String> {
        let index = &self.version.index;
        let entry = index.provision_at(id)?;
        let below = (id.0 + 1..entry.next.0).filter_map(|id| index.provision_at(ProvisionId(id)));
        let opens = |number: &str, text: &str| {
            let cites = |paragraph: &String| {
                let rest = paragraph.strip_prefix(number);
                rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            };
            // One by one, since an edited item may repeat another.
            paragraphs.iter().skip(1).any(|paragraph| cites(paragraph) || paragraph == text)
        };
        let text = |entry: &text::ProvisionEntry| {
            index.block_at(entry.opening).map_or("", |block| block.span.of(index.text()))
        };
        below
            .filter(|entry| opens(&entry.number, text(entry)))
            .map(|entry| entry.number.clone())
            .next()
    }

    /// The draft as it reads with the instruction carried out.
    fn apply(&self, written: &Instruction<Locator>) -> Option<Draft> {
        let placed = resolve(written, &self.scope(), &mut Vec::new())?;
        let Version { draft, index, .. } = self.version;
        let adopted = [Placed { number: "1", instruction: &placed }];
        let consolidation = Consolidation {
            base: Base { draft, index, tables: &self.language.tables },
            adopted: &adopted,
            mode: Mode::Set,
            rules: &self.state.profile.falls,
            order: &self.state.profile.order,
        };
        Some(consolidate(&consolidation).ok()?.draft)
    }

    /// The title in the new draft, `None` where anything else changed.
    fn new_title(&self, new: &Draft) -> Option<Vec<String>> {
        let at = self.part as usize;
        let title = new.parts.get(at)?.title.as_ref()?.content.text.clone();
        let same = |(number, (old, new)): (usize, (&Part, &Part))| {
            old.children == new.children && (number == at || old.title == new.title)
        };
        let kept = self.version.draft.parts.iter().zip(&new.parts).enumerate().all(same);
        kept.then(|| vec![title])
    }

    /// The paragraphs that stand where the provision stood, `None` where anything else changed.
    fn paragraphs(&self, id: ProvisionId, new: &Draft) -> Option<Vec<String>> {
        let entry = self.version.index.provision_at(id)?;
        let (last, above) = entry.path.split_last()?;
        let at = self.part as usize;
        let old = children(self.version.draft.parts.get(at)?, above)?;
        let new = children(new.parts.get(at)?, above)?;
        let (before, behind) = (*last as usize, old.len().checked_sub(*last as usize + 1)?);
        let end = new.len().checked_sub(behind).filter(|end| *end >= before)?;
        let Some(Child::Provision(was)) = old.get(before) else { return None };
        let (mut paragraphs, mut kept) = (Vec::new(), Vec::new());
        for child in &new[before..end] {
            let Child::Provision(provision) = child else { return None };
            let opening = provision.opening().map_or("", |block| block.content.text.as_str());
            paragraphs.push(opening.to_owned());
            kept.extend(below(provision));
        }
        // New text for a provision leaves what stands below it; only deleting it takes that too.
        if !paragraphs.is_empty() && kept != below(was) {
            return None;
        }
        Some(paragraphs)
    }
}

/// What stands in a provision below its opening text, as plain text without numbers.
fn below(provision: &Provision) -> Vec<&str> {
    fn collect<'a>(children: &'a [Child], texts: &mut Vec<&'a str>) {
        for child in children {
            match child {
                Child::Block(block) => texts.push(&block.content.text),
                Child::Opaque(opaque) => texts.push(&opaque.text),
                Child::Provision(provision) => collect(&provision.children, texts),
            }
        }
    }
    let mut texts = Vec::new();
    let from = usize::from(provision.opening().is_some());
    collect(&provision.children[from..], &mut texts);
    texts
}

/// The children of what stands at `path` in the part.
fn children<'a>(part: &'a Part, path: &[u32]) -> Option<&'a [Child]> {
    let mut children = part.children.as_slice();
    for at in path {
        let Child::Provision(provision) = children.get(*at as usize)? else { return None };
        children = &provision.children;
    }
    Some(children)
}

/// What stands for words that somebody must translate, by language.
const TO_TRANSLATE: [(Lang, &str); 2] = [(Lang::EN, "to be translated"), (Lang::FR, "à traduire")];

/// The instruction with every quoted word marked for translation, and whether there was none.
fn marked(instruction: &Instruction<Locator>, into: &Language) -> (Instruction<Locator>, bool) {
    let label = TO_TRANSLATE.iter().find(|(lang, _)| *lang == into.lang);
    let label = label.map_or(TO_TRANSLATE[0].1, |(_, label)| label);
    let mut any = false;
    let marked = blanks::filled(instruction, &mut |words| {
        any = true;
        format!("[{label}: {}]", words.text)
    });
    (marked, !any)
}
