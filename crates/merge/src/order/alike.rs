//! New texts that say nearly the same: candidates by a few hashes, decided by their words.
//!
//! Two are alike when they share at least three of five of their words. Pairs are not listed: of each text the
//! least hash under several functions is kept, which two texts share as often as they share words
//! (Broder 1997), and only texts that share two such hashes in a row are compared.

use std::hash::Hasher;

/// Texts of fewer words are not compared: they share words by chance.
const LEAST_WORDS: usize = 8;
/// Pairs of hash functions: two texts that share three of five words are missed once in a hundred times.
const BANDS: u64 = 10;

/// A new text, ready to be compared: its words, each once.
pub(super) struct Words<'a> {
    words: Vec<&'a str>,
    at: usize,
}

impl<'a> Words<'a> {
    /// The words of a text that amendment `at` brings; `None` where they are few.
    pub fn new(texts: impl Iterator<Item = &'a str>, at: usize) -> Option<Self> {
        let letters = |c: char| !c.is_alphanumeric();
        let mut words: Vec<&str> = texts.flat_map(|text| text.split(letters)).collect();
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        words.dedup();
        (words.len() >= LEAST_WORDS).then_some(Self { words, at })
    }

    /// Whether they share three of five words of both.
    fn is_alike(&self, other: &Self) -> bool {
        let shared = self.words.iter().filter(|word| other.words.binary_search(word).is_ok());
        let shared = shared.count();
        let all = self.words.len() + other.words.len() - shared;
        shared * 5 >= all * 3
    }

    /// The least hash of the words under one function.
    fn least(&self, seed: u64) -> u64 {
        let hash = |word: &&str| {
            let mut hash = Fnv(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0xcbf2_9ce4_8422_2325);
            hash.write(word.as_bytes());
            hash.finish()
        };
        self.words.iter().map(hash).min().unwrap_or(0)
    }
}

/// Calls `join` with pairs of amendments whose texts are alike: enough of them to connect all that are.
pub(super) fn each_pair(texts: &[Words<'_>], mut join: impl FnMut(usize, usize)) {
    for band in 0..BANDS {
        let signature = |text: &Words<'_>| (text.least(2 * band), text.least(2 * band + 1));
        let mut signed: Vec<_> = texts.iter().map(|text| (signature(text), text)).collect();
        signed.sort_by_key(|(signature, text)| (*signature, text.at));
        for bucket in signed.chunk_by(|a, b| a.0 == b.0) {
            let Some(((_, first), others)) = bucket.split_first() else { continue };
            let alike = others.iter().filter(|(_, other)| first.is_alike(other));
            alike.for_each(|(_, other)| join(first.at, other.at));
        }
    }
}

/// A hash that is the same in every process; its last step spreads what few letters differ in.
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^ (mixed >> 33)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(texts: &[&str]) -> Vec<(usize, usize)> {
        let words: Vec<_> = texts
            .iter()
            .enumerate()
            .filter_map(|(at, text)| Words::new([*text].into_iter(), at))
            .collect();
        let mut pairs = Vec::new();
        each_pair(&words, |a, b| pairs.push((a, b)));
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    #[test]
    fn texts_of_nearly_the_same_words_are_paired_and_others_are_not() {
        let one =
            "Every boat that crosses the lake by night carries two lamps and a bell of brass.";
        let other = "Two lamps and a bell of brass: every boat carries them that crosses the lake by night.";
        let third =
            "The council counts the boats of all harbours in spring and says how many there are.";
        assert_eq!(pairs(&[one, other, third]), [(0, 1)]);
        assert_eq!(pairs(&[third, one]), []);
        assert_eq!(pairs(&["Two lamps.", "Two lamps."]), [], "too few words");
    }
}
