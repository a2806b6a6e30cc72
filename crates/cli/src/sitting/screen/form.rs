//! Fields to fill in.

use super::lay;
use unicode_segmentation::UnicodeSegmentation;

use super::keys::Press;

/// The most signs that a field takes.
const LONGEST: usize = 20_000;

/// A field with its name, which is a message.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it is for.
    pub name: String,
    /// What is in it.
    pub input: Input,
}

/// What is in a field.
#[derive(Clone, Debug)]
pub enum Input {
    /// Words.
    Words {
        /// So far.
        text: String,
        /// The cursor, in bytes.
        at: usize,
        /// What it holds.
        kind: Words,
    },
    /// One of several.
    Choice {
        /// Of these; never empty.
        options: Vec<String>,
        /// The one chosen.
        at: usize,
    },
}

/// What words a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// A line.
    Line,
    /// Several lines.
    Lines,
    /// Digits.
    Figure,
}

impl Field {
    /// For words, with what most likely goes into it.
    pub fn words(name: String, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { name, input: Input::Words { at: text.len(), text, kind: Words::Line } }
    }

    /// For a wording.
    pub fn wording(name: String) -> Self {
        let kind = Words::Lines;
        Self { name, input: Input::Words { at: 0, text: String::new(), kind } }
    }

    /// For a number.
    pub fn figure(name: String, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { name, input: Input::Words { at: text.len(), text, kind: Words::Figure } }
    }

    /// For one of several.
    pub fn choice(name: String, options: Vec<String>) -> Self {
        Self { name, input: Input::Choice { options, at: 0 } }
    }

    /// Whether it may have several lines.
    pub fn has_lines(&self) -> bool {
        matches!(self.input, Input::Words { kind: Words::Lines, .. })
    }

    /// The words in it, without spaces round them.
    pub fn text(&self) -> &str {
        match &self.input {
            Input::Words { text, .. } => text.trim(),
            Input::Choice { options, at } => options.get(*at).map_or("", String::as_str),
        }
    }

    /// The number in it.
    pub fn number(&self) -> Option<u32> {
        self.text().parse().ok()
    }

    /// Which was chosen.
    pub fn chosen(&self) -> usize {
        match self.input {
            Input::Choice { at, .. } => at,
            Input::Words { .. } => 0,
        }
    }

    /// Puts words into it.
    pub fn put(&mut self, words: String) {
        if let Input::Words { text, at, .. } = &mut self.input {
            (*at, *text) = (words.len(), words);
        }
    }

    /// Takes a key; whether what is in it, or the cursor, is another.
    pub fn press(&mut self, press: &Press) -> bool {
        match &mut self.input {
            Input::Choice { options, at } => {
                let count = options.len().max(1);
                *at = match press {
                    Press::Right | Press::Sign(' ') => (*at + 1) % count,
                    Press::Left => (*at + count - 1) % count,
                    Press::Home => 0,
                    Press::End => count - 1,
                    Press::Sign(sign) => match begins(options, *at, *sign) {
                        Some(found) => found,
                        None => return false,
                    },
                    _ => return false,
                };
                true
            }
            Input::Words { text, at, kind } => edit(text, at, *kind, press),
        }
    }
}

/// The next option that begins with this sign.
fn begins(options: &[String], at: usize, sign: char) -> Option<usize> {
    let wanted = sign.to_lowercase().next()?;
    let begins = |found: &usize| {
        options[*found].chars().next().is_some_and(|c| c.to_lowercase().next() == Some(wanted))
    };
    (at + 1..options.len()).chain(0..options.len()).find(begins)
}

fn edit(text: &mut String, at: &mut usize, kind: Words, press: &Press) -> bool {
    let before = |text: &str, at: usize| {
        text[..at].grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
    };
    let behind = |text: &str, at: usize| {
        text[at..].graphemes(true).next().map_or(at, |sign| at + sign.len())
    };
    match press {
        Press::Sign(sign) => return insert(text, at, kind, &sign.to_string()),
        Press::Paste(words) => return insert(text, at, kind, words),
        Press::NewLine if kind == Words::Lines => return insert(text, at, kind, "\n"),
        Press::Left => *at = before(text, *at),
        Press::Right => *at = behind(text, *at),
        Press::Home => *at = 0,
        Press::End => *at = text.len(),
        Press::Clear => {
            text.clear();
            *at = 0;
        }
        Press::Backspace => {
            let start = before(text, *at);
            text.replace_range(start..*at, "");
            *at = start;
        }
        Press::Delete => {
            let end = behind(text, *at);
            text.replace_range(*at..end, "");
        }
        _ => return false,
    }
    true
}

fn insert(text: &mut String, at: &mut usize, kind: Words, words: &str) -> bool {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    // Of lines that are pasted where there is one they become one.
    let words = if kind == Words::Line { words.replace('\n', " ") } else { words };
    let fits = |c: &char| match kind {
        Words::Figure => c.is_ascii_digit(),
        Words::Line | Words::Lines => *c == '\n' || !c.is_control(),
    };
    // Nine digits are more members than any assembly has.
    let most = if kind == Words::Figure { 9 } else { LONGEST };
    let room = most.saturating_sub(text.chars().count());
    let words: String = words.chars().filter(fits).take(room).collect();
    text.insert_str(*at, &words);
    *at += words.len();
    !words.is_empty()
}

/// The words of a field in lines of so many columns, broken between words, and where the cursor stands: line and column.
pub fn laid(text: &str, at: usize, width: usize) -> (Vec<String>, (usize, usize)) {
    let width = width.max(1);
    // Where each line begins, in bytes.
    let mut starts = vec![0];
    let (mut column, mut space) = (0, None);
    for (start, sign) in text.grapheme_indices(true) {
        let wide = lay::wide(sign);
        if sign == "\n" {
            starts.push(start + 1);
            (column, space) = (0, None);
            continue;
        }
        if column + wide > width {
            let begin: usize = space.take().unwrap_or(start);
            starts.push(begin);
            column = lay::wide(&text[begin..start]);
        }
        column += wide;
        if sign == " " {
            space = Some(start + 1);
        }
    }
    // A full last line leaves no room for the cursor behind it.
    if column >= width {
        starts.push(text.len());
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let lines = starts.iter().zip(ends).map(|(start, end)| text[*start..end].replace('\n', ""));
    let row = starts.iter().rposition(|start| *start <= at).unwrap_or(0);
    let column = lay::wide(text.get(starts[row]..at).unwrap_or_default());
    (lines.collect(), (row, column.min(width - 1)))
}
