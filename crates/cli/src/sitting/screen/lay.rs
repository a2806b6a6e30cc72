//! Styled words laid out in lines of so many columns.
//!
//! A column is what a terminal gives a sign: none for an accent by itself, two for a wide one. Nothing is laid out
//! beyond the edge, whatever its width.

use engine::document::{ChangeKind, Run};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How words are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As they are.
    #[default]
    Plain,
    /// What is to be seen first.
    Strong,
    /// What says what stands beside it.
    Faint,
    /// What stands in the way.
    Alarm,
    /// Words that went from the text.
    Gone,
    /// Words that came into it.
    Came,
}

/// Words in one look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Their look.
    pub look: Look,
}

/// A paragraph; its lines behind the first stand under `hang` columns more than `indent`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Para {
    /// Columns before it.
    pub indent: usize,
    /// More columns before all its lines but the first.
    pub hang: usize,
    /// Its words.
    pub pieces: Vec<Piece>,
}

impl Para {
    /// A paragraph in one look.
    pub fn of(look: Look, text: impl Into<String>) -> Self {
        Self { pieces: vec![Piece { text: text.into(), look }], ..Self::default() }
    }

    /// A name, and behind it what it names; the lines below are set in by two columns.
    pub fn named(name: &str, text: impl Into<String>, look: Look) -> Self {
        let name = Piece { text: format!("{name} "), look: Look::Faint };
        Self { indent: 0, hang: 2, pieces: vec![name, Piece { text: text.into(), look }] }
    }

    /// The same set in.
    pub fn indented(mut self, indent: usize) -> Self {
        self.indent = indent;
        self
    }

    /// The same with the lines behind the first set in.
    pub fn hanging(mut self, hang: usize) -> Self {
        self.hang = hang;
        self
    }

    /// Adds the words of a document with their changes; a raised sign says whose they are.
    pub fn push_runs(&mut self, runs: &[Run]) {
        for run in runs {
            let look = run.change.as_ref().map_or(Look::Plain, |change| match change.kind {
                ChangeKind::Inserted => Look::Came,
                ChangeKind::Deleted => Look::Gone,
            });
            let text = if run.raised { format!("^{}", run.text) } else { run.text.clone() };
            match self.pieces.last_mut().filter(|last| last.look == look) {
                Some(last) => last.text.push_str(&text),
                None => self.pieces.push(Piece { text, look }),
            }
        }
    }
}

/// The style of a look. Without colours words that came or went stand in brackets, too.
pub fn style(look: Look, colours: bool) -> Style {
    let style = Style::new();
    let coloured = |style: Style, colour| if colours { style.fg(colour) } else { style };
    match look {
        Look::Plain => style,
        Look::Strong => style.add_modifier(Modifier::BOLD),
        Look::Faint => style.add_modifier(Modifier::DIM),
        Look::Alarm => coloured(style.add_modifier(Modifier::BOLD), Color::Red),
        Look::Gone => coloured(style.add_modifier(Modifier::CROSSED_OUT), Color::Red),
        Look::Came => coloured(style.add_modifier(Modifier::UNDERLINED), Color::Green),
    }
}

/// Paragraphs in lines of at most `width` columns, broken between words, and within a word that is too long.
pub fn wrapped(paragraphs: &[Para], width: usize, colours: bool) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for para in paragraphs {
        Setter { width, colours, para, line: Vec::new(), column: 0, begun: false }.set(&mut lines);
    }
    lines
}

struct Setter<'p> {
    width: usize,
    colours: bool,
    para: &'p Para,
    line: Vec<Span<'static>>,
    column: usize,
    begun: bool,
}

impl Setter<'_> {
    fn set(mut self, lines: &mut Vec<Line<'static>>) {
        self.margin(self.para.indent);
        // Words run on from piece to piece: "lamp" and "s" of two looks are one word.
        let mut word: Vec<(String, Look)> = Vec::new();
        for piece in &self.para.pieces {
            let (open, close) = match piece.look {
                Look::Gone if !self.colours => ("[-", "-]"),
                Look::Came if !self.colours => ("{+", "+}"),
                _ => ("", ""),
            };
            let text = format!("{open}{}{close}", piece.text);
            for sign in text.graphemes(true) {
                if sign == "\n" || sign == "\r\n" {
                    self.word(&mut word, lines);
                    self.feed(lines);
                } else if sign
                    .chars()
                    .all(|c| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}')
                {
                    self.word(&mut word, lines);
                    self.space(piece.look);
                } else if !sign.contains(char::is_control) {
                    match word.last_mut().filter(|(_, look)| *look == piece.look) {
                        Some((text, _)) => text.push_str(sign),
                        None => word.push((sign.to_owned(), piece.look)),
                    }
                }
            }
        }
        self.word(&mut word, lines);
        lines.push(Line::from(self.line));
    }

    /// The beginning of a line; at least half of it is left for words.
    fn margin(&mut self, wanted: usize) {
        let margin = wanted.min(self.width / 2);
        if margin > 0 {
            self.line.push(Span::raw(" ".repeat(margin)));
        }
        (self.column, self.begun) = (margin, false);
    }

    fn feed(&mut self, lines: &mut Vec<Line<'static>>) {
        // A space at the end of a line is not seen, but would be underlined.
        if let Some(last) = self.line.last_mut().filter(|last| last.content == " ") {
            last.style = Style::new();
        }
        lines.push(Line::from(std::mem::take(&mut self.line)));
        self.margin(self.para.indent + self.para.hang);
    }

    fn space(&mut self, look: Look) {
        if self.begun && self.column < self.width {
            self.line.push(Span::styled(" ", style(look, self.colours)));
            self.column += 1;
        }
    }

    fn word(&mut self, word: &mut Vec<(String, Look)>, lines: &mut Vec<Line<'static>>) {
        let wide: usize = word.iter().map(|(text, _)| text.width()).sum();
        if self.begun && self.column + wide > self.width {
            self.feed(lines);
        }
        for (text, look) in word.drain(..) {
            let style = style(look, self.colours);
            let mut fits = String::new();
            for sign in text.graphemes(true) {
                let wide = sign.width();
                if self.begun && self.column + wide > self.width {
                    self.line.push(Span::styled(std::mem::take(&mut fits), style));
                    self.feed(lines);
                }
                fits.push_str(sign);
                self.column += wide;
                self.begun = true;
            }
            if !fits.is_empty() {
                self.line.push(Span::styled(fits, style));
            }
        }
    }
}

/// As much of a text as fits into so many columns, with an ellipsis where it is more.
pub fn cut(text: &str, width: usize) -> String {
    let shown = |sign: &&str| !sign.contains(char::is_control);
    if text.graphemes(true).filter(shown).map(UnicodeWidthStr::width).sum::<usize>() <= width {
        return text.graphemes(true).filter(shown).collect();
    }
    let (mut out, mut column) = (String::new(), 0);
    for sign in text.graphemes(true).filter(shown) {
        if column + sign.width() >= width {
            break;
        }
        column += sign.width();
        out.push_str(sign);
    }
    if width > 0 {
        out.push('…');
    }
    out
}

/// Its columns.
pub fn wide(text: &str) -> usize {
    text.width()
}
