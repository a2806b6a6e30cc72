//! Lines of one cell, or of the full width, become paragraphs.
//!
//! A paragraph ends where the space below is larger than between wrapped lines, where the size
//! changes, where a line ends although the next word had room, and where the margin changes.

use super::words::Line;
use crate::lines::{NoteKind, Place, number_end};
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Measures of the paper by which paragraphs are told apart.
#[derive(Debug, Default)]
pub struct Measures {
    /// From baseline to baseline of wrapped lines, in sizes of the font.
    leading: f64,
    /// Right end of the lines that begin at a place, in halves of the point, the farthest first.
    ends: BTreeMap<(u8, i64), Vec<f64>>,
    /// Right end of a column.
    edges: BTreeMap<u8, f64>,
}

/// The column of a line: 0 for the full width, 1 left, 2 right.
pub type Column = u8;

impl Measures {
    /// Takes the measures of lines by their columns, each cell a list.
    pub fn of<'a>(cells: impl Iterator<Item = (Column, &'a [Line])> + Clone) -> Self {
        let mut measures = Self { leading: 1.25, ..Self::default() };
        for (column, line) in
            cells.clone().flat_map(|(column, lines)| lines.iter().map(move |l| (column, l)))
        {
            let edge = measures.edges.entry(column).or_insert(line.x.1);
            *edge = edge.max(line.x.1);
            measures.ends.entry((column, halves(line.x.0))).or_default().push(line.x.1);
        }
        measures.ends.values_mut().for_each(|ends| ends.sort_by(|a, b| b.total_cmp(a)));
        let mut leadings: Vec<f64> = Vec::new();
        for (column, lines) in cells {
            for pair in lines.windows(2) {
                let [above, below] = pair else { continue };
                let gap = (below.y - above.y) / above.size;
                let same = (above.size - below.size).abs() < 0.02 * above.size;
                let wraps = same && above.page == below.page && !above.text.contains('\t');
                if wraps && gap > 0.8 && gap < 2.5 && measures.fills(column, above) {
                    leadings.push(gap);
                }
            }
        }
        leadings.sort_by(f64::total_cmp);
        if let Some(least) = leadings.get(leadings.len() / 4) {
            measures.leading = *least;
        }
        measures
    }

    /// The right edge of the lines that begin where this one does, if three of them show one.
    fn edge(&self, column: Column, line: &Line) -> Option<f64> {
        match self.ends.get(&(column, halves(line.x.0))).map(Vec::as_slice) {
            Some([end, _, third, ..]) if end - third < 3.0 => Some(*end),
            _ => None,
        }
    }

    /// Whether a line plainly ends at the edge.
    fn fills(&self, column: Column, line: &Line) -> bool {
        self.edge(column, line).is_some_and(|edge| edge - line.x.1 < 3.0)
    }

    /// Whether a line ends before the edge that most lines reach.
    fn stops_short(&self, column: Column, line: &Line) -> bool {
        let Some(edge) = self.edge(column, line) else { return false };
        let ends = self.ends.get(&(column, halves(line.x.0))).map_or(&[][..], Vec::as_slice);
        let reach = ends.iter().filter(|end| edge - **end < 3.0).count();
        2 * reach > ends.len() && edge - line.x.1 > 3.0
    }

    /// Whether the first word of the lower line had room at the end of the upper one.
    fn has_room(&self, column: Column, above: &Line, below: &Line) -> bool {
        let widest = self.edges.get(&column).copied().unwrap_or(above.x.1);
        let edge = self.edge(column, above).unwrap_or(widest);
        edge - above.x.1 > below.first + 0.35 * above.size + 1.0
    }

    /// Whether a paragraph begins with `below`; `first` where `above` is the first line of its own.
    pub fn begins(&self, column: Column, above: &Line, below: &Line, first: bool) -> bool {
        // Each line of a table of contents is one.
        if below.apart || above.text.contains('\t') || below.text.contains('\t') {
            return true;
        }
        if is_parted(&above.text) && below.text.starts_with(char::is_alphabetic) {
            return false;
        }
        if self.has_room(column, above, below) {
            return true;
        }
        if (above.size - below.size).abs() > 0.05 * above.size {
            return true;
        }
        // What ends as a sentence, and not where its lines end, is at an end.
        let ends = above.text.ends_with(['.', ';', ':', '!', '?', '”', '»', '"', ')', ',']);
        // Nothing ends a line of names.
        if !ends && opens_a_wording(&below.text) {
            return true;
        }
        if above.page != below.page || below.y < above.y {
            // No gap to go by.
            return ends && (begins_alone(&below.text) || self.stops_short(column, above));
        }
        if below.y - above.y > self.leading * 1.08 * above.size.max(below.size) {
            return true;
        }
        let shift = below.x.0 - above.x.0;
        shift.abs() > 3.0 && !first
    }
}

/// Whether a line ends within a word.
fn is_parted(text: &str) -> bool {
    let mut back = text.chars().rev();
    match back.next() {
        Some('\u{ad}' | '\u{2010}') => true,
        Some('-') => back.next().is_some_and(char::is_alphabetic),
        _ => false,
    }
}

fn halves(x: f64) -> i64 {
    (x * 2.0).round() as i64
}

/// Whether a line looks like the beginning of something, whatever stands above it.
pub fn begins_alone(text: &str) -> bool {
    number_end(text).is_some() || is_heading(text) || opens_a_wording(text)
}

/// Whether a line has what wordings open with.
fn opens_a_wording(text: &str) -> bool {
    let begins =
        |head: &str| text.get(..head.len()).is_some_and(|it| it.eq_ignore_ascii_case(head));
    ["In the draft ", "Dans le projet "].into_iter().any(begins)
}

/// "Amendment 4", "Sous-amendement 1 …", "AMENDMENT No. 3", "Tabled by …".
pub fn is_heading(text: &str) -> bool {
    let small = text.to_lowercase();
    let small =
        small.strip_prefix("sub-").or_else(|| small.strip_prefix("sous-")).unwrap_or(&small);
    let numbered = ["amendment ", "amendement "].iter().any(|label| {
        small.strip_prefix(label).is_some_and(|rest| {
            let rest = ["no. ", "no ", "n° ", "n°"]
                .iter()
                .find_map(|sign| rest.strip_prefix(sign))
                .unwrap_or(rest);
            rest.starts_with(|c: char| c.is_ascii_digit())
        })
    });
    numbered
        || ["tabled by ", "déposé par ", "présenté par "].iter().any(|by| small.starts_with(by))
}

/// A paragraph.
#[derive(Debug)]
pub struct Paragraph {
    pub text: String,
    pub place: Place,
    /// Left end of its leftmost line.
    pub x: f64,
}

/// The paragraphs of a cell.
pub fn paragraphs(
    column: Column,
    lines: &[Line],
    measures: &Measures,
    known: &BTreeSet<String>,
    note: &mut impl FnMut(NoteKind, Place),
) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    let (mut above, mut count): (Option<&Line>, usize) = (None, 0);
    for line in lines {
        let place = Place { page: line.page, line: line.at };
        match (above, out.last_mut()) {
            (Some(before), Some(last)) if !measures.begins(column, before, line, count == 1) => {
                if join(&mut last.text, &line.text, known) {
                    note(NoteKind::HyphenKept, place);
                }
                last.x = last.x.min(line.x.0);
                count += 1;
            }
            _ => {
                out.push(Paragraph { text: line.text.clone(), place, x: line.x.0 });
                count = 1;
            }
        }
        above = Some(line);
    }
    for paragraph in &mut out {
        paragraph.text = paragraph.text.replace('\u{ad}', "");
    }
    out
}

/// Appends a line to a paragraph; whether a hyphen was kept of which nobody knows whose it is.
fn join(text: &mut String, line: &str, known: &BTreeSet<String>) -> bool {
    if text.ends_with(['\u{ad}', '\u{2010}']) {
        text.pop();
        text.push_str(line);
        return false;
    }
    let mut back = text.chars().rev();
    let (last, before) = (back.next(), back.next());
    let tight =
        matches!(last, Some('-' | '/' | '–' | '—')) && before.is_some_and(char::is_alphanumeric);
    if !tight {
        text.push(' ');
        text.push_str(line);
        return false;
    }
    let small = line.starts_with(char::is_lowercase) && before.is_some_and(char::is_alphabetic);
    let mut unsure = false;
    if last == Some('-') && small {
        let stem = &text[..text.len() - 1];
        let head = stem.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let tail = line.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if known.contains(&format!("{head}{tail}").to_lowercase()) {
            text.pop();
        } else {
            unsure = !known.contains(&format!("{head}-{tail}").to_lowercase());
        }
    }
    text.push_str(line);
    unsure
}

/// Words as they stand within lines, where no typesetter parted them.
pub fn known<'a>(lines: impl Iterator<Item = &'a Line>) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for line in lines {
        let words: Vec<&str> = line.text.split_whitespace().collect();
        for word in words.iter().take(words.len().saturating_sub(1)) {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            known.extend(word.split(['’', '\'']).map(str::to_owned));
        }
    }
    known
}
