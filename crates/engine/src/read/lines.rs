//! The lines of a file, whatever ends them.

use source::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its text without the white space around it.
    pub span: Span,
    /// Columns of white space before it; a tab goes to the next multiple of four.
    pub indent: u16,
    /// Whether a blank line, a page end or the beginning of the file precedes it.
    pub blank: bool,
    /// Whether a page end precedes it directly.
    pub page: bool,
}

/// Goes through the lines of a text that are not blank.
///
/// A line ends at a line feed, a carriage return or both, and also at vertical tabs, form feeds
/// and Unicode's own separators.
#[derive(Clone)]
pub struct Lines<'a> {
    text: &'a str,
    at: usize,
    /// Whether any line end other than LF and CR LF stands in the text: then every character is
    /// looked at, otherwise only line feeds are searched.
    exotic: bool,
}

/// What ends a line and is not a plain line feed.
const EXOTIC: [char; 5] = ['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

impl<'a> Lines<'a> {
    /// The lines of `text`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let lone = memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'));
        let exotic = lone || EXOTIC.iter().any(|sign| text.contains(*sign));
        Self { text, at: 0, exotic }
    }

    /// End of the line that starts at `from`, start of the next, and whether a page ends there.
    fn end(&self, from: usize) -> (usize, usize, bool) {
        let bytes = self.text.as_bytes();
        if !self.exotic {
            let end = memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |at| from + at);
            return (end, (end + 1).min(bytes.len()), false);
        }
        let is_end = |sign: char| matches!(sign, '\n' | '\r') || EXOTIC.contains(&sign);
        let Some(found) = self.text[from..].find(is_end) else {
            return (bytes.len(), bytes.len(), false);
        };
        let end = from + found;
        let sign = self.text[end..].chars().next().unwrap_or('\n');
        let crlf = sign == '\r' && bytes.get(end + 1) == Some(&b'\n');
        (end, end + sign.len_utf8() + usize::from(crlf), sign == '\u{c}')
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let (mut blank, mut page) = (self.at == 0, false);
        while self.at < self.text.len() {
            let start = self.at;
            let (end, next, ends_page) = self.end(start);
            self.at = next;
            let raw = &self.text[start..end];
            let cut = raw.trim_start_matches(is_space);
            let trimmed = cut.trim_end_matches(is_space);
            if trimmed.is_empty() {
                blank = true;
                page |= ends_page;
                continue;
            }
            if ends_page {
                // The page ends behind this line: the next call must hear of it.
                self.at = end;
                let skip = self.text[end..].chars().next().map_or(0, char::len_utf8);
                debug_assert!(skip > 0);
            }
            let from = start + raw.len() - cut.len();
            let span = Span::new(from, from + trimmed.len());
            return Some(Line { span, indent: indent(&raw[..raw.len() - cut.len()]), blank, page });
        }
        None
    }
}

/// White space and signs without width, which may stand before and behind a line.
fn is_space(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{feff}' | '\u{200b}' | '\0')
}

fn indent(space: &str) -> u16 {
    let columns = space.chars().fold(0usize, |column, sign| match sign {
        '\t' => (column / 4 + 1) * 4,
        _ => column + 1,
    });
    u16::try_from(columns).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(&str, u16, bool, bool)> {
        Lines::new(text).map(|l| (l.span.of(text), l.indent, l.blank, l.page)).collect()
    }

    #[test]
    fn every_line_end_ends_a_line() {
        for end in ["\n", "\r\n", "\r", "\u{b}", "\u{85}", "\u{2028}", "\u{2029}"] {
            let text = format!("lake{end}  lamp {end}{end}fog");
            let found = lines(&text);
            assert_eq!(found.len(), 3, "{end:?}: {found:?}");
            assert_eq!(found[1], ("lamp", 2, false, false), "{end:?}");
            assert_eq!(found[2], ("fog", 0, true, false), "{end:?}");
        }
    }

    #[test]
    fn a_form_feed_is_a_page_end() {
        let found = lines("lake\u{c}\nlamp\n\u{c}fog\n");
        assert_eq!(found[0], ("lake", 0, true, false));
        assert_eq!(found[1], ("lamp", 0, true, true));
        assert_eq!(found[2], ("fog", 0, true, true));
    }

    #[test]
    fn no_break_spaces_around_a_line_are_not_text() {
        assert_eq!(lines("\u{a0}\u{a0}lake\u{a0}\n")[0], ("lake", 2, true, false));
    }
}
