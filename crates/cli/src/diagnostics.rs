//! Diagnostics for people: the message, the line of the file with a caret at the words, candidates
//! as notes, and what to do about it.
//!
//! A compendium has whole paragraphs on one line, so the line is shown as a window around the
//! words, which fits a terminal of 80 columns; line and column are those of the file.

use crate::output;
use crate::status::Failure;
use engine::report::{Diagnostic, Spot};
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};
use source::Severity;
use std::fmt;
use std::io::IsTerminal;

/// Columns of the terminal that we write for.
pub const WIDTH: usize = 80;
/// Characters of the file shown around the words.
const WINDOW: usize = 66;
/// Characters shown before the words.
const BEFORE: usize = 20;
/// More diagnostics than anybody will read at once; the rest is counted.
const MOST: usize = 200;

/// Prints diagnostics to the standard error, in their order: what a writer has to say.
pub fn print(diagnostics: &[Diagnostic]) {
    output::stderr(&text(diagnostics, std::io::stderr().is_terminal()));
}

/// Prints diagnostics to the standard output, in their order: they are what was asked for.
pub fn report(diagnostics: &[Diagnostic]) -> Result<(), Failure> {
    output::stdout(text(diagnostics, std::io::stdout().is_terminal()).as_bytes())
}

fn text(diagnostics: &[Diagnostic], terminal: bool) -> String {
    let colours = colours(terminal);
    let shown = diagnostics.iter().take(MOST);
    let mut text: String = shown.map(|diagnostic| rendered(diagnostic, colours)).collect();
    if diagnostics.len() > MOST {
        let rest = diagnostics.len() - MOST;
        text.push_str(&format!("… {rest} more diagnostics; --format json gives them all\n\n"));
    }
    text
}

/// Colours are for a terminal, unless `NO_COLOR` is set (<https://no-color.org>).
fn colours(terminal: bool) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    terminal && !refused
}

/// Prints the diagnostics that weigh at least this much.
pub fn print_from(diagnostics: &[Diagnostic], least: Severity) {
    let grave: Vec<_> = diagnostics.iter().filter(|d| d.severity >= least).cloned().collect();
    print(&grave);
}

/// The severity and the code stand before the message, where no line break can cut the code.
fn handler(code: &str, colours: bool) -> GraphicalReportHandler {
    let styles = if colours { ThemeStyles::ansi() } else { ThemeStyles::none() };
    let characters = ThemeCharacters {
        error: format!("error[{code}]:"),
        warning: format!("warning[{code}]:"),
        advice: format!("note[{code}]:"),
        underbar: '^',
        underline: '^',
        ..ThemeCharacters::unicode()
    };
    GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
        .with_width(WIDTH)
        .with_context_lines(0)
        .with_links(false)
}

fn rendered(diagnostic: &Diagnostic, colours: bool) -> String {
    let handler = handler(diagnostic.code, colours);
    let shown = Shown { diagnostic, window: diagnostic.spot.as_ref().map(Window::of) };
    let mut text = String::new();
    // Writing to a string fails only when a span lies outside its source, which a window's cannot.
    if handler.render_report(&mut text, &shown).is_err() {
        text = format!("{}: {}\n", diagnostic.severity.as_str(), diagnostic.message.text);
    }
    let mut lines = text.trim_end().to_owned();
    lines.push('\n');
    for note in &diagnostic.message.notes {
        lines.push_str(&wrapped("  note: ", note));
    }
    lines.push('\n');
    lines
}

/// A text in lines of at most [`WIDTH`] columns, the first behind `indent`, the others below it.
pub fn wrapped(indent: &str, text: &str) -> String {
    let mut out = String::new();
    let mut column = indent.chars().count();
    let margin = column;
    out.push_str(indent);
    for word in text.split_whitespace() {
        let wide = word.chars().count();
        if column > margin && column + 1 + wide > WIDTH {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', margin));
            column = margin;
        } else if column > margin {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += wide;
    }
    out.push('\n');
    out
}

/// A diagnostic as miette sees it.
#[derive(Debug)]
struct Shown<'a> {
    diagnostic: &'a Diagnostic,
    window: Option<Window>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic.message.text)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let remedy = &self.diagnostic.message.remedy;
        (!remedy.is_empty()).then(|| Box::new(remedy) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.window.as_ref().map(|window| window as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let window = self.window.as_ref()?;
        let label = LabeledSpan::new_primary_with_span(None, window.words);
        Some(Box::new(std::iter::once(label)))
    }
}

/// A piece of one line of a file around the words meant.
#[derive(Debug)]
struct Window {
    name: String,
    text: String,
    /// The words, in `text`.
    words: SourceSpan,
    /// 0-based, as miette counts.
    line: usize,
    /// 0-based, in characters.
    column: usize,
}

impl Window {
    fn of(spot: &Spot) -> Self {
        let file = &spot.file;
        let at = file.line_column(spot.span.start);
        let start = (spot.span.start as usize).min(file.text.len());
        let (before, rest) = file.text.split_at(floor(&file.text, start));
        // The last characters before the words on their line, and the words and what follows.
        let breaks = |c: &char| *c == '\n' || *c == '\r';
        let mut head: Vec<char> =
            before.chars().rev().take_while(|c| !breaks(c)).take(BEFORE + 1).collect();
        let cut = head.len() > BEFORE;
        head.truncate(BEFORE);
        let mut text: String = if cut { "…".into() } else { String::new() };
        text.extend(head.iter().rev().map(shown));
        let words = text.len();
        let wide = rest.get(..spot.span.len()).unwrap_or(rest);
        let wide = wide.chars().take_while(|c| !breaks(c)).count();
        let room = WINDOW.saturating_sub(head.len());
        let line: Vec<char> = rest.chars().take_while(|c| !breaks(c)).take(room + 1).collect();
        let length: usize = line.iter().take(wide.min(room)).map(|c| shown(c).len_utf8()).sum();
        text.extend(line.iter().take(room).map(shown));
        if line.len() > room {
            text.push('…');
        }
        if text.is_empty() {
            text.push(' ');
        }
        Self {
            name: file.name.clone(),
            text,
            words: (words, length).into(),
            line: at.line as usize - 1,
            column: at.column as usize - 1,
        }
    }
}

/// Tabs and other control characters would move the caret away from its words.
fn shown(c: &char) -> char {
    if c.is_control() { ' ' } else { *c }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

impl SourceCode for Window {
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            self.text.as_bytes(),
            (0, self.text.len()).into(),
            self.line,
            self.column,
            1,
        )))
    }
}
