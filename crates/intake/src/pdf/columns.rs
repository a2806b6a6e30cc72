//! Two columns on a page: where the gutter lies, and what stands left and right of it.
//!
//! A gutter is a band without any word that runs down several lines, with words on both sides.
//! Lines of the full width (headings) interrupt it; no single wide space in justified text makes
//! one, because the next line has a word there.
//!
//! The cells of a table may come so near to one another that no such band is left. Then a line is parted where
//! its words were not drawn one after the other, with a space between: a cell is drawn whole before the next.

use super::flow::is_heading;
use super::words::{Word, main_size};
use std::collections::BTreeMap;

/// Points that no word of a line may enter.
const BAND: f64 = 6.0;

/// Of the width of the text: no column is narrower.
const MARGIN: f64 = 0.12;

/// Points by which all of a cell may be indented.
const INDENT: f64 = 30.0;

/// Of the size of the text: what is larger and has nothing beside it is a heading of the page.
const LARGE: f64 = 1.25;

/// Of the size of the text: what is drawn one after the other and no farther apart is one text.
const SPACES: f64 = 1.0;

/// Places where many words begin that are tried.
const EDGES: usize = 200;

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
    let mut places: Vec<f64> =
        (0..steps).map(|step| left + (right - left) * MARGIN + f64::from(step)).collect();
    if let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) {
        places.extend(edges(lines).into_iter().filter(|edge| (first..last).contains(edge)));
    }
    places.sort_by(f64::total_cmp);
    let scores: Vec<usize> = places.iter().map(|place| score(lines, *place)).collect();
    let best = scores.iter().copied().max().filter(|best| *best > 0)?;
    // Of several that part as many lines, the one behind which most begin.
    let (mut found, mut at) = (None, 0);
    while at < scores.len() {
        let length = scores[at..].iter().take_while(|score| **score == best).count();
        if length > 0 {
            let (from, end) = (places[at], places[at + length - 1]);
            let begun = begun(lines, end);
            if found.is_none_or(|(most, _)| begun > most) {
                // Where cells touch, those on the left may reach to where those on the right begin.
                let from = if begun > 0 { end } else { from };
                found = Some((begun, (from - BAND / 2.0, end + BAND / 2.0)));
            }
        }
        at += length.max(1);
    }
    found.map(|(_, gutter)| (gutter, best))
}

/// How many lines have a word that begins just right of a place.
fn begun(lines: &[Vec<Word>], place: f64) -> usize {
    let near = place..place + BAND / 2.0 + 1.1;
    lines.iter().filter(|line| line.iter().any(|word| near.contains(&word.x.0))).count()
}

/// Just left of where many words begin: a cell without room at its side begins there.
fn edges(lines: &[Vec<Word>]) -> Vec<f64> {
    let mut starts: BTreeMap<i64, (usize, f64)> = BTreeMap::new();
    for word in lines.iter().flatten() {
        let place = starts.entry((word.x.0 * 4.0) as i64).or_insert((0, word.x.0));
        *place = (place.0 + 1, place.1.min(word.x.0));
    }
    let mut many: Vec<(usize, f64)> =
        starts.into_values().filter(|(count, _)| *count >= 3).collect();
    many.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.total_cmp(&b.1)));
    many.truncate(EDGES);
    many.into_iter().map(|(_, start)| start - 0.01).collect()
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

/// Whether the words of a line run over the gutter. Those of two cells may come near to its middle from either side.
fn crosses(line: &[Word], gutter: Gutter) -> bool {
    let within = |word: &&Word| word.x.0 < gutter.1 - 0.01 && word.x.1 > gutter.0 + 0.01;
    let near = |word: &Word| {
        let from_left = word.x.0 < gutter.0 && word.x.1 < gutter.0 + BAND / 2.0 + 0.01;
        let from_right = word.x.1 > gutter.1 && word.x.0 > gutter.1 - BAND / 2.0 - 0.01;
        from_left || from_right
    };
    let (left, right): (Vec<&Word>, Vec<&Word>) = line.iter().partition(|w| is_left(w, gutter));
    let last = left.iter().max_by(|a, b| a.x.0.total_cmp(&b.x.0));
    let first = right.iter().min_by(|a, b| a.x.0.total_cmp(&b.x.0));
    // In justified text a space can be wide.
    let goes_on = |(last, first): (&&Word, &&Word)| {
        last.before == Some(first.drawn) && first.x.0 - last.x.1 < SPACES * last.size
    };
    // Where a page ends with the first line of a row, the cells follow one another like words of one text.
    let heads_a_cell = || {
        let mut right = right.clone();
        right.sort_by(|a, b| a.x.0.total_cmp(&b.x.0));
        let words: Vec<&str> = right.iter().map(|word| word.text.as_str()).collect();
        is_heading(&words.join(" "))
    };
    !line.iter().filter(within).all(near)
        || (last.zip(first).is_some_and(goes_on) && !heads_a_cell())
}

/// Whether a word stands left of the middle of the gutter.
fn is_left(word: &Word, gutter: Gutter) -> bool {
    word.x.0 < (gutter.0 + gutter.1) / 2.0
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
    let is_left = |word: &Word| is_left(word, gutter);
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
