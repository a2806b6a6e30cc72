//! The log: a line of JSON for each event, chained by hashes.
//!
//! ```text
//! {"v":1,"seq":1,"time":"2031-10-16T10:00:00Z","actor":"clerk","event":{"opened":{…}},"prev":"0000…"}
//! {"v":1,"seq":2,"time":"2031-10-16T10:03:00Z","actor":"chair","event":{"voted":{…}},"then":[…],"prev":"9f3a…"}
//! ```
//!
//! A line holds an event with all that follows from it, so that no decision can be kept without its
//! consequences: what was not written to its end counts as not written. `prev` is the SHA-256 of the line
//! before, without its line feed; 64 zeros before the first. A line is written in one way only
//! ([`Entry::line`]), so that file and database hold the same bytes and the hash of the last line, the *head*,
//! stands for the whole log: whoever has noted it down knows later that nothing before it was changed.

use crate::event::{Consequence, Event, Seq, Time};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// The version of the encoding that is written, and the only one that is read.
pub const VERSION: u32 = 1;

/// Bytes of the longest line that is read.
pub const LONGEST_LINE: usize = 64 << 20;

/// SHA-256 of a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hash([u8; 32]);

impl Hash {
    /// What stands before the first line.
    pub const START: Self = Self([0; 32]);

    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal digits in small letters.
    pub fn parse(written: &str) -> Option<Self> {
        let mut hash = [0; 32];
        if written.len() != 64 {
            return None;
        }
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        for (to, pair) in hash.iter_mut().zip(written.as_bytes().chunks_exact(2)) {
            *to = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(hash))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(to, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, to)
    }
}

impl TryFrom<String> for Hash {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        Self::parse(&written).ok_or("a hash is 64 hexadecimal digits in small letters")
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> Self {
        hash.to_string()
    }
}

/// An event as it was recorded. Its fields are the keys of a line, in their order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The version of the encoding.
    pub v: u32,
    /// Its place in the log, from 1.
    pub seq: Seq,
    /// When, as whoever recorded it says.
    pub time: Time,
    /// Who recorded it.
    pub actor: String,
    /// What happened.
    pub event: Event,
    /// What followed from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub then: Vec<Consequence>,
    /// The hash of the line before.
    pub prev: Hash,
}

impl Entry {
    /// The line without its line feed: the one way in which this entry is written.
    pub fn line(&self) -> String {
        serde_json::to_string(self).expect("strings, numbers and lists are always JSON")
    }
}

/// Where a log stands: what the next line must name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The last event; 0 before the first.
    pub seq: Seq,
    /// The hash of the last line.
    pub hash: Hash,
}

impl Default for Head {
    fn default() -> Self {
        Self { seq: 0, hash: Hash::START }
    }
}

impl Head {
    /// The entry that comes next.
    pub fn next(&self, time: Time, actor: &str, event: Event, then: Vec<Consequence>) -> Entry {
        let actor = actor.to_owned();
        Entry { v: VERSION, seq: self.seq + 1, time, actor, event, then, prev: self.hash }
    }

    /// Goes on to an entry, given as its line.
    pub fn advance(&mut self, line: &str) {
        *self = Self { seq: self.seq + 1, hash: Hash::of(line.as_bytes()) };
    }
}

/// Why a log is not read beyond a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: u64,
    /// Where the line begins, in bytes.
    pub at: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// `log-cut`: the last line breaks off. It was never acknowledged, and is left out.
    Cut {
        /// Its bytes.
        bytes: usize,
    },
    /// `log-line-too-long`.
    TooLong,
    /// `log-not-json`: it is no entry.
    NotAnEntry {
        /// Why, in the words of the parser.
        why: String,
    },
    /// `log-version`: another version of the encoding.
    Version {
        /// Which.
        found: u32,
    },
    /// `log-sequence`: lines are missing, doubled or exchanged.
    Sequence {
        /// The number that the line should have.
        expected: Seq,
        /// The one it has.
        found: Seq,
    },
    /// `log-chain`: the line before is not the one that this line was written after.
    Chain,
    /// `log-not-canonical`: the same words, but not as they are written.
    NotCanonical,
}

impl Problem {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Cut { .. } => "log-cut",
            Self::TooLong => "log-line-too-long",
            Self::NotAnEntry { .. } => "log-not-json",
            Self::Version { .. } => "log-version",
            Self::Sequence { .. } => "log-sequence",
            Self::Chain => "log-chain",
            Self::NotCanonical => "log-not-canonical",
        }
    }
}

/// The entries of a log, each held against the chain; ends behind the first fault.
///
/// A last line without its line feed is taken where it is the next entry, whole: no beginning of a line is one, so
/// that only the line feed is missing. Where it is an entry and not the next, that is its fault. Anything else was
/// never written to its end ([`Problem::Cut`]).
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    head: Head,
    failed: bool,
    unended: bool,
}

impl<'a> Reader<'a> {
    /// Reads from the beginning.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, head: Head::default(), failed: false, unended: false }
    }

    /// Reads on behind what was read before, from the first byte behind it.
    pub fn behind(head: Head, bytes: &'a [u8]) -> Self {
        Self { head, ..Self::new(bytes) }
    }

    /// Where the log stands behind what was read.
    pub fn head(&self) -> Head {
        self.head
    }

    /// The bytes of all that was read: a log is cut here before anything is appended.
    pub fn length(&self) -> usize {
        self.at
    }

    /// Whether the last line that was read lacks its line feed, which then comes before anything that is appended.
    pub fn unended(&self) -> bool {
        self.unended
    }

    fn entry(&self, line: &[u8]) -> Result<Entry, Problem> {
        if line.len() > LONGEST_LINE {
            return Err(Problem::TooLong);
        }
        let not = |why: String| Problem::NotAnEntry { why };
        let text = std::str::from_utf8(line).map_err(|error| not(error.to_string()))?;
        let entry: Entry = serde_json::from_str(text).map_err(|error| not(error.to_string()))?;
        let expected = self.head.seq + 1;
        match &entry {
            Entry { v, .. } if *v != VERSION => Err(Problem::Version { found: *v }),
            Entry { seq, .. } if *seq != expected => {
                Err(Problem::Sequence { expected, found: *seq })
            }
            Entry { prev, .. } if *prev != self.head.hash => Err(Problem::Chain),
            _ if entry.line() != text => Err(Problem::NotCanonical),
            _ => Ok(entry),
        }
    }
}

impl Iterator for Reader<'_> {
    type Item = Result<Entry, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty() && !self.failed)?;
        let fault = |problem| Fault { line: self.head.seq + 1, at: self.at, problem };
        let end = memchr::memchr(b'\n', rest);
        let line = &rest[..end.unwrap_or(rest.len())];
        match self.entry(line) {
            Ok(entry) => {
                self.head = Head { seq: entry.seq, hash: Hash::of(line) };
                self.unended = end.is_none();
                self.at += line.len() + usize::from(end.is_some());
                Some(Ok(entry))
            }
            Err(Problem::NotAnEntry { .. } | Problem::TooLong) if end.is_none() => {
                let fault = fault(Problem::Cut { bytes: rest.len() });
                self.failed = true;
                Some(Err(fault))
            }
            Err(problem) => {
                let fault = fault(problem);
                self.failed = true;
                Some(Err(fault))
            }
        }
    }
}
