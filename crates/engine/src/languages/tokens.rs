//! The words of corresponding texts, and which of them look alike in two languages.

use source::Span;
use std::collections::BTreeMap;

/// A word, number or mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its number in the [`Vocabulary`] of its language.
    pub word: u32,
}

/// All words of one language version, without capitals and accents.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    known: BTreeMap<String, u32>,
    words: Vec<String>,
}

impl Vocabulary {
    /// The words, numbers and inner marks of `span`. Full stops and apostrophes say nothing.
    pub fn tokens(&mut self, text: &str, span: Span) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut chars = span.of(text).char_indices().peekable();
        while let Some((start, first)) = chars.next() {
            let Some(kind) = Kind::of(first) else { continue };
            let mut end = start + first.len_utf8();
            while let Some((at, next)) = chars.peek().copied() {
                if kind == Kind::Mark || Kind::of(next) != Some(kind) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            let word = span.of(text).get(start..end).map(plain).unwrap_or_default();
            let span = Span::new(start, end).shifted(span.start as usize);
            tokens.push(Token { span, word: self.number(word) });
        }
        tokens
    }

    fn number(&mut self, word: String) -> u32 {
        if let Some(number) = self.known.get(&word) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.words.push(word.clone());
        self.known.insert(word, number);
        number
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// A word by its number.
    pub fn word(&self, number: u32) -> &str {
        self.words.get(number as usize).map_or("", String::as_str)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Number,
    Mark,
}

impl Kind {
    fn of(char: char) -> Option<Self> {
        match char {
            _ if char.is_alphabetic() => Some(Self::Word),
            _ if char.is_numeric() => Some(Self::Number),
            ',' | ';' | ':' | '(' | ')' | '«' | '»' | '“' | '”' | '"' => Some(Self::Mark),
            _ => None,
        }
    }
}

/// Small letters without accents; all quotation marks are one.
fn plain(word: &str) -> String {
    let lower = word.chars().flat_map(char::to_lowercase);
    let bare = |char: char| match char {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' | 'ì' => 'i',
        'ñ' => 'n',
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        '«' | '»' | '“' | '”' => '"',
        other => other,
    };
    lower.map(bare).collect()
}

/// How much likelier two words are to say the same than two words taken at random, from their
/// letters alone: numbers and names translate to themselves, and cognates share their beginning.
pub(super) fn likeness(a: &str, b: &str) -> f32 {
    let kind = |word: &str| word.chars().next().and_then(Kind::of);
    match (kind(a), kind(b)) {
        (Some(Kind::Number), Some(Kind::Number)) if a == b => 30.0,
        (Some(Kind::Mark), Some(Kind::Mark)) if a == b => 6.0,
        (Some(Kind::Word), Some(Kind::Word)) => cognate(a, b),
        _ => 0.3,
    }
}

/// Short words are alike by chance ("on" and "on"); so are long ones that begin otherwise.
fn cognate(a: &str, b: &str) -> f32 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < 4 || a.first() != b.first() {
        return 1.0;
    }
    if a == b {
        return 30.0;
    }
    let prefix = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let ratio = common(&a, &b) as f32 / a.len().max(b.len()) as f32;
    match () {
        () if ratio >= 0.7 || prefix >= 4 && ratio >= 0.5 => 15.0,
        () if prefix >= 3 && ratio >= 0.6 => 8.0,
        () => 1.0,
    }
}

/// The length of the longest common subsequence.
fn common(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_marks_are_found_where_they_stand() {
        let text = "L’été, Rule 8.1 «Lamps».";
        let mut words = Vocabulary::default();
        let tokens = words.tokens(text, Span::new(0, text.len()));
        let found: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(found, ["L", "été", ",", "Rule", "8", "1", "«", "Lamps", "»"]);
        let plain: Vec<&str> = tokens.iter().map(|token| words.word(token.word)).collect();
        assert_eq!(plain, ["l", "ete", ",", "rule", "8", "1", "\"", "lamps", "\""]);
    }

    #[test]
    fn numbers_names_and_cognates_are_alike() {
        for (a, b) in
            [("1968", "1968"), ("lund", "lund"), ("lamps", "lampes"), ("pilots", "pilotes")]
        {
            assert!(likeness(a, b) > 5.0, "{a} {b}");
        }
        for (a, b) in
            [("boats", "bateaux"), ("on", "on"), ("7", "8"), (",", "the"), ("each", "chaque")]
        {
            assert!(likeness(a, b) <= 1.0, "{a} {b}");
        }
    }
}
