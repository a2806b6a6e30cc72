//! Which sentences of two language versions say the same.

use crate::dossier::{Dossier, Version};
use text::{Index, Lang, ProvisionId};

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

/// Sentences of one provision in one language, by group: the same group in the other language says
/// the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Groups {
    /// For each group, one past its last sentence, 0-based.
    pub ends: Vec<u32>,
}

impl Groups {
    /// The group of a sentence, 0-based.
    pub fn of(&self, sentence: u32) -> u32 {
        self.ends.partition_point(|end| *end <= sentence) as u32
    }

    /// The number of the group that ends with `sentences` sentences before its end, as a border:
    /// 0 before the first. `None` in the middle of a group.
    pub fn border(&self, sentences: u32) -> Option<u32> {
        if sentences == 0 {
            return Some(0);
        }
        self.ends.iter().position(|end| *end == sentences).map(|at| at as u32 + 1)
    }
}

/// The groups of the opening text of two corresponding provisions, one for each language.
pub(super) fn align(
    dossier: &Dossier,
    versions: (&Version, &Version),
    provisions: (ProvisionId, ProvisionId),
) -> (Groups, Groups) {
    let lengths =
        (lengths(&versions.0.index, provisions.0), lengths(&versions.1.index, provisions.1));
    let groups = set_by_clerk(dossier, versions, provisions, (lengths.0.len(), lengths.1.len()))
        .unwrap_or_else(|| by_length(&lengths.0, &lengths.1));
    let (mut first, mut second) = (Groups::default(), Groups::default());
    let mut ends = (0, 0);
    for (a, b) in groups {
        ends = (ends.0 + a, ends.1 + b);
        first.ends.push(ends.0);
        second.ends.push(ends.1);
    }
    (first, second)
}

/// What the dossier says, where it covers the sentences there are.
fn set_by_clerk(
    dossier: &Dossier,
    versions: (&Version, &Version),
    provisions: (ProvisionId, ProvisionId),
    counts: (usize, usize),
) -> Option<Vec<(u32, u32)>> {
    let entry = versions.0.index.provision_at(provisions.0)?;
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

/// The lengths of the sentences of a provision's opening text, in characters.
fn lengths(index: &Index, provision: ProvisionId) -> Vec<u32> {
    let opening = index.provision_at(provision).map(|entry| entry.opening);
    let sentences = opening.map_or(&[][..], |block| index.sentences_of(block));
    sentences.iter().map(|span| span.of(index.text()).chars().count() as u32).collect()
}

/// More sentences than this are not aligned one by one (the table would be their product).
const ALIGNED_AT_MOST: usize = 400;

/// One to one where the counts agree. Otherwise in order, by length: the grouping with the least
/// difference between the lengths of what it puts together, each group of one sentence on one side
/// and up to three on the other. That is the idea of Gale and Church (1993) without its
/// probabilities, which need more text than a paragraph.
fn by_length(a: &[u32], b: &[u32]) -> Vec<(u32, u32)> {
    if a.len() == b.len() {
        return vec![(1, 1); a.len()];
    }
    if a.is_empty() || b.is_empty() || a.len().max(b.len()) > ALIGNED_AT_MOST {
        return vec![(a.len() as u32, b.len() as u32)];
    }
    let scale = (total(b) as f64 / total(a).max(1) as f64).max(f64::MIN_POSITIVE);
    let width = b.len() + 1;
    let mut best = vec![(f64::INFINITY, (0, 0)); (a.len() + 1) * width];
    best[0].0 = 0.0;
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            for (da, db) in [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1)] {
                if da > i || db > j {
                    continue;
                }
                let (la, lb) = (total(&a[i - da..i]) as f64 * scale, total(&b[j - db..j]) as f64);
                let difference = (la - lb).abs() / (la + lb).max(1.0);
                // Joining sentences costs a little, so that one to one wins where both fit.
                let cost = difference + 0.1 * (da + db - 2) as f64;
                let so_far = best[(i - da) * width + j - db].0 + cost;
                if so_far < best[i * width + j].0 {
                    best[i * width + j] = (so_far, (da, db));
                }
            }
        }
    }
    trace(&best, a.len(), b.len()).unwrap_or_else(|| vec![(a.len() as u32, b.len() as u32)])
}

/// Reads the best grouping off the table, from its end. `None` where three to one is not enough.
fn trace(best: &[(f64, (usize, usize))], a: usize, b: usize) -> Option<Vec<(u32, u32)>> {
    let (mut i, mut j) = (a, b);
    let mut groups = Vec::new();
    while i > 0 || j > 0 {
        let (cost, (da, db)) = best[i * (b + 1) + j];
        if !cost.is_finite() || da + db == 0 {
            return None;
        }
        groups.push((da as u32, db as u32));
        (i, j) = (i - da, j - db);
    }
    groups.reverse();
    Some(groups)
}

fn total(lengths: &[u32]) -> u64 {
    lengths.iter().map(|length| u64::from(*length)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_counts_correspond_one_to_one() {
        assert_eq!(by_length(&[10, 90], &[80, 12]), [(1, 1), (1, 1)]);
    }

    #[test]
    fn a_long_sentence_corresponds_to_two() {
        assert_eq!(by_length(&[20, 100, 30], &[22, 60, 45, 33]), [(1, 1), (1, 2), (1, 1)]);
        assert_eq!(by_length(&[22, 60, 45, 33], &[20, 100, 30]), [(1, 1), (2, 1), (1, 1)]);
    }

    #[test]
    fn what_cannot_be_aligned_is_one_group() {
        assert_eq!(by_length(&[9], &[1, 2, 3, 4, 5]), [(1, 5)]);
        assert_eq!(by_length(&[], &[5]), [(0, 1)]);
        assert!(by_length(&[], &[]).is_empty());
    }
}
