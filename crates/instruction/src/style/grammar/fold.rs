//! Words as the lexicon compares them: lower case, one apostrophe, one hyphen.

/// Bytes of a folded word that are kept: the longest word a lexicon may hold has one less.
const LONGEST: usize = 31;

/// A folded word: its bytes, zeros behind them, its length last. Longer words fold to nothing
/// that any lexicon holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Key([u8; LONGEST + 1]);

impl Key {
    /// Folds one word.
    pub(crate) fn new(word: &str) -> Self {
        let mut key = [0; LONGEST + 1];
        let mut len = 0;
        for byte in word.bytes().take(LONGEST) {
            if !byte.is_ascii() {
                return Self::beyond_ascii(word);
            }
            key[len] = byte.to_ascii_lowercase();
            len += 1;
        }
        key[LONGEST] = if word.len() > LONGEST { u8::MAX } else { len as u8 };
        Self(key)
    }

    fn beyond_ascii(word: &str) -> Self {
        let mut key = [0; LONGEST + 1];
        let mut len = 0;
        for folded in word.chars().flat_map(|c| lower(fold(c))) {
            let end = len + folded.len_utf8();
            match key.get_mut(len..end) {
                Some(place) if end <= LONGEST => {
                    folded.encode_utf8(place);
                }
                _ => return Self([u8::MAX; LONGEST + 1]),
            }
            len = end;
        }
        key[LONGEST] = len as u8;
        Self(key)
    }

    /// A number that equal keys share.
    pub(crate) fn hash(&self) -> usize {
        let mut hash = 0_u64;
        for part in self.0.chunks_exact(8) {
            let mut eight = [0; 8];
            eight.copy_from_slice(part);
            hash = (hash ^ u64::from_le_bytes(eight)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
        (hash >> 40) as usize
    }
}

/// Lower case; the capitals of Latin-1 without the tables for all scripts.
fn lower(c: char) -> impl Iterator<Item = char> {
    let latin = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(c as u32 + 32),
        'a'..='z' | 'ß'..='ÿ' => Some(c),
        _ => None,
    };
    let other = if latin.is_none() { Some(c.to_lowercase()) } else { None };
    latin.into_iter().chain(other.into_iter().flatten())
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
