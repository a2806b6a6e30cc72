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

    /// Folds one word.
    pub(crate) fn new(word: &str) -> Self {
        if !word.is_ascii() {
            return Self::beyond_ascii(word);
        }
        if word.len() > LONGEST {
            return Self::TOO_LONG;
        }
        let mut key = [0; 4];
        for (eight, bytes) in key.iter_mut().zip(word.as_bytes().chunks(8)) {
            for byte in bytes.iter().rev() {
                *eight = *eight << 8 | u64::from(byte.to_ascii_lowercase());
            }
        }
        key[3] |= (word.len() as u64) << 56;
        Self(key)
    }

    fn beyond_ascii(word: &str) -> Self {
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
        let fits = word.chars().map(fold).try_for_each(|c| match lower(c) {
            Some(c) => push(c),
            None => c.to_lowercase().try_for_each(&mut push),
        });
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

/// The small letter of a letter of Latin-1; other letters need the tables for all scripts.
fn lower(c: char) -> Option<char> {
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(c as u32 + 32),
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | '\'' | '-' => Some(c),
        _ => None,
    }
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
    let ascii = text.as_bytes()[at..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let at = at + ascii;
    if matches!(text.as_bytes().get(at), None | Some(b' ' | b',' | b':' | b'.' | b'\n')) {
        return at;
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
