//! A place in a wording, and the words that stand there.
//!
//! Words are compared without regard to capitals, accents, the kind of apostrophe and the kind of
//! space: "À l’alinéa 3", "A l'alinéa 3" and "a l'alinea 3" are the same. Phrases are given folded.

use source::Span;

/// A place in a wording. Copies are cheap: reading ahead is reading with a copy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
    /// Where reading stops: one past the last byte.
    end: usize,
}

/// A character as it is compared.
fn folded(c: char) -> char {
    match c {
        'à' | 'À' | 'â' | 'Â' => 'a',
        'é' | 'É' | 'è' | 'È' | 'ê' | 'Ê' | 'ë' => 'e',
        'î' | 'Î' | 'ï' => 'i',
        'ô' | 'Ô' => 'o',
        'û' | 'Û' | 'ù' => 'u',
        'ç' | 'Ç' => 'c',
        '’' | '‘' | '´' => '\'',
        c if c.is_ascii() => char::from(folded_byte(c as u8)),
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// The same of one byte that is a character.
fn folded_byte(byte: u8) -> u8 {
    match byte {
        b'`' => b'\'',
        b'\t'..=b'\r' => b' ',
        byte => byte.to_ascii_lowercase(),
    }
}

/// Whether a phrase begins with these bytes, see [`Cursor::first`].
fn begins(phrase: &str, (first, second): (u8, u8)) -> bool {
    match *phrase.as_bytes() {
        [one, two, ..] => one == first && (two == second || second == 0),
        [one] => one == first,
        [] => true,
    }
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, end: text.len() }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn to(&mut self, at: usize) {
        self.at = at.min(self.end);
    }

    /// What is left.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    pub fn slice(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// The span from `start` to here.
    pub fn since(&self, start: usize) -> Span {
        Span::new(start.min(self.at), self.at)
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Passes over white space, line feeds too.
    pub fn space(&mut self) {
        while let Some(byte) = self.byte() {
            match byte {
                b' ' | b'\t'..=b'\r' => self.at += 1,
                0x80.. => match self.peek().filter(|c| c.is_whitespace()) {
                    Some(space) => self.at += space.len_utf8(),
                    None => return,
                },
                _ => return,
            }
        }
    }

    /// The next byte.
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at..self.end)?.first().copied()
    }

    /// Passes over white space within the line.
    pub fn blank(&mut self) {
        if self.byte().is_some_and(|byte| byte.is_ascii_graphic()) {
            return;
        }
        let rest = self.rest();
        let inside = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
        self.at += rest.len() - inside.len();
    }

    pub fn done(&mut self) -> bool {
        self.space();
        self.rest().is_empty()
    }

    /// Passes over `sign`, white space before it included.
    pub fn sign(&mut self, sign: char) -> bool {
        let mut ahead = *self;
        ahead.space();
        let found = ahead.peek() == Some(sign);
        if found {
            ahead.at += sign.len_utf8();
            *self = ahead;
        }
        found
    }

    /// Passes over a phrase (folded; a space stands for any white space), white space before it
    /// included. It must not end inside a word.
    pub fn eat(&mut self, phrase: &str) -> bool {
        let mut ahead = *self;
        ahead.space();
        if ahead.matches(phrase) {
            *self = ahead;
            return true;
        }
        false
    }

    fn matches(&mut self, phrase: &str) -> bool {
        let mut wanted = phrase.bytes();
        while let Some(byte) = wanted.next() {
            if byte == b' ' {
                let before = self.at;
                self.space();
                if self.at == before {
                    return false;
                }
                continue;
            }
            let Some(found) = self.byte() else { return false };
            if found < 0x80 {
                if folded_byte(found) != byte {
                    return false;
                }
                self.at += 1;
                continue;
            }
            let Some(found) = self.peek() else { return false };
            let mut sign = [0; 4];
            let mut sign = folded(found).encode_utf8(&mut sign).bytes();
            if sign.next() != Some(byte) || !sign.all(|more| wanted.next() == Some(more)) {
                return false;
            }
            self.at += found.len_utf8();
        }
        let last = phrase.chars().next_back().is_some_and(char::is_alphanumeric);
        !(last && self.peek().is_some_and(char::is_alphanumeric))
    }

    /// The first letter of what stands here, white space apart, as phrases have it.
    pub fn letter(&self) -> Option<u8> {
        let mut ahead = *self;
        ahead.space();
        ahead.first().map(|(first, _)| first)
    }

    /// The first two bytes of what stands here as phrases have them; 0 for a second one that is not
    /// looked at.
    fn first(&self) -> Option<(u8, u8)> {
        let bytes = self.text.as_bytes().get(self.at..self.end)?;
        let second = bytes.get(1).filter(|byte| byte.is_ascii()).map_or(0, |b| folded_byte(*b));
        match bytes.first()? {
            byte @ 0..0x80 => Some((folded_byte(*byte), second)),
            _ => {
                let first = folded(self.peek()?).encode_utf8(&mut [0; 4]).bytes().next()?;
                Some((first, 0))
            }
        }
    }

    /// The first of the phrases that stands here, by its position.
    pub fn one_of(&mut self, phrases: &[&str]) -> Option<usize> {
        let mut ahead = *self;
        ahead.space();
        let first = ahead.first()?;
        for (at, phrase) in phrases.iter().enumerate() {
            if !begins(phrase, first) {
                continue;
            }
            let mut this = ahead;
            if this.matches(phrase) {
                *self = this;
                return Some(at);
            }
        }
        None
    }

    /// The first of the phrases that stands here, with what it means.
    pub fn lookup<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        let mut ahead = *self;
        ahead.space();
        let first = ahead.first()?;
        for (phrase, meaning) in table {
            if !begins(phrase, first) {
                continue;
            }
            let mut this = ahead;
            if this.matches(phrase) {
                *self = this;
                return Some(*meaning);
            }
        }
        None
    }

    /// A number in figures, white space before it included.
    pub fn figures(&mut self) -> Option<u32> {
        let mut ahead = *self;
        ahead.space();
        ahead.byte().filter(u8::is_ascii_digit)?;
        let rest = ahead.rest();
        let len = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = rest.get(..len)?.parse().ok()?;
        ahead.at += len;
        *self = ahead;
        Some(number)
    }

    /// Whether the line ends here.
    pub fn ends_line(&self) -> bool {
        let mut ahead = *self;
        ahead.blank();
        ahead.peek().is_none_or(|c| c == '\n')
    }

    /// Where the line ends.
    pub fn line_end(&self) -> usize {
        self.at + self.rest().find('\n').unwrap_or(self.rest().len())
    }

    /// Whether the last word of the line, white space before it apart, is "phrase", in the singular or plural.
    pub fn line_names_sentence(&self) -> bool {
        let line = self.rest().trim_start().lines().next().unwrap_or("");
        let line = line.trim_end_matches(|c: char| c.is_whitespace() || c == ':').as_bytes();
        let line = line.strip_suffix(b"s").or_else(|| line.strip_suffix(b"S")).unwrap_or(line);
        let noun = line.len().checked_sub(6).and_then(|at| line.get(at..));
        noun.is_some_and(|noun| noun.eq_ignore_ascii_case(b"phrase"))
    }

    /// Whether it stands at the beginning of a line, white space aside.
    pub fn begins_line(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or("");
        before.trim_end_matches(|c: char| c.is_whitespace() && c != '\n').ends_with('\n')
            || before.trim().is_empty()
    }
}
