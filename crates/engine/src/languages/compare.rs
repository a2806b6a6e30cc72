//! Law 9: the language versions of an amendment hit the same provision and corresponding sentences,
//! and all of them can be carried out.

use super::Finding;
use super::align::{Groups, align};
use crate::State;
use crate::dossier::{AmendmentText, Version};
use crate::state::{Worked, only};
use instruction::{Hang, Instruction, Operation, Place, Target};
use source::Span;
use source::fault::{Fault, planted};
use text::{Index, Lang, ProvisionId};

/// Compares each amendment's versions with its first one.
pub(crate) fn compare(state: &State) -> Vec<Finding> {
    let mut findings = Vec::new();
    if state.dossier.versions.len() < 2 {
        return findings;
    }
    for amendment in 0..state.dossier.amendments.len() {
        let texts = &state.dossier.amendments[amendment].texts;
        if texts.iter().any(|text| only(text).is_some()) {
            continue;
        }
        let missing = |version: &&Version| !texts.iter().any(|text| text.lang == version.lang);
        if state.dossier.versions.iter().any(|version| missing(&version)) {
            findings.extend(
                texts.first().map(|text| Finding::OneLanguage { amendment, lang: text.lang }),
            );
            continue;
        }
        let pairs = texts.iter().zip(&state.worked[amendment]);
        findings.extend(compare_texts(state, amendment, &pairs.collect::<Vec<_>>()));
    }
    findings
}

fn compare_texts(
    state: &State,
    amendment: usize,
    texts: &[(&AmendmentText, &Worked)],
) -> Option<Finding> {
    let (first, rest) = texts.split_first()?;
    rest.iter().find_map(|other| {
        let langs = (first.0.lang, other.0.lang);
        match difference(state, (first.1, first.0.lang), (other.1, other.0.lang)) {
            Difference::None => None,
            Difference::Operation => Some(Finding::OperationsDiffer { amendment, langs }),
            Difference::Place => Some(Finding::PlacesDiffer { amendment, langs }),
        }
    })
}

/// How two language versions of an amendment differ, the graver later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Difference {
    None,
    Operation,
    Place,
}

fn difference(state: &State, a: (&Worked, Lang), b: (&Worked, Lang)) -> Difference {
    let versions = (state.dossier.version(a.1), state.dossier.version(b.1));
    let (Some(first), Some(second)) = versions else { return Difference::None };
    let ((a, _), (b, _)) = (a, b);
    match (&a.placed, &b.placed) {
        (Some(a), Some(b)) => {
            let compared = Compared { state, first, second };
            compared.places(a, b).max(operations(a, b))
        }
        // One that could not be placed has its own finding; one that is not to be carried out
        // mechanically has only a warning, and the other version can be: they do not say the same.
        (Some(_), None) if b.not_executable.is_some() => Difference::Place,
        (None, Some(_)) if a.not_executable.is_some() => Difference::Place,
        _ => Difference::None,
    }
}

/// Other operations, or new text of another size in other units.
fn operations(a: &Instruction<Target>, b: &Instruction<Target>) -> Difference {
    let kinds = |instruction: &Instruction<Target>| -> Vec<(u8, usize)> {
        let kind = |operation: &Operation<Target>| match operation {
            Operation::Insert { what, .. } => (0, what.paragraphs.len()),
            Operation::Replace { with, .. } => (1, with.paragraphs.len()),
            Operation::Delete { .. } => (2, 0),
        };
        instruction.operations.iter().map(kind).collect()
    };
    let same = kinds(a) == kinds(b) && words_of(a) == words_of(b);
    if same { Difference::None } else { Difference::Operation }
}

/// Whether each operation is on one word, or on several.
fn words_of(instruction: &Instruction<Target>) -> Vec<instruction::PlaceUnit> {
    instruction.operations.iter().map(|operation| operation.at().unit).collect()
}

/// Two language versions in which places are compared.
struct Compared<'a> {
    state: &'a State,
    first: &'a Version,
    second: &'a Version,
}

/// A place without its language: what must be the same in all of them.
#[derive(Clone, Debug, PartialEq)]
enum Hit {
    /// Whole provisions, by part and numbers.
    Provisions(u32, String, String),
    /// A gap between provisions, by part, number of the parent, and position in it.
    Slot(u32, Option<String>, u32),
    /// Text of a provision (`None`: of the part), in one of its blocks.
    Text(u32, Option<String>, TextOf, Range),
}

/// Which text of a provision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TextOf {
    /// Its opening text, whose sentences correspond.
    Opening,
    /// Its closing text, or the place where it would be.
    Closing,
    /// A title, or text of the part.
    Other,
}

/// Where in that text, in groups of corresponding sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Range {
    /// In these groups, first and last; for words, from where to where in them, of 1.
    In(u32, u32, Option<(f64, f64)>),
    /// Between two groups: as many stand before it.
    Border(u32),
}

impl Compared<'_> {
    fn places(&self, a: &Instruction<Target>, b: &Instruction<Target>) -> Difference {
        if planted(Fault::LanguagesIgnorePlace) {
            return Difference::None;
        }
        let mut hits = (Vec::new(), Vec::new());
        for (instruction, first, hits) in [(a, true, &mut hits.0), (b, false, &mut hits.1)] {
            hits.extend(instruction.operations.iter().map(|op| self.hit(op.at(), first)));
        }
        let matched = |hits: &[Hit], others: &[Hit]| {
            let best = |hit: &Hit| others.iter().map(|other| compare_hits(hit, other)).min();
            hits.iter().map(|hit| best(hit).unwrap_or(Difference::Place)).max()
        };
        let both = matched(&hits.0, &hits.1).max(matched(&hits.1, &hits.0));
        both.unwrap_or(Difference::None)
    }

    /// A place of the first or the second version without its language.
    fn hit(&self, target: &Target, first: bool) -> Hit {
        let version = if first { self.first } else { self.second };
        let index = &version.index;
        let number = |id: ProvisionId| index.provision_at(id).map(|entry| entry.number.clone());
        match target.place {
            Place::Provisions { first, last, .. } => Hit::Provisions(
                target.part,
                number(first).unwrap_or_default(),
                number(last).unwrap_or_default(),
            ),
            Place::Slot { parent, position, .. } => {
                Hit::Slot(target.part, parent.and_then(number), position)
            }
            Place::Closing { provision, .. } => {
                Hit::Text(target.part, number(provision), TextOf::Closing, Range::Border(0))
            }
            Place::Text { span } => self.text(target, span, None, first),
            Place::Point { at, .. } => {
                let hang = match target.hang {
                    Hang::On(hang) => Some(hang),
                    Hang::Part => None,
                };
                self.text(target, Span { start: at, end: at }, hang, first)
            }
        }
    }

    /// Characters, or a point with what it hangs on.
    fn text(&self, target: &Target, span: Span, hang: Option<Span>, first: bool) -> Hit {
        let version = if first { self.first } else { self.second };
        let index = &version.index;
        let block = index.block_of(span.start);
        let entry = block.and_then(|block| index.block_at(block));
        let provision = entry.and_then(|entry| entry.provision);
        let number =
            provision.and_then(|id| index.provision_at(id)).map(|entry| entry.number.clone());
        let opening = provision.and_then(|id| index.provision_at(id)).map(|entry| entry.opening);
        if block.is_none() || block != opening {
            let of = if provision.is_some() { TextOf::Closing } else { TextOf::Other };
            return Hit::Text(target.part, number, of, Range::Border(0));
        }
        let groups = provision.map(|id| self.groups(id, first)).unwrap_or_default();
        let sentences = block.map_or(&[][..], |block| index.sentences_of(block));
        // A point beside words or at the end of a sentence is in that sentence; one that hangs on
        // the whole provision stands between sentences.
        let inside = hang.filter(|hang| sentences.iter().any(|one| one.contains(*hang)));
        let range = match inside {
            Some(hang) => range(sentences, &groups, hang),
            None => range(sentences, &groups, span),
        };
        Hit::Text(target.part, number, TextOf::Opening, range)
    }

    /// How the sentences of a provision of one version are grouped against the other's.
    fn groups(&self, provision: ProvisionId, first: bool) -> Groups {
        let (own, other) =
            if first { (self.first, self.second) } else { (self.second, self.first) };
        let Some(twin) = twin(&own.index, provision, &other.index) else {
            return Groups::default();
        };
        // Aligned in one direction, so that both versions are grouped alike.
        let dossier = &self.state.dossier;
        if first {
            align(dossier, (own, other), (provision, twin)).0
        } else {
            align(dossier, (other, own), (twin, provision)).1
        }
    }
}

/// The provision with the same number in another version; of several the one at the same place
/// among them.
fn twin(index: &Index, provision: ProvisionId, other: &Index) -> Option<ProvisionId> {
    let entry = index.provision_at(provision)?;
    let at = index.numbered(entry.part, &entry.number).iter().position(|id| *id == provision)?;
    other.numbered(entry.part, &entry.number).get(at).copied()
}

fn range(sentences: &[Span], groups: &Groups, span: Span) -> Range {
    let before = sentences.partition_point(|sentence| sentence.end <= span.start) as u32;
    let from = sentences.get(before as usize).map_or(u32::MAX, |sentence| sentence.start);
    if span.is_empty() && span.start <= from {
        // Inside a group of several sentences there is no border in the other language.
        let inside = || groups.of(before.saturating_sub(1));
        return groups
            .border(before)
            .map_or_else(|| Range::In(inside(), inside(), None), Range::Border);
    }
    let last = sentences.partition_point(|sentence| sentence.start < span.end) as u32;
    let last = last.saturating_sub(1).max(before);
    let (low, high) = (groups.of(before), groups.of(last));
    Range::In(low, high, share(sentences, groups, (low, high), span))
}

/// From where to where of its groups the span goes, where it is less than a whole sentence.
fn share(
    sentences: &[Span],
    groups: &Groups,
    (low, high): (u32, u32),
    span: Span,
) -> Option<(f64, f64)> {
    if sentences.iter().any(|sentence| span.contains(*sentence)) {
        return None;
    }
    let first = low.checked_sub(1).map_or(0, |before| groups.ends[before as usize]);
    let last = groups.ends.get(high as usize)?.checked_sub(1)?;
    let (start, end) = (sentences.get(first as usize)?.start, sentences.get(last as usize)?.end);
    let length = f64::from(end.saturating_sub(start).max(1));
    let of = |at: u32| f64::from(at.saturating_sub(start)) / length;
    Some((of(span.start), of(span.end)))
}

/// Words that lie farther apart than this share of their sentence are other words. Languages move
/// words about, but rarely a phrase from one half of a sentence to the other.
const OTHER_WORDS: f64 = 0.5;

fn compare_hits(a: &Hit, b: &Hit) -> Difference {
    let Hit::Text(part_a, number_a, of_a, range_a) = a else {
        return if a == b { Difference::None } else { Difference::Place };
    };
    let Hit::Text(part_b, number_b, of_b, range_b) = b else { return Difference::Place };
    if (part_a, number_a, of_a) != (part_b, number_b, of_b) {
        return Difference::Place;
    }
    match (*range_a, *range_b) {
        (Range::Border(a), Range::Border(b)) if a == b => Difference::None,
        (Range::In(low_a, high_a, share_a), Range::In(low_b, high_b, share_b)) => {
            let apart = share_a.zip(share_b).is_some_and(|(a, b)| gap(a, b) > OTHER_WORDS);
            match (low_a, high_a) == (low_b, high_b) && !apart {
                true => Difference::None,
                false => Difference::Place,
            }
        }
        // "After the first sentence insert" may be "at the end of the first" in the other language.
        (Range::Border(border), Range::In(low, high, _))
        | (Range::In(low, high, _), Range::Border(border))
            if low == high && (border == low || border == low + 1) =>
        {
            Difference::Operation
        }
        (Range::Border(_) | Range::In(..), Range::Border(_) | Range::In(..)) => Difference::Place,
    }
}

/// How far apart two stretches are; 0 where they overlap.
fn gap(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0.max(b.0) - a.1.min(b.1)).max(0.0)
}
