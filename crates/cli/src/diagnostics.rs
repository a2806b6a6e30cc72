//! Diagnostics for people: the message, the line of the file with a caret at the words, candidates
//! as notes, and what to do about it.
//!
//! A compendium has whole paragraphs on one line, so the line is shown as a window around the
//! words, which fits a terminal of 80 columns; line and column are those of the file.

use crate::output;
use crate::status::Failure;
use engine::report::{Diagnostic, Spot};
use engine::words::{self, Args, Message};
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};
use source::Severity;
use std::fmt;
use std::io::IsTerminal;
use text::Lang;

/// Columns of the terminal that we write for.
pub const WIDTH: usize = 80;
/// Characters of the file shown around the words.
const WINDOW: usize = 66;
/// Characters shown before the words.
const BEFORE: usize = 20;
/// More diagnostics than anybody will read at once; the rest is counted.
pub const MOST: usize = 200;

/// Prints diagnostics to the standard error, in their order: what a writer has to say.
pub fn print(diagnostics: &[Diagnostic], lang: Lang) {
    let shown = &diagnostics[..diagnostics.len().min(MOST)];
    let rest = diagnostics.len() - shown.len();
    output::stderr(&text(shown, rest, lang, std::io::stderr().is_terminal()));
}

/// Prints diagnostics to the standard output, in their order: they are what was asked for. `rest`
/// are as many more that are only counted.
pub fn report(diagnostics: &[Diagnostic], rest: usize, lang: Lang) -> Result<(), Failure> {
    let terminal = std::io::stdout().is_terminal();
    output::stdout(text(diagnostics, rest, lang, terminal).as_bytes())
}

fn text(diagnostics: &[Diagnostic], rest: usize, lang: Lang, terminal: bool) -> String {
    let colours = colours(terminal);
    let shown = diagnostics.iter();
    let mut text: String = shown.map(|diagnostic| rendered(diagnostic, lang, colours)).collect();
    if rest > 0 {
        let args = Args::new().number("count", rest);
        text.push_str(&format!("… {}\n\n", words::say(lang, "more-diagnostics", &args)));
    }
    text
}

/// Colours are for a terminal, unless `NO_COLOR` is set (<https://no-color.org>).
pub fn colours(terminal: bool) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    terminal && !refused
}

/// Prints the diagnostics that weigh at least this much.
pub fn print_from(diagnostics: &[Diagnostic], least: Severity, lang: Lang) {
    let grave: Vec<_> = diagnostics.iter().filter(|d| d.severity >= least).cloned().collect();
    print(&grave, lang);
}

/// The severity and the code stand before the message, where no line break can cut the code.
fn handler(code: &str, lang: Lang, colours: bool) -> GraphicalReportHandler {
    let named = |severity| format!("{}[{code}]:", words::say(lang, severity, &Args::new()));
    let styles = if colours { ThemeStyles::ansi() } else { ThemeStyles::none() };
    let characters = ThemeCharacters {
        error: named("error"),
        warning: named("warning"),
        advice: named("note"),
        uarrow: '^',
        underbar: '^',
        underline: '^',
        ..ThemeCharacters::unicode()
    };
    GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
        .with_width(WIDTH)
        .with_context_lines(0)
        .with_links(false)
}

fn rendered(diagnostic: &Diagnostic, lang: Lang, colours: bool) -> String {
    let handler = handler(diagnostic.code, lang, colours);
    let window = diagnostic.spot.as_ref().map(Window::of).filter(|window| !window.is_blank());
    let shown = Shown { diagnostic, window };
    let mut text = String::new();
    // Writing to a string fails only when a span lies outside its source, which a window's cannot.
    if handler.render_report(&mut text, &shown).is_err() {
        text = format!("{}: {}\n", diagnostic.severity.as_str(), diagnostic.message.text);
    }
    // A message of several lines has no rule beside it: the eye takes that for a line of the file.
    let mut lines = text.trim_end().replace("\n  │ ", "\n    ");
    lines.push('\n');
    if let Some(spot) = diagnostic.spot.as_ref().filter(|_| shown.window.is_none()) {
        lines.push_str(&wrapped("  ╶─ ", &spot.file.name));
    }
    let Message { remedy, notes, .. } = &diagnostic.message;
    let label = |id| format!("  {}: ", words::say(lang, id, &Args::new()));
    if !remedy.is_empty() {
        lines.push_str(&wrapped(&label("help"), remedy));
    }
    for note in notes {
        lines.push_str(&wrapped(&label("note"), note));
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
    /// Whether there is nothing to see: an empty file, or one that is no text.
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

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
