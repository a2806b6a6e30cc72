//! Two language versions of a draft beside each other: which texts correspond, and which words.

use super::align::{Correspondence, Groups, Sentence, align, side};
use super::lexicon::{Pair, Table};
use super::tokens::{Token, Vocabulary};
use crate::dossier::{Dossier, Version};
use source::Span;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use text::{BlockId, Index, ProvisionId};

/// Corresponding texts of two versions.
pub(crate) struct Parallel<'a> {
    /// The versions.
    pub versions: (&'a Version, &'a Version),
    texts: Vec<Twins>,
    /// Which of `texts` a block of the first or second version is.
    of_block: (BTreeMap<BlockId, usize>, BTreeMap<BlockId, usize>),
    words: (Vocabulary, Vocabulary),
    lexicon: OnceCell<Lexicon>,
    judged: RefCell<BTreeMap<Group, Rc<Meetings>>>,
}

/// Two texts that say the same, in one language each.
struct Twins {
    sentences: (Vec<Sentence>, Vec<Sentence>),
    groups: Groups,
    /// Whether the table office set the groups.
    set: bool,
}

/// Groups of sentences of one text: which of the texts, first and last group.
type Group = (usize, u32, u32);

/// The words of two groups of sentences, and how far each pair of them belongs together.
struct Meetings {
    tokens: (Vec<Token>, Vec<Token>),
    /// A row for each word of the second; 1 is certain.
    shares: Vec<f32>,
}

/// How quoted words of the two versions agree.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Agreement {
    /// 1: nothing of that length agrees better with the words of the other version; 0: they have
    /// nothing in common.
    pub share: f32,
    /// The words of the second version that agree best with those of the first.
    pub likely: Span,
}

/// More words than this are not compared one by one.
const COMPARED_AT_MOST: usize = 60_000;
/// From a draft with more pairs of words than this only the first are learnt from.
const LEARNT_AT_MOST: usize = 1_500_000;

impl<'a> Parallel<'a> {
    /// Puts two versions of the dossier beside each other.
    pub fn new(dossier: &Dossier, versions: (&'a Version, &'a Version)) -> Self {
        let mut parallel = Self {
            versions,
            texts: Vec::new(),
            of_block: Default::default(),
            words: Default::default(),
            lexicon: OnceCell::new(),
            judged: RefCell::default(),
        };
        let scale = scale(&versions.0.index, &versions.1.index);
        for (blocks, provision) in blocks(&versions.0.index, &versions.1.index) {
            let first = sentences(&versions.0.index, blocks.0, &mut parallel.words.0);
            let second = sentences(&versions.1.index, blocks.1, &mut parallel.words.1);
            let counts = (first.len(), second.len());
            let set = provision.and_then(|id| set_by_clerk(dossier, versions, id, counts));
            let words = (&parallel.words.0, &parallel.words.1);
            let groups = match &set {
                Some(sizes) => Groups::new(sizes, |_| true),
                None => align((&first, &second), words, scale),
            };
            parallel.of_block.0.insert(blocks.0, parallel.texts.len());
            parallel.of_block.1.insert(blocks.1, parallel.texts.len());
            parallel.texts.push(Twins { sentences: (first, second), groups, set: set.is_some() });
        }
        parallel
    }

    /// The text with its counterpart that a block of the first or second version is.
    pub fn text(&self, block: BlockId, first: bool) -> Option<usize> {
        let of_block = if first { &self.of_block.0 } else { &self.of_block.1 };
        of_block.get(&block).copied()
    }

    /// The groups of corresponding sentences of a text.
    pub fn groups(&self, text: usize) -> Option<&Groups> {
        self.texts.get(text).map(|twins| &twins.groups)
    }

    /// Whether the table office set them.
    pub fn set_by_clerk(&self, text: usize) -> bool {
        self.texts.get(text).is_some_and(|twins| twins.set)
    }

    /// How words of the first version agree with words of the second, which stand in these groups
    /// of a text. `None` where there is nothing to compare.
    pub fn agreement(&self, group: Group, words: (Span, Span)) -> Option<Agreement> {
        let meetings = self.meetings(group)?;
        let rows = (within(&meetings.tokens.0, words.0)?, within(&meetings.tokens.1, words.1)?);
        let weights = (self.weights(&meetings, true), self.weights(&meetings, false));
        let there = meetings.gathered(&rows.0, &weights.0, true, &weights.1);
        let back = meetings.gathered(&rows.1, &weights.1, false, &weights.0);
        let (best, likely) = best(&there, rows.1.len())?;
        let covered = sum(&there, &rows.1) / best.max(f32::MIN_POSITIVE);
        let (best_back, _) = self::best(&back, rows.0.len())?;
        let covered_back = sum(&back, &rows.0) / best_back.max(f32::MIN_POSITIVE);
        let tokens = &meetings.tokens.1;
        let likely =
            Span { start: tokens[likely.start].span.start, end: tokens[likely.end - 1].span.end };
        Some(Agreement { share: covered.max(covered_back), likely })
    }

    /// The words of the second version that agree best with these of the first, which stand in these groups of a text.
    pub fn likely(&self, group: Group, words: Span) -> Option<Span> {
        let meetings = self.meetings(group)?;
        let rows = within(&meetings.tokens.0, words)?;
        let weights = (self.weights(&meetings, true), self.weights(&meetings, false));
        let there = meetings.gathered(&rows, &weights.0, true, &weights.1);
        let (_, likely) = best(&there, rows.len())?;
        let tokens = &meetings.tokens.1;
        let start = tokens.get(likely.start)?.span.start;
        Some(Span { start, end: tokens.get(likely.end.checked_sub(1)?)?.span.end })
    }

    /// The words of a group's sentences nearest to a point in `anchor` or at its edge: what stands
    /// there in the other language may be on the other side of it.
    pub fn around(&self, text: usize, anchor: Span, at: u32, first: bool) -> Span {
        let sentences = self
            .texts
            .get(text)
            .map(|twins| if first { &twins.sentences.0 } else { &twins.sentences.1 });
        let tokens: Vec<Span> = sentences
            .into_iter()
            .flatten()
            .flat_map(|sentence| sentence.tokens.iter().map(|token| token.span))
            .collect();
        let point = tokens.partition_point(|token| token.end <= at);
        let before = tokens[..point].iter().rev();
        let behind = tokens[point..].iter();
        let near = |token: &&Span, at: usize, limit: usize| {
            at < if anchor.contains(**token) { limit } else { 1 }
        };
        let start = before.enumerate().take_while(|(n, token)| near(token, *n, 3)).last();
        let end = behind.enumerate().take_while(|(n, token)| near(token, *n, 3)).last();
        Span {
            start: start.map_or(at, |(_, token)| token.start),
            end: end.map_or(at, |(_, token)| token.end),
        }
    }

    fn meetings(&self, group: Group) -> Option<Rc<Meetings>> {
        if let Some(known) = self.judged.borrow().get(&group) {
            return Some(Rc::clone(known));
        }
        let (text, low, high) = group;
        let twins = self.texts.get(text)?;
        let tokens = (twins.tokens(low, high, true), twins.tokens(low, high, false));
        if tokens.0.is_empty() || tokens.1.is_empty() {
            return None;
        }
        if tokens.0.len() * tokens.1.len() > COMPARED_AT_MOST {
            return None;
        }
        let lexicon = self.lexicon.get_or_init(|| Lexicon::learn(self));
        let pair = (numbers(&tokens.0), numbers(&tokens.1));
        let there = lexicon.there.judge(&pair);
        let back = lexicon.back.judge(&(pair.1.clone(), pair.0.clone()));
        let (n, m) = (pair.0.len(), pair.1.len());
        let share = |row: usize, column: usize| {
            (there[row * (n + 1) + column] * back[column * (m + 1) + row]).sqrt()
        };
        let shares = (0..m).flat_map(|row| (0..n).map(move |column| (row, column)));
        let shares = shares.map(|(row, column)| share(row, column)).collect();
        let meetings = Rc::new(Meetings { tokens, shares });
        self.judged.borrow_mut().insert(group, Rc::clone(&meetings));
        Some(meetings)
    }

    /// What each word of a side tells: the rarer, the more; marks tell little.
    fn weights(&self, meetings: &Meetings, first: bool) -> Vec<f32> {
        let lexicon = self.lexicon.get_or_init(|| Lexicon::learn(self));
        let (tokens, words) = match first {
            true => (&meetings.tokens.0, &self.words.0),
            false => (&meetings.tokens.1, &self.words.1),
        };
        let common = side((&lexicon.common.0, &lexicon.common.1), first);
        let weight = |token: &Token| {
            let told = words.word(token.word).starts_with(char::is_alphanumeric);
            let texts = common.get(token.word as usize).copied().unwrap_or(1).max(1);
            if told { (1.0 + lexicon.texts as f32 / texts as f32).ln() } else { 0.3 }
        };
        tokens.iter().map(weight).collect()
    }
}

impl Twins {
    fn tokens(&self, low: u32, high: u32, first: bool) -> Vec<Token> {
        let (from, to) = (self.groups.start(low, first), self.groups.end(high, first).unwrap_or(0));
        let sentences = if first { &self.sentences.0 } else { &self.sentences.1 };
        let inside = sentences.get(from as usize..to as usize).unwrap_or_default();
        inside.iter().flat_map(|sentence| sentence.tokens.iter().copied()).collect()
    }
}

impl Meetings {
    /// For each word of the other side, how much of it belongs to `rows` of this one.
    fn gathered(
        &self,
        rows: &Range<usize>,
        weights: &[f32],
        first: bool,
        others: &[f32],
    ) -> Vec<f32> {
        let width = self.tokens.0.len();
        let share = |own: usize, other: usize| {
            let (row, column) = if first { (other, own) } else { (own, other) };
            self.shares[row * width + column]
        };
        let gather = |(other, weight): (usize, &f32)| {
            weight * rows.clone().map(|own| weights[own] * share(own, other)).sum::<f32>()
        };
        others.iter().enumerate().map(gather).collect()
    }
}

/// The sentences of `to` that say what the sentences from `first` to `last` (1-based) of a
/// provision's opening text say in `from`, as the first, the last and how many there are. `None`
/// where they say only a part of a sentence there, or where that is uncertain.
pub(crate) fn corresponding(
    dossier: &Dossier,
    (from, to): (&Version, &Version),
    provision: ProvisionId,
    (first, last): (u32, u32),
) -> Option<(u32, u32, u32)> {
    let parallel = Parallel::new(dossier, (from, to));
    let text = parallel.text(from.index.provision_at(provision)?.opening, true)?;
    let groups = parallel.groups(text)?;
    let (low, high) =
        (groups.of(first.checked_sub(1)?, true), groups.of(last.checked_sub(1)?, true));
    let whole = groups.start(low, true) + 1 == first && groups.end(high, true)? == last;
    let certain = groups.certain.get(low as usize..=high as usize)?.iter().all(|certain| *certain);
    let count = groups.ends.last().map_or(0, |end| end.1);
    (whole && certain).then_some((groups.start(low, false) + 1, groups.end(high, false)?, count))
}

/// The best stretch of `length` words, and how good it is.
fn best(values: &[f32], length: usize) -> Option<(f32, Range<usize>)> {
    let starts = 0..=values.len().checked_sub(length)?;
    let each = starts.map(|start| (sum(values, &(start..start + length)), start..start + length));
    each.max_by(|a, b| a.0.total_cmp(&b.0))
}

fn sum(values: &[f32], at: &Range<usize>) -> f32 {
    values.get(at.clone()).unwrap_or_default().iter().sum()
}

/// The words that overlap a span.
fn within(tokens: &[Token], span: Span) -> Option<Range<usize>> {
    let start = tokens.partition_point(|token| token.span.end <= span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    (start < end).then_some(start..end)
}

fn numbers(tokens: &[Token]) -> Vec<u32> {
    tokens.iter().map(|token| token.word).collect()
}

/// What the draft teaches of its words.
struct Lexicon {
    there: Table,
    back: Table,
    /// How many groups of sentences there are.
    texts: usize,
    /// In how many of them each word stands, by language.
    common: (Vec<u32>, Vec<u32>),
}

impl Lexicon {
    fn learn(parallel: &Parallel<'_>) -> Self {
        let mut pairs: Vec<Pair> = Vec::new();
        let mut size = 0;
        for twins in &parallel.texts {
            for group in 0..twins.groups.ends.len() as u32 {
                let pair = (
                    numbers(&twins.tokens(group, group, true)),
                    numbers(&twins.tokens(group, group, false)),
                );
                let cells = pair.0.len() * pair.1.len();
                if cells > 0 && cells <= COMPARED_AT_MOST && size < LEARNT_AT_MOST {
                    size += cells;
                    pairs.push(pair);
                }
            }
        }
        let (first, second) = (&parallel.words.0, &parallel.words.1);
        let turned: Vec<Pair> = pairs.iter().map(|(a, b)| (b.clone(), a.clone())).collect();
        Self {
            there: Table::learn(&pairs, first.len(), |a, b| (first.word(a), second.word(b))),
            back: Table::learn(&turned, second.len(), |b, a| (second.word(b), first.word(a))),
            texts: pairs.len(),
            common: (
                common(&pairs, first.len(), |pair| &pair.0),
                common(&pairs, second.len(), |pair| &pair.1),
            ),
        }
    }
}

fn common(pairs: &[Pair], words: usize, of: impl Fn(&Pair) -> &Vec<u32>) -> Vec<u32> {
    let mut common = vec![0; words];
    for pair in pairs {
        let mut seen = of(pair).clone();
        seen.sort_unstable();
        seen.dedup();
        for word in seen {
            common[word as usize] += 1;
        }
    }
    common
}

/// The blocks that correspond, with the provision of the first version whose opening they are.
fn blocks(first: &Index, second: &Index) -> Vec<((BlockId, BlockId), Option<ProvisionId>)> {
    let mut blocks = Vec::new();
    for at in 0..first.parts().len().min(second.parts().len()) {
        if let (Some(a), Some(b)) = (first.parts()[at].title, second.parts()[at].title) {
            blocks.push(((a, b), None));
        }
    }
    for id in (0..first.provisions().len() as u32).map(ProvisionId) {
        let Some(twin) = twin(first, id, second) else { continue };
        let (Some(a), Some(b)) = (first.provision_at(id), second.provision_at(twin)) else {
            continue;
        };
        blocks.push(((a.opening, b.opening), Some(id)));
        blocks.extend(a.closing.zip(b.closing).map(|closing| (closing, None)));
    }
    blocks
}

/// The provision with the same number in another version; of several the one at the same place
/// among them.
pub(super) fn twin(index: &Index, provision: ProvisionId, other: &Index) -> Option<ProvisionId> {
    let entry = index.provision_at(provision)?;
    let at = index.numbered(entry.part, &entry.number).iter().position(|id| *id == provision)?;
    other.numbered(entry.part, &entry.number).get(at).copied()
}

fn sentences(index: &Index, block: BlockId, words: &mut Vocabulary) -> Vec<Sentence> {
    let each = index.sentences_of(block).iter().map(|span| Sentence {
        length: span.of(index.text()).chars().count() as u32,
        tokens: words.tokens(index.text(), *span),
    });
    each.collect()
}

/// How much longer the second language says the same.
fn scale(first: &Index, second: &Index) -> f64 {
    let length = |index: &Index| index.text().chars().count().max(1) as f64;
    length(second) / length(first)
}

/// What the dossier says, where it covers the sentences there are.
fn set_by_clerk(
    dossier: &Dossier,
    versions: (&Version, &Version),
    provision: ProvisionId,
    counts: (usize, usize),
) -> Option<Vec<(u32, u32)>> {
    let entry = versions.0.index.provision_at(provision)?;
    let langs = (versions.0.lang, versions.1.lang);
    let flipped = (langs.1, langs.0);
    let of_it = |set: &&Correspondence| {
        let pair = set.langs == langs || set.langs == flipped;
        pair && set.part == entry.part && set.provision == entry.number
    };
    let set = dossier.correspondences.iter().find(of_it)?;
    let flip = |(a, b): &(u32, u32)| if set.langs == langs { (*a, *b) } else { (*b, *a) };
    let groups: Vec<(u32, u32)> = set.groups.iter().map(flip).collect();
    let sums = groups
        .iter()
        .fold((0, 0), |sum, group| (sum.0 + group.0 as usize, sum.1 + group.1 as usize));
    (sums == counts).then_some(groups)
}
