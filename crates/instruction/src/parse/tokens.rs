//! Tokens: the words of a wording as terms, quoted text as one token each.

use crate::style::grammar::{Compiled, Term, is_word};
use source::Span;
use std::ops::Range;
use text::Part;

/// A term where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// What it means.
    pub term: Term,
    /// Where it stands; for a quote, what is between the marks.
    pub span: Span,
    /// A comma, colon, semicolon or full stop stands before it.
    pub marked: bool,
    /// It begins a line.
    pub line: bool,
}

const BLANK: Token =
    Token { term: Term::Skip, span: Span { start: 0, end: 0 }, marked: false, line: false };

/// How many tokens a wording may have before memory is asked for.
const INLINE: usize = 48;

/// The tokens of one wording. The usual wording fits without an allocation.
#[derive(Debug)]
pub(super) struct Tokens {
    inline: [Token; INLINE],
    /// Invariant: when it is not empty, it holds all tokens.
    spilled: Vec<Token>,
    len: usize,
}

impl Tokens {
    pub fn new() -> Self {
        Self { inline: [BLANK; INLINE], spilled: Vec::new(), len: 0 }
    }

    pub fn push(&mut self, token: Token) {
        if self.spilled.is_empty() && self.len < INLINE {
            self.inline[self.len] = token;
        } else {
            if self.spilled.is_empty() {
                self.spilled.extend_from_slice(&self.inline[..self.len]);
            }
            self.spilled.push(token);
        }
        self.len += 1;
    }

    pub fn truncate(&mut self, len: usize) {
        if len < self.len {
            self.len = len;
            if len <= INLINE {
                let kept = self.spilled.len().min(len);
                self.inline[..kept].copy_from_slice(&self.spilled[..kept]);
                self.spilled.clear();
            } else {
                self.spilled.truncate(len);
            }
        }
    }

    pub fn all(&self) -> &[Token] {
        if self.spilled.is_empty() { &self.inline[..self.len] } else { &self.spilled }
    }
}

/// What stands next in the text outside quotes.
pub(super) enum Next {
    /// A term, and where the text goes on behind it.
    Term(Token, usize),
    /// An opening quote mark.
    Opening {
        /// Where the mark stands.
        at: usize,
        /// As for [`Token::marked`].
        marked: bool,
        /// As for [`Token::line`].
        line: bool,
    },
    /// Something that belongs nowhere: a closing mark, a symbol.
    Stray(Span),
    /// Nothing more.
    End,
}

/// Reads on from `at`. Articles are passed over, and so are commas, colons and full stops, which
/// the next token remembers.
pub(super) fn next(text: &str, mut at: usize, before: Option<&Token>, words: &Compiled) -> Next {
    let (mut marked, mut line) = (false, at == 0);
    while let Some(&byte) = text.as_bytes().get(at) {
        let mut end = at + 1;
        match byte {
            b' ' | b'\t' => {}
            b'\n' | b'\r' => line = true,
            b',' | b':' | b';' | b'.' => marked = true,
            b'"' => return Next::Opening { at, marked, line },
            b'(' | b')' | b'[' | b']' => return sign(Term::Bracket, at..end, marked, line),
            b'-' if behind_number(before) => return sign(Term::To, at..end, marked, line),
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                let (term, past) = word(text, at, before, words);
                if term != Term::Skip {
                    return sign(term, at..past, marked, line);
                }
                end = past;
            }
            _ => {
                let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                end = at + c.len_utf8();
                match c {
                    '«' | '“' | '„' => return Next::Opening { at, marked, line },
                    '–' | '—' if behind_number(before) => {
                        return sign(Term::To, at..end, marked, line);
                    }
                    _ if c.is_whitespace() => {}
                    _ if is_word(c) => {
                        let (term, past) = word(text, at, before, words);
                        if term != Term::Skip {
                            return sign(term, at..past, marked, line);
                        }
                        end = past;
                    }
                    _ => return Next::Stray(Span::new(at, end)),
                }
            }
        }
        at = end;
    }
    Next::End
}

fn sign(term: Term, at: Range<usize>, marked: bool, line: bool) -> Next {
    Next::Term(Token { term, span: Span::new(at.start, at.end), marked, line }, at.end)
}

fn behind_number(before: Option<&Token>) -> bool {
    before.is_some_and(|token| token.term == Term::Number)
}

/// The word at `at`; capitals behind the name of a draft are its letter.
fn word(text: &str, at: usize, before: Option<&Token>, words: &Compiled) -> (Term, usize) {
    let (term, end) = words.term(text, at);
    if matches!(before, Some(Token { term: Term::Draft(_), .. })) {
        // In a wording in capitals a short word stands there, too: it is no letter where it means something.
        let means = |end: &usize| *end > 1 && term != Term::Unknown;
        if let Some(end) = Part::letter_in(&text[at..]).filter(|end| !means(end)) {
            return (Term::Letter, at + end);
        }
    }
    match (before, term) {
        (Some(Token { term: Term::Amendment, .. }), Term::Number) => (term, revised(text, end)),
        _ => (term, end),
    }
}

/// What may follow the number of an amendment.
const REVISIONS: [&str; 6] = ["rev", "rév", "corr", "bis", "ter", "quater"];

fn is_revision(word: &str) -> bool {
    REVISIONS.iter().any(|known| word.to_lowercase() == *known)
}

/// The number of an amendment as it is printed beside it, "4 rev. 2", whatever its spaces and the
/// letters of its revision.
pub(super) fn amendment_number(cited: &str) -> String {
    let word = |word: &str| match is_revision(word.trim_end_matches('.')) {
        true => word.to_lowercase(),
        false => word.to_owned(),
    };
    cited.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Where the number of an amendment that goes to `at` ends with its revisions.
fn revised(text: &str, at: usize) -> usize {
    let mut end = at;
    loop {
        let rest = text[end..].trim_start();
        let from = text.len() - rest.len();
        let long = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let counts = end > at && long > 0 && rest[..long].bytes().all(|b| b.is_ascii_digit());
        if from == end || !(counts || is_revision(&rest[..long])) {
            return end;
        }
        end = from + long + usize::from(rest[long..].starts_with('.'));
    }
}
