//! Which sentences of two language versions say the same.

use super::tokens::{Token, Vocabulary, likeness};
use text::Lang;

/// How the sentences of one provision correspond in two languages, as the table office set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correspondence {
    /// The two languages.
    pub langs: (Lang, Lang),
    /// The part, by position in the draft.
    pub part: u32,
    /// The number of the provision, "9.2".
    pub provision: String,
    /// From the first sentence of its opening text to the last: how many sentences of the first
    /// language say together what how many of the second say. `[(1, 1), (1, 2)]`: the first
    /// sentences correspond, and the second one to the second and third of the other.
    pub groups: Vec<(u32, u32)>,
}

/// Sentences of the two versions that say the same together: the groups of a text, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Groups {
    /// For each group, one past its last sentence in the first and in the second version, 0-based.
    pub ends: Vec<(u32, u32)>,
    /// For each group, whether no other grouping comes near in likelihood.
    pub certain: Vec<bool>,
}

impl Groups {
    /// Groups of so many sentences of the one and of the other version.
    pub fn new(sizes: &[(u32, u32)], certain: impl Fn(usize) -> bool) -> Self {
        let mut end = (0, 0);
        let ends = sizes.iter().map(|(a, b)| {
            end = (end.0 + a, end.1 + b);
            end
        });
        Self { ends: ends.collect(), certain: (0..sizes.len()).map(certain).collect() }
    }

    /// One past the last sentence of a group in the first or second version.
    pub fn end(&self, group: u32, first: bool) -> Option<u32> {
        self.ends.get(group as usize).map(|end| side(*end, first))
    }

    /// The first sentence of a group.
    pub fn start(&self, group: u32, first: bool) -> u32 {
        group.checked_sub(1).and_then(|before| self.end(before, first)).unwrap_or(0)
    }

    /// The group of a sentence of the first or second version.
    pub fn of(&self, sentence: u32, first: bool) -> u32 {
        self.ends.partition_point(|end| side(*end, first) <= sentence) as u32
    }

    /// The number of the border between groups with `sentences` sentences before it: 0 before the
    /// first group. `None` in the middle of a group.
    pub fn border(&self, sentences: u32, first: bool) -> Option<u32> {
        if sentences == 0 {
            return Some(0);
        }
        self.ends.iter().position(|end| side(*end, first) == sentences).map(|at| at as u32 + 1)
    }
}

/// One of the two, by version.
pub(super) fn side<T>(both: (T, T), first: bool) -> T {
    if first { both.0 } else { both.1 }
}

/// A sentence as alignment sees it.
#[derive(Clone, Debug, Default)]
pub(super) struct Sentence {
    /// In characters.
    pub length: u32,
    /// Its words.
    pub tokens: Vec<Token>,
}

/// More pairs of sentences than this are one group: their table would be too large.
const ALIGNED_AT_MOST: usize = 160_000;
/// More pairs of words than this are aligned by length alone.
const COMPARED_AT_MOST: usize = 1_000_000;

/// In order and by likelihood, as Gale and Church (1993) have it, from the lengths and from numbers,
/// names and cognates that both sides share; `scale` says how much longer the second language is.
///
/// A group is certain where it stands in nine of ten groupings, each counted by its likelihood.
/// Where the counts agree, sentences correspond one to one, unless another grouping is certain.
pub(super) fn align(
    (a, b): (&[Sentence], &[Sentence]),
    words: (&Vocabulary, &Vocabulary),
    scale: f64,
) -> Groups {
    let whole = [(a.len() as u32, b.len() as u32)];
    if a.len() == b.len() && a.len() < 3 {
        return Groups::new(&vec![(1, 1); a.len()], |_| true);
    }
    if a.len().min(b.len()) < 2 || a.len() * b.len() > ALIGNED_AT_MOST {
        // One sentence against several can only say the same as all of them.
        return Groups::new(&whole, |_| a.len().min(b.len()) == 1);
    }
    let table = Table { a, b, shared: shared(a, b, words), scale };
    let found = table.groups();
    if a.len() == b.len() {
        return one_to_one(a.len() as u32, found);
    }
    found.unwrap_or_else(|| Groups::new(&whole, |_| false))
}

/// One to one, if nothing certain is against it. Where something is, but not surely, the sentences
/// in question are marked.
fn one_to_one(count: u32, found: Option<Groups>) -> Groups {
    let sizes = vec![(1, 1); count as usize];
    let Some(found) = found.filter(|found| found.ends.len() != count as usize) else {
        return Groups::new(&sizes, |_| true);
    };
    if found.certain.iter().all(|certain| *certain) {
        return found;
    }
    Groups::new(&sizes, |sentence| found.ends.contains(&(sentence as u32 + 1, sentence as u32 + 1)))
}

/// For each pair of sentences, how many words of the first look like one of the second.
fn shared(a: &[Sentence], b: &[Sentence], words: (&Vocabulary, &Vocabulary)) -> Vec<f64> {
    let count = |of: &[Sentence]| of.iter().map(|one| one.tokens.len()).sum::<usize>();
    if count(a) * count(b) > COMPARED_AT_MOST {
        return vec![0.0; a.len() * b.len()];
    }
    let alike = |x: &Token, y: &Token| {
        let likeness = likeness(words.0.word(x.word), words.1.word(y.word));
        // Marks stand in every sentence.
        likeness > 7.0
    };
    let pair = |a: &Sentence, b: &Sentence| {
        a.tokens.iter().filter(|x| b.tokens.iter().any(|y| alike(x, y))).count() as f64
    };
    a.iter().flat_map(|a| b.iter().map(move |b| pair(a, b))).collect()
}

/// Which groups there are, with the logarithm of how often they occur.
const SIZES: [((usize, usize), f64); 6] = [
    ((1, 1), -0.12),
    ((1, 2), -3.1),
    ((2, 1), -3.1),
    ((2, 2), -4.5),
    ((1, 3), -5.3),
    ((3, 1), -5.3),
];
/// How much a shared word counts: it makes a grouping some four times likelier.
const SHARED: f64 = 1.5;
/// The variance of the difference of lengths, for each character (Gale and Church 1993).
const VARIANCE: f64 = 6.8;

/// From which end of the text borders are counted.
#[derive(Clone, Copy)]
enum End {
    Start,
    End,
}

struct Table<'a> {
    a: &'a [Sentence],
    b: &'a [Sentence],
    shared: Vec<f64>,
    scale: f64,
}

impl Table<'_> {
    fn groups(&self) -> Option<Groups> {
        let forward = self.sums(End::Start, f64::max);
        let (n, m) = (self.a.len(), self.b.len());
        let total = self.sums(End::Start, log_sum);
        let behind = self.sums(End::End, log_sum);
        let (mut at, mut sizes, mut certain) = ((n, m), Vec::new(), Vec::new());
        while at != (0, 0) {
            let ways = self.steps(at);
            let (from, likelihood) = ways.into_iter().max_by(|(one, x), (two, y)| {
                let sum = |from: &(usize, usize), x: &f64| forward[self.cell(*from)] + x;
                sum(one, x).total_cmp(&sum(two, y))
            })?;
            let through =
                total[self.cell(from)] + likelihood + behind[self.cell((n - at.0, m - at.1))];
            if !through.is_finite() {
                return None;
            }
            certain.push((through - total[self.cell((n, m))]).exp() > 0.9);
            sizes.push(((at.0 - from.0) as u32, (at.1 - from.1) as u32));
            at = from;
        }
        sizes.reverse();
        certain.reverse();
        Some(Groups::new(&sizes, |group| certain[group]))
    }

    fn cell(&self, (i, j): (usize, usize)) -> usize {
        i * (self.b.len() + 1) + j
    }

    /// For each pair of borders, counted from one end of the text, the likelihood of all groupings
    /// from that end to there, put together by `join`.
    fn sums(&self, from: End, join: impl Fn(f64, f64) -> f64) -> Vec<f64> {
        let (n, m) = (self.a.len(), self.b.len());
        let mut sums = vec![f64::NEG_INFINITY; (n + 1) * (m + 1)];
        sums[0] = 0.0;
        for (i, j) in (0..=n).flat_map(|i| (0..=m).map(move |j| (i, j))) {
            for ((di, dj), _) in SIZES {
                let (Some(oi), Some(oj)) = (i.checked_sub(di), j.checked_sub(dj)) else { continue };
                let step = match from {
                    End::Start => self.step((oi, oj), (i, j)),
                    End::End => self.step((n - i, m - j), (n - oi, m - oj)),
                };
                let at = self.cell((i, j));
                sums[at] = join(sums[at], sums[self.cell((oi, oj))] + step);
            }
        }
        sums
    }

    /// The groups that end here: where each begins, and its likelihood.
    fn steps(&self, (i, j): (usize, usize)) -> Vec<((usize, usize), f64)> {
        let step = |((di, dj), _): &((usize, usize), f64)| {
            let from = (i.checked_sub(*di)?, j.checked_sub(*dj)?);
            Some((from, self.step(from, (i, j))))
        };
        SIZES.iter().filter_map(step).collect()
    }

    /// The logarithm of the likelihood of one group.
    fn step(&self, from: (usize, usize), to: (usize, usize)) -> f64 {
        let size = (to.0 - from.0, to.1 - from.1);
        let prior =
            SIZES.iter().find(|(known, _)| *known == size).map_or(-9.0, |(_, prior)| *prior);
        let (a, b) = (total(&self.a[from.0..to.0]) * self.scale, total(&self.b[from.1..to.1]));
        let apart = (a - b) / ((a + b) / 2.0 * VARIANCE).max(1.0).sqrt();
        let width = self.b.len();
        let rows = from.0..to.0;
        let shared: f64 = rows
            .map(|row| self.shared[row * width + from.1..row * width + to.1].iter().sum::<f64>())
            .sum();
        prior - apart * apart / 2.0 + SHARED * shared
    }
}

fn total(sentences: &[Sentence]) -> f64 {
    sentences.iter().map(|one| f64::from(one.length)).sum()
}

fn log_sum(a: f64, b: f64) -> f64 {
    let (high, low) = (a.max(b), a.min(b));
    if low == f64::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use source::Span;

    fn aligned(a: &str, b: &str) -> Vec<(u32, u32)> {
        let mut words = (Vocabulary::default(), Vocabulary::default());
        let sentences = |text: &str, words: &mut Vocabulary| -> Vec<Sentence> {
            let one = |sentence: &str| Sentence {
                length: sentence.chars().count() as u32,
                tokens: words.tokens(sentence, Span::new(0, sentence.len())),
            };
            text.split('|').map(one).collect()
        };
        let (a, b) = (sentences(a, &mut words.0), sentences(b, &mut words.1));
        let groups = align((&a, &b), (&words.0, &words.1), 1.1);
        let sizes = |(at, end): (usize, &(u32, u32))| {
            let before = at.checked_sub(1).map_or((0, 0), |before| groups.ends[before]);
            (end.0 - before.0, end.1 - before.1)
        };
        groups.ends.iter().enumerate().map(sizes).collect()
    }

    #[test]
    fn equal_counts_correspond_one_to_one() {
        assert_eq!(
            aligned("A long one, this.|Short.", "Court.|Une longue, celle-ci."),
            [(1, 1), (1, 1)]
        );
    }

    #[test]
    fn a_long_sentence_corresponds_to_two() {
        let en = "Fog is common.|The pilots light their lamps in the evening and sound the horns \
                  until dawn.|Nobody sleeps.";
        let fr = "Le brouillard est fréquent.|Les pilotes allument leurs lampes le soir.|Ils font \
                  sonner les cornes jusqu’à l’aube.|Personne ne dort.";
        assert_eq!(aligned(en, fr), [(1, 1), (1, 2), (1, 1)]);
        assert_eq!(aligned(fr, en), [(1, 1), (2, 1), (1, 1)]);
    }

    #[test]
    fn equal_counts_may_mislead() {
        let en = "The harbour of Little Reed was opened in 1968, and the pilots met in Great Marsh.|\
                  Lamps are common.|Rafts are not.";
        let fr = "Le port de Little Reed fut ouvert en 1968.|Les pilotes se réunirent à Great Marsh.|\
                  Les lampes sont communes, les radeaux non.";
        assert_eq!(aligned(en, fr), [(1, 2), (2, 1)]);
    }

    #[test]
    fn what_both_share_weighs_more_than_lengths() {
        let en = "It met in 1968, and all of its members came.|It rose.";
        let fr = "Elle fut réunie.|C’était en 1968.|Elle se leva, et ses amis avec elle.";
        assert_eq!(aligned(en, fr), [(1, 2), (1, 1)]);
    }

    #[test]
    fn what_cannot_be_aligned_is_one_group() {
        assert_eq!(aligned("A.", "B.|C.|D.|E.|F."), [(1, 5)]);
        assert_eq!(aligned("A.|B.", "A.|B.|C.|D.|E.|F.|G.|H."), [(2, 8)]);
    }
}
