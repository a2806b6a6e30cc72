//! Numbers of provisions, and which may follow which.

/// Levels of numbers that are read: "1.2.3" has three.
pub const DEEPEST: usize = 32;

/// The number of a provision by its levels: 9.2.1 is `[9, 2, 1]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    levels: [u16; DEEPEST],
    /// Invariant: at most [`DEEPEST`].
    depth: u8,
}

/// What stands at the beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// A number, the bytes that it and the space behind it take, and whether a full stop or
    /// parenthesis closes it.
    Yes { number: Number, number_len: usize, len: usize, closed: bool },
    /// A number of more than [`DEEPEST`] levels.
    TooDeep,
    /// No number.
    No,
}

impl Number {
    /// The number before the first one of a part.
    pub const NONE: Self = Self { levels: [0; DEEPEST], depth: 0 };

    /// A count: a number of one level.
    pub fn count(count: usize) -> Self {
        let mut number = Self::NONE;
        number.push(u16::try_from(count).unwrap_or(u16::MAX));
        number
    }

    /// Its levels, from the outermost.
    pub fn levels(&self) -> &[u16] {
        &self.levels[..usize::from(self.depth)]
    }

    /// Whether it is none.
    pub fn is_none(&self) -> bool {
        self.depth == 0
    }

    fn push(&mut self, level: u16) -> bool {
        let Some(slot) = self.levels.get_mut(usize::from(self.depth)) else { return false };
        *slot = level;
        self.depth += 1;
        true
    }

    /// Whether this number may come directly after `last` with nothing missing between: one level
    /// deeper and first, or the next on the same or an outer level.
    pub fn follows(&self, last: &Self) -> bool {
        let (new, old) = (self.levels(), last.levels());
        let Some((end, outer)) = new.split_last() else { return false };
        if new.len() == old.len() + 1 {
            return outer == old && *end == 1;
        }
        old.get(..outer.len()) == Some(outer)
            && old.get(outer.len()).is_some_and(|level| level.checked_add(1) == Some(*end))
    }

    /// Whether it stands behind `other` in a text numbered in order.
    pub fn after(&self, other: &Self) -> bool {
        self.levels() > other.levels()
    }

    /// Whether `other` is one of the numbers this one stands under: 9.2 for 9.2.1.
    pub fn under(&self, other: &[u16]) -> bool {
        other.len() < self.levels().len() && self.levels().starts_with(other)
    }

    /// The number at the beginning of `line`, where white space and text or the line's end follow.
    pub fn at_start(line: &str) -> Numbered {
        let bytes = line.as_bytes();
        let (mut number, mut at) = (Self::NONE, 0);
        while let Some((level, end)) = level(bytes, at) {
            if !number.push(level) {
                return Numbered::TooDeep;
            }
            at = end;
            if bytes.get(at) != Some(&b'.') || !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
                break;
            }
            at += 1;
        }
        if number.is_none() {
            return Numbered::No;
        }
        let number_len = at;
        let closed = matches!(bytes.get(at), Some(b'.' | b')'));
        at += usize::from(closed);
        let rest = &line[at..];
        let text = rest.trim_start();
        if (text.len() == rest.len() && !rest.is_empty()) || (!closed && number.depth < 2) {
            return Numbered::No;
        }
        Numbered::Yes { number, number_len, len: line.len() - text.len(), closed }
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (position, level) in self.levels().iter().enumerate() {
            let stop = if position > 0 { "." } else { "" };
            write!(f, "{stop}{level}")?;
        }
        Ok(())
    }
}

/// One to four digits that do not begin with a nought, and where they end.
fn level(bytes: &[u8], from: usize) -> Option<(u16, usize)> {
    let digits = bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 || digits > 4 || bytes[from] == b'0' {
        return None;
    }
    let end = from + digits;
    let level = bytes[from..end].iter().fold(0, |sum, byte| sum * 10 + u16::from(byte - b'0'));
    Some((level, end))
}

/// The bytes of a bullet and the space behind it at the beginning of `line`; 0 where there is none.
pub fn bullet(line: &str) -> usize {
    let mut signs = line.chars();
    match signs.next() {
        Some('-' | '–' | '—' | '•' | '*' | '·' | '‣' | '▪' | '◦' | '➢') => {}
        _ => return 0,
    }
    let rest = signs.as_str();
    let text = rest.trim_start();
    if text.len() == rest.len() { 0 } else { line.len() - text.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(line: &str) -> Option<Number> {
        match Number::at_start(line) {
            Numbered::Yes { number, .. } => Some(number),
            Numbered::TooDeep | Numbered::No => None,
        }
    }

    #[test]
    fn numbers_at_the_beginning_of_a_line() {
        let levels = |line| number(line).map(|n| n.levels().to_vec());
        assert_eq!(levels("9. The lake"), Some(vec![9]));
        assert_eq!(levels("9.2.1. boats"), Some(vec![9, 2, 1]));
        assert_eq!(levels("9.2 boats"), Some(vec![9, 2]));
        assert_eq!(levels("9) boats"), Some(vec![9]));
        assert_eq!(levels("9."), Some(vec![9]));
        for line in
            ["9 boats", "9.boats", "2024, a year", "01. boats", "12345. boats", ".1 boats", ""]
        {
            assert_eq!(levels(line), None, "{line}");
        }
    }

    #[test]
    fn what_follows_what() {
        let follows = |new: &str, old: &str| {
            let old = number(old).unwrap_or(Number::NONE);
            number(new).expect("a number").follows(&old)
        };
        assert!(follows("1. ", ""));
        for next in ["9.2.1.1. x", "9.2.2. x", "9.3. x", "10. x"] {
            assert!(follows(next, "9.2.1. x"), "{next}");
        }
        for other in ["9.2.1. x", "9.2.3. x", "9.4. x", "11. x", "9. x", "10.1. x", "9.2.1.2. x"] {
            assert!(!follows(other, "9.2.1. x"), "{other}");
        }
        assert!(!follows("2. ", ""));
    }

    #[test]
    fn thirty_three_levels_are_too_deep() {
        let deep = format!("{}. x", vec!["1"; 33].join("."));
        assert_eq!(Number::at_start(&deep), Numbered::TooDeep);
        assert!(number(&deep[2..]).is_some());
    }

    #[test]
    fn bullets() {
        assert_eq!(bullet("- 9.1."), 2);
        assert_eq!(bullet("–\u{a0}boats"), "–\u{a0}".len());
        assert_eq!(bullet("-9"), 0);
        assert_eq!(bullet("-"), 0);
    }
}
