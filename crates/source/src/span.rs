//! A half-open range of bytes in one text.

use std::ops::Range;

/// A half-open byte range `start..end` in some text, on character boundaries of that text.
///
/// Offsets are bytes, 0-based, and fit 32 bits: no text of Hemicycle's is longer than 4 GiB (the
/// reader refuses such a file).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte; never less than `start`.
    pub end: u32,
}

impl Span {
    /// The span `start..end`. An `end` before `start` gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = clamp(start);
        Self { start, end: clamp(end).max(start) }
    }

    /// The empty span at `at`.
    pub fn at(at: usize) -> Self {
        Self::new(at, at)
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing lies in it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range to slice with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether all of `other` lies in this span (edges may coincide).
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether `at` lies strictly between the ends: a point at an edge is outside.
    pub fn strictly_contains_point(self, at: u32) -> bool {
        self.start < at && at < self.end
    }

    /// Whether the two share at least one byte: abutting spans do not overlap.
    pub fn overlaps(self, other: Self) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// This span moved right by `by` bytes.
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }

    /// The text under the span, or `""` where the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
