//! Where sentences begin and end.
//!
//! The rules are ours and not a library's, because a place in an amendment ("the third sentence")
//! must be counted as the table office counts it: a full stop after "M.", "art." or an initial
//! ends nothing, a sentence inside a quotation does not end the one around it, and a closing
//! guillemet with its space belongs to what it closes. One pass over the text, no tables built.

use source::Span;

/// What a language knows about sentence ends; a table supplied by the drafting style.
#[derive(Clone, Copy, Debug)]
pub struct SentenceRules {
    /// Words that end with a full stop without ending a sentence, lower case, without that full
    /// stop: "m", "art", "cf".
    pub abbreviations: &'static [&'static str],
    /// The same, but only before a number: "no", "art" ("the state of the art." is an end).
    pub before_numbers: &'static [&'static str],
}

/// The sentences of one block, as byte ranges of `text`, in order, without the space between them.
///
/// Together they cover every character that is not white space; a text without a final mark is one
/// sentence; an empty text has none. A sentence ends at `.`, `!`, `?` or `…` (with closing marks
/// behind it) when white space and then a capital, a digit or an opening mark follow.
///
/// ```
/// let rules = hemicycle_text::SentenceRules { abbreviations: &["mr"], before_numbers: &["art"] };
/// let count = |text: &str| hemicycle_text::sentences(text, &rules).len();
/// assert_eq!(count("Mr. Lund came. He saw art. 3 of the code."), 2);
/// assert_eq!(count("It recalls its report “Fog. And lamps” of 2019. It rests."), 2);
/// assert_eq!(count("«Les lampes brûlent.» Elles éclairent. A. Riva dort"), 3);
/// assert_eq!(count("Version 3.5 counts; the 20th does not"), 1);
/// ```
pub fn sentences(text: &str, rules: &SentenceRules) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = skip_space(text, 0);
    let mut depth = Depth::default();
    let mut at = start;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        if !is_final(c) {
            depth.pass(text, at, c);
            at = next;
            continue;
        }
        let marks = end_of_finals(text, next);
        let end = depth.close(text, marks);
        let follows = skip_space(text, end);
        let ends = follows >= text.len()
            || (depth.outside()
                && follows > end
                && begins_sentence(&text[follows..])
                && !(marks == next
                    && c == '.'
                    && is_abbreviation(&text[start..at], &text[follows..], rules)));
        if ends && start < end {
            found.push(Span::new(start, end));
            start = follows;
            depth = Depth::default();
        }
        at = if ends { follows } else { end };
    }
    let end = text.trim_end().len();
    if start < end {
        found.push(Span::new(start, end));
    }
    found
}

fn is_final(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

fn end_of_finals(text: &str, from: usize) -> usize {
    text[from..].find(|c| !is_final(c)).map_or(text.len(), |more| from + more)
}

fn skip_space(text: &str, from: usize) -> usize {
    text[from..].find(|c: char| !c.is_whitespace()).map_or(text.len(), |more| from + more)
}

/// How deep the text stands in quotation marks and brackets that are closed later on.
#[derive(Default)]
struct Depth {
    open: Vec<char>,
}

impl Depth {
    fn outside(&self) -> bool {
        self.open.is_empty()
    }

    /// Takes note of an opening or closing mark. An opening mark that nothing closes is passed over,
    /// so that one slip does not swallow the rest of the block.
    fn pass(&mut self, text: &str, at: usize, c: char) {
        if self.open.last() == Some(&c) {
            self.open.pop();
        } else if let Some(close) = closing(c)
            && text[at + c.len_utf8()..].contains(close)
        {
            self.open.push(close);
        }
    }

    /// The end of the closing marks that stand at `from`, a space before a guillemet included.
    fn close(&mut self, text: &str, from: usize) -> usize {
        let mut end = from;
        loop {
            let at = skip_space(text, end);
            match text[at..].chars().next() {
                Some(c) if self.open.last() == Some(&c) && (at == end || c == '»') => {
                    self.open.pop();
                    end = at + c.len_utf8();
                }
                Some(c) if at == end && matches!(c, '”' | '’' | ')' | ']' | '»') => {
                    end = at + c.len_utf8();
                }
                _ => return end,
            }
        }
    }
}

fn closing(open: char) -> Option<char> {
    Some(match open {
        '«' => '»',
        '“' => '”',
        '„' => '“',
        '(' => ')',
        '[' => ']',
        '"' => '"',
        _ => return None,
    })
}

fn begins_sentence(text: &str) -> bool {
    let first = text.chars().find(|c| {
        !matches!(c, '«' | '“' | '„' | '"' | '(' | '[' | '‘' | '\'') && !c.is_whitespace()
    });
    first.is_some_and(|c| {
        c.is_uppercase() || c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase())
    })
}

/// Whether the full stop after `before` (the sentence so far) belongs to its last word; `after` is
/// what follows it.
fn is_abbreviation(before: &str, after: &str, rules: &SentenceRules) -> bool {
    let word_start = before
        .char_indices()
        .rev()
        .find(|(_, c)| !(c.is_alphanumeric() || *c == '.'))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let word = &before[word_start..];
    let last = word.rsplit('.').next().unwrap_or(word);
    let mut letters = last.chars();
    let single = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase());
    // "1." before anything else of the sentence is its number, not its end.
    let enumerator =
        word_start == 0 && !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    let number = after.chars().next().is_some_and(char::is_numeric);
    let listed = |word| {
        is_listed(word, rules.abbreviations) || (number && is_listed(word, rules.before_numbers))
    };
    single || enumerator || listed(word) || listed(last)
}

fn is_listed(word: &str, list: &[&str]) -> bool {
    let same = |known: &&str| known.chars().eq(word.chars().flat_map(char::to_lowercase));
    !word.is_empty() && list.iter().any(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: SentenceRules =
        SentenceRules { abbreviations: &["m", "mme", "e.g"], before_numbers: &["no", "art"] };

    fn split(text: &str) -> Vec<&str> {
        sentences(text, &RULES).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn covers_everything_but_space() {
        assert_eq!(split("  One. Two!  Three?"), ["One.", "Two!", "Three?"]);
        assert_eq!(split(""), [""; 0]);
        assert_eq!(split("no mark"), ["no mark"]);
    }

    #[test]
    fn abbreviations_and_initials_end_nothing() {
        assert_eq!(split("M. Riva et Mme. Lund. B. Holm dort.").len(), 2);
        assert_eq!(split("Boats, e.g. Ferries, rest.").len(), 1);
        assert_eq!(split("See art. 3 and no. 7. It is the state of the art. It rests.").len(), 3);
    }

    #[test]
    fn quotations_belong_to_their_sentence() {
        assert_eq!(
            split("Il dit « Oui. Non. » et part. Il dort."),
            ["Il dit « Oui. Non. » et part.", "Il dort."]
        );
        assert_eq!(split("Il dit « Oui. » Elle part.").len(), 2);
        assert_eq!(split("An opening “ that nobody closes. It ends.").len(), 2);
    }
}
