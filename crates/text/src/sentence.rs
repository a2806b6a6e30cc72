//! Where sentences begin and end.
//!
//! Amendments count sentences ("the last sentence of paragraph 3"), so a wrong count puts words in
//! the wrong place. The rules are few and look at what stands on both sides of a final mark.
//!
//! A final mark is a run of `.`, `!`, `?` or `…` with the closing quotes and brackets behind it. It
//! ends a sentence when white space follows and then no small letter, unless
//!
//! | it stands | as in | because |
//! |---|---|---|
//! | behind an abbreviation | `Mr. Lake`, `art. 3`, `e.g. Boats` | [`SentenceRules::abbreviations`] |
//! | behind one before a number | `no. 210`, but `Say no. They left.` | [`SentenceRules::before_numbers`] |
//! | behind an initial | `J. Pilot`, `U.S. Senate`, but `annex B. The …` | [`SentenceRules::starters`] |
//! | behind a number that opens the sentence | `1. Boats are counted.` | it is an enumerator |
//! | behind a short number, where dots make ordinals | `am 3. Mai` | [`SentenceRules::ordinal_dots`] |
//! | within a quotation or bracket that the sentence goes on around | `the motto «Stay. Go.» is old` | the outer sentence is the one counted |
//! | right behind an opening bracket | `[…] The lake` | something is left out |
//!
//! Colons and semicolons end nothing. Quotes that are never closed do not count, nor do closing
//! ones that were never opened.
//!
//! A quotation that opens the sentence and whose closing mark ends it is counted inside: in
//! `«It is wide. It is cold.» They left.` there are three sentences.

use source::Span;

/// What a language knows about sentence ends; a table supplied by the drafting style.
#[derive(Clone, Copy, Debug, Default)]
pub struct SentenceRules {
    /// Words that end with a full stop without ever ending a sentence, lower case, without that
    /// full stop: "m", "mme", "cf", "e.g".
    pub abbreviations: &'static [&'static str],
    /// Words that do so only before a number, lower case: "no", "art", "p".
    pub before_numbers: &'static [&'static str],
    /// Words that open sentences and are nobody's name, lower case: behind "B." they show that the
    /// letter was no initial.
    pub starters: &'static [&'static str],
    /// Whether a full stop makes a number an ordinal: "am 3. Mai".
    pub ordinal_dots: bool,
    /// Whether blocks begin with labels and may be quoted from another text: what they are made of
    /// around their words ([`crate::head`], [`crate::tail`]) is no sentence, nor part of one.
    pub labelled_blocks: bool,
}

/// The sentences of one block, as byte ranges of `text`, in order, without the space between them.
///
/// Together they cover every character that is not white space; a text without a final mark is one
/// sentence; an empty text has none. A line feed ends a sentence.
///
/// ```
/// let rules = hemicycle_text::SentenceRules {
///     abbreviations: &["mr"],
///     before_numbers: &["art"],
///     ..Default::default()
/// };
/// let count = |text: &str| hemicycle_text::sentences(text, &rules).len();
/// assert_eq!(count("Mr. Lund came. He saw art. 3 of the code."), 2);
/// assert_eq!(count("It recalls its report “Fog. And lamps” of 2019. It rests."), 2);
/// assert_eq!(count("«Les lampes brûlent.» Elles éclairent. A. Riva dort"), 3);
/// assert_eq!(count("Version 3.5 counts; the 20th does not"), 1);
/// ```
pub fn sentences(text: &str, rules: &SentenceRules) -> Vec<Span> {
    let mut found = Vec::new();
    sentences_into(text, 0, rules, &mut found);
    found
}

/// As [`sentences`], the spans shifted by `base` and appended to `found`.
pub(crate) fn sentences_into(
    text: &str,
    base: usize,
    rules: &SentenceRules,
    found: &mut Vec<Span>,
) {
    let mut at = 0;
    for line in text.split('\n') {
        let (head, words) = match rules.labelled_blocks {
            true => (crate::head(line), line.get(..crate::tail(line)).unwrap_or(line)),
            false => (0, line),
        };
        let this = Line { text: words, rules, pairs: pairs(words) };
        this.split(head.min(words.len()), base + at, found);
        at += line.len() + 1;
    }
}

/// A quotation or bracket: offset of its opening mark, offset behind its closing mark.
#[derive(Clone, Copy, Debug)]
struct Pair {
    open: usize,
    close: usize,
}

struct Line<'a> {
    text: &'a str,
    rules: &'a SentenceRules,
    /// Outermost pairs only, in order.
    pairs: Vec<Pair>,
}

impl Line<'_> {
    fn split(&self, head: usize, base: usize, found: &mut Vec<Span>) {
        let mut start = self.skip_space(head);
        let mut from = start;
        while let Some(mark) = self.next_mark(from) {
            let run = self.run_end(mark);
            let end = self.closers_end(run);
            from = end;
            if self.ends(start, mark, run, end) {
                found.push(Span::new(base + start, base + end));
                start = self.skip_space(end);
                from = start;
            }
        }
        let rest = self.text[start..].trim_end().len();
        if rest > 0 {
            found.push(Span::new(base + start, base + start + rest));
        }
    }

    fn next_mark(&self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'.' | b'!' | b'?' => return Some(at),
                0xE2 if bytes[at..].starts_with("…".as_bytes()) => return Some(at),
                _ => at += 1,
            }
        }
        None
    }

    /// Behind the run of final marks that starts at `mark`; in French they may be spaced ("? !").
    fn run_end(&self, mark: usize) -> usize {
        let rest = &self.text[mark..];
        mark + rest.find(|c| !is_final(c)).unwrap_or(rest.len())
    }

    /// Behind the closing quotes and brackets that follow, the space before `»` included.
    fn closers_end(&self, run: usize) -> usize {
        let mut end = run;
        loop {
            let rest = &self.text[end..];
            let spaces = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
            let Some(next) = rest[spaces..].chars().next() else { return end };
            let closes = match next {
                '»' | '›' => true,
                '”' | '’' | ')' | ']' => spaces == 0,
                // In some languages “ closes what „ opened.
                '"' | '“' | '\'' => spaces == 0 && self.closes_at(end),
                _ => false,
            };
            if !closes {
                return end;
            }
            end += spaces + next.len_utf8();
            // Marks behind a closing quote belong to it: (Really?).
            end = self.run_end(end);
        }
    }

    fn closes_at(&self, at: usize) -> bool {
        let after = self.text[at..].chars().nth(1);
        after.is_none_or(|c| c.is_whitespace() || is_closer(c) || is_final(c) || ",;:".contains(c))
    }

    fn ends(&self, start: usize, mark: usize, run: usize, end: usize) -> bool {
        let next = self.skip_space(end);
        if next == self.text.len() {
            return true;
        }
        if next == end || !self.opens_sentence(next) {
            return false;
        }
        if self.text[..mark].ends_with(['(', '[']) {
            return false;
        }
        if self.inside(start, end) {
            return false;
        }
        // What is said of a lone full stop holds for no other mark, nor behind a closing quote.
        self.text[mark..run] != *"." || end != run || !self.is_abbreviation(start, mark, next)
    }

    /// Whether `at` lies within a quotation or bracket that the sentence goes on around.
    fn inside(&self, start: usize, at: usize) -> bool {
        let before = self.pairs.partition_point(|pair| pair.open < at);
        let Some(pair) = before.checked_sub(1).and_then(|last| self.pairs.get(last)) else {
            return false;
        };
        if at >= pair.close || pair.open < start {
            return false;
        }
        pair.open != start || !self.closing_ends(pair.close)
    }

    /// Whether the sentence ends with the closing mark that ends at `close`.
    fn closing_ends(&self, close: usize) -> bool {
        let inner =
            self.text[..close].trim_end_matches(|c: char| is_closer(c) || c.is_whitespace());
        let end = self.closers_end(self.run_end(close));
        let next = self.skip_space(end);
        let marked = inner.ends_with(is_final) || self.text[close..end].contains(is_final);
        marked && (next == self.text.len() || (next > end && self.opens_sentence(next)))
    }

    /// Whether what stands at `at` may open a sentence: no small letter behind quotes and brackets.
    fn opens_sentence(&self, at: usize) -> bool {
        let word = self.text[at..].trim_start_matches(|c: char| is_opener(c) || c.is_whitespace());
        !word.chars().next().is_some_and(char::is_lowercase) && !word.starts_with([',', ';', ':'])
    }

    fn is_abbreviation(&self, start: usize, mark: usize, next: usize) -> bool {
        let token = self.token_before(mark);
        let first = self.text[next..].trim_start_matches(is_opener);
        let number_follows = first.starts_with(|c: char| c.is_ascii_digit());
        let opens = self.text[start..mark].trim_start_matches(is_opener) == token;
        let numeric = !token.is_empty() && token.bytes().all(|b| b.is_ascii_digit());
        if token.is_empty() {
            return false;
        }
        if numeric {
            let ordinal = self.rules.ordinal_dots && token.len() <= 2 && !self.starts_known(first);
            return (opens && token.len() <= 3) || ordinal;
        }
        if listed(self.rules.abbreviations, token)
            || (number_follows && listed(self.rules.before_numbers, token))
        {
            return true;
        }
        let mut pieces = token.split('.');
        let initials = pieces.all(|piece| {
            let mut chars = piece.chars();
            chars.next().is_some_and(|c| c.is_uppercase()) && chars.next().is_none()
        });
        let enumerator = opens && token.chars().nth(1).is_none();
        enumerator || (initials && !self.starts_known(first))
    }

    /// The word that ends at `end`, inner full stops included: "e.g", "U.S", "art".
    fn token_before(&self, end: usize) -> &str {
        let before = &self.text[..end];
        let word = |c: char| c.is_alphanumeric() || c == '.' || c == '°';
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| word(*c))
            .last()
            .map_or(end, |(at, _)| at);
        &self.text[start..end]
    }

    /// Whether the word at the start of `rest` is known to open sentences.
    fn starts_known(&self, rest: &str) -> bool {
        let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
        listed(self.rules.starters, word)
    }

    fn skip_space(&self, at: usize) -> usize {
        self.text.len() - self.text[at..].trim_start().len()
    }
}

fn listed(list: &[&str], word: &str) -> bool {
    list.iter().any(|entry| {
        entry.len() == word.len() && entry.chars().eq(word.chars().flat_map(char::to_lowercase))
    })
}

fn is_final(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

fn is_closer(c: char) -> bool {
    matches!(c, '»' | '›' | '”' | '“' | '’' | '"' | '\'' | ')' | ']')
}

fn is_opener(c: char) -> bool {
    matches!(c, '«' | '‹' | '“' | '„' | '‘' | '"' | '\'' | '(' | '[')
}

/// The outermost quotations and brackets of a line that are both opened and closed.
fn pairs(line: &str) -> Vec<Pair> {
    let mut open = Open::default();
    let mut found: Vec<Pair> = Vec::new();
    let mut previous = ' ';
    for (at, c) in line.char_indices() {
        if !is_pairing(c) {
            previous = c;
            continue;
        }
        let before_space = previous.is_whitespace();
        if let Some(start) = open.close(c, before_space) {
            while found.last().is_some_and(|pair| pair.open > start) {
                found.pop();
            }
            found.push(Pair { open: start, close: at + c.len_utf8() });
        } else if let Some(sign) = OPENING.iter().position(|sign| *sign == c)
            && (c != '"' || before_space || is_opener(previous))
        {
            open.push(at, sign);
        }
        previous = c;
    }
    found
}

const OPENING: [char; 6] = ['«', '“', '„', '"', '(', '['];

fn is_pairing(c: char) -> bool {
    matches!(c, '«' | '»' | '“' | '”' | '„' | '"' | '(' | ')' | '[' | ']')
}

/// The marks that are open so far, and how many of each sign, so that a closing mark without an
/// opening one costs nothing.
#[derive(Default)]
struct Open {
    marks: Vec<(usize, usize)>,
    counts: [usize; OPENING.len()],
}

impl Open {
    fn push(&mut self, at: usize, sign: usize) {
        self.marks.push((at, sign));
        self.counts[sign] += 1;
    }

    /// Closes what `c` closes, if it is open, and returns where it was opened. What was opened
    /// within and not closed is given up.
    fn close(&mut self, c: char, before_space: bool) -> Option<usize> {
        let closes = |sign: usize| {
            matches!(
                (OPENING[sign], c),
                ('«', '»') | ('“', '”') | ('„', '”' | '“') | ('(', ')') | ('[', ']')
            ) || (OPENING[sign] == '"' && c == '"' && !before_space)
        };
        if !(0..OPENING.len()).any(|sign| self.counts[sign] > 0 && closes(sign)) {
            return None;
        }
        while let Some((at, sign)) = self.marks.pop() {
            self.counts[sign] -= 1;
            if closes(sign) {
                return Some(at);
            }
        }
        None
    }
}
