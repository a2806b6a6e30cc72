//! Law 9: the language versions of an amendment hit the same provision, corresponding sentences and
//! corresponding words, and all of them can be carried out.

use super::Finding;
use super::align::Groups;
use super::parallel::{Agreement, Parallel};
use crate::State;
use crate::dossier::AmendmentText;
use crate::state::{Worked, only};
use instruction::{Hang, Instruction, Operation, Place, Side, Target};
use source::Span;
use source::fault::{Fault, planted};
use text::{BlockId, BlockRole, Lang, ProvisionId};

/// Compares each amendment's versions with its first one.
pub(crate) fn compare(state: &State) -> Vec<Finding> {
    let mut findings = Vec::new();
    let dossier = &state.dossier;
    let Some((first, rest)) = dossier.versions.split_first() else { return findings };
    if rest.is_empty() {
        return findings;
    }
    let pairs: Vec<Parallel<'_>> =
        rest.iter().map(|second| Parallel::new(dossier, (first, second))).collect();
    for amendment in 0..dossier.amendments.len() {
        let texts = &dossier.amendments[amendment].texts;
        if texts.iter().any(|text| {
            dossier.language(text.lang).is_some_and(|language| only(text, language).is_some())
        }) {
            continue;
        }
        let missing = |lang: Lang| !texts.iter().any(|text| text.lang == lang);
        if dossier.versions.iter().any(|version| missing(version.lang)) {
            findings.extend(
                texts.first().map(|text| Finding::OneLanguage { amendment, lang: text.lang }),
            );
            continue;
        }
        let worked = texts.iter().zip(&state.worked[amendment]);
        findings.extend(compare_texts(amendment, &worked.collect::<Vec<_>>(), &pairs));
    }
    findings
}

fn compare_texts(
    amendment: usize,
    texts: &[(&AmendmentText, &Worked)],
    pairs: &[Parallel<'_>],
) -> Option<Finding> {
    let in_lang = |lang: Lang| texts.iter().find(|(text, _)| text.lang == lang);
    pairs.iter().find_map(|pair| {
        let langs = (pair.versions.0.lang, pair.versions.1.lang);
        let difference = difference(pair, in_lang(langs.0)?.1, in_lang(langs.1)?.1);
        match difference {
            Difference::None => None,
            Difference::Operation => Some(Finding::OperationsDiffer { amendment, langs }),
            Difference::PerhapsSentences => Some(Finding::SentencesUncertain { amendment, langs }),
            Difference::PerhapsWords(words) => {
                Some(Finding::WordsUncertain { amendment, langs, words })
            }
            Difference::Words(words) => Some(Finding::WordsDiffer { amendment, langs, words }),
            Difference::Place => Some(Finding::PlacesDiffer { amendment, langs }),
        }
    })
}

/// How two language versions of an amendment differ, the graver later.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Difference {
    None,
    Operation,
    /// Other sentences, if the alignment is right, which is uncertain.
    PerhapsSentences,
    PerhapsWords(Readings),
    Words(Readings),
    Place,
}

/// Words that two language versions quote at one place, as spans of their laid-out texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Readings {
    /// What the first quotes.
    pub first: Span,
    /// What the second quotes.
    pub second: Span,
    /// What in the second corresponds best to what the first quotes.
    pub likely: Span,
}

/// The words of the second version that say most likely what these of the first say: a span of its laid-out text.
pub(crate) fn likely(pair: &Parallel<'_>, words: Span) -> Option<Span> {
    let index = &pair.versions.0.index;
    let block = index.block_of(words.start)?;
    let text = pair.text(block, true)?;
    let groups = pair.groups(text)?;
    let sentences = index.sentences_of(block);
    let before = sentences.partition_point(|sentence| sentence.end <= words.start) as u32;
    let last = sentences.partition_point(|sentence| sentence.start < words.end) as u32;
    let last = last.saturating_sub(1).max(before);
    pair.likely((text, groups.of(before, true), groups.of(last, true)), words)
}

fn difference(pair: &Parallel<'_>, a: &Worked, b: &Worked) -> Difference {
    match (&a.placed, &b.placed) {
        (Some(a), Some(b)) => places(pair, a, b).max(operations(a, b)),
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

/// A place without its language: what must be the same in all of them.
#[derive(Clone, Debug, PartialEq)]
enum Hit {
    /// Whole provisions, by part and numbers.
    Provisions(u32, String, String),
    /// A gap between provisions, by part, number of the parent, and position in it.
    Slot(u32, Option<String>, u32),
    /// Text of a provision (`None`: of the part), in one of its blocks.
    Text(u32, Option<String>, Role, Range),
}

/// Which text of a provision or part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Opening,
    /// Its closing text, or the place where it would be.
    Closing,
    /// A title, or text of the part.
    Other,
}

/// Where in that text, in groups of corresponding sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Range {
    /// Between two groups of a text, where there is one: as many stand before it.
    Border(Option<usize>, u32),
    /// Between sentences of one group of a text: there is no such border in the other language.
    Inside(usize, u32),
    /// In the groups of a text, from the first to the last.
    In(usize, (u32, u32), Stretch),
    /// In a text that has no counterpart.
    Somewhere,
}

/// What of its groups a place takes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stretch {
    /// Whole sentences, or a point at the edge of one: from where to where in the groups, of 1.
    Sentences(f64, f64),
    /// Words, as a span of the laid-out text.
    Words(Span),
    /// A point beside words.
    Beside(Beside),
}

/// A point beside words.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Beside {
    /// The words.
    anchor: Span,
    /// The words around the point.
    around: Span,
    side: Side,
}

fn places(pair: &Parallel<'_>, a: &Instruction<Target>, b: &Instruction<Target>) -> Difference {
    if planted(Fault::LanguagesIgnorePlace) {
        return Difference::None;
    }
    let hits = |instruction: &Instruction<Target>, first: bool| -> Vec<Hit> {
        instruction.operations.iter().map(|op| hit(pair, op.at(), first)).collect()
    };
    let (first, second) = (hits(a, true), hits(b, false));
    // Each operation must have its like in the other version, wherever it stands in the wording.
    let there = first.iter().map(|a| second.iter().map(|b| compare_hits(pair, a, b)).min());
    let back = second.iter().map(|b| first.iter().map(|a| compare_hits(pair, a, b)).min());
    let worst = there.chain(back).map(|best| best.unwrap_or(Difference::Place)).max();
    worst.unwrap_or(Difference::None)
}

/// A place of the first or the second version without its language.
fn hit(pair: &Parallel<'_>, target: &Target, first: bool) -> Hit {
    let version = if first { pair.versions.0 } else { pair.versions.1 };
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
            Hit::Text(target.part, number(provision), Role::Closing, Range::Border(None, 0))
        }
        Place::Text { span } => text(pair, target, span, None, first),
        Place::Point { at, .. } => {
            let hang = match target.hang {
                Hang::On(hang) => Some(hang),
                Hang::Part => None,
            };
            text(pair, target, Span { start: at, end: at }, hang, first)
        }
    }
}

/// Characters, or a point with what it hangs on.
fn text(pair: &Parallel<'_>, target: &Target, span: Span, hang: Option<Span>, first: bool) -> Hit {
    let index = if first { &pair.versions.0.index } else { &pair.versions.1.index };
    let block = index.block_of(span.start);
    let entry = block.and_then(|block| index.block_at(block));
    let provision = entry.and_then(|entry| entry.provision);
    let number = provision.and_then(|id| index.provision_at(id)).map(|entry| entry.number.clone());
    let role = match entry.map(|entry| entry.role) {
        Some(BlockRole::Opening) => Role::Opening,
        Some(BlockRole::Closing) => Role::Closing,
        Some(BlockRole::Title | BlockRole::Opaque | BlockRole::Loose) | None => Role::Other,
    };
    let range = block.and_then(|block| range(pair, block, span, hang, first));
    Hit::Text(target.part, number, role, range.unwrap_or(Range::Somewhere))
}

fn range(
    pair: &Parallel<'_>,
    block: BlockId,
    span: Span,
    hang: Option<Span>,
    first: bool,
) -> Option<Range> {
    let text = pair.text(block, first)?;
    let groups = pair.groups(text)?;
    let index = if first { &pair.versions.0.index } else { &pair.versions.1.index };
    let sentences = index.sentences_of(block);
    // A point beside words or at the end of a sentence is in that sentence; one that hangs on the
    // whole provision stands between sentences.
    let inside = hang.filter(|hang| sentences.iter().any(|one| one.contains(*hang)));
    let place = inside.unwrap_or(span);
    let before = sentences.partition_point(|sentence| sentence.end <= place.start) as u32;
    let from = sentences.get(before as usize).map_or(u32::MAX, |sentence| sentence.start);
    if place.is_empty() && place.start <= from {
        let within = || Range::Inside(text, groups.of(before.saturating_sub(1), first));
        let between = |border| Range::Border(Some(text), border);
        return Some(groups.border(before, first).map_or_else(within, between));
    }
    let last = sentences.partition_point(|sentence| sentence.start < place.end) as u32;
    let last = last.saturating_sub(1).max(before);
    let low_high = (groups.of(before, first), groups.of(last, first));
    let whole = sentences.iter().any(|sentence| place.contains(*sentence));
    let stretch = match whole {
        true if span.is_empty() => sentences_of(sentences, groups, low_high, span, first),
        true => {
            let end = sentences.get(last as usize).map_or(place.end, |last| last.end);
            sentences_of(sentences, groups, low_high, Span { end, ..place }, first)
        }
        false if inside.is_some() && span.is_empty() => {
            let around = pair.around(text, place, span.start, first);
            let side = if place.start < span.start { Side::Previous } else { Side::Next };
            Stretch::Beside(Beside { anchor: place, around, side })
        }
        false => Stretch::Words(place),
    };
    Some(Range::In(text, low_high, stretch))
}

/// Which part of the groups from `low` to `high` the place takes, by length.
fn sentences_of(
    sentences: &[Span],
    groups: &Groups,
    (low, high): (u32, u32),
    place: Span,
    first: bool,
) -> Stretch {
    let last = groups.end(high, first).unwrap_or(1).saturating_sub(1);
    let begin = sentences.get(groups.start(low, first) as usize).map_or(0, |span| span.start);
    let end = sentences.get(last as usize).map_or(begin, |span| span.end);
    let length = f64::from(end.saturating_sub(begin).max(1));
    let share = |at: u32| f64::from(at.saturating_sub(begin)) / length;
    Stretch::Sentences(share(place.start), share(place.end))
}

fn compare_hits(pair: &Parallel<'_>, a: &Hit, b: &Hit) -> Difference {
    let Hit::Text(part_a, number_a, role_a, range_a) = a else {
        return if a == b { Difference::None } else { Difference::Place };
    };
    let Hit::Text(part_b, number_b, role_b, range_b) = b else { return Difference::Place };
    if (part_a, number_a, role_a) != (part_b, number_b, role_b) {
        return Difference::Place;
    }
    match (*range_a, *range_b) {
        (Range::Border(_, a), Range::Border(_, b)) if a == b => Difference::None,
        (Range::Inside(_, a), Range::Inside(_, b)) if a == b => Difference::None,
        (Range::Somewhere, Range::Somewhere) => Difference::None,
        (Range::In(text, at, a), Range::In(_, other, b)) if at == other => {
            stretches(pair, (text, at.0, at.1), a, b)
        }
        // "After the first sentence insert" may be "at the end of the first" in the other language.
        (Range::Border(_, border), Range::In(_, (low, high), _))
        | (Range::In(_, (low, high), _), Range::Border(_, border))
            if low == high && (border == low || border == low + 1) =>
        {
            Difference::Operation
        }
        (a, b) => other_place(pair, a, b),
    }
}

/// Places in different groups. Where it is uncertain that the sentences are grouped aright, so is
/// the difference.
fn other_place(pair: &Parallel<'_>, a: Range, b: Range) -> Difference {
    let uncertain = |range: Range| {
        let (text, low, high) = match range {
            Range::In(text, (low, high), _) => (text, low, high),
            // A border is between the groups on both sides of it.
            Range::Border(Some(text), border) => (text, border.saturating_sub(1), border),
            Range::Inside(text, group) => (text, group, group),
            Range::Border(None, _) | Range::Somewhere => return false,
        };
        pair.groups(text).is_some_and(|groups| {
            let beside = groups.certain.iter().take(high as usize + 1).skip(low as usize);
            beside.into_iter().any(|certain| !certain)
        })
    };
    if uncertain(a) || uncertain(b) { Difference::PerhapsSentences } else { Difference::Place }
}

/// Sentences of one group that begin or end farther apart than this are other sentences.
const OTHER_SENTENCES: f64 = 0.25;
/// Words that agree less than this with what the other version quotes are other words.
const OTHER_WORDS: f32 = 0.11;
/// Words that agree less than this may be other words.
const PERHAPS_OTHER_WORDS: f32 = 0.28;

fn stretches(pair: &Parallel<'_>, group: (usize, u32, u32), a: Stretch, b: Stretch) -> Difference {
    match (a, b) {
        (Stretch::Sentences(from, to), Stretch::Sentences(other_from, other_to)) => {
            let apart = (from - other_from).abs().max((to - other_to).abs());
            if apart <= OTHER_SENTENCES {
                return Difference::None;
            }
            let range = Range::In(group.0, (group.1, group.2), a);
            other_place(pair, range, range)
        }
        (Stretch::Words(a), Stretch::Words(b)) => words(pair, group, (a, b)),
        (Stretch::Beside(a), Stretch::Beside(b)) if a.side == b.side => {
            words(pair, group, (a.anchor, b.anchor))
        }
        // "Before the word “chart”" may be "after the word “commune”": compared is what is around.
        (Stretch::Beside(a), Stretch::Beside(b)) => words(pair, group, (a.around, b.around)),
        (Stretch::Beside(a), Stretch::Words(b)) => words(pair, group, (a.anchor, b)),
        (Stretch::Words(a), Stretch::Beside(b)) => words(pair, group, (a, b.anchor)),
        // Words of a long sentence in one language may be a sentence in the other.
        (Stretch::Sentences(..), Stretch::Words(_) | Stretch::Beside(_))
        | (Stretch::Words(_) | Stretch::Beside(_), Stretch::Sentences(..)) => Difference::None,
    }
}

fn words(pair: &Parallel<'_>, group: (usize, u32, u32), both: (Span, Span)) -> Difference {
    let Some(Agreement { share, likely }) = pair.agreement(group, both) else {
        return Difference::None;
    };
    let readings = Readings { first: both.0, second: both.1, likely };
    match share {
        _ if share >= PERHAPS_OTHER_WORDS => Difference::None,
        // What the table office has looked at is asked about, not refused.
        _ if share >= OTHER_WORDS || pair.set_by_clerk(group.0) => {
            Difference::PerhapsWords(readings)
        }
        _ => Difference::Words(readings),
    }
}
