//! Glyphs become words, words lines.
//!
//! A gap is a space, whether or not the file has a glyph for it: many typesetters only move on.
//! Smaller words above the baseline are raised ones, and are written with a caret: `20^e`.

use super::glyphs::Glyph;
use std::collections::BTreeMap;

/// Of the size of the font: from this gap on there is a space. A space has 0.25, a kern at most 0.1.
const SPACE: f64 = 0.16;

/// Of the size of the font: from this gap on what stands on one baseline does not belong together.
const APART: f64 = 4.0;

/// Characters that stand together.
#[derive(Clone, Debug)]
pub struct Word {
    pub text: String,
    pub x: (f64, f64),
    pub y: f64,
    pub size: f64,
    pub artifact: bool,
    /// A space follows it in the file.
    pub spaced: bool,
    /// Its place among the words of the page as they are drawn, from 0.
    pub drawn: usize,
    /// The place of the one drawn next, where nothing speaks against their being of one text: in a file that
    /// writes its spaces there is one between them.
    pub before: Option<usize>,
}

/// Words on one baseline, of one column.
#[derive(Clone, Debug)]
pub struct Line {
    pub text: String,
    pub x: (f64, f64),
    pub y: f64,
    pub size: f64,
    /// 1-based.
    pub page: u32,
    /// 1-based, from the top of its column on the page.
    pub at: u32,
    /// Width of its first word.
    pub first: f64,
    /// Whether it stands behind other words on its baseline, far from them.
    pub apart: bool,
}

/// The words of a page, from the top, each baseline from the left.
pub fn words(glyphs: &[Glyph]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for glyph in glyphs {
        let text = written(&glyph.text);
        if text.trim_matches([' ', '\t', '\n', '\r']).is_empty() {
            if open && let Some(last) = words.last_mut() {
                last.spaced = true;
            }
            open = false;
            continue;
        }
        match words.last_mut() {
            Some(last) if open && last.goes_on(glyph) => {
                last.text.push_str(&text);
                last.x.1 = last.x.1.max(glyph.x.1);
            }
            _ => words.push(Word {
                text,
                x: glyph.x,
                y: glyph.y,
                size: glyph.size,
                artifact: glyph.artifact,
                spaced: false,
                drawn: words.len(),
                before: None,
            }),
        }
        open = true;
    }
    // Many typesetters only move on.
    let writes_spaces = 4 * words.iter().filter(|word| word.spaced).count() > words.len();
    for word in &mut words {
        word.before = (word.spaced || !writes_spaces).then_some(word.drawn + 1);
    }
    words.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.0.total_cmp(&b.x.0)));
    words
}

impl Word {
    fn goes_on(&self, glyph: &Glyph) -> bool {
        let gap = glyph.x.0 - self.x.1;
        (self.y - glyph.y).abs() < 0.05 * self.size
            && (self.size - glyph.size).abs() < 0.25 * self.size
            && self.artifact == glyph.artifact
            && gap < SPACE * self.size
            && gap > -0.3 * self.size
    }

    /// Whether it is raised against the other, and stands at it.
    fn is_raised_at(&self, other: &Self) -> bool {
        let rise = other.y - self.y;
        self.size < 0.85 * other.size
            && rise > 0.15 * other.size
            && rise < 0.7 * other.size
            && (self.x.0 - other.x.1).abs() < SPACE * other.size
    }
}

/// Ligatures as the letters that they are.
fn written(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            other => out.push(other),
        }
    }
    out
}

/// Words by their baselines, from the top; raised words with the line they belong to.
pub fn baselines(words: Vec<Word>) -> Vec<Vec<Word>> {
    let mut lines: Vec<Vec<Word>> = Vec::new();
    let mut raised: Vec<Word> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        // Words stand from the top down: the line that it is raised from comes soon.
        let below = words[at + 1..].iter().take_while(|w| w.y < word.y + word.size * 1.2);
        if below.clone().any(|other| word.is_raised_at(other)) {
            raised.push(word.clone());
            continue;
        }
        match lines.last_mut() {
            Some(line) if line.iter().any(|other| is_level(other, word)) => line.push(word.clone()),
            _ => lines.push(vec![word.clone()]),
        }
    }
    for word in raised {
        let at = lines.iter().position(|line| line.iter().any(|other| word.is_raised_at(other)));
        match at.and_then(|at| lines.get_mut(at)) {
            Some(line) => line.push(word),
            None => lines.push(vec![word]),
        }
    }
    lines.iter_mut().for_each(|line| line.sort_by(|a, b| a.x.0.total_cmp(&b.x.0)));
    lines
}

fn is_level(one: &Word, other: &Word) -> bool {
    (one.y - other.y).abs() < 0.2 * one.size.max(other.size)
}

/// The line, or the lines, that the words of one baseline make.
pub fn lines(words: &[Word], page: u32, at: u32) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut last: Option<&Word> = None;
    let main = main_size(words.iter());
    for word in words {
        let near = last.map(|last| word.x.0 - last.x.1).filter(|gap| *gap < APART * main);
        if let (Some(gap), Some(line), Some(before)) = (near, out.last_mut(), last) {
            if word.is_raised_at(before) {
                line.text.push('^');
            } else if before.spaced || gap > SPACE * word.size.min(before.size) {
                line.text.push(' ');
            } else if line.x.0 + line.first == before.x.1 {
                line.first = word.x.1 - line.x.0;
            }
            line.text.push_str(&word.text);
            line.x.1 = line.x.1.max(word.x.1);
        } else {
            let (text, apart) = (word.text.clone(), last.is_some());
            let first = word.x.1 - word.x.0;
            out.push(Line { text, x: word.x, y: word.y, size: word.size, page, at, first, apart });
        }
        if let (Some(line), false) = (out.last_mut(), last.is_some_and(|b| word.is_raised_at(b))) {
            line.y = word.y;
        }
        last = Some(word);
    }
    if let [only] = out.as_mut_slice() {
        only.size = main;
    }
    for line in &mut out {
        line.text = without_leader(&line.text);
    }
    out
}

/// The size in which most characters are set.
pub fn main_size<'a>(words: impl Iterator<Item = &'a Word>) -> f64 {
    let mut lengths: BTreeMap<i64, (usize, f64)> = BTreeMap::new();
    for word in words {
        let entry = lengths.entry((word.size * 20.0).round() as i64).or_insert((0, word.size));
        entry.0 += word.text.len();
    }
    lengths.into_values().max_by_key(|(length, _)| *length).map_or(1.0, |(_, size)| size)
}

/// "Boats . . . . . 4" without the dots that lead the eye, a tab in their place.
fn without_leader(text: &str) -> String {
    let is_dot = |c: char| matches!(c, '.' | ' ' | '·' | '…');
    let mut rest = text;
    let mut at = 0;
    while let Some(start) = rest.find(is_dot) {
        let run = &rest[start..];
        let length = run.find(|c| !is_dot(c)).unwrap_or(run.len());
        let dots =
            run[..length].matches(['.', '·']).count() + 4 * run[..length].matches('…').count();
        if dots >= LEADER {
            let (before, after) = (&text[..at + start], &text[at + start + length..]);
            return format!("{}\t{}", before.trim_end(), after.trim_start());
        }
        at += start + length;
        rest = &rest[start + length..];
    }
    text.to_owned()
}

/// Dots in a row that are no ellipsis any more.
const LEADER: usize = 8;
