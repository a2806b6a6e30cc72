//! From an edited paragraph to the official wording in every language.
//!
//! In the language of the edit the wording is derived and verified: carried out on the draft, it
//! gives the edited text and changes nothing else. Another language takes over the places, because
//! provisions correspond by number and sentences by count; words quoted from the one draft cannot
//! be known in the other and are marked: `[to be translated: small boats]`.

use crate::{State, Version};
use instruction::style::{Language, language};
use instruction::{
    Context, Edited, Instruction, Locator, Operation, Payload, PayloadParagraph, Quote, Scope,
    Sentences, WordsAt, derive, generate, resolve,
};
use merge::{Base, Consolidation, Mode, Placed, consolidate};
use text::{Child, Draft, Fragment, Lang, Part, Provision, ProvisionId};

/// The wording of an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// For each language asked for, the wording. In the language of the edit it is complete; in
    /// another, quoted words that could not be found in that draft are marked as untranslated.
    pub wordings: Vec<(Lang, String)>,
    /// Languages in which words are marked as untranslated.
    pub untranslated: Vec<Lang>,
}

/// Why there is no wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The paragraph is not in the draft.
    NoSuchProvision(String),
    /// Nothing was changed.
    Unchanged,
    /// No wording gives exactly that text.
    NotExpressible,
}

/// Words the change of provision `number` of `part` to `edited`, edited in `lang`, for `langs`.
pub fn wording(
    state: &State,
    part: u32,
    number: &str,
    edited: &Edited,
    lang: Lang,
    langs: &[Lang],
) -> Result<Worded, Refusal> {
    let missing = || Refusal::NoSuchProvision(number.to_owned());
    let version = state.dossier.version(lang).ok_or_else(missing)?;
    let spoken = language(lang).ok_or(Refusal::NotExpressible)?;
    let &[id] = version.index.numbered(part, number) else { return Err(missing()) };
    if unchanged(version, id, edited) {
        return Err(Refusal::Unchanged);
    }
    let worker = Worker { state, version, language: spoken, part, id };
    let scope = worker.scope();
    let derived = derive(id, edited, &scope, &|instruction| worker.apply(instruction));
    let instruction = derived.ok_or(Refusal::NotExpressible)?.instruction;
    let mut worded = Worded { wordings: Vec::new(), untranslated: Vec::new() };
    for asked in langs {
        let Some(other) = language(*asked) else { continue };
        if *asked == lang {
            worded.wordings.push((lang, generate(&instruction, spoken)));
            continue;
        }
        let (translated, complete) = marked(&instruction, other);
        worded.wordings.push((*asked, generate(&translated, other)));
        if !complete {
            worded.untranslated.push(*asked);
        }
    }
    Ok(worded)
}

fn unchanged(version: &Version, id: ProvisionId, edited: &Edited) -> bool {
    let Edited::Text(paragraphs) = edited else { return false };
    let entry = version.index.provision_at(id);
    let opening = entry.and_then(|entry| version.index.block_at(entry.opening));
    let old = opening.map_or("", |block| block.span.of(version.index.text()));
    matches!(paragraphs.as_slice(), [only] if only.trim() == old)
}

/// Carries instructions out on the draft to see what they give.
struct Worker<'a> {
    state: &'a State,
    version: &'a Version,
    language: &'a Language,
    part: u32,
    id: ProvisionId,
}

impl Worker<'_> {
    fn scope(&self) -> Scope<'_> {
        let Version { draft, index, .. } = self.version;
        Scope { draft, index, part: Some(self.part), language: self.language }
    }

    /// The paragraphs that stand where the provision stood, `None` where anything else changed.
    fn apply(&self, written: &Instruction<Locator>) -> Option<Vec<String>> {
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
        let new = consolidate(&consolidation).ok()?.draft;
        self.paragraphs(&new)
    }

    fn paragraphs(&self, new: &Draft) -> Option<Vec<String>> {
        let entry = self.version.index.provision_at(self.id)?;
        let (last, above) = entry.path.split_last()?;
        let at = self.part as usize;
        let old = children(self.version.draft.parts.get(at)?, above)?;
        let new = children(new.parts.get(at)?, above)?;
        let (before, behind) = (*last as usize, old.len().checked_sub(*last as usize + 1)?);
        let end = new.len().checked_sub(behind).filter(|end| *end >= before)?;
        let Some(Child::Provision(was)) = old.get(before) else { return None };
        let mut paragraphs = Vec::new();
        for child in &new[before..end] {
            let Child::Provision(provision) = child else { return None };
            let kept = end - before > 1 || below(was) == below(provision);
            if !kept {
                return None;
            }
            let opening = provision.opening().map_or("", |block| block.content.text.as_str());
            paragraphs.push(opening.to_owned());
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
    let mut marker =
        Marker { label: label.map_or(TO_TRANSLATE[0].1, |(_, label)| label), any: false };
    let operations = instruction.operations.iter().map(|operation| marker.operation(operation));
    let operations = operations.collect();
    (Instruction { frame: instruction.frame.clone(), operations }, !marker.any)
}

struct Marker {
    label: &'static str,
    any: bool,
}

impl Marker {
    fn operation(&mut self, operation: &Operation<Locator>) -> Operation<Locator> {
        match operation {
            Operation::Insert { edge, at, what } => {
                Operation::Insert { edge: *edge, at: self.place(at), what: self.payload(what) }
            }
            Operation::Replace { at, with } => {
                Operation::Replace { at: self.place(at), with: self.payload(with) }
            }
            Operation::Delete { at } => Operation::Delete { at: self.place(at) },
        }
    }

    fn place(&mut self, at: &Locator) -> Locator {
        let sentences = at.sentences.as_ref().map(|sentences| match sentences {
            Sentences::Quoted(quote) => Sentences::Quoted(self.quote(quote)),
            counted => counted.clone(),
        });
        let words = at.words.as_ref().map(|words| self.words(words));
        Locator { sentences, words, ..at.clone() }
    }

    fn words(&mut self, words: &WordsAt) -> WordsAt {
        match words {
            WordsAt::Quoted { quote, occurrence, context } => WordsAt::Quoted {
                quote: self.quote(quote),
                occurrence: *occurrence,
                context: context.as_ref().map(|context| Context {
                    edge: context.edge,
                    quote: self.quote(&context.quote),
                }),
            },
            WordsAt::FromTo { from, to } => {
                WordsAt::FromTo { from: self.quote(from), to: self.quote(to) }
            }
            WordsAt::FromToEnd { from } => WordsAt::FromToEnd { from: self.quote(from) },
            WordsAt::AllAfter { after } => WordsAt::AllAfter { after: self.quote(after) },
            WordsAt::AllBefore { before } => WordsAt::AllBefore { before: self.quote(before) },
        }
    }

    fn payload(&mut self, payload: &Payload) -> Payload {
        let paragraph = |paragraph: &PayloadParagraph| PayloadParagraph {
            content: Fragment::plain(self.text(&paragraph.content.text)),
            ..paragraph.clone()
        };
        let paragraphs = payload.paragraphs.iter().map(paragraph).collect();
        Payload { unit: payload.unit, paragraphs }
    }

    fn quote(&mut self, quote: &Quote) -> Quote {
        Quote::new(self.text(&quote.text))
    }

    /// The text marked for translation; what has no letter in it needs none.
    fn text(&mut self, text: &str) -> String {
        if !text.chars().any(char::is_alphabetic) {
            return text.to_owned();
        }
        self.any = true;
        format!("[{}: {text}]", self.label)
    }
}
