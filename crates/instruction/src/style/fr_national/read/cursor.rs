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
        'a'..='z' | '0'..='9' | ' ' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        'à' | 'À' | 'â' | 'Â' => 'a',
        'é' | 'É' | 'è' | 'È' | 'ê' | 'Ê' | 'ë' => 'e',
        'î' | 'Î' | 'ï' => 'i',
        'ô' | 'Ô' => 'o',
        'û' | 'Û' | 'ù' => 'u',
        'ç' | 'Ç' => 'c',
        '’' | '‘' | '`' | '´' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
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
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    /// Passes over white space within the line.
    pub fn blank(&mut self) {
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
        let mut last = ' ';
        for wanted in phrase.chars() {
            if wanted == ' ' {
                if !self.peek().is_some_and(char::is_whitespace) {
                    return false;
                }
                self.space();
                continue;
            }
            let Some(found) = self.peek().filter(|c| folded(*c) == wanted) else { return false };
            self.at += found.len_utf8();
            last = wanted;
        }
        let inside = last.is_alphanumeric() && self.peek().is_some_and(char::is_alphanumeric);
        !inside
    }

    /// The first of the phrases that stands here, by its position.
    pub fn one_of(&mut self, phrases: &[&str]) -> Option<usize> {
        let mut ahead = *self;
        ahead.space();
        let first = folded(ahead.peek()?);
        for (at, phrase) in phrases.iter().enumerate() {
            let mut this = ahead;
            if phrase.starts_with(first) && this.matches(phrase) {
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
        let first = folded(ahead.peek()?);
        for (phrase, meaning) in table {
            let mut this = ahead;
            if phrase.starts_with(first) && this.matches(phrase) {
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

    /// Whether it stands at the beginning of a line, white space aside.
    pub fn begins_line(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or("");
        before.trim_end_matches(|c: char| c.is_whitespace() && c != '\n').ends_with('\n')
            || before.trim().is_empty()
    }
}
