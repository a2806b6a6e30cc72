//! Which words of two languages say the same, learnt from the draft itself.
//!
//! A draft in two languages is a parallel text: sentences correspond, and words that come back in
//! several of them come back with their translations. What is learnt is the second model of Brown
//! and others (1993), with the position of a word in its sentence as Dyer and others (2013) have
//! it, and three changes that suit a text of a few pages:
//!
//! - numbers, names and cognates are expected to be each other's translation from the start
//!   ([`likeness`]);
//! - now and then a word stands anywhere in its sentence ([`ANYWHERE`]), and what opens one before a
//!   comma may end the other ([`TURNED`]): "last year" opens one language's sentence and ends the
//!   other's;
//! - a sentence is judged by what *other* sentences say of its words. By itself it would only say
//!   that words at the same position belong together.

use super::tokens::likeness;

/// A pair of corresponding texts as numbers of words.
pub(super) type Pair = (Vec<u32>, Vec<u32>);

/// How often a word is expected away from its position.
const ANYWHERE: f32 = 0.2;
/// How fast the expectation falls with the distance, in shares of the sentence.
const TENSION: f32 = 5.0;
/// How much less a word is expected where it would stand with the opening of its text at the end.
const TURNED: f32 = 0.9;
/// How often a word has no counterpart.
const NO_COUNTERPART: f32 = 0.08;
/// How much the likeness of two words weighs against sentences in which they meet.
const LIKENESS: f32 = 0.02;
/// How often the sentences are gone through.
const ROUNDS: usize = 5;

/// For each word of the one text, which words of the other it comes from.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Which words meet, sorted: (from + 1, to); 0 is "no counterpart".
    met: Vec<(u32, u32)>,
    likeness: Vec<f32>,
    /// Expected meetings.
    counts: Vec<f32>,
    /// Translation probabilities that gave these counts.
    before: Vec<f32>,
    /// Sums of `counts` and of `likeness` by word of origin.
    totals: Vec<(f32, f32)>,
    /// The commas of the two languages, as words.
    commas: (Option<u32>, Option<u32>),
}

impl Table {
    /// Learns from pairs of texts; `words` gives the two words with these numbers.
    pub fn learn<'a>(
        pairs: &[Pair],
        origins: usize,
        words: impl Fn(u32, u32) -> (&'a str, &'a str),
    ) -> Self {
        let mut met: Vec<(u32, u32)> = pairs.iter().flat_map(meetings).collect();
        met.sort_unstable();
        met.dedup();
        let alike = |&(from, to): &(u32, u32)| match from.checked_sub(1) {
            Some(from) => {
                let (from, to) = words(from, to);
                likeness(from, to)
            }
            None => 1.0,
        };
        let likeness: Vec<f32> = met.iter().map(alike).collect();
        let mut totals = vec![(0.0, 0.0); origins + 1];
        for ((from, _), likeness) in met.iter().zip(&likeness) {
            totals[*from as usize].1 += likeness;
        }
        let none = vec![0.0; met.len()];
        let mut commas = (None, None);
        for (from, to) in met.iter().filter_map(|(from, to)| Some((from.checked_sub(1)?, *to))) {
            let spelt = words(from, to);
            commas.0 = commas.0.or((spelt.0 == ",").then_some(from));
            commas.1 = commas.1.or((spelt.1 == ",").then_some(to));
        }
        let mut table =
            Self { met, before: likeness.clone(), likeness, counts: none.clone(), totals, commas };
        let cells: Vec<Vec<usize>> = pairs.iter().map(|pair| table.cells(pair)).collect();
        let near: Vec<Vec<f32>> = pairs.iter().map(|pair| nearness(pair, commas)).collect();
        let mut probabilities = table.before.clone();
        for _ in 0..ROUNDS {
            let mut counts = none.clone();
            for (pair, (cells, near)) in pairs.iter().zip(cells.iter().zip(&near)) {
                let given = shares(pair.0.len() + 1, cells, near, &probabilities);
                for (cell, share) in cells.iter().zip(given) {
                    counts[*cell] += share;
                }
            }
            table.before = probabilities;
            table.counts = counts;
            table.total();
            probabilities =
                (0..table.met.len()).map(|cell| table.probability(cell, 0.0, 0.0)).collect();
        }
        table
    }

    fn total(&mut self) {
        for total in &mut self.totals {
            total.0 = 0.0;
        }
        for ((from, _), count) in self.met.iter().zip(&self.counts) {
            self.totals[*from as usize].0 += count;
        }
    }

    /// The probability of a meeting, less what one sentence gave to it and to its word of origin.
    fn probability(&self, cell: usize, own: f32, own_total: f32) -> f32 {
        let (count, likeness) = self.totals[self.met[cell].0 as usize];
        let met = (self.counts[cell] - own).max(0.0) + LIKENESS * self.likeness[cell];
        met / ((count - own_total).max(0.0) + LIKENESS * likeness)
    }

    fn cells(&self, pair: &Pair) -> Vec<usize> {
        let found = |met: (u32, u32)| self.met.binary_search(&met).unwrap_or_default();
        meetings(pair).into_iter().map(found).collect()
    }

    /// For each word of the second text of a pair that was learnt from, how much it comes from each
    /// word of the first, by all other pairs: a row for each, the last entry "no counterpart".
    pub fn judge(&self, pair: &Pair) -> Vec<f32> {
        let (cells, near) = (self.cells(pair), nearness(pair, self.commas));
        let width = pair.0.len() + 1;
        let given = shares(width, &cells, &near, &self.before);
        let mut own: Vec<(usize, f32)> = cells.iter().copied().zip(given).collect();
        own.sort_unstable_by_key(|(cell, _)| *cell);
        // Meetings of one word of origin stand together in `met`, and so in `own`.
        let sum = |cell: usize, same: &dyn Fn(usize) -> bool| -> f32 {
            let at = own.partition_point(|(other, _)| *other < cell);
            own[at..].iter().take_while(|(other, _)| same(*other)).map(|(_, given)| given).sum()
        };
        let probability = |cell: &usize| {
            let from = self.met[*cell].0;
            let first = self.met.partition_point(|(other, _)| *other < from);
            let own = sum(*cell, &|other| other == *cell);
            let own_total = sum(first, &|other| self.met[other].0 == from);
            self.probability(*cell, own, own_total)
        };
        let probabilities: Vec<f32> = cells.iter().map(probability).collect();
        let rows: Vec<usize> = (0..cells.len()).collect();
        shares(width, &rows, &near, &probabilities)
    }
}

/// Every word of the second text with every one of the first, and with none.
fn meetings((first, second): &Pair) -> Vec<(u32, u32)> {
    let row = |to: &u32| {
        let to = *to;
        first.iter().map(move |from| (from + 1, to)).chain([(0, to)])
    };
    second.iter().flat_map(row).collect()
}

/// How much each word of the first text is expected at the position of each of the second. What
/// opens a text before a comma may stand at the end of the other one: "in winter, the ferries rest".
fn nearness((first, second): &Pair, commas: (Option<u32>, Option<u32>)) -> Vec<f32> {
    let n = first.len() as f32;
    let (from, to) = (positions(first, commas.0), positions(second, commas.1));
    let mut all = Vec::with_capacity((first.len() + 1) * second.len());
    for to in &to {
        let start = all.len();
        all.extend(from.iter().map(|from| {
            let near = |one: f32, other: f32| (-TENSION * (one - other).abs()).exp();
            let turned = near(from.1, to.0).max(near(from.0, to.1));
            near(from.0, to.0).max(TURNED * turned)
        }));
        let sum: f32 = all[start..].iter().sum();
        for near in &mut all[start..] {
            *near = (1.0 - NO_COUNTERPART) * ((1.0 - ANYWHERE) * *near / sum + ANYWHERE / n);
        }
        all.push(NO_COUNTERPART);
    }
    all
}

/// Where in its text each word stands, of 1; and where it would if what stands before the first comma
/// came last.
fn positions(words: &[u32], comma: Option<u32>) -> Vec<(f32, f32)> {
    let count = words.len();
    let opening = words.iter().position(|word| Some(*word) == comma).unwrap_or(0);
    let opening = if 2 * opening <= count { opening } else { 0 };
    let share = |at: usize| (at as f32 + 0.5) / count as f32;
    let turned = |at: usize| match (at < opening, opening) {
        (_, 0) => share(at),
        (true, _) => share(count - opening + at),
        (false, _) => share(at.saturating_sub(opening + 1)),
    };
    (0..count).map(|at| (share(at), turned(at))).collect()
}

/// Row by row of `width`, the shares of each meeting in its word.
fn shares(width: usize, cells: &[usize], near: &[f32], probabilities: &[f32]) -> Vec<f32> {
    let weigh = |(cell, near): (&usize, &f32)| near * probabilities[*cell];
    let mut weights: Vec<f32> = cells.iter().zip(near).map(weigh).collect();
    for row in weights.chunks_mut(width) {
        let sum: f32 = row.iter().sum();
        for weight in row {
            *weight /= sum.max(f32::MIN_POSITIVE);
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences in which "b" comes back with "y".
    const FIRST: [&str; 4] = ["a c d b", "e b f g", "h i j k b", "l b m n o"];
    const SECOND: [&str; 4] = ["A C D y", "E y F G", "H I J K y", "L M N y O"];

    fn numbers(sentence: &str) -> Vec<u32> {
        sentence.split(' ').map(|word| u32::from(word.as_bytes()[0])).collect()
    }

    #[test]
    fn words_that_come_back_together_belong_together() {
        let pairs: Vec<Pair> =
            FIRST.iter().zip(SECOND).map(|(a, b)| (numbers(a), numbers(b))).collect();
        let table = Table::learn(&pairs, 128, |_, _| ("", ""));
        // "y" is the fourth of the last sentence, and "b" the second.
        let row = &table.judge(&pairs[3])[18..24];
        assert!((0..6).all(|other| other == 1 || row[1] > row[other]), "{row:?}");
        assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-4);
    }

    /// "d," opens one text and "D" ends the other: with the comma they may say the same.
    #[test]
    fn what_opens_a_text_before_a_comma_may_end_the_other() {
        let pair = (numbers("d , a b c"), numbers("A B C D"));
        let comma = Some(u32::from(b','));
        let near = |commas| nearness(&pair, commas)[18..24].to_vec();
        let (plain, turned) = (near((None, None)), near((comma, None)));
        assert!(plain[0] < 0.1 && plain[0] < plain[4] / 4.0, "{plain:?}");
        assert!(turned[0] > 2.0 * plain[0] && turned[0] > turned[4] / 2.0, "{turned:?}");
    }
}
