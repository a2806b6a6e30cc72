//! The values in bytes of a PDF, found as the interpreter finds them, without going into itself for
//! values within values.
//!
//! The interpreter may begin to read anywhere: where the table of a file says, or where a search finds
//! `12 0 obj`. So every `[` and `<<` counts as a beginning, unless it lies within a value that was
//! scanned from its own beginning; one in a string or a comment does not.

use crate::error::Error;
use std::ops::Range;

/// Arrays and dictionaries in one another.
pub const DEEPEST: usize = 96;

/// Passes over the same bytes: strings that never end would take as many as there are beginnings.
const PASSES: usize = 16;

/// Columns, and colours of one, in the rows that bytes were packed by: the interpreter makes a row of them.
const WIDEST: usize = 1_000_000;

/// Bytes in which values are found.
pub struct Scan<'a> {
    bytes: &'a [u8],
    /// Bytes that may still be passed over.
    left: usize,
    /// Strings and comments of the value at hand.
    hidden: Vec<Range<usize>>,
}

/// Whether a byte parts words.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

impl<'a> Scan<'a> {
    /// Before the first byte.
    pub fn new(bytes: &'a [u8]) -> Self {
        let left = bytes.len().saturating_mul(PASSES) + (1 << 16);
        Self { bytes, left, hidden: Vec::new() }
    }

    /// Gives each array and each dictionary that is not in another.
    ///
    /// # Errors
    /// Values too deep in one another, and what takes too long.
    pub fn each(
        mut self,
        mut found: impl FnMut(Range<usize>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut to_do: Vec<Range<usize>> = std::iter::once(0..self.bytes.len()).collect();
        while let Some(range) = to_do.pop() {
            let mut at = range.start;
            while let Some(start) = self.beginning(at, range.end) {
                self.hidden.clear();
                if self.bytes[start] == b'o' {
                    at = start + 3;
                    // Arrays and dictionaries have beginnings of their own; strings only take their time.
                    if self.bytes.get(self.space(at)) == Some(&b'(') {
                        self.value(at)?;
                    }
                    continue;
                }
                let end = self.value(start)?;
                at = end.unwrap_or(start + 1);
                if let Some(end) = end {
                    to_do.append(&mut self.hidden);
                    found(start..end)?;
                }
            }
        }
        Ok(())
    }

    /// The next place where a value may begin: an array, a dictionary, what stands behind `obj`.
    fn beginning(&self, from: usize, to: usize) -> Option<usize> {
        let bytes = self.bytes.get(from..to)?;
        let found = bytes.iter().enumerate().position(|(at, byte)| match byte {
            b'[' => true,
            b'<' => bytes.get(at + 1) == Some(&b'<'),
            b'o' => bytes[at..].starts_with(b"obj"),
            _ => false,
        });
        found.map(|at| from + at)
    }

    /// The end of the value that begins here.
    fn value(&mut self, start: usize) -> Result<Option<usize>, Error> {
        let end = self.walked(start);
        let passed = end.as_ref().map_or(0, |(at, _)| at.saturating_sub(start));
        self.left = self.left.checked_sub(passed + 1).ok_or(Error::PdfTooLong)?;
        end.map(|(at, whole)| whole.then_some(at))
    }

    /// Walks over the value, and says where that ended, and whether with the value.
    fn walked(&mut self, from: usize) -> Result<(usize, bool), Error> {
        let mut open: Vec<u8> = Vec::new();
        let mut at = from;
        loop {
            at = self.behind_space(at);
            let Some(byte) = self.bytes.get(at).copied() else { return Ok((at, false)) };
            let next = self.bytes.get(at + 1).copied();
            match byte {
                b'[' | b'<' if byte == b'[' || next == Some(b'<') => {
                    open.push(byte);
                    if open.len() > DEEPEST {
                        return Err(Error::PdfTooDeep { limit: DEEPEST });
                    }
                    at += if byte == b'[' { 1 } else { 2 };
                    continue;
                }
                b']' if open.last() == Some(&b'[') => (_, at) = (open.pop(), at + 1),
                b'>' if next == Some(b'>') && open.last() == Some(&b'<') => {
                    (_, at) = (open.pop(), at + 2);
                }
                b'(' => match self.behind_string(at) {
                    Some(end) => {
                        self.hidden.push(at + 1..end);
                        at = end;
                    }
                    None => return Ok((self.bytes.len(), false)),
                },
                b'<' => {
                    let digits = self.bytes[at + 1..].iter();
                    at += 1 + digits
                        .take_while(|byte| is_space(**byte) || byte.is_ascii_hexdigit())
                        .count();
                    if self.bytes.get(at) != Some(&b'>') {
                        return Ok((at, false));
                    }
                    at += 1;
                }
                b'/' => {
                    let end = self.behind_word(at + 1);
                    self.narrow(&self.bytes[at + 1..end], end)?;
                    at = end;
                }
                b']' | b'>' | b')' | b'{' | b'}' => return Ok((at, false)),
                _ => at = self.behind_word(at),
            }
            if open.is_empty() {
                return Ok((at, true));
            }
        }
    }

    /// Refuses rows so wide that a single one fills the memory.
    fn narrow(&self, name: &[u8], behind: usize) -> Result<(), Error> {
        let name = unescaped(name);
        if !matches!(name.as_slice(), b"Columns" | b"Colors") {
            return Ok(());
        }
        let at = self.space(behind);
        let digits = self.bytes[at..].iter().take_while(|byte| byte.is_ascii_digit());
        let number = digits.clone().fold(0usize, |number, digit| {
            number.saturating_mul(10).saturating_add(usize::from(digit - b'0'))
        });
        let then = self.bytes.get(self.space(at + digits.count()));
        // A number behind the number: it stands elsewhere.
        if number > WIDEST || then.is_some_and(u8::is_ascii_digit) {
            return Err(Error::PdfDamaged);
        }
        Ok(())
    }

    fn space(&self, from: usize) -> usize {
        from + self.bytes[from..].iter().take_while(|byte| is_space(**byte)).count()
    }

    fn behind_space(&mut self, from: usize) -> usize {
        let mut at = self.space(from);
        while self.bytes.get(at) == Some(&b'%') {
            let end = at
                + self.bytes[at..].iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count();
            self.hidden.push(at + 1..end);
            at = self.space(end);
        }
        at
    }

    fn behind_word(&self, from: usize) -> usize {
        from + self.bytes[from..].iter().take_while(|byte| is_regular(**byte)).count()
    }

    fn behind_string(&self, from: usize) -> Option<usize> {
        let (mut depth, mut at) = (0usize, from);
        loop {
            match self.bytes.get(at)? {
                b'\\' => at += 1,
                b'(' => depth += 1,
                b')' if depth == 1 => return Some(at + 1),
                b')' => depth -= 1,
                _ => {}
            }
            at += 1;
        }
    }
}

/// A name without its `#7b`.
pub fn unescaped(name: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let (mut out, mut rest) = (Vec::new(), name);
    while let [first, behind @ ..] = rest {
        let two = || Some(digit(*behind.first()?)? << 4 | digit(*behind.get(1)?)?);
        match two().filter(|_| *first == b'#') {
            Some(byte) => {
                out.push(byte);
                rest = &behind[2..];
            }
            None => {
                out.push(*first);
                rest = behind;
            }
        }
    }
    out
}

/// The keys of a dictionary with what stands behind each, as it is written.
pub fn entries(dictionary: &[u8]) -> Vec<(Vec<u8>, &[u8])> {
    let mut scan = Scan::new(dictionary);
    let end = dictionary.len().saturating_sub(2);
    let mut found: Vec<(Vec<u8>, &[u8])> = Vec::new();
    let mut at = scan.behind_space(2);
    while at < end {
        if dictionary[at] != b'/' {
            let Some(next) = scan.one(at) else { break };
            at = scan.behind_space(next);
            continue;
        }
        let behind = scan.behind_word(at + 1);
        let key = unescaped(&dictionary[at + 1..behind]);
        let start = scan.behind_space(behind);
        let mut stop = start;
        // A value, and what else stands before the next key: `7 0 R`.
        while stop < end && (stop == start || dictionary[stop] != b'/') {
            let Some(next) = scan.one(stop) else { return found };
            stop = scan.behind_space(next);
        }
        found.push((key, dictionary[start..stop.min(end)].trim_ascii_end()));
        at = stop;
    }
    found
}

impl Scan<'_> {
    /// The end of one value, known to be sound.
    fn one(&mut self, at: usize) -> Option<usize> {
        self.walked(at).ok().filter(|(end, whole)| *whole && *end > at).map(|(end, _)| end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> Result<Vec<String>, Error> {
        let mut all = Vec::new();
        Scan::new(bytes).each(|range| {
            all.push(String::from_utf8_lossy(&bytes[range]).into_owned());
            Ok(())
        })?;
        Ok(all)
    }

    #[test]
    fn values_are_found_wherever_they_begin() {
        let bytes = b"1 0 obj<</A[1 2 (a\\)[b)]/B<41>%c[\n>>endobj x [/d";
        assert_eq!(found(bytes), Ok(vec!["<</A[1 2 (a\\)[b)]/B<41>%c[\n>>".into()]));
        assert_eq!(found(b"([1]) <<) [2"), Ok(vec!["[1]".into()]));
        let hidden = b"[(<<[3]>>)]";
        assert_eq!(found(hidden), Ok(vec!["[(<<[3]>>)]".into(), "<<[3]>>".into()]));
    }

    #[test]
    fn what_is_too_deep_or_never_ends_is_refused() {
        let deep = |times: usize| [b"[".repeat(times), b"]".repeat(times)].concat();
        assert!(found(&deep(DEEPEST)).is_ok());
        assert_eq!(found(&deep(DEEPEST + 1)), Err(Error::PdfTooDeep { limit: DEEPEST }));
        let hidden = [b"[( ".to_vec(), deep(DEEPEST + 1), b")]".to_vec()].concat();
        assert_eq!(found(&hidden), Err(Error::PdfTooDeep { limit: DEEPEST }));
        assert_eq!(found(&b"[(".repeat(100_000)), Err(Error::PdfTooLong));
        assert_eq!(found(&b"1 0 obj(".repeat(100_000)), Err(Error::PdfTooLong));
    }

    #[test]
    fn keys_and_values_of_a_dictionary() {
        let dictionary = b"<</Fil#74er[/A/B] /Length 7 0 R/C/D /E<</F 1>>>>";
        let expected: [(&[u8], &[u8]); 4] =
            [(b"Filter", b"[/A/B]"), (b"Length", b"7 0 R"), (b"C", b"/D"), (b"E", b"<</F 1>>")];
        let expected: Vec<_> = expected.iter().map(|(key, value)| (key.to_vec(), *value)).collect();
        assert_eq!(entries(dictionary), expected);
    }

    #[test]
    fn rows_that_fill_the_memory_are_refused() {
        assert!(found(b"<</Columns 2480/Colors 3>>").is_ok());
        assert_eq!(found(b"<</Colum#6es 99999999>>"), Err(Error::PdfDamaged));
        assert_eq!(found(b"<</Columns 7 0 R>>"), Err(Error::PdfDamaged));
    }
}
