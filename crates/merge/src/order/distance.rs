//! How much a replacement differs from the text: "the one that differs most is put first".
//!
//! That is PACE's rule for contradictory amendments to one paragraph. The distance is counted in words: those of the draft that go and those of the payload that come, by a longest
//! common subsequence; a word without its punctuation counts, the punctuation alone does not.

/// The words of one unit of the draft, ready to be compared with many payloads.
pub(super) struct Unit<'a> {
    /// Each different word once, sorted, with the bits of the places where it stands.
    words: Vec<(&'a str, Vec<u64>)>,
    /// How many words there are.
    count: usize,
}

impl<'a> Unit<'a> {
    /// Takes the words of a unit.
    pub fn new(text: &'a str) -> Self {
        let mut places: Vec<(&str, usize)> = words(text).zip(0..).collect();
        let count = places.len();
        places.sort_unstable();
        let chunks = count.div_ceil(64);
        let bits = |run: &[(&'a str, usize)]| {
            let mut bits = vec![0; chunks];
            run.iter().for_each(|(_, at)| bits[at / 64] |= 1 << (at % 64));
            (run[0].0, bits)
        };
        let words = places.chunk_by(|a, b| a.0 == b.0).map(bits).collect();
        Self { words, count }
    }

    /// Words of the unit that go plus words of `payload` that come.
    ///
    /// The longest common subsequence is found 64 words at a time (Hyyrö 2004): bit `i` of `row` is
    /// clear where the subsequence grows at word `i` of the unit.
    pub fn distance(&self, payload: &str) -> u32 {
        let mut row = vec![u64::MAX; self.count.div_ceil(64)];
        let mut added = 0;
        for word in words(payload) {
            added += 1;
            if let Ok(at) = self.words.binary_search_by(|(known, _)| known.cmp(&word)) {
                step(&mut row, &self.words[at].1);
            }
        }
        let common = (0..self.count).filter(|at| row[at / 64] & (1 << (at % 64)) == 0).count();
        (self.count + added - 2 * common) as u32
    }
}

/// One word of the payload: `row = (row + (row & bits)) | (row & !bits)` over all chunks.
fn step(row: &mut [u64], bits: &[u64]) {
    let mut carry = false;
    for (row, bits) in row.iter_mut().zip(bits) {
        let hit = *row & bits;
        let (sum, first) = row.overflowing_add(hit);
        let (sum, second) = sum.overflowing_add(u64::from(carry));
        carry = first || second;
        *row = sum | (*row & !bits);
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_removed_and_added_are_counted() {
        let unit = Unit::new("The council counts boats, and lights lamps.");
        assert_eq!(unit.distance("The council counts boats and lights lamps"), 0);
        assert_eq!(unit.distance("The council counts ferries, and lights lamps."), 2);
        assert_eq!(unit.distance("The council lights lamps."), 3);
        assert_eq!(unit.distance(""), 7);
        assert_eq!(Unit::new("").distance("two words"), 2);
    }

    #[test]
    fn long_units_agree_with_the_plain_table() {
        let mut seed = 7_u32;
        for size in [1, 63, 64, 65, 130, 200] {
            let mut draw = || {
                let mut text = String::new();
                for _ in 0..size {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    text.push((b'a' + (seed >> 24) as u8 % 5) as char);
                    text.push(' ');
                }
                text
            };
            let (old, new) = (draw(), draw());
            assert_eq!(Unit::new(&old).distance(&new), plain(&old, &new), "{size}");
        }
    }

    fn plain(old: &str, new: &str) -> u32 {
        let (old, new): (Vec<_>, Vec<_>) = (words(old).collect(), words(new).collect());
        let mut table = vec![vec![0; new.len() + 1]; old.len() + 1];
        for (i, a) in old.iter().enumerate() {
            for (j, b) in new.iter().enumerate() {
                let best: usize = table[i][j + 1].max(table[i + 1][j]);
                table[i + 1][j + 1] = if a == b { table[i][j] + 1 } else { best };
            }
        }
        (old.len() + new.len() - 2 * table[old.len()][new.len()]) as u32
    }
}
