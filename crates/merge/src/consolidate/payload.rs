//! From the paragraphs of a payload to provisions.
//!
//! A payload may print its own numbers ("9.4. …"), letters or bullets. They say how its paragraphs
//! nest and nothing else: they are taken off here, and the numbers of the new provisions follow
//! from their place.
//!
//! ```text
//! 9.4. to light:            provision
//! 9.4.1. lamps;               below it
//! 9.4.2. beacons;             below it
//! 9.5. to count boats.      provision
//! ```
//!
//! Unnumbered paragraphs among numbered ones go on with the one before them: they join its text
//! after one space, or become the closing text of a provision that has sub-provisions. Where no
//! paragraph is numbered, each is a provision of its own, except that bullets belong to the
//! paragraph that introduces them.

use super::work::{By, Piece, State};
use instruction::{Payload, PayloadParagraph};
use source::Span;
use text::Numbering;

/// A provision made of a payload, whose paragraphs are given as `T`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nested<T> {
    /// Its text, paragraph by paragraph.
    pub opening: Vec<T>,
    /// The provisions below it.
    pub children: Vec<Nested<T>>,
    /// Its text after them.
    pub closing: Vec<T>,
}

/// A provision made of a payload, with its text.
pub(super) type NewProvision<'a> = Nested<Piece<'a>>;

/// What the paragraphs of a payload make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Running text: nothing for a payload of whole provisions.
    pub text: Vec<Outlined>,
    /// Provisions.
    pub list: Vec<Nested<Outlined>>,
}

/// A paragraph of a payload in its outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlined {
    /// Its position in the payload.
    pub at: usize,
    /// Where its text begins, behind a label that is printed in it.
    pub from: usize,
}

/// What the paragraphs of a payload make: provisions, or (`words`) text with a list behind it. What
/// has neither number nor text is left out.
pub fn outline(payload: &Payload, words: bool) -> Outline {
    let paragraphs = payload.paragraphs.iter().enumerate();
    let lines = paragraphs.filter_map(|(at, paragraph)| {
        let (label, from) = label(paragraph);
        let text = paragraph.content.text.get(from..).unwrap_or("");
        let from = from + text.len() - text.trim_start().len();
        let small = is_small(text);
        (!text.trim().is_empty()).then_some(Line { what: Outlined { at, from }, small, label })
    });
    let mut lines: Vec<Line<Outlined>> = lines.collect();
    if words && lines.len() == 1 {
        // One paragraph of words is words, whatever it begins with.
        let text = lines.iter().map(|line| Outlined { from: 0, ..line.what }).collect();
        return Outline { text, list: Vec::new() };
    }
    let labelled = lines.iter().position(|line| line.label != Label::None);
    let behind = lines.split_off(if words { labelled.unwrap_or(lines.len()) } else { 0 });
    Outline { text: lines.into_iter().map(|line| line.what).collect(), list: nest(behind) }
}

/// One paragraph with its number read off.
struct Line<T> {
    what: T,
    /// Whether its text begins with a small letter.
    small: bool,
    label: Label,
}

/// What is printed before a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    None,
    /// "9.4.1": how many components.
    Number(usize),
    /// A bullet, or a letter in brackets: by its kind.
    Bullet(char),
}

/// The text of a payload as pieces, one for each paragraph, printed labels left in.
pub(super) fn pieces<'a>(payload: &'a Payload, by: u32) -> Vec<Piece<'a>> {
    let paragraphs = payload.paragraphs.iter();
    paragraphs.map(|paragraph| piece(paragraph, 0, by)).filter(|p| !p.text.is_empty()).collect()
}

/// Splits a payload into the paragraphs that stand before its first numbered or bulleted one, and
/// provisions made of the rest.
pub(super) fn text_and_list<'a>(
    payload: &'a Payload,
    by: u32,
    numbering: Numbering,
) -> (Vec<Piece<'a>>, Vec<NewProvision<'a>>) {
    if numbering.is_counted() {
        return (pieces(payload, by), Vec::new());
    }
    let lines = lines(payload, by);
    let first = lines.iter().position(|line| line.label != Label::None).unwrap_or(lines.len());
    let mut lines = lines.into_iter();
    let text = lines.by_ref().take(first).map(|line| line.what).collect();
    (text, nest(lines.collect()))
}

/// The provisions that a payload makes.
pub(super) fn provisions<'a>(
    payload: &'a Payload,
    by: u32,
    numbering: Numbering,
) -> Vec<NewProvision<'a>> {
    if numbering.is_counted() {
        let each = |opening| Nested { opening: vec![opening], children: vec![], closing: vec![] };
        return pieces(payload, by).into_iter().map(each).collect();
    }
    nest(lines(payload, by))
}

fn lines<'a>(payload: &'a Payload, by: u32) -> Vec<Line<Piece<'a>>> {
    let line = |paragraph: &'a PayloadParagraph| {
        let (label, from) = label(paragraph);
        let what = piece(paragraph, from, by);
        let small = is_small(&what.text);
        Line { what, small, label }
    };
    payload.paragraphs.iter().map(line).filter(|line| !line.what.text.is_empty()).collect()
}

fn is_small(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
}

/// The text of a paragraph from byte `from` on, spaces at both ends left out.
fn piece(paragraph: &PayloadParagraph, from: usize, by: u32) -> Piece<'_> {
    let text = paragraph.content.text.get(from..).unwrap_or("");
    let start = from + text.len() - text.trim_start().len();
    let span = Span::new(start, start + text.trim().len());
    Piece::of(State::Inserted(By::Amendment(by)), &paragraph.content, span)
}

/// What is printed before a paragraph, and where its text begins.
fn label(paragraph: &PayloadParagraph) -> (Label, usize) {
    if let Some(number) = paragraph.number.as_deref().map(str::trim).filter(|n| !n.is_empty()) {
        return (kind(number), 0);
    }
    let text = &paragraph.content.text;
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let head = &text[..end];
    let bullet = matches!(head, "-" | "–" | "—" | "•" | "·" | "*" | "‣" | "▪");
    let lettered = head.ends_with(')') && head.trim_start_matches('(').len() <= 5;
    let numbered = head.ends_with('.') && head.starts_with(|c: char| c.is_ascii_digit());
    let label = if bullet || lettered || numbered { kind(head) } else { Label::None };
    match label {
        Label::None => (Label::None, 0),
        // "8. …" as the whole of a paragraph is text, not a number.
        label if text[end..].trim().is_empty() => {
            let _ = label;
            (Label::None, 0)
        }
        label => (label, end),
    }
}

/// The kind of a printed label.
fn kind(label: &str) -> Label {
    let core = label.trim_start_matches('(').trim_end_matches([')', '.']);
    let numbered = !core.is_empty() && core.chars().all(|c| c.is_ascii_digit() || c == '.');
    if numbered && !label.ends_with(')') {
        return Label::Number(core.split('.').filter(|part| !part.is_empty()).count());
    }
    let mut chars = core.chars();
    match (chars.next(), chars.next()) {
        (Some(first), _) if core.chars().all(|c| matches!(c, 'i' | 'v' | 'x')) => {
            Label::Bullet(if first == 'i' || core.len() > 1 { 'i' } else { 'a' })
        }
        (Some(first), None) if first.is_alphabetic() => Label::Bullet('a'),
        (Some(first), _) if first.is_ascii_digit() => Label::Bullet('1'),
        (Some(first), None) if !first.is_alphanumeric() => Label::Bullet(first),
        (None, _) => Label::Bullet('-'),
        _ if label.chars().any(|c| c.is_ascii_digit()) => {
            Label::Number(label.split('.').filter(|part| !part.is_empty()).count())
        }
        _ => Label::None,
    }
}

/// A provision being made, with the label that opened it.
struct Open<T> {
    label: Label,
    made: Nested<T>,
}

fn nest<T>(lines: Vec<Line<T>>) -> Vec<Nested<T>> {
    let numbered = lines.first().is_some_and(|line| line.label != Label::None);
    let (mut done, mut stack) = (Vec::new(), Vec::<Open<T>>::new());
    for line in lines {
        let depth = match line.label {
            Label::None => {
                if let Some(open) = continued(&mut stack, line.small, numbered) {
                    let into = match open.made.children.is_empty() {
                        true => &mut open.made.opening,
                        false => &mut open.made.closing,
                    };
                    into.push(line.what);
                    continue;
                }
                0
            }
            label => depth_of(label, &stack),
        };
        while stack.len() > depth {
            close(&mut stack, &mut done);
        }
        let opening = vec![line.what];
        let made = Nested { opening, children: Vec::new(), closing: Vec::new() };
        stack.push(Open { label: line.label, made });
    }
    while !stack.is_empty() {
        close(&mut stack, &mut done);
    }
    done
}

/// The open provision that an unnumbered paragraph goes on with; `None` where it opens one itself.
fn continued<T>(stack: &mut Vec<Open<T>>, small: bool, numbered: bool) -> Option<&mut Open<T>> {
    if !(numbered || small && stack.len() > 1) {
        return None;
    }
    let depth = if stack.len() > 1 && !numbered { 1 } else { stack.len() };
    while stack.len() > depth {
        close(stack, &mut Vec::new());
    }
    stack.last_mut()
}

/// How deep a labelled paragraph stands below those that are open.
fn depth_of<T>(label: Label, stack: &[Open<T>]) -> usize {
    for (at, open) in stack.iter().enumerate() {
        match (open.label, label) {
            (Label::Number(above), Label::Number(this)) if this <= above => return at,
            (Label::Bullet(above), Label::Bullet(this)) if this == above => return at,
            (Label::Bullet(_), Label::Number(_)) => return at,
            _ => {}
        }
    }
    stack.len()
}

/// Closes the innermost open provision.
fn close<T>(stack: &mut Vec<Open<T>>, done: &mut Vec<Nested<T>>) {
    let Some(open) = stack.pop() else { return };
    match stack.last_mut() {
        Some(parent) => parent.made.children.push(open.made),
        None => done.push(open.made),
    }
}
