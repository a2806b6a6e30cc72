//! Ranges on the axis of the laid-out text, asked for by range.

use source::Span;

/// Ranges of amendments, sorted by start, with the greatest end of every stretch beside them: a
/// query costs the logarithm of their number for each range it finds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Intervals {
    /// Range and amendment, sorted.
    items: Vec<(Span, u32)>,
    /// A complete binary tree over `items`: node 1 is the root, node `n` has children `2n` and
    /// `2n + 1`; each holds the greatest end below it.
    greatest: Vec<u32>,
}

impl Intervals {
    /// Sorts the ranges.
    pub fn new(mut items: Vec<(Span, u32)>) -> Self {
        items.sort_unstable();
        let leaves = items.len().next_power_of_two();
        let mut greatest = vec![0; 2 * leaves];
        for (at, (span, _)) in items.iter().enumerate() {
            greatest[leaves + at] = span.end;
        }
        for node in (1..leaves).rev() {
            greatest[node] = greatest[2 * node].max(greatest[2 * node + 1]);
        }
        Self { items, greatest }
    }

    /// All ranges, sorted.
    pub fn items(&self) -> &[(Span, u32)] {
        &self.items
    }

    /// Those that start at `start` or later and before `end`.
    pub fn starting_in(&self, start: u32, end: u32) -> &[(Span, u32)] {
        let from = self.items.partition_point(|(span, _)| span.start < start);
        let to = self.items.partition_point(|(span, _)| span.start < end);
        self.items.get(from..to).unwrap_or(&[])
    }

    /// Adds the amendments whose range starts at `start` or before and ends at `end` or later.
    pub fn around(&self, start: u32, end: u32, found: &mut Vec<u32>) {
        let to = self.items.partition_point(|(span, _)| span.start <= start);
        if !self.items.is_empty() {
            self.descend(1, 0, self.greatest.len() / 2, to, end, found);
        }
    }

    fn descend(
        &self,
        node: usize,
        first: usize,
        width: usize,
        to: usize,
        end: u32,
        found: &mut Vec<u32>,
    ) {
        if first >= to || self.greatest[node] < end {
            return;
        }
        if width == 1 {
            found.push(self.items[first].1);
            return;
        }
        let half = width / 2;
        self.descend(2 * node, first, half, to, end, found);
        self.descend(2 * node + 1, first + half, half, to, end, found);
    }
}
