//! Two columns on a page: where the gutter lies, and what stands left and right of it.
//!
//! A gutter is a band without any word that runs down several lines, with words on both sides.
//! Lines of the full width (headings) interrupt it; no single wide space in justified text makes
//! one, because the next line has a word there.

use super::words::{Word, main_size};

/// Points that no word of a line may enter.
const BAND: f64 = 6.0;

/// Of the width of the text: no column is narrower.
const MARGIN: f64 = 0.12;

/// Points by which all of a cell may be indented.
const INDENT: f64 = 30.0;

/// Of the size of the text: what is larger and has nothing beside it is a heading of the page.
const LARGE: f64 = 1.25;

/// A stretch of a page, from the top.
#[derive(Debug)]
pub enum Stretch {
    /// Lines of the full width.
    Whole(Vec<Vec<Word>>),
    /// Lines left and right of the gutter.
    Two(Vec<Vec<Word>>, Vec<Vec<Word>>),
}

/// Where a gutter begins and ends.
pub type Gutter = (f64, f64);

/// The gutter of a page, from its lines, and how many lines say so.
pub fn gutter(lines: &[Vec<Word>]) -> Option<(Gutter, usize)> {
    let words = || lines.iter().flatten();
    let left = words().map(|word| word.x.0).fold(f64::MAX, f64::min);
    let right = words().map(|word| word.x.1).fold(f64::MIN, f64::max);
    if right - left < 200.0 {
        return None;
    }
    // No page is wider than a few thousand points.
    let steps = ((right - left) * (1.0 - 2.0 * MARGIN)).min(2000.0) as u32;
    let place = |step: u32| left + (right - left) * MARGIN + f64::from(step);
    let scores: Vec<usize> = (0..steps).map(|step| score(lines, place(step))).collect();
    let best = scores.iter().copied().max().filter(|best| *best > 0)?;
    let from = scores.iter().position(|score| *score == best)?;
    let length = scores[from..].iter().take_while(|score| **score == best).count();
    let end = from + length - 1;
    Some(((place(from as u32) - BAND / 2.0, place(end as u32) + BAND / 2.0), best))
}

/// How many lines stand in stretches that a gutter at `x` would part.
fn score(lines: &[Vec<Word>], x: f64) -> usize {
    let (mut sum, mut left, mut right) = (0, 0, 0);
    let mut close = |left: &mut usize, right: &mut usize| {
        if *right >= 2 && *left >= 1 && *left + *right >= 4 {
            sum += *left + *right;
        }
        (*left, *right) = (0, 0);
    };
    for line in lines {
        if crosses(line, (x - BAND / 2.0, x + BAND / 2.0)) {
            close(&mut left, &mut right);
            continue;
        }
        // Numbers that hang in the margin are no column.
        let says = |word: &Word| word.text.chars().filter(|c| c.is_alphabetic()).count() > 1;
        left += usize::from(line.iter().any(|word| word.x.0 < x && says(word)));
        right += usize::from(line.iter().any(|word| word.x.0 > x));
    }
    close(&mut left, &mut right);
    sum
}

fn crosses(line: &[Word], gutter: Gutter) -> bool {
    line.iter().any(|word| word.x.0 < gutter.1 - 0.01 && word.x.1 > gutter.0 + 0.01)
}

/// The page as stretches; `goes_on` where the page before ended in two columns.
pub fn stretches(lines: Vec<Vec<Word>>, gutter: Option<Gutter>, goes_on: bool) -> Vec<Stretch> {
    let Some(gutter) = gutter else {
        return if lines.is_empty() { Vec::new() } else { vec![Stretch::Whole(lines)] };
    };
    let mut out: Vec<Stretch> = Vec::new();
    let mut run: Vec<Vec<Word>> = Vec::new();
    let large = LARGE * main_size(lines.iter().flatten());
    for line in lines {
        if crosses(&line, gutter) || line.iter().all(|w| w.size > large && w.x.0 < gutter.0) {
            close(&mut run, gutter, goes_on, &mut out);
            whole(vec![line], &mut out);
        } else {
            run.push(line);
        }
    }
    close(&mut run, gutter, goes_on, &mut out);
    out
}

fn whole(mut lines: Vec<Vec<Word>>, out: &mut Vec<Stretch>) {
    match out.last_mut() {
        Some(Stretch::Whole(last)) => last.append(&mut lines),
        _ => out.push(Stretch::Whole(lines)),
    }
}

/// Ends a run of lines that do not cross the gutter.
fn close(run: &mut Vec<Vec<Word>>, gutter: Gutter, goes_on: bool, out: &mut Vec<Stretch>) {
    let run = std::mem::take(run);
    if run.is_empty() {
        return;
    }
    let is_left = |word: &Word| word.x.0 < gutter.0;
    let right = run.iter().flatten().filter(|word| !is_left(word)).map(|word| word.x.0);
    let right = right.fold(f64::MAX, f64::min);
    // The last line of a paragraph of the full width, a short heading, a date at the margin.
    let is_whole =
        if right < f64::MAX { right > gutter.1 + INDENT } else { !(out.is_empty() && goes_on) };
    if is_whole {
        return whole(run, out);
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in run {
        let (one, other): (Vec<Word>, Vec<Word>) = line.into_iter().partition(is_left);
        left.extend((!one.is_empty()).then_some(one));
        right.extend((!other.is_empty()).then_some(other));
    }
    out.push(Stretch::Two(left, right));
}
