//! Words as the lexicon compares them: lower case, one apostrophe, one hyphen.

/// Bytes of a folded word that are kept: the longest word a lexicon may hold.
const LONGEST: usize = 31;

/// A folded word: its bytes from the lowest of each integer up, noughts behind them, its length
/// last. Integers because they are made, compared and hashed without a detour through memory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Key([u64; 4]);

impl Key {
    /// What longer words fold to: nothing that any lexicon holds.
    const TOO_LONG: Self = Self([u64::MAX; 4]);

    /// Folds the word that begins at `at`, and says where it ends ([`word_end`]).
    pub(crate) fn scan(text: &str, at: usize) -> (Self, usize) {
        let bytes = text.as_bytes();
        let (mut key, mut end) = ([0; 4], at);
        for eight in &mut key {
            let (small, letters) = letters(eight_from(bytes, end));
            *eight = first(small, letters);
            end += letters as usize;
            if letters < 8 {
                break;
            }
        }
        let ended = matches!(bytes.get(end), None | Some(b' ' | b',' | b':' | b'.' | b'\n'));
        if ended && end - at <= LONGEST {
            key[3] |= ((end - at) as u64) << 56;
            return (Self(key), end);
        }
        let end = further(text, ascii_run(bytes, end));
        (Self::of(text, at, end), end)
    }

    /// Folds the word from `at` to `end`.
    fn of(text: &str, at: usize, end: usize) -> Self {
        let word = &text[at..end];
        if word.is_ascii() {
            return Self::ascii(text.as_bytes(), at, end);
        }
        Self::latin(word.as_bytes()).unwrap_or_else(|| Self::beyond_latin(word))
    }

    /// Folds a word of ASCII letters and signs, eight of them at a time.
    fn ascii(bytes: &[u8], at: usize, end: usize) -> Self {
        let len = end - at;
        if len > LONGEST {
            return Self::TOO_LONG;
        }
        let mut key = [0; 4];
        for (eight, from) in key.iter_mut().zip((at..end).step_by(8)) {
            *eight = first(small(eight_from(bytes, from)), (end - from).min(8) as u32);
        }
        key[3] |= (len as u64) << 56;
        Self(key)
    }

    /// Folds a word of letters that European languages write in one or two bytes, and the usual
    /// apostrophe; `None` for any other.
    fn latin(word: &[u8]) -> Option<Self> {
        let (mut key, mut len, mut at) = ([0; 4], 0, 0);
        while let Some(&byte) = word.get(at) {
            let (wide, low, high) = match (byte, word.get(at + 1), word.get(at + 2)) {
                (0..0x80, ..) => (1, byte.to_ascii_lowercase(), 0),
                // A capital is 32 before its small letter; × stands among them, ÷ among those.
                (0xc3, Some(&next), _) if next != 0x97 => {
                    (2, byte, if next < 0x9f { next + 32 } else { next })
                }
                (0xe2, Some(0x80), Some(0x99)) => (3, b'\'', 0),
                _ => return None,
            };
            for byte in [low, high].into_iter().take(if high == 0 { 1 } else { 2 }) {
                if len == LONGEST {
                    return Some(Self::TOO_LONG);
                }
                key[len / 8] |= u64::from(byte) << (len % 8 * 8);
                len += 1;
            }
            at += wide;
        }
        key[3] |= (len as u64) << 56;
        Some(Self(key))
    }

    fn beyond_latin(word: &str) -> Self {
        let (mut key, mut len) = ([0; 4], 0);
        let mut push = |c: char| {
            let mut utf_8 = [0; 4];
            for byte in c.encode_utf8(&mut utf_8).bytes() {
                (len < LONGEST).then_some(())?;
                key[len / 8] |= u64::from(byte) << (len % 8 * 8);
                len += 1;
            }
            Some(())
        };
        let fits = word.chars().map(fold).flat_map(char::to_lowercase).try_for_each(&mut push);
        if fits.is_none() {
            return Self::TOO_LONG;
        }
        key[3] |= (len as u64) << 56;
        Self(key)
    }

    /// A number that equal keys share.
    pub(crate) fn hash(&self) -> usize {
        let [first, second, third, last] = self.0;
        let all = first ^ second.rotate_left(17) ^ third.rotate_left(34) ^ last;
        (all.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
    }
}

/// Eight bytes from `at` on, noughts behind the end of the text.
fn eight_from(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or(&[]);
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => rest.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    }
}

/// One in each of eight bytes.
const EACH: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each of eight bytes, which no ASCII character has.
const HIGH: u64 = EACH * 128;

/// The first `count` of eight bytes, 0 to 8, noughts behind them.
fn first(eight: u64, count: u32) -> u64 {
    if count < 8 { eight & ((1 << (count * 8)) - 1) } else { eight }
}

/// Eight ASCII characters as small letters. Adding the distance to 128 sets the highest bit of each
/// byte that is at least `A`, and of each that is past `Z`. Behind the first byte that is not ASCII
/// the sums carry over: what stands there is wrong, and cut off by the caller.
fn small(eight: u64) -> u64 {
    let from_a = eight.wrapping_add(EACH * (128 - b'A' as u64));
    let past_z = eight.wrapping_add(EACH * (127 - b'Z' as u64));
    eight | (from_a & !past_z & HIGH) >> 2
}

/// Eight bytes as small letters, and how many of them are ASCII letters before the first that is
/// not; the others are wrong. Counted as in [`small`].
fn letters(eight: u64) -> (u64, u32) {
    let small = eight | (EACH * 32);
    let from_a = small.wrapping_add(EACH * (128 - b'a' as u64));
    let past_z = small.wrapping_add(EACH * (127 - b'z' as u64));
    let other = !(from_a & !past_z & !eight) & HIGH;
    (small, other.trailing_zeros() / 8)
}

fn fold(c: char) -> char {
    match c {
        '’' | 'ʼ' | '‘' | '´' | '′' => '\'',
        '‐' | '‑' | '‒' | '–' => '-',
        _ => c,
    }
}

/// Whether a word may begin with this character.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric()
}

/// One past the word that begins at `at`. An apostrophe ends a word and belongs to it ("l'"); a
/// hyphen between letters stands inside one ("sub-paragraph").
pub(crate) fn word_end(text: &str, at: usize) -> usize {
    further(text, ascii_run(text.as_bytes(), at))
}

/// One past the ASCII letters and digits from `at` on.
fn ascii_run(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
        end += 1;
    }
    end
}

/// One past the word of which all before `at` is known to be part.
fn further(text: &str, at: usize) -> usize {
    let (bytes, mut at) = (text.as_bytes(), at);
    loop {
        match bytes.get(at..).unwrap_or(&[]) {
            [] | [b' ' | b',' | b':' | b'.' | b'\n', ..] => return at,
            [b'\'', ..] => return at + 1,
            [0xe2, 0x80, 0x99, ..] => return at + "’".len(),
            // À to ÿ but for × and ÷
            [0xc3, letter, ..] if !matches!(letter, 0x97 | 0xb7) => at = ascii_run(bytes, at + 2),
            _ => break,
        }
    }
    let mut chars = text[at..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        if is_word(c) {
            continue;
        }
        match fold(c) {
            '\'' => return at + offset + c.len_utf8(),
            '-' if chars.peek().is_some_and(|(_, next)| next.is_alphabetic()) => continue,
            _ => return at + offset,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{Key, word_end};

    /// The plain way: character by character.
    fn plain(word: &str) -> Key {
        Key::beyond_latin(word)
    }

    #[test]
    fn every_way_of_folding_gives_the_same() {
        let words = [
            "",
            "a",
            "A",
            "Z",
            "@",
            "[",
            "`",
            "{",
            "paragraph",
            "PARAGRAPH",
            "sub-paragraph",
            "l'",
            "L’",
            "première",
            "PREMIÈRE",
            "Ÿ",
            "ÿ",
            "ß",
            "Œuvre",
            "œuvre",
            "d‑un",
            "eighteen-letters-ab",
            "exactly-twenty-four-byte",
            "exactly-thirty-one-letters-long",
            "exactly-thirty-two-letters-long-",
            "é1é2é3é4é5é6é7é8é9é0",
            "éàüéàüéàüéàüéàüéàüéàüé",
        ];
        for word in words {
            let whole = Key::of(word, 0, word.len());
            assert!(whole == plain(word) || word.len() > 31, "{word}");
            let inside = format!("x{word}é and more behind it");
            assert_eq!(Key::of(&inside, 1, 1 + word.len()), whole, "{word} inside a text");
        }
        assert_eq!(Key::of("éé", 0, 4), plain("ÉÉ"));
        assert_ne!(Key::of("×", 0, 2), Key::of("÷", 0, 2));
    }

    #[test]
    fn scanning_ends_where_the_word_does() {
        for text in [
            "l'eau",
            "l’eau",
            "mots:",
            "sub-paragraph 3",
            "après,",
            "n°",
            "a×b",
            "œil",
            "mi-",
            "deux\n",
        ] {
            assert_eq!(
                Key::scan(text, 0),
                (Key::of(text, 0, word_end(text, 0)), word_end(text, 0))
            );
        }
        assert_eq!(word_end("a×b", 0), 1);
        assert_eq!(word_end("déjà-vu ", 0), "déjà-vu".len());
        assert_eq!(word_end("l’eau", 0), "l’".len());
    }
}
