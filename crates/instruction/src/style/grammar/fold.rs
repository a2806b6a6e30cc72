//! Words as the lexicon compares them: lower case, one apostrophe, one hyphen.

/// The longest word a lexicon may hold, in bytes after folding.
const LONGEST: usize = 30;

/// A folded word: its bytes, zeros behind them, its length last. Longer words fold to nothing
/// that any lexicon holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Key([u8; LONGEST + 1]);

impl Key {
    /// Folds one word.
    pub(crate) fn new(word: &str) -> Self {
        let mut key = [0; LONGEST + 1];
        let mut len = 0;
        for c in word.chars() {
            if c.is_ascii() {
                if len < LONGEST {
                    key[len] = c.to_ascii_lowercase() as u8;
                }
                len += 1;
                continue;
            }
            for folded in fold(c).to_lowercase() {
                let end = len + folded.len_utf8();
                if let Some(place) = key.get_mut(len..end.min(LONGEST)).filter(|_| end <= LONGEST) {
                    folded.encode_utf8(place);
                }
                len = end;
            }
        }
        key[LONGEST] = u8::try_from(len).unwrap_or(u8::MAX);
        Self(key)
    }

    /// A number that equal keys share.
    pub(crate) fn hash(&self) -> usize {
        let (mut hash, len) = (0xcbf2_9ce4_u32, usize::from(self.0[LONGEST]).min(LONGEST));
        for byte in &self.0[..len] {
            hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
        (hash ^ (hash >> 15)) as usize
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
