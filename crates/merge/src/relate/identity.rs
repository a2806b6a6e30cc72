//! Identity: which amendments do the same, found by one sort instead of by comparing all pairs.

use crate::Placed;
use instruction::{Operation, Payload, Place, Target};
use std::hash::{Hash, Hasher};

/// Amendments grouped by identity: same places, same payloads (unit words and marks apart).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// For each amendment, the position of the first one identical to it (itself when alone).
    pub leader: Vec<usize>,
}

impl Groups {
    /// Groups the amendments. Fingerprints find the candidates and [`identical`] decides, so equal
    /// fingerprints of different amendments do no harm.
    pub fn new(amendments: &[Placed<'_>]) -> Self {
        let mut prints: Vec<(u64, u32)> = Vec::with_capacity(amendments.len());
        prints.extend(amendments.iter().zip(0..).map(|(a, at)| (fingerprint(a), at)));
        prints.sort_unstable();
        let mut leader: Vec<usize> = (0..amendments.len()).collect();
        for bucket in prints.chunk_by(|a, b| a.0 == b.0).filter(|bucket| bucket.len() > 1) {
            let mut leaders: Vec<usize> = Vec::new();
            for &(_, at) in bucket {
                let at = at as usize;
                let same = |first: &&usize| identical(&amendments[**first], &amendments[at]);
                match leaders.iter().find(same) {
                    Some(first) => leader[at] = *first,
                    None => leaders.push(at),
                }
            }
        }
        Self { leader }
    }

    /// Whether the two are in one group.
    pub fn same(&self, a: usize, b: usize) -> bool {
        self.leader.get(a).is_some_and(|leader| self.leader.get(b) == Some(leader))
    }

    /// Positions of the others of the group, ascending.
    pub fn others(&self, amendment: usize) -> Vec<usize> {
        let same = |at: &usize| *at != amendment && self.same(amendment, *at);
        (0..self.leader.len()).filter(same).collect()
    }
}

/// Whether two amendments do the same: the same operations at the same places with the same new
/// text. The words around them ("the following sentence" or "the following words"), marks, notes
/// and tablers do not matter, nor what the places were said to hang on.
pub(crate) fn identical(a: &Placed<'_>, b: &Placed<'_>) -> bool {
    let (a, b) = (&a.instruction.operations, &b.instruction.operations);
    !a.is_empty() && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_operation(a, b))
}

fn same_operation(a: &Operation<Target>, b: &Operation<Target>) -> bool {
    kind(a) == kind(b)
        && a.at().part == b.at().part
        && a.at().place == b.at().place
        && match (a.payload(), b.payload()) {
            (Some(a), Some(b)) => same_payload(a, b),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
}

fn same_payload(a: &Payload, b: &Payload) -> bool {
    let (a, b) = (&a.paragraphs, &b.paragraphs);
    a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| a.number == b.number && a.content.text == b.content.text)
}

fn kind(operation: &Operation<Target>) -> u8 {
    match operation {
        Operation::Insert { .. } => 0,
        Operation::Replace { .. } => 1,
        Operation::Delete { .. } => 2,
    }
}

fn fingerprint(amendment: &Placed<'_>) -> u64 {
    let mut print = Fingerprint::default();
    for operation in &amendment.instruction.operations {
        print.write_u8(kind(operation));
        place(&operation.at().place).hash(&mut print);
        for paragraph in operation.payload().map_or(&[][..], |payload| &payload.paragraphs) {
            paragraph.number.hash(&mut print);
            print.write(paragraph.content.text.as_bytes());
        }
    }
    print.finish()
}

fn place(place: &Place) -> (u32, u32) {
    let span = place.span();
    (span.start, span.end)
}

/// A quick hash whose value is the same in every process, unlike that of a `HashMap`.
#[derive(Default)]
struct Fingerprint(u64);

impl Fingerprint {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Fingerprint {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            self.add(u64::from_le_bytes(word));
        }
        let mut word = [0; 8];
        let rest = chunks.remainder();
        word[..rest.len()].copy_from_slice(rest);
        self.add(u64::from_le_bytes(word));
        self.add(bytes.len() as u64);
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u32(&mut self, word: u32) {
        self.add(u64::from(word));
    }

    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
